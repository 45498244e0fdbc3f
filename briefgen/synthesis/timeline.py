"""What happened when: every placed date with the clause it stands in."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from briefgen.language.english.dating import (
    COMPARED_WITH,
    DASHES,
    DATELINE,
    DATELINE_END,
    STRETCHES,
    TELLING,
    TEMPORAL,
    THING_OF,
    TIME_UNITS,
    YEARLY_EVENTS,
)
from briefgen.language.english.function_words import FINITE_AUXILIARIES, RELATIVES
from briefgen.model.brief import Event, Line, Status
from briefgen.model.span import Span, cover
from briefgen.synthesis.clauses import has_verb, is_set_aside, opens_as_clause, opens_with_pronoun
from briefgen.synthesis.entries import entry_of
from briefgen.synthesis.lines import LONGEST, cut, passage
from briefgen.synthesis.reading import (
    Reading,
    content_span,
    heads_letter,
    is_of_another,
    sentence_indexes,
    spans_before,
    within,
)
from briefgen.synthesis.replies import is_reply
from briefgen.synthesis.times import Dated, dated
from briefgen.synthesis.voices import Voice, saying, speaking

SHORT = 4
"""Words beside the date below which a clause does not tell what happened."""

DEPENDENT = frozenset(
    {
        *RELATIVES,
        *("that", "if", "as", "when", "what", "where", "while", "than", "whether"),
        *("unless", "until", "before", "once", "lest", "how", "why"),
    }
)
"""Words that open a clause which says nothing without the one it hangs on."""
WORD = re.compile(r"\w+")
FOLLOWING = 16
"""Characters behind a clause that hold the next word, where one is near."""
LONGEST_UNIT = 12
"""Characters that hold the last word of a measure of time."""
LONG = 200
"""Characters beside the date that are `SHORT` words for certain, and need not be counted."""
FORMAL = 60
"""Characters around a date in which a dateline or the head of a letter shows."""


class _Row(msgspec.Struct, frozen=True):
    """An event with what decides whether it is told."""

    event: Event
    span: Span
    """Where its date stands."""
    saying: bool = False
    """Whether the date is that of the saying."""


def events_of(
    source: Reading, voices: tuple[Voice, ...], lines: Mapping[str, Line], statuses: Mapping[str, Status]
) -> tuple[Event, ...]:
    """Every dated event of `source`, in the order of the text, without an id.

    A clause is told once, under its first date, unless each of its dates has a verb of its own; the day
    on which a plain statement was made is told only where what it tells of has no date.
    """
    told = _told_once(source, _rows(source, voices, lines, statuses), voices)
    return tuple(event for _, event in each_once((1, event) for event in told))


def each_once(events: Iterable[tuple[int, Event]]) -> list[tuple[int, Event]]:
    """`events`, with the numbers of their sources, without those of which an earlier one tells the same."""
    found: dict[tuple[str, str], tuple[int, Event]] = {}
    for number, event in events:
        when = f"{event.when.value} {event.when.relation} {event.when.mod}"
        found.setdefault((when, event.line.text.casefold()), (number, event))
    return list(found.values())


def by_time(event: Event) -> tuple[str, str]:
    """Sorts the earliest first; of the same stretch the more precise first."""
    return event.when.earliest or "", event.when.latest or ""


def _rows(
    source: Reading,
    voices: tuple[Voice, ...],
    lines: Mapping[str, Line],
    statuses: Mapping[str, Status],
) -> list[_Row]:
    """What is told with each date of the text, in its order."""
    dates = [date for date in dated(source) if not _is_beside(source, date.span)]
    entries = {date: entry for date in dates if (entry := entry_of(source, date)) is not None}
    of_text = (
        date
        for date in dates
        if date in entries
        or (
            _is_of_text(source, date.span)
            and not is_set_aside(source.text, date.span)
            and not is_make(source.text, date.span)
            and not _only_names(source, date.span, dates)
        )
    )
    rows = (
        _entered(source, date, entries[date], voices, lines, statuses)
        if date in entries
        else _row(source, date, voices, lines, statuses)
        for date in of_text
    )
    return [row for row in rows if row is not None and not _is_foretold(source, row)]


def _entered(
    source: Reading,
    date: Dated,
    entry: Span,
    voices: tuple[Voice, ...],
    lines: Mapping[str, Line],
    statuses: Mapping[str, Status],
) -> _Row:
    """What an entry of a log tells at its hour: something said then, or what the log itself tells."""
    act = next((one for one in voices if one.parent is None and entry.meets(content_span(one.found))), None)
    line = passage(source, entry) if act is None else lines[act.id]
    if act is None:
        return _Row(Event("", date.when, line, None, "reported", line.evidence), date.span)
    event = Event("", date.when, line, act.speaker, statuses[act.id], line.evidence, act.id, said=True)
    return _Row(event, date.span)


def _is_foretold(source: Reading, row: _Row) -> bool:
    """Whether something would have been said after its source came out: "who reports on Friday"."""
    published = (source.found.document.metadata.published or "")[:DAY]
    said = row.saying or row.event.said
    return bool(published) and said and (row.event.when.earliest or "")[:DAY] > published


DAY = len("2024-10-18")


def _is_beside(source: Reading, date: Span) -> bool:
    """Whether a date only tells of when a number was so that is compared with: "up from 8 percent in May"."""
    before = source.text[max(0, date.start - BESIDE) : date.start]
    if re.search(COMPARED_WITH, before, re.IGNORECASE):
        return True
    thing = re.search(THING_OF, before, re.IGNORECASE) if before.endswith("of ") else None
    return thing is not None and thing[1].casefold() not in STRETCHES


def is_make(text: str, date: Span) -> bool:
    """Whether a year only tells which thing is meant, or what it is called: "a 2018 Toyota", "the Orlo 2020".

    Of what happens in its year, as an election, it tells when that was.
    """
    if not YEAR.fullmatch(date.of(text)):
        return False
    behind = BEHIND_YEAR.match(text, date.end)
    if behind is not None and MAKE_LEADS.search(text, max(0, date.start - BESIDE), date.start):
        return behind[1].casefold() not in YEARLY_EVENTS
    return NAMED_BY_YEAR.search(text, max(0, date.start - BESIDE), date.start) is not None


YEAR = re.compile(r"\d{4}")
BEHIND_YEAR = re.compile(r"\s((?!and\b|or\b|to\b|in\b|by\b|at\b|on\b|for\b|of\b|after\b)[A-Za-z]\w+)")
MAKE_LEADS = re.compile(r"\b(?:an?|the|this|that|its|his|her|their|our|my)\s$", re.IGNORECASE)
NAMED_BY_YEAR = re.compile(
    r"\b(?:[Vv]essel|[Ss]hip|[Ff]erry|[Tt]rawler|[Tt]anker|[Yy]acht|[Pp]roject)\s(?:[A-Z]\w+\s){1,3}$"
)
BESIDE = 80
"""Characters before a date in which a number that is compared with stands."""


def _only_names(source: Reading, date: Span, dates: list[Dated]) -> bool:
    """Whether a date only tells which thing is meant ("last week's vote"), beside another in its sentence."""
    if not _is_genitive(source, date):
        return False
    sentence = source.found.sentences[sentence_indexes(source, date)[0]].span
    others = (one.span for one in dates if sentence.holds(one.span) and one.span != date)
    return any(not _is_genitive(source, other) for other in others)


def _is_genitive(source: Reading, date: Span) -> bool:
    return source.text.startswith(("'s", "’s"), date.end) or date.of(source.text).endswith(("'s", "’s"))


def _told_once(source: Reading, rows: list[_Row], voices: tuple[Voice, ...]) -> list[Event]:
    """The events that are told: of one clause those with a verb of their own."""
    dated_claims = {row.event.claim for row in rows if not row.saying}
    plain = {voice.id for voice in voices if voice.found.stance == "asserted"}
    told: list[_Row] = []
    last: dict[str, Span] = {}
    for row in rows:
        claim, text = row.event.claim, row.event.line.text
        if row.saying and claim in dated_claims & plain:
            continue
        before = last.get(text)
        if before is None or _has_its_own_verb(source, before, row.span):
            told.append(row)
            last[text] = row.span
    return [row.event for row in told]


def _has_its_own_verb(source: Reading, before: Span, date: Span) -> bool:
    between = Span(before.end, date.start)
    return between.length > LONG or has_verb(between.of(source.text))


def _is_of_text(source: Reading, date: Span) -> bool:
    """Whether a date stands in a sentence of the body that says more than the date; not in a dateline."""
    indexes = sentence_indexes(source, date)
    if not indexes:
        return False
    sentence = source.found.sentences[indexes[0]]
    block = source.found.document.blocks[sentence.block]
    body = block.kind in ("paragraph", "item") and not _only_dates(source, sentence.span)
    return body and not _is_formal(source, block.span, date) and _says_enough(source, sentence.span, date)


def _only_dates(source: Reading, sentence: Span) -> bool:
    """Whether a sentence has nothing but dates, names and words between: "OSLO, Tuesday 2 May at 7 pm."."""
    if sentence.length > FORMAL:
        return False
    rest = start = sentence.start
    words = ""
    for date in within(source.found.dates, sentence):
        words += source.text[rest : max(rest, date.span.start)]
        rest = max(rest, date.span.end)
    words += source.text[rest : sentence.end]
    between = (word for word in WORD.findall(words) if word.casefold() not in TEMPORAL)
    return rest > start and all(word[0].isupper() for word in between)


def _is_formal(source: Reading, block: Span, date: Span) -> bool:
    """Whether a date stands in a dateline or in the head of a letter: it tells of no event."""
    text = source.text
    if heads_letter(source, block):
        return True
    if date.start - block.start > FORMAL:
        return False
    before, behind = text[block.start : date.start], text[date.end : date.end + FORMAL]
    if not any(dash in behind for dash in DASHES):
        return False
    return re.match(DATELINE, before) is not None and re.match(DATELINE_END, behind) is not None


def _row(
    source: Reading,
    date: Dated,
    voices: tuple[Voice, ...],
    lines: Mapping[str, Line],
    statuses: Mapping[str, Status],
) -> _Row | None:
    """What the clause with the date tells, and who says so, if it is told inside a claim.

    What somebody declines to speak of is told by nobody; what somebody denies is told with the denial.
    """
    told = speaking(voices, date.span)
    if told is None:
        asked = is_of_another(source, sentence_indexes(source, date.span)[0])
        return None if asked else _outside(source, date, voices, lines, statuses)
    if told.found.stance == "declined":
        return None
    clause = clause_of(source, date.span, content_span(told.found))
    whole = is_reply(told) or not _stands_alone(source, clause, told)
    if not is_reply(told) and _breaks_off(source, clause):
        line = passage(source, _wide(source, date.span), date.span)
    else:
        line = _whole(source, told, date.span, lines) if whole else passage(source, clause, date.span)
    return _Row(
        Event("", date.when, line, told.speaker, statuses[told.id], line.evidence, told.id), date.span
    )


def _whole(source: Reading, told: Voice, date: Span, lines: Mapping[str, Line]) -> Line:
    """All of a claim; of one of several sentences that which holds the date, if no denial is cut by that."""
    content = next((one for one in told.found.content if one.holds(date)), None)
    sentence = source.found.sentences[sentence_indexes(source, date)[0]].span
    first = sentence.start <= min(told.found.content).start
    cuts = is_reply(told) and (first or not told.found.quoted)
    if cuts or content is None or sentence.holds(cover(told.found.content)):
        return lines[told.id]
    start, end = max(content.start, sentence.start), min(content.end, sentence.end)
    while start < date.start and source.text[start] in MARKS:
        start += 1
    while end > date.end and source.text[end - 1] in MARKS:
        end -= 1
    part = Span(start, end)
    return cut(source, (part,)) if part.length <= LONGEST else passage(source, part, date)


MARKS = '"“”«» '
"""Quotation marks, which a sentence taken out of a longer quotation would leave open."""


def _outside(
    source: Reading,
    date: Dated,
    voices: tuple[Voice, ...],
    lines: Mapping[str, Line],
    statuses: Mapping[str, Status],
) -> _Row | None:
    """What a date outside of all that is claimed dates: something said beside it, the saying, a sentence."""
    aside = _aside(source, date.span)
    if aside is not None:
        return _Row(Event("", date.when, aside, None, "reported", aside.evidence), date.span)
    act = saying(voices, date.span, lines)
    act = None if act is not None and _told_beside(source, act, date.span) else act
    main = None if act is None else _before_saying(source, act, date.span)
    if act is not None and main is None:
        line = lines[act.id]
        event = Event(
            id="",
            when=date.when,
            line=line,
            speaker=act.speaker,
            status=statuses[act.id],
            evidence=line.evidence,
            claim=act.id,
            said=_only_tells(source, act, date.span),
        )
        return _Row(event, date.span, saying=True)
    clause = main or clause_of(source, date.span)
    if _tells_nothing(source, clause, date.span):
        return None
    line = passage(source, clause, date.span)
    return _Row(Event("", date.when, line, None, "reported", line.evidence), date.span)


def _tells_nothing(source: Reading, clause: Span, date: Span) -> bool:
    """Whether a clause only says that something was said that day: "this paper reported on 12 November"."""
    text = source.text
    before = re.sub(r"\b(?:on|in|of|at|for)\s*$", "", text[clause.start : max(clause.start, date.start)])
    words = f"{before} {text[date.end : max(date.end, clause.end)]}"
    told = re.search(rf"{TELLING}(?<!ing)\W*$", words, re.IGNORECASE)
    return told is not None and clause.length <= LONG_SAYING


LONG_SAYING = 100
"""Characters of a clause that only says who said something when, at most."""


def _only_tells(source: Reading, act: Voice, date: Span) -> bool:
    """Whether who speaks only tells of something, which may be of another day.

    To announce it is a deed; and in "released photos in May, showing that …" the release is dated.
    """
    telling = (cue for cue in act.found.cue if re.search(TELLING, cue.of(source.text), re.IGNORECASE))
    return any(date.start > cue.start or not cue.of(source.text).endswith("ing") for cue in telling)


def _told_beside(source: Reading, act: Voice, date: Span) -> bool:
    """Whether what is said stands in a clause with "who" that the date is no part of.

    "Ruiz, who denied that he knew, resigned on Friday" tells of a resignation.
    """
    cue = min(act.found.cue, default=None)
    clause = None if cue is None else _innermost(source, cue)
    opening = clause.of(source.text)[:10].split() if clause is not None else []
    return clause is not None and opening[:1] in (["who"], ["which"]) and not clause.holds(date)


def _before_saying(source: Reading, act: Voice, date: Span) -> Span | None:
    """What a source tells before a ", saying …" that hangs on it, if the date stands there."""
    cue = min(act.found.cue, default=None)
    if cue is None or not cue.of(source.text).endswith("ing") or cue.start < date.end:
        return None
    before = source.text[cue.start - 2 : cue.start]
    clause = _innermost(source, date) or _wide(source, date)
    start = clause.start
    return Span(start, cue.start - 2) if before == ", " and start < cue.start - 2 else None


def _aside(source: Reading, date: Span) -> Line | None:
    """A name and what a clause with "who" tells of it: "Lee, who took office in 2021," of "Lee"."""
    clause = _innermost(source, date)
    opening = clause.of(source.text)[:10].split() if clause is not None else []
    if clause is None or not opening or opening[0].casefold() != "who":
        return None
    before = Span(max(0, clause.start - LONG), clause.start)
    bare = len(before.of(source.text).rstrip(" ,")) + before.start
    names = [name.span for name in within(source.names, before) if name.span.end == bare]
    if not names:
        return None
    told = Span(clause.start + len(opening[0]) + 1, clause.end)
    return cut(source, (min(names), told))


def _innermost(source: Reading, span: Span) -> Span | None:
    """The shortest clause that holds `span`."""
    clauses = spans_before(source.found.clauses, _wide(source, span), span.start)
    holding = [one for one in clauses if one.holds(span)]
    return min(holding, key=lambda one: one.length, default=None)


def _stands_alone(source: Reading, clause: Span, told: Voice) -> bool:
    """Whether a clause of a claim can be read by itself: it has a subject that says whom it means."""
    words = clause.of(source.text)
    near = Span(clause.start, clause.start + OPENED)
    starts = {one.start for one in spans_before(source.found.clauses, _wide(source, clause), near.end)}
    if clause.start > content_span(told.found).start and clause.start in starts:
        return not opens_with_pronoun(words)
    inside = [one for one in starts if clause.start <= one <= clause.start + OPENED]
    if not inside:
        return opens_as_clause(words) and not opens_with_pronoun(words)
    return not opens_with_pronoun(source.text[max(inside) : clause.end])


OPENED = 6
"""Characters that "that" and a quotation mark take up before a clause."""


def clause_of(source: Reading, span: Span, inside: Span | None = None) -> Span:
    """The shortest run of whole clauses around `span` that says something, within its sentence."""
    sentence = source.found.sentences[sentence_indexes(source, span)[0]].span
    if inside is not None:
        sentence = Span(max(sentence.start, inside.start), min(sentence.end, inside.end))
    clauses = spans_before(source.found.clauses, _wide(source, span), span.start)
    clipped = [_clipped(one, sentence) for one in clauses]
    holding = [
        one
        for one in clipped
        if one.holds(span) and _says_enough(source, one, span) and not _breaks_off(source, one)
    ]
    if holding:
        return min(holding, key=lambda one: one.length)
    return sentence


def _wide(source: Reading, span: Span) -> Span:
    """The sentence around `span`."""
    return cover(source.found.sentences[index].span for index in sentence_indexes(source, span))


def _clipped(one: Span, limits: Span) -> Span:
    return Span(max(one.start, limits.start), max(max(one.start, limits.start), min(one.end, limits.end)))


def _breaks_off(source: Reading, clause: Span) -> bool:
    """Whether a clause is cut from its verb, or in a measure of time: "twenty minutes" after the alarm."""
    following = WORD.search(source.text, clause.end, clause.end + FOLLOWING)
    if following is None:
        return False
    between = source.text[clause.end : following.start()]
    if between == ", " and following.group().casefold() in FINITE_AUXILIARIES:
        return True
    if following.group().casefold() not in ("after", "before"):
        return False
    last = source.text[max(clause.start, clause.end - LONGEST_UNIT) : clause.end].split()
    return bool(last) and last[-1].casefold() in TIME_UNITS


def _says_enough(source: Reading, clause: Span, date: Span) -> bool:
    """Whether a clause tells something by itself, apart from the date or number at `date`."""
    opening = Span(clause.start, min(clause.end, clause.start + LONG)).of(source.text).split()
    if not opening or opening[0].casefold() in DEPENDENT:
        return False
    if clause.length - date.length > LONG:
        return True
    return len(opening) - len(date.of(source.text).split()) >= SHORT
