"""One run of a job at a time: a lock that the system takes back when whoever holds it dies."""

import errno
import fcntl
import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from briefgen.model.problem import BusyError, OutputError, StoreError
from briefgen.store.database import Store

LONGEST_NOTE = 2_000
"""Bytes of the file beside the store that are read and written."""
PAUSE = 0.2
"""Seconds between two tries."""


log = logging.getLogger(__name__)

WRITER = ".site-lock"
"""File in a folder that several may want to write to; it is empty, and stays."""


class Lock:
    """What keeps other runs of a job away for as long as it is held."""

    def __init__(self, job: str, connection: Connection | None = None, handle: int | None = None) -> None:
        """`connection` is the one that PostgreSQL ties the lock to, `handle` the file beside SQLite's."""
        self._job = job
        self._connection = connection
        self._handle = handle

    def note(self, failure: str) -> None:
        """Leave word of a `failure` that the store cannot keep, or take it away; see `failure_noted`."""
        if self._handle is not None:
            with suppress(OSError):
                _write(self._handle, failure)

    def check(self) -> None:
        """Raise `StoreError` where the lock was lost, as the connection that held it broke."""
        if self._connection is None:
            return
        try:
            self._connection.execute(text("SELECT 1"))
        except SQLAlchemyError as error:
            raise StoreError(
                f"the connection that kept other runs of {self._job} away broke, so nothing was kept of this "
                "run: run again"
            ) from error


@contextmanager
def only_run(store: Store, job: str, patience: float = 0) -> Iterator[Lock]:
    """Hold the lock of `job`, waiting up to `patience` seconds for it.

    Raises `BusyError` where another run holds it.
    """
    holding = _file_lock if store.place is not None else _server_lock
    with holding(store, job, time.monotonic() + patience) as lock:
        yield lock


@contextmanager
def _file_lock(store: Store, job: str, until: float) -> Iterator[Lock]:
    assert store.place is not None
    handle = _opened(_lock_file(store.place, job))
    try:
        _wait(lambda: _taken(handle), lambda: _words_in(handle).partition("\n")[0], job, until)
        with suppress(OSError):  # the disk may be full; who holds the lock is a courtesy
            _write(handle, _words_in(handle).partition("\n")[2])
        lock = Lock(job, handle=handle)
        try:
            yield lock
        except StoreError as error:
            lock.note(str(error))
            raise
    finally:
        os.close(handle)


def _lock_file(place: Path, job: str) -> Path:
    return place.with_name(f"{place.name}.{job}.lock")


def _words_in(handle: int) -> str:
    """Who holds the lock, or held it last, and below that a failure that could be kept nowhere else."""
    return os.pread(handle, LONGEST_NOTE, 0).decode(errors="replace")


def _write(handle: int, failure: str) -> None:
    """Written over what is there before that is cut off, which a full disk has room for."""
    words = f"process {os.getpid()}\n{failure}".encode()[:LONGEST_NOTE]
    os.ftruncate(handle, os.pwrite(handle, words, 0))


def failure_noted(store: Store, job: str) -> str | None:
    """Why the last run of `job` failed, where the store could not keep that; none where it could."""
    if store.place is None:
        return None
    try:
        words = _lock_file(store.place, job).read_text("utf-8", "replace")
    except OSError:
        return None
    return words.partition("\n")[2].strip() or None


@contextmanager
def only_writer(folder: Path, patience: float) -> Iterator[None]:
    """Keep others that ask for this too away from `folder`, waiting up to `patience` seconds for them.

    Raises `BusyError` where one of them stays, `OutputError` where the folder cannot be written to. Some file
    systems of a network have no locks: there, two at once are the user's to keep apart.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / WRITER, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise OutputError(f"{folder} cannot be written to: {error.strerror}") from error
    until = time.monotonic() + patience
    try:
        while _is_held(handle):
            if time.monotonic() >= until:
                raise BusyError(f"{folder} is being written by another process: wait for it, then run again")
            time.sleep(PAUSE)
        yield
    finally:
        os.close(handle)


def _is_held(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in (errno.EWOULDBLOCK, errno.EACCES)
    return False


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be opened, which keeps runs apart: {error.strerror}; is it yours to write?"
        ) from error


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            return False
        raise StoreError(
            f"the file system of the store has no locks ({error.strerror}), so two runs could not be kept "
            "apart: put the store on a local disk, or use PostgreSQL"
        ) from error
    return True


@contextmanager
def _server_lock(store: Store, job: str, until: float) -> Iterator[Lock]:
    """A lock of the session (PostgreSQL, 13.3.5): it is gone as soon as its connection is."""
    key = {"key": f"briefgen {job}"}
    try:
        connection = store.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    except SQLAlchemyError:
        with store.reading():  # says why
            raise
    try:
        ask = text("SELECT pg_try_advisory_lock(hashtextextended(:key, 0))")
        _wait(
            lambda: bool(connection.execute(ask, key).scalar()),
            lambda: "another process, here or on another machine",
            job,
            until,
        )
        yield Lock(job, connection)
    finally:
        with suppress(SQLAlchemyError):
            connection.execute(text("SELECT pg_advisory_unlock(hashtextextended(:key, 0))"), key)
        with suppress(SQLAlchemyError):
            connection.close()


def _wait(taken: Callable[[], bool], holder: Callable[[], str], job: str, until: float) -> None:
    """Try until the lock of `job` is `taken`, and say once that somebody else has it."""
    told = False
    while not taken():
        if time.monotonic() >= until:
            raise BusyError(_busy(job, holder()))
        if not told:
            words = f"waits for the run of {job} by {holder() or 'another process'} to end"
            log.info(words, extra={"event": "waiting", "job": job})
            told = True
        time.sleep(PAUSE)


def _busy(job: str, holder: str) -> str:
    return f"{job} is being run by {holder or 'another process'}: wait for it to end, then run again"
