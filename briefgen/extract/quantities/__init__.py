"""Find numbers and what they count."""

from briefgen.extract.quantities.finding import find_quantities

__all__ = ["find_quantities"]
