"""Run a command as a process of its own, and tell how long it took and how much memory it held."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

Command = Sequence[str]

ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "BLIS_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
"""Keeps the numerical libraries to one thread."""


class Cost(NamedTuple):
    """What one run of a process cost."""

    seconds: float
    """From start to end, by the clock on the wall."""
    processor: float
    """Seconds of the processor, which a busy machine lengthens less."""
    peak: int
    """The most memory it held at once, in bytes."""


def cost_of(command: Command) -> Cost:
    """The cost of one run of `command`, whose output is thrown away.

    Raises `CalledProcessError` where it ends with anything but 0.
    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    # getrusage(2) counts in kilobytes on Linux, in bytes on macOS.
    processor = usage.ru_utime + usage.ru_stime
    return Cost(seconds, processor, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def told_by(command: Command) -> float:
    """The number that `command`, kept to one core, prints: what it measured of itself.

    Raises `CalledProcessError` where it ends with anything but 0.
    """
    told = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **ONE_CORE}
    )
    return float(told.stdout)


def alternate(one: Command, other: Command, rounds: int) -> tuple[float, float]:
    """The median seconds of two commands run in turn, so that a busy moment of the machine meets both.

    Both run once before, uncounted, to fill caches.
    """
    cost_of(one)
    cost_of(other)
    pairs = [(cost_of(one).seconds, cost_of(other).seconds) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)
