"""`briefgen template`: audiences of one's own are begun, shown, compared and upgraded; no line is lost."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Briefgen

from briefgen.model.audience import Audience

STORY = "The harbour master said on Tuesday that 40 ships were waiting off the port.\n"


def told(ran: Any) -> str:  # noqa: ANN401 - a finished process
    return str((ran.stdout + ran.stderr).decode())


@pytest.fixture
def director(briefgen: Briefgen, tmp_path: Path) -> Path:
    """The folder of an audience that was just begun."""
    ran = briefgen("template", "new", "director")
    assert ran.returncode == 0, told(ran)
    return tmp_path / "templates" / "director"


def test_list_names_the_audiences_that_ship_and_ones_own(briefgen: Briefgen, director: Path) -> None:
    lines = briefgen("template", "list").stdout.decode().splitlines()
    assert any(re.match(r"analyst +shipped +Analyst brief: ", line) for line in lines)
    assert any(re.match(r"director +templates +Director brief: ", line) for line in lines)


def test_a_new_audience_has_three_small_files_and_builds_the_same_brief(
    briefgen: Briefgen, director: Path, tmp_path: Path
) -> None:
    assert sorted(path.name for path in director.iterdir()) == [
        ".origin.json",
        "audience.toml",
        "brief.md.jinja",
        "style.css",
    ]
    assert len((director / "brief.md.jinja").read_text("utf-8").splitlines()) < 15
    assert len((director / "style.css").read_text("utf-8").splitlines()) < 10
    (tmp_path / "a.txt").write_text(STORY)
    ran = briefgen("build", "a.txt", "--audience", "director", "--audience", "analyst", "--format", "md")
    assert ran.returncode == 0, told(ran)
    mine, theirs = (
        (tmp_path / "output" / "a" / f"{name}.md").read_text("utf-8") for name in ("director", "analyst")
    )
    assert mine.replace("director-", "analyst-").replace("Director brief", "Analyst brief") == theirs


def test_a_new_audience_of_the_name_of_a_shipped_one_builds_on_that(
    briefgen: Briefgen, tmp_path: Path
) -> None:
    assert briefgen("template", "new", "analyst").returncode == 0
    assert briefgen("template", "new", "mine", "--from", "analyst").returncode == 0
    (tmp_path / "a.txt").write_text(STORY)
    ran = briefgen("build", "a.txt", "--audience", "analyst", "--audience", "mine", "--format", "html")
    assert ran.returncode == 0, told(ran)


def test_what_the_comments_of_a_new_audience_offer_works(
    briefgen: Briefgen, director: Path, tmp_path: Path
) -> None:
    settings = director / "audience.toml"
    settings.write_text(re.sub(r"^# (?=[a-z_]+ = )", "", settings.read_text("utf-8"), flags=re.MULTILINE))
    template = director / "brief.md.jinja"
    text = template.read_text("utf-8")
    block = re.search(r"{% block.*endblock %}", text, re.DOTALL)
    assert block
    template.write_text(f"{text}{block[0]}\n")
    (tmp_path / "a.txt").write_text(STORY)
    ran = briefgen("build", "a.txt", "--audience", "director", "--format", "md")
    assert ran.returncode == 0, told(ran)
    assert "# Director brief: " in (tmp_path / "output" / "a" / "director.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("director",), "templates/director is there already, and is left as it is"),
        (("_shared",), "cannot name an audience"),
        (("shipped",), "cannot name an audience"),
        (("a/b",), "cannot name an audience"),
        (("..",), "cannot name an audience"),
        (("chief", "--from", "analist"), "Did you mean “analyst”?"),
    ],
)
def test_new_overwrites_nothing_and_says_what_is_wrong(
    briefgen: Briefgen, director: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = {path: path.read_bytes() for path in director.parent.rglob("*") if path.is_file()}
    ran = briefgen("template", "new", *arguments)
    assert ran.returncode == 1
    assert message in told(ran)
    assert {path: path.read_bytes() for path in director.parent.rglob("*") if path.is_file()} == before


def test_new_makes_the_folder_that_is_named(briefgen: Briefgen, tmp_path: Path) -> None:
    assert briefgen("template", "new", "chief", "--templates", "far/away").returncode == 0
    shown = briefgen("template", "show", "chief", "--templates", "far/away").stdout.decode()
    assert re.search(r"chief/style\.css +yours +far/away/chief/style\.css", shown)


def test_show_tells_of_each_file_whose_it_is(briefgen: Briefgen, director: Path) -> None:
    (director.parent / "_shared" / "labels").mkdir(parents=True)
    shown = briefgen("template", "show", "director").stdout.decode()
    assert re.search(r"title +Director brief", shown)
    assert re.search(r"director/brief\.md\.jinja +yours +templates/director/brief\.md\.jinja", shown)
    assert re.search(r"_shared/sections\.md\.jinja +shipped +/", shown)
    assert re.search(r"_shared/style/page\.css +shipped +/", shown)
    assert re.search(r"_shared/labels/en\.toml +shipped +/", shown)


def test_show_tells_every_setting(briefgen: Briefgen, director: Path) -> None:
    settings = director / "audience.toml"
    logo = '[logo]\nfile = "a.svg"\ntext = "Harbour Watch"\n'
    colours = '[colours]\naccent = "#7a1f3d"\n'
    settings.write_text(settings.read_text("utf-8") + logo + colours, "utf-8")
    (director / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    shown = briefgen("template", "show", "director").stdout.decode()
    assert re.search(r"^  logo +templates/director/a\.svg \(Harbour Watch\)$", shown, re.MULTILINE)
    assert re.search(r"^  colours +accent #7a1f3d$", shown, re.MULTILINE)
    assert re.search(r"^  citations +links$", shown, re.MULTILINE)
    told_of = set(re.findall(r"^  (\w+) ", shown.partition("Files,")[0], re.MULTILINE))
    assert told_of == set(Audience.__struct_fields__) - {"name", "plain"}


def test_show_of_an_unknown_audience_names_the_nearest(briefgen: Briefgen) -> None:
    ran = briefgen("template", "show", "analist")
    assert ran.returncode == 1
    assert "Did you mean “analyst”?" in told(ran)


def test_diff_shows_ones_changes_and_nothing_else(briefgen: Briefgen, director: Path) -> None:
    assert briefgen("template", "diff", "director").stdout == b""
    sheet = director / "style.css"
    sheet.write_text(sheet.read_text("utf-8") + "h1 { color: #123456 }\n")
    (director / "logo.png").write_bytes(b"\x89PNG")
    lines = briefgen("template", "diff", "director").stdout.decode().splitlines()
    assert lines[:2] == ["--- shipped/director/style.css", "+++ templates/director/style.css"]
    assert [line for line in lines[2:] if line[:1] in "+-"] == ["+h1 { color: #123456 }"]


def test_diff_of_what_is_not_ones_own_says_how_to_make_it_so(briefgen: Briefgen) -> None:
    ran = briefgen("template", "diff", "analyst")
    assert ran.returncode == 1
    assert "`briefgen template new analyst` makes it yours" in told(ran)


def older(director: Path, name: str, new: str, old: str) -> None:
    """Make it seem that `name` was begun when `new` still read `old`."""
    record = director / ".origin.json"
    origin = json.loads(record.read_bytes())
    assert new in origin["files"][name]
    origin["files"][name] = origin["files"][name].replace(new, old)
    record.write_text(json.dumps(origin))
    (director / name).write_text(origin["files"][name], "utf-8")


def test_upgrade_changes_a_file_that_was_never_edited(briefgen: Briefgen, director: Path) -> None:
    now = (director / "audience.toml").read_text("utf-8")
    older(director, "audience.toml", '    "gaps",\n', "")
    ran = briefgen("template", "upgrade", "--dry-run")
    assert "audience.toml: you never changed it: brought up to date" in told(ran)
    assert "Nothing was changed" in told(ran)
    assert (director / "audience.toml").read_text("utf-8") != now
    assert briefgen("template", "upgrade").returncode == 0
    assert (director / "audience.toml").read_text("utf-8") == now
    assert "audience.toml: has all that is new" in told(briefgen("template", "upgrade", "director"))


def test_upgrade_puts_what_is_new_beside_ones_changes(briefgen: Briefgen, director: Path) -> None:
    older(director, "audience.toml", '    "gaps",\n', "")
    settings = director / "audience.toml"
    settings.write_text(settings.read_text("utf-8").replace("key_points = 8", "key_points = 3"), "utf-8")
    assert "were put together" in told(briefgen("template", "upgrade", "director"))
    merged = settings.read_text("utf-8")
    assert '    "gaps",\n' in merged
    assert "key_points = 3" in merged


def test_upgrade_keeps_a_file_where_both_changed_the_same_lines(briefgen: Briefgen, director: Path) -> None:
    older(director, "style.css", "h1, h2", "h1")
    sheet = director / "style.css"
    mine = sheet.read_text("utf-8").replace("/* h1 { color: var(--accent) } */", "h1 { color: #000 }")
    assert "#000" in mine
    sheet.write_text(mine, "utf-8")
    assert "yours stays, the new one is in style.css.new" in told(briefgen("template", "upgrade"))
    assert sheet.read_text("utf-8") == mine
    assert "h1, h2" in (director / "style.css.new").read_text("utf-8")


def test_upgrade_leaves_what_was_taken_away_and_what_it_does_not_know(
    briefgen: Briefgen, director: Path
) -> None:
    (director / "style.css").unlink()
    shared = director.parent / "_shared"
    shared.mkdir()
    (shared / "style.css").write_text("/* mine */\n")
    said = told(briefgen("template", "upgrade"))
    assert "director/style.css: taken away by you; stays so" in said
    assert "_shared/style.css: differs from what ships" in said
    assert not (director / "style.css").exists()
    assert (shared / "style.css").read_text("utf-8") == "/* mine */\n"


def test_labels_that_hold_words_of_ones_own_are_told_as_that_and_compared_word_by_word(
    briefgen: Briefgen, director: Path
) -> None:
    labels = director.parent / "_shared" / "labels"
    labels.mkdir(parents=True)
    (labels / "en.toml").write_text('[sections]\ngaps = "Open questions"\n\n[text]\nhandling = "Keep."\n')
    said = told(briefgen("template", "upgrade", "--dry-run"))
    assert "_shared/labels/en.toml: holds words of yours, which go before those that ship; all others" in said
    lines = briefgen("template", "diff", "_shared").stdout.decode().splitlines()
    assert [line for line in lines[2:] if line[0] in "+-"] == [
        '-gaps = "Gaps"',
        '+gaps = "Open questions"',
        "+",
        '+handling = "Keep."',
    ]


def test_variables_shows_no_example_of_what_is_not_set(briefgen: Briefgen) -> None:
    assert "UNSET" not in briefgen("template", "variables").stdout.decode()


def test_a_broken_record_is_told_and_nothing_is_touched(briefgen: Briefgen, director: Path) -> None:
    (director / ".origin.json").write_text("{")
    ran = briefgen("template", "upgrade")
    assert ran.returncode == 1
    assert "templates/director/.origin.json: cannot be read" in told(ran)


def test_variables_list_every_name_with_its_type_and_an_example(briefgen: Briefgen) -> None:
    shown = briefgen("template", "variables").stdout.decode()
    for line in (
        r"^  view +View +A brief as one audience sees it",
        r"^  speaker +Speaker",
        r"^  content +Line +What is said, in the source's words",
        r"^  evidence +list of text",
        r"^    cue +said",
        r"^      \{\{ view\.figures\[0\] \| amount \}\}\n      140 passengers",
        r"Blocks of _shared/brief\.md\.jinja.*: marking, title, facts, bottom_line",
        r"Macros of _shared/sections\.md\.jinja: .*timeline\(\)",
    ):
        assert re.search(line, shown, re.MULTILINE), line


def test_variables_of_one_type_and_as_json(briefgen: Briefgen) -> None:
    assert briefgen("template", "variables", "claim").stdout.decode().startswith("Claim: ")
    ran = briefgen("template", "variables", "claims")
    assert ran.returncode == 2
    assert "Did you mean Claim?" in told(ran)
    listed = json.loads(briefgen("template", "variables", "--json").stdout)
    fields = {
        field["name"] for kind in listed["kinds"] if kind["name"] == "Claim" for field in kind["fields"]
    }
    assert {"speaker", "stance", "content"} <= fields


def test_words_of_ones_own_stand_in_the_labels_and_pass_the_gate(
    briefgen: Briefgen, director: Path, tmp_path: Path
) -> None:
    labels = director.parent / "_shared" / "labels"
    labels.mkdir(parents=True)
    (labels / "en.toml").write_text('[text]\nhandling = "Not for onward distribution."\n')
    template = director / "brief.md.jinja"
    block = "{% block gaps %}\n{{ labels.text.handling }}\n\n{{ super() }}\n{% endblock %}\n"
    template.write_text(template.read_text("utf-8") + block, "utf-8")
    (tmp_path / "a.txt").write_text(STORY)
    ran = briefgen("build", "a.txt", "--audience", "director", "--format", "md")
    assert ran.returncode == 0, told(ran)
    made = (tmp_path / "output" / "a" / "director.md").read_text("utf-8")
    assert "## Gaps\n\nNot for onward distribution.\n" in made


def test_a_folder_that_cannot_be_written_names_the_option_that_mends_it(
    briefgen: Briefgen, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    ran = briefgen("template", "new", "director", "--templates", "file/templates")
    assert ran.returncode == 1
    assert "--templates" in told(ran)
    assert "--output" not in told(ran)
