"""A brief, its Markdown and the page made of them, as the page tests share them."""

from datetime import UTC, datetime
from pathlib import Path

from briefgen.model.annotation import Relation
from briefgen.model.audience import Audience, PageSize
from briefgen.model.brief import Brief, Event, Line, Piece, Status, When
from briefgen.model.marking import TLP_2
from briefgen.render.charts.timeline import timeline_chart
from briefgen.render.html import render_html
from briefgen.render.joining import print_in_pieces
from briefgen.render.labels import load_labels
from briefgen.render.pdf import Attached
from briefgen.render.pieces import take_apart
from briefgen.render.style import read_style
from briefgen.render.view import View, view_of

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FONTS = TEMPLATES / "_shared" / "fonts"

LABELS = load_labels(TEMPLATES / "_shared" / "labels", "en")

MARKDOWN = """\
**TLP:GREEN**

# Ferries & fog on lake Orlo

As of 3 May 2031 · Analyst brief · Edition 2 · 1 source · 3 claims

## Bottom line

- ○ **Unconfirmed** — The mayor says a ferry “ran aground in the fog”. [1](#e1)

## Key points

- ○ **Unconfirmed** · 1 origin — The mayor says a ferry “ran aground in the fog”. [1](#e1) [2](#e2)
- ◐ **Reported** · 2 origins — The harbour office of Сергиевский № 3 → Győr closed. [2](#e2)

## Who says what

### Mayor Odd Lund

Mayor of Orlo

| Says | Stance | Wording | Evidence |
|---|---|---|---|
| a ferry “ran aground in the fog” | asserted | quoted | [1](#e1) |

### Harbour office

| Says | Stance | Wording | Evidence |
|---|---|---|---|
| no ferry is missing | denied | paraphrased | [2](#e2) |

## Timeline

![Timeline: a ferry runs aground](analyst-timeline.svg)

| When | What | Standing | Evidence |
|---|---|---|---|
| 1 May 2031 | a ferry runs aground | ○ unconfirmed | [1](#e1) |

## Figures

| Value | What | Count | Evidence |
|---:|---|---|---|
| more than 40 | passengers | 1,200 | [1](#e1) [2](#e2) |

## Gaps

- **Declined to comment** — The harbour office. [2](#e2)

## Sources

### S1

- Publisher: The Orlo Post

## Evidence

### E1

[S1](#s1), paragraph 1 · cited in [Bottom line](#bottom-line), [Key points](#key-points), [Figures](#figures)

> The fog was thick. **The mayor says a ferry “ran aground in the fog”.**

### E2

[S1](#s1), paragraph 2 · cited in [Key points](#key-points)

> **The harbour office closed.**
"""


def line(text: str) -> Line:
    return Line(text, (Piece(text, evidence="E1"),))


def event(
    text: str,
    earliest: str | None,
    latest: str | None = None,
    *,
    relation: Relation = "in",
    status: Status = "reported",
) -> Event:
    when = When(earliest or "", "date", earliest or "", earliest, latest or earliest, relation)
    return Event(f"T-{text[:8]}", when, line(text), None, status, ("E1",))


def page_brief(
    *events: Event, marking: str | None = "TLP:GREEN", title: str = "Ferries & fog on lake Orlo"
) -> Brief:
    return Brief(
        format=1,
        generator="briefgen 0",
        name="ferries",
        title=title,
        as_of="2031-05-03",
        edition=2,
        language="en",
        marking=marking,
        sources=(),
        evidence=(),
        bottom_line=(),
        key_points=(),
        claims=(),
        verification=(),
        timeline=events or (event("a ferry runs aground", "2031-05-01", status="unconfirmed"),),
        figures=(),
        entities=(),
        outlook=(),
        gaps=(),
        stories=(),
        coverage=(),
    )


def page_audience(size: PageSize = "A4") -> Audience:
    return Audience(name="analyst", title="Analyst brief", description="", sections=(), page=size)


def page_view(brief: Brief) -> View:
    """`brief` as the analyst sees it."""
    return view_of(brief, page_audience())


def page(markdown: str = MARKDOWN, brief: Brief | None = None, size: PageSize = "A4") -> str:
    """`markdown` as the page of the analyst's audience."""
    brief = brief or page_brief()
    chart = timeline_chart(page_view(brief), LABELS)
    return render_html(
        markdown,
        brief,
        page_audience(size),
        marking=TLP_2.look(brief.marking) if brief.marking else None,
        titles=LABELS.sections,
        style=read_style("analyst", [TEMPLATES]),
        fonts=FONTS,
        charts={"analyst-timeline.svg": chart.svg} if chart else {},
    )


def in_pieces(html: str, piece: int = 1500) -> bytes:
    """`html` printed as a long page is, in pieces of about `piece` characters."""
    long = take_apart(html, most=0, piece=piece)
    assert long is not None
    return print_in_pieces(long, Attached('{"format": 1}', "Ferries", datetime(2031, 5, 3, tzinfo=UTC))).data
