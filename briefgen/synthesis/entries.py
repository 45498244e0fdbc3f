"""Find what the entries of a log tell, each dated by the hour that opens it and the day above."""

import re
from bisect import bisect_right

from briefgen.model.span import Span
from briefgen.synthesis.reading import Reading, sentence_indexes, within
from briefgen.synthesis.times import Dated

LONGEST_HEAD = 60
"""Characters of a line that names the day of the entries below it, at most."""
REACH = 400
"""Findings before an entry among which the day above it is looked for."""
HOUR = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def entry_of(source: Reading, date: Dated) -> Span | None:
    """What an entry tells, without the hour at `date` that opens it; none where it is no entry of a log.

    An hour that opens a paragraph of news is when that was written; it dates what is told only below a line
    with the day. An entry that names a day of its own is of that day.
    """
    if HOUR.match(date.when.value) is None:
        return None
    index = sentence_indexes(source, date.span)[0]
    sentences, blocks = source.found.sentences, source.found.document.blocks
    block = sentences[index].block
    before = source.text[blocks[block].span.start : date.span.start]
    if any(sign.isalnum() for sign in before) or not _stands_below(source, date):
        return None
    hour_alone = not re.search(r"\w", source.text[date.span.end : sentences[index].span.end])
    told = index + 1 if hour_alone else index
    if told >= len(sentences) or sentences[told].block != block:
        return None
    span = sentences[told].span
    others = (one for one in within(source.found.dates, span) if one.span != date.span)
    return None if any(one.kind in ("date", "time") for one in others) else span


def _stands_below(source: Reading, date: Dated) -> bool:
    """Whether the last short line with a day above an entry has the entry's day."""
    dates, blocks = source.found.dates, source.found.document.blocks
    last = bisect_right(dates, date.span.start, key=lambda one: one.span.start) - 1
    for one in reversed(dates[max(0, last - REACH) : max(0, last)]):
        block = blocks[bisect_right(blocks, one.span.start, key=lambda each: each.span.start) - 1].span
        if one.kind == "date" and block.length <= LONGEST_HEAD and source.text[block.end - 1] not in ".!?":
            return one.value == date.when.value[: len("2024-10-18")]
    return False
