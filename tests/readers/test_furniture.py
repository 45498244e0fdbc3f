"""Lines that say nothing of a page's matter are told from lines that do."""

from pathlib import Path

import pytest

from briefgen.readers.furniture import is_furniture
from briefgen.readers.paragraphs import find_blocks

CASES = Path(__file__).parents[1] / "cases" / "furniture.md"
BODY = "The council met on Monday and heard from the harbor master, who asked for a second pilot boat."


def cases() -> list[tuple[str, bool]]:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in CASES.read_text("utf-8").splitlines()
        if line.startswith("|")
    ]
    return [(line.replace("¦", "|"), told == "yes") for line, told in rows[2:]]


@pytest.mark.parametrize(("line", "furniture"), cases())
def test_a_line_is_furniture_or_tells_something(line: str, furniture: bool) -> None:
    assert is_furniture(line) is furniture


def kinds(text: str) -> list[str]:
    return [block.kind for block in find_blocks(text)]


def test_a_title_may_have_much_furniture_around_it() -> None:
    above = "The Karvel Post\nDaily Log\nUpdated 4 March 2025\n\n"
    below = "By Ann Lee\nPhoto: Jo Lind/Picture House\nShare this article\nAdvertisement\n\n"

    assert kinds(f"{above}Harbor asks for a second boat\n{below}{BODY}") == [
        *("heading", "furniture", "furniture", "title"),
        *("furniture", "furniture", "furniture", "furniture", "paragraph"),
    ]


def test_furniture_below_what_the_text_is_called_is_no_title() -> None:
    text = f"FOR IMMEDIATE RELEASE\nAmended 4 March 2025\nPublished 3 March 2025\n\nHarbor asks\n\n{BODY}"

    assert kinds(text) == ["paragraph", "furniture", "furniture", "title", "paragraph"]


def test_the_name_of_the_text_is_its_title_where_it_stands_first() -> None:
    assert kinds(f"Daily Log\n\n{BODY}") == ["title", "paragraph"]


def test_fields_of_the_head_of_a_mail_are_no_furniture() -> None:
    assert kinds(f"From: a@b.example\nDate: 3 March 2025\nSubject: Boats\n\n{BODY}")[:3] == ["paragraph"] * 3


def test_a_line_in_capitals_above_its_text_is_a_heading() -> None:
    assert kinds(f"Report 7\n\nNEEDS\n{BODY}\n\nDEAD: 26\n{BODY}") == [
        *("title", "heading", "paragraph", "paragraph", "paragraph"),
    ]


def test_what_a_release_says_of_itself_stands_above_its_title() -> None:
    text = f"NEWS RELEASE\nFor immediate release: 12 May 2025\n\nHarbor asks for a second boat\n\n{BODY}"

    assert kinds(text) == ["paragraph", "furniture", "title", "paragraph"]


def test_an_hour_alone_heads_what_is_told_below_it() -> None:
    assert kinds(f"Storm live\nLive\n- 3 missing\n\n16:45 GMT\n{BODY}") == [
        *("title", "furniture", "item", "heading", "paragraph"),
    ]


def test_a_few_words_right_above_sentences_head_them() -> None:
    assert kinds(f"Harbor asks\n\n{BODY}\n\nAbout the harbor\n{BODY}\n")[2:] == ["heading", "paragraph"]
    assert kinds(f"Harbor asks\n\n{BODY}\n\nBoats lost: 4\n{BODY}\n")[2:] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line", ["Daily Log - Week ending Sunday, Nov. 15, 2026", "Press release, 2 July 2025"]
)
def test_the_name_of_the_text_may_have_its_days_beside_it(line: str) -> None:
    assert kinds(f"Orlo Regional Council\n{line}\n\n{BODY}")[1] == "furniture"
