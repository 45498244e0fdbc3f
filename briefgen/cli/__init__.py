"""The command line: options in, exit status out."""

import gc
import os
import sys
from pathlib import Path
from typing import Any

import click

from briefgen import __version__
from briefgen.cli.build import build
from briefgen.cli.completion import completion
from briefgen.cli.extract import extract
from briefgen.cli.output import safe
from briefgen.cli.schema import schema
from briefgen.cli.template import template
from briefgen.cli.verify import verify
from briefgen.model.problem import BriefgenError

PACKAGE = Path(__file__).parent.parent
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

                traceback.print_exc()
            told = str(error) if isinstance(error, BriefgenError) else _unexpected(error)
            raise click.ClickException(safe(told)) from error


def _leave_pipe() -> None:
    """Write nothing more: who reads the output (`head`, a pager) has seen enough, which is no failure."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: Exception) -> str:
    return (
        f"an unexpected {type(error).__name__} in {_place(error)}: {str(error)[:200]!r}. "
        "This is a fault of briefgen, not yours: please report it with this line. "
        "`briefgen --debug …` shows the details"
    )


def _place(error: Exception) -> str:
    """The last line of briefgen's own that the error came through."""
    import traceback

    steps = traceback.extract_tb(error.__traceback__)
    own = [step for step in steps if Path(step.filename).is_relative_to(PACKAGE)]
    return (
        f"{Path(own[-1].filename).relative_to(PACKAGE.parent)}, line {own[-1].lineno}" if own else "briefgen"
    )


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

        # Of our own only: the libraries say more than anybody wants to read.
        logger = logging.getLogger("briefgen")
        logger.addHandler(logging.StreamHandler())
        logger.setLevel(logging.DEBUG)


for command in (build, extract, verify, template, schema, completion):
    main.add_command(command)
