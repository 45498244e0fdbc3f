"""Room for a call: it changes nothing but what the system is asked for."""

import pytest

from briefgen.render.room import SLOTS, with_room


def depth(left: int) -> int:
    return 0 if left == 0 else 1 + depth(left - 1)


def test_a_call_is_given_what_it_needs_and_gives_what_it_gives() -> None:
    assert with_room(sorted, [2, 1], reverse=True) == [2, 1]
    assert with_room(with_room, depth, 300) == 300


def test_what_a_call_raises_comes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        with_room(lambda: 1 // 0)


def test_it_asks_for_more_room_than_a_stretch_has() -> None:
    assert with_room.__code__.co_stacksize == SLOTS > 16 * 1024 // 8
