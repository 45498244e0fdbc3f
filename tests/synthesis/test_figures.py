"""Which numbers of a source stand among the figures of its brief."""

import pytest
from samples import brief_of

from briefgen.extract import annotate
from briefgen.model.annotation import Annotated
from briefgen.model.document import Document
from briefgen.readers.paragraphs import find_blocks

HEAD = "A river rose.\n\nIt rained for days in the north.\n\nThe water came at night.\n\n"
"""Three sentences without a number, behind which a small count may be one in passing."""


def figures_in(sentence: str, head: str = HEAD) -> list[str]:
    """The values and units of the figures of `sentence`, which stands behind `head`."""
    return [f"{one.value:g} {one.unit}" for one in brief_of(annotated(head + sentence)).figures]


def annotated(text: str) -> Annotated:
    read = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    return annotate(read)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two streets in the old town were wet.",
        "She passed three doors and stopped.",
        "The song has four verses.",
        "Ana Ruiz, 34, walked home with her 7-year-old son.",
        "A man aged 51 was there, and a girl who is 12 years old.",
    ],
)
def test_ages_and_few_things_told_in_passing_are_no_figures(sentence: str) -> None:
    assert figures_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Three people drowned.", "3 people"),
        ("The flood left three dead.", "3 dead"),
        ("It fell, trapping three.", "3 trapped"),
        ("Rescued: 4.", "4 rescued"),
        ("Six were evacuated.", "6 evacuated"),
        ("The party won four seats.", "4 seats"),
        ("The police made two arrests.", "2 arrests"),
        ("Two Germans were hurt.", "2 Germans"),
        ("Two nurses were hurt.", "2 nurses"),
        ("Four missiles fell on the port.", "4 missiles"),
        ("The water rose by 2 metres.", "2 metres"),
        ("Rates rose by 3 percent.", "3 percent"),
        ("It cost $5.", "5 None"),
        ("At least two streets were wet.", "2 streets"),
        ("Twelve streets were wet.", "12 streets"),
        ("The mayor said two streets were wet.", "2 streets"),
    ],
)
def test_what_is_counted_on_purpose_is_a_figure(sentence: str, found: str) -> None:
    assert figures_in(sentence) == [found]


def test_few_of_anything_at_the_head_of_a_source_is_a_figure() -> None:
    assert figures_in("Two streets were wet.", head="") == ["2 streets"]


def test_suspected_and_confirmed_cases_are_two_things() -> None:
    text = "There were 90 suspected cases, 70 suspected cases a day before, and 12 confirmed cases."
    read = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    first, second, third = brief_of(annotate(read)).figures
    assert first.beside == (second.id,)
    assert third.beside == ()


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("Half of the island's 34 wells are dry.", "half of the island's 34 wells"),
        ("Nearly a quarter of the crop was lost.", "nearly a quarter of the crop"),
        ("Two thirds of voters agreed.", "two thirds of voters"),
        ("Half the crew left.", "half the crew"),
        ("One in five shops closed.", "one in five shops"),
        ("Almost half were sold.", "almost half"),
        ("Shares fell to 41.20 kroner.", "41.20"),
        ("It cost $1,250.50.", "1250.50"),
        ("It cost 41.25 euros.", None),
        ("Some 40 wells are dry.", None),
        ("Growth was 0.5 percent.", None),
        ("A quarter million people left.", None),
        ("It takes half a million dollars.", None),
    ],
)
def test_a_figure_keeps_its_sources_wording_where_its_value_would_be_written_otherwise(
    sentence: str, wording: str | None
) -> None:
    assert brief_of(annotated(HEAD + sentence)).figures[0].worded == wording


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("Ferry with 240 aboard sinks", "A ferry with about 240 people sank.", ["240 people"]),
        ("At least 17 dead in flood", "A flood came, killing at least 17.", ["17 killed"]),
        ("Firm sells for $3 million", "The firm was sold for $3 million.", ["3e+06 None"]),
        ("Rates rise 5%", "Rates rose by 5 percent.", ["5 percent"]),
        ("Ferry with 240 aboard sinks", "A ferry with 238 people sank.", ["240 people", "238 people"]),
        ("12 dead in flood", "A flood came and 12 boats sank.", ["12 dead", "12 boats"]),
        ("12 dead in flood", "A flood came and injured 12.", ["12 dead", "12 injured"]),
        ("Rates rise 5%", "Rates rose and 5 banks were shut.", ["5 percent", "5 banks"]),
        ("Firm sells for $12", "The firm has 12 shops.", ["12 None", "12 shops"]),
    ],
)
def test_a_number_of_the_title_that_the_text_gives_too_stands_once(
    title: str, text: str, found: list[str]
) -> None:
    body = f"{text} It rained for days in the north, and the water came at night, when nobody was awake."
    assert figures_in(body, head=f"{title}\n\n") == found


def test_all_words_for_people_who_died_count_one_thing() -> None:
    text = "The flood left 12 dead.\n\nIt went on, killing 14.\n\nThere were 15 deaths. It sank 16 boats."
    figures = brief_of(annotated(HEAD + text)).figures
    assert [len(one.beside) for one in figures] == [2, 2, 2, 0]


def test_the_number_that_somebody_estimates_is_theirs() -> None:
    brief = brief_of(annotated("Organisers said 12,000 took part; police estimated 7,000."))
    told = [(one.value, one.bound, one.speaker.label if one.speaker else "") for one in brief.figures]
    assert told == [(12000, "exact", "Organisers"), (7000, "about", "police")]


def test_a_few_who_speak_are_not_counted() -> None:
    sentence = "The mill was sold for 12 crowns, according to two people familiar with the talks."
    assert figures_in(sentence) == ["12 crowns"]


def test_points_of_different_things_are_not_put_beside_one_another() -> None:
    text = "The yield rose 22 basis points. It fell by 3 percentage points. It held 12 ships and 40 ships."
    found = {one.unit: len(one.beside) for one in brief_of(annotated(text)).figures}
    assert found == {"basis points": 0, "percentage points": 0, "ships": 1}
