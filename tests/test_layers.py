"""The house keeps its order: who may import whom, where words stand, and what may be slow to load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "briefgen"

STAGES = frozenset({"readers", "extract", "synthesis", "render"})

# The table of docs/design.md: each layer, and those it may import beside itself.
LAYERS: dict[str, frozenset[str]] = {
    "model": frozenset(),
    "language": frozenset(),
    "commonmark": frozenset(),
    "readers": frozenset({"model"}),
    "render": frozenset({"model", "commonmark"}),
    "network": frozenset(),
    "deliver": frozenset({"model", "store", "network"}),
    "feeds": frozenset({"model", "store", "network"}),
    "extract": frozenset({"model", "language"}),
    "synthesis": frozenset({"model", "language"}),
    "checks": frozenset({"model", "commonmark"}),
    "config": frozenset({"model", "schedule", "extract", "render"}),
    "schedule": frozenset({"model"}),
    "plugins": frozenset({"model"}),
    "store": frozenset({"model"}),
    "pipeline": STAGES | {"model"},
    "proofs": frozenset({"pipeline", "checks", "render", "model"}),
    "gate": frozenset({"pipeline", "checks", "model"}),
    "run": frozenset({"pipeline", "checks", "gate", "store", "deliver", "model"}),
    "nightly": frozenset({"checks", "run", "pipeline", "store", "feeds", "deliver", "schedule", "model"}),
    "daemon": frozenset({"store", "schedule", "model"}),
    "preview": frozenset({"run", "pipeline", "store", "model"}),
    "cli": STAGES
    | {
        "model",
        "deliver",
        "feeds",
        "checks",
        "config",
        "schedule",
        "plugins",
        "store",
        "pipeline",
        "proofs",
        "preview",
        "nightly",
        "daemon",
        "run",
    },
}
MAY_KNOW_THE_VERSION = frozenset(LAYERS) - {"model", "language"}

# What a layer may load as soon as it is imported; anything else waits inside the function that needs it.
QUICK_TO_IMPORT: dict[str, frozenset[str]] = {
    "cli": frozenset({"click", "msgspec"}),
    "extract": frozenset({"msgspec"}),
    "store": frozenset({"msgspec", "sqlalchemy", "zstandard"}),  # SLOW holds both off what needs none
    "render": frozenset({"msgspec", "markdown_it", "markupsafe", "jinja2"}),  # only a build loads `render`
}

# Programs that make word modules, and those that read the files they make, have logic of their own.
GENERATORS = PACKAGE / "language" / "generate"
LOGIC_ALLOWED = frozenset({"gazetteer.py", "coordinates.py"})
CONTROL_FLOW = (
    ast.If,
    ast.For,
    ast.While,
    ast.Try,
    ast.With,
    ast.Match,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
)


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if GENERATORS not in path.parents)


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of all that is imported anywhere in `tree`: `briefgen.model.span.Span`, `re`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def at_import(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements that run when a module is imported; those for type checkers alone are left out."""
    for node in tree.body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


EVERY_MODULE = pytest.mark.parametrize("path", modules(), ids=named)
IN_A_LAYER = pytest.mark.parametrize(
    "path", [path for path in modules() if layer(path) not in {"__init__", "__main__"}], ids=named
)
WORDS = pytest.mark.parametrize(
    "path",
    [path for path in modules() if layer(path) == "language" and path.name not in LOGIC_ALLOWED],
    ids=named,
)


@IN_A_LAYER
def test_every_module_stands_in_a_layer_of_the_table(path: Path) -> None:
    assert layer(path) in LAYERS


@IN_A_LAYER
def test_a_layer_imports_only_those_below_it(path: Path) -> None:
    own = layer(path)
    for name in imported(parsed(path)):
        parts = name.split(".")
        if parts[0] != "briefgen":
            continue
        if parts[1:] == ["__version__"]:
            assert own in MAY_KNOW_THE_VERSION
        else:
            assert len(parts) > 1, "a module is imported from where it stands, not from the package"
            assert parts[1] in LAYERS[own] | {own}, f"{own} imports {name}"


def test_stages_never_import_each_other() -> None:
    for stage in STAGES:
        assert not LAYERS[stage] & STAGES


@IN_A_LAYER
def test_a_module_loads_nothing_slow_when_it_is_imported(path: Path) -> None:
    quick = QUICK_TO_IMPORT.get(layer(path), frozenset({"msgspec"})) | {"briefgen"} | sys.stdlib_module_names
    for statement in at_import(parsed(path)):
        for name in imported(statement):
            assert name.split(".")[0] in quick, f"line {statement.lineno}: {name} belongs inside a function"


@pytest.mark.parametrize("path", [p for p in modules() if layer(p) in {"model", "language"}], ids=named)
def test_model_and_language_rest_on_the_standard_library_and_msgspec(path: Path) -> None:
    for name in imported(parsed(path)):
        assert name.split(".")[0] in sys.stdlib_module_names | {"msgspec", "briefgen"}


@WORDS
def test_word_modules_hold_words_and_no_control_flow(path: Path) -> None:
    found = [node for node in ast.walk(parsed(path)) if isinstance(node, CONTROL_FLOW)]
    assert not found, [f"line {node.lineno}: {type(node).__name__}" for node in found]


@EVERY_MODULE
def test_every_module_says_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(parsed(path))
    assert docstring
    assert docstring.split("\n\n")[0].rstrip().endswith((".", ":")), "it opens with a sentence"


# By name: the interpreter's own modules and click's are always there.
SLOW = frozenset(
    "weasyprint trafilatura jinja2 markdown_it charset_normalizer jsonschema PIL spacy "
    "sqlalchemy psycopg zstandard urllib3 feedparser apscheduler cronsim tomlkit smtplib".split()
)
NEEDED_FOR_NO_TEXT = SLOW - {"jinja2", "markdown_it", "charset_normalizer"}


def loaded_by(arguments: list[str]) -> set[str]:
    """Top-level modules in memory after `briefgen` ran with `arguments` in a new process."""
    program = (
        "import sys\n"
        "from briefgen.cli import main\n"
        f"main({arguments!r}, prog_name='briefgen', standalone_mode=False)\n"
        "print('\\n' + ' '.join(sorted({name.partition('.')[0] for name in sys.modules})))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return set(ran.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("command", ["", "build", "extract", "verify", "schema", "preview"])
def test_asking_for_help_loads_nothing_slow(command: str) -> None:
    assert not loaded_by([*command.split(), "--help"]) & SLOW


def test_extract_loads_nothing_slow_for_plain_text(seeds: Path) -> None:
    assert not loaded_by(["extract", str(seeds)]) & SLOW


def test_a_brief_in_words_alone_loads_neither_a_database_nor_a_network(seeds: Path, tmp_path: Path) -> None:
    arguments = ["build", str(seeds), "--format", "md", "--format", "json", "--output", str(tmp_path / "out")]
    assert not loaded_by(arguments) & NEEDED_FOR_NO_TEXT
