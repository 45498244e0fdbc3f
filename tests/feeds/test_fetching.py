"""Feeds are fetched from a real server, and whatever it does, what was had before stays."""

import gzip
import signal
import ssl
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from web_server import Asked, Reply, Site, web_server

from briefgen.feeds import fetch_feeds
from briefgen.model.job import Feed, Job
from briefgen.model.source import RawSource
from briefgen.store.inbox import collect


def rss(**titles: str) -> bytes:
    items = "".join(
        f"<item><guid>https://news.example/{name}</guid><title>{title}</title>"
        f"<description>&lt;p&gt;The mayor said so on Monday.&lt;/p&gt;</description></item>"
        for name, title in titles.items()
    )
    return f'<rss version="2.0"><channel><title>Port News</title>{items}</channel></rss>'.encode()


def job(folder: Path, *feeds: Feed) -> Job:
    return Job(name="daily", feed_folder=folder, output=folder / "out", feeds=feeds)


def fetch(folder: Path, *feeds: Feed | str, step: float = 30.0, whole: float = 60.0) -> list[str]:
    named = [one if isinstance(one, Feed) else Feed("port", one) for one in feeds]
    problems = fetch_feeds(job(folder, *named), step=step, whole=whole)
    return [f"{name}: {problem}" for name, problem in problems]


def sources(folder: Path) -> dict[str, RawSource]:
    raws, unread = collect([folder], apart_from=())
    assert not unread
    return {raw.metadata.title or raw.name: raw for raw in raws}


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_each_entry_becomes_a_source_with_what_is_known_of_it(tmp_path: Path) -> None:
    with web_server() as site:
        feed = Feed("port", site.at("/feed", Reply(body=rss(a="One", b="Two"))), marking="TLP:GREEN")
        assert fetch(tmp_path, feed) == []
    found = sources(tmp_path / "port")
    assert set(found) == {"One", "Two"}
    one = found["One"]
    assert one.data == b"One\n\nThe mayor said so on Monday.\n"
    assert (one.metadata.publisher, one.metadata.marking) == ("Port News", "TLP:GREEN")
    assert one.problems == ()
    assert not (tmp_path / "out").exists()


def test_the_same_feed_again_touches_no_file(tmp_path: Path) -> None:
    with web_server() as site:
        url = site.at("/feed", Reply(body=rss(a="One", b="Two")))
        fetch(tmp_path, url)
        before = snapshot(tmp_path)
        fetch(tmp_path, url)
    assert snapshot(tmp_path) == before


def test_two_machines_that_fetch_the_same_have_the_same_bytes(tmp_path: Path) -> None:
    with web_server() as site:
        url = site.at("/feed", Reply(body=rss(a="One", b="Two")))
        for name in ("x", "y"):
            fetch(tmp_path / name, url)
    first, second = (
        {name: data for name, (data, _) in snapshot(tmp_path / one).items()} for one in ("x", "y")
    )
    assert first == second


def test_only_what_is_newer_is_asked_for(tmp_path: Path) -> None:
    said = {"ETag": '"v1"', "Last-Modified": "Sun, 22 Nov 2026 05:00:00 GMT"}
    with web_server() as site:
        url = site.at("/feed", Reply(body=rss(a="One"), headers=said), Reply(304))
        fetch(tmp_path, url)
        before = snapshot(tmp_path)
        assert fetch(tmp_path, url) == []
        assert snapshot(tmp_path) == before
        fetch(tmp_path, Feed("port", url + "?other"))
    first, second, other = (asked.headers for asked in site.asked)
    assert "if-none-match" not in first
    assert second["if-none-match"] == '"v1"'
    assert second["if-modified-since"] == said["Last-Modified"]
    assert "if-none-match" not in other


def test_an_entry_that_changes_rewrites_its_file_and_one_that_leaves_stays(tmp_path: Path) -> None:
    with web_server() as site:
        url = site.at(
            "/feed", Reply(body=rss(a="One", b="Two")), Reply(body=rss(b="Two and a half", c="Three"))
        )
        fetch(tmp_path, url)
        names = {raw.name: title for title, raw in sources(tmp_path / "port").items()}
        fetch(tmp_path, url)
    now = sources(tmp_path / "port")
    assert set(now) == {"One", "Two and a half", "Three"}
    assert names[now["Two and a half"].name] == "Two"


def test_what_somebody_edits_or_removes_stays_so_until_the_entry_changes(tmp_path: Path) -> None:
    with web_server() as site:
        once = Reply(body=rss(a="One", b="Two"))
        url = site.at("/feed", once, once, Reply(body=rss(a="One changed", b="Two changed")))
        fetch(tmp_path, url)
        paths = {path.name[0]: path for path in (tmp_path / "port").glob("*.txt")}
        paths["a"].unlink()
        paths["b"].write_text("my words")
        fetch(tmp_path, url)
        assert not paths["a"].exists()
        assert paths["b"].read_text() == "my words"
        fetch(tmp_path, url)
    assert paths["a"].read_text().startswith("One changed")
    assert paths["b"].read_text().startswith("Two changed")


def test_a_new_marking_reaches_entries_that_left_the_feed_even_while_it_is_away(tmp_path: Path) -> None:
    with web_server() as site:
        url = site.at(
            "/feed", Reply(body=rss(a="One"), headers={"ETag": "1"}), Reply(500), Reply(body=rss(b="Two"))
        )
        fetch(tmp_path, Feed("port", url, marking="TLP:CLEAR"))
        raised = Feed("port", url, marking="TLP:AMBER", reliability="B", publisher="The Port")
        assert len(fetch(tmp_path, raised)) == 1
        (one,) = sources(tmp_path / "port").values()
        assert (one.metadata.marking, one.metadata.reliability) == ("TLP:AMBER", "B")
        assert (one.metadata.title, one.metadata.publisher) == ("One", "The Port")
        assert fetch(tmp_path, raised) == []
    assert "if-none-match" not in site.asked[2].headers
    assert {raw.metadata.marking for raw in sources(tmp_path / "port").values()} == {"TLP:AMBER"}


def broken(site: Site) -> dict[str, Feed]:
    """Feeds that go wrong, by what is said of them."""
    for path in ("/a", "/b"):
        site.at(path, Reply(302, headers={"Location": "/b" if path == "/a" else "/a"}))
    bomb = gzip.compress(b"x" * 60_000_000)
    replies = {
        "answered 500": Reply(500),
        "answered 404": Reply(404),
        "answered 403": Reply(403),
        "no RSS or Atom feed": Reply(body=b"<html>log in</html>", headers={"Content-Type": "text/html"}),
        "more than 10,000,000 bytes": Reply(endless=True),
        "sent more than": Reply(body=bomb, headers={"Content-Encoding": "gzip"}),
        "neither http nor https": Reply(302, headers={"Location": "file:///etc/passwd"}),
        "from address to address": Reply(302, headers={"Location": "/a"}),
        "conversation failed": Reply(body=b"no gzip", headers={"Content-Encoding": "gzip"}),
    }
    found = {
        said: Feed(f"f{number}", site.at(f"/f{number}", reply))
        for number, (said, reply) in enumerate(replies.items())
    }
    found["no machine of that name"] = Feed("gone", "http://no-such-host.invalid/token-7f3")
    found["nothing answers"] = Feed("down", "http://localhost:1/token-7f3")
    found["no address"] = Feed("file", "file:///etc/passwd")
    return found


def test_feeds_that_go_wrong_are_told_of_and_cost_the_others_nothing(tmp_path: Path) -> None:
    with web_server() as site:
        feeds = broken(site)
        good = Feed("good", site.at("/good", Reply(body=rss(a="One"))))
        told = fetch(tmp_path, *feeds.values(), good)
    assert [line.partition(":")[0] for line in told] == [feed.name for feed in feeds.values()]
    for (said, _), line in zip(feeds.items(), told, strict=True):
        assert said in line
        assert "token-7f3" not in line
    assert list(sources(tmp_path / "good")) == ["One"]


def test_feeds_that_hang_or_come_in_drips_cost_their_time_and_no_more(tmp_path: Path) -> None:
    with web_server() as site:
        hanging = Feed("hanging", site.at("/a", Reply(silence=90)))
        dripping = Feed("dripping", site.at("/b", Reply(body=rss(a="One") * 5, drip=0.2)))
        begun = time.monotonic()
        told = fetch(tmp_path, hanging, dripping, step=1.0, whole=2.0)
        assert time.monotonic() - begun < 30
    assert "did not answer within 1 s" in told[0]
    assert "longer than 2 s" in told[1]


def test_what_was_fetched_before_is_used_when_the_feed_is_away_or_broken(tmp_path: Path) -> None:
    with web_server() as site:
        good = Reply(body=rss(a="One", b="Two"), headers={"ETag": "1"})
        cut = Reply(body=rss(a="One", c="Three").replace(b"</channel>", b"<broken"), headers={"ETag": "2"})
        url = site.at("/feed", good, Reply(500), cut, Reply(304))
        fetch(tmp_path, url)
        before = snapshot(tmp_path)
        assert "answered 500" in fetch(tmp_path, url)[0]
        assert snapshot(tmp_path) == before
        assert "is broken" in fetch(tmp_path, url)[0]
        assert {"One", "Two"} <= set(sources(tmp_path / "port"))
        fetch(tmp_path, url)
    assert [asked.headers.get("if-none-match") for asked in site.asked] == [None, "1", "1", None]


def test_redirects_are_followed_but_not_from_https_to_http(tmp_path: Path, trusted: ssl.SSLContext) -> None:
    with web_server() as plain, web_server(trusted) as site:
        plain.at("/feed", Reply(body=rss(a="One")))
        site.at("/feed", Reply(body=rss(a="One")))
        away = site.at("/away", Reply(302, headers={"Location": plain.address("/feed")}))
        to_tls = plain.at("/old", Reply(301, headers={"Location": site.address("/feed")}))
        assert "from https to http" in fetch(tmp_path / "x", away)[0]
        assert fetch(tmp_path / "y", to_tls) == []
    assert list(sources(tmp_path / "y" / "port")) == ["One"]


def test_a_certificate_of_nobody_known_is_refused(
    tmp_path: Path, trusted: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with web_server(trusted) as site:
        assert "certificate is not good" in fetch(tmp_path, site.at("/feed", Reply(body=rss(a="One"))))[0]
    assert not (tmp_path / "port").exists()


def test_a_name_and_password_in_the_address_log_in_and_are_not_handed_on(tmp_path: Path) -> None:
    def answer(asked: Asked) -> Reply:
        return Reply(302, headers={"Location": "/public"}) if "authorization" in asked.headers else Reply(401)

    with web_server() as site:
        site.at("/public", Reply(body=rss(a="One")))
        url = site.by("/feed", answer).replace("http://", "http://anna:s%40crt@")
        assert fetch(tmp_path, url) == []
        told = fetch(tmp_path / "x", url.replace("/feed", "/nothing"))
    assert "authorization" not in site.asked[1].headers
    assert "crt" not in told[0]


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "port").write_text("a file")
    with web_server() as site:
        told = fetch(tmp_path, site.at("/feed", Reply(body=rss(a="One"))))
    assert "port" in told[0]
    assert "--output" not in told[0]


def test_a_state_that_was_spoilt_is_made_anew(tmp_path: Path) -> None:
    with web_server() as site:
        url = site.at("/feed", Reply(body=rss(a="One"), headers={"ETag": "1"}))
        fetch(tmp_path, url)
        before = {name: data for name, (data, _) in snapshot(tmp_path).items()}
        (tmp_path / "port" / ".feed.json").write_bytes(b"\x00\x00")
        fetch(tmp_path, url)
    assert {name: data for name, (data, _) in snapshot(tmp_path).items()} == before


def test_no_feeds_ask_nobody(tmp_path: Path) -> None:
    assert fetch(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_feed_of_many_entries_is_taken_quickly(tmp_path: Path) -> None:
    titles = {f"n{number}": f"Ship {number}" for number in range(300)}
    with web_server() as site:
        url = site.at("/feed", Reply(body=rss(**titles)))
        fetch(tmp_path, url)
        begun = time.process_time()
        fetch(tmp_path, url)
    assert time.process_time() - begun < 3
    assert len(sources(tmp_path / "port")) == 300


def test_problems_are_values(tmp_path: Path) -> None:
    (problem,) = fetch_feeds(job(tmp_path, Feed("port", "http://localhost:1/x")), step=1, whole=2)
    assert msgspec.json.encode(problem)


def test_who_interrupts_the_program_does_not_wait_for_a_feed_that_hangs(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path\n"
        "from briefgen.feeds import fetch_feeds\n"
        "from briefgen.model.job import Feed, Job\n"
        "folder = Path({folder!r})\n"
        "job = Job(name='daily', feed_folder=folder, output=folder / 'out', feeds=(Feed('port', {url!r}),))\n"
        "fetch_feeds(job)\n"
    )
    with web_server() as site:
        url = site.at("/feed", Reply(silence=60))
        code = program.format(folder=str(tmp_path), url=url)
        with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) as running:
            while not site.asked:
                time.sleep(0.02)
            running.send_signal(signal.SIGINT)
            begun = time.monotonic()
            running.wait(20)
        assert time.monotonic() - begun < 20
