"""The daemon starts each moment of a schedule once, whatever is done to the clock, and stops when told."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.config import load_config
from briefgen.daemon import ASTRAY, LOOK, Means, Orders, launched, missed, serve, served_until
from briefgen.model.job import Config, Job, Schedule
from briefgen.model.problem import InputError, StoreError
from briefgen.schedule import due_between, last_due
from briefgen.store.database import open_store
from briefgen.store.runs import end_run, runs_of, start_run

BEGIN = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def job(name: str = "daily", cron: str = "0 6 * * *", zone: str = "Europe/Berlin") -> Job:
    return Job(name=name, feed_folder=Path("/f"), output=Path("/o"), schedule=Schedule(cron, zone))


class Ran:
    """A run that takes `seconds` of `world` and ends with `status`."""

    pid = 0

    def __init__(self, world: "World", seconds: float, status: int) -> None:
        self.world, self.until, self.status = world, world.seconds + seconds, status

    def poll(self) -> int | None:
        return self.status if self.world.seconds >= self.until else None


class World:
    """A clock that can be set, and runs that take time on it: all that the daemon would meet on a machine.

    `events` are (seconds from the beginning, what happens then), in order; at `end` the daemon is stopped.
    """

    def __init__(
        self,
        jobs: tuple[Job, ...],
        end: float,
        events: list[tuple[float, Callable[["World"], None]]] | None = None,
        served: datetime | None = None,
    ) -> None:
        self.config = Config(path=Path("/x/briefgen.toml"), store="sqlite:////x", jobs=jobs)
        self.seconds, self.end, self.offset = 0.0, end, timedelta()
        self.events = list(events or [])
        self.started: list[tuple[str, str]] = []
        self.lasts, self.status = 1.0, 0
        self.last_served = served
        self.orders = Orders()
        self.health: dict[str, Any] = {}
        self.at_look: Callable[[], None] = lambda: None

    def now(self) -> datetime:
        return BEGIN + timedelta(seconds=self.seconds) + self.offset

    def launch(self, config: Config, job: Job, slot: str) -> Ran:
        self.started.append((job.name, slot))
        return Ran(self, self.lasts, self.status)

    def wait(self, seconds: float) -> None:
        self.at_look()
        until = self.seconds + seconds
        if self.events and self.events[0][0] <= until:
            at, event = self.events.pop(0)
            self.seconds = max(self.seconds, at)
            event(self)
        else:
            self.seconds = until
        if self.seconds >= self.end:
            self.orders.stops = 1

    def tell(self, state: dict[str, Any]) -> None:
        self.health = state

    def serve(self) -> list[str]:
        """The moments for which runs were started."""
        means = Means(
            load=lambda: self.config,
            served=lambda config, job: self.last_served,
            launch=self.launch,
            now=self.now,
            steady=lambda: self.seconds,
            wait=self.wait,
            tell=self.tell,
        )
        assert serve(means, self.orders, grace=600) == 0
        return [slot for _, slot in self.started]


def set_by(delta: timedelta) -> Callable[[World], None]:
    def event(world: World) -> None:
        world.offset += delta

    return event


HOUR, WHOLE_DAY = 3600.0, 86400.0
SIX = ["2026-11-23T05:00:00+00:00", "2026-11-24T05:00:00+00:00", "2026-11-25T05:00:00+00:00"]


def test_each_morning_has_its_run() -> None:
    assert World((job(),), 3 * WHOLE_DAY).serve() == SIX


def test_nothing_is_made_up_for_a_job_that_never_ran() -> None:
    assert World((job(),), HOUR).serve() == []


def test_one_run_makes_up_for_all_nights_that_were_missed() -> None:
    world = World((job(),), HOUR, served=BEGIN - 4 * DAY)
    assert world.serve() == ["2026-11-22T05:00:00+00:00"]


def test_a_run_by_hand_after_the_moment_served_it() -> None:
    assert World((job(),), HOUR, served=BEGIN - timedelta(hours=1)).serve() == []


@pytest.mark.parametrize("hours", [6, 17.2, 18])
def test_a_clock_set_back_a_day_runs_no_moment_twice(hours: float) -> None:
    world = World((job(),), 4 * WHOLE_DAY, [(hours * HOUR, set_by(-DAY))])
    assert world.serve() == SIX


@pytest.mark.parametrize("hours", [6, 17.2, 18])
def test_a_clock_set_forward_a_day_loses_no_moment(hours: float) -> None:
    """What lies in the day left out is made up by one run."""
    found = World((job(),), 2 * WHOLE_DAY, [(hours * HOUR, set_by(DAY))]).serve()
    assert found[-2:] == SIX[1:] if hours < 17 else found == SIX


def test_a_clock_that_was_years_ahead_does_not_stop_the_job_for_years() -> None:
    events = [(HOUR, set_by(400 * DAY)), (2 * HOUR, set_by(-400 * DAY))]
    found = World((job(),), 2 * WHOLE_DAY, events).serve()
    assert found[0].startswith("2027-12-")
    assert found[1:] == SIX[:2]


@st.composite
def clocks(draw: st.DrawFn) -> list[tuple[float, timedelta]]:
    """When the clock is set, and by how much: never further than a day from the truth."""
    offset, at, found = 0, 0.0, []
    for _ in range(draw(st.integers(0, 5))):
        at += draw(st.integers(1, 20 * 3600))
        wanted = draw(st.integers(-24 * 3600, 24 * 3600))
        found.append((at, timedelta(seconds=wanted - offset)))
        offset = wanted
    return found


@given(
    clocks(),
    st.sampled_from(["0 6 * * *", "30 2 * * *", "*/15 * * * *", "0 */5 * * 1-5"]),
    st.sampled_from([1, 90]),
)
@settings(max_examples=10)
def test_no_moment_runs_twice_and_none_is_lost(
    jumps: list[tuple[float, timedelta]], cron: str, lasts: int
) -> None:
    daily = job(cron=cron)
    assert daily.schedule is not None
    schedule = daily.schedule
    world = World((daily,), 1.2 * WHOLE_DAY, [(at, set_by(by)) for at, by in jumps])
    world.lasts = float(lasts)

    def nothing_is_left() -> None:
        """When the daemon goes to sleep, the latest moment has its run, unless one is under way."""
        if world.health["jobs"][0]["running"] is None:
            last = max([BEGIN, *(datetime.fromisoformat(slot) for _, slot in world.started)])
            assert last >= last_due(schedule, world.now()) or last_due(schedule, world.now()) <= BEGIN

    world.at_look = nothing_is_left
    found = world.serve()
    assert len(set(found)) == len(found)
    assert found == sorted(found)
    known = {one.isoformat() for one in due_between(schedule, BEGIN - 2 * DAY, BEGIN + 5 * DAY)}
    assert set(found) <= known


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_what_was_served_is_never_missed(served: int, later: int) -> None:
    schedule = Schedule("*/10 2,6 * * *", "Europe/Berlin")
    at = BEGIN + timedelta(seconds=served)
    found = missed(schedule, at, at + timedelta(seconds=later))
    expected = list(due_between(schedule, at, at + timedelta(seconds=later)))
    assert found == (expected[-1] if expected else None)


def test_it_looks_at_the_clock_twice_a_minute() -> None:
    world = World((job(),), HOUR)
    looks: list[float] = []
    world.at_look = lambda: looks.append(world.seconds)
    world.serve()
    assert max(later - sooner for sooner, later in pairwise(looks)) <= LOOK


def test_a_moment_that_comes_while_the_run_before_goes_on_is_run_after_it() -> None:
    world = World((job(cron="*/10 * * * *"),), 2000)
    world.lasts = 900
    assert [slot[11:16] for slot in world.serve()] == ["12:10", "12:20"]


def test_no_more_than_two_run_at_once() -> None:
    jobs = tuple(job(name, "0 13 * * *", "UTC") for name in ("a", "b", "c"))
    world = World(jobs, 1.5 * HOUR)
    world.lasts = 600
    most = []
    world.at_look = lambda: most.append(sum(one["running"] is not None for one in world.health["jobs"]))
    world.serve()
    assert max(most) == 2
    assert sorted(name for name, _ in world.started) == ["a", "b", "c"]


@pytest.mark.parametrize("status", [1, 75, -9])
def test_a_run_that_failed_or_was_killed_is_tried_again_and_then_not_any_more(status: int) -> None:
    world = World((job(),), WHOLE_DAY)
    world.status = status
    assert world.serve() == [SIX[0]] * 3
    assert world.health["jobs"][0]["last"]["status"] == status


@pytest.mark.parametrize("status", [0, 3, 2])
def test_a_run_that_ended_is_not_tried_again(status: int) -> None:
    world = World((job(),), WHOLE_DAY)
    world.status = status
    assert world.serve() == SIX[:1]


def test_a_new_configuration_is_followed() -> None:
    def reload(world: World) -> None:
        world.config = Config(
            path=Path("/x"), store="", jobs=(job(cron="0 9 * * *"), job("late", "30 14 * * *"))
        )
        world.orders.reload = True

    assert World((job(),), WHOLE_DAY, [(HOUR, reload)]).serve() == [
        "2026-11-22T13:30:00+00:00",
        "2026-11-23T08:00:00+00:00",
    ]


def test_a_store_that_cannot_be_asked_is_asked_again(caplog: pytest.LogCaptureFixture) -> None:
    world = World((job(),), HOUR)
    asked = []

    def served(config: Config, job: Job) -> datetime | None:
        asked.append(world.seconds)
        if len(asked) < 4:
            raise StoreError("the server is not up yet")
        return BEGIN - 4 * DAY

    means = Means(
        load=lambda: world.config, served=served, launch=world.launch, now=world.now,
        steady=lambda: world.seconds, wait=world.wait, tell=world.tell,
    )  # fmt: skip
    serve(means, world.orders, grace=1)
    assert len(asked) == 4
    assert len(world.started) == 1
    assert caplog.text.count("the server is not up yet") == 1


def test_an_hour_astray_is_not_astray() -> None:
    assert timedelta(days=1) < ASTRAY


# Real processes


def sleeping(stops: dict[float, int], seconds: str, grace: float) -> tuple[int, float]:
    """The status and the time of a daemon with one run that sleeps, and that is told when to stop."""
    children: list[subprocess.Popen[bytes]] = []
    orders, begun = Orders(), time.monotonic()

    def launch(config: Config, job: Job, slot: str) -> subprocess.Popen[bytes]:
        children.append(subprocess.Popen(["sleep", seconds], start_new_session=True))
        return children[-1]

    def wait(pause: float) -> None:
        time.sleep(min(pause, 0.05))
        orders.stops = sum(count for at, count in stops.items() if time.monotonic() - begun >= at)

    means = Means(
        load=lambda: Config(path=Path("/x"), store="", jobs=(job(),)),
        served=lambda config, job: BEGIN - 9 * DAY,
        launch=launch,
        now=lambda: datetime.now(UTC),
        steady=time.monotonic,
        wait=wait,
        tell=lambda state: None,
    )  # fmt: skip
    status = serve(means, orders, grace)
    assert all(child.poll() is not None for child in children)
    return status, time.monotonic() - begun


def test_told_to_stop_it_lets_a_run_come_to_its_end() -> None:
    status, seconds = sleeping({0.1: 1}, "1", grace=30)
    assert status == 0
    assert seconds >= 1


def test_told_twice_it_stops_what_runs() -> None:
    status, seconds = sleeping({0.1: 1, 0.4: 1}, "60", grace=30)
    assert status == 1
    assert seconds < 10


def test_after_the_time_of_grace_it_stops_what_runs() -> None:
    status, seconds = sleeping({0.1: 1}, "60", grace=0.5)
    assert status == 1
    assert seconds < 10


TOML = """
[jobs.daily]
sources = ["seeds"]
formats = ["md"]
schedule = "06:00"
zone = "UTC"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("The mayor said on Monday that 40 ships had left.\n")
    (tmp_path / "briefgen.toml").write_text(TOML)
    return tmp_path


@contextmanager
def daemons(project: Path, *names: str) -> Iterator[list[subprocess.Popen[bytes]]]:
    """`briefgen daemon` with files of health called so, for a job that last ran three days ago."""
    store = open_store(load_config(project / "briefgen.toml", {}).store)
    then = (datetime.now(UTC) - 3 * DAY).isoformat(timespec="seconds")
    run = start_run(store, "daily", then)
    with store.writing() as connection:
        end_run(connection, run, then, "unchanged")
    store.close()
    with (project / "said").open("wb") as said:
        processes = [
            subprocess.Popen(
                [sys.executable, "-m", "briefgen", "daemon", "--health", f"{name}.json"],
                cwd=project, stderr=said, env={**os.environ, "BRIEFGEN_STORE": ""},
            )
            for name in names
        ]  # fmt: skip
    try:
        yield processes
    finally:
        for process in processes:
            process.kill()
            process.wait()


@pytest.fixture
def daemon(project: Path) -> Iterator[subprocess.Popen[bytes]]:
    with daemons(project, "health") as (process,):
        yield process


def runs_in(project: Path) -> list[tuple[str, str | None]]:
    """State and moment of the runs that the store remembers, the newest first."""
    store = open_store(load_config(project / "briefgen.toml", {}).store)
    with store.reading() as connection:
        found = runs_of(connection, "daily", 9)
    store.close()
    return [(run.state, run.slot) for run in found]


def until(holds: Callable[[], Any], seconds: float = 90) -> Any:  # noqa: ANN401 - whatever it finds
    """What `holds` returns once it is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not come about in time")


def health(project: Path, name: str = "health") -> dict[str, Any]:
    path = project / f"{name}.json"
    return dict(json.loads(path.read_text())) if path.exists() else {"jobs": []}


def last_of(project: Path, name: str = "health") -> dict[str, Any] | None:
    jobs = health(project, name)["jobs"]
    return jobs[0]["last"] if jobs else None


def test_a_daemon_that_has_stopped_says_so_in_its_file_of_health(
    project: Path, daemon: subprocess.Popen[bytes]
) -> None:
    until(lambda: last_of(project))
    assert (health(project)["pid"], health(project)["stopped"]) == (daemon.pid, False)
    daemon.terminate()
    daemon.wait(30)
    stands = health(project)
    assert (stands["pid"], stands["stopped"], stands["jobs"][0]["next"]) == (None, True, None)


def test_the_daemon_makes_up_a_missed_morning_and_stops(
    project: Path, daemon: subprocess.Popen[bytes]
) -> None:
    last = until(lambda: last_of(project))
    assert last["status"] == 0
    expected = last_due(Schedule("0 6 * * *", "UTC"), datetime.now(UTC)).isoformat()
    assert last["slot"] == expected
    assert list((project / "output/daily").glob("*/*.md"))
    assert runs_in(project) == [("made", expected), ("unchanged", None)]
    config = load_config(project / "briefgen.toml", {})
    served = served_until(config, config.jobs[0])
    assert served is not None
    assert served >= datetime.fromisoformat(expected)
    daemon.send_signal(signal.SIGTERM)
    assert daemon.wait(60) == 0


def test_two_daemons_at_once_make_one_edition(project: Path) -> None:
    with daemons(project, "one", "other"):
        one = until(lambda: last_of(project, "one"))
        other = until(lambda: last_of(project, "other"))
    assert (one["status"], other["status"]) == (0, 0)
    assert [state for state, _ in runs_in(project)] == ["made", "unchanged"]
    assert len(list((project / "output/daily").glob("*/*.md"))) == 1


def test_a_daemon_that_was_killed_is_followed_by_one_that_runs_nothing_twice(project: Path) -> None:
    with daemons(project, "one") as (process,):
        until(lambda: last_of(project, "one"))
        process.kill()
    once = runs_in(project)
    process = subprocess.Popen(
        [sys.executable, "-m", "briefgen", "daemon", "--health", "other.json"], cwd=project
    )
    until(lambda: health(project, "other")["jobs"])
    process.terminate()
    assert process.wait(60) == 0
    assert runs_in(project) == once
    assert last_of(project, "other") is None


def test_sighup_reads_the_configuration_again(project: Path, daemon: subprocess.Popen[bytes]) -> None:
    until(lambda: health(project)["jobs"])
    (project / "briefgen.toml").write_text("[jobs.daily]\nsauces = 1\n")
    daemon.send_signal(signal.SIGHUP)
    until(lambda: "briefgen.toml stays as it was read before" in (project / "said").read_text())
    (project / "briefgen.toml").write_text(TOML + TOML.replace("jobs.daily", "jobs.late").replace("06", "07"))
    daemon.send_signal(signal.SIGHUP)
    until(lambda: len(health(project)["jobs"]) == 2)
    assert daemon.poll() is None
    daemon.send_signal(signal.SIGINT)
    assert daemon.wait(60) == 0


def test_a_run_is_started_for_its_job_and_moment(project: Path) -> None:
    config = Config(path=project / "briefgen.toml", store="", jobs=())
    child = launched(
        (sys.executable, "-c", "import sys, os; sys.exit(len(sys.argv))"), config, job(), "SLOT", False
    )
    status = until(lambda: child.poll())
    assert status == len(["-c", "run", "daily", "--config", "FILE", "--slot", "SLOT"])


def test_without_a_configuration_it_ends_at_once(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "briefgen", "daemon"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "briefgen.toml" in ran.stderr


def test_a_broken_configuration_at_the_beginning_is_raised() -> None:
    def load() -> Config:
        raise InputError("line 1")

    means = Means(load, *[lambda *given: None] * 6)  # type: ignore[arg-type]
    with pytest.raises(InputError):
        serve(means, Orders(), 0)
