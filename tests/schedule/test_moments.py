"""A schedule is due at each slot of the wall clock once, on nights when the clocks change too."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from cronsim import CronSim
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.job import Schedule
from briefgen.schedule import due_between, last_due, next_due, zone_of
from briefgen.schedule.moments import comes_every_hour

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour
    "Europe/Dublin",  # its winter is the exception
    "Africa/Casablanca",  # twice a year around Ramadan
    "America/Santiago",  # at midnight
    "Pacific/Apia",  # left out a day
    "Asia/Kathmandu",
    "UTC",
)


def utc(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def shown(moments: list[datetime], zone: str) -> list[str]:
    return [f"{one.astimezone(ZoneInfo(zone)):%m-%d %H:%M %Z}" for one in moments]


def due(cron: str, zone: str, after: str, until: str) -> list[str]:
    return shown(list(due_between(Schedule(cron, zone), utc(after), utc(until))), zone)


@pytest.mark.parametrize(
    ("zone", "cron", "after", "expected"),
    [
        (
            "Europe/Berlin", "30 2 * * *", "2027-03-27T00:00",
            ["03-27 02:30 CET", "03-28 03:00 CEST", "03-29 02:30 CEST"],
        ),
        (
            "Europe/Berlin", "30 2 * * *", "2026-10-24T00:00",
            ["10-24 02:30 CEST", "10-25 02:30 CEST", "10-26 02:30 CET"],
        ),
        (
            "America/New_York", "30 2 * * *", "2027-03-13T00:00",
            ["03-13 02:30 EST", "03-14 03:00 EDT", "03-15 02:30 EDT"],
        ),
        (
            "America/New_York", "30 1 * * *", "2026-10-31T00:00",
            ["10-31 01:30 EDT", "11-01 01:30 EDT", "11-02 01:30 EST"],
        ),
        (
            "Australia/Lord_Howe", "15 2 * * *", "2026-10-02T12:00",
            ["10-03 02:15 +1030", "10-04 02:30 +11", "10-05 02:15 +11"],
        ),
        (
            "Australia/Lord_Howe", "45 1 * * *", "2027-04-02T12:00",
            ["04-03 01:45 +11", "04-04 01:45 +11", "04-05 01:45 +1030"],
        ),
    ],
)  # fmt: skip
def test_a_job_at_night_runs_once_when_the_clocks_change(
    zone: str, cron: str, after: str, expected: list[str]
) -> None:
    begin = utc(after)
    until = (begin + timedelta(hours=72)).replace(tzinfo=None).isoformat()
    assert due(cron, zone, after, until) == expected


def test_slots_in_the_hour_left_out_are_one_run() -> None:
    found = due("0,15,30,45 2,3 * * *", "Europe/Berlin", "2027-03-28T00:00", "2027-03-28T02:00")
    assert found == [f"03-28 03:{minute:02} CEST" for minute in (0, 15, 30, 45)]


def test_every_hour_goes_on_through_the_hour_that_comes_twice() -> None:
    found = due("30 * * * *", "Europe/Berlin", "2026-10-24T23:00", "2026-10-25T02:00")
    assert found == ["10-25 01:30 CEST", "10-25 02:30 CEST", "10-25 02:30 CET"]


def test_every_hour_leaves_out_the_hour_that_does_not_come() -> None:
    found = due("30 * * * *", "Europe/Berlin", "2027-03-28T00:00", "2027-03-28T02:00")
    assert found == ["03-28 01:30 CET", "03-28 03:30 CEST"]


def test_a_day_that_a_zone_left_out_is_made_up_at_its_end() -> None:
    found = due("0 6 * * *", "Pacific/Apia", "2011-12-29T12:00", "2011-12-31T12:00")
    assert found == ["12-29 06:00 -10", "12-31 00:00 +14", "12-31 06:00 +14"]


def test_the_29th_of_february_is_found_from_far_away() -> None:
    leap = Schedule("0 6 29 2 *", "UTC")
    assert next_due(leap, utc("2025-01-01T00:00")) == utc("2028-02-29T06:00")
    assert last_due(leap, utc("2028-02-29T05:59")) == utc("2024-02-29T06:00")


def test_a_day_of_the_month_or_of_the_week_is_enough() -> None:
    found = due("0 6 13 * 5", "UTC", "2026-11-01T00:00", "2026-11-15T00:00")
    assert found == ["11-06 06:00 UTC", "11-13 06:00 UTC"]


def test_due_now_is_the_last_and_not_the_next() -> None:
    daily = Schedule("0 6 * * *", "UTC")
    at = utc("2026-11-22T06:00")
    assert last_due(daily, at) == at
    assert next_due(daily, at) == at + timedelta(days=1)
    assert last_due(daily, at - timedelta(microseconds=1)) == at - timedelta(days=1)
    assert next_due(daily, at - timedelta(microseconds=1)) == at


def test_a_zone_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="did you mean `Europe/Berlin`"):
        zone_of("Europe/Berlim")
    with pytest.raises(ValueError, match="no time zone"):
        zone_of("../../etc/passwd")


def fields() -> st.SearchStrategy[str]:
    """Cron lines that come at least each week or two."""
    minute = st.sampled_from(["0", "30", "15,45", "*/20", "59", "*/7", "5-10"])
    hour = st.sampled_from(["0", "1", "2", "3", "23", "*", "*/2", "1-3", "*/6"])
    day = st.sampled_from(["*", "*", "*/2", "1-15"])
    weekday = st.sampled_from(["*", "*", "0", "1-5", "5-7"])
    return st.builds(lambda *parts: " ".join([*parts[:3], "*", parts[3]]), minute, hour, day, weekday)


def changes(zone: str) -> list[datetime]:
    """The moments, to the hour, near which the clocks of `zone` change from 2010 to 2030."""
    info = ZoneInfo(zone)
    days = (datetime(2010, 1, 1, tzinfo=UTC) + timedelta(days=step) for step in range(365 * 20))
    return [
        day for day in days
        if day.astimezone(info).utcoffset() != (day + timedelta(days=1)).astimezone(info).utcoffset()
    ]  # fmt: skip


CHANGES = {zone: changes(zone) or [utc("2026-03-29T00:00")] for zone in ZONES}


@st.composite
def nights(draw: st.DrawFn) -> tuple[Schedule, datetime, datetime]:
    """A schedule, and two days around a change of its clocks."""
    zone = draw(st.sampled_from(ZONES))
    change = draw(st.sampled_from(CHANGES[zone]))
    begin = change - timedelta(minutes=draw(st.integers(0, 26 * 60)), seconds=draw(st.integers(0, 59)))
    return Schedule(draw(fields()), zone), begin, begin + timedelta(days=3)


def by_the_minute(schedule: Schedule, begin: datetime, end: datetime) -> list[datetime]:
    """The same moments found the slow way: by looking at the clock each minute of real time.

    A slot is due when the clock first shows it, or has jumped over it; in a schedule of every hour whenever
    the clock shows it.
    """
    info = ZoneInfo(schedule.zone)
    step = timedelta(minutes=1)
    moment = begin.replace(second=0, microsecond=0) - timedelta(hours=30)
    furthest = moment.astimezone(info).replace(tzinfo=None)
    every_hour = comes_every_hour(schedule.cron)
    found = []
    while moment <= end:
        wall = moment.astimezone(info).replace(tzinfo=None)
        passed = [wall] if every_hour else minutes(furthest, wall)
        if moment > begin and any(matches(schedule.cron, one) for one in passed):
            found.append(moment)
        furthest = max(furthest, wall)
        moment += step
    return found


def minutes(after: datetime, until: datetime) -> list[datetime]:
    count = int((until - after) / timedelta(minutes=1))
    return [after + timedelta(minutes=step) for step in range(1, count + 1)]


@cache
def read(cron: str) -> CronSim:
    return CronSim(cron, datetime(2024, 1, 1))


def matches(cron: str, wall: datetime) -> bool:
    """Whether `wall` is a slot, by the sets that cronsim reads."""
    sim = read(cron)
    return (
        wall.minute in sim.minutes
        and wall.hour in sim.hours
        and wall.month in sim.months
        and sim.match_day(wall.date())
    )


@given(nights())
def test_each_slot_is_due_once_whatever_the_clocks_do(night: tuple[Schedule, datetime, datetime]) -> None:
    schedule, begin, end = night
    assert list(due_between(schedule, begin, end)) == by_the_minute(schedule, begin, end)


@given(nights(), st.integers(0, 3 * 24 * 3600))
def test_the_last_and_the_next_leave_nothing_between_them(
    night: tuple[Schedule, datetime, datetime], seconds: int
) -> None:
    schedule, begin, _ = night
    at = begin + timedelta(seconds=seconds)
    last, following = last_due(schedule, at), next_due(schedule, at)
    assert last <= at < following
    assert next_due(schedule, last) == following
    assert last_due(schedule, following - timedelta(seconds=1)) == last
