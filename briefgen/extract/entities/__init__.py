"""Find who and what is named, and tie the names of one entity together."""

from briefgen.extract.entities.finding import find_entities

__all__ = ["find_entities"]
