"""What an archive is rendered from: jobs with the editions that may be shown, and the words they hold."""

import msgspec

from briefgen.model.edition import Edition
from briefgen.model.marking import Level
from briefgen.render.labels import Labels


class Link(msgspec.Struct, frozen=True):
    """A file of an edition."""

    path: str
    """From the folder of the archive."""
    kind: str
    """As people call it: "PDF"."""
    media_type: str


class Listed(msgspec.Struct, frozen=True):
    """An edition as the archive shows it."""

    edition: Edition
    """With the head that the audience is shown."""
    links: tuple[Link, ...]
    """The page to read first."""
    anchors: frozenset[str] = frozenset()
    """Ids of evidence in that page."""


class Shelf(msgspec.Struct, frozen=True):
    """A job with its editions."""

    job: str
    audience: str
    listed: tuple[Listed, ...]
    """The newest first."""
    state: str | None = None
    """How the last run ended, by the name of its state; none where it never ran."""
    ran: str | None = None
    """When, ISO 8601 in UTC."""
    marking: str | None = None
    """The highest of what is shown of it."""
    withheld: bool = False
    """Whether editions are left out because of their markings."""


class Origin(msgspec.Struct, frozen=True):
    """A source as the search shows it."""

    name: str
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    marking: str | None = None

    @property
    def words(self) -> str:
        """What of it is searched."""
        return " \n ".join(one for one in (self.publisher or self.name, self.title) if one)


class Record(msgspec.Struct, frozen=True):
    """Words that can be found: a claim, a cited sentence in which there is none, or a title."""

    kind: str
    """`claim`, `sentence` or `title`."""
    job: str
    text: str
    speaker: str
    stance: str
    status: str
    source: Origin
    day: str
    """By which it is ordered and bounded: of publication, or that the newest edition stands for."""
    first: int
    """Number of the first edition that holds it."""
    first_anchor: str
    last: int
    anchor: str
    """Of its evidence in the page of the last edition; empty where that page shows none."""


class Archive(msgspec.Struct, frozen=True):
    """All of it."""

    shelves: tuple[Shelf, ...]
    records: tuple[Record, ...]
    """The newest first."""
    labels: Labels
    levels: tuple[Level, ...]
    """Markings that occur, each with its look."""
    generator: str
    marking: str | None = None
    """The highest of what is shown."""
    ceiling: str | None = None
    address: str | None = None
    """Where the archive is served, with no `/` at its end; none for links from file to file."""
