"""Find the names of a text: runs of capitalised words, cut where one name ends and the next begins."""

import re

import msgspec

from briefgen.extract.name_lists import LONGEST, Entry, first_words, is_common, is_given, look_up
from briefgen.extract.name_words import Word, is_function_word, is_headline, is_opener, span_of, surface
from briefgen.language.english.names import events, organisations, places, titles
from briefgen.language.english.names.common_capitalised import CALENDAR, NUMBERING
from briefgen.model.span import Span

Words = tuple[Word, ...]

DEPARTMENTS = frozenset(
    "State Defense Defence Treasury Homeland Energy Education Health Labor Labour Commerce Transportation "
    "Agriculture Interior Staff Justice War Finance Foreign".split()
)
OFFICES_OF = frozenset(
    ["Secretary", "Minister", "Chief", "Chiefs", "Secretaries", "Ministers", "Undersecretary"]
)
PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
"""An American politician's party and state: "R-Ohio"."""
ABBREVIATED = frozenset(
    ["U.S.", "US", "U.S", "UK", "U.K.", "USA", "U.S.A.", "UN", "U.N.", "EU", "E.U.", "NATO", "DPRK", "ROK"]
)
TITLE_LAST = titles.TITLE_WORDS | titles.FIRST_TITLE_WORDS


class Name(msgspec.Struct, frozen=True):
    """One name where it stands."""

    sentence: int
    first: int
    """Number of its first word in the sentence."""
    after: int
    """Number of the word after its last."""
    span: Span
    text: str
    titled: bool = False
    """Whether a title or an honorific stands right before it."""
    doubtful: bool = False
    """Whether its capital may come from its place in the sentence alone."""
    entry: Entry | None = None
    """What the lists know of it."""
    site: bool = False
    """Whether it ends in a common noun for a site: "Sergeyevka training ground"."""


def find_names(sentences: tuple[Words, ...], lower: frozenset[str]) -> list[Name]:
    """Every name of a document, in order; those of headlines in title case only if the rest of it has them."""
    headlines = {number for number, words in enumerate(sentences) if is_headline(words)}
    found: list[Name] = []
    for number, words in enumerate(sentences):
        if number not in headlines:
            found += names_in(number, words)
    found = settle_doubtful(found, lower)
    said = {name.text: name for name in found}
    for number in sorted(headlines):
        found += names_in_headline(number, sentences[number], said)
    return sorted(found, key=lambda name: (name.sentence, name.first))


def names_in(number: int, words: Words) -> list[Name]:
    """The names of one sentence."""
    return [
        make_name(number, words, first, after, titled)
        for start, end in runs(words)
        for first, after, titled in split_run(words, start, end)
    ]


def make_name(number: int, words: Words, first: int, after: int, titled: bool) -> Name:
    """The name that the words from `first` to `after` make."""
    text = surface(words, first, after)
    entry = look_up(text)
    end = after + site_noun(words, after, entry)
    if end > after and not titled:
        text = surface(words, first, end)
        return Name(number, first, end, span_of(words, first, end), text, entry=look_up(text), site=True)
    alone = after - first == 1 and words[first].opens and not titled
    doubtful = alone and (entry is None or entry.known in {"city", "company", "other", "adjective"})
    return Name(number, first, after, span_of(words, first, after), text, titled, doubtful, entry)


def site_noun(words: Words, number: int, entry: Entry | None) -> int:
    """How many common nouns for a site follow a name that needs them to name the site."""
    following = [word.text for word in words[number : number + 2] if word.joined]
    if entry and entry.known != "city":
        return 0
    if " ".join(following) in places.FACILITY_PAIRS:
        return 2
    if words[number - 1].text.replace(".", "").isupper():
        return 0
    return 1 if entry is None and following[:1] and following[0] in places.SITE_NOUNS else 0


# ---------------------------------------------------------------------------- runs
def runs(words: Words) -> list[tuple[int, int]]:
    """The longest stretches of words that may belong to names."""
    found, number = [], 0
    while number < len(words):
        if not starts_run(words, number):
            number += 1
            continue
        end = end_of_run(words, number)
        found.append((number, end))
        number = end
    return found


def starts_run(words: Words, number: int) -> bool:
    """Whether a run of name words may begin here."""
    word = words[number]
    if not word.capital or word.text in CALENDAR or PARTY_TAG.match(word.text) or is_handle(words, number):
        return False
    if is_function_word(word):
        return word.text in NUMBERING and not word.opens and is_capital_at(words, number + 1)
    if is_opener(word) and not is_capital_at(words, number + 1):
        return False
    return word.text not in {"I", "I'm", "I've", "I'd", "I'll"} and not lower_hyphen_tail(words, number)


def is_handle(words: Words, number: int) -> bool:
    """Whether the word is part of an address: "@somebody", "#tag", "/path"."""
    return number > 0 and words[number - 1].text in {"@", "#", "/"} and words[number - 1].end == words[number].start


def lower_hyphen_tail(words: Words, number: int) -> bool:
    """Whether the word is the end of a compound whose start is in lower case, as in "pro-Russian"."""
    if number < 2 or words[number - 1].text != "-" or words[number - 1].end != words[number].start:
        return False
    return words[number - 2].end == words[number - 1].start and words[number - 2].text.islower()


def end_of_run(words: Words, start: int) -> int:
    """The number of the word after the run that begins at `start`."""
    end = start + 1
    while end < len(words):
        step = next_step(words, start, end)
        if step == 0:
            break
        end += step
    return end


def next_step(words: Words, start: int, end: int) -> int:
    """How many words the run takes in next: one that is capitalised, or a joining word with what follows it."""
    word = words[end]
    if not word.joined and word.text != "'s":
        return 0
    if word.text == "'s":
        return max(0, longest_known(words, start, len(words)) - end)
    if word.capital:
        if camel_after_country(words, start, end):
            return 0
        return 1 if follows_given(words, end) or not (word.text in CALENDAR or is_function_word(word)) else 0
    if word.text[0].isdigit():
        return 0
    if word.text in titles.PARTICLES and is_capital_at(words, end + 1):
        return 2 if word.text not in {"as", "e", "y"} else 0
    if word.text in titles.PARTICLES and word.text in {"de", "van", "von"} and is_capital_at(words, end + 2):
        return 3 if words[end + 1].text in titles.PARTICLES else 0
    return joining_step(words, start, end)


def camel_after_country(words: Words, start: int, end: int) -> bool:
    """Whether a product such as "iThing" follows the name of a country."""
    entry = look_up(surface(words, start, end)) if words[end].text[0].islower() else None
    return entry is not None and entry.known in {"country", "demonym"}


def follows_given(words: Words, number: int) -> bool:
    """Whether a month's name is a surname here: "Theresa May"."""
    return words[number].text in {"May", "March", "August", "June", "April"} and is_given(
        words[number - 1].text
    )


def is_capital_at(words: Words, number: int) -> bool:
    """Whether there is a capitalised word, close to the one before, at this place."""
    if number >= len(words) or not words[number].joined or not words[number].capital:
        return False
    return words[number].text not in CALENDAR and not is_function_word(words[number])


def joining_step(words: Words, start: int, end: int) -> int:
    """How many words "of", "for", "and", "&" and a spaced hyphen bring into a run."""
    said = words[end].text
    if said == "-" and is_given_tail(words, start, end):
        return 2
    if said == "&" and is_capital_at(words, end + 1):
        return 2
    if said == "-" and is_capital_at(words, end + 1):
        return 2 if look_up(f"{words[end - 1].text}-{words[end + 1].text}") else 0
    if said in {"of", "for"}:
        return of_step(words, start, end)
    if said in {"and", "to", "in", "on"} and is_capital_at(words, end + 1):
        return and_step(words, start, end)
    return 0


def is_given_tail(words: Words, start: int, end: int) -> bool:
    """Whether a hyphen and a small syllable end an East Asian given name: "Jong-un", "Ka-ki"."""
    if end + 1 >= len(words) or end - start < 2 or words[end + 1].start != words[end].end:
        return False
    tail = words[end + 1].text
    adjoining = words[end].start == words[end - 1].end and tail.islower() and tail.isalpha() and len(tail) <= 6
    return adjoining and (words[end - 2].text in titles.FAMILY_FIRST or not is_common(tail))


def of_step(words: Words, start: int, end: int) -> int:
    """How many words "of" or "for" brings in: it and "the", where a head stands before and a capital after."""
    article = end + 1 < len(words) and words[end + 1].text == "the"
    target = end + 2 if article else end + 1
    if not is_capital_at(words, target) or (article and not words[end + 1].joined):
        return 0
    head = words[end - 1].text
    if head in OFFICES_OF and words[end].text == "of":
        return target - end + 1 if words[target].text in DEPARTMENTS else 0
    heads = organisations.FIRST_WORDS | (
        places.OF_WORDS | events.FIRST_WORDS if words[end].text == "of" else frozenset()
    )
    whole = surface(words, max(start, end - 1), target + 1)
    return target - end + 1 if head in heads or look_up(whole) else 0


def and_step(words: Words, start: int, end: int) -> int:
    """Two where "and" joins two halves of one name, and not two names."""
    before, following = words[end - 1].text, words[end + 1].text
    whole = max(longest_known(words, first, len(words)) for first in range(max(start, end - 5), end))
    if whole > end:
        return whole - end
    if look_up(before) or longest_known(words, end + 1, len(words)) > end + 1 or words[end].text != "and":
        return 0
    inside = any(words[number].text in {"of", "for"} for number in range(start, end))
    if inside and is_common(following.lower()) and is_common(before.lower()):
        return 2
    after = end + 1
    while is_capital_at(words, after):
        after += 1
    closes = words[after - 1].text in organisations.GENERIC and after - end > 2
    single = (
        is_common(before.lower()) and is_common(following.lower()) and before not in organisations.LAST_WORDS
    )
    return 2 if closes and single else 0


# ---------------------------------------------------------------------------- splitting
def split_run(words: Words, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The names inside a run, each with whether a title stands before it."""
    start = skip_opening(words, start, end)
    found: list[tuple[int, int, bool]] = []
    titled = False
    while start < end:
        after, person = first_piece(words, start, end)
        if after > start:
            found.append((start, after, titled))
        start, titled = (person, True) if person > after else (max(after, start + 1), False)
    return [piece for piece in found if piece[0] < piece[1] and is_name(words, *piece)]


def skip_opening(words: Words, start: int, end: int) -> int:
    """Past a first word that has its capital from opening the sentence, where the rest is a name by itself."""
    first = words[start]
    if not first.opens or end - start < 2 or is_given(first.text) or look_up(first.text):
        return start
    known = longest_known(words, start, end)
    if known > start + 1 or first.text in TITLE_LAST or first.text in titles.HONORIFICS:
        return start
    rest = look_up(surface(words, start + 1, end))
    if is_common(first.text.lower()) and is_given(words[start + 1].text) and end - start > 2:
        return start if first.text.lower() in titles.OFFICES else start + 1
    gerund = first.text.endswith("ing") and is_common(first.text.lower())
    return start + 1 if (rest and is_common(first.text.lower())) or gerund else start


def first_piece(words: Words, start: int, end: int) -> tuple[int, int]:
    """Where the first name of a run ends, and where a person's name begins if a title stands between."""
    if look_up(surface(words, start, end)) or end - start == 1:
        return end_without_titles(words, start, end), 0
    title = find_title(words, start, end)
    if title:
        return title
    known = longest_known(words, start, end)
    if known > start and cuts(words, start, known, end):
        return known, 0
    return end_without_titles(words, start, end), 0


def longest_known(words: Words, start: int, end: int) -> int:
    """Where the longest known name that begins at `start` ends; `start` itself where there is none."""
    if words[start].text in first_words():
        for after in range(min(end, start + LONGEST), start + 1, -1):
            if look_up(surface(words, start, after)):
                return after
    return start + 1 if look_up(words[start].text) else start


def cuts(words: Words, start: int, known: int, end: int) -> bool:
    """Whether the known name at the start of a run is a name apart from what follows it."""
    entry = look_up(surface(words, start, known))
    if entry is None or words[known].text in {"of", "for", "&", "de", "-"}:
        return False
    following = words[known].text
    rest_known = look_up(surface(words, known, end)) is not None
    if entry.known in {"country", "demonym"}:
        apart = surface(words, start, known) in ABBREVIATED or following in organisations.NATIONAL_WORDS
        return apart or rest_known or (is_given(following) and end - known > 1)
    if following in organisations.LEGAL_FORMS or entry.known == "company":
        return False
    several = known - start > 1 and entry.known in {"body", "place"}
    return (several and end - known > 1) or (
        entry.known == "body" and rest_known and following not in organisations.LAST_WORDS
    )


def find_title(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """Where a name before a title ends and the person's name after it begins."""
    for number in range(end - 2, start - 1, -1):
        if not is_title_at(words, start, number, end):
            continue
        person = number + 1
        if words[person].text == "of":
            person = after_department(words, person, end)
        if person >= end or not may_be_person(words, person, end):
            continue
        return start_of_title(words, start, number), person
    return None


def is_title_at(words: Words, start: int, number: int, end: int) -> bool:
    """Whether the word is a title or honorific in this run."""
    said = words[number].text
    if said in titles.HONORIFICS and not (said in {"Lord", "Lady", "Sir", "Miss"} and number > start):
        return True
    if said in titles.TITLE_WORDS or (number == start and said.lower() in titles.OFFICES and end - number > 2):
        return True
    if said not in titles.FIRST_TITLE_WORDS:
        return False
    before = range(start, number)
    return all(words[place].text in titles.TITLE_MODIFIERS or look_up(words[place].text) for place in before)


def after_department(words: Words, number: int, end: int) -> int:
    """Past "of State", "of the Treasury", "of Homeland Security"."""
    number += 1
    if number < end and words[number].text == "the":
        number += 1
    if number < end and words[number].text in {"Homeland", "Foreign"}:
        number += 1
    return number + 1


def may_be_person(words: Words, start: int, end: int) -> bool:
    """Whether what follows a title reads as a person's name."""
    last = words[end - 1].text
    if end - start == 1 and (
        last in organisations.GENERIC or last in organisations.LAST_WORDS or look_up(last)
    ):
        return is_surname_like(last)
    if last in organisations.GENERIC or words[start].text in {"of", "for", "and", "&"}:
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
    return said in titles.TITLE_MODIFIERS or said in TITLE_LAST or said in titles.HONORIFICS


def end_without_titles(words: Words, start: int, end: int) -> int:
    """Where a name ends once a title at its end is left off: "Apple CEO"."""
    if look_up(surface(words, start, end)):
        return end
    cut = end
    while cut > start and words[cut - 1].text in titles.TITLE_WORDS and words[cut - 1].text not in {"Deputy"}:
        cut -= 1
    if cut == end or cut == start:
        return end if cut == end else start
    while (
        cut > start
        and words[cut - 1].text in titles.TITLE_MODIFIERS
        and not look_up(surface(words, start, cut))
    ):
        cut -= 1
    return cut


def is_name(words: Words, first: int, after: int, titled: bool) -> bool:
    """Whether a piece of a run names anything."""
    last = words[after - 1].text
    if last in {"of", "for", "and", "&"}:
        return False
    if all(words[number].text.isupper() and len(words[number].text) > 3 for number in range(first, after)):
        if not look_up(surface(words, first, after)) and all(is_common(words[n].text.lower()) for n in range(first, after)):
            return False
    if after - first > 1:
        return not all(
            words[number].text in titles.TITLE_MODIFIERS | TITLE_LAST for number in range(first, after)
        )
    said = words[first].text
    if said in titles.HONORIFICS or said in organisations.NOT_NAMES or len(said.replace(".", "")) < 2:
        return False
    if len(said) == 2 and not said.isupper() and not look_up(said) and not is_given(said):
        return False
    if look_up(said) or titled:
        return True
    return said not in organisations.GENERIC and said not in TITLE_LAST and said not in titles.TITLE_MODIFIERS


# ---------------------------------------------------------------------------- doubt
def settle_doubtful(found: list[Name], lower: frozenset[str]) -> list[Name]:
    """The names without the words that have their capital only from opening a sentence."""
    sure = {name.text for name in found if not name.doubtful}
    parts = {part for name in found if not name.doubtful for part in name.text.split()}
    return [name for name in found if keep(name, sure, parts, lower)]


def keep(name: Name, sure: set[str], parts: set[str], lower: frozenset[str]) -> bool:
    """Whether a name stands on more than its place in the sentence."""
    small = name.text.lower()
    common = is_common(small)
    if not name.doubtful:
        return not (
            " " not in name.text and small in lower and common and name.entry is None and not name.titled
        )
    if name.text in sure:
        return True
    if name.text in parts and not (common and small in lower):
        return True
    if common or small in lower:
        return name.entry is not None and name.entry.known == "city" and small not in lower and not common
    return not (name.text.endswith(("ing", "ly")) and name.entry is None)


def names_in_headline(number: int, words: Words, said: dict[str, Name]) -> list[Name]:
    """The names of a headline in title case: those that the text has elsewhere, and those of the lists."""
    found: list[Name] = []
    start = 0
    while start < len(words):
        after = longest_said(words, start, said) if words[start].capital else start
        if after > start:
            found.append(headline_name(number, words, start, after, said))
        start = max(after, start + 1)
    return found


def longest_said(words: Words, start: int, said: dict[str, Name]) -> int:
    """Where the longest name that begins at `start`, and is known from the text or the lists, ends."""
    for after in range(min(len(words), start + LONGEST), start, -1):
        text = surface(words, start, after)
        if text in said or (counts_in_headline(look_up(text)) and text.lower() != text):
            if after - start > 1 or text in said or not is_common(text.lower()):
                return after
    return start


def counts_in_headline(entry: Entry | None) -> bool:
    """Whether a known name may be taken for one in a line where every word has a capital."""
    return entry is not None and entry.known not in {"other", "company", "adjective"}


def headline_name(number: int, words: Words, start: int, after: int, said: dict[str, Name]) -> Name:
    """The name in a headline, titled where it is in the text."""
    text = surface(words, start, after)
    titled = text in said and said[text].titled
    return Name(number, start, after, span_of(words, start, after), text, titled, False, look_up(text))
