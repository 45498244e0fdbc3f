"""How the tables came to be as they are: named steps, forward only, each taken once.

A new database is made as `tables.py` says, by the first step, and lacks none of the others. One of an earlier
version takes the steps that it lacks, after a backup. A step is never changed once it was released: what
comes later is a step of its own, and `tests/store/test_migrations.py` holds both ways to the same end.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, insert, inspect, select, text

from briefgen import __version__
from briefgen.model.problem import StoreError
from briefgen.store.database import SCHEMA, Store
from briefgen.store.tables import METADATA, steps

GENERATOR = f"briefgen {__version__}"


class Step(NamedTuple):
    """One change of the tables."""

    name: str
    take: Callable[[Connection], None]


def _begin(connection: Connection) -> None:
    """The tables of a new database, and what searches the words in them."""
    METADATA.create_all(connection)
    _SEARCH[connection.dialect.name](connection)


def _search_sqlite(connection: Connection) -> None:
    """Full text over `passages`, which keeps the words; see sqlite.org/fts5.html, 4.4.3."""
    for statement in (
        "CREATE VIRTUAL TABLE search USING fts5(words, content='passages', content_rowid='id', "
        "tokenize='ascii')",
        "CREATE TRIGGER passages_in AFTER INSERT ON passages BEGIN "
        "INSERT INTO search(rowid, words) VALUES (new.id, new.words); END",
        "CREATE TRIGGER passages_out AFTER DELETE ON passages BEGIN "
        "INSERT INTO search(search, rowid, words) VALUES ('delete', old.id, old.words); END",
    ):
        connection.execute(text(statement))


def _search_postgresql(connection: Connection) -> None:
    """Full text over `passages`, words as they are: names and figures must not be cut to stems."""
    connection.execute(text("CREATE INDEX search ON passages USING gin (to_tsvector('simple', words))"))


_SEARCH: dict[str, Callable[[Connection], None]] = {
    "sqlite": _search_sqlite,
    "postgresql": _search_postgresql,
}


def _share_accounts(connection: Connection) -> None:
    """What one source told in several editions is kept once; read only where a store lacks the step."""
    from briefgen.store.step_accounts import share_accounts

    share_accounts(connection)


def _place_inputs(connection: Connection) -> None:
    """By which of a job's sources each input was found, and how it is marked; runs fill it in."""
    comments = {
        "place": "which of the job''s sources it was found by",
        "marking": "as the latest run found it marked",
    }
    for column, comment in comments.items():
        connection.execute(text(f"ALTER TABLE inputs ADD COLUMN {column} TEXT"))
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"COMMENT ON COLUMN inputs.{column} IS '{comment}'"))


def _remember_problems(connection: Connection) -> None:
    """What is wrong with each input, for runs that do not read it again; the next edition fills it in."""
    connection.execute(text("ALTER TABLE inputs ADD COLUMN problems TEXT"))
    if connection.dialect.name == "postgresql":
        words = "JSON: what an edition found wrong with it; none: nothing, or not known"
        connection.execute(text(f"COMMENT ON COLUMN inputs.problems IS '{words}'"))


STEPS: tuple[Step, ...] = (
    Step("editions", _begin),
    Step("accounts", _share_accounts),
    Step("places", _place_inputs),
    Step("problems", _remember_problems),
)


def migrate(store: Store, wanted: tuple[Step, ...] = STEPS) -> tuple[str, ...]:
    """Take the steps of `wanted` that `store` lacks, and return their names.

    Raises `StoreError` where the store was written by a later version.
    """
    with store.reading() as connection:
        taken = _taken(connection)
    lacking = _lacking(taken, wanted, store.name)
    if not lacking:
        return ()
    if taken:
        _back_up(store, lacking[0].name)
    with store.writing() as connection:
        _alone(connection)
        taken = _taken(connection)
        lacking = _lacking(taken, wanted, store.name)
        for step in lacking if taken else lacking[:1]:
            step.take(connection)
        for step in lacking:
            connection.execute(insert(steps).values(name=step.name, generator=GENERATOR))
    return tuple(step.name for step in lacking)


def _taken(connection: Connection) -> tuple[str, ...]:
    if not inspect(connection).has_table(steps.name, schema=_schema(connection)):
        return ()
    return tuple(connection.scalars(select(steps.c.name)))


def _schema(connection: Connection) -> str | None:
    return SCHEMA if connection.dialect.name == "postgresql" else None


def _lacking(taken: tuple[str, ...], wanted: tuple[Step, ...], name: str) -> tuple[Step, ...]:
    strange = set(taken) - {step.name for step in wanted}
    if strange:
        raise StoreError(
            f"the store {name} was written by a later version of briefgen "
            f"(it knows of {', '.join(sorted(strange))}): install that version, or name another `store`"
        )
    return tuple(step for step in wanted if step.name not in taken)


def _alone(connection: Connection) -> None:
    """Nobody else changes tables meanwhile; SQLite's writers are alone as it is."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('briefgen tables'))"))
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))


def _back_up(store: Store, step: str) -> None:
    if store.place is not None:
        _copy_file(store.engine, store.place.with_name(f"{store.place.name}.before-{step}"))
    else:
        _copy_schema(store, f"{SCHEMA}_before_{step}")


def _copy_file(engine: Engine, copy: Path) -> None:
    """A whole copy of the database, even while others read and write it; a half one is written again."""
    half = copy.with_name(f"{copy.name}.half")
    half.unlink(missing_ok=True)
    connection = engine.raw_connection()
    try:
        connection.execute("VACUUM INTO ?", (str(half),))
    finally:
        connection.close()
    half.replace(copy)


def _copy_schema(store: Store, copy: str) -> None:
    """All rows in a schema beside ours, which a person can look into and take them back from."""
    with store.writing() as connection:
        connection.execute(text(f'DROP SCHEMA IF EXISTS "{copy}" CASCADE'))
        connection.execute(text(f'CREATE SCHEMA "{copy}"'))
        for table in inspect(connection).get_table_names(schema=SCHEMA):
            connection.execute(text(f'CREATE TABLE "{copy}"."{table}" AS TABLE {SCHEMA}."{table}"'))
