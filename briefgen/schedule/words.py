"""A schedule as people write it: words to a cron line, and a cron line back to words."""

import re

from briefgen.model.job import Schedule
from briefgen.model.problem import nearest

DAYS = tuple("sun mon tue wed thu fri sat".split())
FULL_DAYS = tuple("sunday monday tuesday wednesday thursday friday saturday".split())
MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
FIELDS = (
    ("minute", "0 to 59"),
    ("hour", "0 to 23"),
    ("day of the month", "1 to 31"),
    ("month", "1 to 12, or jan to dec"),
    ("day of the week", "0 to 7, or sun to sat"),
)
NAMED = {
    "hourly": "0 * * * *",
    "every hour": "0 * * * *",
    "every minute": "* * * * *",
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
SETS = {"weekday": "1-5", "weekdays": "1-5", "weekend": "6,0", "weekends": "6,0"}
EVERY_DAY = frozenset({"", "day", "daily"})
FILLERS = frozenset("on at the every each of month and".split())

CRON_FIELD = re.compile(r"[\d*/,-]+", re.ASCII)
CRON_NAMED = re.compile(r"[\d*/,a-z-]+", re.ASCII)
CRON_ITEM = re.compile(r"(?:\*|\d+-\d+)(?:/\d+)?|\d+", re.ASCII)
EVERY = re.compile(r"every (\d+) ?(m|min|mins|minutes?|h|hours?)", re.ASCII)
TIME = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)
TIMES = re.compile(r"(?:^|[ ,])(\d{1,2}:\d{2}(?: ?(?:,|\band\b) ?\d{1,2}:\d{2})*)$", re.ASCII)
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.ASCII)
EXAMPLES = (
    "write a time such as `06:00`, `mon-fri 06:00`, `sat, sun 08:30`, `1st 06:00`, `hourly` or "
    "`every 15 min`, or a cron line such as `0 6 * * 1-5`"
)
LAST_SUNDAY = "7"
"""crontab(5) knows Sunday as 0 and as 7; at the end of a range only 7 will do."""


def parse_schedule(words: str) -> str:
    """The cron line, five fields of numbers, that `words` means.

    `words` are days and times ("06:00", "mon-fri 06:00", "weekends 08:30 and 18:30", "1st 06:00"), a step
    ("hourly", "every 15 min", "every 2 hours"), or a line as crontab(5) has it, names in it too.
    Raises `ValueError`, with what would be right, for anything else, and for days that never come.
    """
    text = " ".join(words.lower().split())
    if text in NAMED:
        return NAMED[text]
    if every := EVERY.fullmatch(text):
        return _step(int(every[1]), every[2])
    fields = text.split()
    if _is_cron(fields):
        return _cron_line(fields)
    return _days_and_times(words, text)


def _step(number: int, unit: str) -> str:
    """The cron line of "every `number` minutes" or hours; only what divides an hour or a day comes evenly."""
    whole, name, larger = (60, "min", "an hour") if unit.startswith("m") else (24, "hours", "a day")
    if number < 1 or number > whole or whole % number:
        fitting = ", ".join(str(one) for one in range(1, whole) if whole % one == 0)
        raise ValueError(f"{number} {name} do not divide {larger} evenly: write one of {fitting}")
    if name == "min":
        return "0 * * * *" if number == whole else f"*/{number} * * * *" if number > 1 else "* * * * *"
    return "0 0 * * *" if number == whole else f"0 */{number} * * *" if number > 1 else "0 * * * *"


def _is_cron(fields: list[str]) -> bool:
    """Whether somebody who wrote `fields` meant a line of cron."""
    return len(fields) > 2 and all(CRON_FIELD.fullmatch(field) for field in fields[:2])


def _cron_line(fields: list[str]) -> str:
    if len(fields) != len(FIELDS):
        order = ", ".join(name for name, _ in FIELDS)
        raise ValueError(f"a cron line has five fields ({order}), not {len(fields)}: such as `0 6 * * 1-5`")
    return _checked([_numbered(field, place) for place, field in enumerate(fields)])


def _numbered(field: str, place: int) -> str:
    """One field of a cron line with numbers for its names."""
    name, span = FIELDS[place]
    if not CRON_NAMED.fullmatch(field):
        raise ValueError(f"`{field}` is no {name} of a cron line: {span}, with `,`, `-` and `*/` between")
    known = {3: dict(zip(MONTHS, map(str, range(1, 13)), strict=True)), 4: _numbers(DAYS)}.get(place, {})
    numbered = re.sub("[a-z]+", lambda found: known.get(found[0], found[0]), field)
    if place == 4:
        numbered = re.sub(r"(?<=[1-6]-)0", LAST_SUNDAY, numbered)
    for item in numbered.split(","):
        if not CRON_ITEM.fullmatch(item):
            raise ValueError(
                f"`{item}` is no {name} of a cron line: {span}, ranges as `1-5`, steps as `*/10` or `1-31/10`"
            )
    return numbered


def _numbers(names: tuple[str, ...]) -> dict[str, str]:
    return {name: str(number) for number, name in enumerate(names)}


def _checked(fields: list[str]) -> str:
    """The line of `fields`, once cronsim has read it and found a day on which it comes."""
    from datetime import datetime

    from cronsim import CronSim, CronSimError

    line = " ".join(fields)
    try:
        next(CronSim(line, datetime(2024, 1, 1)))
    except CronSimError as error:
        place = next((at for at, one in enumerate(ORDER) if one in str(error)), None)
        if place is None:  # pragma: no cover - the number of fields is right by now
            raise ValueError(f"`{line}`: {error}") from error
        name, span = FIELDS[place]
        raise ValueError(f"`{fields[place]}` is no {name} that comes: {span}") from error
    except StopIteration as error:
        raise ValueError(f"`{line}` never comes: no year has that day") from error
    return line


ORDER = ("minute", "hour", "day-of-month", "month", "day-of-week")
"""How cronsim names the fields in its messages."""


def _days_and_times(words: str, text: str) -> str:
    times = TIMES.search(text)
    if times is None:
        raise ValueError(f"`{words}` names no time of day: {EXAMPLES}")
    minutes, hours = _clock(words, times[1])
    named = re.split(r"[ ,]+", text[: times.start()].strip(" ,"))
    days = [one for one in named if one not in FILLERS]
    if not [one for one in days if one not in EVERY_DAY]:
        return _checked([minutes, hours, "*", "*", "*"])
    if all(ORDINAL.fullmatch(one) for one in days):
        return _checked([minutes, hours, ",".join(str(int(one[:-2])) for one in days), "*", "*"])
    weekdays = ",".join(_weekdays(words, one) for one in days if one not in EVERY_DAY)
    return _checked([minutes, hours, "*", "*", weekdays])


def _clock(words: str, times: str) -> tuple[str, str]:
    """The fields for minute and hour of "06:00 and 18:00"."""
    found = sorted({(int(one[1]), int(one[2])) for one in TIME.finditer(times)})
    for hour, minute in found:
        if hour > 23 or minute > 59:
            raise ValueError(f"`{hour:02}:{minute:02}` is no time of day: from 00:00 to 23:59")
    minutes, hours = {minute for _, minute in found}, {hour for hour, _ in found}
    if len(minutes) * len(hours) != len(found):
        raise ValueError(f"the times of `{words}` need the same minutes, as one cron line has them")
    return ",".join(map(str, sorted(minutes))), ",".join(map(str, sorted(hours)))


def _weekdays(words: str, one: str) -> str:
    """The field for days of the week that a word or a range of them means."""
    if one in SETS:
        return SETS[one]
    ends = [_weekday(words, end) for end in one.split("-")]
    if len(ends) == 1:
        return str(ends[0])
    if len(ends) > 2:
        raise ValueError(f"`{one}` in `{words}` is no range of days: such as `mon-fri`")
    first, last = ends
    if last == 0:
        return f"{first}-{LAST_SUNDAY}" if first else "0"
    return f"{first}-{last}" if first <= last else f"{first}-6,0-{last}"


def _weekday(words: str, name: str) -> int:
    """The number of a day, Sunday 0: by its name, its plural, or its first letters."""
    stem = name.rstrip(".").removesuffix("s") if name not in FULL_DAYS else name
    for number, full in enumerate(FULL_DAYS):
        if len(stem) >= 3 and full.startswith(stem):
            return number
    meant = nearest(name, [*DAYS, *FULL_DAYS, "daily", "weekdays", "weekends", "hourly"])
    hint = f"did you mean `{meant}`? Else " if meant else ""
    raise ValueError(f"`{name}` in `{words}` is no day: {hint}{EXAMPLES}")


def explain(schedule: Schedule) -> str:
    """`schedule` in plain words: "every weekday at 06:00 Europe/Berlin"."""
    minute, hour, *days = schedule.cron.split()
    if days == ["*", "*", "*"] and (minute, hour) in EVERY_WORDS:
        return EVERY_WORDS[minute, hour]  # whose zone is no matter to anybody
    return f"{_at(minute, hour, days) or _by_cronsim(schedule.cron)} {schedule.zone}"


EVERY_WORDS = {("*", "*"): "every minute", ("0", "*"): "every hour"} | {
    (f"*/{step}", "*"): f"every {step} minutes" for step in (2, 3, 4, 5, 6, 10, 12, 15, 20, 30)
}
DAY_WORDS = {
    ("*", "*", "*"): "every day",
    ("*", "*", "1-5"): "every weekday",
    ("*", "*", "6,0"): "every Saturday and Sunday",
} | {("*", "*", str(number)): f"every {name.title()}" for number, name in enumerate(FULL_DAYS)}


def _at(minute: str, hour: str, days: list[str]) -> str | None:
    """The words for days and one time that have words of their own; none for others."""
    named = DAY_WORDS.get((days[0], days[1], days[2]))
    if named is None or not minute.isdigit() or not hour.isdigit():
        return None
    return f"{named} at {int(hour):02}:{int(minute):02}"


def _by_cronsim(cron: str) -> str:
    from datetime import datetime

    from cronsim import CronSim

    told = CronSim(cron, datetime(2024, 1, 1)).explain()
    return told[0].lower() + told[1:]
