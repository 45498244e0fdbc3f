"""Portion marks: each paragraph, caption and cell of a brief bears the marking of what it rests on."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.brief import Brief
from briefgen.model.marking import Scheme

if TYPE_CHECKING:
    from markdown_it.token import Token

ENTRY = re.compile(r"[ES]\d+|P\d+(?:-\d+)?")
"""The heading of an exhibit or a source, which tells what stands below it."""
CELLS = re.compile(r"(?<!\\)\|")
FILLED = re.compile(r"\s*(\S)")


class Portion(NamedTuple):
    """A block of the Markdown and what stands in brackets before it."""

    line: int
    """From 0."""
    mark: str
    row: bool
    """Whether it is the row of a table, each cell of which is a portion."""


def with_portions(
    markdown: str,
    brief: Brief,
    scheme: Scheme,
    highest: str | None,
    fixed: frozenset[str],
    noted: str | None = None,
) -> str:
    """`markdown` with a portion mark before each paragraph, caption and cell.

    The mark is the highest of the sources that the block cites, or, below the heading of an exhibit or a
    source, that one's. A line of the labels (one of `fixed`) has the lowest, and what else cites nothing the
    highest of all that is shown (`highest`), for it may tell of any of that. What stands below the title
    `noted` has the marking of the notes, or a higher one of a source that it cites; notes without a marking
    may tell of anything too.
    """
    lines = markdown.split("\n")
    own = (brief.notes.marking or highest,) if brief.notes else ()
    for portion in _portions(markdown, _marks(brief), scheme, highest, fixed, noted, own):
        lines[portion.line] = _marked(lines[portion.line], portion)
    return "\n".join(lines)


def _marks(brief: Brief) -> Mapping[str, str | None]:
    """The marking behind each anchor of evidence and source."""
    sources = {source.number: source.marking for source in brief.sources}
    evidence = {f"e{one.id[1:]}": sources[one.source] for one in brief.evidence}
    found = {**evidence, **{f"s{number}": mark for number, mark in sources.items()}}
    if brief.changes:
        earlier = {one.number: one.source.marking for one in brief.changes.sources}
        found |= {f"p{number}": mark for number, mark in earlier.items()}
        found |= {one.id.lower(): earlier[one.source] for one in brief.changes.evidence}
    return found


def _portions(
    markdown: str,
    marks: Mapping[str, str | None],
    scheme: Scheme,
    highest: str | None,
    fixed: frozenset[str],
    noted: str | None,
    own: tuple[str | None, ...],
) -> Iterator[Portion]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(markdown)
    entry, heading, table, titled = "", False, False, False
    section = ""
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = titled = True
        elif token.type in {"tbody_open", "tbody_close"}:
            table = token.type == "tbody_open"
        elif token.type == "inline" and heading:
            entry = token.content.lower() if ENTRY.fullmatch(token.content) else ""
            section = token.content if tokens[index - 1].tag == "h2" else section
            heading = False
        elif token.type == "tr_open" and table and token.map:
            cited = _cited(tokens[index : _end_of_row(tokens, index)], marks)
            yield Portion(token.map[0], scheme.portion(cited or (highest,)), row=True)
        elif titled and token.map and tokens[index - 1].type == "paragraph_open":
            below = (marks[entry],) if entry in marks else _cited([token], marks)
            other = () if _words(token) in fixed else (highest,)
            if own and section == noted and other:
                below += own
            yield Portion(token.map[0], scheme.portion(below or other), row=False)


def _end_of_row(tokens: "list[Token]", start: int) -> int:
    return next(index for index in range(start, len(tokens)) if tokens[index].type == "tr_close")


def _cited(tokens: "list[Token]", marks: Mapping[str, str | None]) -> tuple[str | None, ...]:
    links = (str(child.attrs.get("href", ""))[1:] for token in tokens for child in token.children or ())
    return tuple(marks[link] for link in links if link in marks)


def _words(inline: "Token") -> str:
    return "".join(child.content for child in inline.children or ())


BLOCK = re.compile(r"(?:\s*(?:>|[-*+]|\d+[.)])\s+)*(!\[)?")
"""What may stand before the words of a block: signs of quotations and lists, the opening of a picture."""


def _marked(line: str, portion: Portion) -> str:
    if not portion.mark:
        return line
    sign = f"({portion.mark}) "
    if portion.row:
        return "|".join(FILLED.sub(rf" {_literal(sign)}\1", cell, count=1) for cell in CELLS.split(line))
    start = BLOCK.match(line)
    place = start.end() if start else 0
    return line[:place] + sign + line[place:]


def _literal(words: str) -> str:
    return words.replace("\\", r"\\")


def portion_marks(brief: Brief, scheme: Scheme) -> tuple[str, ...]:
    """Every portion mark that may stand in a brief, each once."""
    earlier = [one.source for one in brief.changes.sources] if brief.changes else []
    marks = {scheme.portion((source.marking,)) for source in (*brief.sources, *earlier)}
    marks |= {level.portion for level in scheme.levels}
    return tuple(sorted(mark for mark in marks if mark))
