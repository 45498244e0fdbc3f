"""Cited sentences, numbered: the only way from a place in a source to a line of the brief."""

import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from briefgen.model.brief import Evidence
from briefgen.model.span import Span
from briefgen.synthesis.reading import Reading, sentence_indexes

Key = tuple[int, int]
"""Number of a source and index of a sentence in it."""


CONTEXT = 500
"""Characters. Five lines of a page; with all of it, a text without line breaks would fill the memory."""


class Ledger(msgspec.Struct, frozen=True):
    """Ids of the sentences that may be cited, in the order of sources and text."""

    ids: Mapping[Key, str]

    def name(self, source: int, sentence: int) -> str:
        """Id of a sentence; empty where it is not to be cited, as in lines that are cut and then dropped."""
        return self.ids.get((source, sentence), "")


def ledger_of(keys: Iterable[Key]) -> Ledger:
    """A ledger of these sentences, numbered from `E1`."""
    ids = {key: f"E{number}" for number, key in enumerate(sorted(keys), 1)}
    return Ledger(MappingProxyType(ids))


def whole_ledger(sources: tuple[Reading, ...]) -> Ledger:
    """A ledger of every sentence of `sources`."""
    return ledger_of((source.number, index) for source in sources for index in range(len(source.starts)))


def narrowed(ledger: Ledger, used: frozenset[str]) -> Ledger:
    """The ledger of those sentences alone whose ids are in `used`, numbered anew."""
    return ledger_of(key for key, name in ledger.ids.items() if name in used)


def cite(ledger: Ledger, source: Reading, span: Span) -> tuple[str, ...]:
    """Ids of the sentences that `span` touches."""
    indexes = sentence_indexes(source, span)
    return tuple(ledger.name(source.number, index) for index in indexes)


def together(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """All ids of evidence in `groups`, each once, in the order of the sources and their text."""
    return tuple(sorted({name for group in groups for name in group}, key=lambda name: int(name[1:] or 0)))


def evidence_of(ledger: Ledger, sources: tuple[Reading, ...]) -> tuple[Evidence, ...]:
    """What stands behind each id of the ledger."""
    by_number = {source.number: source for source in sources}
    return tuple(_evidence(name, by_number[number], index) for (number, index), name in ledger.ids.items())


def _evidence(name: str, source: Reading, index: int) -> Evidence:
    document = source.found.document
    sentence = source.found.sentences[index]
    block = document.blocks[sentence.block]
    quote = sentence.span.of(document.text)
    shown = _context(sentence.span, block.span, document.text)
    return Evidence(
        id=name,
        source=source.number,
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
