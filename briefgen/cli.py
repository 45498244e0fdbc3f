"""The command line: options in, exit status out."""

import sys
from pathlib import Path

import click
import msgspec

from briefgen import __version__


@click.group()
@click.version_option(__version__, prog_name="briefgen")
def main() -> None:
    """Turn a folder of reporting into a brief whose every line leads back to a source's words."""


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl")
def extract(paths: tuple[Path, ...], form: str) -> None:
    """Print what is read out of each document, one JSON object a line."""
    from briefgen.extract import annotate
    from briefgen.model.document import Document
    from briefgen.readers import READERS
    from briefgen.store.inbox import collect

    raws, _ = collect(paths)
    for raw in raws:
        document = READERS[raw.media_type](raw)
        if isinstance(document, Document):
            found = annotate(document)
            row = {
                "path": document.path,
                **msgspec.structs.asdict(document.metadata),
                "text": document.text,
                "sentences": found.sentences,
                "clauses": found.clauses,
                "dates": found.dates,
                "quantities": found.quantities,
                "entities": found.entities,
                "claims": found.claims,
                "problems": found.problems,
            }
            sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
