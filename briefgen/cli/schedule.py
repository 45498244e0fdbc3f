"""`briefgen schedule` and what it can do."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import project
from briefgen.cli.output import emit, tell
from briefgen.model.problem import InputError, OutputError

if TYPE_CHECKING:
    from datetime import datetime

    from briefgen.model.job import Config, Job
    from briefgen.schedule.plan import Step

UPCOMING = 3
"""Moments that `show` names."""
LATE = 300
"""Seconds after a moment of a schedule in which `due` still says yes: a busy cron may be late."""

EXAMPLES = """\b
Examples:
  briefgen schedule show                  when each job runs, and what starts it
  briefgen schedule install --dry-run     everything that would be written and run
  briefgen schedule install               have this machine start every job that has a schedule
  briefgen schedule COMMAND --help        more about one command
"""


@click.group(short_help="Have this machine start jobs by their schedules.", epilog=EXAMPLES)
def schedule() -> None:
    """Have systemd, cron or launchd start the jobs of briefgen.toml by their schedules.

    In a container, where there is none of them, `briefgen daemon` does it.
    """


def _options(function: Callable[..., None]) -> Callable[..., None]:
    """The options that `install`, `show` and `remove` share."""
    shared = (
        click.argument("jobs", nargs=-1, metavar="[JOB]...", shell_complete=project.job_names),
        click.option(
            "--with",
            "scheduler",
            type=click.Choice(["systemd", "cron", "launchd"]),
            help="What starts the jobs. [default: what this machine has]",
        ),
        click.option(
            "--user/--system",
            "mine",
            default=None,
            help="By your own services or by the system's, which need root and run as the owner of "
            "briefgen.toml. [default: your own; the system's for root]",
        ),
        project.config_option,
    )
    for option in reversed(shared):
        function = option(function)
    return function


INSTALL_EXAMPLE = """\b
Examples:
  briefgen schedule install
  briefgen schedule install daily --with cron
  sudo briefgen schedule install --system --config /srv/press/briefgen.toml
"""

dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Print what would be written and run; change nothing."
)


@schedule.command(short_help="Write and enable what starts jobs.", epilog=INSTALL_EXAMPLE)
@_options
@dry_run_option
def install(
    jobs: tuple[str, ...], scheduler: str | None, mine: bool | None, config: Path | None, dry_run: bool
) -> None:
    """Write what starts each JOB, by default every job that has a schedule, and enable it.

    What was installed before is replaced, and that of jobs that are no more removed. Nothing else is touched:
    a file of somebody else that has the name of one is refused.
    """
    from briefgen.cli import place

    found = project.load(config)
    chosen = _scheduled(found, jobs)
    where = place.place_of(found, scheduler, mine, shown=dry_run)
    if not dry_run:
        place.check_rights(where)
    _do(place.install_steps(where, chosen, _now()), dry_run)
    for note in place.notes(where, chosen):
        tell(note)
    if not dry_run:
        place.tell_of_lingering(where)
        for job in chosen:
            tell(f"{job.name}: {_explained(job)}, next {_upcoming(job, 1)[0]}")


REMOVE_EXAMPLE = """\b
Examples:
  briefgen schedule remove daily
  briefgen schedule remove --dry-run
"""


@schedule.command(short_help="Take away what starts jobs.", epilog=REMOVE_EXAMPLE)
@_options
@dry_run_option
def remove(
    jobs: tuple[str, ...], scheduler: str | None, mine: bool | None, config: Path | None, dry_run: bool
) -> None:
    """Stop and remove what starts each JOB, by default every job of the project, and nothing else.

    briefgen.toml need not be readable for it, nor be there any more if --config names where it was.
    """
    from briefgen.cli import place

    try:
        where = place.place_of(_as_far_as_it_goes(config), scheduler, mine)
    except OutputError as error:
        tell(f"nothing of it is installed here: {error}")
        return
    steps = place.remove_steps(where, jobs or None)
    if not dry_run:
        place.check_rights(where)
        if not steps:
            tell("nothing of it is installed here")
    _do(steps, dry_run)


def _as_far_as_it_goes(config: Path | None) -> "Config":
    """The file of jobs; only its place, which is enough to remove, where it cannot be read."""
    import os

    from briefgen.config import find_config
    from briefgen.model.job import Config

    path = Path(os.path.abspath(config or find_config(Path.cwd())))  # noqa: PTH100 - as it is read
    try:
        return project.load(path)
    except InputError:
        return Config(path=path, store="")


SHOW_EXAMPLE = """\b
Examples:
  briefgen schedule show
  briefgen schedule show daily --with cron
"""


@schedule.command(short_help="Say when jobs run, and what starts them.", epilog=SHOW_EXAMPLE)
@_options
def show(jobs: tuple[str, ...], scheduler: str | None, mine: bool | None, config: Path | None) -> None:
    """Say of each JOB its schedule, its next moments, and whether this machine starts it."""
    from briefgen.cli import place

    found = project.load(config)
    try:
        installed = place.installed(place.place_of(found, scheduler, mine), _now())
    except OutputError as error:
        tell(str(error))
        installed = {}
    for job in project.jobs_named(found, jobs, not jobs):
        emit("\n".join(_shown(job, installed.get(job.name))).encode() + b"\n")


def _shown(job: "Job", where: str | None) -> Iterator[str]:
    if job.schedule is None:
        yield f"{job.name}: no schedule"
    else:
        yield f"{job.name}: {_explained(job)}"
        yield f"  next       {', '.join(_upcoming(job, UPCOMING))}"
    if where is not None:
        yield f"  installed  {where}"
    elif job.schedule is not None:
        yield f"  not installed: `briefgen schedule install {job.name}`, or `briefgen daemon`"


DUE_EXAMPLE = """\b
Example, for a scheduler of your own that knows no time zones:
  briefgen schedule due daily && briefgen run daily
"""


@schedule.command(short_help="Say by the exit status whether a job is due.", epilog=DUE_EXAMPLE)
@click.argument("job", shell_complete=project.job_names)
@project.config_option
@click.pass_context
def due(context: click.Context, job: str, config: Path | None) -> None:
    """End with exit status 0 if JOB is due, now or since less than 5 minutes, else with 1.

    It prints nothing.
    """
    from datetime import UTC, datetime, timedelta

    from briefgen.schedule.moments import last_due

    (found,) = _scheduled(project.load(config), (job,))
    now = datetime.now(UTC)
    assert found.schedule is not None  # `_scheduled` leaves no other
    late = now - last_due(found.schedule, now)
    context.exit(0 if late < timedelta(seconds=LATE) else 1)


def _scheduled(config: "Config", names: tuple[str, ...]) -> tuple["Job", ...]:
    """The jobs named, or all, that have a schedule; raises `InputError` where one named has none."""
    jobs = project.jobs_named(config, names, not names)
    without = [job.name for job in jobs if job.schedule is None]
    if (names and without) or len(without) == len(jobs):
        raise InputError(
            f"{config.path}: the job `{without[0]}` has no schedule: give it one, such as "
            '`schedule = "mon-fri 06:00"`'
        )
    return tuple(job for job in jobs if job.schedule is not None)


def _explained(job: "Job") -> str:
    from briefgen.schedule.start import schedule_of
    from briefgen.schedule.words import explain

    return explain(schedule_of(job))


def _upcoming(job: "Job", number: int) -> list[str]:
    """The next moments of `job`, as the clock of its zone shows them."""
    from briefgen.schedule.moments import next_due, zone_of
    from briefgen.schedule.start import schedule_of

    found = schedule_of(job)
    moments = [next_due(found, _now())]
    while len(moments) < number:
        moments.append(next_due(found, moments[-1]))
    return [f"{moment.astimezone(zone_of(found.zone)):%a %Y-%m-%d %H:%M %Z}" for moment in moments]


def _now() -> "datetime":
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _do(steps: tuple["Step", ...], dry_run: bool) -> None:
    from briefgen.cli.carrying import carry_out, told

    if dry_run:
        emit((told(steps) or "nothing to do\n").encode("utf-8", "surrogateescape"))
    else:
        carry_out(steps)
