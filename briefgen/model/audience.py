"""Who a brief is cut for: what `audience.toml` of a template folder says."""

from typing import Literal, get_args

import msgspec

SectionName = Literal[
    "bottom_line",
    "key_points",
    "changes",
    "who_says_what",
    "verification",
    "timeline",
    "figures",
    "who_and_where",
    "outlook",
    "gaps",
    "notes",
    "sources",
    "coverage",
    "evidence",
]
ChartName = Literal["timeline", "figures", "matrix", "standing", "map"]
ChangeShown = Literal["status", "changed", "figures", "withdrawn", "new", "repeated", "notes", "sources"]
"""What can be told of an earlier edition: kinds of change, figures that moved, a person's notes, sources that
came or went."""
PageSize = Literal["A4", "Letter"]
Citations = Literal["links", "numbers", "sources"]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The most entries that a section shows; none means all. What is cut is counted below it."""

    bottom_line: int | None = None
    key_points: int | None = 8
    changes: int | None = None
    """Of all kinds together, each kind in its turn."""
    speakers: int | None = None
    claims: int | None = None
    """Of one speaker."""
    verification: int | None = None
    timeline: int | None = None
    figures: int | None = None
    entities: int | None = None
    """Of one kind."""
    outlook: int | None = None
    gaps: int | None = None
    notes: int | None = None
    """Paragraphs and list items."""
    sources: int | None = None


class Colours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Colours of the page on paper and a light screen, as `#rrggbb`; none leaves the style sheet's."""

    accent: str | None = None
    """Titles of sections, citations, the rule beside the bottom line."""
    ink: str | None = None
    """Text."""
    quiet: str | None = None
    """What explains: facts, notes, heads of tables."""
    rule: str | None = None
    """Hairlines."""
    paper: str | None = None
    """The ground."""


class Logo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A picture at the head of the first page."""

    file: str
    """Its name in the audience's folder: SVG, PNG or JPEG."""
    text: str
    """What it shows, in words, for who cannot see it."""


class Audience(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One audience: its sections in order, its limits, its page."""

    name: str
    title: str
    description: str
    sections: tuple[SectionName, ...]
    limits: Limits = Limits()
    charts: tuple[ChartName, ...] = get_args(ChartName)
    """The pictures that it is shown, as far as there is something to draw."""
    changes: tuple[ChangeShown, ...] = get_args(ChangeShown)
    """What of an earlier edition it is told, in this order, where the brief was compared with one."""
    tables: bool = True
    """Whether what the timeline's picture shows stands in a table below it too."""
    citations: Citations = "links"
    """Whether a line names its evidence by links, by numbers that lead nowhere, or by its sources alone."""
    pages: int | None = None
    """The most pages of the PDF; what does not fit is cut."""
    page: PageSize = "A4"
    labels: str = "en"
    """The language of the words that templates add."""
    plain: bool = False
    """Whether those words are the plain ones, for readers who know no terms of the trade."""
    marking_ceiling: str | None = None
    """The highest marking of what the audience may see; none means all."""
    colours: Colours = Colours()
    logo: Logo | None = None
