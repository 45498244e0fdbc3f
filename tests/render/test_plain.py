"""Plain text for mail: its lines, its tables told row by row, its citations; no sign of markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_samples import LABELS, MARKDOWN

from briefgen.render.plain import WIDTH, render_text


def told(markdown: str = MARKDOWN, marking: str | None = "TLP:GREEN") -> str:
    return render_text(markdown, marking, LABELS.sections)


def below(text: str, heading: str) -> list[str]:
    """The lines between `heading`, underlined, and the next heading."""
    lines = told(f"# T\n\nFacts\n\n{text}", None).split("\n")
    start = lines.index(heading) + 3
    return lines[start:-1]


def test_the_marking_is_the_first_and_the_last_line() -> None:
    lines = told().split("\n")
    assert lines[0] == "TLP:GREEN"
    assert lines[-2:] == ["TLP:GREEN", ""]
    assert told().count("TLP:GREEN") == 2


def test_without_a_marking_the_title_is_the_first_line() -> None:
    assert told(MARKDOWN.replace("**TLP:GREEN**\n\n", ""), None).startswith(
        "Ferries & fog on lake Orlo\n===="
    )


def test_headings_are_underlined_and_sections_in_capitals() -> None:
    assert "\nKEY POINTS\n----------\n\n" in told()
    assert "\nMayor Odd Lund\n--------------\n\n" in told()


def test_lines_are_no_wider_than_mail_keeps_whole() -> None:
    long = told("# T\n\nF\n\n## A\n\n" + "The harbour office of the lake said so. " * 20)
    assert max(map(len, long.split("\n"))) <= WIDTH == 72


def test_no_sign_of_markdown_is_left() -> None:
    text = told()
    assert not [sign for sign in ("**", "](", "##", "|", "![") if sign in text]
    assert not [line for line in text.split("\n") if line.startswith(("- ", "> "))]


def test_what_was_escaped_for_markdown_is_as_the_source_has_it() -> None:
    assert r"a*b_c\|" in told("# T\n\nF\n\n## A\n\na\\*b\\_c\\\\\\|\n")


def test_an_item_hangs_below_its_status() -> None:
    item = (
        "- ○ **Unconfirmed** · 1 origin — The mayor says that a ferry ran aground in the fog there. [1](#e1)"
    )
    assert below(f"## Key points\n\n{item}\n", "KEY POINTS") == [
        "○ Unconfirmed · 1 origin — The mayor says that a ferry ran aground in",
        "  the fog there. [1]",
    ]


def test_a_table_is_told_row_by_row_with_labels() -> None:
    table = (
        "## Figures\n\n| Value | What | Standing | Evidence |\n|---:|---|---|---|\n"
        "| 40 | passengers who had left the ferry before the fog | ○ unconfirmed | [1](#e1) [2](#e2) |\n"
        "| 2 | boats | – | [3](#e3) |\n"
    )
    assert below(table, "FIGURES") == [
        "• Value: 40",
        "  What: passengers who had left the ferry before the fog",
        "  Standing: ○ unconfirmed · Evidence: [1] [2]",
        "",
        "• Value: 2 · What: boats · Evidence: [3]",
    ]


def test_evidence_is_listed_under_its_number() -> None:
    text = told()
    assert "[2] S1, paragraph 2 · cited in Key points\n\n    The harbour office closed.\n" in text


def test_cited_words_are_told_from_those_around_them() -> None:
    assert ("    The fog was thick.\n  » The mayor says a ferry “ran aground in the fog”.\n") in told()


def test_a_picture_is_told_only_where_no_table_says_the_same() -> None:
    assert "Timeline: a ferry" not in told()
    alone = "## Timeline\n\n![Timeline: a ferry runs aground](x.svg)\n"
    assert below(alone, "TIMELINE") == ["Timeline: a ferry runs aground"]


def test_what_a_picture_tells_one_by_one_is_a_list() -> None:
    words = "Timeline of two. 2 May: it sank; three died; 3 May: it was raised."
    events = ("2 May: it sank; three died", "3 May: it was raised")
    text = render_text(f"# T\n\nF\n\n## Timeline\n\n![{words}](t.svg)\n", None, LABELS.sections, events)
    assert text.split("\n")[-5:] == ["Timeline of two.", "", f"• {events[0]}", f"• {events[1]}", ""]
    other = render_text(f"# T\n\nF\n\n## Timeline\n\n![{words}](t.svg)\n", None, LABELS.sections, ("x", "y"))
    assert other.split("\n")[-2] == words


def test_items_stand_close_where_each_is_one_line_and_apart_where_one_is_not() -> None:
    long = "- The mayor says that a ferry with forty passengers ran aground in the fog there.\n"
    assert below("## Gaps\n\n- One\n- Two\n- Three\n", "GAPS") == ["• One", "• Two", "• Three"]
    apart = below(f"## Gaps\n\n- One\n- Two\n{long}", "GAPS")
    assert apart[:4] == ["• One", "", "• Two", ""]


def test_facts_about_a_source_stay_together_though_one_is_long() -> None:
    facts = f"### S1\n\n- Publisher: Lake Post\n- File: fog.txt\n- SHA-256: {'0a' * 32}\n"
    assert below(f"## Sources\n\n{facts}", "SOURCES")[3:] == [
        "• Publisher: Lake Post",
        "• File: fog.txt",
        "• SHA-256:",
        f"  {'0a' * 32}",
    ]


def test_every_source_in_a_cell_of_citations_is_in_brackets() -> None:
    table = "## Figures\n\n| Value | Evidence |\n|---|---|\n| 2 | [S1](#s1) [S3](#s3) |\n| 3 | [S2](#s2) |\n"
    assert below(table, "FIGURES") == ["• Value: 2 · Evidence: [S1] [S3]", "", "• Value: 3 · Evidence: [S2]"]
    begins = below("## Evidence\n\n[S1](#s1), paragraph 2\n", "EVIDENCE")
    assert begins == ["S1, paragraph 2"]


def test_characters_of_east_asian_scripts_take_two_columns() -> None:
    lines = below("## A\n\n" + "湖上有霧渡輪擱淺" * 12 + "\n", "A")
    assert {len(line) for line in lines[:-1]} == {36}


def test_an_address_stays_whole() -> None:
    address = "https://example.org/" + "a" * 80
    assert address in below(f"## A\n\nSee <{address}>\n", "A")


def test_no_line_begins_with_a_citation_or_a_dot() -> None:
    text = told("# T\n\n" + " · ".join(["As of 3 May"] * 30) + "\n\n## A\n\n" + "Fog came. [1](#e1) " * 40)
    assert not [line for line in text.split("\n") if line.lstrip().startswith(("·", "["))]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_ends_with_one_line_feed(text: str) -> None:
    shown = told(f"# {text}\n\n{text}\n\n## {text}\n\n- **{text}** — {text}\n\n> {text}\n", "TLP:RED")
    assert shown.startswith("TLP:RED\n")
    assert shown.endswith("\nTLP:RED\n")


@pytest.mark.parametrize("markdown", ["", "# \n", "# T\n\n## A\n\n```\ncode\n```\n\n---\n\n1. one\n2. two\n"])
def test_what_own_templates_may_write_is_told(markdown: str) -> None:
    assert told(markdown, None).endswith("\n")
