"""The timeline chart: what its marks mean, and that its labels cross nothing."""

import datetime
import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from page_samples import FONTS, LABELS, TEMPLATES, event, page_brief, page_view
from picture_shapes import SVG, box, texts

from briefgen.model.annotation import Relation
from briefgen.model.brief import Event, Line, Piece, Status
from briefgen.render.charts.axis import time_axis
from briefgen.render.charts.drawing import SMALL_WIDTH, WIDTH, alone
from briefgen.render.charts.timeline import MOST, STUB, timeline_chart
from briefgen.render.labels import load_labels


def drawn(*events: Event, across: float = WIDTH) -> str:
    drawing = timeline_chart(page_view(page_brief(*events)), LABELS, across)
    return drawing.svg if drawing else ""


def chart(*events: Event, across: float = WIDTH) -> ET.Element:
    return ET.fromstring(drawn(*events, across=across))


def marks(drawing: ET.Element) -> list[ET.Element]:
    """The marks among the labels, without those of the axis and the legend below it."""
    axis = min(
        float(path.get("d", "").split()[1].split("L")[0])
        for path in drawing.iter(f"{SVG}path")
        if path.get("class") == "ink"
    )
    shapes = [path for path in drawing.iter(f"{SVG}path") if path.get("class") in {"filled", "hollow"}]
    return [shape for shape in shapes if box(shape).bottom < axis]


def test_without_a_dated_event_there_is_no_chart() -> None:
    assert drawn(event("no date", None)) == ""
    assert drawn(event("no date", "some day")) == ""


def test_a_day_is_a_diamond_and_a_month_a_bar_as_wide_as_it_is_long() -> None:
    day, month, year = marks(
        chart(
            event("day", "2030-02-10"),
            event("month", "2030-04-01", "2030-04-30"),
            event("year", "2031-01-01", "2031-12-31"),
        )
    )
    assert day.get("d", "").count("L") == 3
    assert box(month).bottom - box(month).top == pytest.approx(7)
    ratio = (box(year).right - box(year).left) / (box(month).right - box(month).left)
    assert ratio == pytest.approx(365 / 30, rel=0.1)


def test_the_day_on_which_something_was_said_has_a_mark_of_its_own_that_says_so() -> None:
    drawing = chart(event("boats lost", "2030-02-10"), replace(event("boats found", "2030-02-10"), said=True))
    assert len(marks(drawing)) == 2
    assert [words for words in texts(drawing) if words.startswith("said ")] == ["said 10 Feb 2030"]


def test_since_is_an_arrow_to_the_end_of_the_axis_and_until_a_short_one_from_nowhere() -> None:
    (arrow,) = marks(chart(event("shipping", "2030-01-01", "2030-01-31", relation="since")))
    (until,) = marks(chart(event("shipping", "2030-01-01", "2030-01-31", relation="until")))
    assert box(arrow).right == pytest.approx(WIDTH - 7)
    assert box(until).left == pytest.approx(box(until).right - STUB)


@pytest.mark.parametrize("status", ["unconfirmed", "disputed", "denied", "conditional"])
def test_what_is_not_confirmed_is_hollow(status: Status) -> None:
    drawing = chart(event("boats", "2030-01-01", status=status))
    assert [mark.get("class") for mark in marks(drawing)] == ["hollow"]
    assert LABELS.chart["hollow"] in texts(drawing)


@pytest.mark.parametrize("status", ["reported", "corroborated"])
def test_what_is_reported_is_filled(status: Status) -> None:
    drawing = chart(event("boats", "2030-01-01", status=status))
    assert [mark.get("class") for mark in marks(drawing)] == ["filled"]
    assert LABELS.chart["hollow"] not in texts(drawing)


def test_dates_are_as_precise_as_the_source() -> None:
    found = texts(
        chart(
            event("one", "2030-02-10"),
            event("two", "2030-04-01", "2030-04-30"),
            event("three", "2031-01-01", "2031-12-31"),
            event("four", "2031-03-03", "2031-03-09"),
            event("five", "2030-05-01", "2030-06-30", relation="since"),
        )
    )
    assert {"10 Feb 2030", "Apr 2030", "2031", "3–9 Mar 2031", "since May – Jun 2030"} <= set(found)


def test_the_part_of_a_stretch_stands_in_its_label() -> None:
    month, year = event("one", "2030-05-01", "2030-05-31"), event("two", "2031-01-01", "2031-12-31")
    late = replace(year, when=replace(year.when, value="2031", mod="END"))
    mid = replace(month, when=replace(month.when, value="2030-05", mod="MID", relation="by"))
    assert {"by mid-May 2030", "late 2031"} <= set(texts(chart(mid, late)))


def test_events_of_one_date_share_a_mark() -> None:
    drawing = chart(event("first", "2030-01-01"), event("second", "2030-01-01"), event("third", "2030-02-01"))
    assert len(marks(drawing)) == 2
    assert "first (+1)" in texts(drawing)


def test_a_dense_timeline_is_thinned_and_says_so() -> None:
    first = datetime.date(2030, 1, 1)
    days = [first + datetime.timedelta(days=20 * number) for number in range(50)]
    drawing = chart(*(event(f"event {day}", day.isoformat()) for day in days))
    assert len(marks(drawing)) == MOST
    assert f"{50 - MOST} more in the table" in texts(drawing)
    assert float(drawing.get("viewBox", "").split()[3]) < 420


def test_an_axis_with_a_long_empty_stretch_is_cut_and_says_so() -> None:
    week = [event(f"day {day}", f"2030-03-{day:02}") for day in range(1, 8)]
    drawing = chart(event("long ago", "1950-06-01", "1950-06-30"), *week)
    assert LABELS.chart["cut"] in texts(drawing)
    lefts = [box(mark).left for mark in marks(drawing)]
    assert lefts[2] - lefts[1] > 30


def test_two_events_far_apart_keep_a_whole_axis() -> None:
    assert LABELS.chart["cut"] not in texts(chart(event("then", "1950-06-01"), event("now", "2030-06-01")))


def test_a_long_label_ends_at_a_word() -> None:
    words = (
        "several long words that together are far too wide for any one label of the chart to hold them all "
        * 2
    )
    (label,) = [text for text in texts(chart(event(words, "2030-06-01"))) if text.startswith("several")]
    assert label.endswith("…")
    assert words.startswith(label[:-1] + " ")


def test_a_word_wider_than_the_chart_is_cut_within() -> None:
    (label,) = [text for text in texts(chart(event("W" * 300, "2030-06-01"))) if text.startswith("W")]
    assert 10 < len(label) < 60


def test_words_of_sources_stay_words() -> None:
    found = texts(chart(event('<script>alert("x")</script> & more', "2030-06-01")))
    assert "<script>alert(“x”)</script> & more" in found


def test_dates_added_to_a_line_are_left_to_the_mark() -> None:
    dated = event("In June", "2030-06-01", "2030-06-30")
    pieces = (Piece("In June"), Piece(" [2030-06]", kind="date"), Piece(", boats came"))
    drawing = chart(replace(dated, line=Line("In June [2030-06], boats came", pieces)))
    assert "In June, boats came" in texts(drawing)


def test_a_date_that_opens_a_line_is_left_to_the_mark() -> None:
    dated = event("Since August of last year, boats came", "2030-08-01", "2030-08-31", relation="since")
    drawing = chart(replace(dated, when=replace(dated.when, words="August of last year")))
    assert "Boats came" in texts(drawing)


def test_control_characters_are_shown_and_directions_left_out() -> None:
    assert "a␀b␛cd" in texts(chart(event("a\x00b\x1bc\u202ed\u2066", "2030-06-01")))


def test_the_drawing_names_itself_and_its_faces() -> None:
    drawing = chart(event("boats", "2030-06-01"))
    assert drawing.findtext(f"{SVG}title") == LABELS.chart["alt_one"].format(first="1 June 2030")
    assert drawing.get("font-family", "").startswith("Brief Sans,")


def test_a_chart_in_its_own_file_carries_its_faces() -> None:
    style = ET.fromstring(alone(drawn(event("boats", "2030-06-01")), FONTS)).findtext(f"{SVG}style") or ""
    assert style.count("@font-face") == 2
    assert set(re.findall(r"url\((\w+):", style)) == {"data"}


dates = st.dates(datetime.date(100, 1, 1), datetime.date(9800, 12, 31))
near_dates = st.dates(datetime.date(2029, 12, 1), datetime.date(2030, 2, 1))
relations: st.SearchStrategy[Relation] = st.sampled_from(
    ["in", "since", "until", "before", "after", "by", "about"]
)
labels = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Mn")), max_size=120)


@st.composite
def any_events(draw: st.DrawFn) -> list[Event]:
    days = draw(st.sampled_from([dates, near_dates]))
    found = []
    for _ in range(draw(st.integers(1, 24))):
        start = draw(days)
        length = datetime.timedelta(days=draw(st.sampled_from([0, 0, 6, 30, 364])))
        found.append(
            event(draw(labels), start.isoformat(), (start + length).isoformat(), relation=draw(relations))
        )
    return found


def test_on_a_phone_a_label_stands_above_its_mark_in_as_many_lines_as_it_takes() -> None:
    words = "a ferry with two hundred passengers and forty cars runs aground in the fog off the harbour"
    drawing = chart(event(words, "2030-02-10"), event("it is towed off", "2030-03-10"), across=SMALL_WIDTH)
    first, second = marks(drawing)
    said = " ".join(texts(drawing))
    assert words in said
    (date,) = [box(one) for one in drawing.iter(f"{SVG}text") if one.text == "10 Mar 2030"]
    assert date.left == 0
    assert box(first).bottom < date.top < date.bottom < box(second).top
    assert box(first).right < box(second).left


def test_a_small_axis_is_cut_less_often_so_that_each_stretch_has_room_for_a_date() -> None:
    days = [(start, start + 1) for start in (700_000, 700_001, 730_000, 730_001, 736_000, 736_001)]
    pieces = {across: time_axis(days, across) for across in (WIDTH, SMALL_WIDTH)}
    assert {across: len(axis) for across, axis in pieces.items()} == {WIDTH: 3, SMALL_WIDTH: 2}
    assert all(one.right - one.left >= 96 for axis in pieces.values() for one in axis)
    assert pieces[SMALL_WIDTH][-1].right < SMALL_WIDTH


@pytest.mark.parametrize("across", [WIDTH, SMALL_WIDTH])
@settings(max_examples=60, deadline=None)
@given(any_events())
def test_no_label_crosses_another_or_a_mark_or_the_edge(across: float, events: list[Event]) -> None:
    drawing = chart(*events, across=across)
    axis = max(box(mark).bottom for mark in marks(drawing))
    words = [
        element for element in drawing.iter(f"{SVG}text") if box(element).bottom <= axis + 6 and element.text
    ]
    boxes = [box(word) for word in words]
    for one, other in combinations(boxes, 2):
        assert not one.meets(other)
    for label in boxes:
        assert label.left >= -0.2
        assert label.right <= across + 0.2
        assert not any(label.meets(box(mark)) for mark in marks(drawing))


@settings(max_examples=30, deadline=None)
@given(any_events())
def test_the_same_events_give_the_same_drawing(events: list[Event]) -> None:
    assert drawn(*events) == drawn(*events)


@pytest.mark.parametrize(
    ("form", "day", "days", "months"),
    [
        ("{day} {month} {year}", "3 Feb 2030", "3–5 Feb 2030", "3 Feb – 5 Mar 2030"),
        ("{day}. {month} {year}", "3. Feb 2030", "3.–5. Feb 2030", "3. Feb – 5. Mar 2030"),
        ("{month} {day}, {year}", "Feb 3, 2030", "Feb 3 – Feb 5, 2030", "Feb 3 – Mar 5, 2030"),
    ],
)
def test_days_are_written_in_the_order_and_with_the_signs_of_the_labels(
    form: str, day: str, days: str, months: str
) -> None:
    labels = replace(LABELS, dates={**LABELS.dates, "day": form})
    events = (
        event("one day", "2030-02-03"),
        event("some days", "2030-02-03", "2030-02-05"),
        event("some weeks", "2030-02-03", "2030-03-05"),
    )
    drawing = timeline_chart(page_view(page_brief(*events)), labels)
    assert drawing
    told = texts(ET.fromstring(drawing.svg))
    assert [one for one in (day, days, months) if one not in told] == []


def test_german_puts_a_full_stop_behind_the_number_of_a_day_below_the_axis_too() -> None:
    labels = load_labels(TEMPLATES / "_shared" / "labels", "de")
    drawing = timeline_chart(
        page_view(page_brief(event("a", "2030-03-03"), event("b", "2030-03-05"))), labels
    )
    assert drawing
    told = texts(ET.fromstring(drawing.svg))
    assert "3. März 2030" in told
    days = [one for one in told if re.match(r"\d", one)]
    assert days
    assert all(re.match(r"\d+\. ", one) for one in days)
