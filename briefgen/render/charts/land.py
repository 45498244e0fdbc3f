"""Outlines of land, cut to a window on the globe and laid out flat."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefgen.render.charts.drawing import WIDTH, Point

LOWEST, HIGHEST = -58.0, 84.0
"""Latitudes of the whole world: what lies beyond is ice."""
WORLD = 220.0
"""Degrees of longitude from which on the whole world is shown."""
LEAST_WIDE, LEAST_TALL = 26.0, 14.0
"""Degrees of the smallest window: with less, nobody knows which part of the world it is."""
MARGIN = 0.14
"""Of the window, around the places in it."""
FLATTEST, TALLEST = 0.34, 0.52
"""Height of the map as a share of its width."""
SMALL_FLATTEST, SMALL_TALLEST = 0.6, 1.1
"""The same for a map that is higher than wide, on a phone."""
DETAILED = 120.0
"""Degrees of longitude below which coasts are drawn in detail."""
SPECK = 1.2
"""Units; an island that is smaller either way is left out."""
STEP = 0.9
"""Units; points of a coast nearer to the one before are left out."""


class Land(msgspec.Struct, frozen=True):
    """The file as it is written; `README.md` beside it says where it comes from.

    Outlines are the first point and then steps, longitude before latitude. One of the two lists is read.
    """

    source: str
    unit: int
    """Numbers to a degree."""
    fine: msgspec.Raw
    coarse: msgspec.Raw


class Window(NamedTuple):
    """A part of the globe between two meridians and two parallels, laid out so that its middle is true."""

    west: float
    east: float
    """More than 180 where it lies behind the date line."""
    south: float
    north: float
    across: float = WIDTH
    """Units from the western to the eastern end."""

    @property
    def squeezed(self) -> float:
        """The length of a degree of longitude, in those of latitude, at the middle parallel."""
        whole = self.east - self.west >= 360
        return 1.0 if whole else max(0.3, cos(radians((self.south + self.north) / 2)))

    @property
    def scale(self) -> float:
        """Units of a degree of latitude."""
        return self.across / ((self.east - self.west) * self.squeezed)

    @property
    def height(self) -> float:
        """Units from the southern to the northern end."""
        return (self.north - self.south) * self.scale

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a place lies, in units."""
        east = (longitude - self.west) % 360
        return east * self.squeezed * self.scale, (self.north - latitude) * self.scale


def window_around(places: Sequence[tuple[float, float]], across: float = WIDTH) -> Window:
    """The window that holds all `places`, latitudes and longitudes, with some air around them."""
    west, wide = _arc(sorted(longitude % 360 for _, longitude in places))
    if wide > WORLD:
        return Window(-180.0, 180.0, LOWEST, HIGHEST, across)
    south, north = min(latitude for latitude, _ in places), max(latitude for latitude, _ in places)
    south, north = _widened(south, north, LEAST_TALL)
    west, east = _widened(west, west + wide, LEAST_WIDE)
    found = Window(west, east, max(-85.0, south), min(85.0, north), across)
    return _shaped(found)


def _arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest arc over all `longitudes`, in order: its western end and how far it reaches."""
    gaps = [
        ((after - before) % 360 or 360.0 * (len(longitudes) == 1), after)
        for before, after in zip((longitudes[-1], *longitudes), longitudes, strict=False)
    ]
    gap, west = max(gaps)
    return west, 360 - gap


def _widened(low: float, high: float, least: float) -> tuple[float, float]:
    middle, half = (low + high) / 2, max((high - low) * (0.5 + MARGIN), least / 2)
    return middle - half, middle + half


def _shaped(window: Window) -> Window:
    """`window` made taller or wider, so that the map is neither a ribbon nor a column."""
    west, east, south, north, across = window
    flattest, tallest = (FLATTEST, TALLEST) if across >= WIDTH else (SMALL_FLATTEST, SMALL_TALLEST)
    wide, tall = (east - west) * window.squeezed, north - south
    if tall < flattest * wide:
        south, north = _within(south, north, min(flattest * wide, 170.0))
    elif tall > tallest * wide:
        more = tall / tallest / window.squeezed
        if more >= 360:
            return Window(-180.0, 180.0, LOWEST, HIGHEST, across)
        middle = (west + east) / 2
        west, east = middle - more / 2, middle + more / 2
    back = 360 * ((west + 180) // 360)
    return Window(west - back, east - back, south, north, across)


def _within(south: float, north: float, tall: float) -> tuple[float, float]:
    """A stretch of `tall` degrees around another, moved so that it does not reach beyond the poles."""
    middle = (south + north) / 2
    middle = min(max(middle, tall / 2 - 85), 85 - tall / 2)
    return middle - tall / 2, middle + tall / 2


@cache
def _read() -> Land:
    return msgspec.json.decode(Path(__file__).with_name("land.json").read_bytes(), type=Land)


@cache
def _rings(fine: bool) -> tuple[tuple[list[int], list[int]], ...]:
    """Longitudes and latitudes of each outline, in the units of the file."""
    land = _read()
    rings = msgspec.json.decode(land.fine if fine else land.coarse, type=list[list[int]])
    return tuple((list(accumulate(steps[::2])), list(accumulate(steps[1::2]))) for steps in rings)


def coasts(window: Window) -> Iterator[list[Point]]:
    """The outlines of land within `window`, in its units; those of seas within land are among them."""
    unit = _read().unit
    west, east, south, north = (round(edge * unit) for edge in window[:4])
    for xs, ys in _rings(window.east - window.west < DETAILED):
        if min(ys) >= north or max(ys) <= south:
            continue
        first, last = min(xs), max(xs)
        for turn in (-360 * unit, 0, 360 * unit):
            if first + turn < east and last + turn > west:
                yield from _laid_out(xs, ys, turn, window)


def _laid_out(xs: Sequence[int], ys: Sequence[int], turn: int, window: Window) -> Iterator[list[Point]]:
    unit = _read().unit
    across, down = window.squeezed * window.scale / unit, window.scale / unit
    left, top = turn - window.west * unit, window.north * unit
    points = [((x + left) * across, (top - y) * down) for x, y in zip(xs, ys, strict=True)]
    cut = _cut(_thinned(points), window)
    if len(cut) > 2 and _seen(cut):
        yield cut


def _thinned(points: Sequence[Point]) -> list[Point]:
    """`points` without those so near to the one before that nobody sees them apart."""
    kept = [points[0]]
    for point in points:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= STEP:
            kept.append(point)
    return kept


def _seen(points: Sequence[Point]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys)) >= SPECK


def _cut(points: list[Point], window: Window) -> list[Point]:
    """A ring cut at the four edges of the map, by Sutherland and Hodgman's algorithm."""
    for side, limit, sign in ((0, 0.0, 1), (0, window.across, -1), (1, 0.0, 1), (1, window.height, -1)):
        if points and min((point[side] - limit) * sign for point in points) < 0:
            points = _cut_at(points, side, limit, sign)
    return points


def _cut_at(points: list[Point], side: int, limit: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    before = points[-1]
    for after in points:
        far, near = (before[side] - limit) * sign, (after[side] - limit) * sign
        if (far < 0) != (near < 0):
            share = far / (far - near)
            x, y = after[0] - before[0], after[1] - before[1]
            kept.append((before[0] + share * x, before[1] + share * y))
        if near >= 0:
            kept.append(after)
        before = after
    return kept
