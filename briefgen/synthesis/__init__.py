"""From annotated documents to a brief: pure, and the same for the same input."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from briefgen.model.account import Account, Statements
from briefgen.model.annotation import Read
from briefgen.model.brief import FORMAT_VERSION, Brief, Claim, Event, Evidence, Figure, Outlook, Point, Story
from briefgen.model.request import Request
from briefgen.model.source import RawSource, Unread
from briefgen.synthesis.account import account_of
from briefgen.synthesis.base import coverage_of, sources_of, title_of
from briefgen.synthesis.events import opening
from briefgen.synthesis.figures import tied
from briefgen.synthesis.findings import (
    Told,
    bottom_line_of,
    findings_of,
    speaking_of,
    told_of,
    top_of,
    verifications_of,
)
from briefgen.synthesis.gaps import gaps_of, unheard
from briefgen.synthesis.latest import latest_toll, superseded_last, tolls_of, with_latest
from briefgen.synthesis.ledger import evidence_at, sentence_of
from briefgen.synthesis.names import First, Registry, cited_by, entities_of, first_told, register
from briefgen.synthesis.numbering import (
    Numbers,
    numbered_claim,
    numbered_event,
    numbered_evidence,
    numbered_figure,
    numbered_outlook,
)
from briefgen.synthesis.ranking import LEADING, Candidate, leading, ranked, recency
from briefgen.synthesis.similarity import Vector, rarity
from briefgen.synthesis.timeline import by_time, each_once
from briefgen.synthesis.times import newest
from briefgen.synthesis.turns import latest_turn, turns_of
from briefgen.synthesis.workings import Workings, workings_of

POINTS = 3
"""Sentences of a bottom line, at most."""

Telling = tuple[Account, Workings | None]
"""What one source tells, and, where it was worked out just now, how."""

Teller = Callable[[Iterable[Read]], Iterable[Telling]]
"""`tell`, or what remembers what it gave."""


def tell(documents: Iterable[Read]) -> Iterator[Telling]:
    """What each of `documents` tells by itself."""
    for one in documents:
        workings = workings_of(one.found())
        yield account_of(workings), workings


class Base(NamedTuple):
    """What all sources tell, each by itself, and which of them lead."""

    accounts: tuple[Account, ...]
    leading: Mapping[int, Workings]
    """By their numbers those whose findings are compared."""
    candidates: tuple[Candidate, ...]
    """The best of what they offer."""
    weights: Vector
    """How rare a word is in them."""


def synthesise(
    documents: tuple[Read, ...],
    duplicates: tuple[tuple[RawSource, str], ...],
    unread: tuple[Unread, ...],
    request: Request,
    generator: str,
    withheld: int = 0,
    teller: Teller = tell,
) -> Brief:
    """The brief of `documents`, which stand in the order in which they are to be numbered.

    `duplicates` are exact copies, each with the name of the document it repeats; `unread` are
    inputs that could not be read. `generator` is the program's name and version, `withheld` the number of
    inputs that are marked above what the brief may show, and that nothing in it rests on.
    """
    base = _base(documents, teller)
    accounts = base.accounts
    registry = register(accounts)
    first = {name: first_told(members) for name, members in registry.members.items()}
    told = told_of(base.candidates, base.leading)
    events = each_once_of(accounts)
    numbers = _numbers(accounts, registry, _cited(accounts, told, first.values(), events))
    stated = _stated(base, numbers)
    claims, figures, evidence = stated.claims, stated.figures, stated.evidence
    sources = sources_of(accounts)
    by_id = {one.id: one for one in claims}
    entities = entities_of(registry, first, numbers)
    tolls = tolls_of(figures, accounts, sources, by_id, registry)
    turns = turns_of(by_id, sources, entities, registry)
    found = findings_of(told, base.leading, numbers)
    latest = [latest_toll(one, tolls) or latest_turn(one, turns) for one in found]
    order = superseded_last(found, top_of(found, by_id), latest)
    told, latest = tuple(told[place] for place in order), [latest[place] for place in order]
    findings = with_latest(findings_of(told, base.leading, numbers), latest)
    verifications = verifications_of(findings, told, base.leading, numbers)
    top = top_of(findings, by_id)
    heads = opening(told, findings, top) if top else ()
    points = bottom_line_of(heads, verifications, by_id, speaking_of(base.leading, numbers, base.weights))
    later = latest[findings.index(heads[-1])] if heads else None
    as_of = request.as_of or newest(source.published for source in sources) or request.today
    coverage = coverage_of(accounts, duplicates, unread, as_of)
    markings = (request.marking, *(one.marking for one in sources), *(one.marking for one in coverage))
    leads = tuple(dict.fromkeys(one.number for one in base.candidates))
    copies = _copies(duplicates)
    return Brief(
        format=FORMAT_VERSION,
        generator=generator,
        name=request.name,
        title=request.title or title_of(accounts, leads) or request.name,
        as_of=as_of,
        edition=request.edition,
        language=_language([source.language or "en" for source in sources]),
        marking=request.scheme.highest(markings),
        sources=sources,
        evidence=evidence,
        bottom_line=_with_later(points, len(heads), later),
        key_points=findings,
        claims=claims,
        verification=verifications,
        timeline=_timeline(events, numbers),
        figures=figures,
        entities=entities,
        outlook=stated.outlook,
        gaps=gaps_of(claims, findings, unheard(registry, numbers), registry, sources, unread),
        stories=tuple(Story((source.name, *copies.get(source.name, ()))) for source in sources),
        coverage=coverage,
        engine=next((one.engine for one in accounts), None),
        declared=request.marking and request.scheme.canonical(request.marking),
        withheld=withheld,
    )


def _with_later(points: tuple[Point, ...], heads: int, later: Point | None) -> tuple[Point, ...]:
    """The bottom line, with the later word on the last of its `heads` behind them; at most `POINTS`."""
    words = () if later is None else (later,)
    return (*points[:heads], *words, *points[heads:])[:POINTS]


def _base(documents: tuple[Read, ...], teller: Teller) -> Base:
    accounts: list[Account] = []
    workings: dict[int, Workings] = {}
    for number, (account, worked) in enumerate(teller(documents), 1):
        accounts.append(account)
        if worked is not None and len(workings) < LEADING:  # more would fill the memory
            workings[number] = worked
    recent = recency(one.source.published for one in accounts)
    numbers = leading({number: one.best for number, one in enumerate(accounts, 1)}, recent)
    chosen = {
        number: workings.get(number) or workings_of(documents[number - 1].found()) for number in numbers
    }
    weights = _weights(tuple(chosen.values()))
    offered = {number: one.candidates for number, one in chosen.items()}
    return Base(tuple(accounts), chosen, ranked(offered, recent, weights), weights)


def _weights(workings: tuple[Workings, ...]) -> Vector:
    """How rare each word is in all that `workings` are of."""
    if len(workings) == 1:
        return workings[0].weights
    return rarity(
        sentence.span.of(one.source.text) for one in workings for sentence in one.source.found.sentences
    )


Numbered = tuple[int, Event]
"""An event, with the number of its source."""


def each_once_of(accounts: tuple[Account, ...]) -> list[Numbered]:
    """The events of all sources, the earliest first; what several tell in the same words once."""
    told = [(number, event) for number, account in enumerate(accounts, 1) for event in account.events]
    return sorted(each_once(told), key=lambda pair: by_time(pair[1]))


def _cited(
    accounts: tuple[Account, ...], told: tuple[Told, ...], names: Iterable[First], events: list[Numbered]
) -> list[set[str]]:
    """For each source the ids of the sentences that the brief rests on."""
    cited = [set(account.cited) for account in accounts]
    for number, name in cited_by(names):
        cited[number - 1].add(name)
    for number, event in events:
        cited[number - 1].update(event.evidence)
    for candidate, line in told:
        cited[candidate.number - 1].update(line.evidence)
    return cited


def _numbers(accounts: tuple[Account, ...], registry: Registry, cited: list[set[str]]) -> tuple[Numbers, ...]:
    """The ids of each source in the base: everything is numbered in the order of sources and text."""
    claims = accumulate((one.claims for one in accounts), initial=0)
    figures = accumulate((len(one.counted) for one in accounts), initial=0)
    sentences = accumulate(map(len, cited), initial=1)
    rows = zip(cited, sentences, registry.ids, claims, figures, strict=False)
    return tuple(
        Numbers(
            source=number,
            evidence={name: f"E{place}" for place, name in enumerate(sorted(names, key=sentence_of), first)},
            entities=entities,
            claims=said,
            figures=counted,
        )
        for number, (names, first, entities, said, counted) in enumerate(rows, 1)
    )


def _timeline(events: list[Numbered], numbers: tuple[Numbers, ...]) -> tuple[Event, ...]:
    return tuple(
        numbered_event(event, numbers[number - 1], f"T{place}")
        for place, (number, event) in enumerate(events, 1)
    )


def _stated(base: Base, numbers: tuple[Numbers, ...]) -> Statements:
    """What all sources state, with the ids of the base; those of one source at a time are held twice."""
    beside = iter(tied([thing for account in base.accounts for thing in account.counted]))
    claims: list[Claim] = []
    figures: list[Figure] = []
    outlook: list[Outlook] = []
    evidence: list[Evidence] = []
    for account, mine in zip(base.accounts, numbers, strict=True):
        stated = account.statements
        claims += [numbered_claim(one, mine) for one in stated.claims]
        figures += [numbered_figure(one, mine, next(beside)) for one in stated.figures]
        outlook += [numbered_outlook(one, mine) for one in stated.outlook]
        evidence += _evidence(stated, mine, base)
    return Statements(tuple(claims), tuple(figures), tuple(outlook), tuple(evidence))


def _evidence(stated: Statements, mine: Numbers, base: Base) -> Iterator[Evidence]:
    """What stands behind each id of evidence of one source, of what it `stated`, or else of its sentences."""
    held = {one.id: one for one in stated.evidence}
    for name in mine.evidence:
        one = held.get(name) or evidence_at(base.leading[mine.source].source, name)
        yield numbered_evidence(one, mine)


def _copies(duplicates: tuple[tuple[RawSource, str], ...]) -> dict[str, list[str]]:
    """Names of the exact copies of each source that has some."""
    found: dict[str, list[str]] = {}
    for copy, original in duplicates:
        found.setdefault(original, []).append(copy.name)
    return found


def _language(tags: list[str]) -> str:
    """The language that most sources are in; of several the first by name."""
    counts = sorted((-tags.count(one), one) for one in set(tags))
    return counts[0][1] if counts else "en"
