"""Words by which a text looks ahead, and by which it puts a condition."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

AHEAD = (
    r"\b(?:will|won['’]t|would|could(?!\s+not)|may|might|shall)\b(?!\s+(?:have|appear|seem)\b)"
    r"|\b(?:plans?|planned|planning|expects?|expected|intends?|intended|prepar(?:es?|ing)|set|due|poised|scheduled"
    r"|likely|unlikely|bound|about|ready)\s+to\b"
    r"|\bplans?\s+for\b|\bis\s+to\s+(?!be\s+found)\w+|\bare\s+to\s+\w+"
    r"|\b(?:in\s+the\s+(?:coming|next)|next\s+(?:week|month|year)|upcoming|forthcoming|tomorrow)\b"
)
"""Modals and phrases that speak of what has not happened yet; "would have" looks back."""

CONDITION = r"\b(?:if|unless|provided\s+that|as\s+long\s+as|in\s+case|should\s+(?:it|he|she|they|the)\b)"
"""What opens a condition."""

CLAUSE_RELATIONS: Mapping[str, Literal["since", "until", "before", "after"]] = MappingProxyType(
    {"since": "since", "until": "until", "till": "until", "before": "before", "after": "after"}
)
"""Words that open a clause, and what they make of a date in it for the clause before."""
