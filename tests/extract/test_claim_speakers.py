"""A speaker is the one whom the text means by it, or is left open."""

from pathlib import Path

import pytest

from briefgen.extract.claims import find_claims
from briefgen.extract.entities import find_entities
from briefgen.extract.sentences import find_sentences
from briefgen.model.annotation import Claim, Entity
from briefgen.model.document import Document
from briefgen.readers.paragraphs import find_blocks

CASES = Path(__file__).parents[1] / "cases" / "speakers.md"


def row(claim: Claim, entities: tuple[Entity, ...], text: str) -> str:
    who = " ".join(span.of(text) for span in claim.speaker) or "-"
    meant = claim.stands_for.of(text) if claim.stands_for else "-"
    if claim.entity is not None:
        meant = entities[claim.entity].name
    return f"{who} | {meant}{'' if claim.certain else ' ?'}"


def cases() -> list[tuple[str, str, list[str]]]:
    found = []
    for part in CASES.read_text("utf-8").split("\n## ")[1:]:
        title, *lines = [line for line in part.splitlines() if line]
        text = lines[0].removeprefix("text: ").replace("¶", "\n\n")
        found.append((title, text, [line.removeprefix("- ") for line in lines[1:]]))
    return found


@pytest.mark.parametrize(
    ("title", "text", "wanted"), cases(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_speakers_are_whom_the_cases_say(title: str, text: str, wanted: list[str]) -> None:
    source = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    sentences = find_sentences(source)
    entities = find_entities(source, sentences)
    assert [row(claim, entities, text) for claim in find_claims(source, sentences, entities)] == wanted
