"""Where countries and cities lie, read once from `coordinates.json`, when a place is looked for."""

from collections.abc import Set
from functools import cache
from pathlib import Path

import msgspec

from briefgen.language.gazetteer import Table

Point = tuple[float, float]
"""Degrees of latitude and longitude, north and east counted up."""


KNOWN = "!"
"""Behind the country of a city that is meant by its name alone; `?` is behind one that is likely meant."""


class Coordinates(msgspec.Struct, frozen=True):
    """The file as it is written; `generate/make_coordinates.py` explains its rows."""

    sources: tuple[str, ...]
    countries: dict[str, Point]
    """By ISO 3166-1 code: a point not far from the middle."""
    cities: dict[str, str]


@cache
def read_coordinates() -> Coordinates:
    """The whole file; see `README.md` beside it for where it comes from."""
    return msgspec.json.decode(Path(__file__).with_name("coordinates.json").read_bytes(), type=Coordinates)


def country_point(code: str) -> Point | None:
    """A point in the country with this ISO 3166-1 code."""
    return read_coordinates().countries.get(code)


def city_point(name: str, countries: Set[str]) -> Point | None:
    """Where the city called `name` lies that a text means which also names `countries`, by their codes.

    That is the largest in one of `countries`; where none is, one much larger than all its namesakes. None
    where that leaves it open, as it does where `countries` speak for a namesake of a city so well known that
    its name alone would do.
    """
    row = Table(read_coordinates().cities).get(name)
    if row is None:
        return None
    cities = [entry.split(",") for entry in row.split(";")]
    first, sign = cities[0], cities[0][2][2:]
    named = [city for city in cities if city[2][:2] in countries]
    if sign and not named:
        named = [first]
    if not named or (sign == KNOWN and named[0] != first):
        return None
    return float(named[0][0]), float(named[0][1])
