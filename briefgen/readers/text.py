"""Read plain text in any encoding, changing no character of it."""

import re

from briefgen.model.document import Block, Document
from briefgen.model.problem import Problem
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.readers.encoding import UndecodableError, decode
from briefgen.readers.paragraphs import LETTER_FIELD, find_blocks
from briefgen.readers.remarks import remarks_on

SUBJECT = re.compile(r"^Subject:[ \t]*(\S.*)$", re.MULTILINE)


def read_text(raw: RawSource) -> Document | Unread:
    """The document in a text file, or why it holds none."""
    if not raw.data:
        return _unread(raw, "is empty; put its text in, or remove it")
    try:
        decoded = decode(raw.data)
    except UndecodableError as error:
        return _unread(raw, str(error))
    if not any(char.isalnum() for char in decoded.text):
        only = "white space" if not decoded.text.strip() else "signs, and no letter or digit"
        return _unread(raw, f"holds only {only}; put its text in, or remove it")
    blocks = find_blocks(decoded.text)
    return Document(
        path=raw.path,
        name=raw.name,
        media_type=raw.media_type,
        encoding=decoded.encoding,
        sha256=raw.sha256,
        size=len(raw.data),
        text=decoded.text,
        blocks=blocks,
        metadata=raw.metadata.over(Metadata(title=_title(blocks, decoded.text))),
        problems=(*raw.problems, *decoded.problems, *remarks_on(decoded.text)),
    )


def _title(blocks: tuple[Block, ...], text: str) -> str | None:
    """The title that stands in the text, on one line."""
    title = next((block for block in blocks if block.kind == "title"), None)
    if title is None and LETTER_FIELD.match(text):
        subject = SUBJECT.search(text, 0, text.find("\n\n") if "\n\n" in text else len(text))
        return " ".join(subject[1].split()) if subject else None
    return " ".join(title.span.of(text).split()) if title else None


def _unread(raw: RawSource, reason: str) -> Unread:
    return Unread(raw.path, raw.name, Problem(reason), len(raw.data), raw.sha256)
