"""What a picture shows, told from its SVG: its words, and the places of its marks."""

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

from briefgen.render.charts.drawing import Drawing
from briefgen.render.faces import width

SVG = "{http://www.w3.org/2000/svg}"


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def texts(drawing: ET.Element) -> list[str]:
    return [element.text or "" for element in drawing.iter(f"{SVG}text")]


def box(element: ET.Element) -> Box:
    if element.tag == f"{SVG}text":
        size = float(element.get("font-size", "0"))
        left, base = float(element.get("x", "0")), float(element.get("y", "0"))
        run = width(element.text or "", int(element.get("font-weight", "400"))) * size
        return Box(left, base - 0.7 * size, left + run, base + 0.2 * size)
    return path_box(element.get("d", ""))


def path_box(path: str) -> Box:
    xs: list[float] = []
    ys: list[float] = []
    for command, numbers in re.findall(r"([MLHV])([-\d. ]*)", path):
        values = [float(number) for number in numbers.split()]
        if command in "MLH":
            xs.append(values[0])
        if command in "MLV":
            ys.append(values[-1])
    return Box(min(xs), min(ys), max(xs), max(ys))


def shapes(drawing: ET.Element, kind: str) -> list[Box]:
    """The places of the marks of a kind: `filled`, `hollow` or `ink`, a line."""
    return [box(path) for path in drawing.iter(f"{SVG}path") if path.get("class") == kind]


def at_height(drawing: ET.Element, words: str) -> float:
    """The line on which `words` stand."""
    return next(float(one.get("y", "0")) for one in drawing.iter(f"{SVG}text") if one.text == words)


def harmless(drawing: Drawing) -> ET.Element:
    """The picture, which is XML that names no address, runs nothing, and holds only what we draw with."""
    tree = ET.fromstring(drawing.svg)
    for element in tree.iter():
        assert element.tag.removeprefix(SVG) in {"svg", "title", "path", "text", "circle"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert not re.search(r"url\(|javascript:", value)
    assert tree.findtext(f"{SVG}title") == drawing.words
    return tree
