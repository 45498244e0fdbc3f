"""The command line: options in, exit status out."""

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from briefgen import __version__
from briefgen.cli.output import explained, safe

SELDOM = 200_000
"""Objects made between two searches for unused cycles. A run makes few cycles and ends soon; by Python's own
setting (700) a seventh of the time of a small build goes into searching."""
INTERRUPTED = 130
"""What a shell reports for a program that was ended from the keyboard."""


COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "build": "build.build",
        "run": "run.run",
        "status": "status.status",
        "schedule": "schedule.schedule",
        "daemon": "daemon.daemon",
        "history": "history.history",
        "show": "show.show",
        "diff": "diff.diff",
        "search": "search.search",
        "site": "site.site",
        "prune": "prune.prune",
        "export": "exchange.export",
        "import": "exchange.import_",
        "init": "init.init",
        "preview": "preview.preview",
        "extract": "extract.extract",
        "verify": "verify.verify",
        "template": "template.template",
        "schema": "schema.schema",
        "completion": "completion.completion",
    }
)
"""In the order in which `--help` lists them: each with the module here that holds it, and its name there."""


class Guarded(click.Group):
    """Commands that are loaded when they are asked for, and whose failures are told in a sentence.

    The traceback is kept for `--debug`.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command `cmd_name`; none where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(".")
        found = getattr(import_module(f"briefgen.cli.{module}"), name)
        assert isinstance(found, click.Command)
        return found

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
