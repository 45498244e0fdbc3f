"""From annotated documents to a brief: pure, and the same for the same input."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from briefgen.model.annotation import Annotated
from briefgen.model.brief import (
    FORMAT_VERSION,
    Brief,
    Claim,
    Entity,
    Event,
    Figure,
    Finding,
    Gap,
    Outlook,
    Point,
    Status,
    Story,
)
from briefgen.model.request import Request
from briefgen.model.source import RawSource, Unread
from briefgen.synthesis.base import coverage_of, sources_of, title_of
from briefgen.synthesis.corroboration import status_of
from briefgen.synthesis.figures import figures_of
from briefgen.synthesis.findings import bottom_line_of, findings_of, verifications_of
from briefgen.synthesis.gaps import gaps_of
from briefgen.synthesis.ledger import Ledger, evidence_of, narrowed, whole_ledger
from briefgen.synthesis.names import Registry, entities_of, register
from briefgen.synthesis.outlook import outlook_of
from briefgen.synthesis.ranking import Candidate, ranked
from briefgen.synthesis.reading import Reading, reading
from briefgen.synthesis.renaming import renamed
from briefgen.synthesis.replies import NO_REPLIES, Replies, replies_to
from briefgen.synthesis.similarity import Vector, rarity, vector
from briefgen.synthesis.timeline import events_of
from briefgen.synthesis.times import newest
from briefgen.synthesis.voices import Voice, by_source, line_of, told, voices_of

Cited = Point | Finding | Claim | Event | Figure | Entity | Outlook | Gap
"""What a brief tells, each with the evidence it rests on."""


class Base(msgspec.Struct, frozen=True):
    """All that is decided before a line is cut."""

    readings: tuple[Reading, ...]
    duplicates: tuple[tuple[RawSource, str], ...]
    unread: tuple[Unread, ...]
    registry: Registry
    voices: tuple[Voice, ...]
    grouped: Mapping[int, tuple[Voice, ...]]
    """The claims of each source."""
    vectors: Mapping[str, Vector]
    """The words of each claim."""
    replies: Mapping[str, Replies]
    statuses: Mapping[str, Status]
    candidates: tuple[Candidate, ...]


def synthesise(
    annotated: tuple[Annotated, ...],
    duplicates: tuple[tuple[RawSource, str], ...],
    unread: tuple[Unread, ...],
    request: Request,
    generator: str,
    withheld: int = 0,
) -> Brief:
    """The brief of `annotated`, which stand in the order in which they are to be numbered.

    `duplicates` are exact copies, each with the name of the document it repeats; `unread` are
    inputs that could not be read. `generator` is the program's name and version, `withheld` the number of
    inputs that are marked above what the brief may show, and that nothing in it rests on.
    """
    base = _base(annotated, duplicates, unread)
    everything = whole_ledger(base.readings)
    first = _compose(base, everything, request, generator, withheld)
    ledger = narrowed(everything, _cited(first))
    if ledger == everything:
        return first
    ids = {name: ledger.ids[key] for key, name in everything.ids.items() if key in ledger.ids}
    return msgspec.structs.replace(renamed(first, ids), evidence=evidence_of(ledger, base.readings))


def _base(
    annotated: tuple[Annotated, ...],
    duplicates: tuple[tuple[RawSource, str], ...],
    unread: tuple[Unread, ...],
) -> Base:
    readings = tuple(reading(number, found) for number, found in enumerate(annotated, 1))
    registry = register(readings)
    voices = voices_of(readings, registry)
    weights = rarity(sentence.span.of(one.text) for one in readings for sentence in one.found.sentences)
    vectors = {voice.id: vector(voice.words, weights) for voice in voices}
    grouped = by_source(voices)
    replies = replies_to(grouped, vectors)
    statuses = {voice.id: status_of(voice, replies.get(voice.id, NO_REPLIES)) for voice in voices}
    return Base(
        readings=readings,
        duplicates=duplicates,
        unread=unread,
        registry=registry,
        voices=voices,
        grouped=grouped,
        vectors=MappingProxyType(vectors),
        replies=replies,
        statuses=MappingProxyType(statuses),
        candidates=ranked(readings, grouped, replies, weights),
    )


def _compose(base: Base, ledger: Ledger, request: Request, generator: str, withheld: int) -> Brief:
    """The brief with its lines cut against `ledger`."""
    readings, voices, statuses = base.readings, base.voices, base.statuses
    lines = {
        voice.id: line_of(voice, position, ledger)
        for group in base.grouped.values()
        for position, voice in enumerate(group)
    }
    claims = tuple(
        told(voice, lines[voice.id], statuses[voice.id], ledger, base.registry) for voice in voices
    )
    findings = findings_of(base.candidates, lines, statuses, ledger)
    verifications = verifications_of(findings, base.replies)
    sources = sources_of(readings)
    as_of = request.as_of or newest(source.published for source in sources) or request.today
    coverage = coverage_of(readings, base.duplicates, base.unread, as_of)
    markings = (request.marking, *(one.marking for one in sources), *(one.marking for one in coverage))
    return Brief(
        format=FORMAT_VERSION,
        generator=generator,
        name=request.name,
        title=request.title or title_of(readings, _leading(base.candidates)) or request.name,
        as_of=as_of,
        edition=request.edition,
        language=_language(tuple(source.language or "en" for source in sources)),
        marking=request.scheme.highest(markings),
        sources=sources,
        evidence=evidence_of(ledger, readings),
        bottom_line=bottom_line_of(findings, verifications, voices, base.vectors, lines, statuses),
        key_points=findings,
        claims=claims,
        verification=verifications,
        timeline=events_of(readings, base.grouped, lines, statuses, ledger),
        figures=figures_of(readings, base.grouped, lines, statuses, ledger),
        entities=entities_of(base.registry, ledger, (name for voice in voices for name in voice.names)),
        outlook=outlook_of(readings, base.grouped, lines, statuses, ledger),
        gaps=gaps_of(voices, lines, findings, base.registry, ledger, sources, base.unread),
        stories=tuple(Story((source.name, *_copies(source.name, base))) for source in sources),
        coverage=coverage,
        engine=next((one.found.engine for one in readings), None),
        declared=request.marking and request.scheme.canonical(request.marking),
        withheld=withheld,
    )


def _leading(candidates: tuple[Candidate, ...]) -> tuple[int, ...]:
    """Numbers of the sources, in the order of the finding of each that matters most."""
    return tuple(dict.fromkeys(one.source.number for one in candidates))


def _copies(name: str, base: Base) -> tuple[str, ...]:
    """Names of the exact copies of the source called `name`."""
    return tuple(copy.name for copy, original in base.duplicates if original == name)


def _language(tags: tuple[str, ...]) -> str:
    """The language that most sources are in; of several the first by name."""
    counts = sorted((-tags.count(one), one) for one in set(tags))
    return counts[0][1] if counts else "en"


def _cited(brief: Brief) -> frozenset[str]:
    """Ids of the evidence that anything in the brief rests on."""
    sections: tuple[tuple[Cited, ...], ...] = (
        brief.bottom_line,
        brief.key_points,
        brief.claims,
        brief.timeline,
        brief.figures,
        brief.entities,
        brief.outlook,
        brief.gaps,
    )
    return frozenset(name for section in sections for one in section for name in one.evidence)
