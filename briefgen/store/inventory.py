"""What a job's sources were when its last edition was made: tells what is new, changed or gone."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select

from briefgen.model.edition import Input
from briefgen.store.tables import editions, inputs, sources


def inputs_of(connection: Connection, job: str) -> dict[str, Input]:
    """The inputs that the last edition of `job` knew, by name."""
    columns = (inputs.c.name, inputs.c.sha256, inputs.c.known, inputs.c.first_seen, inputs.c.told)
    found = connection.execute(select(*columns).where(inputs.c.job == job).order_by(inputs.c.name))
    return {row.name: Input(**row._mapping) for row in found}


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


def _row(job: str, one: Input) -> Mapping[str, object]:
    return {
        "job": job,
        "name": one.name,
        "sha256": one.sha256,
        "known": one.known,
        "first_seen": one.first_seen,
        "told": one.told,
    }
