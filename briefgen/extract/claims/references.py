"""Tie a speaker to an entity and, where it is a pronoun or a short form, to the fuller words before it."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from briefgen.language.english import pronouns
from briefgen.model.annotation import Entity
from briefgen.model.span import Span

NEAR = 1500
"""Code points within which a pronoun's antecedent counts as sure."""
KEPT = 12
"""Speakers that are remembered for a pronoun: one further back is not what a reader would think of."""


class Known(msgspec.Struct, frozen=True):
    """A speaker met before."""

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


class Reference(msgspec.Struct, frozen=True):
    """What a speaker's words stand for."""

    entity: int | None = None
    stands_for: Span | None = None
    certain: bool = True


class Mentions(msgspec.Struct, frozen=True):
    """Every mention of every entity, by place."""

    spans: list[Span]
    owners: list[int]
    entities: Sequence[Entity]


def index_mentions(entities: Sequence[Entity]) -> Mentions:
    """The mentions of `entities` in the order of the text."""
    pairs = sorted((mention, owner) for owner, entity in enumerate(entities) for mention in entity.mentions)
    return Mentions([span for span, _ in pairs], [owner for _, owner in pairs], entities)


def resolve(text: str, speaker: Span, mentions: Mentions, known: list[Known]) -> Reference:
    """What `speaker` stands for, given the speakers before it, the last one last."""
    words = speaker.of(text).lower().replace("’", "'")
    if words in pronouns.SINGULAR:
        fit = [one for one in known if not one.plural]
        return by_pronoun(speaker, mentions, fit, True, pronouns.GENDERS[words])
    if words in pronouns.PLURAL:
        return by_pronoun(speaker, mentions, [one for one in known if one.plural or not one.person], False)
    if words in pronouns.RELATIVE:
        return Reference(*before_relative(text, speaker, mentions))
    named = named_entity(text, speaker, mentions)
    if named is not None:
        return Reference(named, fuller(speaker, named, mentions))
    return by_head(text, words, speaker, known)


def by_pronoun(
    speaker: Span, mentions: Mentions, known: list[Known], person: bool, gender: str = ""
) -> Reference:
    """The last speaker that a pronoun can mean, or else the person named last before it."""
    fit = [one for one in known if one.person or not person or (one.entity is None and one.named)]
    fit = [one for one in fit if not gender or one.gender in {"", gender}]
    last_person = person_before(speaker.start, mentions, gender) if person else None
    if fit:
        chosen = fit[-1]
        rival = (
            last_person is not None
            and last_person[0] != chosen.entity
            and last_person[1].start > chosen.span.end
        )
        near = speaker.start - chosen.span.end <= NEAR
        return Reference(chosen.entity, chosen.span, near and not rival)
    if last_person is not None:
        return Reference(last_person[0], last_person[1], False)
    return Reference(certain=False)


def person_before(start: int, mentions: Mentions, gender: str) -> tuple[int, Span] | None:
    """The person named last before `start`, among the ten names before it, who can be of `gender`."""
    at = bisect_left(mentions.spans, Span(start, start))
    for index in range(at - 1, max(-1, at - 11), -1):
        owner = mentions.owners[index]
        entity = mentions.entities[owner]
        if entity.kind == "person" and gender_of(entity.name) in {"", gender}:
            return owner, mentions.spans[index]
    return None


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


def before_relative(text: str, speaker: Span, mentions: Mentions) -> tuple[int | None, Span | None]:
    """The name right before "who", if one stands there."""
    at = bisect_left(mentions.spans, speaker) - 1
    if at >= 0 and not text[mentions.spans[at].end : speaker.start].strip(" ,"):
        return mentions.owners[at], mentions.spans[at]
    return None, None


def named_entity(text: str, speaker: Span, mentions: Mentions) -> int | None:
    """The entity that the speaker's phrase is about: a person named in it, or the name that ends it."""
    comma = text.find(",", speaker.start, speaker.end)
    end = comma if comma > speaker.start else speaker.end
    at = bisect_left(mentions.spans, Span(speaker.start, speaker.start))
    last: int | None = None
    while at < len(mentions.spans) and mentions.spans[at].start < end:
        span, owner = mentions.spans[at], mentions.owners[at]
        if span.end <= speaker.end:
            if mentions.entities[owner].kind == "person" and text[span.end : span.end + 2] not in {
                "'s",
                "’s",
            }:
                return owner
            last = owner if span.end >= end else last
        at += 1
    return last


def fuller(speaker: Span, entity: int, mentions: Mentions) -> Span | None:
    """The first mention of an entity where it stands before the speaker and is longer than the name there."""
    first = mentions.entities[entity].mentions[0]
    if first.end > speaker.start:
        return None
    inside = [span for span in mentions.entities[entity].mentions[:200] if speaker.holds(span)]
    return first if inside and first.length > inside[0].length else None


def by_head(text: str, words: str, speaker: Span, known: list[Known]) -> Reference:
    """The earlier speaker that "the official" takes up: the last one whose phrase has the same head."""
    if not words.startswith(("the ", "that ", "this ", "these ", "those ")):
        return Reference()
    head = head_of(words)
    fit = [one for one in known if one.head == head and one.span.length > 0]
    if not fit:
        return Reference()
    chosen = fit[-1]
    same = chosen.span.of(text).lower() == words
    return Reference(
        chosen.entity, None if same else chosen.span, len({one.span.of(text) for one in fit}) == 1
    )


def head_of(words: str) -> str:
    """The last word of a noun phrase, what follows a comma or a preposition left out."""
    phrase = words.split(",")[0]
    for link in pronouns.LINKS:
        phrase = phrase.split(link)[0]
    parts = phrase.split()
    return parts[-1] if parts else ""


def remember(text: str, speaker: Span, reference: Reference, mentions: Mentions, known: list[Known]) -> None:
    """Add a speaker to those that a later pronoun may mean; a pronoun moves its antecedent to the end."""
    words = speaker.of(text).lower()
    span = speaker
    if words in pronouns.SINGULAR | pronouns.PLURAL | pronouns.RELATIVE:
        if reference.stands_for is None:
            return
        span = reference.stands_for
    entity = reference.entity
    kind = mentions.entities[entity].kind if entity is not None else None
    head = head_of(span.of(text).lower())
    plural = kind is None and (
        (head.endswith("s") and not head.endswith(("ss", "'s"))) or head in pronouns.PLURAL_NOUNS
    )
    person = kind == "person" or (kind is None and not plural and head in pronouns.PERSON_NOUNS)
    last = span.of(text).split(",")[0].rsplit(None, 1)[-1]
    gender = gender_of(mentions.entities[entity].name) if entity is not None and kind == "person" else ""
    gender = gender or gender_of(span.of(text))
    known.append(Known(span, head, plural, person, last[:1].isupper(), entity, gender))
    del known[:-KEPT]
