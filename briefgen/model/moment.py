"""Days and moments as people write them in options and sidecars, read strictly as ISO 8601."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
Parsed = TypeVar("Parsed")
SHAPE = "write a day as 2024-10-18, or a moment with its zone as 2024-10-18T09:30Z or 2024-10-18T09:30+02:00"


def parse_moment(words: str) -> str:
    """The ISO 8601 day or moment in `words`, in one spelling.

    Raises `ValueError`, with what would be right, for anything else: other orders of day and month,
    days that no calendar has, and times without a zone, which name no moment.
    """
    words = words.strip()
    if DAY.fullmatch(words):
        return _known(words, date.fromisoformat).isoformat()
    if not MOMENT.fullmatch(words):
        raise ValueError(f"“{words}” is not an ISO 8601 date: {SHAPE}")
    moment = _known(words, datetime.fromisoformat)
    if moment.tzinfo is None:
        raise ValueError(f"“{words}” has a time but no zone: {SHAPE}")
    return moment.isoformat()


def _known(words: str, parse: Callable[[str], Parsed]) -> Parsed:
    try:
        return parse(words)
    except ValueError as error:
        raise ValueError(f"“{words}” is on no calendar ({error}): {SHAPE}") from error
