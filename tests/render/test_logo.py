"""A logo that is no picture is an error, with its file and the line that names it."""

import struct
import zlib
from pathlib import Path

import pytest

from briefgen.model.problem import TemplateError
from briefgen.render import open_folder
from briefgen.render.logo import broken_picture

SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>\n'
JPEG = b"\xff\xd8\xff\xe0" + bytes(20) + b"\xff\xd9"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"\x89PNG\r\n\x1a\n" + b"".join(
    (
        chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        chunk(b"IDAT", zlib.compress(b"\0\0")),
        chunk(b"IEND", b""),
    )
)


@pytest.mark.parametrize(("data", "ending"), [(SVG, ".svg"), (PNG, ".png"), (JPEG, ".jpg"), (JPEG, ".jpeg")])
def test_a_picture_that_is_what_its_name_says_is_taken(data: bytes, ending: str) -> None:
    assert broken_picture(data, ending) == ""


@pytest.mark.parametrize(
    ("data", "ending", "told"),
    [
        (b"not a picture", ".svg", "it is no SVG (syntax error, line 1 of it); save it again as SVG"),
        (b"", ".svg", "it is no SVG (no element found, line 1 of it); save it again as SVG"),
        (SVG[:-8], ".svg", "it is no SVG (unclosed token, line 2 of it); save it again as SVG"),
        (PNG, ".svg", "it is no SVG but another kind of picture; give it the ending of its kind"),
        (b"<html></html>", ".svg", "it is XML, but no SVG; save it as SVG"),
        (b"<svg></svg>", ".svg", "its <svg> has no namespace, without which no browser shows it; write <svg"),
        (SVG, ".png", "it is no PNG; save it again as PNG, or give it the ending of its kind"),
        (PNG[:-6], ".png", "it is a PNG that ends too early; save it again"),
        (PNG[:33], ".png", "it is a PNG that ends too early; save it again"),
        (PNG.replace(b"IDAT", b"IDAt"), ".png", "it is a damaged PNG; save it again"),
        (PNG, ".jpg", "it is no JPEG; save it again as JPEG, or give it the ending of its kind"),
        (JPEG[:-2], ".jpg", "it is a JPEG that ends too early; save it again"),
    ],
)
def test_a_picture_that_is_none_is_told_with_what_would_mend_it(data: bytes, ending: str, told: str) -> None:
    assert broken_picture(data, ending).startswith(told)


def test_entities_that_would_fill_the_machine_are_no_picture() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE svg [<!ENTITY e0 "{"x" * 99}">{entities}]>{SVG.decode().split(chr(10))[1]}'
    assert broken_picture(bomb.replace("<rect", "<text>&e12;</text><rect").encode(), ".svg")


def test_the_error_names_the_file_and_the_line_of_audience_toml(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    file = tmp_path / "mine" / "audience.toml"
    settings = 'title = "Mine"\ndescription = "Mine."\nsections = ["gaps"]\n'
    file.write_text(settings + '\n[logo]\ntext = "Mine"\nfile = "a.svg"\n')
    (tmp_path / "mine" / "a.svg").write_bytes(b"not a picture")
    with pytest.raises(TemplateError) as caught:
        open_folder("mine", (tmp_path,))
    assert str(caught.value).startswith(f"{file}: line 7: the logo {tmp_path}/mine/a.svg cannot be shown: it")
