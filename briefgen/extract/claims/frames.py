"""Tell a report from words that only look like one: a wish, a rule, a supposition, a verb with a thing."""

from briefgen.extract.claims import contents, phrases
from briefgen.extract.claims.cues import Cue
from briefgen.extract.claims.phrases import Range
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english
from briefgen.language.english import frames as english_frames


def is_unreal(words: list[Word], cue: Cue, speaker: Range) -> bool:
    """Whether nobody is said to have said it: it should be, or might have been, or is only supposed."""
    first = words[speaker[0]].lower
    before = words[speaker[0] - 1].lower if speaker[0] else ""
    if supposed(words, speaker[0]) or stands_for_anybody(words, speaker):
        return True
    if first in english_frames.CAUSING or before in english_frames.CAUSING:
        return words[cue.head].lower == cue.lemma and words[speaker[0]].kind != "pronoun"
    return has_unreal_modal(words, cue) or expected_of_thing(words, cue, speaker)


def expected_of_thing(words: list[Word], cue: Cue, speaker: Range) -> bool:
    """Whether "would" or "worth" tells what a thing might do ("this would add", "it is worth noting")."""
    if cue.start and words[cue.start - 1].lower in english_frames.MEANING:
        return True
    would = any(word.lower in {"would", "'d", "’d"} for word in words[cue.start : cue.head])
    if cue.negated:
        return would and cue.lemma in english.THINKING_VERBS
    return would and not personal(words, speaker)


def stands_for_anybody(words: list[Word], speaker: Range) -> bool:
    """Whether a speaker is nobody in particular: "one", "anyone", "anyone who"."""
    at = speaker[0] - (words[speaker[0]].kind == "relative" and speaker[0] > 0)
    return speaker[1] - speaker[0] == 1 and words[at].lower in english_frames.ANYBODY


def supposed(words: list[Word], at: int) -> bool:
    """Whether the clause that starts at `at` is a condition or a comparison ("if he says", "as if")."""
    if at == 0:
        return False
    before = words[at - 1].lower
    if before == "whether":
        return at == 1
    if before in {"if", "unless"}:
        return at < 2 or words[at - 2].lower not in english_frames.ASKING
    if before == "what" and at > 1:
        return words[at - 2].lower == "matter"
    return before == "though" and at > 1 and words[at - 2].lower == "as"


def has_unreal_modal(words: list[Word], cue: Cue) -> bool:
    """Whether a modal tells what ought to be said, or could be ("both sides should applaud")."""
    modals = {word.lower for word in words[cue.start : cue.head]} & english_frames.UNREAL_MODALS
    if not modals:
        return False
    if cue.negated:
        return not modals <= {"can", "could"} or cue.lemma in english.THINKING_VERBS
    return modals != {"can"} or cue.lemma not in english_frames.DISCLOSED_BY_CAN


def fits(words: list[Word], cue: Cue, speaker: Range, start: int) -> bool:
    """Whether what stands at `start`, no clause and no question, can be what this speaker reports."""
    if words[start].kind == "to":
        return not promises(words, cue) or personal(words, speaker)
    if cue.particle or words[start].kind in {"quote", "that"}:
        return True
    if cue.lemma in english_frames.EVIDENCE_VERBS:
        nothing = words[start].lower in {"no", "nothing", "little"}
        return nothing or is_document(words, speaker) or issues(words, cue)
    if cue.lemma in english_frames.DEFINITE_VERBS:
        return is_definite(words, start) or words[speaker[1] - 1].kind != "name"
    return cue.lemma not in english_frames.CLAUSE_ONLY and fits_thing(words, cue.lemma, start)


def promises(words: list[Word], cue: Cue) -> bool:
    """Whether a verb may tell of a thing what is to be expected of it ("promises to be cold")."""
    return cue.lemma == "threaten" or (cue.lemma == "promise" and words[cue.head].kind == "verb")


def fits_thing(words: list[Word], lemma: str, start: int) -> bool:
    """Whether the thing at `start` fits a verb that reports only of some things, or of their names."""
    if lemma == "claim":
        return words[start].lower in english_frames.CLAIMED
    if lemma in english_frames.AS_VERBS:
        return any(word.lower == "as" for word in words[start : start + 12])
    return lemma not in english_frames.COMPLEMENT_VERBS or has_complement(words, start)


def is_document(words: list[Word], phrase: Range) -> bool:
    """Whether a phrase names something that shows or tells: a study, figures, a video."""
    shown = english.DOCUMENT_NOUNS | english_frames.EVIDENCE_NOUNS
    return any(word.lower in shown for word in words[phrase[0] : phrase[1]])


def issues(words: list[Word], cue: Cue) -> bool:
    """Whether a document stands right before an -ing form ("released a video showing the attack")."""
    before = words[cue.start - 1].lower if cue.start else ""
    return (
        words[cue.head].kind == "participle"
        and before in english.DOCUMENT_NOUNS | english_frames.EVIDENCE_NOUNS
    )


def personal(words: list[Word], phrase: Range) -> bool:
    """Whether a phrase can name people or bodies, and not only a thing ("the fuel", "new batteries")."""
    head = words[phrase[1] - 1]
    if head.kind != "noun" or words[phrase[0]].kind == "name":
        return head.lower not in {"it", "that", "which"}
    base = head.lower[:-3] + "y" if head.lower.endswith("ies") else head.lower.rstrip("s")
    return base.endswith(english_frames.PERSONAL_ENDINGS) or base in english_frames.PERSONAL_NOUNS


def is_definite(words: list[Word], start: int) -> bool:
    """Whether a thing is a certain one: it has an article or a possessor, is a pronoun, or ends in a name."""
    if words[start].kind in {"determiner", "object", "pronoun", "participle"}:
        return True
    phrase = phrases.phrase_after(words, start)
    return phrase is not None and words[phrase[1] - 1].kind == "name"


def has_complement(words: list[Word], start: int) -> bool:
    """Whether a thing and what it is called stand at `start` ("him a liar", "the plan unfair")."""
    for index in range(start, min(len(words), start + contents.CLAUSE_LOOK)):
        word = words[index]
        if word.kind == "quote" or word.lower == "as":
            return True
        if word.kind in {",", ".", ";", ":", "-"}:
            return False
        nominal = index > start and words[index - 1].kind in {"noun", "name", "object", "pronoun", "number"}
        if nominal and word.kind in {"determiner", "adjective"}:
            return True
    return False


def opens_clause(words: list[Word], start: int) -> bool:
    """Whether a clause stands at `start` and not a thing that a relative clause describes."""
    if words[start].kind == "object" or not contents.has_clause(words, start):
        return False
    for index in range(start + 1, min(len(words), start + contents.CLAUSE_LOOK)):
        if words[index].kind in {",", "-"} or (
            words[index].kind == "that" and words[index - 1].kind in {"noun", "name"}
        ):
            return False
        if contents.is_finite(words, index):
            return True
    return True
