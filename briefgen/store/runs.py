"""Remember every run: when it began, how it ended, and why."""

import json
import os
import socket
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, union, update

from briefgen.model.edition import Run, RunState
from briefgen.model.redaction import redacted
from briefgen.store.database import Store
from briefgen.store.tables import editions, runs

KILLED = "it was ended from outside before it was done; the next run did what was left of it"


def start_run(store: Store, job: str, now: str, slot: str | None = None) -> Run:
    """A new run of `job`, whose lock is held; runs of it that never ended were killed, and are called so."""
    with store.writing() as connection:
        connection.execute(
            update(runs)
            .where(runs.c.job == job, runs.c.state == "running")
            .values(state="interrupted", reason=KILLED, ended=now)
        )
        values = {
            "job": job,
            "started": now,
            "state": "running",
            "slot": slot,
            "problems": "[]",
            "host": socket.gethostname(),
            "pid": os.getpid(),
        }
        made = connection.execute(insert(runs).values(**values).returning(*runs.c))
        return _run(made.one())


def end_run(
    connection: Connection,
    run: Run,
    now: str,
    state: RunState,
    reason: str | None = None,
    edition: int | None = None,
    problems: Iterable[tuple[str, str]] = (),
) -> Run:
    """`run` as it ended, remembered in the transaction of `connection`, without known secrets."""
    told = json.dumps([(name, redacted(problem)) for name, problem in problems])
    reason = None if reason is None else redacted(reason)
    ended = connection.execute(
        update(runs)
        .where(runs.c.id == run.id)
        .returning(*runs.c)
        .values(ended=now, state=state, reason=reason, edition=edition, problems=told)
    )
    return _run(ended.one())


def last_run(connection: Connection, job: str) -> Run | None:
    """The newest run of `job`."""
    found = connection.execute(select(runs).where(runs.c.job == job).order_by(runs.c.id.desc()).limit(1))
    row = found.one_or_none()
    return None if row is None else _run(row)


def last_kept_run(connection: Connection, job: str) -> Run | None:
    """The newest run of `job` that came to an end of its own, whether or not it made an edition."""
    ended = select(runs).where(runs.c.job == job, runs.c.state.in_(("made", "unchanged")))
    row = connection.execute(ended.order_by(runs.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else _run(row)


def runs_of(connection: Connection, job: str, most: int | None) -> tuple[Run, ...]:
    """The newest `most` runs of `job`, or all, the newest first."""
    found = connection.execute(select(runs).where(runs.c.job == job).order_by(runs.c.id.desc()).limit(most))
    return tuple(_run(row) for row in found)


def take_in_run(connection: Connection, run: Run) -> int:
    """Remember a run that another store knew, and return the id that it has here."""
    values = msgspec.structs.asdict(run) | {"problems": json.dumps(run.problems)}
    del values["id"]
    return int(connection.execute(insert(runs).values(**values).returning(runs.c.id)).scalar_one())


def run_for(connection: Connection, job: str, slot: str) -> Run | None:
    """The newest run for the moment `slot` of the schedule that came to an end of its own."""
    found = connection.execute(
        select(runs)
        .where(runs.c.job == job, runs.c.slot == slot, runs.c.state.in_(("made", "unchanged")))
        .order_by(runs.c.id.desc())
        .limit(1)
    )
    row = found.one_or_none()
    return None if row is None else _run(row)


def _run(row: Row[Any]) -> Run:
    values = dict(row._mapping)
    values["problems"] = tuple((name, problem) for name, problem in json.loads(values["problems"]))
    return Run(**values)


def jobs_in(connection: Connection) -> tuple[str, ...]:
    """The names of all jobs that ever ran, or of which an edition was taken in, in order."""
    both = union(select(runs.c.job), select(editions.c.job))
    return tuple(sorted(connection.scalars(both)))
