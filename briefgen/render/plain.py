"""The Markdown of a brief as plain text for mail: no sign of markup, lines that every reader keeps whole."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType
from typing import Literal, NamedTuple

from markdown_it.token import Token

from briefgen.render import structure
from briefgen.render.nesting import NESTING

WIDTH = 72
"""Columns of a line: what mail keeps whole when it is quoted once or twice (RFC 3676, 4.2, asks for 78 at
the most)."""
STEP = "    "
"""Before what belongs to an entry."""
CITED = "  » "
"""Before the words of a source that are cited, where its words around them stand too."""
SHORT_CELL = 30
"""A cell of a table, with its label, that shares a line with others is no wider than this, in columns."""
EXHIBIT, SOURCE = re.compile(r"#(?:e\d+|p\d+-\d+)$"), re.compile(r"#[sp]\d+$")
HELD = re.compile(r" (?=[·–—] |\[\d+\])")
"""A space at which no line ends: before a dash, a dot between facts, and a citation."""
NO_BREAK = "\u00a0"
EMPTY = frozenset({"", "–"})
"""What a cell without a value holds."""


@dataclass
class Place:
    """Where the next block stands."""

    section: str
    titled: bool
    """Whether the title has been."""
    told: bool
    """Whether tables of the section tell what its pictures show."""
    lists: list[int] = field(default_factory=list)
    """For each list around it the number of its next item; 0 for one of bullets."""
    quoted: int = 0
    first: bool = False
    """Whether it is the first of its list item."""
    entry: str = ""
    """The number, in brackets, of the exhibit whose facts come next."""
    listed: Sequence[str] = ()
    """What pictures tell, one by one."""


class Block(NamedTuple):
    """Some lines of the text."""

    lines: list[str]
    kind: Literal["item", "fact", ""] = ""
    """An item of a list, or one of the facts about a source; else it stands alone."""


def render_text(
    markdown: str, marking: str | None, titles: Mapping[str, str], listed: Sequence[str] = ()
) -> str:
    """`markdown` as text in lines of at most `WIDTH` columns, which ends with a line feed.

    `marking` is its first and its last line. A table is told row by row, each value behind its label; a
    citation is a number in brackets, under which the section of the evidence has the words. `titles` holds
    the title of each section by its name, `listed` what the words for a picture tell one by one. A word that
    fills more than a line, such as an address, stays whole.
    """
    found = structure.parsed(markdown, titles, ())
    ends = [Block([marking])] if marking else []
    blocks = [*ends, *(block for section in found for block in _blocks(section, listed)), *ends]
    parts = [
        _set(kind, [block.lines for block in run]) for kind, run in groupby(blocks, lambda one: one.kind)
    ]
    return "\n\n".join(parts) + "\n"


def _set(kind: str, blocks: Sequence[Sequence[str]]) -> str:
    """Blocks that follow one another: items stand close if all are one line, facts always, others never."""
    close = kind == "fact" or (kind == "item" and all(len(lines) == 1 for lines in blocks))
    return ("\n" if close else "\n\n").join("\n".join(lines) for lines in blocks)


def _blocks(section: structure.Section, listed: Sequence[str]) -> Iterator[Block]:
    tokens = section.tokens
    tables = dict(structure.tables_of(tokens))
    place = Place(section.name, titled=section.name != "front", told=bool(tables), listed=listed)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if at in tables:
            yield from _records(tokens[at : tables[at]])
            at = tables[at]
            continue
        if token.type in MOVES:
            MOVES[token.type](place)
        elif token.type == "inline" and tokens[at - 1].type == "heading_open":
            yield from _heading(tokens[at - 1].tag, words_of(token.children or ()), place)
        elif token.type == "inline" and place.titled:
            yield from _paragraph(token.children or [], place)
        elif token.type in {"fence", "code_block"}:
            yield Block([STEP + line for line in token.content.rstrip("\n").split("\n")])
        at += 1


def _enter_bullets(place: Place) -> None:
    place.lists.append(0)


def _enter_numbers(place: Place) -> None:
    place.lists.append(1)


MOVES: Mapping[str, Callable[[Place], None]] = MappingProxyType(
    {"bullet_list_open": _enter_bullets, "ordered_list_open": _enter_numbers, **NESTING}
)


def _heading(tag: str, words: str, place: Place) -> Iterator[Block]:
    place.titled = True
    if place.section == "evidence" and tag == "h3":
        place.entry = f"[{words.removeprefix('E')}] "
        return
    lines = wrapped(words.upper() if tag == "h2" else words)
    longest = max(map(_width, lines), default=0)
    sign = "=" if tag == "h1" else "-"
    yield Block([*lines, sign * longest])


def _paragraph(children: Sequence[Token], place: Place) -> Iterator[Block]:
    if [child.type for child in children] == ["image"]:
        yield from _picture(words_of(children), place)
    elif place.quoted:
        yield Block(_quoted(children))
    elif place.lists:
        yield _item(children, place)
    else:
        entry, place.entry = place.entry, ""
        yield Block(wrapped(words_of(children), entry, STEP if entry else ""))


def _picture(words: str, place: Place) -> Iterator[Block]:
    """The words for a picture if no table says the same; what they tell one by one becomes a list."""
    if place.told:
        return
    head, found, _ = words.partition("; ".join(place.listed)) if place.listed else (words, "", "")
    yield Block(wrapped(head.strip()))
    for one in place.listed if found else ():
        yield Block(wrapped(one, "• ", "  "), "item")


def _item(children: Sequence[Token], place: Place) -> Block:
    depth = STEP * (len(place.lists) - 1)
    words = words_of(children)
    number = place.lists[-1]
    sign = f"{number}. " if number else "• "
    led = words[:1] in structure.MARKS
    before = "" if led else sign if place.first else " " * len(sign)
    if place.first and number:
        place.lists[-1] += 1
    place.first = False
    kind: Literal["item", "fact"] = "fact" if place.section == "sources" else "item"
    return Block(wrapped(words, depth + before, depth + " " * (len(sign) if not led else 2)), kind)


def _quoted(children: Sequence[Token]) -> list[str]:
    """The words of a source; where some of them are emphasised, for they are cited, each part by itself."""
    parts: list[tuple[bool, str]] = []
    strong, start = False, 0
    for at, child in enumerate([*children, Token("strong_open", "", 0)]):
        if child.type in {"strong_open", "strong_close"}:
            words = words_of(children[start:at]).strip()
            parts += [(strong, words)] if words else []
            strong, start = child.type == "strong_open", at + 1
    both = len({cited for cited, _ in parts}) > 1
    return [
        line for cited, words in parts for line in wrapped(words, CITED if cited and both else STEP, STEP)
    ]


def _records(tokens: Sequence[Token]) -> Iterator[Block]:
    """The rows of a table, each with a label before every value; short values share a line."""
    table = [[words_of(inline.children or ()) for _, inline in row] for row in structure.rows_of(tokens)]
    for row in table[1:]:
        told = [
            f"{label}: {words}" for label, words in zip(table[0], row, strict=False) if words not in EMPTY
        ]
        lines = enumerate(_together(told))
        yield Block([part for number, line in lines for part in _entry(line, number == 0)])


def _together(told: Sequence[str]) -> list[str]:
    """`told` with short values behind each other, as many as a line holds."""
    lines: list[str] = []
    open_line = False
    for one in told:
        short = _width(one) <= SHORT_CELL
        if short and open_line and _width(f"{lines[-1]} · {one}") <= WIDTH - len(STEP):
            lines[-1] += f" · {one}"
        else:
            lines.append(one)
        open_line = short
    return lines


def _entry(line: str, first: bool) -> list[str]:
    return wrapped(line, "• " if first else "  ", "  ")


def words_of(children: Sequence[Token]) -> str:
    """The words of a line; a citation is a number in brackets, but for a source that a line begins with."""
    out: list[str] = []
    cited = False
    alone = _only_links(children)
    for child in children:
        if child.type == "link_open":
            address = str(child.attrs.get("href", ""))
            cited = bool(EXHIBIT.match(address) or (SOURCE.match(address) and (alone or any(out))))
            out.append("[" if cited else "")
        elif child.type == "link_close":
            out.append("]" if cited else "")
            cited = False
        elif child.type == "image":
            out.append(words_of(child.children or ()))
        else:
            out.append(" " if child.type in {"softbreak", "hardbreak"} else child.content)
    return "".join(out)


def _only_links(children: Sequence[Token]) -> bool:
    """Whether a line, such as a cell of citations, has no words outside of links."""
    depth = 0
    for child in children:
        depth += child.nesting
        if depth == 0 and child.content.strip():
            return False
    return True


def wrapped(words: str, before: str = "", below: str = "") -> list[str]:
    """`words` in lines of at most `WIDTH` columns, the first behind `before`, the others behind `below`.

    A character of an East Asian script takes two columns; there, lines may end between any two.
    """
    from wcwidth import wrap

    whole = all(word.isascii() for word in words.split() if len(word) > WIDTH // 3)
    lines = wrap(
        HELD.sub(NO_BREAK, words),
        WIDTH,
        initial_indent=before,
        subsequent_indent=below,
        break_long_words=not whole,
        break_on_hyphens=False,
        control_codes="ignore",
    )
    return [line.replace(NO_BREAK, " ") for line in lines]


def _width(words: str) -> int:
    from wcwidth import width

    return width(words, control_codes="ignore")
