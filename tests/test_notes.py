"""Notes and topics of a run: read, held to their markings, told of, and never touched."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from conftest import Briefgen
from pypdf import PdfReader

from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.run import Order, Outcome, build
from briefgen.store.notes import LIMIT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sources, the second marked above what the public may see."""
    sources = tmp_path / "in"
    sources.mkdir()
    (sources / "ferry.txt").write_text("The harbour master said on Friday that the ferry had sunk.\n")
    (sources / "mill.txt").write_text("The mayor said on Friday that the mill had burned.\n")
    (sources / "mill.txt.meta.toml").write_text('marking = "TLP:AMBER"')
    return sources


def made(
    folder: Path,
    notes: str | Path | None = None,
    audiences: tuple[str, ...] = ("analyst",),
    topics: tuple[str, ...] = (),
) -> Outcome:
    """A build of `folder` with `notes`, given as a file or as what is to stand in one."""
    if isinstance(notes, str):
        (folder.parent / "notes.md").write_text(notes, "utf-8")
        notes = folder.parent / "notes.md"
    request = Request("in", "2031-05-03", as_of="2031-05-03")
    output = folder.parent / "out"
    return build(Order((folder,), output, request, audiences, ("md", "json"), notes=notes, topics=topics))


def shown(folder: Path, name: str = "analyst.md") -> str:
    return (folder.parent / "out" / "in" / name).read_text("utf-8")


def test_the_file_is_not_touched_and_a_second_build_is_the_same(folder: Path) -> None:
    made(folder, "It is likely, see [[ferry.txt]].")
    before = (folder.parent / "notes.md").stat()
    first = shown(folder)
    made(folder, folder.parent / "notes.md")
    assert (folder.parent / "notes.md").stat() == before
    assert shown(folder) == first
    assert "It is likely, see [S1](#s1)." in first


def test_a_name_leads_to_the_source_whatever_its_number_is_now(folder: Path) -> None:
    made(folder, "See [[mill]] and [[in/ferry.txt]].")
    assert "See [S2](#s2) and [S1](#s1)." in shown(folder)
    (folder / "aaa.txt").write_text("The mayor said on Friday that nothing burned.\n")
    made(folder, "See [[mill]] and [[in/ferry.txt]].")
    assert "See [S3](#s3) and [S2](#s2)." in shown(folder)


def test_a_name_that_no_source_has_is_an_error_with_the_nearest(folder: Path) -> None:
    with pytest.raises(InputError) as raised:
        made(folder, "Well.\n\nSee [[fery.txt]].")
    assert (
        str(raised.value) == "notes.md, line 3: there is no source [[fery.txt]]; did you mean [[ferry.txt]]?"
    )


def test_a_name_that_two_sources_have_is_an_error_that_names_both(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "ferry.txt").write_text("The ferry was old, the mayor said.\n")
    with pytest.raises(InputError, match=r"\[\[ferry\.txt\]\] may be in/ferry\.txt or in/old/ferry\.txt"):
        made(folder, "See [[ferry.txt]].")
    made(folder, "See [[old/ferry]].")


def test_an_input_that_became_no_source_is_named_without_a_link(folder: Path) -> None:
    (folder / "empty.txt").touch()
    outcome = made(folder, "See [[empty.txt]].")
    assert "See in/empty.txt." in shown(folder)
    (told,) = outcome.notes
    assert told.startswith("notes.md, line 1: in/empty.txt is not among the sources that this brief tells of")


def test_what_is_outside_of_the_standard_is_told_and_shown_as_written(folder: Path) -> None:
    outcome = made(folder, "It may well sink, as [S1] has it.")
    assert "It may well sink, as [S1] has it." in shown(folder)
    assert [one.split(": ")[0] for one in outcome.notes] == ["notes.md, line 1", "notes.md, line 1"]
    assert "“may well” is no word of likelihood of ICD 203" in outcome.notes[0]
    assert outcome.notes[1].endswith("name the file; now it is [[in/ferry.txt]]")


def test_notes_inside_the_folder_of_the_sources_are_no_source(folder: Path) -> None:
    inside = folder / "notes.txt"
    inside.write_text("It is likely.")
    outcome = made(folder, inside)
    assert [source.name for source in outcome.brief.sources] == ["in/ferry.txt", "in/mill.txt"]
    assert [row.name for row in outcome.brief.coverage] == ["in/ferry.txt", "in/mill.txt"]


def test_notes_are_no_source_even_where_they_are_named_as_one(folder: Path, briefgen: Briefgen) -> None:
    (folder / "notes.txt").write_text("The mayor said that it is likely.")
    (folder / "link.txt").symlink_to(folder / "notes.txt")
    for named in ("notes.txt", "link.txt"):
        done = briefgen("build", *sorted(folder.glob("*.txt")), "--notes", folder / named, "--format", "json")
        assert done.returncode == 0, done.stderr.decode()
        brief = json.loads((folder.parent / "output" / "in" / "brief.json").read_bytes())
        assert f"in/{named}" not in {row["name"] for row in brief["coverage"]}


def test_every_format_has_the_notes(folder: Path) -> None:
    (folder.parent / "notes.md").write_text(
        "---\nauthor: Zephandar\n---\nQuorlax is likely, see [[ferry.txt]]."
    )
    request = Request("in", "2031-05-03", as_of="2031-05-03")
    output, notes = folder.parent / "out", folder.parent / "notes.md"
    order = Order(
        (folder,), output, request, ("analyst",), ("md", "html", "docx", "txt", "json"), notes=notes
    )
    for path in build(order).files:
        held = everything_in(path)
        assert path.suffix == ".svg" or ("Quorlax" in held and "Zephandar" in held)


def test_without_notes_and_topics_the_model_says_nothing_of_them(folder: Path) -> None:
    made(folder)
    assert not {"notes", "topics"} & json.loads(shown(folder, "brief.json")).keys()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "there are no notes at "),
        (lambda path: path.mkdir(), "is a folder: name the file of notes in it"),
        (lambda path: path.write_text("a" * (LIMIT + 1)), "have more than 100,000 bytes: shorten them"),
        (lambda path: path.write_bytes(b"\xff\xfea"), "line 1: is not UTF-8"),
    ],
)
def test_notes_that_cannot_be_read_are_an_error(
    folder: Path, make: Callable[[Path], object], told: str
) -> None:
    make(folder.parent / "other.md")
    with pytest.raises(InputError) as raised:
        made(folder, folder.parent / "other.md")
    assert told in str(raised.value)


def test_empty_notes_are_no_section_and_the_user_is_told(folder: Path) -> None:
    outcome = made(folder, "---\nauthor: A. Writer\n---\n")
    assert "Writer" not in shown(folder)
    assert outcome.notes == ("notes.md holds no words, so there is no section of notes",)


# Markings


def test_the_marking_of_notes_counts_for_the_banner(folder: Path) -> None:
    made(folder, "---\nmarking: TLP:RED\n---\nIt is likely.")
    assert shown(folder).startswith("**TLP:RED**")
    made(folder, "---\nmarking: TLP:GREEN\n---\nIt is likely.")
    assert shown(folder).startswith("**TLP:AMBER**")


@pytest.mark.parametrize(
    ("marking", "text", "shows"),
    [
        ("TLP:CLEAR", "Quorlax is likely.", True),
        ("TLP:CLEAR", "Quorlax is likely, see [[ferry.txt]].", True),
        ("TLP:GREEN", "Quorlax is likely.", False),
        ("Staff only", "Quorlax is likely.", False),
        ("", "Quorlax is likely.", False),
        ("TLP:CLEAR", "Quorlax is likely, see [[mill.txt]].", False),
    ],
)
def test_an_audience_sees_notes_only_by_a_marking_of_their_own(
    folder: Path, marking: str, text: str, shows: bool
) -> None:
    head = f"---\nauthor: Zephandar\nmarking: {marking}\n---\n"
    outcome = made(folder, head + text, audiences=("public",))
    public = shown(folder, "public.md")
    assert ("Quorlax" in public) == shows
    assert ("Zephandar" in public) == shows
    assert outcome.withheld == (("public", 1 if shows else 2),)
    assert any("held back, as its head gives no marking" in one for one in outcome.notes) == (not marking)


def test_no_word_of_notes_that_are_held_back_is_in_any_file(folder: Path) -> None:
    (folder.parent / "notes.md").write_text(
        "---\nauthor: Zephandar\nmarking: TLP:RED\n---\nQuorlax is likely."
    )
    request = Request("in", "2031-05-03", as_of="2031-05-03")
    formats = ("md", "html", "pdf", "docx", "txt")
    output, notes = folder.parent / "out", folder.parent / "notes.md"
    for path in build(Order((folder,), output, request, ("public",), formats, notes=notes)).files:
        held = everything_in(path)
        assert "ferry" in held or path.suffix == ".svg"
        assert not [word for word in ("Quorlax", "Zephandar", "notes.md") if word in held], path


def everything_in(path: Path) -> str:
    """All that a file says, whatever it is packed in."""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            parts = [
                one.read_bytes() if isinstance(one, pikepdf.Stream) else repr(one).encode()
                for one in pdf.objects
            ]
        words = "".join(page.extract_text() for page in PdfReader(path).pages)
        return words + b"\n".join(parts).decode("utf-8", "replace")
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_text("utf-8")


# Topics


def test_a_source_off_topic_is_told_of_nowhere_but_in_the_coverage(folder: Path) -> None:
    outcome = made(folder, topics=("ferry",))
    assert "mill" not in shown(folder).replace("in/mill.txt", "")
    assert "| in/mill.txt | off topic |" in shown(folder)
    assert "keeps to ferry" in shown(folder)
    assert "1 input names none of the topics and is left out." in shown(folder)
    assert [row.state for row in outcome.brief.coverage] == ["used", "off_topic"]


def test_a_source_off_topic_above_a_ceiling_is_only_counted(folder: Path) -> None:
    outcome = made(folder, audiences=("public",), topics=("ferry",))
    assert outcome.withheld == (("public", 1),)
    assert "mill" not in shown(folder, "public.md")


def test_what_became_off_topic_is_not_told_as_withdrawn(folder: Path, briefgen: Briefgen) -> None:
    made(folder)
    earlier = folder.parent / "earlier.json"
    earlier.write_bytes((folder.parent / "out" / "in" / "brief.json").read_bytes())
    done = briefgen("build", folder, "--since", earlier, "--topic", "ferry", "--format", "json")
    assert done.returncode == 0, done.stderr.decode()
    changes = json.loads((folder.parent / "output" / "in" / "brief.json").read_bytes())["changes"]
    assert changes["changes"] == []
    assert changes["not_compared"] == 1


def test_the_options_reach_the_brief(folder: Path, briefgen: Briefgen) -> None:
    (folder.parent / "notes.md").write_text("It may well sink.")
    done = briefgen(
        "build",
        folder,
        "--notes",
        folder.parent / "notes.md",
        "--topic",
        "ferri",
        "--topic",
        "ferry",
        "--format",
        "md",
    )
    told = done.stderr.decode()
    assert done.returncode == 0, told
    assert "in: 1 source read, 1 off topic" in told
    assert "no source names the topic “ferri”; did you mean “ferry”?" in told
    assert "notes.md, line 1: “may well” is no word of likelihood of ICD 203" in told
    assert briefgen("build", folder, "--topic", " ").returncode == 2
