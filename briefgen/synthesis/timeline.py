"""What happened when: every placed date with the clause it stands in."""

from collections.abc import Mapping

from briefgen.language.english.function_words import RELATIVES
from briefgen.model.annotation import DateMention
from briefgen.model.brief import Event, Line, Status
from briefgen.model.span import Span, cover
from briefgen.synthesis.ledger import Ledger
from briefgen.synthesis.lines import passage
from briefgen.synthesis.reading import Reading, content_span, sentence_indexes, spans_before
from briefgen.synthesis.times import is_placed, when_of
from briefgen.synthesis.voices import Voice, saying, speaking

SHORT = 4
"""Words beside the date below which a clause does not tell what happened."""

DEPENDENT = frozenset({*RELATIVES, "that", "if", "as", "when", "what", "where", "while", "than", "whether"})
"""Words that open a clause which says nothing without the one it hangs on."""
LONG = 200
"""Characters beside the date that are `SHORT` words for certain, and need not be counted."""


def events_of(
    sources: tuple[Reading, ...],
    voices: Mapping[int, tuple[Voice, ...]],
    lines: Mapping[str, Line],
    statuses: Mapping[str, Status],
    ledger: Ledger,
) -> tuple[Event, ...]:
    """Every dated event, the earliest first; of the same span the more precise first."""
    found: dict[tuple[str, str], Event] = {}
    for source in sources:
        mine = voices.get(source.number, ())
        for date in source.found.dates:
            if is_placed(date) and _is_of_text(source, date):
                event = _event(source, date, mine, lines, statuses, ledger)
                found.setdefault((event.when.value + event.when.relation, event.line.text.casefold()), event)
    ordered = sorted(found.values(), key=lambda event: (event.when.earliest or "", event.when.latest or ""))
    return tuple(_numbered(event, number) for number, event in enumerate(ordered, 1))


def _numbered(event: Event, number: int) -> Event:
    return Event(
        f"T{number}", event.when, event.line, event.speaker, event.status, event.evidence, event.claim
    )


def _is_of_text(source: Reading, date: DateMention) -> bool:
    """Whether the date stands in a sentence of the body that says more than the date."""
    indexes = sentence_indexes(source, date.span)
    if not indexes:
        return False
    sentence = source.found.sentences[indexes[0]]
    body = source.found.document.blocks[sentence.block].kind in ("paragraph", "item")
    return body and _says_enough(source, sentence.span, date.span)


def _event(
    source: Reading,
    date: DateMention,
    voices: tuple[Voice, ...],
    lines: Mapping[str, Line],
    statuses: Mapping[str, Status],
    ledger: Ledger,
) -> Event:
    """What the clause with the date tells; who says so, if it is told inside a claim."""
    told = speaking(voices, date.span)
    when = when_of(source, date)
    if told is not None:
        line = passage(source, ledger, clause_of(source, date.span, content_span(told.found)), date.span)
        return Event("", when, line, told.speaker, statuses[told.id], line.evidence, told.id)
    act = saying(voices, date.span, lines)
    if act is not None:
        return Event("", when, lines[act.id], act.speaker, statuses[act.id], lines[act.id].evidence, act.id)
    line = passage(source, ledger, clause_of(source, date.span), date.span)
    return Event("", when, line, None, "reported", line.evidence)


def clause_of(source: Reading, span: Span, inside: Span | None = None) -> Span:
    """The shortest run of whole clauses around `span` that says something, within its sentence."""
    sentence = source.found.sentences[sentence_indexes(source, span)[0]].span
    if inside is not None:
        sentence = Span(max(sentence.start, inside.start), min(sentence.end, inside.end))
    clauses = spans_before(source.found.clauses, _wide(source, span), span.start)
    clipped = [_clipped(one, sentence) for one in clauses]
    holding = [one for one in clipped if one.holds(span) and _says_enough(source, one, span)]
    if holding:
        return min(holding, key=lambda one: one.length)
    return sentence


def _wide(source: Reading, span: Span) -> Span:
    """The sentence around `span`."""
    return cover(source.found.sentences[index].span for index in sentence_indexes(source, span))


def _clipped(one: Span, limits: Span) -> Span:
    return Span(max(one.start, limits.start), max(max(one.start, limits.start), min(one.end, limits.end)))


def _says_enough(source: Reading, clause: Span, date: Span) -> bool:
    """Whether a clause tells something by itself, apart from the date or number at `date`."""
    opening = Span(clause.start, min(clause.end, clause.start + LONG)).of(source.text).split()
    if not opening or opening[0].casefold() in DEPENDENT:
        return False
    if clause.length - date.length > LONG:
        return True
    return len(opening) - len(date.of(source.text).split()) >= SHORT
