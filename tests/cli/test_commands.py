"""Each command does what its help says, and ends with the status that the help names."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from conftest import Briefgen

STORY = (
    "The harbour master said on Tuesday that 40 ships were waiting off the port.\n\n"
    'A union leader denied it. "There are no more than 12," she said.\n'
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with one text."""
    folder = tmp_path / "port"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    return folder


def brief_of(folder: Path, name: str = "port") -> dict[str, object]:
    return json.loads((folder / name / "brief.json").read_bytes())  # type: ignore[no-any-return]


def test_build_ends_with_a_summary_of_what_it_read_and_wrote(briefgen: Briefgen, story: Path) -> None:
    ran = briefgen("build", story, "--format", "json", "--output", "out", "--published", "2024-10-18")
    assert ran.returncode == 0
    assert ran.stdout == b""
    first, second = ran.stderr.decode().splitlines()
    assert first.startswith("port: 1 source read; ")
    assert first.endswith("; no problems")
    assert second == "wrote out/port/brief.json"


def test_build_reads_seeds_and_writes_output_unless_told_otherwise(briefgen: Briefgen, seeds: Path) -> None:
    ran = briefgen("build", "--format", "json", cwd=seeds.parent)
    assert ran.returncode == 0
    assert (seeds.parent / "output/seeds/brief.json").is_file()


def test_build_without_paths_where_there_are_no_seeds_says_what_to_name(briefgen: Briefgen) -> None:
    ran = briefgen("build")
    assert ran.returncode == 1
    assert ran.stderr == b"Error: there is no folder seeds/ here: name the files or folders to read\n"


def test_options_reach_the_brief(briefgen: Briefgen, story: Path, tmp_path: Path) -> None:
    options = ["--title", "Port  closed", "--name", "morning", "--as-of", "2024-10-19T06:00Z"]
    options += ["--marking", "TLP:AMBER", "--published", "2024-10-18", "--format", "json"]
    assert briefgen("build", story, *options).returncode == 0
    brief = brief_of(tmp_path / "output", "morning")
    assert brief["title"] == "Port closed"
    assert brief["as_of"] == "2024-10-19T06:00:00+00:00"
    assert brief["marking"] == "TLP:AMBER"
    assert brief["sources"][0]["published"] == "2024-10-18"  # type: ignore[index]


def test_a_sidecar_goes_before_the_options_of_the_run(
    briefgen: Briefgen, story: Path, tmp_path: Path
) -> None:
    (story / "a.txt.meta.toml").write_text("published = 2024-03-01")
    assert briefgen("build", story, "--published", "2024-10-18", "--format", "json").returncode == 0
    brief = brief_of(tmp_path / "output")
    assert brief["sources"][0]["published"] == "2024-03-01"  # type: ignore[index]
    assert brief["as_of"] == "2024-03-01"


def test_how_to_give_the_publication_date_is_said_where_none_is_known(
    briefgen: Briefgen, story: Path
) -> None:
    (story / "a.txt").write_text("The mayor said on Monday that ten lorries had left.")
    ran = briefgen("build", story, "--format", "md")
    assert ran.returncode == 0
    assert b"the publication date of 1 source is not known" in ran.stderr
    assert b"--published" in ran.stderr
    assert b"a.txt.meta.toml" in ran.stderr
    dated = briefgen("build", story, "--format", "md", "--published", "2024-10-18")
    assert b"publication date" not in dated.stderr


@pytest.mark.parametrize(
    ("paths", "name"), [(["port"], "port"), (["port/a.txt"], "a"), (["port/a.txt", "port/b.txt"], "port")]
)
def test_a_brief_is_called_after_what_was_read(
    briefgen: Briefgen, story: Path, tmp_path: Path, paths: list[str], name: str
) -> None:
    (story / "b.txt").write_text("The mayor said nothing had changed.")
    assert briefgen("build", *paths, "--format", "json").returncode == 0
    assert [path.name for path in (tmp_path / "output").iterdir()] == [name]


def test_exact_copies_count_once_and_say_of_what_they_are_copies(
    briefgen: Briefgen, story: Path, tmp_path: Path
) -> None:
    (story / "b.txt").write_text(STORY)
    (story / "b.txt.meta.toml").write_text('publisher = "The Harbour Post"')
    ran = briefgen("build", story, "--format", "json")
    assert ran.returncode == 0
    assert b"port: 1 source read, 1 copy set aside; " in ran.stderr
    brief = brief_of(tmp_path / "output")
    assert [source["name"] for source in brief["sources"]] == ["port/b.txt"]  # type: ignore[attr-defined]
    states = {entry["name"]: (entry["state"], entry["source"]) for entry in brief["coverage"]}  # type: ignore[attr-defined]
    assert states == {"port/a.txt": ("duplicate", 1), "port/b.txt": ("used", 1)}


def test_a_brief_is_not_written_among_its_sources(briefgen: Briefgen, story: Path) -> None:
    ran = briefgen("build", story, "--output", story.parent)
    assert ran.returncode == 1
    assert b"holds the sources and is to hold the brief: give another --output" in ran.stderr
    assert [path.name for path in story.iterdir()] == ["a.txt"]


def test_an_earlier_brief_is_not_read_as_a_source(briefgen: Briefgen, story: Path) -> None:
    for _ in range(2):
        ran = briefgen("build", ".", "--format", "json", cwd=story)
        assert ran.returncode == 0
        assert b"1 source read;" in ran.stderr


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--as-of", "yesterday", "“yesterday” is not an ISO 8601 date: write a day as 2024-10-18"),
        ("--as-of", "2024-02-30", "“2024-02-30” is on no calendar"),
        ("--as-of", "2024-10-18T09:30", "has a time but no zone"),
        ("--published", "18/10/2024", "“18/10/2024” is not an ISO 8601 date"),
        ("--name", "../up", "such as up"),
        ("--name", "a b", "such as a-b"),
        ("--marking", "  ", "has no words"),
        ("--format", "odt", "'odt' is not one of"),
        ("--page", "A5", "'A5' is not one of"),
        ("--templates", "nowhere", "does not exist"),
    ],
)
def test_an_option_that_cannot_be_is_wrong_usage_and_says_what_is_right(
    briefgen: Briefgen, story: Path, option: str, value: str, said: str
) -> None:
    ran = briefgen("build", story, option, value)
    assert ran.returncode == 2
    assert said in " ".join(ran.stderr.decode().split())
    assert not (story.parent / "output").exists()


def test_extract_prints_one_object_a_document_in_the_order_of_names(briefgen: Briefgen, story: Path) -> None:
    (story / "0.txt").write_text("The mayor said nothing had changed.")
    ran = briefgen("extract", story)
    assert (ran.returncode, ran.stderr) == (0, b"")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [row["path"] for row in rows] == [str(story / "0.txt"), str(story / "a.txt")]
    assert rows[1]["text"] == STORY
    keys = (
        "path title published publisher author url language text sentences dates quantities entities claims"
    )
    assert {*keys.split(), "problems"} <= set(rows[1])
    for one in (*rows[1]["sentences"], *rows[1]["dates"], *rows[1]["quantities"]):
        start, end = one["span"]
        assert 0 <= start < end <= len(STORY)


def test_extract_as_text_can_be_read_and_sends_nothing_to_the_terminal(
    briefgen: Briefgen, story: Path
) -> None:
    (story / "a.txt").write_text(STORY + "\nThe mayor said \x1b[2J the harbour was closed.\n")
    ran = briefgen("extract", "--format", "text", story)
    shown = ran.stdout.decode()
    assert ran.returncode == 0
    assert "Claims (" in shown
    assert "denied" in shown
    assert "\x1b" not in shown


def test_extract_as_text_tells_whom_a_pronoun_stands_for(briefgen: Briefgen, story: Path) -> None:
    (story / "a.txt").write_text('Mayor Ann Lund was worried. "The ferry is late," she said on Monday.\n')
    shown = briefgen("extract", "--format", "text", story).stdout.decode()
    assert re.search(r"asserted +she \[.*Ann Lund\] \| said \| .*The ferry is late", shown), shown


def test_extract_tells_what_it_could_not_read_and_goes_on(briefgen: Briefgen, story: Path) -> None:
    (story / "0.pdf").write_bytes(b"%PDF-1.7")
    (story / "z.txt").write_bytes(b"")
    ran = briefgen("extract", story)
    assert ran.returncode == 3
    assert len(ran.stdout.splitlines()) == 1
    assert ran.stderr.decode().splitlines() == [
        "port/0.pdf: there is no reader for application/pdf yet; briefgen reads plain text (.txt, .text). "
        "Save it as plain text",
        "port/z.txt: is empty; put its text in, or remove it",
    ]


def test_extract_into_a_pipe_that_closes_ends_quietly(story: Path) -> None:
    for number in range(20):
        (story / f"{number}.txt").write_text(STORY * 200)
    command = f"set -o pipefail; {sys.executable} -m briefgen extract {story} | head -c 10"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert len(ran.stdout) == 10
    assert ran.stderr == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")  # noqa: PTH110
def test_extract_onto_a_full_disk_says_so(story: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ran = subprocess.run(
            [sys.executable, "-m", "briefgen", "extract", str(story)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 1
    assert b"standard output was not written (No space left on device)" in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert b"Exception ignored" not in ran.stderr


def test_the_schema_is_one_and_a_brief_holds_to_it(briefgen: Briefgen, seeds: Path) -> None:
    schema = json.loads(briefgen("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert briefgen("build", seeds, "--format", "json", cwd=seeds.parent).returncode == 0
    jsonschema.validate(brief_of(seeds.parent / "output", "seeds"), schema)


def test_help_and_version_are_there(briefgen: Briefgen) -> None:
    assert b"build" in briefgen("--help").stdout
    assert briefgen("--version").stdout.startswith(b"briefgen, version ")
    assert briefgen().returncode == 2
    assert briefgen("bild").returncode == 2


def test_a_fault_of_the_program_is_told_without_a_traceback_unless_it_is_asked_for(
    briefgen: Briefgen, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import briefgen.store.inbox as inbox\n"
        "def collect(paths, apart_from=()):\n    raise ZeroDivisionError('boom')\n"
        "inbox.collect = collect\n"
    )
    path = {"PYTHONPATH": os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))}
    ran = briefgen("build", story, env=path)
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    assert b"an unexpected ZeroDivisionError in briefgen/run.py, line " in ran.stderr
    assert b"please report it" in ran.stderr
    for shown in (
        briefgen("--debug", "build", story, env=path),
        briefgen("build", story, env=path | {"BRIEFGEN_DEBUG": "1"}),
    ):
        assert b"Traceback" in shown.stderr
