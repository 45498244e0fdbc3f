"""How deep in lists and quotations a block of the Markdown stands, for forms that keep no tree."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol


class Nested(Protocol):
    """A place in a document."""

    lists: list[int]
    """One for each list around it."""
    quoted: int
    """Quotations around it."""
    first: bool
    """Whether it is the first of its list item."""


def _leave_list(place: Nested) -> None:
    place.lists.pop()


def _enter_item(place: Nested) -> None:
    place.first = True


def _enter_quote(place: Nested) -> None:
    place.quoted += 1


def _leave_quote(place: Nested) -> None:
    place.quoted -= 1


NESTING: Mapping[str, Callable[[Nested], None]] = MappingProxyType(
    {
        "bullet_list_close": _leave_list,
        "ordered_list_close": _leave_list,
        "list_item_open": _enter_item,
        "blockquote_open": _enter_quote,
        "blockquote_close": _leave_quote,
    }
)
"""What a token of markdown-it changes of the place; what opens a list is for each form to say."""
