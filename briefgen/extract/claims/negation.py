"""Tell what is left of a report whose verb or whose subject is negated: silence, doubt, or nothing."""

import msgspec

from briefgen.extract.claims import contents
from briefgen.extract.claims.cues import Cue
from briefgen.extract.claims.phrases import Range
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english
from briefgen.language.english import function_words as closed


def negated_by_subject(words: list[Word], cue: Cue, speaker: Range) -> tuple[Cue, Range]:
    """A cue, negated where its subject is nobody, and the speaker with the word that negates it."""
    start = negative_start(words, speaker[0])
    if start is None:
        negated = negating_auxiliary(words, speaker[0])
        return (msgspec.structs.replace(cue, negated=True), speaker) if negated else (cue, speaker)
    return msgspec.structs.replace(cue, negated=True), (start, speaker[1])


def negative_start(words: list[Word], at: int) -> int | None:
    """Where a subject starts that tells of nobody: "nobody in the village", "hardly any witness"."""
    word, before = words[at], words[at - 1].lower if at else ""
    if before in english.NEAR_NEGATIONS:
        return at - 1
    if before == "not" and word.lower in english.NOT_ALL:
        return at - 1
    named = word.kind == "name" and at + 1 < len(words) and words[at + 1].kind == "name"
    if word.lower not in english.NOBODY or (word.lower == "little" and named):
        return None
    if word.lower in {"few", "little"} and before in english.COUNTING:
        return None
    numbered = word.lower == "no" and (word.end - word.start > 2 or words[at + 1].kind == "number")
    return None if numbered else at


def negating_auxiliary(words: list[Word], at: int) -> bool:
    """Whether negation and auxiliary stand before the subject at `at` ("nor did the mayor say")."""
    if at < 2 or words[at - 1].kind != "auxiliary":
        return False
    return words[at - 2].lower in english.FRONTED_NEGATIONS


def negation_counts(words: list[Word], cue: Cue, speaker: Range) -> bool:
    """Whether a negated verb still tells of a silence, of a doubt, or of what somebody does not want."""
    word = words[cue.end] if cue.end < len(words) else None
    lower = word.lower if word is not None else ""
    asks = lower in closed.INTERROGATIVES or lower in {"if", "who", "which"}
    if cue.lemma == "know" and asks and cue.end + 1 < len(words) and words[cue.end + 1].kind == "to":
        return False
    if cue.lemma in english.PUZZLED_VERBS and words[speaker[0]].kind == "pronoun":
        return False
    if cue.lemma == "say" and (word is None or word.kind in {".", ",", ";"} or says_no_more(words, cue.end)):
        return True
    if cue.lemma in english.TELLING_VERBS:
        behind = words[cue.end : cue.end + LONGEST_HEARER]
        return any(one.lower in closed.INTERROGATIVES | {"if", "whether"} for one in behind)
    if cue.lemma in english.WITHHOLDING_VERBS | english.UNSHOWN_VERBS:
        thing = word is not None and word.kind in {"determiner", "noun", "adjective", "possessive"}
        return asks or contents.has_clause(words, cue.end) or (thing and cue.lemma in english.NAMING_NOTHING)
    ruled_out = cue.lemma == "rule" and cue.particle
    return ruled_out or cue.lemma in english.DENIABLE_VERBS | english.NEGATED_ONLY_VERBS


LONGEST_HEARER = 4
"""Words behind "would not tell" in which its question begins: "us whether", "the court why"."""


def says_nothing(words: list[Word], cue: Cue) -> bool:
    """Whether a verb's object is "nothing" ("said nothing about the tax"), and it opens no clause."""
    if cue.lemma not in english.SAYING_VERBS | english.ADDRESSING_VERBS or cue.end >= len(words):
        return False
    if words[cue.end].lower not in {"nothing", "little"}:
        return False
    after = words[cue.end + 1] if cue.end + 1 < len(words) else None
    return after is None or after.kind in {"preposition", "to", ".", ",", ";", "subordinator"}


def says_no_more(words: list[Word], at: int) -> bool:
    """Whether "would not say" ends with "more" or "anything" at `at`: not "more than three words"."""
    than = at + 1 < len(words) and words[at + 1].lower == "than"
    return words[at].lower in {"more", "anything"} and not than
