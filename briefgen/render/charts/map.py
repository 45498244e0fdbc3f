"""The places that are named, on a map of land without borders."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from briefgen.model.brief import Entity
from briefgen.render.charts.drawing import (
    GREY,
    INK,
    LAND,
    PAPER,
    SMALL,
    WIDTH,
    Drawing,
    Entry,
    Point,
    clean,
    drawing,
    legend,
    number,
    shortened,
    text,
    wrapped,
)
from briefgen.render.charts.land import HIGHEST, LOWEST, Window, coasts, window_around
from briefgen.render.faces import width
from briefgen.render.labels import Labels
from briefgen.render.view import View

LEAST, MOST = 2, 40
"""Places without which a map says nothing; those on one map, the ones most often named."""
FEW, LARGEST, LARGEST_OF_MANY = 12, 7.0, 4.6
"""Places up to which a mark may be large, and half of the largest mark of few and of more."""
LONGEST = 150.0
"""Units of a name."""
NEXT = 13.0
"""Between two lines of the note."""


class _Spot(NamedTuple):
    """A place on the map."""

    x: float
    y: float
    half: float
    """Of its mark."""
    country: bool
    name: str


class _Label(NamedTuple):
    """A name beside its mark."""

    left: float
    base: float
    words: str
    weight: int

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        run = width(self.words, self.weight) * SMALL
        return self.left, self.base - SMALL * 0.8, self.left + run, self.base + SMALL * 0.25


def map_chart(view: View, labels: Labels, across: float = WIDTH) -> Drawing | None:
    """The countries and cities that are named, where they lie; none with fewer than two.

    A dot is a city, a ring a country, at a point near its middle; the larger it is, the more often the place
    is named. Only land is drawn: no border, for borders are claims too.
    """
    placed = [one for one in view.brief.entities if one.place and LOWEST < one.place[0] < HIGHEST]
    if len(placed) < LEAST:
        return None
    window = window_around([one.place for one in placed[:MOST] if one.place], across)
    largest = LARGEST if len(placed) <= FEW else LARGEST_OF_MANY
    spots = [_spot(one, window, largest) for one in placed[:MOST]]
    names = _labels(spots, window)
    right, bottom = number(across - 0.4), number(window.height - 0.4)
    frame = f"M.4 .4H{right}V{bottom}H.4Z"
    parts = [
        _land(window),
        *(_mark(spot) for spot in reversed(spots)),
        *(text(name.left, name.base, name.words, SMALL, INK, name.weight) for name in names),
        f'<path class="ink" d="{frame}" fill="none" stroke="{INK}" stroke-width="0.8"/>',
    ]
    explained, height = legend(_entries(spots, len(placed) - len(names), labels), window.height + 16, across)
    note = wrapped(labels.chart["map_note"], across, 3 if across >= WIDTH else 8, size=SMALL)
    parts += [text(0, height + 9 + NEXT * index, words, SMALL, GREY) for index, words in enumerate(note)]
    return drawing([*parts, *explained], height + 5 + NEXT * len(note), _words(placed[:MOST], labels), across)


def _land(window: Window) -> str:
    outlines = "".join(_outline(points) for points in coasts(window))
    return (
        f'<path class="land" d="{outlines or "M0 0"}" transform="scale(.1)" fill="{LAND}" '
        'fill-rule="evenodd"/>'
    )


def _outline(points: Sequence[Point]) -> str:
    """A closed line in steps of tenths of a unit, which are shorter to write than places."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), steps = tenths[0], []
    for before, after in pairwise(tenths):
        steps += [str(after[0] - before[0]), str(after[1] - before[1])]
    return f"M{x} {y}l{' '.join(steps)}z"


def _spot(entity: Entity, window: Window, largest: float) -> _Spot:
    latitude, longitude = entity.place or (0.0, 0.0)
    x, y = window.at(longitude, latitude)
    half = min(largest, 2.0 + 0.9 * sqrt(entity.mentions))
    return _Spot(x, y, half, entity.kind == "country", clean(entity.name))


def _mark(spot: _Spot) -> str:
    return _ring(spot.x, spot.y, spot.half) if spot.country else _dot(spot.x, spot.y, spot.half)


def _dot(x: float, y: float, half: float) -> str:
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(half)}"'
    return f'<circle class="filled" {place} fill="{INK}" stroke="{PAPER}" stroke-width="0.8"/>'


def _ring(x: float, y: float, half: float) -> str:
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(half)}"'
    return f'<circle class="hollow" {place} fill="{PAPER}" stroke="{INK}" stroke-width="1.6"/>'


def _labels(spots: Sequence[_Spot], window: Window) -> list[_Label]:
    """A name for each spot that has room for one beside it, the spots most often named first."""
    taken = [
        (spot.x - spot.half, spot.y - spot.half, spot.x + spot.half, spot.y + spot.half) for spot in spots
    ]
    found = []
    for spot in spots:
        free = (one for one in _around(spot) if _fits(one.box, taken, window))
        label = next(free, None)
        if label:
            taken.append(label.box)
            found.append(label)
    return found


def _around(spot: _Spot) -> Iterator[_Label]:
    """The places for a name, the best first: right, left, above, below, and between these."""
    weight = 600 if spot.country else 400
    words = shortened(spot.name, LONGEST, "", weight, SMALL)
    run, gap = width(words, weight) * SMALL, spot.half + 3
    middle, above, below = spot.y + SMALL * 0.35, spot.y - gap, spot.y + gap + SMALL * 0.7
    right, left, centred = spot.x + gap, spot.x - gap - run, spot.x - run / 2
    beside: list[Point] = [(right, middle), (left, middle), (centred, above), (centred, below)]
    beside += [(right - 3, above + 3), (right - 3, below - 3), (left + 3, above + 3), (left + 3, below - 3)]
    return (_Label(x, base, words, weight) for x, base in beside)


def _fits(
    box: tuple[float, float, float, float],
    taken: Sequence[tuple[float, float, float, float]],
    window: Window,
) -> bool:
    left, top, right, bottom = box
    inside = left >= 2 and right <= window.across - 2 and top >= 2 and bottom <= window.height - 2
    return inside and not any(
        left < other[2] + 1 and other[0] < right + 1 and top < other[3] and other[1] < bottom
        for other in taken
    )


def _entries(spots: Sequence[_Spot], more: int, labels: Labels) -> list[Entry]:
    """What the legend explains."""
    kinds = {spot.country for spot in spots}
    entries = [Entry(lambda x, y: _dot(x + 10, y, 3.5), labels.chart["map_city"])] if False in kinds else []
    if True in kinds:
        entries.append(Entry(lambda x, y: _ring(x + 10, y, 3.5), labels.chart["map_country"]))
    entries.append(Entry(lambda x, y: _dot(x + 3, y, 2.2) + _dot(x + 14, y, 4.6), labels.chart["map_size"]))
    if more:
        entries.append(Entry(lambda x, y: "", labels.chart["map_more"].format(count=more)))
    return entries


def _words(placed: Sequence[Entity], labels: Labels) -> str:
    """What the drawing shows."""
    places = ", ".join(f"{clean(one.name)} ({one.mentions:,})" for one in placed)
    return labels.chart["map_alt"].format(count=len(placed), places=places)
