"""The time axis of a chart: its scale, where it is cut, and its ticks."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from briefgen.render.charts.drawing import WIDTH
from briefgen.render.dates import short_day
from briefgen.render.labels import Labels

EDGE = 7.0
"""Left free at both ends, so that a mark on the first or last day is drawn whole."""
SHARE = 0.75
"""A stretch without events that takes more of the axis than this is cut out."""
CUT = 26.0
"""Units left where the axis is cut."""
MOST_CUTS = 3
LEAST = 96.0
"""Units of the shortest stretch of a cut axis: room for one date below it."""
TICK_ROOM, YEAR_ROOM = 66.0, 44.0
"""The least distance of two ticks, and of two that bear years only: the widest label with some air."""


class Stretch(NamedTuple):
    """A piece of the axis: the days `[start, end)` on the units `[left, right]`."""

    start: float
    end: float
    left: float
    right: float

    def at(self, day: float) -> float:
        """Where a day stands, in units; a day outside stands at the nearer end."""
        share = (day - self.start) / (self.end - self.start)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)


def time_axis(extents: Sequence[tuple[int, int]], across: float = WIDTH) -> list[Stretch]:
    """The axis that holds all `extents`, days `[start, end)` in order, cut where most would be empty.

    It is `across` units long, with both ends.

    On a cut axis a stretch is as wide as it is full, not as it is long.
    """
    pieces = _pieces(extents, int((across - 2 * EDGE + CUT) / (LEAST + CUT)))
    if len(pieces) == 1:
        return [_padded(pieces[0], EDGE, across - EDGE)]
    room = across - 2 * EDGE - CUT * (len(pieces) - 1)
    spare = room - LEAST * len(pieces)
    axis, left = [], EDGE
    for start, end in pieces:
        held = sum(start <= first < end for first, _ in extents)
        right = left + LEAST + spare * held / len(extents)
        axis.append(_padded((start, end), left, right))
        left = right + CUT
    return axis


def _padded(days: tuple[int, int], left: float, right: float) -> Stretch:
    start, end = days
    air = max((end - start) * 0.03, 1.0)
    return Stretch(start - air, end + air, left, right)


def _pieces(extents: Sequence[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    clusters: list[tuple[int, int]] = []
    for start, end in extents:
        if clusters and start <= clusters[-1][1]:
            clusters[-1] = (clusters[-1][0], max(clusters[-1][1], end))
        else:
            clusters.append((start, end))
    if len(extents) == 1:
        start, end = extents[0]
        return [(start - (end - start), end + (end - start))]
    cuts = _cuts(clusters, min(MOST_CUTS, most - 1)) if len(extents) > 2 else set()
    pieces = [clusters[0]]
    for index, cluster in enumerate(clusters[1:]):
        if index in cuts:
            pieces.append(cluster)
        else:
            pieces[-1] = (pieces[-1][0], cluster[1])
    return pieces


def _cuts(clusters: Sequence[tuple[int, int]], most: int) -> set[int]:
    """Which of the gaps between clusters to cut: the longest, while it takes most of what is left."""
    gaps = sorted(
        ((after[0] - before[1], index) for index, (before, after) in enumerate(pairwise(clusters))),
        reverse=True,
    )
    left = clusters[-1][1] - clusters[0][0]
    cuts = set()
    for gap, index in gaps[:most]:
        if gap <= SHARE * left:
            break
        cuts.add(index)
        left -= gap
    return cuts


def place(day: float, axis: Sequence[Stretch]) -> float:
    """Where on `axis` a day stands, in units."""
    stretch = next((piece for piece in axis if day <= piece.end), axis[-1])
    return stretch.at(day)


def ticks(stretch: Stretch, labels: Labels) -> list[tuple[float, str]]:
    """Places of the ticks on a stretch and what is written below each."""
    per_day = (stretch.right - stretch.left) / (stretch.end - stretch.start)
    days = range(int(stretch.start), int(stretch.end) + 1)
    inside = [date.fromordinal(day) for day in _thinned(days) if stretch.start <= day <= stretch.end]
    chosen = _every(inside, per_day) or [date.fromordinal(round((stretch.start + stretch.end) / 2))]
    found: list[tuple[float, str]] = []
    year = None
    for day in chosen:
        found.append((stretch.at(day.toordinal()), _tick_label(day, chosen, year, labels)))
        year = day.year
    return found


def _thinned(days: range) -> Iterable[int]:
    """The days that can carry a tick: all of a short stretch, firsts of January of a very long one."""
    if len(days) < 40_000:
        return days
    first, last = date.fromordinal(max(1, days[0])), date.fromordinal(days[-1])
    return (date(year, 1, 1).toordinal() for year in range(first.year, last.year + 1))


def _every(days: Sequence[date], per_day: float) -> list[date]:
    """Those days that start the smallest round unit of time with room for its label."""
    for step in (1, 2, 5, 10):
        if step * per_day >= TICK_ROOM:
            return [day for day in days if (day.day - 1) % step == 0 and day.day + step <= 32]
    for step in (1, 2, 3, 6):
        if step * 30 * per_day >= TICK_ROOM:
            return [day for day in days if day.day == 1 and (day.month - 1) % step == 0]
    years = next(
        step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if step * 365 * per_day >= 44
    )
    return [day for day in days if (day.month, day.day) == (1, 1) and day.year % years == 0]


def _tick_label(day: date, chosen: Sequence[date], year: int | None, labels: Labels) -> str:
    if all((other.month, other.day) == (1, 1) for other in chosen) and len(chosen) > 1:
        return f"{day.year}"
    if not all(other.day == 1 for other in chosen) or (len(chosen) == 1 and (day.day, day.month) != (1, 1)):
        return short_day(day, labels, year=day.year != year)
    if day.month == 1:
        return f"{day.year}"
    label = labels.short_months[day.month - 1]
    return label if day.year == year else f"{label} {day.year}"
