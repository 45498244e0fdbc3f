"""What kind of file an input is, told from its name or, where that says nothing, from its first bytes."""

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

TEXT = "text/plain"
BINARY = "application/octet-stream"

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": TEXT,
        ".text": TEXT,
        ".asc": TEXT,
        ".md": "text/markdown",
        ".markdown": "text/markdown",
        ".htm": "text/html",
        ".html": "text/html",
        ".xhtml": "application/xhtml+xml",
        ".mht": "multipart/related",
        ".mhtml": "multipart/related",
        ".xml": "application/xml",
        ".rss": "application/rss+xml",
        ".atom": "application/atom+xml",
        ".json": "application/json",
        ".jsonl": "application/jsonl",
        ".ndjson": "application/jsonl",
        ".csv": "text/csv",
        ".tsv": "text/tab-separated-values",
        ".eml": "message/rfc822",
        ".mbox": "application/mbox",
        ".msg": "application/vnd.ms-outlook",
        ".pdf": "application/pdf",
        ".doc": "application/msword",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".odt": "application/vnd.oasis.opendocument.text",
        ".rtf": "application/rtf",
        ".epub": "application/epub+zip",
        ".xls": "application/vnd.ms-excel",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".ods": "application/vnd.oasis.opendocument.spreadsheet",
        ".ppt": "application/vnd.ms-powerpoint",
        ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".zip": "application/zip",
        ".gz": "application/gzip",
        ".tar": "application/x-tar",
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".gif": "image/gif",
        ".webp": "image/webp",
        ".svg": "image/svg+xml",
        ".tif": "image/tiff",
        ".tiff": "image/tiff",
        ".mp3": "audio/mpeg",
        ".wav": "audio/wav",
        ".mp4": "video/mp4",
        ".mov": "video/quicktime",
    }
)
"""Media types by extension, as IANA registers them; an own table, so that machines agree."""

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"{\\rtf", "application/rtf"),
    (b"<!doctype html", "text/html"),
    (b"<html", "text/html"),
    (b"<?xml", "application/xml"),
)
"""First bytes, in lower case, of files whose names say nothing; from the formats' own specifications."""

BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""Marks of encodings whose text holds NUL bytes (The Unicode Standard, section 23.8)."""

SNIFFED = 4096
"""Bytes looked at."""


def media_type(name: str, data: bytes) -> str:
    """The media type of the file `name` that holds `data`."""
    return MEDIA_TYPES.get(PurePath(name).suffix.lower()) or sniff(data)


def sniff(data: bytes) -> str:
    """The media type that the first bytes speak for; text is what has no NUL byte among them."""
    head = data[:SNIFFED]
    start = head.lower().removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, known in SIGNATURES:
        if head.startswith(signature) or start.startswith(signature):
            return known
    return TEXT if head.startswith(BYTE_ORDER_MARKS) or b"\0" not in head else BINARY
