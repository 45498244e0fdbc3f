"""The command line: options in, exit status out."""

import gc
import os
import sys
from typing import Any

import click

from briefgen import __version__
from briefgen.cli.build import build
from briefgen.cli.completion import completion
from briefgen.cli.extract import extract
from briefgen.cli.init import init
from briefgen.cli.output import explained, safe
from briefgen.cli.preview import preview
from briefgen.cli.schema import schema
from briefgen.cli.template import template
from briefgen.cli.verify import verify

SELDOM = 200_000
"""Objects made between two searches for unused cycles. A run makes few cycles and ends soon; by Python's own
setting (700) a seventh of the time of a small build goes into searching."""
INTERRUPTED = 130
"""What a shell reports for a program that was ended from the keyboard."""


class Guarded(click.Group):
    """Commands whose failures are told in a sentence; the traceback is kept for `--debug`."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command that `ctx` names."""
        gc.set_threshold(SELDOM)
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except BrokenPipeError:
            _leave_pipe()
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("Interrupted. No file was left half-written.", err=True)
            ctx.exit(INTERRUPTED)
        except Exception as error:
            if ctx.params.get("debug"):
                import traceback

                from briefgen.model.redaction import redacted

                click.echo(redacted(traceback.format_exc()), err=True)
            raise click.ClickException(safe(explained(error))) from error


def _leave_pipe() -> None:
    """Write nothing more: who reads the output (`head`, a pager) has seen enough, which is no failure."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


EXAMPLES = """\b
Examples:
  briefgen build seeds/                       write output/seeds/analyst.md, .pdf and brief.json
  briefgen verify output/seeds/brief.json     hold the brief against its sources
  briefgen COMMAND --help                     more about one command
"""


@click.group(
    cls=Guarded,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="briefgen")
@click.option("--debug", is_flag=True, envvar="BRIEFGEN_DEBUG", help="Show where an error came from.")
def main(debug: bool) -> None:
    """Turn a folder of reporting into a brief whose every line leads back to a source's words.

    Exit status: 0 all well, 1 an error, 2 wrong usage, 3 done, with problems that the brief lists.
    """
    if debug:
        import logging

        from briefgen.model.redaction import Redacting

        # Of our own only: the libraries say more than anybody wants to read.
        logger = logging.getLogger("briefgen")
        handler = logging.StreamHandler()
        handler.addFilter(Redacting())
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)


for command in (init, build, preview, extract, verify, template, schema, completion):
    main.add_command(command)
