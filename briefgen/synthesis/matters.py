"""What a claim is about, in words that can be compared: endings off, words of one family as one."""

import re
from functools import cache, lru_cache

from briefgen.language.english.families import (
    AFTER_CORE,
    ASIDE,
    EMPTY,
    ENTERING,
    FAMILIES,
    OWN_GROUND,
    OWN_SUBJECT,
    OWNERS,
    PERSONAL,
)
from briefgen.language.english.function_words import MONTHS, WEEKDAYS
from briefgen.language.english.verbs import IRREGULAR_VERBS
from briefgen.model.span import Span
from briefgen.synthesis.reading import named_in, within
from briefgen.synthesis.similarity import WORD, terms
from briefgen.synthesis.voices import Voice

LEAST = 2
"""Words, names apart, that two statements of one matter share at least."""

OVER = 1
"""Words of a statement that the other, which says no more, may lack: "crossed the river", "had crossed"."""

REMEMBERED = 1024
SHORTEST = 3
"""Letters of the shortest stem that is left when an ending is taken off."""


def same_matter(reply: Voice, claim: Voice, together: bool = False) -> bool:
    """Whether one of two statements says all that the other says, and nothing in them parts them.

    Where they stand `together`, it is enough that who does what is the same. Names of people and places
    do not count as words shared; days, places and owners must not differ.
    """
    ground = any(_speaks_of_own_ground(voice) for voice in (reply, claim))
    ours, theirs = matter(reply, ground), matter(claim, ground)
    held = ours <= theirs or (theirs <= ours and len(ours - theirs) <= OVER)
    if len(ours & theirs) < LEAST or not (held or (together and _cores_meet(reply, claim))):
        return False
    if ground and not (_names_ground(reply, claim) and _names_ground(claim, reply)):
        return False
    return _names_doer(reply, claim) and not apart(reply, claim)


def _cores_meet(one: Voice, other: Voice) -> bool:
    """Whether two statements begin with the same two words of meaning: who, and what they did or bore."""
    ours, theirs = _core(one), _core(other)
    return len(ours) == LEAST and ours == theirs


def _core(voice: Voice) -> frozenset[str]:
    """What a statement says before its first preposition: "workers died" of "workers died in the leak"."""
    source, span = voice.source, voice.found.content[0]
    before = re.split(AFTER_CORE, span.of(source.text), maxsplit=1, flags=re.IGNORECASE)[0]
    names = (name.span for name in within(source.names, Span(span.start, span.start + len(before))))
    places = [Span(one.start - span.start, one.end - span.start) for one in names]
    return _concepts(_blanked(before, places), False)


def apart(one: Voice, other: Voice) -> bool:
    """Whether two statements speak of different days or places, or of what different sides own."""
    days, others = _days(one), _days(other)
    met = any(first <= until and since <= last for first, last in days for since, until in others)
    if _differ(_places(one), _places(other)) or _differ(_weekdays(one), _weekdays(other)):
        return True
    if days and others and not met:
        return True
    shared = matter(one, False) & matter(other, False)
    ours, theirs = _owners(one, shared), _owners(other, shared)
    return _differ(ours, theirs) or (SOMEBODY in ours) != (SOMEBODY in theirs)


def main_clause(voice: Voice) -> tuple[Span, ...]:
    """Where the words stand that are claimed, up to a comma and the circumstances ("…, hours after …")."""
    spans: list[Span] = []
    for span in voice.found.content:
        aside = re.search(ASIDE, span.of(voice.source.text), re.IGNORECASE)
        if aside is not None:
            return (*spans, Span(span.start, span.start + aside.start()))
        spans.append(span)
    return tuple(spans)


def numbers(voice: Voice) -> frozenset[float]:
    """The numbers in what is claimed."""
    found = voice.source.found.quantities
    return frozenset(one.value for span in main_clause(voice) for one in within(found, span))


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _days(voice: Voice) -> tuple[tuple[str, str], ...]:
    """First and last day of each date in what is claimed."""
    found = (date for span in main_clause(voice) for date in within(voice.source.found.dates, span))
    return tuple((date.earliest[:10], (date.latest or date.earliest)[:10]) for date in found if date.earliest)


def _weekdays(voice: Voice) -> frozenset[str]:
    """The days of the week in what is claimed, which tell days apart also where no date is known."""
    return frozenset(word for word in WORD.findall(voice.words.casefold()) if word in WEEKDAYS)


def _places(voice: Voice) -> frozenset[str]:
    """Indexes of the places that are named in what is claimed, and not only by their adjective."""
    entities = voice.source.found.entities
    return frozenset(
        str(name.entity)
        for span in main_clause(voice)
        for name in within(voice.source.names, span)
        if entities[name.entity].kind in ("place", "country") and name.span in entities[name.entity].mentions
    )


def _owners(voice: Voice, shared: frozenset[str]) -> frozenset[str]:
    """Whose the things are that two statements share ("Estrian troops", "our ships"), by their names."""
    text = voice.source.text
    found: set[str] = set()
    for span in main_clause(voice):
        names = {name.span.end: name.entity for name in within(voice.source.names, span)}
        last = Span(span.start, span.start)
        for match in WORD.finditer(text, span.start, span.end):
            concepts = _concepts(match.group(), False)
            if concepts and concepts <= shared:
                found |= _owner(voice, last, names.get(last.end))
            if match.group() not in ("s", "own") or last.end == span.start:
                last = Span(*match.span())
    return frozenset(found)


def _owner(voice: Voice, word: Span, entity: int | None) -> frozenset[str]:
    """Whose something is by the word before it: a name, or "our" and "its" of the one who speaks."""
    words = word.of(voice.source.text)
    if words.casefold() in OWNERS:
        return _speaking_for(voice) | ({SOMEBODY} if words.casefold() in PERSONAL else set())
    opens = not voice.source.text[max(0, word.start - 2) : word.start].strip().isalnum()
    named = {words[:PREFIX].casefold()} if words[:1].isupper() and not opens else set()
    return frozenset(named | ({str(entity)} if entity is not None else set()))


SOMEBODY = "his"
"""Stands for an owner who is one person: "her school" is another one than "the school"."""

PREFIX = 5
"""Letters of a name by which it is known again in an adjective made of it ("Estria", "Estrian")."""


def _speaking_for(voice: Voice) -> frozenset[str]:
    """Whom a speaker is or speaks for ("Varland" of "the Varland ministry"), as `_owner` has it."""
    spans = voice.found.speaker if voice.found.stands_for is None else (voice.found.stands_for,)
    own = frozenset() if voice.found.entity is None else frozenset({voice.found.entity})
    words = (word for span in spans for word in WORD.findall(span.of(voice.source.text)))
    called = {word[:PREFIX].casefold() for word in words if word[:1].isupper() and word != "The"}
    return frozenset(called | {str(index) for index in named_in(voice.source, spans) | own})


def _speaks_of_own_ground(voice: Voice) -> bool:
    return re.search(OWN_GROUND, voice.words, re.IGNORECASE) is not None


def _names_doer(one: Voice, other: Voice) -> bool:
    """Whether the other names the first speaker, where that one speaks of "we" or "it" as the doer."""
    if not re.match(OWN_SUBJECT, one.words, re.IGNORECASE):
        return True
    called = {family for word in terms(one.speaker.label) for family in _concepts(word, False)}
    return bool(called & _concepts(other.words, False)) or _is_named(one, other)


def _names_ground(one: Voice, other: Voice) -> bool:
    """Whether what the first speaker calls their own country is named by the other, if it is spoken of."""
    if not _speaks_of_own_ground(one):
        return True
    return _is_named(one, other)


def _is_named(one: Voice, other: Voice) -> bool:
    """Whether what somebody says names another speaker, or whom that one speaks for."""
    named = {str(index) for index in named_in(other.source, other.found.content)}
    words = {word[:PREFIX].casefold() for word in WORD.findall(other.words) if word[:1].isupper()}
    return bool(_speaking_for(one) & (named | words))


def matter(voice: Voice, ground: bool) -> frozenset[str]:
    """The words of meaning of what is claimed, without names, days and numbers.

    `ground` is whether a border is crossed, so that leaving one country is to enter another.
    """
    source = voice.source
    found: set[str] = set()
    for span in main_clause(voice):
        names = (name.span for name in within(source.names, span))
        words = _blanked(
            span.of(source.text), [Span(one.start - span.start, one.end - span.start) for one in names]
        )
        found |= _concepts(words, ground)
    return frozenset(found)


def _blanked(words: str, places: list[Span]) -> str:
    """`words` with spaces in `places`."""
    for place in places:
        words = words[: place.start] + " " * place.length + words[place.end :]
    return words


@lru_cache(maxsize=REMEMBERED)
def _concepts(words: str, ground: bool) -> frozenset[str]:
    """The words of meaning, endings off, each word of a family as the first of its family."""
    said = re.sub(OWN_GROUND, " ", words, flags=re.IGNORECASE) if ground else words
    plain = (word for word in terms(said) if not word[0].isdigit() and word not in NO_MATTER)
    families = _families()
    stems = (stemmed(word) for word in plain)
    return frozenset(
        CROSSING if ground and stem in _entries() else families.get(stem, stem) for stem in stems
    )


CROSSING = "cross"
NO_MATTER = EMPTY | WEEKDAYS | MONTHS


def stemmed(word: str) -> str:
    """A word without the endings of its verb: "moving", "moved" and "move" are one."""
    base = _irregular().get(word, word)
    for ending in ("ing", "ed", "e"):
        if base.endswith(ending) and len(base) - len(ending) >= SHORTEST:
            base = base[: -len(ending)]
            doubled = base[-1] == base[-2] and base[-1] not in "lsz" and ending != "e"
            return base[:-1] if doubled and len(base) > SHORTEST else base
    return base


def family(word: str) -> str:
    """The first word of the family of `word`, endings off; `word` without its endings where it has none."""
    stem = stemmed(word)
    return _families().get(stem, stem)


@cache
def _irregular() -> dict[str, str]:
    """Past forms of irregular verbs to their base form."""
    forms = [line.split() for line in IRREGULAR_VERBS.split("\n") if line]
    return {form: base for base, *others in forms for form in others}


@cache
def _entries() -> frozenset[str]:
    """The stems of the words for crossing a border."""
    return frozenset(stemmed(word) for word in ENTERING)


@cache
def _families() -> dict[str, str]:
    """The stem of each word of a family to that of its first word."""
    table: dict[str, str] = {}
    for line in FAMILIES.strip().split("\n"):
        first, *others = (stemmed(word) for word in line.split())
        table.update(dict.fromkeys((first, *others), first))
    return table
