"""Sentences end where an English reader would end them."""

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.sentences import find_sentences
from briefgen.model.document import Document
from briefgen.readers.paragraphs import find_blocks

CASES = Path(__file__).parents[1] / "cases" / "sentences.md"


def document(text: str) -> Document:
    return Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))


def sentences(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in find_sentences(document(text))]


def cases() -> list[tuple[str, list[str]]]:
    rows = [line.strip("|\n ").split(" | ") for line in CASES.read_text("utf-8").splitlines() if "|" in line]
    return [(row[0], row[1].replace("\\`", "`").split(" ¦ ")) for row in rows[2:]]


@pytest.mark.parametrize(
    ("shown", "wanted"), cases(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_sentences_end_as_the_table_says(shown: str, wanted: list[str]) -> None:
    assert sentences(" ".join(wanted)) == wanted


def test_a_sentence_never_crosses_the_end_of_a_paragraph() -> None:
    text = "The first line has no full stop\n\nThe second neither"

    found = find_sentences(document(text))

    assert [(sentence.block, sentence.span.of(text)) for sentence in found] == [
        (0, "The first line has no full stop"),
        (1, "The second neither"),
    ]


def test_a_sentence_ends_although_the_space_was_forgotten() -> None:
    assert sentences("The gate was shut.Nobody had a key, and nobody asked.") == [
        "The gate was shut.",
        "Nobody had a key, and nobody asked.",
    ]


def test_names_with_a_point_inside_are_not_cut() -> None:
    text = "The site Harborwatch.com and the Node.js program of St.Clair Ltd. were named."

    assert sentences(text) == [text]


def test_a_text_of_white_space_has_no_sentence() -> None:
    assert find_sentences(document(" \n\t \n")) == ()


PIECES = st.sampled_from(
    [
        *"The dog U.S. Mr. a.m. 3.5 . ! ” ( ) ... • 1. 2. a) b) [1] é *** — https://x.y/z. P.S.".split(),
        '"',
        " ",
        "  ",
        " . . .",
        chr(10),
        chr(10) * 2,
        chr(8232),
    ]
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    read = document(text)
    found = find_sentences(read)

    assert "".join("".join(sentence.span.of(text) for sentence in found).split()) == "".join(text.split())
    for sentence in found:
        words = sentence.span.of(text)
        assert words
        assert words == words.strip()
        assert read.blocks[sentence.block].span.holds(sentence.span)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    "unit", ["word ", "a. ", ". ", '."', "!", "1. a 2. b ", "- ", "[1].", "(A", "* ", "*****x"]
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit: str) -> None:
    def seconds(repeats: int) -> float:
        read = document(unit * repeats)
        start = time.process_time()
        find_sentences(read)
        return time.process_time() - start

    short, long = seconds(4_000), seconds(40_000)

    assert long < 60 * max(short, 0.002)
