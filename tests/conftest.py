"""What tests share: the checkout, a copy of its seeds, the program as a process, hypothesis' settings."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from databases import Server

if TYPE_CHECKING:
    import ssl

    import trustme

# Servers of tests are on this machine, whatever proxy leads out of it.
os.environ["no_proxy"] = ",".join(filter(None, [os.environ.get("no_proxy"), "localhost", "127.0.0.1"]))

ROOT = Path(__file__).resolve().parent.parent

# The same examples every time, and no clock: a test that fails fails for everybody.
settings.register_profile(
    "briefgen", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("briefgen")


def needs(program: str, package: str) -> None:
    """Skip, loudly, a test whose `program` is not here; under CI fail, as CI installs what tests need."""
    if shutil.which(program) is None:
        told = f"{program} is not here: install {package} for this test"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)


def needs_module(module: str) -> None:
    """Skip, loudly, a test whose `module` is not installed; under CI fail, as CI installs what tests need."""
    if importlib.util.find_spec(module) is None:
        told = f"{module} is not installed: `make setup-dev` installs it for this test"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)


Briefgen = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """What a test starts heeds Ctrl+C, also where a shell runs the tests in its background and ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of `seeds/` that a test may change."""
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))


@pytest.fixture
def briefgen(tmp_path: Path) -> Briefgen:
    """Runs `python -m briefgen` with arguments, in a folder of its own unless `cwd` is given.

    The templates of whoever runs the tests play no part.
    """

    def run(
        *arguments: str | Path, cwd: Path = tmp_path, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "briefgen", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path / ".config"), **(env or {})},
            capture_output=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def postgres() -> Iterator["Server"]:
    """A running PostgreSQL server."""
    from databases import server

    with server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def store_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty store: once of each kind of database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    running: Server = request.getfixturevalue("postgres")
    return running.make(f"t{uuid.uuid4().hex}")


@pytest.fixture(scope="session")
def authority() -> "trustme.CA":
    """An authority that makes certificates, and that nobody knows."""
    import trustme

    return trustme.CA()


@pytest.fixture
def trusted(authority: "trustme.CA", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "ssl.SSLContext":
    """A server's side of TLS for `localhost`, by an authority that programs of this test trust."""
    import ssl

    bundle = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(bundle))
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    return context
