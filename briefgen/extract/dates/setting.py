"""What an expression of time is read by: its words, and the setting that its value hangs on."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from briefgen.extract.dates import reckoning as calendar
from briefgen.extract.dates.grammar import Found, exact_matches
from briefgen.extract.dates.tokens import Line
from briefgen.model.annotation import DateKind


class Setting(msgspec.Struct, frozen=True):
    """What the values of relative expressions hang on."""

    published: date | None
    narrative: bool
    """Whether the text tells of times long before its publication, so that dates follow on one another."""
    last: str | None
    """The value last spoken of."""
    course: str | None
    """In a narrative, the value that the telling has come to; asides do not move it."""
    last_day: str | None
    """The day last spoken of."""
    quarter: str | None
    """The quarter last spoken of in the block."""
    tense: str
    """Of the clause: "past", "future" or nothing."""
    sure: bool = False
    """Whether the expression opens its sentence, so that the tense is that of what it dates."""
    fiscal: str | None = None
    """The fiscal year last spoken of."""
    compared: str | None = None
    """The quarter or year that results were told of last, with which "a year earlier" compares."""
    compared_at: int = 0
    """Where in the text that was."""
    fresh: bool = False
    """Whether that was only just before."""
    heading: str | None = None
    """The day that stands above the entries of a log, or alone above a paragraph."""
    undated: bool = False
    """Whether no day of publication is known."""


class Reading(NamedTuple):
    """What an expression stands for."""

    kind: DateKind
    value: str
    earliest: str | None = None
    latest: str | None = None


class Words(NamedTuple):
    """The tokens of an expression, by the labels of its rule."""

    line: Line
    found: Found
    table: "Mapping[str, Normaliser]"
    """Reads the expressions inside this one."""

    def get(self, label: str) -> tuple[str, ...]:
        """The words that a label holds; none where it does not stand in the text."""
        start, end = self.found.groups.get(label, (0, 0))
        return tuple(token.word for token in self.line.tokens[start:end])

    @property
    def all(self) -> tuple[str, ...]:
        """Every word of the expression."""
        return tuple(token.word for token in self.line.tokens[self.found.start : self.found.end])

    def near(self, away: int) -> str:
        """The word so many tokens before (negative) or behind the expression; empty past the text's ends."""
        index = self.found.start + away if away < 0 else self.found.end - 1 + away
        return self.line.tokens[index].word if 0 <= index < len(self.line.tokens) else ""


Normaliser = Callable[[Words, Setting], Reading | None]


def read(line: Line, found: Found, setting: Setting, table: Mapping[str, Normaliser]) -> Reading | None:
    """What the expression at `found` stands for; none where it is no expression of time."""
    return table[found.rule](Words(line, found, table), setting)


def read_part(words: Words, label: str, setting: Setting) -> Reading | None:
    """What the expression inside a label stands for by itself."""
    start, end = words.found.groups[label]
    for found in exact_matches(words.line, start, end):
        if reading := read(words.line, found, setting, words.table):
            return reading
    return None


def base_day(setting: Setting) -> date | None:
    """The day from which "last", "next" and "ago" count."""
    if not setting.narrative or not setting.course:
        return setting.published
    return _first_day(setting.course, setting)


def day_told(setting: Setting) -> date | None:
    """The day last spoken of, else that of publication."""
    if setting.last_day is None:
        return None if (setting.last or "").startswith("BC") else setting.published
    return _first_day(setting.last_day, setting)


def last_told(setting: Setting) -> date | None:
    """The first day of what was last spoken of, else the day of publication."""
    return _first_day(setting.last, setting) if setting.last else setting.published


def _first_day(value: str, setting: Setting) -> date | None:
    """The first day of `value`, else that of publication; none before Christ, where no calendar reaches."""
    span = calendar.interval(value)
    return span[0] if span else None if value.startswith("BC") else setting.published


def dated(value: str | None) -> Reading | None:
    """A date of this value; nothing for none."""
    return Reading("date", value) if value else None


def iso_day(day: date | None) -> str:
    """The day as ISO 8601 writes it, or its open form."""
    return day.isoformat() if day else "XXXX-XX-XX"


def iso_day_from(base: date | None, days: int) -> str:
    """The day so many days from `base`, or its open form."""
    return iso_day(calendar.move(base, "D", days) if base else None)


def always(kind: DateKind, value: str) -> Normaliser:
    """Reads every expression as the same."""
    return lambda words, setting: Reading(kind, value)


ANAPHORIC = frozenset(("that", "same", "following", "previous", "preceding", "ensuing", "subsequent"))
"""Words that count from what was last spoken of, not from publication."""
