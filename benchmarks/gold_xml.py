"""What gold data in XML needs: text with marked places, read in one walk."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

Element = ElementTree.Element

LONE_AMPERSAND = re.compile(r"&(?!#?\w+;)")


class Marked(NamedTuple):
    """An element and the place of what stands in it."""

    element: Element
    start: int
    end: int


def parse(source: str) -> Element:
    """The root of a document; an `&` that stands for itself, as some releases have it, is let pass.

    Raises `ValueError` where the rest is not XML. For files that you trust: entities are expanded.
    """
    try:
        return ElementTree.fromstring(LONE_AMPERSAND.sub("&amp;", source))
    except ElementTree.ParseError as error:
        raise ValueError(f"not XML: {error}") from error


def flatten(root: Element, tag: str) -> tuple[str, list[Marked]]:
    """All text in `root`, and where in it the elements called `tag` stand, in the order of their starts."""
    pieces: list[str] = []
    marked: list[Marked] = []
    length = 0
    for element, text in _walk(root):
        if text is None:
            marked.append(Marked(element, length, length + len("".join(element.itertext()))))
        else:
            pieces.append(text)
            length += len(text)
    return "".join(pieces), [one for one in marked if one.element.tag == tag]


def _walk(element: Element) -> Iterator[tuple[Element, str | None]]:
    """Each element below as it begins, and each piece of text with the element it belongs to."""
    yield element, element.text or ""
    for child in element:
        yield child, None
        yield from _walk(child)
        yield child, child.tail or ""
