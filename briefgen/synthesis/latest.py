"""What later reporting counts of the harm that a finding tells of, so that no older toll stands alone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.model.account import Account
from briefgen.model.brief import Claim, Figure, Finding, Line, Point, Source, Speaker
from briefgen.synthesis.names import Registry

SHARED = 2
"""Names that two sources have in common from which their tolls are of one event."""


class Toll(NamedTuple):
    """A number of people whom harm befell, all of them."""

    place: int
    """Of the figure among those of the base."""
    figure: Figure
    befell: str
    """One word for what befell them."""
    source: int
    """The number of the source that gives it."""


class Tolls(NamedTuple):
    """The numbers of people harmed that a base holds, and what tells which of them are of one event."""

    all: tuple[Toll, ...]
    cited: Mapping[str, tuple[Toll, ...]]
    """By the first sentence that each rests on."""
    sources: tuple[Source, ...]
    claims: Mapping[str, Claim]
    registry: Registry


def tolls_of(
    figures: tuple[Figure, ...],
    accounts: tuple[Account, ...],
    sources: tuple[Source, ...],
    claims: Mapping[str, Claim],
    registry: Registry,
) -> Tolls:
    """Those of `figures`, which `accounts` give, that count all whom something befell.

    `claims` are by their ids.
    """
    harmed = ((number, befell) for number, one in enumerate(accounts, 1) for befell in one.harmed)
    found = tuple(
        Toll(place, figure, befell, number)
        for place, (figure, (number, befell)) in enumerate(zip(figures, harmed, strict=True))
        if befell
    )
    cited: dict[str, list[Toll]] = {}
    for one in found:
        cited.setdefault(one.figure.evidence[0], []).append(one)
    return Tolls(found, {name: tuple(ones) for name, ones in cited.items()}, sources, claims, registry)


def latest_toll(finding: Finding, tolls: Tolls) -> Point | None:
    """The newest number of the dead, hurt or missing that replaces one in the words of `finding`, if any.

    Newest by the day of publication. Two tolls are of one event where their sources share `SHARED` names, or
    the one name, of no person, place or organisation, that the base is about: a ship, a storm, a flight.
    """
    found: list[tuple[str, int, Figure]] = []
    for mine in _told_by(finding, tolls):
        since = _day(tolls.sources[mine.source - 1])
        for other in tolls.all:
            day = _day(tolls.sources[other.source - 1])
            newer = bool(since) and day > since
            if newer and of_one_event(tolls.registry, mine.source, other.source) and _replaces(other, mine):
                found.append((day, -other.source, other.figure))
    if not found:
        return None
    newest = max(found, key=lambda one: one[:2])
    return _point(newest[2], tolls.sources[-newest[1] - 1], tolls.claims)


def _told_by(finding: Finding, tolls: Tolls) -> list[Toll]:
    """The tolls that stand in the words of `finding`, in their order."""
    cited = set(finding.evidence)
    near = (toll for name in cited for toll in tolls.cited.get(name, ()))
    return sorted(
        one for one in near if set(one.figure.evidence) <= cited and _stands_in(one.figure.what, finding.line)
    )


def superseded_last(
    findings: tuple[Finding, ...], top: Finding | None, latest: Sequence[Point | None]
) -> list[int]:
    """The places of `findings` in the order in which they are told.

    `latest` holds the later word on each, if there is one. Behind all others, the leading one excepted, come
    those whose later word the bottom line or another finding tells anyway.
    """
    told = {one.line.text for one in findings}
    told |= {point.line.text for one, point in zip(findings, latest, strict=True) if one is top and point}

    def is_behind(place: int) -> bool:
        point = latest[place]
        return point is not None and findings[place] is not top and point.line.text in told

    return sorted(range(len(findings)), key=is_behind)


def with_latest(findings: tuple[Finding, ...], latest: Iterable[Point | None]) -> tuple[Finding, ...]:
    """`findings`, each with the later word on it."""
    return tuple(
        replace(one, later=point.line) if point else one for one, point in zip(findings, latest, strict=True)
    )


def _stands_in(part: Line, line: Line) -> bool:
    """Whether the words of `part` stand in `line`, whatever quotation marks are around them."""
    spans = [piece.span for piece in line.pieces if piece.span is not None]
    words = [piece.span for piece in part.pieces if piece.span is not None]
    return part.text in line.text or all(any(span.holds(word) for span in spans) for word in words)


def of_one_event(registry: Registry, one: int, other: int) -> bool:
    """Whether two sources, by their numbers, speak of one event: `latest_toll` says when they do."""
    shared = set(registry.ids[one - 1]) & set(registry.ids[other - 1])
    return len(shared) >= SHARED or any(_is_topic(registry, name) for name in shared)


def _is_topic(registry: Registry, name: str) -> bool:
    """Whether a name is of some thing that at least half of the sources speak of."""
    spoken = sum(name in ids for ids in registry.ids)
    return registry.kinds[name] in ("event", "other") and 2 * spoken >= len(registry.ids)


def _day(source: Source) -> str:
    return source.published or ""


def _replaces(other: Toll, mine: Toll) -> bool:
    """Whether a later figure counts the same with another number, and not of an earlier time."""
    later, figure = other.figure, mine.figure
    if other.befell != mine.befell or later.value == figure.value or later.status == "denied":
        return False
    past, from_when = later.when, figure.when
    if past is None or not past.latest or from_when is None or not from_when.earliest:
        return True
    return past.latest[:10] >= from_when.earliest[:10]


def _point(figure: Figure, source: Source, claims: Mapping[str, Claim]) -> Point:
    if figure.claim:
        claim = claims[figure.claim]
        return Point("later", claim.statement, claim.speaker, claim.status, claim.statement.evidence)
    speaker = figure.speaker or Speaker(source.publisher or source.name, "")
    return Point("later", figure.what, speaker, figure.status, figure.evidence)
