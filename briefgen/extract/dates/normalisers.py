"""The table from rules to the functions that say what their expressions stand for."""

from briefgen.extract.dates.clock import CLOCK
from briefgen.extract.dates.days import DAYS
from briefgen.extract.dates.lengths import LENGTHS
from briefgen.extract.dates.months import MONTHS
from briefgen.extract.dates.quarters import QUARTERS
from briefgen.extract.dates.setting import Normaliser
from briefgen.extract.dates.units import UNITS
from briefgen.extract.dates.years import YEARS

NORMALISERS: dict[str, Normaliser] = {**YEARS, **MONTHS, **QUARTERS, **DAYS, **UNITS, **CLOCK, **LENGTHS}
"""What each rule of the word tables stands for."""
