"""Processes that print pieces of a long page, each taking the next piece that nobody has begun."""

import gc
import os
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from briefgen.model.problem import BriefgenError
from briefgen.render.pdf import PrintError, clock_at, quiet
from briefgen.render.piece import Job, forget_faces, print_piece

AT_ONCE = 3
"""Pieces printed at the same time, where there are as many processors: of 5,000 claims, four at a time would
hold more than 600 MB with the process that they work for."""
WORK = """
import sys
sys.path[:] = {path!r}
from briefgen.render.printers import main
main({folder!r})
"""
FAILED = "failed.txt"

Call = Callable[[Iterable[Job]], list[Path]]
"""Has jobs printed, and tells the files of what was printed, in the order of the jobs."""


@contextmanager
def printers(folder: Path) -> Iterator[Call]:
    """Processes that keep what they do in files of `folder`; they end when nobody needs them any more.

    A call raises `BriefgenError` where system libraries are missing, and `PrintError` where a process fails.
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else AT_ONCE
    running: list[subprocess.Popen[str]] = []

    def call(jobs: Iterable[Job]) -> list[Path]:
        # They load their libraries while the jobs are written.
        running.extend(_begun(folder, number) for number in range(len(running), min(AT_ONCE, processors)))
        files = []
        for job in jobs:
            files.append(folder / f"{job.place}.job")
            files[-1].write_bytes(msgspec.msgpack.encode(job))
        _hand_out(running, deque(files))
        if (folder / FAILED).is_file():
            raise BriefgenError((folder / FAILED).read_text("utf-8"))
        if any(process.poll() is not None for process in running):
            raise _failure([_told(folder, number) for number in range(len(running))])
        return [file.with_suffix(".printed") for file in files]

    try:
        yield call
    except BaseException:
        for process in running:
            process.kill()
        raise
    finally:
        for process in running:
            process.communicate()


def _told(folder: Path, number: int) -> Path:
    """The file of what the process `number` says of its errors."""
    return folder / f"{number}.told"


def _begun(folder: Path, number: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-P", "-c", WORK.format(path=sys.path, folder=str(folder))]
    with _told(folder, number).open("wb") as errors:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
        )


def _failure(told: Sequence[Path]) -> PrintError:
    lines = [line for file in told for line in file.read_text("utf-8", "replace").splitlines()[-1:]]
    return PrintError(f"the PDF could not be printed: {' '.join(lines) or 'a process was ended'}; try again")


def _hand_out(running: Sequence["subprocess.Popen[str]"], waiting: deque[Path]) -> None:
    """Have each process print the next file `waiting`, until none is left or one process fails."""
    threads = [threading.Thread(target=_feed, args=(process, waiting), daemon=True) for process in running]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _feed(process: "subprocess.Popen[str]", waiting: deque[Path]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(IndexError, BrokenPipeError):  # nothing is left, or the process has ended
        while True:
            process.stdin.write(f"{waiting.popleft()}\n")
            process.stdin.flush()
            if not process.stdout.readline():
                break
        process.wait()
        waiting.clear()


def main(folder: str) -> None:
    """Print the pieces described in the files named on standard input, each into a file beside its own.

    Each is answered with a line once it is done. What keeps a piece from being printed is told in a file
    of its own, beside it. What is only needed meanwhile is kept in `folder`.
    """
    tempfile.tempdir = folder
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints must not come between the answers
    gc.disable()  # a page that is laid out is needed to the end of its piece
    try:
        for line in sys.stdin:
            _print(Path(line.rstrip("\n")))
            gc.collect()
            gc.freeze()  # what is left, WeasyPrint itself and the faces, need not be looked through again
            answers.write("done\n")
            answers.flush()
    except BriefgenError as error:
        Path(folder, FAILED).write_text(str(error), "utf-8")
    finally:
        forget_faces()


def _print(name: Path) -> None:
    job = msgspec.msgpack.decode(name.read_bytes(), type=Job)
    with quiet(), clock_at(job.moment):
        printed = print_piece(job)
    name.with_suffix(".printed").write_bytes(msgspec.msgpack.encode(printed))
