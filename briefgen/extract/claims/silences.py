"""Find where somebody is told of who gave no answer: "could not be reached", "gave no details"."""

import msgspec

from briefgen.extract.claims import phrases
from briefgen.extract.claims.cues import CALENDAR, Cue, group_start, is_passive, negates
from briefgen.extract.claims.drafts import Draft, Reading
from briefgen.extract.claims.frames import personal
from briefgen.extract.claims.negation import negative_start
from briefgen.extract.claims.phrases import Range
from briefgen.extract.grammar import NOMINAL, Word
from briefgen.language.english import cues
from briefgen.language.english import function_words as closed
from briefgen.language.english import silences as english


def silence_at(words: list[Word], index: int) -> Cue | None:
    """The words by which somebody is told of as silent, if the one that tells stands at `index`."""
    lower = words[index].lower
    if lower in english.REACHING:
        return _unreached(words, index)
    if lower in english.AT_HAND:
        return _unavailable(words, index)
    if lower in english.RETURNING:
        return _unreturned(words, index)
    if lower in english.REPLIES:
        return _from_nobody(words, index)
    return _withheld(words, index) if lower in english.GIVING else None


def _unreached(words: list[Word], index: int) -> Cue | None:
    """The cue of "could not immediately be reached for comment"."""
    start = group_start(words, index)
    group = words[start:index]
    if words[index].kind != "past" or not is_passive(group) or not _is_negated(words, start, index):
        return None
    after = _words_at(words, index + 1, 2)
    if after[:1] == ("for",):
        return _cue(start, index + 1) if after[1:] and after[1] in english.WANTED else None
    return _cue(start, index) if not after or after[0] in english.BEHIND else None


def _is_negated(words: list[Word], start: int, index: int) -> bool:
    """Whether a verb group is negated, or its subject is nobody: "neither man could be reached"."""
    if negates(words[start:index]):
        return True
    subject = phrases.subject_before(words, start)
    return subject is not None and negative_start(words, subject[0]) is not None


def _unavailable(words: list[Word], index: int) -> Cue | None:
    """The cue of "was not immediately available for comment", "was unavailable to comment"."""
    at = index - 1
    while at > 0 and words[at].kind in {"adverb", "negation"}:
        at -= 1
    after = _words_at(words, index + 1, 2)
    if at < 1 or words[at].lower not in closed.BE or after[:1] not in LINKS or after[1:] == ():
        return None
    start = group_start(words, at)
    denied = words[index].lower == english.OUT_OF_HAND or _is_negated(words, start, index)
    return _cue(start, index + 1) if denied and after[1] in english.WANTED else None


def _unreturned(words: list[Word], index: int) -> Cue | None:
    """The cue of "did not return calls", "calls to the bank were not returned"."""
    start = group_start(words, index)
    if not negates(words[start:index]):
        return None
    passive = is_passive(words[start:index])
    sent = phrases.subject_before(words, start) if passive else phrases.phrase_after(words, index + 1)
    if sent is None or not _is_sent(words[sent[0] : sent[1]]):
        return None
    return _cue(start, index if passive else index + 1)


def _is_sent(words: list[Word]) -> bool:
    return any(word.lower in english.MESSAGES for word in words)


def _withheld(words: list[Word], index: int) -> Cue | None:
    """The cue of "gave no details", "had no immediate comment"."""
    start = group_start(words, index)
    if index + 2 >= len(words) or words[index + 1].lower not in english.NONE or negates(words[start:index]):
        return None
    at = index + 2
    while at + 1 < len(words) and words[at].kind in NOMINAL and words[at].lower not in english.ANSWERS:
        at += 1
    answers = english.HELD if words[index].lower in english.HAVING else english.ANSWERS
    answered = at - index <= LONGEST_ANSWER and words[at].lower in answers
    return _cue(start, index + 1) if answered else None


def _from_nobody(words: list[Word], index: int) -> Cue | None:
    """The cue of "there was no immediate comment from Karvel"."""
    if _words_at(words, index + 1, 1) != ("from",):
        return None
    at = index - 1
    while at > 2 and words[at].kind in NOMINAL and words[at].lower not in english.NONE:
        at -= 1
    if at < 2 or words[at].lower not in english.NONE or words[at - 1].lower not in closed.BE:
        return None
    start = group_start(words, at - 1) - 1
    return _cue(start, at) if start >= 0 and words[start].lower == "there" else None


def _cue(start: int, end: int) -> Cue:
    """The words from `start` on as a cue; what was wanted, and not had, follows it at `end`."""
    return Cue("decline", start, end - 1, end, "silence")


def _words_at(words: list[Word], start: int, count: int) -> tuple[str, ...]:
    return tuple(word.lower for word in words[start : start + count])


def read_silence(reading: Reading, cue: Cue) -> Draft | None:
    """The claim of somebody who gave no answer; what was wanted stands for what is said."""
    words = reading.words
    if words[cue.start].lower == "there":
        place = next(at for at in range(cue.end, len(words)) if words[at].lower == "from")
        asked = phrases.phrase_after(words, place + 1)
        return Draft(cue, asked, ((cue.end, place),)) if asked else None
    speaker = phrases.subject_before(words, cue.start)
    if speaker is not None and _is_sent(words[speaker[0] : speaker[1]]):
        speaker = _addressee(words, speaker)
    if speaker is None or not personal(words, speaker):
        return None
    return Draft(cue, speaker, (_wanted(words, cue.end),))


def _addressee(words: list[Word], sent: Range) -> Range | None:
    """To whom a message went: "calls to the ministry seeking comment"."""
    to = next((at for at in range(*sent) if words[at].lower in {"to", "with"}), None)
    return phrases.phrase_after(words, to + 1) if to is not None else None


def _wanted(words: list[Word], start: int) -> Range:
    end = start + 1
    while end < len(words) and words[end].kind not in ENDS and words[end].lower not in english.GOING_ON:
        end += 1
    return start, end


ENDS = frozenset({".", ",", ";", "and", "-", "(", "quote", "relative"})
LINKS = frozenset({("for",), ("to",)})
LONGEST_ANSWER = 5
"""Words from the verb to the answer that is not given: "gave no further official details"."""


def with_topic(words: list[Word], draft: Draft) -> Draft:
    """A refusal to answer with what was asked, where that stands before: "Asked about the fire, Low …"."""
    bare = draft.speaker is not None and len(draft.content) == 1 and _is_bare(words, draft)
    topic = _asked_before(words, draft.speaker[0]) if bare and draft.speaker is not None else None
    return msgspec.structs.replace(draft, content=(topic, *draft.content)) if topic is not None else draft


def _is_bare(words: list[Word], draft: Draft) -> bool:
    """Whether a claim only tells of silence, and not on what: "declined to comment", "had no comment"."""
    start, end = draft.content[0]
    refuses = draft.cue.sort == "silence" or draft.cue.negated or draft.cue.lemma in cues.REFUSING_VERBS
    if not refuses or end - start > LONGEST_ANSWER or draft.speaker is None:
        return False
    said = {word.lower for word in words[start:end] if word.kind not in BESIDE}
    return draft.speaker[1] <= draft.cue.start and bool(said) and said <= SILENCE


BESIDE = frozenset({"to", "adverb", "determiner", "adjective", "preposition"})
SILENCE = english.ANSWERS | cues.REPLYING_VERBS | english.ANSWERING
"""Words of a refusal that does not tell what it is of."""


def _asked_before(words: list[Word], end: int) -> Range | None:
    """What somebody was asked, in the words that open the sentence before the one at `end`."""
    at = int(words[0].lower in {"when", "if", "while"})
    if end < at + 3 or words[end - 1].kind != "," or words[at].lower not in english.ASKED:
        return None
    lead = range(at + 1, end - 2)
    tied = any(words[i].lower in english.TOPICS and words[i + 1].lower not in CALENDAR for i in lead)
    asks = any(words[i].lower in closed.INTERROGATIVES | {"if"} for i in lead)
    return (0, end - 1) if tied or asks else None
