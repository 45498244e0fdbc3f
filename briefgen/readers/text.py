"""Read plain text."""

import re

from briefgen.model.document import Block, Document
from briefgen.model.source import RawSource, Unread
from briefgen.model.span import Span

LINE = re.compile(r"[^\n]*\S[^\n]*")


def read_text(raw: RawSource) -> Document | Unread:
    """The document in a text file."""
    text = raw.data.decode("utf-8-sig")
    blocks = tuple(
        Block("paragraph", Span(match.start(), match.end()), f"paragraph {number}")
        for number, match in enumerate(LINE.finditer(text), 1)
    )
    return Document(
        raw.path, raw.name, raw.media_type, "utf-8", raw.sha256, len(raw.data), text, blocks, raw.metadata
    )
