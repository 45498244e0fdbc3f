"""Find the sentences of a document."""

from briefgen.model.annotation import Sentence
from briefgen.model.document import Document


def find_sentences(document: Document) -> tuple[Sentence, ...]:
    """Every sentence, in order."""
    return tuple(Sentence(block.span, number) for number, block in enumerate(document.blocks))
