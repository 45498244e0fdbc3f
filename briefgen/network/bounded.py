"""Bound how long a conversation may take as a whole, and how many go on at a time."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
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


def together(works: Sequence[Callable[[], Result]], at_once: int) -> tuple[Result, ...]:
    """What each of `works` returns, in their order, when at most `at_once` of them are done at a time.

    The first that raised is raised when all are done. Who interrupts the program need not wait for them.
    """
    outcomes: dict[int, Callable[[], Result]] = {}
    waiting = deque(range(len(works)))

    def take() -> None:
        with suppress(IndexError):
            while True:
                number = waiting.popleft()
                outcomes[number] = _settled(works[number])

    workers = [threading.Thread(target=take, daemon=True) for _ in range(min(at_once, len(works)))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return tuple(outcomes[number]() for number in range(len(works)))


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
