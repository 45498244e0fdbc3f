"""A folder gets whole editions, and `latest` leads to the newest, whatever is delivered late."""

import os
from pathlib import Path

import pytest
from parcels import FILES, edition, parcel, quiet

from briefgen.deliver import DELIVERERS
from briefgen.model.job import Folder
from briefgen.model.problem import DeliveryError


def deliver(path: Path, number: int = 12, latest: bool = True, job: str = "daily") -> None:
    what = parcel(edition=edition(number, job=job), files=FILES)
    DELIVERERS[Folder](Folder(name="share", path=path, latest=latest), what, {})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_edition_stands_in_a_folder_of_its_name_byte_for_byte(tmp_path: Path) -> None:
    deliver(tmp_path / "share")
    folder = tmp_path / "share" / "2026-11-22-12"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        file.artefact.name: file.artefact.data for file in FILES
    }


def test_latest_leads_to_the_newest_by_a_way_that_holds_elsewhere(tmp_path: Path) -> None:
    for number in (11, 12):
        deliver(tmp_path, number)
    assert (tmp_path / "latest").readlink() == Path("2026-11-22-12")
    moved = (tmp_path.parent / "moved").resolve()
    tmp_path.rename(moved)
    assert (moved / "latest" / "analyst.md").exists()
    moved.rename(tmp_path)


def test_an_edition_that_comes_late_does_not_turn_latest_back(tmp_path: Path) -> None:
    for number in (12, 11):
        deliver(tmp_path, number)
    assert (tmp_path / "latest").readlink() == Path("2026-11-22-12")
    assert (tmp_path / "2026-11-21-11" / "analyst.pdf").exists()


def test_the_same_edition_twice_changes_nothing(tmp_path: Path) -> None:
    deliver(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    deliver(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_there_is_no_latest_where_none_is_wanted(tmp_path: Path) -> None:
    deliver(tmp_path, latest=False)
    assert names(tmp_path) == ["2026-11-22-12"]


def test_a_quiet_day_leaves_the_folder_as_it_is(tmp_path: Path) -> None:
    DELIVERERS[Folder](Folder(name="share", path=tmp_path / "share"), quiet(), {})
    assert not (tmp_path / "share").exists()


def test_somebodys_own_folder_called_latest_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "latest").mkdir()
    (tmp_path / "latest" / "mine.txt").write_text("mine")
    with pytest.raises(DeliveryError, match="was not made here") as raised:
        deliver(tmp_path)
    assert not raised.value.permanent
    assert names(tmp_path / "latest") == ["mine.txt"]


def test_somebodys_own_file_called_latest_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "latest").write_text("mine")
    with pytest.raises(DeliveryError, match="was not made here"):
        deliver(tmp_path)
    assert (tmp_path / "latest").read_text() == "mine"


def test_where_there_are_no_links_latest_is_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*arguments: object, **named: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "symlink", refused)  # as file systems of sticks and some shares answer
    for number in (11, 12, 12, 10):
        deliver(tmp_path, number)
    assert not (tmp_path / "latest").is_symlink()
    assert names(tmp_path / "latest") == sorted(file.artefact.name for file in FILES)
    assert names(tmp_path) == [".latest.json", "2026-11-20-10", "2026-11-21-11", "2026-11-22-12", "latest"]


def test_a_kill_between_copies_is_made_good_by_the_next(tmp_path: Path) -> None:
    deliver(tmp_path, 11)
    (tmp_path / "latest").unlink()
    (tmp_path / ".latest-new-77").symlink_to("2026-11-22-12")
    (tmp_path / ".latest.json").write_bytes(b"")
    deliver(tmp_path, 12)
    assert (tmp_path / "latest").readlink() == Path("2026-11-22-12")


def test_a_file_in_the_way_is_named_and_can_be_mended(tmp_path: Path) -> None:
    (tmp_path / "share").write_text("a file")
    with pytest.raises(DeliveryError) as raised:
        deliver(tmp_path / "share")
    assert not raised.value.permanent
    assert "share" in str(raised.value)
    assert "--output" not in str(raised.value)
    assert (tmp_path / "share").read_text() == "a file"


def test_a_name_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    what = parcel(edition=edition(folder="/srv/briefs/.."), files=FILES)
    DELIVERERS[Folder](Folder(name="share", path=tmp_path / "share"), what, {})
    assert names(tmp_path) == ["share"]
    assert names(tmp_path / "share") == [".latest.json", "daily-12", "latest"]
