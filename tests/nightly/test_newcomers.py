"""Who is added to the deliveries of a job begins with the next edition, and is told how to have the last."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from mail_server import Box, mail_server

from briefgen.model.edition import Delivery
from briefgen.model.job import Folder, Job, Mail
from briefgen.nightly.job import Night, Report, run_job
from briefgen.nightly.owing import newcomers, past_of
from briefgen.nightly.report import standing_of
from briefgen.store.database import Store, open_store
from briefgen.store.deliveries import deliveries_of

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
FIRST = "The mayor said on Monday that 40 ships had left.\n"
SECOND = "The harbour master said on Wednesday that 12 ships were back.\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'store.db'}")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    return Job(
        name="daily",
        sources=(tmp_path / "seeds",),
        feed_folder=tmp_path / "feeds",
        formats=("md",),
        output=tmp_path / "output/daily",
    )


def share(tmp_path: Path, name: str = "share", **settings: object) -> Folder:
    return Folder(name=name, path=tmp_path / name, **settings)  # type: ignore[arg-type]


def with_(job: Job, *channels: Folder | Mail) -> Job:
    return msgspec.structs.replace(job, deliveries=channels)


def run(job: Job, store: Store, days: int = 0, catch_up: str = "", slot: str | None = None) -> Report:
    now = NOW + timedelta(days=days)
    named = frozenset([catch_up]) if catch_up else frozenset()
    return run_job(job, Night(store, lambda channel: {}, lambda: now, slot, pauses=(), catch_up=named))


def planned(store: Store) -> tuple[Delivery, ...]:
    with store.reading() as connection:
        return deliveries_of(connection, "daily")


def test_it_gets_nothing_of_the_last_edition_and_run_and_status_say_so(
    job: Job, store: Store, tmp_path: Path
) -> None:
    run(with_(job, share(tmp_path)), store)
    both = with_(job, share(tmp_path), share(tmp_path, "office"))
    report = run(both, store, 1)
    assert report.tried == ()
    (note,) = report.notes
    assert note.startswith(f"office to {tmp_path / 'office'} is new: it gets editions from the next on")
    assert "`briefgen run daily --catch-up office` brings edition 1" in note
    standing = standing_of(both, store, NOW + timedelta(days=1))
    assert (standing.newcomers, standing.health) == ((note,), "well")
    assert not (tmp_path / "office").exists()


def test_it_gets_the_next_and_is_new_no_longer(job: Job, store: Store, tmp_path: Path) -> None:
    run(with_(job, share(tmp_path)), store)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    report = run(with_(job, share(tmp_path), share(tmp_path, "office")), store, 1)
    assert report.notes == ()
    assert [path.name for path in (tmp_path / "office").glob("2026*")] == ["2026-11-23-0002"]


def test_it_catches_up_when_asked_once_and_nobody_else_gets_the_edition_again(
    job: Job, store: Store, tmp_path: Path
) -> None:
    run(with_(job, share(tmp_path)), store)
    both = with_(job, share(tmp_path), share(tmp_path, "office"))
    report = run(both, store, 1, catch_up="office")
    assert [(one.delivery.channel, one.state) for one in report.tried] == [("office", "sent")]
    assert report.notes == ()
    assert (tmp_path / "office/latest/analyst.md").exists()
    assert run(both, store, 2, catch_up="office").tried == ()
    assert run(both, store, 2, catch_up="share").tried == ()
    assert len(planned(store)) == 2


def test_a_moment_that_has_had_its_run_still_lets_it_catch_up(job: Job, store: Store, tmp_path: Path) -> None:
    slot = "2026-11-22T06:00:00+00:00"
    run(with_(job, share(tmp_path)), store, slot=slot)
    both = with_(job, share(tmp_path), share(tmp_path, "office"))
    assert [one.state for one in run(both, store, catch_up="office", slot=slot).tried] == ["sent"]


def test_a_recipient_added_to_a_mail_is_new_and_the_others_are_not(job: Job, store: Store) -> None:
    box = Box()
    with mail_server(box) as port:
        desk = Mail(
            name="desk",
            to=("anna@example.org",),
            sender="desk@example.org",
            host="localhost",
            port=port,
            security="none",
        )
        run(with_(job, desk), store)
        more = msgspec.structs.replace(desk, to=(*desk.to, "ben@example.org"))
        assert [note.split(" is new")[0] for note in run(with_(job, more), store, 1).notes] == [
            "desk to ben@example.org"
        ]
        run(with_(job, more), store, 2, catch_up="desk")
    assert [message["To"] for message in box.messages] == ["anna@example.org", "ben@example.org"]


def test_who_is_reached_by_a_delivery_with_another_name_is_not_new(
    job: Job, store: Store, tmp_path: Path
) -> None:
    run(with_(job, share(tmp_path)), store)
    renamed = with_(job, Folder(name="office", path=tmp_path / "share"))
    assert run(renamed, store, 1, catch_up="office").tried == ()
    with store.reading() as connection:
        assert newcomers(renamed, past_of(connection, "daily")) == ()


def test_what_is_marked_too_high_is_refused_to_a_newcomer_too(job: Job, store: Store, tmp_path: Path) -> None:
    red = msgspec.structs.replace(job, marking="TLP:RED")
    run(with_(red, share(tmp_path)), store)
    low = share(tmp_path, "office", marking_ceiling="TLP:GREEN")
    run(with_(red, share(tmp_path), low), store, 1, catch_up="office")
    assert [one.state for one in planned(store)] == ["sent", "refused"]
    assert not (tmp_path / "office").exists()


def test_what_was_refused_is_brought_once_the_cause_is_mended(job: Job, store: Store, tmp_path: Path) -> None:
    job = msgspec.structs.replace(job, marking="TLP:RED")
    strict = with_(job, share(tmp_path, marking_ceiling="TLP:GREEN"))
    run(strict, store)
    run(strict, store, 1, catch_up="share")
    assert [one.state for one in planned(store)] == ["refused"], "nothing was mended"
    mended = with_(job, share(tmp_path))
    assert standing_of(mended, store, NOW).health == "held_back"
    report = run(mended, store, 2, catch_up="share")
    assert [one.state for one in report.tried] == ["sent"]
    assert (tmp_path / "share/latest/analyst.md").exists()
    assert standing_of(mended, store, NOW).health == "well"
    assert run(mended, store, 3, catch_up="share").tried == (), "nobody gets it twice"


def test_a_first_edition_is_all_new_to_who_wants_only_changes(job: Job, store: Store, tmp_path: Path) -> None:
    run(with_(job, share(tmp_path, only_if="changed")), store)
    assert (tmp_path / "share/latest/analyst.md").exists()


def test_an_edition_with_nothing_new_goes_only_to_who_wants_all(
    job: Job, store: Store, tmp_path: Path
) -> None:
    both = with_(job, share(tmp_path), share(tmp_path, "changes", only_if="changed"))
    run(both, store)
    report = run(msgspec.structs.replace(both, title="The harbour"), store, 1)
    assert [one.delivery.channel for one in report.tried] == ["share"]
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    report = run(both, store, 2)
    assert [one.delivery.channel for one in report.tried] == ["share", "changes"]


def test_where_an_edition_has_nothing_new_a_line_says_so_if_the_job_wants_it(job: Job, store: Store) -> None:
    box = Box()
    with mail_server(box) as port:
        desk = Mail(
            name="desk",
            to=("anna@example.org",),
            sender="desk@example.org",
            host="localhost",
            port=port,
            security="none",
            only_if="changed",
            quiet_note=True,
        )
        run(with_(job, desk), store)
        report = run(msgspec.structs.replace(with_(job, desk), title="The harbour"), store, 1)
    assert report.run.state == "made"
    assert [message["Subject"].endswith("nothing new") for message in box.messages] == [False, True]
    assert [(one.edition, one.quiet is not None) for one in planned(store)] == [(1, False), (1, True)]


def test_who_never_had_the_last_edition_is_not_told_that_nothing_is_new(job: Job, store: Store) -> None:
    box = Box()
    with mail_server(box) as port:
        desk = Mail(
            name="desk",
            to=("anna@example.org",),
            sender="desk@example.org",
            host="localhost",
            port=port,
            security="none",
            quiet_note=True,
        )
        run(with_(job, desk), store)
        more = msgspec.structs.replace(desk, to=(*desk.to, "ben@example.org"))
        report = run(with_(job, more), store, 1)
    assert report.run.state == "unchanged"
    assert [(one["To"], one["Subject"].endswith("nothing new")) for one in box.messages] == [
        ("anna@example.org", False),
        ("anna@example.org", True),
    ]
