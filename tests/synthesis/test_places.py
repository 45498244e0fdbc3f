"""Which entities of a brief have a place on the globe."""

from annotations import annotated, entity
from samples import brief_of

from briefgen.synthesis.places import country_codes, point_of

TEXT = "Ships left Kobe, in Japan, for Valencia. Spain waits. Kobe Bryant and the valley of Orlo are quiet."


def test_countries_and_cities_have_a_place_and_nothing_else_has() -> None:
    brief = brief_of(
        annotated(
            TEXT,
            entities=(
                entity(TEXT, "Japan", "country"),
                entity(TEXT, "Kobe", "place"),
                entity(TEXT, "Spain", "country"),
                entity(TEXT, "Valencia", "place"),
                entity(TEXT, "Kobe Bryant", "person"),
                entity(TEXT, "Orlo", "place"),
            ),
        )
    )
    places = {one.name: one.place for one in brief.entities}
    assert places["Japan"] == (36.0, 138.0)
    assert places["Kobe"] is not None
    assert places["Valencia"] == (39.5, -0.4)
    assert places["Kobe Bryant"] is None
    assert places["Orlo"] is None


def test_a_country_of_another_source_says_nothing_of_a_city() -> None:
    here, there = "The fair of Cambridge opened.", "The United Kingdom voted."
    brief = brief_of(
        annotated(here, entities=(entity(here, "Cambridge", "place"),)),
        annotated(there, entities=(entity(there, "United Kingdom", "country"),)),
    )
    assert {one.name: one.place is None for one in brief.entities} == {
        "Cambridge": True,
        "United Kingdom": False,
    }


def test_older_names_of_a_city_are_known() -> None:
    assert point_of("Bombay", "place", frozenset()) == point_of("Mumbai", "place", frozenset())
    assert point_of("Bombay", "organisation", frozenset()) is None


def test_only_names_of_countries_have_a_code() -> None:
    assert country_codes({"Japan", "Orlo"}) == {"JP"}
