"""Leave word of a run that the store could not keep, as it was away; in a file, on the machine of the run."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefgen.model.redaction import redacted

LONGEST = 2_000
"""Letters of a failure that are kept."""


class Unkept(NamedTuple):
    """A run that failed, and that the store knows nothing of."""

    when: str
    """Moment, ISO 8601 in UTC."""
    why: str


def leave_word(project: Path, job: str, unkept: Unkept) -> None:
    """Write down beside the file of jobs that a run of `job` failed; a full disk keeps nothing."""
    with suppress(OSError):
        path = _place(project, job)
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{unkept.when}\n{redacted(unkept.why)[:LONGEST]}\n", "utf-8")


def take_word_away(project: Path, job: str) -> None:
    """Forget it, as a run of `job` was kept since."""
    with suppress(OSError):
        _place(project, job).unlink(missing_ok=True)


def word_left(project: Path, job: str) -> Unkept | None:
    """The last run of `job` here that the store could not keep; none where a later one was kept."""
    try:
        when, _, why = _place(project, job).read_text("utf-8", "replace").partition("\n")
    except OSError:
        return None
    return Unkept(when, why.strip())


def _place(project: Path, job: str) -> Path:
    return project / ".briefgen" / f"{job}.unkept"
