"""A store of an earlier version is brought up to date, after a backup; one of a later version is refused."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, select, text

from briefgen.model.problem import StoreError
from briefgen.store.database import SCHEMA, Store, connect, open_store
from briefgen.store.migrations import STEPS, Step, migrate
from briefgen.store.runs import last_run, start_run
from briefgen.store.tables import steps

NOW = "2026-11-22T06:00:00+00:00"


def _add_column(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE runs ADD COLUMN mood TEXT"))


def _fail(connection: Connection) -> None:
    _add_column(connection)
    raise RuntimeError("half-way")


LATER = (*STEPS, Step("mood", _add_column))


def columns(store: Store) -> set[str]:
    schema = None if store.place else SCHEMA
    return {one["name"] for one in inspect(store.engine).get_columns("runs", schema=schema)}


def test_steps_are_taken_once(store_address: str) -> None:
    store = connect(store_address)
    assert migrate(store) == tuple(step.name for step in STEPS)
    assert migrate(store) == ()
    with store.reading() as connection:
        assert set(connection.scalars(select(steps.c.name))) == {step.name for step in STEPS}
    store.close()


def test_a_later_step_keeps_what_was_there(store_address: str) -> None:
    store = open_store(store_address)
    run = start_run(store, "daily", NOW)
    assert migrate(store, LATER) == ("mood",)
    assert "mood" in columns(store)
    with store.reading() as connection:
        assert connection.execute(text("SELECT id FROM runs")).scalar_one() == run.id
    store.close()


def test_before_a_step_a_backup_is_made(store_address: str) -> None:
    store = open_store(store_address)
    run = start_run(store, "daily", NOW)
    migrate(store, LATER)
    if store.place:
        copy = connect(f"sqlite:///{store.place}.before-mood")
        assert "mood" not in columns(copy)
        with copy.reading() as connection:
            assert last_run(connection, "daily") == run
        copy.close()
    else:
        with store.reading() as connection:
            found = connection.execute(text(f'SELECT id FROM "{SCHEMA}_before_mood".runs'))
            assert found.scalar_one() == run.id
    store.close()


def test_a_step_that_fails_leaves_the_tables_as_they_were(store_address: str) -> None:
    store = open_store(store_address)
    with pytest.raises(RuntimeError):
        migrate(store, (*STEPS, Step("mood", _fail)))
    assert "mood" not in columns(store)
    assert migrate(store, LATER) == ("mood",)
    store.close()


def test_a_store_of_a_later_version_is_refused(store_address: str) -> None:
    store = open_store(store_address)
    migrate(store, LATER)
    store.close()
    with pytest.raises(StoreError, match="later version of briefgen"):
        open_store(store_address)


def test_released_steps_make_the_tables_of_today(tmp_path: Path) -> None:
    """Where this fails, a table was changed without a step: add one, then renew the file by hand."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    with store.reading() as connection:
        found = connection.execute(
            text(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL "
                "AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name"
            )
        )
        made = "\n".join(" ".join(sql.split()) for sql in found.scalars()) + "\n"
    store.close()
    assert made == Path(__file__).with_name("tables.sql").read_text("utf-8")
