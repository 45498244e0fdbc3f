"""A line of the brief as runs of WordprocessingML: letters, emphasis, citations, links."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from markdown_it.token import Token

from briefgen.render import structure
from briefgen.render.word.styles import MONO, SYMBOLS, fonts

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) has no place for."""
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Hebrew, Arabic and the scripts beside them."""
PARTS = re.compile(
    f"([{''.join(structure.MARKS)}])|([{RIGHT_TO_LEFT}]+(?:[^\\w<>]{{1,3}}[{RIGHT_TO_LEFT}]+)*)|(\n)"
)
"""What needs a run of its own: a status mark, words written from right to left, the end of a line."""
WEB = re.compile(r"(?i)(https?|mailto):")
LOGO = "logo"
"""The name, beside files, of the picture that is the audience's logo."""
MARK_FACE = fonts(SYMBOLS).replace("/>", f' w:eastAsia="{SYMBOLS}"/>')
MARK_WORD = re.compile(f"([{''.join(structure.MARKS)}]) ")
NO_BREAK = "\u00a0"


class Picture(NamedTuple):
    """A picture of the document: its relationship and its size in the document's unit, EMU (1/36000 mm)."""

    relation: str
    across: int
    down: int
    number: int


class Links(NamedTuple):
    """What a line may lead to or show."""

    bookmarks: Mapping[str, tuple[int, str]]
    """Number and name of the bookmark, by the anchor."""
    addresses: Mapping[str, str]
    """Relationships, by the address."""
    pictures: Mapping[str, Picture]
    """By the file under which the Markdown shows them."""


class Look(NamedTuple):
    """How the letters of a run look."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    mono: bool = False


def clean(text: str) -> str:
    """`text` as XML may hold it, escaped."""
    return escape(ILLEGAL.sub("\ufffd", text))


def run(text: str, look: Look = Look()) -> str:  # noqa: B008 - immutable
    """`text` as runs, split where a part needs another face or direction."""
    if not PARTS.search(text):
        return _one(text, look) if text else ""
    out, at = [], 0
    for part in PARTS.finditer(text):
        before = text[at : part.start()]
        out.append(_one(before, look) if before else "")
        mark, strange, _ = part.groups()
        if mark:
            out.append(_one(mark, look, face=MARK_FACE))
        elif strange:
            out.append(_one(strange, look, more="<w:rtl/>"))
        else:
            out.append("<w:r><w:br/></w:r>")
        at = part.end()
    return "".join(out) + (_one(text[at:], look) if text[at:] else "")


def _one(text: str, look: Look, face: str = "", more: str = "") -> str:
    face = face or (fonts(MONO) if look.mono else "")
    style = f'<w:rStyle w:val="{look.style}"/>' if look.style else ""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    properties = f"{style}{face}{bold}{italic}{more}"
    opening = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{opening}<w:t xml:space="preserve">{clean(text)}</w:t></w:r>'


def bookmarked(anchor: str, inside: str, links: Links) -> str:
    """`inside` with a bookmark around it, if something leads to `anchor`."""
    if anchor not in links.bookmarks:
        return inside
    number, name = links.bookmarks[anchor]
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def portion(inline: Token) -> str:
    """The portion mark that `structure.take_portions` set aside, if any."""
    mark = inline.meta.get(structure.PORTION)
    return run(f"({mark}) ", Look("Portion")) if mark else ""


def line(children: Sequence[Token], links: Links, *, cell: bool = False, strong: str = "") -> str:
    """The runs of a line; in a `cell` citations are not raised; `strong` is the style of strong words."""
    out: list[str] = []
    look = Look()
    at = 0
    while at < len(children):
        child = children[at]
        if child.type == "link_open":
            end = next(i for i in range(at, len(children)) if children[i].type == "link_close")
            out.append(_link(child, children[at + 1 : end], links, cell))
            at = end
        elif child.type == "image":
            out.append(_image(child, links))
        else:
            look = _changed(child, look, strong)
            out.append(_words(child, look, cell, _is_cited(children[at + 1 : at + 2])))
        at += 1
    return "".join(out)


def _is_cited(following: Sequence[Token]) -> bool:
    return bool(following) and following[0].attrs.get("class") == "cite"


def _changed(child: Token, look: Look, strong: str) -> Look:
    opens = child.type.endswith("_open")
    if child.type in {"strong_open", "strong_close"}:
        return look._replace(style=strong if opens else "") if strong else look._replace(bold=opens)
    if child.type in {"em_open", "em_close"}:
        return look._replace(italic=opens)
    return look


def _words(child: Token, look: Look, cell: bool, cited: bool) -> str:
    if child.type == "html_inline":
        return run(", ", Look(_citation(cell))) if child.content == structure.THEN else ""
    if child.type == "code_inline":
        return run(child.content, look._replace(mono=True))
    if child.type == "hardbreak":
        return run("\n")
    if child.type == "softbreak":
        return run(" ", look)
    words = MARK_WORD.sub(rf"\1{NO_BREAK}", child.content)
    if cited and words.endswith(" "):
        words = words[:-1] + NO_BREAK
    return run(words, look)


def _citation(cell: bool) -> str:
    return "CellCitation" if cell else "Citation"


def _link(opening: Token, inside: Sequence[Token], links: Links, cell: bool) -> str:
    address = str(opening.attrs.get("href", ""))
    cited = opening.attrs.get("class") == "cite"
    words = "".join(child.content for child in inside if child.type in {"text", "code_inline"})
    target = links.bookmarks.get(address[1:]) if address.startswith("#") else None
    style = _citation(cell) if cited else "Reference" if target else "Hyperlink"
    if target:
        link = f'<w:hyperlink w:anchor="{target[1]}" w:history="1">{run(words, Look(style))}</w:hyperlink>'
    elif address in links.addresses:
        relation = links.addresses[address]
        link = f'<w:hyperlink r:id="{relation}" w:history="1">{run(words, Look(style))}</w:hyperlink>'
    else:
        link = run(words, Look(style if cited else ""))
    return bookmarked(str(opening.attrs.get("id", "")), link, links)


def addresses(children: Sequence[Token]) -> Iterator[str]:
    """The addresses outside the document to which a line leads."""
    for child in children:
        address = str(child.attrs.get("href", ""))
        if child.type == "link_open" and WEB.match(address):
            yield address


def _image(image: Token, links: Links) -> str:
    words = "".join(child.content for child in image.children or ())
    return picture(str(image.attrs.get("src", "")), words, links)


def picture(file: str, words: str, links: Links) -> str:
    """The picture `file` with `words` for who cannot see it; these alone where there is no such picture."""
    shown = links.pictures.get(file)
    if shown is None:
        return run(words)
    extent = f'cx="{shown.across}" cy="{shown.down}"'
    name = f'id="{shown.number}" name="Picture {shown.number}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr {name} descr="{clean(words)}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr {name} descr="{clean(words)}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{shown.relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
