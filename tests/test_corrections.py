"""What a text takes back stands in the brief as taken back, in whole words, and nowhere as a report."""

import pytest

from briefgen.extract import annotate
from briefgen.model.annotation import as_read
from briefgen.model.brief import Brief
from briefgen.model.document import Document
from briefgen.model.request import Request
from briefgen.readers.paragraphs import find_blocks
from briefgen.synthesis import synthesise

CORRECTED = (
    "CORRECTION: An earlier version of this article said the lock at Karvel was opened by a child on 3 May "
    "2031, and that 40 boats sank. The Karvel Post has withdrawn that statement.\n\n"
    "Divers looked at the lock for a week. Ane Solberg, the mayor, said it would open again in the autumn.\n"
)


def brief_of(text: str) -> Brief:
    source = Document("post.txt", "post.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    return synthesise((as_read(annotate(source)),), (), (), Request("seeds", "2031-06-01"), "briefgen test")


def test_what_was_said_before_a_correction_is_denied_by_the_source() -> None:
    claim = brief_of(CORRECTED).claims[0]
    assert claim.content.text.startswith("The lock at Karvel was opened by a child")
    assert (claim.speaker.label, claim.stance, claim.status) == ("post.txt", "denied", "denied")


def test_a_correction_is_shown_as_the_whole_sentence_that_it_is() -> None:
    brief = brief_of(CORRECTED)
    assert brief.claims[0].statement.text.startswith("CORRECTION: An earlier version of this article said")
    told = [one.line.text for one in brief.key_points if "opened by a child" in one.line.text]
    assert told
    assert all(words.startswith("CORRECTION: An earlier") for words in told)


def test_numbers_and_dates_of_what_was_withdrawn_are_denied_too() -> None:
    brief = brief_of(CORRECTED)
    assert [one.status for one in brief.figures if one.value == 40] == ["denied"]
    assert [one.status for one in brief.timeline if one.when.value == "2031-05-03"] == ["denied"]


def test_nobody_is_missing_a_name_who_is_an_earlier_version() -> None:
    assert [gap.subject for gap in brief_of(CORRECTED).gaps if gap.kind == "unnamed"] == []


@pytest.mark.parametrize(
    "opening",
    [
        "A previous edition of this story reported that",
        "Editor's note: This report, as first published, said",
        "Earlier versions of this article stated that",
        "An earlier headline on this article said",
        "Because of a reporting error, an earlier version of this story wrongly said",
        "Correction: An article on Tuesday incorrectly said that",
        "Corrections: Monday's story about the lock mistakenly said",
        "We wrongly reported that",
        "Retraction: We said on 2 May that",
        "This article originally claimed",
        "In a headline, we incorrectly said that",
    ],
)
def test_words_by_which_a_text_takes_something_back(opening: str) -> None:
    brief = brief_of(
        f"{opening} a child had opened the lock at Karvel.\n\nThe lock stayed shut for a week.\n"
    )
    claim = next(one for one in brief.claims if "opened the lock" in one.content.text)
    assert (claim.speaker.label, claim.stance, claim.status) == ("post.txt", "denied", "denied")


@pytest.mark.parametrize(
    "opening",
    [
        "An earlier version of the bill said that",
        "The first edition of the guide said",
        "An earlier report by the ministry said",
        "The original headline act said",
        "The company's previous statement said",
        "A report published in May wrongly said",
        "Prosecutors incorrectly said",
        "The minister's earlier story, he said, was that",
        "The update said",
    ],
)
def test_words_of_others_are_not_taken_for_those_of_the_text(opening: str) -> None:
    brief = brief_of(
        f"{opening} a child had opened the lock at Karvel.\n\nThe lock stayed shut for a week.\n"
    )
    assert "denied" not in [one.status for one in brief.claims]


def test_what_is_so_instead_is_asserted_by_the_source() -> None:
    brief = brief_of("The ferry sank.\n\nThis story has been corrected to show that 31 people were aboard.\n")
    claim = brief.claims[0]
    assert (claim.speaker.label, claim.stance, claim.status) == ("post.txt", "asserted", "reported")
    assert [one.value for one in brief.figures] == [31]
