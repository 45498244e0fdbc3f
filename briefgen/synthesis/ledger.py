"""Cited sentences: the only way from a place in a source to a line of the brief."""

import hashlib

from briefgen.model.brief import Evidence
from briefgen.model.span import Span
from briefgen.synthesis.reading import Reading, sentence_indexes

CONTEXT = 500
"""Characters. Five lines of a page; with all of it, a text without line breaks would fill the memory."""


def sentence_id(index: int) -> str:
    """The id of the sentence at `index` among those of its source; `numbering.py` gives it that of a base."""
    return f"E{index + 1}"


def sentence_of(name: str) -> int:
    """The index of the sentence whose id in its source is `name`."""
    return int(name[1:]) - 1


def cite(source: Reading, span: Span) -> tuple[str, ...]:
    """Ids of the sentences that `span` touches."""
    return tuple(sentence_id(index) for index in sentence_indexes(source, span))


def together(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """All ids of evidence in `groups`, each once, in the order of the text."""
    return tuple(sorted({name for group in groups for name in group}, key=sentence_of))


def evidence_at(source: Reading, name: str) -> Evidence:
    """What stands behind the id `name` of a sentence."""
    document = source.found.document
    sentence = source.found.sentences[sentence_of(name)]
    block = document.blocks[sentence.block]
    quote = sentence.span.of(document.text)
    shown = _context(sentence.span, block.span, document.text)
    return Evidence(
        id=name,
        source=1,
        span=sentence.span,
        quote=quote,
        sha256=hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest(),
        locator=block.locator,
        block=shown,
        paragraph=shown.of(document.text),
    )


def _context(sentence: Span, block: Span, text: str) -> Span:
    """The paragraph around a sentence; of a very long one no more than `CONTEXT` before and after it."""
    start, end = max(block.start, sentence.start - CONTEXT), min(block.end, sentence.end + CONTEXT)
    if start > block.start:
        start = text.find(" ", start, sentence.start) + 1 or sentence.start
    if end < block.end:
        end = max(sentence.end, text.rfind(" ", sentence.end, end))
    return Span(start, end)
