"""The claims of a source, each with its speaker and the line that reports it."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import islice

import msgspec

from briefgen.language.english.dating import TEMPORAL
from briefgen.model.annotation import Claim as FoundClaim
from briefgen.model.brief import Claim, Line, Speaker, Status, When
from briefgen.model.span import Span
from briefgen.synthesis.ledger import together
from briefgen.synthesis.lines import citations, content, statement
from briefgen.synthesis.reading import (
    REACH,
    Reading,
    claim_span,
    content_span,
    near,
    sentence_indexes,
    within,
)
from briefgen.synthesis.speakers import bearers_of, entity_id, speaker_of, speakers_together
from briefgen.synthesis.times import when_of

PREPOSITION = 12
"""Characters at most between a speaker and the day on which they speak: "on", "late on"."""
ABOUT_MOST = 24
"""Entities at most that a claim is said to be about; a list of more is about none of them."""


class Voice(msgspec.Struct, frozen=True):
    """One claim with all that deciding about it takes."""

    id: str
    source: Reading
    found: FoundClaim
    speaker: Speaker
    parent: str | None
    names: tuple[str, ...] = ()
    """Ids of all who speak: of two who speak together, of both."""

    @property
    def words(self) -> str:
        """What is claimed, as plain text."""
        return " ".join(span.of(self.source.text) for span in self.found.content)


def voices_of(source: Reading) -> tuple[Voice, ...]:
    """Every claim of `source`, numbered in the order of the text."""
    bearers = bearers_of(source)
    claims = enumerate(source.found.claims, 1)
    return tuple(_voice(number, source, found, bearers) for number, found in claims)


def _voice(number: int, source: Reading, found: FoundClaim, bearers: Mapping[str, int]) -> Voice:
    parent = None if found.parent is None else f"C{found.parent + 1}"
    speaker = speaker_of(source, found, bearers)
    together = speakers_together(source, found) if speaker.entity is None else ()
    names = (speaker.entity,) if speaker.entity else tuple(map(entity_id, together))
    return Voice(f"C{number}", source, found, speaker, parent, names)


def speaking(voices: tuple[Voice, ...], span: Span) -> Voice | None:
    """Of the claims of one source the innermost in whose content `span` lies."""
    last = bisect_right(voices, span.start, key=lambda voice: claim_span(voice.found).start)
    holding = [
        voice
        for voice in voices[max(0, last - REACH) : last]
        if any(part.holds(span) for part in voice.found.content)
    ]
    return min(holding, key=lambda voice: content_span(voice.found).length, default=None)


def saying(voices: tuple[Voice, ...], span: Span, lines: Mapping[str, Line]) -> Voice | None:
    """Of the claims of one source the first whose day the date at `span` tells: in its line, or beside."""
    last = bisect_right(voices, span.start, key=lambda voice: claim_span(voice.found).start)
    for voice in voices[max(0, last - REACH) : last + 1]:
        if any(piece.span is not None and piece.span.holds(span) for piece in lines[voice.id].pieces):
            return voice
        if _ends_with(voice, span) or _opens_with(voice, span):
            return voice
    return None


def _ends_with(voice: Voice, span: Span) -> bool:
    """Whether the date at `span` stands behind a speaker who ends a claim: "according to Acme on Tuesday"."""
    found = voice.found
    end = claim_span(found).end
    if end > span.start or span.start - end > PREPOSITION or all(part.end != end for part in found.speaker):
        return False
    return all(word.casefold() in TEMPORAL for word in voice.source.text[end : span.start].split())


def _opens_with(voice: Voice, span: Span) -> bool:
    """Whether a sentence opens with the date at `span`, before who begins a claim: "on Friday she said"."""
    start, text = claim_span(voice.found).start, voice.source.text
    if span.end >= start or text[span.end : start].strip() not in ("", ","):
        return False
    first = voice.source.found.sentences[sentence_indexes(voice.source, span)[0]].span.start
    opening = text[first : span.start].casefold().split()
    return all(word in TEMPORAL for word in opening) and any(
        one.start == start for one in voice.found.speaker
    )


def told(voice: Voice, line: Line, status: Status) -> Claim:
    """`voice` as the brief holds it; `line` is the claim with its attribution."""
    source, found = voice.source, voice.found
    said = content(source, found)
    return Claim(
        id=voice.id,
        source=1,
        speaker=voice.speaker,
        stance=found.stance,
        status=status,
        quoted=found.quoted,
        cue=" … ".join(" ".join(span.of(source.text).split()) for span in found.cue),
        content=said,
        statement=line,
        evidence=together(citations(source, found), line.evidence, said.evidence),
        when=_dates(source, found),
        parent=voice.parent,
        about=_about(source, found),
    )


def _about(source: Reading, found: FoundClaim) -> tuple[str, ...]:
    """Ids of the entities that the content names, the first `ABOUT_MOST`."""
    named = (name.entity for span in found.content for name in near(source.names, span, span.start))
    return tuple(map(entity_id, islice(dict.fromkeys(named), ABOUT_MOST)))


def line_of(voice: Voice, position: int) -> Line:
    """The claim with its attribution; `position` is its index among the claims of its source."""
    claims = voice.source.found.claims
    near = claims[max(0, position - REACH) : position + REACH + 1]
    return statement(voice.source, voice.found, near)


def _dates(source: Reading, found: FoundClaim) -> tuple[When, ...]:
    inside = (date for span in found.content for date in within(source.found.dates, span))
    return tuple(when_of(source, date) for date in inside)
