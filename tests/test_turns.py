"""What a speaker takes back stands with the later word: the cases of `cases/turns.md`, read from texts."""

from hashlib import sha256
from pathlib import Path

import pytest

from briefgen.checks import check_brief
from briefgen.model.brief import Brief, Finding
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import Base, make_brief, read_base
from briefgen.synthesis import tell
from briefgen.synthesis.names import register
from briefgen.synthesis.turns import latest_turn, turns_of

CASES = Path(__file__).parent / "cases" / "turns.md"


def cases() -> list[tuple[str, ...]]:
    lines = CASES.read_text("utf-8").splitlines()
    rows = [line for line in lines if line.startswith("|")]
    return [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows[2:]]


def read(*texts: tuple[str, str]) -> Base:
    """Texts with the days on which each was published, as sources that were read."""
    raws = []
    for number, (day, text) in enumerate(texts):
        data, name = text.encode(), f"{number}.txt"
        about = Metadata(published=day)
        raws.append(RawSource(name, name, "text/plain", data, sha256(data).hexdigest(), about))
    return read_base(raws, [], Metadata())


def reported(*texts: tuple[str, str]) -> Brief:
    brief = make_brief(read(*texts), Request("x", "2031-05-09"))
    check_brief(brief)
    return brief


def later_word(*texts: tuple[str, str]) -> str:
    """What the speaker of the first claim of all texts says later to the contrary."""
    brief = reported(*texts)
    registry = register(tuple(account for account, _ in tell(read(*texts).documents)))
    turns = turns_of({one.id: one for one in brief.claims}, brief.sources, brief.entities, registry)
    first = brief.claims[0]
    finding = Finding("F1", first.statement, first.speaker, first.status, 1, first.evidence, (first.id,))
    point = latest_turn(finding, turns)
    return point.line.text if point else "nothing"


@pytest.mark.parametrize(("first", "second", "later"), cases())
def test_a_finding_has_what_its_speaker_later_says_to_the_contrary(
    first: str, second: str, later: str
) -> None:
    found = later_word(("2031-05-03", first), ("2031-05-05", second))
    assert " ".join(found.split()[:4]) == later


DENIED = "Nordbane denied that it had known of cracks in the rails."
ADMITTED = "It emerged that Nordbane knew. Nordbane admitted it had known of cracks in the rails since 2030."


def test_what_was_taken_back_is_told_with_the_later_word_or_not_at_all() -> None:
    brief = reported(("2031-05-03", DENIED), ("2031-05-05", ADMITTED))
    later = {one.line.text: one.later for one in brief.key_points}
    assert later.get(DENIED, brief) is not None
    assert brief.bottom_line[0].line.text != DENIED or brief.bottom_line[1].kind == "later"


def test_of_one_day_neither_takes_the_other_back() -> None:
    assert later_word(("2031-05-03", DENIED), ("2031-05-03", ADMITTED)) == "nothing"


def test_who_turns_twice_is_told_with_the_last_word() -> None:
    told = [f"Ane Solberg said the Karvel bridge was {word}safe {day}." for word, day in TURNS]
    days = ("2031-05-03", "2031-05-05", "2031-05-07")
    assert later_word(*zip(days, told, strict=True)).endswith("for lorries.")


TURNS = (("", "for cars and lorries"), ("not ", "for cars"), ("not ", "for lorries"))
