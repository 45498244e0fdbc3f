"""Find the clauses of sentences."""

from briefgen.model.annotation import Sentence
from briefgen.model.document import Document
from briefgen.model.span import Span


def find_clauses(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """Every clause, in order."""
    return tuple(sentence.span for sentence in sentences)
