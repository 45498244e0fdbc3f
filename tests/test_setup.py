"""`.ci/setup` on machines of all kinds, played in a folder by stand-ins for Python and apt-get."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("sh", "dirname", "cat", "cksum", "rm", "mkdir", "cp", "env", "uname")

# Plays an interpreter: `-c` asks for its version or its modules, `- venv` for what the machine lacks,
# `-m venv` makes an environment, and `-m pip` installs; what was asked of it is kept in the file "asked".
PYTHON = """#!/bin/sh
case "$1" in
    -c) exit 0 ;;
    --version | -V | -VV) echo "Python 3.11.9" ;;
    -) cat >/dev/null; [ -e "$MACHINE/installed" ] || cat "$MACHINE/lacks" ;;
    -m)
        echo "$*" >>"$MACHINE/asked"
        if [ "$2" = venv ]; then mkdir -p .venv/bin && cp "$0" .venv/bin/python; fi ;;
esac
"""
OLD_PYTHON = """#!/bin/sh
case "$1" in --version) echo "Python 3.9.2" ;; *) exit 1 ;; esac
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$MACHINE/asked"
[ "$1" = install ] && echo done >"$MACHINE/installed" || true
"""


class Machine:
    """A folder that plays a machine with a checkout on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.checkout = folder / "checkout"
        self.commands = folder / "bin"
        self.commands.mkdir()
        for tool in TOOLS:
            (self.commands / tool).symlink_to(str(shutil.which(tool)))
        shutil.copytree(ROOT / ".ci", self.checkout / ".ci")
        for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
            shutil.copy(ROOT / name, self.checkout)
        self.lacks()

    def has(self, name: str, program: str) -> None:
        (self.commands / name).write_text(program)
        (self.commands / name).chmod(0o755)

    def lacks(self, *packages: str) -> None:
        (self.folder / "lacks").write_text(" ".join(packages))

    def is_run_by(self, user: int) -> None:
        self.has("id", f"#!/bin/sh\necho {user}\n")

    def set_up(self, what: str = "run", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.checkout / ".ci" / "setup"), what],
            env={"PATH": str(self.commands), "MACHINE": str(self.folder), **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    @property
    def asked(self) -> list[str]:
        """What package managers and `python -m` were called with since the last look."""
        kept = self.folder / "asked"
        lines = kept.read_text().splitlines() if kept.exists() else []
        kept.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with a recent Python and apt-get, used by somebody without root's rights."""
    machine = Machine(tmp_path)
    machine.has("python3", PYTHON)
    machine.has("apt-get", APT_GET)
    machine.is_run_by(1000)
    return machine


def test_it_installs_only_what_the_lock_file_names_by_hash(machine: Machine) -> None:
    ran = machine.set_up()
    assert ran.returncode == 0, ran.stderr
    made, *installs = machine.asked
    assert made == "-m venv --clear .venv"
    assert "--require-hashes" in installs[0]
    assert installs[0].endswith("--requirement requirements.lock")
    assert "--no-deps --no-build-isolation --editable ." in installs[1]


def test_a_second_run_installs_nothing(machine: Machine) -> None:
    machine.set_up()
    assert machine.asked
    assert machine.set_up().returncode == 0
    assert not [line for line in machine.asked if "install" in line]


def test_what_the_tests_need_includes_what_briefgen_needs(machine: Machine) -> None:
    machine.set_up("dev")
    assert any("requirements-dev.lock" in line for line in machine.asked)
    machine.set_up("run")
    assert not [line for line in machine.asked if "install" in line]


def test_a_changed_lock_file_is_installed(machine: Machine) -> None:
    machine.set_up()
    assert machine.asked
    with (machine.checkout / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    machine.set_up()
    assert [line for line in machine.asked if "--require-hashes" in line]


def test_missing_system_packages_are_installed_by_root(machine: Machine) -> None:
    machine.lacks("libpango-1.0-0", "python3.11-venv")
    machine.is_run_by(0)
    ran = machine.set_up()
    assert ran.returncode == 0, ran.stderr
    asked = machine.asked
    assert asked[0] == "apt-get update -qq"
    assert asked[1].startswith("apt-get install -y")
    assert asked[1].endswith("libpango-1.0-0 python3.11-venv")


def test_where_they_cannot_be_installed_the_message_names_them_and_the_command(machine: Machine) -> None:
    machine.lacks("libpango-1.0-0", "python3.11-venv")
    ran = machine.set_up()
    assert ran.returncode == 1
    assert "sudo apt-get install libpango-1.0-0 python3.11-venv\n" in ran.stderr
    assert not machine.asked
    assert not (machine.checkout / ".venv").exists()


def test_an_old_python_is_told_with_its_version(machine: Machine) -> None:
    machine.has("python3", OLD_PYTHON)
    ran = machine.set_up()
    assert ran.returncode == 1
    assert "briefgen needs Python 3.11 or newer; this machine has Python 3.9.2." in ran.stderr


def test_the_newest_python_that_works_is_chosen(machine: Machine) -> None:
    machine.has("python3", OLD_PYTHON)
    machine.has("python3.13", OLD_PYTHON)
    machine.has("python3.12", PYTHON)
    assert machine.set_up().returncode == 0


def test_a_python_can_be_named(machine: Machine) -> None:
    machine.has("python3", OLD_PYTHON)
    machine.has("mine", PYTHON)
    assert machine.set_up(PYTHON=str(machine.commands / "mine")).returncode == 0
    assert "PYTHON=other is not a Python of version 3.11" in machine.set_up(PYTHON="other").stderr
