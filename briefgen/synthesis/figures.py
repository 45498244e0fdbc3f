"""Every number of a source, with what it counts, for when, and who says so."""

import re
from collections.abc import Mapping, Sequence
from typing import cast

from msgspec.structs import replace

from briefgen.language.english.foresight import CLAUSE_RELATIONS
from briefgen.language.english.gravity import FORCE, HARM
from briefgen.language.english.numbers import STATES
from briefgen.language.english.units import (
    AGED,
    CURRENCY_NOUNS,
    MEASURE_NOUNS,
    MEASURE_SINGULARS,
    MEASURES,
    NEWS_COUNTS,
    PERCENT,
    SINGLES,
    TELLING_ADJECTIVES,
)
from briefgen.model.annotation import Quantity, Relation
from briefgen.model.brief import Figure, Line, Status, When
from briefgen.model.span import Span, cover
from briefgen.synthesis.clauses import dates_number, is_set_aside
from briefgen.synthesis.lines import passage, reported_from
from briefgen.synthesis.reading import Reading, content_span, is_of_another, sentence_indexes, within
from briefgen.synthesis.replies import is_reply
from briefgen.synthesis.similarity import terms
from briefgen.synthesis.timeline import clause_of, is_make
from briefgen.synthesis.times import Dated, dated
from briefgen.synthesis.voices import Voice, speaking
from briefgen.synthesis.wholeness import is_taken_back
from briefgen.synthesis.wording import DEATHS, without_repeats, worded

WINDOW = 400
"""Characters around a number in which its date is looked for."""

BESIDE_MOST = 12
"""Figures of the same thing that one is tied to; of more the nearest in the order of the base."""


def figures_of(
    source: Reading, voices: tuple[Voice, ...], lines: Mapping[str, Line], statuses: Mapping[str, Status]
) -> tuple[Figure, ...]:
    """Every quantity of `source` that is a figure, in the order of the text, numbered from `Q1`."""
    found = without_repeats(source, _of_source(source, voices, lines, statuses))
    return tuple(replace(figure, id=f"Q{number}") for number, figure in enumerate(found, 1))


def _of_source(
    source: Reading,
    voices: tuple[Voice, ...],
    lines: Mapping[str, Line],
    statuses: Mapping[str, Status],
) -> list[tuple[Quantity, Figure]]:
    """Every quantity of a source that is a figure, numbered within it."""
    found: list[tuple[Quantity, Figure]] = []
    dates = dated(source)
    for each in source.found.quantities:
        quantity = without_cue(voices, each)
        told = speaking(voices, quantity.span)
        if told is None and counts_speakers(voices, quantity):
            continue
        if not is_figure(source, quantity, told) or is_set_aside(source.text, quantity.span):
            continue
        when = date_for(source, quantity.span, told, dates)
        undated = told is not None and when is None
        figure = replace(
            _figure(source, quantity, told, lines),
            id=str(len(found)),
            status="reported" if told is None else statuses[told.id],
            when=when,
            said=_said(source, told, voices, dates) if told and undated else None,
        )
        found.append((quantity, figure))
    return found


def without_cue(voices: tuple[Voice, ...], quantity: Quantity) -> Quantity:
    """`quantity` without the word that reports it, where that bounds it too: "police estimated 7,000"."""
    span = quantity.span
    for voice in voices:
        said = [part for part in voice.found.content if span.start < part.start < span.end <= part.end]
        if said and any(cue.start == span.start for cue in voice.found.cue):
            return replace(quantity, span=Span(said[0].start, span.end))
    return quantity


def counts_speakers(voices: tuple[Voice, ...], quantity: Quantity) -> bool:
    """Whether a number only counts a few who speak: "two people familiar with the talks said"."""
    few = quantity.bound == "exact" and quantity.value < FEW
    return few and any(part.start == quantity.span.start for voice in voices for part in voice.found.speaker)


def is_figure(source: Reading, quantity: Quantity, told: Voice | None) -> bool:
    """Whether a number is one to compare: no person's age, and no few of something told in passing.

    In passing is what nobody claims and no sentence at the head of a source tells: "two streets were wet".
    """
    if quantity.unit == "years" and AGE.search(quantity.span.of(source.text)):
        return False
    if told is None and is_of_another(source, sentence_indexes(source, quantity.span)[0]):
        return False
    few = quantity.bound == "exact" and quantity.value < FEW and quantity.value % 1 == 0
    if told is not None or not few or not quantity.unit or quantity.money or quantity.per:
        return True
    return sentence_indexes(source, quantity.span)[0] < HEAD or is_news(quantity.unit)


AGE = re.compile(r"^\D{0,6}\d+$|\bage|[\s-]old|^(?:under|over)\b", re.IGNORECASE)
"""What the words of a person's age show: "34", "aged 34", "7-year-old", "under 35"."""
FEW = 10
"""From here on a count is given on purpose: newspapers write smaller ones in words."""
HEAD = 3
"""Sentences at the head of a source: its title and its lead, whose every number is news."""


def is_news(unit: str) -> bool:
    """Whether few of a thing are worth a line: people, what befalls them, force, votes, scores, measures."""
    last = unit.rpartition(" ")[2]
    small = last.lower()
    if last[0].isupper() or unit.lower() in MEASURED or small in MEASURED:
        return True
    one = small.removesuffix("s")
    return small in NEWS or one in NEWS or one in SINGLES


NEWS = NEWS_COUNTS | HARM | FORCE | AGED | STATES
MEASURED = frozenset(
    [*MEASURES, *CURRENCY_NOUNS, *MEASURE_NOUNS, *MEASURE_SINGULARS, *PERCENT, "percentage points"]
)


def _figure(
    source: Reading,
    quantity: Quantity,
    told: Voice | None,
    lines: Mapping[str, Line],
) -> Figure:
    """One figure, whose place among all, status and date are still to be told."""
    what = _what(source, quantity.span, told, lines)
    return Figure(
        id="",
        value=quantity.value,
        bound=quantity.bound,
        what=what,
        speaker=None if told is None else told.speaker,
        status="reported",
        evidence=what.evidence,
        high=quantity.high,
        unit=quantity.unit,
        per=quantity.per,
        money=quantity.money,
        claim=None if told is None else told.id,
        worded=worded(source, quantity),
    )


def _what(source: Reading, span: Span, told: Voice | None, lines: Mapping[str, Line]) -> Line:
    """The clause that holds the number; of a denial or a refusal all of it, for the number is not theirs."""
    if told is not None and is_reply(told):
        return lines[told.id]
    inside = None if told is None else content_span(told.found)
    words = cover((span, clause_of(source, span, inside)))
    if told is not None and words.start == min(told.found.content).start:
        words = Span(reported_from(source, told.found), words.end)
    end = source.found.sentences[sentence_indexes(source, span)[-1]].span.end
    if end - words.end <= WINDOW and is_taken_back(source, Span(min(words.end, end), end)):
        words = Span(words.start, end)
    return passage(source, words, span)


def date_for(source: Reading, span: Span, told: Voice | None, dates: tuple[Dated, ...]) -> When | None:
    """For when a number holds: the nearest date of its own clause; none where the source does not say.

    A date of another clause, or one with another number between, says nothing of this number; nor does
    the day on which it was said.
    """
    sentence = cover(source.found.sentences[index].span for index in sentence_indexes(source, span))
    limits = _window(sentence if told is None else _part(told, span, sentence), span)
    others = [one.span for one in within(source.found.quantities, limits) if not one.span.meets(span)]
    holding = [
        date
        for date in within(dates, limits)
        if not is_make(source.text, date.span)
        and dates_number(source.text, limits, span, date.span)
        and not any(_lies_between(other, span, date.span) for other in others)
    ]
    if not holding:
        return None
    nearest = min(holding, key=lambda date: (_apart(date.span, span), date.span))
    return related(source, nearest, clause_of(source, nearest.span))


def _part(told: Voice, span: Span, sentence: Span) -> Span:
    """What is claimed around `span`, within its sentence."""
    part = next(one for one in told.found.content if one.holds(span))
    return Span(max(part.start, sentence.start), min(part.end, sentence.end))


def _window(limits: Span, span: Span) -> Span:
    """`limits` no farther than `WINDOW` from `span`."""
    return Span(max(limits.start, span.start - WINDOW), min(limits.end, span.end + WINDOW))


def _lies_between(other: Span, one: Span, two: Span) -> bool:
    return min(one.end, two.end) <= other.start and other.end <= max(one.start, two.start)


def _apart(one: Span, two: Span) -> int:
    return max(one.start, two.start) - min(one.end, two.end)


def _said(source: Reading, told: Voice, voices: tuple[Voice, ...], dates: tuple[Dated, ...]) -> When | None:
    """When a claim was made, where its own words say so beside the word that reports it."""
    sentence = cover(
        source.found.sentences[index].span
        for cue in told.found.cue or told.found.content[:1]
        for index in sentence_indexes(source, cue)
    )
    near = _window(sentence, content_span(told.found))
    free = (date for date in within(dates, near) if speaking(voices, date.span) is None)
    return next((date.when for date in free), None)


def related(source: Reading, date: Dated, clause: Span) -> When:
    """`date` with the relation that the word opening its clause gives it, where it has none of its own."""
    before = source.text[max(0, clause.start - 20) : clause.start].split()
    head = source.text[clause.start : min(clause.end, clause.start + 20)].split()
    opening = (*before[-1:], *head[:1])
    relations = [CLAUSE_RELATIONS[word.casefold()] for word in opening if word.casefold() in CLAUSE_RELATIONS]
    if not relations or date.when.relation != "in":
        return date.when
    return replace(date.when, relation=cast(Relation, relations[0]))


def tied(counted: Sequence[str]) -> list[tuple[str, ...]]:
    """For each figure of a base, `Q1` first, the ids of the others that count the same thing.

    `counted` tells what each counts, as the function of that name does.
    """
    groups: dict[str, list[str]] = {}
    places: list[int] = []
    for number, thing in enumerate(counted, 1):
        group = groups.setdefault(thing, [])
        places.append(len(group))
        group.append(f"Q{number}")
    return [
        _nearest(groups[thing], place) if thing else () for thing, place in zip(counted, places, strict=True)
    ]


def _nearest(group: list[str], place: int) -> tuple[str, ...]:
    """The others of `group` that stand nearest to the one at `place`, at most `BESIDE_MOST`."""
    first = max(0, min(place - BESIDE_MOST // 2, len(group) - BESIDE_MOST - 1))
    near = group[first : first + BESIDE_MOST + 1]
    return tuple(name for name in near if name != group[place])


def counted(figure: Figure) -> str:
    """What a figure counts, as a key: the stem of its unit with the adjectives that make another thing of it.

    Empty for bare numbers, money and percentages; people who died are one thing by whatever word.

    Sums of money, percentages and points of different things share no more than their sign.
    """
    if figure.money or not figure.unit or figure.unit == "percent" or figure.unit.lower() in CURRENCY_NOUNS:
        return ""
    if figure.unit.lower() in DEATHS:
        return "/".join(("dead", figure.per or ""))
    words = () if figure.unit.lower().endswith(("point", "points")) else terms(figure.unit)
    telling = sorted(TELLING_ADJECTIVES.intersection(figure.unit.lower().split()[:-1]))
    return "/".join((words[-1], *telling, figure.per or "")) if words else ""
