"""Support against denial: for each key claim who says so, and who denies it or leaves it open."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefgen.model.brief import Claim
from briefgen.render.charts.drawing import (
    GREY,
    INK,
    LEADING,
    SIZE,
    SMALL,
    SMALL_WIDTH,
    WIDTH,
    Drawing,
    Entry,
    clean,
    drawing,
    legend,
    line,
    shortened,
    text,
    undated,
    wrapped,
)
from briefgen.render.charts.stances import MARKS, STANDINGS, Standing, explained
from briefgen.render.faces import width
from briefgen.render.labels import Labels
from briefgen.render.view import Check, View

MOST = 6
"""Claims of the whole picture."""
MOST_NAMES = 4
"""Names on one side of a claim."""
AXIS, SMALL_AXIS = WIDTH * 0.42, SMALL_WIDTH * 0.5
"""The line between those who say so and those who reply, in a picture and in a small one."""
ROW, AIR, HEAD = 16.0, 12.0, 20.0
"""Heights: of one name, between two claims, and above all."""
BESIDE, GAP = 10.0, 20.0
"""From that line to a mark and to a name."""


class _Side(NamedTuple):
    """Those who stand on one side of a claim, each with how they stand."""

    names: tuple[tuple[str, Standing], ...]
    more: int


class _Panel(NamedTuple):
    """One key claim."""

    words: list[str]
    note: str
    """Stands to the right of the words or, in a small picture, below them."""
    told: _Side
    replies: _Side
    across: float

    @property
    def axis(self) -> float:
        """Where the line stands between those who say so and those who reply."""
        return AXIS if self.across >= WIDTH else SMALL_AXIS

    @property
    def lines(self) -> int:
        """What is written above it."""
        return len(self.words) + (self.across < WIDTH)


def standing_chart(view: View, labels: Labels, across: float = WIDTH) -> Drawing | None:
    """Of each key claim that somebody replies to, who stands on which side; none where nobody does.

    To the left of the line are those who say so, to the right those who deny it, could not confirm it or
    decline to speak of it; the form of a mark tells how its speaker stands.
    """
    replied = [check for check in view.checks if check.replies]
    if not replied:
        return None
    panels = [_panel(check, view, labels, across) for check in replied[:MOST]]
    parts = [*_heads(panels[0].axis, labels)]
    top = HEAD
    for panel in panels:
        parts += _drawn(panel, top)
        top += _height(panel) + AIR
    used = [kind for panel in panels for side in (panel.told, panel.replies) for _, kind in side.names]
    entries = explained(used, labels)
    if len(replied) > MOST:
        more = labels.chart["more"].format(count=len(replied) - MOST)
        entries.append(Entry(lambda x, y: "", more))
    legends, height = legend(entries, top + 4, across)
    return drawing([*parts, *legends], height, _words(panels, labels), across)


def _panel(check: Check, view: View, labels: Labels, across: float) -> _Panel:
    said = check.asserted[0].content if check.asserted else check.finding.line
    words = undated(said, labels)
    origins = labels.count("origins", check.verification.origins)
    note = f"{labels.statuses[check.verification.status]}, {origins}"
    words = words[:1].upper() + words[1:]
    beside = width(note) * SMALL + 16
    return _Panel(
        wrapped(words, across - beside, 2, 600) if across >= WIDTH else wrapped(words, across, 4, 600),
        note,
        _side(check.asserted, view, labels),
        _side((*check.denied, *check.unconfirmed, *check.declined), view, labels),
        across,
    )


def _side(claims: Iterable[Claim], view: View, labels: Labels) -> _Side:
    names = {
        (clean(view.speaker(claim.id)) or labels.text["nobody"], STANDINGS[claim.stance]): None
        for claim in claims
    }
    return _Side(tuple(names)[:MOST_NAMES], max(0, len(names) - MOST_NAMES))


def _lines(side: _Side) -> list[tuple[str, Standing | None]]:
    """What stands on a side, line by line; what has no room as a number."""
    return [*side.names, *([(f"+{side.more}", None)] if side.more else [])]


def _height(panel: _Panel) -> float:
    return LEADING * panel.lines + 3 + ROW * max(len(_lines(panel.told)), len(_lines(panel.replies)))


def _heads(axis: float, labels: Labels) -> list[str]:
    told, replies = labels.chart["standing_told"], labels.heads["replies"]
    return [
        text(axis - GAP - width(told, 600) * SMALL, SMALL, told, SMALL, GREY, 600),
        text(axis + GAP, SMALL, replies, SMALL, GREY, 600),
    ]


def _drawn(panel: _Panel, top: float) -> list[str]:
    told, replies = _lines(panel.told), _lines(panel.replies)
    axis = panel.axis
    beside = panel.lines == len(panel.words)
    left = panel.across - width(panel.note) * SMALL if beside else 0
    base = top + 12 + (0 if beside else LEADING * len(panel.words))
    parts = [text(left, base, panel.note, SMALL, GREY)]
    for index, words in enumerate(panel.words):
        parts.append(text(0, top + 12 + LEADING * index, words, SIZE, INK, 600))
    start = top + LEADING * panel.lines + 3
    first = start + ROW / 2
    for index, (name, kind) in enumerate(told):
        y = first + ROW * index
        words = shortened(name, axis - GAP)
        parts.append(text(axis - GAP - width(words) * SIZE, y + SIZE * 0.35, words))
        parts += [MARKS[kind](axis - BESIDE, y)] if kind else []
    for index, (name, kind) in enumerate(replies):
        y = first + ROW * index
        parts.append(text(axis + GAP, y + SIZE * 0.35, shortened(name, panel.across - axis - GAP)))
        parts += [MARKS[kind](axis + BESIDE, y)] if kind else []
    return [*parts, line(axis, start, axis, top + _height(panel), 0.9)]


def _words(panels: Sequence[_Panel], labels: Labels) -> str:
    """What the drawing shows."""
    told = "; ".join(
        f"{labels.chart['standing_told']}: {_named(panel.told, labels)} – "
        f"{labels.heads['replies']}: {_named(panel.replies, labels)}"
        for panel in panels
    )
    return labels.chart["standing_alt"].format(count=labels.count("replied", len(panels)), claims=told)


def _named(side: _Side, labels: Labels) -> str:
    names = [f"{name} ({labels.chart[kind]})" for name, kind in side.names]
    return ", ".join([*names, *([f"+{side.more}"] if side.more else [])]) or labels.text["none"]
