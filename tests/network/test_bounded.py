"""Work that does not end is left to itself, and keeps neither the caller nor the program."""

import subprocess
import sys
import threading
import time
from functools import partial

import pytest

from briefgen.network.bounded import together, within


def test_what_the_work_returns_is_returned() -> None:
    assert within(5, lambda: 42) == 42


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 // 0)


def test_work_that_hangs_costs_its_time_and_no_more() -> None:
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        within(0.2, lambda: time.sleep(30))
    assert time.monotonic() - begun < 15


def test_works_are_done_a_few_at_a_time_and_answered_in_their_order() -> None:
    running, most = 0, 0
    lock = threading.Lock()

    def work(number: int) -> int:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.05 - number / 400)
        with lock:
            running -= 1
        return number

    assert together([partial(work, number) for number in range(9)], 3) == tuple(range(9))
    assert 1 < most <= 3
    assert together([], 3) == ()


def test_a_work_that_raises_is_told_when_the_others_are_done() -> None:
    done = []
    with pytest.raises(ZeroDivisionError):
        together([lambda: 1 // 0, lambda: done.append(1)], 2)
    assert done == [1]


def test_work_that_hangs_does_not_keep_the_program_from_ending() -> None:
    program = (
        "import time\n"
        "from briefgen.network.bounded import within\n"
        "try:\n    within(0.1, lambda: time.sleep(60))\n"
        "except TimeoutError:\n    print('left')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20, check=True
    )
    assert ran.stdout == "left\n"
