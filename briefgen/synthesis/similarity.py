"""How alike two passages are: the cosine of their words, weighed by how rare they are in the base."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from briefgen.language.english.common_words import COMMON_WORDS

Vector = Mapping[str, float]
"""Words with weights; its length is 1 unless it is empty."""

REMEMBERED = 1024
"""Passages whose words are kept: each is asked for several times, most soon after one another."""

WORD = re.compile(r"\w+(?:[.,]\d+)*")


@lru_cache(maxsize=REMEMBERED)
def terms(text: str) -> tuple[str, ...]:
    """The words of `text` that carry meaning, lower-cased, plural endings off."""
    words = (word.casefold() for word in WORD.findall(text))
    return tuple(
        singular(word) for word in words if word not in COMMON_WORDS and (len(word) > 2 or word.isdigit())
    )


def singular(word: str) -> str:
    """A crude stem: enough to meet "container" in "containers"."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word


def rarity(passages: Iterable[str]) -> Vector:
    """How rare each word is: inverse document frequency (Spärck Jones 1972), `ln((1 + n) / (1 + df)) + 1`."""
    seen: Counter[str] = Counter()
    count = 0
    for passage in passages:
        seen.update(set(terms(passage)))
        count += 1
    return MappingProxyType({word: math.log((1 + count) / (1 + n)) + 1 for word, n in seen.items()})


def vector(text: str, weights: Vector) -> Vector:
    """`text` as a vector of length 1; words unknown to `weights` count as 1."""
    counts = Counter(terms(text))
    raw = {word: n * weights.get(word, 1.0) for word, n in sorted(counts.items())}
    length = math.sqrt(sum(weight * weight for weight in raw.values()))
    return {word: weight / length for word, weight in raw.items()} if length else {}


def likeness(one: Vector, other: Vector) -> float:
    """Cosine of two vectors: 0 without a common word, 1 for the same words."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def centre(vectors: Iterable[Vector]) -> Vector:
    """The mean of `vectors`, of length 1."""
    total: dict[str, float] = {}
    for one in vectors:
        for word, weight in one.items():
            total[word] = total.get(word, 0.0) + weight
    length = math.sqrt(sum(weight * weight for weight in total.values()))
    return {word: weight / length for word, weight in total.items()} if length else {}
