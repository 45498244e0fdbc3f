"""Tell a capital that stands for its government from the city."""

from briefgen.extract.name_lists import Entry, is_verb, look_up
from briefgen.extract.name_words import Word
from briefgen.extract.names import Name
from briefgen.language.english.names import contexts, places
from briefgen.language.gazetteer import read_places

Words = tuple[Word, ...]

CITIES_FIRST = frozenset(["San José", "San Jose", "Georgetown", "Kingston", "Victoria", "Hamilton", "Santiago", "Lima", "Singapore",
                          "Luxembourg", "Monaco", "Djibouti", "Panama City", "Guatemala City", "Mexico City", "Kuwait City", "Vatican City",
                          "Saint John's", "St. George's", "Roseau", "Stanley", "Douglas", "Jamestown", "Plymouth", "San Juan", "Gibraltar",
                          "Brussels", "Male", "Bern", "Apia", "Suva", "Praia", "Sofia", "Athens", "Rome", "Vienna", "Dublin", "Lincoln"])  # fmt: skip
"""Capitals that share their name with other places, people or bodies, or whose name seldom means a government."""
STATES_OF_BEING = frozenset(
    ["is", "was", "lies", "lay", "sits", "hosted", "hosts", "became", "becomes", "were", "are"]
)


def government_of(name: Name, words: Words) -> str | None:
    """The code of the country whose government is meant by this place of a capital's name; none where it is a city."""
    code = read_places().capitals.get(name.text)
    if code is None or name.text in CITIES_FIRST or is_located(name, words):
        return None
    return code if is_acting(name, words) else None


def is_located(name: Name, words: Words) -> bool:
    """Whether the words around tell that the city is meant."""
    before = words[name.first - 1].text.lower() if name.first else ""
    if before in places.BEFORE or before in contexts.GENERIC_LOCATIVE_VERBS:
        return True
    earlier = {word.text for word in words[max(0, name.first - 4) : max(0, name.first - 1)]}
    if before in {"to", "from", "for"} and earlier & places.TRAVEL_VERBS:
        return True
    if before == "of" and earlier & contexts.PLACE_DESCRIPTIONS:
        return True
    return is_located_after(name, words)


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
    """Whether the name stands where a government does: subject of a deed, owner of a policy, party to a relation."""
    rest = [word.text for word in words[name.after : name.after + 3]]
    before = words[name.first - 1].text if name.first else ""
    if rest and acts(rest):
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
    if rest[0] in STATES_OF_BEING:
        return rest[0] in {"is", "was"} and rest[1:2] != [] and rest[1].endswith("ing")
    if rest[0] in {
        "has",
        "had",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "must",
        "can",
        "did",
        "does",
        "also",
        "and",
    }:
        return len(rest) > 1 and (
            is_verb(rest[1]) or rest[1] in {"not", "been", "already"} or rest[0] == "also"
        )
    return is_verb(rest[0]) and rest[0] not in places.TRAVEL_VERBS


def is_party(name: Name, words: Words) -> bool:
    """Whether the name stands among countries or after a word of relation: "between X and Y", "ties with X"."""
    window = words[max(0, name.first - 6) : name.after + 4]
    said = {word.text for word in window}
    if said & {
        "between",
        "ties",
        "relations",
        "talks",
        "pressure",
        "sanctions",
        "alliance",
        "support",
        "help",
        "war",
        "against",
        "deal",
    }:
        return True
    before = words[name.first - 1].text.lower()
    return before in {
        "by",
        "against",
        "between",
        "that",
        "than",
        "as",
        "while",
        "because",
        "but",
        "if",
    } or government_joined(name, words)


def government_joined(name: Name, words: Words) -> bool:
    """Whether "and" joins the name to another capital or country."""
    neighbours = words[max(0, name.first - 2) : name.first - 1] + words[name.after + 1 : name.after + 2]
    entries = [look_up(word.text) for word in neighbours]
    return any(
        entry and (entry.known == "country" or entry.canonical in read_places().capitals) for entry in entries
    )
