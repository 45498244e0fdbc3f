"""Say which days are meant: by weekday, by holiday, or counted from publication."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from briefgen.extract.dates import reckoning as calendar
from briefgen.extract.dates.numbers import number_of, ordinal
from briefgen.extract.dates.setting import (
    Normaliser,
    Reading,
    Setting,
    Words,
    always,
    base_day,
    dated,
    day_told,
    iso_day,
    last_told,
    read_part,
)
from briefgen.extract.dates.years import year_of
from briefgen.language.english import time as english


def from_base(days: int) -> Normaliser:
    """Reads a day that lies so many days from publication."""

    def resolve(words: Words, setting: Setting) -> Reading | None:
        base = setting.published
        moved = calendar.move(base, "D", days) if base else None
        if _is_title(words) or _is_capitalised(words):
            return None
        if not moved:
            return Reading("date", "PRESENT_REF" if days == 0 else "XXXX-XX-XX")
        return Reading("date", moved.isoformat())

    return resolve


def _is_capitalised(words: Words) -> bool:
    """Whether all its words are written as a title writes them: "The Day After Tomorrow"."""
    return len(words.all) > 2 and all(
        token.capital for token in words.line.tokens[words.found.start : words.found.end]
    )


def _is_title(words: Words) -> bool:
    """Whether it is part of a name, as in "USA Today" and "Happy Mondays": a capital after a capital."""
    tokens, start = words.line.tokens, words.found.start
    if not tokens[start].capital or not start or words.near(-1) == "'s":
        return tokens[start].capital and words.near(-1) == "'s"
    glued = tokens[start].start - tokens[start - 1].end == 1
    return tokens[start - 1].capital and glued and words.near(-1).isalpha()


def _opens_title(words: Words) -> bool:
    """Whether a part of the day and a name stand behind it, all in capitals: "Saturday Night Live"."""
    tokens, end = words.line.tokens, words.found.end
    if words.near(1) not in english.DAY_PARTS or end + 1 >= len(tokens):
        return False
    glued = tokens[end + 1].start - tokens[end].end == 1
    return tokens[end].capital and tokens[end + 1].capital and glued and words.near(2).isalpha()


def _is_any(words: Words) -> bool:
    """Whether it is some such day of a month told behind it: "a Saturday in June 1981"."""
    some = words.near(-1) in ("a", "an", "one", "some", "any") and words.near(1) in ("in", "of")
    return some and words.near(2) in english.MONTHS


def _weekday(words: Words, setting: Setting) -> Reading | None:
    number = english.WEEKDAYS[words.get("day")[0]]
    if "." in words.get("day") and words.near(-1) not in english.WEEKDAY_LEADS:
        return None
    if words.near(-1) in english.NAMED_DAYS or _opens_title(words):
        return None
    base = base_day(setting)
    if base is None or _is_any(words):
        return Reading("date", f"XXXX-WXX-{number}")
    step = 1 if setting.tense == "future" or setting.narrative else -1
    return dated(_near(base, number, step))


def _near(base: date, weekday: int, step: int) -> str | None:
    try:
        return calendar.weekday_near(base, weekday, step).isoformat()
    except OverflowError:
        return None


def _which_weekday(words: Words, setting: Setting) -> Reading | None:
    number, which = english.WEEKDAYS[words.get("day")[0]], set(words.get("which"))
    anaphoric = which & {"following", "previous", "preceding"}
    base = last_told(setting) if anaphoric else base_day(setting)
    if base is None:
        return Reading("date", f"XXXX-WXX-{number}")
    if which & english.CLASSES["LAST"]:
        day = calendar.move(base, "D", -1)
        return dated(_near(day, number, -1)) if day else None
    if which & english.CLASSES["NEXT"]:
        day = calendar.move(base, "D", 1)
        return dated(_near(day, number, 1)) if day else None
    if "that" in which:
        return _weekday(words, setting) if words.near(-1) in english.THAT_LEADS else None
    return dated(_near(base, number, -1 if setting.tense == "past" else 1))


def _weekday_ago(words: Words, setting: Setting) -> Reading | None:
    """So many weekdays ago, the last being the first: "two Sundays ago"."""
    base, number = base_day(setting), english.WEEKDAYS[words.get("day")[0]]
    count = number_of(words.get("number"))
    last = calendar.move(base, "D", -1) if base and count else None
    if last is None or count is None:
        return Reading("date", f"XXXX-WXX-{number}")
    moved = calendar.move(last, "W", 1 - int(count))
    return dated(_near(moved, number, -1)) if moved else None


def _weekday_week(words: Words, setting: Setting) -> Reading | None:
    base, number = base_day(setting), english.WEEKDAYS[words.get("day")[0]]
    step = {"this": 0, "last": -1, "next": 1}[words.get("week")[0]]
    if not base:
        return Reading("date", f"XXXX-WXX-{number}")
    day = calendar.move(base, "D", 7 * step + number - base.isoweekday())
    return dated(day.isoformat() if day else None)


def _weekdays(words: Words, setting: Setting) -> Reading | None:
    part = words.get("part")
    if words.found.rule == "weekdays" and _is_title(words) and words.near(-1) not in english.WEEKDAYS:
        return None
    suffix = english.DAY_PARTS[part[0]] if part else ""
    return Reading("set", f"XXXX-WXX-{english.WEEKDAYS[words.get('day')[0]]}{suffix}")


def _month_named(words: Words, setting: Setting) -> Reading | None:
    """The month of a "last Friday of the month", which alone is the present one."""
    if words.get("period")[-1] != "month":
        return read_part(words, "period", setting)
    base = base_day(setting)
    return dated(calendar.at(base, "M") if base else None)


def _nth_weekday(words: Words, setting: Setting) -> Reading | None:
    reading = _month_named(words, setting)
    if not reading or not re.fullmatch(r"\d{4}-\d\d", reading.value):
        return None
    number = -1 if "last" in words.get("number") else ordinal(words.get("number"))
    year, month = int(reading.value[:4]), int(reading.value[5:])
    if not 1 <= year < date.max.year or number > 5:
        return None
    day = calendar.nth_weekday(year, month, english.WEEKDAYS[words.get("day")[0]], number)
    return dated(day.isoformat() if day.month == month else None)


def _day_beside(words: Words, setting: Setting) -> Reading | None:
    """The day before or after one that is named: "the day after Christmas"."""
    reading = read_part(words, "day", setting)
    if reading is None or not re.fullmatch(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", reading.value):
        return None
    span = calendar.interval(reading.value)
    moved = calendar.move(span[0], "D", -1 if "before" in words.get("which") else 1) if span else None
    return Reading("date", moved.isoformat() if moved else "XXXX-XX-XX")


def _same_day(words: Words, setting: Setting) -> Reading | None:
    return dated(iso_day(day_told(setting)))


def _same_time(words: Words, setting: Setting) -> Reading | None:
    """The stretch last spoken of, as in "during this period"; "at the same time" compares, and is none."""
    if words.near(-1) not in english.STRETCH_LEADS:
        return None
    return dated(setting.last or "XXXX")


def _names_thing(words: Words, start: int) -> bool:
    """Whether a holiday's name is a part of another: "Christmas Island", "the film Easter in May"."""
    tokens, end = words.line.tokens, words.found.end
    following = tokens[end] if end < len(tokens) else None
    glued = following is not None and following.start - tokens[end - 1].end == 1
    if words.near(1) in english.HOLIDAY_NOUNS or words.near(-1) in english.WORKS:
        return True
    if words.near(1) in english.HOLIDAY_TIMES:
        return False
    plural = (
        len(words.near(1)) > 4 and words.near(1).endswith("s") and words.near(1) not in english.FEAST_VERBS
    )
    if glued and plural:
        return True
    if glued and following and following.capital and words.near(1) not in english.DAY_PARTS:
        return words.near(1) not in english.WEEKDAYS
    led = words.near(-1) in HOLIDAY_BEFORE or words.get("year")
    return start == words.found.start and not led and _is_title(words)


HOLIDAY_BEFORE = english.HOLIDAY_LEADS | english.MONTH_LEADS | english.NOUN_LEADS
"""Words before a holiday that, even with a capital, are no part of its name."""


def _holiday(words: Words, setting: Setting) -> Reading | None:
    start, _ = words.found.groups["name"]
    name = _holiday_name(words)
    if not words.line.tokens[start].capital and name != english.ELECTION_DAY:
        return None
    named, which = words.get("year"), set(words.get("which"))
    if not which and _names_thing(words, start):
        return None
    if name in english.OPEN_HOLIDAYS:
        return _open_holiday(words, name, setting)
    if named:
        year = year_of(named, setting) or "XXXX"
        return dated(_holiday_in(name, int(year)) if year.isdigit() else None)
    return _told_holiday(words, name, which, setting)


def _told_holiday(words: Words, name: str, which: set[str], setting: Setting) -> Reading | None:
    """The holiday nearest to publication, or that of any year where no single one is told of."""
    base = base_day(setting)
    if base is None:
        return Reading("date", _any_year(name))
    near = _holiday_near(name, base, which, setting)
    if near and not which and not _is_one_day(words, date.fromisoformat(near), base, setting):
        return Reading("date", _any_year(name))
    return dated(near)


def _holiday_week(words: Words, setting: Setting) -> Reading | None:
    """The week that a holiday is in, or the weekend nearest to it: "Easter week", "Labor Day weekend"."""
    name, named = _holiday_name(words), words.get("year")
    weekend, base = words.get("unit") == ("weekend",), base_day(setting)
    if name in english.OPEN_HOLIDAYS or not words.line.tokens[words.found.groups["name"][0]].capital:
        return None
    if named:
        year = year_of(named, setting) or "XXXX"
        day = _holiday_in(name, int(year)) if year.isdigit() else None
    else:
        usual = any(words.near(-back) in english.USUAL for back in range(1, 4))
        day = _week_told(name, base, words, setting) if base and not usual else None
    if day is None:
        return Reading("date", "XXXX-WXX-WE" if weekend else "XXXX-WXX")
    first = date.fromisoformat(day)
    moved = calendar.move(first, "D", -2) if weekend and first.isoweekday() < WEDNESDAY else first
    reading = dated(calendar.at(moved, "WE" if weekend else "W") if moved else None)
    span = calendar.interval(reading.value) if reading else None
    if reading is None or span is None:
        return None
    return reading._replace(earliest=min(span[0].isoformat(), day), latest=max(span[1].isoformat(), day))


WEDNESDAY = 3
"""The first ISO weekday that is nearer to the weekend behind it."""


def _week_told(name: str, base: date, words: Words, setting: Setting) -> str | None:
    """The holiday of the week now running, whatever the tense; else the one that the tense points at."""
    which = set(words.get("which"))
    near = _holiday_near(name, base, set(), msgspec.structs.replace(setting, tense=""))
    if near and not which and abs((date.fromisoformat(near) - base).days) <= NEAR_WEEK:
        return near
    return _holiday_near(name, base, which, setting)


NEAR_WEEK = 8
"""Days from publication to a holiday whose week or weekend is now."""


def _holiday_name(words: Words) -> str:
    """The name of the holiday as the tables have it."""
    return re.sub(r" (?=['.])| (?=-)|(?<=-) ", "", " ".join(words.get("name")))


def _any_year(name: str) -> str:
    fixed = english.HOLIDAYS.get(name)
    return f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "XXXX-XX-XX"


def _open_holiday(words: Words, name: str, setting: Setting) -> Reading | None:
    """The year of a feast that is reckoned by no short rule, where it is told."""
    named, which = words.get("year"), set(words.get("which"))
    base = base_day(setting)
    if named:
        return Reading("date", year_of(named, setting) or "XXXX")
    if not which and words.near(-1) not in english.HOLIDAY_LEADS | {"during", "in"}:
        return None
    if base and "this" in which:
        return Reading("date", f"{base.year:04d}")
    return Reading("date", "XXXX-XX" if name == "ramadan" else "XXXX-XX-XX")


def _is_one_day(words: Words, day: date, base: date, setting: Setting) -> bool:
    """Whether the holiday of one year is meant, not the feast as it comes year after year."""
    if setting.narrative:
        return True
    lead, tense = words.near(-1), setting.tense
    away = (day - base).days
    if any(words.near(-back) in english.USUAL for back in range(1, 7)):
        return False
    if tense == "future":
        return away >= 0
    if lead == "on" and tense == "past":
        return -HALF_YEAR <= away <= 0
    return abs(away) <= NEAR_DAYS and (lead in english.HOLIDAY_LEADS or tense == "past")


NEAR_DAYS, HALF_YEAR = 92, 184
"""How far from publication a holiday without a year is told as news, in days; half a year with "on"."""


def _holiday_near(name: str, base: date, which: set[str], setting: Setting) -> str | None:
    days = [day for year in (base.year - 1, base.year, base.year + 1) if (day := _holiday_in(name, year))]
    if which & english.CLASSES["LAST"]:
        days = [day for day in days if day < base.isoformat()][-1:]
    elif "next" in which or setting.tense == "future":
        days = [day for day in days if day >= base.isoformat()][:1]
    elif setting.tense == "past" and not setting.narrative:
        days = [day for day in days if day <= base.isoformat()][-1:]
    near = sorted(days, key=lambda day: abs((date.fromisoformat(day) - base).days))
    return near[0] if near else None


def _holiday_in(name: str, year: int) -> str | None:
    return HOLIDAY_DATES[name](year).isoformat() if date.min.year < year < date.max.year else None


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, n: int) -> Callable[[int], date]:
    return lambda year: calendar.nth_weekday(year, month, weekday, n)


def _from_thanksgiving(days: int) -> Callable[[int], date]:
    month, weekday, n = english.MOVING_HOLIDAYS["thanksgiving"]
    return lambda year: calendar.nth_weekday(year, month, weekday, n) + timedelta(days)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: calendar.easter(year) + timedelta(days)


def _from_orthodox_easter(days: int) -> Callable[[int], date]:
    return lambda year: calendar.orthodox_easter(year) + timedelta(days)


def _from_passover(days: int) -> Callable[[int], date]:
    return lambda year: calendar.passover(year) + timedelta(days)


HOLIDAY_DATES: dict[str, Callable[[int], date]] = {
    **{name: _fixed(*day) for name, day in english.HOLIDAYS.items()},
    **{name: _nth(month, weekday, n) for name, (month, weekday, n) in english.MOVING_HOLIDAYS.items()},
    **{name: _from_easter(days) for name, days in english.CHURCH_HOLIDAYS.items()},
    **{name: _from_thanksgiving(days) for name, days in english.THANKSGIVING_HOLIDAYS.items()},
    **{name: _from_orthodox_easter(days) for name, days in english.ORTHODOX_HOLIDAYS.items()},
    **{name: _from_passover(days) for name, days in english.JEWISH_HOLIDAYS.items()},
    english.ELECTION_DAY: lambda year: calendar.nth_weekday(year, 11, 1, 1) + timedelta(1),
}
"""From a holiday's name to the day it falls on in a year."""


DAYS: dict[str, Normaliser] = {
    "today": from_base(0),
    "yesterday": from_base(-1),
    "tomorrow": from_base(1),
    "day_before_yesterday": from_base(-2),
    "day_after_tomorrow": from_base(2),
    "weekday": _weekday,
    "which_weekday": _which_weekday,
    "weekday_week": _weekday_week,
    "weekday_ago": _weekday_ago,
    "weekdays": _weekdays,
    "nth_weekday": _nth_weekday,
    "weekday_parts": _weekdays,
    "set_weekday": _weekdays,
    "holiday": _holiday,
    "holiday_week": _holiday_week,
    "nine_eleven": always("date", "2001-09-11"),
    "day_beside": _day_beside,
    "sameday": _same_day,
    "sametime": _same_time,
}
"""The rules for days."""
