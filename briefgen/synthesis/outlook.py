"""What sources expect, and under which condition."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from briefgen.language.english.foresight import (
    AHEAD,
    AHEAD_VERBS,
    CONDITION,
    EXPECTING,
    MODAL_AHEAD,
    QUESTIONING,
)
from briefgen.model.annotation import DateMention
from briefgen.model.brief import Line, Outlook, Status, When
from briefgen.model.span import Span, cover
from briefgen.synthesis.ledger import together
from briefgen.synthesis.lines import passage, statement
from briefgen.synthesis.reading import Reading, content_span, sentence_indexes, spans_within, within
from briefgen.synthesis.speakers import own_voice
from briefgen.synthesis.times import when_of
from briefgen.synthesis.voices import Voice

MODAL_WORDS = re.compile(MODAL_AHEAD)
AHEAD_WORDS = re.compile(AHEAD)
"""Case counts: "May" is a month."""
CONDITION_WORDS = re.compile(CONDITION, re.IGNORECASE)
NOT_EXPECTED = ("declined", "unconfirmed")


def outlook_of(
    source: Reading, voices: tuple[Voice, ...], lines: Mapping[str, Line], statuses: Mapping[str, Status]
) -> tuple[Outlook, ...]:
    """Claims that look ahead, then sentences in a source's own voice that do, in the order of the text."""
    rows = [*_claimed(source, voices, lines, statuses), *_unclaimed(source, voices)]
    found = [row for _, row in sorted(rows, key=lambda pair: pair[0])]
    beside = [
        (*found[max(0, place - 1) : place], *found[place + 1 : place + 2]) for place in range(len(found))
    ]
    return tuple(row for row, others in zip(found, beside, strict=True) if not _is_told(row, others))


def _is_told(row: Outlook, others: tuple[Outlook, ...]) -> bool:
    """Whether another line of the same sentence holds all the words of this one and more."""
    words = row.line.text.rstrip(".")
    return any(
        other.evidence == row.evidence and words in other.line.text != row.line.text for other in others
    )


def _claimed(
    source: Reading, voices: tuple[Voice, ...], lines: Mapping[str, Line], statuses: Mapping[str, Status]
) -> list[tuple[Span, Outlook]]:
    rows: list[tuple[Span, Outlook]] = []
    told: set[str] = set()
    for voice in voices:
        span = content_span(voice.found)
        content = voice.found.content
        if voice.parent is not None and voice.parent in told:
            continue
        if voice.found.stance not in NOT_EXPECTED and _is_expected(source, voice):
            line, condition = _line(source, voice, lines[voice.id]), _condition(source, span)
            row = Outlook(
                line=line,
                speaker=voice.speaker,
                status=statuses[voice.id],
                evidence=together(line.evidence, condition.evidence if condition else ()),
                condition=condition,
                when=_when(source, content),
                claim=voice.id,
            )
            rows.append((span, row))
            told.add(voice.id)
    return rows


def _line(source: Reading, voice: Voice, whole: Line) -> Line:
    """The claim without those sentences of it that tell what has happened; its attribution stays."""
    content = voice.found.content
    if len(content) < 2 or not voice.found.quoted:
        return whole
    ahead = tuple(
        span
        for span in content
        if _may_be(source, (span,)) or _looks_ahead(source, (span,)) or _condition(source, span)
    )
    apart = len({sentence_indexes(source, span) for span in content}) == len(content)
    if not ahead or len(ahead) == len(content) or not apart:
        return whole
    return statement(source, replace(voice.found, content=ahead), ())


def _is_expected(source: Reading, voice: Voice) -> bool:
    """Whether a claim is of what is to come: an accusation only by its verb or a date that lies ahead."""
    content = voice.found.content
    if voice.found.stance == "alleged":
        told = any(re.search(AHEAD_VERBS, span.of(source.text)) for span in content)
        return told or _when(source, content) is not None
    cues = {word.casefold() for cue in voice.found.cue for word in cue.of(source.text).split()}
    if cues & QUESTIONING and re.match(r"(?:if|whether)\b", content[0].of(source.text)):
        return False
    if cues & EXPECTING:
        return True
    told_with_cue = (*content, *(_joined(source, cue, content) for cue in voice.found.cue))
    return _may_be(source, content) or _looks_ahead(source, told_with_cue)


def _joined(source: Reading, cue: Span, content: tuple[Span, ...]) -> Span:
    """A cue and the content right behind it: "is expected" and "to meet on Friday"."""
    behind = [span for span in content if 0 <= span.start - cue.end <= 1]
    return cover((cue, *behind))


def _unclaimed(source: Reading, voices: tuple[Voice, ...]) -> list[tuple[Span, Outlook]]:
    spoken = {
        index for voice in voices for span in voice.found.content for index in sentence_indexes(source, span)
    }
    rows = []
    for index, sentence in enumerate(source.found.sentences):
        block = source.found.document.blocks[sentence.block]
        states = block.kind != "furniture" and not _is_day(source, sentence.span)
        if index not in spoken and states and _looks_ahead(source, (sentence.span,)):
            line = passage(source, sentence.span)
            row = Outlook(
                line=line,
                speaker=own_voice(source),
                status="reported",
                evidence=line.evidence,
                condition=_condition(source, sentence.span),
                when=_when(source, (sentence.span,)),
            )
            rows.append((sentence.span, row))
    return rows


def _is_day(source: Reading, sentence: Span) -> bool:
    """Whether a line names a day or an hour and nothing else, as above and before the entries of a log."""
    return any(sentence.length - date.span.length <= 2 for date in within(source.found.dates, sentence))


def _looks_ahead(source: Reading, spans: tuple[Span, ...]) -> bool:
    """Whether the words at `spans` speak of what has not happened yet, or name a date to come."""
    return any(AHEAD_WORDS.search(span.of(source.text)) for span in spans) or _when(source, spans) is not None


def _may_be(source: Reading, spans: tuple[Span, ...]) -> bool:
    """Whether a speaker's words say what would, could or may be."""
    return any(MODAL_WORDS.search(span.of(source.text)) for span in spans)


def _when(source: Reading, spans: tuple[Span, ...]) -> When | None:
    """The first date in `spans` that lies ahead of the document's publication."""
    published = source.found.document.metadata.published or ""
    for span in spans:
        for date in within(source.found.dates, span):
            if _is_ahead(date, published):
                return when_of(source, date)
    return None


def _is_ahead(date: DateMention, published: str) -> bool:
    if date.value == "FUTURE_REF":
        return True
    return bool(published) and date.kind != "duration" and (date.earliest or "")[:10] > published[:10]


def _condition(source: Reading, span: Span) -> Line | None:
    """The clause that says on what it depends."""
    for clause in spans_within(source.found.clauses, span):
        if CONDITION_WORDS.match(clause.of(source.text).lstrip("\"“‘' ")):
            return passage(source, clause)
    return None
