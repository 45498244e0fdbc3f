"""Read plain text in any encoding, changing no character of it but what a mail's head says is encoded."""

import re

from briefgen.model.document import Block, Document
from briefgen.model.problem import Problem
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.readers.encoding import Decoded, UndecodableError, decode
from briefgen.readers.paragraphs import LETTER_FIELD, find_blocks, mail_head, masthead, publisher_told
from briefgen.readers.remarks import remarks_on

SUBJECT = re.compile(r"^Subject:[ \t]*(\S.*(?:\n[ \t]+\S.*)*)$", re.MULTILINE)
"""The subject of a mail, which may go on in lines that open with white space."""
SENDER = re.compile(r"^From:[ \t]*(\S.*)$", re.MULTILINE)
EMPTY_LINE = r"\n[ \t\r]*\n"


def read_text(raw: RawSource) -> Document | Unread:
    """The document in a text file, or why it holds none."""
    if not raw.data:
        return _unread(raw, "is empty; put its text in, or remove it")
    try:
        decoded = _in_words(decode(raw.data))
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
        metadata=raw.metadata.over(
            Metadata(
                title=_title(blocks, decoded.text),
                author=_sender(decoded.text),
                publisher=publisher_told(decoded.text) or masthead(decoded.text),
            )
        ),
        problems=(*raw.problems, *decoded.problems, *remarks_on(decoded.text)),
    )


ENCODED = ("content-transfer-encoding:", "content-type:", "=?")
"""One of these stands in the head of a mail that tells of anything encoded."""
HEAD = 65_536
"""Characters in which it stands."""


def _in_words(decoded: Decoded) -> Decoded:
    """`decoded`, with what the head of a mail says is encoded as it is read."""
    opening = decoded.text[:HEAD].lower()
    if not any(hint in opening for hint in ENCODED):
        return decoded
    from briefgen.readers.mail import without_encoding

    return without_encoding(decoded)


def _title(blocks: tuple[Block, ...], text: str) -> str | None:
    """The title that stands in the text, on one line."""
    title = next((block for block in blocks if block.kind == "title"), None)
    if title is None and (LETTER_FIELD.match(text) or mail_head(text)):
        end = re.search(EMPTY_LINE, text)
        subject = SUBJECT.search(text, 0, end.start() if end else len(text))
        return " ".join(subject[1].split()) if subject else None
    return " ".join(title.span.of(text).lstrip("#").split()) if title else None


def _sender(text: str) -> str | None:
    """Who wrote the mail, by the name in its head or else by the address; none where the text is no mail."""
    found = SENDER.search(text, 0, mail_head(text))
    if found is None:
        return None
    from email.utils import parseaddr

    name, address = parseaddr(found[1])
    return name or address or None


def _unread(raw: RawSource, reason: str) -> Unread:
    return Unread(raw.path, raw.name, Problem(reason), len(raw.data), raw.sha256)
