"""No older toll leads a brief alone where later reporting counts another."""

import pytest
from annotations import annotated, entity, quantity
from samples import brief_of

from briefgen.model.annotation import Annotated
from briefgen.model.brief import Point

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
