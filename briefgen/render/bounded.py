"""A process with bounded time and memory, for what lays out pages in a style of the user's own."""

import math
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from briefgen.model.problem import BriefgenError, TemplateError
from briefgen.render.pdf import PrintError

SECONDS = 30
"""Of a processor's time for a page of any size; 15 times what a brief of some pages takes."""
SECONDS_A_SIGN = 0.0002
"""More for each character of its body; measured on 80 sides: a tenth of that."""
BODY = "<main>"
PATIENCE = 4
"""How much longer it may take by the clock, on a machine that is busy with other things."""
GLANCE = 0.5
"""Seconds between two looks whether somebody still waits."""
MEMORY = 2 << 30
"""Bytes that the process may ask for, its libraries among them; measured on 80 sides: a third of that."""
WORK = """
import sys
sys.path[:] = {path!r}
from briefgen.render.bounded import main
main()
"""
TOO_LONG = "takes more than {seconds:.0f} seconds of work"
TOO_LARGE = f"takes more than {MEMORY >> 30} GB of memory"
BROKEN = "ends the program that does it ({cause})"
REPAIR = "take out lengths, counts and repetitions that no paper holds"

Call = Callable[..., Any]
"""Calls a function of a module with HTML that it lays out and other arguments, which are pickled."""


@contextmanager
def bounded(own: Sequence[Path]) -> Iterator[Call]:
    """A way to call what lays out pages, in whose looks the files `own` of the user's have a part.

    Where there are none, what ships is trusted, and called at once. Otherwise it runs in a process whose time
    and memory are bounded, and a call raises `TemplateError`, naming `own`, where that is not enough, or what
    lays out the pages fails in it.
    """
    if not own:
        yield lambda work, *arguments: work(*arguments)
        return
    process = _Process(own)
    try:
        yield process.call
    finally:
        process.end()


class _Process:
    """A process that does one thing after another, and is begun when there is the first."""

    def __init__(self, own: Sequence[Path]) -> None:
        self._own = own
        self._running: subprocess.Popen[bytes] | None = None
        self._spent: TemplateError | None = None
        self._room = tempfile.TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True)

    def call(self, work: Call, html: str, *arguments: object) -> Any:  # noqa: ANN401
        """What `work` makes of `html` and `arguments`; what once cost too much is not tried again."""
        if self._spent is not None:
            raise self._spent
        seconds = SECONDS + SECONDS_A_SIGN * (len(html) - html.find(BODY))
        process = self._begun()
        late = threading.Timer(seconds * PATIENCE, _kill, [process])
        late.start()
        try:
            made = _asked(process, (seconds, work, (html, *arguments)))
        except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
            self._spent = self._told(_cause(process.wait(), seconds))
            raise self._spent from error
        finally:
            late.cancel()
        if isinstance(made, MemoryError):
            raise self._told(TOO_LARGE)
        if isinstance(made, BriefgenError) and not isinstance(made, PrintError):
            raise made
        if isinstance(made, Exception):
            raise self._told(BROKEN.format(cause=made))
        return made

    def end(self) -> None:
        """End it, whatever it does."""
        if self._running is not None:
            _kill(self._running)
            self._running.communicate()
        self._room.cleanup()

    def _begun(self) -> "subprocess.Popen[bytes]":
        if self._running is None:
            self._running = subprocess.Popen(
                [sys.executable, "-P", "-c", WORK.format(path=sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "TMPDIR": self._room.name},  # what it leaves there goes when it is ended
                start_new_session=True,  # so that it can be ended with all processes that it starts
            )
        return self._running

    def _told(self, wrong: str) -> TemplateError:
        names = ", ".join(map(str, self._own))
        return TemplateError(f"{names}: to lay out pages in this style {wrong}; {REPAIR}")


def _asked(process: "subprocess.Popen[bytes]", job: tuple[object, ...]) -> object:
    """The answer of `process` to `job`."""
    assert process.stdin is not None
    assert process.stdout is not None
    pickle.dump(job, process.stdin)
    process.stdin.flush()
    return pickle.load(process.stdout)


def _cause(status: int, seconds: float) -> str:
    """Why a process has ended with `status`."""
    if -status in {getattr(signal, name, 0) for name in ("SIGXCPU", "SIGKILL")}:
        return TOO_LONG.format(seconds=seconds)
    return TOO_LARGE if status < 0 else BROKEN.format(cause=f"status {status}")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def main() -> None:
    """Do what is asked for, until nothing more is."""
    # What a library prints must not come between the results.
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit("RLIMIT_AS", MEMORY)
    threading.Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
    while True:
        try:
            seconds, work, arguments = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _limit("RLIMIT_CPU", math.ceil(time.process_time() + seconds))
        _give(_done(work, arguments), results)


def _end_with(parent: int) -> None:
    """End this process once nobody waits for what it does."""
    while os.getppid() == parent:
        time.sleep(GLANCE)
    os._exit(1)


def _done(work: Call, arguments: tuple[object, ...]) -> object:
    """What `work` makes of `arguments`, or what it raised."""
    try:
        return work(*arguments)
    except BriefgenError as error:
        return error
    except MemoryError:
        return MemoryError()
    except Exception as error:
        # Its words alone: the error may hold half a page.
        return RuntimeError(f"{type(error).__name__}: {error}")


def _give(made: object, results: BinaryIO) -> None:
    pickle.dump(made, results)
    results.flush()


def _limit(name: str, most: int) -> None:
    """Bound what this process may use of something, on systems that can."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        kind = getattr(resource, name)
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))
