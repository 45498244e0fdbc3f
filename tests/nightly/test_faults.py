"""Whatever breaks in a night, the next run makes exactly what was due, and the last good edition stands."""

import os
import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from databases import Server
from mail_server import Box, mail_server, scripted
from sqlalchemy import text

from briefgen.model.edition import Edition
from briefgen.model.job import Folder, Job, Mail, Window
from briefgen.model.problem import BusyError, Problem, StoreError
from briefgen.model.source import Unread
from briefgen.nightly.gathering import gather, lost_in
from briefgen.nightly.job import Night, Report, run_job
from briefgen.nightly.report import standing_of
from briefgen.store.database import Store, open_store
from briefgen.store.deliveries import deliveries_of
from briefgen.store.editions import brief_of, editions_of
from briefgen.store.inventory import inputs_of

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
FIRST = "The mayor said on Monday that 40 ships had left.\n"
SECOND = "The harbour master said on Wednesday that 12 ships were back.\n"


def job(folder: Path, **settings: object) -> Job:
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "seeds/a.txt").write_text(FIRST)
    made = Job(
        name="daily",
        sources=(folder / "seeds",),
        feed_folder=folder / "feeds",
        formats=("md", "json"),
        output=folder / "output",
        deliveries=(Folder(name="share", path=folder / "share"),),
    )
    return msgspec.structs.replace(made, **settings)


def run(one: Job, store: Store, days: float = 0, **settings: object) -> Report:
    now = NOW + timedelta(days=days)
    return run_job(one, Night(store, lambda channel: {}, lambda: now, pauses=(), **settings))  # type: ignore[arg-type]


def editions(store: Store) -> tuple[Edition, ...]:
    with store.reading() as connection:
        return editions_of(connection, "daily")[::-1]


def check_night(one: Job, store: Store, numbers: list[int]) -> None:
    """The editions `numbers` are there and whole, each delivered once, and nothing more is due."""
    after = run(one, store, 9)
    assert (after.run.state, after.error) == ("unchanged", None)
    found = editions(store)
    assert [edition.number for edition in found] == numbers
    for edition in found:
        words = (Path(edition.folder) / "analyst.md").read_bytes()
        assert (one.deliveries[0].path / Path(edition.folder).name / "analyst.md").read_bytes() == words  # type: ignore[union-attr]
    with store.reading() as connection:
        assert [each.state for each in deliveries_of(connection, "daily")] == ["sent"] * len(numbers)
    assert standing_of(one, store, NOW).health == "well"


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    opened = open_store(store_address)
    yield opened
    opened.close()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for 2 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux mounts a small disk in memory this way")
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a disk: run the tests as root for this one")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path) -> Path:
    """A file that takes all the room there is."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return filler


def test_a_full_disk_under_the_output(tmp_path: Path, disk: Path, store: Store) -> None:
    one = job(tmp_path, output=disk / "output")
    run(one, store)
    before = {path: path.read_bytes() for path in (disk / "output").rglob("*.*") if path.is_file()}
    filler = fill(disk)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    report = run(one, store, 1)
    assert report.run.state == "failed"
    assert "the disk is full" in str(report.error)
    assert standing_of(one, store, NOW).health == "failed"
    assert {path: path.read_bytes() for path in before} == before
    filler.unlink()
    check_night(one, store, [1, 2])


def test_a_full_disk_under_the_store(tmp_path: Path, disk: Path) -> None:
    one = job(tmp_path)
    store = open_store(f"sqlite:///{disk / 'store.db'}")
    run(one, store)
    filler = fill(disk)
    (tmp_path / "seeds/b.txt").write_text(SECOND * 50)
    with pytest.raises(StoreError, match=r"no room to write|could not be written"):
        run(one, store, 1)
    for _ in range(2):
        standing = standing_of(one, store, NOW)
        assert standing.health == "failed"
        assert re.search(
            "which the store could not keep: .*(no room|could not be written)", standing.reasons[0]
        )
    filler.unlink()
    assert run(one, store, 2).run.state == "made"
    check_night(one, store, [1, 2])
    store.close()


def test_a_store_that_another_program_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.store.database.PATIENCE", 0.2)
    one = job(tmp_path)
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    run(one, store)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    other = sqlite3.connect(tmp_path / "store.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="in use by another program"):
        run(one, store, 1)
    other.close()
    standing = standing_of(one, store, NOW)
    assert standing.health == "failed"
    assert "which the store could not keep: " in standing.reasons[0]
    assert "in use by another program" in standing.reasons[0]
    assert run(one, store, 2).run.state == "made"
    check_night(one, store, [1, 2])
    store.close()


def test_a_store_whose_file_is_damaged_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    one = job(tmp_path)
    place = tmp_path / "store.db"
    store = open_store(f"sqlite:///{place}")
    first = run(one, store).edition
    store.close()
    assert first is not None
    place.write_bytes(b"\0" * 100 + place.read_bytes()[100:])
    damaged = place.read_bytes()
    with pytest.raises(StoreError, match=r"store\.db is damaged: move the file away"):
        open_store(f"sqlite:///{place}")
    assert place.read_bytes() == damaged
    assert (Path(first.folder) / "analyst.md").exists()


@pytest.mark.parametrize("moment", ["gather", "make", "save_edition"])
def test_a_store_that_is_taken_away_in_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """What is written to a file without a name is known to nobody, so nothing may be sent on its word."""
    one = job(tmp_path)
    place, away = tmp_path / "store.db", tmp_path / "away"
    store = open_store(f"sqlite:///{place}")
    run(one, store)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    real = getattr(sys.modules["briefgen.nightly.job"], moment)

    def taken(*arguments: object) -> object:
        done = real(*arguments)
        away.mkdir(exist_ok=True)
        for path in tmp_path.glob("store.db*"):
            path.rename(away / path.name)
        return done

    monkeypatch.setattr(f"briefgen.nightly.job.{moment}", taken)
    try:
        assert "was taken away or replaced while it was in use" in str(run(one, store, 1).error)
    except StoreError as error:
        assert "was taken away or replaced while it was in use" in str(error)  # noqa: PT017
    monkeypatch.setattr(f"briefgen.nightly.job.{moment}", real)
    store.close()
    assert not place.exists(), "nobody makes a new store in its place"
    assert len(list((tmp_path / "share").glob("2*"))) == 1
    for path in away.iterdir():
        path.rename(tmp_path / path.name)
    store = open_store(f"sqlite:///{place}")
    standing = standing_of(one, store, NOW)
    assert standing.health == "failed"
    assert "was taken away or replaced" in standing.reasons[0]
    run(one, store, 2)
    check_night(one, store, [1, 2])
    store.close()


def test_an_output_that_may_only_be_read(tmp_path: Path, disk: Path, store: Store) -> None:
    one = job(tmp_path, output=disk / "output")
    share = Folder(name="share", path=disk / "share")
    one = msgspec.structs.replace(one, deliveries=(share,))
    run(one, store)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    report = run(one, store, 1)
    assert report.run.state == "failed"
    assert "was not written" in str(report.error)
    assert [tried.state for tried in report.tried] == ["failed"]
    standing = standing_of(one, store, NOW)
    assert standing.health == "failed"
    assert any("read-only" in reason.lower() for reason in standing.reasons)
    (last,) = (disk / "share").glob("2*")
    assert (last / "analyst.md").exists()
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    check_night(one, store, [1, 2])


@pytest.mark.parametrize("moment", ["briefgen.nightly.job.gather", "briefgen.nightly.job.save_edition"])
def test_a_server_that_goes_away_in_the_middle(
    tmp_path: Path, postgres: Server, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Before the sources are looked at, or when half of the edition is written."""
    one = job(tmp_path)
    store = open_store(postgres.make(f"away_{moment.rpartition('.')[2]}"))
    run(one, store)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    module, _, name = moment.rpartition(".")
    real = getattr(sys.modules[module], name)

    def away(*arguments: object) -> object:
        done = real(*arguments)
        postgres.fail()
        return done

    monkeypatch.setattr(moment, away)
    report = run(one, store, 1)
    monkeypatch.setattr(moment, real)
    assert isinstance(report.error, StoreError)
    assert report.run.state == "failed"
    assert len(editions(store)) == 1
    assert standing_of(one, store, NOW).health == "failed"
    assert run(one, store, 2).run.state == "made"
    check_night(one, store, [1, 2])
    store.close()


def test_two_schedulers_at_once_make_one_edition(tmp_path: Path, store_address: str) -> None:
    one = job(tmp_path)
    reports: list[Report] = []

    def schedule() -> None:
        store = open_store(store_address)
        reports.append(run(one, store, slot="2026-11-22T06:00:00+00:00", patience=60))
        store.close()

    threads = [threading.Thread(target=schedule) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(bool(report.notes) for report in reports) == [False, True, True, True]
    store = open_store(store_address)
    check_night(one, store, [1])
    store.close()


def test_an_impatient_second_run_is_told_who_is_at_it(tmp_path: Path, store: Store) -> None:
    from briefgen.store.locks import only_run

    one = job(tmp_path)
    with only_run(store, "daily"), pytest.raises(BusyError, match="daily is being run by"):
        run(one, store)
    assert run(one, store).run.state == "made"
    check_night(one, store, [1])


def test_a_source_that_changes_while_it_is_read_is_told_as_it_was_and_then_as_it_is(
    tmp_path: Path, store: Store
) -> None:
    one = job(tmp_path)
    stop = threading.Event()
    versions = [FIRST.replace("40", str(number)) for number in range(10, 99)]

    def rewrite() -> None:
        while not stop.is_set():
            for words in versions:
                (tmp_path / "seeds/a.txt").write_text(words)

    writer = threading.Thread(target=rewrite)
    writer.start()
    run(one, store)
    stop.set()
    writer.join()
    (tmp_path / "seeds/a.txt").write_text(SECOND)
    run(one, store, 1)
    *earlier, last = editions(store)
    with store.reading() as connection:
        for edition in earlier:
            brief = brief_of(connection, edition)
            assert brief is not None
            assert all(quote.quote + "\n" in versions for quote in brief.evidence)
        brief = brief_of(connection, last)
    assert brief is not None
    assert [quote.quote + "\n" for quote in brief.evidence] == [SECOND]


def test_a_mail_server_that_accepts_then_hangs_costs_its_time_and_nothing_else(
    tmp_path: Path, store: Store
) -> None:
    with scripted(
        [b"220 ready\r\n", b"250 hello\r\n", b"250 ok\r\n", b"250 ok\r\n", b"354 go on\r\n"]
    ) as port:
        mail = Mail(
            name="desk",
            to=("anna@example.org",),
            sender="desk@example.org",
            host="127.0.0.1",
            port=port,
            security="none",
            timeout=0.5,
        )
        one = job(tmp_path)
        both = msgspec.structs.replace(one, deliveries=(mail, *one.deliveries))
        report = run(both, store)
    assert [tried.state for tried in report.tried] == ["failed", "sent"]
    assert report.run.state == "made"
    assert standing_of(both, store, NOW).health == "problems"
    box = Box()
    with mail_server(box) as port:
        mended = msgspec.structs.replace(mail, host="localhost", port=port, timeout=30.0)
        both = msgspec.structs.replace(both, deliveries=(mended, *one.deliveries))
        again = run(both, store, 1)
        assert [tried.state for tried in again.tried] == ["sent"]
        assert run(both, store, 2).tried == ()
    assert [message["To"] for message in box.messages] == ["anna@example.org"]
    assert standing_of(both, store, NOW).health == "well"


def test_a_damaged_cache_is_made_anew_and_told_by_status(tmp_path: Path, store: Store) -> None:
    one = job(tmp_path)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    run(one, store)
    with store.writing() as connection:
        connection.execute(text("UPDATE readings SET packed = :junk"), {"junk": b"junk"})
    (tmp_path / "seeds/c.txt").write_text("The port said on Thursday that 5 ships were lost.\n")
    made = run(one, store, 1)
    assert made.edition is not None
    assert (made.edition.counts.sources, made.edition.counts.new) == (3, 1)
    standing = standing_of(one, store, NOW)
    assert standing.health == "problems"
    assert standing.reasons == (
        "the store: what it kept of 2 sources, seeds/a.txt the first, was damaged, and was made anew from "
        "the sources",
    )
    check_night(one, store, [1, 2])


def test_a_source_folder_that_vanishes_and_comes_back(tmp_path: Path, store: Store) -> None:
    one = job(tmp_path)
    run(one, store)
    (tmp_path / "seeds").rename(tmp_path / "away")
    assert run(one, store, 1).run.state == "failed"
    assert standing_of(one, store, NOW).health == "failed"
    (tmp_path / "away").rename(tmp_path / "seeds")
    check_night(one, store, [1])


def two_folders(tmp_path: Path, window: Window) -> Job:
    """A job with two folders of the same name, as shares have."""
    one = job(tmp_path, window=window)
    share = tmp_path / "mnt/seeds"
    share.mkdir(parents=True)
    (share / "x.txt").write_text("The harbour office said on Friday that the pier was closed.\n")
    (share / "y.txt").write_text("The miller said on Thursday that the mill was burnt.\n")
    return msgspec.structs.replace(one, sources=(*one.sources, share))


def empty(share: Path) -> None:
    """As a share is that is not mounted."""
    share.rename(share.with_name("away"))
    share.mkdir()


def mount(share: Path) -> None:
    share.rmdir()
    share.with_name("away").rename(share)


@pytest.mark.parametrize("force", [False, True])
def test_one_of_two_folders_that_is_suddenly_empty_takes_nothing_with_it(
    tmp_path: Path, store: Store, force: bool
) -> None:
    one = two_folders(tmp_path, Window("all"))
    run(one, store)
    share = one.sources[1]
    empty(share)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    report = run(one, store, 1, force=force)
    assert report.run.state == "failed"
    assert f"{share} holds nothing (is it mounted?), and held 2 sources" in str(report.error)
    assert "--accept-gone" in str(report.error)
    standing = standing_of(one, store, NOW)
    assert standing.health == "failed"
    assert any(str(share) in reason for reason in standing.reasons)
    assert [edition.number for edition in editions(store)] == [1]
    mount(share)
    made = run(one, store, 2).edition
    assert made is not None
    assert (made.counts.sources, made.counts.new, made.counts.withdrawn) == (4, 1, 0)
    check_night(one, store, [1, 2])


def test_a_pattern_that_matches_nothing_any_more_is_told_as_an_empty_folder(
    tmp_path: Path, store: Store
) -> None:
    one = two_folders(tmp_path, Window("all"))
    one = msgspec.structs.replace(one, sources=(one.sources[0], tmp_path / "mnt/*/*.txt"))
    run(one, store)
    (tmp_path / "mnt").rename(tmp_path / "away")
    assert "mnt/*/*.txt holds nothing" in str(run(one, store, 1).error)
    (tmp_path / "away").rename(tmp_path / "mnt")
    check_night(one, store, [1])


def test_sources_that_are_gone_for_good_are_withdrawn_once_somebody_says_so(
    tmp_path: Path, store: Store
) -> None:
    one = two_folders(tmp_path, Window("all"))
    run(one, store)
    for path in one.sources[1].iterdir():
        path.unlink()
    assert run(one, store, 1).run.state == "failed"
    made = run(one, store, 2, accept_gone=True).edition
    assert made is not None
    assert (made.number, made.counts.withdrawn) == (2, 2)
    check_night(one, store, [1, 2])


@pytest.mark.parametrize("window", [Window("new"), Window("hours", 240)])
def test_an_edition_of_what_is_new_is_made_and_the_empty_folder_is_told_loudly(
    tmp_path: Path, store: Store, window: Window
) -> None:
    one = two_folders(tmp_path, window)
    run(one, store)
    share = one.sources[1]
    empty(share)
    quiet = run(one, store, 1)
    assert quiet.run.state == "unchanged"
    assert [name for name, _ in quiet.run.problems] == ["the sources"]
    standing = standing_of(one, store, NOW)
    assert standing.health == "problems"
    assert any(f"{share} holds nothing (is it mounted?)" in reason for reason in standing.reasons)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    made = run(one, store, 2).edition
    assert made is not None
    assert (made.number, made.counts.new, made.counts.withdrawn) == (2, 1, 0)
    mount(share)
    check_night(one, store, [1, 2])


def test_what_stood_in_a_folder_that_nobody_may_look_into_is_out_of_sight(
    tmp_path: Path, store: Store
) -> None:
    one = job(tmp_path)
    inner = tmp_path / "seeds/desk"
    inner.mkdir()
    (inner / "b.txt").write_text(SECOND)
    run(one, store)
    found = gather(one)
    problem = Problem("this folder may not be read by you")
    shut = found._replace(raws=found.raws[:1], unread=(Unread(str(inner), "seeds/desk", problem),))
    with store.reading() as connection:
        (lost,) = lost_in(shut, inputs_of(connection, "daily"), one)
    assert str(lost) == f"{inner} cannot be looked into, and held 1 source that the last edition knew"


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_is_a_day_off_and_then_right(tmp_path: Path, store: Store, days: int) -> None:
    one = job(tmp_path, window=Window("hours", 24))
    run(one, store)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    assert run(one, store, days).run.state == "made"
    (tmp_path / "seeds/c.txt").write_text("The port said on Thursday that 5 ships were lost.\n")
    assert run(one, store, 0.5).run.state == "made"
    check_night(one, store, [1, 2, 3])
