"""Dates as a brief needs them."""

from collections.abc import Iterable
from datetime import UTC, datetime

from briefgen.model.annotation import DateMention
from briefgen.model.brief import When
from briefgen.synthesis.reading import Reading


def when_of(source: Reading, date: DateMention) -> When:
    """`date` with the words of the source."""
    words = " ".join(date.span.of(source.text).split())
    return When(words, date.kind, date.value, date.earliest, date.latest, date.relation)


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
