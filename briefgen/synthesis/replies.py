"""Which claims a reply speaks to: a denial, a refusal or a failure to confirm answers what it is about."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import takewhile
from types import MappingProxyType

import msgspec

from briefgen.language.english.denials import (
    ACCUSATIONS,
    ACCUSERS,
    AS_SOMETHING,
    CRIMES,
    DENYING,
    DISMISSALS,
    INQUIRY,
    NEGATION,
    NO_DEED,
    OF_ITSELF,
    OUTRIGHT_OPENING,
    OWN_DEED,
    POINTERS,
    PROPOSED,
    PROPOSING,
    REJECTING,
    SELF_DENIAL,
    SUCH,
    TAKING_BACK,
    THE_ACCUSED,
    THING_IS_WRONG,
    UNTRUE,
)
from briefgen.language.english.families import (
    APPENDED,
    BARE_OBJECT,
    HALF_NEGATION,
    MODAL,
    OPENING_NEGATION,
    PAIRS,
    REPORTED_THING,
    SEVERAL,
    THAT_OPEN,
    THING_REPLIED_TO,
    VERB_NEGATION,
    VERIFYING,
)
from briefgen.language.english.reports import REPORTS
from briefgen.model.annotation import Stance
from briefgen.model.span import Span
from briefgen.synthesis.matters import apart, numbers, same_matter
from briefgen.synthesis.reading import (
    asks,
    claim_span,
    content_span,
    headline_of,
    named_in,
    sentence_indexes,
)
from briefgen.synthesis.similarity import Vector, likeness, terms
from briefgen.synthesis.voices import Voice

REPLIES: tuple[Stance, ...] = ("denied", "declined", "unconfirmed")
"""Stances that speak to what somebody else has said."""

ALIKE = 0.35
"""Cosine from which a reply is taken to be about a claim. Below about 0.3 passages of one article
share only the names that all of it is about."""

VERY_ALIKE = 0.5
"""Cosine from which one shared word of meaning is enough, if one of the two says nothing else."""

SHARED = 2
"""Words of meaning that a denial shares with a claim it is about, unless the two stand close together."""

REACH = 100
"""How many claims before and after a reply are looked at: farther apart the same words mean other things."""

VAGUE = 1
"""Words of meaning beside "the reports" that leave open which reports are meant."""

NEAR = 4
"""How many claims back an unspecific "the reports" may point."""

BESIDE = 2
"""How many claims apart two statements stand together, so that the same doer and deed mean the same event."""

AROUND = 10
"""How many claims before and after a reply may be the claim that it is of in other words."""

STATED: tuple[Stance, ...] = ("asserted", "alleged", "assessed", "estimated")
"""Stances of a claim that can be said not to be so."""

PARAGRAPHS = 2
"""Paragraphs before a reply in which those two may have spoken whose accounts it means."""

BOTH = 2

STEM = 5
"""Letters that "prosecution" and "prosecutors" have to share to be taken for one side."""

NEGATING = ("not", "n't", "n’t", "never", "no ", "nobody", "none", "neither", "innocent")
"""Letters without which nobody says that they did not do something."""

REPORT = re.compile(REPORTS, re.IGNORECASE)


class Replies(msgspec.Struct, frozen=True):
    """Ids of the claims by which others speak to one claim."""

    denied: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()


NO_REPLIES = Replies()


def replies_to(voices: tuple[Voice, ...], vectors: Mapping[str, Vector]) -> Mapping[str, Replies]:
    """For each claim of a source that others speak to there, by which claims."""
    found: dict[str, dict[str, list[str]]] = {}
    for index, voice in enumerate(voices):
        kind, targets = _spoken_to(index, voices, vectors)
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
    return not _of_other_numbers(denial, claim)


def _spoken_to(
    index: int, voices: tuple[Voice, ...], vectors: Mapping[str, Vector]
) -> tuple[str, tuple[Voice, ...]]:
    """How the claim at `index` speaks to others of its source, and to which."""
    reply = voices[index]
    stance = reply.found.stance
    if _in_heading(reply) or _takes_back(reply):
        return stance, ()
    if stance in ("declined", "unconfirmed"):
        return stance, _left_open(reply, _rivals(index, voices), index, voices, vectors)
    if stance == "denied":
        rivals = [one for one in _rivals(index, voices) if not _tells_of_inquiry(one, reply)]
        told = _denied(reply, rivals, index, voices, vectors)
        answers = _is_of_oneself(reply) or _has(ACCUSATIONS, reply.words) or _has(CRIMES, reply.words)
        told = told or (_denied_of_oneself(reply, rivals) if answers else ())
        told = told or _accused_just_before(reply, rivals, index, voices)
        told = told or _told_just_before(reply, rivals, index, voices)
        return "denied", told or _of_own_deed(reply, rivals, index, voices)
    if stance != "asserted" or not any(one in reply.words.casefold() for one in NEGATING):
        return stance, ()
    rivals = _rivals(index, voices)
    near = _close(index, voices, rivals) if _says_it_was_not(reply) else []
    told = tuple(voice for voice in near if _gainsays(reply, voice, index, voices))
    return "denied", told or (_denied_of_oneself(reply, rivals) if _is_of_oneself(reply) else ())


def _takes_back(voice: Voice) -> bool:
    """Whether somebody takes back their own words, and says nothing to what others said."""
    return voice.found.retracted or any(
        re.search(TAKING_BACK, cue.of(voice.source.text), re.IGNORECASE) for cue in voice.found.cue
    )


def _in_heading(voice: Voice) -> bool:
    """Whether a claim stands in the headline or a heading, which only sums up what the text tells."""
    start = content_span(voice.found).start
    headline = headline_of(voice.source)
    if headline is not None and headline.start <= start < headline.end:
        return True
    at = _block(voice) - 1
    return at >= 0 and voice.source.found.document.blocks[at].kind in ("title", "heading")


def _close(index: int, voices: tuple[Voice, ...], rivals: list[Voice]) -> list[Voice]:
    """Those of `rivals` that stand so near the claim at `index` that other words may mean the same."""
    near = {voice.id for voice in voices[max(0, index - AROUND) : index + AROUND + 1]}
    return [voice for voice in rivals if voice.id in near and not _parted(voices[index], voice)]


def _parted(one: Voice, other: Voice) -> bool:
    """Whether a heading stands between two claims."""
    first, last = sorted((content_span(one.found).start, content_span(other.found).start))
    blocks = one.source.found.document.blocks
    return any(block.kind == "heading" and first < block.span.start < last for block in blocks)


def _says_it_was_not(reply: Voice) -> bool:
    """Whether somebody says of a thing that it is not or was not so: with one negation, of all of it."""
    words = reply.words
    negated = _has(OPENING_NEGATION, words) or _has(VERB_NEGATION, words)
    once = len(re.findall(NEGATION, words, re.IGNORECASE)) == 1
    return negated and once and not _has(HALF_NEGATION, words) and not _has(MODAL, words)


def _means(reply: Voice, claim: Voice, index: int, voices: tuple[Voice, ...]) -> bool:
    """Whether a reply means this claim, in other words or by a name for it ("reports of a second gunman")."""
    together = claim.id in {voice.id for voice in voices[max(0, index - BESIDE) : index + BESIDE + 1]}
    if same_matter(reply, claim, together):
        return True
    thing = re.search(REPORTED_THING, reply.words, re.IGNORECASE)
    words = () if thing is None else thing.group(1).casefold().split()
    told = f" {' '.join(claim.words.casefold().split())} "
    return len(words) > 1 and f" {' '.join(words)} " in told and not _has(NEGATION, claim.words)


def _are_alike(reply: Voice, claim: Voice, vectors: Mapping[str, Vector]) -> bool:
    """Whether two statements share many of their words; one is enough only where one of them says no more."""
    close = likeness(vectors[claim.id], vectors[reply.id])
    if close < ALIKE:
        return False
    ours, theirs = _meanings(reply), _meanings(claim)
    shared = ours & theirs
    return len(shared) >= SHARED or (close >= VERY_ALIKE and shared in (ours, theirs))


def _gainsays(reply: Voice, claim: Voice, index: int, voices: tuple[Voice, ...]) -> bool:
    """Whether a claim says that it was so, not that it may or will be, and else the same as a reply."""
    plain = claim.found.stance in STATED and not _has(MODAL, claim.words) and not _has(NEGATION, claim.words)
    if not plain or _asks(claim):
        return False
    return _means(reply, claim, index, voices) or _is_of_the_deed(reply, claim, index, voices)


def _is_of_the_deed(reply: Voice, claim: Voice, index: int, voices: tuple[Voice, ...]) -> bool:
    """Whether a claim just before tells of the deed of which a reply says that it was not done."""
    deed = re.search(NO_DEED, reply.words, re.IGNORECASE)
    before = {voice.id for voice in voices[max(0, index - NEAR) : index]}
    if deed is None or claim.id not in before or len(deed[1]) < STEM:
        return False
    stem = deed[1].casefold()
    return any(word.startswith(stem) for word in re.findall(r"\w+", claim.words.casefold()))


def _asks(claim: Voice) -> bool:
    return claim.words.rstrip("\"”’' ").endswith("?")


def _is_of_oneself(reply: Voice) -> bool:
    """Whether somebody says that they did not do something."""
    words = reply.words.casefold()
    return any(one in words for one in NEGATING) and _has(SELF_DENIAL, words)


def _rivals(index: int, voices: tuple[Voice, ...]) -> list[Voice]:
    """The claims near the one at `index` that somebody else makes and that are no replies themselves.

    What tells of the reply, in its own words, is not what the reply speaks to.
    """
    mine = voices[index]
    label = mine.speaker.label.casefold()
    reply = content_span(mine.found)
    return [
        voice
        for voice in voices[max(0, index - REACH) : index + REACH]
        if not is_reply(voice)
        and (voice.speaker.label.casefold() != label or bool(voice.found.speaker) != bool(mine.found.speaker))
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
    doubting = reply.found.stance == "unconfirmed"
    added = _appended_to(reply, index, voices)
    if added or (doubting and not _fails_to_confirm(reply)):
        return added
    if doubting and _has(PAIRS, reply.words):
        sides = _has(SIDES, reply.words)
        return _of_sides(index, voices, vectors) if sides else _of_both(reply, index, voices)
    open_question = doubting and _has(r"^\W*(?:whether|if)\b", reply.words)
    named = [] if open_question else _by_speaker(reply, earlier)
    alike = [voice for voice in rivals if _are_alike(reply, voice, vectors) and not _differs(reply, voice)]
    near = _close(index, voices, rivals) if doubting else []
    meant = [voice for voice in near if _means(reply, voice, index, voices) and not _differs(reply, voice)]
    if named or alike or meant:
        return _each(named, alike, meant)
    if not doubting:
        return ()
    if _leaves_that_open(reply):
        said = [voice for voice in _just_said(earlier, index, voices) if _is_nearest(voice, reply)]
        return _run_to(said[0], voices, index) if said and _has(SEVERAL, reply.words) else tuple(said)
    thing = _of_thing_before(reply, earlier, index, voices)
    return thing or _reports_before(reply, earlier, index, voices)


def _is_nearest(claim: Voice, reply: Voice) -> bool:
    """Whether "this" can mean a claim: none of another paragraph where words of its own stand before it."""
    block = _block(reply)
    start = reply.source.found.document.blocks[block - 1].span.start
    opening = sentence_indexes(reply.source, claim_span(reply.found))[0]
    opens = reply.source.found.sentences[opening].span.start <= start
    return opens or _block(claim) == block


def _leaves_that_open(reply: Voice) -> bool:
    """Whether somebody cannot tell if "that" is so: "I can't confirm that", "could not verify it"."""
    opening = _opening(reply)
    return REPORT.search(opening) is None and re.search(THAT_OPEN, opening) is not None


def _of_thing_before(
    reply: Voice, earlier: list[Voice], index: int, voices: tuple[Voice, ...]
) -> tuple[Voice, ...]:
    """The claim right before that rests on the thing a reply is of: "the letter", "the images"."""
    named = re.search(THING_REPLIED_TO, _opening(reply))
    if named is None:
        return ()
    thing = named[1]
    return tuple(
        voice
        for voice in _adjacent(earlier, index, voices, BESIDE)
        if not _parted(reply, voice) and _mentions(voice, thing)
    )


def _mentions(voice: Voice, thing: str) -> bool:
    """Whether the words of a claim, those that report it with them, hold a noun."""
    words = re.findall(r"\w+", claim_span(voice.found).of(voice.source.text).casefold())
    return thing in words


def _differs(reply: Voice, claim: Voice) -> bool:
    """Whether a reply speaks of another number, day or place than a claim, or the claim only asks."""
    return _asks(claim) or _of_other_numbers(reply, claim) or apart(reply, claim)


def _fails_to_confirm(reply: Voice) -> bool:
    """Whether somebody cannot tell if it is so; not who only doubts it, or asks how or why it was."""
    return _has(VERIFYING, _told(reply)) and not _has(r"^\W*(?:how|who|what|why|when|where)\b", reply.words)


def _told(reply: Voice) -> str:
    """A reply with the words that report it."""
    return " ".join([*(cue.of(reply.source.text) for cue in reply.found.cue), reply.words])


def _appended_to(reply: Voice, index: int, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The claim to which a reply is appended ("…, a figure the company declined to comment on")."""
    start = content_span(reply.found).start
    if start > claim_span(reply.found).start or not _has(APPENDED, reply.words):
        return ()
    text = reply.source.text
    before = (voice for voice in voices[max(0, index - NEAR) : index] if not is_reply(voice))
    return tuple(
        voice
        for voice in before
        if (end := content_span(voice.found).end) < start and not text[end:start].strip(", \"”’'–—-")
    )


def _of_both(reply: Voice, index: int, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The last claims of the two who spoke before "either account": a denial is an account as well.

    They are looked for in the paragraph of the reply, else in the one or two before; where three spoke
    there, it is left open which two are meant.
    """
    near = [voice for voice in voices[max(0, index - NEAR) : index] if _gives_account(voice, reply)]
    here = _block(reply)
    for back in range(PARAGRAPHS + 1):
        last = {voice.speaker.label: voice for voice in near if here - _block(voice) <= back}
        if len(last) > 1:
            return tuple(last.values()) if len(last) == BOTH else ()
    return ()


def _of_sides(index: int, voices: tuple[Voice, ...], vectors: Mapping[str, Vector]) -> tuple[Voice, ...]:
    """What the two sides say: the last denial before a reply, and what that is of, where that is known."""
    denials = (at for at in range(index - 1, max(-1, index - 1 - AROUND), -1) if _is_denial(voices[at]))
    last = next(denials, None)
    if last is None:
        return ()
    targets = _spoken_to(last, voices, vectors)[1]
    return (*targets, voices[last]) if targets else ()


def _is_denial(voice: Voice) -> bool:
    return voice.found.stance == "denied" and not _in_heading(voice)


SIDES = r"\bsides?\b"
"""Words for those who contradict each other: "either side's account"."""


def _gives_account(voice: Voice, reply: Voice) -> bool:
    """Whether somebody known, other than who replies, says something that could be verified."""
    known = voice.speaker.label and voice.speaker.label.casefold() != reply.speaker.label.casefold()
    return bool(known) and voice.found.stance not in ("declined", "unconfirmed") and not _parted(reply, voice)


def _block(voice: Voice) -> int:
    """Index of the paragraph in which a claim stands."""
    blocks = voice.source.found.document.blocks
    return bisect_right(blocks, content_span(voice.found).start, key=lambda block: block.span.start)


def _reports_before(
    reply: Voice, earlier: list[Voice], index: int, voices: tuple[Voice, ...]
) -> tuple[Voice, ...]:
    """What "the reports" means: the claim before, and with it those before of the same speaker."""
    if not _is_unspecific(reply):
        return ()
    last = tuple(voice for voice in _adjacent(earlier, index, voices) if not _parted(reply, voice))
    left = set(terms(REPORT.sub(" ", reply.words)))
    if not last or (left and not left & set(terms(last[0].words))):
        return ()
    return _run_to(last[0], voices, index) if _has(SEVERAL, reply.words) else last


def _run_to(last: Voice, voices: tuple[Voice, ...], index: int) -> tuple[Voice, ...]:
    """A claim with those before it, without a break, that the same speaker makes."""
    run: list[Voice] = []
    for voice in reversed(voices[max(0, index - NEAR) : index]):
        if voice.id != last.id and not run:
            continue
        if voice.speaker.label != last.speaker.label or is_reply(voice) or _parted(last, voice):
            break
        run.append(voice)
    return tuple(reversed(run))


def _denied(
    reply: Voice,
    rivals: list[Voice],
    index: int,
    voices: tuple[Voice, ...],
    vectors: Mapping[str, Vector],
) -> tuple[Voice, ...]:
    """The claims that a denial is of."""
    rivals = [voice for voice in rivals if not _asks(voice)]
    if _turns_down(reply):
        return _dismissed(reply, _before(reply, rivals), index, voices)
    if _points_back_and_tells(reply):
        return _just_said(_before(reply, rivals), index, voices)
    rivals = [voice for voice in rivals if opposed(reply, voice)]
    earlier = _before(reply, rivals)
    such = _of_such(reply, earlier, index, voices)
    if such:
        return such
    close = {voice.id for voice in voices[max(0, index - NEAR) : index + NEAR]}
    alike = [
        voice
        for voice in rivals
        if _are_alike(reply, voice, vectors)
        and not apart(reply, voice)
        and (voice.id in close or len(_meanings(reply) & _meanings(voice)) >= SHARED)
    ]
    meant = [voice for voice in _close(index, voices, rivals) if _means(reply, voice, index, voices)]
    named = _of_those_named(reply, _by_speaker(reply, earlier))
    if named or alike or meant:
        return _each(named, alike, meant)
    return _unspecific(reply, earlier, index, voices)


def _tells_of_inquiry(claim: Voice, reply: Voice) -> bool:
    """Whether a claim says that something is looked into, which nobody denies by denying what that is."""
    return _has(INQUIRY, claim.words) and not _has(r"\b(?:investigat|inquir|enquir|probe)", reply.words)


def _of_such(reply: Voice, earlier: list[Voice], index: int, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The claim just before that tells of the thing a denial names: "any such talks"."""
    found = re.search(SUCH, reply.words, re.IGNORECASE)
    if found is None:
        return ()
    thing = (found[1] or found[2]).casefold()
    last = _adjacent(earlier, index, voices)
    return tuple(one for one in last if _mentions(one, thing) and not _parted(reply, one))


def _turns_down(reply: Voice) -> bool:
    """Whether a plan or a motion is rejected, and no claim: no clause and no word for a claim follows."""
    rejected = any(_has(REJECTING, cue.of(reply.source.text)) for cue in reply.found.cue)
    claimed = REPORT.search(reply.words) or _has(ACCUSATIONS, reply.words) or _has(r"\bthat\s", reply.words)
    return rejected and not claimed


def _dismissed(
    reply: Voice, earlier: list[Voice], index: int, voices: tuple[Voice, ...]
) -> tuple[Voice, ...]:
    """The claim just before of which "dismissed that" is: one that says how it is, and proposes nothing."""
    if not (_points_back(reply) or _points_back_and_tells(reply)):
        return ()
    last = _just_said(earlier, index, voices)
    return tuple(one for one in last if one.found.stance in STATED and not _proposes(one))


def _proposes(claim: Voice) -> bool:
    """Whether somebody says what is to be done: "urged the council to close it", "it should be closed"."""
    wanted = any(_has(PROPOSING, cue.of(claim.source.text)) for cue in claim.found.cue)
    return wanted or _has(PROPOSED, claim.words)


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
    if _points_back(reply):
        return _just_said(earlier, index, voices)
    thing = _of_thing_before(reply, earlier, index, voices)
    if thing:
        return thing
    accused = _has(ACCUSATIONS, reply.words)
    if _calls_report(reply) or _has(THING_IS_WRONG, reply.words):
        return _just_told(reply, earlier, index, voices)
    if {word for word in _meanings(reply) - DISMISSALS if not _has(DENYING, word) and word not in CLIENTS}:
        return ()
    allegations = [voice for voice in earlier if voice.found.stance == "alleged"]
    if accused and allegations:
        return tuple(allegations[-1:])
    return _adjacent(earlier, index, voices) if REPORT.search(reply.words) else ()


CLIENTS = frozenset({"client", "clients"})
"""Whom a lawyer speaks for: what "his client rejected" says no more than that it was rejected."""


def _just_told(
    reply: Voice, earlier: list[Voice], index: int, voices: tuple[Voice, ...]
) -> tuple[Voice, ...]:
    """What "the figure" or "the report" means: the last claim before a reply with those before it.

    Those of the same speaker; where it is "the report" that is called something, of anybody, as all of it
    stands in the report. None where that claim is none that the reply can be of.
    """
    told = [one for one in voices[max(0, index - NEAR) : index] if one.parent is None and not is_reply(one)]
    meant = {one.id for one in earlier}
    if not told or told[-1].id not in meant or _parted(reply, told[-1]):
        return ()
    if _calls_report(reply):
        return tuple(one for one in told if one.id in meant and not _parted(reply, one))
    return _run_to(told[-1], voices, index)


def _calls_report(reply: Voice) -> bool:
    """Whether a denial is of "the report", and all else in it is what that is called: "as fiction"."""
    thing, *called = re.split(AS_SOMETHING, reply.words, maxsplit=1, flags=re.IGNORECASE)
    left = set(terms(REPORT.sub(" ", thing))) - DISMISSALS
    return bool(called) and REPORT.search(thing) is not None and not left


def _just_said(earlier: list[Voice], index: int, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The last of `earlier` that whoever spoke right before the claim at `index` has said in one go.

    What stands within the words of another is told by that one.
    """
    near = [one for one in voices[max(0, index - NEAR) : index] if one.parent is None]
    last = near[-1].speaker.label.casefold() if near else ""
    run = list(takewhile(lambda one: one.speaker.label.casefold() == last, reversed(near)))
    names = {one.id for one in run if _is_asked(voices[index], one)}
    return tuple(voice for voice in earlier if voice.id in names)[-1:]


def _is_asked(reply: Voice, claim: Voice) -> bool:
    """Whether an answer is to a question from the room that tells of a claim; true where none was asked."""
    blocks, before = reply.source.found.document.blocks, _block(reply) - 1
    if before < 1 or not asks(reply.source, blocks[before - 1].span):
        return True
    return _block(claim) == before


def _points_back(reply: Voice) -> bool:
    """Whether a denial is of "that" or "it", and its first sentence says only of it that it is untrue."""
    words = _opening(reply)
    if words.partition(",")[0].strip(" .") in POINTERS:
        return True
    if terms(words) and set(terms(words)) <= DISMISSALS | UNTRUE:
        return True
    opening = re.match(r"\W*(\w+)", words)
    return opening is not None and opening[1] in POINTERS and not set(terms(words)) - DISMISSALS - UNTRUE


def _points_back_and_tells(reply: Voice) -> bool:
    """Whether somebody denies "this", or outright, and goes on with what was so instead.

    "Denied this, saying that …", "Not so: the bridge was sound".
    """
    if _has(OUTRIGHT_OPENING, reply.words):
        return True
    pointer, comma, rest = _opening(reply).partition(",")
    return bool(comma) and pointer.strip() in POINTERS and re.match(TOLD_BESIDE, rest.strip()) is not None


TOLD_BESIDE = (
    r"(?:saying|adding|insisting|arguing|claiming|stating|maintaining|explaining|calling|and said)\b"
)
"""What leads on from a denial to what is told instead."""


def only_points_back(reply: Voice) -> bool:
    """Whether a reply tells nothing by itself: "that is false", "could not verify the images"."""
    if not is_reply(reply):
        return False
    words = reply.words.casefold()
    if reply.found.stance == "denied" and _opening(reply) != words:
        return False
    return _points_back(reply) or _leaves_that_open(reply) or re.search(BARE_OBJECT, words) is not None


def _opening(reply: Voice) -> str:
    """The first sentence of a reply, in lower case; the full stop of "the U.S. Army" does not end it."""
    return re.split(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z\"“‘])", reply.words, maxsplit=1)[0].casefold()


def _denied_of_oneself(reply: Voice, rivals: list[Voice]) -> tuple[Voice, ...]:
    """The allegations that somebody answers by saying that they did not do it, or by denying the deed.

    The allegation names the speaker, or the speaker is not known for certain; and the two share another
    word, or the answer is a plea or names a deed. What a prosecutor says of somebody is an allegation too.
    """
    allegations = [voice for voice in _before(reply, rivals) if _accuses(voice)]
    return tuple(voice for voice in allegations[-1:] if _is_about(voice, reply))


def _accused_just_before(
    reply: Voice, rivals: list[Voice], index: int, voices: tuple[Voice, ...]
) -> tuple[Voice, ...]:
    """The allegation against the speaker of a denial, of the thing that the denial speaks of.

    "The union accused Acme of selling a faulty pump. Acme denied that the pump was broken."
    """
    near = {voice.id for voice in voices[max(0, index - NEAR) : index]}
    allegations = [voice for voice in _before(reply, rivals) if voice.id in near and _accuses(voice)]
    last, entity = allegations[-1:], reply.found.entity
    return tuple(
        voice
        for voice in last
        if entity is not None
        and entity in named_in(voice.source, voice.found.content)
        and (_meanings(voice) & _meanings(reply)) - set(terms(reply.speaker.label))
        and not _differs(reply, voice)
        and not _parted(reply, voice)
    )


def _told_just_before(
    reply: Voice, rivals: list[Voice], index: int, voices: tuple[Voice, ...]
) -> tuple[Voice, ...]:
    """What was told right before of whoever denies something of themselves.

    "Officials said they came in by an account of Acme Systems. Acme denied that its systems were the way in."
    """
    entity = reply.found.entity
    before = [one for one in voices[:index] if one.parent is None][-1:]
    of_verb = any(_has(DENYING, cue.of(reply.source.text)) for cue in reply.found.cue)
    if entity is None or not of_verb or not _has(OF_ITSELF, reply.words):
        return ()
    return tuple(
        one
        for one in before
        if one in rivals
        and one.found.stance in STATED
        and entity in named_in(one.source, one.found.content)
        and _block(reply) - _block(one) <= 1
        and any(_one_stem(word, other) for word in _meanings(reply) for other in _meanings(one))
        and not _differs(reply, one)
        and not _parted(reply, one)
    )


def _of_own_deed(
    reply: Voice, rivals: list[Voice], index: int, voices: tuple[Voice, ...]
) -> tuple[Voice, ...]:
    """The first claim near before that tells of a deed of those who deny having done it.

    "14 drones were launched from Varland, the ministry said. Varland's army denied carrying out the attack."
    """
    if re.match(OWN_DEED, reply.words, re.IGNORECASE) is None:
        return ()
    names = set(terms(reply.speaker.label)) | set(terms(reply.speaker.words))
    near = {one.id for one in voices[max(0, index - NEAR) : index] if one.parent is None}
    told = [one for one in _before(reply, rivals) if one.id in near and one.found.stance in STATED]
    meant = (one for one in told if names & set(terms(one.words)) and not _parted(reply, one))
    return tuple(list(meant)[:1])


def _accuses(voice: Voice) -> bool:
    """Whether a claim accuses somebody: by its words, or by who says it."""
    called = f"{voice.speaker.label} {voice.speaker.words}"
    by_office = voice.found.stance == "asserted" and _has(ACCUSERS, called)
    return voice.found.stance == "alleged" or by_office


def _is_about(allegation: Voice, reply: Voice) -> bool:
    """Whether an allegation is of the speaker of `reply`, and of what they speak of."""
    entity = reply.found.entity
    mentioned = named_in(allegation.source, (content_span(allegation.found),))
    known = (entity is not None and reply.found.certain) or not reply.words.lstrip("\"“‘' ").startswith(
        ("I", "We")
    )
    names = set(terms(reply.speaker.label))
    meant = entity in mentioned or bool(names & set(terms(allegation.words))) or not known
    accused = reply.speaker.label != "" and _has(THE_ACCUSED, reply.speaker.label)
    meant = meant or (accused and _block(allegation) == _block(reply))
    shared = (_meanings(allegation) & _meanings(reply)) - names
    return meant and (bool(shared) or _has(ACCUSATIONS, reply.words) or _has(CRIMES, reply.words))


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


def _of_other_numbers(reply: Voice, claim: Voice) -> bool:
    ours, theirs = numbers(reply), numbers(claim)
    return bool(ours) and bool(theirs) and not ours & theirs


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
