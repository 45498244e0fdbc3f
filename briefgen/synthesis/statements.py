"""Statements of a brief in a form in which two editions can be compared: who says what, however worded."""

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.language.english.rewording import RECALLED
from briefgen.model.annotation import Stance
from briefgen.model.brief import (
    Brief,
    Claim,
    Entity,
    Event,
    Evidence,
    Figure,
    Finding,
    Line,
    Piece,
    Source,
    Speaker,
    Status,
    When,
)
from briefgen.synthesis.forms import DAYS_OF_THE_WEEK, Serials, others, serials_of, words_of
from briefgen.synthesis.lineage import Lineage
from briefgen.synthesis.polarity import contrary_words, is_negated

REPLIES = ("denied", "declined", "unconfirmed")
"""Stances that speak to what somebody else said."""
SUBJECTS = frozenset("it he she they we".split())
LONGEST_NAME = 3
"""Words for which a pronoun stands."""
SPEAKERS = 4096
"""Speakers whose names are kept in the form for comparison."""
DAY = len("2024-10-18")

Days = frozenset[tuple[str, str]]
"""Stretches of the calendar, each by its first and last day."""


class Statement(NamedTuple):
    """A claim, or a finding in a source's own voice."""

    id: str
    source: Source
    speaker: Speaker
    called: frozenset[str]
    """The words of every name that the speaker goes by; empty for nobody named and for the source itself."""
    names: frozenset[str]
    """All names of the speaker, in small letters."""
    stance: Stance
    status: Status
    line: Line
    evidence: tuple[str, ...]
    place: tuple[int, int]
    """Where its words begin and end in the text of its source."""
    words: tuple[str, ...]
    """What is said, in forms that can be compared, in order."""
    numbers: frozenset[str]
    days: Days
    open_days: frozenset[str]
    """Days that are named and not placed: "Tuesday" of a source without a date."""
    about: frozenset[str]
    """Names of those whom it speaks of."""
    parent: str | None
    claim: bool
    rank: int
    """Its place among the findings; of what is none, a number above all places."""
    key: tuple[str, ...]
    """The same for statements that have the same words, in whatever order."""
    telling: frozenset[str]
    """The words by which it is found again: no numbers, and none that stand in most statements."""
    serials: Serials
    """The things that it tells apart by a number: "reactor 3"."""


class Heard(NamedTuple):
    """What is made of the words of a statement; fields as in `Statement`."""

    words: tuple[str, ...]
    numbers: frozenset[str]
    days: Days
    open_days: frozenset[str]
    key: tuple[str, ...]
    telling: frozenset[str]
    serials: Serials


Memory = dict[tuple[str, str, tuple[When, ...]], Heard]
"""What was made of words that one or the other edition has: most stand in both, and are worked on once."""


def names_of(entities: Iterable[Entity]) -> Mapping[str, tuple[str, ...]]:
    """The names of each of `entities`, by its id."""
    return {entity.id: (entity.name, *(one.name for one in entity.aliases)) for entity in entities}


def findings_alone(brief: Brief) -> Iterator[Statement]:
    """The findings of `brief` that are none of its claims, as statements."""
    alone = {one.evidence[0] for one in brief.key_points if not one.claims and one.evidence}
    sources = {one.id: brief.sources[one.source - 1] for one in brief.evidence if one.id in alone}
    for place, finding in enumerate(brief.key_points):
        if not finding.claims and finding.evidence:
            yield _found(finding, sources[finding.evidence[0]], place)


def told_alone(brief: Brief, left_out: frozenset[str] = frozenset()) -> tuple[Claim, ...]:
    """What sources tell in their own voice, one statement for a sentence, as if it were claimed.

    It bears the id of the event or figure that it is, or else of its evidence. What a claim or a finding of
    the brief says is left out, and so are sources whose hashes are `left_out`.
    """
    numbers = {one.number for one in brief.sources if one.sha256 not in left_out}
    evidence = {one.id: one for one in brief.evidence if one.source in numbers}
    spoken: dict[str, list[str]] = {}
    said = [(one.evidence, one.statement.text) for one in brief.claims if one.source in numbers]
    said += [(one.evidence, one.line.text) for one in brief.key_points if not one.claims]
    for cited, words in said:
        for name in cited:
            spoken.setdefault(name, []).append(words)
    found: dict[str, Claim] = {}
    for row in _own_rows(brief):
        name, line = row.evidence[0], row.what if isinstance(row, Figure) else row.line
        if name not in found and name in evidence and not _is_said(line.text, spoken.get(name, ())):
            found[name] = _as_claim(row, line, brief.sources[evidence[name].source - 1])
    last: Evidence | None = None
    for one in evidence.values():
        if one.id not in found and one.id not in spoken and _states(one.quote):
            found[one.id] = sentence(one, last, brief.sources[one.source - 1])
        last = one
    return tuple(found.values())


def found_alone(brief: Brief) -> frozenset[str]:
    """Ids of the evidence of the findings of `brief` that are none of its claims."""
    return frozenset(name for one in brief.key_points if not one.claims for name in one.evidence)


def count_alone(brief: Brief, hashes: Collection[str]) -> int:
    """How many sentences the sources with these `hashes` tell in their own voice, without a look at each."""
    numbers = {one.number for one in brief.sources if one.sha256 in hashes}
    spoken = {name for one in brief.claims for name in one.evidence} | found_alone(brief)
    own = {row.evidence[0] for row in _own_rows(brief)}
    told = (one for one in brief.evidence if one.source in numbers and one.id not in spoken)
    return sum(one.id in own or _states(one.quote) for one in told)


def _states(words: str) -> bool:
    """Whether a sentence that nothing else of a brief rests on states something: no head, no question."""
    return words.endswith((".", "!", ".”", '."')) and words.count(" ") >= LEAST_SPACES


LEAST_SPACES = 2
"""Spaces of a sentence that states something, at least: "Nobody was hurt."."""


def sentence(one: Evidence, before: Evidence | None, source: Source) -> Claim:
    """A sentence of a source, shown behind the one before it where it begins with a pronoun."""
    own = Piece(one.quote, "words", one.id, one.span)
    content = Line(one.quote, (own,))
    leans = one.quote.partition(" ")[0].casefold() in LEANING
    beside = before is not None and (before.source, before.block) == (one.source, one.block)
    if before is None or not leans or not beside or _is_cut(before.quote):
        return _told(one.id, content, content, (one.id,), source)
    lead = Piece(before.quote, "words", before.id, before.span)
    pieces = (lead, Piece(" ", "gap"), own)
    shown = Line("".join(piece.text for piece in pieces), pieces)
    return _told(one.id, content, shown, (before.id, one.id), source)


def _is_cut(words: str) -> bool:
    """Whether a quotation runs on from or into another sentence: it opens here or closes, not both."""
    return words.count("“") != words.count("”") or words.count('"') % 2 == 1


LEANING = SUBJECTS | frozenset("this that these those both neither his her its their".split())
"""Words that open a sentence which says nothing without the one before it."""


def _own_rows(brief: Brief) -> Iterator[Event | Figure]:
    rows: tuple[Event | Figure, ...] = (*brief.timeline, *brief.figures)
    return (one for one in rows if one.speaker is None and one.claim is None and one.evidence)


def _is_said(words: str, said: Iterable[str]) -> bool:
    """Whether one of the lines `said` of a sentence holds `words`, or is held by them."""
    return any(words.rstrip(".") in one or one.rstrip(".") in words for one in said)


def _as_claim(row: Event | Figure, line: Line, source: Source) -> Claim:
    told = _told(row.id, line, line, row.evidence, source)
    return told if row.when is None else replace(told, when=(row.when,), status=row.status)


def _told(name: str, content: Line, statement: Line, evidence: tuple[str, ...], source: Source) -> Claim:
    return Claim(
        id=name,
        source=source.number,
        speaker=Speaker(source.origin, ""),
        stance="asserted",
        status="reported",
        quoted=False,
        cue="",
        content=content,
        statement=statement,
        evidence=evidence,
    )


def is_claim(name: str) -> bool:
    """Whether an id is that of a claim of a brief, and of no event or figure."""
    return name.startswith("C")


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """`statements` in an order that follows the names of sources, and their texts."""
    return tuple(
        sorted(statements, key=lambda one: (one.source.name.split("/"), one.place, not one.claim, one.id))
    )


def called_by(claim: Claim, names: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The words of every name that who makes `claim` goes by; `names` are those of entities."""
    return _names(claim.speaker.label, names.get(claim.speaker.entity or "", ()))[0]


def claimed(
    claim: Claim, source: Source, names: Mapping[str, tuple[str, ...]], rank: int, memory: Memory
) -> Statement:
    """A claim of `source` as a statement; `names` are those of entities, `rank` its place among findings.

    What is in `memory` is not made again, and what is made is put there.
    """
    known = names.get(claim.speaker.entity or "", ())
    called, goes_by = _names(claim.speaker.label, known) if is_claim(claim.id) else NOBODY
    said = own_words(claim.content)
    heard = memory.get((said, claim.cue, claim.when))
    if heard is None:
        bare, days = _without_days(said, claim.when)
        heard = _heard(bare, claim.cue, days)
        memory[said, claim.cue, claim.when] = heard
    return Statement(
        id=claim.id,
        source=source,
        speaker=claim.speaker,
        called=called,
        names=goes_by,
        stance=claim.stance,
        status=claim.status,
        line=claim.statement,
        evidence=claim.evidence,
        place=_place(claim.content),
        words=heard.words,
        numbers=heard.numbers,
        days=heard.days,
        open_days=heard.open_days,
        about=frozenset(names[name][0].casefold() for name in claim.about if name in names),
        parent=claim.parent,
        claim=is_claim(claim.id),
        rank=rank,
        key=heard.key or (claim.statement.text,),
        telling=heard.telling,
        serials=heard.serials,
    )


NOBODY: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
"""The names of a source that speaks in its own voice, as which it is compared."""


@lru_cache(maxsize=SPEAKERS)
def _names(label: str, known: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the names of a speaker, and the names in small letters."""
    words = (word for name in (label, *known[:1]) for word in words_of(name))
    called = frozenset(word for word in words if word not in DAYS_OF_THE_WEEK)
    return called, frozenset(name.casefold() for name in (label, *known) if name)


def _heard(said: str, cue: str, days: Days) -> Heard:
    """What is made of words from which those that name `days` are gone, without the `cue` that opens them."""
    found = words_of(_without_cue(said, cue))
    words = tuple(word for word in found if word not in DAYS_OF_THE_WEEK)
    return Heard(
        words=words,
        numbers=frozenset(word for word in words if word[0].isdigit()),
        days=days,
        open_days=frozenset(word for word in found if word in DAYS_OF_THE_WEEK),
        key=tuple(sorted(words)),
        telling=frozenset(word for word in words if not word[0].isdigit() and word not in SMALL_WORDS),
        serials=serials_of(said),
    )


def _found(finding: Finding, source: Source, rank: int) -> Statement:
    dated = (piece.text.strip(" []") for piece in finding.line.pieces if piece.kind == "date")
    days = frozenset((one, one + END_OF_DAY) for one in dated if one[:4].isdigit())
    heard = _heard(own_words(finding.line), "", days)
    return Statement(
        id=finding.id,
        source=source,
        speaker=finding.speaker,
        called=frozenset(),
        names=frozenset(),
        stance="asserted",
        status=finding.status,
        line=finding.line,
        evidence=finding.evidence,
        place=_place(finding.line),
        words=heard.words,
        numbers=heard.numbers,
        days=heard.days,
        open_days=heard.open_days,
        about=frozenset(),
        parent=None,
        claim=False,
        rank=rank,
        key=heard.key or (finding.line.text,),
        telling=heard.telling,
        serials=heard.serials,
    )


def own_words(line: Line) -> str:
    """The words of the source in a line."""
    return "".join(piece.text if piece.kind == "words" else " " for piece in line.pieces)


def is_recalled(claim: Claim) -> bool:
    """Whether a source tells a claim as one of earlier days."""
    said = own_words(claim.content).strip().removeprefix(claim.cue)
    around = own_words(claim.statement).replace(said, " ", 1)
    return re.search(RECALLED, around, re.IGNORECASE) is not None


def _place(line: Line) -> tuple[int, int]:
    spans = [piece.span for piece in line.pieces if piece.span is not None]
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else (0, 0)


def _without_cue(words: str, cue: str) -> str:
    """`words` without the word that reports them, where they begin with it: "said two boats were lost"."""
    opening = words.lstrip()
    return opening[len(cue) :] if cue and opening.casefold().startswith(cue.casefold()) else words


def _without_days(words: str, whens: tuple[When, ...]) -> tuple[str, Days]:
    """`words` without those that name a placed day or hour, and the stretches of the calendar they name.

    Of a part of a day ("Tuesday night") what TIMEX3 calls it is left, so that "last night" says the same.
    """
    days = set()
    for when in whens:
        if when.earliest and when.words in words:
            part = PART_OF_DAY.search(when.value)
            words = words.replace(when.words, f" {part[1]} " if part else " ", 1)
            last = when.latest or when.earliest
            days.add((when.earliest, last + END_OF_DAY if len(last) == DAY else last))
    return words, frozenset(days)


PART_OF_DAY = re.compile(r"\d(T[A-Z]{2})$")
END_OF_DAY = "T99"
"""Behind a day: later than every hour of it."""


# When two are the same


def same_content(one: Statement, other: Statement) -> bool:
    """Whether two statements that have the same words say the same: in an order that says it, on one day."""
    replies = (one.stance in REPLIES or other.stance in REPLIES) and one.stance != other.stance
    conditional = (one.stance == "conditional") != (other.stance == "conditional")
    if replies or conditional:
        return False
    if not _same_order(one.words, other.words) or (one.words != other.words and contrary(one, other)):
        return False
    return same_speaker(one, other) and not days_apart(one, other)


def contrary(one: Statement, other: Statement) -> bool:
    """Whether one of two statements, taken for one in another wording, says the contrary of the other.

    What is so on one day, or of one thing, and not so on or of another is no contrary. Who denies what is
    negated says what is so.
    """
    if days_apart(one, other) or others(one.serials, other.serials):
        return False
    turned = contrary_words(one.words, other.words)
    if (one.stance == "denied") == (other.stance == "denied"):
        return turned
    answers = {one.stance, other.stance} & {"declined", "unconfirmed"}
    held = one.telling <= other.telling or other.telling <= one.telling
    return not answers and not turned and held


def same_but_for_pronoun(one: Statement, other: Statement) -> bool:
    """Whether two statements of one source, with the same numbers, differ in one's pronoun for whom it is of.

    "Norsal exported 1,200 tonnes in May", "it exported 1,200 tonnes in May".
    """
    if not one.numbers or one.numbers != other.numbers or one.stance != other.stance:
        return False
    if not same_speaker(one, other) or days_apart(one, other):
        return False
    return _by_pronoun(one.words, other.words) or _by_pronoun(other.words, one.words)


def _by_pronoun(named: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether `words` are `named`, with a pronoun instead of up to `LONGEST_NAME` words that open it."""
    place = next((place for place, word in enumerate(words) if word in SUBJECTS), None)
    if place is None:
        return False
    rest = words[:place] + words[place + 1 :]
    opening = len(named) - len(rest)
    if not 0 < opening <= LONGEST_NAME or is_negated(named[:opening]):
        return False
    held = named[opening:]
    return sorted(held) == sorted(rest) and _same_order(held, rest)


def same_speaker(one: Statement, other: Statement) -> bool:
    """Whether two statements may be of one speaker: by a common name, or one name that holds the other."""
    if not one.called or not other.called:
        return not one.called and not other.called
    if one.speaker.named != other.speaker.named:
        return False
    if one.names & other.names:
        return True
    return one.speaker.named and (one.called <= other.called or other.called <= one.called)


def days_apart(one: Statement, other: Statement) -> bool:
    """Whether two statements name days that cannot be the same; a day that is not placed parts only from
    another that is not.
    """
    if one.days and other.days:
        return _has_another(one.days, other.days) and _has_another(other.days, one.days)
    if one.days or other.days:
        return False
    return one.open_days != other.open_days and bool(one.open_days and other.open_days)


def _has_another(days: Days, others: Days) -> bool:
    """Whether one of `days` is none of `others`, nor part of one."""
    return not all(any(first <= until and since <= last for since, until in others) for first, last in days)


def _same_order(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words stand in the same order, or one run of them was put elsewhere.

    "On the pier two men fought" and "two men fought on the pier" say the same; "the dog bit the man" and
    "the man bit the dog" do not.
    """
    if one == other:
        return True
    start = next(place for place, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs)
    ends = (place for place in range(len(one)) if one[-1 - place] != other[-1 - place])
    end = len(one) - next(ends)
    ours, theirs = one[start:end], other[start:end]
    cuts = (cut for cut in range(1, len(ours)) if ours[cut] == theirs[0])
    return any(ours[cut:] + ours[:cut] == theirs for cut in islice(cuts, CUTS))


CUTS = 8
"""Places at which a run of words may have begun before it was put elsewhere; a bound on work."""


# How alike two are

Weights = Mapping[str, float]


def alikeness(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """How many words two statements share, weighed by how rare they are (Dice 1945), from 0 to 1."""
    both = one & other
    if not both:
        return 0.0
    shared, ours, theirs = (
        math.fsum(weights.get(word, 1.0) for word in words) for words in (both, one, other)
    )
    return 2 * shared / (ours + theirs)


BOUNDS = frozenset(words_of("more most least less over under nearly almost up exceed only"))
"""Words that bound a number."""
SMALL_WORDS = BOUNDS | frozenset(
    words_of("be will to from by for it its he his she her they their not no than into")
)
"""Words that stand in most statements."""


MOST = 24
"""Statements behind a word from which it tells too little."""


class Index:
    """Statements by their words, to find those that are alike without a look at all of them."""

    TRIED = 8
    """The words of a statement that are looked up, the rarest first."""

    def __init__(
        self,
        statements: Iterable[Statement],
        sought: Iterable[Statement],
        lineage: Lineage,
        common: frozenset[str],
    ) -> None:
        """An index of `statements` to find those like the ones `sought`; `lineage` ties their sources.

        Words that are `common` are looked up only with a source or a speaker.
        """
        self.lineage, self.common = lineage, common
        self.found: dict[tuple[str, str], list[Statement]] = {}
        keys = {key for one in sought for key in self._keys(one, one.telling)}
        words = frozenset(word for _, word in keys)
        for one in statements:
            for key in self._keys(one, one.telling & words):
                if key in keys:
                    self.found.setdefault(key, []).append(one)

    def near(self, one: Statement) -> Iterator[Statement]:
        """The statements that share a rare word with `one`, or a less rare one and the source or speaker."""
        known = [(len(self.found[key]), key) for key in self._keys(one, one.telling) if key in self.found]
        few = sorted(pair for pair in known if pair[0] <= MOST)[: self.TRIED]
        seen: dict[str, Statement] = {}
        for _, key in few:
            seen.update({other.id: other for other in self.found[key]})
        return iter(seen.values())

    def _keys(self, one: Statement, words: frozenset[str]) -> list[tuple[str, str]]:
        if not words:
            return []
        speaker = " ".join(sorted(one.called))
        homes = ("", f"source {self.lineage.home(one.source)}", *([f"speaker {speaker}"] if speaker else []))
        return [(home, word) for word in sorted(words) for home in homes if home or word not in self.common]
