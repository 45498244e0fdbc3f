"""Old editions make room; what was delivered, is the last, or was changed by somebody never goes unasked."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from annotations import annotated, claim
from samples import brief_of as brief_made_of
from samples import troubled
from sqlalchemy import func, select, text

from briefgen.model.artefact import Artefact
from briefgen.model.edition import Counts, Delivery, DeliveryState, Edition, Filed
from briefgen.model.job import Job, Retention
from briefgen.store.database import Store, open_store
from briefgen.store.deliveries import deliveries_of, plan
from briefgen.store.editions import (
    Contents,
    brief_of,
    edition,
    editions_of,
    files_of,
    next_number,
    save_edition,
)
from briefgen.store.retention import Drop, Pruned, apply_retention, overdue, prune
from briefgen.store.searching import Asked, search
from briefgen.store.tables import passages, spans

START = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    opened = open_store(store_address)
    yield opened
    opened.close()


def day(number: int) -> str:
    return (START + timedelta(days=number)).isoformat(timespec="seconds")


def keep(
    store: Store, folder: Path, number: int, job: str = "daily", files: tuple[str, ...] = ("a.md",)
) -> None:
    """An edition with words of its own, and words that all have; its files are written."""
    own = f"The mayor said that {number} ships had left."
    brief = brief_made_of(troubled(), annotated(own, claims=(claim(own, "The mayor", "said", own[15:-1]),)))
    below = folder / job / str(number)
    filed = tuple(
        Filed(Artefact(name, "text/markdown", f"{name} of {number}".encode()), "analyst", None)
        for name in files
    )
    made = Edition(
        job=job, number=number, made=day(number), as_of=brief.as_of, title=f"Number {number}",
        fingerprint="f", folder=str(below), counts=Counts(2, 2, 0), run=1,
    )  # fmt: skip
    with store.writing() as connection:
        save_edition(connection, made, Contents({None: brief}, filed))
    below.mkdir(parents=True, exist_ok=True)
    for one in filed:
        (below / one.artefact.name).write_bytes(one.artefact.data)


def deliver(store: Store, number: int, state: DeliveryState, quiet: str | None = None) -> None:
    with store.writing() as connection:
        plan(
            connection,
            [Delivery(id=0, job="daily", edition=number, quiet=quiet, channel="mail",
                      recipient="a@example.org", key=f"{number}", state=state)],
        )  # fmt: skip


def due(store: Store, now: int, **bounds: int) -> list[Drop]:
    with store.reading() as connection:
        return list(overdue(connection, "daily", Retention(**bounds), day(now)))


def numbers(drops: list[Drop]) -> list[int]:
    return [one.edition.number for one in drops]


def test_an_edition_is_kept_by_count_or_by_age(store: Store, tmp_path: Path) -> None:
    for number in range(1, 7):
        keep(store, tmp_path, number)
    assert due(store, 6) == []
    assert numbers(due(store, 6, editions=4)) == [1, 2]
    assert numbers(due(store, 6, days=2)) == [1, 2, 3]
    assert numbers(due(store, 6, days=2, editions=5)) == [1]
    assert numbers(due(store, 900, days=2, editions=5)) == [1]
    assert numbers(due(store, 900, days=2)) == [1, 2, 3, 4, 5]
    assert numbers(due(store, 900, editions=1)) == [1, 2, 3, 4, 5]


def test_what_is_still_to_be_delivered_is_kept(store: Store, tmp_path: Path) -> None:
    for number in range(1, 5):
        keep(store, tmp_path, number)
    deliver(store, 1, "pending")
    deliver(store, 2, "failed")
    deliver(store, 3, "given_up")
    assert numbers(due(store, 900, editions=1)) == [3]


def test_what_was_delivered_is_told_with_whom_it_reached(store: Store, tmp_path: Path) -> None:
    for number in range(1, 4):
        keep(store, tmp_path, number)
    deliver(store, 1, "sent")
    deliver(store, 2, "sent", quiet=day(3))
    assert [one.delivered for one in due(store, 900, editions=1)] == [("mail: a@example.org",), ()]


def count(store: Store, *chosen: object) -> int:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(*chosen)) or 0  # type: ignore[arg-type]


def dropped(store: Store, now: int = 30, **bounds: int) -> Pruned:
    return prune(store, due(store, now, **bounds), day(now))


def test_contents_go_and_the_record_stays(store: Store, tmp_path: Path) -> None:
    for number in range(1, 4):
        keep(store, tmp_path, number)
    deliver(store, 1, "sent")
    before = count(store, spans)
    assert dropped(store, editions=2).left == ()
    with store.reading() as connection:
        gone = edition(connection, "daily", 1)
        assert gone is not None
        assert (gone.pruned, gone.title) == (day(30), "Number 1")
        assert brief_of(connection, gone) is None
        assert files_of(connection, gone) == ()
        assert len(deliveries_of(connection, "daily", 1)) == 1
        kept = edition(connection, "daily", 2)
        assert kept is not None
        assert brief_of(connection, kept) is not None
        assert len(files_of(connection, kept)) == 1
        assert search(connection, Asked(words='"1 ships had left"'), 5).total == 0
        assert search(connection, Asked(words='"2 ships had left"'), 5).total == 1
        assert search(connection, Asked(words="freedonia"), 5).total > 0
    assert count(store, spans) == before - 1  # the others are told in later editions too
    assert due(store, 30, editions=2) == []


def test_words_that_no_edition_holds_any_more_go(store: Store, tmp_path: Path) -> None:
    keep(store, tmp_path, 1)
    keep(store, tmp_path, 2)
    keep(store, tmp_path, 1, job="weekly")
    before = count(store, passages)
    dropped(store, editions=1)
    assert count(store, passages) == before
    with store.writing() as connection:
        connection.execute(text("DELETE FROM editions WHERE job = 'weekly'"))
    keep(store, tmp_path, 3)
    dropped(store, editions=1)
    with store.reading() as connection:
        texts = set(connection.scalars(select(passages.c.text)))
    assert not [one for one in texts if "1 ships" in one or "2 ships" in one or one == "Number 1"]
    assert "Number 3" in texts


def test_files_go_only_as_they_were_written(store: Store, tmp_path: Path) -> None:
    keep(store, tmp_path, 1, files=("a.md", "b.md", "c.md"))
    keep(store, tmp_path, 2)
    folder = tmp_path / "daily/1"
    (folder / "b.md").write_text("with my remarks")
    (folder / "c.md").unlink()
    (folder / "c.md").symlink_to(folder / "a.md")
    (folder / "mine.txt").write_text("mine")
    pruned = dropped(store, editions=1)
    assert pruned.removed == (folder / "a.md",)
    assert pruned.left == (folder / "b.md",)
    assert sorted(path.name for path in folder.iterdir()) == ["b.md", "c.md", "mine.txt"]
    assert (tmp_path / "daily/2/a.md").is_file()


def test_the_folder_of_an_edition_goes_when_it_is_empty(store: Store, tmp_path: Path) -> None:
    keep(store, tmp_path, 1)
    keep(store, tmp_path, 2)
    dropped(store, editions=1)
    assert [path.name for path in (tmp_path / "daily").iterdir()] == ["2"]


def test_a_file_of_a_later_edition_at_the_same_place_stays(store: Store, tmp_path: Path) -> None:
    keep(store, tmp_path, 1)
    keep(store, tmp_path, 2)
    with store.writing() as connection:
        connection.execute(text("UPDATE editions SET folder = :one"), {"one": str(tmp_path / "daily/1")})
    assert dropped(store, editions=1) == Pruned((), ())
    assert (tmp_path / "daily/1/a.md").is_file()


@pytest.mark.parametrize("prepared", [True, False])
def test_the_room_is_given_back(tmp_path: Path, prepared: bool) -> None:
    place = tmp_path / "store.db"
    store = open_store(f"sqlite:///{place}")
    if not prepared:  # as a store of an earlier version
        raw = store.engine.raw_connection()
        raw.cursor().executescript("PRAGMA auto_vacuum=NONE; VACUUM")
        raw.close()
    for number in range(1, 30):
        keep(store, tmp_path, number, files=tuple(f"{name}{'x' * 200}.md" for name in "abcdefgh"))
    with store.writing() as connection:
        connection.execute(text("UPDATE files SET data = randomblob(20000)"))
    store.close()
    store = open_store(f"sqlite:///{place}")
    before = place.stat().st_size
    dropped(store, editions=1)
    assert place.stat().st_size < before / 4
    store.close()


def job(tmp_path: Path, **bounds: int) -> Job:
    return Job(name="daily", feed_folder=tmp_path, output=tmp_path / "daily", retention=Retention(**bounds))


def test_after_a_run_only_what_reached_nobody_goes(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "briefgen")
    for number in range(1, 5):
        keep(store, tmp_path, number)
    deliver(store, 2, "sent")
    assert [one.number for one in apply_retention(store, job(tmp_path, editions=1), day(9))] == [1, 3]
    assert apply_retention(store, job(tmp_path, editions=1), day(9)) == ()
    assert apply_retention(store, job(tmp_path), day(900)) == ()
    with store.reading() as connection:
        assert [one.number for one in editions_of(connection, "daily") if not one.pruned] == [4, 2]
    assert "what edition 1 held was dropped" in caplog.text


def test_pruned_editions_keep_their_numbers(store: Store, tmp_path: Path) -> None:
    keep(store, tmp_path, 1)
    keep(store, tmp_path, 2)
    dropped(store, editions=1)
    with store.reading() as connection:
        assert next_number(connection, "daily") == 3
        assert [one.number for one in editions_of(connection, "daily")] == [2, 1]
