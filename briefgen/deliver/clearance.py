"""Decide by the markings what a channel may carry."""

from collections.abc import Iterable, Sequence

import msgspec

from briefgen.model.edition import Filed
from briefgen.model.job import Atom, Channel, Folder
from briefgen.model.marking import Scheme

WHOLE = (Folder, Atom)
"""Channels that carry the files of all audiences where none is named; the others those of the first."""


class Clearance(msgspec.Struct, frozen=True):
    """What of an edition a channel may carry."""

    files: tuple[Filed, ...]
    """None where it is refused."""
    refusal: str | None = None
    """Why nothing may be sent, and what would have to be changed."""


def deliverable(channel: Channel, files: Iterable[Filed], scheme: Scheme) -> Clearance:
    """What of `files`, those of an edition in the order of its audiences, `channel` may carry.

    If anything that it is to carry is marked above its ceiling, or in words that `scheme` does not know,
    nothing is sent: half an edition would pass for a whole one.
    """
    carried = _carried(channel, tuple(files))
    above = [file for file in carried if scheme.exceeds(file.marking, channel.marking_ceiling)]
    if not above:
        return Clearance(carried)
    refusal = (
        f"not sent: {_named(above, scheme)}, above the ceiling of “{channel.name}”, "
        f"{channel.marking_ceiling}: name an audience whose brief may go there"
    )
    return Clearance((), refusal)


def _named(above: Sequence[Filed], scheme: Scheme) -> str:
    """What is marked how: "executive.md and 3 more files are of a brief marked TLP:RED"."""
    more = len(above) - 1
    marks = [file.marking for file in above]
    files = f" and {more:,} more file{'' if more == 1 else 's'} are" if more else " is"
    highest = f"{'up to ' if len({*marks}) > 1 else ''}{scheme.highest(marks)}"
    return f"{above[0].artefact.name}{files} of a brief marked {highest}"


def _carried(channel: Channel, files: tuple[Filed, ...]) -> tuple[Filed, ...]:
    if channel.audience is None and isinstance(channel, WHOLE):
        return files
    first = next((file.audience for file in files if file.audience is not None), None)
    return tuple(file for file in files if file.audience == (channel.audience or first))
