"""Which numbers of a source stand among the figures of its brief."""

import pytest
from samples import brief_of

from briefgen.extract import annotate
from briefgen.model.document import Document
from briefgen.readers.paragraphs import find_blocks

HEAD = "A river rose.\n\nIt rained for days in the north.\n\nThe water came at night.\n\n"
"""Three sentences without a number, behind which a small count may be one in passing."""


def figures_in(sentence: str, head: str = HEAD) -> list[str]:
    """The values and units of the figures of `sentence`, which stands behind `head`."""
    text = head + sentence
    read = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    found = brief_of(annotate(read)).figures
    return [f"{one.value:g} {one.unit}" for one in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two streets in the old town were wet.",
        "She passed three doors and stopped.",
        "The song has four verses.",
        "Ana Ruiz, 34, walked home with her 7-year-old son.",
        "A man aged 51 was there, and a girl who is 12 years old.",
    ],
)
def test_ages_and_few_things_told_in_passing_are_no_figures(sentence: str) -> None:
    assert figures_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Three people drowned.", "3 people"),
        ("The flood left three dead.", "3 dead"),
        ("The party won four seats.", "4 seats"),
        ("The police made two arrests.", "2 arrests"),
        ("Two Germans were hurt.", "2 Germans"),
        ("Two nurses were hurt.", "2 nurses"),
        ("Four missiles fell on the port.", "4 missiles"),
        ("The water rose by 2 metres.", "2 metres"),
        ("Rates rose by 3 percent.", "3 percent"),
        ("It cost $5.", "5 None"),
        ("At least two streets were wet.", "2 streets"),
        ("Twelve streets were wet.", "12 streets"),
        ("The mayor said two streets were wet.", "2 streets"),
    ],
)
def test_what_is_counted_on_purpose_is_a_figure(sentence: str, found: str) -> None:
    assert figures_in(sentence) == [found]


def test_few_of_anything_at_the_head_of_a_source_is_a_figure() -> None:
    assert figures_in("Two streets were wet.", head="") == ["2 streets"]


def test_suspected_and_confirmed_cases_are_two_things() -> None:
    text = "There were 90 suspected cases, 70 suspected cases a day before, and 12 confirmed cases."
    read = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    first, second, third = brief_of(annotate(read)).figures
    assert first.beside == (second.id,)
    assert third.beside == ()
