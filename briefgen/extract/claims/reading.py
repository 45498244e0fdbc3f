"""Read one sentence for its claims: each cue with its speaker and what is said."""

from collections.abc import Callable, Mapping

import msgspec

from briefgen.extract.claims import phrases
from briefgen.extract.claims.contents import is_finite, verb_start
from briefgen.extract.claims.cues import Cue, find_cues
from briefgen.extract.claims.drafts import Draft, Reading
from briefgen.extract.claims.nouns import read_according, read_adjective, read_adverb, read_noun
from briefgen.extract.claims.quotations import Quotation
from briefgen.extract.claims.verbs import read_verb
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english


def read_sentence(words: list[Word], quotations: Mapping[int, Quotation]) -> list[Draft]:
    """The claims of one sentence in the order of their cues; a quotation is one word of it."""
    reading = Reading(words, quotations, [])
    adverbs = []
    for cue in find_cues(words):
        if cue.sort == "adverb":
            adverbs.append(cue)
            continue
        reader = read_inside if cue.head < reading.covered else READERS[cue.sort]
        add(reading, reader(reading, cue))
    for cue in adverbs:
        add(reading, read_adverb(reading, cue))
    return reading.drafts


def add(reading: Reading, draft: Draft | None) -> None:
    """Add a draft and mark what it covers; what it now reports as somebody's words gives way to it."""
    if draft is None or (draft.waits and any(one.waits for one in reading.drafts)):
        return
    if draft.cue.sort == "according" or draft.outer:
        hold(reading, draft)
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
        msgspec.structs.replace(one, parent=len(kept))
        if any(low <= one.cue.start < high for low, high in outer.content)
        else one
        for one in kept
    ]


def gives_way(last: Draft, draft: Draft) -> bool:
    """Whether a lesser claim ("we plan to") stands in words that the next one reports."""
    plain = last.cue.sort == "verb" and last.cue.lemma in english.CORE_VERBS
    if plain or draft.cue.lemma not in english.CORE_VERBS | {"according"}:
        return False
    return any(low <= last.cue.start and last.cue.end <= high for low, high in draft.content)


def read_inside(reading: Reading, cue: Cue) -> Draft | None:
    """The claim inside another one's content, where somebody else is named and the verb reports plainly."""
    told = cue.lemma in english.CORE_VERBS | english.NEGATED_ONLY_VERBS
    if cue.sort != "verb" or not told or cue.passive:
        return None
    draft = read_verb(reading, cue)
    if draft is None or draft.speaker is None or reading.words[draft.speaker[0]].kind in UNNAMED:
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
}
