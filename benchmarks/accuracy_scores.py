"""What measuring needs whatever is measured: documents read by briefgen, and scores."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.gold_format import GoldDocument
from briefgen.model.annotation import Annotated
from briefgen.model.source import Metadata, RawSource
from briefgen.model.span import Span
from briefgen.pipeline import read_document

if TYPE_CHECKING:
    from briefgen.extract.engines.values import Engine

Place = tuple[int, int]
"""Start and end of a span."""


class Read(NamedTuple):
    """A document with what people and what briefgen found in it."""

    gold: GoldDocument
    found: Annotated | None
    """None where briefgen does not read the text, and so finds nothing."""


class Score(NamedTuple):
    """One measure."""

    name: str
    precision: float | None
    """How much of what was found is right; none where that is not asked."""
    recall: float | None
    """How much of what is right was found."""
    made_of: str

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        if self.precision is None or self.recall is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        parts = (("P", self.precision), ("R", self.recall), ("F1", self.f1))
        shown = "  ".join(
            " " * (len(name) + 6) if rate is None else f"{name} {rate:.3f} " for name, rate in parts
        )
        return f"{self.name:<44} {shown} ({self.made_of})"


class Result(NamedTuple):
    """All measures of a task, and what was missed or found without reason, a line each."""

    scores: list[Score]
    errors: list[str]


def counted(name: str, hit: int, found: int, wanted: int) -> Score:
    """A score of `hit` right ones among `found`, where the gold has `wanted`."""
    made_of = f"{hit:,} right, {found:,} found, {wanted:,} in the gold"
    return Score(name, hit / found if found else 0.0, hit / wanted if wanted else 0.0, made_of)


def share(name: str, hit: int, wanted: int) -> Score:
    """A score of which only the recall is asked."""
    return Score(name, None, hit / wanted if wanted else 0.0, f"{hit:,} of {wanted:,}")


def read_all(documents: Iterable[GoldDocument], engine: "Engine | None" = None) -> Iterator[Read]:
    """Each document with what briefgen finds in its text, of which it is told the day of publication.

    `engine` tells kinds of words and names apart; without one the built-in rules do.
    """
    for document in documents:
        yield Read(document, _read(document, engine))


def _read(document: GoldDocument, engine: "Engine | None") -> Annotated | None:
    data = document.text.encode()
    name = f"{document.id}.txt"
    metadata = Metadata(published=document.day)
    raw = RawSource(name, name, "text/plain", data, hashlib.sha256(data).hexdigest(), metadata)
    found = read_document(raw, Metadata(), engine)
    if not isinstance(found, Annotated):
        return None
    if found.document.text != document.text:
        raise ValueError(f"{document.id}: the text as read differs from the gold's, so places do not compare")
    return found


def characters(spans: Iterable[Span]) -> frozenset[int]:
    """The places of all characters that `spans` take in."""
    return frozenset(place for span in spans for place in range(span.start, span.end))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared characters among those of either (Jaccard index); 0 where neither has any."""
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def shared(one: Place, other: Place) -> int:
    """How many characters two spans share; negative where they stand apart."""
    return min(one[1], other[1]) - max(one[0], other[0])


def line(*parts: object) -> str:
    """An error as a line of a table, without the text's line breaks."""
    return " | ".join(" ".join(str(part).split()) for part in parts)
