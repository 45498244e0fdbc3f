"""Words of likelihood and confidence in notes are held against the standard: `tests/cases/likelihood.md`."""

import re
from pathlib import Path

import pytest

from briefgen.readers.notes import read_notes
from briefgen.synthesis.likelihood import remarks_on

CASES = re.split(
    r"^## ", (Path(__file__).parent.parent / "cases/likelihood.md").read_text("utf-8"), flags=re.MULTILINE
)[1:]


def remarks(text: str, standard: str = "ICD 203") -> list[str]:
    head = f"---\nstandard: {standard}\n---\n"
    return [str(one) for one in remarks_on(read_notes((head + text).encode(), "notes.md"))]


def as_case(remark: str) -> str:
    """A remark as a line of the table."""
    if "in one sentence" in remark:
        return "sentence"
    row = re.search(r"is of the other row .* write “(.*)”$", remark)
    if row:
        return f"row | {row[1]}"
    outside = re.search(r": “(.+?)” is no .*; the nearest is (.*?)(?: \(.*\))?$", remark)
    assert outside, remark
    return f"{outside[1]} | {outside[2].replace('“', '').replace('”', '')}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.split("\n")[0])
def test_what_the_table_says_is_remarked(case: str) -> None:
    text = re.search(r"^text: (.*)$", case, re.M)
    standard = re.search(r"^standard: (.*)$", case, re.M)
    assert text
    expected = re.findall(r"^- (.*)$", case, re.M)
    found = remarks(text[1].replace(" / ", "\n"), standard[1] if standard else "ICD 203")
    assert [as_case(one) for one in found] == expected


def test_a_remark_names_file_and_line_and_how_likely_the_nearest_word_is() -> None:
    found = remarks("One line.\nIt will rain, and the\nharvest may well fail.\n\n- Perhaps frost too.")
    assert found[0] == (
        "notes.md, line 6: “may well” is no word of likelihood of ICD 203; "
        "the nearest is “likely” or “probable” (55 to 80 %)"
    )
    assert found[1].startswith("notes.md, line 8: “Perhaps”")


def test_a_quotation_is_somebody_elses() -> None:
    assert not remarks("> The minister may well resign.")


def test_a_remark_on_a_row_names_the_word_that_came_first() -> None:
    (found,) = remarks("A strike is likely.\n\nA lockout is improbable.")
    assert found == (
        "notes.md, line 6: “improbable” is of the other row of ICD 203 than “likely” in line 4; rows are not "
        "mixed: write “unlikely”"
    )
