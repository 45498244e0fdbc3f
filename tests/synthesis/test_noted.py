"""What a person's notes say otherwise than before is told passage by passage, in that person's words."""

import pytest

from briefgen.model.brief import Notes
from briefgen.readers.notes import read_notes
from briefgen.synthesis.noted import note_changes


def notes(text: str) -> Notes:
    return read_notes(text.encode(), "notes.md")


def told(before: str, after: str, *hidden: str) -> list[tuple[str | None, str | None]]:
    found = note_changes(notes(before), notes(after), frozenset(hidden))
    return [(was.text if was else None, now.text if now else None) for was, now in found]


CROSSING = "The ferry will probably be late on Friday."
HARBOUR = "The harbour office knows more than it says."


def test_the_same_words_are_no_change_wherever_they_stand() -> None:
    assert (
        told(f"{CROSSING}\n\n{HARBOUR}", f"# Outlook\n\n- {HARBOUR}\n\n{CROSSING.replace(' ', '  ')}") == []
    )


def test_another_likelihood_or_number_is_a_change_of_that_passage() -> None:
    surer = CROSSING.replace("probably", "almost certainly")
    assert told(f"{CROSSING}\n\n{HARBOUR}", f"{HARBOUR}\n\n{surer}") == [(CROSSING, surer)]


def test_another_matter_is_new_and_what_is_there_no_more_is_withdrawn() -> None:
    assert told(CROSSING, HARBOUR) == [(None, HARBOUR), (CROSSING, None)]


def test_of_two_that_are_alike_the_nearest_is_replaced_and_each_once() -> None:
    before = "Ten ships will be back by May.\n\nTen ships will be back by June."
    after = "Ten ships will be back by June, at last.\n\nTen ships will be back by May, or so."
    assert told(before, after) == [
        ("Ten ships will be back by June.", "Ten ships will be back by June, at last."),
        ("Ten ships will be back by May.", "Ten ships will be back by May, or so."),
    ]


def test_a_passage_that_names_another_source_is_changed() -> None:
    ((was, now),) = told(f"{CROSSING} [[a.txt]]", f"{CROSSING} [[b.txt]]")
    assert was == now


def test_what_named_a_source_that_must_not_be_seen_was_never_there() -> None:
    assert told(f"{CROSSING} [[a.txt]]", HARBOUR, "a.txt") == [(None, HARBOUR)]


@pytest.mark.parametrize("none", [None, notes("# Only a heading")])
def test_where_there_were_none_all_is_new_and_where_there_are_none_all_is_withdrawn(
    none: Notes | None,
) -> None:
    some = notes(f"# Outlook\n\n{CROSSING}")
    assert [was for was, _ in note_changes(none, some, frozenset())] == [None]
    assert [now for _, now in note_changes(some, none, frozenset())] == [None]
