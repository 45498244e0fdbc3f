"""What the store keeps takes little room, and comes back as it was."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from briefgen.store.packing import pack, unpack


@given(st.binary())
def test_what_is_packed_comes_back_as_it_was(data: bytes) -> None:
    assert unpack(pack(data)) == data


@given(st.binary())
def test_the_same_is_packed_the_same(data: bytes) -> None:
    assert pack(data) == pack(bytearray(data))


def test_what_an_earlier_version_packed_by_zlib_can_be_unpacked() -> None:
    assert unpack(zlib.compress(b"what was kept")) == b"what was kept"


def test_what_repeats_itself_takes_little_room() -> None:
    assert len(pack(b"the bridge was closed " * 1000)) < 100


@given(st.binary())
def test_what_nobody_packed_is_told_apart_and_does_not_raise(data: bytes) -> None:
    unpack(data)


def test_what_is_cut_off_cannot_be_told() -> None:
    assert unpack(pack(b"what was kept" * 100)[:-3]) is None
    assert unpack(zlib.compress(b"what was kept" * 100)[:-3]) is None
    assert unpack(b"") is None
