"""`briefgen prune`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import project
from briefgen.cli.output import count, tell

if TYPE_CHECKING:
    from briefgen.model.job import Job
    from briefgen.store.database import Store
    from briefgen.store.retention import Drop

EXAMPLES = """\b
Examples:
  briefgen prune                        show what would go
  briefgen prune --yes                  drop it
  briefgen prune daily --yes --delivered
"""


@click.command(short_help="Drop what editions held that are kept no longer.", epilog=EXAMPLES)
@click.argument("jobs", nargs=-1, metavar="[JOB]...", shell_complete=project.job_names)
@click.option("--yes", is_flag=True, help="Do it; without this it is only shown.")
@click.option("--delivered", is_flag=True, help="Editions that were sent to somebody too.")
@project.config_option
def prune(jobs: tuple[str, ...], yes: bool, delivered: bool, config: Path | None) -> None:
    """Drop what editions of each JOB held that `retention` in briefgen.toml keeps no longer.

    Their models, words and files go, from the store and from the output folder; that they were made, and to
    whom they were sent, stays known. The last edition always stays, and so does what is still to be
    delivered, and each file that was changed since it was written.
    """
    found = project.load(config)
    chosen = project.jobs_named(found, jobs, not jobs)
    with project.opened(found) as store:
        for job in chosen:
            _prune(job, store, yes, delivered)


def _prune(job: "Job", store: "Store", yes: bool, delivered: bool) -> None:
    from briefgen.nightly.delivering import tidy_feeds
    from briefgen.pipeline import load_scheme
    from briefgen.store.locks import only_run
    from briefgen.store.retention import overdue
    from briefgen.store.retention import prune as drop

    now = datetime.now(UTC).isoformat(timespec="seconds")
    if not yes:
        with store.reading() as connection:
            drops = overdue(connection, job.name, job.retention, now)
        going = [one for one in drops if delivered or not one.delivered]
        _tell(job, drops, going, "would drop")
        if going:
            tell("  nothing was changed; --yes drops them")
        return
    with only_run(store, job.name):
        with store.reading() as connection:
            drops = overdue(connection, job.name, job.retention, now)
        going = [one for one in drops if delivered or not one.delivered]
        pruned = drop(store, going, now)
        problems = tidy_feeds(job, store, load_scheme(job.templates))
    _tell(job, drops, going, "dropped")
    if pruned.removed:
        tell(f"  removed {count(len(pruned.removed), 'file')}")
    for path in pruned.left:
        tell(f"  {path} is not as it was written, and stays")
    for problem in problems:
        tell(f"  {problem}; the next run takes the entries out")


def _tell(job: "Job", drops: Sequence["Drop"], going: Sequence["Drop"], did: str) -> None:
    if not drops:
        tell(f"{job.name}: nothing to drop")
        return
    room = sum(one.size for one in going)
    size = f", {room / 1e6:,.1f} MB and their words" if going else ""
    tell(f"{job.name}: {did} what {count(len(going), 'edition')} held{size}")
    for one in drops:
        if not one.delivered:
            tell(f"  {one.edition.number}, made {one.edition.made}")
        elif one in going:
            tell(f"  {one.edition.number}, made {one.edition.made}, sent to {', '.join(one.delivered)}")
        else:
            tell(
                f"  {one.edition.number}, made {one.edition.made}, stays, as it was sent to "
                f"{', '.join(one.delivered)}; --delivered drops it too"
            )
