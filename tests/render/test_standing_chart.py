"""The picture of support against denial."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from page_samples import LABELS, line, page_brief, page_view
from picture_shapes import SVG, at_height, box, harmless, shapes, texts

from briefgen.model.annotation import Stance
from briefgen.model.brief import Brief, Claim, Finding, Source, Speaker, Verification
from briefgen.render.charts.drawing import SMALL_WIDTH, WIDTH, Drawing
from briefgen.render.charts.standing import AXIS, MOST, MOST_NAMES, standing_chart

SOURCE = Source(1, "a.txt", "text/plain", "utf-8", 1, "0", 1, 1)

Told = dict[Stance, tuple[str, ...]]
"""Who stands how to one key claim."""


def claim(name: str, who: str, stance: Stance, words: str) -> Claim:
    return Claim(
        id=name,
        source=1,
        speaker=Speaker(who, who),
        stance=stance,
        status="reported",
        quoted=False,
        cue="said",
        content=line(words),
        statement=line(words),
        evidence=("E1",),
    )


def brief_of(*told: Told, words: str = "the dam held") -> Brief:
    claims: list[Claim] = []
    rows: list[Verification] = []
    for finding, standings in enumerate(told, 1):
        ids: dict[Stance, list[str]] = {}
        for stance, names in standings.items():
            for who in names:
                ids.setdefault(stance, []).append(f"C{len(claims) + 1}")
                claims.append(claim(f"C{len(claims) + 1}", who, stance, f"{words} {finding}"))
        rows.append(
            Verification(
                f"F{finding}",
                "disputed",
                2,
                asserted=(*ids.get("asserted", ()), *ids.get("alleged", ())),
                denied=tuple(ids.get("denied", ())),
                declined=tuple(ids.get("declined", ())),
                unconfirmed=tuple(ids.get("unconfirmed", ())),
            )
        )
    speaker = Speaker("a", "a")
    findings = tuple(
        Finding(row.finding, line(f"{words} {number}"), speaker, "disputed", 2, ("E1",))
        for number, row in enumerate(rows, 1)
    )
    return replace(
        page_brief(),
        claims=tuple(claims),
        key_points=findings,
        verification=tuple(rows),
        sources=(SOURCE,),
    )


def drawn(*told: Told, words: str = "the dam held", across: float = WIDTH) -> Drawing | None:
    return standing_chart(page_view(brief_of(*told, words=words)), LABELS, across)


def picture(*told: Told) -> ET.Element:
    made = drawn(*told)
    assert made is not None
    return harmless(made)


def test_where_nobody_replies_nothing_is_drawn() -> None:
    assert drawn() is None
    assert drawn({"asserted": ("Ada", "Bo")}) is None


def test_only_claims_with_a_reply_are_drawn() -> None:
    drawing = picture({"asserted": ("Ada",)}, {"asserted": ("Bo",), "denied": ("Cy",)})
    assert "The dam held 2" in texts(drawing)
    assert "The dam held 1" not in texts(drawing)


def test_who_says_so_stands_to_the_left_and_who_replies_to_the_right() -> None:
    drawing = picture({"alleged": ("Ada",), "denied": ("Bo",), "unconfirmed": ("Cy",), "declined": ("Di",)})
    left = {one.text: float(one.get("x", "0")) for one in drawing.iter(f"{SVG}text")}
    assert left["Ada"] < AXIS < left["Bo"] == left["Cy"] == left["Di"]
    (triangle,) = [mark for mark in shapes(drawing, "filled") if mark.top < at_height(drawing, "Bo") + 5]
    assert triangle.right < AXIS
    kinds = ("alleges", "denies", "unconfirmed", "declines")
    assert {LABELS.chart[kind] for kind in kinds} <= set(texts(drawing))
    assert "Disputed, 2 origins" in texts(drawing)


def test_a_speaker_of_several_claims_is_named_once() -> None:
    assert texts(picture({"asserted": ("Ada", "Ada"), "denied": ("Bo",)})).count("Ada") == 1


def test_a_crowd_is_cut_and_the_rest_is_told() -> None:
    many = tuple(f"Speaker {number}" for number in range(9))
    told: list[Told] = [{"asserted": ("Ada",), "denied": many} for _ in range(MOST + 2)]
    drawing = picture(*told)
    assert sum(words.startswith("Speaker") for words in texts(drawing)) == MOST * MOST_NAMES
    assert texts(drawing).count(f"+{9 - MOST_NAMES}") == MOST
    assert LABELS.chart["more"].format(count=2) in texts(drawing)


def test_a_long_claim_takes_two_lines_and_ends_at_a_word() -> None:
    words = "the dam held although the water stood higher than in any year on record " * 4
    made = drawn({"asserted": ("Ada",), "denied": ("Bo",)}, words=words)
    assert made is not None
    lines = [one for one in texts(harmless(made)) if one.lower() in words or one.endswith("…")]
    assert len(lines) == 2
    assert lines[0].startswith("The dam held")
    assert lines[1].endswith("…")


def test_the_words_that_stand_for_it_name_both_sides() -> None:
    made = drawn({"asserted": ("Ada",), "denied": ("Bo",)})
    assert made is not None
    assert "Say so: Ada (asserts) – Replies: Bo (denies)" in made.words


names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Mn")), min_size=1, max_size=80)


@pytest.mark.parametrize("across", [WIDTH, SMALL_WIDTH])
@settings(max_examples=50, deadline=None)
@given(st.lists(names, min_size=1, max_size=6), st.lists(names, min_size=1, max_size=6), names)
def test_whatever_the_names_all_is_inside_and_the_same_each_time(
    across: float, told: list[str], against: list[str], words: str
) -> None:
    standings: Told = {"alleged": tuple(told), "denied": tuple(against), "unconfirmed": tuple(against[:1])}
    made = drawn(standings, words=words, across=across)
    assert made is not None
    assert made == drawn(standings, words=words, across=across)
    for element in harmless(made).iter():
        if element.get("d") or (element.text and element.get("x")):
            assert -0.2 <= box(element).left <= box(element).right <= across + 0.2
