"""Which run is at work, so that whatever is logged meanwhile can say of which it speaks."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

AT_WORK: ContextVar[tuple[str, int] | None] = ContextVar("AT_WORK", default=None)
"""Name of the job and number of the run; none between runs."""


@contextmanager
def underway(job: str, run: int) -> Iterator[None]:
    """Have `run` of `job` be the one at work as long as the block lasts."""
    before = AT_WORK.set((job, run))
    try:
        yield
    finally:
        AT_WORK.reset(before)
