"""`briefgen init`."""

import os
from pathlib import Path

import click

from briefgen.cli.output import tell
from briefgen.model.problem import InputError, OutputError

EXAMPLES = """\b
Examples:
  briefgen init
  briefgen init briefs/
"""


@click.command(short_help="Begin a briefgen.toml with one job.", epilog=EXAMPLES)
@click.argument("folder", metavar="[DIR]", default=Path(), type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Write a briefgen.toml with one job, daily, into DIR, or the working folder, and make seeds/ beside it.

    Every key there is stands in it with a line about it; what the job does not need is commented out.
    A briefgen.toml that is there already is left as it is.
    """
    import shlex

    from briefgen.config.jobs import machine_zone
    from briefgen.config.reading import NAME
    from briefgen.config.starter import starter

    try:
        seeds = folder / "seeds"
        fresh = not os.path.lexists(seeds)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / NAME).open("x", encoding="utf-8") as file:
            file.write(starter(machine_zone()))
        if fresh:
            seeds.mkdir()
    except FileExistsError as error:
        raise InputError(
            f"{folder / NAME} is there already and was left as it is: change it, or name another folder"
        ) from error
    except OSError as error:
        raise OutputError(
            f"{folder / NAME} was not written ({error.strerror}): name another folder"
        ) from error
    tell(f"wrote {folder / NAME}" + (f" and made {seeds}{os.sep}" if fresh else ""))
    tell("next: put sources into seeds/, and make the first edition:")
    inside = folder.resolve() == Path.cwd()
    tell("  briefgen run" if inside else f"  cd {shlex.quote(str(folder))} && briefgen run")
    tell(f"then give the job a `schedule` in {NAME}, and have it made by itself:")
    tell("  briefgen schedule install")
