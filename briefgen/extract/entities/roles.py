"""Find a text's own words for what a person is, before and after the name."""

from briefgen.extract.entities.lists import is_verb
from briefgen.extract.entities.names import Name
from briefgen.extract.entities.words import Word, is_function_word, is_opener, span_of
from briefgen.language.english.names import contexts, organisations, titles
from briefgen.language.english.names.common_capitalised import CALENDAR, FUNCTION_WORDS
from briefgen.model.span import Span

Words = tuple[Word, ...]

LONGEST = 16
"""Words of the longest role that is taken; descriptions that go on longer are sentences of their own."""
ENDS = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "who",
        "said",
        "says",
        "told",
        "was",
        "is",
        "has",
        "had",
        "and",
        "—",
        "–",
        '"',
        "”",
        "that",
        "which",
        "whose",
        "after",
        "when",
        "while",
    ]
)


def roles_of(name: Name, words: Words) -> tuple[Span, ...]:
    """The roles that stand right before and right after one mention of a person."""
    found = (role_before(name, words), role_after(name, words))
    return tuple(span for span in found if span)


def role_before(name: Name, words: Words) -> Span | None:
    """The title or trade before a name, with the names and adjectives that belong to it."""
    last = name.first - 1
    first = last if last >= 0 and ends_role_before(words[last]) else office_of(words, last)
    if first is None:
        return None
    while first > 0 and last - first < LONGEST and belongs(words, first - 1):
        first -= 1
    while first < last and words[first].text.lower() in {"and", "of", "the", "for", "&", "'s", "-"}:
        first += 1
    if all(word.text.lower().rstrip(".") in MANNERS for word in words[first : last + 1]):
        return None
    while words[last].text.lower().rstrip(".") in MANNERS:
        last -= 1
    return span_of(words, first, last + 1)


MANNERS = frozenset("dr sir dame lord lady madame monsieur herr frau señor mlle mme mademoiselle".split())
"""Forms of address that by themselves say nothing of what a person is."""


def ends_role_before(word: Word) -> bool:
    """Whether a word is an office, a trade or a title."""
    return word.text.lower().rstrip(".") in ROLE_ENDS


def office_of(words: Words, last: int) -> int | None:
    """Where an office begins whose department ends right before a name: "Minister for Foreign Affairs"."""
    for number in range(last - 1, max(0, last - 5), -1):
        if words[number].text in {"of", "for"}:
            department = all(word.capital or word.text == "the" for word in words[number + 1 : last + 1])
            office = words[number - 1].text.lower() in OFFICES_OF
            return number - 1 if department and office else None
    return None


OFFICES_OF = frozenset(office.lower() for office in titles.OFFICES_OF)
ROLE_ENDS = (
    titles.OFFICES
    | {title.lower() for title in titles.TITLE_WORDS | titles.FIRST_TITLE_WORDS}
    | {title.lower().rstrip(".") for title in titles.HONORIFICS} - {"mr", "mrs", "ms", "miss", "mx", "messrs"}
    | {"state", "treasury", "staff", "defense", "defence"}
)


MODIFIERS = titles.MODIFIERS | ROLE_ENDS | contexts.ORGANISATION_DESCRIPTIONS | organisations.AGENCY_NOUNS


def belongs(words: Words, number: int) -> bool:
    """Whether a word before a title is part of the role."""
    word = words[number]
    small = word.text.lower()
    if word.text in {",", ".", ";", ":", "(", ")"} or (not words[number + 1].joined and word.text != "'s"):
        return False
    if small in {"of", "for", "and"}:
        owner = words[number - 1].text if number else ""
        headed = owner.lower() in ROLE_ENDS or owner in organisations.FIRST_WORDS
        return headed and words[number + 1].text != "the"
    if small == "the":
        return words[number - 1].text.lower() in {"of", "for"} if number else False
    if (
        word.capital
        and word.text != "First"
        and (is_function_word(word) or opens_sentence(word) or word.text in CALENDAR)
    ):
        return False
    hyphen = word.text == "-" and word.end == words[number + 1].start
    return word.capital or hyphen or word.text in {"'s", "&"} or small in MODIFIERS


def opens_sentence(word: Word) -> bool:
    """Whether a word has its capital only from opening a sentence, and is no "Former"."""
    return word.text != "Former" and (
        is_opener(word) or (word.opens and (is_verb(word.text.lower()) or word.text.endswith("ly")))
    )


def role_after(name: Name, words: Words) -> Span | None:
    """The description between the comma after a name and the next, where it calls the person something."""
    first = name.after + 1
    if first >= len(words) or words[name.after].text != ",":
        return None
    if words[first].text.isdigit() and first + 2 < len(words) and words[first + 1].text == ",":
        first += 2
    if words[first].text in {"a", "an", "the", "its", "his", "her"}:
        first += 1
    after = first
    while after < len(words) and after - first < LONGEST and not ends_role(words, after, first):
        after += 1
    head = {word.text.lower() for word in words[first : min(after, first + 7)]}
    closed = after < len(words) and words[after].text in {",", ".", ";", "who", "and", "said", "—", "–", ")"}
    opening = words[first].text.lower() if first < len(words) else ""
    verbal = (
        bool(head & MODALS)
        or is_verb(opening)
        or opening.endswith("ing")
        or opening in FUNCTION_WORDS - {"former"}
    )
    named = not verbal and after > first and closed
    return span_of(words, first, after) if named and head & ROLE_NOUNS else None


MODALS = frozenset("will would can could may might must shall should".split())
ROLE_NOUNS = titles.OFFICES - {"head", "chief", "director"} | {"head", "chief", "director", "secretary"}


def ends_role(words: Words, number: int, first: int) -> bool:
    """Whether a description ends before this word."""
    said = words[number].text
    if said == "and":
        following = words[number + 1].text.lower() if number + 1 < len(words) else ""
        return following not in titles.OFFICES and number - first < 2
    return said in ENDS
