"""The lists of countries, cities and words are whole, small and quick to read."""

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

from briefgen.language.gazetteer import (
    LETTERS,
    LETTERS_OF_WORDS,
    Table,
    WordList,
    read_gazetteer,
    read_lexicon,
    read_places,
)

GENERATE = Path(__file__).parents[2] / "briefgen" / "language" / "generate"
MADE_BY = ("make_gazetteer.py", "corrections.py", "requirements.txt")
LISTS = ("cities", "given_names", "surnames", "companies", "verbs", "nouns", "words")


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
    assert places.cities.get("Vladivostok") == "RU"
    assert places.cities.get("São Paulo") == places.cities.get("Sao Paulo") == "BR"
    assert places.city_variants["Bombay"] == "Mumbai"


def test_the_lexicon_tells_names_from_words() -> None:
    lexicon = read_lexicon()
    assert all(name in lexicon.given_names for name in ("Maria", "Oleksandr", "Hiroshi"))
    assert "said" in lexicon.verbs
    assert all(word in lexicon.nouns for word in ("officials", "harbor"))
    assert "quick" in lexicon.words
    assert "mary" not in lexicon.words


def test_the_file_is_small_and_says_where_it_comes_from() -> None:
    assert files("briefgen.language").joinpath("gazetteer.json").stat().st_size < 1_200_000  # type: ignore[attr-defined]
    assert any("GeoNames" in source and "CC BY 4.0" in source for source in read_gazetteer().sources)


def test_the_file_was_written_by_the_script_as_it_stands() -> None:
    parts = b"".join((GENERATE / name).read_bytes() for name in MADE_BY)
    assert read_gazetteer().made_by == hashlib.sha256(parts).hexdigest(), "run make_gazetteer.py again"


@pytest.mark.parametrize("name", LISTS)
def test_every_word_of_a_list_stands_under_its_first_letters(name: str) -> None:
    letters = LETTERS_OF_WORDS if name in {"nouns", "words"} else LETTERS
    for start, listed in getattr(read_gazetteer(), name).items():
        assert listed[0] == listed[-1] == "|"
        words = listed[1:-1].split("|")
        assert words == sorted(set(words))
        assert all(word[:letters] == start for word in words)


def test_a_list_has_its_words_whole_and_no_parts_of_them() -> None:
    words = WordList({"har": "|harbor|harbors|hard|", "of": "|of|"}, 3)
    assert [
        word for word in ("harbor", "hard", "of", "harb", "har", "arbor", "", "of|") if word in words
    ] == [
        "harbor",
        "hard",
        "of",
    ]


def test_a_table_gives_the_code_of_just_the_name() -> None:
    table = Table({"Ne": "|New Ulm=US|Newport=GB|"})
    assert (table.get("New Ulm"), table.get("Newport")) == ("US", "GB")
    assert [table.get(name) for name in ("New", "Newpor", "Ulm", "", "Oslo")] == [None] * 5
    assert "Newport" in table
    assert "New" not in table
