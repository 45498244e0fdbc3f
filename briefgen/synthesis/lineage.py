"""What became of the sources of an earlier edition: still there, written anew, gone, or not looked at."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefgen.model.brief import Brief, Source, SourceFate


class Lineage(NamedTuple):
    """How the sources of two editions belong together."""

    fates: Mapping[str, SourceFate]
    """Of each source of the earlier edition, by its hash, what became of it."""
    now: Mapping[str, int]
    """Of each of them that is a source still, by its hash, the number it has now."""
    kept: frozenset[str]
    """Hashes of the sources that both editions have, byte for byte."""
    homes: Mapping[str, str]
    """Of each source of either edition, by its hash, the hash that stands for it and what came of it."""

    def home(self, source: Source) -> str:
        """What tells whether two sources of two editions are one, in this wording or another."""
        return self.homes.get(source.sha256, source.sha256)


def lineage_of(before: Brief, after: Brief, standing: Mapping[str, str]) -> Lineage:
    """What became of the sources of `before`.

    A source is known again by its bytes, or else by its name, its address, or its publisher and title.
    `standing` maps the names of sources that are there, and no part of `after`, to their hashes.
    """
    by_hash = {source.sha256: source.number for source in after.sources}
    kept = frozenset(by_hash) & {source.sha256 for source in before.sources}
    free = [source for source in after.sources if source.sha256 not in kept]
    known = {mark: source for source in reversed(free) for mark in _marks(source)}
    heirs: dict[str, Source] = {}
    taken: set[int] = set()
    for source in before.sources:
        heir = next((known[mark] for mark in _marks(source) if mark in known), None)
        if source.sha256 not in kept and heir is not None and heir.number not in taken:
            heirs[source.sha256] = heir
            taken.add(heir.number)
    now = {hash_: heir.number for hash_, heir in heirs.items()} | {one: by_hash[one] for one in kept}
    unread = {mark for row in after.coverage if row.state == "unread" for mark in (row.name, row.sha256)}
    apart = [row for row in after.coverage if row.state == "off_topic"]
    there = {*standing, *standing.values(), *(row.sha256 for row in apart if row.sha256)}
    turned = {row.name for row in apart}
    fates = {
        source.sha256: _fate(source, now, kept, unread=unread, there=there, turned=turned)
        for source in before.sources
    }
    homes = {heir.sha256: hash_ for hash_, heir in heirs.items()}
    return Lineage(MappingProxyType(fates), MappingProxyType(now), kept, MappingProxyType(homes))


def _fate(
    source: Source,
    now: Mapping[str, int],
    kept: frozenset[str],
    *,
    unread: set[str | None],
    there: set[str],
    turned: set[str],
) -> SourceFate:
    if source.sha256 in kept:
        return "kept"
    if source.sha256 in now:
        return "changed"
    if source.name in unread or source.sha256 in unread:
        return "unread"
    if source.name in there or source.sha256 in there:
        return "outside"
    return "off_topic" if source.name in turned else "gone"


def _marks(source: Source) -> tuple[tuple[str, ...], ...]:
    """By what a source is known again whose bytes have changed, the surest first."""
    marks: list[tuple[str, ...]] = [("name", source.name)]
    if source.url:
        marks.append(("url", source.url))
    if source.publisher and source.title:
        marks.append(("title", source.publisher, source.title))
    return tuple(marks)
