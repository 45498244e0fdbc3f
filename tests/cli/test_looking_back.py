"""What was told before is found, listed and shown at the terminal."""

import json
import subprocess
from pathlib import Path

import pytest
from conftest import Briefgen

CONFIG = """\
[jobs.daily]
sources = ["seeds/"]
formats = ["md", "json"]
published = "2024-10-18"

[jobs.weekly]
sources = ["seeds/"]
"""


@pytest.fixture
def project(tmp_path: Path, briefgen: Briefgen) -> Path:
    """A folder with two editions of one job; the other job never ran."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "briefgen.toml").write_text(CONFIG)
    (seeds / "a.txt").write_text("Mayor Élise Brandt said on Monday that 40 ships had left Ålesund.\n")
    assert briefgen("run", "daily").returncode == 0
    (seeds / "b.txt").write_text("The harbour office denied on Friday that 40 ships had left the port.\n")
    assert briefgen("run", "daily").returncode == 0
    return tmp_path


def said(ran: subprocess.CompletedProcess[bytes]) -> str:
    return ran.stderr.decode()


def shown(ran: subprocess.CompletedProcess[bytes]) -> str:
    assert ran.returncode == 0, said(ran)
    return ran.stdout.decode()


def test_words_are_found_with_who_said_them_where_and_when(briefgen: Briefgen, project: Path) -> None:
    ran = briefgen("search", "alesund", "SHIPS")
    assert shown(ran) == (
        "Mayor Élise Brandt said on Monday [2024-10-14] that 40 ships had left Ålesund.\n"
        "  said by Élise Brandt: asserted, reported\n"
        "  2024-10-18, seeds/a.txt\n"
        "  daily, editions 1 to 2 (2 editions), as of 2024-10-18\n"
    )
    assert said(ran) == "1 found\n"


def test_a_search_is_bounded_by_day_speaker_job_and_number(briefgen: Briefgen, project: Path) -> None:
    assert said(briefgen("search", "ships", "--limit", "1")).endswith("--limit shows more\n")
    assert said(briefgen("search", "ships", "--since", "2024-10-19")) == "nothing found\n"
    assert said(briefgen("search", "ships", "--until", "2024-10-18", "--speaker", "brandt")) == "1 found\n"
    assert said(briefgen("search", "ships", "--job", "weekly")) == "nothing found\n"
    wrong = briefgen("search", "ships", "--job", "dayly")
    assert wrong.returncode == 2
    assert "did you mean “daily”?" in said(wrong)
    wrong = briefgen("search", "ships", "--since", "yesterday")
    assert wrong.returncode == 2
    assert "ISO 8601" in said(wrong)


def test_a_search_speaks_json(briefgen: Briefgen, project: Path) -> None:
    found = json.loads(shown(briefgen("search", '"forty ships"', "--json")))
    assert found == {"total": 0, "hits": []}
    found = json.loads(shown(briefgen("search", '"40 ships" left', "--json", "--speaker", "Brandt")))
    (hit,) = found["hits"]
    assert [hit["text"][start:end] for start, end in hit["marks"]] == ["40 ships", "left"]
    assert (hit["source"], hit["first"], hit["last"], hit["speaker"]) == (
        "seeds/a.txt", 1, 2, "Élise Brandt",
    )  # fmt: skip
