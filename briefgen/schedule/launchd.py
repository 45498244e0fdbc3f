"""A job as a property list from which launchd of macOS starts it."""

import json
import plistlib
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from pathlib import Path

from briefgen.model.job import Job, Schedule
from briefgen.schedule.crontab import same_clock
from briefgen.schedule.start import MARKER, Start, arguments, schedule_of

MOST = 500
"""Intervals of one list: more are a mistake for every hour or every minute."""
PRIORITY = 5


def property_list(
    start: Start, job: Job, label: str, log: Path, machine: str | None, now: datetime, user: str | None = None
) -> bytes:
    """The property list of `job` under `label`, whose words on standard error go to `log`.

    launchd goes by the clock of the machine, in the zone `machine`: raises `ValueError` where the schedule's
    zone shows other times. With `user` it is one of the system's, else of whoever is logged in.
    """
    schedule = schedule_of(job)
    if machine is None or not same_clock(schedule.zone, machine, now):
        raise ValueError(
            f"launchd goes by the clock of this Mac ({machine or 'its zone is not known'}), the schedule of "
            f"`{job.name}` by {schedule.zone}: name this Mac's zone in the schedule, or use `briefgen daemon`"
        )
    values = {
        "Label": label,
        "ProgramArguments": list(arguments(start, job.name)),
        "WorkingDirectory": str(start.config.parent),
        "StartCalendarInterval": intervals(schedule),
        "StandardErrorPath": str(log),
        "ProcessType": "Background",
        "Nice": PRIORITY,
    } | ({"UserName": user} if user else {})
    head, rest = plistlib.dumps(values).split(b"\n", 1)
    return head + b"\n<!-- " + comment(start.config).encode() + b" -->\n" + rest


def comment(config: Path) -> str:
    """The words by which a list of this project is known again; XML takes no -- in them."""
    return f"{MARKER} {json.dumps(str(config))}".replace("-", "\\u002d")


def intervals(schedule: Schedule) -> list[dict[str, int]]:
    """`schedule` as StartCalendarInterval has it: a job starts at each; what one lacks may be any.

    Raises `ValueError` where it takes too many.
    """
    from cronsim import CronSim

    cron = CronSim(schedule.cron, datetime(2024, 1, 1))
    weekdays = {number % 7 for number in cron.weekdays if isinstance(number, int)}
    clock = {
        "Minute": _some(cron.minutes, 60),
        "Hour": _some(cron.hours, 24),
        "Month": _some(cron.months, 12),
    }
    days, week = {"Day": _some(cron.days, 31)}, {"Weekday": _some(weekdays, 7)}
    either = [clock | days | week] if cron.day_and else [clock | days, clock | week]
    found = [one for keys in either for one in _combined(keys)]
    if len(found) > MOST:
        raise ValueError(
            f"`{schedule.cron}` is {len(found):,} intervals of launchd: choose a simpler schedule"
        )
    return found


def _some(numbers: set[int], whole: int) -> list[int]:
    """`numbers` in order, or nothing where they are all there are."""
    return [] if len(numbers) == whole else sorted(numbers)


def _combined(keys: dict[str, list[int]]) -> Iterator[dict[str, int]]:
    limited = {key: numbers for key, numbers in keys.items() if numbers}
    for numbers in product(*limited.values()):
        yield dict(zip(limited, numbers, strict=True))
