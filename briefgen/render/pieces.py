"""A long page of HTML cut into pieces, each a page of its own that can be printed alone."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

LONG = 700_000
"""Characters of a body above which a page is printed in pieces: some 80 sides of paper."""
PIECE = 100_000
"""Characters of a body after which a piece ends: some 14 sides, for which WeasyPrint holds 110 MB."""
EARLY = 0.7
"""A piece this full ends where the next part or section begins, so that fewer lists are cut in the middle."""

START, END = "<main>\n", "</main>"
STYLE = re.compile(r"(?s)<style>\n(.*?)</style>")
OPENING = re.compile(r"<(section|div|table|tbody|ul|ol)\b")
CLOSING = re.compile(r"</(section|div|table|tbody|ul|ol)>")
FACE = re.compile(r"^@font-face\{[^{}]*\}\n", re.MULTILINE)
"""As `briefgen.render.faces.face_rule` writes one."""
NAMED = re.compile(r' id="([^"]+)"')


class Long(NamedTuple):
    """A page of HTML, taken apart."""

    before: str
    """All before the pieces, without the style sheet."""
    faces: str
    """The rules of the style sheet that bring the faces which ship."""
    style: str
    """The others."""
    pieces: tuple[str, ...]
    after: str
    names: frozenset[str]
    """What links within the page lead to."""


def take_apart(html: str, most: int = LONG, piece: int = PIECE) -> Long | None:
    """`html`, a page of `render_html`, in pieces; none where it is short enough to be printed at once.

    `most` characters are short enough, and a piece ends once it has `piece`.
    """
    start, end = html.find(START) + len(START), html.rfind(END)
    if end - start <= most:
        return None
    from briefgen.render.lighter import lighter, lighter_style
    from briefgen.render.templates import SHARED, shipped

    before = html[:start]
    found = STYLE.search(before)
    style = lighter_style(found[1] if found else "", shipped() / SHARED / "fonts")
    return Long(
        STYLE.sub("", before),
        "".join(FACE.findall(style)),
        FACE.sub("", style),
        tuple(lighter(one) for one in _pieces(html, start, end, piece)),
        html[end:],
        frozenset(unescape(match[1]) for match in NAMED.finditer(html, start, end)),
    )


def _lines(html: str, start: int, end: int) -> Iterator[str]:
    """The lines of a part of `html`, of which only one at a time is held."""
    while start < end:
        behind = html.find("\n", start, end) + 1 or end
        yield html[start:behind]
        start = behind


def _pieces(html: str, start: int, end: int, most: int) -> Iterator[str]:
    """A part of `html` cut before sections, parts, items and rows; what is open is closed and opened anew."""
    lines: list[str] = []
    size = 0
    still_open: list[tuple[str, str]] = []
    for line in _lines(html, start, end):
        if size > most * EARLY and _may_end(line, still_open, full=size > most):
            yield "".join([*lines, *(f"</{tag}>\n" for tag, _ in reversed(still_open))])
            lines = [opening for _, opening in still_open]
            size = 0
        lines.append(line)
        size += len(line)
        _follow(line, still_open)
    yield "".join(lines)


def _may_end(line: str, still_open: list[tuple[str, str]], *, full: bool) -> bool:
    """Whether a piece may end before `line`."""
    if line.startswith("<section") or line.startswith('<div class="part'):
        return True
    innermost = still_open[-1][0] if still_open else ""
    return full and (innermost, line[1:3]) in {("tbody", "tr"), ("ul", "li"), ("ol", "li")}


def _follow(line: str, still_open: list[tuple[str, str]]) -> None:
    """Keep in `still_open` what stands open after `line`, by tag, with all that opens it anew.

    A table is opened anew with its columns and its head.
    """
    if opening := OPENING.match(line):
        still_open.append((opening[1], line))
    elif closing := CLOSING.match(line):
        if still_open and still_open[-1][0] == closing[1]:
            still_open.pop()
    elif still_open and still_open[-1][0] == "table":
        tag, before = still_open[-1]
        still_open[-1] = (tag, before + line)
