"""Markings: who may see a source or a brief, by a scheme whose levels have an order."""

from collections.abc import Iterable

import msgspec

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""Traffic Light Protocol 2.0 (first.org/tlp), from the least restricted to the most."""
WHITE = "#ffffff"
BLACK = "#000000"


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One marking of a scheme, and how it looks."""

    name: str
    """As it stands at the head and foot of a page."""
    portion: str = ""
    """What stands in brackets before a portion of that level: "U"."""
    colour: str = WHITE
    background: str = BLACK


class Scheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The markings in use, from the least restricted to the most."""

    levels: tuple[Level, ...]
    portions: bool = False
    """Whether each paragraph, caption and cell bears its own marking."""

    def level(self, mark: str | None) -> int | None:
        """The place of `mark` among the levels, however it is spelt; of no marking 0; of any other none."""
        if mark is None:
            return 0
        wanted = _spelt(mark)
        places = (place for place, level in enumerate(self.levels) if wanted == _spelt(level.name))
        return next(places, None)

    def canonical(self, mark: str) -> str:
        """`mark` in the spelling of the scheme; other words as they are."""
        place = self.level(mark)
        return mark if place is None else self.levels[place].name

    def exceeds(self, mark: str | None, ceiling: str | None) -> bool:
        """Whether what bears `mark` must not be shown to who may see up to `ceiling`.

        Without a ceiling nothing is kept back; with one, whatever the scheme does not know is.
        """
        if ceiling is None:
            return False
        place, most = self.level(mark), self.level(ceiling)
        return place is None or most is None or place > most

    def highest(self, marks: Iterable[str | None]) -> str | None:
        """The most restrictive of `marks`; words of another scheme stand before it, each once."""
        known = [mark for mark in marks if mark]
        places = [place for mark in known if (place := self.level(mark)) is not None]
        others = dict.fromkeys(mark for mark in known if self.level(mark) is None)
        labels = [*others, *([self.levels[max(places)].name] if places else [])]
        return " · ".join(labels) or None

    def look(self, mark: str) -> Level:
        """How `mark` looks; words of another scheme as white on black."""
        place = self.level(mark)
        return Level(mark) if place is None else self.levels[place]

    def portion(self, marks: Iterable[str | None]) -> str:
        """What stands in brackets before words of sources with `marks`; for none the lowest level's."""
        levels = {mark: self.level(mark) for mark in marks}
        strange = [mark for mark, place in levels.items() if mark and place is None]
        known = [place for place in levels.values() if place is not None]
        return ", ".join(strange) or self.levels[max(known, default=0)].portion


def _spelt(mark: str) -> str:
    return "".join(mark.split()).upper().replace("TLP:WHITE", "TLP:CLEAR")


TLP_2 = Scheme(
    tuple(
        Level(name, colour=colour)
        for name, colour in zip(TLP, ("#ffffff", "#33ff00", "#ffc000", "#ffc000", "#ff2b2b"), strict=True)
    )
)
"""The labels of TLP 2.0 with the colours, on black, that first.org lays down."""


def mistaken_label(mark: str) -> str | None:
    """What is wrong with `mark` if it is meant as a TLP label and is none; none where all is well."""
    if not mark.upper().startswith("TLP") or TLP_2.level(mark) is not None:
        return None
    return f"“{mark}” is no label of TLP 2.0: those are {', '.join(TLP)}"
