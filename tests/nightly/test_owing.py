"""What is due to whom goes by what each had last: no change is lost to somebody, and nothing comes twice."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from mail_server import Box, mail_server
from web_server import Reply, Site, web_server

from briefgen.model.job import Job, Mail, Webhook, Window
from briefgen.nightly.job import Night, Report, run_job
from briefgen.nightly.owing import past_of, undelivered
from briefgen.nightly.report import Standing, standing_of
from briefgen.store.database import Store, open_store

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
FIVE = "The mayor said on Monday that five men had died at the mill.\n"
FOUR = "The mayor said on Monday that four men had died at the mill.\n"
SECRET = "The harbour master said on Tuesday that 12 ships were hidden.\n"
OTHER = "The miller said on Wednesday that the mill would be closed.\n"
HELD = (
    "edition 2 by hook was held back: not sent: analyst.md and 1 more file are of a brief marked TLP:RED, "
    "above the ceiling of “hook”, TLP:AMBER: name an audience whose brief may go there; once it may go "
    "`briefgen run daily --catch-up hook` brings what is lacking"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield opened
    opened.close()


@pytest.fixture
def site() -> Iterator[Site]:
    with web_server() as running:
        running.at("/hook", Reply(204))
        yield running


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(FIVE)
    return tmp_path / "seeds"


@pytest.fixture
def job(tmp_path: Path, seeds: Path, site: Site) -> Job:
    """Its hook carries nothing above AMBER, and only changes."""
    (tmp_path / "templates/open").mkdir(parents=True)
    (tmp_path / "templates/open/audience.toml").write_text(
        'title = "Open"\ndescription = "For all."\nsections = ["key_points", "changes", "evidence"]\n'
        'marking_ceiling = "TLP:GREEN"\n'
    )
    hook = Webhook(
        name="hook", url=site.address("/hook"), only_if="changed", marking_ceiling="TLP:AMBER", timeout=30.0
    )
    return Job(
        name="daily",
        sources=(seeds,),
        feed_folder=tmp_path / "feeds",
        templates=(tmp_path / "templates",),
        formats=("md", "html"),
        output=tmp_path / "output/daily",
        deliveries=(hook,),
    )


def run(job: Job, store: Store, days: int = 0, catch_up: str = "", force: bool = False) -> Report:
    now = NOW + timedelta(days=days)
    named = frozenset([catch_up]) if catch_up else frozenset()
    night = Night(store, lambda channel: {}, lambda: now, pauses=(), catch_up=named, force=force)
    return run_job(job, night)


def stands(job: Job, store: Store, days: int = 0) -> Standing:
    return standing_of(job, store, NOW + timedelta(days=days))


def told(site: Site) -> list[dict[str, object]]:
    return [json.loads(one.body) for one in site.asked]


def refuse_the_second(job: Job, store: Store, seeds: Path) -> None:
    """Edition 1 is sent; edition 2, with a correction and a source that is marked RED, is refused."""
    run(job, store)
    (seeds / "a.txt").write_text(FOUR)
    (seeds / "b.txt").write_text(SECRET)
    (seeds / "b.txt.meta.toml").write_text('marking = "TLP:RED"\n')
    assert [one.state for one in run(job, store, 1).tried] == ["refused"]


def with_audience(job: Job, audience: str) -> Job:
    (hook,) = job.deliveries
    return msgspec.structs.replace(job, deliveries=(msgspec.structs.replace(hook, audience=audience),))


def test_what_was_refused_is_told_as_held_back_and_not_as_a_failure(
    job: Job, store: Store, seeds: Path
) -> None:
    refuse_the_second(job, store, seeds)
    found = stands(job, store, 1)
    assert (found.health, found.reasons, found.lost) == ("held_back", (HELD,), ())
    assert [one.edition for one in found.held_back] == [2]


def test_the_remedy_that_the_refusal_names_brings_the_change_that_was_held_back(
    job: Job, store: Store, seeds: Path, site: Site
) -> None:
    """To name an audience makes an edition for it, with nothing new in it for those who had the last."""
    refuse_the_second(job, store, seeds)
    mended = with_audience(job, "open")
    run(mended, store, 2, catch_up="hook")
    first, second = told(site)
    assert (first["edition"], second["edition"]) == (1, 3)
    assert "four men" in json.dumps(second["markdown"])
    assert "12 ships" not in json.dumps(second)
    assert stands(mended, store, 2).health == "well"
    run(mended, store, 3, catch_up="hook")
    assert len(told(site)) == 2, "nobody gets an edition twice"


@pytest.mark.parametrize("catch_up", ["hook", ""])
def test_an_edition_with_nothing_new_comes_to_who_lacks_the_one_before_with_all_that_is_new_to_him(
    job: Job, store: Store, seeds: Path, site: Site, catch_up: str
) -> None:
    refuse_the_second(job, store, seeds)
    (seeds / "b.txt.meta.toml").write_text('marking = "TLP:GREEN"\n')
    mended = msgspec.structs.replace(job, title="The mill")
    report = run(mended, store, 2, catch_up=catch_up)
    assert "edition 3 by hook: the last there was edition 1" in report.notes
    _, second = told(site)
    assert (second["edition"], second["had"]) == (3, 1)
    assert str(second["summary"]).endswith(" since edition 1")
    assert any("four men" in line and "five men" in line for line in second["changes"])  # type: ignore[attr-defined]
    assert run(mended, store, 3, catch_up="hook").notes == (
        "--catch-up hook: whom it reaches lacks nothing up to edition 3",
    )
    assert len(told(site)) == 2


def test_what_is_new_next_time_does_not_hide_what_was_refused(
    job: Job, store: Store, seeds: Path, site: Site
) -> None:
    refuse_the_second(job, store, seeds)
    (seeds / "b.txt.meta.toml").write_text('marking = "TLP:GREEN"\n')
    (seeds / "c.txt").write_text(OTHER)
    run(job, store, 2)
    _, second = told(site)
    changes = json.dumps(second["changes"], ensure_ascii=False)
    assert (second["edition"], second["had"]) == (3, 1)
    assert "mill would be closed" in changes
    assert "four men" in changes
    assert "12 ships" in changes
    assert stands(job, store, 2).health == "well"


def test_who_had_the_last_edition_gets_none_with_nothing_new(job: Job, store: Store, site: Site) -> None:
    run(job, store)
    assert run(job, store, 1, force=True).tried == ()
    assert len(told(site)) == 1
    with store.reading() as connection:
        past = past_of(connection, "daily")
    assert undelivered(job, past, past.editions[0]) == (
        "not sent by hook: nothing in it is new, and it is for changes only (only_if)",
    )
    assert undelivered(job, past, past.editions[1]) == ()
    nobody = msgspec.structs.replace(job, deliveries=())
    assert undelivered(nobody, past, past.editions[0]) == ("delivered to nobody: the job has no deliveries",)


def test_no_note_that_nothing_is_new_goes_to_who_lacks_an_edition(
    job: Job, store: Store, seeds: Path, site: Site
) -> None:
    (hook,) = job.deliveries
    noted = msgspec.structs.replace(job, deliveries=(msgspec.structs.replace(hook, quiet_note=True),))
    refuse_the_second(noted, store, seeds)
    run(noted, store, 2)
    assert [one["kind"] for one in told(site)] == ["edition"]


def test_of_a_job_that_tells_only_what_is_new_each_edition_is_brought_itself(
    job: Job, store: Store, seeds: Path, site: Site
) -> None:
    only_new = msgspec.structs.replace(job, window=Window("new"))
    refuse_the_second(only_new, store, seeds)
    (seeds / "c.txt").write_text(OTHER)
    run(only_new, store, 2)
    assert [one["edition"] for one in told(site)] == [1, 3]
    (hook,) = job.deliveries
    raised = msgspec.structs.replace(hook, marking_ceiling="TLP:RED")
    run(msgspec.structs.replace(only_new, deliveries=(raised,)), store, 3, catch_up="hook")
    assert [one["edition"] for one in told(site)] == [1, 3, 2]


def test_a_mail_says_above_the_brief_what_came_between(store: Store, job: Job, seeds: Path) -> None:
    box = Box()
    with mail_server(box) as port:
        desk = Mail(
            name="desk",
            to=("anna@example.org", "ben@example.org"),
            sender="desk@example.org",
            host="localhost",
            port=port,
            security="none",
            only_if="changed",
        )
        job = msgspec.structs.replace(job, deliveries=(desk,))
        run(job, store)
        box.refused["ben@example.org"] = "550 5.1.1 no such mailbox"
        (seeds / "a.txt").write_text(FOUR)
        run(job, store, 1)
        assert stands(job, store, 1).health == "failed"
        box.refused.clear()
        run(msgspec.structs.replace(job, title="The mill"), store, 2)
    late = box.messages[-1]
    assert [message["To"] for message in box.messages].count("anna@example.org") == 2
    assert (late["To"], late["X-Briefgen-Edition"]) == ("ben@example.org", "3")
    assert "nothing new" not in late["Subject"]
    for kind in ("plain", "html"):
        body = late.get_body((kind,))
        assert body is not None
        words = " ".join(body.get_content().split())
        assert "You had edition 1 last; what came between did not reach you." in words
        assert "(before: The mayor said on Monday that five men had died at the mill.)" in words
