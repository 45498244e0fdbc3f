"""Where the countries and cities that sources name lie on the globe."""

from collections.abc import Set

from briefgen.language.coordinates import Point, city_point, country_point
from briefgen.language.gazetteer import read_places
from briefgen.model.annotation import EntityKind


def country_codes(names: Set[str]) -> frozenset[str]:
    """ISO 3166-1 codes of those of `names` that are countries."""
    countries = read_places().countries
    return frozenset(countries[name] for name in names if name in countries)


def point_of(name: str, kind: EntityKind, beside: Set[str]) -> Point | None:
    """Latitude and longitude of a country or a city; `beside` are codes of countries the same texts name.

    None for anything else, and where a name leaves open which of several cities it is.
    """
    places = read_places()
    if kind == "country" and name in places.countries:
        return country_point(places.countries[name])
    if kind != "place":
        return None
    return city_point(places.city_variants.get(name, name), beside) or city_point(name, beside)
