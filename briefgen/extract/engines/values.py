"""What an engine is, and what it says of a text."""

from bisect import bisect_left
from collections.abc import Callable

import msgspec

from briefgen.model.annotation import EntityKind, Sentence
from briefgen.model.span import Span


class Tags(msgspec.Struct, frozen=True):
    """The kinds of words that an engine tells, by where its words start."""

    starts: tuple[int, ...]
    """In ascending order."""
    kinds: tuple[str, ...]
    """One for each of `starts`; of those of `briefgen.extract.grammar.Word`."""

    def between(self, start: int, end: int) -> str | None:
        """The kind of the last word that starts in `[start, end)`: the head of a compound with hyphens."""
        last = bisect_left(self.starts, end) - 1
        return self.kinds[last] if last >= 0 and self.starts[last] >= start else None


class Named(msgspec.Struct, frozen=True):
    """A name as an engine finds it."""

    span: Span
    kind: EntityKind
    """A country is a "place" here: the lists of countries tell it from others."""


class Findings(msgspec.Struct, frozen=True):
    """What an engine says of one text; none where the built-in rules are to say it."""

    tags: Tags | None = None
    names: tuple[Named, ...] | None = None
    """In order, without overlap."""


class Engine(msgspec.Struct, frozen=True):
    """What tells the kinds of words apart and finds names."""

    name: str | None
    """With its version, as a brief tells it; none for the built-in rules."""
    read: Callable[[str, tuple[Sentence, ...]], Findings]
    """What it says of the sentences of a text; the same for the same text."""


def nothing(text: str, sentences: tuple[Sentence, ...]) -> Findings:
    """The findings of the built-in engine: all is left to the rules."""
    return Findings()


BUILT_IN = Engine(None, nothing)
