"""All that is worked out of one source before anything of it is told: its claims, lines and statuses."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from briefgen.model.annotation import Annotated
from briefgen.model.brief import Line, Status
from briefgen.synthesis.corroboration import status_of
from briefgen.synthesis.lines import with_sentence_before
from briefgen.synthesis.ranking import Candidate, candidates_of
from briefgen.synthesis.reading import Reading, reading
from briefgen.synthesis.replies import NO_REPLIES, Replies, only_points_back, replies_to
from briefgen.synthesis.similarity import Vector, rarity, vector
from briefgen.synthesis.voices import Voice, line_of, voices_of


class Workings(msgspec.Struct, frozen=True):
    """What was worked out of one source, with the ids of a brief of that source alone."""

    source: Reading
    voices: tuple[Voice, ...]
    lines: Mapping[str, Line]
    """Each claim with its attribution."""
    replies: Mapping[str, Replies]
    statuses: Mapping[str, Status]
    candidates: tuple[Candidate, ...]
    weights: Vector
    """How rare a word is in the source."""


def _lines(voices: tuple[Voice, ...], replies: Mapping[str, Replies]) -> dict[str, Line]:
    """Each claim with its attribution; a refusal of "this", tied to no claim, with the sentence before."""
    tied = {name for one in replies.values() for name in (*one.denied, *one.declined, *one.unconfirmed)}
    found = {}
    for place, voice in enumerate(voices):
        refused = voice.found.stance in ("declined", "unconfirmed") and voice.id not in tied
        told = refused and only_points_back(voice) and with_sentence_before(voice.source, voice.found)
        found[voice.id] = told or line_of(voice, place)
    return found


def workings_of(found: Annotated) -> Workings:
    """What follows from the annotations of one document.

    How rare a word is, is told from its own document: so how a claim stands, and what it answers, depends on
    no other source.
    """
    source = reading(found)
    voices = voices_of(source)
    weights = rarity(sentence.span.of(source.text) for sentence in found.sentences)
    vectors = {voice.id: vector(voice.words, weights) for voice in voices}
    replies = replies_to(voices, vectors)
    statuses = {voice.id: status_of(voice, replies.get(voice.id, NO_REPLIES)) for voice in voices}
    return Workings(
        source=source,
        voices=voices,
        lines=MappingProxyType(_lines(voices, replies)),
        replies=replies,
        statuses=MappingProxyType(statuses),
        candidates=candidates_of(source, voices, replies, weights),
        weights=weights,
    )
