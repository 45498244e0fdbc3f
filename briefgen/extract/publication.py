"""Find the day on which a text says that it came out: in a mail's head, a line of its own, a dateline."""

import re

import msgspec

from briefgen.extract.dates import find_dates
from briefgen.extract.sentences import find_sentences
from briefgen.extract.years_told import OPEN_DAY, with_year
from briefgen.language.english.publication import (
    AGENCY,
    BYLINE,
    CONNECTING,
    DOCUMENT,
    HELD,
    NO_PLACES,
    PUBLISHED,
    UPDATED,
)
from briefgen.model.annotation import DateMention
from briefgen.model.document import Block, Document
from briefgen.model.source import Metadata
from briefgen.model.span import Span

HEAD = 2_000
"""Code points from the start of a text among which its publication date is looked for."""
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
LABEL = re.compile(rf"(?:{PUBLISHED}|{UPDATED})\b", re.IGNORECASE)
LONGEST_DAY = 40
"""Code points of a line that is only a day, at most."""
MOST_DAYS = 200
"""Lines of that length that are looked at."""
DIGIT = re.compile(r"\d")
ENTRY = re.compile(r"\W{0,3}(?:[01]?\d|2[0-3])[:.h]?[0-5]\d\b")
"""What opens the entry of a log: "06:40", "[0640]"."""
LABELS = re.compile(rf"\b(?:(?P<changed>{UPDATED})|{PUBLISHED})\b", re.IGNORECASE)
CONNECTOR = re.compile(rf"\b{CONNECTING}\b", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]+")
BYLINES = re.compile(BYLINE)
ZONE = re.compile(r"[A-Z]{1,5}")
MAIL_HEAD = re.compile(r"(?:Date|Sent):\s")
PLACE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*[\s,/]*){0,6}\W*")
"""What stands before the day of a dateline: nothing, or the names of places."""
DATELINE_END = re.compile(rf"\.?\s*(?:{AGENCY})?\s*(?:[-–—]+|/[^/\n]+/\s*[-–—]+)\s|\.\s")
"""What closes a dateline: a dash, or a full stop after a place and a day."""


def stated_publication(document: Document) -> str | None:
    """The day, ISO 8601, on which the text itself says that it came out; none where it says none.

    A day counts that stands in the head of a mail (`Date:`), in a line with nothing else but words such as
    "published", in a dateline ("KARVEL, 4 March 2025 (Reuters) -"), or at the end of a line that says what
    the text is or who published it ("News release - 4 March 2025"). Where only the day of a change is stated
    ("updated"), it is that.
    """
    head = _head(document)
    found = find_dates(head, find_sentences(head))
    days = [date for date in found if FULL_DAY.match(date.value)]
    stated = [date for date in days if _is_mail_head(head.text, date) or _is_alone(head.text, date, days)]
    stated = stated or _datelines(head.text, days) or _headers(head.text, days)
    first = [date for date in stated if not _is_of_change(head.text, date)]
    told = next(iter(first or stated), None)
    if told is None:
        return _without_year(document, head.text, found)
    return None if _heads_a_log(document, told) else told.value[:10]


def _without_year(document: Document, text: str, dates: tuple[DateMention, ...]) -> str | None:
    """The day of a dateline or a line of its own without a year, where the source tells that elsewhere."""
    days = [date for date in dates if OPEN_DAY.fullmatch(date.value)]
    stated = [date for date in days if _is_alone(text, date, days)] or _datelines(text, days)
    first = next((date for date in stated if not _is_of_change(text, date)), None)
    return None if first is None else with_year(document, first)


def _heads_a_log(document: Document, date: DateMention) -> bool:
    """Whether a day is alone above the first entries of a log or diary that goes on over several days."""
    blocks, text = document.blocks, document.text
    short = [at for at, one in enumerate(blocks) if one.span.length <= LONGEST_DAY][:MOST_DAYS]
    if not any(blocks[at].span.holds(date.span) for at in short):
        return False
    lines = {blocks[at].span: at for at in short if DIGIT.search(blocks[at].span.of(text))}
    read = tuple(blocks[at] for at in lines.values())
    days = find_dates(msgspec.structs.replace(document, blocks=read, metadata=Metadata()), ())
    alone = {lines[day.span]: day for day in days if day.span in lines and FULL_DAY.match(day.value)}
    heading = [day for at, day in alone.items() if _goes_on(document, at + 1)]
    return date.span in {day.span for day in heading} and len({day.value for day in heading}) > 1


def _goes_on(document: Document, block: int) -> bool:
    """Whether a block is an entry of a log or diary: a time by the clock opens it, or it is a paragraph."""
    if block >= len(document.blocks):
        return False
    span = document.blocks[block].span
    return span.length >= PROSE or ENTRY.match(document.text, span.start, span.end) is not None


def _head(document: Document) -> Document:
    """The document's first blocks, without a publication date."""
    blocks = [_cut(block) for block in document.blocks if block.span.start < HEAD]
    return msgspec.structs.replace(
        document, text=document.text[:HEAD], blocks=tuple(blocks), metadata=Metadata(), problems=()
    )


def _cut(block: Block) -> Block:
    span = Span(block.span.start, min(block.span.end, HEAD))
    return msgspec.structs.replace(block, span=span)


def _line(text: str, date: DateMention) -> Span:
    """The line of text that the date stands in."""
    start = text.rfind("\n", 0, date.span.start) + 1
    end = text.find("\n", date.span.end)
    return Span(start, end if end >= 0 else len(text))


def _is_of_change(text: str, date: DateMention) -> bool:
    """Whether the last label before a date is one of a change: "Published 2 May | Updated 3 May"."""
    labels = LABELS.finditer(text, _line(text, date).start, date.span.start)
    last = max(labels, key=lambda found: found.start(), default=None)
    return last is not None and last["changed"] is not None


def _is_mail_head(text: str, date: DateMention) -> bool:
    return MAIL_HEAD.match(text, _line(text, date).start, date.span.end) is not None


def _is_alone(text: str, date: DateMention, days: list[DateMention]) -> bool:
    """Whether the line holds nothing but the day, what it is the day of, and a time with its zone."""
    line = _line(text, date)
    others = [one for one in days if line.holds(one.span)]
    rest = "".join(
        sign
        for at, sign in enumerate(line.of(text), line.start)
        if not any(one.span.start <= at < one.span.end for one in others)
    )
    words = WORDS.findall(CONNECTOR.sub("", LABEL.sub("", BYLINES.sub("", rest))))
    if not words and not LABEL.search(rest) and _is_below_prose(text, line.start):
        return False
    return len(rest) <= 100 and all(ZONE.fullmatch(word) for word in words)


def _is_below_prose(text: str, place: int) -> bool:
    """Whether sentences stand above a line and below it: a day alone there heads something else."""
    above = text[:place].split("\n")
    told = any(len(one) >= PROSE and one.rstrip(EMPHASIS)[-1:] in '.!?”"' for one in above)
    below = text[place:].split("\n")[1:]
    return told and any(one.rstrip(EMPHASIS)[-1:] in tuple(".!?") for one in below)


def _datelines(text: str, days: list[DateMention]) -> list[DateMention]:
    """The days of datelines; none where a chronicle has a different one in each line."""
    found = [date for date in days if _is_dateline(text, date)]
    return found if len({date.value[:10] for date in found}) == 1 else []


def _headers(text: str, days: list[DateMention]) -> list[DateMention]:
    """The days that end a line which says what the text is, or who published it; none where they differ."""
    found = [date for date in days if _ends_header(text, date)]
    return found if len({date.value[:10] for date in found}) == 1 else []


def _ends_header(text: str, date: DateMention) -> bool:
    """Whether a date ends one of the first lines that tell where the text is from.

    "News release - 2 May 2025"; below the headline, "The Evening Post, 2 May 2025".
    """
    line = _line(text, date)
    before = text[line.start : date.span.start].lstrip(EMPHASIS).rstrip()
    after = text[date.span.end : line.end].rstrip(EMPHASIS)
    number = len([one for one in text[: line.start].split("\n") if one.strip()])
    if number >= FIRST_LINES or line.length > LONGEST_HEADER:
        return False
    told = DOCUMENTS.search(before) is not None
    if told and MEETING.search(before) and not after.endswith("."):
        return True
    if not AFTER_HEADER.fullmatch(after):
        return False
    publisher = BYLINES.sub("", before).strip(f"{SEPARATORS} ")
    named = publisher == "" or NAME_ALONE.fullmatch(publisher) is not None
    named = named and (number > 0 or _heads_prose(text, line, publisher))
    return before.endswith(tuple(SEPARATORS)) and (told or named)


def _heads_prose(text: str, line: Span, place: str) -> bool:
    """Whether a first line, which names a `place` and a day, stands apart over prose: "Lima, 2 May 2025".

    With more words it may be the headline of something that happened then.
    """
    below = text[line.end :]
    paragraph = below.lstrip().partition("\n\n")[0]
    names = place.split()
    few = len(names) <= PLACE_WORDS and COMMON.isdisjoint(names)
    return few and below.startswith("\n\n") and len(paragraph) >= PROSE


FIRST_LINES = 6
"""Lines from the start among which such a line is looked for."""
PLACE_WORDS = 4
"""Words of the name of a place, at most: "Rio de Janeiro, Brazil"."""
COMMON = frozenset(("of", "the", "and", "&"))
"""Words that places have in their names seldom, headlines often: "Battle of the Marne, 6 September 1914"."""
PROSE = 80
"""Code points from which what follows is a paragraph, and no second headline."""
LONGEST_HEADER = 120
"""Code points of such a line, at most."""
EMPHASIS = "*_ "
"""What Markdown puts around words that stand out, also where it is saved as plain text."""
SEPARATORS = ",-–—:|·/("
AFTER_HEADER = re.compile(
    r"(?:,?\s*(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?)?\s*\)?", re.IGNORECASE
)
MEETING = re.compile(
    rf"\b(?:meeting|session|hearing|sitting|assembly|conference|briefing)\b.*{HELD}", re.IGNORECASE
)
"""Minutes "of the meeting held on 2 May 2025 at 7 pm in the Town Hall"."""
DOCUMENTS = re.compile(rf"\b(?:{DOCUMENT})\b", re.IGNORECASE)
NAME_ALONE = re.compile(
    r"(?:(?:[A-Z][\w.'’-]*|of|the|and|&|de|del|la|le|du|di|da|do|der|den|das|van|von|el|al)(?:\s?[,|·/–—])?\s?){1,8}"
)


def _is_dateline(text: str, date: DateMention) -> bool:
    line = _line(text, date)
    before, after = text[line.start : date.span.start], text[date.span.end : line.end]
    if not PLACE.fullmatch(before) or not DATELINE_END.match(after):
        return False
    words = before.split()
    return words[0] not in NO_PLACES if words else not after.startswith(".")
