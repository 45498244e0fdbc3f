"""The pages of a brief as they are laid out: what runs out of them, what marks them, and in which colours."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefgen.proofs.contrast import WHITE, Colour, over

CHART = "chart"
"""The class of a drawing; the marks beside a status, which its word tells too, have another."""
SLACK = 1.5
"""CSS pixels by which words may pass an edge: rounding, and the overhang of italics."""


class Words(NamedTuple):
    """A run of words on a page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    colour: Colour
    ground: Colour
    margin: str
    """The box in the margin that holds it, such as `@top-right`; empty in the body of the page."""
    cell: tuple[float, float] | None
    """Left and right edge of the cell of a table that holds it."""


class Laid(NamedTuple):
    """A page."""

    number: int
    width: float
    height: float
    words: tuple[Words, ...]
    pictures: tuple[Colour, ...] = ()
    """What lies behind each drawing, in their order."""


def lay_out(html: str, media: str = "print") -> tuple[Laid, ...]:
    """The pages that WeasyPrint makes of `html`; raises `BriefgenError` where its libraries are missing."""
    from briefgen.render.pdf import part_spaces, quiet, weasyprint_classes

    html_class, _, fetcher = weasyprint_classes()
    with quiet():
        document = html_class(string=part_spaces(html), url_fetcher=fetcher, media_type=media).render()
    pages = (page._page_box for page in document.pages)
    return tuple(_laid(number, box, tuple(_shown(box))) for number, box in enumerate(pages, 1))


def _laid(number: int, box: Any, shown: Sequence[Words | Colour]) -> Laid:  # noqa: ANN401
    words = tuple(one for one in shown if isinstance(one, Words))
    pictures = tuple(one for one in shown if not isinstance(one, Words))
    return Laid(number, box.margin_width(), box.margin_height(), words, pictures)


def _shown(page: Any) -> Iterator[Words | Colour]:  # noqa: ANN401 - a box of WeasyPrint, which has no types
    """Every run of words on a page with the colour behind it, and the colour behind each drawing."""
    from weasyprint.formatting_structure.boxes import MarginBox, ReplacedBox, TableCellBox, TextBox

    waiting: list[tuple[Any, Colour, str, tuple[float, float] | None]] = [(page, WHITE, "", None)]
    while waiting:
        box, ground, margin, cell = waiting.pop()
        if not box.style["opacity"]:
            continue
        ground = _behind(box, ground)
        if isinstance(box, MarginBox):
            margin = box.at_keyword
        if isinstance(box, TableCellBox):
            cell = (box.position_x, box.position_x + box.margin_width())
        if isinstance(box, TextBox) and box.style["visibility"] == "visible":
            yield _run(box, ground, margin, cell)
        elif isinstance(box, ReplacedBox) and box.element.get("class") == CHART:
            yield ground
        waiting += [(child, ground, margin, cell) for child in reversed(getattr(box, "children", ()))]


def _run(box: Any, ground: Colour, margin: str, cell: tuple[float, float] | None) -> Words:  # noqa: ANN401
    colour = box.style["color"]
    shown = over(_srgb(colour), colour.alpha, ground)
    right, bottom = box.position_x + box.width, box.position_y + box.height
    return Words(box.text, box.position_x, box.position_y, right, bottom, shown, ground, margin, cell)


def _behind(box: Any, ground: Colour) -> Colour:  # noqa: ANN401
    colour = box.style["background_color"]
    if isinstance(colour, str) or not colour.alpha:
        return ground
    return over(_srgb(colour), colour.alpha, ground)


def _srgb(colour: Any) -> Colour:  # noqa: ANN401
    red, green, blue = colour.to("srgb").coordinates
    return red, green, blue


def outside(page: Laid) -> Iterator[Words]:
    """Words that run out of the page, or out of their cell of a table."""
    for words in page.words:
        off = words.left < -SLACK or words.top < -SLACK
        off |= words.right > page.width + SLACK or words.bottom > page.height + SLACK
        if words.cell is not None:
            off |= words.left < words.cell[0] - SLACK or words.right > words.cell[1] + SLACK
        if off and words.text.strip():
            yield words


def in_margin(page: Laid, edge: str) -> str:
    """The words at the head (`top`) or foot (`bottom`) of a page."""
    return " ".join(words.text for words in page.words if words.margin.startswith(f"@{edge}"))
