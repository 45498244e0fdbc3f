"""Tell which sources of earlier editions are marked otherwise by now, known again by their bytes."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from briefgen.model.brief import Brief
from briefgen.model.marking import Scheme
from briefgen.store.tables import editions, sources


class Remarked(NamedTuple):
    """A source of an edition that a later edition of the job tells of under another marking."""

    edition: int
    name: str
    sha256: str
    was: str | None
    now: str | None
    """As the newest edition that has these bytes marks them; of several, the highest."""


def remarked(connection: Connection, job: str, scheme: Scheme) -> tuple[Remarked, ...]:
    """The sources of all editions of `job` that are marked otherwise by now, edition by edition."""
    held = select(sources.c.sha256).join(editions, editions.c.id == sources.c.edition)
    varying = (
        held.where(editions.c.job == job)
        .group_by(sources.c.sha256)
        .having(func.count(func.coalesce(sources.c.marking, "").distinct()) > 1)
    )
    found = connection.execute(
        select(editions.c.number, sources.c.name, sources.c.sha256, sources.c.marking)
        .join(editions, editions.c.id == sources.c.edition)
        .where(editions.c.job == job, sources.c.sha256.in_(varying))
        .order_by(editions.c.number, sources.c.number)
    )
    rows = [tuple(row) for row in found]
    newest = {sha256: number for number, _, sha256, _ in rows}
    marks: dict[str, list[str | None]] = {}
    for number, _, sha256, mark in rows:
        if number == newest[sha256]:
            marks.setdefault(sha256, []).append(mark)
    now = {sha256: scheme.highest(each) for sha256, each in marks.items()}
    return tuple(
        Remarked(number, name, sha256, mark, now[sha256])
        for number, name, sha256, mark in rows
        if number != newest[sha256]
    )


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
