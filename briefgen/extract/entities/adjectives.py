"""Tell where a name stands as an adjective to what follows it: "Acme engineers", "UK farmers"."""

from bisect import bisect_left

from briefgen.extract.entities.aliases import Mention
from briefgen.extract.entities.lists import is_common, is_noun, is_verb
from briefgen.extract.entities.words import Word
from briefgen.extract.grammar import KINDS
from briefgen.language.english.names import contexts, titles
from briefgen.language.english.names.common_capitalised import FUNCTION_WORDS
from briefgen.model.span import Span

Words = tuple[Word, ...]

TITLES = titles.TITLE_WORDS | titles.FIRST_TITLE_WORDS
THINGS = frozenset(["organisation", "other", "event"])
NAMED_NOUNS = titles.OFFICES | contexts.ORGANISATION_NOUNS | contexts.ORGANISATION_DESCRIPTIONS
FINITE = frozenset("was were is are will would could should may might must can has have had did does".split())
"""Verbs of which the word before may be the subject."""


def attributive_spans(mentions: list[Mention], words: tuple[Words, ...]) -> frozenset[Span]:
    """The mentions that say of what follows them whose or what it is."""
    starts = {mention.span.start: mention for mention in mentions}
    return frozenset(
        mention.span for mention in mentions if is_attributive(mention, words[mention.sentence], starts)
    )


def is_attributive(mention: Mention, words: Words, starts: dict[int, Mention]) -> bool:
    """Whether a noun, a title before a name, or the name of a body follows right on a name."""
    number = bisect_left(words, mention.span.end, key=lambda word: word.start)
    if number >= len(words) or not words[number].joined:
        return False
    if words[number].text == "-":
        return is_compound(words, number)
    if words[number].capital:
        following = starts.get(words[number].start)
        thing = following is not None and following.kind in THINGS and mention.kind != "person"
        return thing or ends_in_title(words, number)
    return is_before_noun(mention, words, number)


def is_compound(words: Words, number: int) -> bool:
    """Whether a hyphen joins the name before it to a word in lower case: "Oslo-based"."""
    if number + 1 >= len(words) or words[number - 1].end != words[number].start:
        return False
    return words[number].end == words[number + 1].start and words[number + 1].text.islower()


def ends_in_title(words: Words, number: int) -> bool:
    """Whether a title stands here: "Chief Executive", "Press Secretary"."""
    after = number
    while after < len(words) and words[after].joined and is_title(words[after].text):
        after += 1
    return after > number and words[after - 1].text in TITLES


def is_title(said: str) -> bool:
    """Whether a capitalised word may belong to a title before a name."""
    return said in TITLES or said in titles.TITLE_MODIFIERS


def is_before_noun(mention: Mention, words: Words, number: int) -> bool:
    """Whether the lower-case word after a name is a noun of its phrase and not the verb of its sentence."""
    said = words[number].text
    if not (said.isalpha() and said.islower()) or said in FUNCTION_WORDS or said.endswith("ly"):
        return False
    if said in contexts.AFTER_NAMES or not opens_noun_phrase(words, number):
        return False
    if KINDS.get(said) != "verb":
        return True
    first = bisect_left(words, mention.span.start, key=lambda word: word.start)
    if first and words[first - 1].text.lower() in contexts.DETERMINERS:
        return True
    if (
        said in contexts.UNCHANGED_VERBS
        or mention.text.endswith("s")
        or (first and words[first - 1].text == "and")
    ):
        return False
    return not said.endswith("s") or is_followed_by_verb(words, number)


def opens_noun_phrase(words: Words, number: int) -> bool:
    """Whether a word is a noun, a word of no list, or an adjective with one of those after it."""
    said = words[number].text
    if is_noun(said) or said in NAMED_NOUNS:
        return True
    if is_verb(said) or said.endswith(("ed", "ing")):
        return False
    if not is_common(said):
        return True
    following = words[number + 1] if number + 1 < len(words) else None
    return following is not None and following.joined and following.text.islower() and is_noun(following.text)


def is_followed_by_verb(words: Words, number: int) -> bool:
    """Whether the word after is a verb, so that this one is none."""
    if number + 1 >= len(words):
        return False
    said = words[number + 1].text
    return said in FINITE or (is_verb(said) and not said.endswith("ing"))
