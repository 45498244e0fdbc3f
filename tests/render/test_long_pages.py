"""A long page is printed in pieces, and nobody who holds the PDF can tell."""

import hashlib
import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pikepdf
import pypdf
import pytest
from page_samples import MARKDOWN, in_pieces, page, page_brief

from briefgen.model.problem import BriefgenError
from briefgen.render.pdf import PrintError, render_pdf
from briefgen.render.pieces import take_apart

ROWS = 90
SPEAKERS = "".join(
    f"### Keeper {number}\n\n| Says | Evidence |\n|---|---|\n| lamp {number} is out | [1](#e1) |\n\n"
    for number in range(20)
)
ITEMS = "".join(f"- ○ **Unconfirmed** — Boat {number} is late. [2](#e2)\n" for number in range(40))
TABLE = "| Number | What | Evidence |\n|---:|---|---|\n" + "".join(
    f"| {number} | a harbour of the lake (Győr) | [1](#e1) |\n" for number in range(ROWS)
)
LONG = (
    MARKDOWN.replace("## Timeline", f"{SPEAKERS}## Timeline")
    .replace("## Gaps", f"## Outlook\n\n{ITEMS}\n## Harbours\n\n{TABLE}\n## Gaps")
    .replace("### Harbour office", "### Harbour office (lake)")
)


@pytest.fixture(scope="module")
def printed() -> bytes:
    return in_pieces(page(LONG), 6000)


@pytest.fixture(scope="module")
def at_once() -> bytes:
    return render_pdf(page(LONG), page_brief(), b"{}")


@pytest.fixture
def pdf(printed: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed)) as opened:
        yield opened


def words_of(printed: bytes) -> list[str]:
    return [leaf.extract_text() for leaf in pypdf.PdfReader(io.BytesIO(printed)).pages]


def titles(items: list[Any]) -> list[Any]:
    return [(item.title, titles(item.children)) for item in items]


def bookmarks(printed: bytes) -> list[Any]:
    with pikepdf.open(io.BytesIO(printed)) as opened, opened.open_outline() as outline:
        return titles(outline.root)


def test_a_short_page_is_not_taken_apart() -> None:
    assert take_apart(page()) is None


def test_pieces_are_whole_and_hold_everything_once() -> None:
    html = page(LONG)
    long = take_apart(html, most=0, piece=6000)
    assert long is not None
    assert len(long.pieces) > 4
    closed = [re.sub(r"(<col [^>]*)>", r"\1/>", piece) for piece in long.pieces]
    text = "\n".join("\n".join(fromstring(f"<main>{piece}</main>").itertext()) for piece in closed)
    assert [int(number) for number in re.findall(r"Boat (\d+)", text)] == list(range(40))
    assert [int(number) for number in re.findall(r"lamp (\d+)", text)] == list(range(20))
    assert re.findall(r"\n(\d+)\na harbour", text) == [str(number) for number in range(ROWS)]


def test_a_table_that_goes_on_in_another_piece_has_its_columns_and_its_head_again() -> None:
    long = take_apart(page(LONG), most=0, piece=6000)
    assert long is not None
    going_on = [
        after
        for before, after in pairwise(long.pieces)
        if before.count("a harbour") and after.count("a harbour")
    ]
    assert going_on
    for piece in going_on:
        before = piece.split("a harbour", 1)[0]
        assert "<colgroup>" in before
        assert '<th scope="col" class="number">Number</th>' in before


def test_pages_are_numbered_throughout(printed: bytes) -> None:
    pages = words_of(printed)
    assert len(pages) > 5
    for number, words in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in words
        assert "As of 3 May 2031" in words
        assert words.count("TLP:GREEN") == 2


def test_the_title_stands_at_the_head_of_all_pages_but_the_first(printed: bytes) -> None:
    first, *others = words_of(printed)
    assert first.count("Ferries & fog on lake Orlo") == 1
    assert all("Ferries & fog on lake Orlo" in words for words in others)


def test_it_says_what_the_page_says_when_printed_at_once(printed: bytes, at_once: bytes) -> None:
    def said(data: bytes) -> list[str]:
        rows = re.findall(
            r"Boat \d+|lamp \d+|Keeper \d+|\d+\s+a harbour of the lake \(Győr\)", " ".join(words_of(data))
        )
        return sorted(" ".join(row.split()) for row in rows)

    assert len(said(printed)) == 40 + 2 * 20 + ROWS
    assert said(printed) == said(at_once)


def test_bookmarks_are_those_of_the_page_printed_at_once(printed: bytes, at_once: bytes) -> None:
    assert bookmarks(printed) == bookmarks(at_once)


def test_links_lead_from_one_piece_to_another(pdf: pikepdf.Pdf) -> None:
    names = list(pdf.Root.Names.Dests.Names)
    targets = dict(zip(map(str, names[::2]), names[1::2], strict=True))
    assert [str(name) for name in names[::2]] == sorted(map(str, names[::2]))
    numbers: dict[Any, int] = {leaf.objgen: number for number, leaf in enumerate(pdf.pages)}
    jumps = {
        abs(numbers[targets[str(note.Dest)][0].objgen] - numbers[leaf.objgen])
        for leaf in pdf.pages
        for note in leaf.get("/Annots", [])
    }
    assert max(jumps) >= 5


def targets(printed: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(printed)) as opened:
        return set(map(str, list(opened.Root.Names.Dests.Names)[::2]))


def test_all_that_links_lead_to_is_there_as_in_the_page_printed_at_once(
    printed: bytes, at_once: bytes
) -> None:
    assert {"e1", "e2", "timeline-e1", "s1"} <= targets(printed)
    assert targets(printed) == targets(at_once)


def test_a_style_sheet_may_still_ask_for_notes() -> None:
    style = "li{float:footnote}</style>"
    html = page(LONG).replace("</style>", style, 1)
    words = " ".join(words_of(in_pieces(html, 6000)))
    assert "1. " in words
    assert "Boat 0 is late" in words


def test_a_link_to_nothing_is_dropped() -> None:
    html = page(LONG).replace('href="#e2"', 'href="#nowhere"')
    with pikepdf.open(io.BytesIO(in_pieces(html, 6000))) as opened:
        links = {str(note.Dest) for leaf in opened.pages for note in leaf.get("/Annots", [])}
    assert "e1" in links
    assert "nowhere" not in links


def test_its_metadata_stand_in_it_once(pdf: pikepdf.Pdf, at_once: bytes) -> None:
    with pikepdf.open(io.BytesIO(at_once)) as other:
        assert dict(pdf.docinfo) == dict(other.docinfo)
        assert set(pdf.Root.keys()) == set(other.Root.keys())
    assert list(pdf.attachments) == ["brief.json"]
    file = pdf.attachments["brief.json"].get_file()
    assert file.read_bytes() == b'{"format": 1}'
    assert (file.size, file.md5) == (13, hashlib.md5(b'{"format": 1}').digest())
    assert pdf.attachments["brief.json"].relationship == pikepdf.Name.Source
    assert len(pdf.Root.AF) == 1


def test_marks_are_letters_of_a_vendored_face(printed: bytes) -> None:
    assert " ".join(words_of(printed)).count("○") >= 40
    with pikepdf.open(io.BytesIO(printed)) as opened:
        fonts = {
            str(font.BaseFont).split("+")[-1]
            for leaf in opened.pages
            for font in leaf.Resources.Font.values()
        }
    assert all(font.startswith("Brief-") for font in fonts)
    assert "Brief-Marks" in fonts


def test_the_same_page_gives_the_same_bytes(printed: bytes) -> None:
    assert hashlib.sha256(in_pieces(page(LONG), 6000)).digest() == hashlib.sha256(printed).digest()


def test_no_file_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    in_pieces(page())
    assert list(tmp_path.iterdir()) == []


def test_missing_system_libraries_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weasyprint").mkdir()
    (tmp_path / "weasyprint" / "__init__.py").write_text(
        "raise OSError('cannot load library libpango')\n", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(BriefgenError, match=r"cannot load library libpango.*apt-get install"):
        in_pieces(page())


def test_a_process_that_ends_before_its_piece_is_printed_is_told_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint").mkdir()
    (tmp_path / "weasyprint" / "__init__.py").write_text(
        "import os, sys\nprint('out of paper', file=sys.stderr, flush=True)\nos._exit(3)\n", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(PrintError, match="could not be printed: out of paper"):
        in_pieces(page())


def test_a_piece_is_told_of_the_names_that_its_own_links_lead_to(printed: bytes, at_once: bytes) -> None:
    def links(data: bytes) -> list[str]:
        with pikepdf.open(io.BytesIO(data)) as opened:
            return sorted({str(note.Dest) for leaf in opened.pages for note in leaf.get("/Annots", [])})

    assert links(printed) == links(at_once)


def test_a_citation_stays_with_its_word_whatever_the_length_of_the_line() -> None:
    items = "".join(
        f"- Boat {number} was {'very ' * (number // 5)}{'i' * (number % 5)} late. [2](#e2)\n"
        for number in range(55, 115)
    )
    html = page(MARKDOWN.replace("## Gaps", f"## Outlook\n\n{items}\n## Gaps"))

    def lines(data: bytes) -> list[str]:
        found = [line.strip() for words in words_of(data) for line in words.splitlines()]
        return sorted(line for line in found if "late" in line or "Boat" in line or line in {"2", "late."})

    together = lines(render_pdf(html, page_brief(), b"{}"))
    assert any(line.startswith("late.") for line in together)
    assert lines(in_pieces(html, 6000)) == together
