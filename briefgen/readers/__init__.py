"""From bytes to documents: a table from media type to reader."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefgen.model.document import Document
from briefgen.model.source import RawSource, Unread
from briefgen.readers.text import read_text

Reader = Callable[[RawSource], Document | Unread]

READERS: Mapping[str, Reader] = MappingProxyType({"text/plain": read_text})
