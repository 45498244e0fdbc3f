"""What a channel of delivery is given: an edition as one recipient may have it."""

import msgspec

from briefgen.model.edition import Edition, Filed


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """One edition, or the note that nothing is new, for one recipient."""

    edition: Edition
    """With the head that the audience is shown: title, marking and counts are theirs."""
    files: tuple[Filed, ...]
    """Those that the channel carries: of its audience, and marked no higher than its ceiling."""
    summary: str
    """"3 new, 1 changed since edition 11"; "first edition"; "nothing new since edition 11"."""
    changes: tuple[str, ...] = ()
    """What changed, in lines of plain text."""
    lead: tuple[str, ...] = ()
    """The bottom line of the brief, in lines of plain text, each behind its status."""
    had: int | None = None
    """Number of the edition that the recipient had last, where counts, summary and changes are told against
    that one, as what came between did not reach him; none where they are told against the edition before."""
    series: str = ""
    """What all editions of the job are called together: its title, or else its name."""
    quiet: bool = False
    """Whether it only says that nothing is new; then there are no files."""
    recipient: str
    key: str
    """The same at each attempt, another for each edition and recipient."""
    recent: tuple[Edition, ...] = ()
    """The job's editions that the channel may show, the newest first, for those that list them."""
    moment: str | None = None
    """Moment, ISO 8601 in UTC, that it bears, the same at each attempt; none for that of the edition.

    A note that nothing is new bears that of the run it tells of.
    """
