"""Find who wrote the part of a mail that a place stands in, where that is sent on or quoted."""

from bisect import bisect_right

from briefgen.language.english.dating import LETTER_OPENING, LETTER_VERB
from briefgen.model.document import Block
from briefgen.synthesis.reading import Reading, within

SENDER = "from:"
REACH = 60
"""Blocks before a place among which the head of the mail that it stands in is looked for."""
QUOTED = ">"
LONGEST_HEAD = 200
"""Characters of a line that heads a mail, at most."""


def sender_at(source: Reading, place: int) -> str | None:
    """Who wrote the mail sent on or quoted that `place` stands in; none where it is in no such mail.

    Below a head inside the text it is whom that names ("From: Ann Lee"); in lines behind ">" it is who
    "wrote:" above them.
    """
    blocks, text = source.found.document.blocks, source.text
    at = bisect_right(blocks, place, key=lambda one: one.span.start) - 1
    if at < 0:
        return None
    quoted = text.startswith(QUOTED, blocks[at].span.start)
    body = text.find("\n\n")
    for block in reversed(blocks[max(0, at - REACH) : at]):
        words = block.span.of(text)[:LONGEST_HEAD].lstrip("> ").casefold()
        if quoted and words.startswith(LETTER_OPENING) and words.rstrip(" :").endswith(LETTER_VERB):
            return _named(source, block)
        if not quoted and words.startswith(SENDER):
            return _addressed(source, block) if 0 < body < block.span.start else None
    return None


def _named(source: Reading, block: Block) -> str | None:
    """The person whom "On 3 May Ann Lee wrote:" names."""
    people = (
        source.found.entities[name.entity]
        for name in within(source.names, block.span)
        if source.found.entities[name.entity].kind == "person"
    )
    return next((one.name for one in people), None)


def _addressed(source: Reading, block: Block) -> str | None:
    """The name in "From: Ann Lee <ann@orlo.example>"; none where an address stands there alone."""
    words = block.span.of(source.text).split(":", 1)[1]
    name = " ".join(words.partition("<")[0].partition("[")[0].split()).strip("\"' ")
    return None if not name or "@" in name else name
