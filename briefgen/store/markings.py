"""Tell which sources of editions are marked otherwise by now, known again by their bytes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from briefgen.model.brief import Brief
from briefgen.model.marking import Scheme
from briefgen.store.editions import brief_of, edition
from briefgen.store.tables import editions, inputs, sources


class Remarked(NamedTuple):
    """A source of an edition that a later edition, or the latest run, of the job knows by another marking."""

    edition: int
    name: str
    sha256: str
    was: str | None
    now: str | None
    """As the newest edition that has these bytes marks them, or the latest run; of several, the highest."""


def remarked(
    connection: Connection, job: str, scheme: Scheme, newest: int | None = None
) -> tuple[Remarked, ...]:
    """The sources of all editions of `job` that are marked otherwise by now, edition by edition.

    Of the one edition `newest`, if its number is given, only what runs have found since it was made.
    """
    seen = _seen_marks(connection, job)
    rows = _rows(connection, job, seen, newest)
    last = {sha256: number for number, _, sha256, _ in rows}
    marks: dict[str, list[str | None]] = {}
    for number, _, sha256, mark in rows:
        if number == last[sha256]:
            marks.setdefault(sha256, []).append(mark)
    now = {sha256: scheme.highest([*each, *seen.get(sha256, ())]) for sha256, each in marks.items()}
    told = tuple(
        Remarked(number, name, sha256, mark, now[sha256])
        for number, name, sha256, mark in rows
        if number != last[sha256] or mark != now[sha256]
    )
    return told if newest else (*told, *_cited_after(connection, job, rows, now, scheme))


def _seen_marks(connection: Connection, job: str) -> dict[str, list[str]]:
    """The markings that the latest run of `job` found, by the bytes that bear them."""
    found = select(inputs.c.sha256, inputs.c.marking).where(
        inputs.c.job == job, inputs.c.marking.is_not(None)
    )
    marks: dict[str, list[str]] = {}
    for sha256, mark in connection.execute(found):
        marks.setdefault(sha256, []).append(mark)
    return marks


def _rows(
    connection: Connection, job: str, seen: Iterable[str], newest: int | None
) -> list[tuple[int, str, str, str | None]]:
    """The sources of editions, with number, name, bytes and marking, whose bytes bear several markings."""
    held = select(sources.c.sha256).join(editions, editions.c.id == sources.c.edition)
    varying = (
        held.where(editions.c.job == job)
        .group_by(sources.c.sha256)
        .having(func.count(func.coalesce(sources.c.marking, "").distinct()) > 1)
    )
    otherwise = (
        held.join(inputs, (inputs.c.sha256 == sources.c.sha256) & (inputs.c.job == editions.c.job))
        .where(editions.c.job == job, inputs.c.marking != func.coalesce(sources.c.marking, ""))
        .distinct()
    )
    columns = (editions.c.number, sources.c.name, sources.c.sha256, sources.c.marking)
    wanted = select(*columns).join(editions, editions.c.id == sources.c.edition).where(editions.c.job == job)
    if newest is None:
        wanted = wanted.where(sources.c.sha256.in_(varying) | sources.c.sha256.in_(otherwise))
    else:
        wanted = wanted.where(sources.c.sha256.in_(otherwise), editions.c.number == newest)
    found = connection.execute(wanted.order_by(editions.c.number, sources.c.number))
    return [(number, name, sha256, mark) for number, name, sha256, mark in found]


def _cited_after(
    connection: Connection,
    job: str,
    rows: Iterable[tuple[int, str, str, str | None]],
    now: Mapping[str, str | None],
    scheme: Scheme,
) -> Iterator[Remarked]:
    """What editions cite of the one before them, as withdrawn or as it was worded, that was raised since."""
    held: dict[int, set[str]] = {}
    for number, _, sha256, mark in rows:
        if now[sha256] is not None and now[sha256] != mark and not scheme.exceeds(mark, now[sha256]):
            held.setdefault(number + 1, set()).add(sha256)
    for number, raised in sorted(held.items()):
        after = edition(connection, job, number)
        brief = brief_of(connection, after) if after and not after.pruned else None
        for earlier in brief.changes.sources if brief and brief.changes else ():
            one = earlier.source
            if one.sha256 in raised:
                yield Remarked(number, one.name, one.sha256, one.marking, now[one.sha256])


def raised_in(
    brief: Brief, known: Iterable[Remarked], ceiling: str | None, scheme: Scheme
) -> Mapping[str, str]:
    """The sources in `brief` that are marked above `ceiling` by now: names and markings."""
    now = {one.sha256: one.now for one in known}
    earlier = [one.source for one in brief.changes.sources] if brief.changes else []
    held = [one for one in (*brief.sources, *earlier) if one.sha256 in now]
    return {one.name: now[one.sha256] or "" for one in held if scheme.exceeds(now[one.sha256], ceiling)}


def raised_editions(
    known: Iterable[Remarked], seen: str | None, ceiling: str | None, scheme: Scheme
) -> Mapping[int, Remarked]:
    """The editions that hold a source marked above `ceiling` by now, each with one of these.

    Sources that who may see up to `seen` did not see in that edition are none of them.
    """
    return {
        one.edition: one
        for one in known
        if scheme.exceeds(one.now, ceiling) and not scheme.exceeds(one.was, seen)
    }
