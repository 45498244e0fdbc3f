"""Bad input never costs the brief of the good: it is told with what, where and what to do."""

import fcntl
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Briefgen
from unprivileged import DROP, open_folder

GOOD = "The harbour master said on Tuesday that 40 ships were waiting off the port.\n"
FILES = {"brief.json", "analyst.md", "analyst.html"}
FORMATS = ("--format", "json", "--format", "md", "--format", "html")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good text."""
    made = tmp_path / "in"
    made.mkdir()
    (made / "good.txt").write_text(GOOD)
    return made


def told(briefgen: Briefgen, folder: Path, status: int = 3) -> dict[str, list[str]]:
    """What a build says of each input under coverage; on standard error it says the same."""
    ran = briefgen("build", folder, *FORMATS)
    shown = ran.stderr.decode()
    assert ran.returncode == status, shown
    assert "Traceback" not in shown
    problems: dict[str, list[str]] = {}
    for entry in brief(folder.parent)["coverage"]:
        for problem in entry["problems"]:
            words = f"{problem['where']}: {problem['message']}" if problem["where"] else problem["message"]
            problems.setdefault(entry["name"], []).append(words)
            assert words in shown
    nothing_half_written(folder.parent / "output")
    return problems


def brief(parent: Path) -> dict[str, Any]:
    return json.loads((parent / "output/in/brief.json").read_bytes())  # type: ignore[no-any-return]


def nothing_half_written(output: Path) -> None:
    assert {path.name for path in (output / "in").iterdir() if not path.name.endswith(".svg")} == FILES


def claims(parent: Path) -> list[str]:
    return [claim["content"]["text"] for claim in brief(parent)["claims"]]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "is empty; put its text in, or remove it"),
        ("white.txt", b" \r\n \n", "holds only white space"),
        (
            "program.txt",
            b"\x7fELF\x01\0\0\0",
            "is not text: it holds the character NUL. Save it",
        ),
        ("noise.txt", bytes(range(1, 256)) * 40, "is not text"),
        (
            "page.html",
            b"<p>Words</p>",
            "no reader for text/html yet; briefgen reads plain text (.txt, .text)",
        ),
        ("table.csv", b"a,b\n", "no reader for text/csv yet"),
        ("scan.pdf", b"%PDF-1.4", "no reader for application/pdf yet"),
        ("mail.eml", b"From: a\n\nHi", "no reader for message/rfc822 yet"),
        ("broken.txt", b"\xff\xfea\0\x00\xdc", "begins like UTF-16-LE but is not valid from byte 5 on"),
    ],
)
def test_what_cannot_be_read_is_listed_beside_what_can(
    briefgen: Briefgen, folder: Path, name: str, data: bytes, said: str
) -> None:
    (folder / name).write_bytes(data)
    ((found, (problem,)),) = told(briefgen, folder).items()
    assert found == f"in/{name}"
    assert said in problem
    assert claims(folder.parent)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"Caf\xe9 owners said on Monday that they would close.\n",
            "read as windows-1252. Check letters with accents",
        ),
        (
            b"The mayor said\x07 on Monday that it rained.\n",
            "line 1: 1 control character (the first is U+0007)",
        ),
        (
            "The mayor said \u202eesolc\u202c on Monday.\n".encode(),
            "line 1: 2 signs that turn the direction of reading",
        ),
        (
            "The mayor said \u200f on Monday that.\n".encode(),
            "line 1: 1 sign that turns the direction of reading",
        ),
        ("The mayor said it was \ufffd cold.\n".encode(), "line 1: 1 place where characters are lost"),
    ],
)
def test_what_is_odd_is_read_and_told_with_its_line(
    briefgen: Briefgen, folder: Path, data: bytes, said: str
) -> None:
    (folder / "odd.txt").write_bytes(data)
    ((found, (problem,)),) = told(briefgen, folder).items()
    assert found == "in/odd.txt"
    assert said in problem
    assert [source["name"] for source in brief(folder.parent)["sources"]] == ["in/good.txt", "in/odd.txt"]


def test_control_characters_and_turned_words_do_not_reach_the_page(briefgen: Briefgen, folder: Path) -> None:
    (folder / "odd.txt").write_text(
        "The mayor said on Monday: \x1b[2J the \u202etrop\u202c was \x07 closed.\n"
    )
    told(briefgen, folder)
    for name in ("analyst.md", "analyst.html"):
        page = (folder.parent / "output/in" / name).read_text("utf-8")
        assert not set(page) & set("\x1b\x07\u202e\u202c")


def test_a_text_of_50_mb_is_listed_and_not_read(briefgen: Briefgen, folder: Path) -> None:
    with (folder / "big.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"The mayor said it rained.\n" * 38_462)
    began = time.monotonic()
    (problem,) = told(briefgen, folder)["in/big.txt"]
    assert "files of more than 8,000,000 are not read. Split it into parts" in problem
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("word", ["word ", "a"])
def test_a_line_of_a_million_characters_is_read_in_seconds(
    briefgen: Briefgen, folder: Path, word: str
) -> None:
    (folder / "long.txt").write_text(GOOD + (word * 1_000_000)[:1_000_000] + "\n")
    began = time.monotonic()
    (problem,) = told(briefgen, folder)["in/long.txt"]
    assert problem.startswith("line 2: 1,000,000 characters without a line break")
    assert time.monotonic() - began < 60


def test_a_broken_sidecar_and_a_date_that_is_none_are_told_with_their_lines(
    briefgen: Briefgen, folder: Path
) -> None:
    (folder / "good.txt.meta.toml").write_text(
        'publisher = "The Post"\npublished = "18 Oct"\ndate = "2024"\n'
    )
    (folder / "two.txt").write_text("The mayor said it rained.\n")
    (folder / "two.txt.meta.toml").write_text('title = "Rain\n')
    found = told(briefgen, folder)
    no_date, no_key = found["in/good.txt"]
    assert no_date.startswith(
        "in/good.txt.meta.toml, line 2: `published` was not used, so relative dates stay"
    )
    assert "“18 Oct” is not an ISO 8601 date: write a day as 2024-10-18" in no_date
    assert no_key.startswith("in/good.txt.meta.toml, line 3: the key `date` is not known")
    assert no_key.endswith("did you mean `published`?")
    assert found["in/two.txt"][0].startswith("in/two.txt.meta.toml, line 1: is not TOML at column 14")
    assert brief(folder.parent)["sources"][0]["publisher"] == "The Post"


def test_a_sidecar_without_its_document_is_told(briefgen: Briefgen, folder: Path) -> None:
    (folder / "gone.txt.meta.toml").write_text('title = "Gone"\n')
    assert "describes gone.txt, which is not beside it" in told(briefgen, folder)["in/gone.txt.meta.toml"][0]


HOSTILE = """The mayor said <script>alert(1)</script> & <img src=x onerror=alert(2)> were **bold** and `code`.

The mayor said {{ 7 * 7 }} {% for x in range(9) %}spam{% endfor %} {# gone #} ${HOME} were safe.

The mayor said [a link](javascript:alert(3)) ![a picture](http://example.org/x.png) were seen.

"# Not a heading | not | a table", the mayor said on Monday. <!-- not a comment -->

The mayor said </style></section><iframe src="file:///etc/passwd"></iframe> on Monday.
"""


def test_no_markup_of_a_source_reaches_the_page(briefgen: Briefgen, folder: Path) -> None:
    (folder / "hostile.txt").write_text(HOSTILE)
    (folder / "hostile.txt.meta.toml").write_text(
        'title = "<b>{{ 1 + 1 }}</b> **x** [y](javascript:z)"\npublisher = "</title><script>1</script>"\n'
    )
    assert told(briefgen, folder, status=0) == {}
    page = (folder.parent / "output/in/analyst.html").read_text("utf-8")
    for markup in ("<script", "<img", "<iframe", "<b>", "<!-- not", 'href="javascript', "onerror=alert(2)>"):
        assert markup not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "{% for x in range(9) %}spam{% endfor %}" in page
    assert page.count("</style>") == 1
    body = page.partition("<body")[2]
    assert "http://example.org" not in body.replace("(http://example.org/x.png)", "")


def failed(ran: subprocess.CompletedProcess[bytes]) -> str:
    """What a run says that could not be done."""
    shown = ran.stderr.decode()
    assert ran.returncode == 1, shown
    assert shown.startswith("Error: ")
    assert "Traceback" not in shown
    return " ".join(shown.split())


def test_a_missing_path_is_an_error_that_names_it(briefgen: Briefgen, folder: Path) -> None:
    for command in ("build", "extract"):
        shown = failed(briefgen(command, folder, "nowhere.txt"))
        assert "there is nothing at nowhere.txt: check the spelling" in shown
    assert not (folder.parent / "output").exists()


def test_a_folder_with_nothing_to_read_is_an_error_that_says_what_was_found(
    briefgen: Briefgen, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    shown = failed(briefgen("build", "empty"))
    assert "there is nothing to read at empty: put sources there; briefgen reads" in shown
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad/a.txt").write_bytes(b"")
    (tmp_path / "bad/b.pdf").write_bytes(b"%PDF")
    shown = failed(briefgen("build", "bad"))
    assert "none of 2 inputs could be read, so there is no brief" in shown
    assert "bad/a.txt: is empty" in shown
    assert "bad/b.pdf: there is no reader for application/pdf yet" in shown
    assert not (tmp_path / "output").exists()


def test_extract_of_an_empty_folder_says_so(briefgen: Briefgen, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = briefgen("extract", "empty")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr == b"Error: there is nothing to read at empty\n"


def test_an_audience_that_there_is_not_is_wrong_usage(briefgen: Briefgen, folder: Path) -> None:
    ran = briefgen("build", folder, "--audience", "analist")
    assert ran.returncode == 2
    assert "there is no audience “analist”. Did you mean “analyst”?" in ran.stderr.decode()


def test_a_mistyped_label_of_the_traffic_light_protocol_is_wrong_usage(
    briefgen: Briefgen, folder: Path
) -> None:
    ran = briefgen("build", folder, "--marking", "TLP:PURPLE")
    assert ran.returncode == 2
    assert "“TLP:PURPLE” is no label of TLP 2.0" in ran.stderr.decode()


def test_a_source_later_than_the_brief_is_told(briefgen: Briefgen, folder: Path) -> None:
    (folder / "good.txt.meta.toml").write_text("published = 2025-02-03\n")
    ran = briefgen("build", folder, "--as-of", "2025-02-02", *FORMATS)
    assert ran.returncode == 3
    assert "was published 2025-02-03, later than the 2025-02-02 that the brief stands for" in (
        ran.stderr.decode()
    )


def test_the_folder_of_the_sources_takes_no_briefs(briefgen: Briefgen, folder: Path) -> None:
    shown = failed(briefgen("build", folder, "--output", folder))
    assert "give another --output" in shown
    assert [path.name for path in folder.iterdir()] == ["good.txt"]


def test_an_output_folder_that_is_a_file_is_told_and_left_alone(briefgen: Briefgen, folder: Path) -> None:
    taken = folder.parent / "taken"
    taken.write_text("mine")
    shown = failed(briefgen("build", folder, "--format", "json", "--output", taken))
    assert "taken/in was not written: a file stands where a folder is needed" in shown
    assert taken.read_text() == "mine"


def test_an_output_folder_that_may_not_be_written_is_told() -> None:
    with open_folder() as parent:
        (parent / "in").mkdir()
        (parent / "in/a.txt").write_text(GOOD)
        (parent / "output").mkdir(mode=0o555)
        shown = failed(as_ordinary_user(parent, "build", "in", "--format", "json"))
        assert "output/in was not written: you may not write there: change the folder's permissions" in shown
        assert not list((parent / "output").iterdir())


def as_ordinary_user(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program with rights that permissions bind; a first run loads all modules before they fall."""
    load = (
        "import sys\nimport briefgen.model.redaction\nfrom briefgen.cli import main\n"
        "main([*sys.argv[1:], '--output', 'first'], 'briefgen', standalone_mode=False)\n"
    )
    code = load + DROP + "main(sys.argv[1:], prog_name='briefgen')\n"
    ran = subprocess.run([sys.executable, "-c", code, *arguments], cwd=cwd, capture_output=True, check=False)
    first, _, shown = ran.stderr.partition(b"wrote first/in/brief.json\n")
    assert first
    return subprocess.CompletedProcess(ran.args, ran.returncode, ran.stdout, shown)


def limited(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_disk_without_room_leaves_the_last_brief_as_it_was(briefgen: Briefgen, folder: Path) -> None:
    assert briefgen("build", folder, *FORMATS).returncode == 0
    output = folder.parent / "output/in"
    before = {path.name: path.read_bytes() for path in output.iterdir()}
    (folder / "more.txt").write_text("The mayor said it rained.\n" * 100)
    command = [sys.executable, "-m", "briefgen", "build", "in", *FORMATS]
    ran = subprocess.run(
        command, cwd=folder.parent, capture_output=True, check=False, preexec_fn=limited(9000)
    )
    assert "was not written: it is larger than the system lets a file be here" in failed(ran)
    assert {path.name: path.read_bytes() for path in output.iterdir()} == before


@pytest.mark.skipif(
    os.geteuid() != 0 or not sys.platform.startswith("linux"), reason="only root mounts a disk"
)
def test_a_full_disk_leaves_the_last_brief_as_it_was(briefgen: Briefgen, folder: Path) -> None:
    disk = folder.parent / "output"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test mount a disk; see the test of the file size limit")
    try:
        assert briefgen("build", folder, "--format", "json").returncode == 0
        before = (disk / "in/brief.json").read_bytes()
        (folder / "more.txt").write_text("".join(f"The mayor said {n} ships came.\n" for n in range(500)))
        shown = failed(briefgen("build", folder, "--format", "json"))
        assert "brief.json was not written: the disk is full: make room, or name another --output" in shown
        assert [path.name for path in (disk / "in").iterdir()] == ["brief.json"]
        assert (disk / "in/brief.json").read_bytes() == before
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_an_interrupted_run_leaves_nothing_and_no_traceback(folder: Path) -> None:
    output = folder.parent / "output/in"
    output.mkdir(parents=True)
    held = os.open(output, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)  # so that the run waits with all its work done, and nothing written
    command = [sys.executable, "-m", "briefgen", "build", "in", "--format", "json"]
    process = subprocess.Popen(command, cwd=folder.parent, stderr=subprocess.PIPE)
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    _, shown = process.communicate(timeout=60)
    os.close(held)
    assert process.returncode == 130, shown
    assert shown == b"Interrupted. No file was left half-written.\n"
    assert not list(output.iterdir())
