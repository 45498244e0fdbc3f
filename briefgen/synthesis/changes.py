"""What a brief tells otherwise than an earlier edition: from the two models alone, by `docs/changes.md`."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from msgspec.structs import replace

from briefgen.language.english.opposites import NEGATIONS
from briefgen.model.brief import (
    LOST,
    Brief,
    Change,
    ChangeKind,
    Changes,
    Claim,
    Difference,
    Earlier,
    Evidence,
    Move,
    Speaker,
    Status,
)
from briefgen.synthesis.lineage import Lineage, lineage_of
from briefgen.synthesis.matching import Matching, Outcome, Pair, match
from briefgen.synthesis.moves import Moved, moves_of
from briefgen.synthesis.noted import Noted, note_changes
from briefgen.synthesis.polarity import turning
from briefgen.synthesis.renaming import renamed_line, renamed_row
from briefgen.synthesis.selection import Selection, select
from briefgen.synthesis.statements import (
    BOUNDS,
    Statement,
    contrary,
    days_apart,
    own_words,
    same_content,
    same_speaker,
    told_alone,
)

STANDINGS: tuple[Status, ...] = (
    "reported",
    "corroborated",
    "conditional",
    "unconfirmed",
    "disputed",
    "denied",
)
"""Of several statements with the same content, the last of these says how the content stands."""
NOTHING: Mapping[str, str] = MappingProxyType({})


def compare(
    before: Brief, after: Brief, standing: Mapping[str, str] = NOTHING, hidden: frozenset[str] = frozenset()
) -> Changes:
    """What `after` tells otherwise than `before`, an earlier edition of the same brief.

    `standing` maps the names of sources that exist, and are no part of `after`, to their hashes: what rests
    only on these is not withdrawn. Sources of `before` whose name or hash is in `hidden` count as if they had
    never been there: those that who reads `after` must not see any more.
    """
    seen = [one for one in before.sources if hidden.isdisjoint((one.name, one.sha256))]
    lineage = lineage_of(replace(before, sources=tuple(seen)), after, standing)
    chosen = select((before, after), lineage, hidden)
    matching = match(chosen, lineage, (before, after))
    moves = moves_of((before, after), matching, lineage, hidden)
    drafts = _drafts(chosen, matching, lineage, after)
    noted = note_changes(before.notes or None, after.notes or None, hidden)
    told = Told(chosen, matching, drafts, moves, noted)
    return _composed(before, after, lineage, told, {one.sha256 for one in seen})


def outcomes(
    before: Brief, after: Brief, standing: Mapping[str, str] = NOTHING
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What became of each statement of the two editions, by its id: each has exactly one outcome."""
    lineage = lineage_of(before, after, standing)
    chosen = select((before, after), lineage, frozenset())
    matching = match(chosen, lineage, (before, after))
    then = {one.id: _of_idle(before, one, lineage) for one in told_alone(before)}
    then |= {one.id: "unchanged" if other else "not_compared" for one, other in chosen.idle}
    now = {one.id: "unchanged" for one in told_alone(after)}
    now |= {other.id: "unchanged" for _, other in chosen.idle if other}
    return {**then, **matching.earlier}, {**now, **matching.later}


def _of_idle(before: Brief, one: Claim, lineage: Lineage) -> Outcome:
    """What became of a sentence of a source that is the same, or no part of the later edition."""
    kept = before.sources[one.source - 1].sha256 in lineage.kept
    return "unchanged" if kept else "not_compared"


# The items, their evidence still that of the two editions


class Draft:
    """A change whose earlier evidence has no ids of its own yet."""

    def __init__(
        self,
        kind: ChangeKind,
        now: list[Statement],
        then: Statement | None,
        *,
        standings: tuple[Status | None, Status | None] = (None, None),
        differs: tuple[Difference, ...] = (),
        replies: tuple[str, ...] = (),
    ) -> None:
        """`now` are the statements of the later edition that say so, `then` the one of the earlier."""
        self.kind, self.now, self.then, self.differs = kind, now, then, differs
        self.was, self.status = standings
        self.replies = replies

    @property
    def order(self) -> tuple[int, int, tuple[str, ...], tuple[int, int], str]:
        """By kind, then by weight, then by the place in the sources."""
        one = self.now[0] if self.now else self.then
        assert one is not None
        rank = min(one.rank, self.then.rank if self.then else one.rank)
        kind = get_args(ChangeKind).index(self.kind)
        return kind, rank, tuple(one.source.name.split("/")), one.place, one.id


def _drafts(chosen: Selection, matching: Matching, lineage: Lineage, after: Brief) -> list[Draft]:
    earlier, later = chosen.before, chosen.after
    replies = _replies(after)
    fresh = [one for one in later if matching.later[one.id] == "new"]
    found = _reworded(matching.changed, replies)
    fresh = _not_told_twice(fresh, found)
    turned, covered = _turned(matching, replies, later)
    found += turned
    found += _repeated(matching, covered)
    for group in _without_heads(_joined(_together(fresh))):
        found.append(Draft("new", group, None, standings=(None, _standing(group))))
    for group in _together(one for one in earlier if matching.earlier[one.id] == "withdrawn"):
        found.append(Draft("withdrawn", [], group[0], standings=(_standing(group), None)))
    return sorted(found, key=lambda one: one.order)


def _reworded(pairs: Iterable[Pair], replies: Mapping[str, tuple[str, ...]]) -> list[Draft]:
    """What is worded otherwise; a claim within another that is so is told with that one."""
    pairs = list(pairs)
    ids = {pair.after.id for pair in pairs}
    inner: dict[str, list[Statement]] = {}
    for pair in pairs:
        if pair.after.parent in ids:
            inner.setdefault(pair.after.parent or "", []).append(pair.after)
    found = []
    for pair in (pair for pair in pairs if pair.after.parent not in ids):
        was, now = pair.before.status, pair.after.status
        draft = Draft(
            "changed",
            [pair.after, *inner.get(pair.after.id, ())],
            pair.before,
            standings=(was, now),
            differs=_differences(pair),
            replies=replies.get(pair.after.id, ()) if was != now else (),
        )
        found.append(draft)
    return found


def _differences(pair: Pair) -> tuple[Difference, ...]:
    """In what two wordings differ, the weightiest first."""
    one, new = pair
    told = {
        "contrary": contrary(one, new),
        "figures": one.numbers != new.numbers or _bounds(one) != _bounds(new),
        "date": days_apart(one, new),
        "speaker": not same_speaker(one, new) or one.speaker.label.casefold() != new.speaker.label.casefold(),
        "stance": one.stance != new.stance,
    }
    found = tuple(name for name in get_args(Difference) if told.get(name))
    if found:
        return found
    if one.telling < new.telling and turning(one.words) <= turning(new.words):
        return ("longer",)
    if new.telling < one.telling and turning(new.words) <= turning(one.words):
        return ("shorter",)
    return ("words",)


def _bounds(one: Statement) -> frozenset[tuple[str, bool]]:
    """The words that bound the numbers of a statement, and whether each is negated: "no more than"."""
    if not one.numbers:
        return frozenset()
    near = zip(("", *one.words), one.words, (*one.words[1:], ""), strict=False)
    return frozenset(
        (word, before in NEGATIONS)
        for before, word, behind in near
        if word in BOUNDS and (word != "up" or behind == "to")
    )


def _turned(
    matching: Matching, replies: Mapping[str, tuple[str, ...]], later: tuple[Statement, ...]
) -> tuple[list[Draft], frozenset[str]]:
    """Contents that stand otherwise than they did, and the ids of the later statements that tell them."""
    found, covered = [], set()
    for then, now in _contents(matching.same):
        was, status = _standing(then), _standing(now)
        if was != status:
            telling = [one for one in now if one.status == status] + [
                one for one in now if one.status != status
            ]
            answers = tuple(dict.fromkeys(name for one in telling for name in replies.get(one.id, ())))
            answers = answers or _only_new_reply(status, telling[0], matching, later)
            first = min(then, key=lambda one: (one.status != was, one.rank))
            found.append(Draft("status", telling, first, standings=(was, status), replies=answers))
            covered |= {one.id for one in now}
    return found, frozenset(covered)


def _only_new_reply(
    status: Status, one: Statement, matching: Matching, later: tuple[Statement, ...]
) -> tuple[str, ...]:
    """The reply by which a statement came to be denied or unconfirmed, where its source has just one new one.

    A brief holds the replies to its findings alone; of other claims this is all that two briefs can tell.
    """
    stances = {"denied": ("denied",), "unconfirmed": ("unconfirmed",)}.get(status, ())
    fresh = [
        reply.id
        for reply in later
        if reply.stance in stances
        and reply.source.number == one.source.number
        and matching.later[reply.id] in ("new", "changed")
    ]
    return tuple(fresh) if len(fresh) == 1 else ()


def _contents(pairs: Iterable[Pair]) -> Iterator[tuple[list[Statement], list[Statement]]]:
    """The statements of both editions that tell one content, as `pairs` tie them."""
    parents: dict[tuple[str, str], tuple[str, str]] = {}

    def root(key: tuple[str, str]) -> tuple[str, str]:
        while parents.setdefault(key, key) != key:
            parents[key] = key = parents[parents[key]]
        return key

    pairs = list(pairs)
    for one, other in pairs:
        parents[root(("before", one.id))] = root(("after", other.id))
    groups: dict[tuple[str, str], tuple[dict[str, Statement], dict[str, Statement]]] = {}
    for one, other in pairs:
        then, now = groups.setdefault(root(("after", other.id)), ({}, {}))
        then[one.id], now[other.id] = one, other
    for then, now in groups.values():
        yield list(then.values()), list(now.values())


def _standing(statements: Iterable[Statement]) -> Status:
    """How the content of `statements` stands: as the gravest of their statuses."""
    return max((one.status for one in statements), key=STANDINGS.index)


def _repeated(matching: Matching, covered: frozenset[str]) -> list[Draft]:
    """What another source tells too, of one content once."""
    groups: dict[str, tuple[Statement, list[Statement]]] = {}
    for then, now in matching.same:
        if matching.later[now.id] == "repeated" and now.id not in covered:
            groups.setdefault(then.id, (then, []))[1].append(now)
    once: set[str] = set()
    found = []
    for then, told in groups.values():
        fresh = [one for one in told if one.id not in once]
        once |= {one.id for one in fresh}
        if fresh:
            found.append(Draft("repeated", fresh, then, standings=(then.status, _standing(fresh))))
    return found


def _together(statements: Iterable[Statement]) -> list[list[Statement]]:
    """`statements` with those that say the same in one group, the weightiest first.

    What stands in the words of another of them is part of that one's group.
    """
    ones = sorted(statements, key=lambda one: one.rank)
    ids = {one.id for one in ones}
    by_key: dict[tuple[str, ...], list[list[Statement]]] = {}
    groups: list[list[Statement]] = []
    homes: dict[str, list[Statement]] = {}
    for one in (one for one in ones if one.parent not in ids):
        group = next((group for group in by_key.get(one.key, ()) if same_content(one, group[0])), None)
        if group is None:
            group = []
            groups.append(group)
            by_key.setdefault(one.key, []).append(group)
        group.append(one)
        homes[one.id] = group
    for one in ones:
        if one.parent in homes:
            homes[one.parent].append(one)
            homes[one.id] = homes[one.parent]
    told = {one.id for group in groups for one in group}
    return [*groups, *([one] for one in ones if one.id not in told)]


def _not_told_twice(fresh: Iterable[Statement], reworded: Iterable[Draft]) -> list[Statement]:
    """`fresh` without what one of the `reworded` says too, which is told with that."""
    by_key = {draft.now[0].key: draft for draft in reworded}
    left = []
    for one in fresh:
        draft = by_key.get(one.key)
        if draft is not None and same_content(one, draft.now[0]):
            draft.now.append(one)
        else:
            left.append(one)
    return left


def _joined(groups: list[list[Statement]]) -> list[list[Statement]]:
    """`groups`, a sentence that leans on the one before it in one group with that, and shown with it."""
    own = {group[0].evidence[-1]: group for group in groups if not group[0].claim and group[0].evidence}
    gone: set[int] = set()
    for group in groups:
        first = group[0]
        lead = None if first.claim or len(first.evidence) < 2 else own.get(first.evidence[0])
        if lead is not None and lead is not group and id(lead) not in gone:
            lead[:0] = group
            gone.add(id(group))
    return [group for group in groups if id(group) not in gone]


def _without_heads(groups: list[list[Statement]]) -> list[list[Statement]]:
    """`groups`, a headline in one group with the weightiest that its source tells under it, if it has one."""
    told: dict[int, list[Statement]] = {}
    for group in groups:
        for one in group if not all(map(_is_head, group)) else ():
            told.setdefault(one.source.number, group)
    left = []
    for group in groups:
        under = told.get(group[0].source.number) if all(map(_is_head, group)) else None
        if under is None:
            left.append(group)
        else:
            under.extend(group)
    return left


def _is_head(one: Statement) -> bool:
    """Whether a statement stands in the title of its source."""
    words = own_words(one.line).strip(" .")
    return bool(words) and words in (one.source.title or "")


def _replies(brief: Brief) -> dict[str, tuple[str, ...]]:
    """Of each claim that a finding is made of, the claims that deny it or could not confirm it."""
    return {
        claim: (*one.denied, *one.unconfirmed)
        for one in brief.verification
        for claim in one.asserted
        if one.denied or one.unconfirmed
    }


# The items with the evidence of the earlier edition


class Told(NamedTuple):
    """What is told of two editions, its evidence still that of each."""

    chosen: Selection
    matching: Matching
    drafts: list[Draft]
    moves: tuple[Moved, ...]
    noted: tuple[Noted, ...]

    @property
    def unchanged(self) -> int:
        """How many statements of the later edition the earlier has as they are."""
        turned = {one.id for draft in self.drafts if draft.kind == "status" for one in draft.now}
        fates = self.matching.later.items()
        idle = sum(now is not None for _, now in self.chosen.idle)
        idle += self.chosen.standing
        return idle + sum(fate == "unchanged" and name not in turned for name, fate in fates)

    @property
    def not_compared(self) -> int:
        """Of how many statements of the earlier edition nothing can be said."""
        idle = sum(now is None for _, now in self.chosen.idle) + self.chosen.outside
        return idle + list(self.matching.earlier.values()).count("not_compared")


def _composed(before: Brief, after: Brief, lineage: Lineage, told: Told, seen: set[str]) -> Changes:
    drafts, moves = told.drafts, told.moves
    then = [draft.then.evidence for draft in drafts if draft.then] + [one.before.evidence for one in moves]
    cited = {name for names in then for name in names}
    sources = _earlier(before, lineage, cited, seen)
    evidence, ids = _evidence(before, sources, cited)
    hashes = {source.sha256 for source in before.sources if source.sha256 in seen}
    heirs = {lineage.now[one] for one in hashes if lineage.fates[one] == "changed"}
    return Changes(
        edition=before.edition,
        as_of=before.as_of,
        changes=tuple(_change(f"D{number}", one, ids, lineage) for number, one in enumerate(drafts, 1)),
        moves=tuple(_move(one, ids) for one in moves),
        sources=sources,
        evidence=evidence,
        unchanged=told.unchanged,
        not_compared=told.not_compared,
        came=tuple(
            one.number for one in after.sources if one.sha256 not in hashes and one.number not in heirs
        ),
        renewed=tuple(sorted(heirs)),
        remarked=_remarked(before, after, seen),
        declared=None if before.declared == after.declared else (before.declared, after.declared),
        notes=told.noted,
    )


def _remarked(before: Brief, after: Brief, seen: set[str]) -> tuple[tuple[int, str | None], ...]:
    """The sources that both editions have, byte for byte, under another marking."""
    marks = {one.sha256: one.marking for one in before.sources if one.sha256 in seen}
    kept = (one for one in after.sources if one.sha256 in marks)
    return tuple((one.number, marks[one.sha256]) for one in kept if one.marking != marks[one.sha256])


def _earlier(before: Brief, lineage: Lineage, cited: set[str], seen: set[str]) -> tuple[Earlier, ...]:
    """The sources of the earlier edition that are cited, changed or gone, numbered from 1."""
    numbers = {one.source for one in before.evidence if one.id in cited}
    told = [
        source
        for source in before.sources
        if source.sha256 in seen
        and (source.number in numbers or lineage.fates[source.sha256] in {"changed", "unread", *LOST})
    ]
    return tuple(
        Earlier(number, source, lineage.fates[source.sha256], lineage.now.get(source.sha256))
        for number, source in enumerate(told, 1)
    )


def _evidence(
    before: Brief, sources: tuple[Earlier, ...], cited: set[str]
) -> tuple[tuple[Evidence, ...], dict[str, str]]:
    """The sentences of the earlier edition that are cited, and their new ids by those that they had."""
    numbers = {one.source.number: one.number for one in sources}
    counts: dict[int, int] = {}
    found, ids = [], {}
    for one in before.evidence:
        if one.id in cited:
            number = numbers[one.source]
            counts[number] = counts.get(number, 0) + 1
            ids[one.id] = f"P{number}-{counts[number]}"
            found.append(replace(one, id=ids[one.id], source=number))
    return tuple(sorted(found, key=lambda one: (one.source, one.span))), ids


def _change(name: str, draft: Draft, ids: Mapping[str, str], lineage: Lineage) -> Change:
    now, then = draft.now, draft.then
    first = now[0] if now else then
    assert first is not None
    own = tuple(dict.fromkeys(name for one in now for name in one.evidence))
    old = tuple(ids[name] for name in then.evidence) if then else ()
    return Change(
        id=name,
        kind=draft.kind,
        line=now[0].line if now else None,
        before=renamed_line(then.line, ids) if then else None,
        speaker=first.speaker if now else _unknown_here(first.speaker),
        status=draft.status,
        was=draft.was,
        evidence=(*own, *old),
        differs=draft.differs,
        fate=lineage.fates[then.source.sha256] if then and draft.kind == "withdrawn" else None,
        claims=tuple(one.id for one in now if one.claim),
        replies=draft.replies,
    )


def _unknown_here(speaker: Speaker) -> Speaker:
    """A speaker of the earlier edition, whose ids mean nothing in this one."""
    return replace(speaker, entity=None)


def _move(moved: Moved, ids: Mapping[str, str]) -> Move:
    before = moved.before
    told = replace(
        renamed_row(before, ids),
        id=f"P{before.id}",
        claim=None,
        beside=(),
        speaker=_unknown_here(before.speaker) if before.speaker else None,
    )
    return Move(moved.kind, moved.after.id, told, (*moved.after.evidence, *told.evidence))
