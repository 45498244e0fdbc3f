"""Dates as a brief needs them."""

from briefgen.model.annotation import DateMention
from briefgen.model.brief import When
from briefgen.synthesis.reading import Reading


def when_of(source: Reading, date: DateMention) -> When:
    """`date` with the words of the source."""
    words = " ".join(date.span.of(source.text).split())
    return When(words, date.kind, date.value, date.earliest, date.latest, date.relation)


def is_placed(date: DateMention) -> bool:
    """Whether the date names a known stretch of the calendar."""
    return date.kind in ("date", "time") and date.earliest is not None and date.value[:4].isdigit()
