"""What the commands that look back share: jobs and editions as people name them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from briefgen.cli.output import safe
from briefgen.model.moment import parse_moment
from briefgen.model.problem import InputError, nearest

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from briefgen.model.edition import Edition
    from briefgen.model.job import Config
    from briefgen.store.database import Store

LATEST = "latest"


def day(context: click.Context, option: click.Parameter, words: str | None) -> str | None:
    """The day that an option names, as ISO 8601 has it."""
    try:
        return None if words is None else parse_moment(words)[:10]
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def known_jobs(config: "Config", connection: "Connection") -> tuple[str, ...]:
    """The jobs of the file, and after them those that only the store remembers."""
    from briefgen.store.runs import jobs_in

    return tuple(dict.fromkeys([*(job.name for job in config.jobs), *jobs_in(connection)]))


def known_job(config: "Config", connection: "Connection", name: str) -> str:
    """`name`, if there is or was such a job; else wrong usage, with the nearest right name."""
    names = known_jobs(config, connection)
    if name not in names:
        near = nearest(name, names)
        hint = f"did you mean “{near}”?" if near else f"there are {', '.join(names) or 'none'}"
        raise click.BadParameter(
            f"neither {config.path} nor its store has a job “{safe(name)}”; {hint}", param_hint="JOB"
        )
    return name


def edition_named(config: "Config", connection: "Connection", job: str, words: str) -> "Edition":
    """The edition of `job` that `words` name: its number, `latest`, or a day or moment that it was made by.

    Days are those of the job's time zone; of a job that the file has no more, UTC's. Raises `InputError`
    where there is none, or where its contents were pruned.
    """
    from briefgen.store.editions import editions_of

    found = editions_of(connection, job)
    if not found:
        raise InputError(f"{job} has no edition yet: `briefgen run {job}` makes the first")
    settings = config.job(job)
    names = _naming(words, settings.zone if settings else "UTC")
    chosen = next((one for one in found if names(one)), None)
    if chosen is None:
        numbers = f"{found[-1].number} to {found[0].number}" if len(found) > 1 else str(found[0].number)
        raise InputError(
            f"{job} has no edition “{safe(words)}”; it has {numbers}, the first made {found[-1].made}: "
            f"`briefgen history {job}` lists them"
        )
    if chosen.pruned:
        raise InputError(
            f"what edition {chosen.number} of {job} held was pruned on {chosen.pruned[:10]}: "
            "an export made before then still has it"
        )
    return chosen


def editions_kept(store: "Store", job: str) -> tuple["Edition", ...]:
    """The editions of `job` whose contents are there; raises `InputError` where there is none."""
    from briefgen.store.editions import editions_of

    with store.reading() as connection:
        found = tuple(one for one in editions_of(connection, job) if not one.pruned)
    if not found:
        raise InputError(f"{job} has no edition to show: `briefgen run {job}` makes one")
    return found


def _naming(words: str, zone: str) -> Callable[["Edition"], bool]:
    """Whether an edition is the one that `words` name, or, of a day, the last that was made by its end."""
    if words == LATEST:
        return lambda one: True
    if words.isascii() and words.isdigit():
        return lambda one: one.number == int(words[:18])
    try:
        moment = parse_moment(words)
    except ValueError as error:
        raise InputError(
            f"“{safe(words)}” is no edition: write a number, {LATEST}, or a day such as 2024-10-18"
        ) from error
    return lambda one: _made_by(one.made, moment, zone)


def _made_by(made: str, moment: str, zone: str) -> bool:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    when = datetime.fromisoformat(made)
    if len(moment) == len("2024-10-18"):
        return when.astimezone(ZoneInfo(zone)).date().isoformat() <= moment
    return when <= datetime.fromisoformat(moment)
