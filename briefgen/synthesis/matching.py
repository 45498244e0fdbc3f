"""Which statements of two editions belong together, and what became of each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from briefgen.model.brief import LOST, Brief, Line, SourceFate
from briefgen.synthesis.forms import others, words_of
from briefgen.synthesis.lineage import Lineage
from briefgen.synthesis.polarity import is_negated
from briefgen.synthesis.selection import Selection
from briefgen.synthesis.statements import (
    REPLIES,
    Index,
    Statement,
    Weights,
    alikeness,
    contrary,
    days_apart,
    is_recalled,
    same_but_for_pronoun,
    same_content,
    same_speaker,
)

Outcome = Literal["unchanged", "changed", "withdrawn", "new", "repeated", "not_compared"]
"""What became of a statement: of the later edition `unchanged`, `changed`, `new` or `repeated`, of the
earlier one `unchanged`, `changed`, `withdrawn` or `not_compared`."""

ALIKE = 0.55
"""Alikeness from which a new wording replaces an old one of the same speaker."""
ALIKE_AT_HOME = 0.4
"""The same where both stand in one source that was written anew."""
VERY_ALIKE = 0.75
"""The same where speakers differ."""
SHARED = 2
"""Words of meaning that a new wording shares with the old one at least."""
LEAST_PART = 3
"""Words of meaning of a statement that another wording holds whole, and so says at more length."""
LEAST_REPLY = 3
"""Words of meaning of a reply that is known again in another source: many things are "the report"."""
STOPS = (". ", "! ", "? ", "\n")
"""What ends a sentence, or a paragraph."""
SCANNED = 48
"""Statements with the very same words that are looked at for whether they say the same; a bound on work."""


class Pair(NamedTuple):
    """A statement of the earlier edition and one of the later."""

    before: Statement
    after: Statement


class Matching(NamedTuple):
    """What became of every statement of two editions, by its id, and which belong together."""

    earlier: Mapping[str, Outcome]
    later: Mapping[str, Outcome]
    same: tuple[Pair, ...]
    """Those that say the same."""
    changed: tuple[Pair, ...]
    """Those that one speaker, or one source, now words otherwise."""
    weights: Weights


def match(chosen: Selection, lineage: Lineage, editions: tuple[Brief, Brief]) -> Matching:
    """What became of the statements `chosen` of two editions, whose sources `lineage` ties."""
    before, after = chosen.before, chosen.after
    fresh = tuple(one for one in after if one.source.sha256 not in lineage.kept)
    lost = tuple(one for one in before if one.source.sha256 not in lineage.kept)
    same, redated = _in_same_bytes(before, after, lineage)
    again = [Pair(one, other) for other, one in _found_again(fresh, before, lineage)]
    again += [Pair(one, other) for one, other in _found_again(lost, after, lineage)]
    known = {pair.before.id for pair in again}, {pair.after.id for pair in again}
    unmatched = tuple(one for one in fresh if one.id not in known[1])
    left = tuple(one for one in before if one.id not in known[0])
    replaced = _changed(left, unmatched, lineage, chosen)
    stood = [pair for pair in replaced if _at_home(*pair, lineage) and same_but_for_pronoun(*pair)]
    recalled = _recalled(replaced, lineage, editions[1])
    again += stood + recalled
    known = {pair.before.id for pair in again}, {pair.after.id for pair in again}
    unmatched = tuple(one for one in unmatched if one.id not in known[1])
    changed = [pair for pair in replaced if pair not in stood and pair not in recalled] + redated
    later = _outcomes_now(after, again, unmatched, changed, lineage, editions[0])
    earlier = _outcomes_then(before, lost, known[0], changed, lineage, editions[1])
    return Matching(earlier, later, tuple(dict.fromkeys((*same, *again))), tuple(changed), chosen.weights)


def _in_same_bytes(
    before: tuple[Statement, ...], after: tuple[Statement, ...], lineage: Lineage
) -> tuple[list[Pair], list[Pair]]:
    """Statements at one place of one text: those that say the same, and those whose days are now others.

    The days change where the source is now known to be of another date.
    """
    places = {(one.source.sha256, one.claim, one.place): one for one in before}
    found = (
        Pair(places[key], one)
        for one in after
        if (key := (one.source.sha256, one.claim, one.place)) in places and one.source.sha256 in lineage.kept
    )
    pairs = list(found)
    redated = [pair for pair in pairs if days_apart(pair.before, pair.after)]
    return [pair for pair in pairs if pair not in redated] if redated else pairs, redated


def _found_again(
    ones: Iterable[Statement], others: Iterable[Statement], lineage: Lineage
) -> Iterator[tuple[Statement, Statement]]:
    """Each of `ones` that one of `others` says too, with that one: of several one of its own source."""
    ones = tuple(ones)
    sought = {one.key for one in ones}
    shelves: dict[tuple[object, ...], list[Statement]] = {}
    for other in (other for other in others if other.key in sought):
        for key in _shelves(other, lineage):
            shelves.setdefault(key, []).append(other)
    for one in ones:
        near = (other for key in _shelves(one, lineage) for other in shelves.get(key, ())[:SCANNED])
        alike = (
            other
            for other in near
            if same_content(one, other) and (_at_home(one, other, lineage) or _is_telling(one))
        )
        found = next(alike, None)
        if found is not None:
            yield one, found


def _shelves(one: Statement, lineage: Lineage) -> tuple[tuple[object, ...], ...]:
    """Where a statement is looked for: in its source, with its speaker, with its words."""
    key = one.key
    return (key, "source", lineage.home(one.source)), (key, "speaker", one.called), (key,)


def _recalled(pairs: Iterable[Pair], lineage: Lineage, later: Brief) -> list[Pair]:
    """Those of `pairs` of which another source only tells again what was said, in other words: "had said"."""
    apart = [pair for pair in pairs if pair.after.claim and not _at_home(*pair, lineage)]
    claims = {one.id: one for one in later.claims} if apart else {}
    return [pair for pair in apart if is_recalled(claims[pair.after.id]) and not contrary(*pair)]


def _at_home(one: Statement, other: Statement, lineage: Lineage) -> bool:
    """Whether two statements of two editions stand in what is one source."""
    return lineage.home(one.source) == lineage.home(other.source)


def _is_telling(one: Statement) -> bool:
    """Whether the words of a statement say by themselves what it is of."""
    return len(one.telling) + len(one.numbers) >= (LEAST_REPLY if one.stance in REPLIES else SHARED)


# What is worded otherwise


def _changed(
    before: Iterable[Statement], after: Iterable[Statement], lineage: Lineage, chosen: Selection
) -> list[Pair]:
    """Statements of which one replaces the other, each in one pair.

    First those with the same numbers and on no other days, so that of the exports of two months each is
    held against itself; of these, and then of the others, those that are most alike.
    """
    after = tuple(after)
    index = Index(before, after, lineage, chosen.common)
    rated = [
        (
            one.numbers != new.numbers or days_apart(one, new),
            not _at_home(one, new, lineage),
            -score,
            one.line.text,
            new.line.text,
            one.id,
            new.id,
            Pair(one, new),
        )
        for new in after
        for one in index.near(new)
        if (score := _replacing(one, new, lineage, chosen.weights)) is not None
    ]
    found: list[Pair] = []
    taken: set[tuple[str, str]] = set()
    for *_, pair in sorted(rated, key=lambda row: row[:-1]):
        ends = {("before", pair.before.id), ("after", pair.after.id)}
        if not taken & ends:
            taken |= ends
            found.append(pair)
    return found


def _replacing(one: Statement, new: Statement, lineage: Lineage, weights: Weights) -> float | None:
    """How alike two statements are, if the new one may say what the other said in other words; else none."""
    ours, theirs = one.telling, new.telling
    shared = ours & theirs
    score = alikeness(ours, theirs, weights)
    home, speaker = _at_home(one, new, lineage), same_speaker(one, new)
    if len(shared) < SHARED and ours != theirs and not (home and speaker and shared and contrary(one, new)):
        return None
    if not speaker and one.speaker.named and new.speaker.named and contrary(one, new):
        return None
    if not home and (not speaker or not one.claim):
        return None
    if not home and one.key == new.key and not contrary(one, new):
        return None
    if not home and (_is_older(new, one) or _apart(one, new)):
        return None
    part = speaker and len(shared) >= LEAST_PART and shared in (ours, theirs)
    least = (ALIKE_AT_HOME if home else ALIKE) if speaker else VERY_ALIKE
    return score if part or score >= least else None


def _apart(one: Statement, new: Statement) -> bool:
    """Whether two statements of different sources speak of different days, names or numbered things.

    A reply is no other wording of what is no reply, unless who denied something now says that it is so.
    """
    shared = one.about & new.about
    named = bool(one.about and new.about) and shared not in (one.about, new.about)
    if others(one.serials, new.serials):
        return True
    replies = (one.stance in REPLIES) != (new.stance in REPLIES) and not contrary(one, new)
    return named or days_apart(one, new) or replies


def _is_older(new: Statement, one: Statement) -> bool:
    """Whether the source of the new statement was published before that of the other."""
    published = new.source.published or "", one.source.published or ""
    return all(published) and published[0][:10] < published[1][:10]


# What became of each


def _outcomes_now(
    after: Iterable[Statement],
    again: Iterable[Pair],
    unmatched: Iterable[Statement],
    changed: Iterable[Pair],
    lineage: Lineage,
    earlier: Brief,
) -> dict[str, Outcome]:
    found: dict[str, Outcome] = {one.id: "unchanged" for one in after}
    for pair in again:
        if not _at_home(*pair, lineage) and pair.after.source.sha256 not in lineage.kept:
            found[pair.after.id] = "repeated"
    for pair in again:
        if _at_home(*pair, lineage):
            found[pair.after.id] = "unchanged"
    texts = _paragraphs(earlier, {lineage.home(one.source) for one in unmatched}, lineage)
    for one in unmatched:
        stood = _stands(one.line, texts.get(lineage.home(one.source), ""))
        found[one.id] = "unchanged" if stood else "new"
    return found | {pair.after.id: "changed" for pair in changed}


def _outcomes_then(
    before: Iterable[Statement],
    lost: Iterable[Statement],
    known: frozenset[str] | set[str],
    changed: Iterable[Pair],
    lineage: Lineage,
    later: Brief,
) -> dict[str, Outcome]:
    found: dict[str, Outcome] = {one.id: "unchanged" for one in before}
    texts = _paragraphs(later, {lineage.home(one.source) for one in lost}, lineage)
    gone = [one for one in lost if one.id not in known]
    open_ = [one for one in gone if lineage.fates[one.source.sha256] in ("outside", "unread")]
    found |= {one.id: "not_compared" for one in open_}
    silent = {one.id for one, _ in _found_again(gone, open_, lineage)}
    for one in gone:
        if one.id not in silent and one not in open_:
            found[one.id] = _lost(
                one, lineage.fates[one.source.sha256], texts.get(lineage.home(one.source), "")
            )
    found |= dict.fromkeys(silent, "not_compared")
    replaced = {pair.before.id for pair in changed if pair.before.source.sha256 not in lineage.kept}
    redated = {p.before.id for p in changed if p.before.source.sha256 == p.after.source.sha256}
    return found | dict.fromkeys(replaced | redated, "changed")


def _lost(one: Statement, fate: SourceFate, text: str) -> Outcome:
    """What became of a statement that was found nowhere again; `text` is what is known of its source now."""
    if fate in LOST:
        return "withdrawn"
    return "unchanged" if _stands(one.line, text) else "withdrawn"


def _stands(line: Line, text: str) -> bool:
    """Whether the words of `line` stand in `text`, one run behind the other, and no negation before them."""
    runs = [one for piece in line.pieces if piece.kind == "words" and (one := piece.text.strip())]
    at = start = text.find(runs[0]) if runs else -1
    for run in runs:
        at = text.find(run, at) if at >= 0 else at
    if at < 0:
        return False
    opening = max(text.rfind(stop, 0, start) for stop in STOPS)
    return not is_negated(words_of(text[opening + 1 : start]))


def _paragraphs(brief: Brief, wanted: Iterable[str], lineage: Lineage) -> dict[str, str]:
    """Of each source whose home is `wanted`, by it, the paragraphs that `brief` holds."""
    homes = {source.number: lineage.home(source) for source in brief.sources}
    homes = {number: home for number, home in homes.items() if home in wanted}
    found: dict[str, dict[str, None]] = {}
    for one in brief.evidence:
        if one.source in homes:
            found.setdefault(homes[one.source], {})[one.paragraph] = None
    return {home: "\n".join(paragraphs) for home, paragraphs in found.items()}
