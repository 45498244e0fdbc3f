"""What one source of a brief tells, in a form that is the same wherever in a brief the source stands."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from briefgen.model.brief import Brief

SPAN = ("place", "start", "end", "passage")
CLAIM = ("place", "speaker", "stance", "status", "quoted", "evidence", "passage")
FIGURE = ("place", "value", "high", "bound", "unit", "per", "money", "status", "passage")
Values = tuple[Any, ...]
"""Of one row, as `SPAN`, `CLAIM` or `FIGURE` names them; the last is the text of the passage."""


class Rows(NamedTuple):
    """The spans, claims or figures of one source."""

    first: int | None
    """Number of the first of them in the brief; none where there are none."""
    values: list[Values]
    """Each with its place first: its number less that of the first."""


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
    spans = _by_source((one.source, (one.span.start, one.span.end, one.quote)) for one in brief.evidence)
    places = _places(brief, spans)
    claims = _by_source(_claims(brief, places))
    figures = _by_source(_figures(brief, places))
    numbers = (one.number for one in brief.sources)
    return {
        number: _account(spans.get(number, NONE), claims.get(number, NONE), figures.get(number, NONE))
        for number in numbers
    }


def _account(spans: Rows, claims: Rows, figures: Rows) -> Account:
    told = msgspec.msgpack.encode((spans.values, claims.values, figures.values))
    return Account(hashlib.sha256(told).hexdigest(), spans, claims, figures)


def _by_source(found: Iterable[tuple[int, Values]]) -> dict[int, Rows]:
    """The values `found`, which are numbered from 1 in a brief, each with its place in its source."""
    rows: dict[int, Rows] = {}
    for number, (source, values) in enumerate(found, 1):
        if source not in rows:
            rows[source] = Rows(number, [])
        first, held = rows[source]
        held.append((number - (first or 0), *values))
    return rows


def _places(brief: Brief, spans: Mapping[int, Rows]) -> dict[str, tuple[int, int]]:
    """For the id of each piece of evidence its source, and its place among the spans of that."""
    firsts = {source: rows.first or 0 for source, rows in spans.items()}
    return {one.id: (one.source, number - firsts[one.source]) for number, one in enumerate(brief.evidence, 1)}


def _claims(brief: Brief, places: Mapping[str, tuple[int, int]]) -> Iterator[tuple[int, Values]]:
    for one in brief.claims:
        source, place = places.get(one.evidence[0], UNKNOWN) if one.evidence else UNKNOWN
        stands = place if source == one.source else None
        words = one.statement.text
        yield one.source, (one.speaker.label, one.stance, one.status, one.quoted, stands, words)


def _figures(brief: Brief, places: Mapping[str, tuple[int, int]]) -> Iterator[tuple[int, Values]]:
    """Each belongs to the source of its evidence, without which it would be no figure."""
    for one in brief.figures:
        source, _ = places.get(one.evidence[0], UNKNOWN) if one.evidence else UNKNOWN
        high = None if one.high is None else float(one.high)
        told = (float(one.value), high, one.bound, one.unit, one.per, one.money, one.status)
        yield source, (*told, one.what.text)


UNKNOWN = (0, 0)
"""In place of the source, which has a number from 1, and place of evidence that is not in the brief."""
