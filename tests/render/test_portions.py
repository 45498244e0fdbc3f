"""Each paragraph, caption and cell bears the marking of what it rests on, and stays what it was."""

import msgspec
from page_samples import page_brief

from briefgen.model.brief import Brief, Evidence, Notes, Passage, Source, Stretch
from briefgen.model.marking import Level, Scheme
from briefgen.model.span import Span
from briefgen.render.portions import with_portions

SCHEME = Scheme((Level("OPEN", "O"), Level("SECRET", "S")), portions=True)
MARKDOWN = """\
**SECRET**

# Title

As of today

## Key points

- ◐ **Reported** · 1 origin — The mayor left. [1](#e1)
- ◐ **Reported** · 1 origin — The port closed. [2](#e2)

How to read this.

![A chart](x.svg)

| What | Evidence |
|---|---|
| The mayor \\| left | [1](#e1) |
|  | [2](#e2) |

## Evidence

### E2

[S2](#s2), paragraph 1

> The port closed.
"""


def marked() -> str:
    return with_portions(MARKDOWN, brief(), SCHEME, "SECRET", frozenset({"How to read this."}))


def brief() -> Brief:
    def source(number: int, mark: str) -> Source:
        return Source(number, f"{number}.txt", "text/plain", "utf-8", 1, "0", 1, 1, marking=mark)

    def evidence(number: int) -> Evidence:
        return Evidence(f"E{number}", number, Span(0, 1), "x", "0", "paragraph 1", Span(0, 1), "x")

    return msgspec.structs.replace(
        page_brief(),
        sources=(source(1, "OPEN"), source(2, "SECRET")),
        evidence=(evidence(1), evidence(2)),
    )


def test_an_item_bears_the_marking_of_what_it_cites() -> None:
    assert "- (O) ◐ **Reported** · 1 origin — The mayor left." in marked()
    assert "- (S) ◐ **Reported** · 1 origin — The port closed." in marked()


def test_each_filled_cell_of_a_row_bears_the_marking_of_what_the_row_cites() -> None:
    assert "| (O) The mayor \\| left | (O) [1](#e1) |" in marked()
    assert "|  | (S) [2](#e2) |" in marked()
    assert "| What | Evidence |" in marked()


def test_what_stands_below_an_exhibit_bears_the_marking_of_its_source() -> None:
    assert "> (S) The port closed." in marked()


def test_a_fixed_line_is_open_and_what_cites_nothing_bears_the_highest() -> None:
    assert "\n(O) How to read this.\n" in marked()
    assert "\n(S) As of today\n" in marked()
    assert "![(S) A chart](x.svg)" in marked()


def test_the_banner_and_headings_bear_none() -> None:
    assert marked().startswith("**SECRET**\n\n# Title\n")


NOTED = """
## Notes

A person's own judgments.

It is likely. [S1](#s1)

- It is not. [S2](#s2)

### S1

It may be.
"""


def noted(marking: str | None) -> str:
    notes = Notes("notes.md", "0", (Passage((Stretch("x"),), 1),), marking=marking)
    noting = msgspec.structs.replace(brief(), notes=notes)
    fixed = frozenset({"A person's own judgments."})
    return with_portions(MARKDOWN + NOTED, noting, SCHEME, "SECRET", fixed, "Notes").partition("## Notes")[2]


def test_notes_bear_their_own_marking_or_a_higher_one_of_what_they_cite() -> None:
    assert "\n(O) A person's own judgments.\n" in noted("OPEN")
    assert "\n(O) It is likely. [S1](#s1)\n" in noted("OPEN")
    assert "\n- (S) It is not. [S2](#s2)\n" in noted("OPEN")
    assert "\n(S) It is likely. [S1](#s1)\n" in noted("SECRET")


def test_notes_without_a_marking_bear_the_highest() -> None:
    assert "\n(S) It is likely. [S1](#s1)\n" in noted(None)
