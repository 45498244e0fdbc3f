"""The picture of who claims what about whom."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from page_samples import LABELS, line, page_brief, page_view
from picture_shapes import SVG, at_height, box, harmless, shapes, texts

from briefgen.model.annotation import EntityKind, Stance
from briefgen.model.brief import Brief, Claim, Entity, Source, Speaker
from briefgen.render.charts.drawing import SMALL_WIDTH, WIDTH, Drawing
from briefgen.render.charts.matrix import MOST_COLUMNS, MOST_ROWS, matrix_chart

SOURCE = Source(1, "a.txt", "text/plain", "utf-8", 1, "0", 1, 1)

Told = tuple[str, Stance, tuple[str, ...]]
"""Who speaks, how they stand to it, and the names of whom they speak."""


def brief_of(*told: Told, kind: EntityKind = "country") -> Brief:
    names = list(dict.fromkeys(name for who, _, about in told for name in (who, *about)))
    ids = {name: f"N{number}" for number, name in enumerate(names, 1)}
    entities = tuple(Entity(ids[name], name, kind, (), 1, 1, ("E1",)) for name in names)
    claims = tuple(
        Claim(
            id=f"C{number}",
            source=1,
            speaker=Speaker(who, who, ids[who]),
            stance=stance,
            status="reported",
            quoted=False,
            cue="said",
            content=line("it is so"),
            statement=line("it is so"),
            evidence=("E1",),
            about=tuple(ids[name] for name in about),
        )
        for number, (who, stance, about) in enumerate(told, 1)
    )
    return replace(page_brief(), claims=claims, entities=entities, sources=(SOURCE,))


def drawn(*told: Told, kind: EntityKind = "country", across: float = WIDTH) -> Drawing | None:
    return matrix_chart(page_view(brief_of(*told, kind=kind)), LABELS, across)


def picture(*told: Told) -> ET.Element:
    made = drawn(*told)
    assert made is not None
    return harmless(made)


def test_one_speaker_or_one_subject_is_no_matrix() -> None:
    assert drawn() is None
    assert drawn(("Ada", "asserted", ("Orlo", "Vim"))) is None
    assert drawn(("Ada", "asserted", ("Orlo",)), ("Bo", "denied", ("Orlo",))) is None


def test_where_no_two_speak_of_one_there_is_nothing_to_compare() -> None:
    assert drawn(("Ada", "asserted", ("Orlo",)), ("Bo", "denied", ("Vim",))) is None


def test_what_somebody_says_of_themselves_is_left_out() -> None:
    assert drawn(("Ada", "asserted", ("Ada", "Bo")), ("Bo", "denied", ("Bo", "Ada"))) is None


def test_a_name_of_no_known_kind_has_no_column() -> None:
    told: list[Told] = [("Ada", "asserted", ("Orlo", "Vim")), ("Bo", "denied", ("Orlo", "Vim"))]
    assert drawn(*told) is not None
    assert drawn(*told, kind="other") is None


def test_a_mark_stands_where_its_speaker_and_its_subject_meet() -> None:
    drawing = picture(("Ada", "asserted", ("Orlo", "Vim")), ("Bo", "denied", ("Orlo",)))
    of_ada = [mark for mark in shapes(drawing, "filled") if mark.top < at_height(drawing, "Ada") + 5]
    assert len(of_ada) == 2
    assert {round(mark.left) for mark in of_ada} == {
        round(float(one.get("x", "0")) + 1)
        for one in drawing.iter(f"{SVG}text")
        if one.text in {"Orlo", "Vim"}
    }
    rows = [at_height(drawing, name) for name in ("Ada", "Bo")]
    assert rows == sorted(rows)


def test_several_claims_of_a_kind_are_one_mark_with_their_number() -> None:
    drawing = picture(
        ("Ada", "asserted", ("Orlo", "Vim")),
        ("Ada", "estimated", ("Orlo",)),
        ("Bo", "denied", ("Orlo", "Vim")),
    )
    assert texts(drawing).count("2") == 1


@pytest.mark.parametrize(
    ("stance", "word"),
    [
        ("asserted", "asserts"),
        ("warned", "asserts"),
        ("alleged", "alleges"),
        ("possible", "supposes"),
        ("conditional", "supposes"),
        ("denied", "denies"),
        ("unconfirmed", "unconfirmed"),
        ("declined", "declines"),
    ],
)
def test_the_form_of_a_mark_tells_the_stance_and_is_explained(stance: Stance, word: str) -> None:
    drawing = picture(("Ada", stance, ("Orlo", "Vim")), ("Bo", stance, ("Orlo",)))
    explained = [words for words in texts(drawing) if words in LABELS.chart.values()]
    assert explained == [LABELS.chart["matrix_corner"], LABELS.chart[word]]


def test_every_stance_has_a_form_of_its_own() -> None:
    stances: tuple[Stance, ...] = ("asserted", "alleged", "possible", "denied", "unconfirmed", "declined")
    forms = set()
    for stance in stances:
        drawing = picture(("Ada", stance, ("Orlo", "Vim")), ("Bo", stance, ("Orlo",)))
        marks = [
            (one.tag, one.get("class"), (one.get("d") or "").count("L"))
            for one in drawing.iter()
            if one.get("class") in {"filled", "hollow", "ink"}
        ]
        forms.add(tuple(marks[1:]))  # the first is the line below the heads
    assert len(forms) == len(stances)


def test_a_crowd_is_cut_and_the_rest_is_told() -> None:
    subjects = tuple(f"Land {number}" for number in range(10))
    drawing = picture(*((f"Speaker {number}", "asserted", subjects) for number in range(14)))
    assert sum(words.startswith("Speaker") for words in texts(drawing)) == MOST_ROWS
    assert sum(words.startswith("Land") for words in texts(drawing)) == MOST_COLUMNS
    assert LABELS.count("more_speakers", 14 - MOST_ROWS) in texts(drawing)
    assert LABELS.count("more_names", 10 - MOST_COLUMNS) in texts(drawing)


def test_the_words_that_stand_for_it_say_who_claims_what_about_whom() -> None:
    made = drawn(("Ada", "asserted", ("Orlo", "Vim")), ("Bo", "denied", ("Orlo",)))
    assert made is not None
    assert "Ada about Orlo: 1 asserts; about Vim: 1 asserts. Bo about Orlo: 1 denies" in made.words


names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Mn")), min_size=1, max_size=80)
stances: st.SearchStrategy[Stance] = st.sampled_from(
    ["asserted", "alleged", "possible", "denied", "unconfirmed", "declined"]
)


def test_on_a_phone_many_columns_bear_numbers_that_are_told_below() -> None:
    about = ("Orlo", "Vim", "Aros", "Sund", "Kest")
    made = drawn(("Ada", "asserted", about), ("Bo", "denied", about), across=SMALL_WIDTH)
    assert made is not None
    told = texts(harmless(made))
    assert told[told.index("1") :][:5] == ["1", "2", "3", "4", "5"]
    for number, name in enumerate(about, 1):
        assert told[told.index(name) - 1] == str(number)


def test_on_a_phone_two_columns_keep_their_names() -> None:
    made = drawn(("Ada", "asserted", ("Orlo", "Vim")), ("Bo", "denied", ("Orlo", "Vim")), across=SMALL_WIDTH)
    assert made is not None
    assert {"Orlo", "Vim"} <= set(texts(harmless(made)))
    assert "1" not in texts(harmless(made))


@pytest.mark.parametrize("across", [WIDTH, SMALL_WIDTH])
@settings(max_examples=50, deadline=None)
@given(st.lists(names, min_size=5, max_size=12, unique=True), st.data())
def test_whatever_the_names_all_is_inside_and_the_same_each_time(
    across: float, pool: list[str], data: st.DataObject
) -> None:
    some = st.lists(st.sampled_from(pool), min_size=1, max_size=5).map(tuple)
    told = data.draw(st.lists(st.tuples(st.sampled_from(pool), stances, some), min_size=2, max_size=30))
    made = drawn(*told, across=across)
    assert made == drawn(*told, across=across)
    for element in harmless(made).iter() if made else ():
        if element.get("d") or (element.text and element.get("x")):
            assert -0.2 <= box(element).left <= box(element).right <= across + 0.2
