"""The kind of a file is told from its name first, and from its first bytes only where that says nothing."""

import pytest

from briefgen.store.media import media_type


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"%PDF-1.7", "text/plain"),
        ("A.TXT", b"words", "text/plain"),
        ("a.html", b"words", "text/html"),
        ("a.eml", b"words", "message/rfc822"),
        ("README", b"words", "text/plain"),
        ("report.final", "Für alle".encode(), "text/plain"),
        ("report.v2", "words".encode("utf-16"), "text/plain"),
        ("a", b"%PDF-1.7 ...", "application/pdf"),
        ("a", b"\xef\xbb\xbf\n<!DOCTYPE HTML><title>", "text/html"),
        ("a", b"PK\x03\x04....", "application/zip"),
        ("a.xyz", b"ab\0cd", "application/octet-stream"),
        ("a", b"", "text/plain"),
    ],
)
def test_the_kind_of_a_file(name: str, data: bytes, expected: str) -> None:
    assert media_type(name, data) == expected
