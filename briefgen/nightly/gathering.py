"""Find a job's sources as they are now."""

import fnmatch
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from briefgen.model.job import Job
from briefgen.model.problem import InputError
from briefgen.model.source import RawSource, Unread
from briefgen.store.inbox import collect

WILD = "*?["
"""What makes a path a pattern."""


class Gathered(NamedTuple):
    """A job's sources as they are now."""

    raws: tuple[RawSource, ...]
    unread: tuple[Unread, ...]
    problems: tuple[tuple[str, str], ...]
    """What was wrong with the job's own words for its sources."""


def gather(job: Job) -> Gathered:
    """The sources of `job`, those of its feeds included.

    Raises `InputError` where a folder or file that the job names is not there: what stood in it must not be
    taken for withdrawn.
    """
    paths, problems = _paths(job)
    apart = (job.output, *([job.notes] if job.notes else []))
    raws, unread = collect(paths, apart_from=apart) if paths else ((), ())
    return Gathered(
        tuple(one for one in raws if _wanted(one.name, job)),
        tuple(one for one in unread if _wanted(one.name, job)),
        tuple(problems),
    )


def check_not_all_gone(gathered: Gathered, before: Collection[str], job: Job) -> None:
    """Raise `InputError` where none of the sources `before` is there, nor any other.

    A share that is not mounted leaves an empty folder behind; what stands on it must not be taken for
    withdrawn.
    """
    if before and not gathered.raws and not gathered.unread:
        count = len(before)
        gone = "the only source is" if count == 1 else f"all {count:,} sources are"
        raise InputError(
            f"{gone} gone that the last edition of {job.name} knew, and nothing else "
            f"is in {', '.join(map(str, job.sources)) or job.feed_folder}: is it mounted? The last edition "
            "stands as it is; to go on without them, put another source there"
        )


def _paths(job: Job) -> tuple[tuple[Path, ...], list[tuple[str, str]]]:
    found: list[Path] = []
    problems = []
    for path in job.sources:
        matching = _matching(path) if any(letter in str(path) for letter in WILD) else [path]
        found += matching
        if not matching:
            problems.append((str(path), "matches no file: look at `sources` of the job"))
    feeds = [job.feed_folder / feed.name for feed in job.feeds]
    return tuple(dict.fromkeys([*found, *(folder for folder in feeds if folder.is_dir())])), problems


def _matching(path: Path) -> list[Path]:
    if path.exists():
        return [path]
    return sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))


def _wanted(name: str, job: Job) -> bool:
    """Whether no pattern of the job leaves the input out, by its name or by that without the first folder."""
    inner = name.partition("/")[2] or name
    return not any(fnmatch.fnmatchcase(one, pattern) for one in (name, inner) for pattern in job.apart_from)
