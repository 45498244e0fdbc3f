"""`briefgen show`."""

import sys
from pathlib import Path

import click

from briefgen.cli import project
from briefgen.cli.output import emit, tell
from briefgen.cli.past import LATEST, edition_named, known_job
from briefgen.model.problem import InputError

FORMATS = ("md", "pdf", "html", "docx", "txt", "json")
BINARY = ("pdf", "docx")

EXAMPLES = """\b
Examples:
  briefgen show daily                         the newest edition, as Markdown
  briefgen show daily 12 --format json
  briefgen show daily 2024-10-18 --output old/
"""


@click.command(short_help="Show an edition as it was made.", epilog=EXAMPLES)
@click.argument("job", shell_complete=project.job_names)
@click.argument("edition", default=LATEST)
@click.option("--format", "form", type=click.Choice(FORMATS), help="In which form. [default: md]")
@click.option("--audience", metavar="AUDIENCE", help="As this audience got it. [default: the job's first]")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write files there; without --format all that were made.",
)
@project.config_option
def show(
    job: str,
    edition: str,
    form: str | None,
    audience: str | None,
    output: Path | None,
    config: Path | None,
) -> None:
    """Show EDITION of JOB: its number, `latest`, or the day or moment by which it was the newest.

    As it was made, byte for byte; in a form or for an audience that it was not made in, as templates make it
    now of what was kept.
    """
    from briefgen.nightly.showing import files_as_made, first, shown
    from briefgen.store.outbox import write

    loaded = project.load(config)
    with project.opened(loaded) as store:
        with store.reading() as connection:
            known_job(loaded, connection, job)
            found = edition_named(loaded, connection, job, edition)
        if output is not None and form is None:
            artefacts = files_as_made(store, found, audience)
            if not artefacts:
                raise InputError(
                    f"edition {found.number} of {job} was not made for {audience}: give a --format"
                )
        else:
            artefacts = shown(store, loaded.job(job), found, audience, form or "md")
    if output is not None:
        for path in write(artefacts, output):
            tell(f"wrote {path}")
        return
    check_printable(form)
    emit(first(artefacts).data)


def check_printable(form: str | None) -> None:
    """Raise wrong usage where `form` is nothing for the terminal that would get it."""
    if form in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"{form} is nothing for a terminal: give --output DIR, or send it to a file")
