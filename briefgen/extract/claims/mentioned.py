"""Look up who is named where: the entity of a phrase, its gender, the people named before a place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from briefgen.language.english import pronouns
from briefgen.language.english.bodies import BODIES
from briefgen.language.english.cues import DOCUMENT_NOUNS
from briefgen.language.english.dating import LETTER_FIELDS
from briefgen.language.english.function_words import DETERMINERS
from briefgen.model.annotation import Entity
from briefgen.model.span import Span

LOOK_BACK = 10
"""Names before a pronoun among which somebody it can mean is looked for."""
ALONE = 600
"""Code points before a pronoun in which somebody must be the only one it can mean."""


class Mentions(msgspec.Struct, frozen=True):
    """Every mention of every entity, by place."""

    spans: list[Span]
    owners: list[int]
    entities: Sequence[Entity]
    genders: dict[int, str]
    """What the text has told of an entity's gender so far."""
    surnames: dict[str, int | None]
    """The person whose surname it is; none where two people share it."""
    bearers: dict[str, list[int]]
    """The organisations whose names hold a word like "ministry"."""
    called: dict[str, list[tuple[int, Span, frozenset[str]]]]
    """Who is called what beside the name, by the last word of it; empty until it is asked for."""


def index_mentions(entities: Sequence[Entity]) -> Mentions:
    """The mentions of `entities` in the order of the text."""
    pairs = sorted((mention, owner) for owner, entity in enumerate(entities) for mention in entity.mentions)
    surnames: dict[str, int | None] = {}
    bearers: dict[str, list[int]] = {}
    for owner, entity in enumerate(entities):
        parts = entity.name.split()
        if entity.kind == "person" and len(parts) > 1:
            surnames[parts[-1]] = None if parts[-1] in surnames else owner
        if entity.kind == "organisation":
            for word in sorted(BODIES.intersection(entity.name.lower().split())):
                bearers.setdefault(word, []).append(owner)
    spans = [span for span, _ in pairs]
    return Mentions(spans, [owner for _, owner in pairs], entities, {}, surnames, bearers, {})


def described(text: str, mentions: Mentions) -> dict[str, list[tuple[int, Span, frozenset[str]]]]:
    """People and organisations by what the text calls them beside the name: the last word of it.

    Each with the name there and with all the words.
    """
    if not mentions.called:
        mentions.called[""] = []
        for span, owner in zip(mentions.spans, mentions.owners, strict=True):
            if mentions.entities[owner].kind in {"person", "organisation"}:
                for words in words_beside(text, span):
                    add_description(mentions, owner, span, words)
        for owner, entity in enumerate(mentions.entities):
            for role in entity.roles:
                before = text[max(0, role.start - LONGEST_APPOSITION) : role.start].split()[-2:]
                words = " ".join((*before, role.of(text))).lower()
                add_description(mentions, owner, beside(entity, role), words)
    return mentions.called


def add_description(mentions: Mentions, owner: int, span: Span, words: str) -> None:
    """Note what somebody is called at a place."""
    if head_of(words):
        mentions.called.setdefault(head_of(words), []).append((owner, span, frozenset(words.split())))


def beside(entity: Entity, role: Span) -> Span:
    """The mention of an entity that a role of it stands beside."""
    near = (one for one in entity.mentions if one.end >= role.start - LONGEST_APPOSITION)
    return next(near, entity.mentions[0])


def words_beside(text: str, span: Span) -> Iterator[str]:
    """What somebody is called in commas after the name, or right before it, in lower case."""
    after = re.match(APPOSED_AFTER, text[span.end : span.end + LONGEST_APPOSITION])
    if after is not None:
        yield re.split(GOES_ON_AFTER, after[1].lower())[0]
    before = re.search(APPOSED_BEFORE, text[max(0, span.start - LONGEST_APPOSITION) : span.start])
    if before is not None:
        yield next(words for words in before.groups() if words).lower()


GOES_ON_AFTER = r"\s(?:based|called|named|owned|run|founded|born|living|working|which|that|whose)\b"
"""What ends the core of a description ("a ferry company based in Tarma")."""
LONGEST_APPOSITION = 80
"""Code points of what stands beside a name, at most."""
APPOSED_AFTER = r",\s+(?:the|an?|another|its|their|his|her)\s+([^,.;:()\"“”\n]{1,60})(?=[,.;:\n])"
APPOSED_BEFORE = (
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er)\s((?:[\w’'-]+\s){0,3}?[a-z-]+),\s$"
    r"|(?:^|\s)[Tt]he\s((?:[\w’'-]+\s){0,2}?[a-z-]+)\s$"
    r"|(?:^|[.,\n]\s*)((?:[A-Z][\w-]*\s)?[a-z-]+)\s$"
)


def surname_of(text: str, speaker: Span, mentions: Mentions) -> int | None:
    """The person named in full before whose surname alone stands at `speaker`, though it is also a word."""
    owner = mentions.surnames.get(speaker.of(text).split(",")[0])
    return owner if owner is not None and mentions.entities[owner].mentions[0].end <= speaker.start else None


def person_before(text: str, start: int, mentions: Mentions, gender: str) -> tuple[int, Span] | None:
    """The person named last before `start`, among the names right before it, who can be of `gender`."""
    at = bisect_left(mentions.spans, Span(start, start))
    for index in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
        owner = mentions.owners[index]
        person = mentions.entities[owner].kind == "person"
        if person and gender_of_entity(text, owner, mentions) in {"", gender}:
            return owner, mentions.spans[index]
    return None


def person_alone_before(text: str, start: int, mentions: Mentions, gender: str) -> tuple[int, Span] | None:
    """The person named before `start`, if nobody else is named there who can be of `gender`."""
    last = person_before(text, start, mentions, gender)
    if last is None or start - last[1].end > ALONE:
        return None
    at = bisect_left(mentions.spans, Span(start, start))
    for index in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
        owner = mentions.owners[index]
        if mentions.entities[owner].kind != "person" or owner == last[0]:
            continue
        if heads_letter(text, mentions.spans[index].start):
            continue
        if start - mentions.spans[index].end <= ALONE and gender_of_entity(text, owner, mentions) in {
            "",
            gender,
        }:
            return None
    return last


def heads_letter(text: str, start: int) -> bool:
    """Whether what stands at `start` is a field of the head of a letter, where nobody is told of yet."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.split(" ", 1)[0].casefold() in LETTER_FIELDS


def gender_of(words: str) -> str:
    """`male` or `female` by the title, given name or noun in `words`; empty where they do not tell."""
    lower = words.lower()
    first = lower.split(None, 1)[0].strip(".,") if lower.strip() else ""
    head = head_of(lower)
    female = first in pronouns.FEMALE_NAMES or not pronouns.FEMALE_WORDS.isdisjoint((first, head))
    male = first in pronouns.MALE_NAMES or not pronouns.MALE_WORDS.isdisjoint((first, head))
    if female == male:
        return ""
    return "female" if female else "male"


def gender_of_entity(text: str, owner: int, mentions: Mentions) -> str:
    """`male` or `female` by a person's name, its roles, the title before it, or what was told before."""
    known = mentions.genders.get(owner)
    if known is None:
        entity = mentions.entities[owner]
        told = [entity.name, *(role.of(text) for role in entity.roles[:3])]
        told += [title_before(text, span) for span in entity.mentions[:3]]
        known = next((gender for words in told if (gender := gender_of(words))), "")
        mentions.genders[owner] = known
    return known


def title_before(text: str, mention: Span) -> str:
    """The word before a name ("Ms", "spokesman")."""
    parts = text[max(0, mention.start - 20) : mention.start].rstrip(" .").rsplit(None, 1)
    return parts[-1] if parts else ""


def named_entity(text: str, speaker: Span, mentions: Mentions) -> int | None:
    """The entity that a speaker's phrase names: as its head, or in the apposition after it.

    "A lawyer for Ana Ruiz", "a paper seen by Acme" name neither; "a spokesman for Acme" speaks for it.
    """
    comma = text.find(",", speaker.start, speaker.end)
    end = comma if comma > speaker.start else speaker.end
    core = Span(speaker.start, end)
    at = bisect_left(mentions.spans, Span(core.start, core.start))
    while at < len(mentions.spans) and mentions.spans[at].start < end:
        span, owner = mentions.spans[at], mentions.owners[at]
        if span.end <= end and names_head(text, core, span, mentions, mentions.entities[owner].kind):
            return owner
        at += 1
    if " nor " in core.of(text):
        return None
    return apposed_name(text, Span(end, speaker.end), mentions, at)


def outside_names(text: str, span: Span, mentions: Mentions) -> list[str]:
    """The words of `span` in lower case but for those inside names: the "of" of a body joins nothing here."""
    parts, start = [], span.start
    at = bisect_left(mentions.spans, Span(start, start))
    while at < len(mentions.spans) and mentions.spans[at].end <= span.end:
        parts.append(text[start : mentions.spans[at].start])
        start = max(start, mentions.spans[at].end)
        at += 1
    parts.append(text[start : span.end])
    return " ".join(parts).lower().replace(",", " ").split()


def names_head(text: str, core: Span, mention: Span, mentions: Mentions, kind: str) -> bool:
    """Whether a name in a phrase is what the phrase is about, or what it speaks for."""
    before = outside_names(text, Span(core.start, mention.start), mentions)
    after = text[mention.end : core.end].lower()
    if after.startswith(("'s", "’s", "' ", "’ ")) or not spoken_for(before, kind):
        return False
    if not {"and", "or", "nor"}.isdisjoint(before) and (
        kind != "person" or not DETERMINERS.isdisjoint(before)
    ):
        return False
    if kind == "person":
        return not after.strip(" .") or after.lstrip().startswith(PERSON_GOES_ON)
    issued = before[-1:] == ["by"] and after.startswith(ISSUED_ON)
    return not after.strip() or (kind == "organisation" and (issued or after.strip() in BODIES))


ISSUED_ON = (" of ", " on ", " in ", " among ", " last ", " this ", " and ", " that ", " after ")
"""What may follow who issued a document ("a poll by Acme of 800 adults", "released by Acme on Tuesday")."""

PERSON_GOES_ON = (
    *(f"{link} " for link in ("of", "in", "from", "at", "and", "&", "who", "with", "for", "on", "to")),
    *("(", "[", "himself", "herself", "jr", "sr", "both", "–", "—", "-", "'", '"', "“"),
)
"""What may follow a name in a phrase that it is the head of; before another noun it only describes that."""


def spoken_for(before: list[str], kind: str) -> bool:
    """Whether the words before a name leave it the head of the phrase, or what the head speaks for.

    A person speaks through a letter, and through no spokesman; a place speaks through nothing.
    """
    link = next((at for at in range(len(before) - 1, -1, -1) if before[at] in LINKS), None)
    if link is None:
        return True
    if kind in {"place", "country"} or "journal" in before[link:]:
        return False
    if before[link] == "by":
        made = link > 0 and before[link - 1] in MAKING | DOCUMENT_NOUNS
        return made and not DOCUMENT_NOUNS.isdisjoint(before[:link])
    voices = DOCUMENT_NOUNS if kind == "person" else VOICES
    return not voices.isdisjoint(before[:link])


LINKS = frozenset(
    "of for from in at by with to about on against between under within near into after over as".split()
)
"""Prepositions after which a name is not the head of the phrase."""
MAKING = frozenset(
    "conducted published released written issued compiled prepared produced commissioned out made".split()
)
"""Participles before "by" that tell who made a document."""
VOICES = DOCUMENT_NOUNS | frozenset(
    """
    spokesman spokeswoman spokesperson spokespeople representative representatives official officials officer
    officers source sources one both some
    """.split()
)
"""What speaks for the one that "for", "from", "of" or "at" ties to it."""


def apposed_name(text: str, rest: Span, mentions: Mentions, at: int) -> int | None:
    """The name in the apposition that opens `rest` ("the bid chairman, Lord Corby"); no place is one."""
    comma = text.find(",", rest.start + 1, rest.end)
    part = Span(min(rest.start + 1, rest.end), comma if comma > 0 else rest.end)
    while at < len(mentions.spans) and mentions.spans[at].end <= part.end:
        span, owner = mentions.spans[at], mentions.owners[at]
        kind = mentions.entities[owner].kind
        plain = (
            text[part.start : span.start].strip()[:1].isupper() or not text[part.start : span.start].strip()
        )
        if kind not in {"place", "country"} and plain and names_head(text, part, span, mentions, kind):
            return owner
        at += 1
    return None


class Known(msgspec.Struct, frozen=True):
    """Somebody a pronoun may stand for: a speaker, or whom a sentence is about."""

    span: Span
    head: str
    """The last word of its noun phrase, in lower case."""
    plural: bool
    person: bool
    named: bool
    """Whether the phrase ends with a name."""
    entity: int | None
    gender: str = ""
    """`male` or `female` where the words or the name tell."""
    at: int = 0
    """Where it was last spoken of."""
    certain: bool = True
    """Whether it is sure who that is."""


def known_as(text: str, span: Span, entity: int | None, at: int, mentions: Mentions) -> Known:
    """What a phrase tells of whom it stands for."""
    kind = mentions.entities[entity].kind if entity is not None else None
    head = head_of(span.of(text).lower())
    plural = kind is None and (
        (head.endswith("s") and not head.endswith(("ss", "'s"))) or head in pronouns.PLURAL_NOUNS
    )
    person = kind == "person" or (not plural and head in pronouns.PERSON_NOUNS)
    last = span.of(text).split(",")[0].rsplit(None, 1)[-1]
    gender = gender_of_entity(text, entity, mentions) if entity is not None and kind == "person" else ""
    gender = gender or gender_of(span.of(text))
    return Known(span, head, plural, person, last[:1].isupper(), entity, gender, at)


def are_two(text: str, span: Span, mentions: Mentions) -> bool:
    """Whether a phrase names two people that "and" joins."""
    at = bisect_left(mentions.spans, Span(span.start, span.start))
    first: int | None = None
    while at < len(mentions.spans) and mentions.spans[at].end <= span.end:
        owner = mentions.owners[at]
        if mentions.entities[owner].kind == "person":
            joined = first is not None and " and " in text[span.start : mentions.spans[at].start]
            if joined and owner != first:
                return True
            first = owner if first is None else first
        at += 1
    return False


def speaks_alone(one: Known) -> bool:
    """Whether somebody is one person, as far as the words tell."""
    return not one.plural and (one.person or (one.entity is None and one.named and one.head not in UNNAMED))


UNNAMED = (
    pronouns.PLURAL
    | pronouns.SINGULAR
    | frozenset(
        "i we you it one this that both all each several some many few most neither either another".split()
    )
)
"""Words for whoever speaks that are no name, though they open a sentence with a capital."""


def people_in(text: str, span: Span, mentions: Mentions) -> list[Known]:
    """The people named in a stretch of text, of whom it is not sure that a pronoun takes them up."""
    at = bisect_left(mentions.spans, Span(span.start, span.start))
    found: list[Known] = []
    while at < len(mentions.spans) and mentions.spans[at].end <= span.end and len(found) < LOOK_BACK:
        one, owner = mentions.spans[at], mentions.owners[at]
        if mentions.entities[owner].kind == "person":
            person = known_as(text, one, owner, one.start, mentions)
            found.append(msgspec.structs.replace(person, certain=False))
        at += 1
    return found


def is_body(one: Known, mentions: Mentions) -> bool:
    """Whether somebody is an institution, a country or a document, which "it" may stand for."""
    if one.plural or one.person:
        return False
    if one.entity is not None:
        return mentions.entities[one.entity].kind in {"organisation", "country", "place"}
    return one.head in BODIES | DOCUMENT_NOUNS


def head_of(words: str) -> str:
    """The last word of a noun phrase, what follows a comma or a preposition left out."""
    phrase = words.split(",")[0]
    for link in pronouns.LINKS:
        phrase = phrase.split(link)[0]
    parts = phrase.split()
    return parts[-1] if parts else ""
