"""Find where the patterns of time stand among the tokens of a text."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefgen.extract.dates.patterns import State, labels, start, step
from briefgen.extract.dates.tokens import GAP, NOTHING, Line
from briefgen.language.english import time as english

WORTH = re.compile(f"[^{NOTHING}{GAP}]")
"""Finds quickly the next token that any rule may begin with."""

ORDER = {rule: number for number, rule in enumerate(english.RULES)}


class Found(NamedTuple):
    """Where a rule matches: tokens `[start, end)`, and what its labels hold."""

    rule: str
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]


def _ends(line: Line, at: int, stop: int) -> dict[str, int]:
    """The rules that match at token `at`, each with the farthest token that it reaches."""
    ends: dict[str, int] = {}
    state: State | None = start()
    while state and at < stop:
        character = line.classes[at]
        state = state.following[character] if character in state.following else step(state, character)
        at += 1
        if state:
            for rule in state.complete:
                ends[rule] = at
    return ends


def matches_at(line: Line, at: int, end: int | None = None) -> Iterator[Found]:
    """The rules that match at token `at`: the longest first, those of equal reach in their order."""
    ends = _ends(line, at, len(line.classes) if end is None else end)
    for rule in sorted(ends, key=lambda rule: (-ends[rule], ORDER[rule])) if len(ends) > 1 else ends:
        yield _found(line, rule, at, ends[rule])


def _found(line: Line, rule: str, first: int, end: int) -> Found:
    held = labels(rule, line.classes[first:end])
    return Found(rule, first, end, {name: (first + low, first + high) for name, low, high in held})


def exact_matches(line: Line, at: int, end: int) -> Iterator[Found]:
    """The rules that match just the tokens `[at, end)`."""
    return (found for found in matches_at(line, at, end) if found.end == end)
