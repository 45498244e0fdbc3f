"""The brief: what a run found, in lines that each lead back to the words of a source.

A `Brief` holds quotes, spans and hashes but no documents, so it can be stored, compared,
verified and rendered on its own. `brief.json` is this value.
"""

from typing import Literal, get_args

import msgspec

from briefgen.model.annotation import Bound, DateKind, EntityKind, Relation, Stance
from briefgen.model.problem import Problem
from briefgen.model.span import Span

FORMAT_VERSION = 1
"""Raised when a reader of an older `brief.json` could misread a newer one."""

Status = Literal["reported", "corroborated", "disputed", "denied", "unconfirmed", "conditional"]
"""How far a claim stands, by the rules of `docs/statuses.md`."""

PieceKind = Literal["words", "added", "date", "gap"]
GapKind = Literal["declined", "unconfirmed", "single_origin", "unnamed", "silent", "undated", "unread"]
PointKind = Literal["finding", "later", "verification", "change"]
CoverageState = Literal["used", "duplicate", "unread", "off_topic"]
ChangeKind = Literal["changed", "status", "new", "withdrawn", "repeated"]
"""What became of a statement between two editions, in the order in which it is told: `status`, the same words
now stand otherwise; `repeated`, the same content in another source too. `docs/changes.md` has the rules."""
Difference = Literal["contrary", "figures", "date", "speaker", "stance", "longer", "shorter", "words"]
"""In what the new wording of a changed statement differs, the weightiest first: `contrary`, what was said
to be so is now said not to be."""
MoveKind = Literal["later", "report", "revised", "other"]
"""How a figure moved: `later`, the same speaker gives one for a later time; `report`, in a later report, not
both telling for when; `revised`, for the same time; `other`, somebody else gives another."""
SourceFate = Literal["kept", "changed", "gone", "off_topic", "outside", "unread"]
"""What became of a source: `changed`, its name has other bytes; `off_topic`, it has, and these name none of
the topics; `outside`, it is there and no part of this brief; `unread`, it could not be read this time."""
LOST: frozenset[SourceFate] = frozenset({"gone", "off_topic"})
"""What takes with it all that a source said."""
StretchKind = Literal["words", "strong", "emphasis", "address", "source"]
PassageKind = Literal["paragraph", "heading", "item", "quotation"]
Standard = Literal["ICD 203", "PHIA"]
"""A written standard for words of likelihood: of the intelligence community of the USA, or of the UK."""


class Piece(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A run of characters of a line, and where it comes from."""

    text: str
    kind: PieceKind = "words"
    """`words` of a source; `added` by the program, in square brackets; `date`, an ISO date so added;
    `gap`, words left out."""
    evidence: str | None = None
    """Id of the evidence that holds the words; none for what is added or left out."""
    span: Span | None = None
    """Place of the words in the source's text."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """A statement of the brief: words of sources, with the little that was added marked as such."""

    text: str
    """The pieces, joined."""
    pieces: tuple[Piece, ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of the evidence it rests on, each once, in order."""
        return tuple(dict.fromkeys(piece.evidence for piece in self.pieces if piece.evidence))


class Source(msgspec.Struct, frozen=True, gc=False):
    """A document of the base, with the descriptor that a reader needs to judge it."""

    number: int
    """From 1; the brief cites it as `[S1]`."""
    name: str
    """Its path from the folder that was named, with `/`."""
    media_type: str
    encoding: str
    size: int
    """Bytes."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    words: int
    claims: int
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    marking: str | None = None
    reliability: str | None = None

    @property
    def id(self) -> str:
        """What a citation names."""
        return f"S{self.number}"

    @property
    def origin(self) -> str:
        """Whose report it is: the publisher, or, where none is known, the document itself."""
        return self.publisher or self.name


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """A cited sentence, where it stands, and the paragraph around it."""

    id: str
    """`E1`, `E2` … in the order of sources and text."""
    source: int
    """Number of the source."""
    span: Span
    quote: str
    """The source's characters at `span`."""
    sha256: str
    """Of the quote in UTF-8, hexadecimal."""
    locator: str
    """"paragraph 3", in the document's own terms."""
    block: Span
    paragraph: str
    """The source's characters at `block`."""


class When(msgspec.Struct, frozen=True, gc=False):
    """A point or stretch of time, as precise as the source is."""

    words: str
    """As the source has it: "earlier this month"."""
    kind: DateKind
    value: str
    """TIMEX3: `2024-10`; a range as ISO 8601 writes it, `2017/2020`."""
    earliest: str | None = None
    latest: str | None = None
    relation: Relation = "in"
    mod: str | None = None
    """`START`, `MID` or `END` where only that part of the stretch is meant ("mid-March"); of a range those of
    both ends, as `MID/END`, either of which may be empty."""


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """Who says something."""

    label: str
    """Whom the words stand for: "Sean Savett" for "he"; source words or an entity's name."""
    words: str
    """The words of the source; empty where the source names nobody."""
    entity: str | None = None
    """Id of the entity."""
    certain: bool = True
    named: bool = True
    """False for an unnamed person ("a U.S. official"); an institution is known by its noun ("the police")."""


class Claim(msgspec.Struct, frozen=True, gc=False):
    """Somebody's saying something."""

    id: str
    """`C1`, `C2` … in the order of sources and text."""
    source: int
    speaker: Speaker
    stance: Stance
    status: Status
    quoted: bool
    cue: str
    content: Line
    """What is said, in the source's words: a quotation, or a paraphrase with the word that reports it."""
    statement: Line
    """The same with the attribution, as the source words it."""
    evidence: tuple[str, ...]
    when: tuple[When, ...] = ()
    """Dates inside the content."""
    parent: str | None = None
    """Id of the claim in whose content this one stands."""
    about: tuple[str, ...] = ()
    """Ids of the entities that the content names, in order; of very many the first."""


class Finding(msgspec.Struct, frozen=True, gc=False):
    """Something the brief tells: a claim, or a sentence in a source's own voice."""

    id: str
    """`F1` is the finding that matters most."""
    line: Line
    speaker: Speaker
    status: Status
    origins: int
    """From how many independent origins it comes."""
    evidence: tuple[str, ...]
    claims: tuple[str, ...] = ()
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    """What the score was made of, for people."""
    later: Line | None = None
    """The later word on it: what a newer source counts instead, where it tells how many people were harmed or
    survived, or what who said it later says to the contrary."""

    @property
    def cited(self) -> tuple[str, ...]:
        """All evidence that is shown with it."""
        return self.evidence if self.later is None else (*self.evidence, *self.later.evidence)


class Point(msgspec.Struct, frozen=True, gc=False):
    """One sentence of the bottom line."""

    kind: PointKind
    line: Line
    speaker: Speaker
    status: Status
    evidence: tuple[str, ...]


class Verification(msgspec.Struct, frozen=True, gc=False):
    """Who stands for and against a finding; each list holds ids of claims."""

    finding: str
    status: Status
    origins: int
    asserted: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, gc=False):
    """Something dated."""

    id: str
    when: When
    line: Line
    speaker: Speaker | None
    """Who says so; none where it is the source's own voice."""
    status: Status
    evidence: tuple[str, ...]
    claim: str | None = None
    said: bool = False
    """Whether it is only known when it was said, and not when it happened: "died, police said on Tuesday"."""


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A number of a source with all that is needed to read it."""

    id: str
    value: float
    bound: Bound
    what: Line
    """The clause of the source that holds the number."""
    speaker: Speaker | None
    status: Status
    evidence: tuple[str, ...]
    high: float | None = None
    unit: str | None = None
    per: str | None = None
    money: str | None = None
    when: When | None = None
    """For when it holds."""
    said: When | None = None
    """When it was said, where the source does not say for when it holds."""
    claim: str | None = None
    beside: tuple[str, ...] = ()
    """Ids of figures that count the same thing, to be read side by side; not a contradiction by itself."""
    worded: str | None = None
    """The number as the source words it, where its value would be written otherwise: "41.20", "half"."""


class Alias(msgspec.Struct, frozen=True, gc=False):
    """A name a source uses, how often, and where first."""

    name: str
    count: int
    evidence: str


class Entity(msgspec.Struct, frozen=True, gc=False):
    """Somebody or something that sources name."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[Alias, ...]
    """Every surface form, the most frequent first."""
    mentions: int
    claims: int
    """How many claims it makes."""
    evidence: tuple[str, ...]
    roles: tuple[Line, ...] = ()
    place: tuple[float, float] | None = None
    """Latitude and longitude in degrees: of a city, or of a point in a country; none where not known."""


class Outlook(msgspec.Struct, frozen=True, gc=False):
    """What a source expects."""

    line: Line
    speaker: Speaker
    status: Status
    evidence: tuple[str, ...]
    condition: Line | None = None
    when: When | None = None
    claim: str | None = None


class Gap(msgspec.Struct, frozen=True, gc=False):
    """Something that no source says or confirms."""

    kind: GapKind
    evidence: tuple[str, ...]
    """Ids of evidence or, where the gap is in the base itself, of sources (`S1`); none for inputs that
    could not be read, which the coverage lists."""
    line: Line | None = None
    subject: str | None = None
    """Whom or what it concerns."""
    count: int | None = None


class Coverage(msgspec.Struct, frozen=True, gc=False):
    """What became of one input."""

    name: str
    state: CoverageState
    source: int | None = None
    """Number of the source it became, or of the one it repeats."""
    size: int | None = None
    sha256: str | None = None
    problems: tuple[Problem, ...] = ()
    marking: str | None = None
    """Of the input itself, where it became no source of its own."""


class Story(msgspec.Struct, frozen=True, gc=False):
    """Sources that tell of the same event."""

    sources: tuple[str, ...]
    """Names of the sources."""


class Earlier(msgspec.Struct, frozen=True, gc=False):
    """A source of the edition that a brief is compared with."""

    number: int
    """From 1; the brief cites it as `[P1]`, so that it is never taken for one of its own sources."""
    source: Source
    """As that edition described it, with the number that it had there."""
    fate: SourceFate
    now: int | None = None
    """Number of the source that it is now, or that has its name."""

    @property
    def id(self) -> str:
        """What a citation names."""
        return f"P{self.number}"


class Change(msgspec.Struct, frozen=True, gc=False):
    """A statement that is not what it was in the earlier edition, or not where it was."""

    id: str
    """`D1`, `D2` …"""
    kind: ChangeKind
    line: Line | None
    """As it stands now; none where it is withdrawn."""
    before: Line | None
    """As it stood in the earlier edition, its evidence that of `Changes.evidence`; none where it is new."""
    speaker: Speaker
    """Who says so now; of what is withdrawn, who said so."""
    status: Status | None
    was: Status | None
    evidence: tuple[str, ...]
    """Ids of evidence of this brief (`E1`) and of the earlier edition (`P1-1`)."""
    differs: tuple[Difference, ...] = ()
    """Of what is changed: in what."""
    fate: SourceFate | None = None
    """Of what is withdrawn: what became of its source."""
    claims: tuple[str, ...] = ()
    """Ids of the claims of this brief that say so."""
    replies: tuple[str, ...] = ()
    """Where the status changed: ids of the claims of this brief that deny it or could not confirm it."""


class Move(msgspec.Struct, frozen=True, gc=False):
    """A figure that is not what it was."""

    kind: MoveKind
    figure: str
    """Id of the figure of this brief."""
    before: Figure
    """The earlier one; its evidence is that of `Changes.evidence`."""
    evidence: tuple[str, ...]


class Changes(msgspec.Struct, frozen=True, gc=False):
    """What a brief tells otherwise than an earlier edition, with the evidence of that edition."""

    edition: int
    """Number of the earlier edition."""
    as_of: str
    """What that edition stood for, ISO 8601."""
    changes: tuple[Change, ...]
    """By kind, the weightiest of each first."""
    moves: tuple[Move, ...]
    sources: tuple[Earlier, ...]
    """The sources of the earlier edition that are cited here, or that are changed or gone."""
    evidence: tuple[Evidence, ...]
    """Sentences of the earlier edition, taken from it and not read again: `P1-2` is the second of `P1`; their
    `source` is the number of an `Earlier`."""
    unchanged: int
    """How many statements of this brief stood in the earlier one too."""
    not_compared: int
    """How many statements of the earlier edition rest only on sources that are outside of this brief or could
    not be read, so that nothing is said of them."""
    came: tuple[int, ...] = ()
    """Numbers of the sources that were not in the earlier edition."""
    renewed: tuple[int, ...] = ()
    """Numbers of the sources whose bytes are others than they were."""
    remarked: tuple[tuple[int, str | None], ...] = ()
    """Numbers of the sources that are marked otherwise than they were, byte for byte the same, each with the
    marking that it bore."""
    declared: tuple[str | None, str | None] | None = None
    """The marking asked for the whole of the brief as it was and as it is, where that is not the same."""
    notes: tuple[tuple["Passage | None", "Passage | None"], ...] = ()
    """Passages of a person's own notes as they stood and as they stand, where that is not the same; none
    where there was or is no such."""

    @property
    def note_counts(self) -> dict[str, int]:
        """How many passages of the notes are `new`, `changed`, `withdrawn`."""
        pairs = [(was is not None, now is not None) for was, now in self.notes]
        told = {"new": (False, True), "changed": (True, True), "withdrawn": (True, False)}
        return {kind: pairs.count(pair) for kind, pair in told.items()}

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind."""
        kinds = [change.kind for change in self.changes]
        return {kind: kinds.count(kind) for kind in get_args(ChangeKind)}

    @property
    def nothing_new(self) -> bool:
        """Whether the brief tells nothing otherwise."""
        return not (self.changes or self.moves or self.notes or self.markings)

    @property
    def markings(self) -> int:
        """How many markings are others than they were: of sources, and that asked for the whole."""
        return len(self.remarked) + (self.declared is not None)


class Stretch(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A run of characters of a person's notes, all of one kind."""

    text: str
    """As the person wrote it; of a `source` its name."""
    kind: StretchKind = "words"
    """`words`, `strong` or in `emphasis`; an `address`; or a `source` that the person names."""
    source: int | None = None
    """Number of that source; none where it is not among those of the brief."""


class Passage(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A paragraph, heading, list item or quotation of a person's notes."""

    stretches: tuple[Stretch, ...]
    line: int
    """Where it begins in the file, from 1."""
    kind: PassageKind = "paragraph"
    depth: int = 0
    """How many lists it stands in."""
    number: int | None = None
    """Of an item of a numbered list."""

    @property
    def text(self) -> str:
        """Its words, without the names of sources."""
        return "".join(one.text for one in self.stretches if one.kind != "source")

    @property
    def whole(self) -> str:
        """Its words with the names of sources, in one line."""
        return " ".join("".join(one.text for one in self.stretches).split())

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that it names, in order."""
        return tuple(f"S{one.source}" for one in self.stretches if one.source is not None)


class Notes(msgspec.Struct, frozen=True, gc=False):
    """A person's own judgments, which no source bears out and no run changes."""

    name: str
    """Of the file."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    passages: tuple[Passage, ...]
    author: str | None = None
    date: str | None = None
    """ISO 8601: when they were written."""
    marking: str | None = None
    standard: Standard = "ICD 203"
    """What their words of likelihood are held against."""


class Brief(msgspec.Struct, frozen=True, gc=False):
    """Everything that any audience may be shown, and what it rests on."""

    format: int
    generator: str
    """Program and version."""
    name: str
    """Slug: the folder under the output folder."""
    title: str
    as_of: str
    """ISO 8601, a day or a moment."""
    edition: int
    language: str
    marking: str | None
    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...]
    bottom_line: tuple[Point, ...]
    key_points: tuple[Finding, ...]
    """Ranked; an audience shows as many as it has room for."""
    claims: tuple[Claim, ...]
    verification: tuple[Verification, ...]
    timeline: tuple[Event, ...]
    figures: tuple[Figure, ...]
    entities: tuple[Entity, ...]
    outlook: tuple[Outlook, ...]
    gaps: tuple[Gap, ...]
    stories: tuple[Story, ...]
    coverage: tuple[Coverage, ...]
    engine: str | None = None
    """What told kinds of words and names apart, with its version; none for briefgen's own rules."""
    declared: str | None = None
    """The marking that the user set on the whole brief; `marking` is the highest of it and the sources'."""
    withheld: int = 0
    """How many inputs are marked above what the brief may show; nothing in it rests on them."""
    notes: Notes | msgspec.UnsetType = msgspec.UNSET
    """A person's own judgments; not in the JSON where there are none."""
    topics: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    """What the brief keeps to: only sources that name one of these are told of; not in the JSON where all
    are."""
    changes: Changes | None = None
    """What is otherwise than in an earlier edition, if it was compared with one; last, and left out of the
    JSON where it was not."""
