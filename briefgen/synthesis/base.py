"""The base of a brief: its sources with their descriptors, and what became of every input."""

import re
from collections import Counter

from briefgen.language.english.dating import ANSWERED
from briefgen.model.brief import Coverage, Source
from briefgen.model.problem import Problem
from briefgen.model.source import RawSource, Unread
from briefgen.synthesis.reading import Reading, headline_of, subject_of

DAY = len("2024-10-18")

NAMES = 3
"""Names in the title of a brief of one source."""

TITLED = 4
"""Sources that give a name to the title of a brief of several."""


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
        words=document.words,
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
    readings: tuple[Reading, ...],
    duplicates: tuple[tuple[RawSource, str], ...],
    unread: tuple[Unread, ...],
    as_of: str,
) -> tuple[Coverage, ...]:
    """What became of every input, in the order of their names; `as_of` is when the brief's knowledge ends."""
    numbers = {reading.found.document.name: reading.number for reading in readings}
    rows = [
        *(_used(reading, as_of) for reading in readings),
        *(
            Coverage(
                raw.name,
                "duplicate",
                numbers.get(name),
                len(raw.data),
                raw.sha256,
                raw.problems,
                raw.metadata.marking,
            )
            for raw, name in duplicates
        ),
        *(_lost(one) for one in unread),
    ]
    return tuple(sorted(rows, key=lambda row: (row.name, row.state)))


def _lost(one: Unread) -> Coverage:
    problems = (one.problem, *one.problems)
    return Coverage(one.name, "unread", None, one.size, one.sha256, problems, one.metadata.marking)


def _used(reading: Reading, as_of: str) -> Coverage:
    document = reading.found.document
    problems: tuple[Problem, ...] = (*document.problems, *reading.found.problems)
    published = document.metadata.published or ""
    if published[:DAY] > as_of[:DAY]:
        later = f"was published {published}, later than the {as_of} that the brief stands for; it was used"
        problems += (Problem(f"{later}. Leave it out, or give a later --as-of"),)
    return Coverage(document.name, "used", reading.number, document.size, document.sha256, problems)


def title_of(readings: tuple[Reading, ...], leading: tuple[int, ...]) -> str | None:
    """The title of the only source, or the names most spoken of.

    Of several sources it is the names that at least half of them speak of; where there is at most one, each
    gives a name too, that of its title or the one it speaks of most, those first whose numbers stand in
    `leading`, and what another has given stands once.
    """
    if len(readings) > 1:
        return _title_of_several(readings, leading)
    if title := _titles(readings):
        return title
    return ", ".join(_most_named(readings)[:NAMES]) or None


def _title_of_several(readings: tuple[Reading, ...], leading: tuple[int, ...]) -> str | None:
    chosen = _shared(readings)[:NAMES]
    if len(chosen) > 1:
        return " · ".join(chosen)
    publishers = {one.origin.casefold() for one in readings}
    order = [*leading, *(one.number for one in readings if one.number not in leading)]
    by_number = {one.number: one for one in readings}
    for number in order[:TITLED]:
        names = _titular(by_number[number])
        fresh = [name for name in names if name.casefold() not in publishers]
        chosen += [name for name in fresh[:1] if name not in chosen]
    return " · ".join(chosen) or None


def _shared(readings: tuple[Reading, ...]) -> list[str]:
    """The names that at least half of `readings`, and two, speak of, those that most speak of first.

    Who published a source is not counted for naming itself in it.
    """
    named = ((name, one) for one in readings for name in _most_named((one,)))
    counts = Counter(name for name, one in named if name.casefold() != one.origin.casefold())
    least = max(2, -(-len(readings) // 2))
    places = {name: place for place, name in enumerate(_most_named(readings))}
    return sorted(
        (name for name, count in counts.items() if count >= least),
        key=lambda name: (-counts[name], places[name]),
    )


def _titles(readings: tuple[Reading, ...]) -> str:
    """The title of the first reading, or its headline; empty where it has none."""
    for one in readings:
        headline = headline_of(one) or subject_of(one)
        words = "" if headline is None else " ".join(headline.of(one.text).split())
        return one.found.document.metadata.title or re.sub(ANSWERED, "", words, flags=re.IGNORECASE)
    return ""


def _titular(reading: Reading) -> list[str]:
    """The names of one source, those in its title first, then the one most spoken of."""
    title = _titles((reading,)).casefold()
    return sorted(_most_named((reading,)), key=lambda name: name.casefold() not in title)


def _most_named(readings: tuple[Reading, ...]) -> list[str]:
    """The names of `readings`, the one most spoken of first."""
    counts: dict[str, int] = {}
    for reading in readings:
        for entity in reading.found.entities:
            spans = (*entity.mentions, *entity.demonyms, *entity.attributive)
            counts[entity.name] = counts.get(entity.name, 0) + len(spans)
    return sorted(counts, key=lambda name: (-counts[name], name))
