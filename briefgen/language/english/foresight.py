"""Words by which a text looks ahead, and by which it puts a condition."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

MODAL_AHEAD = r"\b(?:would|could(?!\s+not)|may|might)\b(?!\s+(?:have|appear|seem)\b)"
"""Modals by which a speaker looks ahead; in a narrator's voice they look back as often."""

AHEAD = (
    r"\b(?:will|won['’]t|shall)\b(?!\s+have\b)"
    r"|\b(?:plans?|planned|planning|expects?|expected|intends?|intended|prepar(?:es?|ing)|set|poised|scheduled"
    r"|likely|unlikely|ready)\s+to\b"
    r"|\b(?:hopes?|hoped|hoping|aims?|aiming|vow(?:s|ed)?|pledge[sd]?|promise[sd]?)\s+to\b|\bunlikely\b"
    r"|\b(?:do|does|did)(?:\s+not|n['’]t)\s+(?:expect|plan|intend)\b"
    r"|\bplans?\s+for\b|\bdue\s+(?:on|in|next|by)\b"
    r"|\b(?:is|are)\s+to\s+(?:be|begin|start|meet|open|vote|take)\b"
    r"|\b(?:in\s+the\s+(?:coming|next)|next\s+(?:week|month|year)|upcoming|tomorrow)\b"
)
"""Modals and phrases that speak of what has not happened yet."""

EXPECTING = frozenset(
    "expect expects expecting forecast forecasts predict predicts anticipate anticipates".split()
)
"""Words that report what is to come, whatever is said of it; "had expected" looks back."""

AHEAD_VERBS = r"\b(?:will|won['’]t|shall|would|may|might|could(?!\s+not))\b(?!\s+have\b)|\bgoing\s+to\b"
"""Verbs by which even an accusation looks ahead; "with plans for more" does not make it do so."""

CONDITION = (
    r"\b(?:if|unless|provided\s+that|(?:provided|providing|assuming)\s+(?:the|it|he|she|they|there)\b"
    r"|(?:as|so)\s+long\s+as|in\s+case|on\s+condition\s+that|should\s+(?:it|he|she|they|the)\b)"
)
"""What opens a condition."""

CLAUSE_RELATIONS: Mapping[str, Literal["since", "until", "before", "after"]] = MappingProxyType(
    {"since": "since", "until": "until", "till": "until", "before": "before", "after": "after"}
)
"""Words that open a clause, and what they make of a date in it for the clause before."""

QUESTIONING = frozenset("ask asks asked asking wonder wonders wondered wondering".split())
"""Words of a cue that, before "if" or "whether", put a question and expect nothing."""
