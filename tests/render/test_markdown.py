"""The Markdown of a brief."""

import re
from pathlib import Path

import msgspec
import pytest
from annotations import annotated, claim, date, quantity
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from samples import brief_of, troubled

from briefgen.checks import check_markdown, plain
from briefgen.model.audience import Audience
from briefgen.model.brief import Brief
from briefgen.model.problem import TemplateError
from briefgen.render.labels import Labels, all_labels, fixed_lines, load_labels
from briefgen.render.markdown import render_markdown
from briefgen.render.templates import Templates, find_templates, load_audience
from briefgen.render.view import view_of


def analyst() -> tuple[Audience, Templates, Labels]:
    templates = find_templates()
    audience = load_audience("analyst", templates)
    return audience, templates, load_labels(templates.find("_shared", "labels"), audience.labels)


def markdown_of(brief: Brief) -> str:
    audience, templates, labels = analyst()
    return render_markdown(view_of(brief, audience), templates, labels)


def gate(brief: Brief) -> None:
    audience, _, labels = analyst()
    ledgers = frozenset(labels.sections[name] for name in ("sources", "coverage", "evidence"))
    fixed = frozenset(map(plain, fixed_lines(labels)))
    check_markdown(markdown_of(brief), brief, ledgers, fixed, (*all_labels(labels), audience.title))


def section(markdown: str, title: str) -> str:
    """The text under a heading of the second level."""
    return re.split(r"^## ", markdown.split(f"\n## {title}\n", 1)[1], flags=re.MULTILINE)[0]


def test_every_section_that_one_source_fills_stands_in_its_order() -> None:
    titles = re.findall(r"^## (.*)$", markdown_of(brief_of(troubled())), re.MULTILINE)
    assert titles == [
        "Bottom line",
        "Key points",
        "Who says what",
        "Verification",
        "Timeline",
        "Figures",
        "Who and where",
        "Outlook",
        "Gaps",
        "Sources",
        "Coverage",
        "Evidence",
    ]


def test_a_section_without_anything_to_say_is_left_out() -> None:
    markdown = markdown_of(brief_of(annotated("The dam held.")))
    assert "## Timeline" not in markdown
    assert "## Figures" not in markdown
    assert "## Gaps" in markdown


def test_the_title_block_says_date_audience_edition_and_size() -> None:
    lines = markdown_of(brief_of(troubled(), marking="TLP:GREEN")).split("\n")
    assert lines[0] == "**TLP:GREEN**"
    assert lines[2].startswith("# ")
    assert lines[4] == (
        "As of 18 October 2024 · Analyst brief · Edition 1 · 1 source · 6 claims · 3 speakers"
    )


def test_a_moment_is_shown_with_its_time_and_zone() -> None:
    assert "As of 20 October 2024, 06:30 UTC ·" in markdown_of(
        brief_of(troubled(), as_of="2024-10-20T06:30:00Z")
    )


def test_a_line_shows_status_words_dates_and_citation() -> None:
    assert section(markdown_of(brief_of(troubled())), "Bottom line").strip().split("\n")[0] == (
        "- ○ **Unconfirmed** — The mood soured after allegations Tuesday [15 October 2024] by "
        "Sylvania that Freedonia moved 300 tanks to the border last week [week of 7 October 2024], "
        "with more to come. [1](#e1)"
    )


def test_what_the_bottom_line_tells_is_not_told_again_under_key_points() -> None:
    markdown = markdown_of(brief_of(troubled()))
    assert "Allegations Tuesday" not in section(markdown, "Key points")
    assert "moved 300 tanks" in section(markdown, "Verification")


def test_claims_stand_under_their_speaker_with_stance_and_wording() -> None:
    said = section(markdown_of(brief_of(troubled())), "Who says what")
    assert said.index("### Mary Poole") < said.index("### Sylvania")
    assert "| “We are worried” | asserted | quoted | [2](#e2) |" in said
    assert "| have declined to discuss the convoy. | declined | paraphrased | [4](#e4) |" in said


def test_an_uncertain_attribution_is_said_to_be_uncertain() -> None:
    text = "He was late, he said."
    found = annotated(text, claims=(claim(text, "he", "said", "He was late,", certain=False),))
    assert "| asserted (attribution uncertain) |" in markdown_of(brief_of(found))


def test_figures_show_amount_clause_date_and_speaker() -> None:
    rows = section(markdown_of(brief_of(troubled())), "Figures").strip().split("\n")[-2:]
    assert rows[0].startswith("| 300 tanks | Freedonia moved 300 tanks to the border last week")
    assert "| week of 7 October 2024 | Sylvania | ○ Unconfirmed | [1](#e1) |" in rows[0]
    assert "| since May 2020 |" in rows[1]


def test_every_citation_leads_to_a_heading_of_evidence_and_back() -> None:
    markdown = markdown_of(brief_of(troubled()))
    cited = set(re.findall(r"\(#(e\d+)\)", markdown))
    headings = {title.lower() for title in re.findall(r"^### (E\d+)$", markdown, re.MULTILINE)}
    assert cited == headings
    assert "cited in [Bottom line](#bottom-line), " in markdown


def test_evidence_shows_the_cited_sentence_in_its_paragraph() -> None:
    shown = section(markdown_of(brief_of(troubled())), "Evidence")
    assert "> “We are worried,” Atlantean spokesperson" in shown.replace("**", "")
    assert "**“If it is true, we will act,” she said.**" in shown


def test_a_source_without_a_date_is_said_to_have_none() -> None:
    found = annotated("The dam held.", published=None)
    markdown = markdown_of(brief_of(found))
    assert "· publication date not known" in markdown.split("\n")[2]
    assert "- Published: publication date not known" in markdown
    assert "- **No date** — The publication date of 1 source is not known" in markdown


def test_the_gate_passes_the_brief_of_the_analyst() -> None:
    brief = brief_of(troubled(), marking="TLP:AMBER")
    gate(brief)


def test_lines_end_clean() -> None:
    markdown = markdown_of(brief_of(troubled()))
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")
    assert not re.search(r"[ \t]\n|\n\n\n|\r", markdown)


HOSTILE = (
    "# Not a heading {{ 7 * 7 }} {% include 'x' %} <script>alert(1)</script> | a | b |",
    "[link](https://evil.example) ![img](https://evil.example/x.png) <img src=x onerror=1>",
    "[E1]: https://evil.example `code` **bold** ~~gone~~ &lt;b&gt; \\",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_source_adds_none_to_the_brief(words: str) -> None:
    plainly = markdown_of(brief_of(annotated("Xxx said the dam held", claims=())))
    hostile = markdown_of(brief_of(annotated(f"Xxx said {words} held", claims=())))

    def shape(markdown: str) -> list[str]:
        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
        kinds = [t.type for block in tokens for t in (block, *(block.children or []))]
        return [kind for kind in kinds if kind not in ("text", "text_special")]

    assert shape(plainly) == shape(hostile)
    assert "49" not in hostile.split("## Sources", maxsplit=1)[0]


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(lambda text: len(text.split()) > 1))
def test_whatever_a_source_holds_the_gate_passes(words: str) -> None:
    words = re.sub(r"\s+", " ", words)
    found = annotated(f"A said {words} b.", claims=())
    brief = brief_of(found)
    gate(brief)


def own_template(folder: Path, text: str) -> Templates:
    (folder / "analyst").mkdir()
    (folder / "analyst" / "brief.md.jinja").write_text(text, "utf-8")
    return find_templates(folder)


IMPORTED = '{% import "_shared/sections.md.jinja" as section with context %}'
EXTENDED = '{% extends "_shared/brief.md.jinja" %}'


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (
            "# x\n{{ view.key_pints }}",
            "line 2: there is no `view.key_pints`; did you mean `view.key_points`?",
        ),
        ("# x\n\n{{ breif.title }}", "line 3: there is no `breif`; did you mean `brief`?"),
        ("{% for x in view.gaps %}", "line 1: {% for %} is not closed; close it with {% endfor %}"),
        ("# x\n{{ brief.title | shout }}", "line 2: there is no filter `shout`"),
        ("{{ brief.as_of | number }}", "line 1: "),
        ("{{ ''.__class__.__mro__ }}", "line 1: a template may not reach `__class__`"),
        ("{% for claim in view.brief.claims %}\n{{ claim.speeker }}{% endfor %}", "`claim.speaker`?"),
        ("{{ view.orign(()) }}", "did you mean `view.origin`?"),
        ("{{ brief.title | shuot | date }}", "there is no filter `shuot`"),
        ("{{ brief.title | dat }}", "did you mean `date`?"),
        ("{% if brief is definde %}{% endif %}", "did you mean `defined`?"),
        ("{% if false %}{{ 1 | dat }}{% endif %}{{ 1 | dat }}", "did you mean `date`?"),
        ('\n{% include "_shared/sectoins.md.jinja" %}', "line 2: there is no template"),
        ('{% include "_shared/sectoins.md.jinja" %}', "did you mean “_shared/sections.md.jinja”?"),
        ('{% extends "_shared/breif.md.jinja" %}', "did you mean “_shared/brief.md.jinja”?"),
        (IMPORTED + "\n{{ section.tmeline() }}", "line 2: there is no `tmeline`; did you mean `timeline`?"),
        ('{% from "_shared/sections.md.jinja" import tmeline with context %}{{ tmeline() }}', "tmeline"),
        (EXTENDED + "\n{% block tmeline %}{% endblock %}", "line 2: _shared/brief.md.jinja has no block"),
        (EXTENDED + "\n{% block tmeline %}{% endblock %}", "`tmeline`; did you mean `timeline`?"),
        (EXTENDED + "\n\nHello", "line 3: what stands outside of blocks is not shown"),
        (EXTENDED + "\n{{ brief.title }}", "line 2: what stands outside of blocks is not shown"),
        (EXTENDED + "\n{% block title %}\n{{ titel }}{% endblock %}", "line 3: there is no `titel`"),
        ("{{ labels.heads.whan }}", "did you mean `when`?"),
        ('{{ 3 | count("orgins") }}', "[counts] have no `orgins`; did you mean `origins`?"),
        ("{% block a %}{% endblok %}", "line 1: there is no tag `endblok`; did you mean `endblock`?"),
        ("{{ 1 + }}", "line 1: something is missing before `}}`"),
        ("{{ (1).x }}", "there is no `x`"),
        ("{{ 1 / 0 }}", "line 1: division by zero"),
        ("{{ brief.title() }}", "line 1: "),
        ("{% set a = view.gaps[99] %}{{ a }}", "line 1: there is no `99`"),
    ],
)
def test_a_mistake_in_a_template_is_named_with_its_file_and_line(
    tmp_path: Path, template: str, message: str
) -> None:
    templates = own_template(tmp_path, template)
    audience, _, labels = analyst()
    with pytest.raises(TemplateError) as caught:
        render_markdown(view_of(brief_of(troubled()), audience), templates, labels)
    assert str(caught.value).startswith(str(tmp_path / "analyst" / "brief.md.jinja"))
    assert message in str(caught.value)


def test_only_the_sources_without_a_date_are_said_to_have_none() -> None:
    brief = brief_of(troubled())
    dated = msgspec.structs.replace(brief.sources[0], published="2024-10-18")
    bare = msgspec.structs.replace(brief.sources[0], number=2, name="b.txt", published=None)
    markdown = markdown_of(msgspec.structs.replace(brief, sources=(dated, bare)))
    assert " · publication date not known for S2\n" in markdown
    assert "Of these, the publication date is not known for S2." in section(markdown, "Sources")


@pytest.mark.parametrize(
    "joined",
    ['("E1",) | cite ~ " " ~ brief.title', '[("E1",) | cite, brief.title] | join(" ")', 'brief["title"]'],
)
def test_source_words_joined_to_markdown_are_escaped_all_the_same(tmp_path: Path, joined: str) -> None:
    templates = own_template(tmp_path, "{{ " + joined + " }}\n")
    audience, _, labels = analyst()
    brief = msgspec.structs.replace(brief_of(troubled()), title="*a* | [b](c)")
    assert render_markdown(view_of(brief, audience), templates, labels).endswith("\\*a\\* \\| [b\\](c)\n")


def test_a_template_may_extend_the_one_that_ships_under_its_own_name(tmp_path: Path) -> None:
    shared = tmp_path / "_shared"
    shared.mkdir()
    (shared / "brief.md.jinja").write_text(
        '{% extends "shipped/_shared/brief.md.jinja" %}\n{% block facts %}Mine.\n{% endblock %}', "utf-8"
    )
    audience, _, labels = analyst()
    shown = render_markdown(view_of(brief_of(troubled()), audience), find_templates(tmp_path), labels)
    assert "\nMine.\n" in shown
    assert "## Timeline" in shown


def test_a_template_of_ones_own_goes_before_the_one_that_ships(tmp_path: Path) -> None:
    templates = own_template(tmp_path, "# {{ brief.title }}\n\nMine.\n")
    audience, _, labels = analyst()
    assert render_markdown(view_of(brief_of(troubled()), audience), templates, labels).endswith("Mine.\n")


def test_the_sample_has_a_marking_only_where_it_was_given() -> None:
    brief = brief_of(troubled())
    assert markdown_of(brief).startswith("# ")
    assert markdown_of(msgspec.structs.replace(brief, declared="Internal")).startswith("**Internal**")


def test_a_speaker_without_a_name_is_said_to_have_none() -> None:
    said = section(markdown_of(brief_of(troubled())), "Who says what")
    assert "### Harbour officials\n\nNot named in the source.\n" in said
    assert "### Mary Poole\n\n| Says" in said


def test_nameless_speakers_of_two_sources_are_not_taken_for_one() -> None:
    text = "Officials said the dam held."
    one, two = (
        annotated(text, name=name, claims=(claim(text, "Officials", "said", "the dam held"),))
        for name in ("seeds/a.txt", "seeds/b.txt")
    )
    markdown = markdown_of(brief_of(one, two))
    assert "### Officials (S1)\n" in markdown
    assert "### Officials (S2)\n" in markdown


def test_claims_without_a_speaker_stand_under_one_heading_and_count_no_speaker() -> None:
    text = "It said the dam held."
    one, two = (
        annotated(text, name=name, claims=(claim(text, "", "said", "the dam held"),))
        for name in ("seeds/a.txt", "seeds/b.txt")
    )
    markdown = markdown_of(brief_of(one, two))
    assert markdown.count("### Nobody named\n") == 1
    assert "· 2 claims · 0 speakers" in markdown


def test_several_sources_are_said_not_to_be_compared() -> None:
    text = "Officials said the dam held."
    one, two = (
        annotated(text, name=name, claims=(claim(text, "Officials", "said", "the dam held"),))
        for name in ("seeds/a.txt", "seeds/b.txt")
    )
    assert "Sources are not yet compared with each other" in markdown_of(brief_of(one, two))
    assert "Sources are not yet compared with each other" not in markdown_of(brief_of(one))


def test_a_claim_within_a_claim_says_according_to_whom() -> None:
    text = "The mayor said the union feared a strike."
    outer = claim(text, "The mayor", "said", "the union feared a strike")
    inner = msgspec.structs.replace(claim(text, "the union", "feared", "a strike", "possible"), parent=0)
    markdown = markdown_of(brief_of(annotated(text, claims=(outer, inner))))
    assert " (according to mayor) | called possible |" in markdown


def test_what_a_source_tells_in_its_own_voice_names_the_source() -> None:
    text = "The dam held 40 boats back."
    found = annotated(text, quantities=(quantity(text, "40 boats", 40, "boats"),))
    other = annotated("Rain fell.", name="seeds/b.txt", publisher="The Gazette")
    assert "| The Daily, in its own voice |" in markdown_of(brief_of(found, other))


def test_the_marks_of_the_first_page_are_explained_below_the_title() -> None:
    front = markdown_of(brief_of(troubled())).split("## ")[0]
    assert "○ Unconfirmed: alleged, or somebody could not confirm it · ◇ Conditional: holds only if" in front
    assert "an origin is one publisher" in front
    assert "✕ Denied" not in front


def test_a_number_that_is_not_dated_shows_when_it_was_said() -> None:
    text = "A clerk said on Friday that 40 boats sink."
    found = annotated(
        text,
        quantities=(quantity(text, "40 boats", 40, "boats"),),
        dates=(date(text, "Friday", "2024-10-18", "2024-10-18"),),
        claims=(claim(text, "A clerk", "said", "that 40 boats sink"),),
    )
    assert "| not given; said 18 October 2024 |" in markdown_of(brief_of(found))


def test_the_two_ends_of_a_range_are_shown_together() -> None:
    text = "Orlo built ships for the town between 2017 and 2020."
    found = annotated(
        text,
        dates=(
            date(text, "2017", "2017", "2017-01-01", "2017-12-31"),
            date(text, "2020", "2020", "2020-01-01", "2020-12-31"),
        ),
    )
    assert "| 2017 to 2020 |" in markdown_of(brief_of(found))


def test_several_sources_show_from_when_to_when_they_were_published() -> None:
    one, two = (
        annotated(f"Rain fell for {number} days.", name=f"seeds/{number}.txt", published=f"2024-10-0{number}")
        for number in (1, 2)
    )
    assert "published 1 October 2024 to 2 October 2024" in markdown_of(brief_of(one, two)).split("## ")[0]
