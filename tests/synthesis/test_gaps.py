"""What somebody would not say yet is a gap until they are heard in a source of a later day."""

from hashlib import sha256

import pytest

from briefgen.checks import check_brief
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import make_brief, read_base

ASKED = "The gate of the Karvel dam broke on Monday, the union said. Orlen Hydro {} on the report."
ANSWER = "Orlen Hydro said that the gate had been repaired in May."
OTHER = "The union said that the gate had been repaired in May."


def refusals(*told: tuple[str, str | None]) -> list[str | None]:
    """Who would not say, by the brief of `told`, texts with the days of their publication."""
    raws = []
    for place, (text, day) in enumerate(told):
        data, name = text.encode(), f"in/{place}.txt"
        about = Metadata(published=day)
        raws.append(RawSource(name, name, "text/plain", data, sha256(data).hexdigest(), about))
    brief = make_brief(read_base(raws, (), Metadata()), Request("in", "2030-01-01"))
    return [gap.subject for gap in brief.gaps if gap.kind == "declined"]


@pytest.mark.parametrize(
    ("refusal", "later", "still"),
    [
        ("did not immediately comment", ANSWER, False),
        ("has not yet commented", ANSWER, False),
        ("declined to comment", ANSWER, True),
        ("did not immediately comment", OTHER, True),
    ],
)
def test_a_refusal_of_its_hour_stands_until_an_answer(refusal: str, later: str, still: bool) -> None:
    found = refusals((ASKED.format(refusal), "2024-05-06"), (later, "2024-05-07"))
    assert found == (["Orlen Hydro"] if still else [])


@pytest.mark.parametrize(
    "days", [("2024-05-06", "2024-05-06"), ("2024-05-07", "2024-05-06"), (None, "2024-05-06")]
)
def test_it_stands_where_the_answer_is_not_known_to_be_later(days: tuple[str | None, str]) -> None:
    assert refusals((ASKED.format("did not immediately comment"), days[0]), (ANSWER, days[1])) == [
        "Orlen Hydro"
    ]


def test_a_refusal_in_the_words_of_another_is_told_once() -> None:
    data = (
        b"Interior Minister Jana Reik said the government could not confirm that the mill had been attacked."
    )
    raw = RawSource("a.txt", "a.txt", "text/plain", data, sha256(data).hexdigest(), Metadata())
    brief = make_brief(read_base([raw], (), Metadata()), Request("in", "2030-01-01"))
    assert [gap.subject for gap in brief.gaps if gap.kind == "unconfirmed"] == ["Jana Reik"]
    assert [claim.stance for claim in brief.claims] == ["unconfirmed", "unconfirmed"]


def test_a_refusal_of_this_is_told_with_the_sentence_before() -> None:
    data = (
        b"Karvel was calm.\n\nA third man is being questioned. The Courier could not verify this. It rained."
    )
    raw = RawSource("a.txt", "a.txt", "text/plain", data, sha256(data).hexdigest(), Metadata())
    brief = make_brief(read_base([raw], (), Metadata()), Request("in", "2030-01-01"))
    (gap,) = (gap for gap in brief.gaps if gap.kind == "unconfirmed")
    assert gap.line is not None
    assert gap.line.text == "A third man is being questioned. The Courier could not verify this."
    check_brief(brief)


@pytest.mark.parametrize(
    "told",
    [
        "Asked about the missing lifeboats, Orlen Hydro declined to comment.",
        "Orlen Hydro declined on Tuesday to comment on the missing lifeboats.",
        "Orlen Hydro had no comment on the missing lifeboats.",
    ],
)
def test_a_refusal_tells_what_was_asked(told: str) -> None:
    data = f"The ferry sank on Monday. {told}".encode()
    raw = RawSource("a.txt", "a.txt", "text/plain", data, sha256(data).hexdigest(), Metadata())
    brief = make_brief(read_base([raw], (), Metadata()), Request("in", "2030-01-01"))
    lines = [gap.line.text for gap in brief.gaps if gap.kind == "declined" and gap.line is not None]
    assert [("lifeboats" in line, "Orlen Hydro" in line) for line in lines] == [(True, True)]
    assert all("lifeboats" in claim.content.text for claim in brief.claims)
