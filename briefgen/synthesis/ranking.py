"""Which findings matter most, with the reasons for each score."""

import re
from collections.abc import Mapping

import msgspec

from briefgen.model.annotation import Stance
from briefgen.model.span import Span
from briefgen.synthesis.reading import Reading, content_span, named_in, sentence_indexes, within
from briefgen.synthesis.replies import NO_REPLIES, REPLIES, Replies
from briefgen.synthesis.similarity import Vector, centre, likeness, vector
from briefgen.synthesis.voices import Voice

KEPT = 12
"""Findings kept in a brief; an audience shows as many as it has room for."""

SAME = 0.6
"""Cosine from which two findings are taken to tell the same, so that one is enough."""

WEIGHTS: Mapping[str, float] = {
    "early": 1.0,
    "central": 1.0,
    "figure": 0.5,
    "names": 0.4,
    "named speaker": 0.2,
    "spoken to by others": 0.6,
    "consequence": 0.3,
    "own voice": -0.5,
    "thin": -0.8,
}
"""What each reason adds at most. Reporting puts what matters first (the inverted pyramid), so place weighs
as much as centrality in the sense of Erkan and Radev (LexRank, 2004); the rest breaks ties between them."""

FEW_WORDS = 6
"""Content words below which a passage says too little to stand alone."""

WORD = re.compile(r"\w+")


class Candidate(msgspec.Struct, frozen=True):
    """A claim, or a sentence in the source's own voice, that may become a finding."""

    source: Reading
    span: Span
    vector: Vector
    voice: Voice | None
    score: float
    reasons: tuple[str, ...]


def ranked(
    sources: tuple[Reading, ...],
    voices: Mapping[int, tuple[Voice, ...]],
    replies: Mapping[str, Replies],
    weights: Vector,
) -> tuple[Candidate, ...]:
    """The best candidates, each telling something that none before it tells."""
    candidates: list[Candidate] = []
    for source in sources:
        candidates += _candidates(source, voices.get(source.number, ()), replies, weights)
    candidates.sort(key=lambda one: (-one.score, one.source.number, one.span))
    return _distinct(candidates)


def _candidates(
    source: Reading, voices: tuple[Voice, ...], replies: Mapping[str, Replies], weights: Vector
) -> list[Candidate]:
    """Every claim and every unclaimed sentence of one source, scored."""
    text = source.text
    sentences = [sentence.span for sentence in source.found.sentences]
    middle = centre(vector(span.of(text), weights) for span in sentences)
    spoken = {
        index for voice in voices for span in voice.found.content for index in sentence_indexes(source, span)
    }
    found = [_claimed(voice, middle, replies, weights) for voice in voices if _stands_alone(voice)]
    for index, span in enumerate(sentences):
        block = source.found.document.blocks[source.found.sentences[index].block]
        if index not in spoken and block.kind in ("paragraph", "item"):
            found.append(_scored(source, span, None, middle, weights, {"own voice": 1.0}))
    return found


def _stands_alone(voice: Voice) -> bool:
    """Whether the claim tells something by itself: no refusal, no headline, not told inside another claim."""
    source = voice.source
    sentence = source.found.sentences[sentence_indexes(source, content_span(voice.found))[0]]
    in_body = source.found.document.blocks[sentence.block].kind in ("paragraph", "item")
    return voice.found.stance != "declined" and voice.parent is None and in_body


def _claimed(voice: Voice, middle: Vector, replies: Mapping[str, Replies], weights: Vector) -> Candidate:
    about = replies.get(voice.id, NO_REPLIES)
    parts = {
        "named speaker": float(voice.speaker.named),
        "spoken to by others": float(bool(about.denied or about.unconfirmed)),
        "consequence": float(voice.found.stance in CONSEQUENCES),
    }
    return _scored(voice.source, content_span(voice.found), voice, middle, weights, parts)


CONSEQUENCES: tuple[Stance, ...] = ("conditional", "unconfirmed", "denied", "warned")
"""Stances that change how the rest is to be read."""


def _scored(
    source: Reading,
    span: Span,
    voice: Voice | None,
    middle: Vector,
    weights: Vector,
    parts: dict[str, float],
) -> Candidate:
    """A candidate with its score, the sum of what each reason adds."""
    words = span.of(source.text)
    direction = vector(words, weights)
    first = sentence_indexes(source, span)[0]
    names = len(named_in(source, (span,)))
    parts = {
        "early": 1 / (1 + 0.12 * first),
        "central": likeness(direction, middle),
        "figure": float(bool(within(source.found.quantities, span))),
        "names": min(names, 3) / 3,
        "thin": float(len(WORD.findall(words)) < FEW_WORDS),
        **parts,
    }
    reasons = tuple(f"{name} {WEIGHTS[name] * part:+.2f}" for name, part in sorted(parts.items()) if part)
    score = round(sum(WEIGHTS[name] * part for name, part in sorted(parts.items())), 4)
    return Candidate(source, span, direction, voice, score, reasons)


def _distinct(candidates: list[Candidate]) -> tuple[Candidate, ...]:
    """The first `KEPT` that tell something new; a denial is not the same as what it denies."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if len(kept) == KEPT:
            break
        if not any(_same(candidate, other) for other in kept):
            kept.append(candidate)
    return tuple(kept)


def _same(one: Candidate, other: Candidate) -> bool:
    return _is_reply(one) == _is_reply(other) and likeness(one.vector, other.vector) >= SAME


def _is_reply(candidate: Candidate) -> bool:
    return candidate.voice is not None and candidate.voice.found.stance in REPLIES
