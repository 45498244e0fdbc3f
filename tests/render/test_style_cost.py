"""What a style of one's own may cost: one that would eat the machine is an error that names its files."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from briefgen.model.marking import TLP_2
from briefgen.model.problem import TemplateError
from briefgen.proofs.proof import proof
from briefgen.proofs.samples import sample
from briefgen.render import Page, as_docx, as_pdf, bounded, compose, open_folder, page_html
from briefgen.render.joining import print_in_pieces
from briefgen.render.pdf import Attached, Print, attached_to
from briefgen.render.pieces import take_apart
from briefgen.render.sheet import check_sheet
from briefgen.render.style import MOST_FILES, Room, read_style

AUDIENCE = 'title = "Mine"\ndescription = "Mine."\nsections = ["gaps", "timeline"]\n'
LOGO = '[logo]\nfile = "logo.svg"\ntext = "Mine"\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'

TOO_LONG = {
    "flexible boxes in each other": "* { display: flex }",
}
TOO_LARGE = {
    "a number of a thousand million digits": (
        "@counter-style z { system: extends decimal; pad: 1000000000 'x' }"
        "h1::before { content: counter(k, z) }"
    ),
}
BROKEN = {
    "letters as high as a mountain": "body { font-size: 1000000000px }",
}
HARMLESS = {
    "a page of a millimetre": "@page { size: 1mm; margin: 0 }",
    "a page as wide as a town": "@page { size: 10000000mm }",
    "a wide page": "body { width: 1000000000px }",
    "a counter far on": "*::before { counter-reset: k 1000000000; content: counter(k, upper-roman) }",
    "each on a page of its own": "* { break-before: page }",
    "variables in a circle": ":root { --a: var(--b); --b: var(--a) } body { margin: var(--a) }",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "audience.toml").write_text(AUDIENCE, "utf-8")
    return tmp_path


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Less time than a user has, so that the tests have more."""
    monkeypatch.setattr(bounded, "SECONDS", 2)
    monkeypatch.setattr(bounded, "SECONDS_A_SIGN", 0)


def styled(folder: Path, rules: str, logo: str = "") -> Page:
    (folder / "mine" / "style.css").write_text(f'@import "../analyst/style.css";\n{rules}', "utf-8")
    if logo:
        (folder / "mine" / "audience.toml").write_text(AUDIENCE + LOGO, "utf-8")
        (folder / "mine" / "logo.svg").write_text(logo, "utf-8")
    return compose(sample("small", TLP_2, None), open_folder("mine", (folder,)))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("rules", TOO_LONG.values(), ids=TOO_LONG)
def test_a_sheet_that_takes_too_long_ends_with_an_error_that_names_it(folder: Path, rules: str) -> None:
    page = styled(folder, rules)
    with pytest.raises(TemplateError, match=r"mine/style\.css: .+ more than \d+ seconds of work; take out"):
        as_pdf(page)


def print_long(html: str, attached: Attached) -> Print:
    long = take_apart(html, 1_000, 20_000)
    assert long is not None
    return print_in_pieces(long, attached)


@pytest.mark.usefixtures("impatient")
def test_a_sheet_that_takes_too_long_for_a_piece_of_a_page_is_named_too(folder: Path) -> None:
    page = styled(folder, TOO_LONG["flexible boxes in each other"])
    attached = attached_to(page.brief, b"{}")
    own = [folder / "mine" / "style.css"]
    with bounded.bounded(own) as call, pytest.raises(TemplateError, match=r"mine/style\.css: "):
        call(print_long, page_html(page), attached)


@pytest.mark.parametrize("rules", TOO_LARGE.values(), ids=TOO_LARGE)
def test_a_sheet_that_takes_too_much_memory_ends_with_an_error_that_names_it(
    folder: Path, rules: str
) -> None:
    page = styled(folder, rules)
    with pytest.raises(TemplateError, match=r"mine/style\.css: .+ more than 2 GB of memory; take out"):
        as_pdf(page)


@pytest.mark.parametrize("rules", BROKEN.values(), ids=BROKEN)
def test_a_sheet_that_breaks_what_prints_ends_with_an_error_that_names_it(folder: Path, rules: str) -> None:
    page = styled(folder, rules)
    with pytest.raises(
        TemplateError, match=r"mine/style\.css: .+ ends the program that does it \(\w+Error: "
    ):
        as_pdf(page)


@pytest.mark.parametrize("rules", HARMLESS.values(), ids=HARMLESS)
def test_a_strange_sheet_that_costs_little_is_printed(folder: Path, rules: str) -> None:
    assert as_pdf(styled(folder, rules))[0].data.startswith(b"%PDF")


@pytest.mark.usefixtures("impatient")
def test_a_logo_that_takes_too_long_ends_with_an_error_that_names_it(folder: Path) -> None:
    tenfold = "".join(
        f'<g id="a{n + 1}">{f"<use xlink:href=#a{n} />".replace("=#", "=~#").replace(" />", "~/>") * 10}</g>'
        for n in range(12)
    ).replace("~", '"')
    logo = f'{SVG}<defs><g id="a0"><path d="M0 0h9"/></g>{tenfold}</defs><use xlink:href="#a12"/></svg>'
    with pytest.raises(TemplateError, match=r"mine/logo\.svg: .+ more than \d+ seconds of work"):
        as_docx(styled(folder, "h1 { color: #000 }", logo))


def test_entities_that_multiply_in_a_logo_are_refused_at_once(folder: Path) -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    logo = f'<!DOCTYPE svg [<!ENTITY a0 "a">{entities}]>{SVG}<text>&a12;</text></svg>'
    with pytest.raises(TemplateError, match=r"audience\.toml: line 5: the logo .+logo\.svg cannot be shown"):
        styled(folder, "h1 { color: #000 }", logo)


@pytest.mark.usefixtures("impatient")
def test_a_count_of_pages_is_bounded_too(folder: Path) -> None:
    (folder / "mine" / "audience.toml").write_text(f"{AUDIENCE}pages = 1\n", "utf-8")
    with pytest.raises(TemplateError, match=r"mine/style\.css: .+ more than \d+ seconds of work"):
        styled(folder, TOO_LONG["flexible boxes in each other"])


@pytest.mark.usefixtures("impatient")
def test_check_tells_of_it_and_goes_on(folder: Path) -> None:
    styled(folder, TOO_LONG["flexible boxes in each other"])
    found = proof("mine", (folder,), ("large", "empty"))
    assert [one.sample for one in found.faults] == ["large", "empty"]
    assert all("seconds of work" in one.message for one in found.faults)


def test_imports_that_multiply_are_refused(folder: Path) -> None:
    for number in range(6):
        line = f'@import "s{number + 1}.css";\n'
        (folder / "mine" / f"s{number}.css").write_text(line * 10, "utf-8")
    (folder / "mine" / "s6.css").write_text("h1 { color: #000 }\n", "utf-8")
    styled(folder, '@import "s0.css";\n')
    with pytest.raises(TemplateError, match=f"is made of more than {MOST_FILES} files"):
        read_style("mine", open_folder("mine", (folder,)).templates.folders)


def test_files_put_inside_are_counted_together(folder: Path) -> None:
    (folder / "mine" / "face.woff2").write_bytes(bytes(3_000_000))
    styled(folder, "".join(f"@font-face {{ font-family: f{n}; src: url(face.woff2) }}\n" for n in range(9)))
    with pytest.raises(TemplateError, match=r"face\.woff2: the style, with what it names, has more than"):
        read_style("mine", open_folder("mine", (folder,)).templates.folders)


@pytest.mark.parametrize(
    "rules",
    ["/*" * 400_000, '"\\' * 400_000, "@import 'a'" + " " * 400_000, "a:not(" * 100_000, "a{" * 100_000],
    ids=["comments", "strings", "spaces", "brackets", "braces"],
)
def test_a_sheet_that_never_closes_what_it_opens_is_read_in_no_time(folder: Path, rules: str) -> None:
    (folder / "mine" / "style.css").write_text(rules, "utf-8")
    began = time.process_time()
    with suppress(TemplateError):
        check_sheet(rules, folder / "mine" / "style.css", folder, Room())
    with suppress(TemplateError):
        read_style("mine", open_folder("mine", (folder,)).templates.folders)
    assert time.process_time() - began < 10
