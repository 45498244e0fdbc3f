"""The timeline as a picture: SVG that shows how precisely each event is dated and how far it is confirmed."""

from collections.abc import Sequence
from datetime import date
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from briefgen.model.brief import Brief, Event, Line
from briefgen.render.axis import CUT, WIDTH, Stretch, place, ticks, time_axis
from briefgen.render.dates import DAY, MONTH, date_words
from briefgen.render.escaping import typographic
from briefgen.render.faces import SANS_STACK, face_css, width
from briefgen.render.jinja import line_words
from briefgen.render.labels import Labels

ROW = 21.0
SIZE = 11.2
"""Of the labels; 7.9 points on an A4 page."""
SMALL = 10.2
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

FIRST_DAY, LAST_DAY = date(100, 1, 1).toordinal(), date(9900, 1, 1).toordinal()
"""What lies outside is left to the table, so that the axis has room for air within the calendar."""

INK, GREY, TINT, PAPER = "#1a1a1a", "#5c5c5c", "#f2f2f0", "#ffffff"
FIRM = frozenset({"reported", "corroborated"})
"""Statuses drawn filled; every other is hollow."""


class _Mark(NamedTuple):
    """One or more events of the same date."""

    start: int
    """Days as `date.toordinal` counts them; the first that it can mean."""
    end: int
    """The day after the last."""
    relation: str
    value: str
    """As the source has it, in TIMEX3: how precise the label is."""
    hollow: bool
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


def timeline_chart(brief: Brief, labels: Labels, title: str) -> str:
    """The dated events of `brief` as one SVG drawing; empty where nothing is dated.

    A diamond is a day, a bar a longer time, an arrow one without a stated end; hollow is not confirmed.
    Events of one date share a mark. Where there are more than `MOST` marks, those of key points come first
    and the rest is thinned out evenly; what has no label stands as a small mark on the axis. Dates that the
    brief added to a line are left out, since each mark is dated.
    """
    marks = _marks(brief, labels)
    if not marks:
        return ""
    chosen = _chosen(marks, len(brief.key_points))
    axis = time_axis([(mark.start, mark.end) for mark in marks])
    placed = _place(chosen, axis, labels)
    rows = 1 + max(item.row for item in placed)
    unlabelled = [mark for mark in marks if mark not in chosen]
    base = rows * ROW + 8
    legend, height = _legend(
        placed, len(axis) > 1, sum(mark.events for mark in unlabelled), labels, base + 32
    )
    parts = [
        *_axis_lines(axis, base, labels),
        *(_small(mark, axis, base) for mark in unlabelled),
        *(line for item in placed for line in _drawn(item)),
        *legend,
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(WIDTH)} {_n(height)}" '
        f'width="{_n(WIDTH / 4)}mm" height="{_n(height / 4)}mm" font-family="{SANS_STACK}" '
        f'font-size="{_n(SIZE)}"><title>{escape(title)}</title>' + "".join(parts) + "</svg>\n"
    )


def _chosen(marks: Sequence[_Mark], unranked: int) -> list[_Mark]:
    """At most `MOST` marks: those of key points first, then others evenly over the time."""
    ranked = sorted((mark for mark in marks if mark.rank < unranked), key=lambda mark: mark.rank)[:MOST]
    others = [mark for mark in marks if mark.rank >= unranked]
    room = min(MOST - len(ranked), len(others))
    spread = [others[(2 * index + 1) * len(others) // (2 * room)] for index in range(room)]
    return sorted([*ranked, *spread], key=_in_time)


def _n(number: float) -> str:
    """A length with at most one decimal, the same on every machine."""
    return f"{number:.1f}".removesuffix(".0")


def _in_time(mark: _Mark) -> tuple[int, int]:
    return (mark.start, mark.end)


def _marks(brief: Brief, labels: Labels) -> list[_Mark]:
    last = len(brief.key_points)
    ranks = {
        name: rank for rank, point in reversed(list(enumerate(brief.key_points))) for name in point.evidence
    }
    groups: dict[tuple[int, int, str, str, bool], list[tuple[int, Event]]] = {}
    for event in brief.timeline:
        if days := _days(event):
            key = (*days, event.when.relation, event.when.value, event.status not in FIRM)
            rank = min((ranks.get(name, last) for name in event.evidence), default=last)
            groups.setdefault(key, []).append((rank, event))
    return sorted((_mark(key, events, labels) for key, events in groups.items()), key=_in_time)


def _mark(key: tuple[int, int, str, str, bool], events: list[tuple[int, Event]], labels: Labels) -> _Mark:
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
        said = _shortened(mark, min(room, LONGEST) - width(dated + " ", 600) * SIZE, labels)
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


def _shortened(mark: _Mark, room: float, labels: Labels) -> str:
    """The label's labels, cut at a word where they are wider than `room` units."""
    also = _also(mark, labels)
    if width(mark.text + also) * SIZE <= room:
        return mark.text + also
    room -= width("…" + also) * SIZE
    kept = _fitting(mark.text.split(), " ", room)
    words_kept = " ".join(kept) or "".join(_fitting(list(mark.text), "", room))
    return words_kept.rstrip(" ,;:–—-") + "…" + also


def _fitting(pieces: Sequence[str], between: str, room: float) -> Sequence[str]:
    """As many of `pieces` from the first as are not wider than `room` units."""
    used = 0.0
    for index, piece in enumerate(pieces):
        used += width(piece + between) * SIZE
        if used > room:
            return pieces[:index]
    return pieces


def _dated(mark: _Mark, labels: Labels) -> str:
    """The date as precise as the source has it, with what relates it: "since Aug 2023"."""
    relation = labels.relations.get(mark.relation, "")
    return f"{relation} {_date(mark, labels)}".strip()


def _date(mark: _Mark, labels: Labels) -> str:
    first, last = date.fromordinal(mark.start), date.fromordinal(mark.end - 1)
    if MONTH.fullmatch(mark.value):
        return _month(first, labels)
    if date_words(mark.value, labels) and not DAY.match(mark.value):
        return date_words(mark.value, labels)
    return _range(first, last, labels)


def _range(first: date, last: date, labels: Labels) -> str:
    opens_month, closes_month = first.day == 1, (date.fromordinal(last.toordinal() + 1)).day == 1
    if opens_month and closes_month and (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if opens_month and closes_month:
        start, end = _month(first, labels), _month(last, labels)
    else:
        start, end = _day(first, labels), _day(last, labels)
    if start == end:
        return start
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return f"{start} – {end}"


def _month(day: date, labels: Labels) -> str:
    return f"{labels.short_months[day.month - 1]} {day.year}"


def _day(day: date, labels: Labels) -> str:
    return f"{day.day} {_month(day, labels)}"


def _axis_lines(axis: Sequence[Stretch], base: float, labels: Labels) -> list[str]:
    """The axis with its ticks, and behind everything a tint between every other two of them."""
    bands, parts = [], []
    for stretch in axis:
        marked = ticks(stretch, labels.short_months)
        edges = [*(x for x, _ in marked), stretch.right]
        bands += [_band(left, right, base) for left, right in list(pairwise(edges))[::2]]
        parts.append(_line(stretch.left, base, stretch.right, base, 0.9))
        free_from = stretch.left - 2
        for x, label in marked:
            parts.append(_line(x, base, x, base + 4, 0.9))
            run = width(label) * SMALL
            left = min(x - 1, WIDTH - run)
            if left >= free_from and left + run <= stretch.right + CUT:
                parts.append(_text(left, base + 15, label, SMALL, GREY))
                free_from = left + run + 8
    for before, after in pairwise(axis):
        parts += _cut_sign((before.right + after.left) / 2, base)
    return bands + parts


def _band(left: float, right: float, base: float) -> str:
    return f'<path class="band" d="M{_n(left)} 0H{_n(right)}V{_n(base)}H{_n(left)}Z" fill="{TINT}"/>'


def _cut_sign(x: float, y: float) -> list[str]:
    return [_line(x + shift - 3, y + 6, x + shift + 3, y - 6, 0.9) for shift in (-3, 3)]


def _line(x1: float, y1: float, x2: float, y2: float, weight: float) -> str:
    return (
        f'<path class="ink" d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}" fill="none" '
        f'stroke="{INK}" stroke-width="{_n(weight)}"/>'
    )


def _text(x: float, y: float, words: str, size: float, colour: str, weight: int = 400) -> str:
    role = "ink-text" if colour == INK else "grey-text"
    return (
        f'<text class="{role}" x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" font-weight="{weight}" '
        f'fill="{colour}">{escape(words)}</text>'
    )


def _drawn(item: _Placed) -> list[str]:
    middle = item.row * ROW + ROW / 2
    text = item.label_row * ROW + ROW / 2 + SIZE * 0.35
    after = item.label_left + width(item.dated + " ", 600) * SIZE
    return [
        _shape(item.mark, item.left, item.right, middle),
        _text(item.label_left, text, item.dated, SIZE, INK, 600),
        _text(after, text, item.said, SIZE, INK),
    ]


def _shape(mark: _Mark, left: float, right: float, y: float) -> str:
    if mark.onward or mark.backward:
        return _arrow(left, right, y, mark.hollow, mark.backward)
    if mark.end - mark.start == 1:
        return _diamond((left + right) / 2, y, HALF, mark.hollow)
    return _bar(left, right, y, mark.hollow)


def _painted(hollow: bool) -> str:
    return (
        f'class="{"hollow" if hollow else "filled"}" fill="{PAPER if hollow else INK}" '
        f'stroke="{INK}" stroke-width="1.2"'
    )


def _diamond(x: float, y: float, half: float, hollow: bool) -> str:
    points = f"M{_n(x - half)} {_n(y)}L{_n(x)} {_n(y - half)}L{_n(x + half)} {_n(y)}L{_n(x)} {_n(y + half)}Z"
    return f'<path d="{points}" {_painted(hollow)}/>'


def _bar(left: float, right: float, y: float, hollow: bool) -> str:
    return f'<path d="M{_n(left)} {_n(y - 3.5)}H{_n(right)}V{_n(y + 3.5)}H{_n(left)}Z" {_painted(hollow)}/>'


def _arrow(left: float, right: float, y: float, hollow: bool, backward: bool) -> str:
    """A bar that is closed at the known end and runs into a head at the other."""
    tip, tail = (left, right) if backward else (right, left)
    neck = tip + 9 if backward else tip - 9
    points = (
        f"M{_n(tail)} {_n(y - 2)}L{_n(neck)} {_n(y - 2)}L{_n(neck)} {_n(y - 5)}L{_n(tip)} {_n(y)}"
        f"L{_n(neck)} {_n(y + 5)}L{_n(neck)} {_n(y + 2)}L{_n(tail)} {_n(y + 2)}Z"
    )
    return f'<path d="{points}" {_painted(hollow)}/>'


def _small(mark: _Mark, axis: Sequence[Stretch], base: float) -> str:
    left, right = _extent(mark, axis)
    return _diamond((left + right) / 2 if not mark.onward else left, base, 2.6, mark.hollow)


def chart_file(svg: str, fonts: Path) -> str:
    """`svg` with a ground and the faces of its words, so that it looks the same wherever it is shown."""
    head, tag, rest = svg.partition("</title>")
    ground = f'<path d="M0 0H{_n(WIDTH)}V9999H0Z" fill="{PAPER}"/>'
    return f"{head}{tag}<style>{face_css(svg, fonts, ('sans',))}</style>{ground}{rest}"


def _legend(
    placed: Sequence[_Placed], cut: bool, unlabelled: int, labels: Labels, top: float
) -> tuple[list[str], float]:
    """What the marks of this chart mean, in as many lines as it takes, and where the last one ends."""
    marks = [item.mark for item in placed]
    plain = [mark for mark in marks if not mark.onward and not mark.backward]
    entries = [
        (labels.chart["day"], "day", any(mark.end - mark.start == 1 for mark in plain)),
        (labels.chart["stretch"], "bar", any(mark.end - mark.start > 1 for mark in plain)),
        (labels.chart["open"], "arrow", len(plain) < len(marks)),
        (labels.chart["hollow"], "hollow", any(mark.hollow for mark in marks)),
        (labels.chart["cut"], "cut", cut),
        (labels.chart["more"].format(count=unlabelled), "small", unlabelled > 0),
    ]
    parts: list[str] = []
    x, y = 0.0, top
    for text, sign, needed in entries:
        run = 26 + width(text) * SMALL
        if not needed:
            continue
        if x and x + run > WIDTH:
            x, y = 0.0, y + 15
        parts += [*_sign(sign, x, y), _text(x + 24, y + SMALL * 0.35, text, SMALL, GREY)]
        x += run + 14
    return parts, y + 10


def _sign(sign: str, x: float, y: float) -> list[str]:
    drawn = {
        "day": lambda: [_diamond(x + 10, y, HALF, False)],
        "bar": lambda: [_bar(x + 1, x + 19, y, False)],
        "arrow": lambda: [_arrow(x + 1, x + 19, y, False, False)],
        "hollow": lambda: [_diamond(x + 10, y, HALF, True)],
        "cut": lambda: [
            _line(x, y, x + 7, y, 0.9),
            *_cut_sign(x + 10, y),
            _line(x + 13, y, x + 20, y, 0.9),
        ],
        "small": lambda: [_line(x, y, x + 20, y, 0.9), _diamond(x + 10, y, 2.6, False)],
    }
    return drawn[sign]()
