"""Drop what editions held once they are older than their job keeps them, and give the room back."""

import hashlib
import logging
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, select, update

from briefgen.model.edition import Edition
from briefgen.model.job import Job, Retention
from briefgen.store.cache import forget
from briefgen.store.database import Store
from briefgen.store.deliveries import OPEN, deliveries_of
from briefgen.store.editions import alone_with_words, editions_of
from briefgen.store.tables import (
    accounts,
    claims,
    editions,
    figures,
    files,
    models,
    passages,
    sources,
    spans,
)

log = logging.getLogger(__name__)


class Drop(NamedTuple):
    """An edition that its job no longer keeps."""

    edition: Edition
    size: int
    """Bytes of its models and files in the store; the room of its words comes on top."""
    delivered: tuple[str, ...]
    """To whom it was sent."""


class Pruned(NamedTuple):
    """What was dropped."""

    removed: tuple[Path, ...]
    """Files that were taken away."""
    left: tuple[Path, ...]
    """Files that somebody changed, and that therefore still stand."""


def overdue(connection: Connection, job: str, retention: Retention, now: str) -> tuple[Drop, ...]:
    """The editions of `job` that `retention` keeps no longer at the moment `now`, the oldest first.

    One is kept if either of the bounds keeps it. The last is always kept, and what is still to be delivered.
    """
    if retention.editions is None and retention.days is None:
        return ()
    standing = [one for one in editions_of(connection, job) if one.pruned is None]
    sent = deliveries_of(connection, job)
    waiting = {one.edition for one in sent if one.state in OPEN}
    old = [one for place, one in enumerate(standing) if not _keeps(retention, place, one, now)]
    return tuple(
        Drop(
            one,
            _size(connection, one),
            tuple(
                f"{to.channel}: {to.recipient}"
                for to in sent
                if to.edition == one.number and to.state == "sent" and to.quiet is None
            ),
        )
        for one in reversed(old)
        if one.number not in waiting
    )


def _keeps(retention: Retention, place: int, one: Edition, now: str) -> bool:
    """Whether an edition is kept that stands at `place` among those of its job, of which 0 is the newest."""
    if place == 0 or (retention.editions is not None and place < retention.editions):
        return True
    if retention.days is None:
        return False
    since = datetime.fromisoformat(now) - timedelta(days=retention.days)
    return datetime.fromisoformat(one.made) >= since


def _size(connection: Connection, one: Edition) -> int:
    key = select(editions.c.id).where(editions.c.job == one.job, editions.c.number == one.number)
    wanted = key.scalar_subquery()
    held = (
        select(func.sum(func.length(models.c.packed))).where(models.c.edition == wanted),
        select(func.sum(func.length(files.c.data))).where(files.c.edition == wanted),
    )
    return sum(int(connection.scalar(asked) or 0) for asked in held)


def prune(store: Store, drops: Iterable[Drop], now: str) -> Pruned:
    """Drop what the editions of `drops` held; that they were made, and to whom they went, stays known.

    Of the files that were written for them, those are removed that are still what was written. Whoever calls
    it holds the locks of their jobs.
    """
    removed: list[Path] = []
    left: list[Path] = []
    for drop in drops:
        # Files first: should this be ended half-way, the store still knows what was written.
        with store.reading() as connection:
            written = _written(connection, drop.edition)
        for path, sha256 in written:
            if path.is_file() and not path.is_symlink():
                (removed if _taken_away(path, sha256) else left).append(path)
        _clear(Path(drop.edition.folder))
        with store.writing() as connection:
            _empty(connection, drop.edition, now)
    with store.writing() as connection:
        _drop_words(connection)
        forget(connection, now)
    _give_back(store)
    return Pruned(tuple(removed), tuple(left))


def apply_retention(store: Store, job: Job, now: str) -> tuple[Edition, ...]:
    """Drop, after a run of `job`, what it keeps no longer and was sent to nobody; returns those editions.

    What was delivered is dropped only by a person, with `briefgen prune --delivered`. What was read of
    documents that no job needs any more goes too. Whoever calls it holds the lock of the job.
    """
    with store.reading() as connection:
        drops = [one for one in overdue(connection, job.name, job.retention, now) if not one.delivered]
    if drops:
        pruned = prune(store, drops, now)
        for one in drops:
            log.info(
                "what edition %d held was dropped, as the job keeps it no longer",
                one.edition.number,
                extra={"event": "pruned", "job": job.name, "edition": one.edition.number},
            )
        for path in pruned.left:
            log.warning("%s was changed by somebody, and stays", path, extra={"job": job.name})
    else:
        with store.writing() as connection:
            forget(connection, now)
    return tuple(one.edition for one in drops)


# Files


def _written(connection: Connection, one: Edition) -> list[tuple[Path, str]]:
    """The files of an edition, by path and hash, but for those whose place a later edition took."""
    found = connection.execute(
        select(editions.c.number, editions.c.folder, files.c.name, files.c.sha256)
        .join(files, files.c.edition == editions.c.id)
        .where(editions.c.job == one.job)
    )
    rows = [(row.number, Path(row.folder) / row.name, row.sha256) for row in found]
    others = {path for number, path, _ in rows if number != one.number}
    return [(path, sha256) for number, path, sha256 in rows if number == one.number and path not in others]


def _taken_away(path: Path, sha256: str) -> bool:
    try:
        if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            return False
        path.unlink()
    except OSError:
        return False
    return True


def _clear(folder: Path) -> None:
    """Remove `folder` if nothing is in it any more."""
    with suppress(OSError):
        folder.rmdir()


# The database


def _empty(connection: Connection, one: Edition, now: str) -> None:
    key = connection.scalar(
        select(editions.c.id).where(editions.c.job == one.job, editions.c.number == one.number)
    )
    for table in (models, files, sources):
        connection.execute(delete(table).where(table.c.edition == key))
    connection.execute(update(editions).where(editions.c.id == key).values(pruned=now, title_passage=None))


def _drop_words(connection: Connection) -> None:
    """Remove what sources told that no edition holds any more, and the passages that only it rested on."""
    alone_with_words(connection)
    told = select(sources.c.account).where(sources.c.account == accounts.c.id).exists()
    connection.execute(delete(accounts).where(~told))
    held = [
        select(column.table.c[column.name]).where(column == passages.c.id).exists()
        for column in (spans.c.passage, claims.c.passage, figures.c.passage, editions.c.title_passage)
    ]
    connection.execute(delete(passages).where(*(~one for one in held)))


def _give_back(store: Store) -> None:
    """Hand the room that became free back to the disk; PostgreSQL sees to that by itself.

    Where another program is at work in the store, the room is used for what comes next instead.
    """
    if store.place is None:
        return
    connection = store.engine.raw_connection()
    try:
        cursor = connection.cursor()
        prepared = cursor.execute("PRAGMA auto_vacuum").fetchone() == (2,)
        # As a script, as a statement without columns is taken one step, which frees one page.
        cursor.executescript("PRAGMA incremental_vacuum" if prepared else "VACUUM")
        cursor.executescript("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        log.info("the store %s keeps the room that became free: %s", store.name, error)
    finally:
        connection.close()
