"""What the nightly commands share: the `briefgen.toml` that they work for, its jobs and its store."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.model.problem import nearest

if TYPE_CHECKING:
    from briefgen.model.job import Channel, Config, Job
    from briefgen.store.database import Store

config_option = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file of jobs. [default: the nearest briefgen.toml, from the working folder upward]",
)


def load(config: Path | None) -> "Config":
    """What the file of jobs says; raises `InputError`."""
    from briefgen.config import find_config, load_config

    return load_config(config or find_config(Path.cwd()), os.environ)


@contextmanager
def opened(config: "Config") -> Iterator["Store"]:
    """The store of `config`, ready for use; raises `StoreError`."""
    from briefgen.store.database import open_store

    store = open_store(config.store)
    try:
        yield store
    finally:
        store.close()


def job_named(config: "Config", name: str) -> "Job":
    """The job called `name`; wrong usage, with the nearest right name, where there is none."""
    found = config.job(name)
    if found is None:
        names = [job.name for job in config.jobs]
        near = nearest(name, names)
        hint = f"did you mean “{near}”?" if near else f"there are {', '.join(names)}"
        raise click.BadParameter(f"{config.path} has no job “{name}”; {hint}", param_hint="JOB")
    return found


def jobs_named(config: "Config", names: tuple[str, ...], all_of_them: bool) -> tuple["Job", ...]:
    """The jobs that the command line names; the only one where it names none."""
    if not config.jobs:
        raise click.UsageError(f"{config.path} has no job: write one as [jobs.NAME]")
    if all_of_them or (not names and len(config.jobs) == 1):
        return config.jobs
    if not names:
        known = ", ".join(job.name for job in config.jobs)
        raise click.UsageError(f"{config.path} has several jobs: name some of {known}, or say --all")
    return tuple(job_named(config, name) for name in dict.fromkeys(names))


def job_names(context: click.Context, option: click.Parameter, start: str) -> list[str]:
    """Names of jobs that begin with `start`, for the shell to offer."""
    try:
        found = load(context.params.get("config"))
    except Exception:
        return []
    return [job.name for job in found.jobs if job.name.startswith(start)]


def check_channels(jobs: tuple["Job", ...], names: tuple[str, ...]) -> None:
    """Wrong usage, with the nearest right name, where no job has a delivery of one of the `names`."""
    known = [channel.name for job in jobs for channel in job.deliveries]
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean “{near}”?" if near else f"there are {', '.join(known) or 'none'}"
            raise click.BadParameter(f"there is no delivery “{name}”; {hint}", param_hint="--catch-up")


def channel_names(context: click.Context, option: click.Parameter, start: str) -> list[str]:
    """Names of deliveries that begin with `start`, for the shell to offer."""
    try:
        found = load(context.params.get("config"))
    except Exception:
        return []
    names = {channel.name for job in found.jobs for channel in job.deliveries}
    return sorted(name for name in names if name.startswith(start))


def secrets_of(config: "Config", job: "Job", channel: "Channel") -> Mapping[str, str]:
    """The values of the secrets that `channel` of `job` needs; raises `InputError`."""
    import msgspec

    from briefgen.config import load_secrets, secret_names

    names = secret_names((msgspec.structs.replace(job, deliveries=(channel,)),))
    return load_secrets(config, names, os.environ)
