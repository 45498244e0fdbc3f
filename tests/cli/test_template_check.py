"""`briefgen template check` finds what a reader would stumble over, and says where and how to mend it."""

import re
from pathlib import Path

import pytest
from conftest import Briefgen

from briefgen.proofs.proof import proof
from briefgen.render import open_folder
from briefgen.render.templates import audiences, find_templates

EXTENDS = '{% extends "_shared/brief.md.jinja" %}\n'


@pytest.fixture
def director(briefgen: Briefgen, tmp_path: Path) -> Path:
    """The folder of an audience that was just begun."""
    assert briefgen("template", "new", "director").returncode == 0
    return tmp_path / "templates" / "director"


def told(director: Path, sample: str) -> str:
    """What is found wrong with the audience in that folder, as the command tells it."""
    return "\n".join(fault.message for fault in proof("director", (director.parent,), (sample,)).faults)


def checked(briefgen: Briefgen, sample: str = "small") -> tuple[int, str]:
    ran = briefgen("template", "check", "director", "--sample", sample)
    return ran.returncode, ran.stderr.decode()


@pytest.mark.parametrize("name", audiences(find_templates()))
def test_what_ships_has_no_faults(briefgen: Briefgen, name: str) -> None:
    ran = briefgen("template", "check", name)
    assert ran.returncode == 0, ran.stderr.decode()
    assert re.fullmatch(
        rf"{name}: small .*, large .*, empty .*, hostile .*; no faults\n", ran.stderr.decode()
    )


def test_a_faint_colour_that_stands_in_several_places_is_told_where_it_is_set(director: Path) -> None:
    sheet = director / "style.css"
    begun = sheet.read_text("utf-8")
    rules = "h2 { color: #bbbbbb }\n.facts { color: #BBB }\n:root { --rule: #bbbbbb }\n"
    sheet.write_text(begun + rules, "utf-8")
    settings = director / "audience.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[colours]\nrule = "#bbbbbb"\n', "utf-8")
    line = begun.count("\n") + 1
    faint = re.findall(r"/([\w.]+), line (\d+): #bbbbbb on #ffffff .* \(“(\w+)", told(director, "empty"))
    assert faint == [("style.css", str(line + 1), "As"), ("style.css", str(line), "Bottom")]


def test_a_faint_colour_of_the_settings_is_told_with_its_line_there(director: Path) -> None:
    sheet = director / "style.css"
    sheet.write_text(sheet.read_text("utf-8") + ".nothing { color: #bbbbbb }\n", "utf-8")
    settings = director / "audience.toml"
    begun = settings.read_text("utf-8")
    settings.write_text(f'{begun}\n[colours]\nrule = "#bbbbbb"\nquiet = "#bbbbbb"\n', "utf-8")
    line = begun.count("\n") + 4
    assert f"audience.toml, line {line}: #bbbbbb on #ffffff has a contrast of 1.9 in print (" in told(
        director, "empty"
    )


OFFERED = re.compile(r"/\* (.+ \{ .+ \}) \*/")


def test_what_the_style_sheet_offers_passes_once_it_is_taken(director: Path) -> None:
    sheet = director / "style.css"
    taken, number = OFFERED.subn(r"\1", sheet.read_text("utf-8"))
    assert number == 1
    sheet.write_text(taken, "utf-8")
    assert told(director, "small") == ""


def test_what_the_template_offers_passes_once_it_is_taken(director: Path) -> None:
    template = director / "brief.md.jinja"
    text = template.read_text("utf-8")
    (block,) = re.findall(r"\{% block .*?endblock %\}", text, re.DOTALL)
    template.write_text(f"{text}\n{block}\n", "utf-8")
    assert told(director, "empty") == ""


def test_each_line_that_the_settings_offer_can_be_taken(director: Path) -> None:
    settings = director / "audience.toml"
    begun = settings.read_text("utf-8")
    offered = [line for line in begun.split("\n") if re.match(r"# (\w+ = |\[)", line)]
    assert len(offered) > 8
    taken = re.sub(r"^# (?=\w+ = |\[)", "", begun, flags=re.MULTILINE)
    settings.write_text(taken, "utf-8")
    assert open_folder("director", (director.parent,)).audience.pages == 4
    assert told(director, "empty") == ""


def test_pictures_are_drawn_in_the_audiences_colours_and_held_to_the_same(director: Path) -> None:
    settings = director / "audience.toml"
    plain = settings.read_text("utf-8")
    settings.write_text(
        f'{plain}\n[colours]\nink = "#909090"\nquiet = "#909090"\npaper = "#101010"\n', "utf-8"
    )
    line = plain.count("\n") + 3
    assert "in print in director-" not in told(director, "small")
    settings.write_text(
        f'{plain}\n[colours]\nink = "#404040"\nquiet = "#909090"\npaper = "#101010"\n', "utf-8"
    )
    found = told(director, "small")
    faint = f"line {line}: #404040 on #101010 has a contrast of 1.8 in print in director-standing.svg"
    assert f"{faint} (“" in found
    assert f"{faint} (a mark, `filled`); 3 is the least" in found


def test_what_was_just_begun_has_no_faults(briefgen: Briefgen, director: Path) -> None:
    status, said = checked(briefgen, "hostile")
    assert status == 0, said
    assert said.endswith("; no faults\n")


FAINT = "style.css, line 7: #bbbbbb on #ffffff has a contrast of 1.9"


@pytest.mark.parametrize(
    ("rules", "sample", "message"),
    [
        (".facts { color: #bbb }", "empty", f"{FAINT} in print"),
        ("@media screen { .facts { color: #bbb } }", "small", f"{FAINT} on a light screen"),
        (
            "@media screen and (prefers-color-scheme: dark) { .facts { color: #333 } }",
            "small",
            "style.css, line 7: #333333 on #14171a has a contrast of 1.4 on a dark screen",
        ),
        (
            "@media screen { .chart .grey-text { fill: #bbb } }",
            "small",
            f"{FAINT} on a light screen in director-standing.svg (“",
        ),
        (
            "@media screen and (prefers-color-scheme: dark) { .chart .filled { fill: #333 } }",
            "small",
            "style.css, line 7: #333333 on #14171a has a contrast of 1.4 on a dark screen in "
            "director-standing.svg (a mark, `filled`); 3 is the least",
        ),
        ("h1 { background: #1a1a1a }", "empty", "#1a1a1a on #1a1a1a has a contrast of 1.0"),
        ("@page { @top-right { content: none !important } }", "empty", "do not bear TLP:RED at the head"),
        ("@page { @bottom-right { visibility: hidden } }", "empty", "do not bear TLP:RED at the foot"),
        ("@page { @top-right { opacity: 0 } }", "empty", "do not bear TLP:RED at the head"),
        ("td { white-space: nowrap; overflow-wrap: normal }", "small", "runs out of its cell"),
        (
            "h1 { position: relative; left: 190mm }",
            "empty",
            "page 1: “Nothing happened” runs out of the page",
        ),
        ("h1 { colr: red }", "empty", "line 7: print knows no property `colr`; did you mean `color`?"),
        ("h1 { color: blu }", "empty", "line 7: `color: blu` has a value that `color` cannot have"),
        ("h1 { color: #123456", "empty", "style.css, line 7: this brace is not closed"),
    ],
)
def test_faults_of_the_look_are_told_with_their_place(
    director: Path, rules: str, sample: str, message: str
) -> None:
    sheet = director / "style.css"
    sheet.write_text(sheet.read_text("utf-8") + rules + "\n", "utf-8")
    assert message in told(director, sample)


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
    director: Path, template: str, sample: str, message: str
) -> None:
    (director / "brief.md.jinja").write_text(EXTENDS + template, "utf-8")
    assert message in told(director, sample)


def test_a_section_that_is_not_shown_is_told(briefgen: Briefgen, director: Path) -> None:
    (director / "brief.md.jinja").write_text("# {{ brief.title }}\n", "utf-8")
    status, said = checked(briefgen, "empty")
    assert status == 1
    assert "templates/director/brief.md.jinja: the section `gaps` is not shown; give it the heading" in said


def test_an_audience_that_cannot_be_used_is_told_and_the_others_are_tried(
    briefgen: Briefgen, director: Path
) -> None:
    (director / "audience.toml").write_text('title = "x"\n')
    ran = briefgen("template", "check", "--sample", "empty")
    said = ran.stderr.decode()
    assert ran.returncode == 1
    assert "director: no pages; 1 fault" in said
    assert "templates/director/audience.toml: " in said
    assert "analyst: empty 1 page; no faults" in said
