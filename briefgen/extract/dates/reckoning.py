"""Reckon with days, weeks, quarters and the rest, in the form that TIMEX3 values have."""

import re
from calendar import monthrange
from datetime import date, timedelta

SEASON_SPANS = {"SP": (3, 1, 6, 21), "SU": (6, 1, 9, 23), "FA": (9, 1, 12, 21)}
"""Northern seasons as first month and day, last month and day: wide enough for both the meteorological and
the astronomical season."""

PERIOD = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>\d)|H(?P<half>\d)|(?P<season>S[PU]|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T.*)?)?))?"
)


def interval(value: str) -> tuple[date, date] | None:
    """The first and the last day that `value` can mean; none for what is no known stretch of the calendar."""
    try:
        if re.fullmatch(r"\d{2,3}", value):
            width = 10 ** (4 - len(value))
            return date(int(value) * width, 1, 1), date(int(value) * width + width - 1, 12, 31)
        match = PERIOD.fullmatch(value)
        return _bounds(match) if match else None
    except (ValueError, OverflowError):
        return None


def _bounds(match: re.Match[str]) -> tuple[date, date]:
    year = int(match["year"])
    if match["week"]:
        return _week_bounds(year, int(match["week"]), bool(match["weekend"]))
    if match["season"]:
        return _season_bounds(year, match["season"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    first, months = 1, 12
    if match["month"]:
        first, months = int(match["month"]), 1
    elif match["quarter"]:
        first, months = int(match["quarter"]) * 3 - 2, 3
    elif match["half"]:
        first, months = int(match["half"]) * 6 - 5, 6
    last = first + months - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _week_bounds(year: int, week: int, weekend: bool) -> tuple[date, date]:
    return date.fromisocalendar(year, week, 6 if weekend else 1), date.fromisocalendar(year, week, 7)


def _season_bounds(year: int, season: str) -> tuple[date, date]:
    """A winter can be the one that begins in December of the year or the one that ends in March."""
    if season == "WI":
        return date(year - 1, 12, 1), date(year + 1, 3, 21)
    month, day, last_month, last_day = SEASON_SPANS[season]
    return date(year, month, day), date(year, last_month, last_day)


def at(day: date, unit: str) -> str:
    """The stretch of length `unit` that `day` is in: `D`, `W`, `WE`, `M`, `Q`, `Y`, `E`, `C`, `SU`, `WI`."""
    week = day.isocalendar()
    forms = {
        "W": f"{week.year:04d}-W{week.week:02d}",
        "F": f"{week.year:04d}-W{week.week:02d}",
        "WE": f"{week.year:04d}-W{week.week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "E": f"{day.year:04d}"[:3],
        "C": f"{day.year:04d}"[:2],
        "SU": f"{day.year:04d}-SU",
        "WI": f"{day.year:04d}-WI",
    }
    return forms.get(unit, day.isoformat())


def move(day: date, unit: str, count: int) -> date | None:
    """`day` moved by so many units; none where that leaves the calendar."""
    days = {"D": 1, "W": 7, "WE": 7, "F": 14}
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000, "SU": 12, "WI": 12}
    try:
        if unit in days:
            return day + timedelta(days[unit] * count)
        return _move_months(day, months.get(unit, 0) * count)
    except (ValueError, OverflowError):
        return None


def _move_months(day: date, count: int) -> date:
    number = day.year * 12 + day.month - 1 + count
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekday_near(day: date, weekday: int, step: int) -> date:
    """The nearest `weekday` (1 is Monday) to `day`, itself or going on by `step`: 1 forward, -1 back."""
    away = (weekday - day.isoweekday()) * step % 7
    return day + timedelta(away * step)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Eastern Easter Sunday, in the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def passover(year: int) -> date:
    """The first day of Passover, 15 Nisan (Gauss's rule: Meeus, Astronomical Algorithms, ch. 9)."""
    shift = (3 * (year // 100) - 5) // 4
    a, b = (12 * year + 12) % 19, year % 4
    moon = -1.904412361576 + 1.554241796621 * a + 0.25 * b - 0.003177794022 * year + shift
    whole, rest = int(moon), moon - int(moon)
    weekday = (whole + 3 * year + 5 * b + 2 - shift) % 7
    late = 2 * (weekday == 1 and a > 6 and rest >= 0.632870370)
    later = weekday in (2, 4, 6) or (weekday == 0 and a > 11 and rest >= 0.897723765)
    return date(year, 3, 1) + timedelta(whole + 21 + later + late)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The nth `weekday` of a month; -1 is the last."""
    if n < 0:
        return weekday_near(date(year, month, monthrange(year, month)[1]), weekday, -1)
    return weekday_near(date(year, month, 1), weekday, 1) + timedelta(7 * (n - 1))
