"""From bytes to documents: a table from media type to reader."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefgen.model.document import Document
from briefgen.model.problem import Problem
from briefgen.model.source import RawSource, Unread
from briefgen.readers.text import read_text

Reader = Callable[[RawSource], Document | Unread]

READERS: Mapping[str, Reader] = MappingProxyType({"text/plain": read_text})

READ = "plain text (.txt, .text)"
"""What the table can read, for people."""


def read(raw: RawSource) -> Document | Unread:
    """The document in `raw`; where it has no reader, or its reader finds nothing in it, why."""
    reader = READERS.get(raw.media_type)
    if reader is not None:
        return reader(raw)
    reason = f"there is no reader for {raw.media_type} yet; briefgen reads {READ}. Save it as plain text"
    return Unread(raw.path, raw.name, Problem(reason), len(raw.data), raw.sha256)
