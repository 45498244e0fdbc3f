"""Templates of one's own are found where the help says, in its order."""

from pathlib import Path

import pytest
from conftest import Briefgen

STORY = "The harbour master said on Tuesday that 40 ships were waiting off the port.\n"
AUDIENCE = 'title = "{}"\ndescription = "Mine."\nsections = ["key_points", "gaps"]\n'


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with one text."""
    folder = tmp_path / "port"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    return folder


def put(folder: Path, title: str) -> Path:
    """A folder of templates with the audience `chief` under that title."""
    (folder / "chief").mkdir(parents=True)
    (folder / "chief" / "audience.toml").write_text(AUDIENCE.format(title))
    return folder


def test_the_folder_that_is_named_goes_first_then_the_project_then_the_configuration(
    briefgen: Briefgen, story: Path, tmp_path: Path
) -> None:
    def title(*options: str | Path) -> str:
        ran = briefgen("build", story, "--audience", "chief", "--format", "md", *options)
        assert ran.returncode == 0, ran.stderr
        return (tmp_path / "output" / "port" / "chief.md").read_text("utf-8").split("\n")[2].split(" · ")[1]

    put(tmp_path / ".config" / "briefgen" / "templates", "Of the user")
    assert title() == "Of the user"
    put(tmp_path / "templates", "Of the project")
    assert title() == "Of the project"
    put(tmp_path / "elsewhere", "Of the folder named")
    assert title("--templates", "elsewhere") == "Of the folder named"


def test_a_template_that_eats_the_machine_leaves_the_last_brief_in_place(
    briefgen: Briefgen, story: Path, tmp_path: Path
) -> None:
    chief = put(tmp_path / "templates", "Mine") / "chief"
    assert briefgen("build", story, "--audience", "chief", "--format", "md").returncode == 0
    before = (tmp_path / "output" / "port" / "chief.md").read_bytes()
    (chief / "brief.md.jinja").write_text(
        "# x\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}\n"
    )
    ran = briefgen("build", story, "--audience", "chief", "--format", "md")
    assert ran.returncode == 1
    assert b"templates/chief/brief.md.jinja, line 2: the template takes too many steps" in ran.stderr
    assert (tmp_path / "output" / "port" / "chief.md").read_bytes() == before


def test_a_mistake_is_told_with_file_line_and_the_nearest_right_name(
    briefgen: Briefgen, story: Path, tmp_path: Path
) -> None:
    chief = put(tmp_path / "templates", "Mine") / "chief"
    (chief / "brief.md.jinja").write_text("# x\n{% for one in brief.claims %}\n{{ one.speeker }}{% endfor %}")
    ran = briefgen("build", story, "--audience", "chief", "--format", "md")
    assert ran.returncode == 1
    assert ran.stderr.decode() == (
        "Error: templates/chief/brief.md.jinja, line 3: there is no `claim.speeker`; did you mean "
        "`claim.speaker`?\n"
    )


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_a_property_that_print_does_not_know_is_told_and_the_brief_is_built(
    briefgen: Briefgen, story: Path, tmp_path: Path, form: str
) -> None:
    chief = put(tmp_path / "templates", "Mine") / "chief"
    sheet = '@import "../analyst/style.css";\nh1 { colr: red }\nh2 { color: notacolour }\n'
    (chief / "style.css").write_text(sheet)
    ran = briefgen("build", story, "--audience", "chief", "--format", form)
    assert ran.returncode == 0
    assert ran.stderr.decode().split("\n")[-3:-1] == [
        "  templates/chief/style.css, line 2: print knows no property `colr`; did you mean `color`?",
        "  templates/chief/style.css, line 3: `color: notacolour` has a value that `color` cannot have",
    ]


def test_a_word_that_stands_in_english_in_a_german_brief_is_told_once(
    briefgen: Briefgen, story: Path, tmp_path: Path
) -> None:
    folder = put(tmp_path / "templates", "Mine")
    block = "{% block title %}\n# {{ labels.text.mine }}\n{% endblock %}"
    (folder / "chief" / "brief.md.jinja").write_text(f'{{% extends "_shared/brief.md.jinja" %}}\n{block}\n')
    (folder / "_shared" / "labels").mkdir(parents=True)
    (folder / "_shared" / "labels" / "en.toml").write_text('[text]\nmine = "For the chief"\n')
    formats = ("--format", "md", "--format", "txt")
    ran = briefgen("build", story, "--audience", "chief", "--labels", "de", *formats)
    assert ran.returncode == 0
    assert ran.stderr.decode().count("templates/_shared/labels/de.toml has no `mine` in [text], so the") == 1
    assert "# For the chief" in (tmp_path / "output" / "port" / "chief.md").read_text("utf-8")


def test_a_mistake_in_a_style_sheet_is_told_when_a_page_is_made(
    briefgen: Briefgen, story: Path, tmp_path: Path
) -> None:
    chief = put(tmp_path / "templates", "Mine") / "chief"
    (chief / "style.css").write_text("a { background: url(http://example.org/x.png) }")
    ran = briefgen("build", story, "--audience", "chief", "--format", "html")
    assert ran.returncode == 1
    assert b"templates/chief/style.css, line 1: http://example.org/x.png is not fetched" in ran.stderr
