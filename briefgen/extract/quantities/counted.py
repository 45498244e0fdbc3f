"""Read the noun phrase that a number counts."""

from collections.abc import Iterator

import msgspec

from briefgen.extract.quantities.numerals import Token, glued_at, key_at, read_number
from briefgen.language.english import abbreviations, numbers, units

LONGEST = 6
"""Words from the number to the noun it counts; further off another phrase has begun."""
LONGEST_PHRASE = 30
"""Tokens that the words after "of" may take up."""
DETERMINERS = frozenset("the a an its their his her our my all those these this".split())
FIRST_WORDS = DETERMINERS | numbers.SCALES.keys()
"""Words that may stand before the nouns of a phrase: "the 1.2 million"."""
VERBS = frozenset("is are was were has have had will would can could said says say did does do".split())


class Counted(msgspec.Struct, frozen=True):
    """What a number counts: tokens `[first, after)`, the last of which is the noun.

    The unit is the noun with the adjectives that make something else of it: "dead people", "suspected cases".
    """

    unit: str
    first: int
    after: int


class Word(msgspec.Struct, frozen=True):
    """A word of a noun phrase: tokens `[first, after)`, more than one where hyphens join them."""

    first: int
    after: int
    key: str
    """The last part, in lower case."""
    capital: bool
    plural: bool


def _words(tokens: tuple[Token, ...], index: int, most: int) -> Iterator[Word]:
    """The words from `index` to the end of the noun phrase, at most `most`."""
    for _ in range(most):
        if index >= len(tokens) or (_ends_phrase(tokens[index]) and not is_airliner(tokens, index)):
            return
        after = index + 1
        while glued_at(tokens, after) in ("-", "&") and glued_at(tokens, after + 1).isalnum():
            after += 2
        after += _is_model_number(tokens, after)
        models = tokens[after - 1].is_figure and glued_at(tokens, after) == "s"
        after += models
        last = tokens[after - 1]
        if last.key in abbreviations.TITLES and glued_at(tokens, after) == ".":
            after += 1
        yield Word(index, after, last.key, last.text[0].isupper(), models or is_plural(last.text))
        index = after


def is_airliner(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the figure at `index` is the name of an aeroplane: "787 Dreamliner", "737-800 planes"."""
    if tokens[index].text not in units.AIRLINERS:
        return False
    after = index + 1 + 2 * (glued_at(tokens, index + 1) == "-")
    return key_at(tokens, after) in units.AIRCRAFT or glued_at(tokens, after) == "s"


def _is_model_number(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the figure at `index` belongs to the capitals before it: "M16 rifles", "AK 47 rifles"."""
    if index >= len(tokens) or not tokens[index].is_figure:
        return False
    name, glued = tokens[index - 1].text, tokens[index].glued
    short = name.isupper() and len(name) < 4
    return short and (glued or len(tokens[index].text) < 4) and key_at(tokens, index + 1).isalpha()


def _ends_phrase(token: Token) -> bool:
    return (
        not token.is_word or token.key in units.PHRASE_ENDS or token.key == "of" or token.key.endswith("n't")
    )


def is_plural(word: str) -> bool:
    """Whether `word` is a plural noun, as far as its form tells."""
    key = word.lower()
    if key in units.PLURALS:
        return True
    if word[-1:] == "s" and word[:-1].isupper():  # MPs
        return len(word) > 2
    looks = len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "ous", "'s", "’s"))
    return looks and key not in units.NOT_PLURALS


def read_counted(tokens: tuple[Token, ...], index: int, single: bool) -> Counted | None:
    """What is counted by the number before `index`; `single` where that is one."""
    words = tuple(_words(tokens, index, LONGEST))
    head = _single_head(words[:3]) if single else _plural_head(words)
    if head is None:
        return _participle(words, tokens)
    word = words[head]
    first_of_unit = head - _is_one_name(words, head)
    telling = [one for one in words[:first_of_unit] if one.key in units.TELLING_ADJECTIVES]
    unit = " ".join(
        "".join(token.text for token in tokens[one.first : one.after])
        for one in (*telling, *words[first_of_unit : head + 1])
    )
    return Counted(unit, index, word.after)


def _single_head(words: tuple[Word, ...]) -> int | None:
    """Which of `words` is a noun that "one" counts; none where something of an owner's is meant."""
    for place, word in enumerate(words):
        if word.key in units.SINGLES and not word.capital:
            return place
        if word.key.endswith("'s"):
            return None
    return None


def _is_one_name(words: tuple[Word, ...], head: int) -> bool:
    """Whether the noun and the word before it make one unit: "square miles", "New Yorkers"."""
    before = words[head - 1] if head else None
    return before is not None and (
        before.key in units.UNIT_MODIFIERS or (before.capital and words[head].capital)
    )


def _plural_head(words: tuple[Word, ...]) -> int | None:
    """Which of `words` is the plural noun; where that may stand before another plural, the other."""
    plurals = [place for place, word in enumerate(words) if word.plural]
    if not plurals:
        return None
    head = plurals[0]
    for place in plurals[1:]:
        word = words[head]
        if (
            place - head > 3
            or words[place].capital
            or not (word.capital or word.key in units.PLURAL_MODIFIERS)
        ):
            break
        head = place
    return head


def _participle(words: tuple[Word, ...], tokens: tuple[Token, ...]) -> Counted | None:
    """`12 dead`, `40 injured`."""
    if not words or words[0].key not in numbers.COUNTED_PARTICIPLES:
        return None
    return Counted(tokens[words[0].first].text, words[0].first, words[0].after)


def read_complement(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> int:
    """Index after the words that an "of" at `index` adds; `index` itself where there is none.

    Enumerations are taken in whole; a verb, another preposition, or a token in `closed` ends them.
    """
    end = index
    while key_at(tokens, end) == "of" and end - index < LONGEST_PHRASE:
        after = _noun_phrase(tokens, end + 1, closed)
        if after == end + 1:
            break
        end = _enumeration(tokens, after, closed)
    return end


def read_owned(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> int:
    """Index after the counted things at `index` that an owner has, "34 ferries"; 0 where none are counted."""
    after = _noun_phrase(tokens, index, closed) if _is_figure(tokens, index, closed) else index
    return after if after > index + 1 else 0


def read_whole(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> int:
    """Index after the whole at `index` that a share is of: "half the crew", "half its 40 boats"."""
    after = _noun_phrase(tokens, index, closed)
    if tokens[after - 1].key.endswith("'s"):
        return read_owned(tokens, after, closed) or index
    return after


def _noun_phrase(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> int:
    """Index after the noun phrase at `index`; `index` where there is none."""
    start = index
    while key_at(tokens, index) in FIRST_WORDS or _is_figure(tokens, index, closed):
        index += 1
    end = index
    whole = False
    for place, word in enumerate(_words(tokens, index, LONGEST + 2)):
        plain = word.after - word.first == 1
        ended = (whole and not word.plural) or (place and plain and word.key.endswith(("ed", "ly")))
        if word.first in closed or ended:
            break
        end = word.after
        whole = word.plural and not word.capital and word.key not in units.PLURAL_MODIFIERS
    return end if end > index else start


def _is_figure(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> bool:
    return index < len(tokens) and tokens[index].is_figure and index not in closed


def _enumeration(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> int:
    """Index after the further parts of an enumeration whose first part ends at `index`."""
    end = index
    place = index
    for _ in range(LONGEST_PHRASE):
        comma = key_at(tokens, place) == ","
        last = key_at(tokens, place + comma) in ("and", "or", "&")
        if not comma and not last:
            return end
        start = place + comma + last
        after = start if _is_number(tokens, start) else _noun_phrase(tokens, start, closed)
        if after == start:
            return end
        if last:
            return end if _is_clause(tokens, after) else after
        place = after
    return end


def _is_number(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a number, and so another quantity, begins at `index`."""
    return index < len(tokens) and read_number(tokens, index) is not None


def _is_clause(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a verb stands at `index`, so that what comes before it is a subject."""
    key = key_at(tokens, index)
    is_verb = key.endswith("ed") or key in (
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "said",
        "says",
    )
    return is_verb and key not in ("based", "named")
