"""Which statements of two editions are held against each other: most stand as they stood, and need no look.

What stands in bytes that both editions have is neither new nor withdrawn, and what rests on a source that is
no part of the later edition is not compared. Such claims are looked at only where one that is told anew, or
no more, may say the same, or replace them: where they share its rarest words, or its speaker and some word.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefgen.model.brief import Brief, Claim
from briefgen.synthesis.forms import TOKEN, form_of
from briefgen.synthesis.lineage import Lineage
from briefgen.synthesis.statements import (
    MOST,
    Memory,
    Statement,
    Weights,
    called_by,
    claimed,
    findings_alone,
    in_order,
    is_claim,
    names_in,
    told_alone,
)

Idle = tuple[Claim, Claim | None]
"""A claim of the earlier edition that nothing happened to, and the same of the later if it has the source."""


class Selection(NamedTuple):
    """The statements of two editions that are held against each other, in their order."""

    before: tuple[Statement, ...]
    after: tuple[Statement, ...]
    weights: Weights
    """How rare a word is in all statements of both; what stands in both counts once."""
    common: frozenset[str]
    """Words that stand in more than `MOST` of those that nothing happened to."""
    idle: tuple[Idle, ...]
    """The claims that are not held against any."""


def select(editions: tuple[Brief, Brief], lineage: Lineage, hidden: frozenset[str]) -> Selection:
    """The statements of two `editions`, whose sources `lineage` ties.

    What rests on a source of the earlier whose name or hash is in `hidden` is left out.
    """
    earlier, later = Voiced(editions[0], hidden), Voiced(editions[1], frozenset())
    parted = _parted((earlier, later), lineage, hidden)
    memory: Memory = {}
    before = [*earlier.findings(), *earlier.statements(parted.before, memory)]
    after = [*later.findings(), *later.statements(parted.after, memory)]
    lively = [one for one in before if lineage.fates[one.source.sha256] not in ("kept", "outside")]
    lively += [one for one in after if one.source.sha256 not in lineage.kept]
    scan = Scan(parted.idle, frozenset().union(*(_sought(one) for one in lively)))
    chosen = scan.alike(lively, earlier)
    before += earlier.statements((parted.idle[place][0] for place in chosen), memory)
    partners = (parted.idle[place][1] for place in chosen)
    after += later.statements((one for one in partners if one is not None), memory)
    taken = set(chosen)
    return Selection(
        before=in_order(before),
        after=in_order(after),
        weights=scan.weights(lively),
        common=scan.common,
        idle=tuple(one for place, one in enumerate(parted.idle) if place not in taken),
    )


class Parted(NamedTuple):
    """The claims of two editions by whether anything may have happened to them."""

    before: list[Claim]
    after: list[Claim]
    idle: list[Idle]


def _parted(editions: "tuple[Voiced, Voiced]", lineage: Lineage, hidden: frozenset[str]) -> Parted:
    before, after = (_by_source(one.told) for one in editions)
    parted = Parted([], [], [])
    for source in editions[0].brief.sources:
        if not hidden.isdisjoint((source.name, source.sha256)):
            continue
        ones, fate = before.get(source.number, []), lineage.fates[source.sha256]
        if fate == "outside":
            parted.idle.extend((one, None) for one in ones)
        elif fate == "kept":
            _add_kept(parted, ones, after.pop(lineage.now[source.sha256], []))
        else:
            parted.before.extend(ones)
    parted.after.extend(one for ones in after.values() for one in ones)
    return parted


def _by_source(told: Iterable[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for one in told:
        found.setdefault(one.source, []).append(one)
    return found


def _add_kept(parted: Parted, ones: list[Claim], others: list[Claim]) -> None:
    """Add the claims of a source that both editions have, byte for byte."""
    if len(ones) != len(others):
        parted.before.extend(ones)
        parted.after.extend(others)
        return
    for one, other in zip(ones, others, strict=True):
        if (
            one.content.text == other.content.text
            and one.status == other.status
            and one.stance == other.stance
            and one.when == other.when
        ):
            parted.idle.append((one, other))
        else:
            parted.before.append(one)
            parted.after.append(other)


class Voiced:
    """A brief whose claims can be made statements of, one by one."""

    def __init__(self, brief: Brief, hidden: frozenset[str]) -> None:
        """What rests on a source whose name or hash is in `hidden` is left out."""
        self.brief, self.hidden = brief, hidden
        self.told = (*brief.claims, *told_alone(brief))
        self.names = names_in(brief)
        self.ranks = {claim: place for place, one in enumerate(brief.key_points) for claim in one.claims}

    def statements(self, claims: Iterable[Claim], memory: Memory) -> Iterator[Statement]:
        """The `claims` as statements."""
        last = len(self.brief.key_points)
        for claim in claims:
            source = self.brief.sources[claim.source - 1]
            yield claimed(claim, source, self.names, self.ranks.get(claim.id, last), memory)

    def findings(self) -> Iterator[Statement]:
        """The findings that are no claims, as statements."""
        for one in findings_alone(self.brief):
            if self.hidden.isdisjoint((one.source.name, one.source.sha256)):
                yield one

    def called(self, claim: Claim) -> frozenset[str]:
        """The words of every name that who makes `claim` goes by."""
        return called_by(claim, self.names) if is_claim(claim.id) else frozenset()


class Scan:
    """What the words of idle claims tell at a glance: in which of them a word stands that is sought."""

    def __init__(self, idle: list[Idle], sought: frozenset[str]) -> None:
        """`sought` are words in their forms."""
        self.idle = idle
        self.counts: Counter[str] = Counter()
        """In how many of the claims a word stands, as it is spelt."""
        self.places: dict[str, list[int]] = {word: [] for word in sought}
        self._forms: dict[str, str] = {}
        self.scanned = 0
        known: set[str] = set()
        wanted: set[str] = set()
        for place, claim in _few_alike(idle):
            words = set(TOKEN.findall(claim.content.text.casefold()))
            fresh = words - known
            if fresh:
                known |= fresh
                self._forms |= {word: form_of(word) for word in fresh}
                wanted |= {word for word in fresh if self._forms[word] in sought}
            self.counts.update(words)
            self.scanned += 1
            for form in {self._forms[word] for word in words & wanted}:
                self.places[form].append(place)
        self.common = frozenset(word for word, places in self.places.items() if len(places) > MOST)

    def alike(self, lively: list[Statement], earlier: Voiced) -> list[int]:
        """The places of those that one of `lively` may say again, or replace, in their order."""
        found = {place for word, places in self.places.items() if word not in self.common for place in places}
        for words in {_sought(one) for one in lively}:
            if words <= self.common:
                found |= self._with_all(words)
        speakers = {one.called for one in lively if one.called}
        common = {place for word in self.common for place in self.places[word]} if speakers else set()
        found |= {place for place in common - found if earlier.called(self.idle[place][0]) in speakers}
        return sorted(found)

    def _with_all(self, words: frozenset[str]) -> set[int]:
        """The places of those that have all `words`, each of which stands in many."""
        held = sorted((self.places[word] for word in words), key=len)
        return set(held[0]).intersection(*held[1:]) if held else set()

    def weights(self, lively: Iterable[Statement]) -> Mapping[str, float]:
        """How rare each word is: inverse document frequency, as in `similarity.rarity`."""
        seen: Counter[str] = Counter()
        for word, number in self.counts.items():
            seen[self._forms[word]] += number
        count = self.scanned
        for one in lively:
            seen.update(set(one.words))
            count += 1
        return {word: math.log((1 + count) / (1 + number)) + 1 for word, number in seen.items()}


def _few_alike(idle: list[Idle]) -> Iterator[tuple[int, Claim]]:
    """The earlier claims with their places; of those that one speaker makes in the same words the first few.

    More of them would stand behind words that tell too little; it is a bound on work.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for place, (claim, _) in enumerate(idle):
        same = claim.content.text, claim.speaker.label, claim.stance
        seen[same] += 1
        if seen[same] <= MOST + 1:
            yield place, claim


def _sought(one: Statement) -> frozenset[str]:
    """The words by which others are found that say what a statement says: no numbers, if it has others."""
    return one.telling or one.numbers
