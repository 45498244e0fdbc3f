"""A style sheet of one's own: mistakes are named, and it reaches only its own folder."""

import base64
from pathlib import Path

import pytest

from briefgen.model.problem import TemplateError
from briefgen.render.sheet import check_sheet
from briefgen.render.style import Room, read_style
from briefgen.render.templates import shipped

LOGO = b"\x89PNG logo"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of templates with an audience that has a picture, and files outside of it."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "logo.png").write_bytes(LOGO)
    (tmp_path / "mine" / "secret.txt").write_text("Quorlax")
    (tmp_path / "outside.png").write_bytes(b"Quorlax")
    (tmp_path / "mine" / "link.png").symlink_to(tmp_path / "outside.png")
    return tmp_path


def read(folder: Path, rules: str) -> str:
    (folder / "mine" / "style.css").write_text(rules, "utf-8")
    return read_style("mine", [folder, shipped()])


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("a { color: red }\n\nb { color: red", "line 3: this brace is not closed"),
        ("a { color }", "line 1: what stands here is no declaration; write NAME: VALUE;"),
        ("a {\n  color: ;\n}", "line 2: `color` has no value"),
        ("a { color: red }\nb", "line 2: a rule without its braces"),
        ("a { b: 'x\n }", "line 1: a string is not closed in its line"),
        ("@pge { size: A4 }", "line 1: there is no `@pge`; did you mean `@page`?"),
        (
            "@page {\n @top-lft { content: none } }",
            "line 2: there is no `@top-lft`; did you mean `@top-left`?",
        ),
        ("@media print {\n a { color } }", "line 2: what stands here is no declaration"),
        (
            '\n@import "../_shared/stile.css";',
            "line 2: there is no sheet _shared/stile.css; did you mean “_shared/s",
        ),
        ('@import "../_shared/style.css" print;', "line 1: an import is written"),
        ("@import url(more.css);", "line 1: an import is written"),
        ('a { b: c } @import "../_shared/style.css";', "line 1: an import is written"),
        ('@import "https://example.org/a.css";', "line 1: https://example.org/a.css is not fetched"),
        ("a { color: red }</style><script>", "line 1: `</` cannot stand in a style sheet"),
        ("a { background: url(lgoo.png) }", "there is no file lgoo.png in"),
        ("a { background: url(lgoo.png) }", "did you mean “logo.png”?"),
    ],
)
def test_a_mistake_in_a_style_sheet_is_named_with_its_file_and_line(
    folder: Path, rules: str, message: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        read(folder, rules)
    assert str(caught.value).startswith(f"{folder / 'mine' / 'style.css'}, line ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.png",
        "https://example.org/a.png",
        "//example.org/a.png",
        "file:///etc/hostname",
        "ftp://example.org/a.png",
        "javascript:alert",
        "../outside.png",
        "../../outside.png",
        "%2e%2e/outside.png",
        "/etc/hostname",
        "/etc/a.png",
        "link.png",
        "secret.txt",
        "style.css",
    ],
)
@pytest.mark.parametrize(
    "rule",
    [
        "a {{ background: url({}) }}",
        'a {{ background: url("{}") }}',
        '@font-face {{ font-family: x; src: url("{}") }}',
        "@media screen {{ a {{ background: url({}) }} }}",
        'a {{ background: image-set("{}" 1x) }}',
        "a::before {{ content: url({}) }}",
        "a {{ background: \\55 RL({}) }}",
    ],
)
def test_a_style_sheet_reaches_only_its_own_folder(folder: Path, rule: str, address: str) -> None:
    with pytest.raises(TemplateError, match=r"style\.css, line 1: "):
        read(folder, rule.format(address))


@pytest.mark.parametrize("rule", ["a { background: url(logo.png) }", "a { background: url('./logo.png') }"])
def test_a_picture_of_its_own_folder_is_put_inside(folder: Path, rule: str) -> None:
    assert base64.b64encode(LOGO).decode() in read(folder, rule)


def test_a_sheet_may_import_the_one_that_ships_and_add_to_it(folder: Path) -> None:
    rules = read(folder, '@import "../shipped/analyst/style.css";\nh1 { color: #123456 }\n')
    assert rules.endswith("h1 { color: #123456 }\n")
    assert "@page {" in rules
    assert "@import" not in rules


def test_a_shared_sheet_of_ones_own_may_extend_the_shipped_one_of_its_name(folder: Path) -> None:
    (folder / "_shared").mkdir()
    (folder / "_shared" / "style.css").write_text(
        '@import "../shipped/_shared/style.css";\nh1 { top: 1mm }\n'
    )
    assert read_style("analyst", [folder, shipped()]).rstrip().endswith("h1 { top: 1mm }")


def test_the_sheets_that_ship_hold_to_the_same() -> None:
    for sheet in shipped().rglob("*.css"):
        rules = sheet.read_text("utf-8")
        assert check_sheet(rules, sheet, shipped(), Room()) == rules
