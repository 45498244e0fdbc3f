"""Where each key and each entry of a TOML file stands, which the standard library's parser does not tell."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

Place = tuple[str | int, ...]
"""The way to a value: keys of tables, and numbers, from 0, of entries of arrays."""

TOKEN = re.compile(
    r"""
    (?P<break>\n)
  | (?P<blank>[ \t\r]+ | \#[^\n]*)
  | (?P<text>\"\"\"(?:\\.|[^\\])*?\"\"\"\"{0,2} | '''.*?''''{0,2} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
  | (?P<mark>[\[\]{}=,.])
  | (?P<word>[^\s\[\]{}=,.\#"']+)
    """,
    re.VERBOSE | re.DOTALL,
)
"""The words of TOML 1.0 (toml.io/en/v1.0.0). A text of several lines may end in up to two more quotes."""


class Token(NamedTuple):
    """One word of the file."""

    kind: str
    words: str
    line: int
    """From 1."""


END = Token("break", "", 0)


class Tokens:
    """The words of a file, read one after the other; blanks and remarks are passed over."""

    def __init__(self, text: str) -> None:
        self._rest = _tokens(text)
        self.next = next(self._rest, END)
        """The one that `take` gives next; the end, again and again, when there are no more."""

    def take(self) -> Token:
        """The next token."""
        taken, self.next = self.next, next(self._rest, END)
        return taken

    def pass_breaks(self) -> None:
        """Go on to the next token that is no line break, or to the end."""
        while self.next.words == "\n":
            self.take()


def _tokens(text: str) -> Iterator[Token]:
    line = 1
    for match in TOKEN.finditer(text):
        if match.lastgroup != "blank":
            yield Token(match.lastgroup or "", match.group(), line)
        line += match.group().count("\n")


def positions(text: str) -> dict[Place, int]:
    """For each table, key and entry of an array in `text` the number of the line, from 1, where it is begun.

    A table that has a head of its own stands there, one that has not where its first key does. `text` has to
    be what `tomllib` reads; of anything else the answer means nothing. Work grows with the length of `text`.
    """
    lines: dict[Place, int] = {}
    counts: Counter[Place] = Counter()
    tokens = Tokens(text)
    table: Place = ()
    while tokens.next is not END:
        if tokens.next.words == "\n":
            tokens.take()
        elif tokens.next.words == "[":
            table = _head(tokens, lines, counts)
        else:
            _pair(table, tokens, lines)
    return lines


def _head(tokens: Tokens, lines: dict[Place, int], counts: Counter[Place]) -> Place:
    """Read `[a.b]` or `[[a.b]]`; the place of the table that it begins."""
    line = tokens.take().line
    many = tokens.next.words == "["
    if many:
        tokens.take()
    place: Place = ()
    *outer, last = _key(tokens)
    for part in outer:
        place = (*place, part)
        lines.setdefault(place, line)
        if place in counts:
            place = (*place, counts[place] - 1)
    place = (*place, last)
    if many:
        lines.setdefault(place, line)
        counts[place] += 1
        place = (*place, counts[place] - 1)
    lines[place] = line
    tokens.take()
    if many:
        tokens.take()
    return place


def _pair(table: Place, tokens: Tokens, lines: dict[Place, int]) -> None:
    """Read `a.b = value`."""
    line = tokens.next.line
    place = table
    for part in _key(tokens):
        place = (*place, part)
        lines.setdefault(place, line)
    tokens.take()
    _value(place, tokens, lines)


def _key(tokens: Tokens) -> list[str]:
    """Read the parts of a key, up to the mark behind it."""
    parts = []
    while tokens.next.words not in ("=", "]") and tokens.next is not END:
        token = tokens.take()
        if token.kind == "text":
            parts.append(str(tomllib.loads(f"key = {token.words}")["key"]))
        elif token.kind == "word":
            parts.append(token.words)
    return parts


def _value(place: Place, tokens: Tokens, lines: dict[Place, int]) -> None:
    """Read a value, which may hold others."""
    tokens.pass_breaks()
    if tokens.next.words == "[":
        _entries(place, "]", tokens, lines)
    elif tokens.next.words == "{":
        _entries(place, "}", tokens, lines)
    else:
        tokens.take()
        while tokens.next.kind in ("word", "text") or tokens.next.words == ".":
            tokens.take()


def _entries(place: Place, closing: str, tokens: Tokens, lines: dict[Place, int]) -> None:
    """Read an array, or a table within a line."""
    tokens.take()
    number = 0
    while True:
        tokens.pass_breaks()
        if tokens.next.words == closing or tokens.next is END:
            tokens.take()
            return
        if tokens.next.words == ",":
            tokens.take()
        elif closing == "}":
            _pair(place, tokens, lines)
        else:
            lines[*place, number] = tokens.next.line
            _value((*place, number), tokens, lines)
            number += 1
