"""Numbers are read with what they count, and names in figures are left alone."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.quantities import find_quantities
from briefgen.extract.sentences import find_sentences
from briefgen.model.annotation import DateMention, Quantity
from briefgen.model.document import Document
from briefgen.model.span import Span
from briefgen.readers.paragraphs import find_blocks

CASES = Path(__file__).parents[1] / "cases" / "quantities.md"
MARKS = re.compile(r"[\[\]{}]")


def quantities(text: str, dates: tuple[DateMention, ...] = ()) -> tuple[Quantity, ...]:
    read = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    return find_quantities(read, find_sentences(read), dates)


def marked(text: str, opening: str, closing: str) -> list[Span]:
    """Where the marks stand in `text` once all marks are taken out."""
    spans = []
    for match in re.finditer(rf"\{opening}([^\{closing}]*)\{closing}", text):
        start = match.start() - len(MARKS.findall(text[: match.start()]))
        spans.append(Span(start, start + len(match[1])))
    return spans


def reading(cell: str) -> list[dict[str, str]]:
    """`40, unit ships; 3` as one table of names and values for each quantity."""
    names = r", (?=(?:unit|bound|high|per|money|what|span) )"
    parts = [re.split(names, part.strip()) for part in cell.split(";") if part.strip()]
    return [{"value": part[0], **dict(item.split(" ", 1) for item in part[1:])} for part in parts]


def cases() -> list[tuple[str, list[dict[str, str]]]]:
    rows = [
        line.strip("\n").strip("|").split("|")
        for line in CASES.read_text("utf-8").splitlines()
        if "|" in line
    ]
    return [(row[0].strip(), reading(row[1])) for row in rows[2:]]


def told(quantity: Quantity, text: str) -> dict[str, str | float | None]:
    return {
        "span": quantity.span.of(text),
        "value": quantity.value,
        "unit": quantity.unit,
        "bound": quantity.bound,
        "high": quantity.high,
        "per": quantity.per,
        "money": quantity.money,
        "what": quantity.what.of(text) if quantity.what else None,
    }


@pytest.mark.parametrize(
    ("sentence", "wanted"), cases(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_quantities_are_read_as_the_table_says(sentence: str, wanted: list[dict[str, str]]) -> None:
    text = MARKS.sub("", sentence)
    dates = tuple(DateMention(span, "date", "") for span in marked(sentence, "{", "}"))

    found = [told(quantity, text) for quantity in quantities(text, dates)]

    spans = [span.of(text) for span in marked(sentence, "[", "]")]
    assert [one["span"] for one in found] == [
        want.get("span", span) for want, span in zip(wanted, spans, strict=True)
    ]
    for one, want in zip(found, wanted, strict=True):
        assert (one["value"], one["high"]) == pytest.approx(
            (float(want["value"]), float(want["high"]) if "high" in want else None)
        )
        assert one["bound"] == want.get("bound", "exact")
        assert [one[name] for name in ("unit", "per", "money")] == [
            want.get(name) for name in ("unit", "per", "money")
        ]
        assert want.get("what", one["what"]) == one["what"]


def test_a_number_inside_an_expression_of_time_is_no_quantity() -> None:
    text = "The siege lasted 12 weeks."

    assert [quantity.unit for quantity in quantities(text)] == ["weeks"]
    assert quantities(text, (DateMention(Span(17, 25), "duration", "P12W"),)) == ()


def test_an_age_is_a_quantity_even_where_it_reads_like_a_duration() -> None:
    text = "She is 12 years old."

    found = quantities(text, (DateMention(Span(7, 19), "duration", "P12Y"),))

    assert [told(quantity, text)["span"] for quantity in found] == ["12 years old"]


def test_the_counted_phrase_stops_before_an_expression_of_time() -> None:
    text = "They sent 40 sacks of grain Friday."

    (found,) = quantities(text, (DateMention(Span(28, 34), "date", "2024-10-18"),))

    assert told(found, text)["what"] == "sacks of grain"


def test_a_row_of_digits_too_long_for_a_count_is_no_quantity() -> None:
    assert quantities(f"Key {'9' * 400} opens {'9' * 400} doors.") == ()


def test_a_sentence_without_end_is_read_to_its_last_quantity() -> None:
    text = "salt and " * 20_000 + "40 boats"

    assert [told(quantity, text)["span"] for quantity in quantities(text)] == ["40 boats"]


PIECES = st.sampled_from(
    "1 12 1,500 3.5 5% $ £ - – / . , of the and to or more than between people million half a dozen two "
    "hundred US per day percent year old aged ( ) '".split()
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=40), st.sampled_from(["", " "]))
def test_quantities_stand_in_order_within_their_sentences(words: list[str], between: str) -> None:
    text = between.join(words)
    read = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    sentences = find_sentences(read)

    found = find_quantities(read, sentences, ())

    assert found == find_quantities(read, sentences, ())
    for quantity in found:
        assert quantity.span.of(text)
        assert any(sentence.span.holds(quantity.span) for sentence in sentences)
        assert quantity.what is None or any(sentence.span.holds(quantity.what) for sentence in sentences)
        assert quantity.high is None or quantity.value < quantity.high
        assert (quantity.bound == "range") == (quantity.high is not None)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "two ",
        "million ",
        "1,",
        "12-",
        "5 of 7 ",
        "of the ",
        "a hundred and ",
        "1 to 2 and ",
        "x 3 y, ",
        "9/",
    ],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    def seconds(repeats: int) -> float:
        start = time.process_time()
        quantities("Two " + unit * repeats)
        return time.process_time() - start

    short, long = seconds(1_000), seconds(10_000)

    assert long < 60 * max(short, 0.002)
