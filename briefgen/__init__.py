"""Briefs from reporting, every line of which leads back to a source's words."""

__version__ = "0.1.0"
