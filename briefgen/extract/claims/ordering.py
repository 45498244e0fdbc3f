"""Put claims in the order of the text, or take some of them out, each with its parent still its own."""

from collections.abc import Iterable

import msgspec

from briefgen.model.annotation import Claim


def in_order(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims by their first word, each with its parent's index among them."""
    order = sorted(range(len(claims)), key=lambda index: first_word(claims[index]))
    place = {index: rank for rank, index in enumerate(order)}
    return tuple(
        claims[index]
        if claims[index].parent is None
        else msgspec.structs.replace(claims[index], parent=place[claims[index].parent or 0])
        for index in order
    )


def first_word(claim: Claim) -> tuple[int, int]:
    """Where a claim starts, and where what it says starts."""
    start = min(span.start for spans in (claim.speaker, claim.cue, claim.content) for span in spans)
    return start, claim.content[0].start


def without(claims: list[Claim], dropped: Iterable[int]) -> list[Claim]:
    """`claims` without those whose places are `dropped`, and those that stand in the words of these."""
    gone = set(dropped)
    while more := {i for i, one in enumerate(claims) if one.parent in gone} - gone:
        gone |= more
    kept = [index for index in range(len(claims)) if index not in gone]
    place = {index: rank for rank, index in enumerate(kept)}
    return [
        msgspec.structs.replace(one, parent=None if one.parent is None else place[one.parent])
        for one in (claims[index] for index in kept)
    ]
