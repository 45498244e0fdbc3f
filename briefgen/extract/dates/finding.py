"""Find expressions of time and resolve them."""

import re
from bisect import bisect_right
from datetime import date
from itertools import chain

import msgspec

from briefgen.extract.dates import reckoning as calendar
from briefgen.extract.dates.comparing import is_compared
from briefgen.extract.dates.grammar import WORTH, Found, matches_at
from briefgen.extract.dates.logs import LONGEST_HEAD, Logs, clock_of, logs_of
from briefgen.extract.dates.normalisers import NORMALISERS
from briefgen.extract.dates.ranges import in_order
from briefgen.extract.dates.setting import Reading, Setting, day_told, iso_day, read
from briefgen.extract.dates.tense import before_hedge, is_sure, tense_at
from briefgen.extract.dates.tokens import CHARACTERS, DIGITS, GAP, SHAPES, Line, line_of
from briefgen.language.english import time as english
from briefgen.model.annotation import DateMention, Part, Relation, Sentence
from briefgen.model.document import Document
from briefgen.model.span import Span


def find_dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    """Every expression of time, in order, resolved against the day of publication where there is one.

    Without that day a value keeps what the words say (`XXXX-10-18`) and has no earliest and latest day.
    References without a place in the calendar, lengths and sets have none either.
    """
    line = line_of(document)
    starts = [sentence.span.start for sentence in sentences]
    setting = _setting(document, line)
    logs = logs_of(line)
    mentions: list[DateMention] = []
    at = 0
    while match := WORTH.search(line.classes, at):
        read_here = _read_at(line, match.start(), setting, starts)
        if match.start() in logs.entries:
            read_here = _entry(line, match.start(), setting, read_here)
        if read_here is None:
            at = match.start() + 1
            continue
        found, reading = read_here
        mentions.append(_mention(document, line, found, reading))
        setting = _below(_after(setting, line, found, reading), line, found, reading, logs)
        at = found.end
        if more := _continued(line, found, reading):
            mentions.append(more)
            at += 2
    return in_order(document.text, mentions, _published(document.metadata.published))


# ------------------------------------------------------------------- setting
def _setting(document: Document, line: Line) -> Setting:
    published = _published(document.metadata.published)
    return Setting(
        published=published,
        narrative=published is not None and _is_narrative(line, published),
        last=None,
        course=None,
        last_day=None,
        quarter=None,
        tense="",
        undated=published is None,
    )


def _published(moment: str | None) -> date | None:
    match = re.match(r"\d{4}-\d\d-\d\d", moment or "")
    try:
        return date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def _is_narrative(line: Line, published: date) -> bool:
    """Whether it tells history, no news: it names years of the past and hardly any day by weekday."""
    named = [
        int(line.tokens[match.start()].word)
        for match in YEARS.finditer(line.classes)
        if not _is_year_compared(line, match.start())
    ]
    ancient = line.classes.count(SHAPES["ERA"])
    past = ancient + sum(year < published.year for year in named)
    present = sum(_names_present(line, match.start()) for match in WORTH.finditer(line.classes))
    return (
        past >= NARRATIVE_YEARS
        and past >= 0.5 * (ancient + len(named))
        and past >= 3 * NARRATIVE_YEARS * present
    )


def _is_year_compared(line: Line, at: int) -> bool:
    """Whether a year is only one with which the figures of another are compared: "(Q3 2024: 40 million)"."""
    return is_compared(line, Found("year", at, at + 1, {}), Reading("date", line.tokens[at].word))


def _names_present(line: Line, index: int) -> bool:
    """Whether a word of news stands at a token: a weekday, "yesterday", "last week", "ago"."""
    word, following = line.tokens[index].word, line.tokens[index + 1].word
    return word in DAY_WORDS or (word in ("this", "last", "next") and following in ("week", "month", "year"))


YEARS = re.compile(CHARACTERS[DIGITS[4]])
"""Four digits that may be a year."""

DAY_WORDS = english.CLASSES["WEEKDAY"] | {"today", "yesterday", "tomorrow"}
"""Words by which news names its days."""

NARRATIVE_YEARS = 4
"""Years before publication that a narrative names at the least, in all and for each day named by weekday."""


def _after(setting: Setting, line: Line, found: Found, reading: Reading) -> Setting:
    """The setting for what follows an expression; what a figure is only compared with moves nothing."""
    if is_compared(line, found, reading):
        return setting
    if compared := _compared(setting, line, found, reading):
        place = line.tokens[found.start].start
        setting = msgspec.structs.replace(setting, compared=compared, compared_at=place)
    if found.rule in FISCAL_RULES:
        setting = msgspec.structs.replace(setting, fiscal=reading.value)
    ancient = reading.value.startswith("BC") and len(reading.value) > 4
    if reading.kind not in ("date", "time") or not (ancient or calendar.interval(reading.value)):
        return setting
    course = setting.course if _is_aside(setting, line, found, reading) else reading.value
    quarter = reading.value if _is_quarter(found, reading) else setting.quarter
    told = re.match(r"\d{4}-\d\d-\d\d", reading.value) and not _is_end(setting, line, found)
    day = reading.value if told else setting.last_day
    return msgspec.structs.replace(setting, last=reading.value, course=course, last_day=day, quarter=quarter)


def _is_end(setting: Setting, line: Line, found: Found) -> bool:
    """Whether a day only ends a span beside a day already told of: "on Friday said that since Monday"."""
    return setting.last_day is not None and _relation(line, found.start) in ("since", "until")


def _is_quarter(found: Found, reading: Reading) -> bool:
    return found.rule in QUARTER_RULES and re.fullmatch(r"\d{4}-Q\d", reading.value) is not None


def _compared(setting: Setting, line: Line, found: Found, reading: Reading) -> str | None:
    """The quarter or year whose results an expression introduces: "the quarter", "for the nine months"."""
    if _is_quarter(found, reading):
        return reading.value
    before = line.tokens[found.start - 1].word if found.start else ""
    if setting.compared is None or before not in ("for", "in"):
        return None
    if found.rule in ("spell", "the_count") and re.fullmatch(r"P\d+M", reading.value):
        return setting.compared[:4]
    if found.rule in ("the_unit", "full_year", "fiscal_year") and re.fullmatch(r"P1Y|\d{4}", reading.value):
        return setting.compared[:4] if reading.value == "P1Y" else reading.value
    return None


def _is_aside(setting: Setting, line: Line, found: Found, reading: Reading) -> bool:
    """Whether a narrative only looks back or ahead.

    So do a year alone inside a paragraph that is no later than what is told, the end of a span, and a year
    after publication.
    """
    year = re.match(r"\d{4}", reading.value)
    if setting.published and year and int(year[0]) > setting.published.year:
        return True
    if setting.course is None or not re.fullmatch(r"\d{4}|\d{2,3}", reading.value):
        return False
    if GAP in line.classes[max(0, found.start - OPENING) : found.start]:
        return False
    return reading.value[:4] <= setting.course[:4] or _relation(line, found.start) in ("until", "by")


OPENING = 6
"""Tokens at the start of a block in which a year says what the block is about."""


FISCAL_RULES = frozenset(("fiscal_year", "year_fiscal", "fiscal_code"))
"""Rules for years by which a firm keeps its books."""

QUARTER_RULES = frozenset(
    (
        "quarter",
        "quarter_joined",
        "quarter_year",
        "year_quarter",
        "quarter_code",
        "year_code",
        "latest_quarter",
    )
)
"""Rules whose quarter is the one spoken of, not one it is compared with."""

FRESH = 1500
"""Characters over which "a year earlier" is still heard as the quarter a year earlier."""


# ---------------------------------------------------------------------- logs
def _entry(
    line: Line, at: int, setting: Setting, read_here: tuple[Found, Reading] | None
) -> tuple[Found, Reading] | None:
    """The time that opens an entry, of the day above; `read_here` is what it is read as elsewhere."""
    day = setting.heading or iso_day(day_told(setting))
    if read_here is None or read_here[1].kind != "time":
        return Found("entry", at, at + 1, {}), Reading("time", day + clock_of(line.tokens[at].word))
    found, reading = read_here
    own = "day" in found.groups or "T" not in reading.value
    return found, reading if own else reading._replace(value=day + reading.value[reading.value.index("T") :])


def _below(setting: Setting, line: Line, found: Found, reading: Reading, logs: Logs) -> Setting:
    """The setting for what stands below a day that heads entries, or is alone in its block.

    From that day "yesterday" counts below it, where it heads entries or no day of publication is known.
    """
    if not re.fullmatch(r"[\dX]{4}-\d\d-\d\d", reading.value):
        return setting
    low = max(0, found.start - LONGEST_HEAD)
    start = low + line.classes[low : found.start].rfind(GAP) + 1
    heads, first = start in logs.heads or _is_sent(line, start, found), start == found.start
    if not heads and not (first and line.classes[found.end] == GAP):
        return setting
    day = _published(reading.value)
    published = day if day and (heads or setting.undated) else setting.published
    return msgspec.structs.replace(setting, heading=reading.value, published=published)


def _is_sent(line: Line, start: int, found: Found) -> bool:
    """Whether a day is that on which a mail was sent, by its head, also where it is sent on."""
    words = [token.word for token in line.tokens[start : found.start] if token.word != ">"]
    return words in (["date", ":"], ["sent", ":"])


# ------------------------------------------------------------------ mentions
def _read_at(line: Line, start: int, setting: Setting, starts: list[int]) -> tuple[Found, Reading] | None:
    """The longest expression at a token that means something."""
    candidates = matches_at(line, start)
    first = next(candidates, None)
    if first is None:
        return None
    place = line.tokens[start].start
    number = bisect_right(starts, place)
    low = starts[number - 1] if number else 0
    high = starts[number] if number < len(starts) else line.tokens[-1].end
    for found in chain((first,), candidates):
        fresh = setting.compared is not None and place - setting.compared_at < FRESH
        tense, sure = tense_at(line, found, low, high), is_sure(line, found, low, high)
        here = msgspec.structs.replace(setting, tense=tense, sure=sure, fresh=fresh)
        if reading := read(line, found, here, NORMALISERS):
            return found, reading
    return None


def _mention(document: Document, line: Line, found: Found, reading: Reading) -> DateMention:
    start, end = line.tokens[found.start].start, line.tokens[found.end - 1].end
    end = _without_stop(document.text, start, end)
    earliest, latest = _bounds(reading)
    relation = _relation(line, found.start)
    if (
        found.rule in ("end_of", "year_end")
        and relation in ("by", "until")
        and line.tokens[found.start].word != "early"
    ):
        earliest = _deadline(line, found, earliest, latest)
    return DateMention(
        span=Span(start, end),
        kind=reading.kind,
        value=reading.value,
        earliest=earliest,
        latest=latest,
        relation=relation,
        mod=_part(line, found, reading),
    )


def _part(line: Line, found: Found, reading: Reading) -> Part | None:
    """Which part of a stretch longer than a day is meant, by the words of its rule before the period."""
    if reading.kind != "date" or DAY_VALUE.match(reading.value):
        return None
    if found.rule == "year_end":
        return "END"
    words = [token.word for token in line.tokens[found.start : found.end] if token.word not in ("the", "in")]
    adverb = words[0] in ("earlier", "later") and words[1] != "part"
    return english.PART_OF_PERIOD.get(words[0]) if found.rule in STAGED and not adverb else None


DAY_VALUE = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}|\w+_REF")
"""A value that has no parts to name."""

STAGED = frozenset(
    ("end_of", "decade", "bc_decade", "decade_name", "century", "century_row", "the_season", "season_year")
)
"""Rules whose first words can say which part of a period is meant."""


def _deadline(line: Line, found: Found, earliest: str | None, latest: str | None) -> str | None:
    """The first day of a stretch that is a limit: of "by the end of 2026" the last day of the year."""
    words = {token.word for token in line.tokens[found.start : found.end]}
    return latest if words & english.LATE_IN else earliest


def _without_stop(text: str, start: int, end: int) -> int:
    """The end without a full stop that ends the sentence too."""
    if text[end - 1] != "." or end - start < 2:
        return end
    rest = text[end : end + 40].lstrip(" \"'”’)")
    return end - 1 if not rest or rest[0].isupper() or rest[0] == "\n" else end


def _bounds(reading: Reading) -> tuple[str | None, str | None]:
    if reading.earliest or reading.kind not in ("date", "time"):
        return reading.earliest, reading.latest
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*", reading.value) and "T24" not in reading.value:
        return reading.value, reading.value
    span = calendar.interval(reading.value)
    return (span[0].isoformat(), span[1].isoformat()) if span else (None, None)


def _relation(line: Line, start: int) -> Relation:
    """What stands before an expression makes of it; a hedge may stand between: "until at least Saturday"."""
    start = before_hedge(line, start)
    one = line.tokens[start - 1].word if start else ""
    two = f"{line.tokens[start - 2].word} {one}" if start > 1 else one
    if (one, line.tokens[start].word) in AROUND_NIGHT:
        return "in"
    return english.RELATIONS.get(one) or english.RELATIONS.get(two) or "in"


AROUND_NIGHT = frozenset(
    {(one, two) for one in ("before", "just") for two in ("dawn", "daybreak", "sunrise")}
    | {("after", two) for two in ("dusk", "nightfall", "sunset", "dark")}
)
"""Hours that are named by light: "before dawn on Wednesday" was on Wednesday."""

LINKS = frozenset(("-", "–", "—", "/", "and", "to", "or"))
"""What stands between the two ends of a range."""

SECOND_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")


def _continued(line: Line, found: Found, reading: Reading) -> DateMention | None:
    """The second end of "June 9-11", "1994-95" or "2019/20", which alone is only a number."""
    if found.end + 1 >= len(line.tokens) or line.tokens[found.end].word not in LINKS:
        return None
    link, second, *rest = line.tokens[found.end : found.end + 3]
    apart = second.start - line.tokens[found.end - 1].end > 1
    if link.word == "/" and (apart or (rest and rest[0].word == "/")):
        return None
    value = _second_value(found.rule, reading.value, link.word, second.word)
    span = calendar.interval(value) if value else None
    counted = rest and (rest[0].word in english.UNITS or rest[0].word in english.NOT_YEAR_AFTER)
    if value is None or span is None or counted:
        return None
    first, last = span
    return DateMention(Span(second.start, second.end), "date", value, first.isoformat(), last.isoformat())


def _second_value(rule: str, value: str, link: str, second: str) -> str | None:
    if not SECOND_DAY.fullmatch(second):
        return None
    digits = int(re.sub(r"\D", "", second))
    if rule == "month_day" and re.fullmatch(r"\d{4}-\d\d-\d\d", value) and digits > int(value[8:]):
        return f"{value[:8]}{digits:02d}"
    named = rule == "year" or (rule in FISCAL_RULES and re.fullmatch(r"\d{4}", value) is not None)
    later = (digits - int(value)) % 100 if named and link in ("-", "–", "—", "/") else 0
    most = 20 if rule == "year" and link != "/" else 1
    return f"{int(value) + later:04d}" if len(second) == 2 and 0 < later <= most else None
