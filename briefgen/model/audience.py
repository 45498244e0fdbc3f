"""Who a brief is cut for: what `audience.toml` of a template folder says."""

from typing import Literal, get_args

import msgspec

SectionName = Literal[
    "bottom_line",
    "key_points",
    "who_says_what",
    "verification",
    "timeline",
    "figures",
    "who_and_where",
    "outlook",
    "gaps",
    "sources",
    "coverage",
    "evidence",
]
ChartName = Literal["timeline", "figures", "matrix", "standing", "map"]
PageSize = Literal["A4", "Letter"]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The most entries that a section shows; none means all."""

    key_points: int | None = 8
    timeline: int | None = None
    figures: int | None = None
    outlook: int | None = None
    gaps: int | None = None


class Audience(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One audience: its sections in order, its limits, its page."""

    name: str
    title: str
    description: str
    sections: tuple[SectionName, ...]
    limits: Limits = Limits()
    charts: tuple[ChartName, ...] = get_args(ChartName)
    """The pictures that it is shown, as far as there is something to draw."""
    page: PageSize = "A4"
    labels: str = "en"
    """The language of the words that templates add."""
    marking_ceiling: str | None = None
    """The highest marking of what the audience may see; none means all."""
