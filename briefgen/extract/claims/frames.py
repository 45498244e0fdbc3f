"""Tell a report from words that only look like one: a wish, a rule, a supposition, a verb with a thing."""

from briefgen.extract.claims import contents, phrases
from briefgen.extract.claims.cues import CALENDAR, NOUNS, Cue
from briefgen.extract.claims.phrases import Range
from briefgen.extract.grammar import NOMINAL, Word
from briefgen.language.english import cues as english
from briefgen.language.english import frames as english_frames


def keeps_name(words: list[Word], cue: Cue) -> bool:
    """Whether somebody only keeps back who they are, which says nothing of the matter.

    "Asked not to be named", "refused to give her name"; not "asked to be named captain".
    """
    if cue.lemma not in english_frames.NAME_KEEPING:
        return False
    rest = [word for word in words[cue.end : cue.end + 8] if word.kind not in {"negation", "adverb"}]
    if any(word.lower in english_frames.ANONYMITY for word in rest[:3]):
        return True
    own = rest[1:] if rest and rest[0].kind == "that" else rest
    if [word.lower in group for word, group in zip(own, NAME_OF, strict=False)] == [True, True]:
        return True
    if len(rest) < 3 or rest[0].kind != "to":
        return False
    if rest[1].lower in english_frames.NAME_GIVING and rest[2].lower in english_frames.OWN:
        return any(word.lower in english_frames.OWN_NAMES for word in rest[3:6])
    after = rest[3] if len(rest) > 3 else None
    post = after is not None and after.kind in NOMINAL and after.lower not in CALENDAR
    return rest[1].lower == "be" and rest[2].lower in english_frames.NAMED and not post


NAME_OF = (english_frames.OWN, english_frames.OWN_NAMES)
"""What follows one another in "asked that her name not be used"."""


def is_one_asked(words: list[Word], cue: Cue) -> bool:
    """Whether a participle only tells whose the next verb is ("those asked say")."""
    if (
        cue.lemma not in BEING_ASKED
        or cue.start != cue.head
        or words[cue.head].kind != "past"
        or not cue.start
    ):
        return False
    after = words[cue.end].kind if cue.end < len(words) else "."
    return after in {"verb", "past"} and words[cue.start - 1].kind in {"noun", "name", "determiner", "number"}


BEING_ASKED = frozenset("ask question accuse suspect inform notify quote interview poll survey".split())
"""Verbs whose participle describes who was asked or accused."""


def only_contradicts(words: list[Word], cue: Cue) -> bool:
    """Whether what somebody contradicts is a report whose words are not told."""
    at = cue.end + (cue.end < len(words) and words[cue.end].kind == "adverb")
    phrase = phrases.phrase_after(words, at) if cue.lemma == "contradict" else None
    if phrase is None:
        return False
    told = english.DOCUMENT_NOUNS | english_frames.TOLD_THINGS
    if not any(word.lower in told or word.lower in NOUNS for word in words[phrase[0] : phrase[1]]):
        return False
    stop = phrases.next_stop(words, phrase[0])
    return all(word.kind not in {"that", "quote"} for word in words[phrase[0] : stop])


def tells_nothing(words: list[Word], cue: Cue) -> bool:
    """Whether a verb of reporting reports nothing, whoever is its subject."""
    shows = cue.lemma == "show" and any(
        word.lower in english_frames.FEELINGS for word in words[cue.end : cue.end + 3]
    )
    return shows or keeps_name(words, cue) or only_contradicts(words, cue) or is_one_asked(words, cue)


def is_unreal(words: list[Word], cue: Cue, speaker: Range) -> bool:
    """Whether nobody is said to have said it: it should be, or might have been, or is only supposed."""
    first = words[speaker[0]].lower
    before = words[speaker[0] - 1].lower if speaker[0] else ""
    if supposed(words, speaker[0]) or stands_for_anybody(words, cue, speaker) or comes(words, cue, speaker):
        return True
    if first in english_frames.CAUSING or before in english_frames.CAUSING:
        return words[cue.head].lower == cue.lemma and words[speaker[0]].kind != "pronoun"
    return has_unreal_modal(words, cue) or expected_of_thing(words, cue, speaker)


def comes(words: list[Word], cue: Cue, speaker: Range) -> bool:
    """Whether somebody comes where they are called to ("responded to a report of shots") and says nothing."""
    if cue.lemma not in COMING or not cue.particle or cue.negated or cue.end >= len(words):
        return False
    phrase = phrases.phrase_after(words, cue.end) or (cue.end, cue.end + 1)
    at = next((i for i in range(*phrase) if words[i].kind == "preposition"), phrase[1]) - 1
    noun, behind = words[at].lower, words[at + 1].lower if at + 1 < len(words) else ""
    came = not english_frames.RESPONDERS.isdisjoint(word.lower for word in words[slice(*speaker)])
    called = noun in english_frames.CALLS and behind not in english_frames.CALLED_BY
    return noun in english_frames.SCENES or (called and (came or behind == "of"))


COMING = frozenset({"respond", "react"})
"""Verbs by which somebody answers, or comes."""


def expected_of_thing(words: list[Word], cue: Cue, speaker: Range) -> bool:
    """Whether "would" or "worth" tells what a thing might do ("this would add", "it is worth noting")."""
    if cue.start and words[cue.start - 1].lower in english_frames.MEANING:
        return True
    would = any(word.lower in {"would", "'d", "’d"} for word in words[cue.start : cue.head])
    if cue.negated:
        return would and cue.lemma in english.THINKING_VERBS
    return would and not personal(words, speaker)


def stands_for_anybody(words: list[Word], cue: Cue, speaker: Range) -> bool:
    """Whether a speaker is nobody in particular: "one", "anyone", "anyone who"; "one said" is one of some."""
    at = speaker[0] - (words[speaker[0]].kind == "relative" and speaker[0] > 0)
    if words[at].lower == "one" and words[cue.head].kind == "past" and cue.start == cue.head:
        return False
    return speaker[1] - speaker[0] == 1 and words[at].lower in english_frames.ANYBODY


def supposed(words: list[Word], at: int) -> bool:
    """Whether the clause that starts at `at` is a condition, a comparison or a question.

    "If he says", "as if", "asked whether he knew".
    """
    if at == 0:
        return False
    before = words[at - 1].lower
    if before in {"if", "unless", "whether"}:
        return True
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
    if cue.lemma in english_frames.TAKING_BACK:
        return is_said(words, start)
    if words[start].kind == "to":
        return not promises(words, cue) or personal(words, speaker)
    if cue.particle or words[start].kind in {"quote", "that"}:
        return True
    if cue.lemma in english_frames.EVIDENCE_VERBS:
        nothing = words[start].lower in {"no", "nothing", "little"}
        return nothing or is_document(words, speaker) or issues(words, cue)
    if cue.lemma in english_frames.DEFINITE_VERBS:
        return is_definite(words, start) or words[speaker[1] - 1].kind != "name"
    by_nobody = cue.lemma == "promise" and not personal(words, speaker)
    plain = cue.lemma not in english_frames.CLAUSE_ONLY and not by_nobody
    return plain and fits_thing(words, cue.lemma, start)


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


def is_said(words: list[Word], start: int) -> bool:
    """Whether the thing at `start` is something that was said ("its report that the bank had failed")."""
    start += words[start].kind == "that"
    phrase = phrases.phrase_after(words, start)
    if phrase is None:
        return False
    until = next((at for at in range(start + 1, phrase[1]) if words[at].lower == "of"), phrase[1])
    return words[until - 1].lower in english_frames.TAKEN_BACK


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


def opens_contact(words: list[Word], start: int) -> bool:
    """Whether a thing at `start` is described by "he says" and a clause ("the ring he says he lost")."""
    phrase = phrases.phrase_after(words, start) if words[start].kind == "determiner" else None
    if phrase is None or phrase[1] + 1 >= len(words) or words[phrase[1] - 1].lower in CALENDAR:
        return False
    at = phrase[1]
    return words[at].kind == "pronoun" and words[at + 1].lower in SAYS and words[at - 1].kind == "noun"


SAYS = frozenset("say says said think thinks thought believe believes believed claim claims claimed".split())
"""Verbs with which somebody tells of a thing aside."""


def opens_clause(words: list[Word], start: int) -> bool:
    """Whether a clause stands at `start` and not a thing that a relative clause describes."""
    if words[start].kind == "object" or not contents.has_clause(words, start):
        return False
    if opens_contact(words, start):
        return False
    for index in range(start + 1, min(len(words), start + contents.CLAUSE_LOOK)):
        if words[index].kind in {",", "-"} or (
            words[index].kind == "that" and words[index - 1].kind in {"noun", "name"}
        ):
            return False
        if contents.is_finite(words, index):
            return True
    return True
