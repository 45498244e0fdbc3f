"""Who claims what about whom: speakers against those they speak of, and how they stand to their claims."""

from collections import Counter
from collections.abc import Sequence, Set
from typing import NamedTuple, get_args

from briefgen.model.brief import Entity
from briefgen.render.charts.drawing import (
    GREY,
    INK,
    SIZE,
    SMALL,
    WIDTH,
    Drawing,
    Entry,
    band,
    clean,
    drawing,
    legend,
    line,
    text,
    wrapped,
)
from briefgen.render.charts.stances import MARKS, STANDINGS, Standing, explained
from briefgen.render.faces import width
from briefgen.render.labels import Labels
from briefgen.render.view import View, Voice

MOST_ROWS, MOST_COLUMNS = 9, 7
LEAST = 2
"""Rows and columns without which there is nothing to compare."""
LEFT, SMALL_LEFT = 176.0, 112.0
"""Where the columns begin, and in a small picture; the speakers stand before."""
ROW, NEXT = 21.0, 13.0
"""Heights of a row, and of each further line in it."""
NAME_LINES, HEAD_LINES = 2, 3
"""The most lines of a speaker, and of the name above a column."""
NARROW = 60.0
"""Units of a column too narrow for a name; a number stands there, and the name below the rows."""
STEP = 15.0
"""From a mark to the next, without the number between."""
PER_LINE = 3
"""Marks beside one another in a cell; more take a second line."""
MARK = 24.0
"""A mark with a number and air."""
KINDS = ("person", "organisation", "country", "place", "event")
"""Kinds of entity that have a column."""

Cell = Counter[Standing]


class _Row(NamedTuple):
    """One speaker, and for each column the claims about it by how the speaker stands to them."""

    speaker: tuple[str, ...]
    """The name, in as many lines as it takes."""
    cells: tuple[Cell, ...]

    def height(self, per_line: int) -> float:
        """What the name and the marks of the fullest cell take, so many of them beside one another."""
        lines = max(len(self.speaker), *((len(cell) + per_line - 1) // per_line for cell in self.cells))
        return ROW + NEXT * (lines - 1)


class _Grid(NamedTuple):
    """Where the columns stand."""

    across: float
    left: float
    """Where the first begins."""
    columns: int

    @property
    def step(self) -> float:
        """From a column to the next."""
        return (self.across - self.left) / self.columns

    @property
    def numbered(self) -> bool:
        """Whether names have no room above the columns."""
        return self.step < NARROW and self.across < WIDTH

    @property
    def per_line(self) -> int:
        """Marks beside one another in a cell."""
        return max(1, min(PER_LINE, int(self.step / MARK))) if self.across < WIDTH else PER_LINE

    def at(self, index: int) -> float:
        """Where a column begins."""
        return self.left + index * self.step


def matrix_chart(view: View, labels: Labels, across: float = WIDTH) -> Drawing | None:
    """Speakers by those they speak of; none unless there are two of each, and two speak of one.

    Rows are the speakers with most claims, columns the entities that most of the claims name. What somebody
    says of themselves is left out. A mark with a number stands for so many claims.
    """
    known = frozenset(one.id for one in view.brief.entities if one.kind in KINDS)
    speaking = [(voice, cells) for voice in view.voices if (cells := _cells(voice, known))]
    columns = _columns([cells for _, cells in speaking[:MOST_ROWS]], view)
    left = LEFT if across >= WIDTH else SMALL_LEFT
    rows = _rows(speaking[:MOST_ROWS], columns, left)
    shared = any(sum(bool(row.cells[index]) for row in rows) >= LEAST for index in range(len(columns)))
    if len(rows) < LEAST or len(columns) < LEAST or not shared:
        return None
    grid = _Grid(across, left, len(columns))
    heads, top = _heads(columns, grid, labels)
    parts = [*heads]
    for index, row in enumerate(rows):
        parts += _drawn(row, top, index % 2 == 0, grid)
        top += row.height(grid.per_line)
    used = [kind for row in rows for cell in row.cells for kind in cell]
    spoken_of = {name for _, cells in speaking for name in cells}
    more = {"more_speakers": len(speaking) - len(rows), "more_names": len(spoken_of) - len(columns)}
    entries = [*_numbers(columns, grid), *explained(used, labels)]
    entries += [Entry(lambda x, y: "", labels.count(name, count)) for name, count in more.items() if count]
    legends, height = legend(entries, top + 16, across)
    return drawing([*parts, *legends], height, _words(rows, columns, labels), across)


def _cells(voice: Voice, known: Set[str]) -> dict[str, Cell]:
    """For each entity that a voice speaks of its claims, by how it stands to them."""
    cells: dict[str, Cell] = {}
    for claim in voice.claims if voice.label else ():
        for name in claim.about:
            if name in known and name != claim.speaker.entity:
                cells.setdefault(name, Counter())[STANDINGS[claim.stance]] += 1
    return cells


def _columns(told: Sequence[dict[str, Cell]], view: View) -> list[Entity]:
    """The entities that most claims of the speakers shown are about, those most spoken of first."""
    totals: Counter[str] = Counter()
    for cells in told:
        totals.update({name: cell.total() for name, cell in cells.items()})
    found = sorted((one for one in view.brief.entities if one.id in totals), key=lambda one: -totals[one.id])
    return found[:MOST_COLUMNS]


def _rows(
    speaking: Sequence[tuple[Voice, dict[str, Cell]]], columns: Sequence[Entity], left: float
) -> list[_Row]:
    """The speakers with any claim about one of `columns`, those with most claims first."""
    return [
        _Row(
            tuple(wrapped(clean(voice.label), left - 14, NAME_LINES)),
            tuple(cells.get(one.id, Counter()) for one in columns),
        )
        for voice, cells in speaking
        if any(one.id in cells for one in columns)
    ]


def _numbers(columns: Sequence[Entity], grid: _Grid) -> list[Entry]:
    """The names of the columns that bear a number instead."""
    if not grid.numbered:
        return []
    return [
        Entry(lambda x, y, at=at: text(x + 8, y + SMALL * 0.35, f"{at}", SMALL, INK, 600), clean(one.name))  # type: ignore[misc]
        for at, one in enumerate(columns, 1)
    ]


def _heads(columns: Sequence[Entity], grid: _Grid, labels: Labels) -> tuple[list[str], float]:
    """The names above the columns, and where the first row begins."""
    names = [wrapped(clean(one.name), grid.step - 8, HEAD_LINES, 600, SMALL) for one in columns]
    if grid.numbered:
        names = [[f"{number}"] for number in range(1, len(columns) + 1)]
    corner = wrapped(labels.chart["matrix_corner"], grid.left - 8, HEAD_LINES, size=SMALL)
    base = NEXT * max(map(len, [corner, *names]))
    parts = _lifted(0, base, corner, GREY, 400)
    for index, lines in enumerate(names):
        parts += _lifted(grid.at(index), base, lines, INK, 600)
    return [*parts, line(0, base + 4, grid.across, base + 4, 0.9)], base + 4


def _lifted(x: float, base: float, lines: Sequence[str], colour: str, weight: int) -> list[str]:
    """`lines`, of which the last one stands above `base`."""
    first = base - 2 - NEXT * (len(lines) - 1)
    return [
        text(x, first + NEXT * number, words, SMALL, colour, weight) for number, words in enumerate(lines)
    ]


def _drawn(row: _Row, top: float, tinted: bool, grid: _Grid) -> list[str]:
    parts = [band(0, grid.across, top + 0.5, top + row.height(grid.per_line))] if tinted else []
    for index, words in enumerate(row.speaker):
        parts.append(text(0, top + ROW / 2 + SIZE * 0.35 + NEXT * index, words))
    for index, cell in enumerate(row.cells):
        x, y = grid.at(index), top + ROW / 2
        for place, (kind, count) in enumerate(_in_order(cell)):
            if place and place % grid.per_line == 0:
                x, y = grid.at(index), y + NEXT
            parts.append(MARKS[kind](x + 4.5, y))
            number = str(count) if count > 1 else ""
            parts += [text(x + 11, y + SMALL * 0.35, number, SMALL)] if number else []
            x += STEP + width(number) * SMALL
    return parts


def _in_order(cell: Cell) -> list[tuple[Standing, int]]:
    return [(kind, cell[kind]) for kind in get_args(Standing) if cell[kind]]


def _words(rows: Sequence[_Row], columns: Sequence[Entity], labels: Labels) -> str:
    """What the drawing shows."""
    told = []
    for row in rows:
        cells = [
            labels.chart["matrix_about"].format(
                name=clean(one.name),
                claims=", ".join(f"{count} {labels.chart[kind]}" for kind, count in _in_order(cell)),
            )
            for one, cell in zip(columns, row.cells, strict=True)
            if cell
        ]
        told.append(f"{' '.join(row.speaker)} {'; '.join(cells)}")
    return labels.chart["matrix_alt"].format(rows=". ".join(told))
