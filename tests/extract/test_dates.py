"""Expressions of time are found where they stand, and stand for the right stretch of the calendar."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.dates import find_dates
from briefgen.extract.dates.normalisers import NORMALISERS
from briefgen.extract.dates.reckoning import easter, interval, nth_weekday
from briefgen.language.english import time as english
from briefgen.model.annotation import DateMention, Sentence
from briefgen.model.document import Block, Document
from briefgen.model.source import Metadata
from briefgen.model.span import Span

CASES = Path(__file__).parent.parent / "cases" / "dates.md"


class Case(NamedTuple):
    title: str
    published: str | None
    text: str
    expected: tuple[tuple[str, ...], ...]


def cases() -> list[Case]:
    read = []
    for part in CASES.read_text(encoding="utf8").split("\n## ")[1:]:
        title, *lines = part.splitlines()
        named = dict(line.split(": ", 1) for line in lines if re.match("published: |text: ", line))
        rows = tuple(tuple(line[2:].split(" | ")) for line in lines if line.startswith("- "))
        read.append(Case(title, named.get("published"), named["text"], rows))
    return read


def document(*paragraphs: str, published: str | None = None) -> Document:
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block("paragraph", Span(at, at + len(paragraph)), f"paragraph {number}"))
        at += len(paragraph) + 2
    return Document(
        path="a.txt",
        name="a.txt",
        media_type="text/plain",
        encoding="utf-8",
        sha256="",
        size=at,
        text="\n\n".join(paragraphs),
        blocks=tuple(blocks),
        metadata=Metadata(published=published),
    )


def found(*paragraphs: str, published: str | None = "2024-10-18") -> tuple[DateMention, ...]:
    """The mentions in paragraphs of which each sentence ends with a full stop and a space."""
    source = document(*paragraphs, published=published)
    sentences = []
    for number, block in enumerate(source.blocks):
        words = block.span.of(source.text)
        ends = [
            *(m.end() for m in re.finditer(r"(?<![ap]\.m)(?<!\b[A-Z][a-z]{2})\.(?= )", words)),
            len(words),
        ]
        starts = [0, *ends[:-1]]
        sentences += [
            Sentence(Span(block.span.start + start, block.span.start + end), number)
            for start, end in zip(starts, ends, strict=True)
        ]
    return find_dates(source, tuple(sentences))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_expressions_are_found_with_kind_value_and_relation(case: Case) -> None:
    paragraphs = case.text.split(" ¶ ")
    text = "\n\n".join(paragraphs)
    mentions = found(*paragraphs, published=case.published)
    assert [(m.span.of(text), m.kind, m.value, m.relation) for m in mentions] == [*case.expected]


@pytest.mark.parametrize(
    ("expression", "earliest", "latest"),
    [
        ("on 18 October 2024", "2024-10-18", "2024-10-18"),
        ("in February 2024", "2024-02-01", "2024-02-29"),
        ("in 2023", "2023-01-01", "2023-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("in the 19th century", "1800-01-01", "1899-12-31"),
        ("in the third quarter of 2022", "2022-07-01", "2022-09-30"),
        ("in the second half of 2023", "2023-07-01", "2023-12-31"),
        ("last week", "2024-10-07", "2024-10-13"),
        ("last month", "2024-09-01", "2024-09-30"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("yesterday", "2024-10-17", "2024-10-17"),
        ("two weeks ago", "2024-09-30", "2024-10-06"),
        ("30 years ago", "1994-01-01", "1994-12-31"),
        ("on Tuesday night", "2024-10-15", "2024-10-15"),
        ("this weekend", "2024-10-19", "2024-10-20"),
        ("in the summer of 2019", "2019-06-01", "2019-09-23"),
        ("in the winter of 2019", "2018-12-01", "2020-03-21"),
        ("earlier this month", "2024-10-01", "2024-10-18"),
        ("earlier this year", "2024-01-01", "2024-10-18"),
        ("later this year", "2024-10-18", "2024-12-31"),
        ("at 10 p.m. Wednesday", "2024-10-16T22:00", "2024-10-16T22:00"),
        ("at midnight", "2024-10-18", "2024-10-18"),
        ("recently", None, None),
        ("now", None, None),
        ("for two years", None, None),
        ("every Monday", None, None),
        ("in 480 BC", None, None),
    ],
)
def test_a_value_spans_the_days_that_it_can_mean(
    expression: str, earliest: str | None, latest: str | None
) -> None:
    (mention,) = found(f"The gate was shut {expression}.")
    assert (mention.earliest, mention.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("expression", "mod"),
    [
        ("by mid-March", "MID"),
        ("in early 2019", "START"),
        ("in the late 1990s", "END"),
        ("in the mid-19th century", "MID"),
        ("at the beginning of May", "START"),
        ("by year-end", "END"),
        ("late last week", "END"),
        ("in the later part of 2019", "END"),
        ("in March", None),
        ("late on Monday", None),
        ("earlier this month", None),
        ("in the first quarter of 2020", None),
        ("for most of 2020", None),
    ],
)
def test_the_part_of_a_stretch_is_kept(expression: str, mod: str | None) -> None:
    (mention,) = found(f"The gate was shut {expression}.")
    assert mention.mod == mod


def test_the_weekend_of_a_holiday_holds_the_holiday() -> None:
    (mention,) = found("The gate was shut over Labor Day weekend.")
    assert (mention.earliest, mention.latest) == ("2024-08-31", "2024-09-02")


def test_without_a_publication_date_only_full_dates_have_days() -> None:
    mentions = found("It was shut on 4 May 1921, on October 18, last week and on Friday.", published=None)
    assert [(m.earliest, m.latest) for m in mentions] == [("1921-05-04", "1921-05-04")] + [(None, None)] * 3


def test_a_moment_of_publication_counts_by_its_day() -> None:
    (mention,) = found("The gate was shut yesterday.", published="2024-03-01T00:30:00Z")
    assert mention.value == "2024-02-29"


def test_a_publication_date_that_is_none_is_as_good_as_none() -> None:
    (mention,) = found("The gate was shut on Friday.", published="soon")
    assert mention.value == "XXXX-WXX-5"


def test_no_expression_reaches_over_the_end_of_a_paragraph() -> None:
    assert [m.value for m in found("They met on 4", "March 2021 was warm.")] == ["2021-03"]


def test_the_longest_expression_is_taken_once() -> None:
    assert [m.value for m in found("They met on the morning of Friday, Oct. 11, 2024.")] == ["2024-10-11TMO"]


def test_the_tense_is_that_of_the_sentence() -> None:
    mentions = found("They will vote. The count was held on Tuesday.")
    assert [m.value for m in mentions] == ["2024-10-15"]


def test_a_long_history_says_former_and_future_of_times() -> None:
    told = "The former king fled in 1812. He fell ill in 1815 and died in 1816, with no future glory. "
    values = [m.value for m in found(told * 200, published="2009-12-19")]
    assert values[:5] == ["PAST_REF", "1812", "1815", "1816", "FUTURE_REF"]
    assert [m.value for m in found(told, published="2009-12-19")] == ["1812", "1815", "1816"]


@pytest.mark.parametrize(
    "value", ["2024-02-30", "2024-13", "2024-W54", "XXXX-10", "P2D", "PAST_REF", "BC0480", ""]
)
def test_what_is_no_stretch_of_the_calendar_has_no_days(value: str) -> None:
    assert interval(value) is None


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2038, 4, 25)]
)
def test_easter_falls_on_its_sunday(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


def test_the_last_weekday_of_a_month_counts_from_its_end() -> None:
    assert nth_weekday(2024, 5, 1, -1) == date(2024, 5, 27)


def test_every_rule_is_read_and_every_reading_has_a_rule() -> None:
    assert set(NORMALISERS) == set(english.RULES)


WORDS = sorted(
    {word for words in english.CLASSES.values() for word in words}
    | {
        "the",
        "a",
        "of",
        "in",
        "this",
        "that",
        "every",
        "ago",
        "later",
        "and",
        "to",
        "or",
        "end",
        "half",
        "until",
    }
    | {"1", "11", "31", "45", "480", "1998", "2024", "0000", "9999", "10:30", "p.m.", "3/4/24", "2024-02-31"}
    | {
        "1990s",
        "'80s",
        "21st",
        "Q3",
        "FY24",
        "-",
        "–",
        ",",
        ".",
        "'s",
        "o'clock",
        "½",
        "Friday",
        "May",
        "Oct.",
    }
)


def check(text: str, published: str | None) -> None:
    source = document(text, published=published)
    sentences = (Sentence(Span(0, len(text)), 0),)
    mentions = find_dates(source, sentences)
    assert mentions == find_dates(source, sentences)
    at = 0
    for mention in mentions:
        assert at <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text)
        assert mention.value
        assert (mention.earliest is None) == (mention.latest is None)
        assert mention.earliest is None or mention.latest is None or mention.earliest <= mention.latest
        at = mention.span.end


PUBLISHED = st.one_of(st.none(), st.dates().map(date.isoformat))


@given(st.text(), PUBLISHED)
def test_on_any_text_mentions_lie_inside_it_in_order(text: str, published: str | None) -> None:
    check(text, published)


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), PUBLISHED)
def test_on_any_words_of_time_mentions_lie_inside_in_order(text: str, published: str | None) -> None:
    check(text, published)
    check(text.title(), published)


def calls(text: str) -> int:
    """How many calls, of Python and of C, finding the dates of `text` takes."""
    source, sentences = document(text, published="2024-10-18"), (Sentence(Span(0, len(text)), 0),)
    find_dates(source, sentences)
    count = 0

    def count_call(frame: Any, event: str, argument: Any) -> None:  # noqa: ANN401
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(count_call)
    try:
        find_dates(source, sentences)
    finally:
        sys.setprofile(None)
    return count


ODD = [
    "the ",
    "Friday ",
    "twenty-",
    "1-",
    "19 ",
    "two ",
    "last last ",
    "May ",
    "a few ",
    "1,",
    "10:",
    "\n",
    "in the ",
    "of the end ",
    "' ",
]


@pytest.mark.parametrize("piece", [*ODD, "On Friday 300 people met for two years in May. "])
def test_the_work_grows_with_the_length_of_the_text(piece: str) -> None:
    assert calls(piece * 800) <= 2.1 * calls(piece * 400) + 200


@pytest.mark.parametrize(
    "piece",
    [
        *("7", "1,", "1.", "12:", "9/", "x", " ", "\n ", "2024-", "’", "p.", "the end of ", "May "),
        *("Friday ", "two ", "two-", "1990s ", "the last ", "year year ", "Monday night "),
    ],
)
def test_two_hundred_thousand_characters_of_odd_text_are_read(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    assert all(m.span.end <= len(text) for m in find_dates(document(text, published="2024-10-18"), ()))
