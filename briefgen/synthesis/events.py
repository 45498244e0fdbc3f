"""Which finding tells what happened, and which only counts whom it struck: a bottom line needs both."""

import re
from collections.abc import Sequence

from briefgen.language.english.gravity import AROUND_TOLLS, GRAVEST
from briefgen.language.english.numbers import STATES
from briefgen.model.brief import Finding
from briefgen.model.span import Span
from briefgen.synthesis.findings import Told
from briefgen.synthesis.ranking import Candidate, headed
from briefgen.synthesis.reading import sentence_indexes, within
from briefgen.synthesis.replies import REPLIES
from briefgen.synthesis.similarity import terms
from briefgen.synthesis.wording import ANYBODY, DEATHS

HEAD = 3
"""Sentences at the head of a source, of which one tells what happened and a bare number is of that."""
SENTENCE = 8
"""Words of the shortest sentence that tells what happened."""
LEADING = 4
"""Findings, the first, among which the number stands that belongs to what the first tells."""
LOOSE = 1
"""Words of meaning that a number of people and their fate may have beside them and still be bare."""
FATES = STATES | DEATHS
KNOWN = frozenset(word for words in (FATES, ANYBODY, AROUND_TOLLS) for one in words for word in terms(one))
"""Words of meaning that tell of no event: how many people it struck, who they were, and how they fared."""


def opening(told: Sequence[Told], findings: Sequence[Finding], top: Finding) -> tuple[Finding, ...]:
    """What a bottom line opens with: what happened and then how many people it struck, or `top` alone.

    Where `top` only counts them ("Nine people died, the ministry said"), the sentence at the head of its
    source that tells what happened stands before it; where `top` is that sentence, the number stands behind
    it. `told` are what the `findings` were made of.
    """
    place = findings.index(top)
    mine = told[place].candidate
    rows = list(zip(told, findings, strict=True))
    home = [(one.candidate, finding) for one, finding in rows if one.candidate.number == mine.number]
    near = [(one, finding) for one, finding in home if finding is not top and _at_head(one)]
    if is_bare_toll(mine):
        before = [(one, finding) for one, finding in near if one.span < mine.span or not _counts(one)]
        events = [(one, finding) for one, finding in before if _tells_event(one, finding)]
        first = min(events, key=lambda row: row[0].span, default=None)
        return (top,) if first is None else (first[1], top)
    if not (_at_head(mine) and _tells_event(mine, top)) or _counts(mine):
        return (top,)
    tolls = [one for one in findings[:LEADING] if any(one is finding and _is_grave(c) for c, finding in near)]
    return (top, *tolls[:1])


def is_bare_toll(one: Candidate) -> bool:
    """Whether a finding counts whom something befell, and does not say what: "At least two people died"."""
    if not _counts(one):
        return False
    source, entities = one.source, one.source.found.entities
    names = within(source.names, one.span)
    if any(entities[name.entity].kind in ("event", "other") for name in names):
        return False
    places = [name.span for name in names]
    places += [date.span for date in within(source.found.dates, one.span)]
    places += [number.span for number in within(source.found.quantities, one.span)]
    rest = [word for word in terms(_without(one, places)) if word not in KNOWN and not word[0].isdigit()]
    return len(rest) <= LOOSE


def _without(one: Candidate, places: Sequence[Span]) -> str:
    """The words of a finding without those at `places`."""
    words = one.span.of(one.source.text)
    for place in places:
        start, end = place.start - one.span.start, place.end - one.span.start
        words = words[:start] + " " * (end - start) + words[end:]
    return words


def _counts(one: Candidate) -> bool:
    """Whether a finding has a number, and a word for what befell people."""
    words = {word.casefold() for word in re.findall(r"\w+", one.span.of(one.source.text))}
    numbers = within(one.source.found.quantities, one.span)
    return bool(numbers) and not words.isdisjoint(FATES)


def _is_grave(one: Candidate) -> bool:
    """Whether a finding is a bare number of people who died, were hurt or are missing."""
    words = {word.casefold() for word in re.findall(r"\w+", one.span.of(one.source.text))}
    return is_bare_toll(one) and not words.isdisjoint(DEATHS | GRAVEST)


def _at_head(one: Candidate) -> bool:
    """Whether a finding stands among the first sentences of its source, headlines apart."""
    place = sentence_indexes(one.source, one.span)[0] - headed(one.source)
    return 0 <= place < HEAD


def _tells_event(one: Candidate, finding: Finding) -> bool:
    """Whether a finding is a sentence that tells of something that happened somewhere or to somebody."""
    words = one.span.of(one.source.text)
    stance = None if one.voice is None else one.voice.found.stance
    said = stance in REPLIES or finding.status == "denied" or words[:1] in "\"“«'‘"
    named = bool(within(one.source.names, one.span))
    return not said and named and len(words.split()) >= SENTENCE and not is_bare_toll(one)
