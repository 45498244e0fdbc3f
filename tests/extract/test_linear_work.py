"""Reading takes work in proportion to the length of the text, whatever the text is."""

import gc
import sys
import time
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Protocol, TypeVar

import pytest

from briefgen.cli.listing import as_jsonl
from briefgen.extract.claims import find_claims
from briefgen.extract.clauses import find_clauses
from briefgen.extract.dates import find_dates
from briefgen.extract.entities import find_entities
from briefgen.extract.quantities import find_quantities
from briefgen.extract.sentences import find_sentences
from briefgen.model.annotation import Annotated
from briefgen.model.document import Document
from briefgen.model.source import Metadata
from briefgen.readers.encoding import decode
from briefgen.readers.paragraphs import find_blocks
from briefgen.readers.remarks import remarks_on

HARD = {
    "prose": "The ministry said on Monday that 40 ships had left the port of Kiel. ",
    "one sentence": "the ministry said on Monday that 40 ships had left the port of Kiel, and ",
    "one line of words": "a line of plain words that goes on and on without any mark ",
    "paragraphs": "He said so.\n\n",
    "short lines": "a\n",
    "items": "- one\n",
    "wrapped lines": "the harbour was closed for most of the night and then opened\n",
    "no spaces": "abcdefgh",
    "quotation marks": '"',
    "quotation marks apart": '" ',
    "opening quotation marks": "“a ",
    "quotations": "“a” ",
    "single quotation marks": "'a ",
    "guillemets": "«a",
    "nested quotations": '"he said, ',
    "apostrophes": "'",
    "curly apostrophes": "’",
    "possessives": "'s ",
    "brackets": "(",
    "brackets apart": "( ",
    "square brackets": "[",
    "dots": ".",
    "dots apart": ". ",
    "ellipses": "…",
    "cries": "!",
    "commas": ", ",
    "colons": ": ",
    "dashes": "-",
    "dashes apart": "- ",
    "long dashes": "—",
    "strokes": "/",
    "underlines": "_",
    "stars": "*",
    "hyphens": "a-",
    "spaces": "a            ",
    "tabs": "a\t",
    "addresses": "https://x.y/",
    "capitals": "A",
    "capitals apart": "A ",
    "initials": "J. ",
    "abbreviations": "U.S. ",
    "names": "Anna Berg, ",
    "one name": "Anna ",
    "names joined": "Berg and ",
    "places joined": "Kiel and Bonn, ",
    "of": "Bank of ",
    "roles": "Berg, the mayor of Kiel, ",
    "titles": "President ",
    "names before colons": "Berg: ",
    "said": "said ",
    "he said": "he said that ",
    "Berg said": "Berg said ",
    "according to": "according to ",
    "who said": "Berg, who said ",
    "allegations": "allegations by Berg that ",
    "corrections": "An earlier version of this article wrongly said that Berg was ill. ",
    "corrections without an end": "an earlier version of this article, as first published, ",
    "we said": "we wrongly on 3 May ",
    "in earlier versions": "in an earlier version of this story, ",
    "articles about": "Correction: an article on Monday about (a",
    "withdrawn": "Berg has withdrawn that statement. ",
    "not": "not ",
    "if": "if ",
    "May": "May ",
    "days of May": "May 5, ",
    "last": "last ",
    "days": "the day of ",
    "ago": "two days ago ",
    "figures": "7",
    "figures apart": "12 ",
    "figures joined": "1-",
    "figures and commas": "1,",
    "figures and dots": "1.",
    "list numbers": "1. ",
    "numbers": "12 boats and 3,500 men, ",
    "number words": "five ",
    "million": "million ",
    "hundred": "hundred and ",
    "dollars": "$",
    "writing from right to left": "\u202e",
    "letters beyond the first plane": "𝒜 ",
    "accents apart": "e\u0301",
}
"""Units that make a hard text when they are repeated."""

LENGTH = 2_500
"""Characters of the shorter text; the longer one has four times as many."""


def names(length: int) -> str:
    """Names of people, all different."""
    words = (f"{chr(65 + n % 26)}{'aeiou'[n % 5]}{'lmnr'[n // 26 % 4]}{n:b} Berg, " for n in range(length))
    text = "".join(words).replace("0", "o").replace("1", "i")
    return text[:length]


def repeated(unit: str) -> Callable[[int], str]:
    return lambda length: unit * (length // len(unit))


TEXTS: Mapping[str, Callable[[int], str]] = {
    **{name: repeated(unit) for name, unit in HARD.items()},
    "names, all different": names,
}

Result = TypeVar("Result")


class Measure(Protocol):
    """Calls a stage and notes, under its name, what it costs."""

    def __call__(self, name: str, stage: Callable[[], Result]) -> Result: ...


def read(text: str, measure: Measure) -> None:
    """Everything that `briefgen extract` does to `text`, each stage through `measure`."""
    data = text.encode()
    decoded = measure("decoding", lambda: decode(data))
    measure("remarks", lambda: remarks_on(text))
    blocks = measure("blocks", lambda: find_blocks(text))
    day = Metadata(published="2024-10-18")
    document = Document("a", "a", "text/plain", "utf-8", "", len(data), decoded.text, blocks, day)
    sentences = measure("sentences", lambda: find_sentences(document))
    dates = measure("dates", lambda: find_dates(document, sentences))
    entities = measure("entities", lambda: find_entities(document, sentences))
    clauses = measure("clauses", lambda: find_clauses(document, sentences))
    quantities = measure("quantities", lambda: find_quantities(document, sentences, dates))
    claims = measure("claims", lambda: find_claims(document, sentences, entities))
    found = Annotated(document, sentences, clauses, dates, quantities, entities, claims)
    measure("JSON", lambda: as_jsonl(found))


def seconds(text: str) -> dict[str, float]:
    """Seconds of the processor that each stage takes."""
    taken: dict[str, float] = {}

    def timed(name: str, stage: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = stage()
        taken[name] = time.process_time() - start
        return result

    gc.collect()
    gc.disable()  # a full collection costs what all tests before have left behind
    try:
        read(text, timed)
    finally:
        gc.enable()
    return taken


def calls(text: str) -> dict[str, int]:
    """How many functions, of Python and of C, each stage calls: the same on every machine."""
    made: dict[str, int] = {}

    def counted(name: str, stage: Callable[[], Result]) -> Result:
        made[name] = 0

        def count(frame: FrameType, event: str, argument: object) -> None:
            made[name] += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            return stage()
        finally:
            sys.setprofile(None)

    read(text, counted)
    return made


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    seconds("Anna Berg said on Monday that 40 ships had left Kiel.")


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_four_times_as_long_takes_four_times_the_calls(name: str) -> None:
    text = TEXTS[name]
    seconds(text(LENGTH // 4))  # what is worked out once for a kind of expression

    short, long = calls(text(LENGTH)), calls(text(4 * LENGTH))

    assert {
        stage: (short[stage], long[stage]) for stage in long if long[stage] > 5 * short[stage] + 500
    } == {}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_four_times_as_long_takes_no_more_than_eight_times_as_long(name: str) -> None:
    text = TEXTS[name]
    slow: dict[str, tuple[float, float]] = {}

    for _ in range(3):  # a busy machine may disturb one measurement, not three
        short, long = seconds(text(LENGTH)), seconds(text(4 * LENGTH))
        slow = {
            stage: (short[stage], long[stage]) for stage in long if long[stage] > 8 * max(short[stage], 0.005)
        }
        if not slow:
            break

    assert slow == {}


@pytest.mark.parametrize(
    ("name", "length"),
    [
        ("one line of words", 5_000_000),
        ("prose", 500_000),
        ("items", 300_000),
        ("one sentence", 500_000),
        ("quotation marks", 100_000),
        ("names, all different", 300_000),
        ("numbers", 300_000),
    ],
)
def test_a_very_long_text_takes_no_longer_for_each_character(name: str, length: int) -> None:
    text = TEXTS[name]

    short = sum(seconds(text(length // 20)).values())
    long = sum(seconds(text(length)).values())

    assert long < 3 * 20 * max(short, 0.02)
