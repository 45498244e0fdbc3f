"""What a run is asked for, apart from its sources."""

import msgspec

from briefgen.model.marking import TLP_2, Scheme

BUILT_IN = "built-in"
"""The engine that comes with briefgen, as `--engine` names it."""


class Request(msgspec.Struct, frozen=True):
    """The settings of one brief that do not depend on its audience."""

    name: str
    """Slug: the folder under the output folder."""
    today: str
    """ISO 8601 day, read from the clock once, at the edge; used only where nothing else gives a date."""
    title: str | None = None
    as_of: str | None = None
    """ISO 8601 day or moment; without it the newest publication date."""
    marking: str | None = None
    scheme: Scheme = TLP_2
    """The order of the markings."""
    edition: int = 1
