"""Find who and what is named, and tie the names of one entity together."""

import re
from bisect import bisect_left
from collections import Counter

from briefgen.extract.engines.values import Named
from briefgen.extract.entities.adjectives import attributive_spans
from briefgen.extract.entities.aliases import Mention, beginnings, firm_forms, storm_name, tie
from briefgen.extract.entities.bare import peoples
from briefgen.extract.entities.capitals import government_of
from briefgen.extract.entities.given import given_names
from briefgen.extract.entities.kinds import NO_MENTIONS, PLACE_HEADS, is_of_thing, kinds_of
from briefgen.extract.entities.lists import is_common, is_given, is_surname, look_up
from briefgen.extract.entities.names import Name, find_names
from briefgen.extract.entities.people import name_parts
from briefgen.extract.entities.roles import roles_of
from briefgen.extract.entities.words import Word, lower_case_words, words_of
from briefgen.language.english.dating import LETTER_FIELD_OPENINGS, LETTER_FIELDS, PERSONAL_FIELDS
from briefgen.language.english.names import contexts, organisations, places, titles
from briefgen.language.gazetteer import read_places
from briefgen.model.annotation import Entity, EntityKind, Sentence
from briefgen.model.document import Document
from briefgen.model.span import Span

Words = tuple[Word, ...]
FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]*:(?=\s)")
"""The name of a field in the head of a mail (RFC 5322, section 2.2)."""


def find_entities(
    document: Document, sentences: tuple[Sentence, ...], given: tuple[Named, ...] | None = None
) -> tuple[Entity, ...]:
    """Every entity, in the order of its first mention, of the names that an engine gives or the rules find.

    Adjectives of countries are no mentions; they stand among the demonyms of a country that is also named.
    Names that stand before a noun as adjectives do are kept apart where the same name also stands by itself.
    """
    words = tuple(() if is_for_machines(document.text, one) else words_of(document, one) for one in sentences)
    names, kinds = found_names(words) if given is None else given_names(given, words)
    american = any(name.text in places.GEORGIA_STATE for name in names)
    mentions = [
        mention_of(name, kinds[name.text], words[name.sentence], american)
        for name in names
        if is_mention(name, kinds[name.text])
    ]
    mentions = with_nations(mentions, document.text, words)
    mentions = with_descriptions(mentions, words)
    attributive = attributive_spans(mentions, words)
    groups = [group for group in tie(mentions, document.text) if not is_passing(group, attributive)]
    demonyms = demonyms_of(names)
    starts = starts_of(names)
    roles = {
        name.span: roles_of(name, words[name.sentence], starts.get(name.sentence, {}))
        for name in names
        if kinds[name.text] == "person"
    }
    found = [entity_of(group, attributive, demonyms, roles, document.text) for group in groups]
    return tuple(sorted(found, key=lambda entity: entity.mentions[0]))


def is_for_machines(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a field of a mail's head that names nobody: "Content-Type: text/plain"."""
    found = FIELD.match(text, sentence.span.start)
    field = found.group().lower() if found else ""
    known = field in LETTER_FIELDS - PERSONAL_FIELDS or field.startswith(LETTER_FIELD_OPENINGS)
    return bool(field) and known


def starts_of(names: list[Name]) -> dict[int, dict[int, int]]:
    """For each sentence, from each word of a name of several words to the first one."""
    found: dict[int, dict[int, int]] = {}
    for name in names:
        if name.after - name.first > 1:
            found.setdefault(name.sentence, {}).update(
                dict.fromkeys(range(name.first, name.after), name.first)
            )
    return found


def found_names(words: tuple[Words, ...]) -> tuple[list[Name], dict[str, EntityKind]]:
    """The names that the rules find, and the kind of each text.

    The words for the people of a place that the text alone knows are left out, as those of known ones are.
    """
    names = find_names(words, lower_case_words(words))
    known = peoples(names)
    names = [name for name in names if name.text not in known]
    kinds = kinds_of(names, words) | dict.fromkeys(known.values(), "place")
    return names, settle_parts(names, kinds, words)


def is_mention(name: Name, kind: EntityKind) -> bool:
    """Whether a name is kept: no adjective, and no single common word that nothing tells a kind of."""
    if name.entry:
        return name.entry.known not in NO_MENTIONS or name.titled
    return kind != "other" or " " in name.text or not is_common(name.text.lower())


def settle_parts(
    names: list[Name], kinds: dict[str, EntityKind], words: tuple[Words, ...]
) -> dict[str, EntityKind]:
    """`kinds` where single words that are parts of fuller names of the text are of the kind of those.

    The last and first words of people's names are people, the first words of bodies' names bodies, the last
    words of products' names products; people come first.
    """
    full = [name for name in names if " " in name.text]
    firms = {form for name in full for form in firm_forms(name.text)}
    personal = [name for name in full if kinds[name.text] == "person" and name.text not in firms]
    people = {part for name in personal for part in person_parts(name)} - articled(names, words)
    certain = {part for name in personal if is_certain(name) for part in person_parts(name)}
    bodies = {start for name in full if kinds[name.text] == "organisation" for start in owners(name.text)}
    things = {name.text.split()[-1] for name in full if kinds[name.text] == "other"}
    settled: dict[str, EntityKind] = {}
    sites = [name.text for name in names if name.site and name.text.isupper()]
    settled |= {form: "place" for text in sites for form in (text, text.title())}
    settled |= {storm: "event" for name in full if (storm := storm_name(name.text.split()))}
    certain -= mostly_located(names, words)
    parted = {
        name.text: part_kind(name, kinds[name.text], certain if is_place(name) else people, bodies, things)
        for name in names
    }
    settled |= {
        name.text: "organisation"
        for name in names
        if name.text in firms and name.text not in people and name.entry is None and not name.titled
    }
    return parted | {text: kind for text, kind in settled.items() if text in parted}


def articled(names: list[Name], words: tuple[Words, ...]) -> set[str]:
    """Texts that are names of ships or rivers wherever they stand: "the Lena rose"."""
    rare = {name.text for name in names if name.first and is_of_thing(name, words[name.sentence])}
    return rare - {name.text for name in names if not is_of_thing(name, words[name.sentence])}


def owners(text: str) -> list[str]:
    """What a body's name begins with that names a body too: its short forms, "Acme" of "Acme Australia"."""
    parts = text.split()
    entry = look_up(parts[-1])
    branch = len(parts) == 2 and entry is not None and entry.known == "country"
    return [parts[0]] if branch else beginnings(text)


def is_certain(name: Name) -> bool:
    """Whether a person's name is one by its title, its first name or its surname."""
    parts = name.text.split()
    return name.titled or is_given(parts[0]) or (len(parts) == 2 and is_surname(parts[-1]))


def is_place(name: Name) -> bool:
    """Whether a name is known as a place's."""
    return name.entry is not None and name.entry.known in KNOWN_PLACES


KNOWN_PLACES = frozenset(["city", "country", "region"])


def person_parts(name: Name) -> tuple[str, ...]:
    """The single words that a person may be called by."""
    parts = name_parts(name.text)
    return (parts[0], parts[-1])


def part_kind(
    name: Name, kind: EntityKind, people: set[str], bodies: set[str], things: set[str]
) -> EntityKind:
    """The kind of one name, given the parts of the fuller ones."""
    known = name.entry.known if name.entry else None
    if " " in name.text or name.text in organisations.BODIES:
        return kind
    shouted = name.text.isupper() and len(name.text) > 3 and name.text.title() in people
    if (name.text in people or shouted) and known in MAYBE_SURNAMES:
        return "person"
    if known is not None or kind not in {"person", "organisation", "other"} or is_given(name.text):
        return kind
    if name.text in titles.KNOWN_BY_SURNAME:
        return "person"
    if name.text in bodies:
        return "organisation"
    return "other" if name.text in things and not (name.titled or name.text.isupper()) else kind


MAYBE_SURNAMES = frozenset([None, "company", "other", "adjective", "city", "country", "region"])
"""What may also be the name of a person who is named in full."""


def mostly_located(names: list[Name], words: tuple[Words, ...]) -> set[str]:
    """Cities that stand after a word of place at least every other time, and countries that do not speak.

    A country is taken for a person only where it stands by a verb of saying and never after a word of place.
    """
    known = [name for name in names if is_place(name)]
    everywhere = Counter(name.text for name in known)
    located = Counter(name.text for name in known if is_in_place(name, words[name.sentence]))
    speaking = {name.text for name in known if is_speaking(name, words[name.sentence])}
    cities = {name.text for name in known if name.entry and name.entry.known == "city"}
    return {
        text
        for text, times in everywhere.items()
        if (2 * located[text] >= times if text in cities else located[text] or text not in speaking)
    }


def is_speaking(name: Name, words: Words) -> bool:
    """Whether a verb of saying stands right before or right after a name."""
    beside = words[max(0, name.first - 1) : name.first] + words[name.after : name.after + 1]
    return any(word.text in contexts.SPEECH_VERBS for word in beside)


def is_in_place(name: Name, words: Words) -> bool:
    """Whether a word of place stands right before the name: "in", "mayor of"."""
    before, second = (words[max(0, name.first - back)].text.lower() for back in (1, 2))
    return name.first > 0 and (before in places.BEFORE or (before == "of" and second in PLACE_HEADS))


def mention_of(name: Name, kind: EntityKind, words: Words, american: bool) -> Mention:
    """The mention that a name makes, a capital that stands for its government made the country."""
    code = name.entry.code if name.entry and kind == "country" else None
    if name.text == "Georgia" and american:
        return Mention(name.span, name.text, "place", name.sentence)
    if kind == "country" and code is None:
        kind = "place"
    government = government_of(name, words) if kind == "place" else None
    if government:
        return Mention(name.span, name.text, "country", name.sentence, government)
    return Mention(name.span, name.text, kind, name.sentence, code)


def with_nations(mentions: list[Mention], text: str, words: tuple[Words, ...]) -> list[Mention]:
    """The mentions, each organisation with the country named right before it."""
    found = []
    for mention in mentions:
        nation = nation_before(mention, words[mention.sentence]) if mention.kind == "organisation" else None
        found.append(
            Mention(mention.span, mention.text, mention.kind, mention.sentence, mention.code, nation)
        )
    return found


def nation_before(mention: Mention, words: Words) -> str | None:
    """The code of the country whose name or adjective stands right before a mention."""
    number = bisect_left(words, mention.span.start, key=lambda word: word.start)
    before = list(words[max(0, number - 4) : number])
    if before and before[-1].text == "'s":
        before = before[:-1]
    return nation_at_end(tuple(before))


def nation_at_end(before: Words) -> str | None:
    """The code of the country that the last one to three words name."""
    for length in (3, 2, 1):
        if len(before) < length:
            continue
        entry = look_up(" ".join(word.text for word in before[-length:]))
        if entry and entry.known in {"country", "demonym"}:
            return entry.code
        if entry and length == 1 and entry.canonical in read_places().capitals:
            return read_places().capitals[entry.canonical]
    return None


# ---------------------------------------------------------------------------- descriptions
def with_descriptions(mentions: list[Mention], words: tuple[Words, ...]) -> list[Mention]:
    """The mentions, and those descriptions of a country's body that fit only one body of the text."""
    known: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.nation and mention.text not in known.setdefault(mention.nation, []):
            known[mention.nation].append(mention.text)
    return [describe(mention, words[mention.sentence], known) for mention in mentions]


def describe(mention: Mention, words: Words, bodies: dict[str, list[str]]) -> Mention:
    """The mention of a body that begins with this mention of its country, or the mention itself."""
    if mention.kind != "country" or not mention.code:
        return mention
    return description_at(mention, words, bodies.get(mention.code, [])) or mention


def description_at(country: Mention, words: Words, bodies: list[str]) -> Mention | None:
    """The mention that a country's possessive and a body's head words make: "Peru's coast guard"."""
    number = bisect_left(words, country.span.end, key=lambda word: word.start)
    rest = words[number : number + 5]
    if not rest or rest[0].text != "'s":
        return None
    for length in range(4, 0, -1):
        head = [word.text for word in rest[1 : 1 + length]]
        if (
            len(head) < length
            or head[-1] not in organisations.AGENCY_NOUNS
            or not all(word.islower() for word in head)
        ):
            continue
        fitting = [text for text in bodies if fits(head, text)]
        if len(fitting) == 1:
            span = Span(country.span.start, rest[length].end)
            return Mention(span, fitting[0], "organisation", country.sentence, None, country.code)
    return None


def fits(head: list[str], text: str) -> bool:
    """Whether the name of a body has all the words of a description."""
    return set(head) <= set(text.lower().split())


# ---------------------------------------------------------------------------- entities
def demonyms_of(names: list[Name]) -> dict[str, list[Span]]:
    """Where adjectives of each country stand."""
    found: dict[str, list[Span]] = {}
    for name in names:
        if name.entry and name.entry.known == "demonym" and name.entry.code:
            found.setdefault(name.entry.code, []).append(name.span)
    return found


def entity_of(
    group: list[Mention],
    attributive: frozenset[Span],
    demonyms: dict[str, list[Span]],
    roles: dict[Span, tuple[Span, ...]],
    text: str,
) -> Entity:
    """The entity that tied mentions make."""
    code = next((mention.code for mention in group if mention.code), None)
    told = [mention for mention in group if " " in mention.text] or group
    kind: EntityKind = "country" if code else Counter(mention.kind for mention in told).most_common(1)[0][0]
    spans = tuple(sorted(mention.span for mention in group))
    aside = set_aside(group, attributive, code)
    return Entity(
        name=read_places().country_names[code] if code else fullest(group),
        kind=kind,
        mentions=tuple(span for span in spans if span not in aside),
        demonyms=tuple(sorted(demonyms.get(code, ()))) if code else (),
        roles=once(spans, roles, text) if kind == "person" else (),
        attributive=tuple(span for span in spans if span in aside),
    )


OFTEN = 3
"""Times that a country named as an adjective alone is spoken of before the text is about it too."""


def is_passing(group: list[Mention], attributive: frozenset[Span]) -> bool:
    """Whether a country is named as by its adjective alone, once or twice: "U.S. automaker"."""
    return len(group) < OFTEN and all(
        mention.kind == "country"
        and mention.text in organisations.SHORT_NAMES
        and mention.span in attributive
        for mention in group
    )


def set_aside(group: list[Mention], attributive: frozenset[Span], code: str | None) -> frozenset[Span]:
    """Which mentions are adjectives only, where the same is also named by itself.

    An acronym or other form that shares no word with the names that stand by themselves stays a mention
    where it comes first.
    """
    named = {part for mention in group if mention.span not in attributive for part in mention.text.split()}
    aside = []
    for mention in group:
        if mention.span in attributive and named:
            if code or not named.isdisjoint(mention.text.split()):
                aside.append(mention.span)
            named.update(mention.text.split())
    return frozenset(aside)


def once(mentions: tuple[Span, ...], roles: dict[Span, tuple[Span, ...]], text: str) -> tuple[Span, ...]:
    """The roles beside these mentions, those in the same words only where they stand first."""
    found: dict[str, Span] = {}
    for span in sorted(role for mention in mentions for role in roles.get(mention, ())):
        found.setdefault(span.of(text).lower(), span)
    return tuple(found.values())


def fullness(mention: Mention) -> tuple[bool, int, int]:
    """How full a form is: not all in capitals unless it is an acronym, with many words, long.

    A person's full name in capitals, as transcripts have it, is fuller than the surname.
    """
    shouted = mention.text.isupper() and len(mention.text) > 6
    shouted = shouted and not (mention.kind == "person" and " " in mention.text)
    return (not shouted, len(mention.text.split()), len(mention.text))


def fullest(group: list[Mention]) -> str:
    """The form with the most words, then the longest, then the first. A city goes by its present name."""
    forms = {mention.text for mention in group}
    for mention in group:
        entry = look_up(mention.text) if mention.kind == "place" else None
        if entry and entry.known == "city" and (entry.canonical in forms or mention.text.isupper()):
            return entry.canonical
    return max((mention for mention in group if not is_doubled(mention.text, forms)), key=fullness).text


def is_doubled(text: str, forms: set[str]) -> bool:
    """Whether a plainer form is also there: "Oslo" of "OSLO", "iPhone" of "iPhones"."""
    shouted = text.isupper() and text != text.title() and text.title() in forms
    return shouted or (text.endswith("s") and text[:-1] in forms and look_up(text) is None)
