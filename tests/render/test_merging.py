"""Two changes of one text are brought together, or refused, and no line is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.render.merging import merge

BASE = "one\ntwo\nthree\nfour\nfive\n"


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        (BASE, BASE, BASE),
        (BASE, "one\nTWO\nthree\nfour\nfive\n", "one\nTWO\nthree\nfour\nfive\n"),
        ("one\nTWO\nthree\nfour\nfive\n", BASE, "one\nTWO\nthree\nfour\nfive\n"),
        ("one\nTWO\nthree\nfour\nfive\n", "one\ntwo\nthree\nFOUR\nfive\n", "one\nTWO\nthree\nFOUR\nfive\n"),
        ("zero\n" + BASE, BASE + "six\n", "zero\n" + BASE + "six\n"),
        ("one\nTWO\nthree\nfour\nfive\n", "one\nTWO\nthree\nfour\nfive\n", "one\nTWO\nthree\nfour\nfive\n"),
        ("one\nthree\nfour\nfive\n", BASE + "six\n", "one\nthree\nfour\nfive\nsix\n"),
        ("one\nTWO\nthree\nfour\nfive\n", "one\nZWEI\nthree\nfour\nfive\n", None),
        (BASE + "mine\n", BASE + "theirs\n", None),
        ("one\nTWO\nthree\nfour\nfive\n", "one\nthree\nfour\nfive\n", None),
        ("", BASE + "six\n", None),
    ],
)
def test_changes_that_do_not_touch_are_brought_together(mine: str, theirs: str, merged: str | None) -> None:
    assert merge(BASE, mine, theirs) == merged


LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n"]), max_size=8).map("".join)


@given(LINES, LINES)
def test_one_sided_changes_are_taken_whole(base: str, changed: str) -> None:
    assert merge(base, changed, base) == changed
    assert merge(base, base, changed) == changed
    assert merge(base, changed, changed) == changed


@given(LINES, LINES, LINES)
def test_no_line_that_either_side_added_is_lost(base: str, mine: str, theirs: str) -> None:
    mine, theirs = mine.replace("a", "mine"), theirs.replace("a", "theirs")
    merged = merge(base, mine, theirs)
    if merged is not None:
        assert merged.count("mine") == mine.count("mine")
        assert merged.count("theirs") == theirs.count("theirs")
        assert merge(base, theirs, mine) == merged
