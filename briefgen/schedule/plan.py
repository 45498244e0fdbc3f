"""What has to be written, removed and called so that a machine starts the jobs of a project, as values."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from briefgen.model.job import Config, Job
from briefgen.model.problem import OutputError
from briefgen.schedule import crontab, launchd, systemd
from briefgen.schedule.start import Start, marker, project, unit_name, written_folders


class Folder(msgspec.Struct, frozen=True):
    """Make the folder `path`, which belongs to `user` then, unless it is there."""

    path: Path
    user: str | None = None


class Write(msgspec.Struct, frozen=True):
    """Write `data` as the file `path`, in place of what is there."""

    path: Path
    data: bytes


class Remove(msgspec.Struct, frozen=True):
    """Remove the file `path`."""

    path: Path


class Call(msgspec.Struct, frozen=True):
    """Run a program of the system."""

    words: tuple[str, ...]
    given: str = ""
    """What it reads on standard input."""
    may_fail: bool = False
    """Whether it is no matter if it fails, as there may be nothing to stop."""


Step = Folder | Write | Remove | Call
Present = Mapping[str, str]
"""Files of the scheduler's folder whose names could be ours: name to text."""


class Target(msgspec.Struct, frozen=True):
    """Whose scheduler it is, and where its files stand."""

    folder: Path
    user: str | None = None
    """Of the system's scheduler, whom it runs jobs as; none for the scheduler of whoever is logged in."""
    number: int = 0
    """The number by which the system knows who is logged in."""
    zone: str | None = None
    """The zone of the machine's clock, where it is known."""
    log: Path = Path()
    """launchd: the folder of what jobs say."""


def scheduled(config: Config) -> tuple[Job, ...]:
    """The jobs that have a schedule."""
    return tuple(job for job in config.jobs if job.schedule is not None)


def pattern(start: Start) -> str:
    """The names that files of this project have in a scheduler's folder."""
    return f"briefgen?*?{project(start.config)}.*"


def _ours(start: Start, text: str) -> bool:
    return f"{marker(start)}\n" in text or f"{launchd.comment(start.config)} -->" in text


def _refuse_foreign(start: Start, present: Present, folder: Path, name: str) -> None:
    if name in present and not _ours(start, present[name]):
        raise OutputError(
            f"{folder / name} is there and was not written by `briefgen schedule` for {start.config}: "
            "move it away, or remove it if nobody needs it"
        )


def _gone(start: Start, present: Present, kept: Iterable[str]) -> list[str]:
    """Files of this project of jobs that are not among `kept`, by their stems."""
    names = set(kept)
    stems = {name: name.rpartition(".")[0] for name, text in present.items() if _ours(start, text)}
    return sorted(name for name, stem in stems.items() if stem not in names)


# systemd


def install_systemd(
    start: Start, config: Config, jobs: Iterable[Job], present: Present, target: Target, now: datetime
) -> Iterator[Step]:
    """Write and start the units of `jobs`; those of jobs that are no more go.

    Raises `OutputError` where a file of somebody else is in the way, `ValueError` for what no unit holds.
    """
    yield from _drop_units(start, _gone(start, present, _unit_names(start, scheduled(config))), target)
    timers = []
    for job in jobs:
        name = unit_name(start, job.name)
        texts = {
            f"{name}.service": systemd.service(start, config, job, target.user),
            f"{name}.timer": systemd.timer(start, job, now),
        }
        for file, text in texts.items():
            _refuse_foreign(start, present, target.folder, file)
            yield Write(target.folder / file, text.encode())
        if target.user:
            yield from (Folder(folder, target.user) for folder in written_folders(config, job))
        timers.append(f"{name}.timer")
    yield _systemctl(target, "daemon-reload")
    for name in timers:
        yield _systemctl(target, "enable", name)
        yield _systemctl(target, "restart", name)


def remove_systemd(
    start: Start, jobs: Iterable[str] | None, present: Present, target: Target
) -> Iterator[Step]:
    """Stop and remove the units of the jobs named, or of all of the project's."""
    names = _chosen(start, present, None if jobs is None else [unit_name(start, job) for job in jobs])
    if names:
        yield from _drop_units(start, names, target)
        yield _systemctl(target, "daemon-reload")


def _unit_names(start: Start, jobs: Iterable[Job]) -> list[str]:
    return [unit_name(start, job.name) for job in jobs]


def _chosen(start: Start, present: Present, stems: list[str] | None) -> list[str]:
    """The project's own files, only those with one of `stems` if there are any given."""
    ours = sorted(name for name, text in present.items() if _ours(start, text))
    return ours if stems is None else [name for name in ours if name.rpartition(".")[0] in stems]


def _drop_units(start: Start, names: Iterable[str], target: Target) -> Iterator[Step]:
    for name in names:
        if name.endswith(".timer"):
            yield _systemctl(target, "disable", "--now", name, may_fail=True)
        yield Remove(target.folder / name)


def _systemctl(target: Target, *words: str, may_fail: bool = False) -> Call:
    whose = ("--system",) if target.user else ("--user",)
    return Call(("systemctl", *whose, *words), may_fail=may_fail)


# cron


def install_cron(
    start: Start, config: Config, jobs: Iterable[Job], there: str, target: Target, now: datetime
) -> Iterator[Step]:
    """Put the blocks of `jobs` into the crontab `there`; those of jobs that are no more go.

    Raises `ValueError` for what no crontab holds.
    """
    kept = {job.name for job in scheduled(config)}
    blocks = {name: "" for name in crontab.installed(there, start.config) if name not in kept}
    zone = None if crontab.names_a_zone(there) else target.zone
    blocks |= {job.name: crontab.block(start, job, zone, now) for job in jobs}
    yield from _crontab(there, crontab.replaced(there, start.config, blocks))


def remove_cron(start: Start, jobs: Iterable[str] | None, there: str) -> Iterator[Step]:
    """Take the blocks of the jobs named, or of all of the project's, out of the crontab `there`."""
    found = crontab.installed(there, start.config)
    blocks = {name: "" for name in found if jobs is None or name in set(jobs)}
    yield from _crontab(there, crontab.replaced(there, start.config, blocks))


def _crontab(old: str, new: str) -> Iterator[Step]:
    if new != old:
        yield Call(("crontab", "-"), new)


# launchd


def install_launchd(
    start: Start, config: Config, jobs: Iterable[Job], present: Present, target: Target, now: datetime
) -> Iterator[Step]:
    """Write and load the property lists of `jobs`; those of jobs that are no more go.

    Raises `OutputError` where a file of somebody else has the name of one, `ValueError` for a schedule that
    launchd cannot keep.
    """
    yield from _drop_lists(_gone(start, present, _unit_names(start, scheduled(config))), target)
    yield Folder(target.log)
    for job in jobs:
        label = unit_name(start, job.name)
        log = target.log / f"{label}.log"
        made = launchd.property_list(start, job, label, log, target.zone, now, target.user)
        _refuse_foreign(start, present, target.folder, f"{label}.plist")
        path = target.folder / f"{label}.plist"
        yield Write(path, made)
        yield Call(("launchctl", "bootout", f"{_domain(target)}/{label}"), may_fail=True)
        yield Call(("launchctl", "bootstrap", _domain(target), str(path)))


def remove_launchd(
    start: Start, jobs: Iterable[str] | None, present: Present, target: Target
) -> Iterator[Step]:
    """Unload and remove the property lists of the jobs named, or of all of the project's."""
    stems = None if jobs is None else [unit_name(start, job) for job in jobs]
    yield from _drop_lists(_chosen(start, present, stems), target)


def _drop_lists(names: Iterable[str], target: Target) -> Iterator[Step]:
    for name in names:
        yield Call(
            ("launchctl", "bootout", f"{_domain(target)}/{name.removesuffix('.plist')}"), may_fail=True
        )
        yield Remove(target.folder / name)


def _domain(target: Target) -> str:
    return "system" if target.user else f"gui/{target.number}"
