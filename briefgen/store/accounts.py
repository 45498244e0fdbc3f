"""What one source of a brief tells, in a form that is the same wherever in a brief the source stands."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from briefgen.model.brief import Brief, Figure

SPAN = ("start", "end", "passage")
CLAIM = ("speaker", "stance", "status", "quoted", "evidence", "passage")
FIGURE = ("value", "high", "bound", "unit", "per", "money", "status", "passage")
Values = tuple[Any, ...]
"""Of one row, as `SPAN`, `CLAIM` or `FIGURE` names them; the last is the text of the passage."""


class Rows(NamedTuple):
    """The spans, claims or figures of one source."""

    first: int | None
    """Number of the first of them in the brief; none where there are none."""
    values: list[Values]
    places: list[int] | None = None
    """The number of each less that of the first; none where they follow one another, 0, 1, 2 …"""

    def placed(self) -> Iterator[tuple[int, Values]]:
        """Each with its place."""
        return zip(range(len(self.values)) if self.places is None else self.places, self.values, strict=True)


NONE = Rows(None, [])


class Account(NamedTuple):
    """What one source tells."""

    digest: str
    """SHA-256 of all values, hexadecimal: the same wherever the same is told."""
    spans: Rows
    claims: Rows
    figures: Rows

    def texts(self) -> Iterator[str]:
        """The words that its rows rest on."""
        for rows in (self.spans, self.claims, self.figures):
            yield from (values[-1] for values in rows.values)


def accounts_of(brief: Brief) -> dict[int, Account]:
    """What each source of `brief` tells, by the number of the source."""
    spans = _by_source(
        [one.source for one in brief.evidence],
        [(one.span.start, one.span.end, one.quote) for one in brief.evidence],
    )
    where = _where(brief, spans)
    claims = _by_source([one.source for one in brief.claims], _claims(brief, where))
    figures = _by_source(
        [where.get(one.evidence[0], UNKNOWN)[0] if one.evidence else 0 for one in brief.figures],
        [_figure(one) for one in brief.figures],
    )
    numbers = (one.number for one in brief.sources)
    return {
        number: _account(spans.get(number, NONE), claims.get(number, NONE), figures.get(number, NONE))
        for number in numbers
    }


def _account(*parts: Rows) -> Account:
    told = msgspec.msgpack.encode([(rows.places, rows.values) for rows in parts])
    return Account(hashlib.sha256(told).hexdigest(), *parts)


def _by_source(sources: Sequence[int], values: Sequence[Values]) -> dict[int, Rows]:
    """The `values` of each source, of which `sources` has the number for each; they count from 1."""
    rows: dict[int, Rows] = {}
    at = 0
    for source, run in groupby(sources):
        end = at + len(list(run))
        found = Rows(at + 1, list(values[at:end]))
        rows[source] = _joined(rows[source], found) if source in rows else found
        at = end
    return rows


def _joined(one: Rows, further: Rows) -> Rows:
    """The rows of a source that do not all follow one another."""
    between = (further.first or 0) - (one.first or 0)
    places = [*(place for place, _ in one.placed()), *(place + between for place, _ in further.placed())]
    return Rows(one.first, [*one.values, *further.values], places)


def _where(brief: Brief, spans: Mapping[int, Rows]) -> dict[str, tuple[int, int]]:
    """For the id of each piece of evidence its source, and its place among the spans of that."""
    firsts = {source: rows.first or 0 for source, rows in spans.items()}
    return {one.id: (one.source, number - firsts[one.source]) for number, one in enumerate(brief.evidence, 1)}


def _claims(brief: Brief, where: Mapping[str, tuple[int, int]]) -> list[Values]:
    found = []
    for one in brief.claims:
        source, place = where.get(one.evidence[0], UNKNOWN) if one.evidence else UNKNOWN
        stands = place if source == one.source else None
        found.append((one.speaker.label, one.stance, one.status, one.quoted, stands, one.statement.text))
    return found


def _figure(one: Figure) -> Values:
    """A figure belongs to the source of its evidence, without which it would be none."""
    high = None if one.high is None else float(one.high)
    told = one.bound, one.unit, one.per, one.money, one.status
    return (float(one.value), high, *told, one.what.text)


UNKNOWN = (0, 0)
"""In place of the source, which has a number from 1, and place of evidence that is not in the brief."""
