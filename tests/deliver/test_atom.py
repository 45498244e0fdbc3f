"""The feed of editions is one that readers of feeds take, the same bytes from the same editions."""

from pathlib import Path
from xml.etree import ElementTree

import feedparser
import msgspec
import pytest
from parcels import FILES, edition, parcel, quiet

from briefgen.deliver import DELIVERERS, withdraw_from_feed
from briefgen.model.edition import Counts
from briefgen.model.job import Atom
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DeliveryError

ATOM = "{http://www.w3.org/2005/Atom}"


def deliver(path: Path, what: Parcel | None = None, **values: object) -> feedparser.FeedParserDict:
    channel = msgspec.structs.replace(Atom(name="feed", path=path), **values)
    DELIVERERS[Atom](channel, what or parcel(), {})
    found = feedparser.parse(path.read_bytes())
    assert not found.bozo
    assert found.version == "atom10"
    check_form(path)
    return found


def check_form(path: Path) -> None:
    """What RFC 4287 asks of a feed and its entries (sections 4.1.1 and 4.1.2)."""
    feed = ElementTree.fromstring(path.read_bytes())
    for one in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(ATOM + name)) == 1
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    for entry in feed.findall(f"{ATOM}entry"):
        alternates = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) <= 1
        assert alternates or entry.find(f"{ATOM}content") is not None
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


def test_an_entry_tells_what_changed_and_leads_to_the_files(tmp_path: Path) -> None:
    what = parcel(edition=edition(folder=str(tmp_path / "2026-11-22-12"), marking="TLP:GREEN"), recent=())
    found = deliver(tmp_path / "feed.xml", what)
    (entry,) = found.entries
    assert entry.title == "Harbour watch · 12"
    assert entry.summary == "3 new, 1 changed since edition 11"
    assert "the port of Neustadt is closed" in entry.content[0].value
    assert entry.updated == "2026-11-22T05:00:00Z"
    assert entry.tags[0].term == "TLP:GREEN"
    links = [(link.rel, link.href) for link in entry.links]
    assert links == [
        ("alternate", "2026-11-22-12/analyst.html"),
        ("enclosure", "2026-11-22-12/analyst.pdf"),
        ("enclosure", "2026-11-22-12/analyst.md"),
    ]


def test_links_are_addresses_where_the_folder_is_served(tmp_path: Path) -> None:
    found = deliver(tmp_path / "feed.xml", address="https://briefs.example.org/daily/")
    assert found.entries[0].links[0].href == "https://briefs.example.org/daily/2026-11-22-12/analyst.html"
    assert found.feed.links[0].href == "https://briefs.example.org/daily/feed.xml"
    assert found.feed.links[0].rel == "self"


def test_a_served_feed_leads_to_editions_deeper_below_it(tmp_path: Path) -> None:
    what = parcel(edition=edition(folder=str(tmp_path / "daily" / "12 é")), recent=())
    found = deliver(tmp_path / "feed.xml", what, address="https://briefs.example.org")
    assert found.entries[0].links[0].href == "https://briefs.example.org/daily/12%20%C3%A9/analyst.html"


def test_earlier_editions_keep_what_was_told_of_them(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    deliver(path)
    before = path.read_bytes()
    later = parcel(
        edition=edition(13, counts=Counts(9, 40, 0, 1, 0, 0)),
        summary="1 new since edition 12",
        changes=("new: x",),
        recent=(edition(13), edition(12), edition(11)),
    )
    found = deliver(path, later)
    assert [entry.title[-2:] for entry in found.entries] == ["13", "12", "11"]
    assert "the port of Neustadt is closed" in found.entries[1].content[0].value
    assert found.entries[1].id in before.decode()
    assert found.feed.updated == "2026-11-23T05:00:00Z"
    assert found.feed.id in before.decode()


def test_the_same_edition_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    deliver(path)
    before = path.read_bytes()
    deliver(path)
    assert path.read_bytes() == before


def test_an_edition_that_comes_late_stands_in_its_place(tmp_path: Path) -> None:
    late = parcel(edition=edition(11), recent=(edition(12), edition(11)))
    found = deliver(tmp_path / "feed.xml", late)
    assert [entry.title[-2:] for entry in found.entries] == ["12", "11"]


def test_only_so_many_entries_are_listed_as_wanted(tmp_path: Path) -> None:
    recent = tuple(edition(number) for number in range(12, 0, -1))
    found = deliver(tmp_path / "feed.xml", parcel(recent=recent), entries=5)
    assert [int(entry.title[-2:]) for entry in found.entries] == [12, 11, 10, 9, 8]


def test_an_edition_that_may_not_be_shown_any_more_leaves_the_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    deliver(path, parcel(edition=edition(11), recent=(edition(11),)))
    found = deliver(path, parcel(recent=(edition(12),)))
    assert len(found.entries) == 1


def test_the_feed_is_called_the_same_whatever_its_newest_edition_is_called(tmp_path: Path) -> None:
    named = [
        deliver(
            tmp_path / "feed.xml", parcel(edition=edition(number, title=f"{number} ships"), series="Ports")
        )
        for number in (12, 13)
    ]
    assert [one.feed.title for one in named] == ["Ports", "Ports"]
    assert deliver(tmp_path / "other.xml").feed.title == "daily"


def test_what_was_pruned_is_taken_out_and_the_rest_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    channel = Atom(name="feed", path=path)
    deliver(path, parcel(recent=(edition(12), edition(11), edition(10))))
    before = path.read_bytes()
    withdraw_from_feed(channel, [edition(9)])
    withdraw_from_feed(Atom(name="feed", path=tmp_path / "none.xml"), [edition(9)])
    assert path.read_bytes() == before
    assert not (tmp_path / "none.xml").exists()
    withdraw_from_feed(channel, [edition(10), edition(11)])
    found = feedparser.parse(path.read_bytes())
    assert [entry.title for entry in found.entries] == ["Harbour watch · 12"]
    assert "the port of Neustadt is closed" in found.entries[0].content[0].value
    check_form(path)


def test_earlier_editions_link_to_the_files_of_the_audience_that_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "2026-11-21-11"
    folder.mkdir()
    for name in ("analyst.pdf", "public.html", "public.md", "brief.json"):
        (folder / name).write_text("x")
    recent = (edition(12), edition(11, folder=str(folder)), edition(10, folder=str(tmp_path / "pruned")))
    what = parcel(edition=edition(12, folder=str(tmp_path / "12")), recent=recent, files=FILES[:1])
    found = deliver(tmp_path / "feed.xml", what, audience="public")
    assert [link.href for link in found.entries[1].links] == [
        "2026-11-21-11/public.html",
        "2026-11-21-11/public.md",
    ]
    assert not found.entries[2].get("links")


def test_signs_that_xml_has_not_and_markup_do_not_break_it(tmp_path: Path) -> None:
    hostile = "<b>&amp; \x00\x0b\ufffe\ud800 ]]> </title></feed>"
    what = parcel(edition=edition(title=hostile), summary=hostile, changes=(hostile, hostile))
    found = deliver(tmp_path / "feed.xml", what)
    assert "</title></feed>" in found.entries[0].title.replace("&lt;", "<").replace("&gt;", ">")


def test_two_jobs_and_two_audiences_have_ids_of_their_own(tmp_path: Path) -> None:
    ids = {
        deliver(tmp_path / f"{job}-{audience}.xml", parcel(edition=edition(job=job)), audience=audience)
        .entries[0]
        .id
        for job in ("daily", "weekly")
        for audience in ("public", "analyst")
    }
    assert len(ids) == 4
    assert all(one.startswith("urn:uuid:") for one in ids)


def test_a_file_that_is_no_feed_is_made_one(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text("<feed><broken")
    assert len(deliver(path).entries) == 2


def test_a_feed_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").mkdir()
    with pytest.raises(DeliveryError) as raised:
        DELIVERERS[Atom](Atom(name="feed", path=tmp_path / "feed.xml"), parcel(), {})
    assert not raised.value.permanent
    assert "feed.xml" in str(raised.value)
    assert [path.name for path in tmp_path.iterdir()] == ["feed.xml"]


def test_a_quiet_day_leaves_the_feed_as_it_is(tmp_path: Path) -> None:
    DELIVERERS[Atom](Atom(name="feed", path=tmp_path / "feed.xml"), quiet(), {})
    assert not (tmp_path / "feed.xml").exists()
