"""Find expressions of time and resolve them."""

from briefgen.extract.dates.finding import find_dates

__all__ = ["find_dates"]
