"""Find the entries of a log or a diary: lines that open with a time by the clock, and the days above them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefgen.extract.dates.tokens import GAP, SHAPES, Line, Token
from briefgen.language.english import time as english

OPENERS = frozenset("[ ( * • ‣ · - – — # >".split())
"""Signs that may stand before the time of an entry."""
MOST_OPENERS = 2
HOUR_AND_MINUTES = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
"""An hour and its minutes without a sign between: "0640"."""
REACH = 4
"""Blocks from an entry within which the next one stands; an entry can go on over several lines."""
LONGEST_HEAD = 10
"""Tokens of a line that names the day of the entries below it, at most."""
ASCENDING = 3
"""Entries with a later time each that make a log where neither a day nor a "0" before an hour tells one."""
DAYS = english.CLASSES["WEEKDAY"] | english.CLASSES["MONTH"] | english.CLASSES["MONTHABBR"]


class Logs(NamedTuple):
    """Where the logs of a text stand, by indexes of tokens."""

    entries: frozenset[int]
    """Each time by the clock that opens an entry."""
    heads: frozenset[int]
    """The first token of each short line that names a day, with an entry right below it."""


class _Block(NamedTuple):
    """A block of the text, by indexes of tokens."""

    start: int
    entry: int | None
    """The token with the time that it opens with."""
    head: bool
    """Whether it can name the day of what stands below it."""


def logs_of(line: Line) -> Logs:
    """The logs in a text; lists of years and of scores are none."""
    blocks = tuple(_blocks(line))
    entries: set[int] = set()
    for run in _runs(blocks):
        headed = any(number and blocks[number - 1].head for number in run)
        times = {number: entry for number in run if (entry := blocks[number].entry) is not None}
        if headed or _is_log([line.tokens[entry] for entry in times.values()]):
            entries.update(times.values())
    heads = {one.start for one, two in pairwise(blocks) if one.head and two.entry in entries}
    return Logs(frozenset(entries), frozenset(heads))


def clock_of(word: str) -> str:
    """The time of an entry as TIMEX3 has it: "T06:40" of "0640" and "6:40"."""
    hour, minutes = (word[:2], word[2:]) if word.isdecimal() else word.replace(".", ":").split(":")[:2]
    return f"T{int(hour):02d}:{minutes}"


def _blocks(line: Line) -> Iterator[_Block]:
    start = 0
    while start < len(line.tokens):
        end = line.classes.find(GAP, start)
        end = len(line.tokens) if end < 0 else end
        if end > start:
            entry = _entry(line, start, end)
            yield _Block(start, entry, entry is None and _is_head(line, start, end))
        start = end + 1


def _entry(line: Line, start: int, end: int) -> int | None:
    """The token with the time that a block opens with."""
    at = start
    while at < min(end, start + MOST_OPENERS) and line.tokens[at].word in OPENERS:
        at += 1
    if at >= end - 1:
        return None
    word, following = line.tokens[at].word, line.tokens[at + 1]
    joined = following.start == line.tokens[at].end and following.word in ("-", "–", "/", "%", ",")
    plain = HOUR_AND_MINUTES.fullmatch(word) is not None and not joined
    told = plain or line.classes[at] == SHAPES["CLOCK"] or line.classes[at + 1] == SHAPES["MERIDIEM"]
    return at if told and word[0].isdecimal() else None


def _is_head(line: Line, start: int, end: int) -> bool:
    """Whether a short line names a day, and so can head entries."""
    if end - start > LONGEST_HEAD or line.classes[end - 1] == SHAPES["MERIDIEM"]:
        return False
    dated = {SHAPES["ISO"], SHAPES["NUMERIC"]}
    return any(
        line.classes[at] in dated or (line.tokens[at].capital and line.tokens[at].word in DAYS)
        for at in range(start, end)
    )


def _runs(blocks: tuple[_Block, ...]) -> Iterator[list[int]]:
    """The numbers of blocks that may be entries, those together that stand near one another."""
    run: list[int] = []
    for number, block in enumerate(blocks):
        if block.entry is None:
            continue
        if run and number - run[-1] > REACH:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _is_log(times: list[Token]) -> bool:
    """Whether entries without a day above are those of a log."""
    if len(times) > 1 and any(token.word[0] == "0" for token in times):
        return True
    clocks = [clock_of(token.word) for token in times if ":" in token.word]
    return len(clocks) >= ASCENDING and len(clocks) == len(times) and clocks == sorted(set(clocks))
