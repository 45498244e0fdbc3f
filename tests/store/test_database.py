"""A store that cannot be used says why, and what to do; two kinds of database behave alike."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from databases import Server
from sqlalchemy import select

from briefgen.model.problem import StoreError
from briefgen.store.database import Store, connect, open_store, without_password
from briefgen.store.runs import last_run, start_run
from briefgen.store.tables import runs

NOW = "2026-11-22T06:00:00+00:00"


def test_a_new_store_is_ready(store_address: str) -> None:
    store = open_store(store_address)
    run = start_run(store, "daily", NOW)
    with store.reading() as connection:
        assert last_run(connection, "daily") == run
    store.close()


def _begin_two_runs(store: Store, meanwhile: Callable[[], object]) -> None:
    """Two runs of one number, which no database takes."""
    row = {
        "id": 1,
        "job": "daily",
        "started": NOW,
        "state": "running",
        "problems": "[]",
        "host": "",
        "pid": 1,
    }
    with store.writing() as connection:
        connection.execute(runs.insert().values(**row))
        meanwhile()
        connection.execute(runs.insert().values(**row))


def test_what_fails_half_way_leaves_nothing(store_address: str) -> None:
    store = open_store(store_address)
    with pytest.raises(StoreError):
        _begin_two_runs(store, lambda: None)
    with store.reading() as connection:
        assert connection.execute(select(runs)).all() == []
    store.close()


def test_writers_take_turns(store_address: str) -> None:
    store = open_store(store_address)
    threads = [threading.Thread(target=start_run, args=(store, f"job{n}", NOW)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as connection:
        assert len(connection.execute(select(runs)).all()) == 8
    store.close()


def test_a_file_that_is_no_database_is_named_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"these are my holiday notes, " * 50)
    with pytest.raises(StoreError, match=r"store\.db is damaged: move the file away"):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"these are my holiday notes")


def test_a_locked_database_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.store.database.PATIENCE", 0.1)
    address = f"sqlite:///{tmp_path / 'store.db'}"
    open_store(address).close()
    other = sqlite3.connect(tmp_path / "store.db")
    other.execute("BEGIN IMMEDIATE")
    store = open_store(address)
    with pytest.raises(StoreError, match="in use by another program"):
        start_run(store, "daily", NOW)
    other.close()
    start_run(store, "daily", NOW)
    store.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made for the store"):
        open_store(f"sqlite:///{tmp_path / 'file' / 'store.db'}")


@pytest.mark.parametrize("address", ["mysql://me@host/db", "what is this", "sqlite://", "sqlite:///:memory:"])
def test_an_address_of_no_store_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="store"):
        connect(address)


def test_a_server_that_is_not_there_is_told_without_the_password(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match=r"cannot be reached.*BRIEFGEN_STORE") as caught:
        open_store(f"postgresql://me:hunter2@/db?host={tmp_path}")
    assert "hunter2" not in str(caught.value)


def test_a_server_that_goes_away_in_mid_transaction_keeps_nothing(postgres: Server) -> None:
    store = open_store(postgres.make("goes_away"))
    with pytest.raises(StoreError, match=r"went away in the middle|cannot be reached"):
        _begin_two_runs(store, postgres.fail)
    with store.reading() as connection:
        assert connection.execute(select(runs)).all() == []
    store.close()


def test_passwords_are_not_shown() -> None:
    assert without_password("postgresql://me:secret@host/db") == "postgresql://me:***@host/db"
    assert without_password("https://token@host/feed") == "https://token@host/feed"
