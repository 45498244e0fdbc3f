"""The file in which a person keeps notes: read, and never written."""

from pathlib import Path

from briefgen.model.problem import InputError
from briefgen.store.inbox import printable

LIMIT = 100_000
"""Bytes; some thirty pages, which is more than a reader of a brief has time for."""


def load_notes(path: Path) -> tuple[bytes, str]:
    """The bytes of the notes at `path`, and what they are called.

    Raises `InputError` where there is no such file, where it cannot be read, or where it is too large.
    """
    name = printable(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise InputError(f"there are no notes at {name}: check the spelling, or leave them out") from error
    except IsADirectoryError as error:
        raise InputError(f"{name} is a folder: name the file of notes in it") from error
    except OSError as error:
        raise InputError(f"the notes {name} cannot be read: {error.strerror or error}") from error
    if len(data) > LIMIT:
        raise InputError(f"the notes {name} have more than {LIMIT:,} bytes: shorten them")
    return data, printable(path.name)
