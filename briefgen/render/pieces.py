"""A long page of HTML cut into pieces, each a page of its own that can be printed alone."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

LONG = 700_000
"""Characters of a body above which a page is printed in pieces: some 80 sides of paper."""
PIECE = 200_000
"""Characters of a body after which a piece ends: some 25 sides, for which WeasyPrint holds 150 MB."""
EARLY = 0.7
"""A piece this full ends where the next part or section begins, so that fewer lists are cut in the middle."""

BODY = re.compile(r"(?s)(.*?<main>\n)(.*)(</main>.*)")
STYLE = re.compile(r"(?s)<style>\n(.*?)</style>")
OPENING = re.compile(r"<(section|div|table|tbody|ul|ol)\b")
CLOSING = re.compile(r"</(section|div|table|tbody|ul|ol)>")
NAMED = re.compile(r' id="([^"]+)"')


class Long(NamedTuple):
    """A page of HTML, taken apart."""

    before: str
    """All before the pieces, without the style sheet."""
    style: str
    pieces: tuple[str, ...]
    after: str
    names: frozenset[str]
    """What links within the page lead to."""


def take_apart(html: str, most: int = LONG, piece: int = PIECE) -> Long | None:
    """`html`, a page of `render_html`, in pieces; none where it is short enough to be printed at once.

    `most` characters are short enough, and a piece ends once it has `piece`.
    """
    match = BODY.fullmatch(html)
    if match is None or len(match[2]) <= most:
        return None
    before, body, after = match.groups()
    style = STYLE.search(before)
    return Long(
        STYLE.sub("", before),
        style[1] if style else "",
        tuple(_pieces(body, piece)),
        after,
        frozenset(map(unescape, NAMED.findall(body))),
    )


def _pieces(body: str, most: int) -> Iterator[str]:
    """`body` cut before a section, a part, an item or a row; what is open there is closed and opened anew."""
    lines: list[str] = []
    size = 0
    still_open: list[tuple[str, str]] = []
    for line in body.splitlines(keepends=True):
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
