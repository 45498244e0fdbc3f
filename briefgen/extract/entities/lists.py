"""One table of the names that are known beforehand: countries, cities, regions and well-known bodies."""

import re
from functools import cache, lru_cache
from typing import Literal

import msgspec

from briefgen.language.english.names import companies
from briefgen.language.english.names.common_capitalised import ADJECTIVAL, CALENDAR
from briefgen.language.english.names.organisations import ACRONYMS, BODIES, SHORT_FORMS
from briefgen.language.english.names.peoples import PEOPLES
from briefgen.language.english.names.places import REGIONS, STATE_ABBREVIATIONS, SUBDIVISIONS
from briefgen.language.gazetteer import read_lexicon, read_places

Known = Literal[
    "country", "demonym", "city", "region", "body", "place", "event", "other", "company", "adjective"
]
DOTTED = re.compile(r"(?:[A-Z]\.){3,}")
LONGEST = 9
"""Words in the longest name that is looked up; official names of countries have no more."""


class Entry(msgspec.Struct, frozen=True):
    """What a known name names."""

    known: Known
    canonical: str
    """The fullest name."""
    code: str | None = None
    """Of the country, for countries and their people."""


AMBIGUOUS = CALENDAR | {"Of"}
"""Names of something, and oftener of something else."""


@cache
def _fixed_names() -> dict[str, Entry]:
    """Every known name but those of cities and companies; where two are alike the later table wins."""
    places = read_places()
    table = {
        name: Entry("city", places.city_variants.get(name, name), code)
        for name, code in places.capitals.items()
    }
    table |= {name: Entry("region", name) for name in REGIONS | (places.states - {"Washington", "New York"})}
    table |= {name: Entry("region", name) for name in SUBDIVISIONS if name not in table}
    table |= {name: Entry("region", full) for name, full in STATE_ABBREVIATIONS.items()}
    table |= {name: Entry("demonym", name, code) for name, code in places.demonyms.items()}
    table |= {name: Entry("adjective", name) for name in ADJECTIVAL | PEOPLES}
    table |= {
        name: Entry("country", places.country_names[code], code) for name, code in places.countries.items()
    }
    table |= {name: Entry("body" if " " in name else "company", name) for name in companies.COMPANIES}
    table |= {name: Entry("body", name) for name in companies.BODIES}
    table |= {name: Entry(body_kind(kind), name) for name, kind in BODIES.items()}
    table |= {name: Entry("other", name) for name in companies.INDICES}
    shorter = SHORT_FORMS | ACRONYMS
    table |= {name: Entry("body", full) for short, full in shorter.items() for name in (full, short)}
    table["Georgia"] = Entry("country", "Georgia", "GE")
    return table


def _known(name: str) -> Entry | None:
    """The entry of a name in just this spelling: of a fixed name, else of a city, else of a company.

    Cities and companies are looked up in the gazetteer itself, as tens of thousands of entries would
    take longer to make than a text takes to read.
    """
    if name in AMBIGUOUS:
        return None
    if name in _fixed_names():
        return _fixed_names()[name]
    places = read_places()
    full = places.city_variants.get(name, name)
    if full != name or name in places.cities:
        return Entry("city", full, places.cities.get(full) or places.cities.get(name))
    return Entry("company", name) if name in read_lexicon().companies else None


def body_kind(kind: str) -> Known:
    """The known kind of an entry of the list of bodies."""
    kinds: dict[str, Known] = {"place": "place", "event": "event", "other": "other"}
    return kinds.get(kind, "body")


@cache
def first_words() -> frozenset[str]:
    """The first words of the known names of more than one word."""
    firsts = {name.partition(" ")[0] for name in _fixed_names() if " " in name}
    return read_lexicon().first_words | {first.partition("'s")[0] or first for first in firsts}


@lru_cache(maxsize=4096)  # a text says the same names again and again
def look_up(name: str) -> Entry | None:
    """The entry of a name, written as texts write it; a word all in capitals is also tried in lower case."""
    if name.startswith(("Al-", "Al ")) and not _known(name):
        name = "al" + name[2:]
    entry = _known(name) or (_known(name.replace(".", "")) if DOTTED.fullmatch(name) else None)
    if entry is None and name.isupper() and len(name) >= 4:
        entry = _known(name.title())
    return entry or by_compass(name)


def by_compass(name: str) -> Entry | None:
    """The entry of a country or region whose point of the compass is one letter: "S Africa", "N. Korea"."""
    point = COMPASS.get(name[0]) if name[1:2] in {" ", "."} and len(name) > 4 else None
    if point is None:
        return None
    rest = name[1:].lstrip(". ")
    entry = _known(f"{point} {rest}") or _known(f"{point}ern {rest}")
    return entry if entry and entry.known in {"country", "region"} else None


COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West"}
"""What the letters of the compass stand for."""


def is_common(word: str) -> bool:
    """Whether a word, in lower case, is one of the language's common words."""
    if in_lexicon(word):
        return True
    american = word.replace("our", "or").replace("ise", "ize").replace("yse", "yze")
    return american != word and in_lexicon(american)


def in_lexicon(word: str) -> bool:
    """Whether a word is common in just this spelling."""
    lexicon = read_lexicon()
    return word in lexicon.nouns or word in lexicon.words or word in lexicon.verbs


def is_noun(word: str) -> bool:
    """Whether a lower-case word is a noun before anything else."""
    lexicon = read_lexicon()
    return word in lexicon.nouns or word.replace("our", "or") in lexicon.nouns


def is_verb(word: str) -> bool:
    """Whether a lower-case word is a verb before anything else."""
    return word in read_lexicon().verbs


def is_given(word: str) -> bool:
    """Whether a word is a first name."""
    return word in read_lexicon().given_names and word not in read_places().countries


def is_surname(word: str) -> bool:
    """Whether a word is one of the commoner surnames of the United States."""
    return word in read_lexicon().surnames
