"""Find whom a sentence is about: the subject of its first verb, which a pronoun in the next one takes up."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from briefgen.extract.claims import phrases
from briefgen.extract.claims.mentioned import Known, Mentions, known_as, named_entity
from briefgen.extract.claims.quotations import Quotation
from briefgen.extract.engines.values import Tags
from briefgen.extract.grammar import read_words
from briefgen.model.annotation import Sentence
from briefgen.model.span import Span

LONGEST = 1500
"""Code points of a sentence that are read for its subject, at most."""


class Scene(msgspec.Struct):
    """The sentences of a document and whom each is about, told when it is asked for."""

    text: str
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    mentions: Mentions
    tags: Tags | None
    starts: list[int]
    subjects: dict[int, Known | None]
    quoted: list[int]
    """Where each quotation ends."""


def scene_of(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    mentions: Mentions,
    tags: Tags | None,
) -> Scene:
    """The scene before anything is read in it."""
    starts = [sentence.span.start for sentence in sentences]
    return Scene(text, sentences, quotations, mentions, tags, starts, {}, [q.outer.end for q in quotations])


def sentence_at(scene: Scene, place: int) -> int:
    """The sentence that holds `place`, by its number; -1 before the first."""
    return bisect_right(scene.starts, place) - 1


def is_quoted(scene: Scene, index: int) -> bool:
    """Whether a sentence stands in quotation marks and so tells nothing of whom the text is about."""
    span = scene.sentences[index].span
    at = bisect_right(scene.quoted, span.start + 1)
    return at < len(scene.quotations) and scene.quotations[at].outer.start <= span.start + 1


def subject_of(scene: Scene, index: int) -> Known | None:
    """Whom the sentence at `index` is about; none where its first verb has no subject that is named."""
    if index not in scene.subjects:
        scene.subjects[index] = read_subject(scene, scene.sentences[index].span)
    return scene.subjects[index]


def read_subject(scene: Scene, sentence: Span) -> Known | None:
    """The subject of a sentence's first finite verb, or the person whose thing it is."""
    span = Span(sentence.start, min(sentence.end, sentence.start + LONGEST))
    at = bisect_right(scene.quoted, span.start)
    inside = []
    while at < len(scene.quotations) and scene.quotations[at].outer.start < span.end:
        inside.append(scene.quotations[at].outer)
        at += 1
    words = read_words(scene.text, span, inside, scene.tags)
    found = phrases.clause_subject(words, 0, len(words))
    if found is None or words[found[0]].kind in {"pronoun", "relative"}:
        return None
    phrase = Span(words[found[0]].start, words[found[1] - 1].end)
    owner = named_entity(scene.text, phrase, scene.mentions)
    if owner is None:
        owner, phrase = owner_of(scene, phrase)
    return known_as(scene.text, without_age(scene.text, phrase), owner, phrase.start, scene.mentions)


def without_age(text: str, phrase: Span) -> Span:
    """A phrase without the age that ends it ("Ana Ruiz, 7")."""
    name, _, age = phrase.of(text).rpartition(", ")
    return Span(phrase.start, phrase.start + len(name)) if name and age.isdigit() else phrase


def owner_of(scene: Scene, phrase: Span) -> tuple[int | None, Span]:
    """The person whose thing a sentence is about ("Ana Ruiz's town is a port"), and where the name is."""
    mentions = scene.mentions
    at = bisect_left(mentions.spans, Span(phrase.start, phrase.start))
    if at >= len(mentions.spans) or mentions.spans[at].end > phrase.end:
        return None, phrase
    after = scene.text[mentions.spans[at].end : mentions.spans[at].end + 2]
    person = mentions.entities[mentions.owners[at]].kind == "person"
    whose = person and after in {"'s", "’s"}
    return (mentions.owners[at], mentions.spans[at]) if whose else (None, phrase)
