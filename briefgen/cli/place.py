"""What starts the jobs of a project on this machine: which scheduler, whose, and what is in it."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import click
import msgspec

from briefgen.cli.carrying import call, crontab_text, machine_zone, present
from briefgen.cli.output import tell
from briefgen.model.job import Config, Job
from briefgen.model.problem import InputError, OutputError
from briefgen.schedule import crontab, plan
from briefgen.schedule.start import Start, unit_name

BOOTED_BY_SYSTEMD = Path("/run/systemd/system")
USUAL = "systemd"
"""What is shown on a machine that has no scheduler."""
KINDS = {"systemd": "*.timer", "launchd": "*.plist"}
"""The files that start a job, as each scheduler names them."""


class Place(msgspec.Struct, frozen=True):
    """The scheduler that starts the jobs of a project."""

    config: Config
    scheduler: str
    """`systemd`, `cron` or `launchd`."""
    start: Start
    target: plan.Target
    shown: bool = False
    """Whether it is only shown what would be done, which needs no such scheduler on this machine."""


def place_of(config: Config, scheduler: str | None, mine: bool | None, shown: bool = False) -> Place:
    """The scheduler asked for, or what this machine has; `mine` is that of the user, not of the system.

    Where it is only to be `shown`, systemd serves for a machine that has none.
    """
    chosen = scheduler or _at_hand(USUAL if shown else None)
    if chosen == "cron" and mine is False:
        raise click.UsageError("cron has a crontab for each user: install as the user who is to run the jobs")
    own = mine if mine is not None else os.geteuid() != 0
    start = Start(_program(), config.path)
    return Place(config, chosen, start, _target(config, chosen, own), shown)


def _is_here(scheduler: str) -> bool:
    """Whether this machine has `scheduler`."""
    from shutil import which

    if scheduler == "launchd":
        return sys.platform == "darwin"
    if scheduler == "systemd":
        return BOOTED_BY_SYSTEMD.exists() and which("systemctl") is not None
    return which("crontab") is not None


def _at_hand(otherwise: str | None) -> str:
    """The scheduler that this machine has; raises `OutputError` where it has none and there is no other."""
    found = next((one for one in ("launchd", "systemd", "cron") if _is_here(one)), otherwise)
    if found is not None:
        return found
    raise OutputError(
        "this machine has neither systemd nor cron: use `briefgen daemon`, or name one by --with"
    )


def _program() -> tuple[str, ...]:
    """How this briefgen is started, from any folder and without the environment of now."""
    script = Path(sys.executable).with_name("briefgen")
    return (str(script),) if script.exists() else (sys.executable, "-P", "-m", "briefgen")


def _target(config: Config, scheduler: str, own: bool) -> plan.Target:
    user = None if own or scheduler == "cron" else _owner(config.path)
    return plan.Target(
        folder=FOLDERS[scheduler](own), user=user, number=os.getuid(), zone=machine_zone(), log=_logs(own)
    )


def _owner(path: Path) -> str:
    """Whose `path` is; root's where it is no more."""
    return path.owner() if path.exists() else "root"


def _systemd_folder(own: bool) -> Path:
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return home / "systemd/user" if own else Path("/etc/systemd/system")


def _launchd_folder(own: bool) -> Path:
    return Path.home() / "Library/LaunchAgents" if own else Path("/Library/LaunchDaemons")


def _logs(own: bool) -> Path:
    return Path.home() / "Library/Logs/briefgen" if own else Path("/Library/Logs/briefgen")


def _no_folder(own: bool) -> Path:
    return Path()


FOLDERS = {"systemd": _systemd_folder, "launchd": _launchd_folder, "cron": _no_folder}


def _there(place: Place) -> dict[str, str]:
    return present(place.target.folder, plan.pattern(place.start))


def _told(steps: Iterable[plan.Step]) -> tuple[plan.Step, ...]:
    """All of `steps`, before the first is done; what no scheduler can hold is an error of the input."""
    try:
        return tuple(steps)
    except ValueError as error:
        raise InputError(str(error)) from error


def install_steps(place: Place, jobs: tuple[Job, ...], now: datetime) -> tuple[plan.Step, ...]:
    """What to do so that `jobs` are started; raises `InputError`, `OutputError`."""
    from shutil import which

    start, config, target = place.start, place.config, place.target
    if place.scheduler == "cron":
        there = "" if place.shown and not _is_here("cron") else crontab_text()
        return _told(plan.install_cron(start, config, jobs, there, target, now))
    if place.scheduler == "systemd" and not (place.shown and which("systemctl") is None):
        _check_age()
    install = {"systemd": plan.install_systemd, "launchd": plan.install_launchd}[place.scheduler]
    return _told(install(start, config, jobs, _there(place), target, now))


def _check_age() -> None:
    """Raise `OutputError` where systemd is too old for the units; one that does not tell its age is not."""
    from briefgen.schedule.systemd import OLDEST

    told = call(("systemctl", "--version")).split()
    if len(told) > 1 and told[1].isdigit() and int(told[1]) < OLDEST:
        raise OutputError(
            f"systemd {told[1]} is older than {OLDEST}: use `--with cron`, or `briefgen daemon`"
        )


def check_rights(place: Place) -> None:
    """Raise `OutputError` where the scheduler is the system's and whoever runs this is not root."""
    if place.target.user and os.geteuid() != 0:
        raise OutputError("only root may change what the system starts: run it with sudo, or say --user")


def remove_steps(place: Place, jobs: tuple[str, ...] | None) -> tuple[plan.Step, ...]:
    """What to do so that the jobs named, or all of the project, are started no more."""
    if place.scheduler == "cron":
        return _told(plan.remove_cron(place.start, jobs, crontab_text()))
    remove = {"systemd": plan.remove_systemd, "launchd": plan.remove_launchd}[place.scheduler]
    return _told(remove(place.start, jobs, _there(place), place.target))


def installed(place: Place, now: datetime) -> dict[str, str]:
    """Of each job that is started from here by what, and whether that is what would be written now.

    Raises `OutputError`.
    """
    if place.scheduler == "cron":
        found = dict.fromkeys(crontab.installed(crontab_text(), place.start.config), "in your crontab")
    else:
        names = {unit_name(place.start, job.name): job.name for job in place.config.jobs}
        files = sorted(place.target.folder.glob(KINDS[place.scheduler]))
        found = {names[path.stem]: str(path) for path in files if path.stem in names}
    stale = "; not as briefgen.toml is now: install it again"
    return {name: where + (stale if _stale(place, name, now) else "") for name, where in found.items()}


def _stale(place: Place, name: str, now: datetime) -> bool:
    """Whether what starts the job called `name` is not what would be written now, if anything."""
    job = place.config.job(name)
    if job is None or job.schedule is None:
        return True
    steps = install_steps(place, (job,), now)
    if place.scheduler == "cron":
        return bool(steps)
    written = [step for step in steps if isinstance(step, plan.Write)]
    return any(
        not step.path.exists() or _bare(step.path.read_bytes()) != _bare(step.data) for step in written
    )


def _bare(data: bytes) -> list[bytes]:
    """The lines of a unit but for the nights written out, of which each year takes one away."""
    return [
        line for line in data.splitlines() if not line.startswith((b"OnCalendar=20", b"# systemd leaves"))
    ]


def notes(place: Place, jobs: tuple[Job, ...]) -> Iterator[str]:
    """What to know, and do, so that jobs really are started."""
    from briefgen.config import load_secrets, secret_names

    if place.shown and not _is_here(place.scheduler):
        yield (
            f"{place.scheduler} is not here: this is what would be written and run on a machine that has it; "
            "here `briefgen daemon` starts jobs"
        )
    if place.target.user == "root":
        yield "briefgen.toml belongs to root, so jobs run as root: `chown` it, and they run as its owner"
    if os.environ.get("BRIEFGEN_STORE"):
        yield "BRIEFGEN_STORE is set here, but a scheduler does not know it: name the store in briefgen.toml"
    try:
        load_secrets(place.config, secret_names(jobs), {})
    except InputError as error:
        yield f"a scheduler does not know the environment of now: {error}"
    if place.scheduler == "cron":
        yield "cron makes up for no night on which this machine was off; the next run tells of its sources"


def tell_of_lingering(place: Place) -> None:
    """Say what lets timers of a user run at night, unless they do already."""
    if place.scheduler != "systemd" or place.target.user:
        return
    try:
        lingers = call(("loginctl", "show-user", "--property=Linger", "--value", str(os.getuid())))
    except OutputError:
        lingers = "unknown"
    if lingers.strip() != "yes":
        tell("Your timers run only while you are logged in; `loginctl enable-linger` lets them run always.")
