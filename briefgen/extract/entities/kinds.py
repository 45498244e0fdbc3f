"""Tell what kind of thing a name names, from its form, from the lists, and from the words around it."""

from collections import defaultdict
from itertools import pairwise

from briefgen.extract.entities.aliases import storm_name
from briefgen.extract.entities.bare import around, is_bare, is_subject
from briefgen.extract.entities.lists import is_common, is_given, is_surname, is_verb, look_up
from briefgen.extract.entities.names import Name
from briefgen.extract.entities.words import Word
from briefgen.language.english.names import contexts, endings, events, organisations, places, titles
from briefgen.language.gazetteer import read_places
from briefgen.model.annotation import EntityKind

Words = tuple[Word, ...]
Scores = dict[EntityKind, float]

KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "country", "event", "other")
BY_LIST: dict[str, EntityKind] = {
    "country": "country",
    "city": "place",
    "region": "place",
    "place": "place",
    "body": "organisation",
    "company": "organisation",
    "event": "event",
    "other": "other",
}
NO_MENTIONS = frozenset(["demonym", "adjective"])
SURE = 6.0
"""The weight of a list or a tell-tale form: more than what a few contexts add up to."""
PLACE_HEADS = contexts.PLACE_DESCRIPTIONS | contexts.PLACE_OFFICES
CERTAIN = 30.0
"""The weight of what no context may overrule."""


def kinds_of(names: list[Name], sentences: tuple[Words, ...]) -> dict[str, EntityKind]:
    """The kind of each name, by its words; one kind for all places where the same words stand."""
    forms: dict[str, Scores] = {}
    contexts_of: dict[str, list[Scores]] = defaultdict(list)
    for name in names:
        if name.text not in forms:
            forms[name.text] = form_scores(name)
        following = sentences[name.sentence + 1] if name.sentence + 1 < len(sentences) else ()
        contexts_of[name.text].append(context_scores(name, sentences[name.sentence], following))
    totals = {text: weigh(form, contexts_of[text]) for text, form in forms.items()}
    kinds = {text: best(scores) for text, scores in totals.items()}
    doubtful = {text for text, scores in totals.items() if scores[kinds[text]] < DOUBTFUL}
    for text, scores in beside(names, sentences, kinds, doubtful).items():
        kinds[text] = best(weigh(totals[text], scores))
    return kinds


DOUBTFUL = 1.0
"""The weight below which a kind is taken from the names that stand in one list with a name."""


def beside(
    names: list[Name], sentences: tuple[Words, ...], kinds: dict[str, EntityKind], doubtful: set[str]
) -> dict[str, list[Scores]]:
    """For each doubtful name what the names tell that a comma or "and" joins to it."""
    found: dict[str, list[Scores]] = defaultdict(list)
    for one, other in pairwise(names):
        if one.sentence != other.sentence or other.first - one.after != 1:
            continue
        if sentences[one.sentence][one.after].text not in {",", "and", "or", "&"}:
            continue
        for text, told in ((one.text, other.text), (other.text, one.text)):
            known = kinds[told] if told not in doubtful else best(found[told][-1]) if found[told] else "other"
            if text in doubtful and known != "other":
                kind: EntityKind = "place" if known == "country" else known
                found[text].append({kind: 1.2 if kind == "place" else 0.8})
    return found


def weigh(form: Scores, found: list[Scores]) -> Scores:
    """The form's scores with those of the contexts, many contexts counting for less each."""
    total = dict(form)
    for scores in found:
        for kind, weight in scores.items():
            total[kind] = total.get(kind, 0.0) + weight / len(found) ** 0.5
    return total


def best(scores: Scores) -> EntityKind:
    """The kind with the most weight; of equals the one listed first."""
    return max(KINDS, key=lambda kind: (scores.get(kind, 0.0), -KINDS.index(kind))) if scores else "other"


# ---------------------------------------------------------------------------- form
def form_scores(name: Name) -> Scores:
    """What the lists and the form of a name say."""
    if name.site:
        return {"place": CERTAIN}
    if name.entry and name.entry.known in BY_LIST:
        if name.entry.known == "city" and is_namesake(name.text.split()):
            return {"person": 2.0, "place": 2.0}
        if name.entry.known == "city" and " " not in name.text and name.text not in read_places().capitals:
            return city_form(name.text)
        weight = CERTAIN if name.entry.known in {"country", "body", "event"} else SURE
        return {BY_LIST[name.entry.known]: weight}
    parts = name.text.split()
    return single_form(parts[0]) if len(parts) == 1 else several_form(parts)


def is_namesake(parts: list[str]) -> bool:
    """Whether a town is called as a person is, by a first name and a surname: "Emiliano Zapata"."""
    last = parts[-1]
    return len(parts) == 2 and is_given(parts[0]) and not is_common(last.lower()) and last not in TOWNISH


TOWNISH = places.LAST_WORDS | events.LAST_WORDS


def city_form(said: str) -> Scores:
    """What the name of a city looks like that may also be a common word or a surname."""
    if is_common(said.lower()):
        return {"other": 1.6, "place": 1.5}
    return {"place": 3.0, "person": 0.8} if is_surname(said) or is_given(said) else {"place": SURE}


def single_form(said: str) -> Scores:
    """What one unknown word looks like."""
    letters = said.replace(".", "").replace("&", "")
    if any(letter.isdigit() for letter in said):
        return {"place" if is_road(said) else "other": SURE}
    if said.title() in titles.KNOWN_BY_SURNAME:
        return {"person": 3.0}
    if letters.isupper() and 2 <= len(letters) <= 6:
        return {"other": 2.0} if "-" in said else dict(ACRONYM)
    if not said[0].isupper():
        return {"person": SURE} if "-" in said[:3] else {"other": SURE}
    if any(letter.isupper() for letter in said[2:]) and "-" not in said and not is_surname_with_capital(said):
        return {"organisation": 1.0, "other": 1.1}
    return plain_form(said)


def plain_form(said: str) -> Scores:
    """What one unknown word in lower case after its capital looks like."""
    if is_common(said.lower()):
        return {"other": 0.8, "organisation": 0.4}
    if is_given(said) or is_surname(said):
        return {"person": 1.5}
    scores: Scores = {"person": 0.5, "organisation": 0.5, "place": 0.4, "other": 0.6}
    if any(link in said for link in endings.LINKS_OF_PLACES):
        scores["place"] += 1.2
    for ends, kind in ENDINGS:
        if said.lower().endswith(ends):
            scores[kind] += 1.2
            break
    return scores


ENDINGS: tuple[tuple[tuple[str, ...], EntityKind], ...] = (
    (endings.OF_BODIES, "organisation"),
    (endings.OF_PLACES, "place"),
    (endings.OF_PEOPLE, "person"),
)


ACRONYM: Scores = {"other": 1.2, "organisation": 1.0}
"""What unknown capitals look like: a thing unless they speak, hire or act."""


def is_surname_with_capital(said: str) -> bool:
    """Whether a word has its second capital as surnames do: "McKay", "O'Brien", "DeVito"."""
    return is_surname(said.capitalize()) or said.startswith(
        ("Mc", "O'", "D'", "d'", "L'", "l'", "Fitz", "De", "La", "Di", "Le", "Van")
    )


def several_form(parts: list[str]) -> Scores:
    """What an unknown name of several words looks like."""
    thing = by_thing(parts)
    if thing:
        return thing
    if parts[-1] in titles.NAME_SUFFIXES and len(parts) == 2 and is_given(parts[0]):
        return {"person": SURE}
    for tell in (by_tail, by_maker, by_legal_form, by_joining, by_last_word):
        told = tell(parts)
        if told:
            return told
    if not looks_personal(parts):
        return by_words(parts)
    sure = is_given(parts[0]) or parts[0] in titles.FAMILY_FIRST or any(map(is_initial, parts))
    return {"person": SURE if sure else 3.0}


def by_thing(parts: list[str]) -> Scores:
    """What tells a ship, a case at law, a flight or a model."""
    if parts[0] in organisations.SHIPS or "v." in parts or ("Flight" in parts and parts[-1].isdigit()):
        return {"other": CERTAIN}
    if is_road(parts[0]):
        return {"place": SURE}
    camel = parts[0][0].islower() and not parts[0].startswith(("al", "de", "von"))
    return {"other": SURE} if camel or any(is_model(part) for part in parts) else {}


def is_road(part: str) -> bool:
    """Whether a word is the number of an American highway: "I-95", "US-412"."""
    kind, _, number = part.partition("-")
    return kind in {"I", "US"} and number.isdigit()


def is_model(part: str) -> bool:
    """Whether a word is a model's number, letters and digits together: "X5", "HX-200"."""
    return part[0].isalpha() and part[-1].isdigit() and part.upper() == part


def by_words(parts: list[str]) -> Scores:
    """What the words of a name without a tell-tale form lean to."""
    if "&" in parts or any(part[-1].isdigit() for part in parts[1:]):
        return {"organisation": 2.0} if "&" in parts else {"other": 3.0}
    first = look_up(parts[0])
    if first and first.known in LEANINGS:
        return {"organisation": 3.0} if parts[-1] in organisations.TIE_WORDS else dict(LEANINGS[first.known])
    if any(is_shouted(part) for part in parts):
        return {"other": 1.5, "organisation": 1.3}
    common = [is_common(part.lower()) for part in parts]
    if common == [True, False]:
        return {"person": 1.3, "other": 1.2, "organisation": 1.0}
    if any(common):
        return {"other": 1.2, "organisation": 1.0, "person": 0.4}
    return dict(UNKNOWN_WORDS) if sum(part[0].isupper() for part in parts) <= 4 else {"other": 1.0}


UNKNOWN_WORDS: Scores = {"person": 1.4, "other": 1.2, "organisation": 0.8}
"""What several words look like that no list has."""
DIRECTIONS = frozenset(["North", "South", "East", "West", "Central"])
OF_A_BODY: Scores = {"other": 1.8, "organisation": 1.5}
OF_A_PLACE: Scores = {"organisation": 1.5, "place": 1.0}
OF_A_PEOPLE: Scores = {"other": 1.6, "organisation": 1.5, "place": 0.8}
LEANINGS: dict[str, Scores] = {
    "other": {"other": 4.0},
    "body": OF_A_BODY,
    "company": OF_A_BODY,
    "city": OF_A_PLACE,
    "region": OF_A_PLACE,
    "country": OF_A_PLACE,
    "demonym": OF_A_PEOPLE,
}
"""What a name leans to that begins with a known one."""


def by_tail(parts: list[str]) -> Scores:
    """What a place's name at the end tells: "South East Asia", the branch "Acme Australia"."""
    tail = look_up(parts[-1])
    if not tail or tail.known not in {"region", "country", "city"}:
        return {}
    owner = look_up(" ".join(parts[:-1])) or look_up(parts[0])
    if owner and owner.known in {"body", "company"}:
        return {"organisation": 4.0}
    if len(parts) > 2 and parts[-2] in organisations.COLLEGES:
        return {"organisation": 4.0}
    if tail.known == "city" and len(parts) == 2 and parts[0] in places.PARTS_OF_CITIES:
        return {"place": SURE}
    if parts[0] in organisations.UNIVERSITIES:
        return {"organisation": 4.0}
    return {"place": SURE} if parts[0] in places.FIRST_WORDS and tail.known != "city" else {}


def by_maker(parts: list[str]) -> Scores:
    """What a company's name at the start tells where a last word or a legal form tells nothing more."""
    owner = next(
        filter(None, (look_up(" ".join(parts[:size])) for size in range(len(parts) - 1, 0, -1))), None
    )
    if not owner or owner.known not in {"body", "company"} or is_given(parts[0]):
        return {}
    if parts[-1] in organisations.TIE_WORDS:
        return {"organisation": 4.0}
    return by_legal_form(parts) or by_joining(parts) or by_last_word(parts) or by_words(parts)


def by_legal_form(parts: list[str]) -> Scores:
    """What a legal form at the end tells."""
    return {"organisation": CERTAIN} if parts[-1] in organisations.LEGAL_FORMS else {}


def by_joining(parts: list[str]) -> Scores:
    """What the first word tells, by itself or with "of" or "for" after it."""
    if not organisations.OPPOSING.isdisjoint(parts[1:-1]):
        return {"organisation": SURE}
    if "of" in parts[1:3] or "for" in parts[1:]:
        kind: EntityKind = "place" if parts[0] in places.OF_WORDS else "organisation"
        return {"event" if parts[0] in events.FIRST_WORDS else kind: SURE}
    if "of" in parts[1:] and parts[parts.index("of", 1) - 1] in organisations.LAST_WORDS:
        return {"organisation": SURE}
    if parts[1:] == ["State"] and parts[0] in read_places().states and parts[0] != "Washington":
        return {"organisation": 3.0, "place": 1.0}
    if parts[0] == "Air" and parts[-1] not in {"Force", "Base", "Show", "Raid", "Max"}:
        return {"organisation": 4.0}
    return {"organisation": 3.0} if is_team(parts) else by_first_word(parts)


def by_first_word(parts: list[str]) -> Scores:
    """What the first word tells by itself, in English and in other languages."""
    if parts[0] in organisations.FOREIGN_FIRST_WORDS:
        return {"organisation": 4.0}
    particle = parts[1].lower().partition("-")[0] in titles.PARTICLES
    if parts[0] in places.HOUSES or (parts[0] in places.FOREIGN_FIRST_WORDS and particle):
        return {"place": 4.0}
    if parts[0] in places.NAMED_AFTER:
        if is_given(parts[0]) and (is_given(parts[-1]) or is_surname(parts[-1])):
            return {"person": 2.5, "place": 1.5}
        plain = 3.0 if is_common(parts[0].lower()) else 2.0
        return {"person": 1.0, "place": plain} if is_given(parts[-1]) else {"place": 4.0}
    event = parts[0] in events.NAMED_AFTER or storm_name(parts)
    return {"event": SURE} if event else {}


def is_team(parts: list[str]) -> bool:
    """Whether a known place stands before a plural: "San Rafael Pelicans"."""
    if not parts[-1].endswith("s") or parts[-1] in places.LAST_WORDS or len(parts) < 3:
        return False
    owner = look_up(" ".join(parts[:-1]))
    return owner is not None and owner.known in {"city", "region"}


def by_last_word(parts: list[str]) -> Scores:
    """What the last word tells, as "Ministry", "River" and "Cup" do."""
    last = parts[-1]
    if last == "Games" and is_host(" ".join(parts[:-1])):
        return {"event": SURE}
    if last in places.BUILDINGS or (last in places.LAST_WORDS and len(parts) > 2):
        return {"place": SURE}
    personal = looks_personal(parts) and is_given(parts[0]) and is_surname(last)
    if len(parts) == 2 and last in ODD_SURNAMES and is_given(parts[0]) and not is_common(parts[0].lower()):
        return {"person": 4.0}
    if last in organisations.LAST_WORDS or last in places.PREMISES:
        told = last in organisations.GENERIC and last not in places.PREMISES
        personal = personal and len(parts) == 2 and not told
    if not personal:
        for words, scores in LAST_WORDS:
            if last in words:
                return scores
    return {"place": 3.0} if last in DIRECTIONS and not is_given(parts[0]) else {}


def is_host(said: str) -> bool:
    """Whether games may be called after a place or a people: "Athens Games"."""
    entry = look_up(said)
    return entry is not None and entry.known in {"city", "country", "region", "demonym", "adjective"}


ODD_SURNAMES = frozenset(
    "Press Court House Church Temple Hall Park Lake Street Forest Bank Field Post Day Law".split()
)
"""Last words of bodies and places that after a plain first name are surnames: "Jim Press"."""
LAST_WORDS: tuple[tuple[frozenset[str], Scores], ...] = (
    (places.PREMISES, {"organisation": 2.5, "place": 2.0}),
    (organisations.UNDERTAKINGS, {"other": 3.0, "organisation": 1.0}),
    (organisations.LAST_WORDS & (places.LAST_WORDS | events.LAST_WORDS), {"organisation": 4.0}),
    (organisations.LAST_WORDS, {"organisation": SURE}),
    (places.LAST_WORDS, {"place": SURE}),
    (events.LAST_WORDS, {"event": SURE}),
    (events.OTHER_LAST_WORDS, {"other": SURE}),
)
"""What the last word of a name tells, the first that applies."""


def looks_personal(parts: list[str]) -> bool:
    """Whether the words read as a person's name: a first name, or a family name, at its start."""
    if len(parts) > 5 or parts[0] == "The":
        return False
    if all(part.isupper() and len(part) > 2 for part in parts) and len(parts[-1]) > 3:
        return is_given(parts[0].title())
    plain = [part for part in parts if part not in titles.NAME_SUFFIXES]
    if len(plain) < 2 or any(part in {"of", "for", "and", "&", "'s"} for part in plain):
        return False
    if plain[0] in titles.FAMILY_FIRST or any(is_initial(part) for part in plain[:-1]):
        return True
    if are_initials(plain[0]) and len(plain) == 2:
        return is_surname(plain[-1]) or plain[-1].startswith(("Mc", "O'"))
    return begins_personally(plain)


def begins_personally(plain: list[str]) -> bool:
    """Whether a name begins with a first name, or ends in a surname without odd words before it."""
    if is_given(plain[0]):
        return not (
            is_common(plain[0].lower()) and is_common(plain[-1].lower()) and not is_surname(plain[-1])
        )
    odd = any(is_shouted(part) or part[0].islower() or is_common(part.lower()) for part in plain[:-1])
    return is_surname(plain[-1]) and not odd and plain[-1] not in organisations.LAST_WORDS


def are_initials(part: str) -> bool:
    """Whether two capitals are the initials of first names, "JP", and not of something that is known."""
    return len(part) == 2 and part.isupper() and part.isalpha() and look_up(part) is None


def is_shouted(part: str) -> bool:
    """Whether a word is all capitals, or has a capital inside as products' names do."""
    inner = any(letter.isupper() for letter in part[1:])
    return inner and not is_initial(part) and "-" not in part and not is_surname_with_capital(part)


def is_initial(part: str) -> bool:
    """Whether a word is one or two letters with points."""
    return (
        part.endswith(".")
        and len(part.replace(".", "")) <= 2
        and part[0].isupper()
        and part not in {"St.", "U.S."}
    )


# ---------------------------------------------------------------------------- context
def context_scores(name: Name, words: Words, following: Words) -> Scores:
    """What the words around one place of a name, and the sentence that follows, tell of it."""
    scores: Scores = defaultdict(float)
    if name.titled:
        scores["person"] += 12.0
    if is_quoted_title(name, words):
        scores["other"] += 9.0
    before_name(name, words, scores)
    beside_known(name, words, scores)
    if is_bare(name):
        after_bare(name, words, scores)
        for kind, weight in around(name, words, following):
            scores[kind] += weight
    else:
        after_name(name, words, scores)
    return dict(scores)


def is_quoted_title(name: Name, words: Words) -> bool:
    """Whether quotation marks stand around several unknown words and no more: a film, a song, a book."""
    if name.entry or " " not in name.text or name.after >= len(words):
        return False
    if is_given(words[name.first].text) or words[name.after - 1].text in NAMING:
        return False
    first = name.first - 1 - (name.first > 1 and words[name.first - 1].text == "The")
    after = name.after + (words[name.after].text == "," and name.after + 1 < len(words))
    return first >= 0 and words[first].text in OPENING_QUOTES and words[after].text in CLOSING_QUOTES


NAMING = organisations.LAST_WORDS | organisations.LEGAL_FORMS | events.LAST_WORDS
"""Last words that tell of a body or an event between quotation marks too."""
OPENING_QUOTES = frozenset(["“", '"', "``", "‘"])
CLOSING_QUOTES = frozenset(["”", '"', "''", "’"])


def before_name(name: Name, words: Words, scores: Scores) -> None:
    """Weigh the one or two words before a name."""
    if name.first == 0:
        return
    before = words[name.first - 1].text
    small = before.lower() if name.first == 1 else before
    for told, kind, weight in BEFORE[is_bare(name) :]:
        if small in told and (told is not contexts.SPEECH_VERBS or is_told_of(name, words)):
            scores[kind] += weight
    small = before.lower()
    second = words[name.first - 2].text.lower() if name.first > 1 else ""
    if small == "," and second in contexts.ORGANISATION_DESCRIPTIONS:
        scores["organisation"] += 2.5
    if small == "at" and second in titles.OFFICES:
        scores["organisation"] += 2.7
    before_place(name, words, small, second, scores)
    if (small == "based" and second == "-") or (small == "by" and second in contexts.MADE):
        scores["organisation"] += 2.5 if small == "based" else 1.0
    if small == "'s" and name.text.isupper() and is_country(words[name.first - 2].text):
        scores["organisation"] += 1.0
    if small in {"of", "in", "by", "with"}:
        scores["organisation"] += member_weight(name, small, words[name.first - 2])
    exemplified(words, name.first - 1, scores)
    after_article(name, words, small, scores)
    if small == "'s" and name.first > 1 and is_maker(words[name.first - 2].text):
        scores["other"] += 2.0


def is_of_thing(name: Name, words: Words) -> bool:
    """Whether an article and a verb stand around a name, as of a ship or a river: "the Lena flooded"."""
    article = name.first > 0 and words[name.first - 1].text.lower() == "the"
    if name.titled or name.text.isupper() or not article:
        return False
    after = words[name.after].text if name.after < len(words) else ""
    return after in contexts.ACTING or (is_verb(after) and after.endswith("ed"))


def is_told_of(name: Name, words: Words) -> bool:
    """Whether a name behind a verb of saying may be the one who says: "said Ada", not "said Acme had won"."""
    after = words[name.after].text if name.after < len(words) else "."
    return not is_bare(name) or after in {",", ".", "(", ";"}


def exemplified(words: Words, last: int, scores: Scores) -> None:
    """Weigh the noun of which a name is an example: "charities including the X", "cities such as Y"."""
    last -= 1 if words[last].text == "the" and last else 0
    if words[last].text not in {"as", "including", "like", ":"}:
        return
    if words[last].text == "as":
        last -= 1
        if last < 1 or words[last].text != "such":
            return
    last -= 2 if last > 1 and words[last - 1].text == "," else 1
    noun = words[max(0, last)].text.lower()
    for told, kind in EXAMPLES:
        if noun in told:
            scores[kind] += 2.5


def before_place(name: Name, words: Words, small: str, second: str, scores: Scores) -> None:
    """Weigh what tells that a place follows: "in", "mayor of", "MP for"."""
    if small in places.BEFORE and not (small == "at" and second in titles.OFFICES):
        owner = name.after < len(words) and words[name.after].text == "'s"
        unlike = small != "at" and " " in name.text and not is_given(name.text.split()[0])
        acronym = name.text.isupper() and len(name.text) <= 5
        either = small == "at" and is_bare(name)
        scores["place"] += 0.0 if either else 0.5 if owner or acronym else 3.5 if unlike else 2.0
    if small in places.LANDFORMS and second in {"the", "of", "this"}:
        scores["place"] += 3.5
    if at_end_of_way(name, words):
        scores["place"] += 3.5
    if (small == "of" and second in PLACE_HEADS) or (small == "for" and second in MEMBERS):
        scores["place"] += 4.0


def at_end_of_way(name: Name, words: Words) -> bool:
    """Whether a name tells where a way leads: "ferry to X", "flights from X to Y", "road between X and Y"."""
    place = name.first - 1
    link = words[place].text
    behind = words[name.after].text if name.after < len(words) else ""
    if link in ONE_END:
        start = start_of_run(words, place)
        if start < place and words[start - 1].text == ONE_END[link]:
            place = start - 1
        elif link == "and":
            return False
    elif link not in OTHER_END or OTHER_END[link] != behind:
        return False
    return place > 0 and words[place - 1].text.lower() in contexts.WAYS


def start_of_run(words: Words, after: int) -> int:
    """Where the words with capitals begin that end before the word `after`; `MOST_NAMED` of them at most."""
    start = after
    while start > 1 and words[start - 1].capital and after - start < MOST_NAMED:
        start -= 1
    return start


ONE_END = {"to": "from", "and": "between"}
"""What stands before the other end of a way, by the word before this one."""
OTHER_END = {"from": "to", "between": "and"}
"""What stands before the other end, by the word before the first."""
MOST_NAMED = 3
"""Words of the name of an end."""


EXAMPLES: tuple[tuple[frozenset[str], EntityKind], ...] = (
    (contexts.MANY_BODIES, "organisation"),
    (contexts.MANY_PEOPLE, "person"),
    (contexts.MANY_PLACES, "place"),
    (contexts.MANY_THINGS, "other"),
)
"""Nouns that names are given as examples of, with their kind."""


MEMBERS = frozenset("mp mps mep meps msp td".split())
"""Members of parliaments, who sit for places."""


def is_country(said: str) -> bool:
    """Whether a word is the name of a country."""
    entry = look_up(said)
    return entry is not None and entry.known == "country"


def member_weight(name: Name, before: str, head: Word) -> float:
    """What the word before "of" adds: "shares of", for acronyms also an office or a person's name."""
    if head.text in contexts.CORPORATE_HEADS and before in {"of", "in"}:
        return 3.5
    if not name.text.isupper() or before == "in" or name.first < 2:
        return 0.0
    return 1.0 if head.text in titles.OFFICES else 0.6 if head.capital else 0.0


def after_article(name: Name, words: Words, before: str, scores: Scores) -> None:
    """Weigh an article: people have none, and single names that have one are things oftener than bodies."""
    single = " " not in name.text and not name.text.isupper()
    if before == "the":
        scores["person"] -= 0.5 if is_given(name.text.split()[0]) and " " in name.text else 2.0
        scores["organisation"] += 0.5
        scores["other"] += 1.0 if single and not name.text.endswith("s") else 0.4
        if is_of_thing(name, words):
            scores["person"] -= 8.0
            scores["other"] += 1.0
    elif before in {"a", "an"} and " " not in name.text:
        scores["other"] += 1.5


def is_maker(said: str) -> bool:
    """Whether a word is the name of a company, of whose things a name may be that follows its possessive."""
    entry = look_up(said)
    return entry is not None and entry.known in {"company", "body"}


BEFORE: tuple[tuple[frozenset[str], EntityKind, float], ...] = (
    (frozenset(["from", "to", "From", "To"]), "place", 0.5),
    (
        frozenset(["left", "leaving", "visited", "visiting", "reached", "toured", "entered", "via"]),
        "place",
        0.8,
    ),
    (contexts.SPEECH_VERBS, "person", 0.8),
    (titles.OFFICES, "person", 3.0),
    (contexts.ORGANISATION_DESCRIPTIONS, "organisation", 3.0),
    (contexts.BOUGHT, "organisation", 0.8),
    (contexts.THING_NOUNS, "other", 3.0),
    (contexts.VESSELS, "other", 6.0),
    (contexts.TITLED_THINGS, "other", 9.0),
    (contexts.TITLED_BODIES, "organisation", 9.0),
    (contexts.NEIGHBOURS, "place", 2.5),
)
"""What the word right before a name adds to which kind, the first not for bare names: "a bid from Acme"."""


def beside_known(name: Name, words: Words, scores: Scores) -> None:
    """Weigh the kind of a known name to which "and" or a comma joins this one."""
    if name.first < 2 or words[name.first - 1].text not in {"and", ","}:
        return
    other = look_up(words[name.first - 2].text)
    if other and other.known in {"body", "company", "city", "country"}:
        kind: EntityKind = "organisation" if other.known in {"body", "company"} else "place"
        scores[kind] += 1.0 if words[name.first - 1].text == "and" else 0.4


def after_name(name: Name, words: Words, scores: Scores) -> None:
    """Weigh the words after a name."""
    rest = [word.text for word in words[name.after : name.after + 9]]
    if not rest:
        return
    after_owner(rest, scores)
    if rest[0] in contexts.SPEECH_VERBS:
        after_speech(rest[1:], scores)
    for told, kind, weight in AFTER:
        if rest[0] in told:
            scores[kind] += weight
    after_verb(name, rest[0], scores)
    after_sign(name, rest, scores)


def after_bare(name: Name, words: Words, scores: Scores) -> None:
    """Weigh the words after a name of which its form tells nothing: that it says something tells little."""
    rest = [word.text for word in words[name.after : name.after + 9]]
    if not rest:
        return
    after_owner(rest, scores)
    if rest[0] in contexts.SPEECH_VERBS and is_subject(name, words):
        speech: Scores = defaultdict(float)
        after_speech(rest[1:], speech)
        scores["person"] += speech["person"]
        scores["organisation"] += 0.7 * speech["organisation"]
        scores["place"] += 0.4 * speech["organisation"]
    for told, kind, weight in BARE_AFTER:
        if rest[0] in told:
            scores[kind] += weight
    after_sign(name, rest, scores)


def after_owner(rest: list[str], scores: Scores) -> None:
    """Weigh what a name owns or stands before: "shares", "'s army", "-based"."""
    owned = rest[1:2] if rest[0] == "'s" else rest[:1]
    if rest[0] in contexts.DISASTERS:
        scores["place"] += 2.0
    if contexts.ORGANISATION_NOUNS.intersection(owned):
        scores["organisation"] += 1.5
    if rest[0] == "'s" and contexts.CALLED_AFTER.intersection(owned):
        scores["person"] += 8.0
    if rest[0] == "'s" and contexts.STATE_NOUNS.intersection(owned):
        scores["place"] += 2.0
    if rest[0] == "'s" and rest[2:3] and rest[1] in contexts.OF_STATES and rest[2] in contexts.STATELY:
        scores["place"] += 3.0
    if rest[:2] == ["-", "based"]:
        scores["place"] += 4.0


def after_verb(name: Name, said: str, scores: Scores) -> None:
    """Weigh that a verb follows: people and acronyms do things."""
    if is_verb(said) and not said.endswith("ing"):
        acronym = name.text.isupper()
        scores["person"] += 0.1 if acronym else 0.3
        scores["organisation"] += 0.6 if acronym else 0.2


def after_sign(name: Name, rest: list[str], scores: Scores) -> None:
    """Weigh what a bracket, a comma, or a word such as "is" brings after a name."""
    following = rest[1] if len(rest) > 1 else ""
    if rest[0] == "'s" and name.text.isupper() and is_given(following):
        scores["organisation"] += 0.8
    if rest[0] in contexts.BOUGHT and following[:1].isupper():
        scores["organisation"] += 0.8
    if rest[0] == "in" and following[:1].isupper() and name.text.split()[-1] in places.PREMISES:
        scores["place"] += 1.0
    if rest[0] == "(" and following.isupper():
        scores["organisation"] += 1.5
    if rest[0] == "and" and len(rest) > 2 and following[0].isupper() and rest[2] in contexts.THING_NOUNS:
        scores["other"] += 2.0
    if rest[0] == ",":
        after_comma(rest[1:], scores)
    elif rest[0] in BEING and following in {"a", "an", "the", "one"}:
        described(rest[1:], scores)


def after_speech(rest: list[str], scores: Scores) -> None:
    """Weigh the pronoun by which a speaker goes on: "said it would" is a body, "said she had" a person."""
    rest = rest[1:] if rest[:1] == ["that"] else rest
    pronoun = rest[0] if rest[1:] and rest[1][0].isalpha() else ""
    if pronoun in {"it", "its"}:
        scores["organisation"] += 1.5
    elif pronoun in {"he", "she"}:
        scores["person"] += 1.0


BEING = frozenset(["is", "was", "are", "were", "became"])
AFTER: tuple[tuple[frozenset[str], EntityKind, float], ...] = (
    (contexts.SPEECH_VERBS, "person", 1.5),
    (contexts.SPEECH_VERBS, "organisation", 0.8),
    (contexts.PERSON_VERBS - contexts.SPEECH_VERBS, "person", 0.7),
    (contexts.THING_NOUNS, "other", 2.5),
    (contexts.CORPORATE_VERBS, "organisation", 1.2),
    (contexts.NAMED_BODIES, "organisation", 2.0),
    (contexts.LED_BY_PEOPLE, "person", 5.0),
)
"""What the word right after a name adds to which kind."""

BARE_AFTER: tuple[tuple[frozenset[str], EntityKind, float], ...] = (
    *((contexts.SPEECH_VERBS, kind, 0.4) for kind in ("person", "organisation", "other")),
    (contexts.PERSON_VERBS - contexts.SPEECH_VERBS - {"was"}, "person", 0.9),
    *AFTER[3:],
)
"""The same after a bare name, where speaking and acting tell little: firms and countries do so too."""


def after_comma(rest: list[str], scores: Scores) -> None:
    """Weigh what follows a name and a comma: an age, "who", a country, a description."""
    if not rest:
        return
    if rest[0] == "who":
        scores["person"] += 3.0
    if rest[0].isdigit() and rest[1:2] in ([","], ["."]) and 10 <= int(rest[0][:4]) < 110:
        scores["person"] += 4.0
    following = look_up(" ".join(rest[:2])) or look_up(rest[0])
    if following and following.known in {"country", "region"} and rest[1:2] != ["'s"]:
        scores["place"] += 2.0
    if rest[0] in {"a", "an", "the", "its", "his", "whose"} or rest[0] in titles.OFFICES:
        described(rest, scores)


def described(rest: list[str], scores: Scores) -> None:
    """Weigh the first noun of a description that tells a kind."""
    for said in rest:
        if said in {",", ".", ";", "that", "who", "which", "of", "in"}:
            return
        if said in titles.OFFICES:
            scores["person"] += 2.5
        elif said in contexts.ORGANISATION_DESCRIPTIONS:
            scores["organisation"] += 2.5
        elif said in contexts.PLACE_DESCRIPTIONS:
            scores["place"] += 2.5
        elif said in contexts.THING_NOUNS:
            scores["other"] += 2.5
