"""Find the names of a text, and drop the capitals that only open a sentence or belong to a headline."""

import msgspec

from briefgen.extract.entities.datelines import dateline_places
from briefgen.extract.entities.lists import LONGEST, Entry, is_common, is_given, look_up
from briefgen.extract.entities.pieces import split_run
from briefgen.extract.entities.runs import runs
from briefgen.extract.entities.words import Word, is_headline, span_of, surface
from briefgen.language.english.names import organisations, places, titles
from briefgen.model.span import Span

Words = tuple[Word, ...]


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
    heading: bool = False
    """Whether it is a whole line: an unknown word, or several common ones."""
    site: bool = False
    """Whether it ends in a common noun for a site: "Sergeyevka training ground"."""


def find_names(sentences: tuple[Words, ...], lower: frozenset[str]) -> list[Name]:
    """Every name of a document, in order; those of headlines in title case only if known otherwise."""
    places = {number: pieces for number, words in enumerate(sentences) if (pieces := dateline_places(words))}
    headlines = {
        number for number, words in enumerate(sentences) if number not in places and is_headline(words)
    }
    found: list[Name] = []
    for number, words in enumerate(sentences):
        if number not in headlines:
            found += names_in(number, words, places.get(number, []))
    found = settle_doubtful(found, lower)
    said = {part: name for name in found if " " in name.text for part in surname(name)}
    said |= {name.text: name for name in found}
    for number in sorted(headlines):
        found += names_in_headline(number, sentences[number], said)
    return sorted(found, key=lambda name: (name.sentence, name.first))


def surname(name: Name) -> tuple[str, ...]:
    """The last word of a name that begins with a first name."""
    parts = name.text.split()
    return (parts[-1],) if is_given(parts[0]) and not is_common(parts[-1].lower()) else ()


def names_in(number: int, words: Words, places: list[tuple[int, int]]) -> list[Name]:
    """The names of one sentence, the places of its dateline first."""
    begin = places[-1][1] if places else 0
    return [place_name(number, words, *piece) for piece in places] + [
        make_name(number, words, first, after, titled)
        for start, end in runs(words)
        if start >= begin
        for first, after, titled in split_run(words, start, end)
    ]


def place_name(number: int, words: Words, first: int, after: int) -> Name:
    """The name of a place in a dateline."""
    text = surface(words, first, after)
    entry = look_up(text)
    return Name(number, first, after, span_of(words, first, after), text, entry=entry, site=entry is None)


def make_name(number: int, words: Words, first: int, after: int, titled: bool) -> Name:
    """The name that the words from `first` to `after` make."""
    text = surface(words, first, after)
    entry = look_up(text) or plural_entry(text)
    end = after + site_noun(words, after, entry)
    if end > after and not titled:
        text = surface(words, first, end)
        return Name(number, first, end, span_of(words, first, end), text, entry=look_up(text), site=True)
    if is_government(words, after, entry):
        return government(number, words, first, after, entry)
    alone = after - first == 1 and words[first].opens and not titled
    doubtful = alone and (entry is None or entry.known in {"city", "company", "other", "adjective"})
    heading = entry is None and not titled and after - first == len(words) and is_heading(words, doubtful)
    return Name(number, first, after, span_of(words, first, after), text, titled, doubtful, entry, heading)


def is_heading(words: Words, doubtful: bool) -> bool:
    """Whether a line heads what follows it and names nobody: an unknown word, or several common ones."""
    if doubtful:
        return True
    last = words[-1].text
    telling = is_given(words[0].text) or last in organisations.LAST_WORDS or last in places.LAST_WORDS
    return not telling and all(is_common(word.text.lower()) for word in words)


def is_government(words: Words, number: int, entry: Entry | None) -> bool:
    """Whether "Government", with its capital, follows a country's name or adjective."""
    if number >= len(words) or words[number].text != "Government" or not words[number].joined:
        return False
    return entry is not None and entry.known in {"country", "demonym"} and entry.code is not None


def government(number: int, words: Words, first: int, after: int, entry: Entry | None) -> Name:
    """The name of a country's government, which stands for the country: "Canadian Government"."""
    text = surface(words, first, after + 1)
    code = entry.code if entry else None
    span = span_of(words, first, after + 1)
    return Name(number, first, after + 1, span, text, entry=Entry("country", text, code))


def plural_entry(text: str) -> Entry | None:
    """The entry of a thing or a people in the plural: "Dreamliners", "Uzbeks"."""
    entry = look_up(text[:-1]) if text.endswith("s") and len(text) > 4 else None
    return entry if entry and entry.known in {"other", "demonym", "adjective"} else None


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


def settle_doubtful(found: list[Name], lower: frozenset[str]) -> list[Name]:
    """The names without the words that have their capital only from opening a sentence."""
    firm = [name for name in found if not (name.doubtful or name.heading)]
    sure = {name.text for name in firm}
    parts = {part for name in firm for part in name.text.split()}
    return [name for name in found if keep(name, sure, parts, lower)]


def keep(name: Name, sure: set[str], parts: set[str], lower: frozenset[str]) -> bool:
    """Whether a name stands on more than its place in the sentence."""
    if name.heading and name.text not in sure and name.text not in parts:
        return False
    small = name.text.lower()
    common = is_common(small)
    if not name.doubtful:
        unknown = name.entry is None and not name.titled and " " not in name.text
        return not (unknown and common and small in lower)
    if name.text in sure:
        return True
    if name.text in parts and not (common and small in lower):
        return True
    if common or small in lower:
        return name.entry is not None and name.entry.known == "city" and small not in lower and not common
    return not (name.text.endswith(COMMON_ENDINGS) and name.entry is None)


COMMON_ENDINGS = ("ing", "ly", "ism", "phobia", "ology", "ness", "tions", "ments")
"""Ends of words that are common ones, though no list has them."""


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
    if start and words[start - 1].text.lower() == "by" and end_of_person(words, start, said) > start + 1:
        return end_of_person(words, start, said)
    for after in range(min(len(words), start + LONGEST), start, -1):
        text = surface(words, start, after)
        telling = after - start > 1 or not is_common(text.lower())
        if text in said or (telling and counts_in_headline(look_up(text))):
            return after
    return end_of_person(words, start, said)


def end_of_person(words: Words, start: int, said: dict[str, Name]) -> int:
    """Where a person's name in a headline ends: a first name with the next, or a surname known by itself."""
    first = words[start].text.title() if words[start].text.isupper() else words[start].text
    following = words[start + 1] if start + 1 < len(words) else None
    full = is_given(first) and not is_common(first.lower()) and following is not None and following.joined
    if full and following and following.capital and not is_common(following.text.lower()):
        return start + 2
    return (
        start + 1
        if first in titles.KNOWN_BY_SURNAME or (first != words[start].text and first in said)
        else start
    )


def counts_in_headline(entry: Entry | None) -> bool:
    """Whether a known name may be taken for one in a line where every word has a capital."""
    return entry is not None and entry.known not in {"other", "company", "adjective"}


def headline_name(number: int, words: Words, start: int, after: int, said: dict[str, Name]) -> Name:
    """The name in a headline, titled where it is in the text."""
    text = surface(words, start, after)
    titled = text in said and said[text].titled
    return Name(number, start, after, span_of(words, start, after), text, titled, False, look_up(text))
