"""Claims as ranges of a sentence's words, before they are spans of the text."""

from collections.abc import Mapping

import msgspec

from briefgen.extract.claims.cues import Cue
from briefgen.extract.claims.phrases import Range
from briefgen.extract.claims.quotations import Quotation
from briefgen.extract.grammar import Word
from briefgen.language.english import cues as english


class Draft(msgspec.Struct, frozen=True):
    """A claim as ranges of a sentence's words."""

    cue: Cue
    speaker: Range | None
    content: tuple[Range, ...]
    waits: bool = False
    """Whether the words follow in the next paragraph ("Ruiz went on:")."""
    outer: bool = False
    """Whether what it reports holds the claims before it ("Witnesses said he had fled, the mayor said")."""
    parent: int | None = None
    """Place, among the claims of the sentence, of the one in whose content this one stands."""


class Reading(msgspec.Struct):
    """What has been read of a sentence so far."""

    words: list[Word]
    quotations: Mapping[int, Quotation]
    """By the place of their opening mark."""
    drafts: list[Draft]
    subject: Range | None = None
    """The subject of the verb read last."""
    covered: int = 0
    """Index up to which the words belong to the content of a claim."""


def floor_of(reading: Reading) -> int:
    """Where a claim may begin whose speaker ends it: after the words of a plain report, else at the start."""
    plain = [
        draft
        for draft in reading.drafts
        if draft.cue.sort == "verb" and draft.cue.lemma in english.CORE_VERBS and not clings(reading, draft)
    ]
    return max((end for draft in plain for _, end in draft.content), default=0)


def clings(reading: Reading, draft: Draft) -> bool:
    """Whether a claim stands in a relative clause and so belongs to the sentence around it."""
    return draft.speaker is not None and reading.words[draft.speaker[0]].kind in {"relative", "that"}
