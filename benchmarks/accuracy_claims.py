"""Measure claims: are source, cue and content the words that people marked?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.accuracy_scores import Read, Result, characters, counted, line, overlap, share
from benchmarks.gold_format import Attribution
from briefgen.model.document import WORD
from briefgen.model.span import Span

TOKEN = re.compile(rf"{WORD.pattern}|[^\w\s]")
HALF = 0.5
"""Two spans are taken for the same where they share this much of their characters."""

REPORTING = frozenset(
    """
    say says said saying tell tells told telling add adds added adding report reports reported announce
    announces announced announcing write writes wrote note notes noted noting state states stated claim claims
    claimed claiming warn warns warned warning estimate estimates estimated assess assesses assessed allege
    alleges alleged alleging accuse accuses accused accusing deny denies denied confirm confirms confirmed
    suggest suggests suggested suggesting argue argues argued arguing insist insists insisted acknowledge
    acknowledges acknowledged conclude concludes concluded declare declares declared assert asserts asserted
    explain explains explained predict predicts predicted reveal reveals revealed disclose discloses disclosed
    testify testified tweet tweets tweeted
    """.split()
)
"""Words that report; with `according to` they tell which attributions have a reporting cue."""


class Parts(NamedTuple):
    """The three parts of one claim, of the gold or found."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Match(NamedTuple):
    """A claim of the gold, and the claim found whose content fits, if one does."""

    wanted: Parts
    found: Parts | None


def measure_claims(documents: Iterable[Read]) -> Result:
    """Token labels, and claims by what they share with those of the gold."""
    labels = {role: Counter[str]() for role in (*Parts._fields, "")}
    claims: Counter[str] = Counter()
    errors: list[str] = []
    for gold, annotated in documents:
        wanted = [_parts(one) for one in gold.attributions]
        found = [Parts(one.speaker, one.cue, one.content) for one in annotated.claims] if annotated else []
        _count_labels(labels, _labels(gold.text, wanted), _labels(gold.text, found))
        claims["found"] += len(found)
        for match in _matches(wanted, found):
            claims.update(_outcomes(match, gold.text))
            if not match.found:
                cue, content = (_words(spans, gold.text) for spans in match.wanted[1:])
                errors.append(line(gold.id, "missed", cue, content))
    scores = [
        *(
            counted(f"words labelled {role or 'source, cue or content'}", *_totals(labels[role]))
            for role in ("", *Parts._fields)
        ),
        counted("content overlaps", claims["content"], claims["found"], claims["wanted"]),
        counted("content and speaker overlap", claims["both"], claims["found"], claims["wanted"]),
        share("found, of those with a reporting cue", claims["reporting found"], claims["reporting"]),
    ]
    return Result(scores, errors)


def _parts(attribution: Attribution) -> Parts:
    return Parts(attribution.source, attribution.cue, attribution.content)


def _labels(text: str, claims: list[Parts]) -> list[str]:
    """A BIO label a token: a part begins with `B-`, goes on with `I-`; outside is empty.

    A token belongs to the first claim that has its first character.
    """
    owners: dict[int, tuple[int, str]] = {}
    for number, claim in enumerate(claims):
        for role, spans in zip(Parts._fields, claim, strict=True):
            for place in sorted(characters(spans)):
                owners.setdefault(place, (number, role))
    labels, before = [], None
    for token in TOKEN.finditer(text):
        owner = owners.get(token.start())
        labels.append(f"{'I' if owner == before else 'B'}-{owner[1]}" if owner else "")
        before = owner
    return labels


def _count_labels(counts: dict[str, Counter[str]], wanted: list[str], found: list[str]) -> None:
    """Count labels of each role, and of all, under the empty name."""
    for gold, ours in zip(wanted, found, strict=True):
        for kind, label in (("wanted", gold), ("found", ours), ("hit", gold if gold == ours else "")):
            if label:
                counts[label[2:]][kind] += 1
                counts[""][kind] += 1


def _totals(count: Counter[str]) -> tuple[int, int, int]:
    return count["hit"], count["found"], count["wanted"]


def _matches(wanted: list[Parts], found: list[Parts]) -> Iterator[Match]:
    """For each claim of the gold in turn the best of those found that no other has taken."""
    free = {number: characters(one.content) for number, one in enumerate(found)}
    for claim in wanted:
        content = characters(claim.content)
        fits = {number: overlap(content, theirs) for number, theirs in free.items()}
        best = max(fits, key=lambda number: fits[number], default=None)
        if best is None or fits[best] < HALF:
            yield Match(claim, None)
        else:
            del free[best]
            yield Match(claim, found[best])


def _outcomes(match: Match, text: str) -> Iterator[str]:
    reporting = is_reporting(_words(match.wanted.cue, text))
    yield "wanted"
    if reporting:
        yield "reporting"
    if match.found:
        yield "content"
        if reporting:
            yield "reporting found"
        if _same_speaker(match.wanted.source, match.found.source):
            yield "both"


def is_reporting(cue: str) -> bool:
    """Whether the words of a cue report something said, rather than thought or felt."""
    lowered = cue.lower()
    return not REPORTING.isdisjoint(re.findall(r"\w+", lowered)) or bool(
        re.search(r"\baccording to\b", lowered)
    )


def _same_speaker(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return not (one or other) or overlap(characters(one), characters(other)) >= HALF


def _words(spans: Iterable[Span], text: str) -> str:
    return " ".join(span.of(text) for span in spans)
