"""`briefgen run`."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from briefgen.cli import project
from briefgen.cli.output import PROBLEMS, WAITING, count, tell
from briefgen.model.moment import parse_moment

if TYPE_CHECKING:
    from briefgen.model.job import Config, Job
    from briefgen.nightly.job import Report
    from briefgen.store.database import Store

DUE = "due"
PATIENCE = 600
"""Seconds that a run waits for another of the same job, which may be the one before."""

EXAMPLES = """\b
Examples:
  briefgen run                 the only job of briefgen.toml
  briefgen run daily weekly    these two
  briefgen run --all --dry-run
"""


def _slot(context: click.Context, option: click.Parameter, words: str | None) -> str | None:
    try:
        return words if words in (None, DUE) else parse_moment(words)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command(short_help="Make the next edition of a job, and deliver it.", epilog=EXAMPLES)
@click.argument("jobs", nargs=-1, metavar="[JOB]...", shell_complete=project.job_names)
@click.option("--all", "all_of_them", is_flag=True, help="Every job.")
@click.option("--dry-run", is_flag=True, help="Say what would be made and delivered; change nothing.")
@click.option("--force", is_flag=True, help="Make an edition even where nothing is new.")
@click.option(
    "--accept-gone",
    is_flag=True,
    help="Take for withdrawn what stood in a folder of sources that is empty now.",
)
@click.option(
    "--slot",
    callback=_slot,
    metavar="DATETIME|due",
    help="The moment of the schedule that the run is for, or the latest that was; what ran for it before is "
    "not run again.",
)
@click.option(
    "--catch-up",
    multiple=True,
    metavar="CHANNEL",
    shell_complete=project.channel_names,
    help="Bring the last edition to those of CHANNEL who have had none yet. May be given more than once.",
)
@click.option("--log-json", is_flag=True, help="Log as JSON, an object a line.")
@project.config_option
@click.pass_context
def run(
    context: click.Context,
    jobs: tuple[str, ...],
    all_of_them: bool,
    dry_run: bool,
    force: bool,
    accept_gone: bool,
    slot: str | None,
    catch_up: tuple[str, ...],
    log_json: bool,
    config: Path | None,
) -> None:
    """Make one edition of each JOB of briefgen.toml, keep it, write it, and deliver it.

    The same sources make no second edition. What an earlier run could not write or deliver is done first.
    Exit status: 0 all well, 1 a job failed, 3 done, with problems that `briefgen status` lists, 75 done, but
    a delivery waits for a later run, which is worth starting soon. --dry-run: 1 where a job would fail, 3
    where a secret is lacking.
    """
    from briefgen.cli.logs import set_up_logs

    found = project.load(config)
    chosen = project.jobs_named(found, jobs, all_of_them)
    project.check_channels(chosen, catch_up)
    set_up_logs(log_json)
    if dry_run:
        plans = [_tell_plan(job, found, force, accept_gone) for job in chosen]
        context.exit(1 if 1 in plans else max(plans))
    with _store_of(found, chosen) as store:
        asked = Asked(slot, force, frozenset(catch_up), accept_gone)
        states = [_run(job, found, store, asked) for job in chosen]
    context.exit(1 if 1 in states else max(states))


@contextmanager
def _store_of(config: "Config", jobs: tuple["Job", ...]) -> Iterator["Store"]:
    """The store; where it cannot be had, word of that is left for each of `jobs`, as it can keep none."""
    from briefgen.model.problem import StoreError

    with ExitStack() as stack:
        try:
            store = stack.enter_context(project.opened(config))
        except StoreError as error:
            for job in jobs:
                _leave_word(config, job, error)
            raise
        yield store


def _leave_word(config: "Config", job: "Job", error: Exception) -> None:
    from briefgen.store.unkept import Unkept, leave_word

    now = datetime.now(UTC).isoformat(timespec="seconds")
    leave_word(config.path.parent, job.name, Unkept(now, str(error)))


class Asked(NamedTuple):
    """The options of a run, as `Night` has them."""

    slot: str | None
    force: bool
    catch_up: frozenset[str]
    accept_gone: bool


def _run(job: "Job", config: "Config", store: "Store", asked: Asked) -> int:
    """Run `job`, and return the exit status that it asks for; its failure keeps no other job from running."""
    import logging

    from briefgen.model.problem import BriefgenError, BusyError, StoreError
    from briefgen.nightly.delivering import PATIENT_PAUSES, PAUSES
    from briefgen.nightly.job import Night, run_job
    from briefgen.store.unkept import take_word_away

    log = logging.getLogger("briefgen.run")
    night = Night(
        store=store,
        secrets=lambda channel: project.secrets_of(config, job, channel),
        clock=lambda: datetime.now(UTC),
        slot=_latest(job) if asked.slot == DUE else asked.slot,
        force=asked.force,
        patience=PATIENCE,
        pauses=PATIENT_PAUSES if asked.slot else PAUSES,
        catch_up=asked.catch_up,
        accept_gone=asked.accept_gone,
    )
    try:
        report = run_job(job, night)
    except BriefgenError as error:
        log.error(str(error), extra={"event": "failed", "job": job.name})
        if isinstance(error, StoreError) and not isinstance(error, BusyError):
            _leave_word(config, job, error)
        return 1
    if isinstance(report.error, StoreError) and report.run.state != "failed":
        _leave_word(config, job, report.error)
    else:
        take_word_away(config.path.parent, job.name)
    about = {"job": job.name, "run": report.run.id, "edition": report.run.edition}
    for level, event, words in _told(report):
        log.log(level, words, extra={"event": event, **about})
    if report.error:
        return 1
    if report.waiting:
        return WAITING
    unsent = any(one.state != "sent" for one in report.tried)
    return PROBLEMS if report.run.problems or unsent else 0


def _latest(job: "Job") -> str | None:
    """The latest moment of the schedule of `job` until now; none where it has none."""
    from briefgen.schedule import last_due

    if job.schedule is None:
        return None
    return last_due(job.schedule, datetime.now(UTC)).isoformat(timespec="seconds")


def _told(report: "Report") -> Iterator[tuple[int, str, str]]:
    """What people want to know of a run that its own log did not say."""
    from logging import INFO, WARNING

    for name, problem in report.run.problems:
        yield WARNING, "problem", f"{name}: {problem}"
    for note in report.notes:
        yield INFO, "note", note
    for path in report.files:
        yield INFO, "written", f"wrote {path}"


def _tell_plan(job: "Job", config: "Config", force: bool, accept_gone: bool) -> int:
    """Say what a run of `job` would make and deliver; returns the exit status that this asks for."""
    from briefgen.model.problem import BriefgenError
    from briefgen.nightly.foresight import foresee

    try:
        seen = foresee(job, config, datetime.now(UTC), force, accept_gone)
    except BriefgenError as error:
        tell(f"{job.name}: would fail: {error}")
        return 1
    tell(f"{job.name}: {seen.words}")
    tell(f"  {count(len(seen.fresh), 'source')} new or changed")
    for name in seen.gone:
        tell(f"  {name} is gone")
    for name, problem in seen.problems:
        tell(f"  {name}: {problem}")
    for line in seen.deliveries:
        tell(f"  would deliver by {line}")
    for line in seen.newcomers:
        tell(f"  {line}")
    lacking = list(_lacking_secrets(job, config))
    for name, problem in lacking:
        tell(f"  {name} could not be used: {problem}")
    return PROBLEMS if lacking else 0


def _lacking_secrets(job: "Job", config: "Config") -> Iterator[tuple[str, str]]:
    """The channels of `job` whose secrets cannot be had, with why; their values are shown nowhere."""
    from briefgen.model.problem import InputError

    for channel in job.deliveries:
        try:
            project.secrets_of(config, job, channel)
        except InputError as error:
            yield channel.name, str(error)
