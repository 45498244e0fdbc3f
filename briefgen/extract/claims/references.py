"""Tie a speaker to an entity and, where it is a pronoun or a short form, to the fuller words before it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

import msgspec

from briefgen.extract.claims.mentioned import (
    LOOK_BACK,
    UNNAMED,
    Known,
    Mentions,
    are_two,
    described,
    head_of,
    is_body,
    known_as,
    named_entity,
    people_in,
    person_alone_before,
    person_before,
    speaks_alone,
    surname_of,
)
from briefgen.extract.claims.subjects import Scene, is_quoted, sentence_at, subject_of
from briefgen.language.english import pronouns
from briefgen.language.english.bodies import BODIES
from briefgen.model.span import Span

NEAR = 1500
"""Code points within which a pronoun's antecedent counts as sure."""
KEPT = 12
"""Speakers that are remembered for a pronoun: one further back is not what a reader would think of."""
SENTENCES_BACK = 3
"""Sentences before its own whose speakers and subjects a pronoun may take up, quoted ones not counted."""
QUOTED_BACK = 12
"""Quoted sentences that may stand between, at most."""


class Reference(msgspec.Struct, frozen=True):
    """What a speaker's words stand for."""

    entity: int | None = None
    stands_for: Span | None = None
    certain: bool = True


def resolve(scene: Scene, speaker: Span, start: int, known: list[Known]) -> Reference:
    """What `speaker` stands for, given the speakers before it, the last one last.

    `start` is where its claim begins: what is said left of the speaker names nobody that a pronoun takes up.
    """
    words = speaker.of(scene.text).lower().replace("’", "'")
    words = pronouns.POSSESSIVE.get(words, words)
    if words in pronouns.SINGULAR:
        return by_pronoun(scene, speaker, start, known, pronouns.GENDERS[words])
    if words in pronouns.PLURAL:
        fits = meant_by_they(scene.mentions)
        return by_own_subject(scene, speaker, start, known, fits) or by_nearest(
            scene, speaker, start, known, fits
        )
    if words == "it":
        return by_own_subject(scene, speaker, start, known, is_institution(scene.mentions)) or by_it(
            scene, speaker, start, known
        )
    if words in pronouns.RELATIVE:
        return Reference(*before_relative(scene.text, speaker, scene.mentions))
    named = named_entity(scene.text, speaker, scene.mentions)
    if named is None:
        named = surname_of(scene.text, speaker, scene.mentions)
    if named is not None:
        return Reference(named, fuller(speaker, named, scene.mentions))
    return by_head(scene, words, speaker, start, known)


def meant_by_they(mentions: Mentions) -> Callable[[Known], bool]:
    """Whether "they" can stand for somebody: several people, or an institution."""
    return lambda one: one.plural or is_body(one, mentions)


def is_institution(mentions: Mentions) -> Callable[[Known], bool]:
    """Whether "it" can stand for somebody that speaks: an organisation, or what is called so."""
    return lambda one: (
        not one.person
        and not one.plural
        and (is_organisation(one, mentions) or (one.entity is None and one.head in BODIES | FIRMS))
    )


def by_own_subject(
    scene: Scene, speaker: Span, start: int, known: list[Known], fits: Callable[[Known], bool]
) -> Reference | None:
    """Whom what is said before its speaker is about: "The company expects losses, it said".

    None where that can be nobody who speaks.
    """
    if start >= speaker.start:
        return None
    subject = subject_of(scene, sentence_at(scene, start))
    if subject is None or not start <= subject.span.start < subject.span.end <= speaker.start:
        return None
    if not fits(subject):
        return None
    if subject.entity is not None:
        return Reference(subject.entity, subject.span)
    taken_up = by_head(scene, subject.span.of(scene.text).lower(), subject.span, start, known)
    return Reference(taken_up.entity, taken_up.stands_for or subject.span, taken_up.certain)


def by_nearest(
    scene: Scene, speaker: Span, start: int, known: list[Known], fits: Callable[[Known], bool]
) -> Reference:
    """The nearest speaker or subject that "they" or "it" can mean."""
    if was_asked(scene, start):
        return Reference(certain=False)
    chosen = next((one for one in nearest(scene, start, known) if fits(one)), None)
    if chosen is None:
        chosen = next((one for one in reversed(known) if fits(one) and start - one.at <= NEAR), None)
    if chosen is None:
        return Reference(certain=False)
    before = sentence_at(scene, start) - sentence_at(scene, chosen.at)
    return Reference(chosen.entity, chosen.span, before <= 1)


def by_it(scene: Scene, speaker: Span, start: int, known: list[Known]) -> Reference:
    """Whom "it" means: the nearest institution, or else who acts in the sentence before, if that may be none.

    "Ternock Stone has issued a statement. It says …": what looked like a person's name is none.
    """
    found = by_nearest(scene, speaker, start, known, lambda one: is_body(one, scene.mentions))
    index = sentence_at(scene, start) - 1
    before = subject_of(scene, index) if index >= 0 else None
    if before is None and known and index >= 0 and sentence_at(scene, known[-1].at) == index:
        before = known[-1]
    if found.stands_for is not None or found.entity is not None or before is None:
        return found
    called = before.entity is not None and before.gender == "" and not before.plural
    given = before.span.of(scene.text).split()[0].lower() if called else ""
    named = given in pronouns.FEMALE_NAMES | pronouns.MALE_NAMES
    return Reference(before.entity, before.span, False) if called and not named else found


def was_asked(scene: Scene, start: int) -> bool:
    """Whether the sentence tells before `start` of somebody who was asked, and so is meant by "they"."""
    index = sentence_at(scene, start)
    return index >= 0 and " asked " in scene.text[scene.sentences[index].span.start : start]


def by_pronoun(scene: Scene, speaker: Span, start: int, known: list[Known], gender: str) -> Reference:
    """Whom "he" or "she" means: the nearest speaker or subject who can be, or else the only person named."""
    text, mentions = scene.text, scene.mentions
    seized = seized_before(scene, start)
    if seized is not None:
        return Reference(None, seized, False)

    def fits(one: Known) -> bool:
        return speaks_alone(one) and one.gender in {"", gender}

    def spoke_alone(one: Known) -> bool:
        return one in known and is_someone(one, mentions) and one.gender in {"", gender}

    chosen = next((one for one in nearest(scene, start, known) if fits(one) or spoke_alone(one)), None)
    if chosen is None:
        chosen = next((one for one in reversed(known) if fits(one)), None)
    if chosen is None:
        alone = person_alone_before(text, start, mentions, gender)
        return Reference(*alone, False) if alone else Reference(certain=False)
    rival = person_before(text, start, mentions, gender)
    rivals = rival is not None and rival[0] != chosen.entity and rival[1].start > chosen.at
    spoke = [one for one in known if fits(one)]
    rivals = rivals or (bool(spoke) and not same(spoke[-1], chosen))
    certain = chosen.certain and start - chosen.at <= NEAR and not rivals
    if certain and chosen.entity is not None:
        mentions.genders[chosen.entity] = gender
    return Reference(chosen.entity, chosen.span, certain)


def seized_before(scene: Scene, start: int) -> Span | None:
    """Somebody without a name whom the sentence before tells of as arrested: "a 44-year-old farmer".

    What he denies must not be laid at the door of whoever was named before.
    """
    index = sentence_at(scene, start) - 1
    if index < 0:
        return None
    found = SEIZED.search(scene.sentences[index].span.of(scene.text))
    offset = scene.sentences[index].span.start
    return None if found is None else Span(offset + found.start("who"), offset + found.end("who"))


SEIZED = re.compile(pronouns.SEIZED)


def is_someone(one: Known, mentions: Mentions) -> bool:
    """Whether one who spoke is a person by a word that is not known as such: "the harbour master"."""
    unknown = one.entity is None and not one.plural and one.head.isalpha()
    return unknown and one.head not in UNNAMED and not is_thing(one, mentions)


def is_thing(one: Known, mentions: Mentions) -> bool:
    """Whether one without a name is an institution or a document."""
    return is_body(one, mentions) or one.head in FIRMS or one.head.endswith(("tion", "ment", "ship", "ity"))


def same(one: Known, other: Known) -> bool:
    """Whether two are the same one."""
    return one.span == other.span or (one.entity is not None and one.entity == other.entity)


def nearest(scene: Scene, start: int, known: list[Known]) -> Iterator[Known]:
    """Who was spoken of in the sentence of `start` and in those before it, the nearest sentence first.

    In each sentence those come first who speak in it, then whom it is about, then, where that is a person
    ("Ana Ruiz told Karl Roth"), whom else it names.
    """
    index = sentence_at(scene, start)
    left, quoted = SENTENCES_BACK, QUOTED_BACK
    while index >= 0 and left >= 0 and quoted >= 0:
        span = scene.sentences[index].span
        about = [one for one in known if span.start <= one.at < min(span.end, start)]
        if is_quoted(scene, index):
            quoted -= 1
        else:
            left -= 1
            subject = subject_of(scene, index)
            about += [subject] if subject is not None and subject.span.end <= start else []
        yield from about
        named = people_in(scene.text, Span(span.start, min(span.end, max(start, span.start))), scene.mentions)
        if any(one.person for one in about) or len({one.entity for one in named}) == 1:
            yield from named
        index -= 1


AGED = re.compile(r"[ ,]*(?:\d{1,3},\s*)?")
"""What may stand between a name and "who": a comma, an age."""


def before_relative(text: str, speaker: Span, mentions: Mentions) -> tuple[int | None, Span | None]:
    """The name right before "who", if one stands there."""
    at = bisect_left(mentions.spans, speaker) - 1
    if at >= 0 and AGED.fullmatch(text, mentions.spans[at].end, speaker.start):
        return mentions.owners[at], mentions.spans[at]
    return None, None


def fuller(speaker: Span, entity: int, mentions: Mentions) -> Span | None:
    """The first mention of an entity where it stands before the speaker and is longer than the name there."""
    first = mentions.entities[entity].mentions[0]
    if first.end > speaker.start:
        return None
    inside = [span for span in mentions.entities[entity].mentions[:200] if speaker.holds(span)]
    return first if inside and first.length > inside[0].length else None


def by_head(scene: Scene, words: str, speaker: Span, start: int, known: list[Known]) -> Reference:
    """The earlier speaker that "the official" takes up: the last one whose phrase has the same head.

    Where nobody spoke who is called so, an institution is taken up that bears the word in its name, or, for
    "the company", the only one that the sentences before are about.
    """
    if not words.startswith(("the ", "that ", "this ", "these ", "those ")):
        return Reference()
    head = head_of(words)
    fit = [one for one in known if one.head == head and one.span.length > 0]
    fit = [one for one in fit if not is_another_body(head, words, one.span.of(scene.text).lower())]
    if not fit:
        described = by_description(scene, words, speaker)
        if described is not None or words != f"the {head}":
            return described or Reference()
        return by_kind(scene, words, speaker, start, known)
    chosen = fit[-1]
    same_words = chosen.span.of(scene.text).lower() == words
    others = {one.entity if one.entity is not None else one.span.of(scene.text).lower() for one in fit} - {
        words
    }
    return Reference(chosen.entity, None if same_words else chosen.span, len(others) <= 1 and chosen.certain)


def is_another_body(head: str, words: str, called: str) -> bool:
    """Whether two institutions of one kind are told apart: "the foreign ministry", "the defence ministry"."""
    if head not in BODIES:
        return False
    ours, theirs = (
        frozenset(re.findall(r"[\w-]{2,}", phrase)) - UNTELLING - {head} for phrase in (words, called)
    )
    return bool(ours) and bool(theirs) and not ours & theirs


UNTELLING = frozenset("the that this these those of for in and its their his her our own same".split())


def by_description(scene: Scene, words: str, speaker: Span) -> Reference | None:
    """Whom the text has called so beside the name ("Bluewave Lines, the operator", "operator Bluewave").

    None where nobody was; open where two were, or where another one without a name has come up since.
    """
    head, told = head_of(words), described(scene.text, scene.mentions)
    asked = frozenset(words.split()[1:])
    before = [
        (owner, span)
        for owner, span, called in told.get(head, [])
        if span.end <= speaker.start and asked <= called and asked & OTHER_POSTS == called & OTHER_POSTS
    ]
    if not before:
        return None
    others = {owner for owner, _ in before} - {before[0][0]}
    end = before[-1][1].end
    end += PAST_APPOSITION * scene.text.startswith(",", end)
    since = scene.text[max(end, speaker.start - NEAR) : speaker.start]
    further = rf"\b(?:an?|another|second|other)\s(?:\w+\s)?{re.escape(head)}\b|\bthe\s{re.escape(head)}\sof\b"
    if others or re.search(further, since, re.IGNORECASE):
        return Reference(certain=False)
    return Reference(*before[0])


OTHER_POSTS = frozenset("former ex late then deputy vice assistant prime would-be incoming aspiring".split())
"""Words that make of a post another one: "the mayor" is no deputy mayor."""
PAST_APPOSITION = 12
"""Code points behind a name in which the article of its own apposition stands."""


def by_kind(scene: Scene, words: str, speaker: Span, start: int, known: list[Known]) -> Reference:
    """The institution that "the ministry" or "the company" takes up."""
    head, mentions = words[4:], scene.mentions
    if head not in BODIES and head not in FIRMS:
        return Reference()
    named = mentions.bearers.get(head, [])[:LOOK_BACK]
    bearing = [owner for owner in named if mentions.entities[owner].mentions[0].end <= speaker.start]
    if bearing:
        first = mentions.entities[bearing[0]].mentions[0]
        return Reference(bearing[0], first) if len(bearing) == 1 else Reference(certain=False)
    if head not in FIRMS:
        return Reference()
    near = {
        one.entity: one
        for one in nearest(scene, start, known)
        if is_organisation(one, mentions) and not is_public(one, scene.text)
    }
    if len(near) != 1:
        return Reference()
    (only,) = near.values()
    return Reference(only.entity, only.span, False)


def is_public(one: Known, text: str) -> bool:
    """Whether an organisation is no firm, by its name: "Financial Markets Board"."""
    return not PUBLIC.isdisjoint(one.span.of(text).lower().split())


PUBLIC = frozenset(
    """
    ministry department board commission authority agency office council court parliament police service
    directorate inspectorate tribunal senate assembly congress union party federation university army navy
    """.split()
)
"""Words of the names of bodies that nobody calls "the company"."""

FIRMS = frozenset(
    """
    company firm group bank airline operator manufacturer maker carmaker automaker chipmaker drugmaker
    retailer
    insurer lender supplier developer startup start-up carrier publisher
    """.split()
)
"""Words for an institution whose name seldom holds them."""


def is_organisation(one: Known, mentions: Mentions) -> bool:
    """Whether somebody is an organisation that is named."""
    return one.entity is not None and mentions.entities[one.entity].kind == "organisation"


def remember(scene: Scene, speaker: Span, reference: Reference, known: list[Known]) -> None:
    """Add a speaker to those that a later pronoun may mean; a pronoun moves its antecedent to the end."""
    words = speaker.of(scene.text).lower()
    span = speaker
    if words in pronouns.SINGULAR | pronouns.PLURAL | pronouns.RELATIVE | {"it"}:
        if reference.stands_for is None:
            return
        span = reference.stands_for
    one = known_as(scene.text, span, reference.entity, speaker.start, scene.mentions)
    plural = one.plural or are_two(scene.text, span, scene.mentions)
    known.append(msgspec.structs.replace(one, certain=reference.certain, plural=plural))
    del known[:-KEPT]
