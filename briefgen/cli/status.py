"""`briefgen status`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import project
from briefgen.cli.output import PROBLEMS, count, emit

if TYPE_CHECKING:
    from briefgen.nightly.report import Standing

SIGNS = {"well": "well", "held_back": "held back", "problems": "problems", "failed": "FAILED"}


EXAMPLES = """\b
Examples:
  briefgen status            every job
  briefgen status --json     for a monitor
"""


@click.command(short_help="Say how every job stands.", epilog=EXAMPLES)
@click.argument("jobs", nargs=-1, metavar="[JOB]...", shell_complete=project.job_names)
@click.option("--json", "as_json", is_flag=True, help="For monitors: one JSON document.")
@project.config_option
@click.pass_context
def status(context: click.Context, jobs: tuple[str, ...], as_json: bool, config: Path | None) -> None:
    """Say of each JOB when it last ran, how that ended and why, when it runs next, and what is not well.

    Exit status: 0 all is well, 1 a job failed, is overdue or lost a delivery, 3 sources have problems, a
    delivery waits, or one was held back by its marking.
    """
    import msgspec

    from briefgen.nightly.report import standing_of
    from briefgen.store.unkept import word_left

    found = project.load(config)
    chosen = project.jobs_named(found, jobs, not jobs)
    now = datetime.now(UTC)
    with project.opened(found) as store:
        standings = tuple(
            standing_of(job, store, now, word_left(found.path.parent, job.name)) for job in chosen
        )
    if as_json:
        shown = {"at": now.isoformat(timespec="seconds"), "jobs": standings}
        emit(msgspec.json.format(msgspec.json.encode(shown), indent=2) + b"\n")
    else:
        emit("\n".join(line for one in standings for line in _told(one)).encode() + b"\n")
    healths = {one.health for one in standings}
    context.exit(1 if "failed" in healths else 0 if healths <= {"well"} else PROBLEMS)


def _told(one: "Standing") -> list[str]:
    lines = [f"{one.job}: {SIGNS[one.health]}"]
    lines += [f"  {reason}" for reason in one.reasons]
    if one.last_run is None:
        lines.append(f"  never ran: `briefgen run {one.job}` makes the first edition")
    else:
        last = one.last_run
        why = f", {last.reason}" if last.reason and last.state in ("made", "unchanged") else ""
        lines.append(f"  last run   {last.started}: {last.state}{why}")
        lines += [f"    {name}: {problem}" for name, problem in one.problems]
    if one.edition is not None:
        newest = one.edition
        held = f"{count(newest.counts.sources, 'source')}, {count(newest.counts.claims, 'claim')}"
        lines.append(f"  edition    {newest.number}, made {newest.made}: {held}; {newest.folder}")
    lines += [f"  {words}" for words in one.newcomers]
    if one.next_run:
        lines.append(f"  next run   {one.next_run}")
    return [" ".join(line.splitlines()) for line in lines]
