"""Put the two ends of a stretch in order whose words leave open which week or year is meant."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import msgspec

from briefgen.extract.dates import reckoning as calendar
from briefgen.language.english import time as english
from briefgen.model.annotation import DateMention

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTH = re.compile(r"\d{4}-\d\d")
LEAD = 10
"""Code points before the first end in which the word stands that opens the stretch."""


def in_order(text: str, mentions: Sequence[DateMention], published: date | None) -> tuple[DateMention, ...]:
    """`mentions` with the ends of "from January to March" in one year, of "Monday to Friday" in one week."""
    found = list(mentions)
    for place, (one, two) in enumerate(pairwise(mentions)):
        if one.earliest and two.earliest and one.earliest > two.earliest and _is_stretch(text, one, two):
            found[place], found[place + 1] = _ordered(one, two, published)
    return tuple(found)


def _is_stretch(text: str, one: DateMention, two: DateMention) -> bool:
    """Whether two mentions, each a weekday or a month by itself, are the ends of one stretch."""
    words = [mention.span.of(text).casefold().rstrip(".") for mention in (one, two)]
    if not any(all(word in names for word in words) for names in (english.WEEKDAYS, english.MONTHS)):
        return False
    link = text[one.span.end : two.span.start].strip().casefold()
    lead = text[max(0, one.span.start - LEAD) : one.span.start].split()[-1:]
    return link in english.REACHING or (link in english.PAIRING.get("".join(lead).casefold(), ()))


def _ordered(one: DateMention, two: DateMention, published: date | None) -> tuple[DateMention, DateMention]:
    """The first end a year earlier; of weekdays the second a week later, where the first is still to come."""
    if MONTH.fullmatch(one.value):
        return _moved(one, "Y", -1), two
    ahead = published is not None and (one.earliest or "") > published.isoformat()
    return (one, _moved(two, "W", 1)) if ahead else (_moved(one, "W", -1), two)


def _moved(mention: DateMention, unit: str, count: int) -> DateMention:
    moved = calendar.move(date.fromisoformat((mention.earliest or "")[:10]), unit, count)
    if moved is None or not (DAY.fullmatch(mention.value) or MONTH.fullmatch(mention.value)):
        return mention
    value = moved.isoformat()[: len(mention.value)]
    bounds = calendar.interval(value)
    if bounds is None:
        return mention
    first, last = bounds
    return msgspec.structs.replace(mention, value=value, earliest=first.isoformat(), latest=last.isoformat())
