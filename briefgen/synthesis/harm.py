"""Numbers of people harmed that moved between two editions, however their sources word them."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
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
    later = list(_tolls(after, {one.number for one in after.sources if _is_new(one, lineage)}))
    kinds = {one.befell for one in later}
    seen = {one.number for one in before.sources if one.published and not _is_hidden(one, hidden)}
    earlier = [one for one in _tolls(before, seen) if one.befell in kinds] if later else []
    if not earlier:
        return
    earlier.sort(key=_newness, reverse=True)
    named = _Named(editions)
    for one in later:
        near = tuple(islice((other for other in earlier if _may_replace(one, other)), LOOKED_AT))
        known = next((two for two in near if named.shared(two, one) >= SHARED), None)
        if known is None:
            continue
        other = next(two for two in near if two is known or named.shared(two, known) >= SHARED)
        if other.figure.value != one.figure.value and _counts_all(other, one):
            yield other.figure, one.figure


def _is_new(source: Source, lineage: Lineage) -> bool:
    fresh = source.sha256 not in lineage.kept and lineage.home(source) == source.sha256
    return fresh and bool(source.published)


def _is_hidden(source: Source, hidden: frozenset[str]) -> bool:
    return not hidden.isdisjoint((source.name, source.sha256))


def _newness(one: Toll) -> tuple[str, bool, float]:
    """The newest last; of one day that which says that it counts all, then the highest."""
    return one.day, _says_all(one), one.figure.value


def _tolls(brief: Brief, wanted: Container[int]) -> Iterator[Toll]:
    """The tolls that the sources with the numbers `wanted` tell."""
    numbers = {one.id: one.source for one in brief.evidence if one.source in wanted}
    for figure in brief.figures:
        if not figure.evidence or figure.evidence[0] not in numbers or figure.status == "denied":
            continue
        befell = tallied(figure)
        if befell and not _is_apart(figure):
            yield Toll(figure, brief.sources[numbers[figure.evidence[0]] - 1], befell)


def _is_apart(figure: Figure) -> bool:
    """Whether a number counts only some of those whom an event harmed, or those of another event."""
    return is_addition(figure) or re.search(OF_ANOTHER, figure.what.text, re.IGNORECASE) is not None


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
        self.told: dict[str, list[str]] = {}
        for brief in editions:
            self.told |= _quotes_by_source(brief)
        self.forms = tuple(_forms(editions[1]).items())
        self.found: dict[str, frozenset[str]] = {}

    def shared(self, one: Toll, other: Toll) -> int:
        """How many names the sources of two tolls have in common."""
        return len(self._names(one.source) & self._names(other.source))

    def _names(self, source: Source) -> frozenset[str]:
        if source.sha256 not in self.found:
            text = "\n".join(self.told.get(source.sha256, ()))
            told = (name for name, forms in self.forms if any(form in text for form in forms))
            apart = (source.publisher or "").casefold()
            self.found[source.sha256] = frozenset(name for name in told if name.casefold() != apart)
        return self.found[source.sha256]


def _quotes_by_source(brief: Brief) -> dict[str, list[str]]:
    """The sentences that `brief` holds of each source, by its hash."""
    by_number: dict[int, list[str]] = {one.number: [] for one in brief.sources}
    for one in brief.evidence:
        by_number[one.source].append(one.quote)
    return {one.sha256: by_number[one.number] for one in brief.sources}


def _forms(brief: Brief) -> Mapping[str, Iterable[str]]:
    """The names that entities go by, by that which stands for them."""
    return {one.name: {one.name, *(alias.name for alias in one.aliases)} for one in brief.entities}
