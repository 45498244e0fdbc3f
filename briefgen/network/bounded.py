"""Bound how long a conversation may take as a whole, however it is drawn out."""

import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What `work` returns or raises; `TimeoutError` if it is not done after `seconds`.

    The timeout of a socket begins anew with every byte, and looking up a name has none at all. So `work`
    runs in a thread that is left to itself when its time is up, and that does not keep the program from
    ending.
    """
    outcome: list[Callable[[], Result]] = []
    worker = threading.Thread(target=lambda: outcome.append(_settled(work)), daemon=True)
    worker.start()
    worker.join(seconds)
    if not outcome:
        raise TimeoutError(f"not done after {seconds:g} seconds")
    return outcome[0]()


def _settled(work: Callable[[], Result]) -> Callable[[], Result]:
    """A function that returns what `work` returned, or raises what it raised, without doing it again."""
    try:
        result = work()
    except BaseException as error:
        raised = error

        def fail() -> Result:
            raise raised

        return fail
    return lambda: result
