"""What `init` writes is right as it stands, and so is each line that it offers."""

import re
from pathlib import Path

import pytest

from briefgen.config import load_config
from briefgen.config.keys import DELIVERIES, FEED, FILE, JOB
from briefgen.config.starter import starter
from briefgen.model.job import Channel, Config

TEXT = starter("Europe/Berlin")
LINES = TEXT.split("\n")
SETTING = re.compile(r"# (?P<inner># )?(?P<setting>\w+ = .+)")
HEAD = re.compile(r"# (?P<head>\[\[.+\]\])")


def opened(number: int) -> str:
    """The file with the remark taken away from a line, and with it from what the line needs around it."""
    lines = list(LINES)
    lines[number] = lines[number].removeprefix("# ").removeprefix("# ")
    start = next((n for n in range(number, 0, -1) if not lines[n].strip() or HEAD.match(LINES[n])), 0)
    if HEAD.match(LINES[start]):
        for n in range(start, number_of_end(start)):
            if not LINES[n].startswith("# # "):
                lines[n] = lines[n].removeprefix("# ")
    return "\n".join(lines)


def number_of_end(start: int) -> int:
    return next((n for n in range(start, len(LINES)) if not LINES[n].strip()), len(LINES))


OFFERED = [number for number, line in enumerate(LINES) if SETTING.match(line) or HEAD.match(line)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "house").mkdir()
    return tmp_path


def loaded(folder: Path, text: str) -> Config:
    (folder / "briefgen.toml").write_text(text, "utf-8")
    return load_config(folder / "briefgen.toml", {})


def test_it_holds_one_job_that_reads_seeds_and_writes_to_output(folder: Path) -> None:
    (job,) = loaded(folder, TEXT).jobs
    assert (job.name, job.sources, job.output) == ("daily", (folder / "seeds",), folder / "output/daily")
    assert (job.zone, job.schedule, job.deliveries) == ("Europe/Berlin", None, ())


@pytest.mark.parametrize("number", OFFERED, ids=lambda number: LINES[number].split("  ")[0])
def test_each_line_that_it_offers_may_be_said(folder: Path, number: int) -> None:
    text = opened(number)
    assert text != TEXT
    assert loaded(folder, text) != loaded(folder, TEXT) or re.search(DEFAULTS, LINES[number])


DEFAULTS = r"store =|secrets =|engine =|naming =|feed_folder ="
"""Lines that show what holds without them."""


def test_all_that_it_offers_may_be_said_at_once(folder: Path) -> None:
    text = "\n".join(
        line.removeprefix("# ").removeprefix("# ") if number in OFFERED else line
        for number, line in enumerate(LINES)
    )
    (job,) = loaded(folder, text).jobs
    assert len(job.feeds) == 1
    assert len(job.deliveries) == len(Channel.__args__)


def test_it_shows_every_key() -> None:
    said = set(re.findall(r"^(?:# ){0,2}(\w+) = ", TEXT, re.MULTILINE))
    keys = {key for keys in (JOB, FEED, *DELIVERIES.values()) for key in keys} | {"store", "secrets", "kind"}
    assert said == keys - {"feeds", "deliveries"}
    assert set(FILE) == {"store", "secrets", "defaults", "jobs"}
    assert "[jobs.daily]" in TEXT
    assert "[defaults]" in TEXT


def test_its_lines_fit_a_screen() -> None:
    assert max(len(line) for line in LINES) <= 110
