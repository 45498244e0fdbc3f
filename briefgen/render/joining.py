"""A long page printed in pieces and joined into one PDF: its sides numbered, linked and tagged throughout."""

import re
import struct
import zlib
from array import array
from bisect import bisect_left
from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from hashlib import md5
from html import unescape
from pathlib import Path
from typing import TypeVar

import msgspec

from briefgen.render.pdf import Attached, Print
from briefgen.render.piece import (
    ELEMENTS,
    MARGINS,
    PACKING,
    PAGES,
    Bookmark,
    Job,
    Pages,
    Printed,
    pack,
)
from briefgen.render.pieces import Long
from briefgen.render.printers import Printers, printers

COUNTED = 16
"""Pieces that hold nothing but the numbers of pages, at most."""
COUNT = "bottom-center"
"""The one that holds the number of the page."""
UNCOUNTED = f"@page{{@{COUNT}{{content:none!important}}}}"
EMPTY_PAGES = (
    "html,body{background:none!important}"
    "main>p{margin:0;height:0;break-after:page}main>p:last-child{break-after:auto}"
)
FIRST = re.compile(r"(@page[^{@]*):first\b")
LED_TO = re.compile(r' href="#([^"]+)"')
CONTINUED = "main>section:first-child{margin-top:0}"
"""A piece after the first begins at the head of a page, and its first page is not that of the file."""
ROOT, TAGS, CATALOG, INFO, TARGETS, OUTLINE = 3, 4, 5, 6, 7, 8
"""The objects of the file as a whole, beside those that its pieces know of."""
ENTRY = struct.Struct(">BII")


def print_in_pieces(long: Long, attached: Attached, begun: Printers | None = None) -> Print:
    """The PDF of `long`, with `attached` inside; `begun` are processes to print it, if there are some.

    Raises `BriefgenError` where it cannot be printed.
    """
    spread = len(long.pieces) + COUNTED + 1
    with nullcontext(begun) if begun else printers() as running:
        printed = running.print(_pieces(long, attached, spread))
        pages = sum(len(_read(file, Pages).pages) for file in printed)
        counted = running.print(_counts(long, attached, spread, pages))
        running.end()  # what they hold is needed to join what they made
        return _joined(printed, counted, spread, attached.text.encode())


def _pieces(long: Long, attached: Attached, spread: int) -> Iterator[Job]:
    text = attached.text.encode()
    described = msgspec.structs.replace(attached, text="{}")
    size, checksum = len(text), md5(text, usedforsecurity=False).hexdigest()
    later = FIRST.sub(r"\1:nth(0n+0)", long.style) + CONTINUED
    for place, piece in enumerate(long.pieces, 1):
        yield Job(
            place=place,
            spread=spread,
            frame=f"{long.before}{long.after}",
            piece=piece,
            faces=long.faces,
            style=(long.style if place == 1 else later) + UNCOUNTED,
            names=long.names & frozenset(unescape(match[1]) for match in LED_TO.finditer(piece)),
            moment=attached.moment,
            attached=described if place == 1 else None,
            size=size,
            checksum=checksum,
        )


def _counts(long: Long, attached: Attached, spread: int, pages: int) -> Iterator[Job]:
    """Pieces that hold nothing but the numbers of all pages."""
    style = long.style.replace("counter(pages)", f'"{pages}"') + EMPTY_PAGES
    others = [name for name in MARGINS if name != COUNT and f"@{name}" in style]
    without = "".join(f"@{name}{{content:none!important}}" for name in others)
    style += f"@page{{background:none!important;{without}}}"
    share = -(-pages // COUNTED)
    for place, before in enumerate(range(0, pages, share), len(long.pieces) + 1):
        yield Job(
            place=place,
            spread=spread,
            frame=f"{long.before}{long.after}",
            piece="<p></p>" * min(share, pages - before),
            faces=long.faces,
            style=style,
            last=f"@page:first{{counter-reset:page {before + 1}}}",
            names=frozenset(),
            moment=attached.moment,
            counted=True,
        )


Kind = TypeVar("Kind", Pages, Printed)


def _read(file: Path, kind: type[Kind]) -> Kind:
    return msgspec.msgpack.decode(file.read_bytes(), type=kind)


class _Joined(msgspec.Struct):
    """What has to be told of all pieces together."""

    pages: list[int] = []
    elements: list[int] = []
    keys: list[int] = []
    last_key: int = 0
    names: list[tuple[bytes, bytes]] = []
    bookmarks: list[Bookmark] = []
    missing: frozenset[str] = frozenset()
    catalog: dict[str, bytes] = {}
    info: bytes = b""

    def add(self, one: Printed) -> None:
        """Take `one`, the next piece, in."""
        self.pages += one.pages
        self.elements += one.elements
        self.keys.append(one.keys)
        self.last_key = one.last_key
        self.names += [(as_string(name), target) for name, target in one.names]
        self.bookmarks += one.bookmarks
        self.missing |= one.missing
        self.catalog = self.catalog or one.catalog
        self.info = self.info or one.info


def _joined(printed: Sequence[Path], counted: Sequence[Path], spread: int, attached: bytes) -> Print:
    """The file: ISO 32000-1, 7.5, with a stream of references (7.5.8)."""
    file = bytearray(b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n")
    references = bytearray()
    slots: list[int] = []
    joined = _Joined()
    for path in printed:
        one = _read(path, Printed)
        _add_piece(file, references, one)
        if one.file:
            _add_file(file, references, one.file, attached)
        joined.add(one)
        slots += one.slots
    numbers = iter(slots)
    for path in counted:
        one = _read(path, Printed)
        _add_piece(file, references, one)
        _add(file, references, [(next(numbers), drawing) for drawing in one.drawings])
    whole = {number * spread: data for number, data in _whole(joined, spread).items()}
    last = max(len(references) // ENTRY.size, max(whole) + 1)
    _add(file, references, [(last, pack(list(whole), list(whole.values())))])
    _add_members(references, list(whole), last)
    _refer(references, last + 1, 1, len(file), 0)
    data = zlib.compress(references, PACKING)
    digest = md5(file, usedforsecurity=False).hexdigest()
    start = len(file)
    file += (
        f"{last + 1} 0 obj\n<</Type /XRef/Index [0 {last + 2}]/W [1 4 4]/Size {last + 2}"
        f"/Root {CATALOG * spread} 0 R/Info {INFO * spread} 0 R/ID [<{digest}> <{digest}>]"
        f"/Filter /FlateDecode/Length {len(data)}>>\nstream\n"
    ).encode("ascii")
    file += data + f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n".encode("ascii")
    return Print(bytes(file), joined.missing)


def _add_piece(file: bytearray, references: bytearray, one: Printed) -> None:
    _add(file, references, [*one.streams, (one.packed_as, one.packed)])
    _add_members(references, array("I", one.members), one.packed_as)


def _add_file(file: bytearray, references: bytearray, told: tuple[int, bytes], attached: bytes) -> None:
    number, head = told
    data = zlib.compress(attached, PACKING)
    whole = b"%s/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream"
    _add(file, references, [(number, whole % (head.removesuffix(b">>"), len(data), data))])


def _refer(references: bytearray, number: int, kind: int, first: int, second: int) -> None:
    """Write where the object `number` is to be found; what has no entry is free."""
    start = number * ENTRY.size
    if start + ENTRY.size > len(references):
        references.extend(bytes(start + ENTRY.size - len(references)))
    ENTRY.pack_into(references, start, kind, first, second)


def _add(file: bytearray, references: bytearray, objects: Iterable[tuple[int, bytes]]) -> None:
    for number, data in objects:
        _refer(references, number, 1, len(file), 0)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, data)


def _add_members(references: bytearray, members: Sequence[int], packed_as: int) -> None:
    for place, number in enumerate(members):
        _refer(references, number, 2, packed_as, place)


def _whole(joined: _Joined, spread: int) -> dict[int, bytes]:
    """The objects of the file as a whole, by their numbers before they are spread."""
    names = b" ".join(name + b" " + target for name, target in sorted(joined.names))
    files = joined.catalog["EmbeddedFiles"]
    catalog = {
        **joined.catalog,
        "Pages": _reference(PAGES * spread),
        "StructTreeRoot": _reference(ROOT * spread),
        "Outlines": _reference(OUTLINE * spread),
        "Names": _dictionary({"EmbeddedFiles": files, "Dests": _reference(TARGETS * spread)}),
    }
    del catalog["EmbeddedFiles"]
    return {
        PAGES: _dictionary(
            {"Type": b"/Pages", "Kids": _references(joined.pages), "Count": b"%d" % len(joined.pages)}
        ),
        ELEMENTS: _dictionary(
            {
                "Type": b"/StructElem",
                "S": b"/Document",
                "P": _reference(ROOT * spread),
                "K": _references(joined.elements),
            }
        ),
        ROOT: _dictionary(
            {
                "Type": b"/StructTreeRoot",
                "K": _references([ELEMENTS * spread]),
                "ParentTree": _reference(TAGS * spread),
                "ParentTreeNextKey": b"%d" % (joined.last_key + 1),
            }
        ),
        TAGS: _dictionary({"Kids": _references(joined.keys)}),
        CATALOG: _dictionary(catalog),
        INFO: joined.info,
        TARGETS: _dictionary({"Names": b"[%s]" % names}),
        **_outline(joined.bookmarks, spread),
    }


def _outline(marks: Sequence[Bookmark], spread: int) -> dict[int, bytes]:
    """The tree of bookmarks, ISO 32000-1, 12.3.3: each stands below the last one of a lesser level."""
    children: dict[int, list[int]] = {OUTLINE: []}
    parents: dict[int, int] = {}
    above = [(0, OUTLINE)]
    for number, mark in enumerate(marks, OUTLINE + 1):
        while above[-1][0] >= mark.level:
            above.pop()
        parents[number] = above[-1][1]
        children[parents[number]].append(number)
        children[number] = []
        above.append((mark.level, number))
    below = dict.fromkeys(children, 0)
    for number in reversed(parents):
        below[parents[number]] += 1 + below[number]

    def around(number: int) -> dict[str, bytes]:
        inner = children[number]
        if not inner:
            return {}
        ends = {"First": _reference(inner[0] * spread), "Last": _reference(inner[-1] * spread)}
        return {**ends, "Count": b"%d" % below[number]}

    written = {OUTLINE: _dictionary({"Type": b"/Outlines", **around(OUTLINE)})}
    for number, mark in enumerate(marks, OUTLINE + 1):
        peers = children[parents[number]]
        place = bisect_left(peers, number)
        beside = {"Prev": peers[place - 1]} if place else {}
        if place + 1 < len(peers):
            beside["Next"] = peers[place + 1]
        written[number] = _dictionary(
            {
                "Title": as_string(mark.title),
                "Dest": mark.target,
                "Parent": _reference(parents[number] * spread),
                **{name: _reference(peer * spread) for name, peer in beside.items()},
                **around(number),
            }
        )
    return written


def _dictionary(entries: Mapping[str, bytes]) -> bytes:
    return b"<<%s>>" % b"".join(b"/%s %s" % (name.encode("ascii"), value) for name, value in entries.items())


def _reference(number: int) -> bytes:
    return b"%d 0 R" % number


def _references(numbers: Iterable[int]) -> bytes:
    return b"[%s]" % b" ".join(map(_reference, numbers))


def as_string(text: str) -> bytes:
    """`text` as a string of PDF: ISO 32000-1, 7.9.2."""
    if text.isascii():
        return b"(%s)" % re.sub(rb"([\\()])", rb"\\\1", text.encode("ascii"))
    return b"<%s>" % (BOM_UTF16_BE + text.encode("utf-16-be")).hex().encode("ascii")
