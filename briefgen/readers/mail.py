"""Read a mail that was saved as plain text, head and all: what its head says is encoded is decoded."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefgen.model.problem import Problem
from briefgen.readers.encoding import Decoded, UndecodableError, decode
from briefgen.readers.paragraphs import mail_head

if TYPE_CHECKING:
    from email.message import EmailMessage

ENCODED_WORDS = re.compile(r"=\?[\w-]+\?[bBqQ]\?[^?\s]*\?=(?:\s+=\?[\w-]+\?[bBqQ]\?[^?\s]*\?=)*")
"""Words of a head in letters beyond ASCII (RFC 2047, section 2)."""

NO_QUOTED_PRINTABLE = re.compile(r"=(?![0-9A-Fa-f]{2}|[ \t]*\r?(?:\n|$))")
"""What cannot stand in quoted-printable (RFC 2045, section 6.7)."""
SOFT_BREAK = re.compile(r"=[ \t]*\r?\n")
BEYOND_ASCII = re.compile(r"=[89A-Fa-f][0-9A-Fa-f]")
LONGEST_LINE = 76
"""Characters of a line in quoted-printable, at most; with longer ones it was decoded when it was saved."""
SAVED = "save its words as plain text"
NO_TEXT = Problem(f"the mail has no words in plain text; read as it stands. To have it read well, {SAVED}")


class Part(NamedTuple):
    """What of a mail is read."""

    words: str
    problems: tuple[Problem, ...] = ()


def without_encoding(decoded: Decoded) -> Decoded:
    """`decoded` with the body of the mail that it holds in words; as it is where it holds none.

    A body is decoded only where the head says how it is encoded (quoted-printable, base64, several parts) and
    it is so; where it is not, it stays as it stands, and a problem says so. All else is left untouched.
    """
    text = decoded.text
    head = _head(text)
    if head is None:
        return decoded
    body = _body(text, head)
    words = _decoded_words(head) if "=?" in head else head
    part = body or Part(text[len(head) :])
    if part.words == text[len(head) :] and words == head and not part.problems:
        return decoded
    return msgspec.structs.replace(
        decoded, text=words + part.words, problems=(*decoded.problems, *part.problems)
    )


def _head(text: str) -> str | None:
    """The head of a mail with its empty line, if `text` opens with one."""
    end = mail_head(text)
    return text[: text.index("\n", end) + 1] if end else None


def _decoded_words(head: str) -> str:
    """`head` with words in letters beyond ASCII as they are read."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    def plain(found: re.Match[str]) -> str:
        try:
            words = str(make_header(decode_header(found.group())))
        except (MessageError, LookupError, ValueError):
            return found.group()
        return " ".join("".join(char if char.isprintable() else " " for char in words).split())

    return ENCODED_WORDS.sub(plain, head)


def _body(text: str, head: str) -> Part | None:
    """What the body of a mail says; none where its head does not say that it is encoded."""
    from email import message_from_string, policy

    message = message_from_string(head, policy=policy.default)
    body = text[len(head) :]
    if message.get_content_maintype() == "multipart":
        return _parts(message_from_string(text, policy=policy.default), body)
    how = _encoding(message)
    if message.get_content_maintype() != "text":
        return Part(body, (NO_TEXT,)) if how else None
    part = _decoded(body, how, _charset(message), f"line {head.count(chr(10)) + 1}") if how else None
    html = part is not None and message.get_content_type() == "text/html"
    return Part(part.words, (*part.problems, NO_TEXT)) if part and html else part


def _encoding(message: "EmailMessage") -> str:
    """How the words of a part are encoded; empty where they stand as they are."""
    how = str(message.get("Content-Transfer-Encoding", "")).strip().lower()
    return how if how in DECODERS else ""


def _charset(message: "EmailMessage") -> str:
    return str(message.get_param("charset", "") or "")


def _decoded(body: str, how: str, charset: str, where: str | None = None) -> Part:
    """The words of a body encoded as its head says; as they stand, with a problem, where it is not."""
    try:
        data = DECODERS[how](body)
    except ValueError:
        data = b"\0"
    part = Part(body) if data is None else _read(data, charset)
    if part is not None:
        return part
    wrong = f"its head says that the mail is in {how}, and it is not; read as it stands"
    return Part(body, (Problem(f"{wrong}. Look at its words, or {SAVED}", where),))


def _quoted_printable(body: str) -> bytes | None:
    """The bytes of a body in quoted-printable, none where nothing in it is; raises `ValueError`."""
    from quopri import decodestring

    if "=" not in body or not _is_encoded(body):
        return None
    if NO_QUOTED_PRINTABLE.search(body):
        raise ValueError(body)
    return decodestring(body.encode("ascii"))


def _is_encoded(body: str) -> bool:
    """Whether a body looks encoded, and not as if it were decoded already with its head left as it was."""
    if SOFT_BREAK.search(body) or BEYOND_ASCII.search(body):
        return True
    return all(len(line.rstrip("\r")) <= LONGEST_LINE for line in body.split("\n"))


def _base64(body: str) -> bytes | None:
    """The bytes of a body in base64; raises `ValueError` where it is none."""
    from base64 import b64decode

    return b64decode("".join(body.split()).encode("ascii"), validate=True)


DECODERS: Mapping[str, Callable[[str], bytes | None]] = MappingProxyType(
    {"quoted-printable": _quoted_printable, "base64": _base64}
)
"""By the name that a head gives an encoding (RFC 2045, section 6)."""


def _read(data: bytes, charset: str) -> Part | None:
    """The characters of bytes that the head says are in `charset`; none where they are no text."""
    try:
        words = data.decode(charset or "utf-8")
        if "\0" not in words:
            return Part(words)
    except (LookupError, UnicodeDecodeError):
        pass
    try:
        found = decode(data)
    except UndecodableError:
        return None
    return Part(found.text, found.problems)


def _parts(message: "EmailMessage", body: str) -> Part:
    """The plain text among the parts of a mail; what is attached is told, and not read."""
    leaves = [part for part in message.walk() if not part.is_multipart()]
    plain = [one for one in leaves if one.get_content_type() == "text/plain" and not one.is_attachment()]
    read = [_part(one) for one in plain]
    if not any(part.words.strip() for part in read):
        return Part(body, (NO_TEXT,))
    problems = [problem for part in read for problem in part.problems]
    attached = sorted(str(one.get_filename() or one.get_content_type()) for one in leaves if _hangs_on(one))
    if attached:
        named = ", ".join(attached)
        problems.append(Problem(f"what hangs on the mail is not read: {named}. Save it beside the mail"))
    return Part("\n\n".join(part.words.strip("\r\n") for part in read) + "\n", tuple(problems))


def _part(message: "EmailMessage") -> Part:
    """The words of one part in plain text."""
    words, how = str(message.get_payload()), _encoding(message)
    return _decoded(words, how, _charset(message)) if how else Part(words)


def _hangs_on(part: "EmailMessage") -> bool:
    """Whether a part is a file that was sent with the mail, and not another form of its words."""
    return part.is_attachment() or part.get_content_maintype() != "text"
