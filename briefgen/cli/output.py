"""What all commands print, and how."""

import sys
from collections.abc import Iterable

import click

from briefgen.model.problem import OutputError

PROBLEMS = 3
"""Exit status of a run that is done but had problems with some input."""


def emit(data: bytes) -> None:
    """Write `data` to standard output at once; raises `OutputError` where there is no room for it."""
    if sys.stdout is None:
        raise OutputError("standard output is closed: send it to a file or a program")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        cause = error.strerror or error
        raise OutputError(
            f"standard output was not written ({cause}): send it to a place with room"
        ) from error


def tell(line: str) -> None:
    """Say `line` to the person at the terminal."""
    click.echo(safe(line), err=True)


def safe(words: str) -> str:
    """`words` without what a terminal would obey or show in another order; line breaks stay."""
    return "".join(
        char if char.isprintable() or char == "\n" else " " if char.isspace() else "�" for char in words
    )


def count(number: int, noun: str) -> str:
    """`number` and `noun`, in the plural where it has to be: "no problems", "1 claim", "1,200 claims"."""
    plural = noun if number == 1 else f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {plural}" if number else f"no {plural}"


def tell_problems(problems: Iterable[tuple[str, str]]) -> None:
    """Say of each input, by its name, what was wrong with it."""
    for name, problem in problems:
        tell(f"  {name}: {problem}" if not problem.startswith(name) else f"  {problem}")
