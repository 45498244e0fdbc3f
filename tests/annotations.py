"""Builds annotated documents by hand: findings are named by their words, not by offsets."""

import re

from briefgen.model.annotation import (
    Annotated,
    Claim,
    DateMention,
    Entity,
    EntityKind,
    Quantity,
    Relation,
    Sentence,
    Stance,
)
from briefgen.model.document import Block, Document
from briefgen.model.source import Metadata
from briefgen.model.span import Span


def place(text: str, words: str, nth: int = 1) -> Span:
    """The span of the `nth` occurrence of `words`."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def claim(
    text: str,
    speaker: str,
    cue: str,
    content: str,
    stance: Stance = "asserted",
    *,
    quoted: bool = False,
    entity: int | None = None,
    stands_for: str | None = None,
    certain: bool = True,
) -> Claim:
    """A claim by its words; parts of the content are joined by " … "."""
    return Claim(
        speaker=(place(text, speaker),) if speaker else (),
        cue=(place(text, cue),),
        content=tuple(place(text, part) for part in content.split(" … ")),
        stance=stance,
        quoted=quoted,
        entity=entity,
        stands_for=place(text, stands_for) if stands_for else None,
        certain=certain,
    )


def date(
    text: str, words: str, value: str, earliest: str = "", latest: str = "", relation: Relation = "in"
) -> DateMention:
    """A date by its words."""
    return DateMention(
        place(text, words), "date", value, earliest or None, latest or earliest or None, relation
    )


def quantity(text: str, words: str, value: float, unit: str, what: str = "") -> Quantity:
    """A quantity by its words."""
    return Quantity(place(text, words), value, unit, what=place(text, what) if what else None)


def entity(text: str, name: str, kind: EntityKind, *forms: str, demonym: str = "") -> Entity:
    """An entity with every place where one of its forms stands."""
    places = [
        Span(*match.span())
        for form in forms or (name,)
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    ]
    demonyms = [Span(*match.span()) for match in re.finditer(re.escape(demonym), text)] if demonym else []
    return Entity(name, kind, tuple(sorted(places)), tuple(demonyms))


def annotated(
    text: str,
    *,
    name: str = "seeds/a.txt",
    claims: tuple[Claim, ...] = (),
    dates: tuple[DateMention, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    entities: tuple[Entity, ...] = (),
    clauses: tuple[str, ...] = (),
    publisher: str | None = "The Daily",
    published: str | None = "2024-10-18",
    marking: str | None = None,
) -> Annotated:
    """A document of one paragraph a line; sentences end at a full stop before a space and a capital."""
    blocks = []
    sentences = []
    for number, line in enumerate(re.finditer(r"[^\n]+", text)):
        blocks.append(Block("paragraph", Span(*line.span()), f"paragraph {number + 1}"))
        for match in re.finditer(r"\S.*?(?:[.?!][\"”]?(?=\s+[A-Z\"“])|$)", line.group()):
            start = line.start() + match.start()
            sentences.append(Sentence(Span(start, start + len(match.group())), number))
    document = Document(
        path=name,
        name=name,
        media_type="text/plain",
        encoding="utf-8",
        sha256="0" * 64,
        size=len(text.encode()),
        text=text,
        blocks=tuple(blocks),
        metadata=Metadata(publisher=publisher, published=published, marking=marking, language="en"),
    )
    return Annotated(
        document=document,
        sentences=tuple(sentences),
        clauses=tuple(place(text, clause) for clause in clauses) or tuple(one.span for one in sentences),
        dates=dates,
        quantities=quantities,
        entities=entities,
        claims=claims,
    )
