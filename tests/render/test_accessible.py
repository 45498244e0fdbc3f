"""The PDF is one that PDF/UA-1 allows: whatever is painted is in the tree of tags, or an artefact."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from page_samples import MARKDOWN, in_pieces, page, page_brief

from briefgen.render.pdf import render_pdf

LEGEND = "\n\n◐ Reported: one origin says so · ○ Unconfirmed: nobody could confirm it\n\n## Bottom line"
PAINTING = frozenset({"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"})
"""Operators that put something on a page (ISO 32000-1, annex A)."""


@pytest.fixture(scope="module", params=["at once", "in pieces"])
def pdf(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    html = page(MARKDOWN.replace("\n\n## Bottom line", LEGEND, 1))
    printed = render_pdf(html, page_brief(), b"{}") if request.param == "at once" else in_pieces(html)
    with pikepdf.open(io.BytesIO(printed)) as opened:
        yield opened


def elements(kid: object) -> Iterator[Any]:
    """Every element of the tree of tags at or below `kid`."""
    if isinstance(kid, pikepdf.Array):
        for one in kid:
            yield from elements(one)
    elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
        yield kid
        yield from elements(kid.get("/K"))


def marked(leaf: pikepdf.Page) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """Each painting operator of a page with the marks that are open around it."""
    marks: list[tuple[str, Any]] = []
    for step in pikepdf.parse_content_stream(leaf):
        operator, operands = str(step.operator), list(step.operands)
        if operator in {"BDC", "BMC"}:
            properties: Any = operands[1] if operator == "BDC" else {}
            marks.append((str(operands[0]), properties.get("/MCID")))
        elif operator == "EMC":
            marks.pop()
        elif operator in PAINTING:
            yield operator, list(marks)
    assert not marks


def owners(pdf: pikepdf.Pdf) -> dict[int, Any]:
    """For each page and annotation, by number, the elements of its contents."""
    tree = pdf.Root.StructTreeRoot.ParentTree
    numbers = [one for part in tree.get("/Kids", [tree]) for one in part.Nums]
    keys = [int(key) for key in numbers[::2]]
    assert keys == sorted(set(keys))
    return dict(zip(keys, numbers[1::2], strict=True))


def test_whatever_is_painted_is_tagged_or_an_artefact(pdf: pikepdf.Pdf) -> None:
    assert all(marks for leaf in pdf.pages for _, marks in marked(leaf))


def test_every_tag_is_in_the_tree(pdf: pikepdf.Pdf) -> None:
    tree = {element.objgen for element in elements(pdf.Root.StructTreeRoot.K)}
    by_page = owners(pdf)
    for leaf in pdf.pages:
        for _, marks in marked(leaf):
            for tag, number in marks:
                assert tag == "/Artifact" or by_page[int(leaf.StructParents)][int(number)].objgen in tree


def test_the_head_and_foot_of_each_page_are_artefacts(pdf: pikepdf.Pdf) -> None:
    for leaf in pdf.pages:
        steps = [step for step in pikepdf.parse_content_stream(leaf) if str(step.operator) == "BDC"]
        found: list[Any] = [list(step.operands) for step in steps]
        kinds = [str(properties.get("/Type")) for tag, properties in found if str(tag) == "/Artifact"]
        assert kinds.count("/Pagination") >= 3


def test_each_picture_has_words_each_link_and_each_table_head_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    found = list(elements(pdf.Root.StructTreeRoot.K))
    assert all(str(one.Alt).strip() for one in found if one.S == "/Figure")
    heads = [one for one in found if one.S == "/TH"]
    assert heads
    assert all(one.A.Scope == "/Column" for one in heads)
    notes = [note for leaf in pdf.pages for note in leaf.get("/Annots", [])]
    assert notes
    assert all(str(note.Contents) and int(note.StructParent) in owners(pdf) for note in notes)


def test_levels_of_headings_are_not_skipped(pdf: pikepdf.Pdf) -> None:
    levels = [int(str(one.S)[2:]) for one in elements(pdf.Root.StructTreeRoot.K) if str(one.S)[:2] == "/H"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_says_that_it_conforms_to_both_standards(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] == "3"
    assert b"pdfaExtension:schemas" in pdf.Root.Metadata.read_bytes()


def test_every_font_is_inside_and_can_be_read_as_text(pdf: pikepdf.Pdf) -> None:
    for leaf in pdf.pages:
        for font in leaf.Resources.Font.values():
            assert "/ToUnicode" in font
            assert {"/FontFile2", "/FontFile3"} & set(font.DescendantFonts[0].FontDescriptor.keys())
    assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_its_syntax_is_sound(pdf: pikepdf.Pdf) -> None:
    assert pdf.check_pdf_syntax() == []


@pytest.mark.skipif(
    shutil.which("verapdf") is None,
    reason="veraPDF, which no package registry offers, is not installed: see https://verapdf.org",
)
@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_a_validator_finds_nothing(pdf: pikepdf.Pdf, tmp_path: Path, flavour: str) -> None:
    pdf.save(tmp_path / "brief.pdf")
    asked = ["verapdf", "--flavour", flavour, "--format", "text", str(tmp_path / "brief.pdf")]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("PASS"), done.stdout
