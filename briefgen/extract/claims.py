"""Find who says what."""

from briefgen.model.annotation import Claim, Entity, Sentence
from briefgen.model.document import Document


def find_claims(
    document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]
) -> tuple[Claim, ...]:
    """Every claim, in the order of its first word."""
    return ()
