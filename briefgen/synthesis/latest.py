"""What later reporting counts of the harm that a finding tells of, so that no older toll stands alone."""

from collections.abc import Iterable, Mapping

from briefgen.model.brief import Claim, Evidence, Figure, Finding, Point, Source, Speaker
from briefgen.synthesis.names import Registry
from briefgen.synthesis.tolls import is_addition, tallied

SHARED = 2
"""Names that two sources have in common from which their tolls are of one event."""


def latest_toll(
    top: Finding,
    figures: Iterable[Figure],
    evidence: tuple[Evidence, ...],
    sources: tuple[Source, ...],
    claims: Mapping[str, Claim],
    registry: Registry,
) -> Point | None:
    """The newest number of the dead, hurt or missing that replaces one in the words of `top`, if any does.

    Newest by the day of publication. Two tolls are of one event where their sources share `SHARED` names, or
    the one name, of no person, place or organisation, that the base is about: a ship, a storm, a flight.
    """
    source_of = {one.id: one.source for one in evidence}
    tolls = [one for one in figures if one.evidence and tallied(one) and not is_addition(one)]
    told = [one for one in tolls if set(one.evidence) <= set(top.evidence) and one.what.text in top.line.text]
    found: list[tuple[str, int, Figure]] = []
    for mine in told:
        home = source_of[mine.evidence[0]]
        since = _day(sources[home - 1])
        for other in tolls:
            number = source_of[other.evidence[0]]
            day = _day(sources[number - 1])
            newer = bool(since) and day > since
            if newer and _of_one_event(registry, home, number) and _replaces(other, mine):
                found.append((day, -number, other))
    if not found:
        return None
    newest = max(found, key=lambda one: one[:2])
    return _point(newest[2], sources[-newest[1] - 1], claims)


def _of_one_event(registry: Registry, one: int, other: int) -> bool:
    shared = set(registry.ids[one - 1]) & set(registry.ids[other - 1])
    return len(shared) >= SHARED or any(_is_topic(registry, name) for name in shared)


def _is_topic(registry: Registry, name: str) -> bool:
    """Whether a name is of some thing that at least half of the sources speak of."""
    spoken = sum(name in ids for ids in registry.ids)
    return registry.kinds[name] in ("event", "other") and 2 * spoken >= len(registry.ids)


def _day(source: Source) -> str:
    return source.published or ""


def _replaces(other: Figure, mine: Figure) -> bool:
    """Whether a later figure counts the same with another number, and not of an earlier time."""
    if tallied(other) != tallied(mine) or other.value == mine.value or other.status == "denied":
        return False
    past, from_when = other.when, mine.when
    if past is None or not past.latest or from_when is None or not from_when.earliest:
        return True
    return past.latest[:10] >= from_when.earliest[:10]


def _point(figure: Figure, source: Source, claims: Mapping[str, Claim]) -> Point:
    if figure.claim:
        claim = claims[figure.claim]
        return Point("later", claim.statement, claim.speaker, claim.status, claim.statement.evidence)
    speaker = figure.speaker or Speaker(source.publisher or source.name, "")
    return Point("later", figure.what, speaker, figure.status, figure.evidence)
