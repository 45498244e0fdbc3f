"""When a job runs: words of a schedule to a cron line, a cron line to moments, moments to what starts it."""

from briefgen.schedule.moments import due_between, last_due, next_due, zone_of
from briefgen.schedule.words import explain, parse_schedule

__all__ = ["due_between", "explain", "last_due", "next_due", "parse_schedule", "zone_of"]
