"""Figures that can be compared, as bars: what counts the same stands together, each with who says it."""

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.model.brief import Figure
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
    bar,
    clean,
    drawing,
    legend,
    line,
    shape,
    shortened,
    text,
    undated,
)
from briefgen.render.charts.leftward import END, runs_leftward
from briefgen.render.dates import MAGNITUDES, PERCENT, amount_words, number_words, when_words
from briefgen.render.escaping import shown
from briefgen.render.faces import width
from briefgen.render.labels import Labels
from briefgen.render.phrases import who
from briefgen.render.view import View

MOST = 14
"""Bars of the whole picture."""
MOST_OF_GROUP = 6
ROW, HEAD, AIR = 31.0, 19.0, 7.0
"""Heights: of one figure, of the unit above those that share it, and between two units."""
FARTHEST = 300
"""How many times as large as the next smaller a number on the same axis may be."""
LEFT = 262.0
"""Where the bars begin; who says it and what it is stand before, in a small picture above."""
MIDDLE, BELOW = 13.0, 23.0
"""From the top of a row to the middle of its bar, and how much lower that is below the words."""
SEEN, LOOKED_AT = 190.0, 100
"""Units of the second line within which the number is to stand; characters before it that are looked at."""
WIDEST = 170.0
"""Of a number behind its bar."""
TIP = 12.0
"""Of the head of an open end."""
SLICES = ((-13.0, -7.5), (-4.5, -1.5), (2.0, 4.0), (7.5, 8.7))
"""The pieces into which the end of a bar breaks up where its number is about right, from the number on."""
FADE = -16.0
"""Where such a bar begins to break up."""


class _Bar(NamedTuple):
    """One figure as it is drawn."""

    low: float
    high: float
    bound: str
    hollow: bool
    amount: str
    speakers: tuple[str, ...]
    dated: str
    what: str


Alike = tuple[Figure, ...]
"""Figures that share a bar: the same number for the same time, confirmed or not."""


class _Group(NamedTuple):
    """Figures on one axis."""

    unit: str
    bars: tuple[_Bar, ...]


class _Frame(NamedTuple):
    """Where the parts of a row stand."""

    across: float
    left: float
    """Where the bars begin."""
    room: float
    """Of the words."""
    row: float
    """The height of all."""
    middle: float
    """Of the bar, from the top."""


def _frame(across: float) -> _Frame:
    if across < 2 * LEFT:
        return _Frame(across, 2.0, across, ROW + BELOW, MIDDLE + BELOW)
    return _Frame(across, LEFT, LEFT - 14, ROW, MIDDLE)


def figures_chart(view: View, labels: Labels, across: float = WIDTH) -> Drawing | None:
    """The figures that `view` shows and that can be compared; none where no two can.

    Those are figures that the brief ties together, since they count the same thing, and those of one unit
    in one sentence, as long as the smaller can be seen beside the larger. The same number given by several is
    one bar. Each unit has an axis of its own, which begins at nought. A bar that ends in an arrow has no
    stated end, one that breaks up is about right, one that floats goes from one end of a range to the other;
    hollow is not confirmed.
    """
    groups = comparable(view.figures)
    chosen, more = _chosen(groups, view)
    if not chosen:
        return None
    drawn = [_group(group, view, labels) for group in chosen]
    bars = [one for group in drawn for one in group.bars]
    parts: list[str] = []
    top, frame = 0.0, _frame(across)
    for group in drawn:
        parts += _drawn(group, top, frame, _right(bars, across), labels)
        top += HEAD * bool(group.unit) + frame.row * len(group.bars) + AIR
    explained, height = legend(_entries(bars, more, labels), top + 6, across)
    return drawing([*parts, *explained], height if explained else top, _words(drawn, labels), across)


def comparable(figures: Sequence[Figure]) -> list[tuple[Alike, ...]]:
    """Those of `figures` that can stand on one axis, as groups of at least two that differ, in order."""
    group_of: dict[str, list[Figure]] = {}
    by_sentence: dict[tuple[str, ...], Figure] = {}
    for figure in figures:
        if not math.isfinite(figure.value):
            continue
        near = [by_sentence[key] for key in _keys(figure) if key in by_sentence]
        known = [name for name in (*figure.beside, *(one.id for one in near)) if name in group_of]
        group = group_of[known[0]] if known else []
        group.append(figure)
        group_of[figure.id] = group
        for key in _keys(figure):
            by_sentence[key] = figure
    groups = {id(group): group for group in group_of.values()}.values()
    parts = (part for group in groups for part in _visible_together(_merged(group)))
    return [part for part in parts if len(part) > 1]


def _visible_together(group: Sequence[Alike]) -> list[tuple[Alike, ...]]:
    """A group parted where a number is so much larger than the next that this could not be seen beside it."""
    sizes = sorted(abs(alike[0].value) for alike in group)
    breaks = [after for before, after in pairwise(sizes) if after > FARTHEST * before > 0]
    parts: dict[int, list[Alike]] = {}
    for alike in group:
        parts.setdefault(bisect_right(breaks, abs(alike[0].value)), []).append(alike)
    return [tuple(part) for part in parts.values()]


def _merged(group: Sequence[Figure]) -> tuple[Alike, ...]:
    """The figures of a group, those that are alike together."""
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for one in group:
        dated = one.when and (one.when.value, one.when.relation)
        alike.setdefault((one.value, one.high, one.bound, one.status in FIRM, dated), []).append(one)
    return tuple(tuple(found) for found in alike.values())


def _keys(figure: Figure) -> list[tuple[str, ...]]:
    """The sentences that a figure stands in, each with its unit; of a bare number with its clause."""
    unit = figure.money or ("%" if figure.unit in PERCENT else (figure.unit or "").casefold())
    scale = (unit, figure.per or "", "" if unit else figure.what.text)
    return [(name, *scale) for name in figure.evidence]


def _chosen(groups: Sequence[tuple[Alike, ...]], view: View) -> tuple[list[tuple[Alike, ...]], int]:
    """The groups there is room for, those of key points before others, and how many figures are left out."""
    key = {name for finding in view.brief.key_points for name in finding.evidence}
    leading = [any(key & set(one.evidence) for alike in group for one in alike) for group in groups]
    kept: dict[int, tuple[Alike, ...]] = {}
    room = MOST
    for index in sorted(range(len(groups)), key=lambda index: not leading[index]):
        cut = groups[index][: min(MOST_OF_GROUP, room)]
        if len(cut) > 1:
            kept[index] = cut
            room -= len(cut)
    chosen = [kept[index] for index in sorted(kept)]
    return chosen, _counted(groups) - _counted(chosen)


def _counted(groups: Sequence[tuple[Alike, ...]]) -> int:
    """How many figures there are in `groups`."""
    return sum(len(alike) for group in groups for alike in group)


def _group(group: Sequence[Alike], view: View, labels: Labels) -> _Group:
    first = group[0][0]
    unit = "" if first.unit in PERCENT else first.unit or first.money or ""
    per = f" {labels.text['per']} {first.per}" if first.per else ""
    return _Group(shown(f"{unit}{per}".strip()), tuple(_bar(alike, view, labels) for alike in group))


def _bar(alike: Alike, view: View, labels: Labels) -> _Bar:
    figure = alike[0]
    ends = sorted([figure.value, figure.value if figure.high is None else figure.high])
    dated = when_words(figure.when, labels)
    speakers = tuple(dict.fromkeys(clean(who(one, view, labels)) for one in alike))
    end = END if any(map(runs_leftward, speakers)) else ""
    return _Bar(
        ends[0],
        ends[1],
        figure.bound,
        figure.status not in FIRM,
        shown(amount_words(figure, labels)),
        speakers,
        f"{end} · {shown(dated)}" if dated else "",
        _around(undated(figure.what, labels), figure),
    )


def _around(what: str, figure: Figure) -> str:
    """`what` from so near before the number that it is not cut off; where the number is not found, all."""
    found = next((place for form in _written(figure.value) if (place := form.search(what))), None)
    if found is None or width(what[: found.end()]) * SMALL <= SEEN:
        return what
    begins = what.rfind(" ", 0, found.start()) + 1
    before = what[max(0, begins - LOOKED_AT) : begins].split()
    room = SEEN - width(f"… {what[begins : found.end()]}") * SMALL
    while before and width(" ".join(before)) * SMALL > room:
        before = before[1:]
    return " ".join(["…", *before, what[begins:]])


def _written(value: float) -> list[re.Pattern[str]]:
    """Forms in which a text may have a number: "13,000", "13000", "1.5" of 1.5 million."""
    forms = [number_words(value), f"{value:.15g}"]
    forms += [number_words(round(value / size, 6)) for size, _ in MAGNITUDES if abs(value) >= size]
    return [re.compile(rf"(?<![\d.,]){re.escape(form)}(?!\d|[.,]\d)") for form in forms]


def _right(bars: Sequence[_Bar], across: float) -> float:
    """Where the longest bar ends, so that every number has room behind its own."""
    return across - TIP - 10 - min(WIDEST, max(width(one.amount, 600) * SIZE for one in bars))


def _drawn(group: _Group, top: float, frame: _Frame, right: float, labels: Labels) -> list[str]:
    low = min(0.0, *(one.low for one in group.bars))
    high = max(0.0, *(one.high for one in group.bars))
    reach = (high - low) or 1.0

    def at(value: float) -> float:
        return frame.left + (value - low) / reach * (right - frame.left)

    parts = []
    if group.unit:
        parts.append(text(0, top + 13, shortened(group.unit, frame.room, weight=600), SIZE, INK, 600))
        top += HEAD
    for index, one in enumerate(group.bars):
        y = top + frame.row * index
        parts += [
            text(0, y + 11, _said_by(one, frame.room, labels), SIZE, INK),
            text(0, y + 23.5, shortened(one.what, frame.room, size=SMALL), SMALL, GREY),
            *_mark(one, at, y + frame.middle, frame.across),
        ]
    return [*parts, *_nought(at(0), top, frame, len(group.bars))]


def _nought(x: float, top: float, frame: _Frame, bars: int) -> list[str]:
    """The line where all bars begin, broken by words between them."""
    if frame.middle == MIDDLE:
        return [line(x, top + 1, x, top + frame.row * bars - 3, 0.9)]
    middles = (top + frame.middle + frame.row * index for index in range(bars))
    return [line(x, y - 8, x, y + 8, 0.9) for y in middles]


def _said_by(one: _Bar, room: float, labels: Labels) -> str:
    """Who says it, of several the first and how many more, and for when."""
    others = len(one.speakers) - 1
    more = " " + labels.chart["grouped"].format(count=others) if others else ""
    return shortened(one.speakers[0], room, more + one.dated)


def _mark(one: _Bar, at: Callable[[float], float], y: float, across: float) -> list[str]:
    """The bar of a figure, with its number behind it."""
    zero, low, high = at(0), at(one.low), at(one.high)
    parts, end = BOUNDS.get(one.bound, _exact)(zero, low, high, y, one.hollow)
    behind = max(zero, end) + 6
    return [
        *parts,
        text(behind, y + SIZE * 0.35, shortened(one.amount, across - behind, weight=600), SIZE, INK, 600),
    ]


Drawn = tuple[list[str], float]
"""Elements of SVG, and where the last of them ends."""


def _exact(zero: float, low: float, high: float, y: float, hollow: bool) -> Drawn:
    return [bar(min(zero, low), max(zero, low), y, hollow)], low


def _upward(zero: float, low: float, high: float, y: float, hollow: bool) -> Drawn:
    """A bar with an open end: its head begins at the number."""
    tip = low + TIP
    upper = [(min(zero, low), y - 3.5), (low, y - 3.5), (low, y - 6.5), (tip, y)]
    return [shape([*upper, *((x, 2 * y - other) for x, other in reversed(upper[:-1]))], hollow)], tip


def _downward(zero: float, low: float, high: float, y: float, hollow: bool) -> Drawn:
    """A limit at the number, with an arrow that leads down from it."""
    tip = max(min(zero, low), low - 40)
    neck = min(tip + 9, low)
    upper = [(tip, y), (neck, y - 5), (neck, y - 1.5), (low - 2, y - 1.5), (low - 2, y - 6.5), (low, y - 6.5)]
    return [shape([*upper, *((x, 2 * y - other) for x, other in reversed(upper[1:]))], hollow)], low


def _soft(zero: float, low: float, high: float, y: float, hollow: bool) -> Drawn:
    """A bar that breaks up around the number."""
    start = max(min(zero, low), low + FADE)
    pieces = [(low + left, low + right) for left, right in SLICES if low + left >= start]
    body = [(min(zero, low), start)] if start > min(zero, low) else []
    return [bar(left, right, y, hollow) for left, right in (*body, *pieces)], low + SLICES[-1][1]


def _between(zero: float, low: float, high: float, y: float, hollow: bool) -> Drawn:
    """A bar from one end of a range to the other, on a line from nought."""
    return [line(zero, y, low, y, 0.9), bar(low, max(high, low + 3), y, hollow)], max(high, low + 3)


BOUNDS: Mapping[str, Callable[[float, float, float, float, bool], Drawn]] = {
    "exact": _exact,
    "more_than": _upward,
    "at_least": _upward,
    "less_than": _downward,
    "at_most": _downward,
    "about": _soft,
    "range": _between,
}
"""How each bound is drawn, from the places of nought and of the number's two ends."""

SIGNS: Mapping[str, Sign] = {
    "figures_exact": lambda x, y: "".join(_exact(x, x + 18, x + 18, y, False)[0]),
    "figures_upward": lambda x, y: "".join(_upward(x, x + 6, x + 6, y, False)[0]),
    "figures_downward": lambda x, y: "".join(_downward(x, x + 19, x + 19, y, False)[0]),
    "figures_soft": lambda x, y: "".join(
        bar(x + left, x + right, y, False) for left, right in ((0, 5.5), (8.5, 11.5), (15, 17), (19, 20))
    ),
    "figures_range": lambda x, y: "".join(_between(x, x + 6, x + 19, y, False)[0]),
    "hollow": lambda x, y: "".join(_exact(x, x + 18, x + 18, y, True)[0]),
    "more": lambda x, y: "",
}
"""How the legend draws what it explains; the keys are those of the labels."""

EXPLAINED = {
    "figures_upward": _upward,
    "figures_downward": _downward,
    "figures_soft": _soft,
    "figures_range": _between,
}


def _entries(bars: Sequence[_Bar], more: int, labels: Labels) -> list[Entry]:
    """What the legend explains: every form that is drawn, but for a plain bar."""
    forms = [BOUNDS.get(one.bound, _exact) for one in bars]
    needed = {name: form in forms for name, form in EXPLAINED.items()}
    needed |= {"hollow": any(one.hollow for one in bars), "more": more > 0}
    return [Entry(SIGNS[name], labels.chart[name].format(count=more)) for name in needed if needed[name]]


def _words(groups: Sequence[_Group], labels: Labels) -> str:
    """What the drawing shows."""
    told = []
    for group in groups:
        bars = ", ".join(f"{one.amount} ({', '.join(one.speakers)})" for one in group.bars)
        told.append(f"{group.unit}: {bars}" if group.unit else bars)
    count = sum(len(group.bars) for group in groups)
    return labels.chart["figures_alt"].format(count=count, groups="; ".join(told))
