"""Room for a call and all calls within it, lest deep layouts ask the system for it again and again."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

SLOTS = 1 << 16
"""Values for which the call below asks room, and as many again are left for those within it."""

Given = ParamSpec("Given")
Result = TypeVar("Result")


def with_room(call: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """What `call` gives.

    CPython 3.11 and later keeps what calls hold in stretches of 16 kB. It asks the system for another where
    one is full, and gives it back as soon as the call that needed it ends (`Python/pystate.c`, `push_chunk`):
    each time, where a loop happens to stand at the end of one. That took a fifth of the time in which
    WeasyPrint lays out a page of evidence. A call that asks for more room than a stretch has is given a
    larger one, whose rest serves all calls within.
    """
    return call(*given, **named)


with_room.__code__ = with_room.__code__.replace(co_stacksize=SLOTS)
