"""Which claims a reply speaks to: a denial, a refusal or a failure to confirm answers what it is about."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from briefgen.language.english.denials import (
    ACCUSATIONS,
    DENYING,
    DISMISSALS,
    NEGATION,
    POINTERS,
    REJECTING,
    SELF_DENIAL,
)
from briefgen.language.english.reports import REPORTS
from briefgen.model.annotation import Stance
from briefgen.model.span import Span
from briefgen.synthesis.reading import content_span, named_in, within
from briefgen.synthesis.similarity import Vector, likeness, terms
from briefgen.synthesis.voices import Voice

REPLIES: tuple[Stance, ...] = ("denied", "declined", "unconfirmed")
"""Stances that speak to what somebody else has said."""

ALIKE = 0.35
"""Cosine from which a reply is taken to be about a claim. Below about 0.3 passages of one article
share only the names that all of it is about."""

SHARED = 2
"""Words of meaning that a denial shares with a claim it is about, unless the two stand close together."""

REACH = 100
"""How many claims before and after a reply are looked at: farther apart the same words mean other things."""

VAGUE = 1
"""Words of meaning beside "the reports" that leave open which reports are meant."""

NEAR = 4
"""How many claims back an unspecific "the reports" may point."""

STEM = 5
"""Letters that "prosecution" and "prosecutors" have to share to be taken for one side."""

NEGATING = ("not", "n't", "n’t", "never", "no ", "nothing", "innocent")
"""Letters without which nobody says that they did not do something."""

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
            kind, targets = _spoken_to(index, group, vectors)
            for target in targets:
                found.setdefault(target.id, {}).setdefault(kind, []).append(voice.id)
    return MappingProxyType(
        {name: Replies(**{stance: tuple(ids) for stance, ids in by.items()}) for name, by in found.items()}
    )


def is_reply(voice: Voice) -> bool:
    """Whether a claim does no more than speak to what somebody else has said."""
    return voice.found.stance in REPLIES


def opposed(denial: Voice, claim: Voice) -> bool:
    """Whether a denial can be of this claim: both speak for and against the same, with the same numbers.

    "Rejected claims of arson" and "we have no evidence of arson" agree; "denied that 300 had died" says
    nothing on "14 had died".
    """
    of_verb = any(_has(DENYING, cue.of(denial.source.text)) for cue in denial.found.cue)
    negative = of_verb and _has(NEGATION, denial.words)
    if negative != _has(NEGATION, claim.words):
        return False
    ours, theirs = _numbers(denial), _numbers(claim)
    return not ours or not theirs or bool(ours & theirs)


def _spoken_to(
    index: int, voices: tuple[Voice, ...], vectors: Mapping[str, Vector]
) -> tuple[str, tuple[Voice, ...]]:
    """How the claim at `index` speaks to others of its source, and to which."""
    reply = voices[index]
    stance = reply.found.stance
    of_oneself = stance in ("asserted", "denied") and _is_of_oneself(reply)
    if stance not in REPLIES and not of_oneself:
        return stance, ()
    rivals = _rivals(index, voices)
    if stance in ("declined", "unconfirmed"):
        return stance, _left_open(reply, rivals, index, voices, vectors)
    denied = _denied(reply, rivals, index, voices, vectors) if stance == "denied" else ()
    return "denied", denied or (_denied_of_oneself(reply, rivals) if of_oneself else ())


def _is_of_oneself(reply: Voice) -> bool:
    """Whether somebody says that they did not do something."""
    words = reply.words.casefold()
    return any(one in words for one in NEGATING) and _has(SELF_DENIAL, words)


def _rivals(index: int, voices: tuple[Voice, ...]) -> list[Voice]:
    """The claims near the one at `index` that somebody else makes and that are no replies themselves.

    What tells of the reply, in its own words, is not what the reply speaks to.
    """
    label = voices[index].speaker.label.casefold()
    reply = content_span(voices[index].found)
    return [
        voice
        for voice in voices[max(0, index - REACH) : index + REACH]
        if not is_reply(voice)
        and voice.speaker.label.casefold() != label
        and not any(content.meets(reply) for content in voice.found.content)
    ]


def _left_open(
    reply: Voice,
    rivals: list[Voice],
    index: int,
    voices: tuple[Voice, ...],
    vectors: Mapping[str, Vector],
) -> tuple[Voice, ...]:
    """The claims that a refusal or a failure to confirm is about."""
    earlier = _before(reply, rivals)
    named = _by_speaker(reply, earlier)
    alike = [voice for voice in rivals if likeness(vectors[voice.id], vectors[reply.id]) >= ALIKE]
    if named or alike:
        return _each(named, alike)
    if reply.found.stance == "unconfirmed" and _is_unspecific(reply):
        return _adjacent(earlier, index, voices)
    return ()


def _denied(
    reply: Voice,
    rivals: list[Voice],
    index: int,
    voices: tuple[Voice, ...],
    vectors: Mapping[str, Vector],
) -> tuple[Voice, ...]:
    """The claims that a denial is of."""
    if _turns_down(reply):
        return ()
    rivals = [
        voice for voice in rivals if opposed(reply, voice) and not voice.words.rstrip("\"”’' ").endswith("?")
    ]
    earlier = _before(reply, rivals)
    close = {voice.id for voice in voices[max(0, index - NEAR) : index + NEAR]}
    alike = [
        voice
        for voice in rivals
        if likeness(vectors[voice.id], vectors[reply.id]) >= ALIKE
        and (voice.id in close or len(_meanings(reply) & _meanings(voice)) >= SHARED)
    ]
    named = _of_those_named(reply, _by_speaker(reply, earlier))
    if named or alike:
        return _each(named, alike)
    return _unspecific(reply, earlier, index, voices)


def _turns_down(reply: Voice) -> bool:
    """Whether a plan or a motion is rejected, and no claim: no clause and no word for a claim follows."""
    rejected = any(_has(REJECTING, cue.of(reply.source.text)) for cue in reply.found.cue)
    claimed = REPORT.search(reply.words) or _has(ACCUSATIONS, reply.words) or _has(r"\bthat\s", reply.words)
    return rejected and not claimed


def _of_those_named(reply: Voice, claims: list[Voice]) -> list[Voice]:
    """Of the claims of a speaker whom a denial names those that it is about.

    Where it says what is denied, they share a word of that; else they are the allegations, or, where
    there is none, the last claim.
    """
    names = [word for voice in claims for word in terms(voice.speaker.label)]
    meant = _meanings(reply) - DISMISSALS
    said = {word for word in meant if not any(_one_stem(word, name) for name in names)}
    if said:
        return [voice for voice in claims if said & _meanings(voice)]
    return [voice for voice in claims if voice.found.stance == "alleged"] or claims[-1:]


def _unspecific(
    reply: Voice, earlier: list[Voice], index: int, voices: tuple[Voice, ...]
) -> tuple[Voice, ...]:
    """What a denial is of that does not say: "the charges", "the accusation", "it"."""
    if reply.words.casefold().strip(" .,") in POINTERS:
        return _adjacent(earlier, index, voices, 1)
    accused = _has(ACCUSATIONS, reply.words)
    if _meanings(reply) - DISMISSALS:
        return ()
    allegations = [voice for voice in earlier if voice.found.stance == "alleged"]
    if accused and allegations:
        return tuple(allegations[-1:])
    return _adjacent(earlier, index, voices) if REPORT.search(reply.words) else ()


def _denied_of_oneself(reply: Voice, rivals: list[Voice]) -> tuple[Voice, ...]:
    """The allegations that somebody answers by saying that they did not do it.

    The allegation names the speaker, or the speaker is not known for certain; and the two share another
    word, or the answer is a plea.
    """
    allegations = [voice for voice in _before(reply, rivals) if voice.found.stance == "alleged"]
    return tuple(voice for voice in allegations[-1:] if _is_about(voice, reply))


def _is_about(allegation: Voice, reply: Voice) -> bool:
    """Whether an allegation is of the speaker of `reply`, and of what they speak of."""
    entity = reply.found.entity
    mentioned = named_in(allegation.source, (content_span(allegation.found),))
    known = (entity is not None and reply.found.certain) or not reply.words.lstrip("\"“‘' ").startswith(
        ("I", "We")
    )
    names = set(terms(reply.speaker.label))
    meant = entity in mentioned or bool(names & set(terms(allegation.words))) or not known
    shared = (_meanings(allegation) & _meanings(reply)) - names
    return meant and (bool(shared) or _has(ACCUSATIONS, reply.words))


def _has(pattern: str, words: str) -> bool:
    return re.search(pattern, words, re.IGNORECASE) is not None


def _before(reply: Voice, rivals: list[Voice]) -> list[Voice]:
    return [voice for voice in rivals if voice.found.content < reply.found.content]


def _each(*groups: list[Voice]) -> tuple[Voice, ...]:
    return tuple({voice.id: voice for group in groups for voice in group}.values())


def _adjacent(
    earlier: list[Voice], index: int, voices: tuple[Voice, ...], most: int = NEAR
) -> tuple[Voice, ...]:
    """The last claim before the one at `index`, if it is at most `most` claims back."""
    near = {voice.id for voice in voices[max(0, index - most) : index]}
    return tuple(voice for voice in earlier[-1:] if voice.id in near)


def _is_unspecific(reply: Voice) -> bool:
    """Whether a reply speaks of "the reports" and says no more of what is in them."""
    return bool(REPORT.search(reply.words)) and len(terms(REPORT.sub(" ", reply.words))) <= VAGUE


def _meanings(voice: Voice) -> frozenset[str]:
    """The words of meaning of a claim, without those for a claim."""
    said = re.sub(ACCUSATIONS, " ", REPORT.sub(" ", voice.words), flags=re.IGNORECASE)
    return frozenset(terms(said))


def _numbers(voice: Voice) -> frozenset[float]:
    found = voice.source.found.quantities
    return frozenset(one.value for span in voice.found.content for one in within(found, span))


def _by_speaker(reply: Voice, earlier: list[Voice]) -> list[Voice]:
    """The earlier claims whose speakers the reply names beside a word for what they have said."""
    if not REPORT.search(reply.words):
        return []
    named = _able_to_speak(reply, reply.found.content)
    words = terms(REPORT.sub(" ", reply.words))
    return [
        voice
        for voice in earlier
        if named & _able_to_speak(voice, voice.found.speaker) or _is_called(voice, words)
    ]


def _able_to_speak(voice: Voice, spans: tuple[Span, ...]) -> frozenset[int]:
    """Indexes of the entities named at `spans` that are no mere places."""
    entities = voice.source.found.entities
    return frozenset(index for index in named_in(voice.source, spans) if entities[index].kind != "place")


def _is_called(voice: Voice, words: tuple[str, ...]) -> bool:
    """Whether one of `words` names a speaker without a name: "the prosecution's account" of prosecutors."""
    if voice.speaker.entity is not None:
        return False
    called = terms(voice.speaker.label)[-1:]
    return any(_one_stem(word, name) for word in words for name in called)


def _one_stem(one: str, other: str) -> bool:
    """Whether two words are the same, or share a long enough beginning."""
    shorter = min(len(one), len(other))
    least = max(STEM, shorter - 3)
    return one == other or (shorter >= least and one[:least] == other[:least])
