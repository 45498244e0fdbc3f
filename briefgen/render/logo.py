"""Whether a logo is the picture that its name says, so that no page is made with a broken one."""

import struct
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

PNG = b"\x89PNG\r\n\x1a\n"
"""Signature of a PNG file (PNG, third edition, section 5.2)."""
JPEG, JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
"""First and last marker of a JPEG file (ITU-T T.81, annex B)."""
SVG = "http://www.w3.org/2000/svg"


def broken_picture(data: bytes, ending: str) -> str:
    """What is wrong with `data`, a file whose name has that ending, as a picture; empty if nothing is."""
    return CHECKS[ending](data)


def _wrong_svg(data: bytes) -> str:
    from xml.parsers import expat

    roots: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _: roots.append(name) if not roots else None
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        if data.startswith((PNG, JPEG)):
            return "it is no SVG but another kind of picture; give it the ending of its kind"
        return (
            f"it is no SVG ({expat.ErrorString(error.code)}, line {error.lineno} of it); save it again as SVG"
        )
    if roots == ["svg"]:
        return f'its <svg> has no namespace, without which no browser shows it; write <svg xmlns="{SVG}" …>'
    return "" if roots == [f"{SVG} svg"] else "it is XML, but no SVG; save it as SVG"


def _wrong_png(data: bytes) -> str:
    if not data.startswith(PNG):
        return "it is no PNG; save it again as PNG, or give it the ending of its kind"
    place = len(PNG)
    kinds: list[bytes] = []
    while place + 12 <= len(data) and kinds[-1:] != [b"IEND"]:
        (length,) = struct.unpack_from(">I", data, place)
        kind, body = data[place + 4 : place + 8], data[place + 4 : place + 8 + length]
        if data[place + 8 + length : place + 12 + length] != struct.pack(">I", zlib.crc32(body)):
            return "it is a damaged PNG; save it again"
        kinds.append(kind)
        place += length + 12
    whole = kinds[:1] == [b"IHDR"] and b"IDAT" in kinds and kinds[-1:] == [b"IEND"]
    return "" if whole else "it is a PNG that ends too early; save it again"


def _wrong_jpeg(data: bytes) -> str:
    if not data.startswith(JPEG):
        return "it is no JPEG; save it again as JPEG, or give it the ending of its kind"
    return "" if JPEG_END in data[len(JPEG) :] else "it is a JPEG that ends too early; save it again"


CHECKS: Mapping[str, Callable[[bytes], str]] = MappingProxyType(
    {".svg": _wrong_svg, ".png": _wrong_png, ".jpg": _wrong_jpeg, ".jpeg": _wrong_jpeg}
)
