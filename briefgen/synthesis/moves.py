"""Figures that moved: the same thing counted, and another number, told apart from growth and from rivals."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from briefgen.language.english.function_words import MONTHS, WEEKDAYS
from briefgen.language.english.numbers import STATES
from briefgen.language.english.rewording import CHANGED_BY, REVISING, WHO_DIED
from briefgen.model.brief import Brief, Figure, MoveKind, Source, When
from briefgen.synthesis.figures import counted
from briefgen.synthesis.forms import Serials, others, serials_of, words_of
from briefgen.synthesis.harm import tolls_that_moved
from briefgen.synthesis.lineage import Lineage
from briefgen.synthesis.matching import Matching
from briefgen.synthesis.statements import SMALL_WORDS, alikeness, own_words
from briefgen.synthesis.tolls import tallied
from briefgen.synthesis.wording import ANYBODY

ALIKE = 0.5
"""Alikeness of the words around two figures of one speaker, or source, from which they count one thing."""
ALIKE_FOR_OTHERS = 0.6
"""The same where somebody else gives the number."""
MOST = 24
"""Figures with the same unit and a word in common that are looked at; a bound on work."""
CLAUSES = 16384
"""Clauses whose words are remembered."""
DAY = len("2024-10-18")


COUNTING = frozenset(words_of("report confirm record register count say tell find know"))
"""Words beside a number that do not say what it counts."""


class Moved(NamedTuple):
    """A figure and the one of the earlier edition that it replaces or stands beside."""

    kind: MoveKind
    before: Figure
    after: Figure


class Told(NamedTuple):
    """A figure with what it is known again by."""

    figure: Figure
    source: Source
    key: str
    words: frozenset[str]
    serials: Serials
    names: frozenset[str]
    """Of who gives it; of a source's own voice its publisher."""
    about: frozenset[str]
    """Words with a capital around it: the names of places and things that it is counted of."""


def moves_of(
    editions: tuple[Brief, Brief], matching: Matching, lineage: Lineage, hidden: frozenset[str]
) -> tuple[Moved, ...]:
    """The figures of the later of two editions that are not what they were, in the order of their sources.

    Only sources that are new or were written anew can move a figure.
    """
    asserted = (row for row in _sourced(editions[1], lineage.kept) if row[0].status != "denied")
    after = _told(editions[1], asserted)
    replaced = frozenset(pair.before.id for pair in matching.changed)
    figures = _few_alike(_sourced(editions[0], hidden), replaced, lineage) if after else ()
    before = _told(editions[0], figures, {one.key for one in after})
    same = {pair.after.id for pair in matching.same}
    held = _held(before, after, matching)
    after = [one for one in after if one.figure.claim not in same]
    known = Known(before, matching, lineage)
    beside: dict[str, set[tuple[str, float]]] = {}
    for one in after:
        beside.setdefault(_statement(one), set()).add((one.key, one.figure.value))
    tolls = [Moved("report", *pair) for pair in tolls_that_moved(editions, lineage, hidden)]
    found = [one for one in tolls if one.after.claim not in same]
    told = {one.after.id for one in found}
    for one in (one for one in after if one.figure.id not in told):
        taken = beside[_statement(one)] - {(one.key, one.figure.value)}
        rivals = [pair for pair in known.rivals(one) if (one.key, pair[1].figure.value) not in taken]
        moved = _moved(one, rivals, held, lineage)
        if moved:
            found.append(moved)
    order = {one.figure.id: place for place, one in enumerate(after)}
    return _once(sorted(found, key=lambda one: order.get(one.after.id, len(order))))


def _statement(one: Told) -> str:
    """What tells whether two figures stand in one statement."""
    return one.figure.claim or one.figure.evidence[0]


Sourced = tuple[Figure, Source]


def _told(brief: Brief, figures: Iterable[Sourced], wanted: Collection[str] | None = None) -> list[Told]:
    """Those of the `figures` of `brief` that count something, of what is `wanted`, with the words around."""
    names = {entity.id: entity.name for entity in brief.entities}
    found = []
    for figure, source in figures:
        key = _key(figure)
        if not key or (wanted is not None and key not in wanted):
            continue
        speaker = figure.speaker
        called = {speaker.label, names.get(speaker.entity or "", "")} if speaker else {source.publisher or ""}
        known = frozenset(name.casefold() for name in called if name)
        clause = own_words(figure.what)
        found.append(Told(figure, source, key, _telling(clause), serials_of(clause), known, _about(clause)))
    return found


@lru_cache(maxsize=CLAUSES)
def _telling(clause: str) -> frozenset[str]:
    """The words of a clause that say what its number counts; two editions share most clauses."""
    return frozenset(word for word in words_of(clause) if not word[0].isdigit()) - SMALL_WORDS


@lru_cache(maxsize=CLAUSES)
def _about(clause: str) -> frozenset[str]:
    """The words of a clause that have a capital though none opens it, but for those of the calendar."""
    named = (word.casefold() for word in CAPITAL.findall(clause.lstrip()[1:]))
    return frozenset(word for word in named if word not in MONTHS | WEEKDAYS)


CAPITAL = re.compile(r"\b[A-Z][^\W\d_]+")


def _sourced(brief: Brief, without: frozenset[str]) -> Iterator[Sourced]:
    """The figures of `brief` with a unit, but for those of sources whose name or hash is in `without`."""
    sources = {one.number: one for one in brief.sources if without.isdisjoint((one.name, one.sha256))}
    numbers = {one.id: one.source for one in brief.evidence if one.source in sources}
    for figure in brief.figures:
        if (figure.unit or figure.money) and figure.evidence and figure.evidence[0] in numbers:
            yield figure, sources[numbers[figure.evidence[0]]]


def _few_alike(figures: Iterable[Sourced], replaced: frozenset[str], lineage: Lineage) -> Iterator[Sourced]:
    """`figures`, of what one speaker counts in the same words the first few: a bound on work.

    Those of the claims `replaced`, and of a source that was written anew, are all told.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    for figure, source in figures:
        speaker = figure.speaker.label if figure.speaker else source.publisher
        same = figure.what.text, figure.value, figure.bound, speaker
        seen[same] += 1
        kept = figure.claim in replaced or lineage.fates[source.sha256] == "changed"
        if kept or seen[same] <= MOST:
            yield figure, source


def _key(figure: Figure) -> str:
    """What a figure counts; of money its currency, of percentages that they are."""
    if figure.money:
        return f"money {figure.money} {figure.per or ''}"
    if not figure.unit:
        return ""
    unit = figure.unit.lower()
    if unit == "percent":
        return "" if _is_change(figure) else "percent"
    people = unit in ANYBODY or unit in STATES
    befell = tallied(figure) if unit in ANYBODY else ""
    if befell:
        return f"{befell}/"
    if people and re.search(rf"\b{re.escape(unit)}\s+{WHO_DIED}", figure.what.text, re.IGNORECASE):
        return "dead/"
    return counted(figure) or f"{unit}/{figure.per or ''}"


def _is_change(figure: Figure) -> bool:
    """Whether a percentage tells by how much something rose or fell: of each day it is another thing."""
    text = figure.what.text
    place = text.find(figure.worded or f"{figure.value:g}")
    return place > 0 and re.search(CHANGED_BY, text[:place], re.IGNORECASE) is not None


class Known:
    """The figures of the earlier edition, to find those that count the same thing as a later one."""

    def __init__(self, figures: Iterable[Told], matching: Matching, lineage: Lineage) -> None:
        """`figures` with what is known of the statements and sources that they stand in."""
        self.partners = {pair.after.id: pair.before.id for pair in matching.changed}
        self.weights = matching.weights
        self.lineage = lineage
        self.shelves: dict[tuple[str, str, str], list[Told]] = {}
        for one in figures:
            for place in (("claim", one.figure.claim or ""), ("home", lineage.home(one.source))):
                self.shelves.setdefault((one.key, *place), []).append(one)
            for word in one.words:
                self.shelves.setdefault((one.key, "word", word), []).append(one)

    def rivals(self, one: Told) -> list[tuple[float, Told]]:
        """The earlier figures that count the same thing, with how surely they do, the surest first.

        Looked at are those of the statement that this one replaces, of its source, and, of all others, some
        that share its rarest words.
        """
        rare = sorted(one.words, key=lambda word: (-self.weights.get(word, 1.0), word))
        claim = self.partners.get(one.figure.claim or "", "")
        places = [("claim", claim)] if claim else []
        places += [("home", self.lineage.home(one.source)), *(("word", word) for word in rare)]
        near: dict[str, Told] = {}
        for place in places:
            for other in self.shelves.get((one.key, *place), ())[:MOST]:
                near[other.figure.id] = other
            if len(near) >= MOST:
                break
        rated = [(self._sureness(one, other), other) for other in near.values()]
        return sorted((pair for pair in rated if pair[0] > 0), key=lambda pair: (-pair[0], pair[1].figure.id))

    def _sureness(self, one: Told, other: Told) -> float:
        """How surely two figures count the same thing: above 1 in a statement and its new wording, or 0."""
        mine, theirs = one.figure.claim, other.figure.claim
        score = alikeness(one.words, other.words, self.weights)
        apart = not _of_one(one, other, self.lineage)
        if mine is not None and theirs is not None and self.partners.get(mine) == theirs:
            return 1 + score
        if _is_past(one.figure.when, other.figure.when) or _of_another(one, other):
            return 0.0
        if apart and one.words & other.words <= COUNTING | frozenset(words_of(one.figure.unit or "")):
            return 0.0  # "two cases" of somebody else may be any
        return score if score >= (ALIKE_FOR_OTHERS if apart else ALIKE) else 0.0


def _of_another(one: Told, other: Told) -> bool:
    """Whether two figures are of other numbered things, or each of names that the other has not."""
    named = bool(one.about and other.about) and one.about.isdisjoint(other.about)
    return named or others(one.serials, other.serials)


def _of_one(one: Told, other: Told, lineage: Lineage) -> bool:
    """Whether one speaker, or one source in its own voice, gives both figures."""
    if one.names or other.names:
        return bool(one.names & other.names)
    return lineage.home(one.source) == lineage.home(other.source)


def _is_past(when: When | None, before: When | None) -> bool:
    """Whether a figure is for a time before that of the earlier one, and so is no newer word on it."""
    if when is None or before is None or not when.latest or not before.earliest:
        return False
    return when.latest[:DAY] < before.earliest[:DAY]


def _held(before: Iterable[Told], after: Iterable[Told], matching: Matching) -> frozenset[str]:
    """Ids of the earlier figures that are given again for the time that they name: no other replaces them."""
    again: dict[tuple[str, float], list[Told]] = {}
    for one in after:
        if one.figure.when is not None:
            again.setdefault((one.key, one.figure.value), []).append(one)
    return frozenset(
        one.figure.id
        for one in before
        if one.figure.when is not None
        and any(
            _same_value(one.figure, other.figure)
            and _same_time(one.figure.when, other.figure.when)
            and alikeness(one.words, other.words, matching.weights) >= ALIKE
            for other in again.get((one.key, one.figure.value), ())[:MOST]
        )
    )


def _same_time(one: When | None, other: When | None) -> bool:
    """Whether two times that are named and placed are the same days."""
    if one is None or other is None or not (one.earliest and other.earliest):
        return False
    return one.earliest[:DAY] == other.earliest[:DAY] and _last_day(one) == _last_day(other)


def _moved(
    one: Told, rivals: list[tuple[float, Told]], held: frozenset[str], lineage: Lineage
) -> Moved | None:
    """How a figure moved; none where it is new, or one of the earlier figures has its value."""
    if any(_same_value(one.figure, other.figure) for _, other in rivals):
        return None
    rivals = [pair for pair in rivals if pair[1].figure.id not in held]
    if not rivals:
        return None
    score, other = _newest(rivals)
    if _of_one(one, other, lineage) or score > 1:
        return Moved(_kind(one, other), other.figure, one.figure)
    rounded = _agrees(one.figure, other.figure)
    return None if rounded else Moved("other", other.figure, one.figure)


def _newest(rivals: list[tuple[float, Told]]) -> tuple[float, Told]:
    """Of `rivals`, the surest first, the newest of those that are about as sure."""
    near = [
        pair for pair in rivals if pair[0] >= rivals[0][0] - NEARLY and (pair[0] > 1) == (rivals[0][0] > 1)
    ]
    return max(near, key=lambda pair: (_reported(pair[1]), pair[0]))


NEARLY = 0.2
"""Sureness by which an earlier figure may fall behind another that is older, and still be what was told."""


def _kind(one: Told, other: Told) -> MoveKind:
    """Whether a speaker gives a figure for a later time, or later for a time that is not told or the same."""
    if re.search(REVISING, one.figure.what.text, re.IGNORECASE):
        return "revised"
    new, old = _last_day(one.figure.when), _last_day(other.figure.when)
    if new and old:
        return "later" if new > old else "revised"
    new, old = _reported(one), _reported(other)
    return "report" if new and old and new > old else "revised"


def _last_day(when: When | None) -> str:
    return (when.latest or "")[:DAY] if when is not None else ""


def _reported(told: Told) -> str:
    """When a figure was said; else when it was published."""
    return _last_day(told.figure.said) or (told.source.published or "")[:DAY]


def _same_value(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same; "about" says no more and no less."""
    bounds = {"exact" if figure.bound == "about" else figure.bound for figure in (one, other)}
    return (one.value, one.high) == (other.value, other.high) and len(bounds) == 1


def _agrees(one: Figure, other: Figure) -> bool:
    """Whether two figures can both be so: "at least 12" and "14"."""
    return _may_be(one, other.value) or _may_be(other, one.value)


def _may_be(figure: Figure, value: float) -> bool:
    low, high = figure.value, figure.value if figure.high is None else figure.high
    if figure.bound in ("more_than", "at_least"):
        return value >= low
    if figure.bound in ("less_than", "at_most"):
        return value <= high
    return low <= value <= high


def _once(found: Iterable[Moved]) -> tuple[Moved, ...]:
    """`found`, of those with one earlier figure and one new value the first."""
    seen: dict[tuple[str, float, str], Moved] = {}
    for one in found:
        seen.setdefault((one.before.id, one.after.value, one.after.bound), one)
    return tuple(seen.values())
