"""Which documents name one of the topics that a brief keeps to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from briefgen.language.english.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
)
from briefgen.language.gazetteer import Country, read_gazetteer, read_lexicon, read_places
from briefgen.model.annotation import Annotated

WORD = re.compile(r"[^\W\d_]{3,}")
SMALL_WORDS = (
    ADVERBS
    | AUXILIARIES
    | COORDINATORS
    | DETERMINERS
    | OBJECT_PRONOUNS
    | PREPOSITIONS
    | RELATIVES
    | SUBJECT_PRONOUNS
)
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}")
LENGTHS = 2
"""By so many letters a word may be longer or shorter than the topic that it is taken for the nearest to."""
LIKENESS = 0.7
"""How alike, by `difflib`, a word has to be to be named."""
CANDIDATES = 5_000
"""Words that are compared with a topic, those most used first."""


class Topic(NamedTuple):
    """What a brief keeps to."""

    words: str
    names: frozenset[str]
    """What it is called, in small letters; of a country every name."""
    pattern: re.Pattern[str]


def topic_of(words: str) -> Topic:
    """The topic that the user words so.

    Any case and any white space between its words will do; an acronym that is a common word in small
    letters, such as WHO, has to stand in capitals. A country goes by all its names and its demonyms.
    """
    others = _names_of_country(words)
    found = "|".join(_pattern(name) for name in (words, *others))
    names = frozenset(name.casefold() for name in (words, *others))
    return Topic(words, names, re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE))


def _pattern(name: str) -> str:
    signs = r"\s+".join(re.escape(word) for word in name.split())
    signs = re.sub("['’]", "['’]", signs)
    strict = ACRONYM.fullmatch(name) and _is_a_word(name.replace(".", "").lower())
    return f"(?-i:{signs})" if strict else signs


def _is_a_word(word: str) -> bool:
    lexicon = read_lexicon()
    return any(word in words for words in (SMALL_WORDS, lexicon.nouns, lexicon.verbs, lexicon.words))


def _names_of_country(words: str) -> list[str]:
    """What else a country is called, if `words` are a name of one."""
    places = read_places()
    codes = {name.casefold(): code for name, code in places.countries.items()}
    code = codes.get(" ".join(words.split()).casefold())
    if code is None:
        return []
    country = read_gazetteer().countries[code]
    demonyms = [name for name in country.demonyms if places.demonyms[name] == code]
    return [*(name for name in country.names if not _is_within_another(name, country)), *demonyms]


def _is_within_another(name: str, country: Country) -> bool:
    """Whether `name` is a part of the name of another country, as Republic of Korea is."""
    others = (other for other in read_gazetteer().countries.values() if other.name != country.name)
    return any(f" {name} " in f" {longer} " for other in others for longer in other.names if longer != name)


def names_a_topic(found: Annotated, topics: Iterable[Topic]) -> tuple[str, ...]:
    """Those of `topics` that a document names, in its text, its title, or by a name that it stands for."""
    text = f"{found.document.metadata.title or ''}\n\n{found.document.text}"
    entities = {entity.name.casefold() for entity in found.entities}
    return tuple(one.words for one in topics if one.pattern.search(text) or one.names & entities)


def remark_on(topic: str, documents: Iterable[Annotated]) -> str:
    """What to say of a topic that none of `documents` names, with the nearest name or word that they have."""
    near = get_close_matches(topic, list(_candidates(topic, documents)), 1, LIKENESS)
    hint = f"; did you mean “{near[0]}”?" if near else ""
    return f"no source names the topic “{topic}”{hint}"


def _candidates(topic: str, documents: Iterable[Annotated]) -> Iterator[str]:
    """Names and words about as long as `topic`, those most used first."""
    counts: Counter[str] = Counter()
    single = " " not in topic.strip()
    for found in documents:
        counts.update({entity.name: len(entity.mentions) for entity in found.entities})
        counts.update(WORD.findall(found.document.text) if single else ())
    near = (word for word, _ in counts.most_common() if abs(len(word) - len(topic)) <= LENGTHS)
    for word, _ in zip(near, range(CANDIDATES), strict=False):
        yield word
