"""A property list that says what the schedule says."""

import plistlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefgen.model.job import Job, Schedule
from briefgen.schedule import due_between
from briefgen.schedule.launchd import comment, intervals, property_list
from briefgen.schedule.start import Start

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
START = Start(("/opt/brief gen/bin/briefgen",), Path("/Users/ü --> x/briefgen.toml"))


def job(cron: str = "0 6 * * 1-5", zone: str = "Europe/Berlin") -> Job:
    return Job(name="daily", feed_folder=Path("/f"), output=Path("/o"), schedule=Schedule(cron, zone))


def test_the_list_starts_the_program_as_the_schedule_says() -> None:
    made = property_list(START, job(), "briefgen.daily", Path("/log"), "Europe/Paris", NOW)
    read = plistlib.loads(made)
    assert read["Label"] == "briefgen.daily"
    assert read["ProgramArguments"] == [
        "/opt/brief gen/bin/briefgen", "run", "daily",
        "--slot", "due", "--config", "/Users/ü --> x/briefgen.toml",
    ]  # fmt: skip
    assert read["WorkingDirectory"] == "/Users/ü --> x"
    assert read["StartCalendarInterval"] == [{"Minute": 0, "Hour": 6, "Weekday": day} for day in range(1, 6)]
    assert "UserName" not in read
    assert comment(START.config).encode() in made


@pytest.mark.parametrize("machine", ["UTC", None])
def test_a_zone_that_is_not_the_machine_s_is_refused(machine: str | None) -> None:
    with pytest.raises(ValueError, match="goes by the clock of this Mac"):
        property_list(START, job(), "briefgen.daily", Path("/log"), machine, NOW)


@pytest.mark.parametrize(
    "cron",
    ["0 6 * * 1-5", "*/15 * * * *", "0 6 1,15 * 5", "30 2 * 3,10 7", "0 6 */2 * 1", "0 0 31 12 *"],
)
def test_a_list_means_the_same_moments(cron: str) -> None:
    found = intervals(Schedule(cron, "UTC"))
    until = NOW + timedelta(days=40)
    minutes = (NOW + timedelta(minutes=step) for step in range(1, 40 * 24 * 60 + 1))
    assert [one for one in minutes if any(fits(each, one) for each in found)] == list(
        due_between(Schedule(cron, "UTC"), NOW, until)
    )


def fits(interval: dict[str, int], moment: datetime) -> bool:
    """Whether launchd would start at `moment`: each key that is given is as the clock shows it."""
    shown = {
        "Minute": moment.minute,
        "Hour": moment.hour,
        "Day": moment.day,
        "Month": moment.month,
        "Weekday": moment.isoweekday() % 7,
    }
    return interval.items() <= shown.items()


def test_a_schedule_of_too_many_intervals_is_refused() -> None:
    with pytest.raises(ValueError, match="choose a simpler schedule"):
        intervals(Schedule("1-59 1-22 * * *", "UTC"))
