"""`--engine` reaches the brief, which says so, and what cannot be had is told in a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Briefgen, needs_module

STORY = (
    "The harbour board claims losses after the storm. Minister Ada Quill said the quay office had closed on "
    "Tuesday.\n"
)


@pytest.fixture
def port(tmp_path: Path) -> Path:
    """A folder with one text, and beside it the folder of a pipeline that knows two of its words."""
    needs_module("spacy")
    import spacy

    nlp = spacy.blank("en", meta={"name": "port_words", "version": "1.2.0"})
    tagger: Any = nlp.add_pipe("attribute_ruler")
    tagger.add([[{"LOWER": "claims"}]], {"TAG": "NNS"})
    names: Any = nlp.add_pipe("entity_ruler")
    names.add_patterns([{"label": "ORG", "pattern": "the quay office"}])
    nlp.to_disk(tmp_path / "pipeline")
    folder = tmp_path / "port"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    return folder


def test_a_brief_is_read_by_the_engine_and_says_so(briefgen: Briefgen, port: Path, tmp_path: Path) -> None:
    ran = briefgen("build", port, "--engine", "spacy:pipeline", "--format", "md", "--format", "json")
    assert ran.returncode == 0, ran.stderr.decode()
    brief = json.loads((tmp_path / "output/port/brief.json").read_bytes())
    assert ", pipeline en_port_words 1.2.0, SHA-256 " in brief["engine"]
    assert [entity["name"] for entity in brief["entities"]] == ["quay office"]
    assert len(brief["claims"]) == 1
    page = (tmp_path / "output/port/analyst.md").read_text("utf-8")
    coverage = page.partition("## Coverage")[2].partition("## Evidence")[0]
    assert "Kinds of words and names were told apart by spaCy 3." in coverage
    verified = briefgen("verify", "output/port/brief.json")
    assert verified.returncode == 0, verified.stderr.decode()


def test_without_an_engine_the_brief_says_nothing_of_one(
    briefgen: Briefgen, port: Path, tmp_path: Path
) -> None:
    assert briefgen("build", port, "--format", "md", "--format", "json").returncode == 0
    brief = json.loads((tmp_path / "output/port/brief.json").read_bytes())
    assert brief["engine"] is None
    assert "Ada Quill" in [entity["name"] for entity in brief["entities"]]
    assert "told apart" not in (tmp_path / "output/port/analyst.md").read_text("utf-8")


def test_the_same_engine_gives_the_same_bytes(briefgen: Briefgen, port: Path, tmp_path: Path) -> None:
    formats = ("--format", "md", "--format", "html", "--format", "json")
    made = []
    for seed in ("0", "1"):
        options = ("--engine", "spacy:pipeline", "--output", seed, *formats)
        assert briefgen("build", port, *options, env={"PYTHONHASHSEED": seed}).returncode == 0
        made.append({path.name: path.read_bytes() for path in (tmp_path / seed / "port").iterdir()})
    assert made[0] == made[1]


def test_extract_reads_with_the_engine_too(briefgen: Briefgen, port: Path) -> None:
    row = json.loads(briefgen("extract", port, "--engine", "spacy:pipeline").stdout)
    assert "pipeline en_port_words 1.2.0" in row["engine"]
    assert [row["text"][start:end] for start, end in row["entities"][0]["mentions"]] == ["quay office"]
    listing = briefgen("extract", port, "--engine", "spacy:pipeline", "--format", "text").stdout.decode()
    assert "engine       spaCy 3." in listing
    assert json.loads(briefgen("extract", port).stdout)["engine"] is None


@pytest.mark.parametrize("command", ["build", "extract"])
def test_an_engine_that_does_not_exist_is_wrong_usage(briefgen: Briefgen, port: Path, command: str) -> None:
    ran = briefgen(command, port, "--engine", "spacey:x")
    assert ran.returncode == 2
    assert "Invalid value for '--engine': “spacey” is no engine; did you mean spacy?" in ran.stderr.decode()


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_pipeline_that_is_not_here_is_an_error_and_nothing_is_written(
    briefgen: Briefgen, port: Path, tmp_path: Path, command: str
) -> None:
    ran = briefgen(command, port, "--engine", "spacy:en_core_none")
    assert ran.returncode == 1
    assert ran.stdout == b""
    assert ran.stderr.decode().startswith("Error: there is no spaCy pipeline “en_core_none” here: ")
    assert not (tmp_path / "output").exists()
