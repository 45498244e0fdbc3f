"""What changed, as each audience is told it, in each form."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.checks import check_markdown, plain
from briefgen.model.brief import Brief
from briefgen.model.marking import TLP_2
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import make_brief, make_page, open_folder, read_base, render_page, with_changes
from briefgen.render import Page
from briefgen.render.difference import difference

BEFORE = {
    "a.txt": "Police in Karvel said at least 12 people died in the fire. Lakeline said the mill was insured.",
    "b.txt": "The union alleged that the mill had been locked.",
    "c.txt": "Fisherman Arne Dal said he had seen a light on the lake.",
}
AFTER = {
    "a.txt": "Police in Karvel said 14 people died in the fire. Lakeline said the mill was insured.",
    "b.txt": "The union alleged that the mill had been locked. Lakeline denied the union's allegation.",
    "d.txt": "The mayor, Ane Solberg, said the school would open on Monday.",
}


def edition(texts: dict[str, str], number: int) -> Brief:
    raws = []
    for name, text in texts.items():
        data = text.encode()
        about = Metadata(f"Report {name}", "Orlo Post", published="2031-05-03")
        raws.append(RawSource(name, name, "text/plain", data, sha256(data).hexdigest(), about))
    return make_brief(read_base(raws, (), Metadata()), Request("x", "2031-05-03", edition=number))


@pytest.fixture(scope="module")
def brief() -> Brief:
    return with_changes(edition(AFTER, 12), edition(BEFORE, 11), TLP_2)


def page_for(audience: str, brief: Brief, *own: Path, language: str | None = None) -> Page:
    """The page of an audience, held against its evidence as a build does."""
    page = make_page(brief, open_folder(audience, own, None, language))
    fixed = frozenset(plain(line) for line in page.fixed)
    check_markdown(page.markdown, page.brief, page.ledgers, fixed, page.vocabulary)
    return page


def section(page: Page, title: str = "What changed") -> str:
    parts = re.split(r"^## ", page.shown, flags=re.MULTILINE)
    return next((part for part in parts if part.startswith(f"{title}\n")), "")


def test_without_an_earlier_edition_nothing_is_said(brief: Brief) -> None:
    for audience in ("analyst", "executive", "operations", "public", "sources"):
        assert "changed" not in page_for(audience, replace(brief, changes=None)).markdown.lower()


def test_an_analyst_sees_both_wordings_with_the_evidence_of_each(brief: Brief) -> None:
    told = section(page_for("analyst", brief))
    assert "2 new, 1 changed, 1 with another standing, 1 withdrawn, 1 figure moved since edition 11" in told
    was, now = "said at least 12 people died in the fire.", "said 14 people died in the fire."
    assert re.search(
        rf"\| Police in Karvel {was} \| Police in Karvel {now} \| figures \|.*\[P1-1\]\(#p1-1\)", told
    )
    assert re.search(r"at least 12 people \(3 May 2031\) \| 14 people \(3 May 2031\) \|.*\| revised \|", told)
    assert re.search(r"had been locked\. \| ○ Unconfirmed \| ✕ Denied \| Lakeline \|", told)
    assert re.search(r"\*\*Source gone\*\* — Fisherman Arne Dal .* \[P3-1\]\(#p3-1\)", told)


def test_what_stood_in_the_earlier_edition_is_shown_with_its_paragraph(brief: Brief) -> None:
    page = page_for("analyst", brief)
    evidence = section(page, "Evidence")
    assert "### P3-1\n\n[P3](#p3), paragraph 1 · cited in [What changed](#what-changed)" in evidence
    assert "not read again" in evidence
    assert "### P3\n\n- Of edition: 11 · Source gone" in section(page, "Sources")


def test_a_watch_floor_sees_figures_first_of_all(brief: Brief) -> None:
    page = page_for("operations", brief)
    assert re.findall(r"^## (.*)$", page.shown, re.MULTILINE)[:2] == ["What changed", "Bottom line"]
    assert re.findall(r"^### (.*)$", section(page), re.MULTILINE)[0] == "Figures that moved"
    assert "[S1](#s1) [P1](#p1)" in section(page)
    assert "#p1-1" not in page.shown


def test_the_public_is_told_what_is_new_and_what_is_withdrawn_and_no_more(brief: Brief) -> None:
    told = section(page_for("public", brief), "What is new")
    assert re.findall(r"^### (.*)$", told, re.MULTILINE) == ["New", "No longer reported"]
    assert "2 new, 1 withdrawn since edition 11" in told


def test_an_executive_has_a_line_for_each_kind_and_numbers_that_lead_nowhere(brief: Brief) -> None:
    page = page_for("executive", brief)
    markdown = render_page(page, ("md",))[0].data.decode()
    assert "**What changed** — 2 new, 1 changed, 1 withdrawn since edition 11, as of 3 May 2031." in markdown
    assert "Was: Police in Karvel said at least 12 people died in the fire." in markdown
    assert "P1-1]" in markdown
    assert "#p1-1" not in markdown


def test_an_executive_is_told_of_figures_that_moved_unless_their_statement_is_told_in_both_wordings(
    brief: Brief,
) -> None:
    assert brief.changes is not None
    assert brief.changes.moves
    assert "Figure moved" not in section(page_for("executive", brief))
    before = {"a.txt": "In Karvel 12 people were injured in the fire at the mill. Odd Lund said it was over."}
    after = before | {"b.txt": "In Karvel 31 people were injured in the fire at the mill."}
    moved = page_for("executive", with_changes(edition(after, 13), edition(before, 12), TLP_2))
    line = "- **Figure moved** — In Karvel 31 people were injured in the fire at the mill. Was: 12 people"
    assert line in section(moved)


def test_an_auditor_sees_what_changed_by_source(brief: Brief) -> None:
    told = section(page_for("sources", brief))
    assert re.findall(r"^### (.*)$", told, re.MULTILINE) == [
        "Sources",
        "S1 · Orlo Post",
        "S2 · Orlo Post",
        "S3 · Orlo Post",
        "P3 · Orlo Post",
    ]
    assert "| Source | Change | Evidence |\n|---|---|---|\n" in told
    assert "| Report c.txt | Source gone | [P3](#p3) |" in told


@pytest.mark.parametrize(
    ("language", "words"), [(None, "Nothing new since edition 12"), ("de", "Nichts Neues seit Ausgabe 12")]
)
def test_where_nothing_is_otherwise_that_is_said(brief: Brief, language: str | None, words: str) -> None:
    quiet = with_changes(edition(AFTER, 13), edition(AFTER, 12), TLP_2)
    for audience in ("analyst", "executive", "operations", "public", "sources"):
        assert words in page_for(audience, quiet, language=language).markdown


def test_who_has_no_list_of_what_changed_is_not_told_that_nothing_is_new() -> None:
    before = {"a.txt": "In Karvel 12 people were injured in the fire at the mill. Odd Lund said it was over."}
    after = before | {"b.txt": "In Karvel 31 people were injured in the fire at the mill."}
    moved = with_changes(edition(after, 13), edition(before, 12), TLP_2)
    assert moved.changes is not None
    assert len(moved.changes.moves) == 1
    told = page_for("executive", replace(moved, changes=replace(moved.changes, changes=()))).markdown
    assert "**What changed** — 0 new, 0 changed, 0 withdrawn, 1 figure moved since edition 12" in told
    assert "Nothing new" not in told


def test_a_limit_gives_each_kind_its_turn_and_counts_the_rest(brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "short").mkdir()
    (tmp_path / "short" / "audience.toml").write_text(
        'title = "Short"\ndescription = "x"\nsections = ["changes", "sources"]\n'
        'changes = ["withdrawn", "new", "figures"]\n[limits]\nchanges = 3\n'
    )
    told = section(page_for("short", brief, tmp_path))
    assert re.findall(r"^### (.*)$", told, re.MULTILINE) == ["Withdrawn", "New", "Figures that moved"]
    assert "1 more change is not shown here." in told


def test_templates_that_know_nothing_of_it_go_on_working(brief: Brief, tmp_path: Path) -> None:
    shipped = Path(__file__).resolve().parents[2] / "templates"
    old = (shipped / "_shared" / "brief.md.jinja").read_text("utf-8")
    block = r'\{% elif name == "changes" %\}\n.*?\n(?=\{% elif name == "who_says_what" %\})'
    assert re.search(block, old, re.DOTALL)
    (tmp_path / "_shared").mkdir()
    (tmp_path / "_shared" / "brief.md.jinja").write_text(re.sub(block, "", old, flags=re.DOTALL))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "audience.toml").write_text(
        'title = "Mine"\ndescription = "x"\nsections = ["bottom_line", "key_points", "sources", "evidence"]\n'
    )
    assert "P1" not in page_for("mine", brief, tmp_path).markdown
    assert "## Key points" in page_for("analyst", brief, tmp_path).markdown


def test_labels_of_a_language_that_is_older_than_it_are_completed(brief: Brief, tmp_path: Path) -> None:
    shipped = Path(__file__).resolve().parents[2] / "templates" / "_shared" / "labels" / "en.toml"
    text = shipped.read_text("utf-8").replace('language = "en"', 'language = "xx"')
    text = re.sub(r"# Of an earlier edition.*?\n\n(?=\[)", "", text, flags=re.DOTALL)
    later = r"^(?:changes|change_\w+|more_changes|nothing_new|not_compared = \[|since = \"\{changes).*\n"
    text = re.sub(later, "", text, flags=re.MULTILINE)
    assert "figure moved" not in text
    (tmp_path / "_shared" / "labels").mkdir(parents=True)
    (tmp_path / "_shared" / "labels" / "xx.toml").write_text(text, "utf-8")
    assert "1 figure moved" in page_for("analyst", brief, tmp_path, language="xx").markdown


@pytest.mark.parametrize("form", ["html", "txt", "docx"])
def test_every_form_has_it(brief: Brief, form: str) -> None:
    data = render_page(page_for("analyst", brief), (form,))[0].data
    assert form == "docx" or b"said at least 12 people died" in data


def test_two_editions_are_told_apart_in_plain_lines(brief: Brief) -> None:
    lines = difference(brief, open_folder("executive", (), None))
    assert lines[0].startswith("2 new, 1 changed, 1 with another standing, 1 withdrawn, 1 figure moved")
    assert "  Police in Karvel said 14 people died in the fire. [S1, paragraph 1] (figures)" in lines
    assert "    Was: Police in Karvel said at least 12 people died in the fire. [P1, paragraph 1]" in lines
    assert "  P3: c.txt (Source gone)" in lines
    assert [line for line in lines if "a.txt" in line] == ["  P1 → S1: a.txt (Source changed)"]
    with pytest.raises(ValueError, match="was compared with no other"):
        difference(replace(brief, changes=None), open_folder("analyst", (), None))


@pytest.mark.parametrize(
    ("audience", "language", "new", "changed"),
    [
        ("executive", None, "New", "Changed"),
        ("public", None, "New", "Changed"),
        ("analyst", "de", "Neu", "Geändert"),
    ],
)
def test_the_lines_of_the_first_page_that_are_new_or_changed_say_so(
    brief: Brief, audience: str, language: str | None, new: str, changed: str
) -> None:
    lines = page_for(audience, brief, language=language).markdown.partition("\n## ")[2].splitlines()
    first = {words: next(line for line in lines if words in line) for words in ("14 people", "school")}
    assert f"**{changed} · " in first["14 people"]
    assert f"**{new} · " in first["school"]


def test_a_line_that_stood_before_is_not_called_new(brief: Brief) -> None:
    page = page_for("analyst", brief)
    top = page.markdown.partition("## What changed")[0]
    insured = [line for line in top.splitlines() if "insured" in line]
    assert insured
    assert not any("New ·" in line or "Changed ·" in line for line in insured)


def test_a_brief_of_several_sources_says_that_they_are_not_compared(brief: Brief) -> None:
    several, one = edition(AFTER, 1), edition({"a.txt": AFTER["a.txt"]}, 1)
    for audience in ("executive", "public", "analyst"):
        assert "· sources are not cross-checked\n" in page_for(audience, several).markdown
        assert "cross-checked" not in page_for(audience, one).markdown.partition("\n## ")[0]
