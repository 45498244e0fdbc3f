"""Take the names that an engine found, in place of those that the rules find."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

import msgspec

from briefgen.extract.engines.values import Named
from briefgen.extract.entities.kinds import NO_MENTIONS
from briefgen.extract.entities.lists import Entry, look_up
from briefgen.extract.entities.names import Name
from briefgen.extract.entities.words import Word, span_of, surface
from briefgen.model.annotation import EntityKind

Words = tuple[Word, ...]

ARTICLES = frozenset({"the", "a", "an"})
"""Words that engines take into a name and that mentions leave out."""


def given_names(
    given: tuple[Named, ...], words: tuple[Words, ...]
) -> tuple[list[Name], dict[str, EntityKind]]:
    """Names and the kind of each text, of what an engine found in sentences of these words.

    A text that the engine finds with several kinds has the one that it has most often, then first.
    """
    found = list(placed(given, words))
    counts: dict[str, Counter[EntityKind]] = {}
    for name, kind in found:
        counts.setdefault(name.text, Counter())[kind] += 1
    kinds = {text: count.most_common(1)[0][0] for text, count in counts.items()}
    return [fitting(name, kinds[name.text]) for name, _ in found], {
        text: kind_in_lists(kind, look_up(text)) for text, kind in kinds.items()
    }


def placed(given: tuple[Named, ...], words: tuple[Words, ...]) -> Iterator[tuple[Name, EntityKind]]:
    """The names with their places among the words, those left out that have no word of their own."""
    numbers = [number for number, sentence in enumerate(words) if sentence]
    starts = [words[number][0].start for number in numbers]
    reached = 0
    for one in given:
        number = numbers[max(0, bisect_right(starts, one.span.start) - 1)] if numbers else -1
        first, after = bounds(one, words[number]) if numbers else (0, 0)
        if first < after and words[number][first].start >= reached:
            span = span_of(words[number], first, after)
            reached = span.end
            yield Name(number, first, after, span, surface(words[number], first, after)), one.kind


def bounds(one: Named, words: Words) -> tuple[int, int]:
    """The words that a name takes in, without an article, marks and a possessive's 's at its ends."""
    first = bisect_right(words, one.span.start, key=lambda word: word.end)
    after = bisect_left(words, one.span.end, key=lambda word: word.start)
    while first < after and (words[first].text.lower() in ARTICLES or not words[first].text[0].isalnum()):
        first += 1
    while first < after and (words[after - 1].text == "'s" or not words[after - 1].text[0].isalnum()):
        after -= 1
    return first, after


def fitting(name: Name, kind: EntityKind) -> Name:
    """The name with what the lists know of it, unless that contradicts the engine."""
    entry = look_up(name.text)
    adjectival = entry is not None and entry.known in NO_MENTIONS
    return msgspec.structs.replace(name, entry=None if adjectival and kind != "other" else entry)


def kind_in_lists(kind: EntityKind, entry: Entry | None) -> EntityKind:
    """The engine's kind; of a place that is a country, "country"."""
    return "country" if kind == "place" and entry is not None and entry.known == "country" else kind
