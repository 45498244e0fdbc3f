"""All files of a run are written, or none; what stood there is never lost, and nothing is left over."""

import errno
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from unprivileged import open_folder, run_unprivileged

from briefgen.model.artefact import Artefact
from briefgen.model.problem import OutputError
from briefgen.store.outbox import write


def artefacts(**texts: str) -> list[Artefact]:
    return [Artefact(f"{name}.md", "text/markdown", text.encode()) for name, text in texts.items()]


def content(folder: Path) -> dict[str, str]:
    """Every file below `folder`, hidden ones too."""
    files = [path for path in folder.rglob("*") if path.is_file() or path.is_symlink()]
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def test_files_are_written_into_folders_that_need_not_be_there(tmp_path: Path) -> None:
    paths = write(artefacts(a="one", b="two"), tmp_path / "x/y")
    assert paths == (tmp_path / "x/y/a.md", tmp_path / "x/y/b.md")
    assert content(tmp_path) == {"x/y/a.md": "one", "x/y/b.md": "two"}


def test_a_name_may_hold_folders(tmp_path: Path) -> None:
    write([Artefact("charts/a.svg", "image/svg+xml", b"<svg/>")], tmp_path)
    assert content(tmp_path) == {"charts/a.svg": "<svg/>"}


@pytest.mark.parametrize("name", ["../a.md", "/a.md", "b/../../a.md", ""])
def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="no name for a file below"):
        write([Artefact(name, "text/plain", b"x")], tmp_path / "in")
    assert content(tmp_path) == {}


def test_old_files_are_replaced_and_others_left_alone(tmp_path: Path) -> None:
    write(artefacts(a="old", c="kept"), tmp_path)
    write(artefacts(a="new", b="more"), tmp_path)
    assert content(tmp_path) == {"a.md": "new", "b.md": "more", "c.md": "kept"}


def test_files_get_the_permissions_that_the_user_gives_to_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(artefacts(a="one"), tmp_path)
    finally:
        os.umask(before)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640


def test_a_link_is_replaced_and_what_it_leads_to_left_alone(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("kept")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.md").symlink_to(tmp_path / "other")
    write(artefacts(a="new"), tmp_path / "out")
    assert content(tmp_path) == {"other": "kept", "out/a.md": "new"}


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".briefgen-123-new-0").write_text("half")
    write(artefacts(a="one"), tmp_path)
    assert content(tmp_path) == {"a.md": "one"}


def test_a_folder_where_a_file_is_to_stand_stops_the_run_before_anything_changes(tmp_path: Path) -> None:
    write(artefacts(a="old"), tmp_path)
    (tmp_path / "b.md").mkdir()
    with pytest.raises(OutputError, match=r"b\.md is a folder where a file is to stand: move it"):
        write(artefacts(a="new", b="new"), tmp_path)
    assert content(tmp_path) == {"a.md": "old"}


def test_a_file_where_a_folder_is_needed_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputError, match="out is a file, so no folder can be made there"):
        write(artefacts(a="new"), tmp_path / "out")
    with pytest.raises(OutputError, match="a file stands where a folder is needed"):
        write(artefacts(a="new"), tmp_path / "out" / "seeds")
    assert content(tmp_path) == {"out": "mine"}


def test_a_name_that_is_too_long_is_told_and_made_folders_are_taken_away(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="the name is too long: give a shorter --name"):
        write(artefacts(a="new"), tmp_path / "made" / ("x" * 300))
    assert not list(tmp_path.iterdir())


def test_a_second_file_that_cannot_take_its_place_puts_the_first_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(artefacts(a="old", c="old"), tmp_path)
    replace = os.replace

    def failing(source: Path, target: Path) -> None:
        if target.name == "c.md" and "-new-" in source.name:
            raise OSError(errno.EIO, "the disk is dying")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OutputError, match=r"c\.md was not written: the disk failed"):
        write(artefacts(a="new", b="new", c="new"), tmp_path)
    assert content(tmp_path) == {"a.md": "old", "c.md": "old"}


def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    names = [chr(ord("a") + number) for number in range(20)]

    def run(text: str) -> None:
        for _ in range(10):
            write(artefacts(**dict.fromkeys(names, text * 1000)), tmp_path)

    runs = [threading.Thread(target=run, args=(text,)) for text in "xyz"]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    found = content(tmp_path)
    assert len(found) == 20
    assert len(set(found.values())) == 1


def test_a_folder_that_may_not_be_written_is_told() -> None:
    imports = (
        "import sys\nfrom pathlib import Path\nfrom briefgen.store.outbox import write\n"
        "from briefgen.model.artefact import Artefact\nfrom briefgen.model.problem import OutputError\n"
    )
    code = """
try:
    write([Artefact("a.md", "text/markdown", b"new")], Path(sys.argv[1]))
except OutputError as error:
    print(error)
"""
    with open_folder() as folder:
        (folder / "out").mkdir()
        (folder / "out/a.md").write_text("old")
        (folder / "out").chmod(0o555)
        assert "out/a.md was not written: you may not write there" in run_unprivileged(
            imports, code, folder / "out"
        )
        assert "out/new was not written: you may not" in run_unprivileged(imports, code, folder / "out/new")
        (folder / "out").chmod(0o755)
        assert content(folder) == {"out/a.md": "old"}


def test_a_file_larger_than_the_system_allows_leaves_nothing_behind(tmp_path: Path) -> None:
    write(artefacts(a="old", b="old"), tmp_path)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, limit[1]))
    try:
        with pytest.raises(OutputError, match=r"b\.md was not written: it is larger than the system lets"):
            write(artefacts(a="new", b="x" * 6000), tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert content(tmp_path) == {"a.md": "old", "b.md": "old"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux mounts a small disk in memory this way; see the test of the file size limit")
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a disk; see the test of the file size limit")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_files_and_nothing_else(small_disk: Path) -> None:
    write(artefacts(a="old", b="old"), small_disk / "seeds")
    with pytest.raises(OutputError, match=r"b\.md was not written: the disk is full: make room"):
        write(artefacts(a="new", b="x" * 100_000), small_disk / "seeds")
    assert content(small_disk) == {"seeds/a.md": "old", "seeds/b.md": "old"}
    write(artefacts(a="new", b="new"), small_disk / "seeds")
    assert content(small_disk) == {"seeds/a.md": "new", "seeds/b.md": "new"}
