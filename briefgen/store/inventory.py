"""What a job's sources were when its last edition was made: tells what is new, changed or gone."""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select

from briefgen.model.edition import Input
from briefgen.model.redaction import redacted
from briefgen.store.tables import editions, inputs, sources


def inputs_of(connection: Connection, job: str) -> dict[str, Input]:
    """The inputs that the last edition of `job` knew, by name."""
    columns = [column for column in inputs.c if column is not inputs.c.job]
    found = connection.execute(select(*columns).where(inputs.c.job == job).order_by(inputs.c.name))
    return {row.name: Input(**{**row._mapping, "problems": _listed(row.problems)}) for row in found}


def _listed(problems: str | None) -> tuple[str, ...]:
    return () if problems is None else tuple(json.loads(problems))


def former_inputs(connection: Connection, job: str) -> dict[str, str]:
    """The hashes of all sources that editions of `job` told of, by name; the latest of each name."""
    told = select(sources.c.name, sources.c.sha256).join(editions, editions.c.id == sources.c.edition)
    found = connection.execute(told.where(editions.c.job == job).order_by(editions.c.number))
    return {row.name: row.sha256 for row in found}


def set_inputs(connection: Connection, job: str, now: Iterable[Input]) -> None:
    """Remember the inputs of `job`, in the transaction of `connection`; rewrites only what differs."""
    before = inputs_of(connection, job)
    after = {one.name: one for one in now}
    gone = [name for name, one in before.items() if after.get(name) != one]
    fresh = [one for name, one in after.items() if before.get(name) != one]
    if gone:
        one = delete(inputs).where(inputs.c.job == job, inputs.c.name == bindparam("gone"))
        connection.execute(one, [{"gone": name} for name in gone])
    if fresh:
        connection.execute(insert(inputs), [_row(job, one) for one in fresh])


def forget_inputs(connection: Connection, job: str, names: Iterable[str]) -> None:
    """Know no more of the inputs called `names`."""
    each = [{"gone": name} for name in names]
    if each:
        connection.execute(
            delete(inputs).where(inputs.c.job == job, inputs.c.name == bindparam("gone")), each
        )


def keep_marks(connection: Connection, job: str, now: Iterable[Input], kept: Iterable[Input]) -> None:
    """Remember how those of `now` that `job` knows are marked by now, and those of `kept` that it does not.

    What editions told of them stays as it is: no edition need come of it.
    """
    known = inputs_of(connection, job)
    for one in now:
        was = known.get(one.name)
        if was is not None and was.sha256 == one.sha256 and was.marking != one.marking:
            row = inputs.update().where(inputs.c.job == job, inputs.c.name == one.name)
            connection.execute(row.values(marking=one.marking))
    fresh = [_row(job, one) for one in kept if one.name not in known]
    if fresh:
        connection.execute(insert(inputs), fresh)


def _row(job: str, one: Input) -> Mapping[str, object]:
    return {
        "job": job,
        "name": one.name,
        "sha256": one.sha256,
        "known": one.known,
        "first_seen": one.first_seen,
        "told": one.told,
        "place": one.place,
        "marking": one.marking,
        "problems": json.dumps([redacted(each) for each in one.problems]) if one.problems else None,
    }
