"""Find who says what."""

from briefgen.extract.claims.finding import find_claims

__all__ = ["find_claims"]
