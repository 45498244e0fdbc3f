"""Countries, cities, given names and common words, read once from `gazetteer.json`."""

from functools import cache
from pathlib import Path

import msgspec


class Country(msgspec.Struct, frozen=True):
    """What English texts call a country, its seat of government and its people."""

    name: str
    """The common English name."""
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    """Adjectives and nouns, plurals among them."""


class Gazetteer(msgspec.Struct, frozen=True):
    """The file as it is written; `read_gazetteer` turns it into tables to look words up in."""

    sources: tuple[str, ...]
    countries: dict[str, Country]
    """By ISO 3166-1 code."""
    cities: dict[str, str]
    """By country code, names joined by `|`."""
    city_variants: dict[str, str]
    states: tuple[str, ...]
    given_names: str
    surnames: str
    companies: tuple[str, ...]
    verbs: str
    words: str


class Places(msgspec.Struct, frozen=True):
    """Tables from a name, as text has it, to what it names."""

    countries: dict[str, str]
    """From any name of a country to its code."""
    country_names: dict[str, str]
    """From a code to the common English name."""
    capitals: dict[str, str]
    """From a capital to the code of its country."""
    demonyms: dict[str, str]
    cities: dict[str, str]
    city_variants: dict[str, str]
    states: frozenset[str]


class Lexicon(msgspec.Struct, frozen=True):
    """Sets of words that tell names from other words."""

    given_names: frozenset[str]
    surnames: frozenset[str]
    companies: frozenset[str]
    verbs: frozenset[str]
    """Lower-case words that are verbs first of all: past, present, participles and base forms."""
    words: frozenset[str]
    """Every other common word in lower case."""


@cache
def read_gazetteer() -> Gazetteer:
    """The whole file; see `README.md` beside it for where it comes from."""
    return msgspec.json.decode(Path(__file__).with_name("gazetteer.json").read_bytes(), type=Gazetteer)


@cache
def read_places() -> Places:
    """Countries and cities; of two places with one name, the country and then the larger city wins."""
    gazetteer = read_gazetteer()
    countries = gazetteer.countries.items()
    return Places(
        countries={name: code for code, country in countries for name in country.names},
        country_names={code: country.name for code, country in countries},
        capitals={name: code for code, country in countries for name in country.capitals},
        demonyms={name: code for code, country in countries for name in country.demonyms},
        cities={name: code for code, listed in gazetteer.cities.items() for name in listed.split("|")},
        city_variants=gazetteer.city_variants,
        states=frozenset(gazetteer.states),
    )


@cache
def read_lexicon() -> Lexicon:
    """Names of people and companies, and common words."""
    gazetteer = read_gazetteer()
    return Lexicon(
        given_names=frozenset(gazetteer.given_names.split()),
        surnames=frozenset(gazetteer.surnames.split()),
        companies=frozenset(gazetteer.companies),
        verbs=frozenset(gazetteer.verbs.split()),
        words=frozenset(gazetteer.words.split()),
    )
