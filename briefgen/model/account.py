"""What one source tells, by itself: all of a brief in which no other source has a say.

An account has the ids of a brief of its source alone: its claims are `C1`, `C2` …, its entities `N1` … in the
order in which they were found, its evidence `E` with the number of the sentence. Synthesis gives it the ids
that it has among others.
"""

import msgspec

from briefgen.model.annotation import EntityKind
from briefgen.model.brief import Alias, Claim, Event, Evidence, Figure, Line, Outlook, Source
from briefgen.model.problem import Problem


class Named(msgspec.Struct, frozen=True, gc=False):
    """An entity as one source speaks of it."""

    name: str
    kind: EntityKind
    mentions: int
    """How often it is named by a name."""
    places: int
    """The same with demonyms and with names that stand as adjectives."""
    forms: tuple[Alias, ...]
    """The names it goes by, in the order in which they first stand."""
    roles: tuple[Line, ...]
    claims: int
    """How many claims it makes, alone or with others."""
    heard: bool
    """Whether it is among those who speak, or its people do."""
    spoken_of: tuple[int, ...]
    """Places, from 0, of the claims whose content names it."""


class Account(msgspec.Struct, frozen=True, gc=False):
    """What one source tells; its number is 1."""

    source: Source
    problems: tuple[Problem, ...]
    engine: str | None
    title: str
    """Its title, headline or subject; empty where it has none."""
    names: tuple[Named, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    counted: tuple[str, ...]
    """What each of the figures counts, as a key; empty where nothing else can be the same."""
    outlook: tuple[Outlook, ...]
    evidence: tuple[Evidence, ...]
    """Every sentence that one of these rests on, or in which a name stands first."""
    cited: tuple[str, ...]
    """Ids of the sentences that claims, figures and outlook rest on, whatever else is in the base."""
    best: float
    """The highest score among what it has to offer as a finding, but for how new it is; 0 without any."""
