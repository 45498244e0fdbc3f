"""What a scheduler starts for a job: the program, its arguments, and the folders that it writes to."""

import json
from hashlib import sha256
from pathlib import Path

import msgspec

from briefgen.model.job import Atom, Config, Folder, Job, Schedule

MARKER = "Written by `briefgen schedule` for"
HASHED = 6
"""Hexadecimal digits of the project's address in names: two projects of one machine may have equal jobs."""


class Start(msgspec.Struct, frozen=True):
    """How briefgen is started for one project on this machine."""

    program: tuple[str, ...]
    """Absolute path of the program, and the arguments that stand before its own."""
    config: Path
    """Absolute path of `briefgen.toml`."""


def arguments(start: Start, job: str) -> tuple[str, ...]:
    """The command that runs `job` once, for the moment of its schedule that has come."""
    return (*start.program, "run", job, "--slot", "due", "--config", str(start.config))


def unit_name(start: Start, job: str) -> str:
    """What the scheduler calls `job` of this project: `briefgen-daily-1f9c04`."""
    return f"briefgen-{job}-{project(start.config)}"


def project(config: Path) -> str:
    """A short name of the project whose `briefgen.toml` stands at `config`."""
    return sha256(str(config).encode("utf-8", "surrogateescape")).hexdigest()[:HASHED]


def marker(start: Start) -> str:
    """The words by which what was written for this project is known again."""
    return f"{MARKER} {json.dumps(str(start.config))}"


def schedule_of(job: Job) -> Schedule:
    """The schedule of `job`; raises `ValueError` where it has none."""
    if job.schedule is None:
        raise ValueError(f"the job `{job.name}` has no schedule")
    return job.schedule


def written_folders(config: Config, job: Job) -> tuple[Path, ...]:
    """The folders below which a run of `job` writes, each once, in order of their names."""
    folders = {job.output}
    if config.store.startswith(SQLITE):
        folders.add(Path(config.store.removeprefix(SQLITE)).parent)
    if job.feeds:
        folders.add(job.feed_folder)
    folders |= {one.path for one in job.deliveries if isinstance(one, Folder)}
    folders |= {one.path.parent for one in job.deliveries if isinstance(one, Atom)}
    return tuple(sorted(folders))


SQLITE = "sqlite:///"
