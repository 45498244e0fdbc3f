"""The end of the preview: by SIGINT or SIGTERM, for certain, whatever it is at."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import NoReturn

SIGNALED = 128
"""Exit status of a program that a signal ended: this, and the number of the signal."""
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Ending:
    """What becomes of SIGINT and SIGTERM.

    Python would turn Ctrl-C into an exception wherever the main thread is, and drop it where none can be
    raised: in a callback, or while an object is being removed. So the signals go through a pipe to a thread
    that waits for nothing else, and that ends the process where the main thread does not.
    """

    def __init__(self) -> None:
        """Take over the signals, for the life of the process. Only for the main thread."""
        self._first = 0
        self._heard = threading.Event()
        self._orderly = False
        self.at_once: Callable[[], None] = lambda: None
        """Ends what must not outlive the process, without waiting for anything."""
        told, tells = os.pipe()
        os.set_blocking(tells, False)
        signal.set_wakeup_fd(tells, warn_on_full_buffer=False)
        for number in SIGNALS:
            signal.signal(number, lambda number, frame: None)  # what is told is told through the pipe
        threading.Thread(target=self._hear, args=(told,), daemon=True).start()

    def wait(self) -> int:
        """Wait for a signal; the exit status that it asks for. The next one ends the process at once."""
        self._orderly = True
        self._heard.wait()
        return SIGNALED + self._first

    def leave(self, status: int) -> NoReturn:
        """End the process, whatever its other threads do."""
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(status)

    def _hear(self, told: int) -> None:
        """Read the numbers of signals as they come in."""
        while True:
            number = os.read(told, 1)[0]
            if number not in SIGNALS:
                continue
            if not self._orderly:
                self.at_once()
                os._exit(SIGNALED + number)
            self._orderly, self._first = False, number
            self._heard.set()
