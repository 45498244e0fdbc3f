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
AXIS = WIDTH * 0.42
"""The line between those who say so and those who reply."""
ROW, AIR, HEAD = 16.0, 12.0, 20.0
"""Heights: of one name, between two claims, and above all."""
BESIDE, GAP = 10.0, 20.0
"""From the axis to a mark and to a name."""


class _Side(NamedTuple):
    """Those who stand on one side of a claim, each with how they stand."""

    names: tuple[tuple[str, Standing], ...]
    more: int


class _Panel(NamedTuple):
    """One key claim."""

    words: list[str]
    note: str
    told: _Side
    replies: _Side


def standing_chart(view: View, labels: Labels) -> Drawing | None:
    """Of each key claim that somebody replies to, who stands on which side; none where nobody does.

    To the left of the line are those who say so, to the right those who deny it, could not confirm it or
    decline to speak of it; the form of a mark tells how its speaker stands.
    """
    replied = [check for check in view.checks if check.replies]
    if not replied:
        return None
    panels = [_panel(check, view, labels) for check in replied[:MOST]]
    parts = [*_heads(labels)]
    top = HEAD
    for panel in panels:
        parts += _drawn(panel, top)
        top += _height(panel) + AIR
    used = [kind for panel in panels for side in (panel.told, panel.replies) for _, kind in side.names]
    entries = explained(used, labels)
    if len(replied) > MOST:
        more = labels.chart["more"].format(count=len(replied) - MOST)
        entries.append(Entry(lambda x, y: "", more))
    legends, height = legend(entries, top + 4)
    return drawing([*parts, *legends], height, _words(panels, labels))


def _panel(check: Check, view: View, labels: Labels) -> _Panel:
    said = check.asserted[0].content if check.asserted else check.finding.line
    words = undated(said, labels)
    origins = labels.count("origins", check.verification.origins)
    note = f"{labels.statuses[check.verification.status]}, {origins}"
    return _Panel(
        wrapped(words[:1].upper() + words[1:], WIDTH - width(note) * SMALL - 16, 2, 600),
        note,
        _side(check.asserted, view, labels),
        _side((*check.denied, *check.unconfirmed, *check.declined), view, labels),
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
    return LEADING * len(panel.words) + 3 + ROW * max(len(_lines(panel.told)), len(_lines(panel.replies)))


def _heads(labels: Labels) -> list[str]:
    told, replies = labels.chart["standing_told"], labels.heads["replies"]
    return [
        text(AXIS - GAP - width(told, 600) * SMALL, SMALL, told, SMALL, GREY, 600),
        text(AXIS + GAP, SMALL, replies, SMALL, GREY, 600),
    ]


def _drawn(panel: _Panel, top: float) -> list[str]:
    told, replies = _lines(panel.told), _lines(panel.replies)
    parts = [text(WIDTH - width(panel.note) * SMALL, top + 12, panel.note, SMALL, GREY)]
    for index, words in enumerate(panel.words):
        parts.append(text(0, top + 12 + LEADING * index, words, SIZE, INK, 600))
    start = top + LEADING * len(panel.words) + 3
    first = start + ROW / 2
    for index, (name, kind) in enumerate(told):
        y = first + ROW * index
        words = shortened(name, AXIS - GAP)
        parts.append(text(AXIS - GAP - width(words) * SIZE, y + SIZE * 0.35, words))
        parts += [MARKS[kind](AXIS - BESIDE, y)] if kind else []
    for index, (name, kind) in enumerate(replies):
        y = first + ROW * index
        parts.append(text(AXIS + GAP, y + SIZE * 0.35, shortened(name, WIDTH - AXIS - GAP)))
        parts += [MARKS[kind](AXIS + BESIDE, y)] if kind else []
    return [*parts, line(AXIS, start, AXIS, top + _height(panel), 0.9)]


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
