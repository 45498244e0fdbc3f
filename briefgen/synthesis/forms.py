"""The forms of words by which two wordings are compared: endings off, numbers as digits, empty words out."""

import re
from functools import lru_cache
from itertools import pairwise

from briefgen.language.english.function_words import MONTHS, WEEKDAYS
from briefgen.language.english.numbers import APART, SCALES, SMALL, TENS
from briefgen.language.english.rewording import BE, CAN, EMPTY_WORDS, RELATIVE_DAYS, ROUGHLY, WILL
from briefgen.synthesis.matters import family
from briefgen.synthesis.similarity import singular

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
NOT = re.compile(r"n['’]t\b|(?<=\bcan)not\b")
DAYS_OF_THE_WEEK = WEEKDAYS | RELATIVE_DAYS
REMEMBERED = 65536
"""Words whose form for comparison is kept: those of a large base."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` in forms that can be compared: endings off, numbers as digits, empty words out."""
    found: list[str] = []
    for word in TOKEN.findall(NOT.sub(" not", text.casefold())):
        form = form_of(word)
        if not form:
            continue
        scale = SCALES.get(word)
        if scale and found and found[-1][0].isdigit():
            found[-1] = _times(found[-1], scale)
        elif word in SMALL and found and found[-1] in TENS_SPOKEN and 0 < SMALL[word] < TEN:
            found[-1] = str(int(found[-1]) + SMALL[word])
        else:
            found.append(form)
    return tuple(found)


Serials = frozenset[tuple[str, str]]
"""Things told apart by a number, each as its noun and its number: "reactor 3"."""


def serials_of(text: str) -> Serials:
    """The things in `text` that a number behind their noun tells apart."""
    found = TOKEN.findall(text.casefold())
    pairs = ((singular(word), number) for word, number in pairwise(found) if word in APART)
    return frozenset((word, number) for word, number in pairs if number.isdigit())


def others(one: Serials, other: Serials) -> bool:
    """Whether two texts speak of two things of one kind: of reactor 3 and of reactor 4."""
    mine, theirs = ({word for word, _ in serials} for serials in (one, other))
    return any({pair for pair in one if pair[0] == word}.isdisjoint(other) for word in mine & theirs)


def _times(number: str, scale: float) -> str:
    """A number that a word such as "million" stands behind: "1.2 million" is 1200000."""
    try:
        return f"{float(number) * scale:.15g}"
    except ValueError:
        return number  # such as 1.2.3


TEN = 10
TENS_SPOKEN = frozenset(map(str, TENS.values()))


@lru_cache(maxsize=REMEMBERED)
def form_of(word: str) -> str:
    """The form of a word for comparison; empty where it says nothing by itself."""
    if word[0].isdigit():
        return word.replace(",", "")
    if word in EMPTY_WORDS or word in ("s", "t"):
        return ""
    for forms, instead in ((BE, "be"), (WILL, "will"), (CAN, "can"), (ROUGHLY, "")):
        if word in forms:
            return instead
    if word in DAYS_OF_THE_WEEK or word in MONTHS:
        return word
    number = SMALL.get(word, TENS.get(word))
    return str(number) if number is not None else family(singular(word))
