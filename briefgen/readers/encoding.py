"""From bytes to characters: which encoding a text is in, and how sure that is."""

import re

import msgspec

from briefgen.model.problem import Problem

MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""Byte order marks (The Unicode Standard, section 23.8); that of UTF-16 begins that of UTF-32."""

SOUND_SHARE = 4
"""Valid UTF-8 sequences for each broken one from which a text counts as damaged UTF-8.

In other encodings high bytes form valid sequences by accident only."""

WESTERN_SHARE = 0.15
"""Most high bytes, as a share, in a Western text; French has about 4 in 100, Greek more than half."""

WRONG_CASE = re.compile("[a-zß-ÿ][À-ÖØ-Þ]")
"""A capital after a small letter: what quotation marks of Mac Roman become in windows-1252."""

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
CONTROL_SHARE = 0.05
"""Control characters, as a share, from which bytes are taken for a program's, not a person's."""

LOST = "\N{REPLACEMENT CHARACTER}"

REPAIR = "Save it as text in UTF-8, or remove it"


class Decoded(msgspec.Struct, frozen=True):
    """The characters of a file."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


class UndecodableError(ValueError):
    """Bytes that are no text, or whose encoding nothing tells; the message says which and what to do."""


def decode(data: bytes) -> Decoded:
    """The text in `data`, without its byte order mark; raises `UndecodableError` where there is none.

    A mark decides; without one it is UTF-8 if it is valid; otherwise the encoding is inferred, and a
    problem says so.
    """
    decoded = _by_mark(data) or _as_utf8(data) or _inferred(data)
    if "\0" in decoded.text:
        raise UndecodableError(f"is not text: it holds the character NUL. {REPAIR}")
    if len(CONTROL.findall(decoded.text[:100_000])) > CONTROL_SHARE * len(decoded.text[:100_000]) + 2:
        raise UndecodableError(f"is not text: it is full of control characters. {REPAIR}")
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    found = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), None)
    if found is None or (found[1] == "utf-8" and not _is_utf8(data)):
        return None
    mark, name = found
    try:
        return Decoded(data[len(mark) :].decode(name), name)
    except UnicodeDecodeError as error:
        place = len(mark) + error.start + 1
        raise UndecodableError(
            f"begins like {name.upper()} but is not valid from byte {place:,} on. {REPAIR}"
        ) from error


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as_utf8(data: bytes) -> Decoded | None:
    """`data` as UTF-8, damaged in few places at most, where it then has the sign for lost characters."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        if b"\0" in data:
            return None
    text = data.decode("utf-8-sig", "replace")
    broken = text.count(LOST) - data.count(LOST.encode())
    sound = sum(char > "\x7f" for char in text) - broken
    return Decoded(text, "utf-8") if sound >= SOUND_SHARE * broken else None


def _inferred(data: bytes) -> Decoded:
    """`data` in the encoding that fits best; raises `UndecodableError` where none does."""
    if b"\0" in data:
        place = data.index(b"\0") + 1
        raise UndecodableError(f"is not text: byte {place:,} is NUL. {REPAIR}")
    text, encoding = _as_western(data) or _as_guessed(data)
    remark = f"is not UTF-8; read as {encoding}. Check letters with accents, or save it as UTF-8"
    return Decoded(text, encoding, (Problem(remark),))


def _as_western(data: bytes) -> tuple[str, str] | None:
    """`data` as windows-1252, what Western text that is not UTF-8 nearly always is."""
    if len(data.translate(None, bytes(range(128)))) > WESTERN_SHARE * len(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if WRONG_CASE.search(text) else (text, "windows-1252")


def _as_guessed(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UndecodableError(f"is not text in any encoding that briefgen knows. {REPAIR}")
    name = best.encoding
    return data.decode(name), re.sub("^cp125", "windows-125", name).replace("_", "-")
