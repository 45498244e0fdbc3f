"""Where places lie: known ones are found, doubtful ones left out."""

import pytest

from briefgen.language.coordinates import city_point, country_point, read_coordinates
from briefgen.language.gazetteer import Table, read_gazetteer, read_places

NOWHERE = frozenset[str]()


@pytest.mark.parametrize(
    ("name", "beside", "expected"),
    [
        ("Nairobi", "", (-1.3, 36.8)),
        ("Vladivostok", "", (43.1, 131.9)),
        ("Geneva", "", (46.2, 6.1)),
        ("London", "", (51.5, -0.1)),
        ("London", "GB CA", (51.5, -0.1)),
        ("London", "CA", None),  # one in Ontario may be meant
        ("Tripoli", "LB", None),
        ("Tripoli", "LY", (32.9, 13.2)),
        ("Valencia", "ES", (39.5, -0.4)),
        ("Valencia", "VE ES", (10.2, -68.0)),
        ("Cambridge", "", None),
        ("Cambridge", "GB", (52.2, 0.1)),
        ("Sergievsky", "RU", None),
    ],
)
def test_a_city_is_found_where_its_name_and_the_countries_beside_it_tell_which(
    name: str, beside: str, expected: tuple[float, float] | None
) -> None:
    assert city_point(name, frozenset(beside.split())) == expected


def test_every_country_has_a_point_on_the_globe() -> None:
    for code in read_gazetteer().countries:
        point = country_point(code)
        assert point is not None or code in {"AQ", "BV", "UM"}
        if point:
            assert -90 < point[0] < 90
            assert -180 <= point[1] <= 180


def test_nearly_every_city_that_is_known_has_a_place() -> None:
    rows = Table(read_coordinates().cities)
    cities = [
        entry.split("=")[0]
        for row in read_places().cities.by_start.values()
        for entry in row.split("|")[1:-1]
    ]
    assert sum(name in rows for name in cities) > 0.95 * len(cities)
    assert all(-90 < float(part) < 90 for row in rows.by_start.values() for part in _latitudes(row))


def _latitudes(row: str) -> list[str]:
    return [place.split(",")[0] for entry in row.split("|")[1:-1] for place in entry.split("=")[1].split(";")]
