"""The Word document: Word's own headings, lists, tables and links; its frame, its properties, its bytes."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from page_samples import LABELS, MARKDOWN, TEMPLATES, page_audience, page_brief, page_view

from briefgen.model.audience import Audience, Colours, Logo, PageSize
from briefgen.model.marking import TLP_2
from briefgen.render import Page
from briefgen.render.charts.timeline import timeline_chart
from briefgen.render.templates import Templates
from briefgen.render.word import render_docx

SVG_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'


def sample(
    markdown: str = MARKDOWN,
    *,
    marking: str | None = "TLP:GREEN",
    title: str = "Ferries & fog on lake Orlo",
    audience: Audience | None = None,
    portions: tuple[str, ...] = (),
    drawn: bool = False,
    folders: tuple[Path, ...] = (TEMPLATES,),
) -> Page:
    brief = page_brief(marking=marking, title=title)
    chart = timeline_chart(page_view(brief), LABELS) if drawn else None
    return Page(
        brief=brief,
        audience=audience or page_audience(),
        templates=Templates(folders),
        labels=LABELS,
        marking=TLP_2.look(marking) if marking else None,
        markdown=markdown,
        shown=markdown,
        portions=portions,
        charts={"analyst-timeline.svg": chart.svg} if chart else {},
        captions=(),
    )


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def written() -> bytes:
    return render_docx(sample(drawn=True))


@pytest.fixture
def document(written: bytes) -> Document:
    return opened(written)


def styled(document: Document, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style is not None and one.style.name == style]


def under(document: Document, heading: str) -> list[Paragraph | Table]:
    """The blocks between `heading` and the next one."""
    blocks = list(document.iter_inner_content())
    start = next(i for i, one in enumerate(blocks) if isinstance(one, Paragraph) and one.text == heading)
    below = blocks[start + 1 :]
    end = next((i for i, one in enumerate(below) if _is_heading(one)), len(below))
    return below[:end]


def _is_heading(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and block.style is not None and "Heading" in str(block.style.name)


def test_headings_are_those_of_word(document: Document) -> None:
    assert styled(document, "Title") == ["Ferries & fog on lake Orlo"]
    assert styled(document, "Heading 1")[:3] == ["Bottom line", "Key points", "Who says what"]
    assert styled(document, "Heading 2") == ["Mayor Odd Lund", "Harbour office", "S1", "E1", "E2"]


def test_the_facts_stand_below_the_title_and_the_marking_does_not(document: Document) -> None:
    assert styled(document, "Subtitle")[0].startswith("As of 3 May 2031")
    assert "TLP:GREEN" not in "".join(one.text for one in document.paragraphs)


def test_a_status_leads_its_item_in_a_list_by_mark_and_word(document: Document) -> None:
    (item,) = (one for one in under(document, "Bottom line") if isinstance(one, Paragraph))
    assert item.text.split("\t")[0] == "○\u00a0Unconfirmed"
    assert item._p.pPr is not None
    assert item._p.pPr.numPr is not None
    assert item.runs[0].font.name == "Segoe UI Symbol"


def test_a_note_stands_behind_the_status(document: Document) -> None:
    items = [one.text for one in under(document, "Key points") if isinstance(one, Paragraph)]
    assert items[1].split("\t")[0] == "◐\u00a0Reported · 2 origins"


def test_a_table_repeats_its_head_and_keeps_its_rows_whole(document: Document) -> None:
    (table,) = (one for one in under(document, "Figures") if isinstance(one, Table))
    first, *others = [row._tr.trPr for row in table.rows]
    assert first.find(qn("w:tblHeader")) is not None
    assert all(one.find(qn("w:cantSplit")) is not None for one in (first, *others))
    assert all(one.find(qn("w:tblHeader")) is None for one in others)
    assert [cell.text for cell in table.rows[1].cells] == ["more than 40", "passengers", "1,200", "1, 2"]
    caption = table._tbl.tblPr.find(qn("w:tblCaption"))
    assert caption is not None
    assert caption.get(qn("w:val")) == "Figures"


def test_the_columns_of_a_table_fill_the_text_and_numbers_stand_right(document: Document) -> None:
    (table,) = (one for one in under(document, "Figures") if isinstance(one, Table))
    across = sum(column.width or 0 for column in table.columns)
    assert abs(across - Mm(170)) < Mm(1)
    assert table.rows[1].cells[0].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_every_link_leads_to_a_bookmark_and_each_bookmark_has_a_name_of_its_own(document: Document) -> None:
    body = document.element.body
    names = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    anchors = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert len(names) == len(set(names))
    assert {"e1", "e2", "s1"} <= set(anchors) <= set(names)


def test_evidence_leads_back_to_the_first_line_that_cites_it(document: Document) -> None:
    (facts, quote) = (one for one in under(document, "E1") if isinstance(one, Paragraph))
    back = [link._hyperlink.get(qn("w:anchor")) for link in facts.hyperlinks]
    assert back[1:] == ["bottom_line_e1", "key_points_e1", "figures_e1"]
    assert quote.style is not None
    assert quote.style.name == "Quote"
    cited = [run.text for run in quote.runs if run.style.name == "Cited Words"]
    assert cited == ["The mayor says a ferry “ran aground in the fog”."]


def test_numbers_that_lead_nowhere_are_no_links() -> None:
    audience = Audience(name="x", title="", description="", sections=(), citations="numbers")
    document = opened(render_docx(sample(audience=audience)))
    (item,) = (one for one in under(document, "Bottom line") if isinstance(one, Paragraph))
    assert item.text.endswith("1")
    assert not item.hyperlinks


def test_a_link_to_the_web_is_one_and_a_link_to_anything_else_is_words() -> None:
    links = (
        "# T\n\nFacts\n\n## Notes\n\n[a](https://example.org/?a=1&b=2) [b](ftp://example.org) [c](#nowhere)\n"
    )
    document = opened(render_docx(sample(links)))
    (line,) = (one for one in under(document, "Notes") if isinstance(one, Paragraph))
    assert [link.address for link in line.hyperlinks] == ["https://example.org/?a=1&b=2"]
    assert line.text == "a b c"


@pytest.mark.parametrize("first", [True, False])
def test_the_marking_is_in_head_and_foot_of_each_page_as_tlp_lays_down(
    document: Document, first: bool
) -> None:
    section = document.sections[0]
    assert section.different_first_page_header_footer
    parts = (
        (section.first_page_header, section.first_page_footer) if first else (section.header, section.footer)
    )
    for part in parts:
        (marking,) = (one for one in part.paragraphs if one.text.strip("\u00a0") == "TLP:GREEN")
        assert marking.style is not None
        assert marking.style.font.size == Pt(12)
        assert marking.paragraph_format.alignment in {None, WD_ALIGN_PARAGRAPH.RIGHT}
        assert marking.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
        (run,) = marking.runs
        assert str(run.font.color.rgb) == "33FF00"
        shade = run._r.rPr.find(qn("w:shd")) if run._r.rPr is not None else None
        assert shade is not None
        assert shade.get(qn("w:fill")) == "000000"


def test_pages_are_counted_and_the_title_runs_from_the_second_on(document: Document) -> None:
    section = document.sections[0]
    fields = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == [" PAGE ", " NUMPAGES "]
    assert "Ferries & fog on lake Orlo" in [one.text for one in section.header.paragraphs]
    assert "Ferries" not in "".join(one.text for one in section.first_page_header.paragraphs)


@pytest.mark.parametrize(("size", "across"), [("A4", 210), ("Letter", 215.9)])
def test_paper_is_what_the_audience_has(size: PageSize, across: float) -> None:
    section = opened(render_docx(sample(audience=page_audience(size)))).sections[0]
    assert section.page_width is not None
    assert abs(section.page_width - Mm(across)) < Mm(0.1)


def test_properties_come_from_the_brief(document: Document) -> None:
    core = document.core_properties
    assert (core.title, core.author, core.language) == ("Ferries & fog on lake Orlo", "briefgen", "en")
    assert core.created == core.modified
    assert str(core.created).startswith("2031-05-03 00:00:00")
    assert core.keywords.startswith("TLP:GREEN")
    assert core.comments.startswith("As of 3 May 2031")


def test_a_title_longer_than_a_property_may_be_is_cut_there_alone() -> None:
    title = "Ferry " * 60
    document = opened(render_docx(sample(f"# {title}\n\nFacts\n", title=title)))
    assert len(document.core_properties.title) <= 255
    assert styled(document, "Title") == [title.strip()]


def test_the_language_of_the_words_is_said(written: bytes) -> None:
    assert 'w:lang w:val="en-US"' in part(written, "word/styles.xml")


def test_a_picture_stands_as_wide_as_the_text_with_words_for_who_cannot_see_it(document: Document) -> None:
    (picture,) = document.inline_shapes
    assert abs(picture.width - Mm(170)) < Mm(1)
    assert picture._inline.docPr.get("descr") == "Timeline: a ferry runs aground"


def test_a_logo_stands_above_the_title(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "logo.svg").write_text(SVG_LOGO)
    audience = Audience(
        name="x",
        title="",
        description="",
        sections=(),
        logo=Logo("logo.svg", "A sail"),
        colours=Colours("#aa0000"),
    )
    data = render_docx(sample(audience=audience, folders=(tmp_path, TEMPLATES)))
    document = opened(data)
    assert [one._inline.docPr.get("descr") for one in document.inline_shapes] == ["A sail"]
    assert "AA0000" in part(data, "word/styles.xml")


def test_a_portion_mark_stands_behind_the_lead_and_before_all_else() -> None:
    markdown = (
        "# T\n\nFacts\n\n## Key points\n\n- (U) ◐ **Reported** · 1 origin — Fog. [1](#e1)\n\n(S) Words.\n"
    )
    document = opened(render_docx(sample(markdown, portions=("U", "S"))))
    lines = [one.text for one in under(document, "Key points") if isinstance(one, Paragraph)]
    assert lines == ["◐\u00a0Reported · 1 origin\t(U) Fog.\u00a01", "(S) Words."]


def test_each_ordered_list_counts_from_one() -> None:
    xml = part(
        render_docx(sample("# T\n\nF\n\n## A\n\n1. x\n   1. y\n\n## B\n\n1. z\n")), "word/document.xml"
    )
    assert re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d)"/>', xml) == [
        ("0", "3"),
        ("1", "4"),
        ("0", "5"),
    ]


def test_words_written_from_right_to_left_are_told_so() -> None:
    xml = part(
        render_docx(sample("# T\n\nF\n\n## A\n\nThe paper דבר and صحيفة الغد said so.\n")),
        "word/document.xml",
    )
    assert '<w:rtl/></w:rPr><w:t xml:space="preserve">صحيفة الغد</w:t>' in xml
    assert xml.count("<w:rtl/>") == 2


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.text(max_size=20))
def test_no_text_breaks_the_file(text: str, title: str) -> None:
    table = f"| {text} |\n|---|\n| {text} |\n"
    lines = f"# {title}\n\n{text}\n\n## {text}\n\n- ○ **{text}** — {text} [1](#e1)\n\n{table}"
    data = render_docx(sample(lines, title=title, marking="TLP:RED"))
    document = opened(data)
    assert "TLP:RED" in document.sections[0].header.paragraphs[0].text


def test_code_points_that_xml_has_no_place_for_are_replaced() -> None:
    document = opened(render_docx(sample("# A\x01b\ufffe\ud800c\n\nF\n")))
    assert styled(document, "Title") == ["A\ufffdb\ufffd\ufffdc"]


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens bidi spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish color spacing w kern position sz "
    "szCs highlight u bdr shd vertAlign rtl cs lang",
    "tblPr": "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top start left bottom end right insideH insideV",
    "pBdr": "top left bottom right between bar",
    "sectPr": "headerReference footerReference pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols vAlign "
    "titlePg textDirection bidi docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr",
}
"""Elements with those that they may hold, as far as a brief does, in the order of ECMA-376, part 1, annex A.
Word calls a file damaged in which they stand in another."""


@pytest.mark.parametrize("name", ORDER)
def test_elements_stand_in_the_order_that_word_asks_for(written: bytes, name: str) -> None:
    order = ORDER[name].split()
    archive = zipfile.ZipFile(io.BytesIO(written))
    parts = [part for part in archive.namelist() if re.fullmatch(r"word/\w+\.xml", part)]
    for part in parts:
        for element in ElementTree.fromstring(archive.read(part)).iter(qn(f"w:{name}")):
            held = [
                one.tag.removeprefix(qn("w:p")[:-1]) for one in element if one.tag.startswith(qn("w:p")[:-1])
            ]
            assert sorted(held, key=order.index) == held, part


def test_every_cell_ends_in_a_paragraph_and_every_row_has_all_its_cells(document: Document) -> None:
    for table in document.tables:
        across = len(table._tbl.tblGrid)
        for row in table._tbl.tr_lst:
            assert len(row.tc_lst) == across
            assert all(cell[-1].tag == qn("w:p") for cell in row.tc_lst)


def test_a_colleague_can_comment_on_a_line(document: Document) -> None:
    line = next(one for one in document.paragraphs if one.style is not None and one.style.name == "Title")
    document.add_comment(line.runs, text="Says who?", author="Ada Lund")
    again = io.BytesIO()
    document.save(again)
    assert [one.text for one in opened(again.getvalue()).comments] == ["Says who?"]


def test_members_of_the_archive_tell_no_time(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in archive.namelist() if "thumbnail" in name or "customXml" in name]


SCRIPT = """
import sys, hashlib
sys.path.insert(0, {folder!r})
from test_word import sample
from briefgen.render.word import render_docx
print(hashlib.sha256(render_docx(sample(drawn=True))).hexdigest())
"""


def test_hash_seed_and_time_zone_change_no_byte(written: bytes) -> None:
    script = SCRIPT.format(folder=str(Path(__file__).parent))
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Adak")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
        assert ran.stdout.decode().strip() == hashlib.sha256(written).hexdigest()


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()
