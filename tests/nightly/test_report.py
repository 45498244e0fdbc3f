"""Status tells what happened: what failed, was killed, is overdue, waits or was lost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from briefgen.model.edition import Delivery, DeliveryState
from briefgen.model.job import Job, Mail, Schedule, Window
from briefgen.nightly.job import Night, run_job
from briefgen.nightly.report import Standing, standing_of
from briefgen.store.database import Store, open_store
from briefgen.store.deliveries import open_deliveries, plan, record
from briefgen.store.locks import only_run
from briefgen.store.runs import start_run

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield opened
    opened.close()


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("The mayor said on Monday that 40 ships had left.\n")
    return Job(
        name="daily",
        sources=(tmp_path / "seeds",),
        feed_folder=tmp_path / "feeds",
        formats=("md",),
        output=tmp_path / "output",
        schedule=Schedule("0 6 * * *", "UTC"),
    )


def run(job: Job, store: Store, now: datetime = NOW) -> None:
    run_job(job, Night(store, lambda channel: {}, lambda: now, pauses=()))


def stood(job: Job, store: Store, days: float = 0.1) -> Standing:
    return standing_of(job, store, NOW + timedelta(days=days))


def test_after_a_good_run_all_is_well(job: Job, store: Store) -> None:
    run(job, store)
    found = stood(job, store)
    assert (found.health, found.reasons) == ("well", ())
    assert found.next_run == "2026-11-23T06:00:00+00:00"
    assert found.edition is not None


def test_a_job_that_never_ran_is_not_overdue(job: Job, store: Store) -> None:
    found = stood(job, store, 30)
    assert (found.health, found.last_run, found.overdue_since) == ("well", None, None)


def test_a_missed_night_is_overdue(job: Job, store: Store) -> None:
    run(job, store)
    assert stood(job, store, 1.01).overdue_since is None, "a run may be on its way"
    found = stood(job, store, 1.1)
    assert (found.health, found.overdue_since) == ("failed", "2026-11-23T06:00:00+00:00")


def test_a_failed_run_says_why_and_when_the_last_good_was(job: Job, store: Store) -> None:
    run(job, store)
    job.sources[0].rename(job.sources[0].with_name("away"))
    run(job, store, NOW + timedelta(hours=1))
    found = stood(job, store)
    assert found.health == "failed"
    assert "seeds" in found.reasons[0]
    assert found.last_good == "2026-11-22T06:00:00+00:00"


def test_a_killed_run_is_told_as_killed_and_a_running_one_as_running(job: Job, store: Store) -> None:
    start_run(store, "daily", "2026-11-22T06:00:00+00:00")
    with only_run(store, "daily"):
        running = stood(job, store)
    assert running.last_run is not None
    assert (running.health, running.last_run.state) == ("well", "running")
    killed = stood(job, store)
    assert killed.last_run is not None
    assert (killed.health, killed.last_run.state) == ("failed", "interrupted")


def test_a_store_that_does_not_know_what_the_output_holds_is_told(
    job: Job, store: Store, tmp_path: Path
) -> None:
    run(job, store)
    other = open_store(f"sqlite:///{tmp_path / 'new.db'}")
    for runs in range(2):
        found = stood(job, other)
        assert (found.health, len(found.reasons)) == ("problems", 1), runs
        assert "holds 1 edition that the store does not know" in found.reasons[0]
        run(job, other)
    other.close()


def test_problems_of_sources_are_told(job: Job, store: Store) -> None:
    (job.sources[0] / "empty.txt").write_text("")
    run(job, store)
    found = stood(job, store)
    assert (found.health, found.reasons) == ("problems", ("1 of its sources has problems",))


@pytest.mark.parametrize("window", ["all", "new"])
def test_problems_of_sources_are_told_as_long_as_they_stand_each_source_once(
    job: Job, store: Store, window: Literal["all", "new"]
) -> None:
    job = msgspec.structs.replace(job, window=Window(window))
    (folder,) = job.sources
    sidecar = folder / "a.txt.meta.toml"
    sidecar.write_text('marking = "TLP:AMBR"\npublishd = 2026-11-21\n')
    (folder / "old.txt").write_bytes("The café was closed, the mayor said.\n".encode("latin-1"))
    (folder / "photo.txt").write_bytes(b"\x00\x01" * 2_000)
    told = []
    for day in range(4):
        if day == 2:
            (folder / "b.txt").write_text("The mayor said on Tuesday that 12 ships were back.\n")
        run(job, store, NOW + timedelta(days=day))
        found = stood(job, store, day + 0.01)
        assert (found.health, found.reasons) == ("problems", ("3 of its sources have problems",))
        told.append([name for name, _ in found.problems])
    assert told == [["seeds/a.txt", "seeds/a.txt", "seeds/old.txt", "seeds/photo.txt"]] * 4
    folder.rename(folder.with_name("away"))
    run(job, store, NOW + timedelta(days=4))
    failed = stood(job, store, 4.01)
    assert [name for name, _ in failed.problems] == told[0], "of what nobody can look at, what was known"
    folder.with_name("away").rename(folder)
    sidecar.unlink()
    (folder / "old.txt").write_text("The café was closed, the mayor said.\n")
    (folder / "photo.txt").unlink()
    run(job, store, NOW + timedelta(days=5))
    assert stood(job, store, 5.01).health == "well"


def test_what_is_wrong_with_a_source_that_no_edition_tells_of_is_told_too(job: Job, store: Store) -> None:
    on_topic = msgspec.structs.replace(job, topics=("ships",))
    (folder,) = job.sources
    (folder / "off.txt").write_bytes("The café was closed, the mayor said.\n".encode("latin-1"))
    (folder / "off.txt.meta.toml").write_text('marking = "TLP:AMBR"\n')
    for day in range(3):
        run(on_topic, store, NOW + timedelta(days=day))
        assert stood(on_topic, store, day + 0.01).reasons == ("1 of its sources has problems",)


MEND = "`briefgen run daily --catch-up mail` brings what is lacking"


@pytest.mark.parametrize(
    ("state", "health", "words"),
    [
        ("failed", "problems", "edition 1 by mail to a@example.org is still to be delivered: why"),
        ("given_up", "failed", f"edition 1 by mail to a@example.org was given up: why; mend it, then {MEND}"),
        (
            "refused",
            "held_back",
            f"edition 1 by mail to a@example.org was held back: why; once it may go {MEND}",
        ),
        ("sent", "well", None),
    ],
)
def test_deliveries_that_wait_or_were_lost_are_told(
    job: Job, store: Store, state: DeliveryState, health: str, words: str | None
) -> None:
    run(job, store)
    planned = Delivery(id=0, job="daily", edition=1, channel="mail", recipient="a@example.org", key="k")
    with store.writing() as connection:
        plan(connection, (planned,))
        (waiting,) = open_deliveries(connection, "daily", "2026-11-22T06:00:00+00:00")
        record(connection, waiting, state, "2026-11-22T06:00:00+00:00", "why")
    mail = Mail(name="mail", to=("a@example.org",), sender="b@example.org", host="localhost")
    seen = stood(msgspec.structs.replace(job, deliveries=(mail,)), store)
    assert seen.health == health
    assert seen.reasons == (() if words is None else (words,))
    if health in ("failed", "held_back"):
        other = msgspec.structs.replace(mail, to=("c@example.org",))
        mended = stood(msgspec.structs.replace(job, deliveries=(other,)), store)
        assert mended.health == "well", "the address was corrected"
