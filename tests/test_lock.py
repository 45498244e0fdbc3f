"""What `make brief` and `make test` install is pinned, hashed, and what the project asks for."""

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])


def locked(name: str) -> dict[str, str]:
    """Package to version, as the lock file `name` has them."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    pairs = (line.split(";")[0].rstrip(" \\").split("==") for line in lines if line[:1].isalnum())
    return {package: version.strip() for package, version in pairs}


def wanted(extra: str | None) -> list[Requirement]:
    """What pyproject.toml asks for, to build, to run, and with the optional group `extra`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = project["project"]["dependencies"] + project["build-system"]["requires"]
    return [
        Requirement(name)
        for name in names + (project["project"]["optional-dependencies"][extra] if extra else [])
    ]


@pytest.mark.parametrize(("name", "extra"), [("requirements.lock", None), ("requirements-dev.lock", "dev")])
def test_the_lock_files_fit_what_the_project_asks_for(name: str, extra: str | None) -> None:
    versions = locked(name)
    for requirement in wanted(extra):
        version = versions.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is not in {name}: run `make lock`"
        assert requirement.specifier.contains(version), f"{requirement} against {version}: run `make lock`"


def test_developers_and_users_run_the_same_versions() -> None:
    users, developers = locked("requirements.lock"), locked("requirements-dev.lock")
    assert users.items() <= developers.items()


@LOCKS
def test_every_locked_package_has_a_hash(name: str) -> None:
    lines = [line for line in (ROOT / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    for number, line in enumerate(lines):
        if line[:1].isalnum():
            assert lines[number + 1].strip().startswith("--hash=sha256:"), line


@LOCKS
def test_a_lock_file_names_no_place_that_packages_come_from(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
