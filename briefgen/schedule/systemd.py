"""A job as a systemd service and the timer that starts it, as text."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefgen.model.job import Config, Job, Schedule
from briefgen.schedule.moments import (
    SPAN,
    clock_changes,
    comes_every_hour,
    due_between,
    is_slot,
    zone_of,
)
from briefgen.schedule.start import Start, arguments, marker, schedule_of, written_folders
from briefgen.schedule.words import explain

YEARS_AHEAD = 10
"""For so long nights on which the clocks change are written out; installing again renews them."""
DAY_NAMES = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
OLDEST = 244
"""The first systemd that takes `:` in ExecStart and tries a run again that failed."""
TRIES_AGAIN = 3
"""How often a run that failed, or was killed, is tried again within the hour, five minutes apart."""
WRONG_USAGE = 2
"""Exit status that no second try changes."""
PROBLEMS = 3
"""Exit status of a run that is done and had problems that no second try changes, such as an input that cannot
be read. One that left deliveries to a later run (75) has failed, to systemd, and is tried again."""

# See systemd.exec(5). None of these needs a name space, so they hold in the units of a user too.
HARDENED = """\
NoNewPrivileges=yes
LockPersonality=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
"""
# These need name spaces, device rules or capabilities, which only the system's own manager may set up.
HARDENED_SYSTEM = """\
CapabilityBoundingSet=
DevicePolicy=closed
PrivateDevices=yes
ProcSubset=pid
ProtectClock=yes
ProtectControlGroups=yes
ProtectHome=read-only
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
ProtectSystem=strict
RemoveIPC=yes
"""


def service(start: Start, config: Config, job: Job, user: str | None) -> str:
    """The text of the service that runs `job` once, as `user` of the system, or without one for a user's own.

    Raises `ValueError` where a path has a character that no unit file can hold.
    """
    command = " ".join(map(quoted, ("/usr/bin/env", *arguments(start, job.name))))
    return f"""\
# {marker(start)}
[Unit]
Description=briefgen: one edition of {job.name}
StartLimitIntervalSec=1h
StartLimitBurst={_starts_an_hour(schedule_of(job)) + TRIES_AGAIN}
{NETWORK if user else ""}
[Service]
Type=oneshot
ExecStart=:{command}
WorkingDirectory={plain(start.config.parent)}
SuccessExitStatus={PROBLEMS}
Restart=on-failure
RestartSec=5min
RestartPreventExitStatus={WRONG_USAGE}
TimeoutStartSec=6h
Nice=5

{HARDENED}{_of_the_system(config, job, user) if user else ""}"""


def _starts_an_hour(schedule: Schedule) -> int:
    """How often `schedule` comes within an hour, at most."""
    from cronsim import CronSim

    return len(CronSim(schedule.cron, datetime(2024, 1, 1)).minutes)


NETWORK = """\
Wants=network-online.target
After=network-online.target
"""


def _of_the_system(config: Config, job: Job, user: str) -> str:
    """The settings of a service that the system starts: whose it is, and the only places it may write to."""
    written = written_folders(config, job)
    folders = " ".join(quoted(f"-{folder}") for folder in written)
    shared = any(path.is_relative_to(tmp) for path in (config.path, *written) for tmp in TEMPORARY)
    return f"""\
{HARDENED_SYSTEM}PrivateTmp={"no" if shared else "yes"}
User={plain(user)}
CacheDirectory=briefgen
Environment=XDG_CACHE_HOME=%C/briefgen BRIEFGEN_CACHE=%C/briefgen
ReadWritePaths={folders}
"""


TEMPORARY = ("/tmp", "/var/tmp")
"""Folders of which a service with PrivateTmp sees its own."""


def timer(start: Start, job: Job, now: datetime) -> str:
    """The text of the timer that starts the service of `job` at each moment of its schedule."""
    schedule = schedule_of(job)
    return f"""\
# {marker(start)}
[Unit]
Description=briefgen: {job.name}, {explain(schedule)}

[Timer]
{_calendar_lines(schedule, now)}Persistent=true
AccuracySec=1s

[Install]
WantedBy=timers.target
"""


def _calendar_lines(schedule: Schedule, now: datetime) -> str:
    lines = [f"OnCalendar={one}\n" for one in calendars(schedule, now)]
    dated = [f"OnCalendar={one}\n" for one in changed_nights(schedule, now)]
    if dated:
        dated.insert(0, "# systemd leaves out what the clocks skip or show twice: those moments, in UTC.\n")
    return "".join(lines + dated)


def calendars(schedule: Schedule, now: datetime) -> tuple[str, ...]:
    """What systemd.time(7) calls calendar events, which together are `schedule`.

    Two where crontab(5) takes the day of the month or that of the week. A schedule of every hour of every day
    is written in UTC, as it follows elapsed time, and systemd would rest in the hour that comes twice.
    """
    from cronsim import CronSim

    cron = CronSim(schedule.cron, datetime(2024, 1, 1))
    shift = _steady_shift(schedule, now)
    if shift is not None:
        minutes = {(minute - shift) % 60 for minute in cron.minutes}
        return (f"*-*-* *:{_listed(minutes, range(60))}:00 UTC",)
    month = _listed(cron.months, range(1, 13))
    day = _listed(cron.days, range(1, 32))
    hour, minute = _listed(cron.hours, range(24)), _listed(cron.minutes, range(60))
    weekdays = {number % 7 for number in cron.weekdays if isinstance(number, int)}
    named = ",".join(DAY_NAMES[number] for number in sorted(weekdays)) + " " if len(weekdays) < 7 else ""
    clock = f"{hour}:{minute}:00 {schedule.zone}"
    if cron.day_and:
        return (f"{named}*-{month}-{day} {clock}",)
    return (f"*-{month}-{day} {clock}", f"{named}*-{month}-* {clock}")


def _listed(numbers: Iterable[int], whole: range) -> str:
    found = sorted(set(numbers))
    return "*" if found == list(whole) else ",".join(f"{number:02}" for number in found)


def _steady_shift(schedule: Schedule, now: datetime) -> int | None:
    """By how many minutes past UTC's hours the zone's begin, if `schedule` comes every hour of every day.

    None where it does not, and where that changes, as on Lord Howe Island.
    """
    if schedule.cron.split()[2:] != ["*", "*", "*"] or not comes_every_hour(schedule.cron):
        return None
    zone = zone_of(schedule.zone)
    shifts = {
        _minutes(day + step, schedule.zone) for day in _changes(schedule, now) for step in (-SPAN, SPAN)
    }
    shifts.add(_minutes(now, zone.key))
    return shifts.pop() if len(shifts) == 1 else None


def _minutes(moment: datetime, zone: str) -> int:
    offset = moment.astimezone(zone_of(zone)).utcoffset() or timedelta()
    return int(offset / timedelta(minutes=1)) % 60


def _changes(schedule: Schedule, now: datetime) -> Iterator[datetime]:
    return clock_changes(zone_of(schedule.zone), now, now + timedelta(days=366 * YEARS_AHEAD))


def changed_nights(schedule: Schedule, now: datetime) -> tuple[str, ...]:
    """The moments of `schedule` in the years to come that systemd would leave out, as calendar events in UTC.

    It knows neither a time that the clocks skip (systemd issue 5595) nor the second of a time that they show
    twice (8647).
    """
    if _steady_shift(schedule, now) is not None:
        return ()
    zone = zone_of(schedule.zone)
    missed = set()
    for day in _changes(schedule, now):
        for moment in due_between(schedule, max(day - SPAN, now), day + 2 * SPAN):
            wall = moment.astimezone(zone)
            if wall.fold or not is_slot(schedule.cron, wall.replace(tzinfo=None)):
                missed.add(moment)
    return tuple(f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" for moment in sorted(missed))


def quoted(word: str) -> str:
    """`word` as one word of a line of a unit file, its specifiers and quotes taken as they stand."""
    escaped = _held(word).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"' if any(not (char.isalnum() or char in "/-._:@+,=%") for char in word) else escaped


def plain(value: str | Path) -> str:
    """`value` as the whole of a line of a unit file, which knows no quotes there."""
    text = _held(str(value))
    if text != text.strip() or text.endswith("\\"):
        raise ValueError(f"{text!r} cannot stand in a unit file: no blank or \\ may be at its end")
    return text.replace("%", "%%")


def _held(text: str) -> str:
    if any(ord(char) < ord(" ") or 0x7F <= ord(char) < 0xA0 or 0xD800 <= ord(char) < 0xE000 for char in text):
        raise ValueError(f"{text!r} cannot stand in a unit file: it has a character that is none of a text")
    return text
