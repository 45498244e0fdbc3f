"""docs/nightly.md leads from nothing to a nightly PDF by mail: its files and commands, in its order.

What belongs to the machine is stood in for: systemctl, loginctl, journalctl, crontab, sudo and docker. The
mail server is a real one on this machine, with TLS and login: its host, port and user replace the page's.
"""

import re
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from databases import Server
from mail_server import PASSWORD, USER, Box, mail_server

PAGE = (ROOT / "docs" / "nightly.md").read_text("utf-8")
STEP = re.compile(
    r"(?:In(?: |\n)`(?P<file>[\w./-]+)`[^`\n]*:\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```",
    re.MULTILINE | re.DOTALL,
)
ELSEWHERE = ("make brief", ".venv/bin/pip")
"""What sets the program up; tests/test_setup.py does that."""

PROGRAMS = {
    "systemctl": 'echo "systemctl $*" >> "$RECORD"\n[ "$1" != --version ] || echo "systemd 252 (252.38)"\n',
    "loginctl": 'echo "loginctl $*" >> "$RECORD"\n',
    "journalctl": 'echo "journalctl $*" >> "$RECORD"\n',
    "crontab": '[ "$1" = -l ] && { cat "$TABLE" 2>/dev/null; exit 0; }; cat > "$TABLE"\n',
}


def steps(heading: str) -> list[re.Match[str]]:
    """The files and commands below the heading, in order."""
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section is not None
    found = list(STEP.finditer(section[1]))
    assert found
    return found


class Machine:
    """An empty folder on a machine that has briefgen, and programs that stand in for the system's."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put the programs into `folder`, and its PATH and HOME into force."""
        self.folder = folder / "briefs of mine"
        self.folder.mkdir()
        self.record = folder / "record"
        programs = folder / "programs"
        programs.mkdir()
        ours = f'exec "{sys.executable}" -m briefgen "$@"\n'
        for name, text in {**PROGRAMS, "briefgen": ours}.items():
            (programs / name).write_text(f"#!/bin/sh\n{text}")
            (programs / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        monkeypatch.setenv("HOME", str(folder / "home"))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "home/.config"))
        monkeypatch.setenv("RECORD", str(self.record))
        monkeypatch.setenv("TABLE", str(folder / "table"))
        monkeypatch.delenv("BRIEFGEN_STORE", raising=False)

    def run(self, line: str, status: int = 0) -> str:
        """What `line` says on both streams; it has to end with `status`."""
        done = subprocess.run(
            ["sh", "-c", line], cwd=self.folder, capture_output=True, text=True, timeout=180, check=False
        )
        assert done.returncode == status, (line, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def follow(self, heading: str, instead: dict[str, str]) -> dict[str, list[str]]:
        """Do what the section says, with some words replaced; gives what each command said, time by time."""
        said: dict[str, list[str]] = {}
        for step in steps(heading):
            text = step["text"]
            for old, new in instead.items():
                text = text.replace(old, new)
            if step["file"]:
                (self.folder / step["file"]).write_text(text, "utf-8")
                continue
            if step["kind"] != "console":
                continue
            for line in text.splitlines():
                if not line.startswith(ELSEWHERE):
                    said.setdefault(line, []).append(self.run(line))
        return said

    def scheduler(self) -> list[str]:
        return self.record.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


SYSTEMD = "--with systemd --user"
INSTALL = {
    "schedule install": f"schedule install {SYSTEMD}",
    "schedule show": "schedule show --with systemd",
}


def test_ten_minutes_lead_from_nothing_to_a_nightly_mail_and_back_from_a_backup(
    machine: Machine, trusted: ssl.SSLContext, request: pytest.FixtureRequest
) -> None:
    box = Box()
    with mail_server(box, context=trusted, starttls=True, login=True) as port:
        instead = {
            'host = "smtp.example.org"': f'host = "localhost"\nport = {port}',
            'user = "briefing"': f'user = "{USER}"',
            '"…"': f'"{PASSWORD}"',
            **INSTALL,
        }
        said = machine.follow("Ten minutes to the first mail", instead)
        first, second, third, fourth = said["briefgen run"]
        assert "edition 1: first edition" in first
        assert "edition 2: " in second
        assert "nothing new since edition 2" in third
        assert "edition 3: " in fourth
        assert "would make edition 1" in said["briefgen run --dry-run"][0]
        assert "denied on Friday" in said["briefgen diff daily 1 2"][0]
        assert "well" in said["briefgen status"][0]
        (mail,) = box.messages
        assert box.encrypted == [True]
        assert mail["To"] == "you@example.org"
        assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf"]
        assert mail.get_body(("html",)) is not None
        assert any("enable" in line and "briefgen-daily-" in line for line in machine.scheduler())
        check_what_lies_where(machine)

        said = machine.follow("The first morning", instead)
        assert "sent to you@example.org by mail" in said["briefgen history"][0]
        assert "The Valley Post" in said["briefgen search tanks border"][0]
        machine.run("briefgen run --force")
        assert len(box.mails) == 2
        add_only_if_changed(machine)
        machine.run("briefgen run --force")
        assert len(box.mails) == 2
        check_what_happens_when_mail_fails(machine, box)

    said = machine.follow("A backup", {})
    before = machine.run("briefgen history")
    assert said["BRIEFGEN_STORE=restored.db briefgen history"] == [before]
    postgres: Server = request.getfixturevalue("postgres")
    settings = (machine.folder / "briefgen.toml").read_text()
    address = next(step["text"] for step in steps("Several machines") if step["kind"] == "toml")
    made = address.replace("postgresql://briefgen@db.example.org/briefs", postgres.make("guide"))
    (machine.folder / "briefgen.toml").write_text(made + settings)
    machine.follow("Several machines", {})
    assert machine.run("briefgen history") == before


def add_only_if_changed(machine: Machine) -> None:
    """Add the line that the page names, to the delivery, which stands last."""
    assert '`only_if = "changed"`' in PAGE
    with (machine.folder / "briefgen.toml").open("a") as settings:
        settings.write('only_if = "changed"\n')


def check_what_lies_where(machine: Machine) -> None:
    """The folder holds what the page says: nothing is missing and nothing else is there."""
    editions = sorted(path.name for path in (machine.folder / "output/daily").iterdir())
    assert editions == ["2024-10-17-0001", "2024-10-18-0002", "2024-10-18-0003"]
    assert (machine.folder / "output/daily/2024-10-17-0001/analyst.pdf").exists()
    assert "`output/daily/2024-10-17-0001/`" in PAGE
    told = re.findall(r"`([\w./]+)`", "".join(re.findall(r"^\| `.*\| yours.*$", PAGE, re.MULTILINE)))
    here = {path.name for path in machine.folder.iterdir()}
    assert here == {*(name.strip("/") for name in told), "output", ".briefgen"}


def check_what_happens_when_mail_fails(machine: Machine, box: Box) -> None:
    """Exit statuses of `status` are those of the page's tables, and mending is what it says."""
    (machine.folder / "seeds/third.txt").write_text("Sylvania said on Saturday that 12 tanks had gone.\n")
    box.first = ["451 not now"] * 3
    machine.run("briefgen run", status=75)
    machine.run("briefgen status", status=3)
    machine.run("briefgen run")
    machine.run("briefgen status")
    assert len(box.mails) == 3
    (machine.folder / "seeds").rename(machine.folder / "away")
    machine.run("briefgen run", status=1)
    machine.run("briefgen status", status=1)
    (machine.folder / "away").rename(machine.folder / "seeds")
    assert "nothing new" in machine.run("briefgen run")
    machine.run("briefgen status")
    box.refused = {"you@example.org": "550 5.1.1 no such user"}
    (machine.folder / "seeds/fourth.txt").write_text("Sylvania said on Sunday that 14 tanks had gone.\n")
    machine.run("briefgen run", status=3)
    assert "was given up" in machine.run("briefgen status", status=1)
    box.refused = {}
    (machine.folder / "seeds/fifth.txt").write_text("Sylvania said on Monday that 15 tanks had gone.\n")
    machine.run("briefgen run")
    machine.run("briefgen status")


def begin(machine: Machine) -> None:
    """A project with a schedule."""
    machine.run("briefgen init")
    (machine.folder / "seeds/a.txt").write_text("The mayor said that 40 ships had left.\n")
    text = (machine.folder / "briefgen.toml").read_text()
    (machine.folder / "briefgen.toml").write_text(text.replace("# schedule =", "schedule ="))


def test_the_commands_for_a_server_run(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those for root only as a dry run, and on this project."""
    begin(machine)
    programs = machine.folder.parent / "programs"
    (programs / "sudo").write_text('#!/bin/sh\nexec "$@"\n')
    (programs / "sudo").chmod(0o755)
    instead = {
        "install --system --config /srv/press/briefgen.toml": "install --with systemd --system --dry-run",
        "install\n": f"install {SYSTEMD}\n",
        "install --dry-run\n": f"install {SYSTEMD} --dry-run\n",
    }
    said = machine.follow("On a server with systemd", instead)
    assert len(said) == 4
    assert "/etc/systemd/system" in "".join(next(each for line, each in said.items() if "sudo" in line))
    assert any("restart" in line for line in machine.scheduler())


def test_the_command_for_cron_runs(machine: Machine) -> None:
    begin(machine)
    machine.follow("With cron", {})
    assert "# BEGIN briefgen" in (machine.folder.parent / "table").read_text()


DOCKER = """#!{python}
import json, pathlib, re, subprocess, sys
# A container of this image is the program, in the folder that stands for /briefs; tests/test_container.py
# holds the image itself to what it is.
file = pathlib.Path({root!r}) / "examples/container/Dockerfile"
command, *words = sys.argv[1:]
if command == "build":
    assert words == ["--file", "examples/container/Dockerfile", "--tag", "briefgen", "."], words
elif command == "run":
    at = words.index("briefgen")
    volume = words[words.index("--volume") + 1].partition(":")
    assert volume[2] == "/briefs"
    given = words[at + 1:] or json.loads(re.search("^CMD (.*)$", file.read_text(), re.M)[1])
    given = [word.replace("/tmp/", volume[0] + "/") for word in given]
    if "--detach" in words:
        daemon = subprocess.Popen(["briefgen", *given], cwd=volume[0], stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        pathlib.Path("daemon.pid").write_text(str(daemon.pid))
    else:
        sys.exit(subprocess.run(["briefgen", *given], cwd=volume[0]).returncode)
else:
    assert (command, words[0]) == ("exec", "briefs")
    sys.exit(subprocess.run(words[1:], cwd="briefs").returncode)
"""


def test_the_commands_for_a_container_run(machine: Machine) -> None:
    docker = machine.folder.parent / "programs/docker"
    docker.write_text(DOCKER.format(python=sys.executable, root=str(ROOT)))
    docker.chmod(0o755)
    try:
        said = machine.follow("In a container", {})
    finally:
        if (machine.folder / "daemon.pid").exists():
            subprocess.run(["kill", (machine.folder / "daemon.pid").read_text()], check=False)
    assert "daily: well" in said["docker exec briefs briefgen status"][0]
    assert (machine.folder / "briefs/seeds").is_dir()


def test_every_console_of_the_page_is_in_a_section_that_is_followed() -> None:
    followed = {
        "Ten minutes to the first mail", "The first morning", "A backup", "Several machines",
        "On a server with systemd", "With cron", "In a container",
    }  # fmt: skip
    headings = re.split(r"^## (.*)$", PAGE, flags=re.MULTILINE)[1:]
    with_commands = {
        name for name, text in zip(headings[::2], headings[1::2], strict=True) if "```console" in text
    }
    assert with_commands == followed


def test_the_extra_that_the_page_installs_exists() -> None:
    assert "'.[postgres]'" in PAGE
    assert re.search(r"^postgres = ", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert shutil.which("sh")
