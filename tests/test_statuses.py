"""How far claims stand, from the text to the status: the cases of `cases/statuses.md`."""

from pathlib import Path

import pytest

from briefgen.extract import annotate
from briefgen.model.annotation import as_read
from briefgen.model.document import Document
from briefgen.model.request import Request
from briefgen.readers.paragraphs import find_blocks
from briefgen.synthesis import synthesise

CASES = Path(__file__).parent / "cases" / "statuses.md"


def rows(text: str) -> list[str]:
    """Speaker, status and first words of each claim of a source."""
    source = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text))
    found = annotate(source)
    brief = synthesise((as_read(found),), (), (), Request("seeds", "2030-01-01"), "briefgen test")
    said = [" ".join(span.of(text) for span in claim.content).split() for claim in found.claims]
    return [
        f"{claim.speaker.label or '-'} | {' '.join(words[:4])} | {claim.status}"
        for claim, words in zip(brief.claims, said, strict=True)
    ]


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
def test_claims_stand_as_the_cases_say(title: str, text: str, wanted: list[str]) -> None:
    assert rows(text) == wanted
