"""What tells that files have changed: their times and sizes, without reading them."""

import os
from collections.abc import Iterable
from pathlib import Path

Marks = dict[str, tuple[int, int, int]]
"""Of each file by its path: time of the last change in nanoseconds, size in bytes, number of the node."""


def marks(paths: Iterable[Path]) -> Marks:
    """The marks of all files at or below `paths`; what cannot be looked at has none.

    Polling them needs no library, and sees changes on network and container file systems, which send no
    notice. Hidden files, which are neither sources nor templates, are left out.
    """
    found: Marks = {}
    waiting = [str(path) for path in paths]
    seen: set[tuple[int, int]] = set()
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116 - paths are strings here for speed
            inner = _inside(path, (status.st_dev, status.st_ino), seen)
        except OSError:
            continue
        if inner is None:
            found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
        else:
            waiting += inner
    return found


def _inside(path: str, node: tuple[int, int], seen: set[tuple[int, int]]) -> list[str] | None:
    """What stands in the folder `path`, nothing if it was `seen` before; none where it is no folder."""
    if node in seen:
        return []
    try:
        names = [entry.path for entry in os.scandir(path) if not entry.name.startswith(".")]
    except NotADirectoryError:
        return None
    seen.add(node)
    return names
