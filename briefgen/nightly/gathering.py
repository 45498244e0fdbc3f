"""Find a job's sources as they are now."""

import fnmatch
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefgen.model.edition import Input
from briefgen.model.job import Job
from briefgen.model.problem import InputError
from briefgen.model.source import RawSource, Unread
from briefgen.store.inbox import collect, printable

SOURCES = "the sources"
"""Stands for a whole folder of sources among the inputs that have problems."""
STORE = "the store"
"""Stands for the database among the inputs that have problems."""
WILD = "*?["
"""What makes a path a pattern."""


class Gathered(NamedTuple):
    """A job's sources as they are now."""

    raws: tuple[RawSource, ...]
    unread: tuple[Unread, ...]
    problems: tuple[tuple[str, str], ...]
    """What was wrong with the job's own words for its sources."""
    places: Mapping[str, str] = MappingProxyType({})
    """By which of the job's words for its sources, or by which folder of a feed, each was found, by name."""


def gather(job: Job) -> Gathered:
    """The sources of `job`, those of its feeds included.

    Raises `InputError` where a folder or file that the job names is not there: what stood in it must not be
    taken for withdrawn.
    """
    found, problems = _paths(job)
    paths = tuple(dict.fromkeys(path for _, matching in found for path in matching))
    apart = (job.output, *([job.notes] if job.notes else []))
    collected, lost = collect(paths, apart_from=apart) if paths else ((), ())
    raws = tuple(one for one in collected if _wanted(one.name, job))
    unread = tuple(one for one in lost if _wanted(one.name, job))
    roots = {printable(str(path)): place for place, matching in found for path in matching}
    ones: tuple[RawSource | Unread, ...] = (*raws, *unread)
    places = {one.name: place for one in ones if (place := _place(one.path, roots))}
    return Gathered(raws, unread, tuple(problems), places)


def _place(path: str, roots: Mapping[str, str]) -> str | None:
    """By which of `roots` the file at `path` was found: the innermost above it."""
    while path and path not in roots:
        path = path.rpartition("/")[0]
    return roots.get(path)


class Lost(NamedTuple):
    """What a folder held that is empty now, or that nobody may look into."""

    place: str
    inputs: tuple[Input, ...]
    closed: bool
    """Whether it cannot be looked into."""

    def __str__(self) -> str:
        """What to say of it."""
        count = f"{len(self.inputs):,} source{'' if len(self.inputs) == 1 else 's'}"
        now = "cannot be looked into" if self.closed else "holds nothing (is it mounted?)"
        return f"{self.place} {now}, and held {count} that the last edition knew"


def lost_in(gathered: Gathered, before: Mapping[str, Input], job: Job) -> tuple[Lost, ...]:
    """The folders of `job` that held some of the sources `before` and hold none at all, or cannot be read.

    What stands in a folder that is there, and whose other sources are there, was taken away by somebody; what
    was renamed is there.
    """
    there = {one.name for one in gathered.raws} | {one.name for one in gathered.unread}
    known = {one.sha256 for one in gathered.raws}
    away = [one for name, one in before.items() if name not in there and one.sha256 not in known]
    if not away:
        return ()
    closed = [one for one in gathered.unread if Path(one.path).is_dir()]
    shut = {one.name for one in closed}
    used = {place for name, place in gathered.places.items() if name not in shut}
    inside = tuple(f"{folder}/" for folder in shut)
    found = [
        Lost(folder.path, tuple(one for one in away if one.name.startswith(f"{folder.name}/")), closed=True)
        for folder in closed
    ]
    away = [one for one in away if not one.name.startswith(inside)]
    found += [
        Lost(place, tuple(one for one in away if _came_from(one, place, job)), closed=False)
        for place in _places(job)
        if place not in used
    ]
    return tuple(one for one in found if one.inputs)


def _came_from(one: Input, place: str, job: Job) -> bool:
    """Whether it was found by `place`; where an earlier version did not keep that, its name has to tell."""
    if one.place is not None:
        return one.place == place
    heads = {Path(other).name for other in _places(job) if other != place}
    head = one.name.partition("/")[0]
    return head == Path(place).name and head not in heads


def check_in_sight(lost: Iterable[Lost], job: Job) -> None:
    """Raise `InputError` where the brief would tell less than is known, as some sources are `lost`."""
    told = [str(one) for one in lost]
    if told and job.window.kind == "all":
        raise InputError(
            f"{'; '.join(told)}. They must not be taken for withdrawn, so the last edition of {job.name} "
            f"stands as it is; if they are gone for good, say so: `briefgen run {job.name} --accept-gone`"
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


def _paths(job: Job) -> tuple[list[tuple[str, list[Path]]], list[tuple[str, str]]]:
    """The paths of `job` by the words that it has for them, and what is wrong with these words."""
    found: list[tuple[str, list[Path]]] = []
    problems = []
    for path in job.sources:
        matching = _matching(path) if any(letter in str(path) for letter in WILD) else [path]
        found.append((str(path), matching))
        if not matching:
            problems.append((str(path), "matches no file: look at `sources` of the job"))
    folders = [job.feed_folder / feed.name for feed in job.feeds]
    return [*found, *((str(one), [one]) for one in folders if one.is_dir())], problems


def _places(job: Job) -> tuple[str, ...]:
    """The job's words for its sources, and the folders of its feeds."""
    return (*map(str, job.sources), *(str(job.feed_folder / feed.name) for feed in job.feeds))


def _matching(path: Path) -> list[Path]:
    if path.exists():
        return [path]
    return sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))


def _wanted(name: str, job: Job) -> bool:
    """Whether no pattern of the job leaves the input out, by its name or by that without the first folder."""
    inner = name.partition("/")[2] or name
    return not any(fnmatch.fnmatchcase(one, pattern) for one in (name, inner) for pattern in job.apart_from)
