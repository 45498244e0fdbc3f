"""The lists of countries, cities and words are whole, small and quick to read."""

from importlib.resources import files

from briefgen.language.gazetteer import read_gazetteer, read_lexicon, read_places


def test_a_country_is_known_by_its_common_official_and_short_names() -> None:
    countries = read_places().countries
    for name in ("North Korea", "DPRK", "Democratic People's Republic of Korea"):
        assert countries[name] == "KP"
    for name in ("U.S.", "US", "United States", "United States of America", "America"):
        assert countries[name] == "US"
    assert countries["Ivory Coast"] == countries["Côte d'Ivoire"] == "CI"


def test_every_country_has_a_common_name_that_is_one_of_its_names() -> None:
    for country in read_gazetteer().countries.values():
        assert country.name.removeprefix("The ") in country.names


def test_a_capital_and_a_demonym_lead_to_the_country() -> None:
    places = read_places()
    assert places.capitals["Pyongyang"] == "KP"
    assert places.capitals["Washington"] == "US"
    assert places.demonyms["Dutch"] == "NL"
    assert places.demonyms["South Koreans"] == "KR"


def test_a_city_leads_to_its_country_and_an_old_name_to_the_present_one() -> None:
    places = read_places()
    assert places.cities["Vladivostok"] == "RU"
    assert places.cities["São Paulo"] == places.cities["Sao Paulo"] == "BR"
    assert places.city_variants["Bombay"] == "Mumbai"


def test_the_lexicon_tells_names_from_words() -> None:
    lexicon = read_lexicon()
    assert {"Maria", "Oleksandr", "Hiroshi"} <= lexicon.given_names
    assert "said" in lexicon.verbs
    assert {"officials", "harbor"} <= lexicon.words


def test_the_file_is_small_and_says_where_it_comes_from() -> None:
    assert files("briefgen.language").joinpath("gazetteer.json").stat().st_size < 1_000_000  # type: ignore[attr-defined]
    assert any("GeoNames" in source and "CC BY 4.0" in source for source in read_gazetteer().sources)
