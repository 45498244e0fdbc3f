"""From a document to what it says: each extractor a function whose arguments declare what it needs."""

import re
from bisect import bisect_right

from briefgen.extract.claims import find_claims
from briefgen.extract.clauses import find_clauses
from briefgen.extract.dates import find_dates
from briefgen.extract.engines.values import BUILT_IN, Engine
from briefgen.extract.entities import find_entities
from briefgen.extract.quantities import find_quantities
from briefgen.extract.sentences import find_sentences
from briefgen.language.english.publication import BYLINE
from briefgen.model.annotation import Annotated, Entity
from briefgen.model.document import Document
from briefgen.model.span import Span

BYLINES = re.compile(BYLINE, re.IGNORECASE)


def annotate(document: Document, engine: Engine = BUILT_IN) -> Annotated:
    """`document` with everything that the extractors find in it, kinds of words and names by `engine`."""
    sentences = find_sentences(document)
    told = engine.read(document.text, sentences)
    dates = find_dates(document, sentences)
    stating = tuple(one for one in sentences if document.blocks[one.block].kind != "furniture")
    entities = _of_the_matter(find_entities(document, sentences, told.names), document)
    return Annotated(
        document=document,
        sentences=sentences,
        clauses=find_clauses(document, stating, told.tags),
        dates=dates,
        quantities=find_quantities(document, stating, dates),
        entities=entities,
        claims=find_claims(document, stating, entities, told.tags),
        engine=engine.name,
    )


def _of_the_matter(entities: tuple[Entity, ...], document: Document) -> tuple[Entity, ...]:
    """`entities` without those that only furniture names: "Follow us on Facebook"; writers stay."""
    text = document.text
    idle = [
        one.span
        for one in document.blocks
        if one.kind == "furniture" and not BYLINES.match(text, one.span.start)
    ]
    if not idle:
        return entities
    starts = [one.start for one in idle]
    return tuple(one for one in entities if any(not _is_in(idle, starts, span) for span in one.mentions))


def _is_in(spans: list[Span], starts: list[int], inner: Span) -> bool:
    place = bisect_right(starts, inner.start) - 1
    return place >= 0 and spans[place].holds(inner)
