"""A store in which each edition had all rows of its own is carried over, and nothing in it is lost."""

from collections.abc import Iterator
from typing import Any

import former_store
import msgspec
import pytest
from annotations import annotated, claim, quantity
from conftest import needs_module
from databases import Server
from samples import brief_of as brief_made_of
from samples import troubled
from sqlalchemy import func, inspect, select, text

from briefgen.model.brief import Brief
from briefgen.model.edition import Counts, Edition
from briefgen.store.database import SCHEMA, Store, connect, open_store
from briefgen.store.editions import Contents, brief_of, edition, editions_of, model_bytes, save_edition
from briefgen.store.migrations import migrate
from briefgen.store.retention import Drop, prune
from briefgen.store.searching import Asked, search
from briefgen.store.tables import METADATA, accounts, claims, figures, passages, sources, spans

LAMPS = (
    "The harbour office said that 40 lamps were lit on the quay. Nobody counted them twice.\n"
    "The pilot denied that 12 boats had left."
)


def lamps() -> Any:  # noqa: ANN401 - as `annotated` gives it
    return annotated(
        LAMPS,
        quantities=(quantity(LAMPS, "40 lamps", 40, "lamps"), quantity(LAMPS, "12 boats", 12, "boats")),
        claims=(
            claim(LAMPS, "The harbour office", "said", "that 40 lamps were lit on the quay"),
            claim(LAMPS, "The pilot", "denied", "that 12 boats had left", "denied"),
        ),
    )


def briefs() -> tuple[Brief, ...]:
    """Four editions: a source more, another status of a claim, then claims that take turns."""
    first = brief_made_of(troubled(), as_of="2025-04-01")
    second = brief_made_of(lamps(), troubled(), as_of="2025-04-02")
    one, *others = second.claims
    changed = msgspec.structs.replace(one, status="disputed")
    third = msgspec.structs.replace(second, claims=(changed, *others), as_of="2025-04-03")
    turns = sorted(second.claims, key=lambda claim: (int(claim.id[1:]) % 2, claim.source))
    claims = tuple(msgspec.structs.replace(claim, id=f"C{number}") for number, claim in enumerate(turns, 1))
    return first, second, third, msgspec.structs.replace(second, claims=claims, as_of="2025-04-04")


def numbered(number: int, made: Brief) -> Edition:
    return Edition(
        job="daily", number=number, made=f"2025-04-{number:02}T06:00:00+00:00", as_of=made.as_of,
        title=made.title, fingerprint="f", folder="", counts=Counts(1, 1, 0), run=1,
    )  # fmt: skip


@pytest.fixture
def carried(store_address: str) -> Iterator[Store]:
    """A store of earlier, brought up to date."""
    former_store.make(store_address, briefs()).close()
    opened = open_store(store_address)
    yield opened
    opened.close()


def anew(address: str) -> Store:
    """A store of today with the same editions."""
    store = open_store(address)
    for number, made in enumerate(briefs(), 1):
        with store.writing() as connection:
            save_edition(connection, numbered(number, made), Contents({None: made}, ()))
    return store


def held(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of what sources tell, with the words in place of the keys of passages and accounts."""
    found = {}
    with store.reading() as connection:
        for table in (spans, claims, figures):
            columns = [one for one in table.c if one.name not in ("account", "passage")]
            rows = connection.execute(
                select(accounts.c.digest, *columns, passages.c.text)
                .join(accounts, accounts.c.id == table.c.account)
                .join(passages, passages.c.id == table.c.passage)
                .order_by(accounts.c.digest, table.c.place)
            )
            found[table.name] = [tuple(row) for row in rows]
        columns = [one for one in sources.c if one.name != "account"]
        rows = connection.execute(
            select(accounts.c.digest, *columns)
            .join(accounts, accounts.c.id == sources.c.account)
            .order_by(sources.c.edition, sources.c.number)
        )
        found["sources"] = [tuple(row) for row in rows]
    return found


def test_what_was_kept_is_what_would_be_kept_today(
    carried: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    today = anew(f"sqlite:///{tmp_path_factory.mktemp('today') / 'store.db'}")
    assert held(carried) == held(today)
    assert len(held(carried)["figures"]) > 3
    today.close()


def test_editions_come_out_as_they_went_in(carried: Store) -> None:
    with carried.reading() as connection:
        for number, made in enumerate(briefs(), 1):
            found = edition(connection, "daily", number)
            assert found is not None
            assert brief_of(connection, found) == made
            (data,) = model_bytes(connection, found).values()
            assert msgspec.json.decode(data, type=Brief) == made
            assert data.startswith(b"{\n")


def test_the_next_edition_shares_what_was_told_before(carried: Store) -> None:
    def rows() -> list[int]:
        with carried.reading() as connection:
            tables = (accounts, spans, claims, figures, passages)
            return [connection.scalar(select(func.count()).select_from(one)) or 0 for one in tables]

    before = rows()
    made = briefs()[2]
    with carried.writing() as connection:
        save_edition(connection, numbered(5, made), Contents({None: made}, ()))
    assert rows() == before


ASKED = ("the", "tanks", "lamps", '"40 lamps"', "boats", "harbour", "pilot quay", "nobody", "a*")


def test_searches_answer_as_before(carried: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    today = anew(f"sqlite:///{tmp_path_factory.mktemp('today') / 'store.db'}")
    for words in ASKED:
        with carried.reading() as connection, today.reading() as other:
            assert search(connection, Asked(words=words), 50) == search(other, Asked(words=words), 50)
    with carried.reading() as connection:
        (hit,) = search(connection, Asked(words='"40 lamps"'), 5).hits
    assert (hit.first, hit.last, hit.editions, hit.speaker) == (2, 4, 3, "harbour office")
    today.close()


def test_old_editions_can_be_dropped(carried: Store) -> None:
    with carried.reading() as connection:
        found = editions_of(connection, "daily")
    prune(carried, [Drop(one, 0, ()) for one in found], "2025-05-01T06:00:00+00:00")
    with carried.reading() as connection:
        for table in (accounts, sources, spans, claims, figures, passages):
            assert connection.execute(select(table)).all() == []


def test_a_damaged_model_costs_only_the_figures_of_its_edition(store_address: str) -> None:
    store = former_store.make(store_address, briefs()[:1])
    with store.writing() as connection:
        connection.execute(text("UPDATE models SET packed = :data"), {"data": b"x"})
    assert migrate(store) == ("accounts", "places", "problems")
    with store.reading() as connection:
        assert connection.execute(select(figures)).all() == []
        assert len(connection.execute(select(claims)).all()) == len(briefs()[0].claims)
    store.close()


def test_a_store_without_editions_is_carried_over(store_address: str) -> None:
    store = former_store.make(store_address, ())
    assert migrate(store) == ("accounts", "places", "problems")
    store.close()


def shape(store: Store) -> dict[str, Any]:
    """All tables with columns, keys and indexes, as the database itself tells of them."""
    schema = None if store.place else SCHEMA
    found = inspect(store.engine)
    told: dict[str, Any] = {}
    for table in sorted(found.get_table_names(schema=schema)):
        told[table] = {
            "columns": sorted(
                (one["name"], str(one["type"]), one["nullable"], str(one["default"]))
                for one in found.get_columns(table, schema=schema)
            ),
            "key": found.get_pk_constraint(table, schema=schema),
            "references": sorted(map(str, found.get_foreign_keys(table, schema=schema))),
            "indexes": sorted(map(str, found.get_indexes(table, schema=schema))),
            "unique": sorted(map(str, found.get_unique_constraints(table, schema=schema))),
        }
    return told


def words(row: Any) -> list[str]:  # noqa: ANN401
    """What a table is called and how it was made, whatever its line breaks: later columns have none."""
    return [" ".join((cell or "").split()) for cell in row]


def test_the_tables_are_those_of_a_new_store_in_sqlite(tmp_path: Any) -> None:  # noqa: ANN401
    carried = former_store.make(f"sqlite:///{tmp_path / 'carried.db'}", briefs())
    migrate(carried)
    new = open_store(f"sqlite:///{tmp_path / 'new.db'}")
    assert shape(carried) == shape(new)
    asked = text("SELECT name, sql FROM sqlite_master WHERE name != 'models' ORDER BY name")
    with carried.reading() as one, new.reading() as other:
        assert [words(row) for row in one.execute(asked)] == [words(row) for row in other.execute(asked)]
    carried.close()
    new.close()


def test_the_tables_are_those_of_a_new_store_in_postgresql(postgres: Server) -> None:
    needs_module("psycopg")
    carried = former_store.make(postgres.make("carried"), briefs())
    migrate(carried)
    new = open_store(postgres.make("new"))
    assert shape(carried) == shape(new)
    assert set(METADATA.tables) <= set(shape(new))
    carried.close()
    new.close()


def test_a_backup_holds_what_was_there(tmp_path: Any) -> None:  # noqa: ANN401
    former_store.make(f"sqlite:///{tmp_path / 'store.db'}", briefs()).close()
    open_store(f"sqlite:///{tmp_path / 'store.db'}").close()
    copy = connect(f"sqlite:///{tmp_path / 'store.db.before-accounts'}")
    with copy.reading() as connection:
        asked = text("SELECT count(*) FROM claims WHERE edition = 1")
        assert connection.execute(asked).scalar_one() == len(briefs()[0].claims)
    copy.close()
