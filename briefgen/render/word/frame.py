"""What stands around the text of a Word document: pages, their head and foot, and its properties."""

from typing import TYPE_CHECKING

from briefgen.model.audience import PageSize
from briefgen.model.marking import Level
from briefgen.render.word.runs import ILLEGAL, clean, run
from briefgen.render.word.styles import NAMESPACES

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

MM = 56.6929
"""A millimetre in twentieths of a point."""
PAGES: dict[PageSize, tuple[float, float]] = {"A4": (210, 297), "Letter": (215.9, 279.4)}
"""Width and height in millimetres."""
TOP, SIDE, BOTTOM, EDGE = 24.0, 20.0, 24.0, 9.0
"""Margins, and how far head and foot stand from the edge of the paper, in millimetres."""
LONGEST = 255
"""Characters that a property of a document may have: ECMA-376, part 2 as python-docx reads it."""


def text_width(page: PageSize) -> float:
    """The width of the text on a page, in millimetres."""
    return PAGES[page][0] - 2 * SIDE


def page_xml(page: PageSize) -> str:
    """What `w:sectPr` says of the size of the page and its margins."""
    across, down = (round(side * MM) for side in PAGES[page])
    top, side, bottom, edge = (round(length * MM) for length in (TOP, SIDE, BOTTOM, EDGE))
    return (
        f'<w:pgSz w:w="{across}" w:h="{down}"/><w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" '
        f'w:left="{side}" w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
    )


def header_xml(title: str, marking: Level | None) -> str:
    """The head of a page: its marking, and below it the title, which the first page does without."""
    words = f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{run(title)}</w:p>'
    return f"<w:hdr {NAMESPACES}>{_marked(marking)}{words}</w:hdr>"


def footer_xml(facts: str, marking: Level | None, page: PageSize) -> str:
    """The foot of a page: what the brief is, the number of the page, and its marking."""
    right = round(text_width(page) * MM)
    words = (
        '<w:p><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:tabs><w:tab w:val="right" w:pos="{right}"/></w:tabs></w:pPr>'
        f"{run(facts)}<w:r><w:tab/></w:r>{_field('PAGE')}{run(' / ')}{_field('NUMPAGES')}</w:p>"
    )
    return f"<w:ftr {NAMESPACES}>{words}{_marked(marking)}</w:ftr>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _marked(marking: Level | None) -> str:
    if marking is None:
        return ""
    colour, ground = marking.colour.lstrip("#").upper(), marking.background.lstrip("#").upper()
    return (
        '<w:p><w:pPr><w:pStyle w:val="Marking"/></w:pPr><w:r><w:rPr>'
        f'<w:color w:val="{colour}"/><w:shd w:val="clear" w:color="auto" w:fill="{ground}"/></w:rPr>'
        f'<w:t xml:space="preserve">\u00a0{clean(marking.name)}\u00a0</w:t></w:r></w:p>'
    )


def describe(core: "CoreProperties", **properties: str) -> None:
    """Set `properties`, words of the document's core properties, each cut where it is too long."""
    for name, words in properties.items():
        legal = ILLEGAL.sub("\ufffd", words)
        setattr(core, name, legal if len(legal) <= LONGEST else legal[: LONGEST - 2].rsplit(" ", 1)[0] + " …")
