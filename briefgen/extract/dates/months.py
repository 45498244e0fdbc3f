"""Say which months, and days of months, are meant."""

import re
from datetime import date

from briefgen.extract.dates import reckoning as calendar
from briefgen.extract.dates.grammar import matches_at
from briefgen.extract.dates.numbers import day_number
from briefgen.extract.dates.setting import Normaliser, Reading, Setting, Words, base_day, dated, read
from briefgen.extract.dates.years import bare_year, year_of, year_of_two_digits
from briefgen.language.english import time as english


def _month(words: Words) -> int:
    return next(english.MONTHS[word] for word in words.get("month") if word in english.MONTHS)


def _real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def nearest_year(month: int, day: int, setting: Setting) -> str:
    """The year of a day or month without one; `XXXX` where nothing tells.

    In a narrative it follows on what was told last. In news it is the nearer of past and future, where the
    tense makes the other direction seem further away than it is, or rules it out where it is sure.
    """
    if setting.narrative and setting.course:
        return following_year(month, setting.course)
    base = setting.published
    if base is None:
        return "XXXX"
    away = (month * 31 + day) - (base.month * 31 + base.day)
    behind, ahead = -away % YEAR_DAYS, away % YEAR_DAYS
    weight_behind = OTHER_TENSE if setting.tense == "future" else 1
    weight_ahead = (YEAR_DAYS if setting.sure else OTHER_TENSE) if setting.tense == "past" else 1
    if behind * weight_behind <= ahead * weight_ahead:
        return f"{base.year - (away > 0):04d}"
    return f"{base.year + (away < 0):04d}"


YEAR_DAYS, OTHER_TENSE = 372, 3.5
"""Twelve months of 31 days; how much further away a date against the tense seems."""


def following_year(month: int, last: str) -> str:
    """The year for a month told of after `last`: the same, or the next where that would lead far back."""
    if last.startswith("BC"):
        return last[:6]
    span = calendar.interval(last)
    if span is None:
        return "XXXX"
    year = span[0].year
    if not re.match(r"\d{4}-\d\d", last):
        return f"{year:04d}"
    away = month - span[0].month
    return f"{year + (1 if away < -9 else -1 if away > 9 else 0):04d}"


LINKS = frozenset(("-", "–", "—", "to", "and", "or", "until", "through", "&"))


def _year_behind(words: Words) -> str | None:
    """The year that the other end of a range gives: 1952 for the first day of "21 March - 21 June 1952"."""
    end = words.found.end
    if words.near(1) not in LINKS:
        return None
    for found in matches_at(words.line, end + 1):
        if found.rule in ("month_day", "day_month", "month_year"):
            named = Words(words.line, found, words.table).get("year")
            return named[0] if len(named) == 1 and named[0].isdigit() else None
    return None


def _which_month_day(words: Words, setting: Setting) -> Reading | None:
    reading, day = _which_month(words, setting), day_number(words.get("day"))
    if not reading or not _real(2000, int(reading.value[-2:]), day):
        return None
    return reading._replace(value=f"{reading.value}-{day:02d}")


def _month_day(words: Words, setting: Setting) -> Reading | None:
    month, day = _month(words), day_number(words.get("day"))
    if words.near(1) == "%" or not _real(2000, month, day):
        return None
    named = words.get("year")
    if (month, day) == (9, 11) and not named and words.near(1) in english.SEPTEMBER_11:
        return Reading("date", "2001-09-11")
    if named:
        year = year_of(named, setting) or "XXXX"
    else:
        year = _year_behind(words) or nearest_year(month, day, setting)
    return Reading("date", f"{year}-{month:02d}-{day:02d}")


def _month_year(words: Words, setting: Setting) -> Reading | None:
    year = year_of(words.get("year") or words.get("which"), setting)
    return dated(f"{year}-{_month(words):02d}") if year else None


def _month_alone(words: Words, setting: Setting) -> Reading | None:
    month, before = _month(words), words.near(-1)
    token = words.line.tokens[words.found.start]
    led = words.get("which") or _staged(words) or _heads_row(words) or _ends_row(words) or _owned(words)
    led = led or (before in english.MONTH_LEADS and not _names_person(words, token.word))
    if not led and not _stands_as_month(words, token.word):
        return None
    base = setting.published
    if base and not setting.narrative and month == base.month:
        return Reading("date", f"{base.year:04d}-{month:02d}")
    return Reading("date", f"{_year_behind(words) or nearest_year(month, 15, setting)}-{month:02d}")


def _staged(words: Words) -> bool:
    """Whether it is a part of a month, as "mid-May"."""
    return words.near(-1) == "-" and words.near(-2) in english.CLASSES["STAGE"]


def _heads_row(words: Words) -> bool:
    """Whether another month stands behind it: "May-August 1950"."""
    return words.near(1) in LINKS and words.near(2) in english.MONTHS and words.near(2) != "may"


def _ends_row(words: Words) -> bool:
    """Whether another month stands before it, and a dash between: "January-March"."""
    return words.near(-1) in ("-", "–") and words.near(-2) in english.MONTHS


def _owned(words: Words) -> bool:
    """Whether an article and a noun make it a month: "a March operation", but not "the March of Dimes"."""
    led = (
        words.near(-1) in english.NOUN_LEADS and words.near(1).isalpha() and words.near(1) not in ("of", "on")
    )
    return led and not _capital_follows(words)


def _names_person(words: Words, name: str) -> bool:
    """Whether a month's name is rather a given name: "and Jan Novak"."""
    short = name in english.SHORT_MONTHS and words.all[-1] != "."
    given = name in english.GIVEN_NAMES and words.near(-1) in english.NAME_LEADS
    return short or (given and _capital_follows(words))


def _capital_follows(words: Words) -> bool:
    following, tokens = words.found.end, words.line.tokens
    if following >= len(tokens):
        return False
    return tokens[following].capital and tokens[following].start - tokens[following - 1].end == 1


def _stands_as_month(words: Words, name: str) -> bool:
    """Whether a month's name without a leading word is one: no doubtful word, no part of a person's name."""
    if name in english.DOUBTFUL_MONTHS or name in english.SHORT_MONTHS:
        return False
    tokens, before = words.line.tokens, words.found.start - 1
    titled = before >= 0 and tokens[before].capital and tokens[before].end == tokens[before + 1].start - 1
    return not _capital_follows(words) and not titled


def _which_month(words: Words, setting: Setting) -> Reading | None:
    month, which = _month(words), set(words.get("which"))
    base = base_day(setting)
    if base is None:
        return Reading("date", f"XXXX-{month:02d}")
    if which & english.CLASSES["LAST"]:
        year = base.year - (month >= base.month)
    elif which & english.CLASSES["NEXT"]:
        year = base.year + (month <= base.month)
    elif "that" in which:
        return _month_alone(words, setting)
    else:
        year = base.year
    return Reading("date", f"{year:04d}-{month:02d}")


def _bare_number(words: Words, setting: Setting) -> Reading | None:
    """A number that the words around it make a year before Christ or the first day of "6-7 January"."""
    number = words.get("number")[0]
    if len(number) == 3:
        return _before_christ(words, int(number)) or bare_year(words, int(number), setting)
    return _first_day(words, int(number), setting) if words.near(1) in LINKS else None


def _before_christ(words: Words, number: int) -> Reading | None:
    """The first year of "477-450 BC"."""
    if words.near(1) not in LINKS:
        return None
    ends = [found for found in matches_at(words.line, words.found.end + 1) if found.rule == "bc_year"]
    return Reading("date", f"BC{number:04d}") if ends else None


def _first_day(words: Words, number: int, setting: Setting) -> Reading | None:
    for found in matches_at(words.line, words.found.end + 1):
        if found.rule == "day_month":
            reading = read(words.line, found, setting, words.table)
            earlier = reading is not None and 1 <= number < int(reading.value[-2:])
            return (
                reading._replace(value=f"{reading.value[:-2]}{number:02d}") if reading and earlier else None
            )
    return None


def _old_month(words: Words, setting: Setting) -> Reading | None:
    """A month, or a day of it, of a year with three digits."""
    year, month, day = int(words.get("year")[0]), _month(words), day_number(words.get("day"))
    if words.near(1) in english.NOT_YEAR_AFTER or (day and not _real(year, month, day)):
        return None
    return Reading("date", f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""))


def _set_month(words: Words, setting: Setting) -> Reading | None:
    return Reading("set", f"XXXX-{_month(words):02d}")


def _iso_date(words: Words, setting: Setting) -> Reading | None:
    text = words.all[0].upper().replace(" ", "T")
    if not calendar.interval(text[:10]):
        return None
    return Reading("time" if "T" in text else "date", text)


def _numeric(words: Words, setting: Setting) -> Reading | None:
    """Month first with slashes as in America, unless only day first is possible; day first with points."""
    parts = [int(part) for part in re.split(r"[/.-]", words.all[0])]
    first, second, year = parts
    if year < 100:
        year = int(year_of_two_digits(setting, year))
    day_first = "." in words.all[0] or first > 12
    month, day = (second, first) if day_first else (first, second)
    return Reading("date", f"{year:04d}-{month:02d}-{day:02d}") if year and _real(year, month, day) else None


MONTHS: dict[str, Normaliser] = {
    "iso": _iso_date,
    "numeric": _numeric,
    "month_day": _month_day,
    "day_month": _month_day,
    "month_year": _month_year,
    "which_month": _which_month,
    "which_month_day": _which_month_day,
    "month": _month_alone,
    "month_this": _month_year,
    "set_month": _set_month,
    "day_month_old": _old_month,
    "month_old": _old_month,
    "bare_number": _bare_number,
}
"""The rules for months and days of months."""
