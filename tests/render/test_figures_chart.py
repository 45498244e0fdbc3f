"""The picture of figures: which of them can be compared, and how their bounds are drawn."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from page_samples import LABELS, line, page_brief, page_view
from picture_shapes import at_height, box, harmless, shapes, texts

from briefgen.model.annotation import Bound
from briefgen.model.brief import Figure, Finding, Speaker, When
from briefgen.render.charts.drawing import SMALL_WIDTH, WIDTH, Drawing
from briefgen.render.charts.figures import LEFT, MOST, MOST_OF_GROUP, figures_chart

NUMBERS = iter(range(1, 10_000))


def figure(value: float, unit: str | None = "boats", bound: Bound = "exact", **more: Any) -> Figure:  # noqa: ANN401
    who = more.pop("who", "the harbour office")
    name = more.pop("id", f"Q{next(NUMBERS)}")
    told = {
        "what": line(f"{value:g} {unit} lay in the bay"),
        "evidence": ("E1",),
        "status": "reported",
        **more,
    }
    return Figure(id=name, value=value, bound=bound, speaker=Speaker(who, who), unit=unit, **told)


def tied(*figures: Figure) -> tuple[Figure, ...]:
    """`figures`, which count the same thing."""
    names = [one.id for one in figures]
    return tuple(replace(one, beside=tuple(name for name in names if name != one.id)) for one in figures)


def drawn(*figures: Figure, key_points: tuple[Finding, ...] = (), across: float = WIDTH) -> Drawing | None:
    brief = replace(page_brief(), figures=figures, key_points=key_points)
    return figures_chart(page_view(brief), LABELS, across)


def picture(*figures: Figure) -> ET.Element:
    made = drawn(*figures)
    assert made is not None
    return harmless(made)


def test_where_nothing_can_be_compared_nothing_is_drawn() -> None:
    assert drawn() is None
    assert drawn(figure(3)) is None
    assert drawn(figure(3, "tanks"), figure(3, "dollars", evidence=("E2",))) is None
    assert drawn(figure(3, money="USD", unit=None), figure(3, "tanks")) is None


def test_figures_of_one_unit_in_two_sentences_are_not_compared_unless_they_count_the_same() -> None:
    one, two = figure(3, "percent", evidence=("E1",)), figure(5, "percent", evidence=("E2",))
    assert drawn(one, two) is None
    assert drawn(*tied(one, two)) is not None


def test_two_values_of_one_thing_share_an_axis() -> None:
    drawing = picture(
        *tied(figure(1000, who="Ada", evidence=("E1",)), figure(4000, who="Bo", evidence=("E2",)))
    )
    one, four = sorted(shapes(drawing, "filled"))
    assert one.left == four.left == LEFT
    assert four.right - four.left == pytest.approx(4 * (one.right - one.left), abs=0.3)
    assert {"Ada", "Bo", "1,000", "4,000", "boats"} <= set(texts(drawing))


def test_the_same_number_given_by_several_is_one_bar_that_names_them() -> None:
    same = [figure(7, who=name, evidence=(f"E{number}",)) for number, name in enumerate(("Ada", "Bo", "Cy"))]
    assert drawn(*tied(*same)) is None
    made = drawn(*tied(*same, figure(9, who="Di")))
    assert made is not None
    assert len(shapes(harmless(made), "filled")) == 2
    assert {"Ada (+2)", "Di"} <= set(texts(harmless(made)))
    assert "7 (Ada, Bo, Cy), 9 (Di)" in made.words


def test_the_same_number_for_another_time_is_another_bar() -> None:
    may = When("May", "date", "2030-05", "2030-05-01", "2030-05-31")
    drawing = picture(*tied(figure(7), figure(7, when=may)))
    assert len(shapes(drawing, "filled")) == 2


def test_numbers_so_far_apart_that_one_could_not_be_seen_share_no_axis() -> None:
    assert drawn(*tied(figure(3), figure(1_200_000))) is None
    drawing = picture(*tied(figure(5), figure(1_200_000), figure(3), figure(900_000)))
    assert len(shapes(drawing, "filled")) == 4
    assert texts(drawing).count("boats") == 2
    assert at_height(drawing, "5") < at_height(drawing, "3") < at_height(drawing, "1,200,000")


def test_each_unit_has_an_axis_of_its_own() -> None:
    boats = tied(figure(10), figure(20))
    dollars = tied(figure(1e9, None, money="USD"), figure(2e9, None, money="USD"))
    drawing = picture(*boats, *dollars)
    assert len({round(mark.right, 1) for mark in shapes(drawing, "filled")}) == 2
    assert {"boats", "USD", "$1 billion", "20"} <= set(texts(drawing))
    assert at_height(drawing, "USD") > at_height(drawing, "20")


def test_figures_of_one_currency_in_one_sentence_stand_together() -> None:
    assert drawn(figure(412e6, "euros", money="EUR"), figure(535e6, "euros", money="EUR")) is not None


def test_percent_is_one_unit_however_it_is_written() -> None:
    assert drawn(figure(3, "percent"), figure(4, "%")) is not None


def test_a_rate_is_not_compared_with_a_number() -> None:
    assert drawn(figure(3), figure(4, per="day")) is None


@pytest.mark.parametrize("bound", ["more_than", "at_least"])
def test_a_number_without_an_upper_end_has_an_open_end(bound: Bound) -> None:
    drawing = picture(*tied(figure(100, bound=bound), figure(100)))
    open_end, closed = shapes(drawing, "filled")[:2]
    assert open_end.right > closed.right
    assert open_end.bottom - open_end.top > closed.bottom - closed.top
    assert LABELS.chart["figures_upward"] in texts(drawing)


@pytest.mark.parametrize("bound", ["less_than", "at_most"])
def test_a_number_without_a_lower_end_is_a_limit_and_no_bar_from_nought(bound: Bound) -> None:
    drawing = picture(*tied(figure(100, bound=bound), figure(100)))
    limit, closed = shapes(drawing, "filled")[:2]
    assert limit.right == pytest.approx(closed.right)
    assert limit.left > closed.left
    assert LABELS.chart["figures_downward"] in texts(drawing)


def test_a_number_that_is_about_right_breaks_up_around_its_place() -> None:
    drawing = picture(*tied(figure(100, bound="about"), figure(100)))
    pieces = shapes(drawing, "filled")
    exact = max(pieces, key=lambda mark: mark.right - mark.left)
    soft = [mark for mark in pieces[:6] if mark != exact]
    assert sum(mark.right < exact.right for mark in soft) >= 2
    assert any(mark.right > exact.right for mark in soft)


def test_a_range_floats_between_its_ends() -> None:
    drawing = picture(*tied(figure(50, bound="range", high=100), figure(100), figure(50)))
    between, hundred, fifty = shapes(drawing, "filled")[:3]
    assert between.left == pytest.approx(fifty.right)
    assert between.right == pytest.approx(hundred.right)


def test_what_is_not_confirmed_is_hollow_and_what_is_reported_filled() -> None:
    drawing = picture(*tied(figure(5, status="unconfirmed"), figure(5)))
    assert len(shapes(drawing, "hollow")) == 2  # the bar, and its sign in the legend
    assert LABELS.chart["hollow"] in texts(drawing)
    assert LABELS.chart["hollow"] not in texts(picture(*tied(figure(5), figure(6))))


def test_numbers_below_nought_lead_to_the_left_of_it() -> None:
    drawing = picture(*tied(figure(-10, "degrees"), figure(5, "degrees")))
    cold, warm = shapes(drawing, "filled")
    assert cold.right == warm.left > cold.left


def test_the_words_around_the_number_are_shown_however_late_it_stands() -> None:
    early = "In a long speech that touched on a good many other things of the season the office counted "
    drawing = picture(*tied(figure(43, what=line(f"{early}43 boats")), figure(50)))
    (shown,) = [words for words in texts(drawing) if words.endswith("43 boats")]
    assert shown.startswith("… ")


def test_a_crowd_is_cut_and_the_rest_is_told() -> None:
    groups = [tied(*(figure(value, f"unit{group}") for value in range(1, 9))) for group in range(5)]
    drawing = picture(*(one for group in groups for one in group))
    drawn_bars = len(shapes(drawing, "filled"))
    assert drawn_bars == MOST
    assert LABELS.chart["more"].format(count=40 - MOST) in texts(drawing)
    assert sum(words.startswith("unit0") for words in texts(drawing)) == 1
    assert MOST_OF_GROUP < 8


def test_figures_of_key_points_go_before_others() -> None:
    groups = [
        tied(*(figure(value, f"unit{group}", evidence=(f"E{group}",)) for value in range(1, 7)))
        for group in range(5)
    ]
    point = Finding("F1", line("x"), Speaker("a", "a"), "reported", 1, ("E4",))
    made = drawn(*(one for group in groups for one in group), key_points=(point,))
    assert made is not None
    assert "unit4" in texts(harmless(made))


def test_the_words_that_stand_for_it_hold_every_number_and_speaker() -> None:
    made = drawn(*tied(figure(1000, bound="more_than", who="Ada"), figure(4000, who="Bo")))
    assert made is not None
    assert "boats: more than 1,000 (Ada), 4,000 (Bo)" in made.words


def test_words_of_sources_stay_words() -> None:
    hostile = '</text><script>alert("1")</script><a href="javascript:1">'
    drawing = picture(
        *tied(figure(1, hostile, who=hostile, what=line(hostile)), figure(2, hostile, who="x\x00\u202ey"))
    )
    assert any(words.startswith("</text><script>") for words in texts(drawing))
    assert "x␀y" in texts(drawing)


values = st.floats(-1e15, 1e15) | st.sampled_from([0.0, 1e-9, 1e300, -1e300])
bounds: st.SearchStrategy[Bound] = st.sampled_from(
    ["exact", "more_than", "at_least", "less_than", "at_most", "about", "range"]
)
names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Mn")), max_size=60)


@pytest.mark.parametrize("across", [WIDTH, SMALL_WIDTH])
@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(values, bounds, names, st.floats(0, 1e6)),
        min_size=2,
        max_size=9,
        unique_by=lambda told: told[0],
    )
)
def test_whatever_the_numbers_all_is_inside_and_the_same_each_time(
    across: float, told: list[tuple[float, Bound, str, float]]
) -> None:
    figures = tied(
        *(
            figure(value, "boats", bound, who=name, high=value + more, id=f"Q{index}")
            for index, (value, bound, name, more) in enumerate(told)
        )
    )
    made = drawn(*figures, across=across)
    assert made == drawn(*figures, across=across)
    for element in harmless(made).iter() if made else ():
        if element.get("d") or (element.text and element.get("x")):
            assert -0.2 <= box(element).left <= box(element).right <= across + 0.2
