"""A night with every channel and a feed: each edition reaches everybody once, whatever goes wrong between."""

import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import msgspec
import pytest
from mail_server import PASSWORD, USER, Box, mail_server
from web_server import Asked, Reply, Site, web_server

from briefgen.model.edition import Delivery
from briefgen.model.job import Atom, Feed, Folder, Job, Mail, Secret, Slack, Webhook, Window
from briefgen.model.problem import InputError
from briefgen.nightly.job import Night, Report, run_job
from briefgen.store.database import Store, open_store
from briefgen.store.deliveries import deliveries_of

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
PATIENCE = 120.0
"""Seconds: a machine that does much else besides is no server that hangs."""
FIRST = "The mayor said on Monday that 40 ships had left the harbour."
SECOND = "The harbour master said on Tuesday that the port was closed."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield opened
    opened.close()


@pytest.fixture
def site() -> Iterator[Site]:
    with web_server() as running:
        yield running


def rss(*texts: str) -> bytes:
    items = "".join(
        f"<item><guid>{number}</guid><title>Report {number}</title><description>{text}</description>"
        f"<pubDate>Sun, 22 Nov 2026 05:00:00 GMT</pubDate></item>"
        for number, text in enumerate(texts, 1)
    )
    return f'<rss version="2.0"><channel><title>Port News</title>{items}</channel></rss>'.encode()


def job(tmp_path: Path, site: Site, mail: int) -> Job:
    return Job(
        name="daily",
        feeds=(Feed("port", site.address("/feed")),),
        feed_folder=tmp_path / "feeds",
        formats=("md", "json"),
        output=tmp_path / "output",
        deliveries=(
            Mail(
                name="desk",
                to=("anna@example.org", "ben@example.org", "cleo@example.org"),
                sender="desk@example.org",
                host="localhost",
                port=mail,
                security="none",
                quiet_note=True,
                timeout=PATIENCE,
            ),
            Webhook(name="hook", url=site.address("/hook"), secret=Secret("KEY"), timeout=PATIENCE),
            Slack(name="room", url=Secret("ROOM"), timeout=PATIENCE),
            Folder(name="share", path=tmp_path / "share"),
            Atom(name="atom", path=tmp_path / "share" / "feed.xml"),
        ),
    )


def run(one: Job, store: Store, site: Site, days: int = 0, tries: int = 1) -> Report:
    now = NOW + timedelta(days=days)
    secrets = {"KEY": "a secret key", "ROOM": site.address("/room")}
    return run_job(one, Night(store, lambda channel: secrets, lambda: now, pauses=(0.0,) * (tries - 1)))


def states(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        found: tuple[Delivery, ...] = tuple(deliveries_of(connection, "daily"))
    return {
        f"{one.channel} {one.edition}{' quiet' if one.quiet else ''} {one.recipient}": one.state
        for one in found
    }


def asked(site: Site, path: str) -> list[Asked]:
    return [one for one in site.asked if one.path == path]


def test_every_channel_gets_each_edition_once_and_quiet_days_only_a_line(
    tmp_path: Path, site: Site, store: Store
) -> None:
    site.at("/hook", Reply(204))
    site.at("/room", Reply(200, b"ok"))
    box = Box()
    with mail_server(box) as port:
        for days, texts in enumerate([(FIRST,), (FIRST,), (FIRST, SECOND)]):
            site.at("/feed", Reply(body=rss(*texts)))
            report = run(job(tmp_path, site, port), store, site, days)
            assert (report.error, report.run.problems) == (None, ())
            assert {one.state: one.error for one in report.tried} == {"sent": None}
    assert set(states(store).values()) == {"sent"}
    subjects = [message["Subject"] for message in box.messages]
    assert len(subjects) == 9
    assert [subject.endswith("nothing new") for subject in subjects] == [False] * 3 + [True] * 3 + [False] * 3
    told = [json.loads(one.body) for one in asked(site, "/hook")]
    assert [one["edition"] for one in told] == [1, 2]
    assert any("the port was closed" in change for change in told[1]["changes"])
    assert "the port was closed" in json.loads(asked(site, "/room")[1].body)["text"]
    assert len(list((tmp_path / "share").glob("2026*"))) == 2
    assert "the port was closed" in (tmp_path / "share" / "latest" / "analyst.md").read_text("utf-8")
    feed = feedparser.parse((tmp_path / "share" / "feed.xml").read_bytes())
    assert [len(feed.entries), feed.bozo] == [2, False]


def test_one_refused_recipient_and_a_hook_that_is_down_cost_nobody_else_anything(
    tmp_path: Path, site: Site, store: Store
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)))
    site.at("/hook", *[Reply(500)] * 9, Reply(204))
    site.at("/room", Reply(200, b"ok"))
    box = Box()
    box.refused["ben@example.org"] = "550 5.1.1 no such mailbox"
    box.first = ["451 4.3.0 later"]
    with mail_server(box) as port:
        for days in range(5):
            run(job(tmp_path, site, port), store, site, days, tries=2)
    editions = {key: state for key, state in states(store).items() if "quiet" not in key}
    assert sorted(editions.values()) == ["given_up", *["sent"] * 6]
    assert editions["desk 1 ben@example.org"] == "given_up"
    hooks = asked(site, "/hook")
    assert len(hooks) == 10
    assert len({one.headers["idempotency-key"] for one in hooks}) == 1
    got = [
        to for message in box.messages if "nothing new" not in message["Subject"] for to in [message["To"]]
    ]
    assert sorted(got) == ["anna@example.org", "cleo@example.org"]


def test_who_asks_for_time_is_not_asked_again_in_the_same_run(
    tmp_path: Path, site: Site, store: Store
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)))
    site.at("/hook", Reply(429, headers={"Retry-After": "3600"}), Reply(204))
    whole = job(tmp_path, site, 1)
    one = msgspec.structs.replace(whole, deliveries=whole.deliveries[1:2])
    run(one, store, site, tries=3)
    assert len(asked(site, "/hook")) == 1
    run(one, store, site, 1, tries=3)
    assert set(states(store).values()) == {"sent"}


def test_a_server_that_is_down_is_tried_thrice_for_the_first_recipient_alone(
    tmp_path: Path, site: Site, store: Store
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)))
    whole = job(tmp_path, site, 1)
    report = run(msgspec.structs.replace(whole, deliveries=whole.deliveries[:1]), store, site, tries=3)
    assert [one.state for one in report.tried] == ["failed"] * 3
    with store.reading() as connection:
        assert [one.attempts for one in deliveries_of(connection, "daily")] == [3, 1, 1]


def test_a_feed_that_is_away_is_a_problem_of_the_run_and_the_brief_stays(
    tmp_path: Path, site: Site, store: Store
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)), Reply(500), Reply(500))
    one = msgspec.structs.replace(job(tmp_path, site, 1), deliveries=())
    run(one, store, site)
    report = run(one, store, site, 1)
    assert report.run.state == "unchanged"
    assert [name for name, _ in report.run.problems] == ["feed port"]
    assert "answered 500" in report.run.problems[0][1]


def test_what_is_marked_too_high_reaches_nobody(tmp_path: Path, site: Site, store: Store) -> None:
    site.at("/feed", Reply(body=rss(FIRST)))
    whole = job(tmp_path, site, 1)
    low = tuple(msgspec.structs.replace(one, marking_ceiling="TLP:GREEN") for one in whole.deliveries)
    marked = msgspec.structs.replace(whole, deliveries=low, marking="TLP:AMBER")
    assert run(marked, store, site).error is None
    assert set(states(store).values()) == {"refused"}
    assert [one.path for one in site.asked] == ["/feed"]
    assert not (tmp_path / "share").exists()


def test_the_first_message_to_a_chat_room_says_what_the_brief_says(
    tmp_path: Path, site: Site, store: Store
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)))
    site.at("/room", Reply(200, b"ok"))
    whole = job(tmp_path, site, 1)
    run(msgspec.structs.replace(whole, deliveries=whole.deliveries[2:3]), store, site)
    text = json.loads(asked(site, "/room")[0].body)["text"]
    assert "first edition" in text
    assert "40 ships had left the harbour" in text


def test_a_late_edition_comes_without_a_note_that_nothing_is_new_since_then(
    tmp_path: Path, site: Site, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)))
    site.at("/hook", Reply(500), Reply(204))
    whole = job(tmp_path, site, 1)
    hook = msgspec.structs.replace(whole.deliveries[1], quiet_note=True)
    one = msgspec.structs.replace(whole, deliveries=(hook,))
    told = []
    for days in range(3):
        caplog.clear()
        with caplog.at_level(logging.INFO, "briefgen"):
            run(one, store, site, days)
        told.append([line for line in caplog.messages if " by hook" in line])
    assert [line[:22] for line in told[0]] == ["failed: edition 1 by h"]
    assert told[1:] == [
        ["sent: edition 1 by hook"],
        ["sent: the note that nothing is new since edition 1, by hook"],
    ]


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_wrong_password_is_tried_once_a_run_and_uses_up_no_attempt(
    tmp_path: Path, site: Site, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)))
    whole = job(tmp_path, site, 1)
    box = Box()
    with mail_server(box, login=True) as port:
        desk = whole.deliveries[0]
        assert isinstance(desk, Mail)
        mail = msgspec.structs.replace(desk, port=port, user=USER, password=Secret("KEY"), attempts=2)
        one = msgspec.structs.replace(whole, deliveries=(mail,))
        for days in range(3):
            caplog.clear()
            report = run(one, store, site, days, tries=3)
            assert [one.stuck for one in report.tried[:3]] == [True] * 3
            assert (report.waiting, box.logins) == (0, days + 1)
            (line,) = [line for line in caplog.messages if line.startswith("failed: ")]
            assert "refused name or password (535" in line
        with store.reading() as connection:
            assert {one.attempts for one in deliveries_of(connection, "daily")} == {0}
            assert all(
                "refused name or password" in (one.last_error or "")
                for one in deliveries_of(connection, "daily")
            )
        night = Night(store, lambda channel: {"KEY": PASSWORD}, lambda: NOW + timedelta(days=3), pauses=())
        run_job(one, night)
    assert sorted(message["To"] for message in box.messages) == sorted(mail.to)
    assert set(states(store).values()) == {"sent"}


def test_a_webhook_that_refuses_its_secret_gets_what_waits_once_that_is_mended(
    tmp_path: Path, site: Site, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)), Reply(body=rss(FIRST, SECOND)))
    site.at("/hook", Reply(401), Reply(403), Reply(404), Reply(204))
    whole = job(tmp_path, site, 1)
    hook = msgspec.structs.replace(whole.deliveries[1], attempts=2)
    one = msgspec.structs.replace(whole, deliveries=(hook,))
    for days, status in enumerate((401, 403, 404)):
        caplog.clear()
        report = run(one, store, site, days, tries=3)
        assert (report.waiting, len(asked(site, "/hook"))) == (0, days + 1), "one try, for all that waits"
        (line,) = [line for line in caplog.messages if line.startswith("failed: ")]
        assert f" answered {status}: check the" in line
        assert line.endswith("no attempt is used up")
    assert states(store) == {"hook 1 hook": "failed", "hook 2 hook": "failed"}
    run(one, store, site, 3)
    assert states(store) == {"hook 1 hook": "sent", "hook 2 hook": "sent"}
    sent = [json.loads(call.body)["edition"] for call in asked(site, "/hook")[3:]]
    assert sent == [1, 2]


def test_a_secret_that_is_missing_is_told_once_and_costs_no_wait(
    tmp_path: Path, site: Site, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)))
    whole = job(tmp_path, site, 1)
    one = msgspec.structs.replace(whole, deliveries=whole.deliveries[:1])

    def none(channel: object) -> dict[str, str]:
        raise InputError("secrets.toml may be read by others: chmod 600 secrets.toml")

    report = run_job(one, Night(store, none, lambda: NOW, pauses=(30.0, 30.0)))
    assert [one.state for one in report.tried] == ["failed"] * 3
    assert report.waiting == 0
    (line,) = [line for line in caplog.messages if "chmod 600" in line]
    assert line.endswith("Nothing more is tried by desk in this run, and no attempt is used up")
    with store.reading() as connection:
        assert [one.attempts for one in deliveries_of(connection, "daily")] == [0, 0, 0]


def test_the_text_of_a_mail_is_plain_text_without_links_to_what_a_mail_has_not(
    tmp_path: Path, site: Site, store: Store
) -> None:
    site.at("/feed", Reply(body=rss(FIRST)))
    box = Box()
    with mail_server(box) as port:
        whole = job(tmp_path, site, port)
        report = run(msgspec.structs.replace(whole, deliveries=whole.deliveries[:1]), store, site)
    body = box.messages[0].get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert "40 ships had left the harbour" in " ".join(text.split())
    assert not re.search(r"\]\(|\*\*|^#|\|", text, re.MULTILINE)
    assert max(map(len, text.splitlines())) <= 78
    assert not [path for path in report.files if path.suffix == ".txt"], "made for the mail alone"


def test_a_source_marked_higher_since_is_kept_from_late_deliveries_and_taken_out_of_feeds(
    tmp_path: Path, site: Site, store: Store
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    (tmp_path / "templates/open").mkdir(parents=True)
    (tmp_path / "templates/open/audience.toml").write_text(
        'title = "Open"\ndescription = "For all."\nsections = ["key_points", "evidence"]\n'
        'marking_ceiling = "TLP:CLEAR"\n'
    )
    site.at("/hook", Reply(500), Reply(500), Reply(500), Reply(204))
    whole = job(tmp_path, site, 1)
    low = tuple(
        msgspec.structs.replace(one, marking_ceiling="TLP:CLEAR", audience="open")
        for one in (whole.deliveries[1], whole.deliveries[4])
    )
    one = msgspec.structs.replace(
        whole, feeds=(), sources=(tmp_path / "seeds",), templates=(tmp_path / "templates",), deliveries=low
    )
    run(one, store, site)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    run(one, store, site, 1)
    feed = tmp_path / "share/feed.xml"
    assert feed.read_text().count("<entry>") == 2
    (tmp_path / "seeds/a.txt.meta.toml").write_text('marking = "TLP:RED"\n')
    run(one, store, site, 2)
    told = states(store)
    assert [told[f"hook {number} hook"] for number in (1, 2, 3)] == ["refused", "refused", "sent"]
    (sent,) = [json.loads(call.body) for call in asked(site, "/hook")[3:]]
    assert sent["edition"] == 3
    assert "40 ships" not in json.dumps(sent)
    assert "a.txt" not in json.dumps([sent["changes"], sent["summary"]]), "not even that it was marked"
    assert feed.read_text().count("<entry>") == 1
    assert "40 ships" not in feed.read_text()


def clear_job(tmp_path: Path, site: Site, window: Window) -> Job:
    """A job whose feed and hook may carry what is for all."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "templates/open").mkdir(parents=True)
    (tmp_path / "templates/open/audience.toml").write_text(
        'title = "Open"\ndescription = "For all."\nsections = ["key_points", "changes", "evidence"]\n'
        'marking_ceiling = "TLP:CLEAR"\n'
    )
    whole = job(tmp_path, site, 1)
    atom = msgspec.structs.replace(whole.deliveries[4], marking_ceiling="TLP:CLEAR", audience="open")
    return msgspec.structs.replace(
        whole,
        feeds=(),
        sources=(tmp_path / "seeds",),
        templates=(tmp_path / "templates",),
        deliveries=(atom,),
        window=window,
    )


@pytest.mark.parametrize("window", [Window("all"), Window("new")])
def test_a_source_that_left_and_comes_back_marked_higher_is_taken_out_of_feeds(
    tmp_path: Path, site: Site, store: Store, window: Window
) -> None:
    one = clear_job(tmp_path, site, window)
    feed = tmp_path / "share/feed.xml"
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    run(one, store, site)
    (tmp_path / "seeds/a.txt").unlink()
    (tmp_path / "seeds/c.txt").write_text("The miller said on Friday that the mill was burnt.")
    run(one, store, site, 1)
    assert "withdrawn: The mayor said on Monday that 40 ships" in feed.read_text()
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    (tmp_path / "seeds/a.txt.meta.toml").write_text('marking = "TLP:RED"\n')
    (tmp_path / "seeds/d.txt").write_text("The baker said on Saturday that bread was dear.")
    run(one, store, site, 2)
    assert "40 ships" not in feed.read_text()
    assert feed.read_text().count("<entry>") == 1


def test_a_marking_raised_outside_of_the_window_holds_for_feeds_at_once(
    tmp_path: Path, site: Site, store: Store
) -> None:
    one = clear_job(tmp_path, site, Window("hours", 24))
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    (tmp_path / "seeds/a.txt.meta.toml").write_text("published = 2026-11-21\n")
    run(one, store, site)
    (tmp_path / "seeds/a.txt").unlink()
    (tmp_path / "seeds/c.txt").write_text("The miller said on Friday that the mill was burnt.")
    run(one, store, site, 1)
    feed = tmp_path / "share/feed.xml"
    assert "40 ships" in feed.read_text()
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    (tmp_path / "seeds/a.txt.meta.toml").write_text('published = 2026-11-21\nmarking = "TLP:RED"\n')
    assert run(one, store, site, 9).run.state == "unchanged"
    assert "40 ships" not in feed.read_text()
    assert feed.read_text().count("<entry>") == 0
