"""Entries of RSS and Atom become texts with what their feeds say of them, and nothing they do not say."""

import time

import pytest

from briefgen.feeds.entries import Entry, Parsed, parse_feed
from briefgen.model.job import Feed
from briefgen.model.problem import Problem
from briefgen.store.sidecar import parse_sidecar

FEED = Feed("port", "https://user:pw@news.example/feed?token=secret")


def rss(*items: str, head: str = "<title>Port News</title>") -> bytes:
    body = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{head}{body}</channel></rss>"
    ).encode()


def parsed(data: bytes, feed: Feed = FEED, content_type: str = "application/rss+xml") -> Parsed:
    found = parse_feed(data, content_type, feed)
    assert isinstance(found, Parsed)
    return found


def entry(*parts: str, **feed: str) -> Entry:
    (one,) = parsed(rss("".join(parts)), Feed(FEED.name, FEED.url, **feed)).entries
    return one


TITLE = "<title>Port closed</title>"
TEXT = "<description>&lt;p&gt;The port is closed.&lt;/p&gt;&lt;p&gt;Ships wait.&lt;/p&gt;</description>"
ID = "<guid isPermaLink='false'>tag:news,2026:1</guid>"


def test_an_entry_is_its_title_and_its_paragraphs() -> None:
    assert entry(TITLE, TEXT, ID).text == "Port closed\n\nThe port is closed.\n\nShips wait.\n"


def test_the_whole_content_goes_before_the_summary() -> None:
    whole = "<content:encoded><![CDATA[<p>Closed until Monday, says the mayor.</p>]]></content:encoded>"
    text = entry(TITLE, TEXT, whole).text
    assert "until Monday" in text
    assert "Ships wait" not in text


def test_what_the_feed_says_of_it_stands_beside_it() -> None:
    known = entry(
        TITLE,
        TEXT,
        "<link>https://news.example/a/port-closed.html</link><dc:creator>Ola Nordmann</dc:creator>"
        "<pubDate>Sun, 22 Nov 2026 05:30:00 +0100</pubDate>",
    ).metadata
    assert known.title == "Port closed"
    assert known.publisher == "Port News"
    assert known.author == "Ola Nordmann"
    assert known.published == "2026-11-22T05:30:00+01:00"
    assert known.url == "https://news.example/a/port-closed.html"


def test_what_the_job_says_of_the_feed_goes_first() -> None:
    known = entry(TITLE, publisher="The Port", marking="TLP:AMBER", reliability="B").metadata
    assert (known.publisher, known.marking, known.reliability) == ("The Port", "TLP:AMBER", "B")


def test_a_feed_without_a_title_is_called_after_its_host_and_never_after_its_token() -> None:
    (one,) = parsed(rss(TITLE, head="")).entries
    assert one.metadata.publisher == "news.example"


DATES = [
    ("<pubDate>Sun, 22 Nov 2026 05:30:00 GMT</pubDate>", "2026-11-22T05:30:00+00:00"),
    ("<pubDate>Sun, 22 Nov 2026 05:30:00 EST</pubDate>", "2026-11-22T05:30:00-05:00"),
    ("<pubDate>22 Nov 2026 05:30 -0330</pubDate>", "2026-11-22T05:30:00-03:30"),
    ("<pubDate>Sun, 22 Nov 2026 05:30:00</pubDate>", "2026-11-22"),
    ("<dc:date>2026-11-22T23:30:00.5+09:00</dc:date>", "2026-11-22T23:30:00+09:00"),
    ("<dc:date>2026-11-22</dc:date>", "2026-11-22"),
    ("<dc:date>2026-11-22T23:30:00Z</dc:date>", "2026-11-22T23:30:00+00:00"),
    ("<pubDate>yesterday</pubDate>", None),
    ("<pubDate>Sun, 99 Nov 2026 05:30:00 GMT</pubDate>", None),
    ("<pubDate>Thu, 01 Jan 0001 00:00:00 GMT</pubDate>", None),
    ("<pubDate></pubDate>", None),
    ("", None),
]


@pytest.mark.parametrize(("element", "published"), DATES)
def test_a_date_keeps_its_zone_and_one_without_a_zone_is_a_day(element: str, published: str | None) -> None:
    assert entry(TITLE, element).metadata.published == published


def test_an_atom_entry_is_read_with_its_language_and_its_first_date() -> None:
    data = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Hafen</title><entry xml:lang="de-DE">
      <id>urn:uuid:1</id><title type="html">&lt;b&gt;Hafen&lt;/b&gt; zu</title>
      <updated>2026-11-23T01:00:00Z</updated>
      <published>2026-11-22T01:00:00+01:00</published><link href="https://hafen.example/1"/>
      <author><name>J\xc3\xb6rg</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Zu.</p><p>Ganz.</p></div></content>
      </entry></feed>"""
    (one,) = parsed(data, content_type="application/atom+xml").entries
    assert one.text == "Hafen zu\n\nZu.\n\nGanz.\n"
    assert one.metadata.language == "de-DE"
    assert one.metadata.author == "Jörg"
    assert one.metadata.published == "2026-11-22T01:00:00+01:00"


def test_an_atom_entry_that_was_only_changed_is_dated_by_that() -> None:
    data = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>T</title>
      <updated>2026-11-23T01:00:00Z</updated></entry></feed>"""
    assert parsed(data).entries[0].metadata.published == "2026-11-23T01:00:00+00:00"


def test_the_name_is_made_of_the_id_and_of_nothing_else() -> None:
    url = "<guid>https://news.example/2026/11/port-closed.html?x=1</guid>"
    one = entry(TITLE, TEXT, url)
    other = entry("<title>Port open again</title>", "<pubDate>Sun, 22 Nov 2026 05:30:00 GMT</pubDate>", url)
    assert one.name == other.name
    assert one.name.startswith("port-closed-html-")
    assert entry(TITLE, ID).name != one.name


HOSTILE = [
    "<guid>../../../etc/passwd</guid>",
    "<guid>..\\..\\windows</guid>",
    "<guid>a\nb/\x85/con</guid>",
    "<guid>.hidden</guid>",
    "<guid>" + "x/" * 3_000 + "y" * 5_000 + "</guid>",
    "<guid>日本</guid>",
    "<link>javascript:alert(1)</link>",
    "",
]


@pytest.mark.parametrize("element", HOSTILE)
def test_no_id_leads_out_of_the_folder(element: str) -> None:
    one = entry(TITLE, element)
    assert set(one.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert one.name[0] != "."
    assert one.name.count(".") == 1
    assert len(one.name) < 80
    assert one.metadata.url is None


def test_entries_without_id_are_told_apart_by_what_they_have() -> None:
    found = parsed(rss("<title>One</title>", "<title>Two</title>", TEXT)).entries
    assert len({one.name for one in found}) == 3


def test_of_entries_with_one_id_the_first_is_kept_and_that_is_told() -> None:
    found = parsed(rss(TITLE + ID, "<title>Another</title>" + ID))
    assert [one.metadata.title for one in found.entries] == ["Port closed"]
    assert "1 with the id of another" in str(found.problems[0])


def test_an_entry_that_says_nothing_is_no_source() -> None:
    assert parsed(rss("<title> </title><description>…</description>", ID)).entries == ()


def test_an_entry_that_is_too_long_is_left_out_and_that_is_told() -> None:
    found = parsed(rss(f"<title>T</title><description>{'x ' * 1_100_000}</description>", TITLE))
    assert len(found.entries) == 1
    assert "1 too long" in str(found.problems[0])


def test_of_a_flood_of_entries_the_first_are_kept_and_that_is_told() -> None:
    found = parsed(rss(*[f"<title>Number {number}</title>" for number in range(1_200)]))
    assert len(found.entries) == 1_000
    assert "200 beyond the first 1,000" in str(found.problems[0])


def test_a_long_title_is_cut() -> None:
    title = entry(f"<title>{'Port ' * 1_000}</title>").metadata.title
    assert title is not None
    assert len(title) <= 500
    assert title.endswith("…")


def test_a_hostile_title_stays_words() -> None:
    from briefgen.feeds.files import sidecar

    one = entry("<title>A &quot;quoted&quot;\n[jobs]\\ = '''x''' \x7f&#x2028;</title>", TEXT)
    data = sidecar(one.name, one.metadata).data
    known, problems = parse_sidecar(data, "x")
    assert problems == ()
    assert known == one.metadata
    assert known.title == "A \"quoted\" [jobs]\\ = '''x'''"


def test_broken_xml_gives_what_stood_before_the_break_and_says_so() -> None:
    found = parsed(rss(TITLE + ID, "<title>Two</title>").replace(b"</item></channel>", b"<broken"))
    assert found.entries[0].metadata.title == "Port closed"
    assert "is broken" in str(found.problems[0])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body>Please log in</body></html>",
        b"\x00\xff\xfe" * 50,
        b"not a feed",
        b"{}",
        b"%PDF-1.7",
    ],
)
def test_what_is_no_feed_is_told_of(data: bytes) -> None:
    found = parse_feed(data, "text/html", FEED)
    assert isinstance(found, Problem)
    assert "no RSS or Atom feed" in str(found)


def test_what_looks_like_the_name_of_a_file_or_an_address_is_not_opened() -> None:
    for data in (b"/etc/passwd", b"http://localhost:1/feed", b"file:///etc/passwd"):
        assert isinstance(parse_feed(data, "", FEED), Problem)


def test_an_entity_bomb_and_a_foreign_entity_stay_small() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE rss [<!ENTITY a0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    data = rss("<title>Port &a11; &f;</title>").replace(b"<rss", head.encode() + b"<rss", 1)
    begun = time.process_time()
    found = parse_feed(data, "application/rss+xml", FEED)
    assert time.process_time() - begun < 5
    texts = "".join(one.text for one in found.entries) if isinstance(found, Parsed) else ""
    assert len(texts) < 10_000
    assert "root:" not in texts


@pytest.mark.parametrize(
    "part", ["<", "<item>", "<item><title>x</title>", "&", "<!--", "<![CDATA[", "<a b='", "]]>"]
)
def test_a_feed_of_broken_pieces_takes_time_by_its_length(part: str) -> None:
    data = rss(part * (300_000 // len(part))).replace(b"</item>", b"")
    begun = time.process_time()
    parse_feed(data, "application/rss+xml", FEED)
    assert time.process_time() - begun < 10


def test_letters_of_other_encodings_are_read() -> None:
    data = rss("<title>Größe</title>").decode().replace("utf-8", "iso-8859-1")
    assert parsed(data.encode("latin-1"), content_type="text/xml").entries[0].metadata.title == "Größe"
