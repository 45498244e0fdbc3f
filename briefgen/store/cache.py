"""Keep what was found in each document and what it tells, so that a run works only on what is new."""

import hashlib
import logging
import platform
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from briefgen.model.account import Account
from briefgen.model.annotation import Annotated, Read
from briefgen.model.problem import StoreError
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.store.database import Store
from briefgen.store.packing import pack, unpack
from briefgen.store.tables import readings, runs

Kept = TypeVar("Kept", Annotated, Account)

LOG = logging.getLogger("briefgen.store.cache")
PACKAGE = Path(__file__).parent.parent
BATCH = 100
"""Documents that are written in one transaction: what a run that is killed has to read again at most."""
AHEAD = 200
"""Documents that are asked for at once, as a question to a server costs as much for many as for one."""
READ_BY = (
    "language",
    "readers",
    "extract",
    "model/annotation.py",
    "model/document.py",
    "model/problem.py",
    "model/source.py",
    "model/span.py",
    "pipeline.py",
)
"""Files and folders of the package that have a part in what is found in a document."""
LIBRARIES = ("charset-normalizer", "msgspec")
"""Packages of others that have a part in it, or in how it is kept."""
SPARE_RUNS = 30
"""Runs of a job that an unused reading outlives."""
SPARE_DAYS = 60
"""Days after its last run on which a job no longer holds readings back from being dropped."""
OFTEN = 10
"""Runs after which it is written anew that a reading was used; each night would rewrite the whole table."""

UPSERTS: Mapping[str, Callable[..., Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""SQLAlchemy's own INSERT has no ON CONFLICT; those of the two databases are spelt alike."""

TOLD_BY = ("synthesis", "model/account.py", "model/brief.py")
"""Further files and folders that have a part in what a document tells."""

Reading = Callable[[RawSource, Metadata, Any], Annotated | Unread]
"""As `briefgen.pipeline.Reading`: source, what holds where it says nothing, engine."""
Teller = Callable[[Iterable[Read]], Iterable[tuple[Account, Any]]]
"""As `briefgen.pipeline.Teller`: what each document tells by itself, and how where that was worked out just
now."""


class Shelf:
    """What is kept by key, fetched in few questions and written in few transactions."""

    def __init__(self, store: Store, run: int) -> None:
        """`run` is the id of the run that asks."""
        self._store = store
        self._run = run
        self._ahead: deque[str] = deque()
        self._loaded: dict[str, tuple[str, int, bytes] | None] = {}
        self._fresh: dict[str, bytes] = {}
        self._used: set[str] = set()

    def expect(self, keys: Iterable[str]) -> None:
        """Say what is going to be asked for and in which order."""
        self._ahead = deque(keys)

    def held(self, keys: Iterable[str], also: Iterable[str]) -> frozenset[str]:
        """Those of `keys` under which something is kept, if there is under its like in `also` too."""
        pairs = list(zip(keys, also, strict=True))
        found: set[str] = set()
        with self._store.reading() as connection:
            for start in range(0, len(pairs), AHEAD):
                wanted = [key for pair in pairs[start : start + AHEAD] for key in pair]
                found.update(connection.scalars(select(readings.c.key).where(readings.c.key.in_(wanted))))
        return frozenset(key for key, other in pairs if key in found and other in found)

    def take(self, key: str) -> tuple[str, int, bytes] | None:
        """What is kept under `key`: its hash, the last run that used it, and its bytes; or nothing.

        Raises `StoreError` where the store cannot be asked.
        """
        if key in self._fresh:
            data = self._fresh[key]
            return hashlib.sha256(data).hexdigest(), self._run, data
        if key not in self._loaded:
            self._load(key)
        return self._loaded.pop(key)

    def _load(self, key: str) -> None:
        """Fetch what is kept under `key`, and under those that are expected after it."""
        wanted = {key: None}
        while self._ahead and len(wanted) < AHEAD:
            wanted[self._ahead.popleft()] = None
        self._loaded.update(wanted)
        columns = (readings.c.key, readings.c.sha256, readings.c.used, readings.c.packed)
        with self._store.reading() as connection:
            for row in connection.execute(select(*columns).where(readings.c.key.in_(wanted))):
                self._loaded[row.key] = (row.sha256, row.used, bytes(row.packed))

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`, at the latest with the next `save`."""
        self._fresh[key] = data
        if len(self._fresh) >= BATCH:
            self.save()

    def was_used(self, key: str, used: int) -> None:
        """Remember that what is kept under `key`, last used by the run `used`, was used again."""
        if used <= self._run - OFTEN:
            self._used.add(key)

    def save(self) -> None:
        """Keep what was put here since the last time."""
        if self._fresh:
            with self._store.writing() as connection:
                _keep(connection, self._run, self._fresh)
            self._fresh = {}
        if self._used:
            given = [{"wanted": key, "run": self._run} for key in sorted(self._used)]
            with self._store.writing() as connection:
                connection.execute(
                    update(readings)
                    .where(readings.c.key == bindparam("wanted"))
                    .values(used=bindparam("run")),
                    given,
                )
            self._used = set()


class Readings:
    """A `Reading` and a `Teller` that ask the store first, and keep what they had to work out.

    Only what could be read is kept: why something could not may be gone by the next run.
    """

    def __init__(self, store: Store, run: int, read: Reading, tell: Teller) -> None:
        """`run` is the id of the run that asks; `read` reads and `tell` works out what is not kept."""
        self.found = 0
        """Documents that the store had."""
        self.read = 0
        """Documents that had to be read."""
        self.damaged: dict[str, None] = {}
        """Names of the documents of which what the store had was damaged."""
        self._name = store.name
        self._read, self._tell = read, tell
        self._readings, self._accounts = Shelf(store, run), Shelf(store, run)
        self._keys: dict[str, str] = {}
        self._told_of: frozenset[str] = frozenset()

    def expect(self, raws: Iterable[RawSource], defaults: Metadata, engine: Any) -> None:  # noqa: ANN401
        """Say what is going to be asked for and in which order; it is then fetched in few questions."""
        listed = tuple(raws)
        keys = [reading_key(raw, defaults, engine) for raw in listed]
        self._keys |= {raw.name: key for raw, key in zip(listed, keys, strict=True)}
        told = {_account_key(key, raw.name): key for raw, key in zip(listed, keys, strict=True)}
        self._told_of = self._accounts.held(told, told.values())
        self._readings.expect(key for account, key in told.items() if account not in self._told_of)

    def __call__(
        self,
        raw: RawSource,
        defaults: Metadata,
        engine: Any,  # noqa: ANN401
    ) -> Annotated | Read | Unread:
        """What is found in `raw`, only fetched when it is asked for where the store has what it tells.

        Raises `StoreError` where the store cannot be asked.
        """
        key = self._keys[raw.name] = reading_key(raw, defaults, engine)
        if _account_key(key, raw.name) in self._told_of:
            self.found += 1
            return Read(raw.name, lambda: cast(Annotated, self._found(key, raw, defaults, engine)))
        before = self.read
        found = self._found(key, raw, defaults, engine)
        self.found += self.read == before
        return found

    def _found(self, key: str, raw: RawSource, defaults: Metadata, engine: Any) -> Annotated | Unread:  # noqa: ANN401
        kept = self._kept(key, raw)
        if kept is not None:
            return kept
        self.read += 1
        found = self._read(raw, defaults, engine)
        if isinstance(found, Annotated):
            self._readings.put(key, packed(found))
        return found

    def _kept(self, key: str, raw: RawSource) -> Annotated | None:
        row = self._readings.take(key)
        if row is None:
            return None
        sha256, used, data = row
        found = unpacked(data, sha256, raw)
        if found is None:
            self.damaged[raw.name] = None
            LOG.warning(
                "what was read of %s is damaged in the store %s; it is read anew", raw.name, self._name
            )
        else:
            self._readings.was_used(key, used)
        return found

    def tell(self, documents: Iterable[Read]) -> Iterator[tuple[Account, Any]]:
        """What each of `documents`, which were read here, tells by itself, and how where that was worked out
        just now.

        Raises `StoreError` where the store cannot be asked.
        """
        listed = tuple(documents)
        self._accounts.expect(_account_key(self._keys[one.name], one.name) for one in listed)
        return map(self._told, listed)

    def _told(self, document: Read) -> tuple[Account, Any]:
        key = _account_key(self._keys[document.name], document.name)
        kept = self._account(key, document.name)
        if kept is not None:
            return kept, None
        ((account, workings),) = self._tell((document,))
        self._accounts.put(key, packed_account(account))
        return account, workings

    def _account(self, key: str, name: str) -> Account | None:
        row = self._accounts.take(key)
        if row is None:
            return None
        sha256, used, data = row
        account = unpacked_account(data, sha256)
        if account is None:
            self.damaged[name] = None
            LOG.warning("what %s tells is damaged in the store %s; it is worked out anew", name, self._name)
        else:
            self._accounts.was_used(key, used)
            self._readings.was_used(self._keys[name], used)
        return account

    def save(self) -> None:
        """Keep what was worked out since the last time."""
        self._readings.save()
        self._accounts.save()


@contextmanager
def kept_readings(store: Store, run: int, read: Reading, tell: Teller) -> Iterator[Readings]:
    """A reading that remembers, for the run with the id `run`; what it read is kept even if the run fails."""
    remembering = Readings(store, run, read, tell)
    try:
        yield remembering
    except BaseException:
        with suppress(StoreError):
            remembering.save()
        raise
    remembering.save()


def _keep(connection: Connection, run: int, fresh: dict[str, bytes]) -> None:
    """Write rows in the order of their keys, so that two runs never wait for each other crosswise."""
    insert: Any = UPSERTS[connection.dialect.name](readings)
    renewed = {name: insert.excluded[name] for name in ("sha256", "used", "packed")}
    rows = [
        {"key": key, "sha256": hashlib.sha256(data).hexdigest(), "used": run, "packed": data}
        for key, data in sorted(fresh.items())
    ]
    connection.execute(insert.on_conflict_do_update(index_elements=["key"], set_=renewed), rows)


def reading_key(raw: RawSource, defaults: Metadata, engine: Any) -> str:  # noqa: ANN401
    """What the reading of `raw` is kept under: the hash of all that it depends on, which its name is not."""
    given = (
        fingerprint(),
        raw.sha256,
        raw.media_type,
        raw.metadata,
        raw.problems,
        defaults,
        None if engine is None else engine.name,
    )
    return hashlib.sha256(msgspec.msgpack.encode(given)).hexdigest()


def _account_key(reading: str, name: str) -> str:
    """What the account of the document called `name` is kept under, `reading` being the key of its reading.

    Its name has a part in it: a source without a publisher speaks under its own name.
    """
    return hashlib.sha256(
        f"{telling_fingerprint()} {reading} {name}".encode("utf-8", "surrogatepass")
    ).hexdigest()


def packed(found: Annotated) -> bytes:
    """`found` as it is kept, without path and name."""
    nameless = msgspec.structs.replace(found.document, path="", name="")
    return pack(msgspec.msgpack.encode(msgspec.structs.replace(found, document=nameless)))


@cache
def _decoder() -> msgspec.msgpack.Decoder[Annotated]:
    return msgspec.msgpack.Decoder(Annotated)


def unpacked(data: bytes, sha256: str, raw: RawSource) -> Annotated | None:
    """What `packed` kept of `raw`, with its path and name; none where `data` is not what was kept."""
    found = _unpacked(data, sha256, _decoder())
    if found is None or found.document.sha256 != raw.sha256:
        return None
    document = msgspec.structs.replace(found.document, path=raw.path, name=raw.name)
    return msgspec.structs.replace(found, document=document)


def packed_account(account: Account) -> bytes:
    """`account` as it is kept."""
    return pack(msgspec.msgpack.encode(account))


@cache
def _account_decoder() -> msgspec.msgpack.Decoder[Account]:
    return msgspec.msgpack.Decoder(Account)


def unpacked_account(data: bytes, sha256: str) -> Account | None:
    """What `packed_account` kept; none where `data` is not what was kept."""
    return _unpacked(data, sha256, _account_decoder())


def _unpacked(data: bytes, sha256: str, decoder: msgspec.msgpack.Decoder[Kept]) -> Kept | None:
    whole = unpack(data) if hashlib.sha256(data).hexdigest() == sha256 else None
    if whole is None:
        return None
    try:
        return decoder.decode(whole)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


@cache
def fingerprint() -> str:
    """Hash of the code and the lists that read, of the packages that they use, and of Python's own part."""
    from importlib.metadata import version

    digest = hashlib.sha256()
    for name in LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    digest.update(f"{platform.python_version()} {unicodedata.unidata_version}\n".encode())
    digest.update(_hash_of_code(READ_BY))
    return digest.hexdigest()


@cache
def telling_fingerprint() -> str:
    """Hash of the code that tells what a document tells, beside that which reads it."""
    return _hash_of_code(TOLD_BY).hex()


def _hash_of_code(names: Iterable[str]) -> bytes:
    digest = hashlib.sha256()
    for path in _code(names):
        digest.update(f"{path.relative_to(PACKAGE).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()


def _code(names: Iterable[str] = READ_BY) -> list[Path]:
    """Every file of `names`; of an installation without sources, what was compiled."""
    named = [PACKAGE / name for name in names]
    compiled = [path.with_suffix(".pyc") for path in named if path.suffix]
    below = [path for folder in named if folder.is_dir() for path in folder.rglob("*")]
    return sorted(
        path for path in (*named, *compiled, *below) if path.is_file() and path.parent.name != "__pycache__"
    )


def forget(connection: Connection, now: str, spare: int = SPARE_RUNS) -> int:
    """Drop the readings that no job has needed in its last `spare` runs, and tell how many they were.

    Jobs that had no run in the `SPARE_DAYS` before the moment `now` are not waited for.
    """
    from datetime import datetime, timedelta

    long_ago = (datetime.fromisoformat(now) - timedelta(days=SPARE_DAYS)).isoformat()
    place = func.row_number().over(partition_by=runs.c.job, order_by=runs.c.id.desc()).label("place")
    recent = select(runs.c.id, place).where(runs.c.started >= long_ago).subquery()
    oldest = connection.scalar(select(func.min(recent.c.id)).where(recent.c.place <= spare))
    if oldest is None:
        return 0
    return connection.execute(delete(readings).where(readings.c.used < oldest - OFTEN)).rowcount
