"""The timeline: how precisely each event is dated, and how far it is confirmed."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from briefgen.model.brief import Event, Line
from briefgen.render.charts.axis import CUT, EDGE, Stretch, place, ticks, time_axis
from briefgen.render.charts.drawing import (
    FIRM,
    GREY,
    INK,
    SIZE,
    SMALL,
    WIDTH,
    Drawing,
    Entry,
    Sign,
    band,
    bar,
    diamond,
    drawing,
    legend,
    line,
    shape,
    shortened,
    text,
    wrapped,
)
from briefgen.render.dates import DAY, MONTH, date_words, day_number, part_words, short_day
from briefgen.render.escaping import typographic
from briefgen.render.faces import width
from briefgen.render.jinja import line_words
from briefgen.render.labels import Labels
from briefgen.render.view import View

ROW = 21.0
HALF = 4.4
"""Half the height of a diamond."""
LEAD = 8
"""Characters before a date that opens a sentence: "Since ", "In ", "Early in "."""
GAP = 7.0
"""Between a mark and its label."""
MOST = 14
"""Marks with a label; a chart of more rows would fill the page and be read by nobody."""
STUB = 48.0
"""Of an arrow back from a day by or until which something holds: nothing is said of when it begins."""
LONGEST = 480.0
"""Units of one label."""
BESIDE = 480.0
"""Units across a picture from which on labels have room beside their marks; in a smaller one, above them."""
LINES, NEXT, TRACK, AIR = 3, 14.0, 12.0, 11.0
"""Above its mark: the most lines of a label, their height, that of the mark, and what is free below it."""

FIRST_DAY, LAST_DAY = date(100, 1, 1).toordinal(), date(9900, 1, 1).toordinal()
"""What lies outside is left to the table, so that the axis has room for air within the calendar."""


_Key = tuple[int, int, str, str, str, bool, bool]
"""What the events of one mark have in common: the first seven of its fields."""


class _Mark(NamedTuple):
    """One or more events of the same date."""

    start: int
    """Days as `date.toordinal` counts them; the first that it can mean."""
    end: int
    """The day after the last."""
    relation: str
    value: str
    """As the source has it, in TIMEX3: how precise the label is."""
    mod: str
    """Which part of it is meant, as `When.mod` says; empty for the whole."""
    hollow: bool
    told: bool
    """Whether it is the day on which something was said."""
    text: str
    events: int
    rank: int

    @property
    def onward(self) -> bool:
        return self.relation in {"since", "after"}

    @property
    def backward(self) -> bool:
        return self.relation in {"until", "before", "by"}


class _Placed(NamedTuple):
    """A mark with its place: `row` is that of the mark, the label may stand in the row above it."""

    mark: _Mark
    left: float
    right: float
    row: int
    label_row: int
    label_left: float
    dated: str
    said: str


def timeline_chart(view: View, labels: Labels, across: float = WIDTH) -> Drawing | None:
    """The dated events that `view` shows; none where nothing is dated.

    A diamond is a day, a bar a longer time, an arrow one without a stated end; hollow is not confirmed.
    Events of one date share a mark. Where there are more than `MOST` marks, those of key points come first
    and the rest is thinned out evenly; what has no label stands as a small mark on the axis. Dates that the
    brief added to a line are left out, since each mark is dated.
    """
    marks = _marks(view, labels)
    if not marks:
        return None
    chosen = _chosen(marks, len(view.brief.key_points))
    axis = time_axis([(mark.start, mark.end) for mark in marks], across)
    drawn, base = (_beside if across >= BESIDE else _below_labels)(chosen, axis, labels)
    unlabelled = [mark for mark in marks if mark not in chosen]
    entries = _entries(chosen, len(axis) > 1, sum(mark.events for mark in unlabelled), labels)
    explained, height = legend(entries, base + 32, across)
    parts = [
        *_axis_lines(axis, base, labels),
        *(_small(mark, axis, base) for mark in unlabelled),
        *drawn,
        *explained,
    ]
    return drawing(parts, height, _words(view, labels), across)


def _beside(marks: Sequence[_Mark], axis: Sequence[Stretch], labels: Labels) -> tuple[list[str], float]:
    """`marks` with their labels beside them, and where the axis stands below them."""
    placed = _place(marks, axis, labels)
    base = (1 + max(item.row for item in placed)) * ROW + 8
    return [part for item in placed for part in _drawn(item)], base


def _below_labels(marks: Sequence[_Mark], axis: Sequence[Stretch], labels: Labels) -> tuple[list[str], float]:
    """The same, each mark in a row of its own below its label, which begins at the left."""
    room, top, parts = axis[-1].right, 0.0, []
    for mark in marks:
        dated = _dated(mark, labels)
        indent = width(dated + " ", 600) * SIZE
        lines = wrapped(mark.text, room, LINES, indent=indent, after=_also(mark, labels))
        parts.append(text(0, top + SIZE, dated, SIZE, INK, 600))
        for index, words in enumerate(lines):
            parts.append(text(0.0 if index else indent, top + SIZE + NEXT * index, words))
        top += NEXT * max(1, len(lines)) + TRACK
        parts.append(_shape(mark, *_extent(mark, axis), top - TRACK / 2 + 1))
        top += AIR
    return parts, top


def _words(view: View, labels: Labels) -> str:
    """What the drawing shows."""
    first, last = view.timeline[0].when, view.timeline[-1].when
    form = labels.chart["alt_one" if len(view.timeline) == 1 else "alt"]
    ends = {"first": first, "last": last}
    words = {name: date_words(when.value, labels, when.mod) for name, when in ends.items()}
    return form.format(count=len(view.timeline), **words)


def _chosen(marks: Sequence[_Mark], unranked: int) -> list[_Mark]:
    """At most `MOST` marks: those of key points first, then others evenly over the time."""
    ranked = sorted((mark for mark in marks if mark.rank < unranked), key=lambda mark: mark.rank)[:MOST]
    others = [mark for mark in marks if mark.rank >= unranked]
    room = min(MOST - len(ranked), len(others))
    spread = [others[(2 * index + 1) * len(others) // (2 * room)] for index in range(room)]
    return sorted([*ranked, *spread], key=_in_time)


def _in_time(mark: _Mark) -> tuple[int, int]:
    return (mark.start, mark.end)


def _marks(view: View, labels: Labels) -> list[_Mark]:
    points = view.brief.key_points
    last = len(points)
    ranks = {name: rank for rank, point in reversed(list(enumerate(points))) for name in point.evidence}
    groups: dict[_Key, list[tuple[int, Event]]] = {}
    for event in view.timeline:
        if days := _days(event):
            when, hollow = event.when, event.status not in FIRM
            key = (*days, when.relation, when.value, when.mod or "", hollow, event.said)
            rank = min((ranks.get(name, last) for name in event.evidence), default=last)
            groups.setdefault(key, []).append((rank, event))
    return sorted((_mark(key, events, labels) for key, events in groups.items()), key=_in_time)


def _mark(key: _Key, events: list[tuple[int, Event]], labels: Labels) -> _Mark:
    rank, first = min(events, key=lambda ranked: ranked[0])
    words = Line(first.line.text, tuple(piece for piece in first.line.pieces if piece.kind != "date"))
    said = _undated(line_words(words, labels), first.when.words)
    return _Mark(*key, typographic(said), len(events), rank)


def _undated(said: str, date: str) -> str:
    """`said` without the date that opens it ("Since August of last year, …"): the label gives it already."""
    opening, comma, rest = said.partition(", ")
    if not comma or not opening.casefold().endswith(date.casefold()) or len(opening) > len(date) + LEAD:
        return said
    return rest[:1].upper() + rest[1:]


def _days(event: Event) -> tuple[int, int] | None:
    earliest, latest = event.when.earliest, event.when.latest
    try:
        start = date.fromisoformat((earliest or latest or "")[:10]).toordinal()
        end = date.fromisoformat((latest or earliest or "")[:10]).toordinal()
    except ValueError:
        return None
    return (start, max(start, end) + 1) if start >= FIRST_DAY and end <= LAST_DAY else None


def _extent(mark: _Mark, axis: Sequence[Stretch]) -> tuple[float, float]:
    """Left and right end of what is drawn for `mark`."""
    if mark.onward:
        return place(mark.start, axis), axis[-1].right
    if mark.backward:
        end = place(mark.end, axis)
        return max(axis[0].left, end - STUB), end
    left, right = place(mark.start, axis), place(mark.end, axis)
    if mark.end - mark.start == 1:
        middle = (left + right) / 2
        return middle - HALF, middle + HALF
    return left, max(right, left + 5)


def _place(marks: Sequence[_Mark], axis: Sequence[Stretch], labels: Labels) -> list[_Placed]:
    """Each mark in the highest row where neither it nor its label meets another."""
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for mark in marks:
        left, right = _extent(mark, axis)
        dated = _dated(mark, labels)
        side, room = _side(left, right, width(dated, 600) * SIZE + _text_width(mark, labels))
        space = min(room, LONGEST) - width(dated + " ", 600) * SIZE
        said = shortened(mark.text, space, _also(mark, labels))
        run = width(dated + " ", 600) * SIZE + width(said) * SIZE
        label = {"right": right + GAP, "left": left - GAP - run}.get(side, min(left, WIDTH - run))
        above = side == "above"
        taken = [(min(left, label), max(right, label + run))]
        if above:
            taken = [(label, label + run), (left, right)]
        row = _free_row(rows, taken)
        placed.append(_Placed(mark, left, right, row + above, row, label, dated, said))
    return placed


def _side(left: float, right: float, wanted: float) -> tuple[str, float]:
    """Where the label goes, and the units it has there."""
    wanted += 2
    after, before = WIDTH - right - GAP, left - GAP
    if wanted <= after:
        return "right", after
    if wanted <= before:
        return "left", before
    if right - left > WIDTH / 4:
        return "above", WIDTH
    return ("right", after) if after >= before else ("left", before)


def _free_row(rows: list[list[tuple[float, float]]], taken: Sequence[tuple[float, float]]) -> int:
    """The first row from which each of `taken` finds its place free, one row each; takes it."""
    row = 0
    while not all(_free(rows, row + depth, extent) for depth, extent in enumerate(taken)):
        row += 1
    while len(rows) < row + len(taken):
        rows.append([])
    for depth, extent in enumerate(taken):
        rows[row + depth].append(extent)
    return row


def _free(rows: Sequence[Sequence[tuple[float, float]]], row: int, extent: tuple[float, float]) -> bool:
    if row >= len(rows):
        return True
    left, right = extent
    return all(right + 12 < other[0] or other[1] + 12 < left for other in rows[row])


def _also(mark: _Mark, labels: Labels) -> str:
    return " " + labels.chart["grouped"].format(count=mark.events - 1) if mark.events > 1 else ""


def _text_width(mark: _Mark, labels: Labels) -> float:
    return width(f" {mark.text}{_also(mark, labels)}") * SIZE


def _dated(mark: _Mark, labels: Labels) -> str:
    """The date as precise as the source has it, with what relates it: "since Aug 2023"."""
    relation = labels.relations.get(mark.relation, "")
    words = f"{relation} {_date(mark, labels)}".strip()
    return labels.text["told_on"].format(date=words) if mark.told else words


def _date(mark: _Mark, labels: Labels) -> str:
    first, last = date.fromordinal(mark.start), date.fromordinal(mark.end - 1)
    if MONTH.fullmatch(mark.value):
        month = _month(first, labels)
        return part_words(month, mark.value, mark.mod, labels) if mark.mod else month
    if date_words(mark.value, labels) and not DAY.match(mark.value):
        return date_words(mark.value, labels, mark.mod)
    return _range(first, last, labels)


def _range(first: date, last: date, labels: Labels) -> str:
    opens_month, closes_month = first.day == 1, (date.fromordinal(last.toordinal() + 1)).day == 1
    if opens_month and closes_month and (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if opens_month and closes_month:
        start, end = _month(first, labels), _month(last, labels)
    else:
        start, end = short_day(first, labels), short_day(last, labels)
    if start == end:
        return start
    number = day_number(first, labels)
    if number and (first.year, first.month) == (last.year, last.month):
        return f"{number}–{end}"
    if first.year == last.year:
        whole = opens_month and closes_month
        start = start.removesuffix(f" {first.year}") if whole else short_day(first, labels, year=False)
    return f"{start} – {end}"


def _month(day: date, labels: Labels) -> str:
    return f"{labels.short_months[day.month - 1]} {day.year}"


def _axis_lines(axis: Sequence[Stretch], base: float, labels: Labels) -> list[str]:
    """The axis with its ticks, and behind everything a tint between every other two of them."""
    bands, parts = [], []
    for stretch in axis:
        marked = ticks(stretch, labels)
        edges = [*(x for x, _ in marked), stretch.right]
        bands += [band(left, right, 0, base) for left, right in list(pairwise(edges))[::2]]
        parts.append(line(stretch.left, base, stretch.right, base, 0.9))
        free_from = stretch.left - 2
        for x, label in marked:
            parts.append(line(x, base, x, base + 4, 0.9))
            run = width(label) * SMALL
            left = min(x - 1, axis[-1].right + EDGE - run)
            if left >= free_from and left + run <= stretch.right + CUT:
                parts.append(text(left, base + 15, label, SMALL, GREY))
                free_from = left + run + 8
    for before, after in pairwise(axis):
        parts += _cut_sign((before.right + after.left) / 2, base)
    return bands + parts


def _cut_sign(x: float, y: float) -> list[str]:
    return [line(x + shift - 3, y + 6, x + shift + 3, y - 6, 0.9) for shift in (-3, 3)]


def _drawn(item: _Placed) -> list[str]:
    middle = item.row * ROW + ROW / 2
    base = item.label_row * ROW + ROW / 2 + SIZE * 0.35
    after = item.label_left + width(item.dated + " ", 600) * SIZE
    return [
        _shape(item.mark, item.left, item.right, middle),
        text(item.label_left, base, item.dated, SIZE, INK, 600),
        text(after, base, item.said, SIZE, INK),
    ]


def _shape(mark: _Mark, left: float, right: float, y: float) -> str:
    if mark.onward or mark.backward:
        return _arrow(left, right, y, mark.hollow, mark.backward)
    if mark.end - mark.start == 1:
        return diamond((left + right) / 2, y, HALF, mark.hollow)
    return bar(left, right, y, mark.hollow)


def _arrow(left: float, right: float, y: float, hollow: bool, backward: bool) -> str:
    """A bar that is closed at the known end and runs into a head at the other."""
    tip, tail = (left, right) if backward else (right, left)
    neck = tip + 9 if backward else tip - 9
    points = [
        (tail, y - 2),
        (neck, y - 2),
        (neck, y - 5),
        (tip, y),
        (neck, y + 5),
        (neck, y + 2),
        (tail, y + 2),
    ]
    return shape(points, hollow)


def _small(mark: _Mark, axis: Sequence[Stretch], base: float) -> str:
    left, right = _extent(mark, axis)
    return diamond((left + right) / 2 if not mark.onward else left, base, 2.6, mark.hollow)


def _entries(marks: Sequence[_Mark], cut: bool, unlabelled: int, labels: Labels) -> list[Entry]:
    """What the legend of these marks explains."""
    plain = [mark for mark in marks if not mark.onward and not mark.backward]
    needed = {
        "day": any(mark.end - mark.start == 1 for mark in plain),
        "stretch": any(mark.end - mark.start > 1 for mark in plain),
        "open": len(plain) < len(marks),
        "hollow": any(mark.hollow for mark in marks),
        "cut": cut,
        "more": unlabelled > 0,
    }
    return [
        Entry(SIGNS[name], labels.chart[name].format(count=unlabelled)) for name in needed if needed[name]
    ]


def _cut_axis(x: float, y: float) -> str:
    return "".join([line(x, y, x + 7, y, 0.9), *_cut_sign(x + 10, y), line(x + 13, y, x + 20, y, 0.9)])


SIGNS: Mapping[str, Sign] = {
    "day": lambda x, y: diamond(x + 10, y, HALF, False),
    "stretch": lambda x, y: bar(x + 1, x + 19, y, False),
    "open": lambda x, y: _arrow(x + 1, x + 19, y, False, False),
    "hollow": lambda x, y: diamond(x + 10, y, HALF, True),
    "cut": _cut_axis,
    "more": lambda x, y: line(x, y, x + 20, y, 0.9) + diamond(x + 10, y, 2.6, False),
}
"""How the legend draws what it explains; the keys are those of the labels."""
