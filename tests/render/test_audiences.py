"""The audiences that ship: what each is shown, in which form, and on how many pages."""

import io
import re
from pathlib import Path

import msgspec
import pikepdf
import pytest
from annotations import annotated, claim, date
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples import brief_of, troubled

from briefgen.checks import check_markdown, plain, words_of
from briefgen.model.audience import Audience, Limits
from briefgen.model.brief import Alias, Brief
from briefgen.model.problem import TemplateError
from briefgen.pipeline import make_page, open_folder, render_page
from briefgen.render import Page
from briefgen.render.labels import all_labels
from briefgen.render.view import view_of

AUDIENCE = Audience(name="mine", title="Mine", description="", sections=("key_points", "timeline"))


def page_of(brief: Brief, audience: str, *own: Path) -> Page:
    """`brief` cut for `audience`, and held against its evidence as a build holds it."""
    page = make_page(brief, open_folder(audience, own, None))
    fixed = frozenset(plain(line) for line in page.fixed)
    check_markdown(page.markdown, brief, page.ledgers, fixed, page.vocabulary)
    return page


def written(page: Page, form: str) -> bytes:
    return render_page(page, (form,))[0].data


def pages(page: Page) -> int:
    with pikepdf.open(io.BytesIO(written(page, "pdf"))) as pdf:
        return len(pdf.pages)


def many(count: int, words: int = 8) -> Brief:
    """A brief of one source in which `count` people each say something of `words` words."""
    parts, claims, dates = [], [], []
    for number in range(count):
        content = (
            f"well number {number} in the valley of Orlo "
            + "ran dry again and " * (words // 4)
            + "stayed dry"
        )
        parts.append(f"Farmer {number} said on 3 May 2024 that {content}.")
    text = "\n".join(parts)
    start = 0
    for number in range(count):
        who = f"Farmer {number}"
        at = text.index(f"{who} said", start)
        end = text.index(".", at)
        content = text[text.index("that ", at) : end]
        claims.append(claim(text, who, "said", content))
        start = end
    dates.append(date(text, "3 May 2024", "2024-05-03", "2024-05-03"))
    return brief_of(annotated(text, claims=tuple(claims), dates=tuple(dates)))


def test_the_executive_brief_has_one_page() -> None:
    page = page_of(brief_of(troubled()), "executive")
    assert pages(page) == 1


@pytest.mark.parametrize(("count", "words"), [(1, 8), (40, 8), (40, 60), (6, 900), (1, 4000)])
def test_the_executive_brief_has_one_page_however_much_there_is(count: int, words: int) -> None:
    page = page_of(many(count, words), "executive")
    assert pages(page) == 1


@settings(max_examples=6, deadline=None)
@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=600))
def test_no_title_starts_a_second_page(title: str) -> None:
    brief = msgspec.structs.replace(brief_of(troubled()), title=title)
    assert pages(make_page(brief, open_folder("executive", (), None))) == 1


def test_what_is_left_out_of_the_page_is_counted_below_it() -> None:
    text = page_of(many(40), "executive").shown
    assert "Left out to keep to the page: " in text
    assert "Left out" not in page_of(brief_of(troubled()), "analyst").shown


def test_a_page_bears_the_lowest_marking_of_those_who_have_a_name_of_its_title() -> None:
    brief = brief_of(troubled())
    source = brief.sources[0]
    marks = {1: None, 2: "TLP:RED", 3: "TLP:GREEN"}
    sources = tuple(replace(source, number=n, title=f"Title {n}", marking=mark) for n, mark in marks.items())
    audience = replace(AUDIENCE, sections=("gaps",))

    def marking(title: str, *evidence: int) -> str | None:
        cited = tuple(replace(brief.evidence[0], id=f"E{n}", source=n) for n in (1, 2, 3))
        named = replace(
            brief.entities[0], name="Ostvik", aliases=(), evidence=tuple(f"E{n}" for n in evidence)
        )
        told = replace(
            brief, title=title, sources=sources, evidence=cited, entities=(named,), gaps=(), marking=None
        )
        return view_of(told, audience).marking

    assert marking("Ostvik · Karvel", 2) == "TLP:RED"
    assert marking("Ostvik · Karvel", 2, 3) == "TLP:GREEN"
    assert marking("Ostvik", 1, 2) is None
    assert marking("Title 2") == "TLP:RED"
    assert marking("A name of one's own") is None


def test_of_a_speaker_those_claims_are_kept_that_are_new_or_weighty() -> None:
    brief = many(6)
    source, claims = brief.sources[0], brief.claims[:6]
    speaker = replace(claims[0].speaker, entity="N1")
    days = ("2024-05-03", "2024-05-04", None, "2024-05-09", "2024-05-06", "2024-05-09")
    sources = tuple(replace(source, number=n, published=day) for n, day in enumerate(days, 1))
    said = tuple(replace(claim, source=n, speaker=speaker) for n, claim in enumerate(claims, 1))
    point = replace(brief.key_points[0], claims=(said[2].id,))
    told = replace(brief, sources=sources, claims=said, key_points=(point,))

    def kept(most: int) -> list[int]:
        audience = replace(AUDIENCE, sections=("who_says_what",), limits=Limits(claims=most))
        (voice,) = view_of(told, audience).voices
        return [claim.source for claim in voice.claims]

    assert [kept(most) for most in (1, 2, 3, 4, 6)] == [
        [4],
        [3, 4],
        [3, 4, 6],
        [3, 4, 5, 6],
        [1, 2, 3, 4, 5, 6],
    ]


def test_a_page_is_cut_the_same_every_time() -> None:
    assert written(page_of(many(40, 60), "executive"), "md") == written(
        page_of(many(40, 60), "executive"), "md"
    )


def test_the_executive_brief_names_evidence_by_number_only() -> None:
    page = page_of(brief_of(troubled()), "executive")
    text = written(page, "md").decode()
    assert "](#" not in text
    assert "[1]" in text
    html = written(page, "html").decode()
    assert 'href="#e' not in html
    assert '<span class="cite">1</span>' in html


def test_the_executive_brief_has_at_most_four_key_points_and_one_picture() -> None:
    page = page_of(many(40), "executive")
    points = page.shown.partition("## Key points")[2].partition("## ")[0]
    assert points.count("\n- ") <= 4
    assert page.shown.count("![") <= 1


def test_a_picture_without_a_table_below_it_tells_its_events_in_words() -> None:
    page = page_of(brief_of(troubled()), "executive")
    assert "The table below" not in page.shown
    assert page.captions[0].count(": ") >= 2
    assert page.captions[0].replace("“", "").split(".")[0] in next(iter(page.charts.values()))


SETTINGS = (
    'title = "Mine"\ndescription = "Mine."\nsections = ["bottom_line", "key_points", "gaps", "sources"]\n'
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)


def own(folder: Path, more: str) -> Path:
    """A folder of templates with the audience `mine`, whose settings end with `more`."""
    (folder / "mine").mkdir(parents=True)
    (folder / "mine" / "audience.toml").write_text(SETTINGS + more, "utf-8")
    return folder


def test_colours_of_an_audience_stand_in_its_page_and_print(tmp_path: Path) -> None:
    page = page_of(brief_of(troubled()), "mine", own(tmp_path, 'colours = { accent = "#8a1c1c" }\n'))
    assert "@media print{:root{--accent:#8a1c1c}}" in written(page, "html").decode()
    with pikepdf.open(io.BytesIO(written(page, "pdf"))) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    assert b"0.541" in drawn


def test_a_logo_is_put_inside_with_its_words(tmp_path: Path) -> None:
    folder = own(tmp_path, 'logo = { file = "logo.png", text = "Harbour Watch" }\n')
    (folder / "mine" / "logo.png").write_bytes(PIXEL)
    html = written(page_of(brief_of(troubled()), "mine", folder), "html").decode()
    assert '<img class="logo" src="data:image/png;base64,iVBOR' in html
    assert 'alt="Harbour Watch"' in html


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ('colours = { acent = "#8a1c1c" }\n', "line 4: `acent` is not known; did you mean `accent`?"),
        ('colours = { accent = "red" }\n', "line 4: `accent` is “red”; write a colour such as #1c4a6e"),
        ('logo = { file = "logo.png", text = "Mine" }\n', "line 4: there is no logo.png; put it into"),
        ('logo = { file = "../../a.png", text = "Mine" }\n', "line 4: the logo ../../a.png lies outside of"),
        ('logo = { file = "style.css", text = "Mine" }\n', "line 4: `file` of the logo is “style.css”"),
        (
            'logo = { file = "logo.png", txet = "Mine" }\n',
            "line 4: `txet` is not known; did you mean `text`?",
        ),
        ('logo = { file = "logo.png", text = " " }\n', "line 4: `text` of the logo is empty"),
        ("pages = 0\n", "line 4: `pages` is 0; a brief has at least one page"),
        ('page = "A4"\npages = "one"\n', "line 5: `pages` is a text; write a whole number"),
        ('citations = "number"\n', "line 4: `number` is not known; did you mean `numbers`?"),
        ("[limits]\nspeekers = 3\n", "line 5: `speekers` is not known; did you mean `speakers`?"),
        ("[limits]\ngaps = -1\n", "line 5: `gaps` is -1; a section shows no less than nothing"),
    ],
)
def test_a_mistaken_key_is_told_with_its_line(more: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        open_folder("mine", (own(tmp_path, more),), None)
    assert told in str(error.value)


def test_citations_by_source_name_each_source_once(tmp_path: Path) -> None:
    page = page_of(brief_of(troubled()), "mine", own(tmp_path, 'citations = "sources"\n'))
    assert "](#e" not in page.shown
    assert "[S1](#s1)" in page.shown
    assert "[S1](#s1) [S1](#s1)" not in page.shown


def test_rows_beyond_a_limit_are_counted_below_their_section(tmp_path: Path) -> None:
    brief = brief_of(troubled())
    page = page_of(brief, "mine", own(tmp_path, "[limits]\ngaps = 1\n"))
    left = len(brief.gaps) - 1
    assert f"{left} more gap" in page.shown
    assert f'<p class="remark">{left} more gap' in written(page, "html").decode()


def test_of_a_timeline_those_events_stay_that_key_points_tell_of_then_the_latest() -> None:
    brief = many(3)
    view = view_of(brief, msgspec.structs.replace(AUDIENCE, limits=Limits(timeline=1)))
    assert len(view.timeline) == 1
    assert view.left_out["timeline"] == len(brief.timeline) - 1
    top = next(
        one for one in brief.key_points if any(one.evidence == event.evidence for event in brief.timeline)
    )
    assert view.timeline[0].evidence == top.evidence


JARGON = ("origin", "stance", "paraphras", "verification", "corroborat", "assert", "SHA-256", "claim")


def test_the_public_brief_is_in_plain_words() -> None:
    page = page_of(brief_of(troubled()), "public")
    ours = page.shown.replace("Harbour", "")
    assert not [word for word in JARGON if word in ours.casefold() or word in ours]
    assert "could not confirm" in page.shown
    assert "Mary Poole" in page.shown


def test_the_public_brief_gives_the_address_of_each_source() -> None:
    brief = brief_of(troubled())
    source = msgspec.structs.replace(brief.sources[0], url="https://example.org/tanks")
    page = page_of(msgspec.structs.replace(brief, sources=(source,)), "public")
    assert "<https://example.org/tanks>" in page.shown


def test_the_public_brief_may_show_nothing_above_clear() -> None:
    assert open_folder("public", (), None).audience.marking_ceiling == "TLP:CLEAR"


def test_what_was_only_said_on_a_day_comes_last_where_a_timeline_is_short() -> None:
    brief = many(3)
    told = tuple(msgspec.structs.replace(one, said=True) for one in brief.timeline[:-1])
    brief = msgspec.structs.replace(brief, timeline=(*told, brief.timeline[-1]))
    view = view_of(brief, msgspec.structs.replace(AUDIENCE, limits=Limits(timeline=1)))
    assert view.timeline == (brief.timeline[-1],)


def test_operations_have_the_timeline_by_day_the_newest_first() -> None:
    page = page_of(brief_of(troubled()), "operations")
    timeline = page.shown.partition("## Timeline")[2].partition("\n## ")[0]
    heads = [line for line in timeline.splitlines() if line.startswith("### ")]
    assert heads[0] == "### 15 October 2024"
    assert heads[-1] == "### Not dated to the day"


def test_a_day_has_a_column_of_hours_only_where_one_is_known() -> None:
    brief = brief_of(troubled())
    event = brief.timeline[-1]
    heads = {}
    for value in ("2024-10-15", "2024-10-15T05:40"):
        dated = msgspec.structs.replace(event, when=msgspec.structs.replace(event.when, value=value))
        timed = msgspec.structs.replace(brief, timeline=(event, dated))
        timeline = make_page(timed, open_folder("operations", (), None)).shown.partition("## Timeline")[2]
        rows = timeline.partition("\n## ")[0].splitlines()
        heads[value] = [row for row in rows if row.startswith("|")]
    assert heads["2024-10-15"][0].startswith("| What |")
    assert heads["2024-10-15T05:40"][0].startswith("| Hour |")
    assert {row[:8] for row in heads["2024-10-15T05:40"][2:]} == {"| 05:40 ", "|  | " + event.line.text[:3]}


def test_a_column_that_holds_nothing_is_left_out() -> None:
    brief = brief_of(troubled())
    place = next(one for one in brief.entities if one.kind != "person")
    for aliases, there in ((("Orlo", "Port Orlo"), True), (("Orlo",), False)):
        names = tuple(Alias(name, 1, place.evidence[0]) for name in aliases)
        named = msgspec.structs.replace(place, name="Orlo", aliases=names)
        text = page_of(msgspec.structs.replace(brief, entities=(named,)), "analyst").shown
        assert ("Also called" in text.partition("## Who and where")[2].partition("\n## ")[0]) is there
        figures = tuple(msgspec.structs.replace(one, when=None, said=None) for one in brief.figures)
        text = page_of(msgspec.structs.replace(brief, figures=figures), "analyst").shown
        assert "For when" not in text


def test_the_sources_brief_has_claims_by_source_and_the_hash_of_each_sentence() -> None:
    brief = brief_of(troubled())
    page = page_of(brief, "sources")
    assert "### S1 · The Daily" in page.shown
    assert all(one.sha256 in page.shown for one in brief.evidence if f"### {one.id}\n" in page.shown)


@pytest.mark.parametrize("audience", ["analyst", "executive", "operations", "public", "sources"])
def test_every_audience_holds_for_a_text_without_claims(audience: str) -> None:
    page = page_of(brief_of(annotated("The valley is quiet.")), audience)
    assert pages(page) == 1


def english_left(text: str, brief: Brief) -> frozenset[str]:
    """Words of the English labels that stand in `text` and are neither a source's nor a German label's."""
    both = (open_folder("analyst", (), None, name).labels for name in ("en", "de"))
    english, german = (words_of(all_labels(labels)) for labels in both)
    said = words_of([*(one.paragraph for one in brief.evidence), *(one.name for one in brief.entities)])
    shown = re.sub(r"\]\([^)]*\)|\b[SE]\d+\b|\b[0-9a-f]{12,64}\b", "]", text)
    return (words_of([shown]) & english) - german - said


@pytest.mark.parametrize("audience", ["analyst", "executive", "operations", "sources"])
def test_a_german_brief_has_no_english_word_of_ours(audience: str) -> None:
    brief = brief_of(troubled())
    page = make_page(brief, open_folder(audience, (), None, "de"))
    fixed = frozenset(plain(line) for line in page.fixed)
    check_markdown(page.markdown, brief, page.ledgers, fixed, page.vocabulary)
    told = {"daily", "seeds", "a", "en"}  # the publisher, the file and the language of the source
    assert not english_left(page.shown, brief) - told
    assert "18. Oktober 2024" in page.shown
    assert 'lang="de">' in written(page, "html").decode()


def test_german_numbers_are_written_as_german_writes_them() -> None:
    labels = open_folder("analyst", (), None, "de").labels
    assert labels.numeral("1,234.5") == "1.234,5"
    assert labels.numeral("$1.2 million") == "$1,2 Mio."
    assert labels.count("words", 1200) == "1.200 Wörter"
