"""The PDF: its structure, its furniture, its bytes; and that it takes nothing from disk or network."""

import hashlib
import http.server
import io
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pikepdf
import pytest
from page_samples import MARKDOWN, page, page_brief

from briefgen.model.audience import PageSize
from briefgen.render.bounded import bounded
from briefgen.render.pdf import count_pages, part_spaces, print_page, render_pdf

JSON = b'{"format": 1}\n'


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_pdf(page(), page_brief(), JSON)


@pytest.fixture
def pdf(printed: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed)) as opened:
        yield opened


def pages_of(html: str) -> list[Any]:
    """The pages as WeasyPrint lays them out."""
    import weasyprint

    document = weasyprint.HTML(string=html).render()
    return [laid._page_box for laid in document.pages]


def boxes(box: object) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes(getattr(child, "_box", child))


def kinds(box: object, kind: str) -> list[Any]:
    return [found for found in boxes(box) if type(found).__name__ == kind]


def words(box: object) -> str:
    return " ".join(found.text for found in kinds(box, "TextBox"))


def margin_words(page_box: object, place: str) -> str:
    return " ".join(words(box) for box in boxes(page_box) if getattr(box, "at_keyword", "") == place)


def long_table(rows: int) -> str:
    lines = "\n".join(f"| {row} | a harbour of the lake | [1](#e1) |" for row in range(rows))
    return MARKDOWN + f"\n## Harbours\n\n| Number | What | Evidence |\n|---:|---|---|\n{lines}\n"


def test_it_is_tagged_and_says_its_language_and_title(pdf: pikepdf.Pdf) -> None:
    assert bool(pdf.Root.MarkInfo.Marked)
    assert "/StructTreeRoot" in pdf.Root
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_it_claims_to_be_archival(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "A"


def test_its_metadata_come_from_the_brief(pdf: pikepdf.Pdf) -> None:
    found = {key: str(value) for key, value in pdf.docinfo.items()}
    assert found["/Title"] == "Ferries & fog on lake Orlo"
    assert found["/Author"] == "briefgen"
    assert found["/CreationDate"] == found["/ModDate"] == "D:20310503000000Z"


def elements(element: object, kind: str) -> Iterator[Any]:
    if isinstance(element, pikepdf.Array):
        for child in element:
            yield from elements(child, kind)
    elif isinstance(element, pikepdf.Dictionary):
        if element.get("/S") == kind:
            yield element
        yield from elements(element.get("/K"), kind)


def test_every_picture_has_words(pdf: pikepdf.Pdf) -> None:
    figures = list(elements(pdf.Root.StructTreeRoot.K, "/Figure"))
    assert len(figures) == 5
    assert all(str(figure.Alt) for figure in figures)


def test_tables_have_heads(pdf: pikepdf.Pdf) -> None:
    assert len(list(elements(pdf.Root.StructTreeRoot.K, "/TH"))) >= 8


def test_the_brief_travels_with_it(pdf: pikepdf.Pdf) -> None:
    assert list(pdf.attachments) == ["brief.json"]
    attachment = pdf.attachments["brief.json"]
    assert attachment.get_file().read_bytes() == JSON
    assert attachment.relationship == pikepdf.Name.Source
    assert len(pdf.Root.AF) == 1
    created = attachment.get_file().creation_date
    assert created is not None
    assert created.isoformat() == "2031-05-03T00:00:00+00:00"


def test_bookmarks_name_sections_and_speakers_not_exhibits(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        (title,) = outline.root
        sections = [item.title for item in title.children]
        assert sections[:3] == ["Bottom line", "Key points", "Who says what"]
        assert [item.title for item in title.children[2].children] == ["Mayor Odd Lund", "Harbour office"]
        assert not [child for item in title.children[3:] for child in item.children]


def test_every_link_within_arrives(pdf: pikepdf.Pdf) -> None:
    named = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
    links = [str(note.Dest) for leaf in pdf.pages for note in leaf.get("/Annots", [])]
    assert len(links) > 10
    assert set(links) <= named


def test_only_vendored_faces_are_used(pdf: pikepdf.Pdf) -> None:
    fonts = {str(font.BaseFont).split("+")[-1] for font in pdf.pages[0].Resources.Font.values()}
    assert fonts
    assert all(font.startswith("Brief-") for font in fonts)


NAMES = {"arabic": "محمد عبد الله", "hebrew": "דוד כהן", "cyrillic": "Сергій Ґудзь", "greek": "Ελένη"}


@pytest.mark.parametrize("script", NAMES)
def test_names_in_other_scripts_are_set_in_vendored_faces(script: str) -> None:
    markdown = MARKDOWN.replace("Mayor Odd Lund", NAMES[script]).replace("runs aground", NAMES[script])
    made = print_page(page(markdown), page_brief(title=f"**{NAMES[script]}**"), JSON)
    assert made.missing == frozenset()
    with pikepdf.open(io.BytesIO(made.data)) as opened:
        fonts = {str(font.BaseFont).split("+")[-1] for font in opened.pages[0].Resources.Font.values()}
    assert all(font.startswith("Brief-") for font in fonts)


def test_characters_that_no_face_has_are_told() -> None:
    unassigned = "\U000efff0"
    assert print_page(page(MARKDOWN.replace("Odd Lund", unassigned)), page_brief(), JSON).missing == {
        unassigned
    }


def test_marking_and_number_stand_on_every_page() -> None:
    laid = pages_of(page(long_table(120)))
    assert len(laid) > 3
    for number, page_box in enumerate(laid, 1):
        assert margin_words(page_box, "@top-right") == "TLP:GREEN"
        assert margin_words(page_box, "@bottom-right") == "TLP:GREEN"
        assert margin_words(page_box, "@bottom-center") == f"{number} / {len(laid)}"
        expected = "As of 3 May 2031 · Analyst brief · Edition 2 · 1 source"
        assert margin_words(page_box, "@bottom-left") == expected
    assert margin_words(laid[0], "@top-left") == ""
    assert margin_words(laid[1], "@top-left") == "Ferries & fog on lake Orlo"


def rows_by_page(markdown: str) -> list[int]:
    """The rows of the one table of `markdown` on each page that has any."""
    counts = []
    for page_box in pages_of(page(markdown)):
        for table in kinds(page_box, "TableBox"):
            head, *body = kinds(table, "TableRowBox")
            assert words(head).startswith("Number")
            counts.append(len(body))
    return counts


def only_table(rows: int, lines: int = 0) -> str:
    before = "\n\n".join(["A line."] * lines)
    return f"# Title\n\nfacts\n\n## Filler\n\n{before}\n" + long_table(rows).removeprefix(MARKDOWN)


def test_a_table_repeats_its_head_and_leaves_no_row_alone_at_the_head_of_a_page() -> None:
    full = rows_by_page(only_table(80))[0]
    assert rows_by_page(only_table(full + 1)) == [full - 1, 2]


def test_a_table_leaves_no_row_alone_at_the_foot_of_a_page() -> None:
    firsts = [rows_by_page(only_table(12, lines))[0] for lines in range(20, 36)]
    assert min(firsts) == 2
    assert max(firsts) == 12


CONTENT = frozenset({"h2", "h3", "p", "th", "td", "li"})


AFTER_HEADINGS = {
    "a paragraph": "words of a paragraph " * 60,
    "a list": "- ○ **Unconfirmed** — " + "words of an item " * 60,
    "a table": long_table(8).split("## Harbours")[1],
    "a speaker": "### Somebody\n" + long_table(8).split("## Harbours")[1],
}


@pytest.mark.parametrize("kind", AFTER_HEADINGS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(kind: str) -> None:
    ends = set()
    for lines in range(24, 30):
        before = "\n\n".join(["A line."] * lines)
        markdown = f"# Title\n\nfacts\n\n## Filler\n\n{before}\n\n## Who says what\n\n{AFTER_HEADINGS[kind]}"
        first = pages_of(page(markdown))[0]
        found = [box for box in boxes(first) if getattr(box, "element_tag", None) in CONTENT]
        ends.add(words(found[-1]) == "A line.")
        assert found[-1].element_tag not in {"h2", "h3", "th"}
    assert ends == {True, False}  # the turn of the page was among these


@pytest.mark.parametrize(("size", "width", "height"), [("A4", 595, 842), ("Letter", 612, 792)])
def test_the_audience_chooses_the_paper(size: PageSize, width: int, height: int) -> None:
    with pikepdf.open(io.BytesIO(render_pdf(page(size=size), page_brief(), JSON))) as opened:
        box = [round(float(side)) for side in opened.pages[0].MediaBox]
    assert box == [0, 0, width, height]


def test_a_page_without_a_marking_has_none() -> None:
    brief = page_brief(marking=None)
    (first, *_) = pages_of(page(MARKDOWN.removeprefix("**TLP:GREEN**\n\n"), brief))
    assert margin_words(first, "@top-right") == ""


class Counted(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def test_a_hostile_page_gets_nothing_from_disk_or_network(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret of the lake", "utf-8")
    picture = tmp_path / "picture.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>the secret</text></svg>', "utf-8")
    server = http.server.HTTPServer(("127.0.0.1", 0), Counted)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    net = f"http://127.0.0.1:{server.server_port}"
    hostile = f"""
        <link rel="attachment" href="{secret.as_uri()}"><link rel="stylesheet" href="{net}/style.css">
        <link rel="attachment" href="{net}/file"><a rel="attachment" href="{secret.as_uri()}">x</a>
        <img src="{net}/picture.png"><img src="{picture.as_uri()}"><object data="{picture.as_uri()}"></object>
        <style>@import "{net}/more.css"; @font-face {{ font-family: x; src: url({net}/face) }}
        body {{ background: url({picture.as_uri()}); font-family: x }}</style>
        <svg xmlns="http://www.w3.org/2000/svg"><image href="{net}/inside.png"/></svg>"""
    try:
        made = render_pdf(page().replace("</main>", hostile + "</main>"), page_brief(), JSON)
    finally:
        server.shutdown()
        server.server_close()
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert list(opened.attachments) == ["brief.json"]
        streams = [bytes(item.read_bytes()) for item in opened.objects if isinstance(item, pikepdf.Stream)]
    assert not [stream for stream in streams if b"the secret" in stream]
    assert Counted.asked == []


PRINT = """
import hashlib, sys
sys.path.insert(0, {folder!r})
from page_samples import page, page_brief
from briefgen.render.pdf import render_pdf
html = page()
pdf = render_pdf(html, page_brief(), {json!r})
print(hashlib.sha256(html.encode()).hexdigest(), hashlib.sha256(pdf).hexdigest())
"""


@pytest.mark.parametrize(
    "around",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"},
        {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711"},
    ],
)
def test_the_same_bytes_whatever_is_around(printed: bytes, around: dict[str, str], tmp_path: Path) -> None:
    code = PRINT.format(folder=str(Path(__file__).parent), json=JSON)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, **around},
        capture_output=True,
        check=True,
    )
    html, pdf = done.stdout.decode().split()
    assert html == hashlib.sha256(page().encode()).hexdigest()
    assert pdf == hashlib.sha256(printed).hexdigest()
    assert done.stderr == b""


def test_printing_leaves_the_environment_as_it_was(printed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12345")
    assert render_pdf(page(), page_brief(), JSON) == printed
    assert os.environ["SOURCE_DATE_EPOCH"] == "12345"


def test_missing_system_libraries_are_named(tmp_path: Path) -> None:
    (tmp_path / "weasyprint").mkdir()
    (tmp_path / "weasyprint" / "__init__.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\\nmore\")\n", "utf-8"
    )
    code = (
        "from briefgen.model.problem import BriefgenError\n"
        "from briefgen.render.pdf import render_pdf\n"
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from page_samples import page_brief\n"
        "try:\n    render_pdf('', page_brief(), b'')\n"
        "except BriefgenError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert "libpango-1.0-0" in done.stdout
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in done.stdout
    assert "brew install pango" in done.stdout
    assert "more" not in done.stdout.splitlines()[0].split(")")[0]


@pytest.mark.parametrize(
    "tail", ['<span class="held">out. <a href="#gaps">S3</a></span>', "<strong>out</strong>", "<em>out</em>"]
)
def test_no_line_ends_behind_its_first_word_where_there_is_room(tail: str) -> None:
    words = "Its harbour master declined to say on Monday whether the repairs had been carried"
    style = "overflow-wrap: break-word; font-size: 13px"
    columns = "".join(f'<p style="width: {width}px">{words} {tail}</p>' for width in range(380, 620))
    html = f'<body style="{style}">{columns}'
    firsts = [line for line in lines_of(part_spaces(html)) if line.startswith("Its")]
    assert len(firsts) == len(range(380, 620))
    assert min(map(len, firsts)) > len(words) / 2


def lines_of(html: str) -> list[str]:
    """The text of every line of `html` as WeasyPrint breaks it."""
    from weasyprint.formatting_structure import boxes

    found = [box for laid in pages_of(html) for box in laid.descendants() if isinstance(box, boxes.LineBox)]
    return ["".join(one.text for one in box.descendants() if isinstance(one, boxes.TextBox)) for box in found]


def test_what_counts_the_rows_left_out_does_not_stand_alone_on_a_page() -> None:
    remark = "8 more figures are not shown here."
    fitting, spilling = 20, 60
    while spilling - fitting > 1:
        rows = (fitting + spilling) // 2
        fitting, spilling = (rows, spilling) if len(_pages_with(rows)) == 1 else (fitting, rows)
    last = "".join(_pages_with(fitting, f'<p class="remark">{remark}</p>')[-1])
    assert remark in last
    assert "boats" in last


def _pages_with(rows: int, below: str = "") -> list[list[str]]:
    """The texts of each page of a table of so many rows, and what stands below it."""
    from weasyprint.formatting_structure import boxes

    table = "| Value | What |\n|--:|---|\n" + "| 5 | boats |\n" * rows
    html = page(f"# T\n\nfacts\n\n## Figures\n\n{table}").replace("</section>", f"{below}</section>")
    laid = pages_of(html)
    return [[box.text for box in one.descendants() if isinstance(box, boxes.TextBox)] for one in laid]


COUNT = """
import sys
sys.path.insert(0, {folder!r})
from page_samples import page
from briefgen.render.pdf import count_pages
print(count_pages(page()), count_pages(page()))
"""


def test_pages_are_counted_again_and_again_and_leave_nothing_behind(tmp_path: Path) -> None:
    code = COUNT.format(folder=str(Path(__file__).parent))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    )
    first, second = done.stdout.split()
    assert first == second
    assert not list(tmp_path.iterdir())


def test_a_process_that_counts_pages_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with bounded([tmp_path / "style.css"]) as call:
        assert call(count_pages, page()) == call(count_pages, page())
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


def test_a_page_in_other_faces_is_counted_as_if_it_were_the_first() -> None:
    large = page().replace(
        "</style>", "main p,main li,main td{font-size:60pt!important;font-family:serif!important}</style>", 1
    )
    alone = count_pages(large)
    assert count_pages(page()) < alone
    assert count_pages(large) == alone
