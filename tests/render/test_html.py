"""The page: what it adds to the Markdown, and that it needs and does nothing else."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5  # type: ignore[import-untyped]
from page_samples import FONTS, MARKDOWN, TEMPLATES, event, page, page_audience, page_brief

from briefgen.model.problem import TemplateError
from briefgen.render.faces import width
from briefgen.render.html import as_moment, css_string, render_html
from briefgen.render.structure import MARKS, TABLE_WIDTH
from briefgen.render.style import read_style


def tree(html: str) -> Element:
    found: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return found


def by_class(html: str, name: str) -> list[Element]:
    return [element for element in tree(html).iter() if name in element.get("class", "").split()]


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def by_id(html: str, name: str) -> Element:
    (found,) = [element for element in tree(html).iter() if element.get("id") == name]
    return found


def section(html: str, name: str) -> Element:
    (found,) = [element for element in by_class(html, name) if element.tag == "section"]
    return found


def test_the_page_says_what_it_is() -> None:
    html = page()
    assert tree(html).get("lang") == "en"
    assert tree(html).findtext("head/title") == "Ferries & fog on lake Orlo"
    metas = {meta.get("name"): meta.get("content") for meta in tree(html).iter("meta")}
    assert metas["author"] == "briefgen"
    assert metas["generator"] == "briefgen 0"
    assert metas["description"] == "As of 3 May 2031 · Analyst brief · Edition 2 · 1 source · 3 claims"
    assert metas["dcterms.created"] == metas["dcterms.modified"] == "2031-05-03T00:00:00Z"


@pytest.mark.parametrize(
    ("as_of", "moment"),
    [
        ("2031-05-03", "2031-05-03T00:00:00Z"),
        ("2031-05-03T06:30:00", "2031-05-03T06:30:00Z"),
        ("2031-05-03T06:30:00+02:00", "2031-05-03T06:30:00+02:00"),
    ],
)
def test_the_date_of_the_page_is_a_moment_with_a_zone(as_of: str, moment: str) -> None:
    assert as_moment(as_of) == moment


def test_the_page_needs_no_other_file() -> None:
    html = page()
    assert set(re.findall(r"url\((\w+:)", html)) == {"data:"}
    assert "@import" not in html.split("</style>")[0].replace("/* The analyst", "")
    for element in tree(html).iter():
        assert element.tag not in {"script", "link", "img", "iframe", "object"}
        assert element.get("src") is None
    assert "default-src 'none'" in html


def test_sections_are_named_after_their_titles() -> None:
    html = page()
    names = [element.get("class") for element in tree(html).iter("section")]
    assert names == [
        "bottom-line",
        "key-points",
        "who-says-what",
        "timeline",
        "figures",
        "gaps",
        "sources",
        "evidence",
    ]


def test_a_section_of_another_template_is_still_a_section() -> None:
    html = page("# T\n\nfacts\n\n## My own notes\n\nwords\n")
    assert words(section(html, "other")) == "My own notes words"


def test_every_id_is_there_once_and_every_link_within_the_page_arrives() -> None:
    html = page()
    ids = [element.get("id") for element in tree(html).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = {element.get("href", "")[1:] for element in tree(html).iter("a")}
    assert targets <= set(ids)


def test_a_speaker_named_like_an_exhibit_does_not_take_its_place() -> None:
    html = page(MARKDOWN.replace("### Harbour office", "### E1"))
    assert words(by_id(html, "e1")) == "E1"
    assert "ran aground" in words(
        next(part for part in by_class(html, "part") if part.find(".//*[@id='e1']") is not None)
    )


def test_a_status_is_lifted_out_of_its_line() -> None:
    first, second, gap = [item for item in tree(page()).iter("li") if item.get("class")][1:]
    lead = first.find("span")
    assert lead is not None
    assert words(lead) == "Unconfirmed Unconfirmed 1 origin"  # the drawing's title, the word, the note
    assert words(first).endswith("The mayor says a ferry “ran aground in the fog”. 1, 2")
    assert second.find("span/{http://www.w3.org/2000/svg}svg") is not None
    assert words(gap) == "Declined to comment The harbour office. 2"


def test_each_status_has_a_form_of_its_own() -> None:
    assert len(set(MARKS.values())) == len(MARKS) == 6


def test_an_item_without_a_status_is_left_alone() -> None:
    html = page("# T\n\nfacts\n\n## Gaps\n\n- plain — words\n- **strong** words\n- ○ words\n")
    assert [words(item) for item in tree(html).iter("li")] == ["plain — words", "strong words", "○ words"]


def test_a_citation_leads_to_its_evidence_and_back_to_the_first_in_each_section() -> None:
    html = page()
    cites = list(section(html, "key-points").iter("a"))
    assert [link.get("href") for link in cites] == ["#e1", "#e2", "#e2"]
    assert [link.get("id") for link in cites] == ["key-points-e1", "key-points-e2", None]
    back = [link.get("href") for link in section(html, "evidence").iter("a")]
    assert back == ["#s1", "#bottom-line-e1", "#key-points-e1", "#figures-e1", "#s1", "#key-points-e2"]


def test_a_citation_does_not_part_from_its_word() -> None:
    held = [
        words(element) for element in section(page(), "key-points").iter() if element.get("class") == "held"
    ]
    assert held == ["fog”. 1", "closed. 2"]


def test_columns_are_told_their_kind() -> None:
    figures = section(page(), "figures")
    assert [head.get("scope") for head in figures.iter("th")] == ["col"] * 4
    assert [cell.get("class") for cell in figures.iter("td")] == ["number", None, "number", "cites"]
    shares = [float(re.findall(r"[\d.]+", column.get("style", ""))[0]) for column in figures.iter("col")]
    assert sum(shares) == pytest.approx(100, abs=0.5)


def test_a_status_in_a_table_is_drawn_with_its_word() -> None:
    (cell,) = [cell for cell in section(page(), "timeline").iter("td") if "unconfirmed" in words(cell)]
    assert cell.find("span/{http://www.w3.org/2000/svg}svg") is not None
    assert "○" not in words(cell)


def test_speakers_tables_share_columns_and_the_second_head_is_quiet() -> None:
    first, second = section(page(), "who-says-what").iter("table")
    assert [c.get("style") for c in first.iter("col")] == [c.get("style") for c in second.iter("col")]
    assert (first.get("class"), second.get("class")) == ("short", "short quiet")


def test_a_table_knows_whether_a_word_of_it_has_to_break() -> None:
    table = "# T\n\nfacts\n\n## Gaps\n\n| {} |\n|{}\n| {} |\n"
    roomy = page(table.format("What", "---|", "a harbour"))
    full = page(table.format(" | ".join("abcdefgh"), "---|" * 8, " | ".join(["interdepartmentally"] * 8)))
    assert [one.get("class") for one in section(roomy, "gaps").iter("table")] == ["short"]
    assert [one.get("class") for one in section(full, "gaps").iter("table")] == ["short tight"]


def test_headings_of_any_form_are_found() -> None:
    html = page(
        "# T\n\nfacts\n\n## Gaps\n\n### One\n\nTwo\n---\n\n- ### Three\n\n> ### Four\n\n"
        "```\n### no heading\n```\n\n    ### nor this\n\n######\n\n### Five ###\n"
    )
    assert [one.get("id") for one in tree(html).iter("h3")] == ["one", "three", "four", "five"]
    assert section(html, "other").find("h2").get("id") == "two"  # type: ignore[union-attr]


def test_the_chart_stands_in_the_page_with_its_words() -> None:
    (chart,) = by_class(page(), "chart")
    assert chart.get("role") == "img"
    assert chart.get("aria-label") == "Timeline: a ferry runs aground"


def test_an_image_that_is_no_chart_becomes_its_words() -> None:
    html = page("# T\n\nfacts\n\n## Gaps\n\n![a *fine* picture](http://example.org/x.png)\n")
    assert words(section(html, "gaps")) == "Gaps a fine picture"


def test_markup_in_source_words_is_shown_not_obeyed() -> None:
    hostile = (
        '<script>alert(1)</script> <a rel=attachment href="file:///etc/hostname">x</a> [go](javascript:a())'
    )
    html = page(
        f"# {hostile}\n\n{hostile}\n\n## Gaps\n\n- **Not heard** — {hostile}\n", page_brief(title=hostile)
    )
    assert words(section(html, "gaps")) == f"Gaps Not heard {hostile}"
    assert tree(html).findtext("head/title") == hostile
    assert not list(tree(html).iter("script"))
    assert not list(tree(html).iter("a"))


def test_a_marking_cannot_leave_its_string() -> None:
    evil = '"}</style><script>alert(1)</script>\\'
    html = page(brief=page_brief(marking=evil, title=evil))
    assert not list(tree(html).iter("script"))
    assert re.fullmatch(r'"[\w .,:·–—…\\-]*"', css_string(evil))


def test_without_a_marking_no_page_bears_one() -> None:
    furniture = page(brief=page_brief(marking=None)).split("@page{")[1].split("</style>")[0]
    assert "top-right" not in furniture
    assert "top-right" in page().split("@page{")[1].split("</style>")[0]


def test_the_same_words_give_the_same_page() -> None:
    assert page() == page()


def test_long_words_and_empty_tables_do_no_harm() -> None:
    html = page(
        f"# T\n\nfacts\n\n## Figures\n\n| A | B |\n|---|---|\n\n| C | D |\n|---|---|\n| {'x' * 5000} | |\n"
    )
    assert "x" * 5000 in words(section(html, "figures"))


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_their_ground() -> None:
    sheet = read_style("analyst", [TEMPLATES])
    light, dark = sheet.split("@media screen and (prefers-color-scheme: dark)")
    for rule in re.findall(r"\{([^{}]*)\}", light):
        ground = re.search(r"background: (#\w+)", rule)
        for colour in re.findall(r"(?<![-\w])color: (#\w+)", rule):
            assert contrast(colour, ground[1] if ground else "#ffffff") >= 4.5
    for colour in re.findall(r"(?<![-\w])color: (#\w+)", dark):
        assert contrast(colour, "#14171a") >= 4.5


def test_a_style_sheet_imports_only_from_among_the_templates(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder in (own / "chief", shipped / "_shared"):
        folder.mkdir(parents=True)
    (shipped / "_shared" / "style.css").write_text("b { color: #000 }\n", "utf-8")
    sheet = own / "chief" / "style.css"
    sheet.write_text('@import "../_shared/style.css";\na { color: #111 }\n', "utf-8")
    assert read_style("chief", [own, shipped]) == "b { color: #000 }\na { color: #111 }\n"
    assert read_style("guest", [own, shipped]) == "b { color: #000 }\n"
    for wrong, told in [
        ("../../outside.css", "outside"),
        ("missing.css", "chief/missing.css"),
        ("style.css", "circle"),
    ]:
        sheet.write_text(f'@import "{wrong}";\n', "utf-8")
        with pytest.raises(TemplateError, match=told):
            read_style("chief", [own, shipped])
    sheet.write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateError, match="cannot be read"):
        read_style("chief", [own, shipped])


def test_headings_do_not_jump() -> None:
    levels = [
        int(element.tag[1]) for element in tree(page()).iter() if re.fullmatch(r"h\d", str(element.tag))
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_page_without_dated_events_shows_the_words_of_the_picture() -> None:
    html = page(brief=page_brief(event("undated", None)))
    assert not by_class(html, "chart")
    assert words(by_class(html, "image")[0]) == "Timeline: a ferry runs aground"


def test_the_legend_below_the_facts_has_its_marks_drawn() -> None:
    facts = "As of 3 May 2031 · Analyst brief · Edition 2 · 1 source · 3 claims"
    html = page(MARKDOWN.replace(facts, facts + "\n\n○ Unconfirmed: alleged · ◐ Reported: one says so"))
    (legend,) = by_class(html, "legend")
    assert len([one for one in legend.iter() if one.get("class") == "mark"]) == 2
    assert [words(one) for one in by_class(html, "facts")] == [facts]
    metas = {meta.get("name"): meta.get("content") for meta in tree(html).iter("meta")}
    assert metas["description"] == facts


def test_a_date_keeps_its_line_beside_long_cells() -> None:
    long = "a ferry that had left the harbour early ran aground in the fog and lay there until the tide came"
    row = f"| {long} | 3 June 2031 | Coastal News Agency, in its own voice |\n"
    row += f"| {long} | – | Coastal News Agency, in its own voice |\n" * 9
    html = page(f"# T\n\nfacts\n\n## Figures\n\n| What | For when | Who says so |\n|---|---|---|\n{row}")
    shares = [float(re.findall(r"[\d.]+", one.get("style", ""))[0]) for one in tree(html).iter("col")]
    assert TABLE_WIDTH * shares[1] / 100 > width("3 June 2031")


def test_a_table_of_few_tall_rows_may_part() -> None:
    long = (
        "a ferry that had left the harbour early ran aground in the fog and lay there until the tide came, "
        * 4
    )
    table = "# T\n\nfacts\n\n## Gaps\n\n| What |\n|---|\n" + "| {} |\n" * 5
    classes = [
        section(page(table.format(*[cell] * 5)), "gaps").find(".//table") for cell in ("a harbour", long)
    ]
    assert [one.get("class") if one is not None else "" for one in classes] == ["short", None]


def test_what_speaks_of_a_section_stands_behind_its_last_part() -> None:
    brief = page_brief()
    remark = "2 more names are not shown here."
    html = render_html(
        f"# T\n\nfacts\n\n## Who and where\n\n### Places\n\n| Name |\n|---|\n| Orlo |\n\n{remark}",
        brief,
        page_audience("A4"),
        marking=None,
        titles={"who_and_where": "Who and where"},
        style="",
        fonts=FONTS,
        remarks=(remark,),
    )
    (part,) = by_class(html, "part")
    assert "more names" not in words(part)
    assert "more names" in words(section(html, "who-and-where"))


def test_citations_of_a_cell_stand_on_one_line_below_a_short_head() -> None:
    table = "| Was | Beleg |\n|---|---|\n" + "| boats | [27](#e27) [58](#e58) |\n" * 2
    html = page(f"# T\n\nfacts\n\n## Gaps\n\n{table}")
    last = [float(re.findall(r"[\d.]+", one.get("style", ""))[0]) for one in tree(html).iter("col")][-1]
    assert TABLE_WIDTH * last / 100 > width("27, 58")


def test_a_column_that_is_empty_in_most_rows_takes_no_room_from_long_ones() -> None:
    long = "crews would need nine more days to bring the power back to every house of the district"
    rows = f"| {long} | not confirmed by the mayor; declined by two officials of the town |\n" * 3
    rows += f"| {long} | – |\n" * 6
    html = page(f"# T\n\nfacts\n\n## Gaps\n\n| Says | Replies |\n|---|---|\n{rows}")
    says, replies = (float(re.findall(r"[\d.]+", one.get("style", ""))[0]) for one in tree(html).iter("col"))
    assert says > 1.3 * replies


def test_a_count_behind_a_status_is_not_parted() -> None:
    table = "| Says | Standing |\n|---|---|\n" + "| boats | ○ Unconfirmed, 1 origin |\n" * 2
    html = page(f"# T\n\nfacts\n\n## Gaps\n\n{table}")
    assert "Unconfirmed,</span> 1\u00a0origin" in html
