"""Say in words what an edition brings, for subjects and messages."""

from datetime import UTC, datetime

from briefgen.model.edition import Edition, Filed
from briefgen.model.parcel import Parcel

MARKDOWN = "text/markdown"
HTML = "text/html"
TEXT = "text/plain"
PDF = "application/pdf"
TAKEN = frozenset({"", ".", "..", "latest"})
"""Names that no folder of an edition may have beside others."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def changes_in(edition: Edition) -> str:
    """What is new in few words: "3 new, 1 changed"."""
    counts = edition.counts
    if counts.new is None:
        return "first edition" if edition.number == 1 else f"edition {edition.number}"
    pairs = ((counts.new, "new"), (counts.changed, "changed"), (counts.withdrawn, "withdrawn"))
    parts = [f"{count} {word}" for count, word in pairs if count]
    if counts.repeated:
        parts.append(f"{counts.repeated} told by another source too")
    if counts.moved:
        parts.append(f"{counts.moved} {'figure' if counts.moved == 1 else 'figures'} moved")
    if counts.notes:
        parts.append(f"{counts.notes} {'note' if counts.notes == 1 else 'notes'} changed")
    if counts.remarked:
        parts.append(f"{counts.remarked} {'marking' if counts.remarked == 1 else 'markings'} changed")
    return ", ".join(parts) or "nothing new"


def headline(parcel: Parcel) -> str:
    """What `parcel` brings in few words."""
    return "nothing new" if parcel.quiet else changes_in(parcel.edition)


def file_of(parcel: Parcel, media_type: str) -> Filed | None:
    """The first file of `parcel` with `media_type`, whatever parameters are behind it."""
    return next((file for file in parcel.files if kind_of(file) == media_type), None)


def kind_of(file: Filed) -> str:
    """The media type of `file` without parameters."""
    return file.artefact.media_type.partition(";")[0].strip().lower()


def moment_of(parcel: Parcel) -> datetime:
    """The moment that `parcel` bears; where that is only a day, its beginning."""
    try:
        return _utc(parcel.moment or parcel.edition.made)
    except ValueError:  # the name of a slot that is no moment
        return _utc(parcel.edition.made)


def _utc(words: str) -> datetime:
    moment = datetime.fromisoformat(words)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def line(words: str) -> str:
    """`words` on one line, with only what can be shown: fit for a header."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())


def folder_name(edition: Edition) -> str:
    """The last part of the edition's folder, by which it is known wherever it is copied to."""
    last = edition.folder.rstrip("/").rpartition("/")[2]
    return f"{edition.job}-{edition.number}" if last in TAKEN else last
