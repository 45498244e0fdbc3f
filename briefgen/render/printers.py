"""Processes that print pieces of a long page, each taking the next piece that nobody has begun."""

import gc
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Queue
from typing import NamedTuple

import msgspec

from briefgen.model.problem import BriefgenError
from briefgen.render.pdf import PrintError, clock_at, quiet
from briefgen.render.piece import Job, forget_faces, print_piece
from briefgen.render.room import with_room

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


class Printers(NamedTuple):
    """Processes that print."""

    print: Call
    end: Callable[[], None]
    """Has them end, since nothing more is to be printed; the files stay."""


@contextmanager
def printers() -> Iterator[Printers]:
    """Processes that end when nobody needs them any more, and with them what they were told and have made.

    To print raises `BriefgenError` for want of a system library, and `PrintError` where a process fails.
    """
    with tempfile.TemporaryDirectory(prefix="briefgen-") as name, _printers(Path(name)) as found:
        yield found


@contextmanager
def _printers(folder: Path) -> Iterator[Printers]:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else AT_ONCE
    running: list[subprocess.Popen[str]] = []

    def call(jobs: Iterable[Job]) -> list[Path]:
        files = _hand_out(running, jobs, folder)
        if (folder / FAILED).is_file():
            raise BriefgenError((folder / FAILED).read_text("utf-8"))
        if any(process.poll() is not None for process in running):
            raise _failure([_told(folder, number) for number in range(len(running))])
        return [file.with_suffix(".printed") for file in files]

    def end() -> None:
        while running:
            running.pop().communicate()

    try:
        running.extend(_begun(folder, number) for number in range(min(AT_ONCE, processors)))
        yield Printers(call, end)
    except BaseException:
        for process in running:
            process.kill()
        raise
    finally:
        end()


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


def _hand_out(running: Sequence["subprocess.Popen[str]"], jobs: Iterable[Job], folder: Path) -> list[Path]:
    """Have each process print the next of `jobs` once it is written, until none is left or one fails."""
    waiting: Waiting = Queue()
    broken = threading.Event()
    threads = [
        threading.Thread(target=_feed, args=(process, waiting, broken), daemon=True) for process in running
    ]
    for thread in threads:
        thread.start()
    files = []
    try:
        for job in jobs:
            if broken.is_set():
                break
            files.append(folder / f"{job.place}.job")
            files[-1].write_bytes(msgspec.msgpack.encode(job))
            waiting.put(files[-1])
    finally:
        for _ in threads:
            waiting.put(None)
    for thread in threads:
        thread.join()
    return files


Waiting = Queue[Path | None]
"""Files of jobs, and behind the last of them nothing for each process."""


def _feed(process: "subprocess.Popen[str]", waiting: Waiting, broken: threading.Event) -> None:
    """Have `process` print what is `waiting`, until it or another is `broken`."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):  # the process has ended
        while not broken.is_set() and (file := waiting.get()) is not None:
            process.stdin.write(f"{file}\n")
            process.stdin.flush()
            if not process.stdout.readline():
                break
        else:
            return
    process.wait()
    broken.set()


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
        printed = with_room(print_piece, job)
    name.with_suffix(".printed").write_bytes(msgspec.msgpack.encode(printed))
