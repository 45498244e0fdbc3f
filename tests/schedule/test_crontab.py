"""One block in a crontab for each job, and nothing else of it touched."""

import shlex
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from cronsim import CronSim
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.job import Job, Schedule
from briefgen.schedule import due_between
from briefgen.schedule.crontab import block, installed, replaced, same_clock
from briefgen.schedule.start import Start

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
CONFIG = Path("/srv/press/briefgen.toml")
START = Start(("/opt/briefgen/bin/briefgen",), CONFIG)


def job(cron: str = "0 6 * * 1-5", zone: str = "Europe/Berlin", name: str = "daily") -> Job:
    folder = CONFIG.parent
    return Job(name=name, feed_folder=folder, output=folder, schedule=Schedule(cron, zone))


def entry(text: str) -> tuple[str, str]:
    """The five fields and the command of the one entry of a block."""
    (line,) = [one for one in text.splitlines() if not one.startswith("#")]
    *times, command = line.split(" ", 5)
    return " ".join(times), command


def test_on_a_machine_of_the_same_zone_the_entry_is_the_schedule() -> None:
    times, command = entry(block(START, job(), "Europe/Berlin", NOW))
    assert times == "0 6 * * 1-5"
    assert command == (
        "cd /srv/press && /opt/briefgen/bin/briefgen run daily --slot due --config /srv/press/briefgen.toml"
    )


def test_zones_that_show_the_same_time_are_the_same() -> None:
    assert same_clock("Europe/Berlin", "Europe/Paris", NOW)
    assert same_clock("Etc/UTC", "UTC", NOW)
    assert not same_clock("Europe/Berlin", "Africa/Lagos", NOW)


def test_on_a_machine_of_another_zone_cron_asks_at_each_time_that_it_could_be() -> None:
    times, command = entry(block(START, job(), "UTC", NOW))
    assert times == "0 4,5 * * *"
    assert "briefgen schedule due daily --config /srv/press/briefgen.toml && /opt/briefgen" in command


@pytest.mark.parametrize("machine", ["UTC", "America/New_York", "Asia/Kathmandu", None])
@pytest.mark.parametrize(
    ("cron", "zone"),
    [
        ("0 6 * * 1-5", "Europe/Berlin"),
        ("30 2 * * *", "Europe/Berlin"),
        ("15 2 1 * *", "Australia/Lord_Howe"),
        ("*/20 * * * *", "America/New_York"),
        ("10 23 * * 7", "Asia/Kathmandu"),
    ],
)
def test_no_moment_of_the_schedule_is_missed_in_another_zone(cron: str, zone: str, machine: str) -> None:
    """Cron is taken at its word but for the hours that the machine's clock shows twice or leaves out."""
    times = entry(block(START, job(cron, zone), machine, NOW))[0]
    clock = CronSim(times, datetime(2024, 1, 1))
    for month in range(0, 24, 2):
        begin = NOW + timedelta(days=30.4 * month - 1)
        for moment in due_between(Schedule(cron, zone), begin, begin + timedelta(days=2)):
            wall = moment.astimezone(ZoneInfo(machine or "Asia/Kolkata"))
            assert wall.minute in clock.minutes
            assert wall.hour in clock.hours


def test_odd_paths_reach_the_shell_as_they_are() -> None:
    folder = Path("/srv/50% of 'it' $HOME \"ü\"; x")
    program, config = str(folder / "briefgen"), folder / "briefgen.toml"
    command = entry(block(Start((program,), config), job(), "Europe/Berlin", NOW))[1]
    assert "%" not in command.replace("\\%", "")
    assert shlex.split(command.replace("\\%", "%")) == [
        "cd", str(folder), "&&", program, "run", "daily", "--slot", "due", "--config", str(config),
    ]  # fmt: skip


@pytest.mark.parametrize("bad", ["/srv/a\nb", "/srv/a\\b", "/srv/" + "x" * 400])
def test_a_path_that_no_crontab_can_hold_is_refused(bad: str) -> None:
    start = Start((f"{bad}/briefgen",), Path(bad) / "briefgen.toml")
    with pytest.raises(ValueError, match="crontab"):
        block(start, job(), "Europe/Berlin", NOW)


LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\0"), max_size=30)
    | st.sampled_from(
        [
            "# BEGIN briefgen",
            "# END briefgen",
            '# BEGIN briefgen daily "/elsewhere/briefgen.toml"',
            "MAILTO=me",
            "\r",
        ]
    ),
    max_size=6,
)


@given(LINES, LINES, st.booleans())
def test_everything_around_the_blocks_stays(before: list[str], after: list[str], ended: bool) -> None:
    first, second = "\n".join(before), "\n".join(after) + ("\n" if ended else "")
    head = first + "\n" if first else ""
    old, new = block(START, job("0 5 * * *"), "UTC", NOW), block(START, job(), "UTC", NOW)
    other = block(START, job(name="weekly"), "UTC", NOW)
    around = head + old + second
    assert installed(around, CONFIG) == {"daily": old}
    assert replaced(around, CONFIG, {"daily": new}) == head + new + second
    assert replaced(around, CONFIG, {"daily": ""}) == head + second
    both = replaced(around, CONFIG, {"daily": new, "weekly": other})
    assert both.startswith(head + new + second)
    assert both.endswith(other)
    assert replaced(both, CONFIG, {"daily": "", "weekly": ""}).removesuffix("\n") == (
        head + second
    ).removesuffix("\n")
    assert replaced(around, CONFIG, {}) == around


def test_installing_again_changes_nothing() -> None:
    new = block(START, job(), "UTC", NOW)
    once = replaced("MAILTO=me\n", CONFIG, {"daily": new})
    assert replaced(once, CONFIG, {"daily": new}) == once


def test_a_block_without_an_end_is_told_and_left() -> None:
    begun = block(START, job(), "UTC", NOW).split("# END")[0] + "0 1 * * * of-somebody-else\n"
    with pytest.raises(ValueError, match="line 1 of the crontab begins what no line ends"):
        replaced(begun, CONFIG, {"daily": ""})
