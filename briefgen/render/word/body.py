"""The sections of a brief as the body of a Word document."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from markdown_it.token import Token

from briefgen.render import structure
from briefgen.render.nesting import NESTING
from briefgen.render.word.runs import LOGO, Links, Look, bookmarked, clean, line, picture, portion, run
from briefgen.render.word.styles import BULLETS, DEEPEST, FIRST_ORDERED, LED, STEP
from briefgen.render.word.tables import table

HEADINGS = {"h1": "Title", "h2": "Heading1", "h3": "Heading2"}
"""Deeper ones are all alike: `Heading3`."""
NOTES = frozenset({"who_says_what", "verification", "figures", "evidence"})
"""Sections whose paragraphs tell how to read what follows them."""
INLINE = frozenset({"evidence", "notes"})
"""Sections whose sentences go on through a citation, so that it is not raised."""
ITEMS = {"sources": "SourceItem"}
"""The style of list items, by the section."""


@dataclass
class Place:
    """Where in a section the next block stands."""

    section: str
    lists: list[int] = field(default_factory=list)
    """Numbers of the lists around it; those of bullets are all alike."""
    quoted: int = 0
    first: bool = False
    """Whether it is the first of its list item."""
    titled: bool = False
    """Whether the title has been."""
    paragraphs: int = 0
    """How many there were since the title."""
    ordered: int = 0
    """How many ordered lists there were in the document."""
    heading: str = ""
    """The words of the last heading."""


def facts_of(front: structure.Section) -> str:
    """The words of the paragraph of facts in the title block: of the first below the title."""
    closings = (place for place, token in enumerate(front.tokens) if token.type == "heading_close")
    below = pairwise(front.tokens[next(closings, len(front.tokens)) :])
    lines = (inline for opening, inline in below if opening.type == "paragraph_open")
    return next((structure.plain(inline) for inline in lines), "")


def logo_paragraph(links: Links, words: str) -> str:
    """The logo above the title; `words` tell who cannot see it what it shows."""
    return _styled("Picture", picture(LOGO, words, links))


def body(found: Sequence[structure.Section], links: Links, room: int) -> tuple[str, int]:
    """The blocks of the sections `found`, and how many ordered lists there are in them.

    `room` is the width of the text in twentieths of a point.
    """
    out: list[str] = []
    ordered = 0
    for section in found:
        place = Place(section.name, ordered=ordered)
        out += _blocks(section, place, links, room)
        ordered = place.ordered
    return "".join(out), ordered


def _blocks(section: structure.Section, place: Place, links: Links, room: int) -> Iterator[str]:
    tokens = section.tokens
    tables = dict(structure.tables_of(tokens))
    columns = iter(structure.columns_of(section, structure.TABLE_WIDTH))
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if at in tables:
            yield table(tokens[at : tables[at]], next(columns), room, place.heading, links)
            at = tables[at]
            continue
        if token.type in MOVES:
            MOVES[token.type](place)
        elif token.type == "inline":
            yield _paragraph(tokens[at - 1], token, place, links)
        elif token.type in {"fence", "code_block"}:
            yield _styled("Code", run(token.content.rstrip("\n"), Look(mono=True)))
        elif token.type == "hr":
            yield _styled("Rule", "")
        at += 1


def _enter_bullets(place: Place) -> None:
    place.lists.append(BULLETS)


def _enter_numbers(place: Place) -> None:
    place.lists.append(FIRST_ORDERED + place.ordered)
    place.ordered += 1


MOVES: Mapping[str, Callable[[Place], None]] = MappingProxyType(
    {"bullet_list_open": _enter_bullets, "ordered_list_open": _enter_numbers, **NESTING}
)


def _paragraph(opening: Token, inline: Token, place: Place, links: Links) -> str:
    children = inline.children or []
    if opening.type == "heading_open":
        place.titled, place.heading = True, structure.plain(inline)
        words = bookmarked(str(opening.attrs.get("id", "")), line(children, links), links)
        return _styled(HEADINGS.get(opening.tag, "Heading3"), words)
    if place.section == "front" and not place.titled:
        return ""  # the marking, which stands at the head of every page
    if place.lists and not place.quoted:
        return _item(inline, place, links)
    place.paragraphs += 1
    remark = opening.attrs.get("class") == "remark"
    words = line(children, links, cell=place.section in INLINE, strong=_strong(place))
    return _styled("Note" if remark else _style(inline, place), _portioned(inline) + words)


def _portioned(inline: Token) -> str:
    mark = portion(inline)
    pictured = any(child.type == "image" for child in inline.children or ())
    return mark + (run("\n") if mark and pictured else "")


def _strong(place: Place) -> str:
    return "CitedWords" if place.quoted else ""


def _style(inline: Token, place: Place) -> str:
    if place.quoted:
        return "Quote"
    if [child.type for child in inline.children or ()] == ["image"]:
        return "Picture"
    if place.section == "front":
        return "Subtitle" if place.paragraphs == 1 else "Legend"
    tells_whose = place.section == "notes" and place.paragraphs == 1
    return "Note" if tells_whose or place.section in NOTES else "BodyText"


def _item(inline: Token, place: Place, links: Links) -> str:
    first, place.first = place.first, False
    level = min(len(place.lists) - 1, DEEPEST)
    may_lead = first and level == 0 and place.section != "notes"
    lead = structure.lead_of(inline.children or ()) if may_lead else None
    if lead:
        words = run(f"{lead.mark} {lead.word}".strip().replace(" ", "\u00a0"), Look("Lead"))
        words += run(f" · {lead.note}" if lead.note else "", Look("LeadNote")) + "<w:r><w:tab/></w:r>"
        style = "BottomLine" if place.section == "bottom_line" else "LedItem"
        return _styled(style, words + portion(inline) + line(lead.rest, links), _numbered(LED, 0))
    words = portion(inline) + line(inline.children or (), links, cell=place.section in INLINE)
    if not first:
        return _styled("BodyText", words, f'<w:ind w:left="{STEP * (level + 1)}"/>')
    number = place.lists[-1]
    style = ITEMS.get(place.section, "ListBullet" if number == BULLETS else "ListNumber")
    return _styled(style, words, _numbered(number, level))


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _styled(style: str, runs: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{clean(style)}"/>{more}</w:pPr>{runs}</w:p>'
