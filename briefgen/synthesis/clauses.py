"""Whether a date and a number belong to one clause, told from the words between the two."""

import re
from functools import cache
from itertools import pairwise

from briefgen.language.english.dating import CONNECTORS, SET_ASIDE, TEMPORAL
from briefgen.language.english.foresight import CLAUSE_RELATIONS
from briefgen.language.english.function_words import FINITE_AUXILIARIES, SUBJECT_PRONOUNS
from briefgen.language.english.verbs import IRREGULAR_VERBS, OFTEN_NOUNS, REGULAR_VERBS
from briefgen.model.span import Span

WORD = re.compile(r"[\w’']+")
BARRIERS = re.compile(r"[;:()\[\]\"“”«»]|--|—")
"""Signs beyond which another statement begins."""
COMPARING = (["from"], ["than"])
"""Words before a date with which a number is compared: "up 10 points from May"."""
NEAR = 6
"""Words at most between a date that comes first and the number that it dates without a verb."""
BEFORE = 32
"""Characters before a date or number in which the words stand that set it aside."""
JOINING = frozenset({"and", "or"})
"""Words that join nouns as often as clauses."""
BESIDE = 3
"""Words at most beside a date in a phrase that says no more than when."""


def dates_number(text: str, clause: Span, number: Span, date: Span) -> bool:
    """Whether the date at `date` says for when the number at `number` holds, both in `clause`.

    It does where no verb of another clause stands between the two: a number in the subject may have its
    verb there ("six were hurt on Monday"), a date that opens the clause too ("in May, it sold six"). A date
    in a clause that opens with "since", "until", "before" or "after" dates what stands before that; one that
    is compared with ("from May") does not.
    """
    if number.meets(date):
        return False
    if date.start < number.start:
        return _from_before(text, clause, number, date)
    between = Span(number.end, date.start).of(text)
    words = _words(between)
    relations = [place for place, word in enumerate(words) if word in CLAUSE_RELATIONS]
    if BARRIERS.search(between) or words[-1:] in COMPARING:
        return False
    if relations:
        words = words[relations[-1] + 1 :]
        return _verbs(words) <= 1 and _is_plain(words)
    if "," in between and not _is_temporal(between.rpartition(",")[2]):
        return False
    before = _words(Span(clause.start, number.start).of(text))
    return _is_plain(words) and (not _verbs(words) or (_verbs(words) == 1 and not _verbs(before)))


def _from_before(text: str, clause: Span, number: Span, date: Span) -> bool:
    """Whether a date dates a number that comes after it."""
    between = Span(date.end, number.start).of(text)
    words = _words(between)
    if BARRIERS.search(between) or not _is_plain(words):
        return False
    if _is_temporal(_clause_opening(Span(clause.start, date.start).of(text))):
        return _verbs(words) <= 1
    return not _verbs(words) and "," not in between and len(words) <= NEAR


def _is_plain(words: list[str]) -> bool:
    """Whether no other clause begins within `words`: "and" joins nouns as often as clauses."""
    return not set(words) & CONNECTORS or (not _verbs(words) and not set(words) & (CONNECTORS - JOINING))


def is_set_aside(text: str, span: Span) -> bool:
    """Whether the date or number at `span` is told only as what is not so: "14, not 40"."""
    before = text[max(0, span.start - BEFORE) : span.start]
    hinted = "not" in before or " of" in before or "than" in before
    return hinted and re.search(SET_ASIDE, before, re.IGNORECASE) is not None


def has_verb(words: str) -> bool:
    """Whether another verb stands in `words`; one that may be a noun counts behind "and"."""
    found = _words(words)
    if _verbs(found):
        return True
    return any(one in CONNECTORS and _may_be_verb(other) for one, other in pairwise(found))


def opens_as_clause(words: str) -> bool:
    """Whether a passage begins with a subject and its auxiliary: "inflation would fall", "Acme was using"."""
    found = _words(words.partition(",")[0])
    until = next((place for place, word in enumerate(found) if word in FINITE_AUXILIARIES), 0)
    return until > 0 and not set(found[:until]) & CONNECTORS


def opens_with_pronoun(words: str) -> bool:
    """Whether a passage begins with a word that stands for something said before it."""
    opening = WORD.search(words)
    return opening is not None and re.split("['’]", opening.group().casefold())[0] in POINTING


POINTING = (SUBJECT_PRONOUNS - {"many", "few", "most", "some", "others", "there"}) | {
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
}
"""Words that say nothing of whom or what they stand for."""


def _is_temporal(words: str) -> bool:
    """Whether the words beside a date in its phrase say no more than when."""
    found = _words(words)
    return len(found) <= BESIDE and all(word in TEMPORAL for word in found)


def _clause_opening(before: str) -> str:
    """Of the words before a date those behind the last comma, without what ties them to that before it."""
    words = _words(before.rpartition(",")[2])
    ties = [place for place, word in enumerate(words) if word in CONNECTORS - TEMPORAL]
    return " ".join(words[len(ties) :]) if ties == list(range(len(ties))) else before


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _verbs(words: list[str]) -> int:
    """How many groups of verbs stand in `words`: "have been seen" is one."""
    marks = [_is_verb(word) for word in words]
    return sum(mark and not (place and marks[place - 1]) for place, mark in enumerate(marks))


@cache
def _is_verb(word: str) -> bool:
    """Whether a word is a finite verb or a participle, as far as its form tells."""
    if word in FINITE_AUXILIARIES or word in {"been", "being"}:
        return True
    if word in OFTEN_NOUNS:
        return False
    return word in _irregular() or _ends_as_verb(word)


def _ends_as_verb(word: str) -> bool:
    if word.endswith("ed") and len(word) > 4:
        return not word.endswith("eed") and not word.endswith("dred")
    return word.endswith("s") and word[:-1] in REGULAR_VERBS and word[:-1] not in OFTEN_NOUNS


def _may_be_verb(word: str) -> bool:
    """Whether a word can be a verb's form at all."""
    return _is_verb(word) or word in OFTEN_NOUNS or (word.endswith("s") and word[:-1] in OFTEN_NOUNS)


@cache
def _irregular() -> frozenset[str]:
    """The pasts and participles of irregular verbs that are no other word."""
    return frozenset(form for line in IRREGULAR_VERBS.strip().splitlines() for form in line.split()[1:]) - {
        "set",
        "put",
        "cost",
        "cut",
        "hit",
        "shut",
        "split",
        "spread",
        "read",
        "left",
        "saw",
        "felt",
        "forecast",
    }
