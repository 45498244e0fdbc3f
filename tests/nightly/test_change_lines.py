"""What changed is told in a line for each change, in the sources' words and with how they stand."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefgen.model.job import Job
from briefgen.nightly.job import Night, run_job
from briefgen.nightly.telling import change_lines, summary
from briefgen.store.database import Store, open_store
from briefgen.store.editions import brief_of, edition

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield opened
    opened.close()


def lines(tmp_path: Path, store: Store, marks: dict[str, str] | None = None, **texts: str) -> tuple[str, ...]:
    """The lines of the next edition, of sources that say `texts` and nothing else."""
    folder = tmp_path / "seeds"
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
        if name in (marks or {}):
            (folder / f"{name}.txt.meta.toml").write_text(f'marking = "{(marks or {})[name]}"\n')
    job = Job(
        name="daily",
        sources=(folder,),
        feed_folder=tmp_path / "feeds",
        formats=("md", "json"),
        output=tmp_path / "output",
        published="2026-11-20",
    )
    report = run_job(job, Night(store, lambda channel: {}, lambda: NOW, pauses=()))
    assert report.edition is not None
    with store.reading() as connection:
        brief = brief_of(connection, report.edition)
    assert brief is not None
    return change_lines(brief)


def test_the_first_edition_has_no_changes(tmp_path: Path, store: Store) -> None:
    assert lines(tmp_path, store, a="The mayor said that 40 ships had left the harbour.") == ()


def test_what_is_new_changed_and_withdrawn_is_told_apart(tmp_path: Path, store: Store) -> None:
    mayor = "The mayor said on Monday that {} ships had left the harbour."
    lines(tmp_path, store, a=mayor.format(40), b="The port authority said that the lighthouse was dark.")
    told = lines(
        tmp_path,
        store,
        a=mayor.format(60),
        c="The coast guard said that two tugs had been lost in the storm.",
    )
    assert any(line.startswith("new, reported: ") and "two tugs" in line for line in told)
    assert any(line.startswith("withdrawn: ") and "lighthouse" in line for line in told)
    (changed,) = [line for line in told if line.startswith("changed, ")]
    assert "60 ships" in changed.partition("(before: ")[0]
    assert "40 ships" in changed.partition("(before: ")[2]
    assert all("\n" not in line for line in told)


def test_a_statement_that_is_denied_now_says_how_it_stood(tmp_path: Path, store: Store) -> None:
    said = "Nils Berg said the ferry had been late since March."
    lines(tmp_path, store, a=said)
    told = lines(tmp_path, store, a=f"{said} Nordline denied that the ferry had been late.")
    assert any(line.startswith("now denied, was reported: ") and "the ferry" in line for line in told)


def test_a_marking_that_was_raised_is_told_and_the_edition_is_no_quiet_one(
    tmp_path: Path, store: Store
) -> None:
    words = "The mayor said on Monday that 40 ships had left the harbour."
    lines(tmp_path, store, a=words)
    assert lines(tmp_path, store, marks={"a": "TLP:GREEN"}, a=words) == (
        "now TLP:GREEN, was not marked: seeds/a.txt",
    )
    assert lines(tmp_path, store, marks={"a": "TLP:RED"}, a=words) == (
        "now TLP:RED, was TLP:GREEN: seeds/a.txt",
    )
    with store.reading() as connection:
        last = edition(connection, "daily")
    assert last is not None
    assert summary(last) == "1 marking changed since edition 2"


def test_what_moved_is_told_with_both_numbers(tmp_path: Path, store: Store) -> None:
    fire = "The fire at the mill killed {} people and injured {} others, the police in Karvel said on {}."
    lines(tmp_path, store, a=fire.format("at least 2", 14, "Monday"))
    told = lines(tmp_path, store, a=fire.format("at least 2", 14, "Monday"), b=fire.format(5, 31, "Tuesday"))
    moved = sorted(line.partition(":")[0] for line in told if line.startswith("figure moved"))
    assert moved == [
        "figure moved from 14 injured to 31 injured",
        "figure moved from at least 2 people to 5 people",
    ]
