"""How a source words a number, and which numbers of its headline its text gives too."""

import re

from briefgen.language.english.numbers import COUNTED_PARTICIPLES, STATES
from briefgen.model.annotation import Quantity
from briefgen.model.brief import Figure
from briefgen.synthesis.reading import Reading, sentence_indexes

DECIMALS = re.compile(r"\d[\d,]*\.\d*0(?![\d,.]*\d)")
"""A figure whose last decimal is a nought, which its value does not show."""
SHARE = re.compile(
    r"[½⅓⅔¼¾⅛⅜⅝⅞]|\b(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
    r"|\b(?:in|out of|of)\s",
    re.IGNORECASE,
)
"""Words by which a number is a part of a whole: "two thirds", "one in five"."""
LONGEST_WHOLE = 60
"""Characters of a share with what it is of: longer ones are shown without that."""
DEATHS = frozenset("dead killed death deaths died fatality fatalities".split())
"""Words for people who died, whichever of them a source takes."""
ANYBODY = frozenset("people persons others".split())
"""Words for people of whom another word tells more."""


def worded(source: Reading, quantity: Quantity) -> str | None:
    """The number as the source has it, where its value would be written otherwise; none for all others.

    "41.20" keeps its nought, and a share its words: "nearly a quarter of the crop", "one in five".
    """
    words = " ".join(quantity.span.of(source.text).split())
    share = quantity.value < 1 and not quantity.money and not any(map(str.isdecimal, words))
    if (share or _is_ratio(quantity, words)) and SHARE.search(words):
        return _with_whole(source, quantity, words)
    decimals = DECIMALS.search(words) if quantity.high is None else None
    return decimals.group().replace(",", "") if decimals else None


def _is_ratio(quantity: Quantity, words: str) -> bool:
    """Whether a number is counted over another, which its words end with: "one in five shops"."""
    return quantity.per is not None and words.endswith(quantity.per) and words != quantity.per


def _with_whole(source: Reading, quantity: Quantity, words: str) -> str | None:
    """The words of a share with what it is of, beginning small, as they stand within a line."""
    what = quantity.what
    if what is not None and what.start >= quantity.span.end:
        whole = " ".join(source.text[quantity.span.start : what.end].split())
        words = whole if len(whole) <= LONGEST_WHOLE else words
    return words[0].lower() + words[1:] if not words[0].isdecimal() else None


def without_repeats(source: Reading, found: list[tuple[Quantity, Figure]]) -> list[Figure]:
    """The figures of one source, those of its title left out that its text gives too."""
    titles = [one for one in found if _in_title(source, one[0])]
    text = [figure for quantity, figure in found if not _in_title(source, quantity)]
    repeated = {figure.id for _, figure in titles if any(_is_same(figure, other) for other in text)}
    return [figure for _, figure in found if figure.id not in repeated]


def _in_title(source: Reading, quantity: Quantity) -> bool:
    sentence = source.found.sentences[sentence_indexes(source, quantity.span)[0]]
    return source.found.document.blocks[sentence.block].kind == "title"


def _is_same(one: Figure, other: Figure) -> bool:
    """Whether two numbers of one source are alike and count what may be the same."""
    if (one.value, one.high, one.money, one.per) != (other.value, other.high, other.money, other.per):
        return False
    first, second = _head(one), _head(other)
    if first == second or not (first and second):
        return one.unit != "percent" or other.unit == "percent"
    return (first in ANYBODY and second in OF_PEOPLE) or (second in ANYBODY and first in OF_PEOPLE)


OF_PEOPLE = STATES | COUNTED_PARTICIPLES | DEATHS | ANYBODY
"""Words for people that may stand for "people" of the same number."""


def _head(figure: Figure) -> str:
    """The last word of a unit in the singular; one word for all that tell of deaths."""
    unit = (figure.unit or "").lower().rpartition(" ")[2]
    return "dead" if unit in DEATHS else unit if unit in ANYBODY else unit.removesuffix("s")
