"""How far a claim stands: who else speaks to it, and the status that follows.

The rules are those of `docs/statuses.md`; a test holds the two together.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from briefgen.language.english.reports import REPORTS
from briefgen.model.brief import Status, Verification
from briefgen.model.span import Span
from briefgen.synthesis.reading import named_in
from briefgen.synthesis.similarity import Vector, likeness, terms
from briefgen.synthesis.voices import Voice

REPLIES = ("denied", "declined", "unconfirmed")
"""Stances that speak to what somebody else has said."""

ALIKE = 0.35
"""Cosine from which a reply is taken to be about a claim. Below about 0.3 passages of one article
share only the names that all of it is about."""

REACH = 100
"""How many claims before and after a reply are looked at: farther apart the same words mean other things."""

VAGUE = 1
"""Words of meaning beside "the reports" that leave open which reports are meant."""

NEAR = 4
"""How many claims back an unspecific "the reports" may point."""

REPORT = re.compile(REPORTS, re.IGNORECASE)


class Replies(msgspec.Struct, frozen=True):
    """Ids of the claims by which others speak to one claim."""

    denied: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()


NO_REPLIES = Replies()


def replies_to(
    voices: Mapping[int, tuple[Voice, ...]], vectors: Mapping[str, Vector]
) -> Mapping[str, Replies]:
    """For each claim that others speak to, by which claims."""
    found: dict[str, dict[str, list[str]]] = {}
    for group in voices.values():
        for index, voice in enumerate(group):
            if voice.found.stance in REPLIES:
                for target in _targets(index, group, vectors):
                    found.setdefault(target.id, {}).setdefault(voice.found.stance, []).append(voice.id)
    return MappingProxyType(
        {name: Replies(**{stance: tuple(ids) for stance, ids in by.items()}) for name, by in found.items()}
    )


def status_of(voice: Voice, replies: Replies) -> Status:
    """The first rule that holds, of `docs/statuses.md`."""
    stance = voice.found.stance
    if stance == "conditional":
        return "conditional"
    if replies.denied:
        return "denied"
    if replies.unconfirmed or stance == "alleged":
        return "unconfirmed"
    return "reported"


def verification(finding: str, claims: tuple[str, ...], status: Status, replies: Replies) -> Verification:
    """Who stands for and against the claims of a finding."""
    return Verification(
        finding=finding,
        status=status,
        origins=1,
        asserted=claims,
        denied=replies.denied,
        declined=replies.declined,
        unconfirmed=replies.unconfirmed,
    )


def _targets(index: int, voices: tuple[Voice, ...], vectors: Mapping[str, Vector]) -> tuple[Voice, ...]:
    """The claims of one source to which the one at `index` of them speaks."""
    reply = voices[index]
    rivals = [
        voice
        for voice in voices[max(0, index - REACH) : index + REACH]
        if voice.found.stance not in REPLIES
        and voice.speaker.label.casefold() != reply.speaker.label.casefold()
    ]
    earlier = [voice for voice in rivals if voice.found.content < reply.found.content]
    named = _by_speaker(reply, earlier)
    alike = [voice for voice in rivals if likeness(vectors[voice.id], vectors[reply.id]) >= ALIKE]
    if named or alike:
        return tuple({voice.id: voice for voice in (*named, *alike)}.values())
    if reply.found.stance != "declined" and _is_unspecific(reply.words):
        return tuple(earlier[-1:]) if _close(earlier[-1:], index, voices) else ()
    return ()


def _is_unspecific(words: str) -> bool:
    """Whether a reply speaks of "the reports" and says no more of what is in them."""
    return bool(REPORT.search(words)) and len(terms(REPORT.sub(" ", words))) <= VAGUE


def _close(last: list[Voice], index: int, voices: tuple[Voice, ...]) -> bool:
    return bool(last) and last[0].id in {voice.id for voice in voices[max(0, index - NEAR) : index]}


def _by_speaker(reply: Voice, earlier: list[Voice]) -> list[Voice]:
    """The earlier claims whose speakers the reply names beside a word for what they have said."""
    if not REPORT.search(reply.words):
        return []
    named = _able_to_speak(reply, reply.found.content)
    return [voice for voice in earlier if named & _able_to_speak(voice, voice.found.speaker)]


def _able_to_speak(voice: Voice, spans: tuple[Span, ...]) -> frozenset[int]:
    """Indexes of the entities named at `spans` that are no mere places."""
    entities = voice.source.found.entities
    return frozenset(index for index in named_in(voice.source, spans) if entities[index].kind != "place")
