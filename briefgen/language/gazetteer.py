"""Countries, cities, given names and common words, read once from `gazetteer.json`."""

from functools import cache
from pathlib import Path

import msgspec

LETTERS = 2
"""First letters that the file sorts names by; `make_gazetteer.py` writes it so."""
LETTERS_OF_WORDS = 3
"""First letters that it sorts nouns and other words by, of which there are most."""


class Country(msgspec.Struct, frozen=True):
    """What English texts call a country, its seat of government and its people."""

    name: str
    """The common English name."""
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    """Adjectives and nouns, plurals among them."""


class Gazetteer(msgspec.Struct, frozen=True):
    """The file as it is written.

    Long lists stand by the first letters of their words, those with the same ones in one string between
    bars: reading tens of thousands of words into sets would take longer than most texts take to read.
    """

    sources: tuple[str, ...]
    made_by: str
    """SHA-256 of the script that wrote the file and of what it reads beside packages."""
    countries: dict[str, Country]
    """By ISO 3166-1 code."""
    city_variants: dict[str, str]
    states: tuple[str, ...]
    first_words: str
    """First words of the names of cities and companies that have several."""
    cities: dict[str, str]
    """Each with the code of its country after `=`."""
    given_names: dict[str, str]
    surnames: dict[str, str]
    companies: dict[str, str]
    verbs: dict[str, str]
    nouns: dict[str, str]
    words: dict[str, str]


class WordList(msgspec.Struct, frozen=True):
    """A set of words or names without bars in them."""

    by_start: dict[str, str]
    letters: int = LETTERS

    def __contains__(self, word: object) -> bool:
        """Whether just this word is in the list."""
        return isinstance(word, str) and f"|{word}|" in self.by_start.get(word[: self.letters], "")


class Table(msgspec.Struct, frozen=True):
    """A table from names, without bars in them, to short codes."""

    by_start: dict[str, str]

    def get(self, name: str) -> str | None:
        """The code that just this name has; none where the table lacks it."""
        _, found, rest = self.by_start.get(name[:LETTERS], "").partition(f"|{name}=")
        return rest[: rest.index("|")] if found else None

    def __contains__(self, name: object) -> bool:
        """Whether just this name is in the table."""
        return isinstance(name, str) and f"|{name}=" in self.by_start.get(name[:LETTERS], "")


class Places(msgspec.Struct, frozen=True):
    """Tables from a name, as text has it, to what it names."""

    countries: dict[str, str]
    """From any name of a country to its code."""
    country_names: dict[str, str]
    """From a code to the common English name."""
    capitals: dict[str, str]
    """From a capital to the code of its country."""
    demonyms: dict[str, str]
    cities: Table
    """From a city to the code of its country; of two places with one name the larger one's."""
    city_variants: dict[str, str]
    states: frozenset[str]


class Lexicon(msgspec.Struct, frozen=True):
    """Sets of words that tell names from other words."""

    given_names: WordList
    surnames: WordList
    companies: WordList
    verbs: WordList
    """Lower-case words that are verbs first of all: past, present, participles and base forms."""
    nouns: WordList
    """Lower-case words that are nouns first of all."""
    words: WordList
    """Every other common word in lower case."""
    first_words: frozenset[str]
    """First words of the names of cities and companies that have several."""


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
        cities=Table(gazetteer.cities),
        city_variants=gazetteer.city_variants,
        states=frozenset(gazetteer.states),
    )


@cache
def read_lexicon() -> Lexicon:
    """Names of people and companies, and common words."""
    gazetteer = read_gazetteer()
    return Lexicon(
        given_names=WordList(gazetteer.given_names),
        surnames=WordList(gazetteer.surnames),
        companies=WordList(gazetteer.companies),
        verbs=WordList(gazetteer.verbs),
        nouns=WordList(gazetteer.nouns, LETTERS_OF_WORDS),
        words=WordList(gazetteer.words, LETTERS_OF_WORDS),
        first_words=frozenset(gazetteer.first_words.split()),
    )
