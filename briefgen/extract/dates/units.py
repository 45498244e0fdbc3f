"""Say which week, month or year is meant by "last month", "the week of" and "the end of"."""

import re

import msgspec

from briefgen.extract.dates import reckoning as calendar
from briefgen.extract.dates.numbers import length, ordinal, unit_of
from briefgen.extract.dates.setting import (
    ANAPHORIC,
    Normaliser,
    Reading,
    Setting,
    Words,
    base_day,
    dated,
    day_told,
    last_told,
    read_part,
)
from briefgen.language.english import time as english


def _which_unit(words: Words, setting: Setting) -> Reading | None:
    which, unit = words.get("which"), unit_of(words.get("unit"))
    if words.near(-1) == "'s" and words.line.tokens[words.found.end - 1].capital:
        return None
    if words.get("unit")[0] in ("second", "minute", "millennium") or unit == "TH":
        return _short_unit(words, unit)
    running = which == ("the", "last") and unit == "W" and words.near(-1) in RUNNING and words.near(1) != "of"
    if (running or _is_length(which, unit)) and not setting.narrative:
        return Reading("duration", length(1, unit))
    if unit == "Y" and "fiscal" in (*words.all[:-1], words.near(-1)) and ANAPHORIC & set(which):
        setting = msgspec.structs.replace(setting, last=setting.fiscal)
    return dated(_moved(unit_step(which), unit, which, setting))


RUNNING = frozenset(("for", "over", "within", "throughout"))
"""Words before "the last week" that make it the seven days up to now."""


def _is_length(which: tuple[str, ...], unit: str) -> bool:
    """Whether a stretch is measured from now: "the past decade", but not "the past year"."""
    pointing = which[0] == "the" and set(which) & {"past", "last", "next", "coming"}
    return bool(pointing) and unit in "WMEC" and not (unit == "W" and "last" in which)


def _short_unit(words: Words, unit: str) -> Reading | None:
    """A length, as in "the last hour", but not in "this hour" or "the last second"."""
    pointing = set(words.get("which")) & (english.CLASSES["LAST"] | english.CLASSES["NEXT"])
    return Reading("duration", length(1, unit)) if pointing and unit in ("TH", "TM") else None


def unit_step(which: tuple[str, ...]) -> int:
    """1 for what comes next, -1 for what was last, 0 for what is."""
    words = set(which)
    return 1 if words & english.CLASSES["NEXT"] else -1 if words & english.CLASSES["LAST"] else 0


def _moved(step: int, unit: str, which: tuple[str, ...], setting: Setting) -> str:
    ancient = re.match(r"BC(\d{4})", setting.last or "")
    if ancient and unit == "Y":
        return f"BC{max(int(ancient[1]) - step, 1):04d}"
    told = ANAPHORIC & set(which) or (which[0] == "the" and unit == "D")
    base = base_day(setting)
    if told:
        base = day_told(setting) if unit == "D" else last_told(setting)
    if unit == "Q" and not told and step == 0 and "current" not in which and setting.quarter:
        return setting.quarter
    moved = calendar.move(base, unit, step) if base else None
    if moved is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(
            unit, "XXXX"
        )
    if unit == "WE" and base and {"coming", "upcoming"} & set(which) and base.isoweekday() < 6:
        moved = base
    return calendar.at(moved, unit)


def _year_previous(words: Words, setting: Setting) -> Reading | None:
    """A stretch as in "the year before", where nothing follows that it is before."""
    unit, which = words.get("unit")[0], words.get("which")[0]
    alone = which == "previous" or words.near(1) in english.CLAUSE_ENDS
    if not alone or unit not in ("day", "week", "month", "year", "quarter"):
        return None
    step = -1 if which in ("before", "previous") else 1
    return dated(_moved(step, english.UNITS[unit], ("previous",), setting))


def _the_unit(words: Words, setting: Setting) -> Reading | None:
    unit = words.get("unit")[0]
    following = words.near(1)
    if following in ("-", "of", "that") or (following in ("before", "after") and unit != "weekend"):
        return None
    tokens, end = words.line.tokens, words.found.end
    if tokens[end - 1].capital and not tokens[words.found.start].capital:
        return None
    if unit == "weekend":
        return dated(_weekend(setting))
    if unit == "year" and following in ("ended", "ending", "to", "through"):
        return Reading("duration", "P1Y")
    if unit == "month":
        return None if words.near(-1) in ("of", "for") else dated(_moved(0, "M", ("that",), setting))
    base = base_day(setting)
    return dated(calendar.at(base, english.UNITS[unit])) if base else None


def _weekend(setting: Setting) -> str:
    """The weekend that was, in the future the one that comes."""
    base = base_day(setting)
    if base is None:
        return "XXXX-WXX-WE"
    back = base.isoweekday() < 6 and setting.tense != "future"
    day = calendar.move(base, "W", -1) if back else base
    return calendar.at(day or base, "WE")


def _week_in(words: Words, setting: Setting) -> Reading | None:
    """The week, as in "the last week of March", that has most of its days in those seven."""
    reading = read_part(words, "period", setting)
    span = calendar.interval(reading.value) if reading else None
    if span is None:
        return dated("XXXX-WXX" if reading else None)
    number = words.get("number")
    if {"last", "final"} & set(number):
        day = calendar.move(span[1], "D", -3)
    else:
        day = calendar.move(span[0], "D", 7 * ordinal(number) - 4)
    return dated(calendar.at(day, "W") if day and day <= span[1] else None)


def _year_end(words: Words, setting: Setting) -> Reading | None:
    """The year whose end is spoken of; of a month or week the last day."""
    unit, base = english.UNITS[words.get("unit")[0]], base_day(setting)
    named = next((word for word in words.all if word.isdigit()), None)
    span = calendar.interval(named or (calendar.at(base, unit) if base else ""))
    if unit == "Y":
        return Reading("date", calendar.at(span[1], "Y") if span else "XXXX")
    return Reading("date", span[1].isoformat() if span else "XXXX-XX-XX")


def _end_of(words: Words, setting: Setting) -> Reading | None:
    """A stretch of a period keeps the period's value; "earlier" and "later" are told from publication."""
    reading, stage = _whole(words, setting), words.all[0]
    adverb = stage in ("earlier", "later") and words.all[-1] in english.WEEKDAYS
    if words.all[-2:] == ("the", "day") and not setting.tense:
        return None
    if not reading or reading.kind == "duration" or adverb:
        return None
    published = setting.published
    span = calendar.interval(reading.value[:10])
    if not (published and span and span[0] <= published <= span[1] and stage in ("earlier", "later")):
        return reading
    if stage == "earlier":
        return reading._replace(earliest=span[0].isoformat(), latest=published.isoformat())
    return reading._replace(earliest=published.isoformat(), latest=span[1].isoformat())


def _whole(words: Words, setting: Setting) -> Reading | None:
    """The period that the stretch is part of; "the year" alone is the present one."""
    start, end = words.found.groups["period"]
    inner = tuple(token.word for token in words.line.tokens[start:end])
    unit = inner[-1]
    alone = inner[0] == "the" and set(inner[1:-1]) <= english.CLASSES["YEARKIND"]
    if alone and unit in english.CLASSES["BIGUNIT"] | {"day"}:
        base = day_told(setting) if unit == "day" else base_day(setting)
        return dated(calendar.at(base, english.UNITS[unit]) if base else "XXXX")
    if len(inner) == 1 and unit in english.UNITS:
        return None
    return read_part(words, "period", setting)


def _week_of(words: Words, setting: Setting) -> Reading | None:
    reading = read_part(words, "day", setting)
    span = calendar.interval(reading.value) if reading else None
    return dated(calendar.at(span[0], "W") if span else "XXXX-WXX")


UNITS: dict[str, Normaliser] = {
    "which_unit": _which_unit,
    "year_previous": _year_previous,
    "the_unit": _the_unit,
    "week_in": _week_in,
    "year_end": _year_end,
    "end_of": _end_of,
    "week_of": _week_of,
}
"""The rules for stretches counted from now."""
