"""Tell a capital that stands for its government from the city."""

from briefgen.extract.entities.lists import Entry, is_verb, look_up
from briefgen.extract.entities.names import Name
from briefgen.extract.entities.words import Word
from briefgen.language.english.names import contexts, places
from briefgen.language.gazetteer import read_places

Words = tuple[Word, ...]


PREPOSITIONS = frozenset("of in at from near to for with into by on around outside inside via".split())
"""Words after which a name is not the subject of the verb that follows it."""


def government_of(name: Name, words: Words) -> str | None:
    """The code of the country whose government a capital's name means here; none where it is the city."""
    code = read_places().capitals.get(name.text)
    if code is None or name.text in contexts.CITIES_FIRST or is_located(name, words):
        return None
    return code if is_acting(name, words) else None


def is_located(name: Name, words: Words) -> bool:
    """Whether the words around tell that the city is meant."""
    before = words[name.first - 1].text.lower() if name.first else ""
    if is_feeling(name, words):
        return False
    if before in places.BEFORE or before in contexts.GENERIC_LOCATIVE_VERBS:
        return True
    earlier = {word.text.lower() for word in words[max(0, name.first - 7) : max(0, name.first - 1)]}
    if before in {"to", "from", "for"} and earlier & places.TRAVEL_VERBS:
        return True
    if before == "of" and earlier & contexts.PLACE_DESCRIPTIONS:
        return True
    return is_located_after(name, words)


def is_feeling(name: Name, words: Words) -> bool:
    """Whether the name is where governments feel: "concern in Washington", "anger in Beijing"."""
    pair = [word.text for word in words[max(0, name.first - 2) : name.first]]
    return len(pair) == 2 and pair[1] == "in" and pair[0] in contexts.FEELINGS


def is_located_after(name: Name, words: Words) -> bool:
    """Whether what follows tells that the city is meant: ", France", "-based", "police", "(AP) —"."""
    rest = [word.text for word in words[name.after : name.after + 3]]
    if not rest:
        return False
    if rest[0] in places.PLACE_NOUNS or rest[:2] == ["-", "based"] or rest[0] in {"(", "—", "–"}:
        return True
    if rest[0] == "," and rest[1:]:
        entry: Entry | None = look_up(rest[1])
        return entry is not None and entry.known in {"country", "region"}
    return rest[0] == "'s" and rest[1:2] != [] and (rest[1] in places.PLACE_NOUNS or rest[1][0].isupper())


def is_acting(name: Name, words: Words) -> bool:
    """Whether the name stands where a government does: as subject, owner of a policy, party to a relation."""
    rest = [word.text for word in words[name.after : name.after + 3]]
    before = words[name.first - 1].text if name.first else ""
    if is_feeling(name, words) or (rest and before.lower() not in PREPOSITIONS and acts(rest)):
        return True
    if rest[:1] == ["'s"] and rest[1:2]:
        return bool(set(rest[1:3]) & contexts.POLITICAL_NOUNS)
    if before.lower() in contexts.GOVERNMENT_PREPOSITIONS:
        return is_party(name, words)
    return (
        is_verb(before)
        and before not in contexts.GENERIC_LOCATIVE_VERBS
        and before not in places.TRAVEL_VERBS
    )


def acts(rest: list[str]) -> bool:
    """Whether the words after a name are a verb of which a government may be the subject."""
    said, following = rest[0], rest[1] if len(rest) > 1 else ""
    if said in contexts.STATES_OF_BEING:
        return said in {"is", "was"} and following.endswith("ing")
    if said in contexts.AUXILIARIES:
        return (
            is_verb(following)
            or following in {"not", "been", "already"}
            or (said == "also" and following != "")
        )
    return is_verb(said) and said not in places.TRAVEL_VERBS


def is_party(name: Name, words: Words) -> bool:
    """Whether the name stands among countries or after a word of relation: "ties with X"."""
    said = {word.text for word in words[max(0, name.first - 6) : name.after + 4]}
    before = words[name.first - 1].text.lower()
    return bool(said & contexts.RELATIONS) or before in contexts.PARTY_WORDS or government_joined(name, words)


def government_joined(name: Name, words: Words) -> bool:
    """Whether "and" joins the name to another capital or country."""
    neighbours = words[max(0, name.first - 2) : name.first - 1] + words[name.after + 1 : name.after + 2]
    entries = [look_up(word.text) for word in neighbours]
    return any(
        entry and (entry.known == "country" or entry.canonical in read_places().capitals) for entry in entries
    )
