"""Tie the names of one entity together: surnames, acronyms, short and official forms, descriptions."""

import re
from bisect import bisect_right
from collections import defaultdict

import msgspec

from briefgen.extract.entities.lists import is_common, look_up
from briefgen.extract.entities.people import people_keys
from briefgen.extract.entities.words import Word
from briefgen.language.english.names import events, organisations
from briefgen.model.annotation import EntityKind
from briefgen.model.span import Span

Words = tuple[Word, ...]

ALSO_KNOWN = re.compile(
    r"\s*(?:[(\[]|,?\s*(?:or|also known as|known as|formerly known as|formerly|also called|abbreviated as"
    r"|officially|better known as|is the official name of|is the former name of|is short for|stands for"
    r"|nicknamed|known to \w+ as"
    r"|(?:better |widely |also )?known (?:by|under|as) (?:his|her|its|their|the) (?:\w+ )?(?:nick)?name)"
    r"\s+(?:the\s+)?|[(\[](?:or|the|also|formerly)\s+)[\"“'‘]?"
)
"""What stands between two names of one thing."""


class Mention(msgspec.Struct, frozen=True):
    """A name where it stands, with its kind and, for countries, the code."""

    span: Span
    text: str
    kind: EntityKind
    sentence: int
    code: str | None = None
    nation: str | None = None
    """Code of the country that stands right before it: "Russia's Defence Ministry"."""


Key = tuple[str, str]
"""Kind and a normal form of the name: mentions with equal keys are one entity."""


def tie(mentions: list[Mention], text: str) -> list[list[Mention]]:
    """The mentions of each entity together, entities in the order of their first mention."""
    keys = keys_of(mentions)
    owner = {key: key for key in keys}
    for one, other in equations(mentions, keys, text):
        join(owner, one, other)
    groups: dict[Key, list[Mention]] = {}
    for mention, key in zip(mentions, keys, strict=True):
        groups.setdefault(root(owner, key), []).append(mention)
    return list(groups.values())


def root(owner: dict[Key, Key], key: Key) -> Key:
    """The key that stands for all that are tied to `key`."""
    while owner[key] != key:
        owner[key] = owner[owner[key]]
        key = owner[key]
    return key


def join(owner: dict[Key, Key], one: Key, other: Key) -> None:
    """Tie two keys, unless they are two countries."""
    first, second = root(owner, one), root(owner, other)
    if first[0] == second[0] == "country" or first == second:
        return
    if second[0] == "country":
        first, second = second, first
    owner[second] = first


# ---------------------------------------------------------------------------- keys
def keys_of(mentions: list[Mention]) -> list[Key]:
    """The key of each mention, in order."""
    people = people_keys(
        {number: mention.text for number, mention in enumerate(mentions) if mention.kind == "person"}
    )
    bodies = body_keys(mentions)
    return [key_of(number, mention, people, bodies) for number, mention in enumerate(mentions)]


def key_of(number: int, mention: Mention, people: dict[int, Key], bodies: dict[int, Key]) -> Key:
    """The key of mention `number`."""
    if mention.kind == "country" and mention.code:
        return ("country", mention.code)
    if number in people:
        return people[number]
    if number in bodies:
        return bodies[number]
    entry = look_up(mention.text)
    if mention.kind == "event":
        return ("event", storm_name(mention.text.split()) or mention.text)
    if mention.kind == "place" and not entry and mention.text.isupper():
        return ("place", mention.text.title())
    return (mention.kind, entry.canonical if entry else mention.text)


def storm_name(parts: list[str]) -> str:
    """What a storm is called: "Odile" of "Tropical Storm Odile"; nothing where the words name no storm."""
    first = 1 if parts[0] in events.STORM_MODIFIERS else 0
    named = len(parts) == first + 2 and parts[first] in events.STORMS
    return parts[-1] if named else ""


# ---------------------------------------------------------------------------- bodies
def body_keys(mentions: list[Mention]) -> dict[int, Key]:
    """The key of each mention of an organisation: its normal form and the country whose body it is."""
    numbers = [number for number, mention in enumerate(mentions) if mention.kind == "organisation"]
    nations: dict[str, list[tuple[int, str]]] = defaultdict(list)
    forms = {number: normal_form(mentions[number].text) for number in numbers}
    for number in numbers:
        nation = mentions[number].nation
        if nation:
            nations[forms[number]].append((number, nation))
    return {
        number: (
            "organisation",
            f"{forms[number]}|{nation_of(mentions[number], number, nations[forms[number]])}",
        )
        for number in numbers
    }


def nation_of(mention: Mention, number: int, found: list[tuple[int, str]]) -> str:
    """The country that a body belongs to: named with it here, or where it was named with one last."""
    if mention.nation or not found:
        return mention.nation or ""
    before = bisect_right(found, number, key=lambda item: item[0])
    return found[max(0, before - 1)][1]


def normal_form(text: str) -> str:
    """The words of a body's name, sorted, without small words and legal form; in one spelling."""
    entry = look_up(text)
    canonical = entry.canonical if entry else text
    parts = [
        part for part in canonical.replace("'s", "").split() if part.lower() not in organisations.SMALL_WORDS
    ]
    while len(parts) > 1 and parts[-1].rstrip(",") in organisations.LEGAL_FORMS:
        parts = parts[:-1]
    lowered = (part.rstrip(",").lower() for part in parts)
    return " ".join(sorted(organisations.SPELLINGS.get(part, part) for part in lowered))


# ---------------------------------------------------------------------------- equations
def equations(mentions: list[Mention], keys: list[Key], text: str) -> list[tuple[Key, Key]]:
    """Pairs of keys that name one entity."""
    return [
        *stated(mentions, keys, text),
        *abbreviated(mentions, keys),
        *shortened(mentions, keys),
        *plurals(mentions, keys),
    ]


def is_ticker(text: str) -> bool:
    """Whether capitals that no list knows may be a company's sign on the stock exchange."""
    return text.isalpha() and text.isupper() and 2 <= len(text) <= 5 and look_up(text) is None


def plurals(mentions: list[Mention], keys: list[Key]) -> list[tuple[Key, Key]]:
    """Things and bodies named in the plural and in the singular: "iPhones"."""
    named = {m.text: key for m, key in zip(mentions, keys, strict=True) if m.kind in PLURAL_KINDS}
    return [
        (named[text[:-1]], key) for text, key in named.items() if text.endswith("s") and text[:-1] in named
    ]


PLURAL_KINDS = frozenset(["other", "organisation"])


def stated(mentions: list[Mention], keys: list[Key], text: str) -> list[tuple[Key, Key]]:
    """What the text itself says to be two names of one thing: "X (Y)", "X, or Y, is the official name of"."""
    found = []
    for number in range(len(mentions) - 1):
        one, other = mentions[number], mentions[number + 1]
        if one.sentence != other.sentence or other.span.start - one.span.end > 40:
            continue
        between = text[one.span.end : other.span.start].lstrip(",").removeprefix("'s").removeprefix("’s")
        if ALSO_KNOWN.fullmatch(between) and same_thing(one, other, between):
            found.append((keys[number], keys[number + 1]))
    return found


def same_thing(one: Mention, other: Mention, between: str) -> bool:
    """Whether two names may name one thing; after a bare bracket only an abbreviation does."""
    if one.kind == other.kind == "country":
        return False
    if between.strip() == "(" and one.kind == "organisation" and is_ticker(other.text):
        return True
    if between.strip() in {"(", "[", "or"}:
        return abbreviates(other.text, one.text) or abbreviates(one.text, other.text)
    return True


def abbreviated(mentions: list[Mention], keys: list[Key]) -> list[tuple[Key, Key]]:
    """Acronyms with the one full name of the text that has their initials."""
    long_names: dict[str, dict[Key, None]] = defaultdict(dict)
    for mention, key in zip(mentions, keys, strict=True):
        if mention.kind not in {"person", "country"} and " " in mention.text:
            for initials in initials_of(mention.text):
                long_names[initials][key] = None
    found = []
    for mention, key in zip(mentions, keys, strict=True):
        letters = acronym_letters(mention.text)
        candidates = list(long_names.get(letters, ())) if letters else []
        if len(candidates) == 1:
            found.append((candidates[0], key))
    return found


def acronym_letters(text: str) -> str:
    """The letters that an acronym stands for, those of "DrKW" its capitals; nothing where it is none."""
    letters = text.replace(".", "")
    if " " in text or not letters[:1].isupper():
        return ""
    capitals = letters if letters.isupper() else "".join(filter(str.isupper, letters))
    least = 2 if letters.isupper() else 3
    return capitals if least <= len(capitals) <= 6 and len(letters) <= 6 else ""


def initials_of(text: str) -> set[str]:
    """The acronyms that a name may have: with and without its small words."""
    parts = [part for part in re.split(r"[\s-]+", text) if part[:1].isalpha()]
    large = [part[0].upper() for part in parts if part.lower() not in organisations.SMALL_WORDS]
    legal = [
        part[0].upper()
        for part in parts
        if part.lower() not in organisations.SMALL_WORDS and part not in organisations.LEGAL_FORMS
    ]
    if len(large) < 2:
        return set()
    joined = text.replace(" and ", " & ").split()
    signed = "".join(part[0].upper() for part in joined if part[0].isalpha() or part == "&")
    return {"".join(large), "".join(part[0].upper() for part in parts), "".join(legal), signed}


def abbreviates(short: str, full: str) -> bool:
    """Whether `short` is an acronym whose letters stand in `full` in their order, from its first on."""
    letters = short.replace(".", "").replace("-", "")
    if not (2 <= len(letters) <= 8 and sum(letter.isupper() for letter in letters) >= 2) or len(full) <= len(
        short
    ):
        return False
    rest = iter(full.lower())
    return full[0].lower() == letters[0].lower() and all(letter in rest for letter in letters.lower())


def shortened(mentions: list[Mention], keys: list[Key]) -> list[tuple[Key, Key]]:
    """Bodies called by the first words of their names: "Acme" for "Acme Motor Company"."""
    full: dict[str, dict[Key, None]] = defaultdict(dict)
    for mention, key in zip(mentions, keys, strict=True):
        if mention.kind == "organisation":
            for start in {
                **dict.fromkeys(beginnings(mention.text)),
                **dict.fromkeys(firm_forms(mention.text)),
            }:
                full[start][key] = None
    found = []
    for mention, key in zip(mentions, keys, strict=True):
        others = [other for other in full.get(mention.text, ()) if other != key]
        if mention.kind == "organisation" and len(others) == 1:
            found.append((others[0], key))
    return found


def firm_forms(text: str) -> list[str]:
    """The short names of a firm whose name ends in a legal form: "Acme Optik", "Acme" of "Acme Optik AG"."""
    parts = text.split()
    cut = len(parts)
    while cut > 1 and parts[cut - 1].rstrip(",") in organisations.LEGAL_FORMS:
        cut -= 1
    if cut == len(parts):
        return []
    short = " ".join(parts[:cut]).rstrip(",")
    first = parts[0] if cut > 1 and not is_common(parts[0].lower()) and not look_up(parts[0]) else short
    return [short, first] if len(first) > 2 else [short]


def beginnings(text: str) -> list[str]:
    """The short forms of a body's name: what stands before the words that only say what it is."""
    parts = text.split()
    cut = len(parts)
    while cut > 1 and (
        parts[cut - 1] in organisations.TIE_WORDS or parts[cut - 1].rstrip(",") in organisations.LEGAL_FORMS
    ):
        cut -= 1
    if parts[0].isupper() and cut == 1 and parts[1:2] and parts[1] in organisations.ARMS:
        return []
    return [" ".join(parts[:length]).rstrip(",") for length in range(cut, len(parts))]
