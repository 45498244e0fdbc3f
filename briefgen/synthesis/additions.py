"""What a brief holds beside what its sources say: a person's notes, and the topics that it keeps to."""

import msgspec

from briefgen.model.brief import Brief, Coverage, Notes
from briefgen.model.request import Request
from briefgen.synthesis.notes import with_numbers


def with_additions(
    brief: Brief,
    request: Request,
    notes: Notes | None,
    topics: tuple[str, ...],
    off_topic: tuple[Coverage, ...],
) -> Brief:
    """`brief` with `notes`, the `topics` that it keeps to, and the inputs that name none of them."""
    rows = tuple(sorted((*brief.coverage, *off_topic), key=lambda row: (row.name, row.state)))
    marks = [request.marking, *(one.marking for one in brief.sources), *(row.marking for row in rows)]
    marks += [notes.marking] if notes else []
    return msgspec.structs.replace(
        brief,
        coverage=rows,
        marking=request.scheme.highest(marks),
        notes=with_numbers(notes, brief) if notes else msgspec.UNSET,
        topics=topics or msgspec.UNSET,
    )
