"""Find who and what is named, and tie the names of one entity together."""

from briefgen.model.annotation import Entity, Sentence
from briefgen.model.document import Document


def find_entities(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    """Every entity, in the order of its first mention."""
    return ()
