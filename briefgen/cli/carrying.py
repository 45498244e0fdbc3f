"""Carry out the steps of a plan on this machine, or tell them; and see what is on it."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from briefgen.cli.output import safe, tell
from briefgen.model.problem import OutputError
from briefgen.schedule.plan import Call, Folder, Remove, Step, Write

PATIENCE = 60
"""Seconds that a program of the system may take."""
CLOCK = Path("/etc/localtime")
CLOCK_NAME = Path("/etc/timezone")
NO_CRONTAB = ("no crontab for", "no such file")
"""What crons say of somebody who has none yet: that of Debian and cronie, that of BusyBox."""
NO_BUS = "bus"
"""What systemctl names where the services of a user cannot be reached."""


def told(steps: Iterable[Step]) -> str:
    """The steps in words, with every file and input in full."""
    return "".join(_told(step) for step in steps)


def _told(step: Step) -> str:
    match step:
        case Folder(path, user):
            return f"make the folder {path}{f' for {user}' if user else ''}\n"
        case Write(path, data):
            return f"write {path}\n{_indented(data.decode())}"
        case Remove(path):
            return f"remove {path}\n"
        case Call(words, given, _):
            return f"run {' '.join(words)}\n{_indented(given)}"


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.rstrip("\n").split("\n")) if text else ""


def carry_out(steps: Iterable[Step]) -> None:
    """Do `steps`, one after the other; raises `OutputError` at the first that fails."""
    for step in steps:
        try:
            _do(step)
        except OSError as error:
            raise OutputError(f"{_told(step).splitlines()[0]}: {error.strerror or error}") from error


def _do(step: Step) -> None:
    match step:
        case Folder(path, user):
            _make_folder(path, user)
        case Write(path, data):
            _write(path, data)
        case Remove(path):
            path.unlink(missing_ok=True)
            tell(f"removed {path}")
        case Call(words, given, may_fail):
            call(words, given, may_fail)


def _make_folder(path: Path, user: str | None) -> None:
    import shutil

    missing = [one for one in (path, *path.parents) if not one.exists()]
    path.mkdir(parents=True, exist_ok=True)
    if user:
        for one in missing:
            shutil.chown(one, user)


def _write(path: Path, data: bytes) -> None:
    """Write beside the place, then put there in one step, as a scheduler may be reading it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(data)
    fresh.chmod(0o644)
    fresh.replace(path)
    tell(f"wrote {path}")


def call(words: tuple[str, ...], given: str = "", may_fail: bool = False) -> str:
    """What a program of the system prints; raises `OutputError`, with its words, where it fails."""
    try:
        ran = subprocess.run(
            words, input=given.encode("utf-8", "surrogateescape"), capture_output=True,
            check=False, timeout=PATIENCE, env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except FileNotFoundError as error:
        raise OutputError(
            f"{words[0]} is not on this machine: choose another scheduler by --with, or use `briefgen daemon`"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise OutputError(f"`{' '.join(words)}` did not end within {PATIENCE} s") from error
    if ran.returncode and not may_fail:
        said = safe(ran.stderr.decode("utf-8", "replace").strip() or f"it ended with status {ran.returncode}")
        raise OutputError(f"`{' '.join(words)}` failed: {said}{_hint(words, said)}")
    return ran.stdout.decode("utf-8", "surrogateescape")


def _hint(words: tuple[str, ...], said: str) -> str:
    if "--user" in words and NO_BUS in said.lower():
        return (
            "\nYour services cannot be reached from here: log in as yourself (not by `su` or `sudo`), or "
            "install for the system with `sudo briefgen schedule install --system`"
        )
    return ""


def crontab_text() -> str:
    """The crontab of whoever runs this; nothing where there is none yet."""
    try:
        return call(("crontab", "-l"))
    except OutputError as error:
        if not any(words in str(error).lower() for words in NO_CRONTAB):
            raise
        return ""


def machine_zone() -> str | None:
    """The name of the zone of this machine's clock; none where nothing tells it."""
    if not CLOCK.exists():
        return "UTC"
    target = str(CLOCK.resolve()) if CLOCK.is_symlink() else ""
    if "zoneinfo" in target:
        return target.partition("zoneinfo")[2].partition("/")[2].removeprefix("posix/")
    return CLOCK_NAME.read_text("utf-8").strip() if CLOCK_NAME.exists() else None


def present(folder: Path, pattern: str) -> dict[str, str]:
    """The files of `folder` whose names match, with what is in them."""
    return {path.name: path.read_text("utf-8", "replace") for path in sorted(folder.glob(pattern))}
