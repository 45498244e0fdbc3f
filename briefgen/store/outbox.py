"""Write finished files: all of a run or none, and never half of one."""

import errno
import fcntl
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from briefgen.model.artefact import Artefact
from briefgen.model.problem import OutputError

BESIDE = ".briefgen-"
"""How the names of files begin that stand beside the real ones while a run writes."""


def write(artefacts: Iterable[Artefact], folder: Path) -> tuple[Path, ...]:
    """Write `artefacts` below `folder` and return their paths, in the order given.

    Every file is first written whole beside its place and brought to the disk; only when all are there
    do they take their places, each in one step. If anything fails, what stood there before still stands,
    nothing is left behind, and `OutputError` names the file, the cause and the repair. Other files in
    `folder` are not touched.
    """
    wanted = {folder / _inside(artefact.name): artefact.data for artefact in artefacts}
    with _made(path.parent for path in (folder / "_", *wanted)), _alone(folder):
        for path in wanted:
            _check_free(path)
        _write_all(wanted)
    return tuple(wanted)


def write_for(key: str, artefacts: Iterable[Artefact], folder: Path) -> tuple[Path, ...]:
    """As `write`, where `key` of briefgen.toml names the place, so that the repair is one of that."""
    try:
        return write(artefacts, folder)
    except OutputError as error:
        # What cannot be written speaks to who called `build`, which has the place from an option.
        words = str(error).replace("give a shorter --name or --output", "give a shorter one as --output")
        raise OutputError(words.replace("--output", key)) from error


def _inside(name: str) -> str:
    """`name`, if it stays below the folder it is joined to."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise OutputError(f"{name} is no name for a file below the output folder")
    return name


@contextmanager
def _made(folders: Iterable[Path]) -> Iterator[None]:
    """Make what is missing of `folders`, and take it away again if the work inside fails."""
    made: list[Path] = []
    try:
        for folder in dict.fromkeys(folders):
            _make(folder, made)
        yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _make(folder: Path, made: list[Path]) -> None:
    for step in (*reversed(folder.parents), folder):
        try:
            if not step.exists():
                step.mkdir()
                made.append(step)
        except FileExistsError:
            continue
        except OSError as error:
            raise _failure(step, error) from error
    if not folder.is_dir():
        raise OutputError(
            f"{folder} is a file, so no folder can be made there: move it, or name another --output"
        )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other run writes to `folder`, and clear away what one that was killed left there."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise _failure(folder, error) from error
    try:
        # Some network file systems have no locks; there, two runs at once are the user's to keep apart.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
            _clear(folder.rglob(f"{BESIDE}*"))
        yield
    finally:
        os.close(handle)


def _check_free(path: Path) -> None:
    if path.is_dir():
        raise OutputError(f"{path} is a folder where a file is to stand: move it, or name another --output")


def _write_all(wanted: dict[Path, bytes]) -> None:
    fresh = {
        path: path.with_name(f"{BESIDE}{os.getpid()}-new-{number}") for number, path in enumerate(wanted)
    }
    kept = {path: path.with_name(f"{BESIDE}{os.getpid()}-old-{number}") for number, path in enumerate(wanted)}
    try:
        for path, data in wanted.items():
            _on(path, lambda path=path, data=data: _write_through(fresh[path], data))  # type: ignore[misc]
        _replace_all(fresh, kept)
    finally:
        _clear((*fresh.values(), *kept.values()))
    for parent in {path.parent for path in wanted}:
        _sync_folder(parent)


def _write_through(path: Path, data: bytes) -> None:
    """A new file that is on the disk, and not only on its way, when this returns."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace_all(fresh: dict[Path, Path], kept: dict[Path, Path]) -> None:
    """Put every new file in its place, and all old ones back if one cannot take its own."""
    done: list[Path] = []
    try:
        for path, new in fresh.items():
            with suppress(OSError):
                os.link(path, kept[path], follow_symlinks=False)
            _on(path, lambda path=path, new=new: os.replace(new, path))  # type: ignore[misc]  # noqa: PTH105
            done.append(path)
    except BaseException:
        for path in done:
            _put_back(path, kept[path])
        raise


def _put_back(path: Path, old: Path) -> None:
    with suppress(OSError):
        if os.path.lexists(old):
            old.replace(path)
        else:
            path.unlink()


def _clear(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()


def _sync_folder(folder: Path) -> None:
    """Bring the names to the disk; where the file system cannot, the files are still whole."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _on(path: Path, work: Callable[[], None]) -> None:
    """Do `work`, whose failure is told as one of `path`."""
    try:
        work()
    except OSError as error:
        raise _failure(path, error) from error


NO_ROOM = "the disk is full: make room, or name another --output"
NOT_ALLOWED = "you may not write there: change the folder's permissions, or name another --output"
CAUSES = {
    errno.ENOSPC: NO_ROOM,
    errno.EDQUOT: "your share of the disk is used up: make room, or name another --output",
    errno.EFBIG: "it is larger than the system lets a file be here (see ulimit -f): name another --output",
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EROFS: "the disk is read-only: name another --output",
    errno.ENOTDIR: "a file stands where a folder is needed: move it, or name another --output",
    errno.ENAMETOOLONG: "the name is too long: give a shorter --name or --output",
    errno.ELOOP: "a link leads back to itself: remove it, or name another --output",
    errno.EIO: "the disk failed (input/output error): name another --output",
}


def _failure(path: Path, error: OSError) -> OutputError:
    cause = CAUSES.get(error.errno or 0) or f"{error.strerror or error}: name another --output"
    return OutputError(f"{path} was not written: {cause}. What stood there before still stands")
