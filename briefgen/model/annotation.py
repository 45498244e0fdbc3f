"""What the extractors find in a document, each finding a span of its text."""

from collections.abc import Callable
from typing import Literal, NamedTuple

import msgspec

from briefgen.model.document import Document
from briefgen.model.problem import Problem
from briefgen.model.span import Span

Stance = Literal[
    "asserted",
    "alleged",
    "estimated",
    "assessed",
    "possible",
    "conditional",
    "warned",
    "unconfirmed",
    "denied",
    "declined",
]
"""How a speaker stands to a claim, told from the cue and the hedges in the content."""

EntityKind = Literal["person", "organisation", "place", "country", "event", "other"]
DateKind = Literal["date", "time", "duration", "set"]
Relation = Literal["in", "since", "until", "before", "after", "by", "about"]
Part = Literal["START", "MID", "END"]
Bound = Literal["exact", "more_than", "at_least", "less_than", "at_most", "about", "range"]


class Sentence(msgspec.Struct, frozen=True):
    """One sentence, without the white space around it."""

    span: Span
    block: int
    """Index of its block in the document."""


class DateMention(msgspec.Struct, frozen=True):
    """An expression of time and what it stands for."""

    span: Span
    kind: DateKind
    value: str
    """As TimeML's TIMEX3 writes it: `2024-10-18`, `2024-Q3`, `P2D`, `PXM`, `FUTURE_REF`, `XXXX-10-18`."""
    earliest: str | None = None
    """First day (or moment) it can mean, ISO 8601; none where it is not known or not a point in time."""
    latest: str | None = None
    relation: Relation = "in"
    """What the words before it make of it: "since" leaves its end open."""
    mod: Part | None = None
    """As TIMEX3 writes which part of the stretch is meant: `MID` of "mid-March", `START` of "early 2019"."""


class Quantity(msgspec.Struct, frozen=True):
    """A number with what it counts; the span takes in the hedge and the counted noun."""

    span: Span
    value: float
    unit: str | None = None
    """The unit or the counted noun, as the text has it."""
    bound: Bound = "exact"
    high: float | None = None
    """The upper end of a range."""
    per: str | None = None
    """What a rate is counted over: "day"."""
    money: str | None = None
    """ISO 4217 code."""
    what: Span | None = None
    """The whole phrase that is counted: "containers of artillery rounds"."""


class Entity(msgspec.Struct, frozen=True):
    """Somebody or something that the document names, with every place where it does."""

    name: str
    kind: EntityKind
    mentions: tuple[Span, ...]
    """In order; each a surface form in the text. A demonym ("North Korean") is none."""
    demonyms: tuple[Span, ...] = ()
    """Where an adjective made from a country's name stands; they are kept apart from the country."""
    roles: tuple[Span, ...] = ()
    """The text's own words for what a person is: "White House spokesperson"."""
    attributive: tuple[Span, ...] = ()
    """Where the name stands as an adjective to what follows ("Acme engineers", "UK farmers"); empty where
    it stands nowhere by itself, and is a mention there."""


class Claim(msgspec.Struct, frozen=True):
    """Somebody's saying something: who, by which word, what."""

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    quoted: bool
    """Whether any of the content stands in quotation marks."""
    entity: int | None = None
    """Index of the speaker among the document's entities."""
    stands_for: Span | None = None
    """Where the speaker is a pronoun or a short form: the fuller words it stands for, earlier in the text."""
    certain: bool = True
    """False where the speaker was inferred over a distance or between rivals."""
    parent: int | None = None
    """Index of the claim in whose content this one stands."""
    retracted: bool = False
    """Whether whoever said it takes it back: what an earlier version of the text said, what was withdrawn."""


class Annotated(msgspec.Struct, frozen=True):
    """A document and all that was found in it, each list in the order of the text."""

    document: Document
    sentences: tuple[Sentence, ...]
    clauses: tuple[Span, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    engine: str | None = None
    """What told kinds of words and names apart, with its version; none for briefgen's own rules."""


class Read(NamedTuple):
    """A document that was read, now or by an earlier run."""

    name: str
    """Its path from the folder that was named, with `/`."""
    found: Callable[[], Annotated]
    """Gives what was found in it."""


def as_read(found: Annotated) -> Read:
    """A document of which `found` is known."""
    return Read(found.document.name, lambda: found)
