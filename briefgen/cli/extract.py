"""`briefgen extract`."""

from pathlib import Path

import click

from briefgen.cli.engine import engine_option
from briefgen.cli.output import PROBLEMS, emit, tell
from briefgen.model.problem import InputError

EXAMPLES = """\b
Examples:
  briefgen extract --format text seeds/
  briefgen extract seeds/ | jq '.claims | length'
"""


@click.command(short_help="Print what is read out of documents.", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "text"]),
    default="jsonl",
    show_default=True,
    help="One JSON object a document and line, or a listing for people.",
)
@engine_option
@click.pass_context
def extract(context: click.Context, paths: tuple[Path, ...], form: str, engine: str) -> None:
    """Print what briefgen reads out of each document at or below PATHS.

    Sentences, dates, quantities, entities and claims, each with its place in the text: [start, end) in
    Unicode code points. What cannot be read is said on standard error, and the exit status is then 3.
    """
    from briefgen.cli.listing import as_jsonl, as_text
    from briefgen.model.source import Unread
    from briefgen.run import extract as extract_documents

    show = {"jsonl": as_jsonl, "text": as_text}[form]
    read = unread = 0
    for found in extract_documents(paths, engine):
        if isinstance(found, Unread):
            unread += 1
            tell(f"{found.name}: {found.problem}")
        else:
            read += 1
            emit(show(found))
    if not read + unread:
        raise InputError(f"there is nothing to read at {', '.join(map(str, paths))}")
    if unread:
        context.exit(PROBLEMS)
