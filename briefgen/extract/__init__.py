"""From a document to what it says: each extractor a function whose arguments declare what it needs."""

from briefgen.extract.claims import find_claims
from briefgen.extract.clauses import find_clauses
from briefgen.extract.dates import find_dates
from briefgen.extract.engines.values import BUILT_IN, Engine
from briefgen.extract.entities import find_entities
from briefgen.extract.quantities import find_quantities
from briefgen.extract.sentences import find_sentences
from briefgen.model.annotation import Annotated
from briefgen.model.document import Document


def annotate(document: Document, engine: Engine = BUILT_IN) -> Annotated:
    """`document` with everything that the extractors find in it, kinds of words and names by `engine`."""
    sentences = find_sentences(document)
    told = engine.read(document.text, sentences)
    dates = find_dates(document, sentences)
    entities = find_entities(document, sentences, told.names)
    return Annotated(
        document=document,
        sentences=sentences,
        clauses=find_clauses(document, sentences, told.tags),
        dates=dates,
        quantities=find_quantities(document, sentences, dates),
        entities=entities,
        claims=find_claims(document, sentences, entities, told.tags),
        engine=engine.name,
    )
