"""When a job runs: words of a schedule to a cron line, a cron line to moments, moments to what starts it."""

from briefgen.schedule.words import explain, parse_schedule

__all__ = ["explain", "parse_schedule"]
