"""The same sources and the same `--as-of` give the same bytes, wherever and however the program runs."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import Briefgen

FORMATS = ("md", "json", "html", "pdf", "docx", "txt")
FILES = ("analyst.md", "analyst.html", "analyst.pdf", "analyst.docx", "analyst.txt", "brief.json")
TEXTS = {
    "b-harbour.txt": "The harbour master said on Tuesday that 40 ships were waiting.\n\n"
    'A union leader denied it. "There are no more than 12," she said.\n',
    "a-rail.txt": "Officials warned that freight trains may stop next week if the strike goes on.\n",
    "é-grid.txt": "The grid operator could not confirm the outage. It declined to comment further.\n",
}
SIDECAR = 'publisher = "The Harbour Post"\npublished = 2024-03-06\n'


def write_sources(folder: Path, names: list[str]) -> Path:
    """The texts in `folder`, written in the order of `names`: some file systems list them in that order."""
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text(TEXTS[name], "utf-8")
        (folder / f"{name}.meta.toml").write_text(SIDECAR, "utf-8")
    return folder


def built(
    briefgen: Briefgen, output: Path, *sources: str | Path, cwd: Path, env: Mapping[str, str] | None = None
) -> dict[str, bytes]:
    """The files of a brief of `sources`, by name."""
    formats = [part for form in FORMATS for part in ("--format", form)]
    options = ["--name", "port", "--as-of", "2024-03-07", "--output", output]
    ran = briefgen("build", *sources, *formats, *options, cwd=cwd, env=env)
    assert ran.returncode == 0, ran.stderr.decode()
    return {name: (output / "port" / name).read_bytes() for name in FILES}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return write_sources(tmp_path / "here" / "port", sorted(TEXTS))


@pytest.fixture
def expected(briefgen: Briefgen, sources: Path, tmp_path: Path) -> dict[str, bytes]:
    return built(briefgen, tmp_path / "expected", sources, cwd=tmp_path, env={"PYTHONHASHSEED": "0"})


def test_hash_seed_time_zone_and_locale_change_no_byte(
    briefgen: Briefgen, sources: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    environments = (
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "random", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    )
    for number, environment in enumerate(environments):
        output = tmp_path / f"output-{number}"
        assert built(briefgen, output, sources, cwd=tmp_path, env=environment) == expected


def test_working_folder_and_order_of_files_change_no_byte(
    briefgen: Briefgen, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    folder = write_sources(tmp_path / "elsewhere" / "deep" / "port", sorted(TEXTS, reverse=True))
    assert built(briefgen, tmp_path / "moved", "port", cwd=folder.parent) == expected


def test_the_order_in_which_files_are_named_changes_no_byte(
    briefgen: Briefgen, sources: Path, tmp_path: Path
) -> None:
    forward = built(briefgen, tmp_path / "forward", *sorted(TEXTS), cwd=sources)
    backward = [f"../port/{name}" for name in sorted(TEXTS, reverse=True)]
    assert built(briefgen, tmp_path / "backward", *backward, cwd=sources) == forward


def test_fonts_and_settings_of_the_machine_change_no_byte(
    briefgen: Briefgen, sources: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>')
    environment = {
        "FONTCONFIG_FILE": str(bare),
        "HOME": str(tmp_path / "nobody"),
        "COLUMNS": "40",
        "NO_COLOR": "1",
    }
    assert built(briefgen, tmp_path / "bare", sources, cwd=tmp_path, env=environment) == expected
