"""Read one sentence for its claims: each cue with its speaker and what is said."""

from collections.abc import Callable, Mapping

import msgspec

from briefgen.extract.claims import phrases
from briefgen.extract.claims.contents import is_finite, verb_start
from briefgen.extract.claims.cues import Cue, find_cues
from briefgen.extract.claims.drafts import Draft, Reading
from briefgen.extract.claims.nouns import read_according, read_adjective, read_adverb, read_noun
from briefgen.extract.claims.phrases import Range
from briefgen.extract.claims.questions import question_start
from briefgen.extract.claims.quotations import Quotation
from briefgen.extract.claims.silences import read_silence, silence_at, with_topic
from briefgen.extract.claims.verbs import SHOWING, read_verb
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english
from briefgen.language.english import pronouns
from briefgen.language.english.bodies import BODIES


def read_sentence(words: list[Word], quotations: Mapping[int, Quotation]) -> list[Draft]:
    """The claims of one sentence in the order of their cues; a quotation is one word of it."""
    reading = Reading(words, quotations, [])
    adverbs = []
    asked = question_start(words)
    for cue in find_cues(words, silence_at):
        if asked is not None and cue.start >= asked:
            continue
        if cue.sort == "adverb":
            adverbs.append(cue)
            continue
        reader = read_inside if cue.head < reading.covered else READERS[cue.sort]
        draft = reader(reading, cue)
        draft = draft and with_topic(words, draft)
        shared = draft and share(words, draft)
        add(reading, shared[0] if shared else draft)
        if shared:
            add(reading, shared[1])
    for cue in adverbs:
        add(reading, read_adverb(reading, cue))
    return reading.drafts


def add(reading: Reading, draft: Draft | None) -> None:
    """Add a draft and mark what it covers; what it now reports as somebody's words gives way to it."""
    if draft is None or (draft.waits and any(one.waits for one in reading.drafts)):
        return
    if draft.cue.sort == "according" or draft.outer:
        hold(reading, draft)
    else:
        draft = part(reading, draft)
    last = reading.drafts[-1] if reading.drafts else None
    if last is not None and last.parent is None and gives_way(last, draft):
        reading.drafts.pop()
    reading.drafts.append(draft)
    if draft.speaker is not None and draft.parent is None:
        reading.subject = draft.speaker
    reading.covered = max([reading.covered, *(end for _, end in draft.content)])


def hold(reading: Reading, outer: Draft) -> None:
    """Make `outer`, which is read last, the parent of plain reports in its words; lesser ones give way."""
    inside = [any(low <= one.cue.start < high for low, high in outer.content) for one in reading.drafts]
    plain = [one.cue.lemma in english.CORE_VERBS for one in reading.drafts]
    if any(one.parent is not None for one in reading.drafts):
        return
    kept = [one for one, held, core in zip(reading.drafts, inside, plain, strict=True) if core or not held]
    reading.drafts = [
        msgspec.structs.replace(one, parent=len(kept), content=_within(one, outer))
        if any(low <= one.cue.start < high for low, high in outer.content)
        else one
        for one in kept
    ]


def _within(inner: Draft, outer: Draft) -> tuple[Range, ...]:
    """What `inner` reports without the speaker of `outer`, which stands behind it."""
    if outer.speaker is None or not outer.outer:
        return inner.content
    end = max(high for _, high in outer.content)
    if not any(end < high and outer.speaker[0] < high for _, high in inner.content):
        return inner.content
    return tuple((low, min(high, end)) for low, high in inner.content if low < end)


def share(words: list[Word], draft: Draft) -> tuple[Draft, Draft] | None:
    """Two claims of one verb: "police put the crowd at 3,000, organisers at 12,000"."""
    if draft.cue.lemma not in GAPPING or draft.cue.sort != "verb" or len(draft.content) != 1:
        return None
    start, end = draft.content[0]
    valued = [at for at in range(start, end) if words[at].lower == "at" and _counts(words, at + 1)]
    if len(valued) != 2 or draft.cue.end > start:
        return None
    first, second = valued
    links = [at for at in range(first, second) if words[at].kind in {",", "and"}]
    if not links or links != list(range(links[0], links[-1] + 1)):
        return None
    other = phrases.phrase_after(words, links[-1] + 1)
    if other is None or other[1] != second or not _can_speak(words[second - 1]):
        return None
    told = msgspec.structs.replace(draft, content=((start, links[0]),))
    return told, msgspec.structs.replace(draft, speaker=other, content=((start, first), (second, end)))


GAPPING = english.VALUING_VERBS | frozenset({"estimate", "value"})
"""Verbs that a second speaker and number may share."""


def _can_speak(word: Word) -> bool:
    one = word.lower.removesuffix("s")
    return word.kind == "name" or not SPEAKERS.isdisjoint({word.lower, one})


SPEAKERS = pronouns.PERSON_NOUNS | BODIES | frozenset({"police", "authorities"})
"""Nouns of who speaks, which what is counted is not: "the dead at 12, the injured at 40"."""


def _counts(words: list[Word], start: int) -> bool:
    return any(word.kind == "number" for word in words[start : start + VALUED])


VALUED = 4
"""Words behind "at" among which its number stands: "at more than 12,000"."""


def part(reading: Reading, draft: Draft) -> Draft:
    """`draft`, whose speaker what the last one reports no longer runs into.

    "The crew said the dam broke, and Ruiz, the mayor, said …" are two reports; "The crew said Ruiz, the
    mayor, said …" is one within another.
    """
    last = reading.drafts[-1] if reading.drafts else None
    if last is None or last.parent is not None or not last.content or draft.speaker is None or draft.parent:
        return draft
    (low, high), (first, after) = last.content[-1], draft.speaker
    if not low <= first < high or high not in {after, after + 1} or not draft.content:
        return draft
    if first == low:
        whole = (*last.content[:-1], (low, max(end for _, end in draft.content)))
        reading.drafts[-1] = msgspec.structs.replace(last, content=whole)
        return msgspec.structs.replace(draft, parent=len(reading.drafts) - 1)
    end = first
    while end > low and reading.words[end - 1].kind in {",", "and", ";", "-"}:
        end -= 1
    if end < first and end > low:
        reading.drafts[-1] = msgspec.structs.replace(last, content=(*last.content[:-1], (low, end)))
    return draft


def gives_way(last: Draft, draft: Draft) -> bool:
    """Whether a lesser claim ("we plan to") stands in words that the next one reports."""
    plain = last.cue.sort == "verb" and last.cue.lemma in english.CORE_VERBS
    if plain or draft.cue.lemma not in english.CORE_VERBS | {"according"}:
        return False
    return any(low <= last.cue.start and last.cue.end <= high for low, high in draft.content)


def read_inside(reading: Reading, cue: Cue) -> Draft | None:
    """The claim inside another one's content, where somebody else is named and the verb reports plainly."""
    told = cue.lemma in english.CORE_VERBS | english.NEGATED_ONLY_VERBS | SHOWING
    if cue.sort != "verb" or not told or cue.passive:
        return None
    draft = read_verb(reading, cue)
    if draft is not None and draft.outer:
        return draft
    if (
        draft is None
        or cue.lemma in SHOWING
        or draft.speaker is None
        or reading.words[draft.speaker[0]].kind in UNNAMED
    ):
        return None
    if any(word.lower in UNABLE for word in reading.words[cue.start : cue.head]):
        return None
    for index, outer in enumerate(reading.drafts):
        for low, high in outer.content:
            held = (low <= start and end <= high for start, end in (draft.speaker, *draft.content))
            if low <= cue.start < high and all(held):
                return msgspec.structs.replace(draft, parent=index)
    return None


UNABLE = frozenset({"able", "unable"})
"""What the speaker of the words around tells of somebody ("said the bank was unable to confirm it")."""
UNNAMED = frozenset({"pronoun", "relative", "that", "object"})


def read_announcement(words: list[Word], drafts: list[Draft]) -> Draft | None:
    """The claim of a sentence that hands over to a quotation with a colon, whatever its verb."""
    colon = next(
        (at for at in range(len(words) - 1, max(-1, len(words) - 3), -1) if words[at].kind == ":"), 0
    )
    if not colon or any(high > colon for draft in drafts for _, high in draft.content):
        return None
    rest = words[colon + 1 :]
    if rest and rest[0].kind != "quote":
        return None
    for at in range(colon - 1, max(0, colon - ANNOUNCES), -1):
        if is_finite(words, at) and words[at].kind in {"past", "verb"}:
            start = verb_start(words, at)
            speaker = phrases.subject_before(words, start)
            content = ((colon + 1, colon + 2),) if rest else ()
            return (
                Draft(Cue("say", start, at, at + 1, "verb"), speaker, content, not rest) if speaker else None
            )
    return None


ANNOUNCES = 12
"""Words between a verb and the colon with which it announces a quotation, at most."""


READERS: dict[str, Callable[[Reading, Cue], Draft | None]] = {
    "verb": read_verb,
    "noun": read_noun,
    "adjective": read_adjective,
    "according": read_according,
    "silence": read_silence,
}
