"""Which statements of two editions are held against each other: most stand as they stood, and need no look.

What stands in bytes that both editions have is neither new nor withdrawn, and what rests on a source that is
no part of the later edition is not compared. Such claims are looked at only where one that is told anew, or
no more, may say the same, or replace them: where they share its rarest words, or its speaker and some word.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefgen.model.brief import Brief, Claim, Source
from briefgen.synthesis.forms import TOKEN, form_of
from briefgen.synthesis.lineage import Lineage
from briefgen.synthesis.statements import (
    MOST,
    Memory,
    Statement,
    Weights,
    called_by,
    claimed,
    count_alone,
    findings_alone,
    found_alone,
    in_order,
    is_claim,
    names_of,
    own_words,
    sentence,
    told_alone,
)

SAME_WORDS = 2
"""Sentences with the very same words of sources in their own voice that are looked at; a bound on work."""

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
    standing: int
    """How many sentences the later edition has in the own voice of sources that both have."""
    outside: int
    """How many the earlier has of sources that are no part of the later."""


def select(editions: tuple[Brief, Brief], lineage: Lineage, hidden: frozenset[str]) -> Selection:
    """The statements of two `editions`, whose sources `lineage` ties.

    What rests on a source of the earlier whose name or hash is in `hidden` is left out.
    """
    outside = frozenset(name for name, fate in lineage.fates.items() if fate == "outside")
    earlier = Voiced(editions[0], hidden, lineage.kept | outside)
    later = Voiced(editions[1], frozenset(), lineage.kept)
    parted = _parted((earlier, later), lineage, hidden)
    memory: Memory = {}
    before = [*earlier.findings(), *earlier.statements(parted.before, memory)]
    after = [*later.findings(), *later.statements(parted.after, memory)]
    lively = [one for one in before if lineage.fates[one.source.sha256] not in ("kept", "outside")]
    lively += [one for one in after if one.source.sha256 not in lineage.kept]
    voiced = [one for one in lively if one.called or one.claim]
    scan = Scan(parted.idle, frozenset().union(*(_sought(one) for one in voiced)))
    chosen = scan.alike(voiced, earlier)
    before += earlier.statements(_word_for_word(earlier, lineage.kept | outside, lively), memory)
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
        standing=count_alone(editions[1], lineage.kept),
        outside=count_alone(editions[0], outside - hidden),
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

    def __init__(self, brief: Brief, hidden: frozenset[str], idle: frozenset[str]) -> None:
        """What rests on a source whose name or hash is in `hidden` is left out.

        What sources with a hash in `idle` tell in their own voice is not told, but counted.
        """
        self.brief, self.hidden = brief, hidden
        self.told = (*brief.claims, *told_alone(brief, idle))
        self.names = names_of(brief.entities)
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


def _is_hidden(source: Source, hidden: frozenset[str]) -> bool:
    return not hidden.isdisjoint((source.name, source.sha256))


def _word_for_word(
    earlier: "Voiced", left_out: frozenset[str], lively: Iterable[Statement]
) -> Iterator[Claim]:
    """What the sources `left_out` tell in their own voice, and one of `lively` in the very same words.

    More is not sought: in other words only what one source said can replace what it said.
    """
    told = Counter({own_words(one.line).strip(): 0 for one in lively if not one.claim})
    sources = {one.number: one for one in earlier.brief.sources if one.sha256 in left_out}
    found = found_alone(earlier.brief)
    for one in earlier.brief.evidence if told else ():
        words = one.quote.strip()
        source = sources.get(one.source) if words in told and told[words] < SAME_WORDS else None
        if source is not None and one.id not in found and not _is_hidden(source, earlier.hidden):
            told[words] += 1
            yield sentence(one, None, source)


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
