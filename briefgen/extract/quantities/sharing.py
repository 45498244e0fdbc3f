"""Give a bare number the currency of the sum it is compared with: "to 2 million euros from 3 million"."""

import re
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from briefgen.language.english import numbers, units
from briefgen.model.annotation import Quantity
from briefgen.model.span import Span

LONGEST_LINK = 80
"""Characters between two numbers that are compared, at the most."""


def with_shared_money(text: str, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """`found` in one sentence, each bare number with the currency of the sum before or after it.

    It has it where nothing but words of comparing stand between the two, and where its words end in
    "million" or the like: "38.9 million, against 41.2 million euros".
    """
    if not any(is_money(one) for one in found):
        return found
    shared = list(found)
    for place, (one, two) in enumerate(pairwise(found)):
        one = shared[place]
        if is_money(one) and _is_bare_sum(text, two, one) and _links(text, one, two, back=True):
            shared[place + 1] = replace(two, unit=one.unit, money=one.money)
        elif is_money(two) and _is_bare_sum(text, one, two) and _links(text, one, two, back=False):
            shared[place] = replace(one, unit=two.unit, money=two.money)
    return tuple(shared)


def is_money(quantity: Quantity) -> bool:
    """Whether a quantity is a sum in a currency."""
    unit = (quantity.unit or "").lower()
    return quantity.per is None and (quantity.money is not None or unit in units.CURRENCY_NOUNS)


def _is_bare_sum(text: str, quantity: Quantity, other: Quantity) -> bool:
    """Whether a number counts nothing that is named, and is as large as sums are, or as the `other` sum."""
    plain = quantity.unit is None and quantity.money is None and quantity.per is None
    if not plain or quantity.what is not None:
        return False
    return _is_scaled(text, quantity) or (not _is_scaled(text, other) and _is_near(quantity, other))


def _is_scaled(text: str, quantity: Quantity) -> bool:
    """Whether the words of a number end in "million" or the like; before the currency, where they name it."""
    words = quantity.span.of(text).lower().split()
    return any(word in numbers.SCALES or word in numbers.SHORT_SCALES for word in words[-2:])


def _is_near(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be two states of one sum: neither a tenth of the other, nor a year."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return high <= APART * low and not YEARS[0] <= one.value <= YEARS[1]


APART = 10
"""How many times larger a sum may become, at most, where its number bears no currency."""
YEARS = (1800, 2100)
"""Numbers that are more likely years than sums."""


def _links(text: str, one: Quantity, two: Quantity, *, back: bool) -> bool:
    between = Span(one.span.end, two.span.start)
    if between.length > LONGEST_LINK:
        return False
    words = between.of(text).casefold()
    return bool(_comparing().fullmatch(words) or (back and _again().search(words)))


@cache
def _comparing() -> re.Pattern[str]:
    return re.compile(numbers.COMPARING)


@cache
def _again() -> re.Pattern[str]:
    return re.compile(numbers.OF_THE_SAME)
