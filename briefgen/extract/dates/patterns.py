"""The patterns of time as one automaton over class characters, built state by state as texts need it.

Compiling a regular expression for each rule takes longer than reading an article; an automaton that is
made deterministic only where a text leads (Aho, Lam, Sethi, Ullman, Compilers, 3.7) costs what is used of it,
and follows all rules at once.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from briefgen.extract.dates.tokens import CHARACTERS, HOLIDAY_WORDS
from briefgen.language.english import time as english

SYMBOL = re.compile(r"<(\w+)>|(\w+):\s*\(|([A-Za-z']+)|\{0,(\d)\}|([()|?])")
"""A part, a label, a class or word, a count of repeats, a mark."""


class Node:
    """A piece of a pattern: its kind, what it names, and the pieces inside it."""

    __slots__ = ("inner", "kind", "name")

    def __init__(self, kind: str, name: str, *inner: "Node") -> None:
        self.kind = kind
        self.name = name
        """The characters of a class, the label, the part, or the rule that ends."""
        self.inner = inner


class Cell:
    """What is still to come in a pattern: a piece, and what comes behind it."""

    __slots__ = ("head", "rest")

    def __init__(self, head: Node, rest: "Cell | None") -> None:
        self.head = head
        self.rest = rest


class State:
    """Where all rules are in their patterns after some tokens."""

    __slots__ = ("cells", "complete", "following")

    def __init__(self, cells: tuple[Cell, ...], complete: tuple[str, ...]) -> None:
        self.cells = cells
        self.complete = complete
        """The rules whose patterns may end here."""
        self.following: dict[str, State | None] = {}
        """The states behind each class character, as far as they are known; none at a dead end."""


class Label(NamedTuple):
    """What a label of a pattern holds: tokens `[start, end)` counted from the start of the match."""

    name: str
    start: int
    end: int


# ------------------------------------------------------------------- parsing
@cache
def _class(name: str) -> Node:
    return Node("class", _class_characters()[name])


@cache
def _class_characters() -> dict[str, str]:
    """From a class, or a word that stands for itself, to the characters of all that belongs to it."""
    known: dict[str, str] = {}
    for classes, character in CHARACTERS.items():
        for name in classes:
            known[name] = known.get(name, "") + character
    return known


@cache
def _pattern(name: str) -> Node:
    """The pattern of a rule or part."""
    if name == "HOLIDAY":
        text = "|".join(HOLIDAY_WORDS)
    else:
        text = english.PARTS[name] if name in english.PARTS else english.RULES[name]
    return _choice(SYMBOL.findall(text)[::-1])


def _choice(symbols: list[tuple[str, ...]]) -> Node:
    """The alternatives up to the end of the group; `symbols` come in reverse, those read are taken off."""
    branches: list[list[Node]] = [[]]
    while symbols and (symbol := symbols.pop())[-1] != ")":
        if symbol[-1] == "|":
            branches.append([])
        elif symbol[-1] == "?" or symbol[3]:
            branches[-1].append(_up_to(int(symbol[3] or 1), branches[-1].pop()))
        else:
            branches[-1].append(_piece(symbol, symbols))
    rows = [row[0] if len(row) == 1 else Node("all", "", *row) for row in branches]
    return rows[0] if len(rows) == 1 else Node("any", "", *rows)


def _piece(symbol: tuple[str, ...], symbols: list[tuple[str, ...]]) -> Node:
    part, label, word = symbol[:3]
    if word:
        return _class(word)
    if part:
        return Node("part", part)
    return Node("label", label, _choice(symbols)) if label else _choice(symbols)


def _up_to(times: int, node: Node) -> Node:
    repeated = Node("maybe", "", node)
    for _ in range(times - 1):
        repeated = Node("maybe", "", Node("all", "", node, repeated))
    return repeated


# ------------------------------------------------------------------- walking
@cache
def _cell(head: Node, rest: Cell | None) -> Cell:
    """The one cell of its kind, so that equal states are known for equal."""
    return Cell(head, rest)


@cache
def _state(cells: tuple[Cell, ...], complete: tuple[str, ...]) -> State:
    return State(cells, complete)


def _unfold(cell: Cell, cells: dict[Cell, None], complete: dict[str, None]) -> None:
    """Add the cells that ask for a token where `cell` is to come, and the rules that may end there."""
    head, rest = cell.head, cell.rest
    if head.kind == "class":
        cells[cell] = None
    elif rest is None:
        complete[head.name] = None
    elif head.kind == "part":
        _unfold(_cell(_pattern(head.name), rest), cells, complete)
    elif head.kind == "all":
        for piece in reversed(head.inner):
            rest = _cell(piece, rest)
        _unfold(rest, cells, complete)
    else:
        for piece in head.inner:
            _unfold(_cell(piece, rest), cells, complete)
        if head.kind == "maybe":
            _unfold(rest, cells, complete)


def _behind(cells: list[Cell]) -> State | None:
    wanted: dict[Cell, None] = {}
    complete: dict[str, None] = {}
    for cell in cells:
        _unfold(cell, wanted, complete)
    return _state(tuple(wanted), tuple(complete)) if cells else None


@cache
def start() -> State:
    """Where every rule is before the first token."""
    state = _behind([_cell(Node("part", rule), _cell(Node("end", rule), None)) for rule in english.RULES])
    return state or State((), ())


def step(state: State, character: str) -> State | None:
    """The state behind one more token; none where no rule goes on."""
    cells = [cell.rest for cell in state.cells if cell.rest and character in cell.head.name]
    following = state.following[character] = _behind(cells)
    return following


# ------------------------------------------------------------------- labels
Then = Callable[[int], tuple[Label, ...] | None]


def labels(rule: str, classes: str) -> tuple[Label, ...]:
    """What the labels of `rule` hold where it matches all of `classes`; the first way to match counts."""
    traced = _trace(_pattern(rule), classes, 0, lambda at: () if at == len(classes) else None)
    return traced or ()


def _trace(node: Node, classes: str, at: int, then: Then) -> tuple[Label, ...] | None:
    """The labels of `node` from token `at`, and of what has to come behind it."""
    if node.kind == "class":
        return then(at + 1) if at < len(classes) and classes[at] in node.name else None
    if node.kind == "part":
        return _trace(_unlabelled(node.name), classes, at, then)
    if node.kind == "label":
        return _labelled(node, classes, at, then)
    if node.kind == "all":
        return _in_row(node.inner, classes, at, then)
    for piece in node.inner:
        if (traced := _trace(piece, classes, at, then)) is not None:
            return traced
    return then(at) if node.kind == "maybe" else None


def _labelled(node: Node, classes: str, at: int, then: Then) -> tuple[Label, ...] | None:
    def close(end: int) -> tuple[Label, ...] | None:
        rest = then(end)
        return None if rest is None else (Label(node.name, at, end), *rest)

    return _trace(node.inner[0], classes, at, close)


def _in_row(pieces: tuple[Node, ...], classes: str, at: int, then: Then) -> tuple[Label, ...] | None:
    if not pieces:
        return then(at)
    return _trace(pieces[0], classes, at, lambda reached: _in_row(pieces[1:], classes, reached, then))


@cache
def _unlabelled(name: str) -> Node:
    """A part; the labels of a rule that is part of another are not that one's."""
    return _without_labels(_pattern(name))


def _without_labels(node: Node) -> Node:
    if node.kind == "label":
        return _without_labels(node.inner[0])
    return Node(node.kind, node.name, *map(_without_labels, node.inner)) if node.inner else node
