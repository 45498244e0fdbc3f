"""Say which years, decades and centuries are meant."""

import re

from briefgen.extract.dates import reckoning as calendar
from briefgen.extract.dates.numbers import ordinal
from briefgen.extract.dates.setting import Normaliser, Reading, Setting, Words, base_day, dated, last_told
from briefgen.language.english import time as english
from briefgen.language.english.numbers import APART


def year_of(words: tuple[str, ...], setting: Setting) -> str | None:
    """The year that words name, four digits or `BC` and four; `XXXX` where it hangs on an unknown day."""
    for word in words:
        if re.fullmatch(r"\d{3,4}", word):
            return f"BC{int(word):04d}" if set(words) & english.CLASSES["ERA"] else word
    if short := re.fullmatch(r"['’‘](\d\d)", words[-1]):
        return year_with_century(setting, int(short[1]))
    if "year" in words and not set(words) & set(english.NUMBERS):
        return _relative_year(words, setting)
    return _spelled_year(words)


def _relative_year(words: tuple[str, ...], setting: Setting) -> str:
    step = 1 if set(words) & english.CLASSES["NEXT"] else -1 if set(words) & english.CLASSES["LAST"] else 0
    told = set(words) & {"that", "same", "previous", "preceding", "following"}
    day = last_told(setting) if told else base_day(setting)
    moved = calendar.move(day, "Y", step) if day else None
    return calendar.at(moved, "Y") if moved else "XXXX"


def year_with_century(setting: Setting, short: int) -> str:
    """The year nearest to publication that ends so; not more than 20 years ahead."""
    base = setting.published.year if setting.published else 2000
    year = base - base % 100 + short
    return f"{year - 100 if year > base + 20 else year:04d}"


def year_of_two_digits(setting: Setting, short: int) -> str:
    """The year of a day in figures ("19/11/26"); where nothing is known of its time, as POSIX has it.

    There 69 to 99 are of the last century, 00 to 68 of this one (POSIX.1-2017, `strptime`, `%y`).
    """
    if setting.published:
        return year_with_century(setting, short)
    return f"{1900 + short if short >= 69 else 2000 + short:04d}"


def _spelled_year(words: tuple[str, ...]) -> str | None:
    numbers = [english.NUMBERS[word] for word in words if word in english.NUMBERS]
    if len(numbers) < 2:
        return None
    if numbers[:2] == [2, 1000]:
        return str(2000 + sum(numbers[2:]))
    return f"{numbers[0]}{sum(numbers[1:]):02d}"


def _year_alone(words: Words, setting: Setting) -> Reading | None:
    year = words.get("year")[0]
    return Reading("date", year) if _is_year(words, int(year)) else None


def _is_year(words: Words, year: int) -> bool:
    before, after = words.near(-1), words.near(1)
    if _is_linked(words):
        return True
    if after in english.NOT_YEAR_AFTER or before in english.NOT_YEAR_BEFORE or _is_code(words):
        return False
    if before in TOLD_APART or (before in english.PROGRAMMES and _has_capital(words, -1)):
        return False
    if (
        before in english.YEAR_LEADS
        or before in english.OWNERS
        or (before == "(" and after in (")", "-", "–", ","))
    ):
        return True
    return 1500 <= year <= 2100 and not _counts(words, after)


TOLD_APART = APART - english.YEARLY
"""Nouns behind which four digits say which one is meant, and no year."""


def _has_capital(words: Words, step: int) -> bool:
    """Whether the token `step` away has a capital letter, -1 being that before the words, 1 that behind."""
    place = words.found.start + step if step < 0 else words.found.end + step - 1
    return 0 <= place < len(words.line.tokens) and words.line.tokens[place].capital


def _counts(words: Words, after: str) -> bool:
    """Whether a plural follows that the number counts; one with a capital letter is a name."""
    if after in english.YEAR_NOUNS:
        return False
    plural = after.endswith("s") and after.isalpha() and len(after) > 3 and after not in english.NO_PLURALS
    return plural and not _has_capital(words, 1)


def _is_linked(words: Words) -> bool:
    """Whether it stands in one row with another year: "2011 and 2017", "2000-2050"."""
    for one, two in ((-1, -2), (1, 2)):
        if words.near(one) in ("and", "or", "-", "–", "—", "to") and YEAR.fullmatch(words.near(two)):
            return True
    return False


YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def _is_code(words: Words) -> bool:
    """Whether the four digits are a piece of something longer, such as a telephone number."""
    tokens, end = words.line.tokens, words.found.end
    glued = end < len(tokens) and tokens[end].start == tokens[end - 1].end
    after, behind = words.near(1), words.near(2)
    if glued and after == "/" and words.near(-1) == "/":
        return True
    if glued and (after[0].isalnum() or (after == "-" and behind.isdigit() and len(behind) == 3)):
        return True
    before = words.near(-2)
    if words.near(-1).isdigit() and before.isdigit():
        return True
    return words.near(-1) == "-" and before.isdigit() and len(before) not in (2, 4)


def _bc_year(words: Words, setting: Setting) -> Reading | None:
    number = words.get("number")[0].replace(",", "")
    return Reading("date", f"BC{number:0>4}") if number.isdigit() and len(number) < 5 else None


def _ad_year(words: Words, setting: Setting) -> Reading | None:
    """A year with its era; written small, "ad" is an advertisement."""
    tokens = words.line.tokens[words.found.start : words.found.end]
    marked = any(token.capital for token in tokens if token.word in ("ad", "ce"))
    return Reading("date", f"{int(words.get('number')[0]):04d}") if marked else None


def bare_year(words: Words, number: int, setting: Setting) -> Reading | None:
    """A number of three digits where the years spoken of are before Christ or have no more digits."""
    era = (setting.last or "")[:2]
    after = words.near(1)
    ancient = era == "BC" or re.match(r"0\d{3}", setting.last or "")
    counted = after.isalpha() and not _has_capital(words, 1) and after not in english.AFTER_OLD_YEAR
    if not ancient or counted or words.near(-1) not in english.YEAR_LEADS:
        return None
    return Reading("date", f"{era if era == 'BC' else ''}{number:04d}")


def _year_phrase(words: Words, setting: Setting) -> Reading | None:
    return dated(year_of(words.get("year"), setting))


def _short_year(words: Words, setting: Setting) -> Reading | None:
    before = words.near(-1)
    return _year_phrase(words, setting) if before in english.YEAR_LEADS or before in ("and", ",") else None


def _fiscal_code(words: Words, setting: Setting) -> Reading | None:
    digits = re.sub(r"\D", "", words.all[0])
    return dated(digits if len(digits) == 4 else year_with_century(setting, int(digits)))


def _decade(words: Words, setting: Setting) -> Reading | None:
    """A decade; one without its century is the latest, and needs an apostrophe or "the"."""
    named = words.get("decade")
    digits = re.sub(r"\D", "", "".join(named))
    if len(digits) == 4:
        return Reading("date", digits[:3] if _is_decade(words) else digits)
    short = (
        int(digits) if digits else next(english.DECADES[word] for word in named if word in english.DECADES)
    )
    marked = named[0][0] in "'’‘" or "the" in (words.all[0], words.near(-1)) or _follows_decade(words)
    if "hundred" in named or not marked:
        return None
    return dated(year_with_century(setting, short)[:3])


def _follows_decade(words: Words) -> bool:
    """Whether a decade stands before it in a row, as in "the 70s and 80s", but not in "their 30s and 40s"."""
    before = words.near(-2)
    rowed = words.near(-1) in ("and", "or", "-", "–") and before.endswith("s")
    return rowed and (words.near(-3) == "the" or before[:4].isdigit() or before[0] in "'’‘")


def _bc_decade(words: Words, setting: Setting) -> Reading | None:
    return Reading("date", f"BC{re.sub(r'[^0-9]', '', words.get('decade')[0])[:-1]:0>3}")


def _is_decade(words: Words) -> bool:
    """Whether "1990's" is the decade and no year that owns what follows: "2020's harvest"."""
    owned = any(mark in words.get("decade")[0] for mark in "'’")
    return not owned or len(words.all) > 1 or words.near(-1) in ("the", "mid", "-")


def _century_row(words: Words, setting: Setting) -> Reading | None:
    """The first of "the 18th and 19th centuries"."""
    linked = words.near(1) in ("and", "or", "to", "-", "–") and words.near(3) in ("century", "centuries")
    if not linked or not (words.near(2)[0].isdigit() or words.near(2) in english.ORDINALS):
        return None
    return dated(f"{ordinal(words.get('number')) - 1:02d}")


def _spoken_year(words: Words, setting: Setting) -> Reading | None:
    counts = words.near(1).endswith("s") and words.near(1).isalpha()
    return (
        _year_phrase(words, setting) if words.near(-1) in english.SPOKEN_YEAR_LEADS and not counts else None
    )


def _century_named(words: Words, setting: Setting) -> Reading | None:
    """A century; with another capital behind its own it names a firm."""
    tokens, end = words.line.tokens, words.found.end
    if tokens[end - 1].capital and end < len(tokens) and tokens[end].capital and words.near(1).isalpha():
        return None
    number = ordinal(words.get("number"))
    return dated(f"BC{number - 1:02d}" if words.get("era") else f"{number - 1:02d}")


def _half_decade(words: Words, setting: Setting) -> Reading | None:
    digits = re.sub(r"\D", "", "".join(words.get("decade")))
    return dated(digits[:3] if len(digits) == 4 else year_with_century(setting, int(digits))[:3])


def _full_year(words: Words, setting: Setting) -> Reading | None:
    base = base_day(setting)
    return Reading("date", f"{base.year:04d}" if base else "XXXX")


YEARS: dict[str, Normaliser] = {
    "year_named": _year_phrase,
    "year_words": _year_phrase,
    "fiscal_year": _year_phrase,
    "fiscal_code": _fiscal_code,
    "bc_year": _bc_year,
    "ad_year": _ad_year,
    "year_ad": _ad_year,
    "year": _year_alone,
    "short_year": _short_year,
    "decade": _decade,
    "bc_decade": _bc_decade,
    "decade_name": _decade,
    "century": _century_named,
    "century_row": _century_row,
    "spoken_year": _spoken_year,
    "year_fiscal": _year_phrase,
    "half_decade": _half_decade,
    "full_year": _full_year,
}
"""The rules for years."""
