"""The gate that a page has to pass: its text is held against the evidence that it cites."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefgen.checks import check_markdown, plain
from briefgen.model.problem import UnfaithfulError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from briefgen.pipeline import Page

LONG = 1_000_000
"""Characters of Markdown from which on a page is held against its evidence beside other work."""

Verdict = tuple[str, int | None]
"""What is wrong, and in which line; empty words where nothing is."""


def hold(page: "Page") -> None:
    """Hold the text of `page` against the evidence that it cites; raises `UnfaithfulError`."""
    fixed = frozenset(plain(line) for line in page.fixed)
    try:
        check_markdown(page.markdown, page.brief, page.ledgers, fixed, page.vocabulary, page.noted)
    except UnfaithfulError as error:
        from briefgen.pipeline import placed

        raise placed(error, page) from error


@contextmanager
def held(page: "Page", long: int = LONG) -> Iterator[None]:
    """`hold`, which is over once the body of the `with` is; nothing that the body makes may be used before.

    A page of `long` characters or more is held against its evidence in a copy of this process meanwhile,
    where the machine has a processor for it. Raises `UnfaithfulError`, if the body raises nothing.
    """
    if len(page.markdown) < long or not _can_divide():
        hold(page)
        yield
        return
    from multiprocessing import get_context

    processes = get_context("fork")
    here, there = processes.Pipe(duplex=False)
    other = processes.Process(target=_tell, args=(page, there), daemon=True)
    other.start()
    there.close()
    try:
        yield
        verdict = _told(here)
    except BaseException:
        other.kill()
        raise
    finally:
        other.join()
        here.close()
    if verdict is None:  # the copy was ended before it could tell
        hold(page)
    elif verdict[0]:
        raise UnfaithfulError(*verdict)


def _can_divide() -> bool:
    """Whether a copy of this process can go on by itself: Linux can, and where there are no other threads."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _tell(page: "Page", there: "Connection[Verdict, None]") -> None:
    """Send what `hold` says of `page`."""
    import gc

    gc.disable()  # what is looked through is copied
    verdict: Verdict = "", None
    try:
        hold(page)
    except UnfaithfulError as error:
        verdict = str(error), error.line
    there.send(verdict)
    there.close()


def _told(here: "Connection[None, Verdict]") -> Verdict | None:
    try:
        return here.recv()
    except EOFError:
        return None
