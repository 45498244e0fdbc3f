"""Find the year of a day that a text states without one, where its address or notice of rights tells it."""

import re
from datetime import date, timedelta

from briefgen.language.english.publication import RIGHTS
from briefgen.language.english.time import WEEKDAYS
from briefgen.model.annotation import DateMention
from briefgen.model.document import Document

HEAD = 2_000
"""Code points from the start of a text among which its own address is looked for."""
ADDRESS = re.compile(r"https?://[^\s<>]{1,200}?(?P<day>(?:19|20)\d\d[/-][01]\d[/-][0-3]\d)(?!\d)")
"""An address with a day in it: "https://orlo.example/2025/11/09/bridge"."""
NOTICE = re.compile(rf"(?:{RIGHTS})[^\n]{{0,60}}?\b(?P<year>(?:19|20)\d\d)\b(?!\s?[-–])", re.IGNORECASE)
"""A notice of rights with its year; of "2019-2025" the last."""
OPEN_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")


def with_year(document: Document, mention: DateMention) -> str | None:
    """The day, ISO 8601, of a mention without its year; none where nothing in the source determines it.

    An address does whose day is that one or the next. The year of a notice of rights alone does not, as
    pages renew it; it does where the weekday that is told fits it.
    """
    found = OPEN_DAY.fullmatch(mention.value)
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    return _by_address(document, month, day) or _by_notice(document, mention, month, day)


def _by_address(document: Document, month: int, day: int) -> str | None:
    addresses = f"{document.metadata.url or ''}\n{document.text[:HEAD]}"
    for found in ADDRESS.finditer(addresses):
        filed = _day(*map(int, re.split("[/-]", found["day"])))
        if filed and (day_before := _day(filed.year, month, day)) and filed - day_before in NEXT:
            return day_before.isoformat()
    return None


NEXT = (timedelta(0), timedelta(1))
"""How long after its dateline a text is filed at most, for its address to tell the dateline's year."""


def _by_notice(document: Document, mention: DateMention, month: int, day: int) -> str | None:
    opening = re.split(r"\W+", mention.span.of(document.text).casefold())[0]
    weekday = WEEKDAYS.get(opening)
    years = {int(found["year"]) for found in NOTICE.finditer(document.text)}
    told = [one for year in sorted(years) if (one := _day(year, month, day)) and one.isoweekday() == weekday]
    return told[0].isoformat() if len(told) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
