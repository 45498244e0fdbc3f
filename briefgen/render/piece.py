"""One piece of a long page printed, its objects numbered so that the pieces make one PDF together."""

import re
import zlib
from array import array
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import ParseError, fromstring

import msgspec

from briefgen.render.accessible import Pdf, make_accessible
from briefgen.render.lighter import LINK_NAME
from briefgen.render.pdf import (
    VARIANT,
    Attached,
    attach,
    missing_from,
    name_files_once,
    weasyprint_classes,
)

PAGES, ELEMENTS = 1, 2
"""What the pieces share: the tree of pages, and the element at the head of all tags."""
KEYS = 1_000_000
"""From the first key of a piece in the tree of tags to the first of the next."""
REFERENCE = re.compile(rb"(\d+) 0 R")
VOID = re.compile(r"(<(?:col|br|hr|img|input)\b[^<>]*?)/?>")
"""Elements that HTML does not close."""
MARGINS = (
    *(
        f"{edge}-{part}"
        for edge in ("top", "bottom")
        for part in ("left-corner", "left", "center", "right", "right-corner")
    ),
    *(f"{edge}-{part}" for edge in ("left", "right") for part in ("top", "middle", "bottom")),
)
"""The boxes in the margins of a page: CSS Paged Media 3, 4.2."""
NOTES = re.compile(r"^::(?:footnote|note)-.*$", re.MULTILINE)
ASKS_FOR_NOTES = re.compile(r"footnote|note\(|::note-")
MARGIN = re.compile(rf"^\s*@({'|'.join(MARGINS)})\s*{{[^}}]*}}", re.MULTILINE)
SHOW_NUMBER = (b"/Artifact <</Type /Pagination>> BDC", b"/Number Do", b"EMC")
"""Paints the number of a page, as an artefact: ISO 32000-1, 14.8.2.2."""
PACKING = 6
"""How hard `zlib` tries: a third of the time of its utmost, for 2 % more bytes."""
LONGEST = 20
"""Characters of a word for which there is room in a column of text, and in the margin."""
WHOLE_WORDS = "body{overflow-wrap:normal}"
"""Looking for places to break words at takes a tenth of the time that a page of text takes."""


class Job(msgspec.Struct, frozen=True):
    """A piece to print."""

    place: int
    """Its place among the pieces, from 1."""
    spread: int
    """More than there are pieces: the numbers of one piece's objects differ by multiples of it."""
    frame: str
    """A page whose `main` is empty."""
    piece: str
    """What is to stand in it: HTML that is also XML, as `render_html` writes it."""
    faces: str
    """The rules that bring the faces which ship, apart, so that they are loaded once for many pieces."""
    style: str
    names: frozenset[str]
    """All that links may lead to, in this piece or another."""
    moment: datetime
    """The time of the brief."""
    attached: Attached | None = None
    """What is told of the file that travels with the page; its text is not that of the file."""
    size: int = 0
    """Bytes of the file that travels with the page."""
    checksum: str = ""
    """Its MD5."""
    last: str = ""
    """Rules of this piece alone."""
    counted: bool = False
    """Whether its pages hold nothing but their numbers, to be painted on the pages of other pieces."""


class Bookmark(msgspec.Struct, frozen=True):
    """Where a bookmark leads, and how deep it stands."""

    level: int
    title: str
    target: bytes


class Printed(msgspec.Struct, frozen=True):
    """A piece, ready to be written into the file."""

    pages: list[int]
    """The numbers of its pages."""
    slots: list[int]
    """For each page, the number of the drawing of its number, which is still to be given."""
    drawings: list[bytes]
    """Of a counted piece: for each page the drawing of its number."""
    streams: list[tuple[int, bytes]]
    members: bytes
    """The numbers of the objects that stand, one after another, in `packed`: an array of 32-bit numbers."""
    packed: bytes
    packed_as: int
    """The number of `packed` itself."""
    names: list[tuple[str, bytes]]
    bookmarks: list[Bookmark]
    elements: list[int]
    """The numbers of its uppermost tags."""
    keys: int
    """The number of its part of the tree that finds tags by their contents."""
    last_key: int
    catalog: dict[str, bytes]
    info: bytes
    file: tuple[int, bytes] | None = None
    """The number of the file that travels with the page, and what is told of it, but for its length."""
    missing: frozenset[str] = frozenset()
    """Characters that no face has."""


class Pages(msgspec.Struct, frozen=True):
    """What has to be known of a printed piece before the rest is."""

    pages: list[int]


class Numbering:
    """The numbers of a piece's objects in the file: those of pieces never meet, whatever their sizes."""

    def __init__(self, job: Job, shared: Mapping[int, int]) -> None:
        """`shared` gives the objects of the piece that stand once in the file."""
        self.job = job
        self.shared = shared
        self.references: dict[bytes, bytes] = {}

    def of(self, number: int) -> int:
        """The number in the file of what has `number` in the piece."""
        if number in self.shared:
            return self.shared[number] * self.job.spread
        return number * self.job.spread + self.job.place

    def written(self, value: object) -> bytes:  # noqa: PLR0911 - one line for each kind of value
        """`value`, an object of pydyf or a part of one, as it stands in a file."""
        if isinstance(value, bytes):
            return self.references.get(value) or self._refer(value)
        if isinstance(value, dict):
            written = self.written
            return b"<<%s>>" % b"".join([_name(key) + written(part) for key, part in value.items()])
        if isinstance(value, str):
            return value.encode("ascii")
        if isinstance(value, list):
            return b"[%s]" % b" ".join([self.written(part) for part in value])
        if isinstance(value, float):
            return b"%d" % value if value.is_integer() else f"{value:f}".rstrip("0").encode("ascii")
        if isinstance(value, int):
            return b"%d" % value
        data: bytes = value.data  # type: ignore[attr-defined]  # a string of pydyf, which has no types
        return data

    def _refer(self, value: bytes) -> bytes:
        match = REFERENCE.fullmatch(value)
        found = self.references[value] = b"%d 0 R" % self.of(int(match[1])) if match else value
        return found

    def stream(self, value: Any) -> bytes:  # noqa: ANN401 - a stream of pydyf, which has no types
        """A stream of pydyf, packed."""
        raw = b"\n".join(item if isinstance(item, bytes) else self.written(item) for item in value.stream)
        data = zlib.compress(raw, PACKING)
        head = self.written({**value.extra, "Filter": "/FlateDecode", "Length": len(data)})
        return b"%s\nstream\n%s\nendstream" % (head, data)


@lru_cache(maxsize=1000)
def _name(key: str) -> bytes:
    """The name that `key` is in a dictionary, and the space behind it."""
    return b"/%s " % key.encode("ascii")


def print_piece(job: Job) -> Printed:
    """The piece that `job` describes. Raises `BriefgenError` where system libraries are missing."""
    html_class, attachment_class, fetcher = weasyprint_classes()
    page = _page(job, html_class, fetcher)
    sheets = [_sheet(job.faces, job.style)]
    if not _has_long_words(page):
        sheets.append(_small_sheet(WHOLE_WORDS))
    if job.last:
        sheets.append(_small_sheet(job.last))
    document = page.render(
        font_config=_fonts(job.faces), stylesheets=sheets, pdf_variant=None if job.counted else VARIANT
    )
    _name_links(document)
    anchors = _keep_links(document, job.names)
    bookmarks = _take_bookmarks(document)
    found: list[Printed] = []

    def take(_: object, pdf: Pdf) -> None:
        one = _counted(pdf, job) if job.counted else _printed(pdf, job, anchors, bookmarks)
        found.append(msgspec.structs.replace(one, missing=missing_from(document)))
        del pdf.objects[1:]  # nothing is left for WeasyPrint to write

    document.write_pdf(
        pdf_variant=None if job.counted else VARIANT,
        output_intent="srgb",
        attachments=[attach(job.attached, attachment_class, fetcher)] if job.attached else None,
        finisher=take,
    )
    return found[0]


def _page(job: Job, html_class: Any, fetcher: object) -> Any:  # noqa: ANN401
    """The page to print, read as XML, in a twentieth of the time that WeasyPrint takes to read HTML."""
    from cssselect2 import ElementWrapper  # type: ignore[import-untyped]

    try:
        elements = list(fromstring("<main>" + VOID.sub(r"\1/>", job.piece) + "</main>"))
    except ParseError:  # a character that XML has no place for
        return html_class(string=job.frame.replace("<main>", "<main>" + job.piece, 1), url_fetcher=fetcher)
    page = html_class(string=job.frame, url_fetcher=fetcher)
    page.etree_element.find("body/main").extend(elements)
    page.wrapper_element = ElementWrapper.from_html_root(page.etree_element, content_language=None)
    page._ua_stylesheets = lambda *_: [_own_sheet(job.style)]
    return page


@lru_cache(maxsize=2)
def _own_sheet(style: str) -> Any:  # noqa: ANN401
    """The style sheet that WeasyPrint has for every page, without what only `style` could make use of.

    Its rules for notes have it work out five styles for each element, those for the margins of a page
    sixteen for each page.
    """
    from weasyprint import CSS
    from weasyprint.html import UA, UA_COUNTER_STYLE

    rules = UA if ASKS_FOR_NOTES.search(style) else NOTES.sub("", UA)
    used = MARGIN.sub(lambda rule: rule[0] if f"@{rule[1]}" in style else "", rules)
    return CSS(string=used, counter_style=UA_COUNTER_STYLE)


@lru_cache(maxsize=1)
def _fonts(faces: str) -> Any:  # noqa: ANN401
    """The faces that the rules `faces` bring; to load them takes as long as some twenty pages."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    font_config = FontConfiguration()
    _, _, fetcher = weasyprint_classes()
    CSS(string=faces, font_config=font_config, url_fetcher=fetcher)
    return font_config


@lru_cache(maxsize=3)  # of the first piece, of those after it, and of the numbers of their pages
def _sheet(faces: str, style: str) -> Any:  # noqa: ANN401
    from weasyprint import CSS

    _, _, fetcher = weasyprint_classes()
    return CSS(string=style, font_config=_fonts(faces), url_fetcher=fetcher)


def forget_faces() -> None:
    """Let go of the faces while WeasyPrint can still remove the files that it keeps them in."""
    _sheet.cache_clear()
    _fonts.cache_clear()


def _has_long_words(page: Any) -> bool:  # noqa: ANN401
    """Whether some word outside of tables may have to be broken; tables know that of themselves."""
    texts = page.etree_element.find("body/main").itertext()
    return any(len(word) > LONGEST for text in texts for word in text.split())


@lru_cache(maxsize=2)
def _small_sheet(rules: str) -> Any:  # noqa: ANN401
    from weasyprint import CSS

    return CSS(string=rules)


def _name_links(document: Any) -> None:  # noqa: ANN401
    """Have the names that links bear lead to their lines, from the left edge of the page."""
    named: set[str] = set()
    for page in document.pages:
        for _, _, (_, top, _, _), box in page.links:
            name = box.element.get(LINK_NAME)
            if name and name not in named:
                named.add(name)
                page.anchors[name] = (0, top, 0, top)


def _keep_links(document: Any, names: frozenset[str]) -> frozenset[str]:  # noqa: ANN401
    """Give links to other pieces something to lead to, lest they be dropped; tell what is here itself."""
    here = {name for page in document.pages for name in page.anchors}
    wanted = {target for page in document.pages for kind, target, *_ in page.links if kind == "internal"}
    for name in sorted(wanted & names - here):
        document.pages[0].anchors[name] = (0, 0, 0, 0)
    return frozenset(here)


def _take_bookmarks(document: Any) -> list[tuple[int, str, int, float, float]]:  # noqa: ANN401
    """Level, title, page and place (in points) of each bookmark, taken out of the document."""
    taken = []
    for number, page in enumerate(document.pages):
        for level, title, (x, y), _ in page.bookmarks:
            taken.append((level, title, number, x * 0.75, (page.height - y) * 0.75))
        page.bookmarks = []
    return taken


def _counted(pdf: Pdf, job: Job) -> Printed:
    """Pages that hold nothing but their numbers, each as a drawing."""
    numbering = Numbering(job, {})
    drawings = []
    left_out = {0, 1, 2}
    for page in _pages(pdf):
        stream = _at(pdf, page["Contents"])
        left_out |= {page.number, stream.number}
        kind = {"Type": "/XObject", "Subtype": "/Form", "BBox": page["MediaBox"]}
        stream.extra = {**kind, "Resources": page["Resources"]}
        drawings.append(numbering.stream(stream))
    streams, members, packed = _objects(pdf, numbering, left_out)
    packed_as = numbering.of(len(pdf.objects))
    return Printed(
        [], [], drawings, streams, array("I", members).tobytes(), packed, packed_as, [], [], [], 0, 0, {}, b""
    )


def _printed(
    pdf: Pdf, job: Job, anchors: frozenset[str], bookmarks: list[tuple[int, str, int, float, float]]
) -> Printed:
    if job.attached:
        name_files_once(pdf)
    make_accessible(pdf)
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    head = _at(pdf, root["K"][0])
    keys = _at(pdf, root["ParentTree"])
    numbering = Numbering(job, {pdf.pages.number: PAGES, head.number: ELEMENTS})
    pages = _pages(pdf)
    slots = [_give_slot(pdf, page) for page in pages]
    _shift_keys(pdf, keys, job.place * KEYS)
    _tell_heads_apart(pdf, job.place)
    left_out = {0, pdf.pages.number, pdf.catalog.number, root.number, head.number, *slots}
    if job.attached is None:
        left_out.add(int(pdf.catalog["Metadata"].split()[0]))
    file = _take_file(pdf, job) if job.attached else None
    left_out |= {file.number} if file else set()
    streams, members, packed = _objects(pdf, numbering, left_out)
    places = [page.number for page in pages]
    return Printed(
        pages=[numbering.of(number) for number in places],
        slots=[numbering.of(number) for number in slots],
        drawings=[],
        streams=streams,
        members=array("I", members).tobytes(),
        packed=packed,
        packed_as=numbering.of(len(pdf.objects)),
        names=[(name, numbering.written(target)) for name, target in _targets(pdf) if name in anchors],
        bookmarks=[
            Bookmark(level, title, _target(numbering.of(places[page]), x, y))
            for level, title, page, x, y in bookmarks
        ],
        elements=[numbering.of(int(kid.split()[0])) for kid in head["K"]],
        keys=numbering.of(keys.number),
        last_key=keys["Limits"][1],
        catalog=_catalog(pdf, numbering) if job.attached else {},
        info=numbering.written(pdf.info) if job.attached else b"",
        file=(numbering.of(file.number), numbering.written(file.extra)) if file else None,
    )


def _take_file(pdf: Pdf, job: Job) -> Any:  # noqa: ANN401
    """What stands for the file that travels with the page, told of the size of that."""
    found = (
        one for one in pdf.objects if hasattr(one, "stream") and one.extra.get("Type") == "/EmbeddedFile"
    )
    file = next(found)
    file.extra["Params"]["Size"] = job.size
    file.extra["Params"]["CheckSum"] = f"<{job.checksum}>"
    return file


def _pages(pdf: Pdf) -> list[Any]:
    return [pdf.objects[number] for number in pdf.pages["Kids"][::3]]


def _target(page: int, x: float, y: float) -> bytes:
    return f"[{page} 0 R /XYZ {x:.2f} {y:.2f} 0]".encode("ascii")


def _give_slot(pdf: Pdf, page: Any) -> int:  # noqa: ANN401
    """Have a page paint its number; the number of the object that is to draw it."""
    slot = type(pdf.pages)()
    pdf.add_object(slot)
    resources = _at(pdf, page["Resources"])
    drawings = type(pdf.pages)({**resources["XObject"], "Number": slot.reference})
    page["Resources"] = type(pdf.pages)({**resources, "XObject": drawings})
    painted = _at(pdf, page["Contents"]).stream
    painted[:] = [b"q", *painted, b"Q", *SHOW_NUMBER]
    return int(slot.number)


def _shift_keys(pdf: Pdf, keys: dict[str, Any], shift: int) -> None:
    """Let the keys by which a piece finds its tags begin at `shift`."""
    numbers = keys["Nums"]
    numbers[::2] = [key + shift for key in numbers[::2]]
    keys["Limits"] = [numbers[0], numbers[-2]]
    for one in pdf.objects:
        if isinstance(one, dict):
            for name in ("StructParents", "StructParent"):
                if name in one:
                    one[name] += shift


def _tell_heads_apart(pdf: Pdf, place: int) -> None:
    """Table heads are named by numbers that begin anew in each piece; their cells share the name."""
    for one in pdf.objects:
        if isinstance(one, dict) and one.get("S") == "/TH":
            one["ID"].string = f"{place}-{one['ID'].string}"


def _targets(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    names = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
    return ((name.string, target) for name, target in zip(names[::2], names[1::2], strict=True))


def _catalog(pdf: Pdf, numbering: Numbering) -> dict[str, bytes]:
    """What the file says of itself as a whole, but for what is put together from all pieces."""
    files = pdf.catalog["Names"]["EmbeddedFiles"]
    told = {
        name: value for name, value in pdf.catalog.items() if name not in {"Pages", "StructTreeRoot", "Names"}
    }
    return {name: numbering.written(value) for name, value in {**told, "EmbeddedFiles": files}.items()}


def _objects(
    pdf: Pdf, numbering: Numbering, left_out: set[int]
) -> tuple[list[tuple[int, bytes]], list[int], bytes]:
    """The streams of a piece, and all its other objects, as a stream of objects holds them."""
    streams, members, written = [], [], []
    for one in pdf.objects:
        if one.number in left_out:
            continue
        number = numbering.of(one.number)
        if hasattr(one, "stream"):
            streams.append((number, numbering.stream(one)))
        else:
            members.append(number)
            written.append(numbering.written(one))
    return streams, members, pack(members, written)


def pack(members: list[int], written: list[bytes]) -> bytes:
    """A stream of the objects `written`, whose numbers are `members`: ISO 32000-1, 7.5.7."""
    places, at = [], 0
    for number, data in zip(members, written, strict=True):
        places.append(f"{number} {at}")
        at += len(data) + 1
    head = " ".join(places).encode("ascii") + b"\n"
    data = zlib.compress(head + b"\n".join(written), PACKING)
    told = f"<</Type /ObjStm/N {len(members)}/First {len(head)}/Filter /FlateDecode/Length {len(data)}>>"
    return b"%s\nstream\n%s\nendstream" % (told.encode("ascii"), data)


def _at(pdf: Pdf, reference: bytes) -> Any:  # noqa: ANN401 - objects of pydyf, which has no types
    return pdf.objects[int(reference.split()[0])]
