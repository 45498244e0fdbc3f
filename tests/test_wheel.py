"""What is published works by itself: the wheel builds a brief where there is no checkout."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """`command`, with nothing in its environment that leads to the checkout; it must succeed."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    ran = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel built from it rather than from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    return next(distributions.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a new environment with the wheel, beside the dependencies that are here already."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    inside = Path(
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).stdout.strip()
    )
    here = Path(sysconfig.get_path("purelib"))
    for entry in here.iterdir():
        # Links, not a path: a path would bring the editable install of the checkout along.
        if "briefgen" not in entry.name and entry.suffix != ".pth":
            (inside / entry.name).symlink_to(entry)
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    return folder / "venv" / "bin"


def test_the_wheel_holds_templates_and_fonts_with_their_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "templates").rglob("*"):
        if path.is_file():
            assert f"briefgen/templates/{path.relative_to(ROOT / 'templates').as_posix()}" in names
    assert any(name.endswith(".woff2") for name in names)
    assert any("/licenses/" in name and "LICENSE" in name for name in names)
    assert "briefgen/py.typed" in names


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    version = wheel.name.split("-")[1]
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"briefgen", f"briefgen-{version}.dist-info"}


def test_the_source_distribution_holds_what_a_packager_needs(distributions: Path) -> None:
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    seeds = {path.relative_to(ROOT).as_posix() for path in (ROOT / "seeds").rglob("*") if path.is_file()}
    assert seeds <= names
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "Makefile",
        "requirements.lock",
    } <= names
    assert {"briefgen/cli.py", "briefgen/cli/__init__.py"} & names
    assert "tests/test_wheel.py" in names
    assert not {name for name in names if name.startswith((".venv", "output", ".git/"))}


def test_the_installed_wheel_builds_the_brief_away_from_the_checkout(
    installed: Path, seeds: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    where = run(installed / "python", "-c", "import briefgen; print(briefgen.__file__)", cwd=away).stdout
    assert str(ROOT) not in where
    run(installed / "briefgen", "build", seeds, "--output", away / "briefs", cwd=away)
    folder = away / "briefs" / "seeds"
    assert (folder / "analyst.pdf").read_bytes().startswith(b"%PDF-")
    assert "# " in (folder / "analyst.md").read_text("utf-8")
    run(installed / "briefgen", "verify", folder / "brief.json", "--sources", seeds, cwd=away)


def test_the_installed_fonts_are_those_in_the_pdf(installed: Path, seeds: Path, tmp_path: Path) -> None:
    import pikepdf

    run(
        installed / "briefgen",
        "build",
        seeds,
        "--format",
        "pdf",
        "--output",
        tmp_path / "briefs",
        cwd=tmp_path,
    )
    with pikepdf.open(tmp_path / "briefs" / "seeds" / "analyst.pdf") as pdf:
        faces = {
            str(thing["/FontName"])
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing
        }
    assert faces
    for face in faces:
        assert face.partition("+")[2].startswith(("Brief-Serif", "Brief-Sans")), face
