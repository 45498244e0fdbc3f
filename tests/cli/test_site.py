"""The archive: what stands in it, what may not, and what a second run changes in its folder."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import feedparser
import msgspec
import pytest
from conftest import Briefgen
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.cli.archive import Outcome, Wish, make_site
from briefgen.model.job import Job
from briefgen.model.marking import TLP, TLP_2
from briefgen.model.problem import OutputError
from briefgen.nightly.job import Night, run_job
from briefgen.store.database import Store, open_store
from briefgen.store.locks import only_writer

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
FIRST = (
    "Mayor Élise Brandt said on Monday that 40 ships had left Ålesund.\n\n"
    "The port denied on Tuesday that any ship had left.\n"
)
SECOND = "The harbour master said on Wednesday that 12 ships were back.\n"
WORDS = ("Quorlax", "Brindovia", "Zephandar", "Mirkastel")
"""One name for each source, that stands in no other and in nothing else."""
TOLD = (
    "The minister of {0}, Anna {0}ova, said on Friday that 4{1},000 tons of {0} grain had left {0}. "
    "{0} denied the report. The {0} harbour has 1{1} cranes.\n"
)
AUDIENCE = """\
title = "Open brief"
description = "For who may see up to a ceiling."
sections = ["bottom_line", "key_points", "changes", "who_says_what", "sources", "coverage", "evidence"]
marking_ceiling = "{}"
"""


def job_in(folder: Path, **settings: object) -> Job:
    (folder / "seeds").mkdir(exist_ok=True, parents=True)
    return Job(
        name="daily",
        sources=(folder / "seeds",),
        feed_folder=folder / "feeds",
        output=folder / "output/daily",
        published="2024-10-18",
        **{"formats": ("md",), **settings},  # type: ignore[arg-type]
    )


def ran(job: Job, store: Store, days: int) -> None:
    moment = NOW + timedelta(days=days)
    report = run_job(job, Night(store, lambda channel: {}, lambda: moment, pauses=()))
    assert report.error is None


def contents(folder: Path) -> Mapping[str, bytes]:
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}


class Archived:
    """A job with two editions in a store, and the archive made of them."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.site, self.store = folder / "site", store
        self.job = job_in(folder)
        (folder / "seeds/a.txt").write_text(FIRST)
        ran(self.job, store, 0)
        (folder / "seeds/b.txt").write_text(SECOND)
        ran(self.job, store, 1)

    def make(self, **wish: object) -> Outcome:
        asked = Wish((self.job,), self.site)._replace(**wish)  # type: ignore[arg-type]
        return make_site(self.store, asked)


@pytest.fixture
def archived(tmp_path: Path) -> Archived:
    return Archived(tmp_path, open_store(f"sqlite:///{tmp_path / 'store.db'}"))


def test_an_archive_has_an_index_a_page_a_feed_and_the_files_of_each_edition(archived: Archived) -> None:
    outcome = archived.make()
    assert (outcome.editions, outcome.problems, outcome.withheld) == (2, (), ())
    files = contents(archived.site)
    assert {
        "index.html",
        "search.html",
        "site.css",
        "search.js",
        "daily/index.html",
        "daily/feed.xml",
    } <= set(files)
    made = Path(archived.job.output, "2024-10-18-0002/analyst.md").read_bytes()
    assert files["daily/0002/analyst.md"] == made
    assert b"<!DOCTYPE html>" in files["daily/0002/analyst.html"]  # made for the archive: the job makes none
    page = files["daily/index.html"].decode()
    assert page.index('id="edition-2"') < page.index('id="edition-1"')
    assert "First edition" in page


def test_every_link_leads_to_a_file_of_the_archive(archived: Archived) -> None:
    archived.make()
    for name, data in contents(archived.site).items():
        if name.endswith(".html") and "/0" not in name:
            for link in re.findall(r'(?:href|src|action)="([^"#]+)"', data.decode()):
                assert (archived.site / name).parent.joinpath(link).is_file(), (name, link)


def test_the_feed_is_one_and_leads_to_the_editions(archived: Archived) -> None:
    archived.make()
    feed = feedparser.parse((archived.site / "daily/feed.xml").read_bytes())
    assert not feed.bozo
    assert [one.title.rpartition(" ")[2] for one in feed.entries] == ["2", "1"]
    assert feed.entries[0].links[0].href == "../daily/0002/analyst.html"
    assert len({one.id for one in feed.entries}) == 2
    archived.make(address="https://example.org/briefs/")
    feed = feedparser.parse((archived.site / "daily/feed.xml").read_bytes())
    assert feed.entries[1].link == "https://example.org/briefs/daily/0001/analyst.html"
    assert feed.feed.links[0].rel == "self"


def test_what_did_not_change_is_not_written_again_and_the_bytes_are_the_same(archived: Archived) -> None:
    first = archived.make()
    before = {one: one.stat().st_mtime_ns for one in archived.site.rglob("*") if one.is_file()}
    again = archived.make()
    assert (again.written, again.removed, again.unchanged) == (0, 0, first.written)
    assert {one: one.stat().st_mtime_ns for one in archived.site.rglob("*") if one.is_file()} == before
    archived.make(output=archived.site.parent / "other")
    assert contents(archived.site.parent / "other") == contents(archived.site)


def test_what_no_longer_belongs_is_removed_and_foreign_files_stay(archived: Archived) -> None:
    archived.make()
    (archived.site / "daily/mine.txt").write_text("mine")
    (archived.site / "daily/0001/analyst.md").write_text("changed by hand")
    other = msgspec.structs.replace(archived.job, name="weekly")
    outcome = archived.make(jobs=(other,))
    files = contents(archived.site)
    assert [name for name in files if name.startswith("daily/")] == [
        "daily/0001/analyst.md",
        "daily/mine.txt",
    ]
    assert "weekly/index.html" in files
    assert "No edition can be shown here." in files["weekly/index.html"].decode()
    assert [Path(name).name for name, _ in outcome.problems] == ["analyst.md"]


def test_a_file_that_no_archive_wrote_is_never_replaced(archived: Archived) -> None:
    archived.site.mkdir()
    (archived.site / "index.html").write_text("mine")
    with pytest.raises(OutputError, match="not written by `briefgen site`"):
        archived.make()
    assert contents(archived.site) == {"index.html": b"mine"}


def test_a_list_of_files_that_leads_out_of_the_folder_removes_nothing_there(archived: Archived) -> None:
    archived.make()
    victim = archived.site.parent / "victim.txt"
    victim.write_bytes(b"")
    known = json.loads((archived.site / "site-files.json").read_bytes())
    known["files"]["../victim.txt"] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (archived.site / "site-files.json").write_text(json.dumps(known))
    archived.make()
    assert victim.exists()


def test_two_at_once_write_one_after_the_other(archived: Archived) -> None:
    archived.make()
    before = contents(archived.site)
    other = Thread(target=archived.make, kwargs={"language": "de"})
    with only_writer(archived.site, 0):
        other.start()
        other.join(1)
        assert other.is_alive()
        assert contents(archived.site) == before
    other.join()
    assert "Ausgabe" in contents(archived.site)["index.html"].decode()
    assert archived.make(language="de").written == 0


def test_a_damaged_edition_is_told_and_left_out(archived: Archived) -> None:
    from sqlalchemy import text

    with archived.store.writing() as connection:
        connection.execute(text("UPDATE models SET packed = :data WHERE edition = 1"), {"data": b"x"})
    outcome = archived.make()
    assert outcome.editions == 1
    ((what, problem),) = outcome.problems
    assert what == "edition 1 of daily"
    assert "damaged" in problem


def test_words_stand_once_with_the_first_and_the_last_edition(archived: Archived) -> None:
    archived.make()
    rows = found(archived)
    (mayor,) = [row for row in rows if row[0] == "claim" and "Brandt" in row[2]]
    assert (mayor[0], mayor[3], mayor[7], mayor[9]) == ("claim", "Élise Brandt", 1, 2)
    assert mayor[10].startswith("e")


def found(archived: Archived) -> list[list[Any]]:
    """What can be found in the archive, row by row."""
    data = next(archived.site.glob("_search/*/records-0.js")).read_text("utf-8")
    rows: list[list[Any]] = json.loads(data.partition(",")[2].partition(",")[2].rpartition(");")[0])["rows"]
    return rows


@pytest.mark.parametrize(("language", "day"), [("en", "14 October 2024"), ("de", "14. Oktober 2024")])
def test_words_are_found_as_a_brief_shows_them(archived: Archived, language: str, day: str) -> None:
    (archived.job.sources[0] / "c.txt").write_text('The warden said on Monday that "the quay" was shut.\n')
    ran(archived.job, archived.store, 2)
    archived.make(language=language)
    (warden,) = [row[2] for row in found(archived) if row[0] == "claim" and "quay" in row[2]]
    assert warden == f"The warden said on Monday [{day}] that “the quay” was shut."


@pytest.mark.parametrize("fold", [str.lower, str.upper])
def test_an_archive_speaks_german(archived: Archived, fold: Callable[[str], str]) -> None:
    archived.make(language="de")
    page = (archived.site / "daily/index.html").read_text("utf-8")
    assert fold("Erste Ausgabe") in fold(page)
    assert '<html lang="de">' in page


MARKS = st.lists(st.sampled_from([None, *TLP]), min_size=len(WORDS), max_size=len(WORDS))
CEILINGS = st.sampled_from([None, *TLP])


@settings(max_examples=12)
@given(marks=MARKS, ceiling=CEILINGS, own=st.sampled_from(TLP))
def test_nothing_above_a_ceiling_is_in_any_file(
    tmp_path_factory: pytest.TempPathFactory, marks: list[str | None], ceiling: str | None, own: str
) -> None:
    folder = tmp_path_factory.mktemp("marked")
    (folder / "templates/open").mkdir(parents=True)
    (folder / "templates/open/audience.toml").write_text(AUDIENCE.format(own))
    job = job_in(folder, audiences=("analyst", "open"), templates=(folder / "templates",))
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    for night, place in enumerate(([0, 1], [2, 3])):
        for number in place:
            source = folder / f"seeds/{WORDS[number]}.txt"
            source.write_text(TOLD.format(WORDS[number], number))
            if marks[number]:
                about = f'marking = "{marks[number]}"\npublisher = "{WORDS[number]} Post"\n'
                source.with_name(f"{source.name}.meta.toml").write_text(about)
        run_job(job, Night(store, lambda channel: {}, lambda now=NOW + timedelta(night): now, pauses=()))  # type: ignore[misc]
    make_site(store, Wish((job,), folder / "site", "open", ceiling))
    store.close()
    everything = " ".join(
        f"{name} {data.decode()}" for name, data in contents(folder / "site").items()
    ).lower()
    for word, mark in zip(WORDS, marks, strict=True):
        if TLP_2.exceeds(mark, ceiling) or TLP_2.exceeds(mark, own):
            assert word.lower() not in everything


def test_lowering_the_ceiling_takes_away_what_was_shown(tmp_path: Path) -> None:
    job = job_in(tmp_path, audiences=("analyst",))
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    (tmp_path / "seeds/a.txt.meta.toml").write_text('marking = "TLP:AMBER"\n')
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    ran(job, store, 0)
    make_site(store, Wish((job,), tmp_path / "site"))
    assert "TLP:AMBER" in (tmp_path / "site/index.html").read_text()
    outcome = make_site(store, Wish((job,), tmp_path / "site", ceiling="TLP:GREEN"))
    assert outcome.withheld == ("edition 1 of daily (TLP:AMBER)",)
    assert not (tmp_path / "site/daily/0001").exists()
    assert not [name for name, data in contents(tmp_path / "site").items() if b"Brandt" in data]
    assert "left out" in (tmp_path / "site/daily/index.html").read_text()


def test_a_source_marked_higher_since_takes_the_editions_that_have_its_words_away(tmp_path: Path) -> None:
    (tmp_path / "templates/open").mkdir(parents=True)
    (tmp_path / "templates/open/audience.toml").write_text(AUDIENCE.format("TLP:GREEN"))
    job = job_in(tmp_path, audiences=("analyst", "open"), templates=(tmp_path / "templates",))
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    ran(job, store, 0)
    (tmp_path / "seeds/b.txt").write_text(SECOND)
    ran(job, store, 1)
    wish = Wish((job,), tmp_path / "site", "open", "TLP:CLEAR")
    assert make_site(store, wish).withheld == ()
    assert [name for name, data in contents(tmp_path / "site").items() if b"Brandt" in data]
    (tmp_path / "seeds/a.txt.meta.toml").write_text('marking = "TLP:RED"\n')
    ran(job, store, 2)
    outcome = make_site(store, wish)
    assert outcome.withheld == (
        "edition 1 of daily (seeds/a.txt is marked TLP:RED by now)",
        "edition 2 of daily (seeds/a.txt is marked TLP:RED by now)",
    )
    assert outcome.editions == 1
    assert not [name for name, data in contents(tmp_path / "site").items() if b"Brandt" in data]
    assert b"12 ships were back" in contents(tmp_path / "site")["daily/0003/open.html"]
    (tmp_path / "seeds/a.txt.meta.toml").unlink()
    ran(job, store, 3)
    assert make_site(store, wish).withheld == ()


def test_the_command_says_what_it_did(briefgen: Briefgen, tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text('[jobs.daily]\nsources = ["seeds/"]\nformats = ["md"]\n')
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(FIRST)
    assert briefgen("run").returncode in (0, 3)
    made = briefgen("site")
    assert made.returncode == 0
    assert b"1 edition" in made.stderr
    assert (tmp_path / "site/index.html").is_file()
    assert briefgen("site", "--ceiling", "TLP:GRENE").returncode == 2
    assert briefgen("site", "--output", "seeds/site").returncode == 1
    assert b"did you mean" in briefgen("site", "dayly").stderr
