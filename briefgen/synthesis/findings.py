"""Key points and the bottom line: what matters most, who says it, how far it is verified."""

from collections.abc import Mapping

from briefgen.model.brief import Finding, Line, Point, Status, Verification
from briefgen.model.span import Span
from briefgen.synthesis.corroboration import verification
from briefgen.synthesis.ledger import Ledger
from briefgen.synthesis.lines import passage
from briefgen.synthesis.ranking import Candidate
from briefgen.synthesis.replies import ALIKE, NO_REPLIES, Replies, is_reply, opposed
from briefgen.synthesis.similarity import Vector, likeness
from briefgen.synthesis.speakers import own_voice
from briefgen.synthesis.voices import Voice

SENTENCE = 5
"""Words of the shortest sentence that can lead a brief."""

ANSWERS = ("denied", "unconfirmed", "declined")
"""Replies in the order in which they say how far a finding is verified."""


def findings_of(
    candidates: tuple[Candidate, ...],
    lines: Mapping[str, Line],
    statuses: Mapping[str, Status],
    ledger: Ledger,
) -> tuple[Finding, ...]:
    """The ranked candidates as the brief tells them; words that stand in the line of another once."""
    kept: list[Finding] = []
    for candidate in candidates:
        finding = _finding(f"F{len(kept) + 1}", candidate, lines, statuses, ledger)
        if not any(_holds(other.line, finding.line) for other in kept):
            kept.append(finding)
    return tuple(kept)


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


def _finding(
    name: str, candidate: Candidate, lines: Mapping[str, Line], statuses: Mapping[str, Status], ledger: Ledger
) -> Finding:
    voice = candidate.voice
    line = passage(candidate.source, ledger, candidate.span) if voice is None else lines[voice.id]
    return Finding(
        id=name,
        line=line,
        speaker=own_voice(candidate.source) if voice is None else voice.speaker,
        status="reported" if voice is None else statuses[voice.id],
        origins=1,
        evidence=line.evidence,
        claims=() if voice is None else (voice.id,),
        score=candidate.score,
        reasons=candidate.reasons,
    )


def verifications_of(
    findings: tuple[Finding, ...], replies: Mapping[str, Replies]
) -> tuple[Verification, ...]:
    """For each finding that somebody claims: who stands for and against it."""
    return tuple(
        verification(finding.id, finding.claims, finding.status, replies.get(finding.claims[0], NO_REPLIES))
        for finding in findings
        if finding.claims
    )


def bottom_line_of(
    findings: tuple[Finding, ...],
    verifications: tuple[Verification, ...],
    voices: tuple[Voice, ...],
    vectors: Mapping[str, Vector],
    lines: Mapping[str, Line],
    statuses: Mapping[str, Status],
) -> tuple[Point, ...]:
    """The finding that matters most, then the reply that says most about how far it is verified.

    Where whoever replies says the contrary in the same or another source, that stands behind it.
    """
    if not findings:
        return ()
    telling = [finding for finding in findings if len(finding.line.text.split()) >= SENTENCE]
    top = next((finding for finding in telling if not _is_reply(finding, voices)), findings[0])
    first = Point("finding", top.line, top.speaker, top.status, top.evidence)
    reply = _answer(top, verifications)
    if reply is None:
        return (first,)
    voice = next(voice for voice in voices if voice.id == reply)
    told = [voice, *_against_itself(voice, voices, vectors)]
    return (first, *(_verifying(one, lines[one.id], statuses[one.id]) for one in told))


def _verifying(voice: Voice, line: Line, status: Status) -> Point:
    return Point("verification", line, voice.speaker, status, line.evidence)


def _against_itself(
    reply: Voice, voices: tuple[Voice, ...], vectors: Mapping[str, Vector]
) -> tuple[Voice, ...]:
    """What the speaker of a denial says elsewhere that the denial would be of, if another had said it."""
    if reply.found.stance != "denied" or reply.speaker.entity is None:
        return ()
    contrary = (
        voice
        for voice in voices
        if voice.speaker.entity == reply.speaker.entity
        and not is_reply(voice)
        and opposed(reply, voice)
        and likeness(vectors[voice.id], vectors[reply.id]) >= ALIKE
    )
    return tuple(contrary)[:1]


def _is_reply(finding: Finding, voices: tuple[Voice, ...]) -> bool:
    return any(voice.id in finding.claims and voice.found.stance in ANSWERS for voice in voices)


def _answer(finding: Finding, verifications: tuple[Verification, ...]) -> str | None:
    for one in verifications:
        if one.finding == finding.id:
            replies = (*one.denied, *one.unconfirmed, *one.declined)
            return replies[0] if replies else None
    return None
