"""Measure names: are people, organisations and places found, and their aliases tied together?"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.accuracy_scores import Place, Read, Result, Score, counted, line, shared

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
"""The kinds of the gold, and briefgen's; a country counts as a place."""
HALF = 0.5
BY_NAME = "NAM"


class Named(NamedTuple):
    """What a place in the text names."""

    kind: str
    who: str | int | None
    """Whom or what; the same for every alias."""


def measure_names(documents: Iterable[Read]) -> Result:
    """Names found, found with the right kind, and aliases tied to one entity (B-cubed, over names found).

    The gold takes in articles and descriptions, so a name counts as found where one span holds the other
    and both end alike, or where they share half of their characters.
    """
    counts: Counter[str] = Counter()
    precision = recall = 0.0
    errors: list[str] = []
    for read in documents:
        wanted, found = _wanted(read), _found(read)
        pairs = _pairs(wanted, found)
        missed = [one for one in wanted if one not in pairs and not _described(one, wanted, pairs)]
        counts["wanted"] += len(pairs) + len(missed)
        counts["found"] += len(found)
        counts["right"] += len(pairs)
        counts["kind"] += sum(wanted[gold].kind == found[ours].kind for gold, ours in pairs.items())
        p, r = _b_cubed([(wanted[gold].who, found[ours].who) for gold, ours in pairs.items()])
        precision, recall = precision + p, recall + r
        text, taken = read.gold.text, set(pairs.values())
        errors += [line(read.gold.id, "missed", text[s:e], wanted[s, e].kind) for s, e in missed]
        extra = (one for one in found if one not in taken)
        errors += [line(read.gold.id, "without reason", text[s:e], found[s, e].kind) for s, e in extra]
    right = counts["right"]
    scores = [
        counted("found", right, counts["found"], counts["wanted"]),
        counted("found and kind right", counts["kind"], counts["found"], counts["wanted"]),
        Score(
            "aliases tied, B-cubed",
            precision / max(1, right),
            recall / max(1, right),
            f"{right:,} names found",
        ),
    ]
    return Result(scores, errors)


def _wanted(read: Read) -> dict[Place, Named]:
    return {
        (one.start, one.end): Named(KINDS[one.etype], one.instance)
        for one in read.gold.entities
        if one.syntactic == BY_NAME and one.etype in KINDS and one.end <= read.gold.limit
    }


def _found(read: Read) -> dict[Place, Named]:
    entities = read.found.entities if read.found else ()
    everything = {
        (span.start, span.end): Named("place" if entity.kind == "country" else entity.kind, number)
        for number, entity in enumerate(entities)
        for span in entity.mentions
        if span.end <= read.gold.limit
    }
    return {place: named for place, named in everything.items() if named.kind in KINDS.values()}


def _pairs(wanted: Iterable[Place], found: Iterable[Place]) -> dict[Place, Place]:
    """For each name of the gold, short ones first, the best of those found that no other has taken."""
    free = dict.fromkeys(found)
    pairs = {}
    for gold in sorted(wanted, key=lambda place: place[1] - place[0]):
        fits = {ours: _fit(gold, ours) for ours in free if shared(gold, ours) > 0}
        best = max(fits, key=lambda ours: fits[ours], default=None)
        if best and fits[best] >= HALF:
            pairs[gold] = best
            del free[best]
    return pairs


def _fit(one: Place, other: Place) -> float:
    """How well two spans that touch fit: the Jaccard index, and 1 more where they hold and end alike."""
    both = shared(one, other)
    length, others = one[1] - one[0], other[1] - other[0]
    held = both in (length, others) and abs(one[1] - other[1]) <= 1
    return both / (length + others - both) + held


def _described(place: Place, wanted: dict[Place, Named], pairs: dict[Place, Place]) -> bool:
    """Whether `place` is a longer span around a name already found: the same name, described."""
    return any(
        place[0] <= start and end <= place[1] and wanted[start, end].who == wanted[place].who
        for start, end in pairs
    )


def _b_cubed(ties: list[tuple[object, object]]) -> tuple[float, float]:
    """Precision and recall of B-cubed (Bagga and Baldwin, 1998), each summed over the names."""
    both, gold, ours = Counter(ties), Counter(tie[0] for tie in ties), Counter(tie[1] for tie in ties)
    return sum(both[tie] / ours[tie[1]] for tie in ties), sum(both[tie] / gold[tie[0]] for tie in ties)
