"""A piece of a text, named by its place."""

from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False, array_like=True, order=True):
    """The characters `[start, end)` of a text, counted in Unicode code points.

    In JSON it is the pair `[start, end]`.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand at this place of `text`."""
        return text[self.start : self.end]

    @property
    def length(self) -> int:
        """How many code points the span takes in."""
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`, of which there must be at least one."""
    found = list(spans)
    return Span(min(span.start for span in found), max(span.end for span in found))


def trim(span: Span, text: str) -> Span:
    """`span` without the white space at its two ends; empty at its start if nothing else is in it."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
