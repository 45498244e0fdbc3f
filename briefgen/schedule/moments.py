"""The moments at which a schedule is due: each slot of the wall clock once, whatever clocks do that night.

A slot is a time on the clock of the schedule's zone. Where the clocks go forward over it, it is due at the
moment they do; where they go back and show it twice, it is due the first time. A schedule that comes in
every hour of the day is one of elapsed time instead, as for cron(8): it goes on through the hour that comes
twice, and leaves out the one that does not come.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from briefgen.model.job import Schedule
from briefgen.model.problem import nearest

SPAN = timedelta(hours=26)
"""More than any zone has moved its clocks by: Samoa left out a whole day in 2011."""
EVERY_HOUR = 24


def zone_of(name: str) -> ZoneInfo:
    """The time zone with the IANA name `name`; raises `ValueError` with the nearest where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        from zoneinfo import available_timezones

        meant = nearest(name, sorted(available_timezones()))
        hint = f"did you mean `{meant}`?" if meant else "write a name such as `Europe/Berlin` or `UTC`"
        raise ValueError(f"`{name}` is no time zone that this machine knows: {hint}") from error


def next_due(schedule: Schedule, after: datetime) -> datetime:
    """The first moment of `schedule` later than `after`, in UTC."""
    return _nearest(schedule, after, back=False)


def last_due(schedule: Schedule, at: datetime) -> datetime:
    """The latest moment of `schedule` that is not later than `at`, in UTC."""
    return _nearest(schedule, at, back=True)


def due_between(schedule: Schedule, after: datetime, until: datetime) -> Iterator[datetime]:
    """Every moment of `schedule` later than `after` and not later than `until`, in UTC."""
    moment = next_due(schedule, after)
    while moment <= until:
        yield moment
        moment = next_due(schedule, moment)


def clock_changes(zone: ZoneInfo, after: datetime, until: datetime) -> Iterator[datetime]:
    """A moment within a day before each change of the clocks of `zone` between two moments, in UTC."""
    day = after.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    offset = day.astimezone(zone).utcoffset()
    while day < until:
        following = day + timedelta(days=1)
        changed = following.astimezone(zone).utcoffset()
        if changed != offset:
            yield day
        day, offset = following, changed


def _nearest(schedule: Schedule, at: datetime, back: bool) -> datetime:
    """The moment of `schedule` nearest to `at`: later than it, or with `back` not later."""
    zone = zone_of(schedule.zone)
    wall = at.astimezone(zone).replace(tzinfo=None)
    margin = _margin(wall, zone)
    start = wall + margin * (1 if back else -1)
    elapsed = comes_every_hour(schedule.cron)
    found: datetime | None = None
    reached = wall
    for slot in _slots(schedule.cron, start, back):
        if found is not None and abs(slot - reached) > margin:
            break
        moments = _elapsed(slot, zone) if elapsed else (placed(slot, zone),)
        for moment in moments:
            if (moment <= at) is back and (found is None or (moment > found) is back):
                found, reached = moment, slot
        if found is not None and not elapsed:
            break
    if found is None:
        raise ValueError(f"`{schedule.cron}` never comes")
    return found


def _margin(wall: datetime, zone: ZoneInfo) -> timedelta:
    """How far from `wall` to begin: as far as the clocks are moved near it, for they may show it twice."""
    offsets = [_offset(wall + step, zone) for step in (-SPAN, timedelta(), SPAN)]
    return max(offsets) - min(offsets)


def _offset(wall: datetime, zone: ZoneInfo) -> timedelta:
    return wall.replace(tzinfo=zone).utcoffset() or timedelta()


def _slots(cron: str, start: datetime, back: bool) -> Iterator[datetime]:
    """The slots of the wall clock that `cron` names: later than `start`, or `back` from it and itself."""
    from cronsim import CronSim

    whole = start.replace(second=0, microsecond=0)
    return CronSim(cron, whole + timedelta(minutes=1) if back else whole, reverse=back)


def is_slot(cron: str, wall: datetime) -> bool:
    """Whether `cron` names the time that the clock `wall` shows, to the minute."""
    return next(_slots(cron, wall, back=True)) == wall


@cache
def comes_every_hour(cron: str) -> bool:
    """Whether `cron` comes in each of the day's 24 hours."""
    from cronsim import CronSim

    return len(CronSim(cron, datetime(2024, 1, 1)).hours) == EVERY_HOUR


def placed(slot: datetime, zone: ZoneInfo) -> datetime:
    """The first moment, in UTC, at which the clock of `zone` shows `slot` or has gone past it."""
    moment = slot.replace(tzinfo=zone).astimezone(UTC)
    shown = moment.astimezone(zone).replace(tzinfo=None)
    if shown == slot:
        return moment
    return _end_of_gap(slot, zone)


def _end_of_gap(slot: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which the clocks of `zone` went forward over `slot`."""
    early = slot.replace(tzinfo=zone, fold=1).astimezone(UTC)
    late = slot.replace(tzinfo=zone, fold=0).astimezone(UTC)
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) // 2
        if middle.astimezone(zone).replace(tzinfo=None) > slot:
            late = middle
        else:
            early = middle
    return late.replace(microsecond=0)


def _elapsed(slot: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Every moment, in UTC, at which the clock of `zone` shows `slot`: none, one or two."""
    both = {slot.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(sorted(one for one in both if one.astimezone(zone).replace(tzinfo=None) == slot))
