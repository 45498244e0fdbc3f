"""`briefgen template` and what it can do."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.folders import PROJECT, audience_names, template_folders, templates_option
from briefgen.cli.output import count, emit, tell

if TYPE_CHECKING:
    from briefgen.model.artefact import Artefact
    from briefgen.render.variables import Kind, Variables

EXAMPLES = """\b
Examples:
  briefgen template list                              which audiences there are
  briefgen template new director --from analyst       one of your own, in templates/director/
  briefgen template check director                    try it with sample briefs
  briefgen template COMMAND --help                    more about one command
"""


@click.group(short_help="List, make, check and upgrade templates of your own.", epilog=EXAMPLES)
def template() -> None:
    """Templates of your own: whom a brief is cut for, what it shows, and how it looks.

    Each file is looked up by itself: in the folder that --templates names, in templates/ of the working
    folder, in your configuration folder, and in what comes with briefgen.
    """


LIST_EXAMPLE = """\b
Example:
  briefgen template list
"""


@template.command("list", short_help="List the audiences there are.", epilog=LIST_EXAMPLE)
@templates_option
def list_(templates: Path | None) -> None:
    """List every audience: its name, whose it is, and for whom."""
    from briefgen.render.templates import audiences, find_templates, load_audience, load_scheme

    found = find_templates(*template_folders(templates))
    scheme = load_scheme(found)
    rows = []
    for name in audiences(found):
        audience = load_audience(name, found, scheme)
        folder = found.find(name, "audience.toml").parents[1]
        owner = "shipped" if folder == found.folders[-1] else str(folder)
        rows.append((name, owner, f"{audience.title}: {audience.description}"))
    emit_lines(_columns(rows))


SHOW_EXAMPLE = """\b
Example:
  briefgen template show analyst
"""


@template.command(short_help="Show what an audience has, and where it stands.", epilog=SHOW_EXAMPLE)
@click.argument("name", shell_complete=audience_names)
@templates_option
def show(name: str, templates: Path | None) -> None:
    """Show the settings of the audience NAME, and of each of its files which one is used, and whose it is."""
    from briefgen.render import open_folder
    from briefgen.render.copies import files_of

    folder = open_folder(name, template_folders(templates))
    audience = folder.audience
    logo = audience.logo
    settings = [
        ("title", audience.title),
        ("description", audience.description),
        ("sections", ", ".join(audience.sections)),
        ("charts", ", ".join(audience.charts)),
        ("changes", ", ".join(audience.changes)),
        ("tables", "below the timeline's picture" if audience.tables else "not below the timeline's picture"),
        ("citations", audience.citations),
        ("pages", str(audience.pages) if audience.pages else "as many as it takes"),
        ("page", audience.page),
        ("labels", f"{audience.labels}, in plain words" if audience.plain else audience.labels),
        ("marking_ceiling", audience.marking_ceiling or "none: it may see everything"),
        ("limits", _set(audience.limits) or "none"),
        ("colours", _set(audience.colours) or "those of the style sheet"),
        ("logo", f"{folder.templates.find(name, logo.file)} ({logo.text})" if logo else "none"),
    ]
    files = [(one.name, one.owner, str(one.file)) for one in files_of(folder)]
    emit_lines([name, *(f"  {row}" for row in _columns(settings)), "", "Files, and whose they are:"])
    emit_lines(f"  {row}" for row in _columns(files))


def _set(table: object) -> str:
    """What is set in a table of the settings, in a line."""
    import msgspec

    return ", ".join(
        f"{key} {value}" for key, value in msgspec.to_builtins(table).items() if value is not None
    )


NEW_EXAMPLES = """\b
Examples:
  briefgen template new director --from analyst
  briefgen template new analyst --templates ~/.config/briefgen/templates
"""


@template.command(short_help="Make an audience of your own.", epilog=NEW_EXAMPLES)
@click.argument("name")
@click.option(
    "--from",
    "origin",
    metavar="NAME",
    shell_complete=audience_names,
    help="The audience that it starts from. [default: the one of the same name, or analyst]",
)
@click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False),
    default=PROJECT,
    metavar="DIR",
    show_default=True,
    help="The folder of templates in which it gets its folder; it is made if it is not there.",
)
def new(name: str, origin: str | None, templates: Path) -> None:
    """Make the audience NAME: a folder with what one changes, which takes all else from another audience.

    It gets three small files: audience.toml says what it shows, brief.md.jinja replaces single parts of the
    text, style.css changes how its pages look. A file beside them, .origin.json, remembers what they were
    made from, so that `diff` and `upgrade` can tell your changes from those of a new version of briefgen.
    """
    from briefgen.render.copies import new_audience
    from briefgen.render.templates import find_templates

    there = template_folders(templates if templates.is_dir() else None)
    artefacts = new_audience(name, origin, find_templates(*there), templates)
    for path in _write(artefacts, templates):
        tell(f"wrote {path}")
    tell(f"try it: briefgen build --audience {name}; look it over: briefgen template check {name}")


def _write(artefacts: "tuple[Artefact, ...]", folder: Path) -> tuple[Path, ...]:
    """Write all of `artefacts` below `folder` or none; a failure names the option that mends it here."""
    from briefgen.model.problem import OutputError
    from briefgen.store.outbox import write

    try:
        return write(artefacts, folder)
    except OutputError as error:
        raise OutputError(str(error).replace("--output", "--templates")) from error


VARIABLES_EXAMPLES = """\b
Examples:
  briefgen template variables
  briefgen template variables Claim
  briefgen template variables --json | jq '.filters[].name'
"""


@template.command(short_help="List what a template may use.", epilog=VARIABLES_EXAMPLES)
@click.argument("kind", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@templates_option
def variables(kind: str | None, as_json: bool, templates: Path | None) -> None:
    """List what a template may use, with types and examples: names, fields, filters, blocks and macros.

    KIND, such as Claim, is one of the types; without it, all are listed. The examples are of a small invented
    brief.
    """
    import msgspec

    from briefgen.model.marking import TLP_2
    from briefgen.proofs.samples import sample
    from briefgen.render import open_folder
    from briefgen.render.variables import variables as list_variables
    from briefgen.render.view import view_of

    folder = open_folder("analyst", template_folders(templates))
    view = view_of(sample("small", TLP_2, None), folder.audience, folder.scheme)
    found = list_variables(view, folder.templates, folder.labels)
    if kind:
        found = msgspec.structs.replace(found, kinds=(_one(kind, found),))
    if as_json:
        emit(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
    else:
        emit_lines(_kind_lines(found.kinds[0]) if kind else _all_lines(found))


def _one(kind: str, found: "Variables") -> "Kind":
    from briefgen.model.problem import nearest

    by_name = {one.name.casefold(): one for one in found.kinds}
    if kind.casefold() not in by_name:
        names = [one.name for one in found.kinds]
        near = nearest(kind, names)
        hint = f" Did you mean {near}?" if near else ""
        raise click.BadParameter(
            f"there is no type {kind}.{hint} There are: {', '.join(names)}", param_hint="KIND"
        )
    return by_name[kind.casefold()]


def _all_lines(found: "Variables") -> Iterator[str]:
    yield "Names that a template is given"
    yield from (f"  {row}" for row in _columns([(one.name, one.type, one.meaning) for one in found.names]))
    for kind in found.kinds:
        yield ""
        yield from _kind_lines(kind)
    yield ""
    yield "Filters, each with an example and what it gives"
    for one in found.filters:
        yield f"  {one.name}: {one.meaning}"
        yield f"      {{{{ {one.type} }}}}"
        yield f"      {one.example}"
    yield ""
    yield f"Filters of Jinja: {', '.join(found.jinja_filters)}"
    yield f"Blocks of _shared/brief.md.jinja, to be replaced: {', '.join(found.blocks)}"
    yield f"Macros of _shared/sections.md.jinja: {', '.join(found.macros)}"


def _kind_lines(kind: "Kind") -> Iterator[str]:
    yield f"{kind.name}: {kind.meaning}"
    yield from (f"  {row}" for row in _columns([(one.name, one.type, one.meaning) for one in kind.fields]))
    examples = [(one.name, one.example) for one in kind.fields if one.example]
    if examples:
        yield "  For example"
        yield from (f"    {row}" for row in _columns(examples))


WIDEST = 44
"""Signs of a column; what is longer pushes the next aside."""


def _columns(
    rows: list[tuple[str, ...]] | list[tuple[str, str]] | list[tuple[str, str, str]],
) -> Iterator[str]:
    """`rows` with their cells one below another."""
    count = max((len(row) for row in rows), default=0)
    widths = [min(WIDEST, max(len(row[place]) for row in rows)) for place in range(count)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def emit_lines(lines: Iterator[str] | list[str]) -> None:
    """Write `lines` to standard output, without what a terminal would obey."""
    from briefgen.cli.output import safe

    emit("".join(f"{safe(line)}\n" for line in lines).encode())


CHECK_EXAMPLES = """\b
Examples:
  briefgen template check
  briefgen template check director --sample small --sample hostile
"""


@template.command(short_help="Try audiences with sample briefs.", epilog=CHECK_EXAMPLES)
@click.argument("name", required=False, shell_complete=audience_names)
@click.option(
    "--sample",
    "samples",
    multiple=True,
    type=click.Choice(["small", "large", "empty", "hostile"]),
    help="Which of the sample briefs; may be given more than once. [default: all]",
)
@templates_option
@click.pass_context
def check(context: click.Context, name: str | None, samples: tuple[str, ...], templates: Path | None) -> None:
    """Try the audience NAME, or all of them, with sample briefs, and say what a reader would stumble over.

    The samples are invented: a small one, one of some 240 claims, one in which nothing is claimed, and one
    full of markup, endless words and other scripts. Told are errors, lines without evidence, words that run
    out of the page or their cell, pages without their marking, sections that are not shown, pictures without
    words in their place, and colours that do not stand out from their ground. Nothing is written. The exit
    status is 1 if anything is wrong.
    """
    from briefgen.proofs.proof import proof
    from briefgen.proofs.samples import SAMPLES
    from briefgen.render.templates import audiences, find_templates

    folders = template_folders(templates)
    wrong = 0
    for one in (name,) if name else audiences(find_templates(*folders)):
        found = proof(one, folders, samples or tuple(SAMPLES))
        wrong += len(found.faults)
        pages = ", ".join(f"{sample} {count(number, 'page')}" for sample, number in found.pages)
        tell(f"{one}: {pages or 'no pages'}; {count(len(found.faults), 'fault')}")
        for fault in found.faults:
            tell(f"  {fault.sample}: {fault.message}" if fault.sample else f"  {fault.message}")
    if wrong:
        context.exit(1)


DIFF_EXAMPLE = """\b
Example:
  briefgen template diff director
"""


@template.command(short_help="Show how your files differ from what ships.", epilog=DIFF_EXAMPLE)
@click.argument("name", shell_complete=audience_names)
@templates_option
def diff(name: str, templates: Path | None) -> None:
    """Show how your files of the audience NAME differ from what ships now, as a unified diff.

    A file that `briefgen template new` made is compared with what it would make now. NAME may be _shared.
    """
    from briefgen.render.copies import compared, difference
    from briefgen.render.templates import find_templates

    files = compared(name, find_templates(*template_folders(templates)))
    differences = [difference(one) for one in files]
    emit("".join(differences).encode())
    for one, told in zip(files, differences, strict=True):
        if one.mine is None:
            tell(f"{one.file}: taken away; the one that ships is used")
        elif one.theirs is None:
            tell(f"{one.file}: yours alone; nothing of that name ships")
        elif not told:
            tell(f"{one.file}: as it ships")


UPGRADE_EXAMPLES = """\b
Examples:
  briefgen template upgrade --dry-run
  briefgen template upgrade director
"""
TOLD = {
    "current": "has all that is new",
    "updated": "you never changed it: brought up to date",
    "merged": "your changes and what is new were put together; look it over",
    "kept": "your changes hold all that is new",
    "aside": "you and the new version changed the same lines: yours stays, the new one is in {file}.new",
    "gone": "taken away by you; stays so",
    "words": "holds words of yours, which go before those that ship; all others are taken from there",
    "unknown": "differs from what ships, and what it was copied from is not known: left as it is",
}
"""What is said of each file."""


@template.command(short_help="Bring your files up to date.", epilog=UPGRADE_EXAMPLES)
@click.argument("name", required=False, shell_complete=audience_names)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@templates_option
def upgrade(name: str | None, dry_run: bool, templates: Path | None) -> None:
    """Bring your files of the audience NAME, or all of them, up to date with the briefgen that is installed.

    A file that you never changed becomes what `briefgen template new` would make now. Where you changed it,
    what is new is put in beside your changes; where both changed the same lines, your file stays as it is and
    the new one is put beside it, as FILE.new. No line of yours is lost.
    """
    from briefgen.render.copies import own_folder, owned
    from briefgen.render.copies import upgrade as plan
    from briefgen.render.templates import find_templates

    found = find_templates(*template_folders(templates))
    for one in (name,) if name else owned(found):
        steps, artefacts = plan(one, found)
        if not dry_run:
            _write(artefacts, own_folder(one, found))
        for step in steps:
            tell(f"{step.file}: {TOLD[step.action].format(file=step.file.name)}")
    if dry_run:
        tell("Nothing was changed (--dry-run).")
