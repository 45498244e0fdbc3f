"""Key points and the bottom line: what matters most, who says it, how far it is verified."""

from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.model.brief import Claim, Finding, Line, Point, Verification
from briefgen.model.span import Span
from briefgen.synthesis.corroboration import verification
from briefgen.synthesis.lines import added_to, passage, statement
from briefgen.synthesis.numbering import Numbers
from briefgen.synthesis.ranking import Candidate
from briefgen.synthesis.reading import content_span, is_opinion
from briefgen.synthesis.replies import ALIKE, NO_REPLIES, Replies, is_reply, opposed
from briefgen.synthesis.similarity import Vector, likeness, vector
from briefgen.synthesis.speakers import own_voice
from briefgen.synthesis.voices import Voice
from briefgen.synthesis.workings import Workings

SENTENCE = 5
"""Words of the shortest sentence that can lead a brief."""

ANSWERS = ("denied", "unconfirmed", "declined")
"""Replies in the order in which they say how far a finding is verified."""


class Told(NamedTuple):
    """What becomes a finding, with the ids of the account of its source."""

    candidate: Candidate
    line: Line


def told_of(candidates: tuple[Candidate, ...], workings: Mapping[int, Workings]) -> tuple[Told, ...]:
    """The ranked candidates as the brief tells them; words that stand in the line of another once.

    `workings` are by the numbers of sources.
    """
    kept: list[Told] = []
    for one in candidates:
        line = _line_of(one, workings)
        same = [place for place, other in enumerate(kept) if other.candidate.number == one.number]
        if any(_holds(kept[place].line, line) for place in same):
            continue
        shorter = next((place for place in same if _is_within(kept[place], one, line)), None)
        if shorter is None:
            kept.append(Told(one, line))
        else:
            kept[shorter] = Told(kept[shorter].candidate, line)
    return tuple(kept)


def _is_within(told: Told, one: Candidate, line: Line) -> bool:
    """Whether what a claim tells goes on in the `line` of another, of the same sentences, that tells both."""
    claimed = told.candidate.voice is not None and one.voice is not None
    return claimed and set(line.evidence) == set(told.line.evidence) and _holds(line, told.line)


def _line_of(one: Candidate, workings: Mapping[int, Workings]) -> Line:
    """What a candidate tells: a sentence, a claim, or the one sentence of a turn that stands for it.

    A sentence in the own voice of a text that calls itself an opinion is marked as one.
    """
    if one.voice is None:
        told = passage(one.source, one.span)
        return added_to(told, " [opinion]") if is_opinion(one.source) else told
    if one.span == content_span(one.voice.found):
        return workings[one.number].lines[one.voice.id]
    return statement(one.source, replace(one.voice.found, content=(one.span,)), ())


def _holds(line: Line, other: Line) -> bool:
    """Whether the words of `other` stand in `line`: the whole sentence of a source tells all its claims."""
    spans = [piece.span for piece in line.pieces if piece.span is not None]
    same = set(other.evidence) <= set(line.evidence)
    words = [piece.span for piece in other.pieces if piece.span is not None]
    return same and all(any(span.holds(word) for span in _joined(spans)) for word in words)


def _joined(spans: list[Span]) -> list[Span]:
    """`spans` with those that touch made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def findings_of(
    told: tuple[Told, ...], workings: Mapping[int, Workings], numbers: tuple[Numbers, ...]
) -> tuple[Finding, ...]:
    """The key points; `numbers` has for each source the ids that it has in the base."""
    return tuple(
        _finding(f"F{place}", one, workings[one.candidate.number], numbers[one.candidate.number - 1])
        for place, one in enumerate(told, 1)
    )


def _finding(name: str, told: Told, workings: Workings, numbers: Numbers) -> Finding:
    candidate, voice = told.candidate, told.candidate.voice
    line = numbers.line(told.line)
    return Finding(
        id=name,
        line=line,
        speaker=own_voice(candidate.source) if voice is None else numbers.speaker(voice.speaker),
        status="reported" if voice is None else workings.statuses[voice.id],
        origins=1,
        evidence=line.evidence,
        claims=() if voice is None else (numbers.claim(voice.id),),
        score=candidate.score,
        reasons=candidate.reasons,
    )


def verifications_of(
    findings: tuple[Finding, ...],
    told: tuple[Told, ...],
    workings: Mapping[int, Workings],
    numbers: tuple[Numbers, ...],
) -> tuple[Verification, ...]:
    """For each finding that somebody claims: who stands for and against it."""
    rows = []
    for finding, (candidate, _) in zip(findings, told, strict=True):
        if candidate.voice is not None:
            replies = workings[candidate.number].replies.get(candidate.voice.id, NO_REPLIES)
            mine = numbers[candidate.number - 1]
            rows.append(verification(finding.id, finding.claims, finding.status, _numbered(replies, mine)))
    return tuple(rows)


def _numbered(replies: Replies, numbers: Numbers) -> Replies:
    told = (replies.denied, replies.declined, replies.unconfirmed)
    return Replies(*(tuple(map(numbers.claim, names)) for names in told))


def bottom_line_of(
    heads: tuple[Finding, ...],
    verifications: tuple[Verification, ...],
    claims: Mapping[str, Claim],
    speaking: "Speaking",
) -> tuple[Point, ...]:
    """The findings that lead, then the reply that says most about how far one of them is verified.

    Where whoever replies says the contrary in the same or another source, that stands behind it.
    """
    led = tuple(Point("finding", one.line, one.speaker, one.status, one.evidence) for one in heads)
    replies = (_answer(one, verifications) for one in reversed(heads))
    reply = next((one for one in replies if one is not None), None)
    if reply is None:
        return led
    contrary = _against_itself(reply, speaking)
    return (*led, *(_verifying(claims[name]) for name in (reply, *contrary)))


def top_of(findings: tuple[Finding, ...], claims: Mapping[str, Claim]) -> Finding | None:
    """The finding that leads: the first that is a sentence and no reply; none where there is no finding."""
    telling = [finding for finding in findings if len(finding.line.text.split()) >= SENTENCE]
    return next((finding for finding in telling if not _is_reply(finding, claims)), (*findings, None)[0])


def _verifying(claim: Claim) -> Point:
    line = claim.statement
    return Point("verification", line, claim.speaker, claim.status, line.evidence)


class Speaking(NamedTuple):
    """The claims that are compared with one another."""

    voices: Mapping[str, tuple[Voice, str | None]]
    """By their ids in the base, each with the entity of the base that speaks."""
    weights: Vector
    """How rare a word is in their sources."""


def speaking_of(workings: Mapping[int, Workings], numbers: tuple[Numbers, ...], weights: Vector) -> Speaking:
    """The claims of the sources that `workings` are of."""
    voices = {}
    for number, one in workings.items():
        mine = numbers[number - 1]
        for voice in one.voices:
            entity = voice.speaker.entity
            voices[mine.claim(voice.id)] = (voice, entity and mine.entity(entity))
    return Speaking(voices, weights)


def _against_itself(name: str, speaking: Speaking) -> tuple[str, ...]:
    """What the speaker of a denial says elsewhere that the denial would be of, if another had said it."""
    reply, entity = speaking.voices[name]
    if reply.found.stance != "denied" or entity is None:
        return ()
    words = vector(reply.words, speaking.weights)
    contrary = (
        other
        for other, (voice, speaker) in speaking.voices.items()
        if speaker == entity
        and not is_reply(voice)
        and opposed(reply, voice)
        and likeness(vector(voice.words, speaking.weights), words) >= ALIKE
    )
    return tuple(islice(contrary, 1))


def _is_reply(finding: Finding, claims: Mapping[str, Claim]) -> bool:
    return any(claims[name].stance in ANSWERS for name in finding.claims)


def _answer(finding: Finding, verifications: tuple[Verification, ...]) -> str | None:
    for one in verifications:
        if one.finding == finding.id:
            replies = (*one.denied, *one.unconfirmed, *one.declined)
            return replies[0] if replies else None
    return None
