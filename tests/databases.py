"""Real databases for tests: an SQLite file, and a PostgreSQL server that the tests start themselves."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import needs, needs_module

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian keeps the server's programs, a folder for each version; they are on no PATH."""


def program(name: str) -> str:
    """The server's program `name`; a test without it is skipped."""
    found = shutil.which(name)
    if found is None:
        versions = sorted(
            DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3].partition(".")[0])
        )
        found = str(versions[-1]) if versions else None
    if found is None:
        needs(name, "PostgreSQL (`apt-get install postgresql`, `brew install postgresql`)")
    return found or name


class Server:
    """A PostgreSQL server on a socket of its own, that nobody else can reach."""

    def __init__(self, folder: Path) -> None:
        """Make a cluster in `folder`; `start` starts it."""
        self._folder = folder
        self._data = folder / "data"
        self._control = program("pg_ctl")
        init = program("initdb")
        self._as_server(init, "-D", self._data, "-U", "briefgen", "--auth=trust", "--no-sync", "-E", "UTF8")

    def _as_server(self, *words: str | Path) -> None:
        """Run a program of the server, which refuses to work as root."""
        command = [str(word) for word in words]
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres", "postgres")
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=self._folder)
        assert ran.returncode == 0, ran.stdout + ran.stderr

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        settings = f"-c listen_addresses= -c unix_socket_directories={self._folder} -c fsync=off"
        log = self._folder / "log"
        self._as_server(self._control, "-D", self._data, "-l", log, "-w", "-o", settings, "start")

    def stop(self) -> None:
        """End it at once, as a server that fails does: connections break."""
        self._as_server(self._control, "-D", self._data, "-m", "immediate", "-w", "stop")

    def fail(self) -> None:
        """Break all connections, and be there again."""
        self.stop()
        self.start()

    def address(self, database: str = "postgres") -> str:
        """What `store` of briefgen.toml would say."""
        return f"postgresql://briefgen@/{database}?host={self._folder}"

    def make(self, database: str) -> str:
        """A new, empty database, and its address."""
        import psycopg

        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{database}"'.encode())
        return self.address(database)


@contextmanager
def server() -> Iterator[Server]:
    """A running server, gone with all it held at the end."""
    needs_module("psycopg")
    with tempfile.TemporaryDirectory(prefix="briefgen-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        made = Server(folder)
        made.start()
        try:
            yield made
        finally:
            made.stop()
