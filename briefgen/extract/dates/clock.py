"""Say which part of a day and which time by the clock is meant."""

import re

from briefgen.extract.dates.days import from_base
from briefgen.extract.dates.setting import (
    Normaliser,
    Reading,
    Setting,
    Words,
    base_day,
    day_told,
    iso_day,
    iso_day_from,
    read_part,
)
from briefgen.extract.dates.units import unit_step
from briefgen.language.english import time as english


def _tonight(words: Words, setting: Setting) -> Reading | None:
    return Reading("time", f"{iso_day(setting.published)}TNI")


def _last_night(words: Words, setting: Setting) -> Reading | None:
    base = base_day(setting)
    if words.all[0] == "overnight":
        return Reading("time", f"{iso_day(base)}TNI")
    if "night" not in words.all:
        return None
    return Reading("time", f"{iso_day_from(base, -1)}TNI")


def _part_value(words: tuple[str, ...]) -> str:
    return next(english.DAY_PARTS[word] for word in words if word in english.DAY_PARTS)


def _day_part(words: Words, setting: Setting) -> Reading | None:
    reading = _day_reading(words, setting)
    if not reading or "T" in reading.value or _is_programme(words):
        return None
    return Reading("time", reading.value + _part_value(words.get("part")))


def _is_programme(words: Words) -> bool:
    """Whether it begins a name, as in "Saturday Night Live": a capital on its last word and behind it."""
    tokens, end = words.line.tokens, words.found.end
    if end >= len(tokens) or words.all[-1] not in english.DAY_PARTS:
        return False
    glued = tokens[end].start - tokens[end - 1].end == 1
    return tokens[end - 1].capital and tokens[end].capital and glued and words.near(1).isalpha()


def _day_reading(words: Words, setting: Setting) -> Reading | None:
    named = words.get("day")
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if named and named[-1] in steps:
        return from_base(steps[named[-1]])(words, setting)
    return read_part(words, "day", setting)


def _this_part(words: Words, setting: Setting) -> Reading | None:
    which = words.get("which")
    if which[-1] in ("tomorrow", "yesterday"):
        step = 1 if which[-1] == "tomorrow" else -1
        return Reading("time", iso_day_from(setting.published, step) + _part_value(words.get("part")))
    base = setting.published if which == ("this",) else day_told(setting)
    return Reading("time", iso_day_from(base, unit_step(which)) + _part_value(words.get("part")))


def _stage_part(words: Words, setting: Setting) -> Reading | None:
    day = iso_day(setting.published)
    if words.get("day"):
        reading = _day_reading(words, setting)
        day = reading.value if reading else day
    return Reading("time", day + _part_value(words.get("part")))


def _the_part(words: Words, setting: Setting) -> Reading | None:
    led = words.near(-1) in ("in", "during", "by", "until", "through") and words.all[0] == "the"
    staged = len(words.all) > 1 and words.all[-2] in ("early", "late") and words.all[-1] != "night"
    staged = staged and words.near(-1) not in ("a", "an")
    if not (led or staged) or words.near(1) == "of":
        return None
    return Reading("time", _day_of(setting) + _part_value(words.get("part")))


def _at_night(words: Words, setting: Setting) -> Reading | None:
    """A part of any day: "at night"."""
    if words.near(-1) != "at" or words.near(1) in ("school", "schools", "-"):
        return None
    return Reading("time", f"XXXX-XX-XX{_part_value(words.get('part'))}")


def _moment(words: Words, setting: Setting) -> Reading | None:
    """Noon and midnight; with capitals after another capital they are a name: "High Noon"."""
    tokens, start = words.line.tokens, words.found.start
    if tokens[start].capital and start and words.near(-1) not in english.SENTENCE_STARTS:
        return None
    return Reading("time", _day_of(setting) + _part_value(words.get("part")))


def _day_of(setting: Setting) -> str:
    """The day last spoken of; any day where a clause in the present tense tells what is usual."""
    usual = not setting.tense and setting.last_day is None
    return "XXXX-XX-XX" if usual else iso_day(day_told(setting))


def _overnight(words: Words, setting: Setting) -> Reading | None:
    if words.near(1) in ("success", "sensation", "bag"):
        return None
    return Reading("time", f"{iso_day(base_day(setting))}TNI")


def _from_hour(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """How many minutes before or past its hour a time is ("half past ten"), and the words of that hour."""
    for place, word in enumerate(words):
        if word in ("past", "to"):
            minutes = 30 if "half" in words[:place] else 15
            return minutes if word == "past" else -minutes, words[place + 1 :]
    return 0, words


def _clock_time(words: tuple[str, ...]) -> str | None:
    past, words = _from_hour(words)
    text = words[0].replace(".", ":").replace(" ", "")
    number = text.split(":")
    hour = int(number[0]) if number[0].isdigit() else english.NUMBERS.get(number[0], 99)
    rest = "".join(words[1:]).replace(".", "").replace(" ", "")
    if rest.startswith("p") or "afternoon" in rest or "evening" in rest or "night" in rest:
        hour += 12 * (hour < 12)
    elif rest.startswith("am") and hour == 12:
        hour = 0
    if past and hour <= HOURS:
        hour, minute = divmod((hour * 60 + past) % (24 * 60), 60)
        return f"T{hour:02d}:{minute:02d}"
    minutes = ":".join(number[1:]) or "00"
    return f"T{hour:02d}:{minutes}" if hour <= HOURS else None


HOURS = 24
"""The last hour of a day."""


def _clock(words: Words, setting: Setting) -> Reading | None:
    named = words.get("time")
    time = _clock_time(named)
    if time is None or not _is_clock(words, named):
        return None
    day = iso_day(day_told(setting))
    if words.get("day"):
        reading = _day_reading(words, setting)
        day = reading.value if reading else day
    zone = "Z" if {"utc", "gmt", "z"} & set(words.get("zone")) else ""
    return Reading("time", day + time + zone)


def _clock_digits(words: Words, setting: Setting) -> Reading | None:
    digits, zone = words.get("time")[0], words.get("zone")[0]
    if not re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", digits):
        return None
    universal = "Z" if zone in ("utc", "gmt", "z") else ""
    return Reading("time", f"{iso_day(day_told(setting))}T{digits[:2]}:{digits[2:]}{universal}")


def _is_clock(words: Words, named: tuple[str, ...]) -> bool:
    """A bare "3:16" is a time only next to words of time; it may be a score or a verse.

    So is "a quarter to two" (thirds).
    """
    bare = len(named) == 1 or named[-2] == "to"
    if not bare or words.get("zone") or words.get("day"):
        return True
    return words.near(-1) in english.CLOCK_LEADS and words.near(1) not in ("-", "ratio")


CLOCK: dict[str, Normaliser] = {
    "tonight": _tonight,
    "last_night": _last_night,
    "day_part": _day_part,
    "part_day": _day_part,
    "part_of_day": _day_part,
    "this_part": _this_part,
    "stage_part": _stage_part,
    "the_part": _the_part,
    "moment": _moment,
    "at_night": _at_night,
    "overnight": _overnight,
    "clock": _clock,
    "clock_day": _clock,
    "clock_digits": _clock_digits,
}
"""The rules for parts of days and times by the clock."""
