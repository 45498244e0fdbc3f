"""Find a text's own words for what a person is, before and after the name."""

from collections.abc import Mapping

from briefgen.extract.entities.lists import is_common, is_noun, is_verb
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


Starts = Mapping[int, int]
"""For the number of each word of a name the number of the name's first."""


def roles_of(name: Name, words: Words, starts: Starts) -> tuple[Span, ...]:
    """The roles that stand right before and right after one mention of a person."""
    found = (role_before(name, words, starts), role_after(name, words))
    return tuple(span for span in found if span)


def role_before(name: Name, words: Words, starts: Starts) -> Span | None:
    """The title or trade before a name, with the names and adjectives that belong to it."""
    last = before_comma(name, words)
    first = last if last >= 0 and ends_role_before(words[last]) else office_of(words, last)
    if first is None:
        return None
    while first > 0 and last - first < LONGEST and belongs(words, first - 1, starts):
        first = starts.get(first - 1, first - 1)
    if words[last + 1].text == ",":
        first -= is_introduced_noun(words, first - 1)
        if not is_introduced(words, first, last):
            return None
    while first < last and words[first].text.lower() in LEADING:
        first += 1
    if all(word.text.lower().rstrip(".") in MANNERS for word in words[first : last + 1]):
        return None
    while words[last].text.lower().rstrip(".") in MANNERS:
        last -= 1
    return span_of(words, first, last + 1)


LEADING = frozenset(["and", "of", "the", "for", "&", "'s", "'", "-"])
"""What is left off at the start of a role."""


def before_comma(name: Name, words: Words) -> int:
    """Number of the word that may end a role before a name: right before it, or before the comma there.

    A comma parts a role from a name that itself stands between commas: "its chairman, Sir Ivo Berg, said".
    """
    last = name.first - 1
    while last > 0 and words[last].text in titles.HONORIFICS and words[last - 1].text == ",":
        last -= 1
    closed = name.after < len(words) and words[name.after].text in {",", ".", "-", "—", "–"}
    after = words[name.after + 1].text if name.after + 1 < len(words) else ""
    if last < 1 or words[last].text != "," or not closed or after in {"and", "or"}:
        return name.first - 1
    return last - 1


def is_introduced(words: Words, first: int, last: int) -> bool:
    """Whether the role from `first` to `last`, behind which a comma stands, has an owner or article."""
    owned = any(word.text == "'s" for word in words[first:last])
    return owned or (first > 0 and words[first - 1].text.lower() in OWNERS)


def is_introduced_noun(words: Words, number: int) -> bool:
    """Whether a plain noun between an article and a role tells which: "the harbour master,"."""
    if number < 1 or words[number - 1].text.lower() not in OWNERS:
        return False
    word = words[number].text
    return word.islower() and is_noun(word) and word not in MOMENTS


OWNERS = frozenset("the its his her their our my".split())
"""Words before a role that tell whose it is, or that one is meant."""


MANNERS = frozenset("dr sir dame lord lady madame monsieur herr frau señor mlle mme mademoiselle".split())
"""Forms of address that by themselves say nothing of what a person is."""


def ends_role_before(word: Word) -> bool:
    """Whether a word is an office, a trade or a title."""
    return word.text.lower().rstrip(".") in ROLE_ENDS


def office_of(words: Words, last: int) -> int | None:
    """Where an office begins whose department or post ends before a name: "Minister for Home Affairs"."""
    for number in range(last - 1, max(0, last - 5), -1):
        if words[number].text in {"of", "for", "to"}:
            of_what = words[number + 1 : last + 1]
            apart = words[last + 1].text == "," and words[number].text == "of"
            department = all(
                word.capital or word.text == "the" or (apart and word.text.isalpha()) for word in of_what
            )
            offices = SENT if words[number].text == "to" else titles.OFFICES if apart else OFFICES_OF
            office = words[number - 1].text.lower() in offices
            return number - 1 if department and office else None
    return None


SENT = frozenset("ambassador envoy adviser advisor aide counsel emissary delegate".split())
"""Offices with somebody or somewhere: "ambassador to Peru"."""
OFFICES_OF = frozenset(office.lower() for office in titles.OFFICES_OF)
ROLE_ENDS = (
    titles.OFFICES
    | {title.lower() for title in titles.TITLE_WORDS | titles.FIRST_TITLE_WORDS}
    | {title.lower().rstrip(".") for title in titles.HONORIFICS} - {"mr", "mrs", "ms", "miss", "mx", "messrs"}
    | {rank.lower() for rank in titles.RANKS}
    | {"state", "treasury", "staff", "defense", "defence"}
    | set("official master trustee campaigner volunteer neighbour neighbor paramedic firefighter".split())
)


MODIFIERS = titles.MODIFIERS | ROLE_ENDS | contexts.ORGANISATION_DESCRIPTIONS | organisations.AGENCY_NOUNS


def belongs(words: Words, number: int, starts: Starts) -> bool:
    """Whether a word before a title is part of the role; a name belongs to it whole or not at all."""
    word = words[number]
    if starts.get(number, number) < number:
        return words[number + 1].joined
    if word.text in PARTING or not (words[number + 1].joined or word.text in OWNING):
        return False
    told = SMALL_WORDS.get(word.text.lower())
    if told is not None:
        return told(words, number)
    if word.capital:
        return is_part_in_capitals(words, number)
    hyphen = word.text == "-" and word.end == words[number + 1].start
    hyphen = hyphen or (words[number + 1].text == "-" and word.text.lower() in HYPHENED)
    if hyphen or word.text in OWNING or word.text == "&" or word.text in MODIFIERS:
        return True
    chief = (
        number > 0
        and words[number - 1].text.lower() == "chief"
        and words[number + 1].text in ("officer", "executive")
    )
    return (chief and word.text.isalpha()) or (
        is_noun(word.text) and word.text not in MOMENTS and is_modifier(words, number)
    )


HYPHENED = frozenset("co ex vice non sub".split())
"""What a hyphen joins to an office: "co-founder"."""


def joins(words: Words, number: int) -> bool:
    """Whether "of", "for" or "and" joins what follows it to an office, a body, or, as "and", to a noun."""
    owner = words[number - 1].text if number else ""
    headed = owner.lower() in ROLE_ENDS or owner in organisations.FIRST_WORDS
    plain = number > 0 and (words[number - 1].opens or owner.islower()) and words[number].text == "and"
    paired = plain and not owner.endswith("s") and is_noun(owner.lower())
    return (headed or paired) and words[number + 1].text != "the"


def follows_of(words: Words, number: int) -> bool:
    """Whether "the" stands after "of" or "for"."""
    return number > 0 and words[number - 1].text.lower() in {"of", "for"}


SMALL_WORDS = dict.fromkeys(("of", "for", "and"), joins) | {"the": follows_of}
"""What tells of each small word whether it belongs to the role behind it."""
PARTING = frozenset(",.;:()")


def is_part_in_capitals(words: Words, number: int) -> bool:
    """Whether a capitalised word belongs to the role after it: a name, an owner, or what opens the role."""
    word = words[number]
    if words[number + 1].text in OWNING:
        return word.text.lower() not in MOMENTS and not is_function_word(word)
    if word.text == "First":
        return True
    return not (is_function_word(word) or opens_sentence(word) or word.text in CALENDAR)


OWNING = frozenset(["'s", "'"])
"""What ends an owner: "the bank's", "the teachers'"."""

MOMENTS = frozenset(
    """
    today yesterday tomorrow tonight night morning afternoon evening week month year day hour time moment
    statement interview email e-mail letter message post tweet call video speech report article op-ed
    """.split()
)
"""Nouns before a role that belong to what stands before: "in a statement chief executive Ada Moss said"."""


def is_modifier(words: Words, number: int) -> bool:
    """Whether a noun before a role says which: after a name, an owner or another noun that does.

    After an article or a preposition it may be a thing of its own: "after the match coach X said".
    """
    before = words[number - 1] if number else None
    if before is None or before.text == "'s" or (before.capital and not before.opens):
        return True
    small = before.text.lower()
    return (
        small in SAYING
        or before.text in AFTER_MARKS
        or (is_common(small) and not is_function_word(before) and is_noun(small))
    )


AFTER_MARKS = frozenset([",", ";", ":", '"', "”", "’", "—", "–"])
"""Marks behind which a noun without an article begins a role: "…," hospital director Ada Moss said."""
SAYING = frozenset(["said", "says", "told", "was", "is", "and", "by", "with", "to", "from"])
"""Words before a noun without an article that begins a role: "said hospital director Ada Moss"."""


def opens_sentence(word: Word) -> bool:
    """Whether a word has its capital only from opening a sentence, and is no "Former" and no "Police"."""
    small = word.text.lower()
    verbal = word.opens and (is_verb(small) or small.endswith("ly"))
    return small not in MODIFIERS and (verbal or is_opener(word))


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
