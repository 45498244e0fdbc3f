"""How a speaker stands to a claim, as small marks told apart by their form alone."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, get_args

from briefgen.model.annotation import Stance
from briefgen.render.charts.drawing import INK, Entry, diamond, number, path, shape
from briefgen.render.labels import Labels

HALF = 4.0
"""Half of a mark."""

Standing = Literal["asserts", "alleges", "supposes", "denies", "unconfirmed", "declines"]
"""What the stances come to, in the order in which they are shown."""

STANDINGS: Mapping[Stance, Standing] = {
    "asserted": "asserts",
    "estimated": "asserts",
    "assessed": "asserts",
    "warned": "asserts",
    "alleged": "alleges",
    "possible": "supposes",
    "conditional": "supposes",
    "denied": "denies",
    "unconfirmed": "unconfirmed",
    "declined": "declines",
}


def _square(x: float, y: float) -> str:
    return shape([(x - 3.5, y - 3.5), (x + 3.5, y - 3.5), (x + 3.5, y + 3.5), (x - 3.5, y + 3.5)], False)


def _triangle(x: float, y: float) -> str:
    return shape([(x - HALF, y + 3.4), (x, y - HALF), (x + HALF, y + 3.4)], False)


def _cross(x: float, y: float) -> str:
    falling, rising = [(x - 3.6, y - 3.6), (x + 3.6, y + 3.6)], [(x - 3.6, y + 3.6), (x + 3.6, y - 3.6)]
    return _stroke(falling) + _stroke(rising)


def _ring(x: float, y: float) -> str:
    return (
        f'<circle class="hollow" cx="{number(x)}" cy="{number(y)}" r="3.8" fill="none" '
        f'stroke="{INK}" stroke-width="1.3"/>'
    )


def _dash(x: float, y: float) -> str:
    return _stroke([(x - HALF, y), (x + HALF, y)])


def _stroke(points: Iterable[tuple[float, float]]) -> str:
    return f'<path class="ink" d="{path(points)}" fill="none" stroke="{INK}" stroke-width="2"/>'


MARKS: Mapping[Standing, Callable[[float, float], str]] = {
    "asserts": _square,
    "alleges": _triangle,
    "supposes": lambda x, y: diamond(x, y, 4.2, True),
    "denies": _cross,
    "unconfirmed": _ring,
    "declines": _dash,
}
"""Draws a mark around a point."""


def explained(used: Iterable[Standing], labels: Labels) -> list[Entry]:
    """Entries of a legend for the marks in `used`."""
    kinds = set(used)
    return [
        Entry(lambda x, y, draw=MARKS[kind]: draw(x + 10, y), labels.chart[kind])  # type: ignore[misc]
        for kind in get_args(Standing)
        if kind in kinds
    ]
