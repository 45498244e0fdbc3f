"""Gold data as briefgen measures itself on it: one JSON object a document and line (docs/reading.md)."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from briefgen.model.span import Span

DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Attribution(msgspec.Struct, frozen=True):
    """Who said what by which words; each part may be split, and may be missing."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


class Timex(msgspec.Struct, frozen=True, omit_defaults=True):
    """An expression of time."""

    start: int
    end: int
    text: str = ""
    type: str | None = None
    value: str | None = None
    """As TIMEX3 writes it."""
    val: str | None = None
    """As TIMEX2 writes it; read where there is no `value`."""

    @property
    def meaning(self) -> str | None:
        """What the expression stands for, as far as the gold says."""
        return self.value or self.val


class Mention(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place that names or describes somebody or something."""

    start: int
    end: int
    text: str = ""
    syntactic: str | None = None
    """How it does: `NAM` is by a name."""
    etype: str | None = None
    """`PER`, `ORG`, `LOC`; others are not measured."""
    instance: str | None = None
    """What it stands for; the same for every alias."""


class GoldDocument(msgspec.Struct, frozen=True, omit_defaults=True):
    """One text, and what people found in it. Keys that are not named here are passed over."""

    id: str | int
    text: str
    dct: str | None = None
    """The day of publication, ISO 8601; `date` and `published` are read as well."""
    date: str | None = None
    published: str | None = None
    attributions: tuple[Attribution, ...] = ()
    timexes: tuple[Timex, ...] = ()
    entities: tuple[Mention, ...] = ()
    sentences: tuple[Span | str, ...] = ()
    """Places; or the sentences' words, white space aside."""
    score_end: int | None = None
    """Where the annotation ends; dates and names that end later are not measured."""

    @property
    def day(self) -> str | None:
        """The day of publication, without a time; none where it is not written as ISO 8601 has it."""
        told = DAY.match(self.dct or self.date or self.published or "")
        return told[0] if told else None

    @property
    def limit(self) -> int:
        """Where the annotation ends."""
        return len(self.text) if self.score_end is None else self.score_end


def read_gold(path: Path) -> Iterator[GoldDocument]:
    """The documents of a file; raises `ValueError` where a line is not what it should be."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _document(line, f"{path}, line {number}")


def _document(line: str, where: str) -> GoldDocument:
    try:
        return msgspec.json.decode(line, type=GoldDocument)
    except msgspec.DecodeError as error:
        raise ValueError(f"{where}: {error}") from error


def as_line(document: GoldDocument) -> bytes:
    """`document` as `read_gold` reads it."""
    return msgspec.json.encode(document) + b"\n"
