"""Work that does not end is left to itself, and keeps neither the caller nor the program."""

import subprocess
import sys
import time

import pytest

from briefgen.network.bounded import within


def test_what_the_work_returns_is_returned() -> None:
    assert within(5, lambda: 42) == 42


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 // 0)


def test_work_that_hangs_costs_its_time_and_no_more() -> None:
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        within(0.2, lambda: time.sleep(30))
    assert time.monotonic() - begun < 2


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
