"""The claims of all sources, each with its speaker and the line that reports it."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import islice
from types import MappingProxyType

import msgspec

from briefgen.model.annotation import Claim as FoundClaim
from briefgen.model.brief import Claim, Line, Speaker, Status, When
from briefgen.model.span import Span
from briefgen.synthesis.ledger import Ledger, together
from briefgen.synthesis.lines import citations, content, statement
from briefgen.synthesis.names import Registry
from briefgen.synthesis.reading import REACH, Reading, claim_span, content_span, near, within
from briefgen.synthesis.speakers import speaker_of, speakers_together
from briefgen.synthesis.times import when_of

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


def voices_of(sources: tuple[Reading, ...], registry: Registry) -> tuple[Voice, ...]:
    """Every claim of the base, numbered in the order of sources and text."""
    voices: list[Voice] = []
    for source in sources:
        first = len(voices) + 1
        for found in source.found.claims:
            parent = None if found.parent is None else f"C{first + found.parent}"
            speaker = speaker_of(source, found, registry)
            together = speakers_together(source, found) if speaker.entity is None else ()
            names = (speaker.entity,) if speaker.entity else _ids(source, together, registry)
            voices.append(Voice(f"C{len(voices) + 1}", source, found, speaker, parent, names))
    return tuple(voices)


def _ids(source: Reading, entities: tuple[int, ...], registry: Registry) -> tuple[str, ...]:
    """The ids that some entities of a source have in the whole base."""
    return tuple(registry.ids[source.number, index] for index in entities)


def by_source(voices: tuple[Voice, ...]) -> Mapping[int, tuple[Voice, ...]]:
    """The claims of each source, in the order of its text."""
    groups: dict[int, list[Voice]] = {}
    for voice in voices:
        groups.setdefault(voice.source.number, []).append(voice)
    return MappingProxyType({number: tuple(group) for number, group in groups.items()})


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
    """Of the claims of one source the first in whose line `span` lies: it dates the saying."""
    last = bisect_right(voices, span.start, key=lambda voice: claim_span(voice.found).start)
    for voice in voices[max(0, last - REACH) : last + 1]:
        if any(piece.span is not None and piece.span.holds(span) for piece in lines[voice.id].pieces):
            return voice
    return None


def told(voice: Voice, line: Line, status: Status, ledger: Ledger, registry: Registry) -> Claim:
    """`voice` as the brief holds it; `line` is the claim with its attribution."""
    source, found = voice.source, voice.found
    said = content(source, ledger, found)
    return Claim(
        id=voice.id,
        source=source.number,
        speaker=voice.speaker,
        stance=found.stance,
        status=status,
        quoted=found.quoted,
        cue=" … ".join(" ".join(span.of(source.text).split()) for span in found.cue),
        content=said,
        statement=line,
        evidence=together(citations(source, ledger, found), line.evidence, said.evidence),
        when=_dates(source, found),
        parent=voice.parent,
        about=_about(source, found, registry),
    )


def _about(source: Reading, found: FoundClaim, registry: Registry) -> tuple[str, ...]:
    """Ids of the entities that the content names, the first `ABOUT_MOST`."""
    named = (name.entity for span in found.content for name in near(source.names, span, span.start))
    ids = dict.fromkeys(registry.ids[source.number, index] for index in named)
    return tuple(islice(ids, ABOUT_MOST))


def line_of(voice: Voice, position: int, ledger: Ledger) -> Line:
    """The claim with its attribution; `position` is its index among the claims of its source."""
    claims = voice.source.found.claims
    near = claims[max(0, position - REACH) : position + REACH + 1]
    return statement(voice.source, ledger, voice.found, near)


def _dates(source: Reading, found: FoundClaim) -> tuple[When, ...]:
    inside = (date for span in found.content for date in within(source.found.dates, span))
    return tuple(when_of(source, date) for date in inside)
