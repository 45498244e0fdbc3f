"""Every file below a path is found, named alike everywhere, and either read or explained."""

import os
import socket
import threading
from pathlib import Path

import pytest
from unprivileged import open_folder, run_unprivileged

from briefgen.model.marking import TLP_2
from briefgen.model.problem import InputError
from briefgen.model.source import Unread
from briefgen.pipeline import held_back
from briefgen.store import inbox
from briefgen.store.inbox import collect, find_inputs, printable

TEXT = b"The ferry sank on Monday, the coast guard said.\n"


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT + name.encode())
    return folder


def names(*paths: Path) -> list[str]:
    return [raw.name for raw in collect(paths)[0]]


def unread(*paths: Path) -> dict[str, str]:
    return {one.name: str(one.problem) for one in collect(paths)[1]}


def test_names_begin_with_the_folder_that_was_named(tmp_path: Path) -> None:
    folder = fill(tmp_path / "reports", "b.txt", "a.txt", "sub/c.txt")
    assert names(folder) == ["reports/a.txt", "reports/b.txt", "reports/sub/c.txt"]


def test_a_file_that_is_named_itself_goes_by_its_own_name(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    assert names(tmp_path / "a.txt") == ["a.txt"]


def test_names_and_order_depend_neither_on_the_working_folder_nor_on_the_order_of_arguments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = fill(tmp_path / "one", "z.txt"), fill(tmp_path / "two", "a.txt")
    expected = ["one/z.txt", "two/a.txt"]
    assert names(one, two) == names(two, one) == expected
    monkeypatch.chdir(two)
    assert names(Path(), Path("../one")) == expected
    assert names(Path("../two/../one"), Path()) == expected


def test_the_path_is_kept_as_it_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "reports", "a.txt")
    monkeypatch.chdir(tmp_path)
    assert [raw.path for raw in collect([Path("reports")])[0]] == ["reports/a.txt"]


def test_two_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    fill(tmp_path, "x/1/a.txt", "y/1/a.txt", "z/b.txt")
    files = [tmp_path / "x/1/a.txt", tmp_path / "y/1/a.txt", tmp_path / "z/b.txt"]
    assert names(*files) == ["b.txt", "x/1/a.txt", "y/1/a.txt"]
    assert names(tmp_path / "x/1", tmp_path / "y/1") == ["x/1/a.txt", "y/1/a.txt"]


def test_a_file_that_is_reached_twice_is_read_once(tmp_path: Path) -> None:
    folder = fill(tmp_path / "reports", "sub/a.txt")
    (tmp_path / "link").symlink_to(folder)
    expected = ["reports/sub/a.txt"]
    assert names(folder, folder / "sub", folder / "sub/a.txt", tmp_path / "link") == expected


def test_hidden_files_backups_and_sidecars_are_no_sources(tmp_path: Path) -> None:
    fill(
        tmp_path / "in",
        "a.txt",
        ".git/config",
        ".b.txt",
        "a.txt~",
        "#a.txt#",
        "~$a.docx",
        "a.txt.bak",
        ".a.swp",
    )
    (tmp_path / "in/a.txt.meta.toml").write_text('title = "One"')
    assert names(tmp_path / "in") == ["in/a.txt"]
    assert not unread(tmp_path / "in")


def test_a_hidden_file_that_is_named_itself_is_read(tmp_path: Path) -> None:
    fill(tmp_path, ".notes.txt")
    assert names(tmp_path / ".notes.txt") == [".notes.txt"]


def test_a_sidecar_without_its_document_is_reported(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", "a.txt")
    (folder / "b.txt.meta.toml").write_text('title = "Lost"')
    ((name, problem),) = unread(folder).items()
    assert name == "in/b.txt.meta.toml"
    assert problem.startswith("describes b.txt, which is not beside it: add that file, or rename or remove")


@pytest.mark.parametrize("ending", [".yaml", ".yml", ".json", ".toml", ".meta", ".meta.yaml"])
def test_what_is_called_nearly_as_a_sidecar_is_no_source_and_leaves_the_marking_open(
    tmp_path: Path, ending: str
) -> None:
    (tmp_path / "talks.txt").write_text("Anna Lind said so.")
    (tmp_path / f"talks.txt{ending}").write_text("marking: TLP:RED")
    (raw,), (unread,) = collect((tmp_path,))
    assert raw.name.endswith("talks.txt")
    assert raw.problems
    assert held_back((raw,), (unread,), "TLP:CLEAR", TLP_2) == {raw.name, unread.name}
    assert "call it talks.txt.meta.toml" in str(unread.problem)


def test_a_file_beside_no_document_of_its_name_is_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text("Anna Lind said so.")
    (tmp_path / "notes.yaml").write_text("Anna Lind said so.")
    raws, unread = collect((tmp_path,))
    assert len(raws) + len(unread) == 2
    assert not any("sidecar" in str(one.problem) for one in unread)
    assert not any(one.problems for one in raws)


def test_a_sidecar_that_is_named_with_its_document_is_no_source(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "a.txt.meta.toml").write_text('title = "One"')
    raws, lost = collect(tmp_path.iterdir())
    assert [(raw.name, raw.metadata.title) for raw in raws] == [("a.txt", "One")]
    assert lost == ()


def test_every_missing_path_is_named_before_anything_is_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    with pytest.raises(InputError, match=r"nothing at .*none\.txt, .*nowhere"):
        collect([tmp_path / "a.txt", tmp_path / "nowhere", tmp_path / "none.txt"])


def test_links_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", "a/1.txt", "b/2.txt")
    (folder / "a/up").symlink_to(folder)
    (folder / "a/over").symlink_to(folder / "b")
    (folder / "b/over").symlink_to(folder / "a")
    assert names(folder) == ["in/a/1.txt", "in/b/2.txt"]
    assert not unread(folder)


def test_a_link_to_a_folder_above_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("Rain fell.")
    (tmp_path / "outside.txt").write_text("Snow fell.")
    (tmp_path / "in/up").symlink_to(tmp_path)
    raws, unread = collect((tmp_path / "in",))
    assert [raw.name for raw in raws] == ["in/a.txt"]
    assert [(one.name, "above" in one.problem.message) for one in unread] == [("in/up", True)]


def test_a_link_to_a_folder_elsewhere_is_followed_under_its_own_name(tmp_path: Path) -> None:
    fill(tmp_path / "archive", "1.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/old").symlink_to(tmp_path / "archive")
    assert names(tmp_path / "in") == ["in/old/1.txt"]


def test_links_that_lead_nowhere_are_reported(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", "a.txt")
    (folder / "gone.txt").symlink_to(folder / "none")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    found = unread(folder)
    assert "link to a file that is not there" in found["in/gone.txt"]
    assert "leads back to itself" in found["in/self.txt"]


def test_pipes_and_sockets_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "talk.txt"))
        found = unread(tmp_path)
    assert "is a named pipe, not a file" in found[f"{tmp_path.name}/pipe.txt"]
    assert "is a socket, not a file" in found[f"{tmp_path.name}/talk.txt"]
    assert "is a device, not a file" in unread(Path("/dev/null"))["null"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(inbox.LIMIT + 1)
    (found,) = collect([path])[1]
    assert (
        str(found.problem)
        == "has 8,000,001 bytes; files of more than 8,000,000 are not read. Split it into parts"
    )
    assert found.size == 8_000_001


def test_a_file_that_is_still_being_written_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "growing.txt"
    path.write_bytes(TEXT * 50_000)
    done = threading.Event()

    def grow() -> None:
        with path.open("r+b", buffering=0) as file:
            while not done.is_set():
                file.seek(0)
                file.write(b"t")

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        # Who gets the processor is the system's choice, so a reading or two may come through in one piece.
        found = (inbox.load(inbox.Input(path, "growing.txt")) for _ in range(1000))
        unread = next(one for one in found if isinstance(one, Unread))
    finally:
        done.set()
        writer.join()
    assert "was written to while it was read" in str(unread.problem)


def test_a_name_that_is_no_text_is_written_out(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt"))
    path.write_bytes(TEXT)
    assert names(path) == [r"caf\udce9\n.txt"]


def test_what_turns_the_direction_of_reading_shows_in_a_name() -> None:
    assert printable("report\u202etxt.exe") == r"report\u202etxt.exe"


def test_the_folder_of_results_is_not_read_as_a_source(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "output/old/analyst.md")
    inputs, _ = find_inputs([tmp_path], [tmp_path / "output"])
    assert [one.path.name for one in inputs] == ["a.txt"]
    inputs, _ = find_inputs([tmp_path / "output"], [tmp_path / "output"])
    assert [one.path.name for one in inputs] == ["analyst.md"]


IMPORTS = "import sys\nfrom pathlib import Path\nfrom briefgen.store.inbox import collect\n"
COLLECT = """
raws, unread = collect([Path(sys.argv[1])])
print([raw.name for raw in raws])
print(*(f"{one.name}: {one.problem}" for one in unread), sep="\\n")
"""


def test_an_unreadable_file_and_an_unreadable_folder_are_reported() -> None:
    with open_folder() as folder:
        fill(folder / "in", "open.txt", "shut.txt", "closed/a.txt")
        (folder / "in/shut.txt").chmod(0)
        (folder / "in/closed").chmod(0)
        shown = run_unprivileged(IMPORTS, COLLECT, folder / "in")
        (folder / "in/closed").chmod(0o755)
    assert "['in/open.txt']" in shown
    assert "in/closed: this folder may not be read by you; change its permissions" in shown
    assert "in/shut.txt: may not be read by you; change its permissions" in shown


def test_a_source_carries_its_bytes_hash_and_kind(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.html", "c")
    raws = collect([tmp_path])[0]
    assert [raw.media_type for raw in raws] == ["text/plain", "text/html", "text/plain"]
    assert all(len(raw.sha256) == 64 and raw.data.startswith(TEXT) for raw in raws)
