"""From paths to raw sources: find the files, read their bytes, and say of every one what became of it."""

import errno
import hashlib
import os
import stat
from collections import Counter, deque
from collections.abc import Iterable
from pathlib import Path

import msgspec

from briefgen.model.problem import InputError, Problem
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.store.media import media_type
from briefgen.store.sidecar import NEARLY, SUFFIX, parse_sidecar

LIMIT = 8_000_000
"""Bytes. A book has a million; what is larger is an archive or a log, and is better read in parts."""

TRIES = 3
"""How often a file is read that changes meanwhile."""


class Input(msgspec.Struct, frozen=True):
    """A file that was found, not yet read."""

    path: Path
    """As found: below the path that was given."""
    name: str
    """From the folder that was named, with `/`; see `printable`."""
    problems: tuple[Problem, ...] = ()


def collect(
    paths: Iterable[Path], apart_from: Iterable[Path] = ()
) -> tuple[tuple[RawSource, ...], tuple[Unread, ...]]:
    """Every source at or below `paths`, and what could not be taken in, each in the order of their names.

    Neither the order of `paths`, nor that of the file system, nor the working folder changes anything.
    Folders of `apart_from` are not entered unless they are among `paths`; files of it are never read.
    Raises `InputError` where one of `paths` is not there.
    """
    inputs, unread = find_inputs(paths, apart_from)
    loaded = [load(one) for one in inputs]
    raws = tuple(one for one in loaded if isinstance(one, RawSource))
    lost = [*unread, *(one for one in loaded if isinstance(one, Unread))]
    return raws, tuple(sorted(lost, key=_by_name))


def find_inputs(
    paths: Iterable[Path], apart_from: Iterable[Path] = ()
) -> tuple[tuple[Input, ...], tuple[Unread, ...]]:
    """The files at or below `paths` in the order of their names, and what can be no input.

    See `collect`.
    """
    given = sorted(dict.fromkeys(paths), key=_rank)
    _check_presence(given)
    named = {_resolved(path) for path in given}
    apart = tuple(apart_from)
    closed = {_resolved(folder) for folder in apart} - named
    found, faults = _below([path for path in given if _is_folder(path)], closed)
    for path in given:
        if not _is_folder(path):
            found.setdefault((*_resolved(path.parent), path.name), Place(path, _shown(path), 1))
    for path in apart:
        for key in (_resolved(path), (*_resolved(path.parent), path.name)):
            found.pop(key, None)
    names = _names({**found, **{key: place for key, (place, _) in faults.items()}})
    unread = [_unread(place.path, names[key], problem) for key, (place, problem) in faults.items()]
    inputs = []
    mistaken = _mistaken(found)
    beside: dict[Key, list[Key]] = {}
    for one, document in mistaken.items():
        beside.setdefault(document, []).append(one)
    for key, place in found.items():
        if key in mistaken:
            wrong = _miscalled(mistaken[key][-1])
            lost = _unread(place.path, names[key], wrong)
            unread.append(msgspec.structs.replace(lost, problems=(UNMARKED,)))
        elif not place.path.name.endswith(SUFFIX):
            overlooked = tuple(_overlooked(names[one]) for one in beside.get(key, ()))
            inputs.append(Input(place.path, names[key], overlooked))
        elif not os.path.lexists(place.path.with_name(place.path.name.removesuffix(SUFFIX))):
            unread.append(_unread(place.path, names[key], _orphan(place.path)))
    return tuple(sorted(inputs, key=_by_name)), tuple(sorted(unread, key=_by_name))


def load(found: Input) -> RawSource | Unread:
    """The bytes of one file with what its sidecar says; or why they cannot be had."""
    metadata, problems = _sidecar(found)
    try:
        data = _read(found.path, LIMIT)
    except _NotTakenError as reason:
        lost = _unread(found.path, found.name, Problem(str(reason)), reason.size)
        return msgspec.structs.replace(lost, metadata=metadata, problems=problems)
    except OSError as error:
        lost = _unread(found.path, found.name, _refusal(error))
        return msgspec.structs.replace(lost, metadata=metadata, problems=problems)
    return RawSource(
        path=printable(str(found.path)),
        name=found.name,
        media_type=media_type(found.path.name, data),
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=metadata,
        problems=problems,
    )


def printable(name: str) -> str:
    r"""`name` with what cannot be shown or stored as text written out, such as `\n` for a line feed.

    Names are read as UTF-8 even where the locale has another encoding, so that they are the same everywhere.
    """
    name = os.fsencode(name).decode("utf-8", "surrogateescape")
    if name.isprintable():
        return name
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "surrogatepass").decode("ascii")
        for char in name
    )


class _NotTakenError(Exception):
    """A file that is there, but is not to be read."""

    def __init__(self, reason: str, size: int | None = None) -> None:
        super().__init__(reason)
        self.size = size


# Finding


Key = tuple[str, ...]
"""The parts of a path with the links on the way resolved: the same for every way to one file."""


class Place(msgspec.Struct, frozen=True):
    """Where a file or folder was found, and by which name it is to be called."""

    path: Path
    parts: tuple[str, ...]
    """Of the absolute path, links as they are called."""
    count: int
    """How many of the last parts make its name."""

    def inner(self, name: str) -> "Place":
        """The place of the entry `name` of this folder."""
        return Place(self.path / name, (*self.parts, name), self.count + 1)


Found = dict[Key, Place]
ABOVE = Problem("is a link to a folder above the one that was named; it was not followed")

Faults = dict[Key, tuple[Place, Problem]]


def _resolved(path: Path) -> Key:
    return Path(os.path.realpath(path)).parts


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _shown(path: Path) -> tuple[str, ...]:
    return Path(os.path.abspath(path)).parts  # noqa: PTH100 - Path.absolute() keeps "..", which is no name


def _rank(path: Path) -> tuple[Key, bool, tuple[str, ...], str]:
    """Outer folders before those inside them, and a folder before a link to it."""
    return _resolved(path), _resolved(path) != _shown(path), _shown(path), str(path)


def _by_name(one: Input | Unread) -> list[str]:
    return one.name.split("/")


def _check_presence(paths: Iterable[Path]) -> None:
    missing = []
    for path in paths:
        try:
            os.lstat(path)
        except FileNotFoundError:
            missing.append(printable(str(path)))
        except OSError as error:
            raise InputError(f"{printable(str(path))} cannot be looked at: {error.strerror}") from error
    if missing:
        raise InputError(
            f"there is nothing at {', '.join(missing)}: check the spelling, or name another path"
        )


def _below(folders: Iterable[Path], closed: set[Key]) -> tuple[Found, Faults]:
    """The files below `folders`, but not those in `closed` folders.

    Each real folder is entered once, so that no link can lead in a circle.
    """
    found: Found = {}
    faults: Faults = {}
    seen = set(closed)
    waiting = deque((_resolved(folder), Place(folder, _shown(folder), 1)) for folder in folders)
    roots = [real for real, _ in waiting]
    while waiting:
        real, place = waiting.popleft()
        if real in seen:
            continue
        seen.add(real)
        try:
            folders_in, links, files = _entries(place.path)
        except OSError as error:
            faults[real] = (place, _refusal(error, "this folder"))
            continue
        # Links to folders come last, so that a file is called after the place where it stands.
        waiting.extendleft(reversed([((*real, name), place.inner(name)) for name in folders_in]))
        for name in links:
            target = _resolved(place.path / name)
            if any(root[: len(target)] == target and root != target for root in roots):
                faults[*real, name] = (place.inner(name), ABOVE)
            else:
                waiting.append((target, place.inner(name)))
        found.update({(*real, name): place.inner(name) for name in files})
    return found, faults


def _entries(folder: Path) -> tuple[list[str], list[str], list[str]]:
    """Names of the folders, of the links to folders, and of everything else in `folder`, each in order."""
    folders, links, files = [], [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            if _is_hidden(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            elif entry.is_symlink() and _is_folder(Path(entry.path)):
                links.append(entry.name)
            else:
                files.append(entry.name)
    return sorted(folders), sorted(links), sorted(files)


def _is_hidden(name: str) -> bool:
    """Dotfiles, what editors keep beside a file, and what file managers leave behind are no sources."""
    return (
        name.startswith((".", "~$"))
        or name.endswith(("~", ".bak", ".swp", ".swo", ".orig", ".part", ".crdownload"))
        or (name.startswith("#") and name.endswith("#"))
        or name.lower() in ("thumbs.db", "desktop.ini", "__macosx")
    )


def _names(places: dict[Key, Place]) -> dict[Key, str]:
    """A name for each: its last parts, as many as were wanted, and more while two have the same name."""
    counts = {key: place.count for key, place in places.items()}
    while True:
        names = {key: _name(places[key].parts[-count:]) for key, count in counts.items()}
        shared = {name for name, uses in Counter(names.values()).items() if uses > 1}
        short = {key for key in counts if names[key] in shared and counts[key] < len(places[key].parts)}
        if not short:
            return names
        counts = {key: count + (key in short) for key, count in counts.items()}


def _name(parts: tuple[str, ...]) -> str:
    return printable("/".join(part for part in parts if part != "/")) or "/"


def _mistaken(found: "Found") -> dict["Key", "Key"]:
    """The files that are called nearly as the sidecar of another one, with that one."""
    ends = [(key, ending) for key in found for ending in NEARLY if key[-1].endswith(ending)]
    pairs = ((key, (*key[:-1], key[-1].removesuffix(ending))) for key, ending in ends)
    return {key: document for key, document in pairs if document in found and document != key}


UNMARKED = Problem("so nobody knows how it is marked: it is shown to no audience with a ceiling")


def _miscalled(document: str) -> Problem:
    wanted = printable(f"{document}{SUFFIX}")
    return Problem(
        f"is called nearly as the sidecar of {printable(document)}, and was not used: call it {wanted}"
    )


def _overlooked(name: str) -> Problem:
    return Problem(
        f"may say how this document is marked, and was not used: its name has to end with {SUFFIX}", name
    )


def _orphan(path: Path) -> Problem:
    document = printable(path.name.removesuffix(SUFFIX))
    return Problem(
        f"describes {document}, which is not beside it: add that file, or rename or remove this one"
    )


def _unread(path: Path, name: str, problem: Problem, size: int | None = None) -> Unread:
    return Unread(printable(str(path)), name, problem, size)


# Reading


def _read(path: Path, limit: int) -> bytes:
    """All bytes of a regular file, read while nobody wrote to it."""
    for _ in range(TRIES):
        # Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            before = os.fstat(file.fileno())
            _check_kind(before, limit)
            data = file.read(limit + 1)
            after = os.fstat(file.fileno())
        unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
        if unchanged and len(data) == after.st_size:
            return data
    raise _NotTakenError("was written to while it was read; run again when it is complete", after.st_size)


KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def _check_kind(status: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((words for test, words in KINDS if test(status.st_mode)), "something else")
        raise _NotTakenError(f"is {kind}, not a file, and was not read; save its content in a file")
    if status.st_size > limit:
        raise _NotTakenError(
            f"has {status.st_size:,} bytes; files of more than {limit:,} are not read. Split it into parts",
            status.st_size,
        )


REFUSALS = {
    errno.EACCES: "may not be read by you; change its permissions (chmod u+r), or run as its owner",
    errno.EPERM: "may not be read by you; change its permissions (chmod u+r), or run as its owner",
    errno.ENOENT: "is gone, or is a link to a file that is not there; restore it or remove the link",
    errno.ELOOP: "is a link that leads back to itself; remove it",
    errno.ENXIO: "is a socket, not a file, and was not read; save its content in a file",
    errno.EIO: "cannot be read from the disk (input/output error); restore it from a copy",
    errno.ENAMETOOLONG: "has too long a path; move it nearer to the root",
}


def _refusal(error: OSError, what: str = "", where: str | None = None) -> Problem:
    number = error.errno or 0
    words = REFUSALS.get(number) or f"cannot be read: {os.strerror(number) if number else error}"
    return Problem(f"{what} {words}".strip(), where)


def _sidecar(found: Input) -> tuple[Metadata, tuple[Problem, ...]]:
    path, name = found.path.with_name(found.path.name + SUFFIX), found.name + SUFFIX
    if not os.path.lexists(path):
        return Metadata(), found.problems
    try:
        metadata, problems = parse_sidecar(_read(path, LIMIT), name)
        return metadata, (*found.problems, *problems)
    except _NotTakenError as reason:
        return Metadata(), (Problem(str(reason), name),)
    except OSError as error:
        return Metadata(), (_refusal(error, where=name),)
