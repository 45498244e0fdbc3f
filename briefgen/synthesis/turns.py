"""What a speaker later says to the contrary, so that no word that was taken back stands alone."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefgen.model.brief import Claim, Entity, Finding, Point, Source
from briefgen.synthesis.latest import of_one_event
from briefgen.synthesis.names import Registry
from briefgen.synthesis.statements import Memory, alikeness, claimed, contrary, is_recalled, names_of

ALIKE = 0.6
"""Alikeness of two statements, each word weighed alike, from which one takes the other back."""
PART = 3
"""Words of meaning that a shorter statement has, all of them in the longer, to be of the same thing."""
SHARED = 2
"""Words of meaning that both have at least."""
SILENT = ("declined", "unconfirmed")
"""Stances that take nothing back."""


class Turns(NamedTuple):
    """The claims of a base by who makes them, to find what was later said to the contrary."""

    claims: Mapping[str, Claim]
    """By their ids."""
    spoken: Mapping[str, tuple[Claim, ...]]
    """By who makes them."""
    sources: tuple[Source, ...]
    names: Mapping[str, tuple[str, ...]]
    """Of each entity, by its id."""
    registry: Registry
    memory: Memory


def turns_of(
    claims: Mapping[str, Claim], sources: tuple[Source, ...], entities: Iterable[Entity], registry: Registry
) -> Turns:
    """`claims`, by their ids, of `sources`, by those of the `entities` that make them."""
    spoken: dict[str, list[Claim]] = {}
    for one in claims.values():
        if one.stance not in SILENT:
            spoken.setdefault(_speaker(one), []).append(one)
    by_name = {name: tuple(ones) for name, ones in spoken.items()}
    return Turns(claims, by_name, sources, names_of(entities), registry, {})


def latest_turn(finding: Finding, turns: Turns) -> Point | None:
    """The newest contrary of `finding` that who said it says in a source of a later day, if there is one.

    What a source only recalls ("had said") is no newer word.
    """
    found: list[tuple[str, int, Claim]] = []
    for mine in (turns.claims[name] for name in finding.claims):
        since = _day(mine, turns)
        for other in turns.spoken.get(_speaker(mine), ()) if since else ():
            day = _day(other, turns)
            if day > since and _takes_back(other, mine, turns):
                found.append((day, -other.source, other))
    if not found:
        return None
    newest = max(found, key=lambda row: row[:2])[2]
    line = newest.statement
    return Point("later", line, newest.speaker, newest.status, line.evidence)


def _speaker(claim: Claim) -> str:
    """What who makes a claim is known again by: their entity, or, without a name, what they are called."""
    return claim.speaker.entity or claim.speaker.label.casefold().removeprefix("the ")


def _day(claim: Claim, turns: Turns) -> str:
    return (turns.sources[claim.source - 1].published or "")[:DAY]


DAY = len("2024-10-18")


def _takes_back(new: Claim, one: Claim, turns: Turns) -> bool:
    """Whether a claim is the contrary of an earlier one of the same speaker, and of the same thing.

    Two that are called alike without a name ("the ministry") are one where their sources are of one event.
    """
    if one.speaker.entity is None and not of_one_event(turns.registry, one.source, new.source):
        return False
    then, now = (
        claimed(claim, turns.sources[claim.source - 1], turns.names, 0, turns.memory) for claim in (one, new)
    )
    shared = then.telling & now.telling
    if len(shared) < SHARED or not contrary(then, now) or is_recalled(new):
        return False
    if len(shared) >= PART and shared in (then.telling, now.telling):
        return True
    return alikeness(then.telling, now.telling, {}) >= ALIKE
