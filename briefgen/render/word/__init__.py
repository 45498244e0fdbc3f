"""The Markdown of a brief as a Word document: the same words, in Word's own headings, lists and tables."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from briefgen.model.audience import PageSize
from briefgen.render import structure
from briefgen.render.html import KEYWORDS, as_moment, shortened
from briefgen.render.word import frame, styles
from briefgen.render.word.body import body, facts_of, logo_paragraph
from briefgen.render.word.runs import LOGO, Links, Picture, addresses

if TYPE_CHECKING:
    from docx.document import Document

    from briefgen.render import Page

EMU = 36000
"""The document's unit of length in a millimetre."""
UNUSED = ("thumbnail", "extended-properties", "stylesWithEffects", "webSettings", "fontTable", "customXml")
"""What python-docx's empty document has and a brief does not need, by the end of its relationship's type."""
LONGEST_NAME = 40
"""Characters of a bookmark's name, in Word."""
LOGO_SIZE = (60.0, 14.0)
"""The room, in millimetres, in which a logo stands at the left, as large as fits."""
LOGO_STYLE = "width:60mm;height:14mm;object-fit:contain;object-position:left"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can tell; every member has it."""


def render_docx(page: "Page") -> bytes:
    """`page` as a Word document (OOXML, ECMA-376), the same bytes every time.

    Raises `BriefgenError` where there are pictures and what draws them lacks a system library.
    """
    import docx

    found = structure.parsed(page.shown, page.labels.sections, page.portions)
    citing = sorted(found, key=lambda section: section.name == "evidence")
    structure.give_citations(citing, set())
    for section in found:
        structure.quieten(section.tokens, page.remarks)
    if page.audience.citations == "numbers":
        structure.unlink_citations(found)
    document = docx.Document()
    _forget_the_unused(document)
    pictures = _pictures(document, page)
    links = Links(_bookmarks(found), _addresses(document, found), pictures)
    blocks, ordered = body(found, links, round(frame.text_width(page.audience.page) * frame.MM))
    logo = logo_paragraph(links, page.audience.logo.text) if page.audience.logo else ""
    _refill(document.styles.element, _styles(page))
    _refill(document.settings.element, styles.settings_xml(page.brief.language))
    _refill(document.part.numbering_part.element, styles.numbering_xml(ordered))
    _fill(document, logo + blocks, page.audience.page)
    _frame(document, page, facts_of(found[0]))
    _describe(document, page, facts_of(found[0]))
    written = io.BytesIO()
    document.save(written)
    return _repacked(written)


def _styles(page: "Page") -> str:
    colours = page.audience.colours
    own = {styles.BLUE: colours.accent, styles.INK: colours.ink, styles.GREY: colours.quiet}
    chosen = {usual: own for usual, own in {**own, styles.HAIRLINE: colours.rule}.items() if own}
    return styles.styles_xml(page.brief.language, page.labels.language, chosen)


def _bookmarks(found: Sequence[structure.Section]) -> dict[str, tuple[int, str]]:
    """Number and name of a bookmark for every anchor; Word wants short names of letters and digits."""
    anchors = [
        str(token.attrs["id"])
        for section in found
        for outer in section.tokens
        for token in (outer, *(outer.children or ()))
        if "id" in token.attrs
    ]
    return {anchor: (number, _name(anchor, number)) for number, anchor in enumerate(anchors, 1)}


def _name(anchor: str, number: int) -> str:
    name = anchor.replace("-", "_")
    usable = name.isascii() and name[0].isalpha() and name.isidentifier() and len(name) <= LONGEST_NAME
    return name if usable else f"place{number}"


def _addresses(document: "Document", found: Sequence[structure.Section]) -> dict[str, str]:
    from docx.opc.constants import RELATIONSHIP_TYPE

    lines = (token.children or () for section in found for token in section.tokens)
    wanted = dict.fromkeys(address for children in lines for address in addresses(children))
    return {
        address: document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        for address in wanted
    }


def _pictures(document: "Document", page: "Page") -> dict[str, Picture]:
    """The drawings of `page`, as wide as its text, and its logo, as pictures of the document."""
    from briefgen.render.raster import Sheet, rasters, sheet_of
    from briefgen.render.settings import logo_html
    from briefgen.render.style import own_looks

    logo = logo_html(page.audience, page.templates).replace("<img ", f'<img style="{LOGO_STYLE}" ', 1)
    sheets = {LOGO: Sheet(logo, *LOGO_SIZE)} if logo else {}
    ground = page.audience.colours.paper
    sheets |= {file: sheet_of(svg, ground) for file, svg in page.charts.items()}
    own = own_looks(page.audience, page.templates) if logo else ()
    pictures = {}
    for number, (file, image) in enumerate(rasters(sheets, page.templates.fonts, own).items(), 1):
        relation, _ = document.part.get_or_add_image(io.BytesIO(image.png))
        across = image.across if file == LOGO else frame.text_width(page.audience.page)
        down = across * image.down / image.across
        pictures[file] = Picture(relation, round(across * EMU), round(down * EMU), number)
    return pictures


def _forget_the_unused(document: "Document") -> None:
    for relationships in (document.part.package.rels, document.part.rels):
        for key in [key for key, one in relationships.items() if one.reltype.rsplit("/", 1)[-1] in UNUSED]:
            del relationships[key]


def _refill(element: Any, xml: str) -> None:  # noqa: ANN401 - an element of lxml, which has no types
    """Put what is in the element `xml` in place of what `element` holds."""
    from docx.oxml import parse_xml

    element[:] = list(parse_xml(xml))


def _fill(document: "Document", blocks: str, size: PageSize) -> None:
    """`blocks` in place of the document's body, before what it says of its pages."""
    from docx.oxml import parse_xml

    pages = f"<w:sectPr>{frame.page_xml(size)}</w:sectPr>"
    inside: Any = document.element.body
    inside[:] = list(cast("Any", parse_xml(f"<w:body {styles.NAMESPACES}>{blocks}{pages}</w:body>")))


def _frame(document: "Document", page: "Page", facts: str) -> None:
    """Head and foot of every page; those of the first come without the title."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    line = shortened(" · ".join(facts.split(" · ")[:4]))
    foot = frame.footer_xml(line, page.marking, page.audience.page)
    for header, words in ((section.header, shortened(page.brief.title)), (section.first_page_header, "")):
        header.is_linked_to_previous = False
        _refill(header._element, frame.header_xml(words, page.marking))
    for footer in (section.footer, section.first_page_footer):
        footer.is_linked_to_previous = False
        _refill(footer._element, foot)


def _describe(document: "Document", page: "Page", facts: str) -> None:
    core, brief = document.core_properties, page.brief
    names = [entity.name for entity in brief.entities if entity.name in page.markdown][:KEYWORDS]
    author = brief.generator.split()[0]
    core.created = core.modified = datetime.fromisoformat(as_moment(brief.as_of)).astimezone(UTC)
    core.revision = 1
    frame.describe(
        core,
        title=brief.title,
        author=author,
        last_modified_by=author,
        comments=facts,
        keywords=", ".join([*([page.marking.name] if page.marking else []), *names]),
        language=brief.language,
    )


def _repacked(written: io.BytesIO) -> bytes:
    """The archive with nothing in it that tells when or where it was made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            after.writestr(member, before.read(name))
    return packed.getvalue()
