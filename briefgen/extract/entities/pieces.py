"""Cut runs of capitalised words where one name ends and the next begins, and part titles from names."""

from briefgen.extract.entities.lists import is_common, is_given, is_surname, look_up
from briefgen.extract.entities.runs import is_spelled, longest_known
from briefgen.extract.entities.words import Word, surface
from briefgen.language.english.names import companies, contexts, events, organisations, places, titles
from briefgen.language.english.names.organisations import ABBREVIATED

Words = tuple[Word, ...]

CLOSING_TITLES = (titles.TITLE_WORDS - {"Deputy"}) | {
    "Chief",
    "Judge",
    "Executive",
    "MP",
    "MPs",
    "MEP",
}
"""Titles that end a stretch of capitals without belonging to the name before them: "Acme Chief"."""

PREFIXES = ("Pro-", "Anti-", "Non-", "Post-", "Pre-", "Ex-", "Mid-", "Neo-")
"""With a capital after them these make adjectives, whose own capital opens a sentence."""

CODE_DIGITS = 5
"""Digits in a row from which on letters and digits are a code and no model's number."""

TITLE_LAST = titles.TITLE_WORDS | titles.FIRST_TITLE_WORDS
OFFICE_WORDS = TITLE_LAST | titles.TITLE_MODIFIERS
BESIDE_NAMES = titles.HONORIFICS | titles.NAME_SUFFIXES


def split_run(words: Words, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The names inside a run, each with whether a title stands before it."""
    opposing = end - start > 2 and words[start + 1].text in organisations.OPPOSING
    law = any(word.text == "v." for word in words[start + 1 : end - 1])
    if law or opposing or is_spelled(words, start, end):
        return [(start, end, False)]
    if is_vessel(words, start, end):
        return [(start, end, False)]
    titled = ends_office(words, start, end) or heads_speech(words, start, end)
    start = start + 1 if titled else skip_opening(words, start, end)
    found: list[tuple[int, int, bool]] = []
    while start < end:
        after, person = first_piece(words, start, end)
        if after > start:
            found.append((start, after, titled))
        start, titled = (person, True) if person > after else (max(after, start + 1), False)
    return [piece for piece in found if piece[0] < piece[1] and is_name(words, *piece)]


def is_vessel(words: Words, start: int, end: int) -> bool:
    """Whether a run is the name of a vessel, titles and all: "the trawler Lady Jane"."""
    titled = end - start > 1 and words[start].text in titles.INNER_HONORIFICS | titles.FIRST_TITLE_WORDS
    return titled and start > 0 and words[start - 1].text in contexts.VESSELS


def ends_office(words: Words, start: int, end: int) -> bool:
    """Whether the first word ends an office in lower case: "secretary of State Ada Moss"."""
    if start < 2 or end - start < 2 or words[start - 1].text != "of":
        return False
    office = words[start - 2].text in titles.OFFICES and words[start].text in titles.DEPARTMENTS
    return office and words[start + 1].text not in organisations.LAST_WORDS


def heads_speech(words: Words, start: int, end: int) -> bool:
    """Whether an office and a name in capitals head what somebody says: "MINISTER MOSS:"."""
    if start or end - start < 2 or end >= len(words) or words[end].text != ":":
        return False
    shouted = all(word.text.isupper() for word in words[start:end])
    told = words[start].text.title()
    return shouted and (told in TITLE_LAST or told in titles.HONORIFICS)


def skip_opening(words: Words, start: int, end: int) -> int:
    """Past a first word that is no part of the name after it: one that opens the sentence, or a trade."""
    first = words[start]
    small = first.text.lower()
    if end - start > 1 and is_set_before(words, start, end):
        return start + 1
    if (
        end - start < 2
        or first.text in places.NAMED_AFTER
        or is_given(first.text)
        or look_up(first.text)
        or longest_known(words, start, end) > start
    ):
        return start
    if (
        end - start > 2
        and is_given(words[start + 1].text)
        and words[end - 1].text not in organisations.LAST_WORDS
    ):
        trade = small.endswith(("ist", "ologer", "ician"))
        unnamed = trade or (first.opens and (is_common(small) or small.endswith("ed")))
        return start + 1 if unnamed and small not in titles.OFFICES else start
    if not first.opens or first.text in TITLE_LAST or first.text in titles.HONORIFICS or not is_common(small):
        return start
    university = first.text in DATED and words[start + 1].text in organisations.FIRST_WORDS
    named = university or look_up(surface(words, start + 1, end))
    return start + 1 if named or small.endswith("ing") else start


def is_set_before(words: Words, start: int, end: int) -> bool:
    """Whether a word that opens the sentence says what the name after it is: "Insurer Acme", "Former"."""
    first = words[start]
    dated = first.text in ONCE and words[start + 1].text not in OFFICE_WORDS
    trade = first.text.lower() in contexts.TRADES_OF_FIRMS and not is_common(words[start + 1].text.lower())
    return first.opens and (dated or trade) and longest_known(words, start, end) <= start + 1


ONCE = frozenset(["Former", "Retired", "Longtime"])
DATED = ONCE | {"Late"}
"""Words that say when somebody had the office that follows, not part of the body's name."""


def first_piece(words: Words, start: int, end: int) -> tuple[int, int]:
    """Where the first name of a run ends, and where a person's name begins if a title stands between."""
    if look_up(surface(words, start, end)) or end - start == 1:
        return end_without_titles(words, start, end), 0
    title = find_title(words, start, end)
    if title:
        return title
    for tell in (end_of_post, end_of_body, before_model):
        apart = tell(words, start, end)
        if apart:
            return apart, 0
    known = longest_known(words, start, end)
    if known > start and cuts(words, start, known, end):
        return known, 0
    return end_without_titles(words, start, end), 0


def end_of_post(words: Words, start: int, end: int) -> int:
    """Where a post's name ends before its holder's: "ambassador to Vostria Ada Moss"; 0 where none does."""
    before = tuple(word.text.lower() for word in words[max(0, start - 2) : start])
    if before not in {("ambassador", "to"), ("envoy", "to")}:
        return 0
    several = range(start + 1, end - 1)
    return next((number for number in several if is_given(words[number].text)), 0)


def end_of_body(words: Words, start: int, end: int) -> int:
    """Where a body's name ends before a person's full name: "Refugee Council Ada Moss"; 0 where none does."""
    for number in range(start + 1, end - 2):
        if words[number].text in organisations.GENERIC and is_given(words[number + 1].text):
            return number + 1 if words[number + 2].text[0].isupper() else 0
    return 0


def before_model(words: Words, start: int, end: int) -> int:
    """Where an owner's name ends before a make with a number: "Acme Air Boeing 737"; 0 where none does."""
    for number in range(start + 1, end - 1):
        if words[number].text in companies.MODELLED and any(map(str.isdigit, words[number + 1].text)):
            return number
    return 0


def cuts(words: Words, start: int, known: int, end: int) -> bool:
    """Whether the known name at the start of a run is a name apart from what follows it."""
    entry = look_up(surface(words, start, known))
    if entry is None or words[known].text in {"of", "for", "&", "de", "-"}:
        return False
    following = words[known].text
    rest_said = [word.text for word in words[known:end]]
    rest = look_up(surface(words, known, end))
    rest_known = rest is not None
    if rest and entry.known == "body" and rest.known in {"country", "region"}:
        return False
    if entry.known in {"country", "demonym"}:
        personal = is_given(following) or (end - known == 1 and is_surname(following))
        apart_too = rest is not None and rest.known != "city"
        if words[start].text in titles.COUNTRIES_AS_FIRST_NAMES and personal and not apart_too:
            return False
        said = surface(words, start, known)
        apart = (
            said in ABBREVIATED
            or said in organisations.SHORT_NAMES
            or following in organisations.NATIONAL_WORDS
        )
        foreign = entry.known == "demonym" and is_foreign(rest_said)
        person = end - known > 1 and (is_given(following) or foreign)
        return apart or rest_known or person
    if following in organisations.LEGAL_FORMS or following == "Flight" or entry.known == "company":
        return False
    several = known - start > 1 and entry.known in {"body", "place"}
    several = several and following not in organisations.LAST_WORDS
    return (several and end - known > 1) or (
        entry.known == "body" and rest_known and following not in organisations.LAST_WORDS
    )


def is_foreign(said: list[str]) -> bool:
    """Whether the two words after a people's name read as a person's, neither of them a common word."""
    plain = all(word.isalpha() and word.istitle() and not is_common(word.lower()) for word in said)
    return plain and len(said) == 2 and not TELLING.intersection(said)


TELLING = organisations.LAST_WORDS | organisations.LEGAL_FORMS | places.LAST_WORDS | events.LAST_WORDS
"""Words that tell that a name is no person's."""


def find_title(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """Where a name before a title ends and the person's name after it begins."""
    for number in range(end - 2, start - 1, -1):
        if not is_title_at(words, start, number, end):
            continue
        person = number + 1
        if words[person].text in {"of", "for"}:
            person = after_department(words, person, end)
        if person >= end or not may_be_person(words, person, end):
            continue
        return start_of_title(words, start, number), person
    return None


def is_title_at(words: Words, start: int, number: int, end: int) -> bool:
    """Whether the word is a title or honorific in this run."""
    said = words[number].text
    if words[number + 1].text == "'s":
        return False
    if said in titles.HONORIFICS or (said[-1] == "." and said.title() in titles.HONORIFICS):
        return number == start or said not in titles.INNER_HONORIFICS
    if said in titles.RANKS:
        return number == start and is_ranked(words[number + 1 : end])
    if said in titles.TITLE_WORDS or (
        number == start and said.lower() in titles.OFFICES and end - number > 2
    ):
        return True
    return said in titles.FIRST_TITLE_WORDS and is_free_title(words, start, number, end)


def is_ranked(rest: Words) -> bool:
    """Whether the words behind a rank read as a person's name, and not as "World" behind "PC"."""
    first = rest[0].text
    entry = look_up(first)
    plain = is_surname(first) or not is_common(first.lower())
    return is_given(first) or (len(rest) == 1 and plain and (entry is None or entry.known == "city"))


def is_free_title(words: Words, start: int, number: int, end: int) -> bool:
    """Whether a word that may also belong to a name is a title here, by what stands around it."""
    person = end - number > 2 and is_given(words[number + 1].text) and not is_given(words[number - 1].text)
    if words[number].text == "Dean" and end - number == 2 and number == start:
        return False
    if person or (number > start and words[number - 1].text in organisations.GENERIC):
        return True
    before = range(start, number)
    return all(words[place].text in titles.TITLE_MODIFIERS or look_up(words[place].text) for place in before)


def after_department(words: Words, number: int, end: int) -> int:
    """Past "of State", "of the Treasury", "of Homeland Security"."""
    number += 1
    if number < end and words[number].text == "the":
        number += 1
    if number + 1 < end and words[number + 1].text in {"Security", "Affairs", "Relations", "Situations"}:
        number += 1
    return number + 1


def may_be_person(words: Words, start: int, end: int) -> bool:
    """Whether what follows a title reads as a person's name."""
    last = words[end - 1].text
    if end - start > 1 and words[start].text in organisations.GENERIC and not is_given(words[start].text):
        return False
    if end - start == 1 and (
        last in organisations.GENERIC or last in organisations.LAST_WORDS or look_up(last)
    ):
        return is_surname_like(last)
    if words[start].text in {"of", "for", "and", "&"}:
        return False
    surname = end - start > 1 and last in titles.GENERIC_SURNAMES
    if last in organisations.GENERIC and not surname and not is_given(words[start].text):
        return False
    return not (last in organisations.LAST_WORDS and not is_given(words[start].text))


def is_surname_like(said: str) -> bool:
    """Whether a known word is also a person's name, as cities' names often are."""
    entry = look_up(said)
    return said not in organisations.GENERIC and entry is not None and entry.known in {"city", "company"}


def start_of_title(words: Words, start: int, number: int) -> int:
    """Where the title that ends at `number` begins within its run."""
    first = number
    while first > start and part_of_title(words, start, first - 1):
        first -= 1
    return first


def part_of_title(words: Words, start: int, number: int) -> bool:
    """Whether the word belongs to the title after it rather than to a name before it."""
    said = words[number].text
    if said in {
        "House",
        "Senate",
        "State",
        "Treasury",
        "Police",
        "Party",
        "City",
        "Security",
        "and",
        "of",
        "for",
    }:
        return False
    if said == "Labour" and words[number + 1].text in PARTY_TITLES:
        return False
    return said in titles.TITLE_MODIFIERS or said in TITLE_LAST or said in titles.HONORIFICS


PARTY_TITLES = frozenset("MP MPs MEP MEPs MSP MSPs Leader Councillor Candidate".split())
"""Titles before which "Labour" is the party and no department."""


def end_without_titles(words: Words, start: int, end: int) -> int:
    """Where a name ends once a title at its end is left off: "Apple CEO"."""
    if look_up(surface(words, start, end)):
        return end
    cut = end
    while cut > start and words[cut - 1].text in CLOSING_TITLES:
        cut -= 1
    if cut == end:
        return end
    while cut > start and words[cut - 1].text in titles.TITLE_MODIFIERS:
        if look_up(surface(words, start, cut)):
            break
        cut -= 1
    return cut


def is_name(words: Words, first: int, after: int, titled: bool) -> bool:
    """Whether a piece of a run names anything."""
    if words[after - 1].text in {"of", "for", "and", "&"} or is_shouting(words, first, after):
        return False
    if after - first == 1:
        return is_single_name(words[first].text, titled)
    if look_up(surface(words, first, after)):
        return True
    if any(is_unnamed(words[number].text) for number in (first, after - 1)):
        return False
    if all(words[number].text in organisations.NOT_NAMES for number in range(first, after)):
        return False
    return not all(words[number].text in OFFICE_WORDS for number in range(first, after))


def is_shouting(words: Words, first: int, after: int) -> bool:
    """Whether common words are written all in capitals."""
    said = [word.text for word in words[first:after]]
    if not any(part.isupper() and len(part) > 3 for part in said) or look_up(surface(words, first, after)):
        return False
    if all(is_common(part.lower()) for part in said):
        return said[-1].isupper()
    loud = [part for part in said if len(part) > 3]
    return len(said) > 1 and all(map(str.isupper, said)) and all(is_common(part.lower()) for part in loud)


def is_unnamed(said: str) -> bool:
    """Whether letters and digits are a year of accounts, or a code and no model: "FY2021", "GM12345"."""
    if not said[-1].isdigit():
        return False
    return said.startswith("FY") or (len(said) > CODE_DIGITS and said[-CODE_DIGITS:].isdigit())


def is_pair(said: str) -> bool:
    """Whether a hyphen joins two countries or their adjectives: "Franco-German", "Iraq-Jordan"."""
    parts = said.split("-")
    entries = [look_up(part) for part in parts if part not in titles.PAIR_PREFIXES]
    known = all(entry and entry.known in {"country", "demonym", "adjective"} for entry in entries)
    return len(parts) == 2 and known


def is_single_name(said: str, titled: bool) -> bool:
    """Whether one word by itself names anything."""
    if said in BESIDE_NAMES or said in organisations.NOT_NAMES or len(said.replace(".", "")) < 2:
        return False
    if (
        said.startswith(PREFIXES)
        or (said in organisations.LEGAL_FORMS and not look_up(said))
        or is_pair(said)
    ):
        return False
    if titled or look_up(said):
        return True
    if is_unnamed(said):
        return False
    if len(said) == 2 and not said.isupper() and not is_given(said):
        return False
    return said not in organisations.GENERIC and said not in OFFICE_WORDS
