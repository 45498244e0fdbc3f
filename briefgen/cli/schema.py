"""`briefgen schema`."""

import click

from briefgen.cli.output import emit

EXAMPLES = """\b
Examples:
  briefgen schema > brief.schema.json
  briefgen schema --config > briefgen.schema.json
"""


@click.command(short_help="Print the JSON Schema of brief.json.", epilog=EXAMPLES)
@click.option("--config", is_flag=True, help="That of briefgen.toml, for editors, in place of brief.json's.")
def schema(config: bool) -> None:
    """Print the JSON Schema (draft 2020-12) that every brief.json holds to."""
    if config:
        from briefgen.config.schema import encode_config_schema

        emit(encode_config_schema())
    else:
        from briefgen.model.codec import encode_schema

        emit(encode_schema())
