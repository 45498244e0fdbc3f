"""A sentence is cut into clauses that can stand by themselves."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.clauses import find_clauses
from briefgen.extract.sentences import find_sentences
from briefgen.model.document import Document
from briefgen.readers.paragraphs import find_blocks

CASES = Path(__file__).parents[1] / "cases" / "clauses.md"


def document(text: str) -> Document:
    return Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))


def clauses(text: str) -> list[str]:
    source = document(text)
    return [clause.of(text) for clause in find_clauses(source, find_sentences(source))]


def cases() -> list[tuple[str, str, list[str]]]:
    rows = [line.strip("|\n ").split(" | ") for line in CASES.read_text("utf-8").splitlines() if "|" in line]
    return [(title, sentence, cut.split(" ¦ ")) for title, sentence, cut in rows[2:]]


@pytest.mark.parametrize(
    ("title", "sentence", "wanted"), cases(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_clauses_are_cut_as_the_table_says(title: str, sentence: str, wanted: list[str]) -> None:
    assert clauses(sentence) == wanted


def test_a_clause_never_crosses_the_end_of_a_sentence() -> None:
    assert clauses("The dam held. The road did not.") == ["The dam held", "The road did not"]


PIECES = [
    "since ",
    "that ",
    "which ",
    "and ",
    "he ",
    "left ",
    "was ",
    ", ",
    ". ",
    "; ",
    "— ",
    '"',
    "The dam ",
    "in ",
    "May ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80))
def test_any_text_gives_clauses_inside_their_sentences_twice_alike(text: str) -> None:
    source = document(text)
    sentences = find_sentences(source)
    found = find_clauses(source, sentences)
    assert found == find_clauses(source, sentences)
    for clause in found:
        assert clause.length > 0
        assert any(sentence.span.holds(clause) for sentence in sentences)
    assert all(any(sentence.span.holds(clause) for clause in found) for sentence in sentences)


@pytest.mark.parametrize("text", ["since he left, " * 60_000, "and " * 200_000, "; " * 300_000])
def test_a_long_line_is_cut_in_time(text: str) -> None:
    start = time.perf_counter()
    clauses(text)
    assert time.perf_counter() - start < 20
