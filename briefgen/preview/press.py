"""The PDF of a page, made in a process of its own: nothing waits for it, and it can be given up."""

import os
import pickle
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from briefgen.model.codec import decode_brief, encode_brief
from briefgen.model.problem import BriefgenError

if TYPE_CHECKING:
    from briefgen.pipeline import Page

PATIENCE = 3.0
"""Seconds: a PDF that nobody waits for any more is finished if it is soon done, as a new process has to load
WeasyPrint anew, and given up after that."""
GLANCE = 0.1
"""Seconds between two questions whether somebody still waits."""
ENDED = (
    "the program that prints the PDF ended by itself; the machine may be short of memory. "
    "Look at the HTML, or show fewer rows (`[limits]` of audience.toml)"
)


class OutdatedError(Exception):
    """The page that was to be printed is not the newest any more."""


class Press:
    """One process that prints, and whose turn it is."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def print(self, page: "Page", wanted: Callable[[], bool]) -> bytes:
        """`page` as PDF, one at a time.

        Raises `OutdatedError` where it is not `wanted` any more, `BriefgenError` where it cannot be made.
        """
        with self._turn:
            if self._closed or not wanted():
                raise OutdatedError
            process = self._started()
            try:
                made = self._ask(process, page, wanted)
            except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
                self._end()
                raise BriefgenError(ENDED) from error
            if isinstance(made, BriefgenError):
                raise made
            return made

    def warm(self) -> None:
        """Start the process, which takes a moment, before somebody waits for it."""
        with self._turn:
            if not self._closed:
                self._started()

    def close(self) -> None:
        """End the process, whatever it does, and begin no other."""
        self._closed = True
        self._end()
        with self._turn:  # one may have been begun in the meantime
            self._end()

    def kill(self) -> None:
        """End the process without waiting for anything, as for a signal."""
        if self._process is not None:
            _kill(self._process)

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "briefgen.preview.press"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C at the terminal is for the server, which ends this one
            )
        return self._process

    def _ask(
        self, process: "subprocess.Popen[bytes]", page: "Page", wanted: Callable[[], bool]
    ) -> bytes | BriefgenError:
        assert process.stdin is not None
        assert process.stdout is not None
        began = time.monotonic()
        # Pickled, equal values are no longer the same objects, and msgspec leaves out defaults by identity.
        pickle.dump((page, encode_brief(page.brief)), process.stdin)
        process.stdin.flush()
        while not select.select([process.stdout], [], [], GLANCE)[0]:
            if time.monotonic() - began > PATIENCE and not wanted():
                self._end()
                raise OutdatedError
        made: bytes | BriefgenError = pickle.load(process.stdout)
        return made

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            _kill(process)
            process.communicate()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End `process` with those that it has begun to print pieces of a long brief."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)


def serve(pages: BinaryIO, results: BinaryIO) -> None:
    """Print each page that comes in, until there are no more."""
    from briefgen.pipeline import render_page

    _load()
    while True:
        try:
            page, brief = pickle.load(pages)
        except EOFError:
            return
        try:
            page = msgspec.structs.replace(page, brief=decode_brief(brief, "brief.json"))
            made: bytes | BriefgenError = render_page(page, ("pdf",))[0].data
        except BriefgenError as error:
            made = error
        except Exception as error:
            made = BriefgenError(f"the PDF could not be made ({type(error).__name__}: {error})")
        pickle.dump(made, results)
        results.flush()


def _load() -> None:
    """Import what takes long; where it cannot be, the first page tells why."""
    with suppress(OSError, ImportError):
        import weasyprint  # noqa: F401


if __name__ == "__main__":
    # What a library prints must not come between the results.
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, results)
