"""Which findings matter most, with the reasons for each score."""

import math
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise

import msgspec

from briefgen.language.english.dating import DASHES, TEMPORAL
from briefgen.language.english.frames import LEADS_UP
from briefgen.language.english.gravity import COURTEOUS, COURTESY, FORCE, HARM, HARMLESS, STATE
from briefgen.language.english.publication import BYLINE
from briefgen.model.annotation import Stance
from briefgen.model.span import Span
from briefgen.synthesis.clauses import has_verb, opens_with_pronoun
from briefgen.synthesis.lines import is_turn
from briefgen.synthesis.reading import (
    Reading,
    asks,
    claim_span,
    content_span,
    headline_of,
    heads_letter,
    is_opinion,
    named_in,
    sentence_indexes,
    within,
)
from briefgen.synthesis.replies import ALIKE, NO_REPLIES, REPLIES, Replies, only_points_back
from briefgen.synthesis.similarity import Vector, centre, likeness, vector
from briefgen.synthesis.voices import Voice

KEPT = 12
"""Findings kept in a brief; an audience shows as many as it has room for."""

HALF_LIFE = 1.0
"""Days in which what a source tells loses half of the weight of being new: news of one event supersede
each other by the day."""

SAME = 0.6
"""Cosine from which two findings are taken to tell the same, so that one is enough."""

WEIGHTS: Mapping[str, float] = {
    "early": 1.3,
    "lead": 0.6,
    "central": 1.0,
    "figure": 0.4,
    "names": 0.4,
    "named speaker": 0.2,
    "spoken to by others": 0.7,
    "consequence": 0.5,
    "harm": 1.2,
    "force": 0.4,
    "state": 0.3,
    "many speakers": 0.3,
    "several sources": 0.4,
    "source heard": -0.4,
    "recent": 1.4,
    "courtesy": -1.0,
    "not yet so": -0.7,
    "overtaken": -0.7,
    "corrects": -1.5,
    "loose": -0.6,
    "own voice": -0.1,
    "opinion": -1.2,
    "thin": -1.2,
}
"""What each reason adds at most. Reporting puts what matters first (the inverted pyramid), so place weighs
as much as centrality in the sense of Erkan and Radev (LexRank, 2004). What hangs on it comes next: harm to
people, force, what those who govern do (`language/english/gravity.py`), half as much where it comes late, as
background does; then how many speakers its source
hears and whether another source tells something alike, and, of several sources, how often this one has been
heard already (maximal marginal relevance, Carbonell and Goldstein, 1998), so that no source fills the first
page alone, and how much newer its source is than the others; the rest breaks ties between them. What may yet
happen, what begins with a word that stands for nobody knows whom, and what says little comes after.
docs/statuses.md says the same for readers."""

RESOLVED = 0.3
"""Share of its weight that a pronoun costs where it is known for whom it stands."""

STEEP = 0.2
"""How fast place loses weight: the sixth sentence has half of what the first has."""

AHEAD = 0.01
"""By how much a claim is put before its denial, where the denial weighs more: whoever reads what is denied
has to know who said it."""

UNCOUNTED = 0.6
"""Share of its weight that harm has where no number says how much."""

SPEAKERS = 8
"""Speakers from which a source counts as one that hears many."""

LEADING = 60
"""Sources, those with the best to offer, whose candidates are compared; of a base of more the others have
none among the findings."""

COMPARED = 60
"""Candidates, the best, that are held against those of other sources."""

FEW_WORDS = 6
"""Content words below which a passage says too little to stand alone."""

LEAD_WORDS = 12
"""Words of a first sentence that tells what happened; a shorter one sets a scene or calls for attention."""

LABEL_WORDS = 4
"""The same for one with a number: "Missing: 19" is a figure that nobody understands alone."""

WORD = re.compile(r"\w+")
BYLINE_ALONE = re.compile(rf"{BYLINE}\W*(?:in\s[\w ]{{1,30}})?\W*")
"""A line that tells who wrote the text, and nothing more."""


class Candidate(msgspec.Struct, frozen=True):
    """A claim, or a sentence in the source's own voice, that may become a finding."""

    source: Reading
    span: Span
    voice: Voice | None
    score: float
    reasons: tuple[str, ...]
    number: int = 1
    """Of its source in the base."""


Direction = Callable[[Candidate], Vector]
"""The words of a candidate, weighed by how rare they are in the base."""


def candidates_of(
    source: Reading, voices: tuple[Voice, ...], replies: Mapping[str, Replies], weights: Vector
) -> tuple[Candidate, ...]:
    """All that a source offers, scored by itself; `weights` tell how rare a word is in it."""
    found = _candidates(source, voices, replies, weights)
    return tuple(_before_denials(found, replies))


def ranked(
    offered: Mapping[int, tuple[Candidate, ...]], recent: Mapping[int, float], weights: Vector
) -> tuple[Candidate, ...]:
    """The best of what sources offer, each telling something that none before it tells.

    `offered` and `recent`, how new a source is, are by the numbers of sources; `weights` tell how rare a word
    is in all of them.
    """
    several = len(recent) > 1
    newest = max((_day_of(one.source) for mine in offered.values() for one in mine[:1]), default="")
    candidates = sorted(
        (
            _fresh(one, number, recent[number], newest) if several else one
            for number, mine in offered.items()
            for one in mine
        ),
        key=_order,
    )
    direction = _directions(weights)
    if several:
        first = _told_elsewhere(candidates[:COMPARED], direction)
        candidates = sorted(first, key=_order) + candidates[COMPARED:]
    return _distinct(candidates, direction)


def leading(best: Mapping[int, float], recent: Mapping[int, float]) -> tuple[int, ...]:
    """Numbers of the `LEADING` sources of which the best that each offers matters most, in their order."""
    if len(best) <= LEADING:
        return tuple(best)
    order = sorted(best, key=lambda number: (-best[number] - WEIGHTS["recent"] * recent[number], number))
    return tuple(sorted(order[:LEADING]))


def _directions(weights: Vector) -> Direction:
    known: dict[tuple[int, Span], Vector] = {}

    def direction(one: Candidate) -> Vector:
        key = one.number, one.span
        if key not in known:
            known[key] = vector(one.span.of(one.source.text), weights)
        return known[key]

    return direction


def _fresh(one: Candidate, number: int, recent: float, newest: str) -> Candidate:
    """`one` as source `number` of several offers it, with what it gains by being new.

    What it expects of a day that has come by the `newest` day of publication is told by others by then.
    """
    gains = {"recent": WEIGHTS["recent"] * recent}
    gains |= {"overtaken": WEIGHTS["overtaken"] * _is_overtaken(one, newest)}
    told = tuple(f"{reason} {gain:+.2f}" for reason, gain in gains.items() if gain)
    score = round(one.score + math.fsum(gains.values()), 4)
    return Candidate(one.source, one.span, one.voice, score, (*one.reasons, *told), number)


def _is_overtaken(one: Candidate, newest: str) -> bool:
    """Whether a finding tells what was to happen on a day behind its source's and before the `newest`."""
    published = _day_of(one.source)
    days = (date.earliest or "" for date in within(one.source.found.dates, one.span))
    return bool(published) and any(published < day[:DAY] < newest for day in days)


def _day_of(source: Reading) -> str:
    return (source.found.document.metadata.published or "")[:DAY]


DAY = len("2024-10-18")


def _before_denials(candidates: list[Candidate], replies: Mapping[str, Replies]) -> list[Candidate]:
    """`candidates`, each claim that is denied with at least the score of its denial: both are told."""
    scores = {one.voice.id: one.score for one in candidates if one.voice is not None}
    rumours = _rumours(candidates)
    return [_lifted(one, scores, replies, rumours) for one in candidates]


def _rumours(candidates: list[Candidate]) -> Mapping[str, str]:
    """Ids of denials by those of what nobody named is said to say right before, in the same paragraph."""
    claimed = [one.voice for one in candidates if one.voice is not None]
    return {
        first.id: second.id
        for first, second in pairwise(claimed)
        if not first.found.speaker
        and first.found.stance == "alleged"
        and second.found.stance == "denied"
        and _block_of(first) == _block_of(second)
    }


def _block_of(voice: Voice) -> int:
    source = voice.source
    return source.found.sentences[sentence_indexes(source, content_span(voice.found))[0]].block


def _lifted(
    one: Candidate, scores: Mapping[str, float], replies: Mapping[str, Replies], rumours: Mapping[str, str]
) -> Candidate:
    if one.voice is None:
        return one
    name = one.voice.id
    denials = (*replies.get(name, NO_REPLIES).denied, *((rumours[name],) if name in rumours else ()))
    most = max((scores[denial] for denial in denials if denial in scores), default=0.0)
    if most < one.score:
        return one
    added = round(most - one.score + AHEAD, 4)
    reasons = (*one.reasons, f"its denial {added:+.2f}")
    return msgspec.structs.replace(one, score=round(one.score + added, 4), reasons=reasons)


def recency(published: Iterable[str | None]) -> Mapping[int, float]:
    """How new each source is, by number: 1 the newest, half of that a `HALF_LIFE` before; 0 undated."""
    days = [None if one is None else date.fromisoformat(one[:10]).toordinal() for one in published]
    newest = max((day for day in days if day is not None), default=0)
    return {number: 0.0 if day is None else _halved(newest - day) for number, day in enumerate(days, 1)}


def _halved(days: int) -> float:
    return float(0.5 ** (days / HALF_LIFE))


def _order(one: Candidate) -> tuple[float, int, Span]:
    return (-one.score, one.number, one.span)


def _told_elsewhere(candidates: list[Candidate], direction: Direction) -> list[Candidate]:
    """`candidates`, those first that are like one of another source: an event, not yet a confirmation."""
    name, weight = "several sources", WEIGHTS["several sources"]
    return [
        msgspec.structs.replace(
            one, score=round(one.score + weight, 4), reasons=(*one.reasons, f"{name} {weight:+.2f}")
        )
        if any(
            other.number != one.number and likeness(direction(one), direction(other)) >= ALIKE
            for other in candidates
        )
        else one
        for one in candidates
    ]


def _candidates(
    source: Reading,
    voices: tuple[Voice, ...],
    replies: Mapping[str, Replies],
    weights: Vector,
) -> list[Candidate]:
    """Every claim and every unclaimed sentence of one source that states something, scored.

    A reply that only points back ("that is false") is none, where others are: it is shown with what it is of.
    """
    text = source.text
    sentences = [sentence.span for sentence in source.found.sentences]
    middle = centre(vector(span.of(text), weights) for span in sentences)
    spoken = {
        index for voice in voices for span in voice.found.content for index in sentence_indexes(source, span)
    }
    heard = {"many speakers": min(len({voice.speaker.label for voice in voices}), SPEAKERS) / SPEAKERS}
    told = Counter(index for voice in voices for index in sentence_indexes(source, claim_span(voice.found)))
    shared = frozenset(index for index, count in told.items() if count > 1)
    firsts = _firsts(voices)
    headline = headline_of(source) or Span(0, 0)
    opinion = float(is_opinion(source))
    telling = [
        voice for voice in voices if _stands_alone(voice) and not headline.holds(content_span(voice.found))
    ]
    alone = [voice for voice in telling if not only_points_back(voice)] or telling
    found = [_claimed(voice, _wide(voice, shared), middle, replies, weights, heard) for voice in alone]
    blocks = source.found.document.blocks
    opening = next((place for place, block in enumerate(blocks) if block.kind == "title"), 0)
    for index, span in enumerate(sentences):
        if source.found.sentences[index].block < opening or span.end <= headline.start:
            continue
        block = blocks[source.found.sentences[index].block]
        states = text[span.end - 1] not in (*DASHES, "?") and not BYLINE_ALONE.fullmatch(span.of(text))
        body = block.kind in ("paragraph", "item") and not headline.holds(span) and states
        own = index not in spoken or _leads_up(source, span, firsts.get(index, span.start))
        if own and body and not (_is_address(source, block.span) or _only_dates(source, span)):
            loose = float(opens_with_pronoun(span.of(text)))
            parts = {"own voice": 1.0, "opinion": opinion, "loose": loose, **heard}
            found.append(_scored(source, span, None, middle, weights, parts))
    return found


def _firsts(voices: tuple[Voice, ...]) -> dict[int, int]:
    """Of each sentence that holds a claim where the first of its claims begins."""
    found: dict[int, int] = {}
    for voice in voices:
        span = claim_span(voice.found)
        start = _appended(voice) or span.start
        for index in sentence_indexes(voice.source, span):
            found[index] = min(start, found.get(index, start))
    return found


def _appended(voice: Voice) -> int:
    """Where ", saying that …" begins, which is appended to what somebody did; 0 where nothing is."""
    cue = min(voice.found.cue, default=None)
    text = voice.source.text
    if cue is None or not cue.of(text).endswith("ing") or text[max(0, cue.start - 2) : cue.start] != ", ":
        return 0
    return cue.start


def _leads_up(source: Reading, sentence: Span, claimed: int) -> bool:
    """Whether a sentence tells something before the claim in it, which begins at `claimed`, of its own.

    "The chief resigned on Monday, two days after the bank said that it had been robbed."
    """
    before = source.text[sentence.start : max(sentence.start, claimed)]
    opened = re.search(LEADS_UP, before, re.IGNORECASE) or re.search(r",\s$", before)
    return opened is not None and len(before.split()) >= LEAST_BEFORE and has_verb(before[: opened.start()])


LEAST_BEFORE = 5
"""Words of a clause that tells something before a claim, at least."""


def _is_address(source: Reading, block: Span) -> bool:
    """Whether a block speaks to somebody and tells nothing: a letter's head, a question from the room."""
    return heads_letter(source, block) or asks(source, block)


def _only_dates(source: Reading, sentence: Span) -> bool:
    """Whether a sentence gives a day and at most a place: "Sellin, 19 November 2026."."""
    dates = [date.span for date in within(source.found.dates, sentence)]
    if not dates or sentence.length > LONGEST_DATELINE:
        return False
    starts, ends = (
        [sentence.start, *(one.end for one in dates)],
        [*(one.start for one in dates), sentence.end],
    )
    parts = (source.text[start : max(start, end)] for start, end in zip(starts, ends, strict=True))
    beside = [word for part in parts for word in part.split()]
    small = (word for word in beside if word.casefold() not in TEMPORAL)
    return not any(word[:1].islower() or word[:1].isdigit() for word in small)


LONGEST_DATELINE = 60
"""Characters of a sentence that only says where and when, at most."""


def _stands_alone(voice: Voice) -> bool:
    """Whether the claim tells something by itself: no refusal, no headline, not told inside another claim."""
    source = voice.source
    sentence = source.found.sentences[sentence_indexes(source, content_span(voice.found))[0]]
    in_body = source.found.document.blocks[sentence.block].kind in ("paragraph", "item")
    named = voice.found.content[0].of(source.text).casefold() == "what"  # "in what officials called a raid"
    return voice.found.stance != "declined" and voice.parent is None and in_body and not named


CORRECTING = re.compile(
    r"\W*(?:corrections?|clarification|erratum|editor['’]s note)\b\W*[:–—-]", re.IGNORECASE
)
"""What opens a notice of what a text had wrong, which is no news of what it tells."""


def _corrects(voice: Voice) -> bool:
    source = voice.source
    first = sentence_indexes(source, claim_span(voice.found))[0]
    return CORRECTING.match(source.text, source.found.sentences[first].span.start) is not None


def _wide(voice: Voice, shared: frozenset[int]) -> Span:
    """The words by which a claim is weighed: all of it, or what is claimed where its sentence has others."""
    whole = claim_span(voice.found)
    several = any(index in shared for index in sentence_indexes(voice.source, whole))
    return content_span(voice.found) if several else whole


def _claimed(
    voice: Voice,
    wide: Span,
    middle: Vector,
    replies: Mapping[str, Replies],
    weights: Vector,
    heard: dict[str, float],
) -> Candidate:
    about = replies.get(voice.id, NO_REPLIES)
    parts = {
        **heard,
        "loose": _looseness(voice),
        "not yet so": float(voice.found.stance == "possible"),
        "corrects": float(_corrects(voice)),
        "named speaker": float(voice.speaker.named),
        "spoken to by others": float(bool(about.denied or about.unconfirmed)),
        "consequence": float(voice.found.stance in CONSEQUENCES),
    }
    spans = _sentences_of_turn(voice)
    if not spans:
        return _scored(voice.source, content_span(voice.found), voice, middle, weights, parts, wide)
    scored = (
        _scored(voice.source, span, voice, middle, weights, _said_in(span, voice, parts), span)
        for span in spans
    )
    return max(scored, key=lambda one: one.score)


def _sentences_of_turn(voice: Voice) -> list[Span]:
    """The sentences of a turn in a transcript, of which the one that tells most stands for it."""
    source, content = voice.source, content_span(voice.found)
    if not is_turn(source, voice.found):
        return []
    indexes = sentence_indexes(source, content)
    whole = (source.found.sentences[index].span for index in indexes)
    spans = [Span(max(one.start, content.start), min(one.end, content.end)) for one in whole]
    return spans if len(spans) > 1 else []


def _said_in(sentence: Span, voice: Voice, parts: dict[str, float]) -> dict[str, float]:
    """What speaks for one sentence of a turn, and against one that opens with a pronoun for others."""
    words = sentence.of(voice.source.text)
    opening = re.match(r"\W*(\w+)", words)
    own = opening is not None and opening[1].casefold() in ("i", "we")
    return {**parts, "loose": max(parts["loose"], float(opens_with_pronoun(words) and not own))}


def _looseness(voice: Voice) -> float:
    """1 where nobody knows who speaks, a third where a pronoun does, however it is resolved."""
    if not voice.speaker.label:
        return 1.0
    return RESOLVED if opens_with_pronoun(voice.speaker.words) else 0.0


CONSEQUENCES: tuple[Stance, ...] = ("conditional", "unconfirmed", "denied", "warned")
"""Stances that change how the rest is to be read."""


def _scored(
    source: Reading,
    span: Span,
    voice: Voice | None,
    middle: Vector,
    weights: Vector,
    parts: dict[str, float],
    wide: Span | None = None,
) -> Candidate:
    """A candidate with its score, the sum of what each reason adds; `wide` are the words it is weighed by."""
    words, wide = span.of(source.text), wide or span
    plain = frozenset(word.casefold() for word in WORD.findall(wide.of(source.text)))
    grave = frozenset(word.casefold() for word in WORD.findall(_without_harmless(wide.of(source.text))))
    direction = vector(words, weights)
    first, before = sentence_indexes(source, span)[0], headed(source)
    early = 1 / (1 + STEEP * max(0, first - before))
    counted = bool(within(source.found.quantities, wide))
    names = len(named_in(source, (wide,)))
    parts = {
        "early": early,
        "lead": float(first == before and len(plain) >= LEAD_WORDS),
        "central": likeness(direction, middle),
        "figure": float(counted),
        "names": min(names, 3) / 3,
        **{name: part * (1 + early) / 2 for name, part in _gravity(grave, counted).items()},
        "thin": float(len(plain) < (LABEL_WORDS if counted else FEW_WORDS)),
        "courtesy": float(_is_courtesy(wide.of(source.text))),
        **parts,
    }
    reasons = tuple(f"{name} {WEIGHTS[name] * part:+.2f}" for name, part in sorted(parts.items()) if part)
    score = round(sum(WEIGHTS[name] * part for name, part in sorted(parts.items())), 4)
    return Candidate(source, span, voice, score, reasons)


def headed(source: Reading) -> int:
    """How many sentences stand before the text begins: headline, byline, a dateline with its dash."""
    headline, blocks = headline_of(source) or Span(0, 0), source.found.document.blocks
    bodies = (
        index
        for index, sentence in enumerate(source.found.sentences)
        if blocks[sentence.block].kind in ("paragraph", "item")
        and not headline.holds(sentence.span)
        and source.text[sentence.span.end - 1] not in DASHES
        and not _is_credit(source, sentence.span, blocks[sentence.block].span)
    )
    return next(bodies, 0)


def _is_credit(source: Reading, sentence: Span, block: Span) -> bool:
    """Whether a line above the text only says who wrote it, where and when, or is a field of its head."""
    if sentence.length > LONGEST_CREDIT:
        return False
    byline = BYLINE_ALONE.fullmatch(sentence.of(source.text)) is not None
    return byline or heads_letter(source, block) or _only_dates(source, sentence)


LONGEST_CREDIT = 120
"""Characters of a line that only does that, at most."""


def _without_harmless(words: str) -> str:
    """`words` without the turns of speech in which a word of harm tells of none: "missing the forecast"."""
    lower = words.casefold()
    for hint, pattern in HARMLESS.items():
        if hint in lower:
            words = re.sub(pattern, " ", words, flags=re.IGNORECASE)
    return words


def _is_courtesy(words: str) -> bool:
    """Whether something is said out of courtesy."""
    lower = words.casefold()
    hinted = any(hint in lower for hint in COURTEOUS)
    return hinted and re.search(COURTESY, words, re.IGNORECASE) is not None


def _gravity(words: frozenset[str], counted: bool) -> dict[str, float]:
    """How much hangs on what `words` tell: harm, else force, else what those who govern do."""
    if not words.isdisjoint(HARM):
        return {"harm": 1.0 if counted else UNCOUNTED}
    if not words.isdisjoint(FORCE):
        return {"force": 1.0}
    return {"state": float(not words.isdisjoint(STATE))}


def _distinct(candidates: list[Candidate], direction: Direction) -> tuple[Candidate, ...]:
    """The first `KEPT` that tell something new, each source falling back with every turn it has had.

    A denial is not the same as what it denies.
    """
    queues: dict[int, deque[Candidate]] = {}
    for candidate in candidates:
        queues.setdefault(candidate.number, deque()).append(candidate)
    heard: Counter[int] = Counter()
    kept: list[Candidate] = []
    while len(kept) < KEPT and any(queues.values()):
        turn = min((_heard(queue[0], heard, len(queues)) for queue in queues.values() if queue), key=_order)
        queues[turn.number].popleft()
        if not any(_same(turn, other, direction) for other in kept):
            kept.append(turn)
            heard[turn.number] += 1
    return tuple(kept)


def _heard(candidate: Candidate, heard: Counter[int], sources: int) -> Candidate:
    """`candidate`, of several sources falling back by how often its own has been heard."""
    name, times = "source heard", heard[candidate.number]
    if sources == 1 or not times:
        return candidate
    weight = WEIGHTS[name] * times
    reasons = (*candidate.reasons, f"{name} {weight:+.2f}")
    return msgspec.structs.replace(candidate, score=round(candidate.score + weight, 4), reasons=reasons)


def _same(one: Candidate, other: Candidate, direction: Direction) -> bool:
    return _is_reply(one) == _is_reply(other) and likeness(direction(one), direction(other)) >= SAME


def _is_reply(candidate: Candidate) -> bool:
    return candidate.voice is not None and candidate.voice.found.stance in REPLIES
