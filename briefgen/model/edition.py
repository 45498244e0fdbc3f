"""An edition of a job, the runs that make editions, and their deliveries, as the store keeps them."""

from typing import Literal

import msgspec

from briefgen.model.artefact import Artefact

RunState = Literal["running", "made", "unchanged", "failed", "interrupted"]
"""`unchanged`: there was nothing to tell, so no edition was made. `interrupted`: killed before it ended."""
DeliveryState = Literal["pending", "sent", "failed", "given_up", "refused"]
"""`failed` is tried again by a later run; `refused` is a marking above the channel's ceiling."""


class Input(msgspec.Struct, frozen=True):
    """One source file of a job, as it was when a run looked."""

    name: str
    sha256: str
    """Of its bytes."""
    known: str
    """Hash of what its sidecar and the job's defaults say of it."""
    first_seen: str
    """Moment, ISO 8601 in UTC, at which a run first saw these bytes under any name."""
    told: int | None = None
    """Number of the edition that first told of it as it is now; none while it waits to be told."""
    place: str | None = None
    """Which of the job's sources, or folders of feeds, it was found by; none where that is not known."""
    marking: str | None = None
    """As the latest run found it marked, whether or not an edition tells of it; none where it is not."""
    problems: tuple[str, ...] = ()
    """What was wrong with it when an edition last told of it as it is now."""


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One edition of one job, without its model and files."""

    job: str
    number: int
    """From 1, without holes."""
    made: str
    """Moment, ISO 8601 in UTC."""
    as_of: str
    title: str
    marking: str | None = None
    fingerprint: str
    """Hash of all that the edition depends on: inputs, settings, templates, notes, version."""
    folder: str
    """Where its files were written."""
    counts: "Counts"
    run: int
    """Id of the run that made it."""
    audiences: tuple["Showing", ...] = ()
    """What each audience is shown of it, in the order of the job."""
    pruned: str | None = None
    """Moment at which its contents were dropped to make room."""

    def shown_to(self, audience: str) -> "Edition":
        """The edition with the head that `audience` is shown; itself where it was not made for that one."""
        for one in self.audiences:
            if one.audience == audience:
                head = {"title": one.title, "as_of": one.as_of, "marking": one.marking, "counts": one.counts}
                return msgspec.structs.replace(self, audiences=(one,), **head)
        return self


class Counts(msgspec.Struct, frozen=True):
    """What an edition holds, and what is new in it against the one before; none where there was none."""

    sources: int
    claims: int
    problems: int
    new: int | None = None
    changed: int | None = None
    """What stands otherwise: other words, another status."""
    withdrawn: int | None = None
    moved: int | None = None
    """Figures that moved."""
    notes: int | None = None
    """Passages of a person's own notes that are new, changed or withdrawn."""
    remarked: int | None = None
    """Markings that are others than they were: of sources that are the same, and that of the job."""
    repeated: int | None = None
    """What another source tells too; editions of earlier versions count it among what changed."""


class Showing(msgspec.Struct, frozen=True):
    """What one audience is shown of an edition: the head of its brief."""

    audience: str
    ceiling: str | None
    """The highest marking that it may see; none for all."""
    title: str
    as_of: str
    marking: str | None
    counts: Counts


class Filed(msgspec.Struct, frozen=True):
    """A file of an edition, and whom it may be shown."""

    artefact: Artefact
    audience: str | None
    """Whose it is; none for what holds everything (`brief.json`)."""
    marking: str | None
    """That of the brief it was made from, which a page that shows only part of it may not bear."""


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One attempt at an edition."""

    id: int
    job: str
    started: str
    """Moment, ISO 8601 in UTC."""
    ended: str | None = None
    state: RunState = "running"
    reason: str | None = None
    """Why it failed, or why nothing was made, for people."""
    edition: int | None = None
    """Number of the edition that was made, or that still holds."""
    slot: str | None = None
    """The moment of the schedule that it was for."""
    problems: tuple[tuple[str, str], ...] = ()
    """Inputs with what was wrong with them."""
    host: str = ""
    pid: int = 0


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One edition, or the note that nothing is new, on its way to one recipient."""

    id: int
    job: str
    edition: int
    """Number of the edition; of a quiet note the one that still holds."""
    quiet: str | None = None
    """Of a note that nothing is new the slot or day it is for; none for an edition."""
    channel: str
    """Name of the channel in the job."""
    recipient: str
    """An address of a mail channel; of any other the channel's own place."""
    key: str
    """The same at each attempt: the Message-ID or idempotency key is made of it."""
    state: DeliveryState = "pending"
    attempts: int = 0
    next_try: str | None = None
    """Moment before which it is not tried again."""
    last_error: str | None = None
    ended: str | None = None
