"""What was told before is found, listed and shown at the terminal."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Briefgen

CONFIG = """\
[jobs.daily]
sources = ["seeds/"]
formats = ["md", "json"]
published = "2024-10-18"

[jobs.weekly]
sources = ["seeds/"]
"""


def run(folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "briefgen", "run", "daily"], cwd=folder, check=True)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two editions of one job; the other job never ran."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "seeds").mkdir()
    (folder / "briefgen.toml").write_text(CONFIG)
    (folder / "seeds/a.txt").write_text("Mayor Élise Brandt said on Monday that 40 ships had left Ålesund.\n")
    run(folder)
    (folder / "seeds/b.txt").write_text(
        "The harbour office denied on Friday that 40 ships had left the port.\n"
    )
    run(folder)
    return folder


@pytest.fixture
def project(tmp_path: Path, made: Path) -> Path:
    """A copy of `made` that a test may change."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    with closing(sqlite3.connect(tmp_path / ".briefgen/store.db")) as store, store:
        store.execute("UPDATE editions SET folder = replace(folder, ?, ?)", (str(made), str(tmp_path)))
    return tmp_path


def said(ran: subprocess.CompletedProcess[bytes]) -> str:
    return ran.stderr.decode()


def shown(ran: subprocess.CompletedProcess[bytes]) -> str:
    assert ran.returncode == 0, said(ran)
    return ran.stdout.decode()


def test_words_are_found_with_who_said_them_where_and_when(briefgen: Briefgen, project: Path) -> None:
    ran = briefgen("search", "alesund", "SHIPS")
    assert shown(ran) == (
        "Mayor Élise Brandt said on Monday [2024-10-14] that 40 ships had left Ålesund.\n"
        "  said by Élise Brandt: asserted, reported\n"
        "  2024-10-18, seeds/a.txt\n"
        "  daily, editions 1 to 2 (2 editions), as of 2024-10-18\n"
    )
    assert said(ran) == "1 found\n"


def test_a_search_is_bounded_by_day_speaker_job_and_number(briefgen: Briefgen, project: Path) -> None:
    assert said(briefgen("search", "ships", "--limit", "1")).endswith("--limit shows more\n")
    assert said(briefgen("search", "ships", "--since", "2024-10-19")) == "nothing found\n"
    assert said(briefgen("search", "ships", "--until", "2024-10-18", "--speaker", "brandt")) == "1 found\n"
    assert said(briefgen("search", "ships", "--job", "weekly")) == "nothing found\n"
    wrong = briefgen("search", "ships", "--job", "dayly")
    assert wrong.returncode == 2
    assert "did you mean “daily”?" in said(wrong)
    wrong = briefgen("search", "ships", "--since", "yesterday")
    assert wrong.returncode == 2
    assert "ISO 8601" in said(wrong)


def test_a_search_speaks_json(briefgen: Briefgen, project: Path) -> None:
    found = json.loads(shown(briefgen("search", '"forty ships"', "--json")))
    assert found == {"total": 0, "hits": []}
    found = json.loads(shown(briefgen("search", '"40 ships" left', "--json", "--speaker", "Brandt")))
    (hit,) = found["hits"]
    assert [hit["text"][start:end] for start, end in hit["marks"]] == ["40 ships", "left"]
    assert (hit["source"], hit["first"], hit["last"], hit["speaker"]) == (
        "seeds/a.txt", 1, 2, "Élise Brandt",
    )  # fmt: skip


def test_pruning_is_shown_before_it_is_done(briefgen: Briefgen, project: Path) -> None:
    assert said(briefgen("prune", "daily")) == "daily: nothing to drop\n"
    config = project / "briefgen.toml"
    config.write_text(
        config.read_text().replace("[jobs.daily]", "[jobs.daily]\nretention = { editions = 1 }")
    )
    folder = min((project / "output/daily").iterdir())
    ran = briefgen("prune")
    assert ran.returncode == 0
    first, second, third, *_ = said(ran).splitlines()
    assert first.startswith("daily: would drop what 1 edition held, 0.")
    assert second.startswith("  1, made 20")
    assert third == "  nothing was changed; --yes drops them"
    assert folder.is_dir()
    (folder / "analyst.md").write_text("with my remarks")
    told = said(briefgen("prune", "daily", "--yes"))
    assert "daily: dropped what 1 edition held" in told
    assert "  removed 2 files\n" in told
    assert f"  {folder / 'analyst.md'} is not as it was written, and stays\n" in told
    assert [path.name for path in folder.iterdir()] == ["analyst.md"]
    assert "daily: nothing to drop" in said(briefgen("prune", "--yes"))


def test_what_was_delivered_is_dropped_only_when_that_is_asked_for(briefgen: Briefgen, project: Path) -> None:
    config = project / "briefgen.toml"
    settings = "[jobs.daily]\nretention = { editions = 1 }\n"
    channel = '\n[[jobs.daily.deliveries]]\nkind = "folder"\nname = "share"\npath = "share"\n'
    config.write_text(config.read_text().replace("[jobs.daily]", settings) + channel)
    for name in ("c.txt", "d.txt"):
        (project / "seeds" / name).write_text(f"The mayor said on Sunday that {name} was late.\n")
        assert briefgen("run", "daily").returncode == 0
    assert shown(briefgen("history", "daily")).count("what it held was dropped") == 2, "sent to nobody"
    told = said(briefgen("prune", "daily", "--yes"))
    assert "daily: dropped what no editions held" in told
    assert "stays, as it was sent to share: " in told
    assert "; --delivered drops it too" in told
    told = said(briefgen("prune", "daily", "--yes", "--delivered"))
    assert "daily: dropped what 1 edition held" in told
    assert "  3, made " in told
    assert ", sent to share: " in told


def test_a_feed_lists_no_edition_that_was_pruned(briefgen: Briefgen, project: Path) -> None:
    config = project / "briefgen.toml"
    channel = '\n[[jobs.daily.deliveries]]\nkind = "atom"\npath = "output/daily/feed.xml"\n'
    config.write_text(config.read_text() + channel)
    for name in ("c.txt", "d.txt"):
        (project / "seeds" / name).write_text(f"The mayor said on Sunday that {name} was late.\n")
        assert briefgen("run", "daily").returncode == 0
    feed = project / "output/daily/feed.xml"
    assert feed.read_text().count("<entry>") == 4
    told = config.read_text().replace("[jobs.daily]", "[jobs.daily]\nretention = { editions = 1 }")
    config.write_text(told)
    assert "dropped what 3 editions held" in said(briefgen("prune", "daily", "--yes", "--delivered"))
    assert feed.read_text().count("<entry>") == 1
    assert "· 4</title>" in feed.read_text()


def test_a_job_is_taken_to_another_store(briefgen: Briefgen, project: Path, tmp_path: Path) -> None:
    assert said(briefgen("export", "daily", "--output", "out")) == "daily: wrote 2 editions into out\n"
    other = {"BRIEFGEN_STORE": f"sqlite:///{tmp_path / 'other.db'}"}
    assert said(briefgen("import", "out", env=other)) == "daily: took in 2 editions\n"
    again = briefgen("import", "out", env=other)
    assert (again.returncode, said(again)) == (0, "daily: the store holds these already (2 editions)\n")
    assert said(briefgen("search", "alesund", env=other)) == said(briefgen("search", "alesund"))
    ran = briefgen("run", "daily", env=other)
    assert "nothing new since edition 2" in said(ran)
    (project / "seeds/c.txt").write_text("The mayor said on Sunday that it rained.\n")
    assert briefgen("run", "daily").returncode == 0
    refused = briefgen("import", "out")
    assert refused.returncode == 1
    assert "other editions or runs of daily" in said(refused)
    wrong = briefgen("export", "dayly", "--output", "more")
    assert (wrong.returncode, "did you mean “daily”?" in said(wrong)) == (2, True)


def test_the_history_lists_editions_with_what_was_new_and_who_got_them(
    briefgen: Briefgen, project: Path
) -> None:
    config = project / "briefgen.toml"
    channel = '\n[[jobs.daily.deliveries]]\nkind = "folder"\nname = "share"\npath = "share"\n'
    config.write_text(config.read_text() + channel)
    (project / "seeds/c.txt").write_text("The mayor said on Sunday that it rained.\n")
    assert briefgen("run", "daily").returncode == 0
    daily, third, sent, second, why, first, _, weekly = shown(briefgen("history")).splitlines()
    assert (daily, weekly) == ("daily:", "weekly: no edition yet")
    assert third.startswith("  3  made 20")
    assert ", as of 2024-10-18: 1 new" in third
    assert third.endswith("; 3 sources, 3 claims")
    assert sent.startswith(f"     sent to {project / 'share'} by share at 20")
    assert second.startswith("  2  made ")
    assert (
        why == f"     not sent by share to {project / 'share'}: it was made before the job had that delivery"
    )
    assert ": first edition; 1 source, 1 claim" in first
    assert shown(briefgen("history", "weekly")) == "weekly: no edition yet\n"
    assert len(shown(briefgen("history", "daily", "--limit", "1")).splitlines()) == 3
    (told,) = json.loads(shown(briefgen("history", "daily", "--json")))["jobs"]
    assert [one["number"] for one in told["editions"]] == [3, 2, 1]
    assert [one["state"] for one in told["editions"][0]["deliveries"]] == ["sent"]
    assert [len(one["undelivered"]) for one in told["editions"]] == [0, 1, 1]
    assert briefgen("history", "monthly").returncode == 2


def test_an_edition_is_shown_as_it_was_made(briefgen: Briefgen, project: Path) -> None:
    first, second = sorted((project / "output/daily").iterdir())
    assert shown(briefgen("show", "daily")) == (second / "analyst.md").read_text("utf-8")
    assert shown(briefgen("show", "daily", "1")) == (first / "analyst.md").read_text("utf-8")
    assert shown(briefgen("show", "daily", "2999-12-31")) == (second / "analyst.md").read_text("utf-8")
    assert shown(briefgen("show", "daily", "1", "--format", "json")) == (first / "brief.json").read_text()
    assert briefgen("show", "daily", "1", "--output", "out").returncode == 0
    assert {path.name: path.read_bytes() for path in (project / "out").iterdir()} == {
        path.name: path.read_bytes() for path in first.iterdir()
    }


def test_an_edition_is_shown_in_forms_and_to_audiences_that_it_was_not_made_for(
    briefgen: Briefgen, project: Path
) -> None:
    assert "Brandt" in shown(briefgen("show", "daily", "1", "--format", "txt"))
    assert "Brandt" in shown(briefgen("show", "daily", "1", "--audience", "executive"))
    ran = briefgen("show", "daily", "--format", "html", "--audience", "public", "--output", "out")
    assert ran.returncode == 0
    assert (project / "out/public.html").read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("words", "status", "why"),
    [
        (("daily", "3"), 1, "has no edition “3”; it has 1 to 2"),
        (("daily", "2001-01-01"), 1, "has no edition “2001-01-01”"),
        (("daily", "first"), 1, "write a number, latest, or a day"),
        (("weekly",), 1, "`briefgen run weekly` makes the first"),
        (("dayly",), 2, "did you mean “daily”?"),
        (("daily", "--output", "out", "--audience", "public"), 1, "give a --format"),
    ],
)
def test_what_is_not_there_is_told(
    briefgen: Briefgen, project: Path, words: tuple[str, ...], status: int, why: str
) -> None:
    ran = briefgen("show", *words)
    assert (ran.returncode, ran.stdout) == (status, b"")
    assert why in said(ran)


def test_what_changed_between_two_editions_is_told_in_lines(briefgen: Briefgen, project: Path) -> None:
    (project / "seeds/a.txt").unlink()
    assert briefgen("run", "daily").returncode == 0
    told = shown(briefgen("diff", "daily", "1", "3"))
    withdrawn, new = told[told.index("\nWithdrawn\n") :], told[told.index("\nNew\n") :]
    assert told.startswith("1 new, 0 changed, 1 withdrawn since edition 1")
    assert "Élise Brandt" in withdrawn.split("\n\n")[0]
    assert "denied on Friday" in new.split("\n\n")[0]
    back = shown(briefgen("diff", "daily", "latest", "1"))
    assert "Élise Brandt" in back[back.index("\nNew\n") :].split("\n\n")[0]
    assert "\nNew\n" not in shown(briefgen("diff", "daily", "2", "2"))
    assert briefgen("diff", "daily", "1", "9").returncode == 1


def test_what_changed_between_two_editions_is_a_brief(briefgen: Briefgen, project: Path) -> None:
    brief = json.loads(shown(briefgen("diff", "daily", "1", "2", "--as", "json")))
    assert (brief["edition"], brief["changes"]["edition"]) == (2, 1)
    page = shown(briefgen("diff", "daily", "1", "2", "--as", "md", "--audience", "executive"))
    assert page.startswith("# ")
    ran = briefgen("diff", "daily", "1", "2", "--output", "out")
    assert ran.returncode == 0
    assert (project / "out/changes.txt").read_text("utf-8") == shown(briefgen("diff", "daily", "1", "2"))
