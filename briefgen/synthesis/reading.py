"""A document with its annotations, and look-ups by place in its text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

import msgspec

from briefgen.language.english.dating import (
    ANSWERED,
    CLOCK_WORDS,
    LETTER_FIELD_OPENINGS,
    LETTER_FIELDS,
    LETTER_OPENING,
    LETTER_VERB,
    REPORT_FIELDS,
    SUBJECT_FIELDS,
)
from briefgen.language.english.pronouns import QUESTIONER
from briefgen.language.english.publication import DOCUMENT, OPINION, PUBLISHED, SECTIONS, UPDATED
from briefgen.model.annotation import Annotated, Claim, DateMention
from briefgen.model.document import Block
from briefgen.model.span import Span, cover, trim

REACH = 40
"""Findings on each side of a place that are looked at; no sentence that a person writes has more."""


HEADLINE = 120
"""Characters of the longest headline."""
LEAST_WORDS = 3
LONG_WORD = 3
"""Letters up to which titles leave a word small."""
HEAD = 12
"""Blocks at the beginning of a letter in which its subject is looked for."""
SHORTEST = 2
"""Blocks of the shortest text that can have one."""


class Spanned(Protocol):
    """Anything found in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Found = TypeVar("Found", bound=Spanned)


class Name(msgspec.Struct, frozen=True, order=True):
    """One place where an entity is named, by a name or by a demonym."""

    span: Span
    entity: int
    """Index of the entity in its document."""


class Reading(msgspec.Struct, frozen=True):
    """One source of the base as it was read."""

    found: Annotated
    starts: tuple[int, ...]
    """Where each sentence starts."""
    names: tuple[Name, ...]
    """In the order of the text."""

    @property
    def text(self) -> str:
        """The document's text."""
        return self.found.document.text

    @property
    def origin(self) -> str:
        """Whose report it is."""
        document = self.found.document
        return document.metadata.publisher or document.name


DAY = re.compile(r"\d{4}-\d\d-\d\d")
CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)(T\d\d:.*)")


def _of_sure_days(found: Annotated) -> Iterator[DateMention]:
    """The dates of a document, each bare time by the clock without its day unless that is sure."""
    days: set[str] = set()
    for date in found.dates:
        yield _of_a_sure_day(date, found, days)
        if day := DAY.match(date.value):
            days.add(day.group())


def _of_a_sure_day(date: DateMention, found: Annotated, before: set[str]) -> DateMention:
    """`date`, or, where it is a bare time by the clock, without its day unless that is sure.

    It is where its own sentence names the day, or where no other day has been named: a day told a sentence
    before may be that of another event ("It came back on 28 April. By three o'clock 25 had been found.").
    """
    placed = CLOCK.match(date.value)
    if placed is None or not _is_bare(date, found):
        return date
    day, time = placed.groups()
    if (
        before <= {day}
        or _opens_entry(date, found)
        or any(day in other.value for other in _beside(date, found))
    ):
        return date
    return msgspec.structs.replace(date, value=time, earliest=None, latest=None)


def _opens_entry(date: DateMention, found: Annotated) -> bool:
    """Whether a time opens its block, as in a log, where it is of the day that stands above."""
    blocks = found.document.blocks
    place = bisect_right(blocks, date.span.start, key=lambda one: one.span.start) - 1
    before = found.document.text[blocks[place].span.start : date.span.start] if place >= 0 else "?"
    return not any(sign.isalnum() for sign in before)


def _is_bare(date: DateMention, found: Annotated) -> bool:
    """Whether the words of a date are those of a clock alone."""
    words = re.findall(r"[^\W\d_]+", date.span.of(found.document.text).casefold())
    return CLOCK.match(date.value) is not None and CLOCK_WORDS.issuperset(words)


def _beside(date: DateMention, found: Annotated) -> Iterator[DateMention]:
    """The other dates of the sentence that `date` stands in, without bare times by the clock."""
    sentences = found.sentences
    place = bisect_right(sentences, date.span.start, key=lambda one: one.span.start) - 1
    if place >= 0:
        near = within(found.dates, sentences[place].span)
        yield from (other for other in near if other is not date and not _is_bare(other, found))


def reading(found: Annotated) -> Reading:
    """`found` with its times by the clock placed only where their day is sure."""
    found = msgspec.structs.replace(found, dates=tuple(_of_sure_days(found)))
    names = (
        Name(span, index)
        for index, entity in enumerate(found.entities)
        for span in (*entity.mentions, *entity.demonyms, *entity.attributive)
    )
    starts = tuple(sentence.span.start for sentence in found.sentences)
    return Reading(found, starts, tuple(sorted(names)))


def headline_of(source: Reading) -> Span | None:
    """The place of a headline: the first block, if it is a title or a heading or reads as one.

    A line reads as a headline that is short, ends without a stop or writes its words with capitals, and has
    longer text behind it. Lines that only say what the text is ("Press release") go before it.
    """
    blocks = source.found.document.blocks
    while len(blocks) > SHORTEST and (
        blocks[0].kind == "furniture" or _says_what_it_is(blocks[0].span.of(source.text))
    ):
        blocks = blocks[1:]
    if blocks and (_only_says_when(blocks[0].span.of(source.text)) or _is_dateline(source, blocks[0])):
        blocks = blocks[1:]
    if len(blocks) < SHORTEST or heads_letter(source, blocks[0].span):
        return None
    first, second = blocks[0], max(blocks[1:4], key=lambda block: block.span.length)
    if first.kind in ("title", "heading"):
        return first.span
    words = first.span.of(source.text).rstrip("\"”’'")
    plain = first.kind == "paragraph" and "\n" not in words and first.span.length <= HEADLINE
    apart = words[-1:].isalnum() or _is_capitalised(words)
    long_enough = len(words.split()) >= LEAST_WORDS and second.span.length > first.span.length
    return first.span if plain and apart and long_enough else None


def _only_says_when(words: str) -> bool:
    return words[-1:].isdigit() and re.fullmatch(DATED, words, re.IGNORECASE) is not None


def _is_dateline(source: Reading, block: Block) -> bool:
    """Whether a first line, which its reader takes for no title, has nothing but a place and a day."""
    days = within(source.found.dates, block.span)
    if block.kind != "paragraph" or not days or not days[-1].value[:4].isdigit():
        return False
    before = source.text[block.span.start : days[-1].span.start]
    after = source.text[days[-1].span.end : block.span.end]
    return PLACE.fullmatch(before) is not None and not after.strip(" )")


PLACE = re.compile(r"(?:[A-Z][\w.'’-]*[,\s]*){0,4}[-–—|(]?\s*")
"""What stands before the day of such a line, if anything does."""


def _says_what_it_is(words: str) -> bool:
    """Whether a block holds only what the text is called, by whom and of when it is."""
    lines = words.split("\n")
    short = all(
        len(line.split()) <= LABEL_WORDS and not line.rstrip().endswith((".", "?", "!")) for line in lines
    )
    told = any(DOCUMENT_NAME.match(line.strip()) for line in lines)
    return short and told and (len(lines) > 1 or DOCUMENT_NAME.fullmatch(lines[0].strip(" :")) is not None)


LABEL_WORDS = 10
"""Words of a line that only says what the text is, at most."""
DATED = rf"(?:{PUBLISHED}|{UPDATED})\b[^\n]{{0,40}}\d[^\n]{{0,20}}"
"""A line that only says when the text came out; few texts have one."""
DOCUMENT_NAME = re.compile(rf"(?:for\simmediate\srelease|{DOCUMENT}|{OPINION})", re.IGNORECASE)


FIELDS = LETTER_FIELDS | REPORT_FIELDS


def heads_letter(source: Reading, block: Span) -> bool:
    """Whether a block heads a report, or heads or quotes another letter: a field, "On Monday, Lee wrote"."""
    opening = Span(block.start, min(block.end, block.start + HEADLINE)).of(source.text).casefold()
    first = (opening.replace(">", "> ").split(maxsplit=1) or [""])[0]
    field = first.endswith(":") and first.startswith(LETTER_FIELD_OPENINGS)
    return field or first in FIELDS or (first == LETTER_OPENING and LETTER_VERB in opening)


def asks(source: Reading, block: Span) -> bool:
    """Whether a block is a question from the room in a transcript ("QUESTION: …"), which states nothing."""
    return re.match(QUESTIONER, block.of(source.text)) is not None


def is_of_another(source: Reading, index: int) -> bool:
    """Whether a sentence asks, or stands in a mail that this one quotes ("> Can you confirm it?")."""
    sentence = source.found.sentences[index]
    block = source.found.document.blocks[sentence.block].span
    quoted = source.text.startswith(">", block.start)
    return quoted or source.text[sentence.span.end - 1] == "?"


def is_opinion(source: Reading) -> bool:
    """Whether a text says in its head that it gives the view of who wrote it: "Opinion", "Editorial: …"."""
    heads = [block.span.of(source.text).strip("#* ") for block in source.found.document.blocks[:HEAD]]
    called = [source.found.document.metadata.title or "", *heads[:LABELLED]]
    menu = any(head.casefold() in SECTIONS for head in heads)
    return not menu and any(OPINION_HEAD.match(head) is not None for head in called)


OPINION_HEAD = re.compile(rf"{OPINION}\s*(?:$|\n|[:|/–—]|-\s)", re.IGNORECASE)
"""Such a word alone in its line, or before the title."""
LABELLED = 4
"""Blocks at the beginning of a text in which it says so: above the title, below it, behind the author."""


def subject_of(source: Reading) -> Span | None:
    """The place of the subject in the head of a letter, or of the title in that of a report."""
    for block in source.found.document.blocks[:HEAD]:
        words = block.span.of(source.text)
        field = next((one for one in SUBJECT_FIELDS if words.casefold().startswith(one)), None)
        if field:
            start = block.span.start + len(field)
            return trim(Span(start, max(start, block.span.start + len(words.split("\n")[0]))), source.text)
    return None


def title_of(source: Reading) -> str:
    """The title of a document, its headline or its subject; empty where it has none."""
    headline = headline_of(source) or subject_of(source)
    words = "" if headline is None else " ".join(headline.of(source.text).split())
    return source.found.document.metadata.title or re.sub(ANSWERED, "", words, flags=re.IGNORECASE)


def _is_capitalised(words: str) -> bool:
    """Whether all but a few of the longer words of a line begin with a capital, as titles are written."""
    longer = [word for word in words.split() if len(word) > LONG_WORD and word[:1].isalpha()]
    return len(longer) >= LEAST_WORDS and sum(word[0].isupper() for word in longer) >= len(longer) - 1


def named_in(source: Reading, spans: Iterable[Span]) -> frozenset[int]:
    """Indexes of the entities that are named at `spans`."""
    return frozenset(name.entity for span in spans for name in within(source.names, span))


def sentence_indexes(source: Reading, span: Span) -> tuple[int, ...]:
    """Indexes of the sentences that share a character with `span`."""
    sentences = source.found.sentences
    first = max(0, bisect_right(source.starts, span.start) - 1)
    last = bisect_left(source.starts, span.end)
    return tuple(index for index in range(first, last) if sentences[index].span.meets(span))


def within(findings: Sequence[Found], span: Span) -> tuple[Found, ...]:
    """Those of `findings`, which stand in the order of the text, that lie wholly inside `span`."""
    first = bisect_left(findings, span.start, key=lambda found: found.span.start)
    last = bisect_left(findings, span.end, key=lambda found: found.span.start)
    return tuple(found for found in findings[first:last] if found.span.end <= span.end)


def near(findings: Sequence[Found], span: Span, place: int) -> tuple[Found, ...]:
    """Those `within` that stand nearest to `place`, at most `REACH` on each side of it."""
    first = bisect_left(findings, span.start, key=lambda found: found.span.start)
    last = bisect_left(findings, span.end, key=lambda found: found.span.start)
    middle = bisect_left(findings, place, first, last, key=lambda found: found.span.start)
    around = findings[max(first, middle - REACH) : min(last, middle + REACH)]
    return tuple(found for found in around if found.span.end <= span.end)


def spans_within(spans: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """Those of `spans`, which stand in the order of the text, that lie wholly inside `span`."""
    first = bisect_left(spans, span.start, key=lambda one: one.start)
    last = bisect_left(spans, span.end, key=lambda one: one.start)
    return tuple(one for one in spans[first:last] if one.end <= span.end)


def spans_before(spans: Sequence[Span], span: Span, place: int) -> tuple[Span, ...]:
    """Those of `spans` inside `span` that start at `place` or before; of many the last `REACH`."""
    first = bisect_left(spans, span.start, key=lambda one: one.start)
    last = bisect_right(spans, place, first, key=lambda one: one.start)
    return tuple(one for one in spans[max(first, last - REACH) : last] if one.end <= span.end)


def claim_span(claim: Claim) -> Span:
    """The stretch of text from the claim's first word to its last."""
    return cover((*claim.speaker, *claim.cue, *claim.content))


def content_span(claim: Claim) -> Span:
    """The stretch of text from the first word of what is claimed to its last."""
    return cover(claim.content)
