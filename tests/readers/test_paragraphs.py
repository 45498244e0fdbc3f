"""A plain text falls into the paragraphs that its writer meant."""

import itertools
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.readers.paragraphs import find_blocks, masthead

BODY = "The council met on Monday and heard from the harbor master, who asked for a second pilot boat."
WRAPPED = """\
The council met on Monday and heard from the harbor master, who had
asked for a second pilot boat in the spring. The members put off the
vote. A motion to hold a special session found no majority among the
nine members present.

The mayor said afterwards that the matter would come up again before
the end of the year.
"""


def kinds(text: str) -> list[str]:
    return [block.kind for block in find_blocks(text)]


def words(text: str) -> list[str]:
    return [block.span.of(text) for block in find_blocks(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert words("One thing.\n\n \t\nAnother thing.\n") == ["One thing.", "Another thing."]


def test_without_hard_wrapping_every_line_is_a_paragraph() -> None:
    assert words(f"{BODY}\n{BODY}\n") == [BODY, BODY]


def test_hard_wrapped_lines_are_joined() -> None:
    first, second = words(WRAPPED)

    assert first.startswith("The council")
    assert first.endswith("members present.")
    assert second.startswith("The mayor")
    assert second.endswith("the year.")


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "    "])
def test_wrapping_at_any_usual_width_leaves_the_paragraphs_what_they_were(width: int, indent: str) -> None:
    paragraphs = [" ".join([BODY] * repeats) for repeats in (3, 5, 4)]
    text = "\n\n".join(textwrap.fill(paragraph, width, initial_indent=indent) for paragraph in paragraphs)

    assert [block.split() for block in words(text)] == [paragraph.split() for paragraph in paragraphs]


def test_verse_and_addresses_keep_their_lines() -> None:
    assert len(words("Low the lamps, my love,\nhigh the tide;\nout the boats go\nside by side.\n")) == 4


def test_a_line_that_left_room_for_the_next_word_ends_its_paragraph() -> None:
    text = WRAPPED.replace("\n\nThe mayor", "\nThe mayor")

    assert len(find_blocks(text)) == 2


def test_windows_line_ends_part_paragraphs_too() -> None:
    assert words("One thing.\r\n\r\nAnother thing.\r\n") == ["One thing.", "Another thing."]


def test_a_short_first_line_before_body_text_is_the_title() -> None:
    assert kinds(f"Harbor asks for a second boat\n\n{BODY}\n") == ["title", "paragraph"]


def test_a_title_may_have_byline_and_date_between_it_and_the_body() -> None:
    assert kinds(f"Harbor asks for a second boat\nBy Ada Moss\nMay 3\n{BODY}")[0] == "title"


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    assert kinds(f"It rained.\n\n{BODY}\n") == ["paragraph", "paragraph"]


def test_a_first_line_without_body_text_is_no_title() -> None:
    assert kinds("Salt\nFlour\nRope\n") == ["paragraph"] * 3


def test_a_short_line_between_blank_lines_is_a_heading() -> None:
    assert kinds(f"{BODY}\n\nWhat comes next\n\n{BODY}\n") == ["paragraph", "heading", "paragraph"]


def test_list_items_stand_by_themselves() -> None:
    assert kinds(f"{BODY}\n- rope\n• salt\n1. flour\n") == ["paragraph", "item", "item", "item"]


def test_a_wrapped_item_goes_on_in_its_next_line() -> None:
    text = (
        "- rope of the kind that the harbor master had asked for early in the\n"
        "  spring, before the storm took the old pier away and with it all of\n"
        "  the moorings\n"
        "- salt\n"
    )

    assert kinds(text) == ["item", "item"]


def test_locators_count_over_all_blocks() -> None:
    text = f"Harbor asks for a boat\n\n{BODY}\n\n- rope\n"

    assert [block.locator for block in find_blocks(text)] == ["paragraph 1", "paragraph 2", "paragraph 3"]


LINES = st.text(
    alphabet=st.sampled_from("abcDE .,-1•*:\t\r\n\f\x1c\u2028\u00a0é"), max_size=30
) | st.sampled_from(["\n", "\n\n", BODY + "\n", "- item\n", "Title\n", WRAPPED])


@given(st.lists(LINES, max_size=20).map("".join))
def test_each_character_that_is_not_white_space_is_in_exactly_one_block(text: str) -> None:
    blocks = find_blocks(text)

    assert "".join("".join(words(text)).split()) == "".join(text.split())
    assert all(block.span.of(text) and block.span.of(text) == block.span.of(text).strip() for block in blocks)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(blocks))


@pytest.mark.parametrize(
    "line",
    [
        "Published: 18 October 2024",
        "Last updated on 2024-10-18",
        "Dated 3 May 1994",
        "3 May 1994",
        "Karvel, 3 May 1994",
        "Karvel, Ostria – May 3, 1994",
    ],
)
def test_a_line_that_says_when_the_text_came_out_is_no_title_and_the_next_may_be(line: str) -> None:
    body = "The harbour master said on Friday that 12 ships were back.\n"
    alone = kinds(f"{line}\n\n{body}")
    assert "title" not in alone
    assert alone[1] == "paragraph"
    assert kinds(f"{line}\n\nShips come back to Karvel\n\n{body}")[1:] == ["title", "paragraph"]


@pytest.mark.parametrize(
    "above",
    [
        "PRESS RELEASE",
        "Opinion",
        "OP-ED",
        "FOR IMMEDIATE RELEASE\n\nMinistry of Works, Karvel\n\n3 May 2031",
        "Embargoed until noon",
    ],
)
def test_what_says_only_what_the_text_is_stands_above_its_title(above: str) -> None:
    body = "The harbour master said on Friday that 12 ships were back.\n"
    blocks = find_blocks(f"{above}\n\nShips come back to Karvel\n\n{body}")
    assert [block.kind for block in blocks][-2:] == ["title", "paragraph"]
    assert {block.kind for block in blocks[:-2]} == {"paragraph"}


def test_a_title_that_says_what_the_text_is_of_stays_one() -> None:
    assert kinds(f"Press release rules change\n\n{BODY}\n")[0] == "title"
    assert kinds(f"Council Minutes, 3 May 2031\n\n{BODY}\n")[0] == "title"


@pytest.mark.parametrize("day", ["16 June 2025", "Sunday, March 9, 2025", "Published: 16 June 2025"])
def test_the_name_of_a_paper_above_a_day_and_a_headline_is_its_publisher(day: str) -> None:
    text = f"The Ellery Courier\n{day}\n\nHalden paid hackers through a broker\n\nBy Ada Moss\n\n{BODY}\n"
    told = "furniture" if day.startswith("Published") else "paragraph"
    assert kinds(text) == ["heading", told, "title", "furniture", "paragraph"]
    assert masthead(text) == "The Ellery Courier"


@pytest.mark.parametrize(
    "head",
    [
        "Flood Kills Nine\n16 June 2025\n\nMayor says help is late",
        "The Ellery Courier\n\nHalden paid hackers last year",
    ],
)
def test_no_other_first_line_names_a_publisher(head: str) -> None:
    assert masthead(f"{head}\n\n{BODY}\n") is None
