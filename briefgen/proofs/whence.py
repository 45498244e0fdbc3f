"""Which line of which file gives words their colour, found by dyeing each place that names it."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefgen.proofs.contrast import hexadecimal
from briefgen.proofs.pictures import SHEET

if TYPE_CHECKING:
    from briefgen.proofs.layout import Laid
    from briefgen.render import Folder

SETTING = re.compile(r"--(\w+):$")
"""What stands before a colour of `audience.toml` in the style of a page."""

SET_BY = {"foot": "quiet"}
"""Settings that give the style more than the colour of their name."""


class Dyed(NamedTuple):
    """A page in which each place that names one colour names another of its own."""

    html: str
    places: Mapping[str, tuple[str, str]]
    """Of each of those colours the line of the style that names it, and what stands before it there."""


def dyed(html: str, colour: str) -> Dyed:
    """`html` in whose style each place of `colour` has one that differs from it in its lowest bits."""
    places: dict[str, tuple[str, str]] = {}
    short = f"#{colour[1]}{colour[3]}{colour[5]}"
    shortened = f"|{short}" if colour == "#" + "".join(2 * sign for sign in short[1:]) else ""
    said = re.compile(rf"({colour}{shortened})(?![0-9a-f])", re.IGNORECASE)

    def dye(match: re.Match[str]) -> str:
        style, place = match.string, match.start()
        start, end = style.rfind("\n", 0, place) + 1, style.find("\n", place)
        other = f"#{int(colour[1:], 16) ^ (len(places) + 1):06x}"
        places[other] = (style[start : len(style) if end < 0 else end], style[start:place])
        return other

    def in_sheet(match: re.Match[str]) -> str:
        return match[1] + said.sub(dye, match[2]) + match[3]

    return Dyed(SHEET.sub(in_sheet, html, count=1), places)


def place_of(page: int, run: int, dyed: Dyed, laid: Sequence["Laid"], folder: "Folder") -> str:
    """File and line that give a run of words its colour, as the pages `laid` of `dyed` show it.

    Empty where it is none that the style names as it is: a blend of two, or one by its name.
    """
    words = laid[page].words[run] if page < len(laid) and run < len(laid[page].words) else None
    named = dyed.places.get(hexadecimal(words.colour)) if words else None
    return _file_and_line(*named, folder) if named else ""


def _file_and_line(line: str, before: str, folder: "Folder") -> str:
    """Where a line of the style of a page stands, or the setting that it is made of."""
    from briefgen.render.mistakes import line_of
    from briefgen.render.style import sheets_of

    setting = SETTING.search(before)
    key = SET_BY.get(setting[1], setting[1]) if setting else ""
    if key and line.startswith("@media") and getattr(folder.audience.colours, key, None):
        file = folder.templates.find(folder.audience.name, "audience.toml")
        return f"{file}, line {line_of(key, file.read_text('utf-8'))}"
    for file in reversed(sheets_of(folder.audience.name, folder.templates.folders).values()):
        for number, text in enumerate(file.read_text("utf-8").split("\n"), 1):
            if text.strip() == line.strip():
                return f"{file}, line {number}"
    return ""


Look = Callable[[str], Sequence["Laid"]]
"""Lays out a page as the one in which words are faint."""
