"""Read what hangs on a reporting noun, and what a text says that there is no evidence for."""

import msgspec

from briefgen.extract.claims import contents
from briefgen.extract.claims.contents import is_finite, verb_start
from briefgen.extract.claims.cues import Cue, group_start, negates, withheld_start
from briefgen.extract.claims.drafts import Draft
from briefgen.extract.claims.frames import opens_clause
from briefgen.extract.claims.negation import negative_start
from briefgen.extract.claims.phrases import Range, subject_before
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english
from briefgen.language.english import function_words as closed


def lacking(words: list[Word], cue: Cue) -> Cue:
    """A noun's cue, negated where there is none ("no evidence that", "has not offered any proof that")."""
    start = cue.head
    while start > 0 and cue.head - start < 4 and describes(words[start - 1]):
        start -= 1
    if start and words[start - 1].lower == "any":
        start -= 1
    if start and words[start - 1].lower in LACKING:
        return msgspec.structs.replace(cue, start=start - 1, negated=True)
    denied = not_found_start(words, start) if cue.lemma in english.LACKED else start
    return msgspec.structs.replace(cue, start=denied, negated=True) if denied < start else cue


def describes(word: Word) -> bool:
    """Whether a word may stand between "no" and its noun."""
    return word.kind in {"adjective", "noun", "past", "and"} and word.lower not in LACKING


LACKING = frozenset("no not without little zero never neither".split())
"""Words that deny the noun after them."""


def not_found_start(words: list[Word], start: int) -> int:
    """Where the verb group starts that denies its object at `start` ("has not offered"), else `start`."""
    verb = start - 1
    if verb < 1 or words[verb].lower not in english.FINDING:
        return start
    group = group_start(words, verb)
    withheld = withheld_start(words, group)
    subject = subject_before(words, withheld)
    nobody = subject is not None and negative_start(words, subject[0]) is not None
    return withheld if nobody or withheld < group or negates(words[group:verb]) else start


def read_lacked(words: list[Word], cue: Cue, speaker: Range | None) -> Draft | None:
    """The claim for which there is no evidence, whatever stands between: it is left open."""
    at = after_search(words, cue.end)
    borne = after_bearing(words, at)
    if borne > at and borne < len(words) and words[borne].kind != "that":
        return Draft(cue, speaker, ((borne, thing_end(words, borne, cue)),))
    if borne >= len(words):
        return None
    if words[borne].kind == "that" or opens_clause(words, borne):
        whole = contents.has_clause(words, borne + 1)
        return Draft(cue, speaker, ((borne, noun_clause_end(words, borne, cue)),)) if whole else None
    tied = words[borne].lower in {"of", "for"} and cue.lemma in english.LACKED_OF
    return Draft(cue, speaker, ((borne + 1, thing_end(words, borne + 1, cue)),)) if tied else None


def after_search(words: list[Word], at: int) -> int:
    """Where the verb group ends by which evidence is looked for ("has been found so far"), else `at`."""
    verb = at
    while verb < len(words) and words[verb].kind in {"auxiliary", "adverb"}:
        verb += 1
    if verb < len(words) and words[verb].lower in english.FINDING:
        at = verb + 1
    while at < len(words) and (words[at].kind == "adverb" or words[at].lower in {"yet", "far"}):
        at += 1
    return at


def after_bearing(words: list[Word], at: int) -> int:
    """Where "to support", "to back up" ends that stands at `at`, else `at`."""
    after = [word.lower for word in words[at : at + 3]]
    if len(after) < 2 or after[0] != "to" or after[1] not in english.BEARING_OUT:
        return at
    return at + 2 + (after[2:] in (["up"], ["out"]))


def noun_clause_end(words: list[Word], that: int, cue: Cue) -> int:
    """Where a "that" clause ends that hangs on a noun: at the latest where the noun's own verb comes."""
    end = contents.content_end(words, that, cue)
    verbs = 0
    for index in range(that + 1, end):
        word = words[index]
        if word.kind in {"and", ",", "relative", "that", "subordinator"}:
            verbs = 0
        elif word.lower in closed.FINITE_AUXILIARIES and word.kind == "auxiliary":
            fresh = words[index - 1].kind not in {"auxiliary", "adverb", "negation"}
            if verbs and fresh:
                return index
            verbs += fresh
        elif word.kind in {"past", "verb"} and words[index - 1].kind in {"noun", "name", "pronoun"}:
            verbs += 1
    return end


def thing_end(words: list[Word], start: int, cue: Cue) -> int:
    """Where what follows "denial of" or "promise to" ends: at the latest at the next finite verb."""
    end = contents.content_end(words, start, cue)
    for index in range(start + 2, end):
        if words[index].kind in {"relative", "that"}:
            return end
        if is_finite(words, index) and words[index - 1].kind != "to":
            return verb_start(words, index)
    return end
