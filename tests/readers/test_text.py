"""Plain text is read in any encoding and never changed; what is odd about it is told with its place."""

import codecs
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.document import Document
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.readers import read
from briefgen.readers.text import read_text

WORDS = "The minister said “we won’t go” — not before Easter. A café in Malmö was closed.\n"
ENGLISH = "The harbour was closed on Monday, the port authority said. Ships waited outside.\n"


def raw(data: bytes, media_type: str = "text/plain", metadata: Metadata | None = None) -> RawSource:
    digest = hashlib.sha256(data).hexdigest()
    return RawSource("in/a.txt", "in/a.txt", media_type, data, digest, metadata or Metadata())


def document(data: bytes) -> Document:
    found = read_text(raw(data))
    assert isinstance(found, Document), found
    return found


def refused(data: bytes) -> str:
    found = read(raw(data))
    assert isinstance(found, Unread), found
    assert found.size == len(data)
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    return str(found.problem)


def remarks(data: bytes) -> list[str]:
    return [str(problem) for problem in document(data).problems]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_unicode_is_read_without_its_mark_and_without_remark(encoding: str, mark: bytes) -> None:
    found = document(mark + WORDS.encode(encoding))
    assert (found.text, found.encoding, found.problems) == (WORDS, encoding, ())


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_and_white_space_are_kept(ends: str) -> None:
    text = f"  One line. {ends}{ends}\tAnother line.{ends}{ends}\f"
    assert document(text.encode()).text == text


@pytest.mark.parametrize(
    "words", [WORDS, ENGLISH * 50 + "The café reopened.\n", "Sean Ó Briain spoke in Århus.\n"]
)
def test_western_text_that_is_not_utf_8_is_read_as_windows_1252_and_that_is_told(words: str) -> None:
    found = document(words.encode("cp1252"))
    assert (found.text, found.encoding) == (words, "windows-1252")
    (problem,) = found.problems
    assert "not UTF-8; read as windows-1252" in problem.message


def test_text_in_another_alphabet_is_read_and_that_is_told() -> None:
    words = "Министр заявил, что переговоры начнутся на следующей неделе.\n" * 5
    found = document(words.encode("koi8-r"))
    assert found.text == words
    assert "read as koi8-r" in found.problems[0].message


def test_one_broken_place_does_not_make_utf_8_something_else() -> None:
    found = document((WORDS + WORDS).encode() + b"cut \xe2\x80\nmore\n")
    assert found.encoding == "utf-8"
    assert found.text.endswith("cut \N{REPLACEMENT CHARACTER}\nmore\n")
    assert [str(problem) for problem in found.problems] == [
        "line 3: 1 place where characters are lost, shown as � (U+FFFD): get a sound copy"
    ]


def test_an_empty_file_is_refused() -> None:
    assert refused(b"") == "is empty; put its text in, or remove it"


@pytest.mark.parametrize("data", [b" \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n"])
def test_white_space_is_no_text(data: bytes) -> None:
    assert "holds only white space" in refused(data)


def test_signs_without_a_letter_are_no_text() -> None:
    assert "no letter or digit" in refused(b"--- *** ---\n")


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01\0\0\0",
        b"words\0words",
        "words".encode("utf-16-le"),
        bytes(range(1, 256)) * 20,
        b"\x01\x02\x03\x04\x05\x06 ok " * 10,
    ],
)
def test_what_is_not_text_is_refused_with_what_to_do(data: bytes) -> None:
    assert refused(data).startswith("is not text")
    assert "Save it as text in UTF-8, or remove it" in refused(data)


def test_a_mark_that_the_rest_does_not_bear_out_is_told_with_the_place() -> None:
    assert "begins like UTF-16-LE but is not valid from byte 5 on" in refused(b"\xff\xfea\0\x00\xdc")


def test_control_characters_are_counted_and_the_first_is_placed() -> None:
    data = ENGLISH.encode() * 3 + b"\x1b[31mRed\x1b[0m and \x07 bell\n"
    assert document(data).text == data.decode()
    assert remarks(data) == [
        "line 4: 3 control characters (the first is U+001B): the text may come from a program; check it"
    ]


def test_signs_that_turn_the_direction_of_reading_are_told() -> None:
    (remark,) = remarks((ENGLISH + "It was \u202edetaerter\u202c.\n").encode())
    assert remark.startswith("line 2: 2 signs that turn the direction of reading (U+202E): compare")


def test_a_line_of_a_million_characters_is_told() -> None:
    (remark,) = remarks((ENGLISH + "word " * 200_000 + "\n" + ENGLISH).encode())
    assert remark.startswith("line 2: 1,000,000 characters without a line break")


def test_places_are_lines_whatever_ends_them() -> None:
    for ends in ("\r\n", "\r", "\n"):
        (remark,) = remarks(f"One.{ends}Two.{ends}Thr\x01ee.{ends}Four is longer than that.".encode())
        assert remark.startswith("line 3: 1 control character (")


def test_the_subject_of_a_mail_is_its_title_and_no_other_field_of_its_head() -> None:
    head = "From: desk@post.example\nTo: all@post.example\nSubject: Ferry sinks\n\n"
    assert document((head + "The ferry sank off Elba.\n").encode()).metadata.title == "Ferry sinks"
    assert (
        document((head.replace("Subject", "Priority") + "The ferry sank.\n").encode()).metadata.title is None
    )


def test_a_sidecar_goes_before_what_stands_in_the_file() -> None:
    text = b"Ferry sinks off Elba\n\nThe ferry sank on Monday, the coast guard said, and nobody was hurt.\n"
    assert document(text).metadata.title == "Ferry sinks off Elba"
    found = read_text(raw(text, metadata=Metadata(title="Another", publisher="The Post")))
    assert isinstance(found, Document)
    assert found.metadata == Metadata(title="Another", publisher="The Post")


def test_a_kind_without_a_reader_is_told_with_what_is_read() -> None:
    found = read(raw(b"<html>", "text/html"))
    assert isinstance(found, Unread)
    assert str(found.problem) == (
        "there is no reader for text/html yet; briefgen reads plain text (.txt, .text). Save it as plain text"
    )


@given(st.binary(max_size=400))
def test_no_bytes_raise_and_every_block_lies_in_the_text(data: bytes) -> None:
    found = read_text(raw(data))
    if isinstance(found, Document):
        assert all(0 <= block.span.start < block.span.end <= len(found.text) for block in found.blocks)


@given(st.text(min_size=1, max_size=300))
def test_utf_8_is_read_as_it_was_written(words: str) -> None:
    text = ENGLISH * 100 + words.replace("\0", "").encode("utf-8", "replace").decode()
    assert document(text.encode()).text == text


@pytest.mark.parametrize("field", ["Publisher", "Source", "Newspaper"])
def test_a_line_above_the_text_names_who_published_it(field: str) -> None:
    text = f"{field}: The Orlo Post\nPublished: 3 May 2031\n\nShips come back\n\nTwelve ships were back.\n"
    about = document(text.encode()).metadata
    assert (about.publisher, about.title) == ("The Orlo Post", "Ships come back")
