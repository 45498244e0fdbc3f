"""What all commands print, and how."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from briefgen.model.problem import BriefgenError, OutputError

PACKAGE = Path(__file__).parent.parent
PROBLEMS = 3
"""Exit status of a run that is done but had problems with some input."""
WAITING = 75
"""Exit status of a run that left deliveries to a later one: that of sysexits.h for "try again"."""


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


def explained(error: Exception) -> str:
    """What to tell somebody of `error`: what is wrong and what to do, or that it is a fault of briefgen."""
    from briefgen.model.redaction import redacted

    return redacted(str(error) if isinstance(error, BriefgenError) else _unexpected(error))


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
