"""Write `../../render/charts/land.json`, the outlines of land, from a file of the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python make_land.py package/land-50m.json

The same file gives the same bytes. What it is and under which licence: `../../render/charts/README.md`.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[2] / "render" / "charts" / "land.json"
UNIT = 20
"""Numbers of the file to a degree."""
LEVELS = {"fine": (0.06, 0.3), "coarse": (0.5, 2.0)}
"""For a part of the world and for all of it: degrees by which a simplified outline may part from the one that
it is made of, and the width or height that an island must have."""
LOWEST = -60.0
"""Degrees of latitude; land wholly to the south of it is left out."""

Point = tuple[float, float]


def main() -> None:
    """Write the file."""
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    content = {
        "source": "Natural Earth 1:50m land, public domain, through world-atlas 2.0.2 (ISC), simplified",
        "unit": UNIT,
        **{name: outlines(atlas, *measures) for name, measures in LEVELS.items()},
    }
    TARGET.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


def outlines(atlas: dict[str, Any], tolerance: float, smallest: float) -> list[list[int]]:
    """All outlines, those of most points first."""
    found = [flat(simplified(ring, tolerance)) for ring in rings(atlas) if large(ring, smallest)]
    return sorted((ring for ring in found if len(ring) > 6), key=len, reverse=True)


def rings(atlas: dict[str, Any]) -> list[list[Point]]:
    """The outlines of all land and of the seas within it: longitude, latitude."""
    lines = [decoded(arc, atlas["transform"]) for arc in atlas["arcs"]]
    found = []
    for geometry in atlas["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            found += [joined(arcs, lines) for arcs in polygon]
    return found


def joined(arcs: list[int], lines: list[list[Point]]) -> list[Point]:
    """One ring from its arcs; the complement of a number is that arc backwards."""
    ring: list[Point] = []
    for index in arcs:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        ring += line[1:] if ring else line
    return unbroken(ring)


def unbroken(ring: list[Point]) -> list[Point]:
    """`ring` without a jump at the date line: beyond it longitudes go on over 180, or under -180.

    The middle of the ring is between the two.
    """
    turn = 0.0
    points = ring[:1]
    for (before, _), (longitude, latitude) in pairwise(ring):
        turn += 360.0 * ((longitude - before < -180) - (longitude - before > 180))
        points.append((longitude + turn, latitude))
    longitudes = [longitude for longitude, _ in points]
    back = 360.0 * round((min(longitudes) + max(longitudes)) / 720)
    return [(longitude - back, latitude) for longitude, latitude in points]


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc of TopoJSON, whose points are steps from one to the next."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                y * transform["scale"][1] + transform["translate"][1],
            )
        )
    return points


def simplified(ring: list[Point], tolerance: float) -> list[Point]:
    """`ring` by Douglas and Peucker's algorithm, from its first point to the farthest and back."""
    far = max(range(len(ring)), key=lambda index: distance(ring[index], ring[0], ring[0]))
    return thinned(ring[: far + 1], tolerance)[:-1] + thinned(ring[far:], tolerance)


def thinned(line: list[Point], tolerance: float) -> list[Point]:
    """A line with only those points without which it would leave its course by more than `tolerance`."""
    kept = {0, len(line) - 1}
    open_pieces = [(0, len(line) - 1)]
    while open_pieces:
        first, last = open_pieces.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda index: distance(line[index], line[first], line[last]))
        if distance(line[far], line[first], line[last]) > tolerance:
            kept.add(far)
            open_pieces += [(first, far), (far, last)]
    return [line[index] for index in sorted(kept)]


def distance(point: Point, start: Point, end: Point) -> float:
    """How far `point` is from the stretch between two others, in degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return ((point[0] - start[0] - share * dx) ** 2 + (point[1] - start[1] - share * dy) ** 2) ** 0.5


def large(ring: list[Point], smallest: float) -> bool:
    """Whether an outline is large enough to be seen, and none of the ice around the southern pole."""
    xs, ys = zip(*ring, strict=True)
    return max(ys) > LOWEST and max(max(xs) - min(xs), max(ys) - min(ys)) >= smallest


def flat(ring: list[Point]) -> list[int]:
    """A ring as whole numbers: the first point, then steps; longitude before latitude."""
    points = [(round(x * UNIT), round(y * UNIT)) for x, y in ring]
    steps = [*points[0]]
    for before, after in pairwise(points):
        if after != before:
            steps += [after[0] - before[0], after[1] - before[1]]
    return steps


if __name__ == "__main__":
    main()
