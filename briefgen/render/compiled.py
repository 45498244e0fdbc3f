"""Shipped templates as Jinja has compiled them, kept between runs as Python keeps its own modules."""

import os
import pickle
import sys
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from briefgen import __version__
from briefgen.render import sandbox

FOLDER = "BRIEFGEN_CACHE"
"""Names the folder for what can always be made again; empty keeps nothing."""


DAMAGED = (ValueError, EOFError, TypeError, AttributeError, ImportError, IndexError, pickle.UnpicklingError)
"""What reading a damaged file may raise."""


class Compiled(BytecodeCache):
    """A folder of compiled templates. Whatever cannot be read or written there is compiled again."""

    def __init__(self, folder: Path) -> None:
        self.fresh: list[Bucket] = []
        self.folder = folder / f"{__version__}-{Path(sandbox.__file__).stat().st_mtime_ns}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the code of a template, if it is there and of this text."""
        try:
            with self._file(bucket).open("rb") as file:
                bucket.load_bytecode(file)
        except (OSError, *DAMAGED):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Have the code of a template kept, if the brief can be made with it."""
        self.fresh.append(bucket)

    def keep(self) -> None:
        """Keep what was compiled: only what has held, so that a mistake is told each time."""
        while self.fresh:
            self._write(self.fresh.pop())

    def _write(self, bucket: Bucket) -> None:
        """Write the code of a template beside its place, and put it there."""
        file = self._file(bucket)
        beside = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with beside.open("wb") as opened:
                bucket.write_bytecode(opened)
            beside.replace(file)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.code"


def compiled() -> Compiled | None:
    """Where compiled templates are kept for this user; none where nothing is to be kept."""
    named = os.environ.get(FOLDER)
    if named is not None:
        return Compiled(Path(named)) if named else None
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - does not raise where there is no home
    if not home.is_absolute():
        return None
    if sys.platform == "darwin":
        return Compiled(home / "Library" / "Caches" / "briefgen")
    return Compiled(Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "briefgen")
