"""The map of places named."""

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from page_samples import LABELS, page_brief, page_view
from picture_shapes import SVG, Box, box, harmless, texts

from briefgen.model.annotation import EntityKind
from briefgen.model.brief import Entity
from briefgen.render.charts.drawing import SMALL_WIDTH, WIDTH, Drawing
from briefgen.render.charts.land import Window, coasts, window_around
from briefgen.render.charts.map import MOST, map_chart

DRY = ((-100, 40), (25, 0), (100, 50), (134, -25), (-60, -10))
WET = ((51.1, 42), (-30, 30), (80, -20), (-150, 10))

Place = tuple[float, float]

KOBE, LIMA, SUVA, APIA = (34.7, 135.2), (-12.0, -77.0), (-18.1, 178.4), (-13.8, -171.8)


def named(name: str, place: Place | None, kind: EntityKind = "place", mentions: int = 1) -> Entity:
    return Entity(f"N{name}", name, kind, (), mentions, 0, ("E1",), place=place)


def drawn(*entities: Entity, across: float = WIDTH) -> Drawing | None:
    return map_chart(page_view(replace(page_brief(), entities=entities)), LABELS, across)


def picture(*entities: Entity) -> ET.Element:
    made = drawn(*entities)
    assert made is not None
    return harmless(made)


def marks(drawing: ET.Element, kind: str) -> list[tuple[float, float, float]]:
    """Place and size of the marks on the map, without those of the legend below it."""
    frame = next(box(one).bottom for one in drawing.iter(f"{SVG}path") if one.get("class") == "ink")
    circles = [one for one in drawing.iter(f"{SVG}circle") if one.get("class") == kind]
    found = [tuple(float(one.get(key, "0")) for key in ("cx", "cy", "r")) for one in circles]
    return [(x, y, half) for x, y, half in found if y <= frame]


def test_fewer_than_two_places_are_no_map() -> None:
    assert drawn() is None
    assert drawn(named("Kobe", KOBE), named("Orlo", None)) is None


def test_a_city_is_a_dot_and_a_country_a_ring_the_larger_the_more_often_it_is_named() -> None:
    drawing = picture(
        named("Kobe", KOBE, mentions=9), named("Lima", LIMA), named("Japan", (36, 138), "country")
    )
    kobe, lima = sorted(marks(drawing, "filled"), key=lambda mark: -mark[2])
    assert kobe[2] > lima[2]
    assert len(marks(drawing, "hollow")) == 1
    assert {"Kobe", "Lima", "Japan", LABELS.chart["map_city"], LABELS.chart["map_country"]} <= set(
        texts(drawing)
    )


def test_north_is_up_and_east_is_right() -> None:
    drawing = picture(named("North", (60.0, 10.0)), named("East", (50.0, 30.0)))
    (north, east) = sorted(marks(drawing, "filled"))
    assert north[1] < east[1]


def test_the_date_line_parts_no_neighbours() -> None:
    window = window_around([SUVA, APIA])
    assert window.east - window.west < 60
    (suva_x, _), (apia_x, _) = (window.at(longitude, latitude) for latitude, longitude in (SUVA, APIA))
    assert 0 < suva_x < apia_x < WIDTH


def test_places_all_around_the_globe_are_shown_on_the_whole_of_it() -> None:
    window = window_around([KOBE, LIMA, (51.5, -0.1), SUVA])
    assert window.east - window.west == 360


def test_the_note_names_the_data_and_says_that_no_borders_are_drawn() -> None:
    words = " ".join(texts(picture(named("Kobe", KOBE), named("Lima", LIMA))))
    assert "Natural Earth" in words
    assert "No borders are drawn" in words


def test_land_is_where_land_is() -> None:
    window = Window(-180.0, 180.0, -58.0, 84.0)
    outlines = list(coasts(window))
    assert inside(window.at(-100, 40), outlines)  # North America
    assert inside(window.at(25, 0), outlines)  # Africa
    assert inside(window.at(178, 67), outlines)  # Chukotka, on both sides of the date line
    assert inside(window.at(-175, 66.5), outlines)
    assert not inside(window.at(-30, 30), outlines)  # the Atlantic
    assert not inside(window.at(51, 42), outlines)  # the Caspian Sea
    assert not inside(window.at(-150, 71.7), outlines)  # north of Alaska, where a ring once came round


def test_land_is_where_land_is_however_the_globe_is_turned() -> None:
    for west in range(-180, 180, 30):
        window = window_around([(50.0, west + 20.0), (-30.0, west + 170.0)])
        outlines = list(coasts(window))
        assert -180 <= window.west < 180
        for longitude, latitude in (
            (-100, 40),
            (25, 0),
            (100, 50),
            (134, -25),
            (-60, -10),
            (51.1, 42),
            (-30, 30),
        ):
            east = window.west + (longitude - window.west) % 360
            if east < window.east and window.south < latitude < window.north:
                dry = longitude not in {51.1, -30}
                assert inside(window.at(longitude, latitude), outlines) == dry, (west, longitude)


def inside(point: tuple[float, float], outlines: list[list[tuple[float, float]]]) -> bool:
    """Whether a point is in an odd number of outlines, as SVG fills them."""
    x, y = point
    crossings = 0
    for ring in outlines:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            crossings += (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def test_land_on_a_map_of_a_part_stays_in_its_frame() -> None:
    window = window_around([KOBE, (37.6, 127.0)])
    for outline in coasts(window):
        for x, y in outline:
            assert -0.01 <= x <= WIDTH + 0.01
            assert -0.01 <= y <= window.height + 0.01


def test_a_crowd_in_one_place_is_told_in_number() -> None:
    crowd = [named(f"Town {number}", (40 + number / 50, 20.0)) for number in range(MOST + 5)]
    drawing = picture(*crowd)
    shown = sum(words.startswith("Town") for words in texts(drawing))
    assert 0 < shown < MOST
    assert LABELS.chart["map_more"].format(count=MOST + 5 - shown) in texts(drawing)
    assert len(marks(drawing, "filled")) == MOST


def test_the_words_that_stand_for_it_name_the_places() -> None:
    made = drawn(named("Kobe", KOBE, mentions=3), named("Lima", LIMA))
    assert made is not None
    assert "Kobe (3), Lima (1)" in made.words


def test_words_of_sources_stay_words() -> None:
    drawing = picture(named("<script>x</script>", KOBE), named("a\x00b\u202e", LIMA))
    assert {"<script>x</script>", "a␀b"} <= set(texts(drawing))


def test_a_map_is_small() -> None:
    made = drawn(named("Kobe", KOBE), named("Lima", LIMA), named("Suva", SUVA), named("London", (51.5, -0.1)))
    assert made is not None
    assert len(made.svg) < 90_000


names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Mn")), min_size=1, max_size=60)
near = st.floats(-57.9, 83.9, allow_nan=False)
wide = st.floats(-180, 180, allow_nan=False)
kinds: st.SearchStrategy[EntityKind] = st.sampled_from(["place", "country"])


@pytest.mark.parametrize("across", [WIDTH, SMALL_WIDTH])
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(names, st.tuples(near, wide), kinds, st.integers(1, 999)), min_size=2, max_size=25))
def test_wherever_the_places_lie_names_are_in_the_frame_and_cross_nothing(
    across: float, told: list[tuple[str, Place, EntityKind, int]]
) -> None:
    entities = [named(*one) for one in told]
    made = drawn(*entities, across=across)
    assert made is not None
    assert made == drawn(*entities, across=across)
    drawing = harmless(made)
    frame = next(box(one).bottom for one in drawing.iter(f"{SVG}path") if one.get("class") == "ink")
    assert 0.3 * across < frame < (0.6 if across == WIDTH else 1.2) * across
    labels = [box(one) for one in drawing.iter(f"{SVG}text") if one.text and box(one).bottom < frame]
    assert all(label.left >= 0 and label.right <= across for label in labels)
    assert not any(one.meets(other) for one, other in combinations(map(core, labels), 2))
    for x, y, _ in (*marks(drawing, "filled"), *marks(drawing, "hollow")):
        assert -0.1 <= x <= across + 0.1
        assert -0.1 <= y <= frame + 1


def core(label: Box) -> Box:
    return Box(label.left, label.top + 1, label.right, label.bottom - 1)


def test_what_lies_beyond_the_map_of_the_world_is_left_to_the_table() -> None:
    assert drawn(named("Kobe", KOBE), named("Pole", (-89.9, 179.9))) is None
