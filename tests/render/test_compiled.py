"""Compiled templates are kept between runs, and nothing is lost where they cannot be."""

from pathlib import Path

import pytest
from samples import brief_of, troubled

from briefgen.render import compose, open_folder
from briefgen.render.compiled import FOLDER


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(FOLDER, str(folder))
    return folder


def markdown(*own: Path) -> str:
    return compose(brief_of(troubled()), open_folder("analyst", own)).markdown


def test_a_brief_is_the_same_from_code_that_was_kept(kept: Path) -> None:
    first = markdown()
    files = {file: file.stat().st_mtime_ns for file in kept.rglob("*.code")}
    assert files
    assert markdown() == first
    assert {file: file.stat().st_mtime_ns for file in kept.rglob("*.code")} == files


def test_code_that_was_damaged_is_made_again(kept: Path) -> None:
    first = markdown()
    for file in kept.rglob("*.code"):
        file.write_bytes(file.read_bytes()[:40])
    assert markdown() == first


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(FOLDER, str(tmp_path / "file" / "cache"))
    assert markdown().startswith("# ")


def test_nothing_is_kept_where_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, "")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert markdown().startswith("# ")
    assert list(tmp_path.iterdir()) == []


def test_templates_of_ones_own_are_compiled_each_time(kept: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "analyst").mkdir(parents=True)
    (own / "analyst" / "brief.md.jinja").write_text("# Mine\n")
    assert markdown(own) == "# Mine\n"
    assert not kept.exists()
