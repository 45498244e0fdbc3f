"""The colours of what pictures show, as print and screens draw them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefgen.proofs.contrast import Colour
from briefgen.proofs.layout import CHART

SVG = "{http://www.w3.org/2000/svg}"
WORDS = "text"
BEHIND = frozenset({"band", "land"})
"""Classes of what only lies behind: a tint, to which nothing is told by its own contrast."""
PAINTS = ("fill", "stroke")
SHEET = re.compile(r"(<style>\n)(.*?)(</style>)", re.DOTALL)


class Drawn(NamedTuple):
    """A colour that stands in a picture."""

    picture: int
    """Its place among the pictures of the page."""
    kind: str
    """`text`, `mark` or, for what lies behind others, `ground`."""
    colour: Colour
    alpha: float
    words: str
    """Of a text; of a mark its class."""


def drawn(html: str, media: str) -> tuple[Drawn, ...]:
    """Every colour in the pictures of `html`, a page of `render_html`, on `media`, each once a picture.

    Print draws a picture by its own attributes; on screens the style sheet goes before them. WeasyPrint's
    cascade knows no `fill` and no `stroke`, and is asked for each under the name of `color`, which is handed
    down in the same way.
    """
    found: dict[Drawn, None] = {}
    for paint in PAINTS:
        found |= dict.fromkeys(_painted(_as_colour(html, paint, media), paint, media))
    return tuple(found)


def _as_colour(html: str, paint: str, media: str) -> str:
    """`html` in which `paint` is the colour of each element of a picture, attributes before rules."""
    values = sorted(set(re.findall(rf' {paint}="([^"]+)"', html)))
    initial = "#000" if paint == "fill" else "transparent"
    colours = {value: "transparent" if value == "none" else value for value in values}
    rules = [f':where([{paint}="{value}"]){{color:{colour}}}' for value, colour in colours.items()]
    rules.insert(0, f":where(svg){{color:{initial}}}")
    sheet = SHEET.search(html)
    style = sheet[2] if sheet and media != "print" else ""
    style = re.sub(r"(?<![\w-])color(?=\s*:)", "--unused", style)
    style = re.sub(rf"(?<![\w-]){paint}(?=\s*:)", "color", style)
    return SHEET.sub(lambda match: f"{match[1]}{''.join(rules)}\n{style}{match[3]}", html, count=1)


def _painted(html: str, paint: str, media: str) -> Iterator[Drawn]:
    from briefgen.render.pdf import part_spaces, quiet, weasyprint_classes

    html_class, _, fetcher = weasyprint_classes()
    from weasyprint.css import get_all_computed_styles

    with quiet():
        page = html_class(string=part_spaces(html), url_fetcher=fetcher, media_type=media)
        style_for = get_all_computed_styles(page)
    pictures = (one for one in page.etree_element.iter(f"{SVG}svg") if one.get("class") == CHART)
    for number, picture in enumerate(pictures):
        for element in picture.iter():
            kind = _kind(element, paint)
            colour = style_for(element)["color"] if kind else None
            if colour is not None and colour.alpha:
                told = element.text if kind == WORDS else element.get("class", "")
                yield Drawn(number, kind, tuple(colour.to("srgb").coordinates), colour.alpha, told or "")


def _kind(element: Any, paint: str) -> str:  # noqa: ANN401 - an element of a tree
    """What an element of a picture is; empty for what `paint` does not show.

    A hollow mark is told by its outline, and one that is filled by what fills it: its outline only parts it
    from its neighbours.
    """
    name = str(element.tag).removeprefix(SVG)
    classes = frozenset(element.get("class", "").split())
    if name == WORDS:
        return WORDS if paint == "fill" else ""
    if name not in {"path", "circle", "rect", "line"} or not classes:
        return ""
    if classes & BEHIND:
        return "ground" if paint == "fill" else ""
    return "mark" if ("filled" in classes) == (paint == "fill") else ""


def grounds(colours: Sequence[Drawn], picture: int, page: Colour) -> tuple[Colour, ...]:
    """What may lie behind something in a picture: the page, and each tint."""
    return (page, *(one.colour for one in colours if one.picture == picture and one.kind == "ground"))
