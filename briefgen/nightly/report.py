"""How every job stands: for people at a terminal, and for monitors."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal

import msgspec

from briefgen.model.edition import Delivery, Edition, Input, Run
from briefgen.model.job import Job
from briefgen.model.problem import BusyError
from briefgen.nightly.gathering import SOURCES, STORE
from briefgen.nightly.owing import lost_of, newcomer_lines, past_of
from briefgen.nightly.publishing import unknown_line
from briefgen.nightly.telling import whither
from briefgen.nightly.window import moment
from briefgen.schedule import last_due, next_due
from briefgen.store.database import Store
from briefgen.store.deliveries import OPEN
from briefgen.store.editions import edition, editions_of
from briefgen.store.inventory import inputs_of
from briefgen.store.locks import failure_noted, only_run
from briefgen.store.runs import last_run, runs_of
from briefgen.store.unkept import Unkept

Health = Literal["well", "held_back", "problems", "failed"]
"""`held_back`: all went well, and something was not sent, as it is marked above a channel's ceiling."""
LOOKED_AT = 50
"""Runs that are looked through for the last that went well."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How one job stands."""

    job: str
    health: Health
    reasons: tuple[str, ...]
    """Why it is not well, for people."""
    last_run: Run | None
    last_good: str | None
    """Moment at which a run last ended well."""
    edition: Edition | None
    """The newest."""
    next_run: str | None
    """Moment, by its schedule; none without one."""
    overdue_since: str | None
    """Moment for which it should have run and did not; none where it ran."""
    waiting: tuple[Delivery, ...]
    """Deliveries that will be tried again."""
    problems: tuple[tuple[str, str], ...]
    """Sources, and what else was not well, with what is wrong with each, as long as that stands."""
    lost: tuple[Delivery, ...]
    """Deliveries that were given up, still are the job's, and were not made up for since."""
    held_back: tuple[Delivery, ...] = ()
    """The same of those that were refused, as something is marked above the channel's ceiling."""
    newcomers: tuple[str, ...] = ()
    """What to know of recipients for whom no edition was planned yet."""


def standing_of(job: Job, store: Store, now: datetime, left: Unkept | None = None) -> Standing:
    """How `job` stands at `now`; `left` is what the store could not keep, as it was away."""
    killed = _was_killed(job, store)
    with store.reading() as connection:
        run, newest = last_run(connection, job.name), edition(connection, job.name)
        earlier = runs_of(connection, job.name, LOOKED_AT)
        unknown = unknown_line(job, editions_of(connection, job.name))
        past = past_of(connection, job.name)
        inputs = inputs_of(connection, job.name)
    if run is not None and killed:
        run = msgspec.structs.replace(run, state="interrupted", reason=KILLED)
    waiting = tuple(one for one in past.deliveries if one.state in OPEN)
    lost = tuple(one for one in lost_of(job, past) if one.state == "given_up")
    held = tuple(one for one in lost_of(job, past) if one.state == "refused")
    overdue = _overdue(job, earlier, now)
    unkept = failure_noted(store, job.name)
    bad = [*_failures(run, overdue), *_lost_lines(lost)]
    if unkept is None and left is not None and (run is None or run.started <= left.when):
        unkept = f"{left.when}: {left.why}"
    if unkept is not None:
        bad.insert(0, f"the last run failed, which the store could not keep: {unkept}")
    open_points = [_stands(one, "is still to be delivered") for one in waiting]
    problems = _problems(run, inputs.values())
    open_points += [problem for name, problem in problems if name == SOURCES]
    open_points += [f"{STORE}: {problem}" for name, problem in problems if name == STORE]
    count = len({name for name, _ in problems if name not in ("the output", STORE, SOURCES)})
    if count:
        open_points.append(f"{count:,} of its sources {'has' if count == 1 else 'have'} problems")
    if unknown is not None:
        open_points.append(unknown)
    health: Health = "held_back" if held else "well"
    return Standing(
        job=job.name,
        health="failed" if bad else "problems" if open_points else health,
        reasons=(*bad, *open_points, *_lost_lines(held)),
        last_run=run,
        last_good=next((one.ended for one in earlier if one.state in ("made", "unchanged")), None),
        edition=newest,
        next_run=moment(next_due(job.schedule, now)) if job.schedule else None,
        overdue_since=overdue,
        waiting=waiting,
        problems=problems,
        lost=lost,
        held_back=held,
        newcomers=newcomer_lines(job, past),
    )


def _problems(run: Run | None, inputs: Iterable[Input]) -> tuple[tuple[str, str], ...]:
    """What the last run found; where it did not come to look, or is at it, what the last edition found."""
    if run is not None and run.state in ("made", "unchanged"):
        return run.problems
    return tuple((one.name, problem) for one in inputs for problem in one.problems)


KILLED = "it was ended from outside before it was done; the next run does what it left"


def _was_killed(job: Job, store: Store) -> bool:
    """Whether the last run never ended, and nobody is at it."""
    with store.reading() as connection:
        run = last_run(connection, job.name)
    if run is None or run.state != "running":
        return False
    try:
        with only_run(store, job.name):
            return True
    except BusyError:
        return False


GRACE = 3600
"""Seconds after the moment of the schedule within which a run may still be on its way."""


def _overdue(job: Job, runs: tuple[Run, ...], now: datetime) -> str | None:
    """The last moment of the schedule, where no run began since then; only of a job that ever ran."""
    if job.schedule is None or not runs:
        return None
    due = last_due(job.schedule, now)
    if (now - due).total_seconds() < GRACE or moment(due) < runs[-1].started:
        return None
    return moment(due) if runs[0].started < moment(due) else None


def _failures(run: Run | None, overdue: str | None) -> list[str]:
    failures = []
    if run is not None and run.state in ("failed", "interrupted"):
        failures.append(
            f"the last run {'failed' if run.state == 'failed' else 'was interrupted'}: {run.reason}"
        )
    if overdue:
        failures.append(f"no run since it was due at {overdue}")
    return failures


def _lost_lines(ones: Iterable[Delivery]) -> Iterator[str]:
    """What was lost, in a line for all that a channel lost alike, and how to bring it after all."""
    alike: dict[tuple[object, ...], list[Delivery]] = {}
    for one in ones:
        alike.setdefault((one.channel, one.edition, one.quiet, one.state, one.last_error), []).append(one)
    for first, *others in alike.values():
        state = "held back" if first.state == "refused" else "given up"
        ready = "once it may go" if first.state == "refused" else "mend it, then"
        hint = f"; {ready} `briefgen run {first.job} --catch-up {first.channel}` brings what is lacking"
        hint = "" if first.quiet else hint
        yield _stands(first, f"was {state}", *others) + hint


def _stands(one: Delivery, words: str, *others: Delivery) -> str:
    """How a delivery stands, and why, in a line; the `others` stand alike."""
    error = f": {one.last_error}" if one.last_error else ""
    return " ".join(f"{whither(one, *others)} {words}{error}".split())
