"""Find what stands in quotation marks, also over several paragraphs."""

import re

import msgspec

from briefgen.model.document import Block, Document
from briefgen.model.span import Span

MARK = re.compile(r"'(?=''(?!'))|[\"“”„«»]|''|``|‘|(?<![\w.,!?;…])['’](?=\w)|(?<=[\w.,!?;…])['’](?!\w)")
"""Anything that may open or close a quotation; an apostrophe inside a word is none."""
OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»"})
DOUBLE = frozenset({'"', "''"})
SINGLE = frozenset({"'", "’", "‘"})
LONGEST_UNCLOSED = 1500
"""Code points that a quotation may have whose closing mark is missing; a longer one is a stray mark."""
LONGEST_SINGLE = 600
"""Code points after which an apostrophe is not taken for the closing mark of a single quotation."""


class Quotation(msgspec.Struct, frozen=True):
    """One piece of quoted words inside one paragraph."""

    outer: Span
    """With its marks."""
    inner: Span
    """Without them."""
    goes_on: bool = False
    """Whether it continues the one before it: its paragraph opens with a mark while that was still open."""
    open: bool = False
    """Whether its paragraph ends without a closing mark."""
    ends: bool = False
    """Whether it closes with a mark that ends a sentence or hands over to its speaker: , . ? ! … or dash."""


class Open(msgspec.Struct, frozen=True):
    """An opening mark that waits for its closing one."""

    start: int
    inner: int
    single: bool
    goes_on: bool


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Every quotation, in order, without overlap; what is quoted inside a quotation belongs to it."""
    text = document.text
    found: list[Quotation] = []
    unclosed = False
    for block in document.blocks:
        pieces, unclosed = quotations_of(text, block, unclosed)
        found += pieces
    return tuple(found)


def quotations_of(text: str, block: Block, unclosed: bool) -> tuple[list[Quotation], bool]:
    """The quotations of one block, and whether its last one is still open at its end."""
    found: list[Quotation] = []
    opened = carried_over(text, block) if unclosed else None
    within = False
    for match in MARK.finditer(text, block.span.start, block.span.end):
        if opened is None:
            if opens(text, match, block):
                goes_on = unclosed and not text[block.span.start : match.start()].strip()
                opened = Open(match.start(), match.end(), match.group() in SINGLE, goes_on)
        elif turns_within(text, match, opened, within):
            within = not within
        elif closes(text, match, opened, block):
            within = False
            add(found, text, opened, match.start(), match.end())
            opened = None
        elif opened.single and (match.group() in DOUBLE | OPENING or too_long(opened, match.start())):
            opened = None
            if opens(text, match, block):
                opened = Open(match.start(), match.end(), match.group() in SINGLE, False)
    if opened is None or opened.single or block.span.end - opened.start > LONGEST_UNCLOSED:
        return found, False
    end = block.span.end
    add(found, text, opened, end, end)
    return found, True


def turns_within(text: str, match: re.Match[str], opened: Open, within: bool) -> bool:
    """Whether a mark opens or closes a quotation in curly marks inside one in straight marks."""
    if text[opened.start] != '"':
        return False
    return match.group() in CLOSING if within else match.group() == "“"


def carried_over(text: str, block: Block) -> Open | None:
    """The quotation of the block before, where this one closes it without a mark at its own start."""
    matches = MARK.finditer(text, block.span.start, block.span.end)
    match = next((match for match in matches if match.group() not in SINGLE), None)
    if match is None or match.start() == block.span.start:
        return None
    if match.group() in OPENING or opens(text, match, block):
        return None
    return Open(block.span.start, block.span.start, False, True)


def too_long(opened: Open, at: int) -> bool:
    """Whether a single quotation would be longer than any is."""
    return at - opened.start > LONGEST_SINGLE


def add(found: list[Quotation], text: str, opened: Open, end: int, outer_end: int) -> None:
    """Add the quotation from `opened` to `end` unless nothing stands in it."""
    words = text[opened.inner : end]
    start = opened.inner + len(words) - len(words.lstrip())
    stop = opened.inner + len(words.rstrip())
    if stop > start and (not opened.single or single_counts(words)):
        last = text[start:stop].rstrip("'’\"”")[-1:]
        ends = last in ",.?!…—-" or text[outer_end : outer_end + 1] == ","
        outer = Span(opened.start, outer_end)
        found.append(Quotation(outer, Span(start, stop), opened.goes_on, end == outer_end, ends))


def single_counts(words: str) -> bool:
    """Whether what stands in single marks reads as somebody's words, not as a name or an omitted letter."""
    return " " in words.strip()


def opens(text: str, match: re.Match[str], block: Block) -> bool:
    """Whether a mark can open a quotation: nothing but a space or a bracket before it, a word after it."""
    mark = match.group()
    if mark in CLOSING:
        return False
    if mark in OPENING:
        return True
    before = text[match.start() - 1] if match.start() > block.span.start else " "
    after = text[match.end()] if match.end() < block.span.end else " "
    return not (before.isalnum() or before in ".,!?;:)%") and not after.isspace()


def closes(text: str, match: re.Match[str], opened: Open, block: Block) -> bool:
    """Whether a mark closes the quotation that is open."""
    mark = match.group()
    if opened.single:
        return mark in {"'", "’"} and not opens_single(text, match, block)
    if mark in CLOSING:
        return True
    before = text[match.start() - 1]
    after = text[match.end()] if match.end() < block.span.end else " "
    if mark == "“":
        return before in ",.?!" and after.isspace()
    if mark not in DOUBLE:
        return False
    return not (before.isspace() and not after.isspace() and after.isalnum())


def opens_single(text: str, match: re.Match[str], block: Block) -> bool:
    """Whether a single mark stands where only an opening one can."""
    before = text[match.start() - 1]
    return before.isspace() and match.end() < block.span.end
