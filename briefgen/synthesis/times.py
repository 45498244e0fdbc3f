"""Dates as a brief needs them."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from briefgen.language.english.dating import BETWEEN, COMPARED_SINCE, END, FROM, RANGE_LINKS
from briefgen.model.annotation import DateMention
from briefgen.model.brief import When
from briefgen.model.span import Span
from briefgen.synthesis.reading import Reading

DAY = len("2024-10-18")
OPENING = 20
"""Characters before a date in which the word that opens a range stands."""


class Dated(msgspec.Struct, frozen=True):
    """A stretch of the calendar that a text names: a date, or the range between two."""

    span: Span
    when: When


def dated(source: Reading) -> tuple[Dated, ...]:
    """Every placed date of `source`, in the order of the text; the two ends of a range as one."""
    found: list[Dated] = []
    open_end: DateMention | None = None
    for date in source.found.dates:
        if not is_placed(date) or is_compared(source, date):
            open_end = None
        elif open_end is not None and (joined := _range(source, open_end, date)):
            found[-1] = joined
            open_end = None
        else:
            found.append(Dated(date.span, when_of(source, date)))
            open_end = date
    return tuple(found)


def is_compared(source: Reading, date: DateMention) -> bool:
    """Whether something is only compared with what was so until a date ("the highest since 2006")."""
    if date.relation != "since":
        return False
    before = source.text[max(0, date.span.start - COMPARED) : date.span.start]
    return re.search(COMPARED_SINCE, before, re.IGNORECASE) is not None


COMPARED = 100
"""Characters before a date in which what is compared stands."""


def _range(source: Reading, first: DateMention, last: DateMention) -> Dated | None:
    """The range from `first` to `last`, if the words around the two make it one."""
    text = source.text
    link = text[first.span.end : last.span.start].strip().casefold()
    before = text[max(0, first.span.start - OPENING) : first.span.start]
    opening = (before.split() or [""])[-1].casefold()
    if not (link in RANGE_LINKS or (link == "and" and opening == BETWEEN)):
        return None
    if last.latest is None or (first.earliest or "") > last.latest:
        return None
    opened = opening in (BETWEEN, FROM)
    start = first.span.start - (len(before) - before.casefold().rindex(opening) if opened else 0)
    span = Span(start, last.span.end)
    words = " ".join(span.of(text).split())
    value = f"{first.value}/{last.value}"
    mod = f"{first.mod or ''}/{last.mod or ''}" if first.mod or last.mod else None
    return Dated(span, When(words, "date", value, first.earliest, last.latest, mod=mod))


def when_of(source: Reading, date: DateMention) -> When:
    """`date` with the words of the source; "by the end of May" is by its last day."""
    words = " ".join(date.span.of(source.text).split())
    limit = date.relation in ("by", "until") and END in re.split(r"\W+", words.casefold())
    if limit and is_placed(date) and date.latest:
        last = date.latest[:DAY]
        return When(words, date.kind, last, last, last, date.relation)
    return When(words, date.kind, date.value, date.earliest, date.latest, date.relation, date.mod)


def newest(published: Iterable[str | None]) -> str | None:
    """The latest of these days and moments; a day, or a moment without zone, counts as UTC."""
    known = sorted(date for date in published if date)
    return max(known, key=_moment, default=None)


def _moment(date: str) -> datetime:
    moment = datetime.fromisoformat(date)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def is_placed(date: DateMention) -> bool:
    """Whether the date names a known stretch of the calendar."""
    return date.kind in ("date", "time") and date.earliest is not None and date.value[:4].isdigit()
