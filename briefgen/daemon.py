"""Start jobs by their schedules in one process, where no scheduler of the machine does it.

It asks at every look which moment of a schedule has come since the last run, and sleeps for half a minute at
most: so a clock that is set, a machine that slept and a night when the daemon was down are all one case.
"""

import contextlib
import logging
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import msgspec

from briefgen.model.job import Config, Job, Schedule
from briefgen.model.problem import BriefgenError, StoreError
from briefgen.schedule.moments import last_due, next_due
from briefgen.schedule.words import explain

LOOK = 30.0
"""Seconds between two looks at the clock, at most."""
SOON = 1.0
"""Seconds between two looks while a job runs."""
AT_ONCE = 2
"""Jobs that run at the same time; others that are due wait for them."""
AGAIN = (60.0, 300.0)
"""Seconds after which a run that failed or died is tried again."""
FAILED = 1
"""Exit status of a run that an error ended."""
WAITING = 75
"""Exit status of a run that left deliveries to a later one."""
JUMP = timedelta(seconds=5)
"""A difference between the clock and elapsed time that is told as a clock that was set."""
ASTRAY = timedelta(days=2)
"""Further ahead of the clock than this a run can only have been by a clock that was wrong."""
LAST_WORDS = 10.0
"""Seconds that a run has to end itself before it is killed."""

log = logging.getLogger("briefgen.daemon")


class Child(Protocol):
    """A run that was started, as `subprocess.Popen` has it."""

    pid: int

    def poll(self) -> int | None:
        """Its exit status, negative for a signal; none while it runs."""


class Means(msgspec.Struct, frozen=True):
    """What the daemon works with: all that touches clock, disk and processes."""

    load: Callable[[], Config]
    served: Callable[[Config, Job], datetime | None]
    """Up to when the runs of a job that ended have served its schedule; none where it never ran."""
    launch: Callable[[Config, Job, str], Child]
    """Start the run of a job for a moment of its schedule."""
    now: Callable[[], datetime]
    steady: Callable[[], float]
    """Seconds that only ever go on, whatever is done to the clock."""
    wait: Callable[[float], None]
    """Sleep so many seconds, or less where an order comes in."""
    tell: Callable[[dict[str, Any]], None]
    """Say how things stand, for a monitor."""


class Orders(msgspec.Struct):
    """What was asked of the daemon by signals."""

    stops: int = 0
    """Once: let what runs come to its end. Twice: stop it."""
    reload: bool = False


class Watch(msgspec.Struct):
    """One job as it is followed."""

    job: Job
    schedule: Schedule
    served: datetime | None = None
    """All moments up to here have had their run; none where the store could not be asked yet."""
    child: Child | None = None
    slot: str | None = None
    """The moment that the run is for, or was."""
    tries: int = 0
    again: float | None = None
    """When, by the steady clock, a run that failed is tried again."""
    ended: str | None = None
    status: int | None = None
    followed: bool = True
    """Whether it still stands in `briefgen.toml` with a schedule, and is not only waited for."""
    problem: str | None = None
    """Why the store could not be asked."""


def missed(schedule: Schedule, served: datetime, now: datetime) -> datetime | None:
    """The moment of `schedule` for which a run is due at `now`, if runs have served it up to `served`.

    However many moments have passed, one run makes up for all of them: the latest.
    """
    moment = last_due(schedule, now)
    return moment if moment > served else None


def serve(means: Means, orders: Orders, grace: float) -> int:
    """Follow the schedules until told to stop; then wait up to `grace` seconds for what still runs.

    The exit status: 0, or 1 where a run had to be stopped. Raises what `means.load` does at the first time;
    later a configuration that cannot be read leaves the one before in force.
    """
    config = means.load()
    watches = _watches(config, {}, means)
    looked = means.now(), means.steady()
    while not orders.stops:
        if orders.reload:
            orders.reload = False
            config = _reloaded(config, means)
            watches = _watches(config, watches, means)
        looked = _tell_jump(looked, means)
        for watch in watches.values():
            _follow(watch, config, means)
        for watch, slot in _due(watches, means):
            _launch(watch, config, slot, means)
        means.tell(_health(watches, means.now()))
        means.wait(_pause(watches, means))
    return _end(watches, means, orders, grace)


def _reloaded(config: Config, means: Means) -> Config:
    try:
        found = means.load()
    except BriefgenError as error:
        log.error(f"briefgen.toml stays as it was read before: {error}", extra={"event": "not_reloaded"})
        return config
    log.info(f"read {found.path} again", extra={"event": "reloaded"})
    return found


def _watches(config: Config, before: dict[str, Watch], means: Means) -> dict[str, Watch]:
    """A watch for each job that has a schedule, and for those that are gone and still run."""
    found = {name: watch for name, watch in before.items() if watch.child is not None}
    for watch in found.values():
        watch.followed = False
    for job in config.jobs:
        if job.schedule is None:
            continue
        watch = before.get(job.name) or Watch(job, job.schedule)
        if watch.schedule != job.schedule:
            watch.served = means.now()  # what the new schedule would have asked for before was never due
        watch.job, watch.schedule, watch.followed = job, job.schedule, True
        found[job.name] = watch
    for name in sorted(found.keys() - before.keys()):
        log.info(f"follows: {explain(found[name].schedule)}", extra={"event": "follows", "job": name})
    if not found:
        log.warning("no job of briefgen.toml has a schedule", extra={"event": "idle"})
    return found


def _tell_jump(looked: tuple[datetime, float], means: Means) -> tuple[datetime, float]:
    """Say if the clock was set since the last look."""
    now, steady = means.now(), means.steady()
    set_by = (now - looked[0]) - timedelta(seconds=steady - looked[1])
    if abs(set_by) > JUMP:
        way = "was set forward, or the machine slept, by" if set_by > timedelta() else "was set back by"
        log.warning(f"the clock {way} {abs(set_by)}", extra={"event": "clock_set"})
    return now, steady


def _follow(watch: Watch, config: Config, means: Means) -> None:
    """See how the run of one job ended, and up to when its schedule is served."""
    if watch.child is not None:
        status = watch.child.poll()
        if status is not None:
            _ended(watch, status, means)
    if watch.served is None:
        _ask_store(watch, config, means)
    elif watch.served - means.now() > ASTRAY:
        log.warning(
            f"the last run was for {watch.served.isoformat()}, which is far ahead: the clock was wrong then",
            extra={"event": "clock_astray", "job": watch.job.name},
        )
        watch.served = means.now()


def _ask_store(watch: Watch, config: Config, means: Means) -> None:
    try:
        watch.served = means.served(config, watch.job) or means.now()
    except StoreError as error:
        if watch.problem != str(error):
            log.error(str(error), extra={"event": "no_store", "job": watch.job.name})
        watch.problem = str(error)
    else:
        watch.problem = None


def _ended(watch: Watch, status: int, means: Means) -> None:
    """Remember how a run ended; one that failed or died is tried again soon, and then not any more."""
    watch.child, watch.status, watch.ended = None, status, _moment(means.now())
    told = f"the run for {watch.slot} ended with exit status {status}"
    if status < 0:
        told = f"the run for {watch.slot} was killed by signal {-status}"
    extra = {"event": "ended", "job": watch.job.name}
    if status >= 0 and status not in (FAILED, WAITING):
        log.info(told, extra=extra)
    elif watch.tries <= len(AGAIN):
        pause = AGAIN[watch.tries - 1]
        watch.again = means.steady() + pause
        log.warning(f"{told}; it is tried again in {pause:.0f} s", extra=extra)
    else:
        log.error(f"{told}; it was tried {watch.tries} times, the next moment is waited for", extra=extra)


def _due(watches: dict[str, Watch], means: Means) -> Iterator[tuple[Watch, str]]:
    """The jobs that are to be started now, each with the moment it is for; so many as may run at once."""
    places = AT_ONCE - sum(watch.child is not None for watch in watches.values())
    for watch in watches.values():
        if places <= 0 or watch.child is not None or watch.served is None or not watch.followed:
            continue
        slot = missed(watch.schedule, watch.served, means.now())
        if slot is not None:
            watch.served, watch.tries, watch.slot = slot, 0, _moment(slot)
        elif watch.again is None or means.steady() < watch.again or watch.slot is None:
            continue
        places -= 1
        yield watch, watch.slot


def _launch(watch: Watch, config: Config, slot: str, means: Means) -> None:
    watch.tries, watch.again = watch.tries + 1, None
    log.info(f"starts the run for {slot}", extra={"event": "started", "job": watch.job.name})
    try:
        watch.child = means.launch(config, watch.job, slot)
    except OSError as error:
        log.error(f"no process could be started: {error}", extra={"event": "not_started"})
        _ended(watch, FAILED, means)


def _pause(watches: dict[str, Watch], means: Means) -> float:
    """Seconds until there may be something to do."""
    now, steady = means.now(), means.steady()
    pauses = [LOOK]
    for watch in watches.values():
        if watch.child is not None:
            pauses.append(SOON)
        pauses.append((next_due(watch.schedule, now) - now).total_seconds())
        if watch.again is not None:
            pauses.append(watch.again - steady)
    return max(min(pauses), 0.01)


def _health(watches: dict[str, Watch], now: datetime, stopped: bool = False) -> dict[str, Any]:
    """How things stand; of a daemon that has `stopped` nothing runs, and nothing comes next."""
    return {
        "at": _moment(now),
        "pid": None if stopped else os.getpid(),
        "stopped": stopped,
        "jobs": [
            {
                "job": watch.job.name,
                "schedule": explain(watch.schedule),
                "next": None if stopped else _moment(next_due(watch.schedule, max(now, watch.served or now))),
                "running": watch.slot if watch.child is not None and not stopped else None,
                "last": {"slot": watch.slot, "ended": watch.ended, "status": watch.status}
                if watch.ended
                else None,
                "problem": watch.problem,
            }
            for watch in watches.values()
        ],
    }


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _end(watches: dict[str, Watch], means: Means, orders: Orders, grace: float) -> int:
    """Let what runs come to its end, for so long as it may, and say that nothing runs; the exit status."""
    status = _ended_all(watches, means, orders, grace)
    means.tell(_health(watches, means.now(), stopped=True))
    return status


def _ended_all(watches: dict[str, Watch], means: Means, orders: Orders, grace: float) -> int:
    until = means.steady() + grace
    while running := _running(watches):
        if orders.stops > 1 or means.steady() >= until:
            return _stop(running, means)
        names = ", ".join(watch.job.name for watch in running)
        log.info(f"waits for the end of {names}", extra={"event": "waits"})
        means.tell(_health(watches, means.now()))
        _wait_for(running, means, orders, min(LOOK, until - means.steady()))
    log.info("stopped", extra={"event": "stopped"})
    return 0


def _running(watches: dict[str, Watch]) -> list[Watch]:
    return [watch for watch in watches.values() if watch.child is not None and watch.child.poll() is None]


def _wait_for(running: list[Watch], means: Means, orders: Orders, seconds: float) -> None:
    """Wait until one of `running` ends, another order comes in, or `seconds` have passed."""
    until, stops = means.steady() + seconds, orders.stops
    while means.steady() < until and orders.stops == stops:
        if any(watch.child is None or watch.child.poll() is not None for watch in running):
            return
        means.wait(SOON / 4)


def _stop(running: list[Watch], means: Means) -> int:
    """End runs that do not end: asked first, killed then. What they did not finish, the next run does."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        for watch in running:
            if watch.child is not None and watch.child.poll() is None:
                log.warning(f"stops it ({number.name})", extra={"event": "stops", "job": watch.job.name})
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(watch.child.pid, number)
        until = means.steady() + LAST_WORDS
        while means.steady() < until and any(one.child and one.child.poll() is None for one in running):
            means.wait(SOON / 10)
    return 1


def launched(program: tuple[str, ...], config: Config, job: Job, slot: str, log_json: bool) -> Child:
    """A process, in a group of its own so that our signals are not its, that runs `job` for `slot`."""
    words = (*program, "run", job.name, "--config", str(config.path), "--slot", slot)
    return subprocess.Popen(
        (*words, "--log-json") if log_json else words,
        stdin=subprocess.DEVNULL, cwd=config.path.parent, start_new_session=True,
    )  # fmt: skip


def served_until(config: Config, job: Job) -> datetime | None:
    """Up to when runs of `job` that came to an end have served its schedule, as the store remembers.

    Raises `StoreError`.
    """
    from briefgen.store.database import open_store
    from briefgen.store.runs import runs_of

    store = open_store(config.store)
    try:
        with store.reading() as connection:
            runs = runs_of(connection, job.name, RECENT)
    finally:
        store.close()
    moments = [
        datetime.fromisoformat(moment)
        for run in runs if run.state not in ("running", "interrupted")
        for moment in (run.started, run.slot) if moment is not None
    ]  # fmt: skip
    return max(moments, default=None)


RECENT = 50
"""Runs that are looked at: the newest may all have been killed."""
