"""`briefgen diff`."""

from pathlib import Path

import click

from briefgen.cli import project
from briefgen.cli.output import emit, tell
from briefgen.cli.past import edition_named, known_job
from briefgen.cli.show import FORMATS, check_printable

EXAMPLES = """\b
Examples:
  briefgen diff daily 11 12
  briefgen diff daily 2024-10-01 latest --as pdf --output changes/
"""


@click.command(short_help="Tell what changed between two editions.", epilog=EXAMPLES)
@click.argument("job", shell_complete=project.job_names)
@click.argument("before")
@click.argument("after")
@click.option(
    "--as",
    "form",
    type=click.Choice(("text", *FORMATS)),
    default="text",
    show_default=True,
    help="Lines of text, or the later edition as a brief that tells what changed.",
)
@click.option("--audience", metavar="AUDIENCE", help="As this audience may see both. [default: everything]")
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Write files there."
)
@project.config_option
def diff(
    job: str,
    before: str,
    after: str,
    form: str,
    audience: str | None,
    output: Path | None,
    config: Path | None,
) -> None:
    """Tell what the edition AFTER of JOB says otherwise than BEFORE: new, changed, withdrawn, moved.

    Each is a number, `latest`, or the day or moment by which it was the newest.
    """
    from briefgen.nightly.showing import audience_of, compared, first, rendered
    from briefgen.store.outbox import write

    loaded = project.load(config)
    settings = loaded.job(job)
    with project.opened(loaded) as store:
        with store.reading() as connection:
            known_job(loaded, connection, job)
            earlier, later = (edition_named(loaded, connection, job, words) for words in (before, after))
        # A page is cut for whoever is to read it; lines of text and the model are for who asks.
        seen_by = audience or (None if form in ("text", "json") else audience_of(later, None))
        brief = compared(store, settings, earlier, later, seen_by)
    artefacts = rendered(brief, settings, audience_of(later, audience), form)
    if output is not None:
        for path in write(artefacts, output):
            tell(f"wrote {path}")
        return
    check_printable(form)
    emit(first(artefacts).data)
