"""Say in words what an edition brings, for subjects and messages."""

from briefgen.model.edition import Counts, Edition, Filed
from briefgen.model.parcel import Parcel

MARKDOWN = "text/markdown"
HTML = "text/html"
TEXT = "text/plain"
PDF = "application/pdf"
TAKEN = frozenset({"", ".", "..", "latest"})
"""Names that no folder of an edition may have beside others."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def changes_in(counts: Counts) -> str:
    """What is new in few words: "3 new, 1 changed"."""
    if counts.new is None and counts.changed is None and counts.withdrawn is None:
        return "first edition"
    pairs = ((counts.new, "new"), (counts.changed, "changed"), (counts.withdrawn, "withdrawn"))
    return ", ".join(f"{count} {word}" for count, word in pairs if count) or "no change"


def headline(parcel: Parcel) -> str:
    """What `parcel` brings in few words."""
    return "nothing new" if parcel.quiet else changes_in(parcel.edition.counts)


def file_of(parcel: Parcel, media_type: str) -> Filed | None:
    """The first file of `parcel` with `media_type`, whatever parameters are behind it."""
    return next((file for file in parcel.files if kind_of(file) == media_type), None)


def kind_of(file: Filed) -> str:
    """The media type of `file` without parameters."""
    return file.artefact.media_type.partition(";")[0].strip().lower()


def moment_of(parcel: Parcel) -> str:
    """The moment that `parcel` bears, ISO 8601 in UTC."""
    return parcel.moment or parcel.edition.made


def line(words: str) -> str:
    """`words` on one line, with only what can be shown: fit for a header."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())


def folder_name(edition: Edition) -> str:
    """The last part of the edition's folder, by which it is known wherever it is copied to."""
    last = edition.folder.rstrip("/").rpartition("/")[2]
    return f"{edition.job}-{edition.number}" if last in TAKEN else last
