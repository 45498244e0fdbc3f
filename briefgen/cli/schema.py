"""`briefgen schema`."""

import click

from briefgen.cli.output import emit

EXAMPLES = """\b
Example:
  briefgen schema > brief.schema.json
"""


@click.command(short_help="Print the JSON Schema of brief.json.", epilog=EXAMPLES)
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) that every brief.json holds to."""
    from briefgen.model.codec import encode_schema

    emit(encode_schema())
