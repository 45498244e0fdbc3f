"""Open the database of editions: SQLite in one file, or PostgreSQL for teams."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from briefgen.model.problem import StoreError

PATIENCE = 30
"""Seconds that a connection waits for another program to finish its work on the same rows."""
SCHEMA = "briefgen"
"""Of PostgreSQL: tables of ours stand apart from others in the same database."""


class Store(msgspec.Struct, frozen=True):
    """An open database of editions."""

    engine: Engine
    name: str
    """As messages call it: the path, or the address without its password."""
    place: Path | None
    """The file; none for PostgreSQL."""

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose work becomes visible as a whole when the block ends, or not at all.

        Raises `StoreError` where the database cannot do it.
        """
        with _told(self.name), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database, and leaves it as it is."""
        # PostgreSQL's usual level sees what others finish meanwhile; SQLite's one level never does.
        level = {} if self.place else {"isolation_level": "REPEATABLE READ"}
        calm = self.engine.execution_options(briefgen_reads=True, **level)
        with _told(self.name), calm.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def open_store(address: str) -> Store:
    """The store at `address`, made and brought up to date where it has to be.

    `address` is `sqlite:///PATH` or `postgresql://…`. Raises `StoreError`, which names cause and repair,
    where there is none to be had.
    """
    from briefgen.store.migrations import migrate

    store = connect(address)
    try:
        with _told(store.name):
            migrate(store)
    except BaseException:
        store.close()
        raise
    return store


def connect(address: str) -> Store:
    """The store at `address` as it is."""
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreError(
            f"“{without_password(address)}” is no address of a store: write a path such as "
            ".briefgen/store.db, or postgresql://USER@HOST/DATABASE"
        ) from error
    kinds = {"sqlite": _sqlite, "postgresql": _postgresql, "postgres": _postgresql}
    if url.get_backend_name() not in kinds:
        raise StoreError(
            f"{url.get_backend_name()} is no store that briefgen knows: use sqlite or postgresql"
        )
    return kinds[url.get_backend_name()](url)


def file_of(address: str) -> Path | None:
    """The file of the store at `address`; none where it is a server's."""
    start = "sqlite:///"
    return Path(address.removeprefix(start)) if address.startswith(start) else None


def without_password(address: str) -> str:
    """`address` as it may be shown."""
    return re.sub(r"(?<=://)([^/@\s:]*):[^@\s]*@", r"\1:***@", address)


def _sqlite(url: URL) -> Store:
    place = Path(url.database or "")
    if not url.database or url.database == ":memory:":
        raise StoreError("a store needs a file: write a path such as .briefgen/store.db")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{place.parent} cannot be made for the store: {error.strerror}; name another place as `store`"
        ) from error
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _set_up_sqlite)
    _keep_to_one_file(engine, place)
    event.listen(engine, "begin", _begin_sqlite)
    return Store(engine, str(place), place)


def _identity(place: Path) -> tuple[int, int] | None:
    """What tells one file from another that took its place; none where there is none."""
    try:
        found = place.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _keep_to_one_file(engine: Engine, place: Path) -> None:
    """Have `engine` raise `StoreError` where the file that it has opened no longer stands at `place`.

    It could still be written to, by no name, and what was kept and sent would be known to nobody; or a new
    one would be made, which knows nothing.
    """
    opened: list[tuple[int, int] | None] = []

    def check(*_: object) -> None:
        if opened and opened[0] != _identity(place):
            raise StoreError(
                f"the store {place} was taken away or replaced while it was in use, so nothing more was kept "
                "or sent: put it back, or see what replaced it, then run again"
            )

    def remember(*_: object) -> None:
        if not opened:
            opened.append(_identity(place))

    event.listen(engine, "do_connect", check)
    event.listen(engine, "connect", remember)
    event.listen(engine, "checkout", check)


def _set_up_sqlite(connection: sqlite3.Connection, record: object) -> None:
    """Durable, concurrent, and with transactions that begin where we say (SQLAlchemy's notes on SQLite)."""
    connection.isolation_level = None
    if connection.execute("PRAGMA schema_version").fetchone() == (0,):
        # Only of a new file: of any other it would wait for whoever writes.
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    """Writers take their turn at once, so that none fails half-way because another was first."""
    reads = connection.get_execution_options().get("briefgen_reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _postgresql(url: URL) -> Store:
    shown = url.render_as_string(hide_password=True)
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": PATIENCE,
                "options": f"-c search_path={SCHEMA} -c timezone=UTC -c lock_timeout={PATIENCE}s",
                "keepalives_idle": 30,
                "keepalives_interval": 10,
                "keepalives_count": 3,
            },
        )
    except (ImportError, NoSuchModuleError) as error:
        raise StoreError(
            f"{shown} needs the PostgreSQL driver: in the checkout of briefgen, "
            "`.venv/bin/pip install '.[postgres]'`"
        ) from error
    return Store(engine, shown, None)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What the database refuses, told so that a person can mend it."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"the store {name} {_cause(error)}") from error
    except SQLAlchemyError as error:
        raise StoreError(f"the store {name} failed: {_brief(error)}") from error


CAUSES: tuple[tuple[str, str], ...] = (
    (
        r"database is locked",
        f"was in use by another program for {PATIENCE} seconds: look for a run that hangs, then run again",
    ),
    (
        r"lock timeout",
        f"was in use by another program for {PATIENCE} seconds: look for a run that hangs, then run again",
    ),
    (
        r"not a database|malformed|disk image",
        "is damaged: move the file away (keep it), then bring back a backup of it or the last "
        "`briefgen export`; without either the next run begins a new store with edition 1",
    ),
    (r"disk is full|No space left|disk full", "has no room to write: make room on its disk, then run again"),
    (
        r"unable to open|Permission denied|readonly",
        "cannot be opened for writing: see that its file and folder are there and yours to write",
    ),
    (
        r"disk I/O error",
        "could not be written (the disk failed, or is full): look at the disk, then run again",
    ),
    (
        r"password authentication|no password supplied|role .* does not exist",
        "does not let this user in: check the user and password in BRIEFGEN_STORE",
    ),
    (
        r"could not connect|connection refused|Connection refused|could not translate|failed to resolve|"
        r"timeout expired|connection failed|connection is bad",
        "cannot be reached: see that the server runs and that its address in BRIEFGEN_STORE is right",
    ),
    (
        r"terminating connection|server closed|connection is closed|SSL connection|consuming input failed|"
        r"starting up|shutting down",
        "went away in the middle; nothing of what was being written was kept: run again when it is back",
    ),
)
"""Words of SQLite, libpq and PostgreSQL, and what they mean for whoever reads the message."""


def _cause(error: DBAPIError) -> str:
    words = _brief(error)
    told = (told for pattern, told in CAUSES if re.search(pattern, words, re.IGNORECASE))
    return next(told, f"failed: {words}")


def _brief(error: SQLAlchemyError) -> str:
    """The driver's own words, without the statement and its values, which may hold what is marked."""
    origin: Any = getattr(error, "orig", None) or error
    return " ".join(str(origin).split()) or type(origin).__name__
