"""`briefgen verify` ends with 0 where every citation stands, and names what rests on one that does not."""

from pathlib import Path

import pytest
from conftest import Briefgen


@pytest.fixture
def built(briefgen: Briefgen, seeds: Path) -> Path:
    """The folder of the brief of a copy of `seeds/`."""
    assert briefgen("build", "seeds", "--format", "json", "--format", "pdf", cwd=seeds.parent).returncode == 0
    return seeds.parent / "output/seeds"


def change(seeds: Path, old: str, new: str) -> None:
    (text,) = seeds.glob("*.txt")
    before = text.read_text("utf-8")
    assert old in before
    text.write_text(before.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("name", ["brief.json", "analyst.pdf"])
def test_json_and_pdf_are_held_against_the_sources(
    briefgen: Briefgen, built: Path, seeds: Path, tmp_path: Path, name: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = briefgen("verify", built / name, cwd=elsewhere)
    assert ran.returncode == 0
    assert ran.stderr.decode().rstrip().endswith("of 1 source checked, all stand unchanged")

    change(seeds, "1,500 troops", "1,600 troops")
    ran = briefgen("verify", built / name, cwd=elsewhere)
    shown = ran.stderr.decode()
    assert ran.returncode == 1
    assert "changed since the brief was made" in shown
    assert "key point F1: " in shown
    assert "of 1 source checked, 1 changed" in shown
    assert shown.count("claim C1: ") == 1


def test_sources_may_be_named(briefgen: Briefgen, built: Path, seeds: Path, tmp_path: Path) -> None:
    moved = seeds.rename(tmp_path / "archive")
    assert briefgen("verify", built / "brief.json").returncode == 1
    assert briefgen("verify", built / "brief.json", "--sources", moved).returncode == 0


def test_a_source_that_is_gone_is_named_once(briefgen: Briefgen, built: Path, seeds: Path) -> None:
    (text,) = seeds.glob("*.txt")
    text.unlink()
    ran = briefgen("verify", built / "brief.json", cwd=seeds.parent)
    first, last = ran.stderr.decode().splitlines()
    assert ran.returncode == 1
    assert first.endswith("is not there; name its place with --sources")
    assert last.endswith("could not be checked, as the source is missing")


def test_a_source_that_was_shifted_has_moved(briefgen: Briefgen, built: Path, seeds: Path) -> None:
    (text,) = seeds.glob("*.txt")
    text.write_text("New.\n\n" + text.read_text("utf-8"), "utf-8")
    ran = briefgen("verify", built / "brief.json", cwd=seeds.parent)
    assert ran.returncode == 1
    assert ran.stderr.decode().rstrip().endswith(" moved")


def test_what_a_source_holds_is_not_sent_to_the_terminal_as_it_is(
    briefgen: Briefgen, built: Path, seeds: Path
) -> None:
    change(seeds, "1,500 troops", "1,500 \x1b[2J\u202etroops")
    ran = briefgen("verify", built / "brief.json", cwd=seeds.parent)
    assert ran.returncode == 1
    assert not set(ran.stderr.decode()) & set("\x1b\u202e")


def test_what_is_no_brief_is_an_error(briefgen: Briefgen, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    for name in ("a.json", "none.json"):
        ran = briefgen("verify", name)
        assert ran.returncode == 1
        assert ran.stderr.startswith(b"Error: ")
        assert b"Traceback" not in ran.stderr
