"""Tell how a speaker stands to a claim from the cue and from the hedges in the content."""

import re

from briefgen.language.english import cues as english
from briefgen.language.english import hedges
from briefgen.model.annotation import Stance

UNCONFIRMED = re.compile(hedges.UNCONFIRMED, re.IGNORECASE)
DECLINED = re.compile(hedges.DECLINED, re.IGNORECASE)
NOT_EITHER = re.compile(hedges.NOT_EITHER, re.IGNORECASE)
CANNOT_TELL = re.compile(hedges.CANNOT_TELL, re.IGNORECASE)
FIRST_SENTENCE = re.compile(hedges.FIRST_SENTENCE, re.DOTALL)
ASIDE = re.compile(hedges.ASIDE, re.IGNORECASE)
EXPECTED_WOULD = re.compile(hedges.EXPECTED_WOULD, re.IGNORECASE)
CONDITIONAL = re.compile(hedges.CONDITIONAL, re.IGNORECASE)
HYPOTHETICAL = re.compile(hedges.HYPOTHETICAL, re.IGNORECASE)
HEDGES: tuple[tuple[re.Pattern[str], Stance], ...] = (
    (re.compile(hedges.DENIED, re.IGNORECASE), "denied"),
    (re.compile(hedges.ALLEGED, re.IGNORECASE), "alleged"),
    (re.compile(hedges.POSSIBLE, re.IGNORECASE), "possible"),
    (re.compile(hedges.ESTIMATED, re.IGNORECASE), "estimated"),
    (re.compile(hedges.ASSESSED, re.IGNORECASE), "assessed"),
)
REFUSABLE = re.compile(hedges.REFUSABLE, re.IGNORECASE)
DISMISSABLE = re.compile(hedges.DISMISSABLE, re.IGNORECASE)
SURPRISED = re.compile(hedges.SURPRISED, re.IGNORECASE)
ALLEGED = re.compile(hedges.ALLEGED, re.IGNORECASE)
LONGEST = 3000
"""Code points of a content that are read for hedges; what comes later does not hedge the whole."""


def default_stance(lemma: str) -> Stance:
    """The stance of a cue with no hedge beside it."""
    found = (
        english.VERB_STANCES.get(lemma)
        or english.CUE_NOUNS.get(lemma)
        or english.CUE_ADJECTIVES.get(lemma)
        or english.REPORTING_ADVERBS.get(lemma)
    )
    return found or "asserted"  # type: ignore[return-value]


def stance_of(lemma: str, cue: str, content: str, direct: bool, negated: bool) -> Stance:
    """The stance of a claim by its cue's base form, its cue's words and its content's.

    `direct` is whether the content begins with the speaker's own words.
    """
    words = content[:LONGEST]
    withheld = withheld_stance(cue, words, direct)
    if withheld is not None:
        return withheld
    if negated:
        return negated_stance(lemma)
    default: Stance = "alleged" if ALLEGED.search(cue) else told_stance(lemma, words)
    return default if default in PLAIN else hedged(words, direct) or default


def told_stance(lemma: str, words: str) -> Stance:
    """The stance of a cue by what follows it: a thing turned down, a clause suspected, a question."""
    if lemma in QUESTIONS and WHETHER.match(words):
        return "possible"
    if lemma == "suspect" and not OF_DEED.match(words):
        return "assessed"
    if lemma == "plead" and words.startswith("not "):
        return "denied"
    if lemma == "dismiss" and not DISMISSABLE.search(words[:160]):
        return "asserted"
    default = default_stance(lemma)
    return "asserted" if default == "denied" and REFUSABLE.match(words) else default


OF_DEED = re.compile(r"(?:\S+\s){1,6}of\b")
"""What follows "suspect" where somebody is suspected of a deed."""
QUESTIONS = frozenset("ask inquire wonder question".split())
WHETHER = re.compile(r"(?:whether|if)\b")


def withheld_stance(cue: str, words: str, direct: bool) -> Stance | None:
    """The stance of a speaker who does not know or will not say, told from the words of cue and content."""
    if NOT_EITHER.search(cue):
        return "declined"
    if CANNOT_TELL.search(cue) or UNCONFIRMED.search(f"{cue} {words}"):
        return "unconfirmed"
    return "declined" if DECLINED.search(words if direct else f"{cue} {words}") else None


def negated_stance(lemma: str) -> Stance:
    """The stance of a negated verb: no knowledge, a wish or a plan turned down, or words withheld."""
    if lemma in english.SILENT_VERBS:
        return "declined"
    if lemma in english.UNSURE_WHEN_NEGATED or lemma in english.CUE_NOUNS:
        return "unconfirmed"
    if lemma in english.CUE_ADJECTIVES:
        return "unconfirmed" if english.CUE_ADJECTIVES[lemma] == "assessed" else "denied"
    return "denied" if lemma in english.DENIABLE_VERBS else "declined"


PLAIN = frozenset({"alleged", "denied", "declined", "warned", "estimated"})
"""Stances that a cue gives and no hedge in the content changes."""


def without_asides(words: str) -> str:
    """The words without hedges that stand beside the main clause."""
    return ASIDE.sub("", words) if HEDGING.search(words) else words


HEDGING = re.compile(r"\b(?:could|may|might|if|as\slong\sas)\b", re.IGNORECASE)
"""Words that may hedge or may not."""


def hedged(words: str, direct: bool) -> Stance | None:
    """The stance that hedges in the content give, if there are any."""
    if SURPRISED.search(words):
        return "assessed"
    question = re.match(r"(?:that\s)?if\b[^,]*$", words[:200], re.IGNORECASE)
    first = FIRST_SENTENCE.match(words)
    main = without_asides(words)
    opening = without_asides(first.group()) if first else main
    would = direct and HYPOTHETICAL.search(opening)
    supposed = would and HYPOTHETICAL.search(EXPECTED_WOULD.sub("", opening))
    if supposed or (CONDITIONAL.search(opening) and not question):
        return "conditional"
    second = FIRST_SENTENCE.match(words[first.end() :]) if first else None
    early = without_asides(words[: first.end() + second.end()]) if first and second else main
    return next((s for pattern, s in HEDGES if pattern.search(words if s == "denied" else early)), None)
