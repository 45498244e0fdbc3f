"""A brief made of what was kept is the same bytes as one made of what was read just now."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from any_texts import TEXTS
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.engines.values import Engine
from briefgen.model.annotation import Annotated
from briefgen.model.codec import encode_brief
from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.pipeline import Reading, load_engine, make_brief, read_base, read_document
from briefgen.run import Order, make, take_in
from briefgen.store.cache import kept_readings
from briefgen.store.database import open_store

REQUEST = Request("in", "2030-01-01", as_of="2024-10-18")


def never(raw: RawSource, defaults: Metadata, engine: Engine | None = None) -> Annotated | Unread:
    raise AssertionError(f"{raw.name} was read again")


def files(order: Order, read: Reading | None = None) -> list[tuple[str, bytes]]:
    made = make(order, take_in(order, load_engine("built-in"), read))
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
    with kept_readings(store, 1, read_document) as reading:
        take_in(order, load_engine("built-in"), reading)
    with kept_readings(store, 2, never) as reading:
        assert files(order, reading) == files(order)
    (tmp_path / "b.txt").rename(tmp_path / "z.txt")
    renamed = msgspec.structs.replace(order, paths=(seed, tmp_path / "z.txt"), formats=("json",))
    with kept_readings(store, 3, never) as reading:
        assert files(renamed, reading) == files(renamed)
    store.close()


def brief(raws: Sequence[RawSource], read: Reading) -> bytes:
    return encode_brief(make_brief(read_base(raws, (), Metadata(published="2024-10-18"), read=read), REQUEST))


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
        plain = brief(raws, read_document)
    except InputError:
        return
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.db'}")
    readable: list[RawSource] = []
    with kept_readings(store, 1, read_document) as reading:
        assert brief(raws, reading) == plain
        readable = [one for one in raws if isinstance(read_document(one, Metadata()), Annotated)]
    with kept_readings(store, 2, never) as reading:
        assert brief(readable, reading) == brief(readable, read_document)
    store.close()
