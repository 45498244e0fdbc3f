"""A person's notes stand in the brief word for word, and the gate sees to it."""

import re
from pathlib import Path

import msgspec
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import brief_of, troubled

from briefgen.checks import check_brief, check_markdown, plain
from briefgen.model.brief import Brief
from briefgen.model.codec import decode_brief, encode_brief
from briefgen.model.problem import UnfaithfulError
from briefgen.model.request import Request
from briefgen.pipeline import make_page, open_folder
from briefgen.readers.notes import read_notes
from briefgen.render import Page, page_html
from briefgen.synthesis.additions import with_additions
from briefgen.synthesis.notes import with_full_names

SIGNS = "ab é\"'-*_>#[]()`1.<!&|~\\\t\n{}:/@+=\u202e\x07“"


def noted(text: str) -> Brief:
    """A brief with the notes `text`."""
    brief = brief_of(troubled())
    notes = with_full_names(read_notes(text.encode("utf-8", "replace"), "notes.md"), [brief.sources[0].name])
    found = with_additions(brief, Request("seeds", "2030-01-01"), notes if notes.passages else None, (), ())
    check_brief(found)
    return found


def page_of(brief: Brief, audience: str = "analyst") -> Page:
    page = make_page(brief, open_folder(audience, (), None))
    check(page, page.markdown, brief)
    return page


def check(page: Page, markdown: str, brief: Brief) -> None:
    fixed = frozenset(plain(line) for line in page.fixed)
    check_markdown(markdown, brief, page.ledgers, fixed, page.vocabulary, page.noted)


def section(markdown: str) -> str:
    return re.split(r"^## .*\n", markdown.partition("## Analyst’s notes\n")[2], flags=re.MULTILINE)[0]


NOTES = """---
author: Ane O'Lund
date: 2031-05-03
---
It is *likely* that "tanks" moved, see [[{name}]].

- **Watch** the border
  1. by day
- Then the bridge
"""


def test_notes_say_whose_they_are_and_are_shown_as_written() -> None:
    name = brief_of(troubled()).sources[0].name
    shown = section(page_of(noted(NOTES.replace("{name}", name))).markdown)
    assert shown.strip().split("\n") == [
        "A person’s own judgments in that person’s words, not the words of a source.",
        "",
        "By Ane O’Lund · 3 May 2031 · notes.md",
        "",
        "It is *likely* that “tanks” moved, see [S1](#s1).",
        "",
        "- **Watch** the border",
        "",
        "    1. by day",
        "",
        "- Then the bridge",
    ]


def test_without_notes_there_is_no_section() -> None:
    assert "notes" not in page_of(brief_of(troubled())).markdown.casefold()


@settings(max_examples=60)
@given(st.text(alphabet=SIGNS, max_size=60))
def test_any_notes_pass_the_gate(text: str) -> None:
    brief = noted(text)
    page = page_of(brief)
    html = page_html(page)
    assert "<script" not in html
    assert section(page.markdown) or not brief.notes
    again = decode_brief(encode_brief(brief), "brief.json")
    assert msgspec.json.encode(again.notes or None) == msgspec.json.encode(brief.notes or None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("*likely*", "*unlikely*"),
        ("- **Watch** the border\n", "- **Watch** the border\n- and the sea\n"),
        ("[S1](#s1)", ""),
        ("By Ane O’Lund", "By Odd Berg"),
    ],
)
def test_the_gate_refuses_notes_that_are_not_word_for_word(old: str, new: str) -> None:
    brief = noted(NOTES.replace("{name}", brief_of(troubled()).sources[0].name))
    page = page_of(brief)
    changed = page.markdown.replace(old, new)
    assert changed != page.markdown
    with pytest.raises(UnfaithfulError, match="in “Analyst’s notes”"):
        check(page, changed, brief)


def test_a_template_may_show_less_of_the_notes() -> None:
    brief = noted(NOTES.replace("{name}", brief_of(troubled()).sources[0].name))
    page = page_of(brief)
    check(page, page.markdown.replace("- Then the bridge", ""), brief)


def test_words_of_the_notes_are_not_for_other_sections() -> None:
    brief = noted("Zanzibar is likely.")
    page = page_of(brief)
    with pytest.raises(UnfaithfulError, match="has no evidence"):
        check(page, page.markdown.replace("## Gaps\n", "## Gaps\n\nZanzibar is likely.\n"), brief)


def test_a_heading_that_is_called_like_a_section_takes_no_links_from_it() -> None:
    markdown = page_of(noted("# Sources\n\nWords.\n\n# E1\n\n# Other\n\nMore.")).markdown
    assert markdown.count("\n## Sources\n") == 1
    assert "\n**Sources**\n" in markdown
    assert "\n**E1**\n" in markdown
    assert "\n### Other\n" in markdown


def test_what_looks_like_a_status_is_not_set_as_one() -> None:
    html = page_html(page_of(noted("- ○ **Denied** · 1 origin — not so")))
    shown = html[html.index('<section class="notes"') :]
    assert 'class="lead' not in shown[: shown.index("</section>")]


def test_a_limit_counts_what_it_leaves_out() -> None:
    brief = noted("# One\n\nFirst.\n\n# Two\n\n" + "\n\n".join(f"Paragraph {n}." for n in range(1, 30)))
    shown = section(page_of(brief, "operations").markdown)
    assert "Paragraph 11." in shown
    assert "Paragraph 12." not in shown
    assert "18 more paragraphs of the notes are not shown here." in shown


def test_an_exclamation_mark_before_a_source_makes_no_picture() -> None:
    name = brief_of(troubled()).sources[0].name
    assert r"Look\![S1](#s1)" in section(page_of(noted(f"Look![[{name}]]")).markdown)


def test_every_audience_but_the_auditors_has_notes() -> None:
    for audience in ("analyst", "executive", "operations", "public"):
        assert '"notes"' in (ROOT / "templates" / audience / "audience.toml").read_text("utf-8")


def test_a_title_of_ones_own_may_have_a_straight_apostrophe(tmp_path: Path) -> None:
    labels = tmp_path / "_shared" / "labels"
    labels.mkdir(parents=True)
    (labels / "en.toml").write_text('[sections]\nnotes = "Ane\'s view"\n', "utf-8")
    brief = noted("It is likely.")
    page = make_page(brief, open_folder("analyst", (tmp_path,), None))
    check(page, page.markdown, brief)
    assert '<section class="notes"' in page_html(page)
