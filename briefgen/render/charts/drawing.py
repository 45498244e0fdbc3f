"""What all pictures are made of: SVG in black, white and grey, each mark told apart by its form."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from briefgen.model.audience import Colours
from briefgen.model.brief import Line
from briefgen.model.marking import Level
from briefgen.render.charts.leftward import runs_leftward, seen
from briefgen.render.escaping import shown, typographic
from briefgen.render.faces import SANS_STACK, face_css, width
from briefgen.render.jinja import line_words
from briefgen.render.labels import Labels

WIDTH = 680.0
"""Units across a picture; a unit is a quarter of a millimetre on an A4 page with 170 mm of text."""
SMALL_WIDTH = 300.0
"""Units across a picture for a phone, whose words are then as large as those around it."""
SIZE = 11.2
"""Of the words; 7.9 points on an A4 page."""
SMALL = 10.2
"""Of what explains: ticks, legends."""
LEADING = 15.0
"""Between two lines of a legend."""
FOOT = 25.0
"""Units below a picture for its marking."""
CLOSE = "</svg>\n"
SIGN = 24.0
"""Units that the sign before an entry of a legend takes."""

INK, GREY, TINT, LAND, PAPER = "#1a1a1a", "#5c5c5c", "#f2f2f0", "#dddddb", "#ffffff"
SHARES = {TINT: 0.06, LAND: 0.15}
"""How much ink is in what lies behind, where the audience has colours of its own."""
PAINT = r'(?<= )(fill|stroke)="(#[0-9a-f]{6})"'

Point = tuple[float, float]

FIRM = frozenset({"reported", "corroborated"})
"""Statuses drawn filled; every other is hollow."""


class Drawing(NamedTuple):
    """A picture and the words that stand for it where it cannot be seen."""

    svg: str
    words: str


def drawing(parts: Iterable[str], height: float, words: str, across: float = WIDTH) -> Drawing:
    """`parts`, elements of SVG on `across` by `height` units, as one picture that `words` stand for."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {_measures(across, height)} font-family="{SANS_STACK}" '
        f'font-size="{number(SIZE)}"><title>{escape(words)}</title>' + "".join(parts) + CLOSE
    )
    return Drawing(svg, words)


def _measures(across: float, height: float) -> str:
    return (
        f'viewBox="0 0 {number(across)} {number(height)}" '
        f'width="{number(across / 4)}mm" height="{number(height / 4)}mm"'
    )


def coloured(svg: str, colours: Colours) -> str:
    """`svg`, made by `drawing`, in the ink and on the paper of an audience."""
    ink, quiet, paper = colours.ink or INK, colours.quiet or GREY, colours.paper or PAPER
    if (ink, quiet, paper) == (INK, GREY, PAPER):
        return svg
    own = {INK: ink, GREY: quiet, PAPER: paper}
    if (ink, paper) != (INK, PAPER):
        own |= {tint: _mixed(ink, paper, share) for tint, share in SHARES.items()}
    return re.sub(PAINT, lambda match: f'{match[1]}="{own.get(match[2], match[2])}"', svg)


def _mixed(one: str, other: str, share: float) -> str:
    """A colour with `share` of `one` in `other`."""
    parts = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * first + (1 - share) * second):02x}" for first, second in parts)


def alone(svg: str, fonts: Path, marking: Level | None = None, paper: str | None = None) -> str:
    """`svg`, made by `drawing`, as a file of its own that looks the same wherever it is shown.

    It is `WIDTH` units wide. It gets a ground, the faces of its words from the folder `fonts`, and `marking`
    at its foot.
    """
    height = float(svg.partition('viewBox="0 0 ')[2].partition('"')[0].split()[1])
    below = FOOT if marking else 0.0
    taller = svg.replace(_measures(WIDTH, height), _measures(WIDTH, height + below), 1)
    head, tag, rest = taller.partition("</title>")
    ground = f'<path d="M0 0H{number(WIDTH)}V{number(height + below)}H0Z" fill="{paper or PAPER}"/>'
    foot = _foot(marking, height) if marking else ""
    faces = face_css(svg + foot, fonts, ("sans",))
    return f"{head}{tag}<style>{faces}</style>{ground}{rest.removesuffix(CLOSE)}{foot}{CLOSE}"


def _foot(marking: Level, top: float) -> str:
    """The marking on its ground, to the right."""
    words = shortened(marking.name, WIDTH - 16, "", 600)
    left = WIDTH - 16 - width(words, 600) * SIZE
    edges = f"M{number(left)} {number(top + 8)}H{number(WIDTH)}V{number(top + FOOT)}H{number(left)}Z"
    return (
        f'<path d="{edges}" fill="{escape(marking.background)}"/>'
        f'<text x="{number(left + 8)}" y="{number(top + 20)}" font-weight="600" '
        f'fill="{escape(marking.colour)}">{escape(seen(words))}</text>'
    )


def number(length: float) -> str:
    """A length with at most one decimal, the same on every machine."""
    return f"{length:.1f}".removesuffix(".0")


def band(left: float, right: float, top: float, bottom: float) -> str:
    """A tint behind what is drawn later."""
    edges = f"M{number(left)} {number(top)}H{number(right)}V{number(bottom)}H{number(left)}Z"
    return f'<path class="band" d="{edges}" fill="{TINT}"/>'


def text(x: float, y: float, words: str, size: float = SIZE, colour: str = INK, weight: int = 400) -> str:
    """`words` from `x` on, standing on the line `y`."""
    role = "ink-text" if colour == INK else "grey-text"
    leftward = ' direction="ltr" unicode-bidi="bidi-override"' if runs_leftward(words) else ""
    return (
        f'<text class="{role}" x="{number(x)}" y="{number(y)}" font-size="{number(size)}" '
        f'font-weight="{weight}" fill="{colour}"{leftward}>{escape(seen(words))}</text>'
    )


def line(x1: float, y1: float, x2: float, y2: float, weight: float) -> str:
    """A straight line `weight` units wide."""
    return (
        f'<path class="ink" d="{path([(x1, y1), (x2, y2)])}" fill="none" '
        f'stroke="{INK}" stroke-width="{number(weight)}"/>'
    )


def shape(points: Iterable[Point], hollow: bool) -> str:
    """A closed mark with corners at `points`; hollow is not confirmed."""
    return (
        f'<path d="{path(points)}Z" class="{"hollow" if hollow else "filled"}" '
        f'fill="{PAPER if hollow else INK}" stroke="{INK}" stroke-width="1.2"/>'
    )


def path(points: Iterable[Point]) -> str:
    """Straight lines from one of `points` to the next."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def diamond(x: float, y: float, half: float, hollow: bool) -> str:
    """A diamond around a point, `half` as wide as from its middle to a tip."""
    return shape([(x - half, y), (x, y - half), (x + half, y), (x, y + half)], hollow)


def bar(left: float, right: float, y: float, hollow: bool) -> str:
    """A bar whose middle is on the line `y`."""
    top, bottom = y - 3.5, y + 3.5
    return shape([(left, top), (right, top), (right, bottom), (left, bottom)], hollow)


def shortened(words: str, room: float, after: str = "", weight: int = 400, size: float = SIZE) -> str:
    """`words` cut at a word where they and `after` are wider than `room` units; `after` stays whole."""
    if width(words + after, weight) * size <= room:
        return words + after
    room -= width("…" + after, weight) * size
    kept = _fitting(words.split(), " ", room / size, weight)
    whole = " ".join(kept) or "".join(_fitting(list(words), "", room / size, weight))
    return whole.rstrip(" ,;:–—-") + "…" + after


def wrapped(
    words: str,
    room: float,
    most: int,
    weight: int = 400,
    size: float = SIZE,
    indent: float = 0.0,
    after: str = "",
) -> list[str]:
    """`words` in at most `most` lines no wider than `room` units, the last one shortened.

    The first line has `indent` units less; `after` follows the last, and stays whole.
    """
    lines: list[str] = []
    rest, space = words.split(), room - indent
    while rest and len(lines) < most - 1 and width(" ".join(rest) + after, weight) * size > space:
        kept = _fitting(rest, " ", space / size, weight) or rest[:1]
        lines.append(shortened(" ".join(kept), space, "", weight, size))
        rest, space = rest[len(kept) :], room
    return [*lines, shortened(" ".join(rest), space, after, weight, size)] if rest or after else lines


def undated(said: Line, labels: Labels) -> str:
    """The words of a line without the dates that the brief added, as a picture shows them."""
    kept = tuple(piece for piece in said.pieces if piece.kind != "date")
    return typographic(line_words(Line(said.text, kept), labels))


def clean(words: str) -> str:
    """A name as a picture shows it."""
    return typographic(shown(words))


def _fitting(pieces: Sequence[str], between: str, room: float, weight: int) -> Sequence[str]:
    """As many of `pieces` from the first as are not wider than `room` em."""
    used = 0.0
    for index, piece in enumerate(pieces):
        used += width(piece + between, weight)
        if used > room:
            return pieces[:index]
    return pieces


Sign = Callable[[float, float], str]
"""Draws a sign of a legend, twenty units wide from `x` on, with its middle on the line `y`."""


class Entry(NamedTuple):
    """What a legend says of one sign."""

    sign: Sign
    words: str


def legend(entries: Iterable[Entry], top: float, across: float = WIDTH) -> tuple[list[str], float]:
    """`entries` in as many lines as they take from the line `top` on, and where the last one ends.

    What is longer than a line of `across` units is continued below.
    """
    parts: list[str] = []
    x, y = 0.0, top
    for sign, words in entries:
        run = SIGN + 2 + width(words) * SMALL
        if x and x + run > across:
            x, y = 0.0, y + LEADING
        parts.append(sign(x, y))
        for index, piece in enumerate(wrapped(words, across - SIGN, 3, size=SMALL)):
            y += LEADING * bool(index)
            parts.append(text(x + SIGN, y + SMALL * 0.35, piece, SMALL, GREY))
        x += run + 14
    return parts, y + 10
