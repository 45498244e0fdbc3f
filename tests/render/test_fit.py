"""A page of its own is filled: nothing is left out for which there is room, and nothing is crammed."""

import msgspec
import pytest
from samples import brief_of, troubled

from briefgen.model.audience import Audience, Limits
from briefgen.model.brief import Gap
from briefgen.render.fit import AIRIEST, Step, fitted
from briefgen.render.view import View, view_of

GAPS = 13


def _view(pages: int | None = 1) -> View:
    """What an audience with only gaps to show sees of a brief that has `GAPS` of them."""
    audience = Audience(
        name="one", title="One", description="", sections=("gaps",), pages=pages, limits=Limits(gaps=GAPS)
    )
    gaps = tuple(Gap("silent", (), subject=f"Harbour {number}") for number in range(GAPS))
    return view_of(msgspec.structs.replace(brief_of(troubled()), gaps=gaps), audience)


def _fitted(room: int, pages: int | None = 1) -> tuple[int, int]:
    """The gaps shown, and how loosely, on paper with `room` for so many lines."""

    def size(step: Step) -> int:
        return (step.audience.limits.gaps or 0) + 2 * step.air

    found = fitted(_view(pages), lambda step: step, lambda step: size(step) <= room)
    return found.audience.limits.gaps or 0, found.air


@pytest.mark.parametrize("room", range(1, GAPS + 1))
def test_no_row_is_left_out_for_which_there_is_room(room: int) -> None:
    assert _fitted(room) == (room, 0)


@pytest.mark.parametrize(("spare", "air"), [(0, 0), (1, 0), (2, 1), (5, 2), (40, AIRIEST)])
def test_a_page_with_room_left_is_set_looser(spare: int, air: int) -> None:
    assert _fitted(GAPS + spare) == (GAPS, air)


def test_a_brief_of_several_pages_is_not_set_looser() -> None:
    assert _fitted(GAPS + 40, pages=2) == (GAPS, 0)
