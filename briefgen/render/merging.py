"""Two changes of one text brought together line by line, where they do not touch the same lines."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Block = tuple[int, int, int, int]
"""A run of lines that all three texts have: its start in the base, in mine and in theirs, and its length."""


def merge(base: str, mine: str, theirs: str) -> str | None:
    """`base` with the changes of both `mine` and `theirs`; none where both changed the same lines.

    The algorithm is that of diff3 (Khanna, Kunal and Pierce, A Formal Investigation of Diff3, 2007): the
    lines that all three have stand fast, and between them only one side may have changed, or both alike.
    """
    texts = [text.splitlines(keepends=True) for text in (base, mine, theirs)]
    out: list[str] = []
    ends = (0, 0, 0)
    for block in (*_common(*texts), (*map(len, texts), 0)):
        *starts, length = block
        parts = [text[end:start] for text, end, start in zip(texts, ends, starts, strict=True)]
        merged = _one_sided(*parts)
        if merged is None:
            return None
        out += merged
        out += texts[0][starts[0] : starts[0] + length]
        ends = (starts[0] + length, starts[1] + length, starts[2] + length)
    return "".join(out)


def _one_sided(base: list[str], mine: list[str], theirs: list[str]) -> list[str] | None:
    """What a stretch becomes that only one side changed, or both alike; none otherwise."""
    if mine in (base, theirs):
        return theirs
    return mine if theirs == base else None


def _common(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Block]:
    """Runs of lines that all three have, in order."""
    left = _matches(base, mine)
    right = _matches(base, theirs)
    while left and right:
        (one, other, length), (two, another, size) = left[0], right[0]
        start, end = max(one, two), min(one + length, two + size)
        if start < end:
            yield start, other + start - one, another + start - two, end - start
        (left if one + length < two + size else right).pop(0)


def _matches(base: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
