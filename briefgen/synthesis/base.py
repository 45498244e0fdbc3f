"""The base of a brief: its sources with their descriptors, and what became of every input."""

import re

from briefgen.model.brief import Coverage, Source
from briefgen.model.problem import Problem
from briefgen.model.source import RawSource, Unread
from briefgen.synthesis.reading import Reading

WORD = re.compile(r"\w+(?:['’.,-]\w+)*")

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""Traffic Light Protocol 2.0 (first.org/tlp), from the least restricted to the most."""


def sources_of(readings: tuple[Reading, ...]) -> tuple[Source, ...]:
    """Each document with what is known of it."""
    return tuple(_source(reading) for reading in readings)


def _source(reading: Reading) -> Source:
    document, about = reading.found.document, reading.found.document.metadata
    return Source(
        number=reading.number,
        name=document.name,
        media_type=document.media_type,
        encoding=document.encoding,
        size=document.size,
        sha256=document.sha256,
        words=len(WORD.findall(document.text)),
        claims=len(reading.found.claims),
        title=about.title,
        publisher=about.publisher,
        author=about.author,
        published=about.published,
        url=about.url,
        language=about.language,
        marking=about.marking,
        reliability=about.reliability,
    )


def coverage_of(
    readings: tuple[Reading, ...], duplicates: tuple[tuple[RawSource, str], ...], unread: tuple[Unread, ...]
) -> tuple[Coverage, ...]:
    """What became of every input, in the order of their names."""
    numbers = {reading.found.document.name: reading.number for reading in readings}
    rows = [
        *(_used(reading) for reading in readings),
        *(
            Coverage(raw.name, "duplicate", numbers.get(name), len(raw.data), raw.sha256, raw.problems)
            for raw, name in duplicates
        ),
        *(Coverage(one.name, "unread", None, one.size, one.sha256, (one.problem,)) for one in unread),
    ]
    return tuple(sorted(rows, key=lambda row: (row.name, row.state)))


def _used(reading: Reading) -> Coverage:
    document = reading.found.document
    problems: tuple[Problem, ...] = (*document.problems, *reading.found.problems)
    return Coverage(document.name, "used", reading.number, document.size, document.sha256, problems)


def highest_marking(markings: tuple[str, ...]) -> str | None:
    """The most restrictive TLP label among `markings`; words of another scheme stand before it, each once."""
    marks = [canonical_marking(mark) for mark in markings]
    levels = [TLP.index(mark) for mark in marks if mark in TLP]
    others = list(dict.fromkeys(mark for mark in marks if mark not in TLP))
    labels = [*others, *([TLP[max(levels)]] if levels else [])]
    return " · ".join(labels) or None


def canonical_marking(mark: str) -> str:
    """A TLP label in the spelling of TLP 2.0, however it was written; other words as they are."""
    label = "".join(mark.split()).upper().replace("TLP:WHITE", "TLP:CLEAR")
    return label if label in TLP else mark


def title_of(readings: tuple[Reading, ...]) -> str | None:
    """The title of the only source, or the names most spoken of in all."""
    if len(readings) == 1 and readings[0].found.document.metadata.title:
        return readings[0].found.document.metadata.title
    counts: dict[str, int] = {}
    for reading in readings:
        for entity in reading.found.entities:
            spans = (*entity.mentions, *entity.demonyms, *entity.attributive)
            counts[entity.name] = counts.get(entity.name, 0) + len(spans)
    names = sorted(counts, key=lambda name: (-counts[name], name))[:3]
    return ", ".join(names) or None
