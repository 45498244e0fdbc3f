"""Say how long, how often, how long ago: durations, sets and references."""

import re
from datetime import date

from briefgen.extract.dates import reckoning as calendar
from briefgen.extract.dates.numbers import count_of, length, number_of, unit_of
from briefgen.extract.dates.quarters import year_before
from briefgen.extract.dates.setting import (
    Normaliser,
    Reading,
    Setting,
    Words,
    always,
    base_day,
    dated,
    day_told,
    last_told,
)
from briefgen.language.english import time as english


def _aged(words: Words) -> bool:
    """Whether the amount is somebody's age."""
    following = (words.near(1), words.near(2))
    return following[0] in ("old", "olds") or (
        following[0] in ("-", "–", "of") and following[1] in ("old", "olds", "age")
    )


def _duration(words: Words, setting: Setting) -> Reading | None:
    amount = _without_hedge(words.get("amount"))
    if _aged(words) or _no_duration(words, amount):
        return None
    if amount[1:] == ("day",) and _some_day(words, amount[0]):
        return Reading("date", "FUTURE_REF")
    rate = amount[0] in ("a", "an") and len(amount) == 2 and _is_rate(words)
    return Reading("set" if rate else "duration", length(count_of(amount), unit_of(amount)))


def _some_day(words: Words, count: str) -> bool:
    """Whether a day to come is left open: "some day", "will one day"."""
    return count == "some" or (count == "one" and words.near(-1) in english.MODALS | english.POSSIBLE)


def _without_hedge(amount: tuple[str, ...]) -> tuple[str, ...]:
    start = next(index for index, word in enumerate(amount) if word not in english.HEDGE_WORDS)
    return amount[start:]


def _no_duration(words: Words, amount: tuple[str, ...]) -> bool:
    """Whether the words tell no length: "a second chance", "a quarter of the voters", "the year-earlier"."""
    unit = next(word for word in reversed(amount) if word in english.UNITS)
    if words.near(1) == "-" and words.near(2) in ("earlier", "ago"):
        return True
    if amount[0] == "many" and words.near(-1) in ("as", "how", "so", "too"):
        return True
    if len(amount) == 2 and len(amount[0]) == 4 and amount[0].isdigit() and unit in english.CLASSES["UNIT"]:
        return True
    single = amount[0] in ("a", "an", "another", "one", "half")
    if unit == "second":
        return single or "-" not in amount
    return unit in ("quarter", "quarters") and (single or words.near(1) == "of")


def _is_rate(words: Words) -> bool:
    """Whether "a day" says how often or how much, as in "twice a day" and "300 people a day"."""
    before = [words.near(away).rstrip("%") for away in range(-5, 0)]
    if before[-1] in english.NO_RATE_BEFORE or words.near(1) in ("before", "after"):
        return False
    counted = any(word[-1:].isdigit() or word in english.NUMBERS or word in english.TIMES for word in before)
    return counted or before[-1].endswith("s") or words.near(-1) == "%"


def _duration_range(words: Words, setting: Setting) -> Reading | None:
    if _aged(words):
        return None
    return Reading("duration", length(None, unit_of(words.get("unit"))))


def _one_or_two(words: Words, setting: Setting) -> Reading | None:
    unit = unit_of(words.get("unit"))
    return Reading("duration", length(1 if "so" in words.all or "more" in words.all else None, unit))


def _units(words: Words, setting: Setting) -> Reading | None:
    """A length that is left open, as in "for years"; other words before it count the noun or own it."""
    unit, before, after = words.get("unit")[0], words.near(-1), words.near(1)
    beside = before == "the" and after in english.AROUND
    if _aged(words) or unit not in english.OPEN_UNITS or (before in english.NO_LENGTH_BEFORE and not beside):
        return None
    named = words.line.tokens[words.found.start].capital and before not in english.SENTENCE_STARTS
    if named or (unit == "hours" and before in english.HOURS_OF_A_DAY):
        return None
    if unit == "days" and after == "of" and before in ("early", "late", "final", "last", "first"):
        return None
    owning = after in ("'", "'s") and unit != "years"
    if owning or before[-1:].isdigit() or before in english.ORDINALS:
        return None
    return Reading("duration", length(None, unit_of((unit,))))


def _the_years(words: Words, setting: Setting) -> Reading | None:
    """A length that runs by, or its early part: "over the years", "the early years"."""
    unit = words.get("unit")[0]
    if unit == "days" and words.near(1) == "of":
        return None
    running = words.near(-1) in english.PASSING or len(words.all) > 2
    if not running or unit not in english.OPEN_UNITS or unit == "hours":
        return None
    return Reading("duration", length(None, unit_of((unit,))))


def _long(words: Words, setting: Setting) -> Reading | None:
    unit = words.get("unit")[0]
    return Reading("duration", length(None if unit in english.CLASSES["UNITS"] else 1, english.UNITS[unit]))


def _long_word(words: Words, setting: Setting) -> Reading | None:
    return Reading("duration", english.LONG_WORDS[words.all[0]])


def _spell(words: Words, setting: Setting) -> Reading | None:
    """A length, as in "the last two weeks"; without a number it points vaguely."""
    number, unit = words.get("number"), unit_of(words.get("unit"))
    if not number:
        return _vague(words.get("which")[0], unit)
    between = set(number) & {"to", "or", "-", "–"}
    return Reading("duration", length(None if between else count_of(number), unit))


def _vague(which: str, unit: str) -> Reading | None:
    if which in english.CLASSES["NEXT"] and which not in ("following", "ensuing", "subsequent"):
        return Reading("date", "FUTURE_REF")
    if which in ("recent", "past", "previous"):
        return Reading("date", "PAST_REF")
    return Reading("duration", length(None, unit))


def _the_count(words: Words, setting: Setting) -> Reading | None:
    if _aged(words):
        return None
    return Reading("duration", length(number_of(words.get("number")), unit_of(words.get("unit"))))


def _ahead(words: Words, setting: Setting) -> Reading | None:
    return Reading("date", "FUTURE_REF")


def _past_unit(words: Words, setting: Setting) -> Reading | None:
    return Reading("duration", length(1, unit_of(words.get("unit"))))


def _ago(words: Words, setting: Setting) -> Reading | None:
    """Counted from publication for "ago" and "from now", else from what was last spoken of."""
    amount, which = _without_hedge(words.get("amount")), words.get("which")
    unit = unit_of(amount)
    count = count_of(amount)
    back = which[0] in ("ago", "earlier", "prior", "previously")
    if which[0] == "prior" and words.near(1) == "to":
        return None
    if unit == "Y" and count == 1 and which[0] in ("ago", "earlier") and setting.compared and setting.fresh:
        return dated(year_before(setting.compared))
    month = re.fullmatch(r"\d{4}-\d\d", setting.last or "")
    if (
        month
        and (unit, count, which[0]) == ("Y", 1, "earlier")
        and words.near(-1) in ("from", "than", "with")
    ):
        return dated(year_before(month[0]))
    if which[0] in ("later", "afterward", "afterwards") and setting.last is None and setting.tense == "past":
        return Reading("date", "XXXX")
    told = day_told(setting) if unit in "DTHTM" else last_told(setting)
    base = base_day(setting) if which[0] == "ago" or "from" in which else told
    if count is None or len(amount) == 1 or base is None or unit.startswith("T"):
        return _some_time(unit, back, base)
    whole, part = (unit, count) if count % 1 == 0 else _in_smaller(unit, count)
    moved = calendar.move(base, whole, int(-part if back else part))
    return dated(calendar.at(moved, {"E": "Y", "C": "Y", "L": "Y"}.get(unit, unit)) if moved else None)


SMALLER = {"C": ("Y", 100), "E": ("Y", 10), "L": ("Y", 1000), "Y": ("M", 12), "M": ("D", 30), "W": ("D", 7)}
"""From a unit to a smaller one and how many of it make the larger, for halves."""


def _in_smaller(unit: str, count: float) -> tuple[str, float]:
    smaller, many = SMALLER.get(unit, (unit, 1))
    return smaller, round(count * many)


def _some_ago(words: Words, setting: Setting) -> Reading | None:
    """A span of time away that is not told exactly: "two or three years ago"."""
    back = words.get("which")[0] in ("ago", "earlier")
    return _some_time(unit_of(words.get("unit")), back, base_day(setting))


def _back(words: Words, setting: Setting) -> Reading | None:
    """As "ago", at the end of a clause: "a few years back"."""
    if words.near(1) not in english.STOPS:
        return None
    amount = _without_hedge(words.get("amount"))
    count, unit, base = count_of(amount), unit_of(amount), base_day(setting)
    if count is None or base is None or unit.startswith("T"):
        return _some_time(unit, True, base)
    moved = calendar.move(base, unit, -int(count))
    return dated(calendar.at(moved, unit) if moved else None)


def _some_time(unit: str, back: bool, base: date | None) -> Reading:
    if unit.startswith("T") and base:
        return Reading("time", f"{base.isoformat()}TXX")
    return Reading("date", "PAST_REF" if back else "FUTURE_REF")


def _per(words: Words, setting: Setting) -> Reading | None:
    named = words.get("number")
    count = 2.0 if named == ("other",) else number_of(named) if named else 1.0
    unit = words.get("unit")[0]
    if {"to", "or", "few"} & set(named):
        return Reading("set", length(None, english.UNITS[unit]))
    if unit in english.DAY_PARTS:
        return Reading("set", f"XXXX-XX-XX{english.DAY_PARTS[unit]}")
    if count == 1 and unit == "second" and words.all[0] != "per":
        return None
    return Reading("set", length(count, english.UNITS[unit]))


def _frequency(words: Words, setting: Setting) -> Reading | None:
    """How often; with a capital inside a sentence it is a newspaper's name."""
    how, token = words.get("how")[0], words.line.tokens[words.found.start]
    named = token.capital and words.near(-1) not in ("", ".", "\n")
    averaged = words.near(-1) == "average"
    if named or averaged or _is_paper(words) or (how == "quarterly" and len(words.all) == 1):
        return None
    return Reading("set", english.HALVED[how] if words.all[0] in ("half", "semi") else _doubled(words, how))


def _is_paper(words: Words) -> bool:
    """Whether it is a newspaper: "the Lisbon daily Publico", "the daily Le Temps reported"."""
    tokens, start, end = words.line.tokens, words.found.start, words.found.end
    if words.near(1) in english.PAPER_VERBS:
        return True
    behind = end
    while behind < len(tokens) and tokens[behind].capital:
        behind += 1
    if behind == end:
        return False
    named = tokens[start].capital or (
        start > 0 and tokens[start - 1].capital and words.near(-1) not in english.WEEKDAYS
    )
    return named or (behind < len(tokens) and tokens[behind].word in english.NAMED_PAPER_VERBS)


def _doubled(words: Words, how: str) -> str:
    """How often, twice as long with "bi-"."""
    often = english.FREQUENCIES[how]
    return re.sub(r"\d", lambda digit: str(2 * int(digit[0])), often) if words.all[0] == "bi" else often


def _past(words: Words, setting: Setting) -> Reading | None:
    """The past; before a number it says which of something counted: "the past nine games"."""
    counted = words.near(1)[:1].isdigit() or words.near(1) in english.NUMBERS
    return None if counted or words.near(1) in english.OPEN_COUNTS else Reading("date", "PAST_REF")


def _reference(words: Words, setting: Setting) -> Reading | None:
    word, before, after = words.get("word")[0], words.near(-1), words.near(1)
    if word == "soon" and (
        (setting.tense != "future" and before not in english.POSSIBLE)
        or after in ("as", "after")
        or before in ("as", "too", "how")
    ):
        return None
    if word == "now" and after == "that" and before in (".", "", "\n"):
        return None
    if word == "current" and "then" in (before, words.near(-2) if before == "-" else ""):
        return Reading("date", "PAST_REF")
    if word == "current" and after in ("account", "accounts", "of"):
        return None
    return Reading("date", english.REFERENCES[word])


LONG = 2000
"""Tokens of a text that tells a history at length; in shorter ones "former" is said of people in the news."""


def _history_reference(words: Words, setting: Setting) -> Reading | None:
    """Adjectives that point away from the time told of; in news they say no more than a tense does.

    TIDES counts them among the triggers of time (Ferro et al., TIDES 2005 Standard, table of triggers).
    """
    if not setting.narrative or len(words.line.tokens) < LONG or words.near(1) in ("-", "of"):
        return None
    return Reading("date", "FUTURE_REF" if words.get("word") == ("future",) else "PAST_REF")


LENGTHS: dict[str, Normaliser] = {
    "weekends": always("set", "XXXX-WXX-WE"),
    "duration": _duration,
    "duration_range": _duration_range,
    "one_or_two": _one_or_two,
    "units": _units,
    "the_years": _the_years,
    "units_or": _units,
    "long": _long,
    "longword": _long_word,
    "spell": _spell,
    "spell_behind": _spell,
    "the_count": _the_count,
    "year_ahead": _ahead,
    "past_unit": _past_unit,
    "ago": _ago,
    "back": _back,
    "some_ago": _some_ago,
    "once_ago": always("date", "PAST_REF"),
    "per": _per,
    "frequency": _frequency,
    "reference": _reference,
    "history_reference": _history_reference,
    "present": always("date", "PRESENT_REF"),
    "past": _past,
    "future": always("date", "FUTURE_REF"),
    "vague_past": lambda words, setting: _vague(words.get("which")[0], unit_of(words.all)),
    "vague_future": lambda words, setting: _vague(words.get("which")[0], unit_of(words.all)),
}
"""The rules for durations, sets and references."""
