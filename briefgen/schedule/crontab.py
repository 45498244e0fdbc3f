"""A job as a block of a crontab, and a crontab with the blocks of a project's jobs put in or taken out."""

import json
import shlex
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefgen.model.job import Job, Schedule
from briefgen.schedule.moments import SPAN, clock_changes, comes_every_hour, due_between, zone_of
from briefgen.schedule.start import Start, arguments, schedule_of
from briefgen.schedule.words import explain

LONGEST = 998
"""Characters of a command that crontab(5) takes."""
YEARS_AHEAD = 2
"""Two years show every offset that the zones in use have now."""
BEGIN = "# BEGIN briefgen"
END = "# END briefgen"


def block(start: Start, job: Job, machine: str | None, now: datetime) -> str:
    """The lines of a crontab for `job`, between marker lines of their own.

    `machine` is the zone whose clock cron goes by, where it is known. Where it is the schedule's own, the
    entry is the schedule's cron line. Otherwise cron looks at each time of its clock that could be a moment
    of the schedule, and `briefgen schedule due` tells whether it is one: `CRON_TZ` would hold for all lines
    that follow, and only some crons know it. Raises `ValueError` for paths and lengths that no crontab holds.
    """
    schedule = schedule_of(job)
    run = _shell(arguments(start, job.name))
    if machine is not None and same_clock(schedule.zone, machine, now):
        times, command = schedule.cron, run
    else:
        times = _candidates(schedule, machine, now)
        due = _shell((*start.program, "schedule", "due", job.name, "--config", str(start.config)))
        command = f"{due} && {run}"
    command = f"cd {_shell((str(start.config.parent),))} && {command}"
    if len(command) > LONGEST:
        raise ValueError(f"a crontab takes commands of {LONGEST} characters, this one has {len(command)}")
    lines = (_line(BEGIN, start.config, job.name), f"# {explain(schedule)}", f"{times} {command}")
    return "\n".join((*lines, _line(END, start.config, job.name))) + "\n"


def _shell(words: tuple[str, ...]) -> str:
    """`words` as a shell takes them from cron, to which % is the end of a command."""
    for word in words:
        if "\\" in word or any(ord(char) < ord(" ") or ord(char) == 0x7F for char in word):
            raise ValueError(
                f"{word!r} cannot stand in a crontab: it has a \\ or a character that is no text"
            )
    return shlex.join(words).replace("%", "\\%")


def same_clock(one: str, other: str, now: datetime) -> bool:
    """Whether two zones show the same time at every moment of the next years."""
    zones = zone_of(one), zone_of(other)
    moments = [now + timedelta(days=day) for day in range(366 * YEARS_AHEAD)]
    return all(len({moment.astimezone(zone).utcoffset() for zone in zones}) == 1 for moment in moments)


def _candidates(schedule: Schedule, machine: str | None, now: datetime) -> str:
    """The times of the machine's clock, as cron has them, among which every moment of `schedule` is.

    Each hour where that clock itself changes or is not known, as cron then may leave out or double an hour.
    """
    minute, hour = schedule.cron.split()[:2]
    daily = Schedule(f"{minute} {hour} * * *", schedule.zone)
    until = now + timedelta(days=366 * YEARS_AHEAD)
    windows = [(day - SPAN, day + 2 * SPAN) for day in clock_changes(zone_of(schedule.zone), now, until)]
    clock = UTC if machine is None else zone_of(machine)
    shown = {
        moment.astimezone(clock)
        for begin, end in [(now, now + 2 * SPAN), *windows]
        for moment in due_between(daily, begin, end)
    }
    steady = machine is not None and not list(clock_changes(zone_of(machine), now, until))
    hours = {moment.hour for moment in shown}
    minutes = {moment.minute for moment in shown}
    if machine is None:
        minutes = {(one + quarter) % 60 for one in minutes for quarter in (0, 15, 30, 45)}
    narrow = steady and not comes_every_hour(schedule.cron)
    return f"{_listed(minutes, 60)} {_listed(hours, 24) if narrow else '*'} * * *"


def _listed(numbers: set[int], whole: int) -> str:
    return "*" if len(numbers) == whole else ",".join(map(str, sorted(numbers)))


def _line(word: str, config: Path, job: str) -> str:
    return f"{word} {job} {json.dumps(str(config))}"


def names_a_zone(crontab: str) -> bool:
    """Whether a line of `crontab` sets the zone of those that follow, for crons that know it."""
    return any(line.replace(" ", "").startswith("CRON_TZ=") for line in crontab.split("\n"))


def installed(crontab: str, config: Path) -> dict[str, str]:
    """The blocks in `crontab` of the project whose `briefgen.toml` is at `config`, each under its job's name.

    Raises `ValueError` for a block that has a beginning and no end: what belongs to it nobody knows.
    """
    lines = crontab.split("\n")
    ours = json.dumps(str(config))
    found = {}
    for number, line in enumerate(lines):
        job = line.removeprefix(BEGIN).removesuffix(ours).strip()
        if not job or line != _line(BEGIN, config, job):
            continue
        end = _line(END, config, job)
        if end not in lines[number:]:
            raise ValueError(
                f"line {number + 1} of the crontab begins what no line ends: add the line\n{end}"
            )
        last = lines.index(end, number)
        found[job] = "\n".join(lines[number : last + 1]) + "\n"
    return found


def replaced(crontab: str, config: Path, blocks: Mapping[str, str]) -> str:
    """`crontab` with `blocks`, each under its job's name, in place of those of the project; the rest stays.

    A block that was there stays at its place; an empty text takes it out; new ones come at the end.
    """
    there = installed(crontab, config)
    for job, old in there.items():
        if job in blocks:
            crontab = (crontab + "\n").replace(old, blocks[job], 1).removesuffix("\n")
    new = "".join(text for job, text in blocks.items() if job not in there)
    parted = "\n" if new and crontab and not crontab.endswith("\n") else ""
    return f"{crontab}{parted}{new}"
