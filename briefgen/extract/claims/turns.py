"""Find the turns of a transcript and the labels of headlines: "RUIZ: The port is open."."""

import re
from collections import Counter

import msgspec

from briefgen.extract.claims.cues import Cue
from briefgen.extract.claims.drafts import Draft
from briefgen.extract.claims.mentioned import Mentions, named_entity
from briefgen.extract.grammar import NOMINAL, Word
from briefgen.language.english import pronouns
from briefgen.language.english.cues import DOCUMENT_NOUNS
from briefgen.model.document import Document
from briefgen.model.span import Span

LABEL = re.compile(r"[^\W\d_][\w.’' -]{1,40}?(?=:(?:\s|$))")
"""What may stand before the colon of a turn; "Q" and "A" name nobody."""
LONGEST_LABEL = 7
"""Words before the colon of a label at most, the colon with them."""
SHORTEST = 2
"""Words after a name and a colon that are no speech ("Ruiz: 1,501"), at most."""
TURNS = 2
"""Paragraphs that the same label must open before a document is read as a transcript of turns."""


class Turn(msgspec.Struct, frozen=True):
    """A turn that may go on in the next sentences."""

    claim: int
    """Its place among the claims."""
    block: int
    """The last block that belongs to it."""
    transcript: bool
    """Whether it may go on over paragraphs: its label opens other turns too."""


def labels_of(document: Document) -> frozenset[str]:
    """Labels that open several paragraphs of `document`: the speakers of a transcript."""
    counts: Counter[str] = Counter()
    for block in document.blocks:
        match = LABEL.match(document.text, block.span.start, block.span.end)
        if match and (match.group().isupper() or match.group().istitle()):
            counts[match.group()] += 1
    return frozenset(label for label, count in counts.items() if count >= TURNS)


def labelled(
    text: str, words: list[Word], mentions: Mentions, labels: frozenset[str], heading: bool
) -> Draft | None:
    """The claim of a line that a label opens: a speaker of the transcript, a name, in a heading "Poll"."""
    colon = next((at for at, word in enumerate(words[:LONGEST_LABEL]) if word.kind == ":"), 0)
    if not 0 < colon < len(words) - 1:
        return None
    label = Span(words[0].start, words[colon - 1].end)
    named = all(word.kind in NOMINAL for word in words[:colon]) and speaks(text, label, mentions, heading)
    if label.of(text) not in labels and not named:
        return None
    end = len(words) - 1 if words[-1].lower == "." else len(words)
    if label.of(text) not in labels and end - colon <= SHORTEST:
        return None
    return Draft(Cue("say", colon, colon, colon + 1, "verb"), (0, colon), ((colon + 1, end),))


def speaks(text: str, label: Span, mentions: Mentions, heading: bool) -> bool:
    """Whether a label names somebody known, or, in a heading, an organisation or a document."""
    owner = named_entity(text, label, mentions)
    if owner is not None:
        return heading or mentions.entities[owner].kind == "person"
    return heading and label.of(text).split()[-1].lower() in HEADING_LABELS


OTHER_LABELS = frozenset(
    "officials experts analysts sources witnesses prosecutors lawyers scientists doctors newspaper".split()
)
HEADING_LABELS = DOCUMENT_NOUNS | pronouns.PERSON_NOUNS | pronouns.PLURAL_NOUNS | OTHER_LABELS
"""Nouns that, before the colon of a heading, tell who says the rest."""


def goes_on(turn: Turn | None, text: str, start: int, block: int) -> bool:
    """Whether the sentence at `start` still belongs to `turn`; a stage direction in brackets ends it."""
    if turn is None or text[start] in "([":
        return False
    return block == turn.block or (turn.transcript and block == turn.block + 1)
