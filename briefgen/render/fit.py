"""How a brief is cut, step by step, to the pages that its audience is to get, how one page is filled."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

import msgspec

from briefgen.model.audience import Audience
from briefgen.model.brief import Brief, Changes, Line, Piece
from briefgen.render.view import View, said

LIMIT_OF: Mapping[str, str] = MappingProxyType(
    {
        "bottom_line": "bottom_line",
        "key_points": "key_points",
        "changes": "changes",
        "who_says_what": "speakers",
        "verification": "verification",
        "timeline": "timeline",
        "figures": "figures",
        "who_and_where": "entities",
        "outlook": "outlook",
        "gaps": "gaps",
        "notes": "notes",
        "sources": "sources",
    }
)
"""By which limit a section is lowered."""
SHORTER = (600, 400, 250, 150, 80, 40)
"""Characters of a line, tried one after the other where a single row of each section is still too much."""


AIRIEST = 3
"""The loosest way to set a page that would otherwise end high above its foot."""

TRIES = 6
"""Rows that are tried one by one on a page that has room left; each costs one more layout."""

LEADING, AHEAD = 2, 2
"""How many sections lead, and by how many rows they may be longer than the others before they are cut."""


class Step(msgspec.Struct, frozen=True):
    """One way to cut a brief: the audience with lower limits and, at last, shorter lines."""

    audience: Audience
    longest: int | None = None
    """Characters of a line; none leaves all whole."""
    air: int = 0
    """How loosely it is set, to `AIRIEST`; the style sheet says what that means."""


def steps(view: View) -> list[Step]:
    """Every step from what the audience asks for to the least that it can be shown.

    The section with the most rows, of equals the last, gives up a quarter of them, again and again until each
    has one, where the leading sections may have some more than the others; then the pictures go; then a
    person's notes, which are never shortened; then lines are.
    """
    audience = view.audience
    limits = _rows_of(view)
    found = [Step(audience)]
    while max(limits.values(), default=0) > 1:
        order = tuple(limits)
        longest = max(
            (name for name in reversed(order) if limits[name] > 1),
            key=lambda name: limits[name] - (AHEAD if order.index(name) < LEADING else 0),
        )
        limits[longest] -= max(1, limits[longest] // 4)
        found.append(Step(_with(audience, limits)))
    bare = msgspec.structs.replace(_with(audience, limits), charts=())
    found.append(Step(bare))
    if "notes" in limits:
        bare = msgspec.structs.replace(bare, limits=msgspec.structs.replace(bare.limits, notes=0))
        found.append(Step(bare))
    return [*found, *(Step(bare, longest) for longest in SHORTER)]


def _rows_of(view: View) -> dict[str, int]:
    rows = {
        "bottom_line": len(view.bottom_line),
        "key_points": len(view.key_points),
        "changes": len(view.changes) + len(view.moves),
        "who_says_what": len(view.voices),
        "verification": len(view.checks),
        "timeline": len(view.timeline),
        "figures": len(view.figures),
        "who_and_where": max((len(group.entities) for group in view.groups), default=0),
        "outlook": len(view.outlook),
        "gaps": len(view.gaps),
        "notes": said(view.notes),
        "sources": len(view.sources),
    }
    return {name: rows[name] for name in view.sections if name in rows}


def _with(audience: Audience, limits: Mapping[str, int]) -> Audience:
    lowered = {LIMIT_OF[name]: count for name, count in limits.items()}
    return msgspec.structs.replace(audience, limits=msgspec.structs.replace(audience.limits, **lowered))


Found = TypeVar("Found")


def fitted(view: View, made: Callable[[Step], Found], fits: Callable[[Found], bool]) -> Found:
    """What is `made` of a brief so that it `fits`; on one page with as much, as loosely set, as fits there.

    The least that can be made where nothing fits.
    """
    ways = steps(view)
    step, best = first_fitting(ways, made, fits)
    if view.audience.pages != 1 or step is ways[-1]:
        return best
    if step.longest is None and step.audience.charts == view.audience.charts:
        step, best = _filled_up(view, step, best, made, fits)
    for air in range(1, AIRIEST + 1):
        looser = made(msgspec.structs.replace(step, air=air))
        if not fits(looser):
            break
        best = looser
    return best


def _filled_up(
    view: View, step: Step, best: Found, made: Callable[[Step], Found], fits: Callable[[Found], bool]
) -> tuple[Step, Found]:
    """`step` with one row more for a section after the other, as long as one fits and `TRIES` allow."""
    whole = _rows_of(view)
    rows = {name: min(count, _limit(step.audience, name, count)) for name, count in whole.items()}
    waiting = [name for name in whole if rows[name] < whole[name]]
    for _ in range(TRIES):
        if not waiting:
            break
        name = waiting.pop(0)
        more = {**rows, name: rows[name] + 1}
        larger = Step(_with(view.audience, more))
        tried = made(larger)
        if fits(tried):
            rows, step, best = more, larger, tried
            waiting += [name] * (rows[name] < whole[name])
    return step, best


def _limit(audience: Audience, section: str, none: int) -> int:
    limit: int | None = getattr(audience.limits, LIMIT_OF[section])
    return none if limit is None else limit


def first_fitting(
    ways: list[Step], made: Callable[[Step], Found], fits: Callable[[Found], bool]
) -> tuple[Step, Found]:
    """The first step of which what is `made` `fits`, if each takes less room than the one before, and that.

    The last where none does.
    """
    low, high = 0, len(ways) - 1
    best = made(ways[0])
    if fits(best):
        return ways[0], best
    best = made(ways[high])
    while low + 1 < high:
        middle = (low + high) // 2
        tried = made(ways[middle])
        if fits(tried):
            best, high = tried, middle
        else:
            low = middle
    return ways[high], best


def shortened(brief: Brief, longest: int | None) -> Brief:
    """`brief` with the lines of its summary, and its title, cut at a word to `longest` characters."""
    if longest is None:
        return brief
    replace = msgspec.structs.replace
    changes = brief.changes
    return replace(
        brief,
        changes=_shortened_changes(changes, longest) if changes else None,
        title=_cut(brief.title, longest),
        bottom_line=tuple(replace(one, line=short_line(one.line, longest)) for one in brief.bottom_line),
        key_points=tuple(
            replace(
                one,
                line=short_line(one.line, longest),
                later=short_line(one.later, longest) if one.later else None,
            )
            for one in brief.key_points
        ),
        timeline=tuple(replace(one, line=short_line(one.line, longest)) for one in brief.timeline),
        outlook=tuple(replace(one, line=short_line(one.line, longest)) for one in brief.outlook),
        gaps=tuple(
            replace(
                one,
                line=short_line(one.line, longest) if one.line else None,
                subject=_cut(one.subject, longest) if one.subject else None,
            )
            for one in brief.gaps
        ),
    )


def _shortened_changes(changes: Changes, longest: int) -> Changes:
    replace = msgspec.structs.replace
    told = (
        replace(
            one,
            line=short_line(one.line, longest) if one.line else None,
            before=short_line(one.before, longest) if one.before else None,
        )
        for one in changes.changes
    )
    return replace(changes, changes=tuple(told))


def short_line(line: Line, longest: int) -> Line:
    """`line` cut at a word to `longest` characters, with a mark where words are left out."""
    if len(line.text) <= longest:
        return line
    pieces: list[Piece] = []
    room = longest
    for piece in line.pieces:
        if len(piece.text) > room:
            if piece.kind == "words" and room > 0:
                pieces.append(msgspec.structs.replace(piece, text=_whole_words(piece.text, room)))
            break
        pieces.append(piece)
        room -= len(piece.text)
    pieces.append(Piece(" …", "gap"))
    return Line("".join(piece.text for piece in pieces), tuple(pieces))


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else _whole_words(words, longest) + " …"


def _whole_words(words: str, longest: int) -> str:
    """The first words of `words` within `longest` characters; of a single long word its beginning."""
    kept = words[:longest]
    return (kept if words[longest : longest + 1].isspace() else kept.rpartition(" ")[0] or kept).rstrip(
        " ,;:"
    )
