"""Say what an expression of time stands for: one function for each kind of expression, in a table."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from briefgen.extract import dates_calendar as calendar
from briefgen.extract.dates_grammar import Found, Line, exact_matches, matches_at
from briefgen.language.english import time as english
from briefgen.model.annotation import DateKind


class Setting(msgspec.Struct, frozen=True):
    """What the values of relative expressions hang on."""

    published: date | None
    moment: str | None
    """The day or moment of publication as given."""
    narrative: bool
    """Whether the text tells of times long before its publication, so that dates follow on one another."""
    last: str | None
    """The value last spoken of."""
    last_day: str | None
    """The day last spoken of."""
    quarter: str | None
    """The quarter last spoken of in the block."""
    tense: str
    """Of the clause: "past", "future" or nothing."""
    quarter_at: int = 0
    """Where in the text that was."""
    fresh: bool = False
    """Whether that quarter was spoken of only just before."""


class Reading(NamedTuple):
    """What an expression stands for."""

    kind: DateKind
    value: str
    earliest: str | None = None
    latest: str | None = None


class Words(NamedTuple):
    """The tokens of an expression, by the labels of its rule."""

    line: Line
    found: Found

    def get(self, label: str) -> tuple[str, ...]:
        """The words that a label holds; none where it does not stand in the text."""
        start, end = self.found.groups.get(label, (0, 0))
        return tuple(token.word for token in self.line.tokens[start:end])

    @property
    def all(self) -> tuple[str, ...]:
        """Every word of the expression."""
        return tuple(token.word for token in self.line.tokens[self.found.start : self.found.end])

    def near(self, away: int) -> str:
        """The word so many tokens before (negative) or behind the expression; empty past the ends of the text."""
        index = self.found.start + away if away < 0 else self.found.end - 1 + away
        return self.line.tokens[index].word if 0 <= index < len(self.line.tokens) else ""


Normaliser = Callable[[Words, Setting], Reading | None]


def read(line: Line, found: Found, setting: Setting) -> Reading | None:
    """What the expression at `found` stands for; none where it is no expression of time."""
    return NORMALISERS[found.rule](Words(line, found), setting)


def read_part(words: Words, label: str, setting: Setting) -> Reading | None:
    """What the expression inside a label stands for by itself."""
    start, end = words.found.groups[label]
    for found in exact_matches(words.line, start, end):
        if reading := read(words.line, found, setting):
            return reading
    return None


def _base(setting: Setting) -> date | None:
    """The day from which "last", "next" and "ago" count."""
    last = _last_day(setting)
    return last if setting.narrative and last else setting.published


def _day_told(setting: Setting) -> date | None:
    """The day last spoken of, else that of publication."""
    span = calendar.interval(setting.last_day) if setting.last_day else None
    return span[0] if span else setting.published


def _last_day(setting: Setting) -> date | None:
    """The first day of what was last spoken of, else the day of publication."""
    span = calendar.interval(setting.last) if setting.last else None
    return span[0] if span else setting.published


def _dated(value: str | None) -> Reading | None:
    return Reading("date", value) if value else None


# ------------------------------------------------------------------ numbers
def number_of(words: tuple[str, ...]) -> float | None:
    """The number that words name: digits, fractions, number words, "a", "half"; none for a vague one."""
    total = current = 0.0
    seen = False
    for word in words:
        value = _number_word(word)
        if value is None:
            continue
        seen = True
        if word in ("hundred", "thousand"):
            current = max(current, 1) * value
            if word == "thousand":
                total, current = total + current, 0.0
        elif word == "dozen":
            current = max(current, 1) * 12
        else:
            current += value
    return total + current if seen else None


def _number_word(word: str) -> float | None:
    if word in english.NUMBERS:
        return english.NUMBERS[word]
    plain = word.replace(",", "")
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,6})?", plain):
        return float(plain)
    if re.fullmatch(r"\d/[1-9]", word):
        return int(word[0]) / int(word[2])
    special = {"½": 0.5, "¼": 0.25, "¾": 0.75, "half": 0.5, "dozen": 12.0, "couple": 2.0}
    return special.get(word)


def _count(words: tuple[str, ...]) -> float | None:
    """How many units an amount names; none where it is left open ("a few")."""
    if any(w.endswith("s") and w in ("dozens", "hundreds", "thousands", "scores") for w in words):
        return None
    if {"half"} & set(words) and words[0] in ("a", "an", "half", "another") and "and" not in words:
        return 6.0 if "dozen" in words else 0.5
    counted = tuple(word for word in words if word not in ("a", "an", "another"))
    number = number_of(counted)
    if set(words) & {"few", "several", "many", "some", "numerous", "countless", "handful", "number"}:
        return None
    if number is None:
        return 1.0 if set(words) & {"a", "an", "another"} else None
    return (
        number + 1 if words[0] in ("a", "an", "another") and "half" in counted and "and" in words else number
    )


def _unit(words: tuple[str, ...]) -> str:
    return next(english.UNITS[word] for word in reversed(words) if word in english.UNITS)


def length(count: float | None, unit: str) -> str:
    """An ISO 8601 duration as TIMEX3 writes it, `X` where the count is open."""
    scale, letter = {"E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "F": (2, "W")}.get(unit, (1, unit))
    time, letter = ("T", letter[1:]) if len(letter) == 2 and letter.startswith("T") else ("", letter)
    if count is None:
        return f"P{time}X{letter}"
    count *= scale
    smaller = {"Y": "6M", "H": "30M", "M": "30S" if time else ""}.get(letter)
    if count % 1 == 0.5 and smaller:
        return f"P{time}{int(count)}{letter}{smaller}" if count > 1 else f"P{time}{smaller}"
    return f"P{time}{count:g}{letter}" if count < 1e6 else f"P{time}{int(count)}{letter}"


# ---------------------------------------------------------- days and months
def _month(words: Words) -> int:
    return next(english.MONTHS[word] for word in words.get("month") if word in english.MONTHS)


def _day(words: tuple[str, ...]) -> int:
    for word in words:
        if word in english.ORDINALS:
            return english.ORDINALS[word]
    return int(re.sub(r"\D", "", "".join(words)) or 0)


def _real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def year_of(words: tuple[str, ...], setting: Setting) -> str | None:
    """The year that words name, four digits or `BC` and four; `XXXX` where it hangs on an unknown day."""
    for word in words:
        if re.fullmatch(r"\d{3,4}", word):
            return f"BC{int(word):04d}" if set(words) & english.CLASSES["ERA"] else word
    if short := re.fullmatch(r"['’‘](\d\d)", words[-1]):
        return _century(setting, int(short[1]))
    if "year" in words and not set(words) & set(english.NUMBERS):
        return _relative_year(words, setting)
    return _spelled_year(words)


def _relative_year(words: tuple[str, ...], setting: Setting) -> str:
    step = 1 if set(words) & english.CLASSES["NEXT"] else -1 if set(words) & english.CLASSES["LAST"] else 0
    told = set(words) & {"that", "same", "previous", "preceding", "following"}
    day = _last_day(setting) if told else _base(setting)
    moved = calendar.move(day, "Y", step) if day else None
    return calendar.at(moved, "Y") if moved else "XXXX"


def _century(setting: Setting, short: int) -> str:
    """The year nearest to publication that ends so; not more than 20 years ahead."""
    base = setting.published.year if setting.published else 2000
    year = base - base % 100 + short
    return f"{year - 100 if year > base + 20 else year:04d}"


def _spelled_year(words: tuple[str, ...]) -> str | None:
    numbers = [english.NUMBERS[word] for word in words if word in english.NUMBERS]
    if len(numbers) < 2:
        return None
    if numbers[:2] == [2, 1000]:
        return str(2000 + sum(numbers[2:]))
    return f"{numbers[0]}{sum(numbers[1:]):02d}"


def nearest_year(month: int, day: int, setting: Setting) -> str:
    """The year of a day or month without one; `XXXX` where nothing tells.

    In a narrative it follows on what was told last. In news it is the nearer of past and future, where the
    tense makes the other direction seem further away than it is.
    """
    if setting.narrative and setting.last:
        return _following_year(month, setting.last)
    base = setting.published
    if base is None:
        return "XXXX"
    away = (month * 31 + day) - (base.month * 31 + base.day)
    behind, ahead = -away % YEAR_DAYS, away % YEAR_DAYS
    weight_behind = OTHER_TENSE if setting.tense == "future" else 1
    weight_ahead = OTHER_TENSE if setting.tense == "past" else 1
    if behind * weight_behind <= ahead * weight_ahead:
        return f"{base.year - (away > 0):04d}"
    return f"{base.year + (away < 0):04d}"


YEAR_DAYS, OTHER_TENSE = 372, 2.5
"""Twelve months of 31 days; how much further away a date against the tense seems."""


def _following_year(month: int, last: str) -> str:
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
    return f"{year + (1 if away < -6 else -1 if away > 9 else 0):04d}"


LINKS = frozenset(("-", "–", "—", "to", "and", "or", "until", "through", "&"))


def _year_behind(words: Words) -> str | None:
    """The year that the other end of a range gives: 1952 for the first day of "21 March - 21 June 1952"."""
    end = words.found.end
    if words.near(1) not in LINKS:
        return None
    for found in matches_at(words.line, end + 1):
        if found.rule in ("month_day", "day_month", "month_year"):
            named = Words(words.line, found).get("year")
            return named[0] if len(named) == 1 and named[0].isdigit() else None
    return None


def _month_day(words: Words, setting: Setting) -> Reading | None:
    month, day = _month(words), _day(words.get("day"))
    if words.near(1) == "%" or not _real(2000, month, day):
        return None
    named = words.get("year")
    if named:
        year = year_of(named, setting) or "XXXX"
    else:
        year = _year_behind(words) or nearest_year(month, day, setting)
    return Reading("date", f"{year}-{month:02d}-{day:02d}")


def _month_year(words: Words, setting: Setting) -> Reading | None:
    year = year_of(words.get("year") or words.get("which"), setting)
    return _dated(f"{year}-{_month(words):02d}") if year else None


def _month_alone(words: Words, setting: Setting) -> Reading | None:
    month, before = _month(words), words.near(-1)
    token = words.line.tokens[words.found.start]
    led = (before in english.MONTH_LEADS and not _names_person(words, token.word)) or words.get("which")
    if not led and not _stands_as_month(words, token.word):
        return None
    base = setting.published
    if base and not setting.narrative and month == base.month:
        return Reading("date", f"{base.year:04d}-{month:02d}")
    return Reading("date", f"{_year_behind(words) or nearest_year(month, 15, setting)}-{month:02d}")


def _names_person(words: Words, name: str) -> bool:
    """Whether a month's name is rather a given name: "and Jan Novak"."""
    short = name in english.SHORT_MONTHS and words.all[-1] != "."
    return short or (words.near(-1) in english.NAME_LEADS and _capital_follows(words))


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
    base = _base(setting)
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


# ------------------------------------------------------------- years and longer
def _year_alone(words: Words, setting: Setting) -> Reading | None:
    year = words.get("year")[0]
    return Reading("date", year) if _is_year(words, int(year)) else None


def _is_year(words: Words, year: int) -> bool:
    before, after = words.near(-1), words.near(1)
    token = words.line.tokens[words.found.start]
    glued = words.found.end < len(words.line.tokens) and words.line.tokens[words.found.end].start == token.end
    if after in english.NOT_YEAR_AFTER or before in english.NOT_YEAR_BEFORE:
        return False
    if (
        glued
        and re.fullmatch(r"\w+|\d+", after)
        or (glued and after == "-" and words.near(2).isdigit() and len(words.near(2)) == 3)
    ):
        return False
    if before == "-" and words.near(-2).isdigit() and len(words.near(-2)) not in (2, 4):
        return False
    if before in english.YEAR_LEADS:
        return year >= 1000
    counted = after.endswith("s") and after.isalpha() and len(after) > 3 and after not in english.NO_PLURALS
    return 1500 <= year <= 2100 and not counted


def _bc_year(words: Words, setting: Setting) -> Reading | None:
    return Reading("date", f"BC{int(words.get('number')[0]):04d}")


def _bare_number(words: Words, setting: Setting) -> Reading | None:
    """A number that the words around it make a year before Christ or the first day of "6-7 January"."""
    number = words.get("number")[0]
    if len(number) == 3:
        return _bare_year(words, int(number), setting)
    return _first_day(words, int(number), setting) if words.near(1) in LINKS else None


def _bare_year(words: Words, number: int, setting: Setting) -> Reading | None:
    ancient = setting.last is not None and setting.last.startswith("BC")
    after = words.near(1)
    if not ancient or words.near(-1) not in english.YEAR_LEADS or (after.isalpha() and after.endswith("s")):
        return None
    return Reading("date", f"BC{number:04d}")


def _first_day(words: Words, number: int, setting: Setting) -> Reading | None:
    for found in matches_at(words.line, words.found.end + 1):
        if found.rule == "day_month":
            reading = read(words.line, found, setting)
            earlier = reading is not None and 1 <= number < int(reading.value[-2:])
            return (
                reading._replace(value=f"{reading.value[:-2]}{number:02d}") if reading and earlier else None
            )
    return None


def _year_phrase(words: Words, setting: Setting) -> Reading | None:
    return _dated(year_of(words.get("year"), setting))


def _short_year(words: Words, setting: Setting) -> Reading | None:
    before = words.near(-1)
    return _year_phrase(words, setting) if before in english.YEAR_LEADS or before in ("and", ",") else None


def _fiscal_code(words: Words, setting: Setting) -> Reading | None:
    digits = re.sub(r"\D", "", words.all[0])
    return _dated(digits if len(digits) == 4 else _century(setting, int(digits)))


def _decade(words: Words, setting: Setting) -> Reading | None:
    text = "".join(words.get("decade"))
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return Reading("date", digits[:3])
    if not digits:
        digits = str(
            next((english.DECADES[w] for w in reversed(words.get("decade")) if w in english.DECADES), "")
        )
        if "hundred" in words.get("decade"):
            return None
    if not re.match(r"['’‘]", text) and words.all[0] != "the" or words.near(-1) in ("his", "her", "their"):
        return None
    return _dated(_century(setting, int(digits))[:3])


def _century_named(words: Words, setting: Setting) -> Reading | None:
    number = _ordinal(words.get("number"))
    return _dated(f"BC{number - 1:02d}" if words.get("era") else f"{number - 1:02d}")


def _ordinal(words: tuple[str, ...]) -> int:
    tens = sum(english.NUMBERS.get(word, 0) for word in words)
    return tens + _day(words)


# ------------------------------------------------------------------ quarters
def _quarter_number(words: tuple[str, ...]) -> int | None:
    number = 4 if {"final", "last"} & set(words) else _ordinal(words)
    return number if 1 <= number <= 4 else None


def _quarter(words: Words, setting: Setting) -> Reading | None:
    """A quarter without a year: of this year, or the one before where it would still be to come and is told of
    as past."""
    number, base = _quarter_number(words.get("number")), _base(setting)
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
    return _dated(f"{year}-Q{number}") if number and year else None


def _code(words: Words, setting: Setting) -> Reading | None:
    code = words.get("code")[0].upper()
    code = code if code[0] in "QH" else code[::-1]
    named = words.get("year")
    if not named:
        base = _base(setting)
        year = f"{base.year:04d}" if base else "XXXX"
    elif named[0].startswith("fy"):
        digits = re.sub(r"\D", "", named[0])
        year = digits if len(digits) == 4 else _century(setting, int(digits))
    else:
        year = year_of(named, setting) or "XXXX"
    return Reading("date", f"{year}-{code}")


def _half(words: Words, setting: Setting) -> Reading | None:
    first = "first" in words.get("number")
    year = year_of(words.get("year"), setting)
    return _dated(f"{year}-H{1 if first else 2}") if year else None


def _half_decade(words: Words, setting: Setting) -> Reading | None:
    digits = re.sub(r"\D", "", "".join(words.get("decade")))
    return _dated(digits[:3] if len(digits) == 4 else _century(setting, int(digits))[:3])


def _current_quarter(setting: Setting) -> str | None:
    """The quarter that is spoken of, else the last that was over at publication."""
    if setting.quarter:
        return setting.quarter
    day = calendar.move(setting.published, "Q", -1) if setting.published else None
    return calendar.at(day, "Q") if day else None


def _year_before(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"


def _latest_quarter(words: Words, setting: Setting) -> Reading | None:
    if "current" in words.all:
        base = _base(setting)
        return _dated(calendar.at(base, "Q") if base else "XXXX-QX")
    if words.near(1) == "of":
        return None
    return _dated(_current_quarter(setting) or "XXXX-QX")


def _ago_quarter(words: Words, setting: Setting) -> Reading | None:
    number = words.get("number")
    current = _current_quarter(setting)
    if number and current and _quarter_number(number):
        current = f"{current[:4]}-Q{_quarter_number(number)}"
    return _dated(_year_before(current) if current else "XXXX")


def _year_period(words: Words, setting: Setting) -> Reading | None:
    year, number = words.get("year")[0], words.get("number")
    if number:
        return _dated(f"{year}-Q{_quarter_number(number)}" if _quarter_number(number) else None)
    return Reading("date", f"{year}{setting.quarter[4:]}" if setting.quarter else year)


# ------------------------------------------------------------------- seasons
def _season(words: Words, setting: Setting) -> Reading | None:
    name, which = words.get("season")[0], set(words.get("which"))
    if not which and not _stands_as_season(words, name):
        return None
    code, base = english.SEASONS[name], _base(setting)
    if base is None:
        return Reading("date", f"XXXX-{code}")
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if which & english.CLASSES["LAST"]:
        year = base.year - (base.month < first + 3 and not ("past" in which and base.month >= first))
    elif which & english.CLASSES["NEXT"]:
        year = base.year + (base.month >= first)
    else:
        year = base.year - (setting.tense == "past" and base.month < first and code != "WI")
    return Reading("date", f"{year:04d}-{code}")


def _stands_as_season(words: Words, name: str) -> bool:
    token = words.line.tokens[words.found.start]
    if words.all[0] == "the":
        return name not in ("fall", "spring") or words.near(1) in (
            ".",
            ",",
            "",
            "and",
            "when",
            "after",
            "before",
        )
    if token.capital or words.near(1) in ("-", "line"):
        return False
    return name not in ("fall", "spring") or words.near(-1) in ("in", "by", "until", "since")


def _season_year(words: Words, setting: Setting) -> Reading | None:
    year = year_of(words.get("year"), setting)
    return _dated(f"{year}-{english.SEASONS[words.get('season')[0]]}") if year else None


# ------------------------------------------------------------- days by name
def _from_base(days: int) -> Normaliser:
    def resolve(words: Words, setting: Setting) -> Reading | None:
        base = setting.published
        moved = calendar.move(base, "D", days) if base else None
        if not moved:
            return Reading("date", "PRESENT_REF" if days == 0 else "XXXX-XX-XX")
        return Reading("date", moved.isoformat())

    return resolve


def _tonight(words: Words, setting: Setting) -> Reading | None:
    return Reading("time", f"{_iso(setting.published)}TNI")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else "XXXX-XX-XX"


def _last_night(words: Words, setting: Setting) -> Reading | None:
    base = _base(setting)
    if words.all[0] == "overnight":
        return Reading("time", f"{_iso(base)}TNI")
    if "night" not in words.all:
        return None
    return Reading("time", f"{_iso(base - timedelta(1) if base and base > date.min else None)}TNI")


def _weekday(words: Words, setting: Setting) -> Reading | None:
    number = english.WEEKDAYS[words.get("day")[0]]
    base = _base(setting)
    if base is None:
        return Reading("date", f"XXXX-WXX-{number}")
    step = 1 if setting.tense == "future" or setting.narrative else -1
    return _dated(_near(base, number, step))


def _near(base: date, weekday: int, step: int) -> str | None:
    try:
        return calendar.weekday_near(base, weekday, step).isoformat()
    except OverflowError:
        return None


def _which_weekday(words: Words, setting: Setting) -> Reading | None:
    number, which = english.WEEKDAYS[words.get("day")[0]], set(words.get("which"))
    anaphoric = which & {"following", "previous", "preceding"}
    base = _last_day(setting) if anaphoric else _base(setting)
    if base is None:
        return Reading("date", f"XXXX-WXX-{number}")
    if which & english.CLASSES["LAST"]:
        day = calendar.move(base, "D", -1)
        return _dated(_near(day, number, -1)) if day else None
    if which & english.CLASSES["NEXT"]:
        day = calendar.move(base, "D", 1)
        return _dated(_near(day, number, 1)) if day else None
    if "that" in which:
        return _weekday(words, setting)
    return _dated(_near(base, number, -1 if setting.tense == "past" else 1))


def _weekday_week(words: Words, setting: Setting) -> Reading | None:
    base, number = _base(setting), english.WEEKDAYS[words.get("day")[0]]
    step = {"this": 0, "last": -1, "next": 1}[words.get("week")[0]]
    week = calendar.move(base, "W", step) if base else None
    if not week:
        return Reading("date", f"XXXX-WXX-{number}")
    return _dated((week + timedelta(number - week.isoweekday())).isoformat())


def _weekdays(words: Words, setting: Setting) -> Reading | None:
    part = words.get("part")
    suffix = english.DAY_PARTS[part[0]] if part else ""
    return Reading("set", f"XXXX-WXX-{english.WEEKDAYS[words.get('day')[0]]}{suffix}")


def _set_month(words: Words, setting: Setting) -> Reading | None:
    return Reading("set", f"XXXX-{_month(words):02d}")


def _holiday(words: Words, setting: Setting) -> Reading | None:
    start, end = words.found.start, words.found.end
    name = next(t.word for t in words.line.tokens[start:end] if t.word in HOLIDAY_DATES)
    named, which = words.get("year"), set(words.get("which"))
    base = _base(setting)
    if named:
        year = year_of(named, setting) or "XXXX"
        return _dated(_holiday_in(name, int(year)) if year.isdigit() else None)
    if base is None:
        fixed = english.HOLIDAYS.get(name)
        return Reading("date", f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "XXXX-XX-XX")
    return _dated(_holiday_near(name, base, which, setting))


def _holiday_near(name: str, base: date, which: set[str], setting: Setting) -> str | None:
    days = [day for year in (base.year - 1, base.year, base.year + 1) if (day := _holiday_in(name, year))]
    if which & english.CLASSES["LAST"]:
        days = [day for day in days if day < base.isoformat()][-1:]
    elif "next" in which or setting.tense == "future":
        days = [day for day in days if day >= base.isoformat()][:1]
    near = sorted(days, key=lambda day: abs((date.fromisoformat(day) - base).days))
    return near[0] if near else None


def _holiday_in(name: str, year: int) -> str | None:
    return HOLIDAY_DATES[name](year).isoformat() if date.min.year < year < date.max.year else None


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, n: int) -> Callable[[int], date]:
    return lambda year: calendar.nth_weekday(year, month, weekday, n)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: calendar.easter(year) + timedelta(days)


HOLIDAY_DATES: dict[str, Callable[[int], date]] = {
    **{name: _fixed(*day) for name, day in english.HOLIDAYS.items()},
    **{name: _nth(month, weekday, n) for name, (month, weekday, n) in english.MOVING_HOLIDAYS.items()},
    **{name: _from_easter(days) for name, days in english.CHURCH_HOLIDAYS.items()},
    english.ELECTION_DAY: lambda year: calendar.nth_weekday(year, 11, 1, 1) + timedelta(1),
}
"""From a holiday's name to the day it falls on in a year."""


# ------------------------------------------------------- this, last, next unit
def _which_unit(words: Words, setting: Setting) -> Reading | None:
    which, unit = words.get("which"), _unit(words.get("unit"))
    if words.get("unit")[0] in ("second", "minute", "millennium") or unit == "TH":
        return _short_unit(words, unit)
    if (
        which[0] == "the"
        and set(which) & {"past", "last", "next", "coming"}
        and unit in "DWMYEC"
        and not setting.narrative
    ):
        if unit != "D" and not (unit == "W" and "last" in which):
            return Reading("duration", length(1, unit))
    return _dated(_moved(_unit_step(which), unit, which, setting))


def _short_unit(words: Words, unit: str) -> Reading | None:
    which = set(words.get("which"))
    if which & english.CLASSES["LAST"] | which & english.CLASSES["NEXT"] and unit in ("TH", "TM"):
        return Reading("duration", length(1, unit))
    return None


def _unit_step(which: tuple[str, ...]) -> int:
    words = set(which)
    return 1 if words & english.CLASSES["NEXT"] else -1 if words & english.CLASSES["LAST"] else 0


ANAPHORIC = frozenset(("that", "same", "following", "previous", "preceding", "ensuing", "subsequent"))
"""Words that count from what was last spoken of, not from publication."""


def _moved(step: int, unit: str, which: tuple[str, ...], setting: Setting) -> str:
    told = ANAPHORIC & set(which) or (which[0] == "the" and unit == "D")
    base = _base(setting)
    if told:
        base = _day_told(setting) if unit == "D" else _last_day(setting)
    if unit == "Q" and not told and step == 0 and "current" not in which and setting.quarter:
        return setting.quarter
    moved = calendar.move(base, unit, step) if base else None
    if moved is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(
            unit, "XXXX"
        )
    if unit == "WE" and step == -1 and base and base.isoweekday() > 5:
        moved = base - timedelta(7)
    return calendar.at(moved, unit)


def _year_previous(words: Words, setting: Setting) -> Reading | None:
    unit, which = words.get("unit")[0], words.get("which")[0]
    if which in ("before", "after") and words.near(1) not in (
        ".",
        ",",
        "",
        ";",
        ")",
        "and",
        "in",
        "at",
        "\n",
    ):
        return None
    if unit not in ("day", "week", "month", "year", "quarter"):
        return None
    step = -1 if which in ("before", "previous") else 1
    return _dated(_moved(step, english.UNITS[unit], ("previous",), setting))


def _the_unit(words: Words, setting: Setting) -> Reading | None:
    unit = words.get("unit")[0]
    following = words.near(1)
    if following in ("-", "of", "that") or (following in ("before", "after") and unit != "weekend"):
        return None
    if unit == "weekend":
        return _dated(_weekend(setting))
    if unit == "year" and following in ("ended", "ending", "to", "through"):
        return Reading("duration", "P1Y")
    if unit == "month":
        return None if words.near(-1) in ("of", "for") else _dated(_moved(0, "M", ("that",), setting))
    base = _base(setting)
    return _dated(calendar.at(base, english.UNITS[unit])) if base else None


def _weekend(setting: Setting) -> str:
    """The weekend that was, in the future the one that comes."""
    base = _base(setting)
    if base is None:
        return "XXXX-WXX-WE"
    back = base.isoweekday() < 6 and setting.tense != "future"
    day = calendar.move(base, "W", -1) if back else base
    return calendar.at(day or base, "WE")


def _full_year(words: Words, setting: Setting) -> Reading | None:
    base = _base(setting)
    return Reading("date", f"{base.year:04d}" if base else "XXXX")


def _week_in(words: Words, setting: Setting) -> Reading | None:
    """ "The last week of March": the week that has most of its days in those seven."""
    reading = read_part(words, "period", setting)
    span = calendar.interval(reading.value) if reading else None
    number = words.get("number")
    if span is None:
        return _dated("XXXX-WXX" if reading else None)
    if {"last", "final"} & set(number):
        return _dated(calendar.at(span[1] - timedelta(3), "W"))
    return _dated(calendar.at(span[0] + timedelta(7 * _ordinal(number) - 4), "W"))


def _year_end(words: Words, setting: Setting) -> Reading | None:
    year = next((word for word in words.all if word.isdigit()), None)
    base = _base(setting)
    unit = english.UNITS[words.get("unit")[0]]
    if year or (base and unit == "Y"):
        return Reading("date", f"{year or f'{base.year:04d}' if base else year}-12-31")
    span = calendar.interval(calendar.at(base, unit)) if base else None
    return _dated(span[1].isoformat() if span else "XXXX-12-31" if unit == "Y" else "XXXX-XX-XX")


def _end_of(words: Words, setting: Setting) -> Reading | None:
    """A stretch of a period keeps the period's value; "earlier" and "later" are told from publication."""
    reading = _whole(words, setting)
    if not reading or reading.kind == "duration":
        return None
    stage = words.all[0]
    published = setting.published
    span = calendar.interval(reading.value[:10])
    if not (published and span and span[0] <= published <= span[1] and stage in ("earlier", "later")):
        return reading
    if stage == "earlier":
        return reading._replace(earliest=span[0].isoformat(), latest=published.isoformat())
    return reading._replace(earliest=published.isoformat(), latest=span[1].isoformat())


def _whole(words: Words, setting: Setting) -> Reading | None:
    start, end = words.found.groups["period"]
    inner = tuple(token.word for token in words.line.tokens[start:end])
    unit = inner[-1]
    if (
        inner[0] == "the"
        and unit in english.CLASSES["BIGUNIT"] | {"day"}
        and len(inner) < 4
        and not set(inner) & ANAPHORIC
    ):
        if not set(inner) & (english.CLASSES["LAST"] | english.CLASSES["NEXT"]):
            base = _day_told(setting) if unit == "day" else _base(setting)
            return _dated(calendar.at(base, english.UNITS[unit]) if base else "XXXX")
    if len(inner) == 1 and (unit in english.UNITS or unit in english.SEASONS):
        return None
    return read_part(words, "period", setting)


def _week_of(words: Words, setting: Setting) -> Reading | None:
    reading = read_part(words, "day", setting)
    span = calendar.interval(reading.value) if reading else None
    return _dated(calendar.at(span[0], "W") if span else "XXXX-WXX")


# ------------------------------------------------------------- parts of a day
def _part_value(words: tuple[str, ...]) -> str:
    return next(english.DAY_PARTS[word] for word in words if word in english.DAY_PARTS)


def _day_part(words: Words, setting: Setting) -> Reading | None:
    reading = _day_reading(words, setting)
    if not reading or "T" in reading.value.replace("TIMEX", ""):
        return None
    return Reading("time", reading.value + _part_value(words.get("part")))


def _day_reading(words: Words, setting: Setting) -> Reading | None:
    named = words.get("day")
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if named and named[-1] in steps:
        return _from_base(steps[named[-1]])(words, setting)
    return read_part(words, "day", setting)


def _this_part(words: Words, setting: Setting) -> Reading | None:
    which = words.get("which")
    if which[-1] in ("tomorrow", "yesterday"):
        return Reading(
            "time",
            f"{_iso_from(setting.published, 1 if which[-1] == 'tomorrow' else -1)}{_part_value(words.get('part'))}",
        )
    base = setting.published if which == ("this",) else _day_told(setting)
    return Reading("time", _iso_from(base, _unit_step(which)) + _part_value(words.get("part")))


def _iso_from(base: date | None, days: int) -> str:
    return _iso(calendar.move(base, "D", days) if base else None)


def _stage_part(words: Words, setting: Setting) -> Reading | None:
    day = _iso(setting.published)
    if words.get("day"):
        reading = _day_reading(words, setting)
        day = reading.value if reading else day
    return Reading("time", day + _part_value(words.get("part")))


def _the_part(words: Words, setting: Setting) -> Reading | None:
    if (
        words.near(-1) not in ("in", "during", "by", "until", "through")
        or words.all[0] != "the"
        or words.near(1) == "of"
    ):
        return None
    return Reading("time", _iso(_day_told(setting)) + _part_value(words.get("part")))


def _moment(words: Words, setting: Setting) -> Reading | None:
    return Reading("time", _iso(_day_told(setting)) + _part_value(words.get("part")))


def _overnight(words: Words, setting: Setting) -> Reading | None:
    return (
        Reading("time", f"{_iso(_base(setting))}TNI")
        if words.near(1) not in ("success", "sensation", "bag")
        else None
    )


def _clock_time(words: tuple[str, ...]) -> str | None:
    text = words[0].replace(".", ":")
    number = text.split(":")
    hour = int(number[0]) if number[0].isdigit() else english.NUMBERS.get(number[0], 99)
    rest = "".join(words[1:]).replace(".", "").replace(" ", "")
    if rest.startswith("p") or "afternoon" in rest or "evening" in rest or "night" in rest:
        hour += 12 * (hour < 12)
    elif rest.startswith("am") and hour == 12:
        hour = 0
    minutes = ":".join(number[1:]) or "00"
    return f"T{hour:02d}:{minutes}" if hour <= 24 else None


def _clock(words: Words, setting: Setting) -> Reading | None:
    named = words.get("time")
    time = _clock_time(named)
    if time is None or not _is_clock(words, named):
        return None
    day = _iso(_day_told(setting))
    if words.get("day"):
        reading = _day_reading(words, setting)
        day = reading.value if reading else day
    zone = "Z" if {"utc", "gmt", "z"} & set(words.get("zone")) else ""
    return Reading("time", day + time + zone)


def _is_clock(words: Words, named: tuple[str, ...]) -> bool:
    """A bare "3:16" is a time only next to words of time; it may be a score or a verse."""
    if len(named) > 1 or words.get("zone") or words.get("day"):
        return True
    leads = {
        "at",
        "by",
        "until",
        "till",
        "from",
        "around",
        "about",
        "since",
        "before",
        "after",
        "to",
        "between",
        "-",
        "–",
    }
    return words.near(-1) in leads and words.near(1) not in ("-", "ratio")


# ------------------------------------------------------------------ durations
def _aged(words: Words) -> bool:
    """Whether the amount is somebody's age."""
    following = (words.near(1), words.near(2))
    return following[0] in ("old", "olds") or (
        following[0] in ("-", "–", "of") and following[1] in ("old", "olds", "age")
    )


def _duration(words: Words, setting: Setting) -> Reading | None:
    amount = words.get("amount")
    while amount and amount[0] in (
        "nearly",
        "at",
        "least",
        "more",
        "than",
        "less",
        "fewer",
        "no",
        "up",
        "to",
    ):
        amount = amount[1:]
    if _aged(words) or _no_duration(words, amount):
        return None
    unit = _unit(amount)
    kind: DateKind = (
        "set" if amount[0] in ("a", "an") and len(amount) == 2 and _is_rate(words) else "duration"
    )
    return Reading(kind, length(_count(amount), unit))


def _no_duration(words: Words, amount: tuple[str, ...]) -> bool:
    unit = next(word for word in reversed(amount) if word in english.UNITS)
    if words.near(1) == "-" and words.near(2) in ("earlier", "ago"):
        return True
    single = amount[0] in ("a", "an", "another", "one") or amount[0] == "half"
    if unit in ("second", "quarter") and (single or words.near(1) == "of"):
        return True
    if unit == "minute" and amount[0] == "a" and words.near(1) in ("detail",):
        return True
    if unit == "second" or (unit in ("quarter", "quarters") and words.near(1) == "of"):
        return unit != "second" or "-" not in amount
    return unit in ("night", "nights") and False


def _is_rate(words: Words) -> bool:
    before = words.near(-1)
    return (
        before in ("times", "once", "twice", "hours", "days")
        or before.endswith("s")
        or before[-1:].isdigit()
        or before == "%"
    )


def _duration_range(words: Words, setting: Setting) -> Reading | None:
    if _aged(words):
        return None
    return Reading("duration", length(None, _unit(words.get("unit"))))


def _one_or_two(words: Words, setting: Setting) -> Reading | None:
    unit = _unit(words.get("unit"))
    return Reading("duration", length(1 if "so" in words.all or "more" in words.all else None, unit))


def _units(words: Words, setting: Setting) -> Reading | None:
    unit = words.get("unit")[0]
    before = words.near(-1)
    if (
        _aged(words)
        or unit in ("seconds", "nights", "quarters", "secs", "mins", "summers", "winters")
        or before in ("the", "his", "her", "their", "-", "on", "'s", "/")
    ):
        return None
    if (
        before[-1:].isdigit()
        or before in english.ORDINALS
        or words.near(1) in ("'", "'s")
        and unit != "years"
    ):
        return None
    return Reading("duration", length(None, _unit((unit,))))


def _long(words: Words, setting: Setting) -> Reading | None:
    unit = words.get("unit")[0]
    return Reading("duration", length(None if unit in english.CLASSES["UNITS"] else 1, english.UNITS[unit]))


def _long_word(words: Words, setting: Setting) -> Reading | None:
    return Reading("duration", english.LONG_WORDS[words.all[0]])


def _spell(words: Words, setting: Setting) -> Reading | None:
    """ "The last two weeks": a length; without a number it points vaguely."""
    number = words.get("number")
    unit = _unit(words.get("unit"))
    if not number and words.all[0] == "the":
        which = words.get("which")[0]
        return _vague(which, unit)
    if not number:
        return _vague(words.get("which")[0], unit)
    return Reading("duration", length(_count(number), unit))


def _vague(which: str, unit: str) -> Reading | None:
    if which in english.CLASSES["NEXT"]:
        return Reading("date", "FUTURE_REF")
    if which in ("recent", "past", "previous"):
        return Reading("date", "PAST_REF")
    return Reading("duration", length(None, unit))


def _the_count(words: Words, setting: Setting) -> Reading | None:
    if _aged(words):
        return None
    return Reading("duration", length(number_of(words.get("number")), _unit(words.get("unit"))))


def _ahead(words: Words, setting: Setting) -> Reading | None:
    return Reading("date", "FUTURE_REF")


def _past_unit(words: Words, setting: Setting) -> Reading | None:
    return Reading("duration", length(1, _unit(words.get("unit"))))


def _ago(words: Words, setting: Setting) -> Reading | None:
    """Counted from publication for "ago" and "from now", else from what was last spoken of; as exact as the unit."""
    amount, which = words.get("amount"), words.get("which")
    while amount[0] in ("nearly", "at", "least", "more", "than", "less", "fewer", "no", "up", "to"):
        amount = amount[1:]
    unit = _unit(amount)
    count = _count(amount)
    back = which[0] in ("ago", "earlier", "previously")
    if unit == "Y" and count == 1 and which[0] in ("ago", "earlier") and setting.quarter and setting.fresh:
        return _dated(_year_before(setting.quarter))
    told = _day_told(setting) if unit in "DTHTM" else _last_day(setting)
    base = _base(setting) if which[0] == "ago" or "from" in which else told
    if count is None or len(amount) == 1 or base is None or unit.startswith("T"):
        return _some_time(unit, back, base)
    moved = calendar.move(base, unit, int(-count if back else count))
    return _dated(calendar.at(moved, {"E": "Y", "C": "Y", "L": "Y"}.get(unit, unit)) if moved else None)


def _some_time(unit: str, back: bool, base: date | None) -> Reading:
    if unit.startswith("T") and base:
        return Reading("time", f"{base.isoformat()}TXX")
    return Reading("date", "PAST_REF" if back else "FUTURE_REF")


# --------------------------------------------------------- sets and references
def _per(words: Words, setting: Setting) -> Reading | None:
    named = words.get("number")
    count = 2.0 if named == ("other",) else number_of(named) if named else 1.0
    unit = words.get("unit")[0]
    if unit in english.DAY_PARTS:
        return Reading("set", f"XXXX-XX-XX{english.DAY_PARTS[unit]}")
    if count == 1 and unit == "second" and words.all[0] != "per":
        return None
    return Reading("set", length(count, english.UNITS[unit]))


def _everyday(words: Words, setting: Setting) -> Reading | None:
    return None


def _frequency(words: Words, setting: Setting) -> Reading | None:
    how = words.get("how")[0]
    if (
        words.line.tokens[words.found.start].capital
        and words.line.tokens[words.found.start].start
        and words.near(-1) not in ("", ".", "\n")
    ):
        return None
    return Reading("set", english.FREQUENCIES[how]) if how != "quarterly" else None


def _reference(words: Words, setting: Setting) -> Reading | None:
    word = words.get("word")[0]
    if word == "soon" and (words.near(1) in ("as", "after") or words.near(-1) in ("as", "too", "how")):
        return None
    if word == "soon" and setting.tense != "future":
        return None
    if word == "recent" or (word == "now" and words.near(1) == "that" and words.near(-1) in (".", "", "\n")):
        return None
    if word == "current" and words.near(1) in ("account", "accounts", "of"):
        return None
    return Reading("date", english.REFERENCES[word])


def _always(kind: DateKind, value: str) -> Normaliser:
    return lambda words, setting: Reading(kind, value)


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
        year = int(_century(setting, year))
    day_first = "." in words.all[0] or first > 12
    month, day = (second, first) if day_first else (first, second)
    return Reading("date", f"{year:04d}-{month:02d}-{day:02d}") if year and _real(year, month, day) else None


def _same_day(words: Words, setting: Setting) -> Reading | None:
    return _dated(_iso(_day_told(setting)))


def _period_ago(words: Words, setting: Setting) -> Reading | None:
    current = _current_quarter(setting)
    return _dated(_year_before(current) if current else "XXXX")


NORMALISERS: dict[str, Normaliser] = {
    "iso": _iso_date,
    "numeric": _numeric,
    "month_day": _month_day,
    "day_month": _month_day,
    "month_year": _month_year,
    "which_month": _which_month,
    "month": _month_alone,
    "month_this": _month_year,
    "set_month": _set_month,
    "year_named": _year_phrase,
    "year_words": _year_phrase,
    "fiscal_year": _year_phrase,
    "fiscal_code": _fiscal_code,
    "bc_year": _bc_year,
    "year": _year_alone,
    "bare_number": _bare_number,
    "short_year": _short_year,
    "decade": _decade,
    "decade_name": _decade,
    "century": _century_named,
    "quarter": _quarter,
    "quarter_year": _quarter_year,
    "year_quarter": _quarter_year,
    "quarter_code": _code,
    "year_code": _code,
    "half": _half,
    "half_decade": _half_decade,
    "ago_quarter": _ago_quarter,
    "latest_quarter": _latest_quarter,
    "year_period": _year_period,
    "period_ago": _period_ago,
    "season": _season,
    "the_season": _season,
    "season_year": _season_year,
    "today": _from_base(0),
    "yesterday": _from_base(-1),
    "tomorrow": _from_base(1),
    "day_before_yesterday": _from_base(-2),
    "day_after_tomorrow": _from_base(2),
    "tonight": _tonight,
    "last_night": _last_night,
    "weekday": _weekday,
    "which_weekday": _which_weekday,
    "weekday_week": _weekday_week,
    "weekdays": _weekdays,
    "weekday_parts": _weekdays,
    "set_weekday": _weekdays,
    "holiday": _holiday,
    "which_unit": _which_unit,
    "year_previous": _year_previous,
    "the_unit": _the_unit,
    "full_year": _full_year,
    "week_in": _week_in,
    "year_end": _year_end,
    "end_of": _end_of,
    "week_of": _week_of,
    "day_part": _day_part,
    "part_day": _day_part,
    "part_of_day": _day_part,
    "this_part": _this_part,
    "stage_part": _stage_part,
    "the_part": _the_part,
    "moment": _moment,
    "overnight": _overnight,
    "clock": _clock,
    "clock_day": _clock,
    "duration": _duration,
    "duration_range": _duration_range,
    "one_or_two": _one_or_two,
    "units": _units,
    "units_or": _units,
    "long": _long,
    "longword": _long_word,
    "spell": _spell,
    "the_count": _the_count,
    "year_ahead": _ahead,
    "past_unit": _past_unit,
    "ago": _ago,
    "once_ago": _always("date", "PAST_REF"),
    "per": _per,
    "everyday": _everyday,
    "frequency": _frequency,
    "reference": _reference,
    "present": _always("date", "PRESENT_REF"),
    "past": _always("date", "PAST_REF"),
    "future": _always("date", "FUTURE_REF"),
    "vague_past": lambda words, setting: _vague(words.get("which")[0], _unit(words.all)),
    "vague_future": _always("date", "FUTURE_REF"),
    "sameday": _same_day,
}
"""What each rule's expression stands for."""
