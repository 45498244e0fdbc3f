"""What one source tells, by itself: all of a brief in which no other source has a say.

An account has the ids of a brief of its source alone: its claims are `C1`, `C2` …, its entities `N1` … in the
order in which they were found, its evidence `E` with the number of the sentence. Synthesis gives it the ids
that it has among others.
"""

from functools import cache

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


class Statements(msgspec.Struct, frozen=True, gc=False):
    """What one source states, and the sentences behind it: most of an account, needed once and late."""

    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    outlook: tuple[Outlook, ...]
    evidence: tuple[Evidence, ...]
    """Every sentence that one of these, an event or a name rests on, or that states something by itself."""


class Account(msgspec.Struct, frozen=True, gc=False):
    """What one source tells; its number is 1."""

    source: Source
    problems: tuple[Problem, ...]
    engine: str | None
    title: str
    """Its title, headline or subject; empty where it has none."""
    names: tuple[Named, ...]
    events: tuple[Event, ...]
    claims: int
    """How many it makes."""
    counted: tuple[str, ...]
    """What each of its figures counts, as a key; empty where nothing else can be the same."""
    harmed: tuple[str, ...]
    """What befell those whom each of its figures counts; empty where it counts nobody whom harm befell, or
    only some of them."""
    cited: tuple[str, ...]
    """Ids of the sentences that claims, figures and outlook rest on, and of those that state something in its
    own voice, whatever else is in the base."""
    best: float
    """The highest score among what it has to offer as a finding, but for how new it is; 0 without any."""
    packed: msgspec.Raw
    """Its `Statements`, in MessagePack: those of many sources at once would take three times the room."""

    @property
    def statements(self) -> Statements:
        """What it states, made anew each time."""
        return _decoder().decode(self.packed)


def packed(statements: Statements) -> msgspec.Raw:
    """`statements` as an account holds them."""
    return msgspec.Raw(msgspec.msgpack.encode(statements))


@cache
def _decoder() -> msgspec.msgpack.Decoder[Statements]:
    return msgspec.msgpack.Decoder(Statements)
