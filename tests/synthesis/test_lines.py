"""A line shows what its source says, and not the marks that set it as an item of a list."""

import pytest
from samples import brief_of

from briefgen.extract import annotate
from briefgen.model.document import Document
from briefgen.model.source import Metadata
from briefgen.readers.paragraphs import find_blocks

HEAD = "A river rose.\n\nIt rained for days in the north.\n\n"
WORDS = "The search was extended on 4 June 2025 to the river."


def timeline_of(sentence: str) -> list[str]:
    """The lines of the timeline of a text that ends with `sentence`."""
    text = HEAD + sentence
    read = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    return [event.line.text for event in brief_of(annotate(read)).timeline]


@pytest.mark.parametrize(
    "marker",
    ["1. ", "2. ", "12) ", "(3) ", "(a) ", "b) ", "iv) ", "2.1. ", "- ", "– ", "• ", "* ", "• 4. ", "[x] "],
)
def test_the_marker_of_a_list_item_is_no_part_of_its_line(marker: str) -> None:
    (line,) = timeline_of(marker + WORDS)
    assert line.startswith("The search was extended")


@pytest.mark.parametrize(
    "sentence",
    [
        "1. FC Hallen won its cup on 4 June 2025 in the north.",
        "A. Berg won her cup on 4 June 2025 in the north.",
        "I. Berg won her cup on 4 June 2025 in the north.",
        "1.2 million people came on 4 June 2025 to the north.",
        "12 people came on 4 June 2025 to the north.",
        "A boat came on 4 June 2025 to the north.",
        "(Then) it came on 4 June 2025 to the north.",
        "“B” won its cup on 4 June 2025 in the north.",
    ],
)
def test_what_only_looks_like_a_marker_stays(sentence: str) -> None:
    (line,) = timeline_of(sentence)
    assert line.startswith(sentence[:8])


def points_of(text: str) -> list[str]:
    """The key points of a text."""
    read = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    return [finding.line.text for finding in brief_of(annotate(read)).key_points]


@pytest.mark.parametrize(
    "dateline",
    ["OSLO - ", "OSLO — ", "OSLO – ", "OSLO -- ", "OSLO, Norway - ", "VELDHAVN — ", "NEW YORK - ", "OSLO— "],
)
def test_a_dateline_is_no_part_of_a_line(dateline: str) -> None:
    (line,) = points_of(dateline + WORDS)
    assert line.startswith("The search was extended")


@pytest.mark.parametrize(
    "sentence",
    [
        "OSLO - the capital - was flooded on 4 June 2025 after days of rain.",
        "OSLO — Norway's capital — was flooded on 4 June 2025 after days of rain.",
        "BREAKING - Rivers rose on 4 June 2025 after days of rain.",
        "NATO - An alliance of 32 states met on 4 June 2025 in the north.",
        "OSLO-based Norsal was sold on 4 June 2025 to a bank.",
        "- OSLO - The river rose on 4 June 2025 after days of rain.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(sentence: str) -> None:
    (line,) = points_of(sentence)
    assert line.startswith(sentence.removeprefix("- ")[:8])


@pytest.mark.parametrize("sign", ["'", "’"])
def test_what_a_date_comes_to_stands_behind_its_genitive(sign: str) -> None:
    text = f"The mayor said that today{sign}s fire at the mill of Orlo had killed two people."
    known = Metadata(published="2025-06-03")
    read = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text), known)
    (line,) = [claim.statement.text for claim in brief_of(annotate(read)).claims]
    assert f"today{sign}s [2025-06-03] fire" in line
