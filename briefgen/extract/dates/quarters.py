"""Say which quarters, halves and seasons are meant."""

import re
from datetime import date

import msgspec

from briefgen.extract.dates import reckoning as calendar
from briefgen.extract.dates.grammar import exact_matches, matches_at
from briefgen.extract.dates.months import following_year
from briefgen.extract.dates.numbers import ordinal
from briefgen.extract.dates.setting import Normaliser, Reading, Setting, Words, base_day, dated, read
from briefgen.extract.dates.years import year_of, year_with_century
from briefgen.language.english import time as english


def _quarter_number(words: tuple[str, ...]) -> int | None:
    number = 4 if {"final", "last"} & set(words) else ordinal(words)
    return number if 1 <= number <= 4 else None


def _quarter(words: Words, setting: Setting) -> Reading | None:
    """A quarter without a year: this year's, or last year's where it is told of as past and is to come."""
    number, base = _quarter_number(words.get("number")), base_day(setting)
    if not number:
        return None
    if base is None:
        return Reading("date", f"XXXX-Q{number}")
    current = (base.month + 2) // 3
    year = base.year - (number > current and setting.tense == "past")
    if current == 1 and number == 4 and setting.tense != "future":
        year = base.year - 1
    return Reading("date", f"{year:04d}-Q{number}")


def _quarter_year(words: Words, setting: Setting) -> Reading | None:
    number, named = _quarter_number(words.get("number")), words.get("year")
    year = year_of(named, setting)
    return dated(f"{year}-Q{number}") if number and year else None


def _code(words: Words, setting: Setting) -> Reading | None:
    code = words.get("code")[0].upper()
    code = code if code[0] in "QH" else code[::-1]
    named = words.get("year")
    if not named:
        base = base_day(setting)
        year = f"{base.year:04d}" if base else "XXXX"
    elif named[0].startswith("fy"):
        digits = re.sub(r"\D", "", named[0])
        year = digits if len(digits) == 4 else year_with_century(setting, int(digits))
    else:
        year = year_of(named, setting) or "XXXX"
    return Reading("date", f"{year}-{code}")


def _half(words: Words, setting: Setting) -> Reading | None:
    first = "first" in words.get("number")
    year = year_of(words.get("year"), setting)
    return dated(f"{year}-H{1 if first else 2}") if year else None


def _current_quarter(setting: Setting) -> str | None:
    """The quarter that is spoken of, else the last that was over at publication."""
    if setting.quarter:
        return setting.quarter
    day = calendar.move(setting.published, "Q", -1) if setting.published else None
    return calendar.at(day, "Q") if day else None


def year_before(period: str) -> str:
    """The same quarter or month a year earlier, or the year before a year."""
    return f"{int(period[:4]) - 1:04d}{period[4:]}"


def _latest_quarter(words: Words, setting: Setting) -> Reading | None:
    if "current" in words.all:
        base = base_day(setting)
        return dated(calendar.at(base, "Q") if base else "XXXX-QX")
    if words.near(1) in ("of", "-"):
        return None
    if not setting.quarter and (ended := _quarter_ended(words, setting)):
        return Reading("date", ended)
    told = calendar.interval(setting.quarter) if setting.quarter else None
    if told and setting.published and told[1] > setting.published and len(words.all) > 2:
        setting = msgspec.structs.replace(setting, quarter=None)
    return dated(_current_quarter(setting) or "XXXX-QX")


def _quarter_ended(words: Words, setting: Setting) -> str | None:
    """The calendar's quarter that most of a quarter lies in whose last day is named: "ended Sept. 30"."""
    if words.near(1) not in ("ended", "ending"):
        return None
    for found in matches_at(words.line, words.found.end + 1):
        reading = read(words.line, found, setting, words.table) if found.rule in DAYS_NAMED else None
        span = calendar.interval(reading.value[:10]) if reading else None
        middle = calendar.move(span[1], "D", -HALF_QUARTER) if span else None
        return calendar.at(middle, "Q") if middle else None
    return None


HALF_QUARTER = 45
"""Days."""

DAYS_NAMED = frozenset(("month_day", "day_month", "yesterday", "today"))
"""Rules for a day by which a quarter's end is told."""


def _told_period(setting: Setting) -> str | None:
    """The quarter or year that results were told of last, else the quarter that is spoken of."""
    return setting.compared if setting.fresh else _current_quarter(setting)


def _ago_quarter(words: Words, setting: Setting) -> Reading | None:
    number = words.get("number")
    current = _told_period(setting)
    if number and current and _quarter_number(number):
        current = f"{current[:4]}-Q{_quarter_number(number)}"
    return dated(year_before(current) if current else "XXXX")


def _year_period(words: Words, setting: Setting) -> Reading | None:
    year, number = words.get("year")[0], words.get("number")
    if number:
        return dated(f"{year}-Q{_quarter_number(number)}" if _quarter_number(number) else None)
    told = _told_period(setting) if setting.quarter else None
    return Reading("date", f"{year}{told[4:]}" if told else year)


def _period_ago(words: Words, setting: Setting) -> Reading | None:
    month = re.match(r"\d{4}-\d\d", setting.last or "")
    if month and not setting.quarter and "quarter" not in words.all:
        return dated(year_before(month[0]))
    current = _told_period(setting)
    return dated(year_before(current) if current else "XXXX")


def _season(words: Words, setting: Setting) -> Reading | None:
    name, which = words.get("season")[0], set(words.get("which"))
    falling = name == "fall" and words.near(1) in ("of", "from", "by") and "last" not in which
    if falling or (not which and not _stands_as_season(words, name, setting)):
        return None
    code, base = english.SEASONS[name], base_day(setting)
    if not which and (year := _year_in_row(words, setting)):
        return Reading("date", f"{year}-{code}")
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if not which and setting.narrative and setting.course:
        return Reading("date", f"{following_year(first, setting.course)}-{code}")
    if base is None:
        return Reading("date", f"XXXX-{code}")
    return Reading("date", f"{_season_year_of(first, which, base, setting):04d}-{code}")


def _season_year_of(first: int, which: set[str], base: date, setting: Setting) -> int:
    if which & english.CLASSES["LAST"]:
        return base.year - (base.month < first + 3 and not ("past" in which and base.month >= first))
    if which & english.CLASSES["NEXT"]:
        return base.year + (base.month >= first)
    if "this" in which:
        return base.year
    return base.year - (setting.tense == "past" and base.month < first and first < 12)


def _stands_as_season(words: Words, name: str, setting: Setting) -> bool:
    """Whether a season without "this", "last" or "next" is one.

    A history names campaigns for their season ("the Spring Offensive"); elsewhere such names are no dates.
    """
    tokens, end = words.line.tokens, words.found.end
    token = tokens[end - 1]
    if token.capital and end < len(tokens) and tokens[end].capital and words.near(1).isalpha():
        return setting.narrative and words.near(1) not in english.GAMES
    if words.near(1) in english.SEASON_NOUNS or _in_row(words):
        return True
    if words.all[0] == "the":
        led = words.near(-1) in english.LEADS_OF_THE_SEASON and words.near(1) in english.SEASON_ENDS
        return name not in english.DOUBTFUL_SEASONS or led or len(words.all) > 2
    if words.near(1) in ("-", "line") or (token.capital and words.near(1) not in english.SEASON_ENDS):
        return False
    return name not in english.DOUBTFUL_SEASONS or words.near(-1) in english.SEASON_LEADS


def _year_in_row(words: Words, setting: Setting) -> str | None:
    """The year that the season beside it gives: 1943 for the first of "the spring and summer of 1943"."""
    if not _in_row(words):
        return None
    for found in matches_at(words.line, words.found.end + 1):
        if found.rule == "season_year" or found.groups.keys() == {"period"}:
            inner = exact_matches(words.line, *found.groups.get("period", (found.start, found.end)))
            named = [Words(words.line, one, words.table).get("year") for one in inner]
            return next((year for name in named if name and (year := year_of(name, setting))), None)
    return None


def _in_row(words: Words) -> bool:
    """Whether another season is named beside it: "the spring and early summer"."""
    if words.near(1) not in ("and", "or"):
        return False
    staged = words.near(2) == "the" or words.near(2) in english.CLASSES["STAGE"]
    return words.near(3 if staged else 2) in english.SEASONS


def _set_season(words: Words, setting: Setting) -> Reading | None:
    return Reading("set", f"XXXX-{english.SEASONS[words.get('season')[0]]}")


def _season_old(words: Words, setting: Setting) -> Reading | None:
    return Reading("date", f"{int(words.get('year')[0]):04d}-{english.SEASONS[words.get('season')[0]]}")


def _season_year(words: Words, setting: Setting) -> Reading | None:
    year = year_of(words.get("year"), setting)
    return dated(f"{year}-{english.SEASONS[words.get('season')[0]]}") if year else None


QUARTERS: dict[str, Normaliser] = {
    "quarter": _quarter,
    "quarter_joined": _quarter,
    "quarter_year": _quarter_year,
    "year_quarter": _quarter_year,
    "quarter_code": _code,
    "year_code": _code,
    "half": _half,
    "ago_quarter": _ago_quarter,
    "year_ago": _ago_quarter,
    "latest_quarter": _latest_quarter,
    "year_period": _year_period,
    "period_ago": _period_ago,
    "season": _season,
    "the_season": _season,
    "set_season": _set_season,
    "season_year": _season_year,
    "season_old": _season_old,
}
"""The rules for quarters, halves and seasons."""
