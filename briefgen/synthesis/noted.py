"""What a person's notes say otherwise than in an earlier edition, passage by passage."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.model.brief import Notes, Passage

Noted = tuple[Passage | None, Passage | None]
"""A passage as it stood and as it stands; none where there was or is no such."""
WORD = re.compile(r"\w+(?:[.,]\d+)*")
ALIKE = 0.5
"""Of the words of two passages so many have to be in both for one to replace the other: half, so that a
judgment with another likelihood, date or number is a change, and one on another matter is not."""


def note_changes(before: Notes | None, after: Notes | None, hidden: frozenset[str]) -> tuple[Noted, ...]:
    """The passages of `after` that are new or changed, in their order; behind them those that are withdrawn.

    A passage with the same words and sources is the same wherever it stands; headings are not compared. What
    named a source in `hidden` counts as if it had never been there.
    """
    then = [one for one in _said(before) if hidden.isdisjoint(_named(one))]
    now = list(_said(after))
    kept = {_key(one) for one in then} & {_key(one) for one in now}
    then = [one for one in then if _key(one) not in kept]
    now = [one for one in now if _key(one) not in kept]
    pairs = _replaced(then, now)
    gone = sorted(set(range(len(then))) - set(pairs.values()))
    told = [(then[pairs[place]] if place in pairs else None, one) for place, one in enumerate(now)]
    return tuple((_unlinked(was), one) for was, one in [*told, *((then[place], None) for place in gone)])


def _said(notes: Notes | None) -> Iterator[Passage]:
    return (one for one in (notes.passages if notes else ()) if one.kind != "heading")


def _named(one: Passage) -> frozenset[str]:
    return frozenset(stretch.text for stretch in one.stretches if stretch.kind == "source")


def _key(one: Passage) -> tuple[str, frozenset[str]]:
    return " ".join(one.text.split()), _named(one)


def _replaced(then: list[Passage], now: list[Passage]) -> dict[int, int]:
    """For places in `now` the place in `then` of what each replaces: the most alike first, each once."""
    earlier, later = ([_words(one) for one in ones] for ones in (then, now))
    found = [
        (-_likeness(old, new), place, was)
        for place, new in enumerate(later)
        for was, old in enumerate(earlier)
        if _likeness(old, new) >= ALIKE
    ]
    pairs: dict[int, int] = {}
    for _, place, was in sorted(found):
        if place not in pairs and was not in pairs.values():
            pairs[place] = was
    return pairs


def _words(one: Passage) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(one.text))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's index."""
    return len(one & other) / len(one | other) if one | other else 1.0


def _unlinked(one: Passage | None) -> Passage | None:
    """`one` without the numbers that its sources had in the earlier edition."""
    if one is None:
        return None
    return replace(one, stretches=tuple(replace(stretch, source=None) for stretch in one.stretches))
