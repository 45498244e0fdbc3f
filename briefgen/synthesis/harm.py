"""Numbers of people harmed that moved between two editions, however their sources word them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefgen.language.english.rewording import COUNTING_ALL, OF_ANOTHER
from briefgen.model.brief import Brief, Figure, Source
from briefgen.synthesis.lineage import Lineage
from briefgen.synthesis.tolls import is_addition, tallied

SHARED = 2
"""Names that two sources have in common from which their tolls are of one event, as in `latest.py`."""
LOOKED_AT = 24
"""Tolls of one kind, the newest, that a later one is held against; a bound on work."""
DAY = len("2024-10-18")


class Toll(NamedTuple):
    """A number of people whom harm befell, all of them."""

    figure: Figure
    source: Source
    befell: str

    @property
    def day(self) -> str:
        """The day on which its source came out; empty where that is not known."""
        return (self.source.published or "")[:DAY]


def tolls_that_moved(
    editions: tuple[Brief, Brief], lineage: Lineage, hidden: frozenset[str]
) -> Iterator[tuple[Figure, Figure]]:
    """Tolls of the earlier of two `editions`, each with one of a new source of the later that differs.

    `lineage` ties their sources; what rests on a source whose name or hash is in `hidden` is left out. A toll
    is held against the newest one of the same event, of no later day, where one of them says that it counts
    all: its source, or one that is of that event, shares `SHARED` names with the source of the other. What a
    source that is written anew counts is left to who compares it with itself.
    """
    before, after = editions
    later = [one for one in _tolls(after, frozenset()) if one.day and _is_new(one.source, lineage)]
    kinds = {one.befell for one in later}
    earlier = [one for one in _tolls(before, hidden) if one.befell in kinds and one.day] if later else []
    if not earlier:
        return
    named = _Named(editions)
    for one in later:
        near = sorted((other for other in earlier if _may_replace(one, other)), key=_newness)[-LOOKED_AT:]
        known = next((two for two in reversed(near) if named.shared(two, one) >= SHARED), None)
        if known is None:
            continue
        other = next(two for two in reversed(near) if two is known or named.shared(two, known) >= SHARED)
        if other.figure.value != one.figure.value and _counts_all(other, one):
            yield other.figure, one.figure


def _is_new(source: Source, lineage: Lineage) -> bool:
    return source.sha256 not in lineage.kept and lineage.home(source) == source.sha256


def _newness(one: Toll) -> tuple[str, bool, float]:
    """The newest last; of one day that which says that it counts all, then the highest."""
    return one.day, _says_all(one), one.figure.value


def _tolls(brief: Brief, hidden: frozenset[str]) -> Iterator[Toll]:
    numbers = {one.id: one.source for one in brief.evidence}
    for figure in brief.figures:
        befell = "" if figure.status == "denied" or not figure.evidence else tallied(figure)
        apart = is_addition(figure) or re.search(OF_ANOTHER, figure.what.text, re.IGNORECASE)
        if befell and not apart and figure.evidence[0] in numbers:
            source = brief.sources[numbers[figure.evidence[0]] - 1]
            if hidden.isdisjoint((source.name, source.sha256)):
                yield Toll(figure, source, befell)


def _may_replace(one: Toll, other: Toll) -> bool:
    return one.befell == other.befell and other.day <= one.day and one.source.sha256 != other.source.sha256


def _counts_all(one: Toll, other: Toll) -> bool:
    """Whether one of two tolls says that it counts all there are by then: "brings the toll to 24"."""
    return _says_all(one) or _says_all(other)


def _says_all(one: Toll) -> bool:
    return re.search(COUNTING_ALL, one.figure.what.text, re.IGNORECASE) is not None


class _Named:
    """The names that sources of two editions have in their sentences, looked up once for each."""

    def __init__(self, editions: tuple[Brief, Brief]) -> None:
        self.texts: dict[str, str] = {}
        for brief in editions:
            words = _words_by_source(brief)
            self.texts |= {one.sha256: words.get(one.number, "") for one in brief.sources}
        self.forms = tuple(_forms(editions[1]).items())
        self.found: dict[str, frozenset[str]] = {}

    def shared(self, one: Toll, other: Toll) -> int:
        """How many names the sources of two tolls have in common."""
        return len(self._names(one.source) & self._names(other.source))

    def _names(self, source: Source) -> frozenset[str]:
        if source.sha256 not in self.found:
            text = self.texts.get(source.sha256, "")
            told = (name for name, forms in self.forms if any(form in text for form in forms))
            apart = (source.publisher or "").casefold()
            self.found[source.sha256] = frozenset(name for name in told if name.casefold() != apart)
        return self.found[source.sha256]


def _words_by_source(brief: Brief) -> Mapping[int, str]:
    found: dict[int, list[str]] = {}
    for one in brief.evidence:
        found.setdefault(one.source, []).append(one.quote)
    return {number: "\n".join(quotes) for number, quotes in found.items()}


def _forms(brief: Brief) -> Mapping[str, Iterable[str]]:
    """The names that entities go by, by that which stands for them."""
    return {one.name: {one.name, *(alias.name for alias in one.aliases)} for one in brief.entities}
