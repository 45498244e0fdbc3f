"""What an audience is shown of a brief: chosen, ordered, cut and grouped, with nothing added."""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, get_args

import msgspec

from briefgen.model.annotation import EntityKind, Relation
from briefgen.model.audience import Audience, SectionName
from briefgen.model.brief import (
    LOST,
    Brief,
    Change,
    ChangeKind,
    Changes,
    Claim,
    Coverage,
    Earlier,
    Entity,
    Event,
    Evidence,
    Figure,
    Finding,
    Gap,
    Line,
    Move,
    Outlook,
    Passage,
    Point,
    Source,
    Verification,
    When,
)
from briefgen.model.marking import TLP_2, Scheme


class Voice(msgspec.Struct, frozen=True):
    """One speaker with all that they say."""

    label: str
    named: bool
    roles: tuple[Line, ...]
    claims: tuple[Claim, ...]


Reply = Literal["denied", "unconfirmed", "declined"]


class Check(msgspec.Struct, frozen=True):
    """One row of the verification table."""

    finding: Finding
    verification: Verification
    asserted: tuple[Claim, ...]
    denied: tuple[Claim, ...]
    declined: tuple[Claim, ...]
    unconfirmed: tuple[Claim, ...]

    @property
    def replies(self) -> tuple[Reply, ...]:
        """The kinds of reply that there are: "denied", "unconfirmed", "declined"."""
        return tuple(kind for kind in get_args(Reply) if getattr(self, kind))

    @property
    def evidence(self) -> tuple[str, ...]:
        """Everything that the row rests on, each once."""
        claims = (*self.asserted, *self.denied, *self.declined, *self.unconfirmed)
        return _each([*self.finding.evidence, *(name for claim in claims for name in claim.evidence)])


class Group(msgspec.Struct, frozen=True):
    """The entities of one kind."""

    kind: EntityKind
    entities: tuple[Entity, ...]


class Exhibit(msgspec.Struct, frozen=True):
    """One entry of the evidence section."""

    evidence: Evidence
    before: str
    """The paragraph up to the cited sentence."""
    after: str
    cited_in: tuple[str, ...]
    """Names of the sections that cite it."""
    whole_at: str | None = None
    """The id of the evidence behind which the paragraph stands already; what is before and after is not told
    again then."""


class View(msgspec.Struct, frozen=True):
    """A brief as one audience sees it; what a template is made from."""

    brief: Brief
    audience: Audience
    sections: tuple[SectionName, ...]
    """Names of the sections that have something to show, in order."""
    bottom_line: tuple[Point, ...]
    key_points: tuple[Finding, ...]
    """Those that the bottom line does not tell already."""
    voices: tuple[Voice, ...]
    checks: tuple[Check, ...]
    timeline: tuple[Event, ...]
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    outlook: tuple[Outlook, ...]
    gaps: tuple[Gap, ...]
    notes: tuple[Passage, ...]
    sources: tuple[Source, ...]
    exhibits: tuple[Exhibit, ...]
    numbers: Mapping[str, int]
    """Of each piece of evidence the number of its source."""
    origins: Mapping[str, str]
    """Of each piece of evidence whose report it is from."""
    labels: Mapping[str, str]
    """Of each claim who makes it; empty where nobody is named."""
    changes: tuple[Change, ...] = ()
    """What is otherwise than in an earlier edition, in the order in which the audience is told it."""
    moves: tuple[Move, ...] = ()
    """Figures that are not what they were."""
    moved: Mapping[str, Figure] = MappingProxyType({})
    """The figures of this brief that `moves` speak of, by their ids."""
    earlier: tuple[Earlier, ...] = ()
    """The sources of the earlier edition that are cited, or that are told to be changed or gone."""
    left_out: Mapping[str, int] = MappingProxyType({})
    """Of each section how many of its rows are not shown; none where all are."""
    speakers: int = 0
    """How many speakers are told apart."""
    marking: str | None = None
    """The highest of what is shown."""

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """What became of every input; of those that name no topic only the first `APART`."""
        apart = [row for row in self.brief.coverage if row.state == "off_topic"]
        hidden = {row.name for row in apart[APART:]}
        return tuple(row for row in self.brief.coverage if row.name not in hidden)

    @property
    def days(self) -> tuple["Day", ...]:
        """The timeline by day, the newest first; what is dated less precisely stands after the days."""
        return days_of(self.timeline)

    def changed(self, kind: ChangeKind) -> tuple[Change, ...]:
        """The changes of one kind: new, changed, status, withdrawn, repeated."""
        return tuple(change for change in self.changes if change.kind == kind)

    def news(self, line: Line, claims: tuple[str, ...] = ()) -> Literal["new", "changed", ""]:
        """Whether a line, made of `claims`, is new or told otherwise than in the earlier edition."""
        changes = self.brief.changes
        for one in changes.changes if changes and "changes" in self.sections else ():
            told = one.line is not None and one.kind in TOLD_ANEW
            if told and (one.line == line or not set(claims).isdisjoint(one.claims)):
                return "new" if one.kind == "new" else "changed"
        return ""

    def changed_in(self, source: str) -> tuple[Change, ...]:
        """The changes in the source with this id: what it says now, or said in the earlier edition."""
        return tuple(one for one in self.changes if self._home(one.evidence[0]) == source)

    def _home(self, evidence: str) -> str:
        """The id of the source of a piece of evidence."""
        return f"S{self.numbers[evidence]}" if evidence in self.numbers else evidence.partition("-")[0]

    def said_in(self, source: int) -> tuple[Claim, ...]:
        """The claims of the source with this number."""
        return tuple(claim for voice in self.voices for claim in voice.claims if claim.source == source)

    def origin(self, evidence: tuple[str, ...]) -> str:
        """Whose report the first of `evidence` comes from."""
        return self.origins[evidence[0]]

    def speaker(self, claim: str) -> str:
        """The label of whoever makes the claim with this id; empty where nobody is named."""
        return self.labels[claim]


TOLD_ANEW: tuple[ChangeKind, ...] = ("new", "changed", "status")
"""Kinds of change by which a line of the first page is new or changed."""
APART = 20
"""Inputs that name no topic of the brief and are listed by name; all are counted."""

KINDS: tuple[EntityKind, ...] = ("person", "organisation", "country", "place", "event", "other")
"""Kinds of entity in the order in which they are shown."""

ALWAYS = ("gaps", "sources", "coverage", "evidence")
"""Sections that say something by being empty."""


class Whole(msgspec.Struct, frozen=True):
    """All of which an audience is shown a part, so that it is put in order once however often that is cut."""

    voices: tuple[Voice, ...]
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    claims: Mapping[str, Claim]
    """By their ids."""
    numbers: Mapping[str, int]
    origins: Mapping[str, str]
    labels: Mapping[str, str]
    outlook: tuple[int, ...]
    """Places of what is expected, in the order in which it is shown."""


def whole_of(brief: Brief) -> Whole:
    """All that `brief` has for its audiences."""
    return Whole(
        voices=voices_of(brief),
        figures=side_by_side(brief.figures),
        groups=_groups(brief.entities),
        claims={claim.id: claim for claim in brief.claims},
        numbers={one.id: one.source for one in brief.evidence},
        origins=_origins(brief),
        labels={claim.id: label_of(claim, brief) for claim in brief.claims},
        outlook=_by_day(brief),
    )


def view_of(brief: Brief, audience: Audience, scheme: Scheme = TLP_2, whole: Whole | None = None) -> View:
    """`brief` as `audience` is to see it; `scheme` tells which of its markings is the highest.

    `whole` is that of `brief`, or of one that differs from it in the length of its lines alone.
    """
    limits = audience.limits
    whole = whole or whole_of(brief)
    bottom_line = brief.bottom_line[: limits.bottom_line]
    told = {point.line.text for point in bottom_line} if "bottom_line" in audience.sections else set()
    fresh = tuple(finding for finding in brief.key_points if finding.line.text not in told)
    checks = _checks(brief, fresh[: limits.key_points], told, whole.claims)
    changes, moves, all_changes = _changes_for(brief, audience, fresh)
    view = View(
        brief=brief,
        audience=audience,
        sections=(),
        bottom_line=bottom_line,
        key_points=fresh[: limits.key_points],
        voices=tuple(_cut_voice(voice, limits.claims, brief) for voice in whole.voices[: limits.speakers]),
        checks=checks[: limits.verification],
        timeline=_weightiest(brief, limits.timeline),
        figures=whole.figures[: limits.figures],
        groups=tuple(Group(one.kind, one.entities[: limits.entities]) for one in whole.groups),
        outlook=tuple(brief.outlook[place] for place in whole.outlook[: limits.outlook]),
        gaps=brief.gaps[: limits.gaps],
        notes=_passages(brief, limits.notes),
        sources=brief.sources[: limits.sources],
        exhibits=(),
        numbers=whole.numbers,
        origins=whole.origins,
        labels=whole.labels,
        changes=changes,
        moves=moves,
        moved=_moved(brief, moves),
        speakers=sum(bool(voice.label) for voice in whole.voices),
    )
    view = msgspec.structs.replace(view, earlier=_earlier(view))
    rows = {
        "bottom_line": len(brief.bottom_line),
        "key_points": len(fresh),
        "changes": all_changes,
        "who_says_what": len(brief.claims),
        "verification": len(checks),
        "timeline": len(brief.timeline),
        "figures": len(whole.figures),
        "who_and_where": len(brief.entities),
        "outlook": len(brief.outlook),
        "gaps": len(brief.gaps),
        "notes": said(_passages(brief, None)),
        "sources": len(brief.sources),
    }
    filled = tuple(name for name in audience.sections if name in ALWAYS or _is_filled(view, name))
    counted = (*filled, *({"notes"}.intersection(audience.sections).difference(filled)))
    return msgspec.structs.replace(
        view,
        sections=filled,
        left_out={name: rows[name] - shown for name, shown in rows_shown(view).items() if name in counted},
        exhibits=_exhibits(view, filled) if "evidence" in filled else (),
        marking=scheme.highest([brief.declared, *_titled(brief, scheme), *_markings(view, filled)]),
    )


def rows_shown(view: View) -> dict[str, int]:
    """How many rows each section that has a limit shows."""
    return {
        **{name: len(_rows(view, name)) for name in ROWS if name != "who_says_what"},
        "who_says_what": sum(len(voice.claims) for voice in view.voices),
        "sources": len(view.sources),
        "notes": said(view.notes),
    }


def _passages(brief: Brief, most: int | None) -> tuple[Passage, ...]:
    """The first `most` passages of a person's notes, with the headings above them, which are not counted."""
    passages = brief.notes.passages if brief.notes else ()
    if most is None:
        return passages
    places = [place for place, one in enumerate(passages) if one.kind != "heading"][:most]
    return passages[: places[-1] + 1] if places else ()


def said(passages: Iterable[Passage]) -> int:
    """How many of `passages` say something, and are no heading."""
    return sum(one.kind != "heading" for one in passages)


def _cut_voice(voice: Voice, most: int | None, brief: Brief) -> Voice:
    """`voice` with at most `most` claims, which stay in their order.

    Kept are one of the newest source, then those that key points tell of, and then the newest.
    """
    if most is None or len(voice.claims) <= most:
        return voice
    told = [claim for finding in brief.key_points for claim in finding.claims]
    weight = {claim: place for place, claim in reversed(tuple(enumerate(told)))}
    newest = sorted(voice.claims, key=lambda claim: _published(claim, brief), reverse=True)
    ranked = sorted(newest, key=lambda claim: weight.get(claim.id, len(told)))
    day = _published(newest[0], brief)
    first = next(claim for claim in ranked if _published(claim, brief) == day)
    chosen = {claim.id for claim in (first, *(claim for claim in ranked if claim is not first))[:most]}
    kept = tuple(claim for claim in voice.claims if claim.id in chosen)
    return msgspec.structs.replace(voice, claims=kept)


def _published(claim: Claim, brief: Brief) -> str:
    """The day of the source in which `claim` stands; empty where it is not known."""
    return (brief.sources[claim.source - 1].published or "")[:10]


def _by_day(brief: Brief) -> tuple[int, ...]:
    """Places of what is expected: what has a day, the nearest first, what has none, whose day has passed."""

    def order(place: int) -> tuple[int, str]:
        when = brief.outlook[place].when
        if when is None or not has_day(when):
            return 1, ""
        return (2, "") if is_past(when, brief) else (0, when.earliest or when.value)

    return tuple(sorted(range(len(brief.outlook)), key=order))


def has_day(when: When) -> bool:
    """Whether a day or stretch of the calendar is meant, and not "the coming weeks"."""
    return when.value[:4].isdigit()


def is_past(when: When, brief: Brief) -> bool:
    """Whether all of `when` lies before the day for which `brief` stands."""
    return when.relation not in OPEN_ENDED and (when.latest or brief.as_of)[:10] < brief.as_of[:10]


OPEN_ENDED: tuple[Relation, ...] = ("since", "after")
"""Relations to a day by which something may still come when it is past."""


def _weightiest(brief: Brief, most: int | None) -> tuple[Event, ...]:
    """At most `most` events in the order of time: those that key points tell of, then the latest.

    What is only known to have been said on a day comes after all that happened on one.
    """
    if most is None or len(brief.timeline) <= most:
        return brief.timeline
    weight: dict[str, int] = {}
    for place, finding in enumerate(brief.key_points):
        for name in finding.evidence:
            weight.setdefault(name, place)
    last = len(brief.timeline)

    def weigh(place: int) -> tuple[bool, int, int]:
        event = brief.timeline[place]
        places = [weight[name] for name in event.evidence if name in weight]
        return event.said, min(places, default=len(brief.key_points)), last - place

    chosen = sorted(range(last), key=weigh)[:most]
    return tuple(brief.timeline[place] for place in sorted(chosen))


class Day(msgspec.Struct, frozen=True):
    """The events of one day, or of one stretch of time."""

    value: str
    """As ISO 8601 or TIMEX3 has it."""
    events: tuple[Event, ...]


TO_THE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def days_of(events: Iterable[Event]) -> tuple[Day, ...]:
    """`events` by day, the newest day first, within it in order; those less precise after all days."""
    found: dict[str, list[Event]] = {}
    for event in events:
        day = TO_THE_DAY.match(event.when.value) if event.when.relation == "in" else None
        found.setdefault(day[0] if day and "/" not in event.when.value else "", []).append(event)
    days = sorted((day for day in found if day), reverse=True)
    ordered = [Day(day, tuple(found[day])) for day in days]
    return (*ordered, Day("", tuple(reversed(found[""])))) if "" in found else tuple(ordered)


def _markings(view: View, sections: tuple[str, ...]) -> list[str | None]:
    """The markings of the notes, and of the sources, that `sections` show or rest on."""
    beside = [one.source.marking for one in view.earlier] if "changes" in sections else []
    beside += [view.brief.notes.marking] if view.brief.notes and "notes" in sections else []
    if not {"sources", "coverage"}.isdisjoint(sections):
        listed = [one.marking for one in view.sources] + [one.marking for one in view.brief.coverage]
        return beside + listed
    cited = {name for section in sections for row in _rows(view, section) for name in row}
    numbers = {view.numbers[name] for name in cited if name in view.numbers}
    return beside + [one.marking for one in view.sources if one.number in numbers or one.id in cited]


def _titled(brief: Brief, scheme: Scheme) -> list[str | None]:
    """For each name that the title is made of the lowest marking of those sources that are known to have it.

    A brief of one source is called as that is.
    """
    if len(brief.sources) == 1:
        return [brief.sources[0].marking]
    told: dict[str, list[str | None]] = {name: [] for name in (brief.title, *brief.title.split(" · "))}
    for source in brief.sources:
        if source.title in told:
            told[source.title].append(source.marking)
    named = [one for one in brief.entities if any(name in told for name in _names_of(one))]
    marks = {one.id: brief.sources[one.source - 1].marking for one in brief.evidence} if named else {}
    for one in named:
        for name in told.keys() & _names_of(one):
            told[name] += [marks[cited] for cited in one.evidence if cited in marks]
    return [min(found, key=lambda mark: _height(mark, scheme)) for found in told.values() if found]


def _names_of(entity: Entity) -> set[str]:
    return {entity.name, *(alias.name for alias in entity.aliases)}


def _height(mark: str | None, scheme: Scheme) -> float:
    """How restrictive `mark` is; words of another scheme are more so than any of this."""
    place = scheme.level(mark)
    return math.inf if place is None else place


def voices_of(brief: Brief) -> tuple[Voice, ...]:
    """Claims by speaker: those who say most first, of equals the one heard first; nobody named comes last."""
    groups: dict[str, list[Claim]] = {}
    for claim in brief.claims:
        groups.setdefault(_identity(claim), []).append(claim)
    entities = {entity.id: entity for entity in brief.entities}
    found = [_voice(claims, entities.get(key), brief) for key, claims in groups.items()]
    return tuple(sorted(found, key=lambda voice: (not voice.label, -len(voice.claims))))


def _identity(claim: Claim) -> str:
    """What tells speakers apart: an entity, or a label within one source, where two officials may be two."""
    label = claim.speaker.label.casefold()
    return claim.speaker.entity or (f"S{claim.source} {label}" if label else "")


def _voice(claims: list[Claim], entity: Entity | None, brief: Brief) -> Voice:
    speaker = claims[0].speaker
    return Voice(label_of(claims[0], brief), speaker.named, entity.roles if entity else (), tuple(claims))


def label_of(claim: Claim, brief: Brief) -> str:
    """Who makes a claim; of several sources with the one in which they speak, if they go by no name."""
    label, alone = claim.speaker.label, len(brief.sources) == 1
    return label if alone or claim.speaker.entity or not label else f"{label} (S{claim.source})"


def _origins(brief: Brief) -> dict[str, str]:
    """Of each piece of evidence whose report it is from, those of an earlier edition among them."""
    found = {one.id: brief.sources[one.source - 1].origin for one in brief.evidence}
    if brief.changes:
        sources = {one.number: one.source.origin for one in brief.changes.sources}
        found |= {one.id: sources[one.source] for one in brief.changes.evidence}
    return found


def _changes_for(
    brief: Brief, audience: Audience, told: tuple[Finding, ...]
) -> tuple[tuple[Change, ...], tuple[Move, ...], int]:
    """What `audience` is told of an earlier edition, and how many rows that would be without a limit.

    Under a bound of pages what is new is not told again that leads the brief or is one of those `told`, nor
    is a figure whose statement is told in both wordings.
    """
    changes = brief.changes
    if changes is None or "changes" not in audience.sections:
        return (), (), 0
    lines: set[str] = set()
    if audience.pages is not None:
        lines = {point.line.text for point in brief.bottom_line[: audience.limits.bottom_line]}
        lines |= {finding.line.text for finding in told[: audience.limits.key_points]}
    kinds: dict[str, list[Change | Move]] = {name: [] for name in audience.changes if name != "sources"}
    for change in changes.changes:
        if change.kind in kinds and not (change.kind == "new" and change.line and change.line.text in lines):
            kinds[change.kind].append(change)
    if "figures" in kinds:
        once = audience.pages is not None and "changed" in kinds
        kinds["figures"] += _not_reworded(brief, changes) if once else changes.moves
    whole = sum(map(len, kinds.values()))
    chosen = [
        one for name, most in _shares(kinds, audience.limits.changes).items() for one in kinds[name][:most]
    ]
    shown = tuple(one for one in chosen if isinstance(one, Change))
    return shown, tuple(one for one in chosen if isinstance(one, Move)), whole


def _not_reworded(brief: Brief, changes: Changes) -> Iterator[Move]:
    """The figures that moved in statements that are not told to be worded otherwise."""
    reworded = {name for one in changes.changes if one.kind == "changed" for name in one.claims}
    claims = {one.id: one.claim for one in brief.figures}
    return (move for move in changes.moves if claims[move.figure] not in reworded)


def _shares(kinds: Mapping[str, list[Change | Move]], most: int | None) -> dict[str, int]:
    """How many of each kind are shown where there may be `most` of all: each kind has its turn."""
    shares = {name: len(rows) for name, rows in kinds.items()}
    if most is None or sum(shares.values()) <= most:
        return shares
    given = dict.fromkeys(kinds, 0)
    for _ in range(most):
        name = min((name for name in kinds if given[name] < shares[name]), key=lambda name: given[name])
        given[name] += 1
    return given


def _moved(brief: Brief, moves: tuple[Move, ...]) -> dict[str, Figure]:
    wanted = {move.figure for move in moves}
    return {figure.id: figure for figure in brief.figures if figure.id in wanted} if wanted else {}


def _earlier(view: View) -> tuple[Earlier, ...]:
    """The sources of the earlier edition that the audience is shown."""
    changes = view.brief.changes
    if changes is None or "changes" not in view.audience.sections:
        return ()
    told = "sources" in view.audience.changes
    cited = {name.partition("-")[0] for row in _told_of_changes(view) for name in row}
    return tuple(
        one for one in changes.sources if one.id in cited or (told and one.fate in {"changed", *LOST})
    )


def _checks(
    brief: Brief, shown: tuple[Finding, ...], told: set[str], claims: Mapping[str, Claim]
) -> tuple[Check, ...]:
    """The verification of every finding that is shown, in the order of their weight."""
    verifications = {one.finding: one for one in brief.verification}
    findings = [one for one in brief.key_points if one.line.text in told or one in shown]

    def named(names: tuple[str, ...]) -> tuple[Claim, ...]:
        return tuple(claims[name] for name in names)

    return tuple(
        Check(one, row, named(row.asserted), named(row.denied), named(row.declined), named(row.unconfirmed))
        for one in findings
        if (row := verifications.get(one.id)) is not None
    )


def side_by_side(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """`figures` with those that count the same thing next to one another, at the place of the first."""
    by_id = {figure.id: figure for figure in figures}
    ordered: dict[str, Figure] = {}
    for figure in figures:
        for name in (figure.id, *figure.beside):
            ordered.setdefault(name, by_id[name])
    return tuple(ordered.values())


def _groups(entities: tuple[Entity, ...]) -> tuple[Group, ...]:
    groups = (Group(kind, tuple(one for one in entities if one.kind == kind)) for kind in KINDS)
    return tuple(group for group in groups if group.entities)


ROWS: Mapping[str, Callable[[View], Iterable[tuple[str, ...]]]] = MappingProxyType(
    {
        "bottom_line": lambda view: (one.evidence for one in view.bottom_line),
        "key_points": lambda view: (one.cited for one in view.key_points),
        "changes": lambda view: _told_of_changes(view),
        "who_says_what": lambda view: (one.evidence for voice in view.voices for one in voice.claims),
        "verification": lambda view: (one.evidence for one in view.checks),
        "timeline": lambda view: (one.evidence for one in view.timeline),
        "figures": lambda view: (one.evidence for one in view.figures),
        "who_and_where": lambda view: (one.evidence for group in view.groups for one in group.entities),
        "outlook": lambda view: (one.evidence for one in view.outlook),
        "gaps": lambda view: (one.evidence for one in view.gaps),
        "notes": lambda view: (one.sources for one in view.notes),
    }
)
"""What each section that cites evidence shows, row by row."""


def _told_of_changes(view: View) -> Iterable[tuple[str, ...]]:
    return (*(one.evidence for one in view.changes), *(one.evidence for one in view.moves))


def _is_filled(view: View, name: str) -> bool:
    """Whether a section has something to say: what changed also where nothing did."""
    return view.brief.changes is not None if name == "changes" else bool(_rows(view, name))


def _rows(view: View, name: str) -> list[tuple[str, ...]]:
    return list(ROWS[name](view)) if name in ROWS else []


def _exhibits(view: View, sections: tuple[str, ...]) -> tuple[Exhibit, ...]:
    """Every piece of evidence that the sections shown cite, with the names of those sections."""
    cited: dict[str, list[str]] = {}
    for section in sections:
        for name in _each(name for row in _rows(view, section) for name in row):
            cited.setdefault(name, []).append(section)
    changes = view.brief.changes
    shown: dict[tuple[str, int, int], str] = {}
    return tuple(
        _exhibit(evidence, tuple(cited[evidence.id]), shown)
        for evidence in (*view.brief.evidence, *(changes.evidence if changes else ()))
        if evidence.id in cited
    )


def _exhibit(
    evidence: Evidence, cited_in: tuple[str, ...], shown: dict[tuple[str, int, int], str]
) -> Exhibit:
    """`evidence` in its paragraph, if that is not among those `shown`, to which it is added."""
    block = evidence.id[0], evidence.source, evidence.block.start
    whole_at = shown.setdefault(block, evidence.id)
    if whole_at != evidence.id:
        return Exhibit(evidence, "", "", cited_in, whole_at)
    start = evidence.span.start - evidence.block.start
    end = start + evidence.span.length
    return Exhibit(evidence, evidence.paragraph[:start], evidence.paragraph[end:], cited_in)


def _each(names: Iterable[str]) -> tuple[str, ...]:
    """`names`, each once, in order."""
    return tuple(dict.fromkeys(names))
