"""Whether one of two wordings says the contrary of the other: by a negation, or by a word's opposite."""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefgen.language.english.opposites import (
    BARS,
    NEGATIONS,
    NO_NEGATION,
    OPPOSITES,
    PASSED_OVER,
    PLANS,
    UNTIL,
)
from briefgen.synthesis.forms import words_of

REACH = 4
"""Words behind a negation among which stands the one that it negates."""
REMEMBERED = 4096
"""Wordings whose turns are kept: each is held against several others."""
MOST = 24
"""Words with an opposite that are looked at in one wording; a bound on work."""

Words = tuple[str, ...]
Key = tuple[str, ...]
"""A word, by itself or with one that stands beside it."""


class Side(NamedTuple):
    """A word that has an opposite, as it stands in a wording."""

    word: str
    axis: str
    """What it and its opposites are known by."""
    positive: bool
    near: frozenset[tuple[str, str]]
    """The words of meaning before it and behind it."""


class Turns(NamedTuple):
    """What in a wording can turn it round."""

    negated: Counter[Key]
    plain: Counter[Key]
    """Words that are not negated."""
    sides: tuple[Side, ...]


def contrary_words(one: Words, other: Words) -> bool:
    """Whether what `one` says is negated in `other`, or the other way round; words in their forms.

    By a negation of a word that the other has without it, or by a word where the other has its opposite next
    to the same word. By both at once ("did not vote for", "voted against") it is not.
    """
    return _negates(one, other) != _has_opposite(one, other)


def turning(words: Words) -> frozenset[str]:
    """The words among `words` that negate others, or have an opposite."""
    return frozenset(word for word in words if word in NEGATIONS or word in _axes())


def is_negated(words: Words) -> bool:
    """Whether a negation stands in `words`."""
    return any(place for place, _ in _negations(words))


def _negates(one: Words, other: Words) -> bool:
    if UNTIL.isdisjoint(one) != UNTIL.isdisjoint(other):
        return False
    ours, theirs = turns_of(one), turns_of(other)
    if _goes_on(one, other) or _goes_on(other, one):
        return False
    return any(
        (ours.negated[word] - theirs.negated[word]) * (ours.plain[word] - theirs.plain[word]) < 0
        for word in ours.negated.keys() | theirs.negated.keys()
    )


def _goes_on(one: Words, other: Words) -> bool:
    """Whether `other` has all words of `one`, as many negations, and more that may part one from its word.

    "Is not in talks", "is not, at this time, in talks".
    """
    return set(one) < set(other) and len([*_negations(one)]) == len([*_negations(other)])


def _has_opposite(one: Words, other: Words) -> bool:
    ours, theirs = turns_of(one).sides, turns_of(other).sides
    mine = [side for side in ours if not any(_same_side(side, another) for another in theirs)]
    yours = [side for side in theirs if not any(_same_side(side, another) for another in ours)]
    return any(
        side.axis == another.axis
        and side.positive != another.positive
        and side.word != another.word
        and side.near & another.near
        for side in mine
        for another in yours
    )


def _same_side(one: Side, other: Side) -> bool:
    return one.axis == other.axis and one.positive == other.positive and bool(one.near & other.near)


@lru_cache(maxsize=REMEMBERED)
def turns_of(words: Words) -> Turns:
    """What in `words` can turn them round."""
    negated = {head for _, head in _negations(words) if head is not None}
    own = [place for place, word in enumerate(words) if _is_own(word)]
    sides = (
        Side(word, axis, positive != (place in negated), _near(words, place))
        for place, word in enumerate(words)
        for axis, positive in _axes().get(word, ())
    )
    return Turns(
        Counter(key for place in own if place in negated for key in _keys(words, place)),
        Counter(key for place in own if place not in negated for key in _keys(words, place)),
        tuple(side for side, _ in zip(sides, range(MOST), strict=False)),
    )


def _negations(words: Words) -> Iterator[tuple[int, int | None]]:
    """The place of each negation, counted from 1, with that of the word which it negates, counted from 0."""
    for place, word in enumerate(words):
        behind = words[place + 1 : place + 2]
        bars = word in _forms(BARS) and behind == ("to",)
        if not (bars or word in NEGATIONS) or any(_is_bound(one) for one in behind):
            continue
        heads = range(place + 1, min(len(words), place + 1 + REACH))
        yield place + 1, next((head for head in heads if not _is_between(words, head)), None)


def _is_bound(word: str) -> bool:
    return word[0].isdigit() or word in _forms(NO_NEGATION)


def _is_between(words: Words, place: int) -> bool:
    """Whether the word at `place` may stand between a negation and what it negates."""
    plans = words[place] in _forms(PLANS) and words[place + 1 : place + 2] == ("to",)
    return plans or _is_passed_over(words[place])


def _is_passed_over(word: str) -> bool:
    return word in _forms(PASSED_OVER) or word.endswith("ly") or word in NEGATIONS


def _is_own(word: str) -> bool:
    """Whether a word says something that can be negated."""
    return not (word[0].isdigit() or word in NEGATIONS or word in _forms(PASSED_OVER))


def _keys(words: Words, place: int) -> Iterator[Key]:
    """By what a word is held against another: itself; and, so that of two ships one sails, its neighbours."""
    yield (words[place],)
    yield from ((words[place], *near) for near in _near(words, place))


def _near(words: Words, place: int) -> frozenset[tuple[str, str]]:
    """The next word of meaning on either side of the one at `place`."""
    before = next((word for word in reversed(words[max(0, place - REACH) : place]) if _tells(word)), "")
    behind = next((word for word in words[place + 1 : place + 1 + REACH] if _tells(word)), "")
    found = (("before", before), ("behind", behind))
    return frozenset(pair for pair in found if pair[1])


def _tells(word: str) -> bool:
    return _is_own(word) and not word.endswith("ly") and word not in ("for", "into", "not")


@cache
def _axes() -> dict[str, tuple[tuple[str, bool], ...]]:
    """Of each word that has an opposite, in its form for comparison, the axes on which it stands."""
    found: dict[str, tuple[tuple[str, bool], ...]] = {}
    for line in OPPOSITES.strip().split("\n"):
        ones, others = (sorted(_forms(frozenset(side.split()))) for side in line.split("|"))
        for words, positive in ((ones, True), (others, False)):
            for word in words:
                found[word] = (*found.get(word, ()), (line, positive))
    return found


@cache
def _forms(words: frozenset[str]) -> frozenset[str]:
    """`words` in the forms in which statements are compared."""
    return frozenset(form for word in words for form in words_of(word))
