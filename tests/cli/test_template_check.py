"""`briefgen template check` finds what a reader would stumble over, and says where and how to mend it."""

from pathlib import Path

import pytest
from conftest import Briefgen

EXTENDS = '{% extends "_shared/brief.md.jinja" %}\n'


@pytest.fixture
def director(briefgen: Briefgen, tmp_path: Path) -> Path:
    """The folder of an audience that was just begun."""
    assert briefgen("template", "new", "director").returncode == 0
    return tmp_path / "templates" / "director"


def checked(briefgen: Briefgen, sample: str = "small") -> tuple[int, str]:
    ran = briefgen("template", "check", "director", "--sample", sample)
    return ran.returncode, ran.stderr.decode()


def test_what_ships_and_what_is_just_begun_has_no_faults(briefgen: Briefgen, director: Path) -> None:
    ran = briefgen("template", "check")
    lines = ran.stderr.decode().splitlines()
    assert ran.returncode == 0, lines
    assert [line.partition(":")[0] for line in lines][:1] == ["analyst"]
    assert any(line.startswith("director: small ") for line in lines)
    assert all("hostile" in line and line.endswith("; no faults") for line in lines)


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (".facts { color: #bbb }", "style.css, line 7: #bbbbbb on #ffffff has a contrast of 1.9 in print"),
        (".facts { color: #bbb }", "has a contrast of 1.9 on a light screen"),
        ("h1 { background: #1a1a1a }", "#1a1a1a on #1a1a1a has a contrast of 1.0"),
        (
            "@media screen and (prefers-color-scheme: dark) { .facts { color: #333 } }",
            "style.css, line 7: #333333 on #14171a has a contrast of 1.4 on a dark screen",
        ),
        ("@page { @top-right { content: none !important } }", "do not bear TLP:RED at the head"),
        ("@page { @bottom-right { visibility: hidden } }", "do not bear TLP:RED at the foot"),
        ("@page { @top-right { opacity: 0 } }", "do not bear TLP:RED at the head"),
        ("td { white-space: nowrap; overflow-wrap: normal }", "runs out of its cell"),
        (
            "h1 { position: relative; left: 190mm }",
            "page 1: “Two ferries stopped on lake Orlo” runs out of the page",
        ),
        ("h1 { colr: red }", "style.css, line 7: print knows no property `colr`; did you mean `color`?"),
        ("h1 { color: blu }", "style.css, line 7: `color: blu` has a value that `color` cannot have"),
        ("h1 { color: #123456", "style.css, line 7: this brace is not closed"),
    ],
)
def test_faults_of_the_look_are_told_with_their_place(
    briefgen: Briefgen, director: Path, rules: str, message: str
) -> None:
    sheet = director / "style.css"
    sheet.write_text(sheet.read_text("utf-8") + rules + "\n", "utf-8")
    status, told = checked(briefgen)
    assert status == 1
    assert message in told


@pytest.mark.parametrize(
    ("template", "sample", "message"),
    [
        (
            "{% block gaps %}{% if false %}{{ viw }}{% endif %}\n- None. [1](#e1)\n{% endblock %}",
            "small",
            "brief.md.jinja, line 2: there is no `viw`; did you mean `view`?",
        ),
        (
            "{% block timeline %}![](x.svg)\n{% endblock %}",
            "small",
            "pictures without words in their place: 1",
        ),
        (
            "{% block gaps %}The moon is cheese.\n{% endblock %}",
            "small",
            "has no evidence: “The moon is cheese",
        ),
        ("{% block gaps %}{{ view.timeline[0].line | line }}\n{% endblock %}", "empty", "there is no `0`"),
    ],
)
def test_faults_of_the_text_are_told_with_their_place(
    briefgen: Briefgen, director: Path, template: str, sample: str, message: str
) -> None:
    (director / "brief.md.jinja").write_text(EXTENDS + template, "utf-8")
    status, told = checked(briefgen, sample)
    assert status == 1
    assert message in told


def test_a_section_that_is_not_shown_is_told(briefgen: Briefgen, director: Path) -> None:
    (director / "brief.md.jinja").write_text("# {{ brief.title }}\n", "utf-8")
    status, told = checked(briefgen, "empty")
    assert status == 1
    assert "templates/director/brief.md.jinja: the section `gaps` is not shown; give it the heading" in told


def test_an_audience_that_cannot_be_used_is_told_and_the_others_are_tried(
    briefgen: Briefgen, director: Path
) -> None:
    (director / "audience.toml").write_text('title = "x"\n')
    ran = briefgen("template", "check", "--sample", "empty")
    told = ran.stderr.decode()
    assert ran.returncode == 1
    assert "director: no pages; 1 fault" in told
    assert "templates/director/audience.toml: " in told
    assert "analyst: empty 1 page; no faults" in told
