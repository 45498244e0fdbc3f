"""`briefgen init` begins a folder of jobs, and leaves what is there as it is."""

from pathlib import Path

from conftest import Briefgen

from briefgen.config import load_config


def test_it_writes_a_file_that_works_and_says_what_comes_next(briefgen: Briefgen, tmp_path: Path) -> None:
    ran = briefgen("init")
    assert ran.returncode == 0, ran.stderr
    assert load_config(tmp_path / "briefgen.toml", {}).jobs[0].name == "daily"
    assert (tmp_path / "seeds").is_dir()
    said = ran.stderr.decode()
    assert "briefgen run\n" in said
    assert "briefgen schedule install" in said


def test_a_source_put_into_seeds_makes_the_first_edition(briefgen: Briefgen, tmp_path: Path) -> None:
    briefgen("init")
    (tmp_path / "seeds/ferry.txt").write_text("The mayor said on Monday that 40 ships had left.\n")
    ran = briefgen("run")
    assert ran.returncode == 0, ran.stderr
    (edition,) = (tmp_path / "output/daily").iterdir()
    assert {"analyst.md", "analyst.pdf", "brief.json"} <= {file.name for file in edition.iterdir()}


def test_it_makes_the_folder_that_is_named(briefgen: Briefgen, tmp_path: Path) -> None:
    ran = briefgen("init", "night desk/briefs")
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "night desk/briefs/seeds").is_dir()
    assert "cd 'night desk/briefs' && briefgen run" in ran.stderr.decode()


def test_the_zone_of_the_machine_is_written_out(briefgen: Briefgen, tmp_path: Path) -> None:
    briefgen("init", env={"TZ": "Asia/Tokyo"})
    assert load_config(tmp_path / "briefgen.toml", {}).jobs[0].zone == "Asia/Tokyo"


def test_a_file_that_is_there_is_left_as_it_is(briefgen: Briefgen, tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text("mine")
    ran = briefgen("init")
    assert ran.returncode == 1
    assert "is there already and was left as it is" in ran.stderr.decode()
    assert (tmp_path / "briefgen.toml").read_text() == "mine"
    assert not (tmp_path / "seeds").exists()


def test_seeds_that_are_there_are_left_as_they_are(briefgen: Briefgen, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("A ferry left.")
    ran = briefgen("init")
    assert ran.returncode == 0
    assert b"and made" not in ran.stderr
    assert (tmp_path / "seeds/a.txt").read_text() == "A ferry left."


def test_a_folder_that_cannot_be_made_is_told(briefgen: Briefgen, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    ran = briefgen("init", "a/b")
    assert ran.returncode == 1
    assert "name another folder" in ran.stderr.decode()
