"""Dates and numbers as people write them, by the words of a labels file; never by the machine's locale."""

import re
from datetime import date, timedelta

from briefgen.model.brief import Event, Figure, When
from briefgen.render.labels import Labels

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(.+))?$")
MONTH = re.compile(r"(\d{4})-(\d{2})$")
PART = re.compile(r"(\d{4})-([QH])(\d)$")
WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(WE|\d))?$")
YEAR = re.compile(r"(\d{4})$")
DECADE = re.compile(r"(\d{3})$")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|AU|WI)$")
CLOCK = re.compile(r"(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")

CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
"""Signs that are read the same everywhere; any other currency keeps its ISO 4217 code."""

PERCENT = ("percent", "%", "per cent")

MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def date_words(value: str, labels: Labels, mod: str | None = None) -> str:
    """A TIMEX3 or ISO 8601 value as people write it; empty where it names no place in the calendar.

    `mod` says which part of the stretch is meant, as `When.mod` does: "mid-March 2024".
    """
    if mod and "/" in value:
        (first, last), (early, late) = value.split("/", 1), mod.split("/", 1)
        return _joined(date_words(first, labels, early), date_words(last, labels, late), labels)
    for pattern, spell in SPELLINGS:
        if match := pattern.match(value):
            words = spell(match, labels)
            return part_words(words, value, mod, labels) if mod and words else words
    return ""


def part_words(words: str, value: str, mod: str, labels: Labels) -> str:
    """The part `mod` of the stretch that `words` name: "early 2024", "week of 14 October 2024 (early)"."""
    plain = any(form.match(value) for form in (MONTH, SEASON, YEAR, DECADE))
    return labels.dates.get(mod if plain else f"{mod}_of", "{date}").format(date=words)


def _day(match: re.Match[str], labels: Labels) -> str:
    year, month, day, clock = match.groups()
    words = labels.dates["day"].format(day=int(day), month=_month_name(month, labels), year=int(year))
    time = _clock(clock or "")
    return labels.dates["time"].format(date=words, time=time) if time else words


def short_day(day: date, labels: Labels, *, year: bool = True) -> str:
    """A day with its month short, in the order and with the signs of `labels`: "3 Jun 2025"."""
    form = labels.dates["day"]
    if not year:
        form = re.sub(r"[\s,.]*\{year\}\S*\s*", "", form)
    return form.format(day=day.day, month=labels.short_months[day.month - 1], year=day.year)


def day_number(day: date, labels: Labels) -> str:
    """A day without its month, where `labels` put it first: "3", "3."; else empty."""
    first, _, rest = labels.dates["day"].partition("{day}")
    return "" if first else f"{day.day}{rest.partition('{')[0]}".strip()


def _clock(value: str) -> str:
    time = CLOCK.match(value)
    if time is None:
        return ""
    zone = {"Z": " UTC", "+00:00": " UTC", None: ""}.get(time.group(3), f" UTC{time.group(3)}")
    return f"{time.group(1)}:{time.group(2)}{zone}"


def clock_words(when: When) -> str:
    """The time of day of a date: "09:30 UTC"; empty where it has none."""
    day = DAY.match(when.value)
    return _clock(day.group(4) or "") if day else ""


def _month(match: re.Match[str], labels: Labels) -> str:
    return labels.dates["month"].format(month=_month_name(match.group(2), labels), year=int(match.group(1)))


def _part(match: re.Match[str], labels: Labels) -> str:
    year, sign, number = match.groups()
    return labels.dates["quarter" if sign == "Q" else "half"].format(year=int(year), number=number)


def _week(match: re.Match[str], labels: Labels) -> str:
    year, week, part = match.groups()
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return ""
    if part == "WE":
        saturday = (monday + timedelta(days=5)).isoformat()
        return labels.dates["weekend"].format(date=date_words(saturday, labels))
    if part:
        return date_words((monday + timedelta(days=int(part) - 1)).isoformat(), labels)
    return labels.dates["week"].format(date=date_words(monday.isoformat(), labels))


def _season(match: re.Match[str], labels: Labels) -> str:
    return labels.dates["season"].format(season=labels.seasons[match.group(2)], year=int(match.group(1)))


def _year(match: re.Match[str], labels: Labels) -> str:
    return labels.dates["year"].format(year=int(match.group(1)))


def _decade(match: re.Match[str], labels: Labels) -> str:
    return labels.dates["decade"].format(year=f"{match.group(1)}0")


def _century(match: re.Match[str], labels: Labels) -> str:
    return labels.dates["century"].format(year=f"{match.group(1)}00")


def _range(match: re.Match[str], labels: Labels) -> str:
    first, last = (date_words(value, labels) for value in match.groups())
    return _joined(first, last, labels)


def _joined(first: str, last: str, labels: Labels) -> str:
    return labels.dates["range"].format(first=first, last=last) if first and last else ""


def _month_name(month: str, labels: Labels) -> str:
    number = int(month)
    return labels.months[number - 1] if 1 <= number <= 12 else month


SPELLINGS = (
    (DAY, _day),
    (MONTH, _month),
    (PART, _part),
    (WEEK, _week),
    (SEASON, _season),
    (YEAR, _year),
    (DECADE, _decade),
    (re.compile(r"(\d{2})$"), _century),
    (re.compile(r"([^/]+)/([^/]+)$"), _range),
)
"""Forms of a value, and how each is spelled."""


def when_words(when: When | None, labels: Labels) -> str:
    """A date with its relation: "since August 2023"; in the source's words where it is not resolved."""
    if when is None:
        return ""
    words = date_words(when.value, labels, when.mod) or f"“{when.words}”"
    if _is_last_day(when) and not when.mod:
        words = labels.dates["end"].format(date=words)
    return f"{labels.relations[when.relation]} {words}" if when.relation in labels.relations else words


def event_when(event: Event, labels: Labels) -> str:
    """When an event was, or, where only that is known, when it was said."""
    words = when_words(event.when, labels)
    return labels.text["told_on"].format(date=words) if event.said else words


def due_words(when: When, past: bool, labels: Labels) -> str:
    """The day of what is expected, and whether it was `past` when the brief was made."""
    words = when_words(when, labels)
    return labels.text["past"].format(date=words) if past else words


def _is_last_day(when: When) -> bool:
    """Whether only the last day is meant of a value coarser than a day: "by the end of 2026"."""
    return when.earliest is not None and when.earliest == when.latest and len(when.value) < len("2026-01-01")


def number_words(value: float) -> str:
    """A number with separators for thousands, and no more decimals than it has."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def amount_words(figure: Figure, labels: Labels) -> str:
    """The number of a figure with bound and currency: "more than 1,200"; a share as its source words it."""
    if figure.worded and not figure.worded[0].isdecimal():
        return figure.worded
    value, high = (labels.numeral(_one_amount(number, figure)) for number in (figure.value, figure.high))
    return labels.bounds[figure.bound].format(value=value, high=high)


def _one_amount(number: float | None, figure: Figure) -> str:
    if number is None:
        return ""
    if figure.money:
        return _money(number, figure)
    words = _digits(number, figure)
    return f"{words}%" if figure.unit in PERCENT else words


def _digits(number: float, figure: Figure) -> str:
    """`number` with as many decimals as its source gives it: "41.20"."""
    if figure.worded is None or float(figure.worded) != number:
        return number_words(number)
    return f"{number:,.{len(figure.worded.partition('.')[2])}f}"


def _money(number: float, figure: Figure) -> str:
    sign = CURRENCIES.get(figure.money or "", f"{figure.money} ")
    for size, name in MAGNITUDES:
        if abs(number) >= size:
            return f"{sign}{_digits(round(number / size, 6), figure)} {name}"
    return f"{sign}{_digits(number, figure)}"
