"""Units that systemd itself takes, and timers that start when the schedule says."""

import os
import re
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import needs
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.cli.output import PROBLEMS, WAITING
from briefgen.model.job import Atom, Config, Feed, Folder, Job, Schedule
from briefgen.schedule import due_between, next_due
from briefgen.schedule.start import Start, unit_name
from briefgen.schedule.systemd import calendars, changed_nights, service, timer

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def systemd() -> None:
    needs("systemd-analyze", "systemd")


def job_in(folder: Path, cron: str = "0 6 * * 1-5", zone: str = "Europe/Berlin") -> Job:
    return Job(
        name="daily",
        sources=(folder / "sources",),
        feeds=(Feed("wire", "https://example.org/feed"),),
        feed_folder=folder / "feeds",
        output=folder / "output/daily",
        deliveries=(
            Folder(name="share", path=folder / "share"),
            Atom(name="feed", path=folder / "www/feed.xml"),
        ),
        schedule=Schedule(cron, zone),
    )


def project(folder: Path, job: Job) -> tuple[Start, Config]:
    """A project in `folder`, and a program in it that can be started."""
    program = folder / "bin/briefgen"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    config = Config(path=folder / "briefgen.toml", store=f"sqlite:///{folder}/store/briefgen.db", jobs=(job,))
    return Start((str(program),), config.path), config


def written(folder: Path, start: Start, config: Config, job: Job, user: str | None) -> list[str]:
    """Paths of the units of `job`, written into `folder`."""
    name = unit_name(start, job.name)
    (folder / f"{name}.service").write_text(service(start, config, job, user), "utf-8")
    (folder / f"{name}.timer").write_text(timer(start, job, NOW), "utf-8")
    return [str(folder / f"{name}.{kind}") for kind in ("service", "timer")]


def analyzed(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *arguments],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "SYSTEMD_COLORS": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", **env},
    )  # fmt: skip


@pytest.mark.parametrize("user", ["daemon", None])
def test_systemd_finds_nothing_wrong(tmp_path: Path, user: str | None) -> None:
    job = job_in(tmp_path)
    start, config = project(tmp_path, job)
    where = [] if user else ["--user"]
    units = written(tmp_path, start, config, job, user)
    ran = analyzed(*where, "verify", "--man=no", *units, XDG_RUNTIME_DIR=str(tmp_path))
    assert (ran.returncode, ran.stdout + ran.stderr) == (0, "")


def test_a_service_of_the_system_is_shut_in(tmp_path: Path) -> None:
    """`systemd-analyze security` counts exposure from 0 to 10, and calls what is above 4 medium or worse."""
    job = job_in(tmp_path)
    start, config = project(tmp_path, job)
    units = written(tmp_path, start, config, job, "daemon")
    told = analyzed("security", "--offline=true", units[0]).stdout
    exposure = re.search(r"exposure level for \S+: ([\d.]+)", told)
    assert exposure is not None
    assert float(exposure[1]) < 2.5


def test_a_run_that_left_a_delivery_is_tried_again_and_one_with_problems_of_sources_is_not(
    tmp_path: Path,
) -> None:
    only = job_in(tmp_path)
    start, config = project(tmp_path, only)
    lines = service(start, config, only, None).splitlines()
    assert "Restart=on-failure" in lines
    ends_well = next(line for line in lines if line.startswith("SuccessExitStatus="))
    never_again = next(line for line in lines if line.startswith("RestartPreventExitStatus="))
    assert (ends_well.split("=")[1], never_again.split("=")[1]) == (str(PROBLEMS), "2")
    assert str(WAITING) not in ends_well + never_again


def test_a_job_of_every_minute_may_start_as_often(tmp_path: Path) -> None:
    """Retries have a bound, beyond which systemd refuses to start it; the schedule has none."""
    job = job_in(tmp_path, "*/10 * * * *")
    start, config = project(tmp_path, job)
    assert "\nStartLimitIntervalSec=1h\nStartLimitBurst=9\n" in service(start, config, job, None)


def test_a_project_among_temporary_files_is_seen_by_its_service() -> None:
    start = Start(("/usr/bin/briefgen",), Path("/srv/x/briefgen.toml"))
    for folder, private in [("/srv/x", "yes"), ("/tmp/x", "no")]:
        job = job_in(Path(folder))
        config = Config(path=Path(folder) / "briefgen.toml", store="postgresql://", jobs=(job,))
        assert f"\nPrivateTmp={private}\n" in service(start, config, job, "daemon")


def understood(unit: str) -> str:
    """What systemd has read in the file `unit`, setting by setting."""
    return analyzed(
        "verify", "--man=no", unit,
        SYSTEMD_LOG_LEVEL="debug", SYSTEMD_LOG_TARGET="console", SYSTEMD_LOG_LOCATION="0",
    ).stdout  # fmt: skip


ODD = st.text(st.sampled_from("aé %$\"'\\;{}#=~*&|<>`日i-"), min_size=1, max_size=12).map(
    lambda name: f"x{name}x"
)


@given(ODD)
@example("x% %% %i $HOME ${X} \"q\" 'p' b\\s \\x41 ;x")
@settings(max_examples=12)
def test_paths_arrive_as_they_are(tmp_path_factory: pytest.TempPathFactory, odd: str) -> None:
    folder = tmp_path_factory.mktemp("odd") / odd
    job = job_in(folder)
    start, config = project(folder, job)
    units = written(folder.parent, start, config, job, "daemon")
    told = understood(units[0])
    assert f"\tWorkingDirectory: {folder}\n" in told
    paths = [
        folder / name for name in ("feeds", "output/daily", "share", "store", "www")
    ]  # fmt: skip
    assert "\tReadWritePaths: " + " ".join(f"-{path}" for path in paths) + "\n" in told
    command = next(line for line in told.splitlines() if "Command Line:" in line).partition(": ")[2]
    assert words(command) == [
        "/usr/bin/env",
        *start.program,
        "run",
        "daily",
        "--slot",
        "due",
        "--config",
        str(config.path),
    ]


def words(command: str) -> list[str]:
    """The words of a command as systemd quotes them for a shell."""
    import shlex

    return [re.sub(r"\\([$`])", r"\1", word) for word in shlex.split(command)]


@pytest.mark.parametrize("bad", ["a\nExecStartPre=/bin/false", "a\x1b", "a\\", "a ", "a\udc80"])
def test_a_folder_that_no_unit_can_hold_is_refused(tmp_path: Path, bad: str) -> None:
    folder = tmp_path / bad
    job = job_in(folder)
    config = Config(path=folder / "briefgen.toml", store="postgresql://", jobs=(job,))
    with pytest.raises(ValueError, match="cannot stand in a unit file"):
        service(Start(("/usr/bin/briefgen",), config.path), config, job, None)


def elapses(events: tuple[str, ...], after: datetime, count: int) -> list[datetime]:
    """When systemd says that a timer of these calendar events starts next, `count` times of each."""
    ran = analyzed("calendar", f"--base-time={after:%Y-%m-%d %H:%M:%S} UTC", f"--iterations={count}", *events)
    assert ran.returncode == 0, ran.stderr
    found = re.findall(r"(?:elapse|#\d+): \w{3} (\S+ \S+) UTC", ran.stdout)
    return sorted({datetime.fromisoformat(one).replace(tzinfo=UTC) for one in found})


SCHEDULES = [
    ("0 6 * * 1-5", "Europe/Berlin"),
    ("30 2 * * *", "Europe/Berlin"),
    ("30 2 * * *", "America/New_York"),
    ("15 2 * * *", "Australia/Lord_Howe"),
    ("45 1 * * *", "Australia/Lord_Howe"),
    ("0,20,40 2 * * *", "Europe/Berlin"),
    ("*/20 * * * *", "Europe/Berlin"),
    ("10 * * * 6,0", "Europe/Berlin"),
    ("0 * * * *", "Australia/Lord_Howe"),
    ("7 * * * *", "Asia/Kathmandu"),
    ("0 */2 * * *", "Europe/Dublin"),
    ("0 6 1,15 * 5", "Europe/Berlin"),
    ("0 6 */2 * 1", "America/Santiago"),
    ("30 0 * * *", "America/Santiago"),
    ("0 6 * 1-3,12 7", "Asia/Tokyo"),
    ("0 6 31 * *", "UTC"),
]


@pytest.mark.parametrize(("cron", "zone"), SCHEDULES)
def test_a_timer_starts_when_the_schedule_says(cron: str, zone: str) -> None:
    schedule = Schedule(cron, zone)
    for after in (NOW, *changes_of(zone)):
        until = after + timedelta(days=2)
        events = (*calendars(schedule, NOW), *changed_nights(schedule, NOW))
        found = elapses(events, after, 150)
        assert [one for one in found if one <= until] == list(due_between(schedule, after, until))
        assert found[0] == next_due(schedule, after)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """Cron lines of all shapes; those that never come are left out by their days."""
    minute = draw(st.sampled_from(["0", "30", "15,45", "*/20", "59", "*"]))
    hour = draw(st.sampled_from(["0", "2", "1-3", "*/2", "*", "23"]))
    day = draw(st.sampled_from(["*", "*/2", "1,15", "28-31"]))
    month = draw(st.sampled_from(["*", "3,10", "*/3", "1-12"]))
    return f"{minute} {hour} {day} {month} {draw(st.sampled_from(['*', '1-5', '0', '*/2', '5-7']))}"


@given(lines(), st.sampled_from(sorted({zone for _, zone in SCHEDULES})), st.integers(0, 400))
@settings(max_examples=15)
def test_any_timer_starts_next_when_its_schedule_says(cron: str, zone: str, days: int) -> None:
    schedule = Schedule(cron, zone)
    events = (*calendars(schedule, NOW), *changed_nights(schedule, NOW))
    for after in (NOW + timedelta(days=days), *changes_of(zone)[:1]):
        assert elapses(events, after, 1)[0] == next_due(schedule, after)


def changes_of(zone: str) -> list[datetime]:
    """The day before each change of the clocks of `zone` in 2027."""
    from briefgen.schedule.moments import clock_changes, zone_of

    year = datetime(2027, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
    return [day - timedelta(hours=3) for day in clock_changes(zone_of(zone), *year)]


def test_a_job_by_day_needs_no_nights_written_out() -> None:
    assert changed_nights(Schedule("0 6 * * *", "Europe/Berlin"), NOW) == ()


def test_a_job_in_the_hour_left_out_has_that_night_of_each_year() -> None:
    found = changed_nights(Schedule("30 2 * * *", "Europe/Berlin"), NOW)
    assert len(found) == 10
    assert found[0] == "2027-03-28 01:00:00 UTC"


def test_the_timer_makes_up_for_a_night_that_was_missed(tmp_path: Path) -> None:
    job = job_in(tmp_path)
    text = timer(Start(("/usr/bin/briefgen",), tmp_path / "briefgen.toml"), job, NOW)
    assert "Persistent=true" in text
    assert "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00 Europe/Berlin" in text
    assert "every weekday at 06:00 Europe/Berlin" in text


def test_two_projects_with_equal_jobs_have_units_of_their_own(tmp_path: Path) -> None:
    names = {unit_name(Start(("briefgen",), tmp_path / name / "briefgen.toml"), "daily") for name in "ab"}
    assert len(names) == 2
