"""Every number of the sources, with what it counts, for when, and who says so."""

from collections.abc import Mapping
from typing import cast

from msgspec.structs import replace

from briefgen.language.english.foresight import CLAUSE_RELATIONS
from briefgen.model.annotation import DateMention, Quantity, Relation
from briefgen.model.brief import Figure, Status
from briefgen.model.span import Span, cover
from briefgen.synthesis.ledger import Ledger
from briefgen.synthesis.lines import passage, reported_from
from briefgen.synthesis.reading import Reading, content_span, near, sentence_indexes
from briefgen.synthesis.similarity import terms
from briefgen.synthesis.timeline import clause_of
from briefgen.synthesis.times import is_placed, when_of
from briefgen.synthesis.voices import Voice, speaking

BESIDE_MOST = 12
"""Figures of the same thing that one is tied to; of more the nearest in the order of the base."""


def figures_of(
    sources: tuple[Reading, ...],
    voices: Mapping[int, tuple[Voice, ...]],
    statuses: Mapping[str, Status],
    ledger: Ledger,
) -> tuple[Figure, ...]:
    """Every quantity, in the order of sources and text, tied to those that count the same."""
    figures: list[Figure] = []
    for source in sources:
        mine = voices.get(source.number, ())
        for quantity in source.found.quantities:
            figures.append(_figure(f"Q{len(figures) + 1}", source, quantity, mine, statuses, ledger))
    return _tied(tuple(figures))


def _figure(
    name: str,
    source: Reading,
    quantity: Quantity,
    voices: tuple[Voice, ...],
    statuses: Mapping[str, Status],
    ledger: Ledger,
) -> Figure:
    told = speaking(voices, quantity.span)
    inside = None if told is None else content_span(told.found)
    date = date_for(source, quantity.span, inside)
    words = cover((quantity.span, clause_of(source, quantity.span, inside)))
    if told is not None and words.start == min(told.found.content).start:
        words = Span(reported_from(source, told.found), words.end)
    what = passage(source, ledger, words, quantity.span)
    return Figure(
        id=name,
        value=quantity.value,
        bound=quantity.bound,
        what=what,
        speaker=None if told is None else told.speaker,
        status="reported" if told is None else statuses[told.id],
        evidence=what.evidence,
        high=quantity.high,
        unit=quantity.unit,
        per=quantity.per,
        money=quantity.money,
        when=None if date is None else when_of(source, date),
        claim=None if told is None else told.id,
    )


def date_for(source: Reading, span: Span, inside: Span | None) -> DateMention | None:
    """The date that says for when a number holds; the nearest where there are several.

    It is looked for in the number's clause, then in all that is claimed, then in the sentence. What
    another clause dates with "since" or "before" holds from or to that date.
    """
    sentence = cover(source.found.sentences[index].span for index in sentence_indexes(source, span))
    for stretch in (clause_of(source, span, inside), inside, sentence):
        if stretch is not None:
            dates = [date for date in near(source.found.dates, stretch, span.start) if is_placed(date)]
            if dates:
                nearest = min(dates, key=lambda date: (abs(date.span.start - span.start), date.span))
                return related(source, nearest, clause_of(source, nearest.span))
    return None


def related(source: Reading, date: DateMention, clause: Span) -> DateMention:
    """`date` with the relation that the word opening its clause gives it, where it has none of its own."""
    before = source.text[max(0, clause.start - 20) : clause.start].split()
    opening = (*before[-1:], *clause.of(source.text).split()[:1])
    relations = [CLAUSE_RELATIONS[word.casefold()] for word in opening if word.casefold() in CLAUSE_RELATIONS]
    relation = relations[0] if relations else None
    if relation is None or date.relation != "in":
        return date
    return replace(date, relation=cast(Relation, relation))


def _tied(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """`figures`, each with the ids of the others that count the same thing."""
    groups: dict[str, list[str]] = {}
    places: dict[str, int] = {}
    for figure in figures:
        group = groups.setdefault(counted(figure) or figure.id, [])
        places[figure.id] = len(group)
        group.append(figure.id)
    return tuple(
        replace(figure, beside=_nearest(groups[counted(figure) or figure.id], places[figure.id]))
        for figure in figures
    )


def _nearest(group: list[str], place: int) -> tuple[str, ...]:
    """The others of `group` that stand nearest to the one at `place`, at most `BESIDE_MOST`."""
    first = max(0, min(place - BESIDE_MOST // 2, len(group) - BESIDE_MOST - 1))
    near = group[first : first + BESIDE_MOST + 1]
    return tuple(name for name in near if name != group[place])


def counted(figure: Figure) -> str:
    """What a figure counts, as a key: the stem of its unit; empty for bare numbers, money and percentages.

    Sums of money and percentages of different things share no more than their sign.
    """
    if figure.money or not figure.unit or figure.unit == "percent":
        return ""
    words = terms(figure.unit)
    return f"{words[-1]}/{figure.per or ''}" if words else ""
