"""No older toll leads a brief alone where later reporting counts another."""

import pytest
from annotations import annotated, entity, quantity
from samples import brief_of

from briefgen.model.annotation import Annotated
from briefgen.model.brief import Point
from briefgen.synthesis.tolls import tallied, tells_of_killing

FIRST = "The tanker Belmora burned off Sarn harbour on Monday, leaving 12 dead and a long slick of oil."


def _told(text: str, day: str, number: str, unit: str, *names: str) -> Annotated:
    return annotated(
        text,
        name=f"seeds/{day}.txt",
        published=day,
        quantities=(quantity(text, f"{number} {unit}", float(number), unit),),
        entities=tuple(entity(text, name, "other") for name in names),
    )


def _later(text: str, day: str, number: str, unit: str, *names: str) -> list[Point]:
    first = _told(FIRST, "2025-02-03", "12", "dead", "Belmora", "Sarn")
    lead, *rest = brief_of(first, _told(text, day, number, unit, *names)).bottom_line
    assert "12 dead" in lead.line.text
    return [point for point in rest if point.kind == "later"]


@pytest.mark.parametrize(
    ("text", "number", "unit", "names"),
    [
        ("Belmora: 15 dead.", "15", "dead", ("Belmora",)),
        ("Belmora: 9 killed.", "9", "killed", ("Belmora",)),
        ("Belmora, Sarn: 20 dead.", "20", "dead", ("Belmora", "Sarn")),
    ],
)
def test_a_later_toll_stands_beside_an_earlier_one(
    text: str, number: str, unit: str, names: tuple[str, ...]
) -> None:
    (point,) = _later(text, "2025-02-05", number, unit, *names)
    assert point.line.text == text


@pytest.mark.parametrize(
    ("text", "day", "number", "unit", "names"),
    [
        ("Belmora: 12 dead.", "2025-02-05", "12", "dead", ("Belmora",)),
        ("Belmora: 7 dead.", "2025-02-01", "7", "dead", ("Belmora",)),
        (
            "Belmora: 40 injured.",
            "2025-02-05",
            "40",
            "injured",
            ("Belmora",),
        ),
        ("Belmora: another 3 dead.", "2025-02-05", "3", "dead", ("Belmora",)),
        ("Orlo: 30 dead.", "2025-02-05", "30", "dead", ("Orlo",)),
    ],
)
def test_no_other_number_is_taken_for_a_later_toll(
    text: str, day: str, number: str, unit: str, names: tuple[str, ...]
) -> None:
    assert not _later(text, day, number, unit, *names)


def _key_points(*texts: str) -> list[tuple[str, str | None]]:
    """Key points of a report of Monday, one of Tuesday and so on, each with the later figure beside it."""
    days = [f"2025-02-0{day}" for day in range(3, 9)]
    told = []
    for text, day in zip(texts, days, strict=False):
        number, unit = next((one, unit) for one, unit in COUNTED if f"{one} {unit}" in text)
        told.append(_told(text, day, number, unit, "Belmora", "Sarn"))
    findings = brief_of(*told).key_points
    return [(one.line.text, one.later.text if one.later else None) for one in findings]


COUNTED = [("12", "dead"), ("15", "dead"), ("30", "survivors"), ("34", "survivors")]
SURVIVED = "Crews of three tugs pulled 30 survivors out of the oily water beside the Belmora at Sarn."


ASHORE = "Belmora, Sarn: 34 survivors are ashore, and the school opened its hall for them, the mayor said."


def test_a_key_point_with_an_older_number_says_so_and_comes_last() -> None:
    points = _key_points(FIRST, SURVIVED, ASHORE)
    assert points[-1] == (SURVIVED, ASHORE)
    assert (ASHORE, None) in points


def test_a_number_that_nothing_replaces_stands_alone() -> None:
    assert {later for _, later in _key_points(FIRST, SURVIVED)} == {None}


@pytest.mark.parametrize(
    ("text", "number", "killed"),
    [
        ("The fire killed at least 15 people.", "15", True),
        ("The tanker burned off Sarn on Monday, killing nearly 4 people.", "4", True),
        ("The fire killed 12 dogs and drove 40 people from the quay.", "40", False),
        ("Some 40 people saw it.", "40", False),
    ],
)
def test_people_whom_something_killed_count_as_dead(text: str, number: str, killed: bool) -> None:
    (figure,) = brief_of(_told(text, "2025-02-03", number, "people")).figures
    assert tells_of_killing(figure) == killed
    assert tallied(figure) == "dead" or not killed


@pytest.mark.parametrize(
    ("words", "befell"),
    [
        ("at least 3 dockworkers", "dead"),
        ("5 officers", "dead"),
        ("some 40 migrants", "dead"),
        ("7 schoolchildren", "dead"),
        ("40 cows", ""),
        ("3 tigers", ""),
    ],
)
def test_people_killed_count_as_dead_whatever_they_are_called(words: str, befell: str) -> None:
    *_, number, unit = words.split()
    text = f"The crane at Sarn fell on Monday, killing {words}."
    found = annotated(text, quantities=(quantity(text, f"{number} {unit}", float(number), unit),))
    assert [tallied(one) for one in brief_of(found).figures] == [befell]
