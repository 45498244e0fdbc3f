"""Weigh what stands around a single word that no list knows, and that alone is no sign of a person."""

from collections.abc import Iterator

from briefgen.extract.entities.lists import is_given, is_surname
from briefgen.extract.entities.names import Name
from briefgen.extract.entities.words import Word
from briefgen.language.english.names import contexts, endings, titles
from briefgen.model.annotation import EntityKind

Words = tuple[Word, ...]
Weights = Iterator[tuple[EntityKind, float]]

REACH = 25
"""Words behind a name among which a pronoun may take it up."""


def is_bare(name: Name) -> bool:
    """Whether nothing but its capital tells of a name: one unknown word, untitled, no first name or surname.

    Such a word may be a firm, a country, a thing or somebody; only what stands around it tells.
    """
    said = name.text
    if name.entry is not None or name.titled or name.site or " " in said:
        return False
    plain = said.isalpha() and said.istitle() and not said.lower().endswith(endings.OF_PEOPLE)
    return plain and not (is_given(said) or is_surname(said) or said in titles.KNOWN_BY_SURNAME)


def peoples(names: list[Name]) -> dict[str, str]:
    """From the unknown words for peoples of unknown places to those places: "Tarvians", "Tarvia"."""
    unknown = {name.text for name in names if is_bare(name)}
    found: dict[str, str] = {}
    for place in sorted(unknown):
        stems = (place, place[:-1]) if place[-1] in "aeoy" else (place,)
        forms = {place + "n"} if place[-1] in "aeo" else set()
        forms |= {stem + end for stem in stems for end in endings.OF_PEOPLES}
        found |= {said: place for form in sorted(forms) for said in (form, form + "s") if said in unknown}
    return {people: place for people, place in found.items() if place not in found and len(place) > 3}


def is_subject(name: Name, words: Words) -> bool:
    """Whether a name may be what the verb behind it tells of, as no preposition stands before it."""
    before = words[name.first - 1].text.lower() if name.first else ""
    return before not in contexts.PREPOSITIONS


def around(name: Name, words: Words, following: Words) -> Weights:
    """What the sentence of a bare name and the one behind it tell of its kind."""
    rest = words[name.after : name.after + REACH]
    if name.first > 1:
        yield from before(words[name.first - 2].text.lower(), words[name.first - 1].text)
    yield from behind(rest)
    if is_subject(name, words):
        yield from suffered(rest)
        yield from taken_up(rest)
        yield from undertaken(rest)
    if name.first == 0 and len(following) > 1:
        yield from goes_on(following)


def before(second: str, first: str) -> Weights:
    """What the two words before a name tell: "troops from", "president of", "rebels took"."""
    if (first == "from" and second in contexts.PEOPLES) or (first == "of" and second in contexts.RULERS):
        yield "place", 1.0
    if first in contexts.GENERIC_LOCATIVE_VERBS:
        yield "place", 0.8


def behind(rest: Words) -> Weights:
    """What right behind the name tells: "'s foreign minister", ", which makes pumps"."""
    said = [word.text for word in rest[:4]]
    if said[:1] == ["'s"] and said[2:3] and said[1] in contexts.MINISTRIES and said[2] in MINISTERS:
        yield "place", 2.0
    if said[:2] == [",", "which"]:
        yield "person", -2.0
        yield "organisation", 2.5 if said[2:3] and said[2] in contexts.MAKING_VERBS else 0.5


MINISTERS = frozenset(["minister", "ministry"])


def suffered(rest: Words) -> Weights:
    """What happens to people alone tells: "was arrested", "pleaded"."""
    said = [word.text for word in rest[:3] if word.text not in {"been", "later"}]
    if said[:1] == ["pleaded"] or (said[:1] and said[0] in BEING and said[1:2] and said[1] in ENDURED):
        yield "person", 1.5


BEING = frozenset("was is had has being".split())
ENDURED = frozenset(
    """
    arrested jailed imprisoned born sentenced buried hospitalised hospitalized detained extradited acquitted
    knighted widowed orphaned stabbed handcuffed paroled re-elected reelected sworn pardoned
    """.split()
)
"""What happens to people, and to no firm or country."""


def taken_up(rest: Words) -> Weights:
    """What the first pronoun behind a name tells, where no other name stands between."""
    for number, word in enumerate(rest):
        if word.capital and not word.opens:
            return
        small = word.text.lower()
        if small in PERSONAL:
            yield "person", 1.5
            return
        if small == "its":
            yield "person", -1.0
            owned = rest[number + 1].text if number + 1 < len(rest) else ""
            yield "place" if owned in contexts.STATE_NOUNS else "organisation", 0.8
            return


PERSONAL = frozenset("he him his himself she her hers herself".split())


def undertaken(rest: Words) -> Weights:
    """What the things that a sentence is about tell: firms have profits, and states sign treaties."""
    said = {word.text for word in rest[:9]}
    if said & contexts.BUSINESS_NOUNS:
        yield "organisation", 1.0
    if said & contexts.TREATY_NOUNS:
        yield "place", 1.3


def goes_on(following: Words) -> Weights:
    """What the next sentence opens with, after one that opens with the name: "The company", "She"."""
    first, second = following[0].text, following[1].text
    if first in {"He", "She", "His", "Her"}:
        yield "person", 1.5
    if first in {"The", "Its"} and second in contexts.ORGANISATION_DESCRIPTIONS:
        yield "organisation", 1.5
    if first == "The" and second in {"country", "nation", "republic", "kingdom"}:
        yield "place", 1.5
