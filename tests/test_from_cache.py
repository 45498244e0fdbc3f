"""A brief made of what was kept is the same bytes as one made of what was read just now."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import pytest
from any_texts import TEXTS
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from briefgen.extract.engines.values import Engine
from briefgen.model.account import Account
from briefgen.model.annotation import Annotated, Read
from briefgen.model.codec import encode_brief
from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.pipeline import load_engine, make_brief, read_base, read_document, tell_each
from briefgen.run import Order, make, take_in
from briefgen.store import cache
from briefgen.store.cache import Readings, kept_readings
from briefgen.store.database import open_store
from briefgen.store.tables import readings
from briefgen.synthesis.ranking import LEADING
from briefgen.synthesis.workings import Workings

REQUEST = Request("in", "2030-01-01", as_of="2024-10-18")


def never(raw: RawSource, defaults: Metadata, engine: Engine | None = None) -> Annotated | Unread:
    raise AssertionError(f"{raw.name} was read again")


def never_told(documents: Iterable[Read]) -> Iterable[tuple[Account, Workings | None]]:
    for one in documents:
        raise AssertionError(f"what {one.name} tells was worked out again")
    return ()


def files(order: Order, reading: Readings | None = None) -> list[tuple[str, bytes]]:
    intake = take_in(order, load_engine("built-in"), reading)
    made = make(order, msgspec.structs.replace(intake, tell=reading.tell) if reading else intake)
    return [(one.artefact.name, one.artefact.data) for one in made.files]


def test_every_file_of_an_order_is_the_same_bytes(store_address: str, tmp_path: Path) -> None:
    seed = next((ROOT / "seeds").glob("*.txt"))
    (tmp_path / "b.txt").write_bytes(seed.read_bytes()[:2000] + b"b")
    order = Order(
        (seed, tmp_path / "b.txt"),
        tmp_path / "out",
        REQUEST,
        ("analyst",),
        ("md", "html", "json"),
        Metadata(published="2024-10-18"),
    )
    store = open_store(store_address)
    with kept_readings(store, 1, read_document, tell_each) as reading:
        assert files(order, reading) == files(order)
    with kept_readings(store, 2, never, never_told) as reading:
        assert files(order, reading) == files(order)
    (tmp_path / "b.txt").rename(tmp_path / "z.txt")
    renamed = msgspec.structs.replace(order, paths=(seed, tmp_path / "z.txt"), formats=("json",))
    with kept_readings(store, 3, never, tell_each) as reading:
        assert files(renamed, reading) == files(renamed)
    store.close()


def brief(raws: Sequence[RawSource], reading: Readings | None = None) -> bytes:
    base = read_base(raws, (), Metadata(published="2024-10-18"), read=reading or read_document)
    return encode_brief(make_brief(base, REQUEST, reading.tell if reading else tell_each))


@settings(max_examples=40)
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_a_brief_of_any_texts_is_the_same_bytes(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    raws = []
    for number, words in enumerate(texts):
        data = words.encode()
        name = f"{number}.txt"
        raws.append(RawSource(name, name, "text/plain", data, hashlib.sha256(data).hexdigest()))
    try:
        plain = brief(raws)
    except InputError:
        return
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.db'}")
    readable: list[RawSource] = []
    with kept_readings(store, 1, read_document, tell_each) as reading:
        assert brief(raws, reading) == plain
        readable = [one for one in raws if isinstance(read_document(one, Metadata()), Annotated)]
    with kept_readings(store, 2, never, never_told) as reading:
        assert brief(readable, reading) == brief(readable)
    store.close()


def articles(count: int) -> list[RawSource]:
    """As many short articles, the later ones of graver things and of the same people."""
    found = []
    for number in range(count):
        words = (
            f"Fire at mill {number}\n\nThe mayor of Aller, Jana Holt, said on Monday that {number + 2} "
            f"people had been killed at mill {number}. A spokesman for Mill Works denied that {number + 2} "
            f"people had been killed at mill {number}.\n\nThe roof fell in at {number % 12 + 1} p.m.\n"
        )
        data = words.encode()
        name = f"{number:03}.txt"
        raws = RawSource(name, name, "text/plain", data, hashlib.sha256(data).hexdigest())
        found.append(raws)
    return found


def test_a_brief_of_more_sources_than_are_compared_is_the_same_bytes(tmp_path: Path) -> None:
    raws = articles(LEADING + 12)
    plain = brief(raws)
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    with kept_readings(store, 1, read_document, tell_each) as reading:
        assert brief(raws[::2], reading) == brief(raws[::2])
    with kept_readings(store, 2, read_document, tell_each) as reading:
        assert brief(raws, reading) == plain
    with kept_readings(store, 3, never, never_told) as reading:
        assert brief(raws, reading) == plain
    store.close()


def test_an_account_that_is_damaged_is_worked_out_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    raws = articles(2)
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    with kept_readings(store, 1, read_document, tell_each) as reading:
        plain = brief(raws, reading)
    with store.writing() as connection:
        connection.execute(update(readings).values(packed=b"junk"))
    with kept_readings(store, 2, read_document, tell_each) as reading:
        assert brief(raws, reading) == plain
    told = [record.getMessage() for record in caplog.records]
    assert any(one.startswith("what 000.txt tells is damaged in the store") for one in told)
    with kept_readings(store, 3, never, never_told) as reading:
        assert brief(raws, reading) == plain
    store.close()


def test_other_rules_of_telling_tell_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raws = articles(2)
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    with kept_readings(store, 1, read_document, tell_each) as reading:
        plain = brief(raws, reading)
    told: list[str] = []

    def counting(documents: Iterable[Read]) -> Iterable[tuple[Account, Workings | None]]:
        listed = tuple(documents)
        told.extend(one.name for one in listed)
        return tell_each(listed)

    monkeypatch.setattr(cache, "telling_fingerprint", lambda: "of another version")
    with kept_readings(store, 2, never, counting) as reading:
        assert brief(raws, reading) == plain
    assert told == ["000.txt", "001.txt"]
    store.close()
