"""What was read comes out of the store as it was found; whatever is not sound is read anew."""

import ast
import hashlib
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from any_texts import DAYS, TEXTS
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from briefgen.extract.engines.values import BUILT_IN, Engine, nothing
from briefgen.model.annotation import Annotated
from briefgen.model.problem import Problem
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.pipeline import read_document, tell_each
from briefgen.store import cache
from briefgen.store.cache import Readings, fingerprint, forget, kept_readings, packed, reading_key, unpacked
from briefgen.store.database import Store, open_store
from briefgen.store.runs import end_run, start_run
from briefgen.store.tables import readings

RAIN = "The mayor said on Monday that 40 ships had left the port of Kiel.\n"
NOW = "2026-11-22T06:00:00+00:00"


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    opened = open_store(store_address)
    yield opened
    opened.close()


def raw(words: str = RAIN, name: str = "in/a.txt", metadata: Metadata | None = None) -> RawSource:
    data = words.encode()
    digest = hashlib.sha256(data).hexdigest()
    return RawSource(f"/srv/{name}", name, "text/plain", data, digest, metadata or Metadata())


class Counting:
    """Reads, and counts what it had to read."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(
        self, one: RawSource, defaults: Metadata, engine: Engine | None = None
    ) -> Annotated | Unread:
        self.names.append(one.name)
        return read_document(one, defaults, engine)


def read(store: Store, run: int, *raws: RawSource, expected: bool = False) -> tuple[list[str], list[object]]:
    """The names of those that had to be read, and what was found."""
    counting = Counting()
    with kept_readings(store, run, counting, tell_each) as reading:
        if expected:
            reading.expect(raws, Metadata(), None)
        found: list[object] = [reading(one, Metadata(), None) for one in raws]
    return counting.names, found


def kept(store: Store) -> int:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(readings)) or 0


@pytest.mark.parametrize("expected", [False, True])
def test_what_was_read_once_is_not_read_again(store: Store, expected: bool) -> None:
    raws = [raw(f"{RAIN} {number}", f"{number}.txt") for number in range(250)]
    names, first = read(store, 1, *raws, expected=expected)
    assert names == [one.name for one in raws]
    names, second = read(store, 2, *raws, raw("It snowed, she said.", "new.txt"), expected=expected)
    assert names == ["new.txt"]
    assert second[:-1] == first


def test_a_renamed_file_is_not_read_again(store: Store) -> None:
    read(store, 1, raw(name="a.txt"))
    names, found = read(store, 2, raw(name="b/c.txt"))
    assert names == []
    assert found == [read_document(raw(name="b/c.txt"), Metadata())]


def test_what_could_not_be_read_is_tried_again(store: Store) -> None:
    read(store, 1, raw(""))
    assert kept(store) == 0
    assert read(store, 2, raw(""))[0] == ["in/a.txt"]


@given(TEXTS, DAYS.filter(lambda day: day != "never"), st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_kept_of_any_text_comes_back_the_same_under_any_name(
    words: str, published: str | None, name: str
) -> None:
    metadata = Metadata(published=published)
    before = read_document(raw(words, "a.txt", metadata), Metadata())
    if isinstance(before, Unread):
        return
    data = packed(before)
    renamed = raw(words, name, metadata)
    after = unpacked(data, hashlib.sha256(data).hexdigest(), renamed)
    expected = read_document(renamed, Metadata())
    # As JSON, which tells 3 from 3.0.
    assert msgspec.json.encode(after) == msgspec.json.encode(expected)
    assert after == expected


@given(st.data(), st.binary(max_size=40))
def test_damage_of_any_kind_is_found(data: st.DataObject, junk: bytes) -> None:
    found = read_document(raw(), Metadata())
    assert isinstance(found, Annotated)
    whole = packed(found)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    damaged = whole[:start] + junk + whole[end:]
    told = hashlib.sha256(whole).hexdigest()
    assert unpacked(damaged, told, raw()) == (found if damaged == whole else None)
    if damaged != whole:
        assert unpacked(damaged, hashlib.sha256(damaged).hexdigest(), raw()) in (None, found)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE readings SET packed = :junk",
        "UPDATE readings SET packed = :junk, sha256 = :told",
        "UPDATE readings SET sha256 = 'x'",
    ],
)
def test_a_damaged_entry_is_named_read_anew_and_replaced(
    store: Store, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "briefgen")
    _, before = read(store, 1, raw())
    with store.writing() as connection:
        junk = {"junk": b"junk", "told": hashlib.sha256(b"junk").hexdigest()}
        wanted = {name: value for name, value in junk.items() if f":{name}" in damage}
        connection.execute(text(damage), wanted)
    names, found = read(store, 2, raw())
    assert (names, found) == (["in/a.txt"], before)
    assert "what was read of in/a.txt is damaged in the store" in caplog.text
    caplog.clear()
    assert read(store, 3, raw()) == ([], before)
    assert caplog.text == ""


def test_an_entry_of_other_bytes_is_not_taken_for_these() -> None:
    other = read_document(raw("It snowed, said the mayor."), Metadata())
    assert isinstance(other, Annotated)
    data = packed(other)
    assert unpacked(data, hashlib.sha256(data).hexdigest(), raw()) is None


def test_all_that_a_reading_depends_on_is_in_its_key_and_the_name_is_not() -> None:
    one = raw()
    other = Engine("spaCy 3.8", nothing)
    keys = {
        reading_key(one, Metadata(), None),
        reading_key(one, Metadata(), other),
        reading_key(one, Metadata(published="2024-10-18"), None),
        reading_key(raw(metadata=Metadata(published="2024-10-18")), Metadata(), None),
        reading_key(raw(RAIN + " "), Metadata(), None),
        reading_key(msgspec.structs.replace(one, media_type="text/html"), Metadata(), None),
        reading_key(msgspec.structs.replace(one, problems=(Problem("odd"),)), Metadata(), None),
    }
    assert len(keys) == 7
    assert reading_key(raw(name="b.txt"), Metadata(), BUILT_IN) == reading_key(one, Metadata(), None)


def test_other_code_reads_everything_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read(store, 1, raw())
    monkeypatch.setattr(cache, "fingerprint", lambda: "of another version")
    assert read(store, 2, raw())[0] == ["in/a.txt"]


def copy_of_package(root: Path, folder: Path) -> Path:
    for name in ("readers/text.py", "extract/claims/cues.py", "language/lists.json", "model/span.py"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


def test_the_fingerprint_follows_every_file_that_reads(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = copy_of_package(root, tmp_path)
    monkeypatch.setattr(cache, "PACKAGE", package)

    def now() -> str:
        fingerprint.cache_clear()
        return fingerprint()

    try:
        seen = [now()]
        assert now() == seen[0]
        (package / "render").mkdir()
        (package / "render/html.py").write_text("no part in reading")
        (package / "readers/__pycache__").mkdir()
        (package / "readers/__pycache__/text.pyc").write_bytes(b"another machine's")
        assert now() == seen[0]
        for name in ("extract/claims/cues.py", "language/lists.json", "model/span.py"):
            (package / name).write_text("changed")
            seen.append(now())
        (package / "model/span.py").rename(package / "model/span.pyc")
        seen.append(now())
        (package / "model/span.pyc").write_text("compiled anew")
        seen.append(now())
        assert len(set(seen)) == 6
    finally:
        fingerprint.cache_clear()


def test_every_package_that_reading_rests_on_is_in_the_fingerprint() -> None:
    """Engines bring their versions with their names, as they are not always there; notes are no document."""
    package = cache.PACKAGE
    known = {name.replace("-", "_") for name in cache.LIBRARIES} | {"briefgen"} | sys.stdlib_module_names
    for name in cache.READ_BY:
        for path in (package / name).rglob("*.py") if (package / name).is_dir() else [package / name]:
            if "engines" in path.parts or "generate" in path.parts or path.name == "notes.py":
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                assert {one.partition(".")[0] for one in names} <= known, path


def test_a_run_that_fails_keeps_what_it_read(store: Store) -> None:
    def failing() -> None:
        with kept_readings(store, 1, Counting(), tell_each) as reading:
            reading(raw(), Metadata(), None)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        failing()
    assert kept(store) == 1


def test_a_killed_run_loses_at_most_a_batch(store: Store) -> None:
    reading = Readings(store, 1, Counting(), tell_each)
    for number in range(cache.BATCH * 2 + 30):
        reading(raw(f"{RAIN} {number}"), Metadata(), None)
    assert kept(store) == cache.BATCH * 2


def test_two_runs_may_keep_the_same_document_at_once(store: Store) -> None:
    one, other = Readings(store, 1, Counting(), tell_each), Readings(store, 2, Counting(), tell_each)
    for reading in (one, other):
        reading(raw(), Metadata(), None)
    one.save()
    other.save()
    assert kept(store) == 1


def ended(store: Store, job: str, now: str) -> int:
    run = start_run(store, job, now)
    with store.writing() as connection:
        end_run(connection, run, now, "unchanged")
    return run.id


def dropped(store: Store, now: str = NOW) -> int:
    with store.writing() as connection:
        return forget(connection, now)


def test_what_no_run_needed_for_long_is_dropped(store: Store) -> None:
    assert dropped(store) == 0
    first = ended(store, "daily", NOW)
    read(store, first, raw(), raw("It snowed, said the mayor."))
    for _ in range(60):
        read(store, ended(store, "daily", NOW), raw())
        assert read(store, first, raw())[0] == []
    assert dropped(store) == 1
    assert dropped(store) == 0
    assert read(store, 100, raw())[0] == []


def test_a_job_that_runs_seldom_keeps_its_readings_among_jobs_that_run_often(store: Store) -> None:
    read(store, ended(store, "monthly", "2026-10-22T06:00:00+00:00"), raw())
    for _ in range(60):
        ended(store, "hourly", NOW)
    assert dropped(store) == 0
    assert dropped(store, "2027-01-22T06:00:00+00:00") == 0
    ended(store, "hourly", "2027-01-22T06:00:00+00:00")
    assert dropped(store, "2027-01-22T06:00:00+00:00") == 1
