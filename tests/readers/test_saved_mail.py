"""A mail saved as text is read in its words where its head says how they are encoded, and left alone else."""

import base64
import hashlib
import quopri
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.document import Document
from briefgen.model.source import RawSource
from briefgen.readers import read

BODY = (
    "Sylvan Rail closed the tunnel at Karvel on Tuesday, after an inspector of the line had found cracks,"
    " Odd Lund said.\n\n“Nobody was hurt,” he said. The café at the mouth of the tunnel counted 1=1 boats.\n"
)
HEAD = "From: Odd Lund <lund@sylvan.example>\nTo: desk@post.example\nDate: Tue, 04 Nov 2031 10:12:00 +0100\n"


def document(data: bytes) -> Document:
    found = read(RawSource("a.txt", "a.txt", "text/plain", data, hashlib.sha256(data).hexdigest()))
    assert isinstance(found, Document), found
    return found


def mail(body: bytes, how: str, kind: str = "text/plain; charset=utf-8", ends: str = "\n") -> Document:
    head = f"{HEAD}Subject: The tunnel\nContent-Type: {kind}\nContent-Transfer-Encoding: {how}\n\n"
    return document((head.encode() + body).replace(b"\n", ends.encode()))


def quoted(words: str, charset: str = "utf-8") -> bytes:
    return quopri.encodestring(words.encode(charset))


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_quoted_printable_is_read_in_its_words(ends: str) -> None:
    found = mail(quoted(BODY), "quoted-printable", ends=ends)
    assert found.text.replace("\r\n", "\n").endswith(f"\n\n{BODY}")
    assert found.problems == ()


def test_base64_is_read_in_its_words() -> None:
    found = mail(base64.encodebytes(BODY.encode()), "Base64")
    assert found.text.endswith(f"\n\n{BODY}")
    assert found.problems == ()


def test_the_character_set_is_that_of_the_head() -> None:
    words = "Das Café an der Brücke ist geschlossen, so hieß es am Dienstag aus dem Rathaus der Stadt.\n"
    found = mail(quoted(words, "iso-8859-1"), "quoted-printable", "text/plain; charset=iso-8859-1")
    assert found.text.endswith(words)


def test_the_head_stays_as_it_is_and_gives_the_title() -> None:
    found = mail(quoted(BODY), "quoted-printable")
    assert found.text.startswith(HEAD)
    assert found.metadata.title == "The tunnel"
    assert {block.kind for block in found.blocks} == {"paragraph"}


def test_words_of_the_head_in_other_letters_are_read() -> None:
    subject = "Subject: =?utf-8?Q?The_tunnel_=E2=80=93?= =?utf-8?B?IGNsb3NlZA==?=\n"
    found = document(f"{HEAD}{subject}\nThe tunnel is closed.\n".encode())
    assert found.metadata.title == "The tunnel – closed"


def test_a_word_of_the_head_brings_no_line_of_its_own() -> None:
    subject = "Subject: =?utf-8?Q?The_tunnel=0AFrom:_Nobody?=\n"
    found = document(f"{HEAD}{subject}\nThe tunnel is closed.\n".encode())
    assert found.metadata.title == "The tunnel From: Nobody"


@pytest.mark.parametrize("words", ["x = 1 and y=2 =no\n", "a=\tb=G1\n"])
def test_what_is_not_encoded_as_the_head_says_stays_and_is_told(words: str) -> None:
    found = mail(words.encode(), "quoted-printable")
    assert found.text.endswith(f"\n\n{words}")
    (problem,) = found.problems
    assert "quoted-printable" in problem.message
    assert problem.where == "line 8"


def test_base64_that_is_none_stays_and_is_told() -> None:
    found = mail(b"The tunnel is closed.\n", "base64")
    assert found.text.endswith("\n\nThe tunnel is closed.\n")
    assert "base64" in found.problems[0].message


def test_bytes_that_are_no_text_stay_and_are_told() -> None:
    encoded = base64.encodebytes(bytes(range(256)) * 4)
    found = mail(encoded, "base64")
    assert found.text.endswith(encoded.decode())
    assert found.problems


def test_a_body_that_was_decoded_when_it_was_saved_is_left_alone() -> None:
    rule = "The rule is x=20 and never more, as every engineer of the line who has read its manual knows."
    words = f"{BODY}{rule}\n"
    found = mail(words.encode(), "quoted-printable")
    assert found.text.endswith(f"\n\n{words}")
    assert found.problems == ()


@pytest.mark.parametrize(
    "words",
    [
        "The bill=\nwas passed. a=3Db.\n",
        "Content-Transfer-Encoding: quoted-printable\n\nThe bill=\nwas passed.\n",
        "The council met.\n\nFrom: A\nContent-Transfer-Encoding: quoted-printable\n\na=3Db\n",
        "Subject: sums\nContent-Transfer-Encoding: 8bit\nFrom: A\n\na=3Db\n",
        "Note: a=3Db\nContent-Transfer-Encoding: quoted-printable\n\na=3Db\n",
    ],
)
def test_a_text_that_only_holds_such_signs_is_never_altered(words: str) -> None:
    found = document(words.encode())
    assert found.text == words
    assert found.problems == ()


def several(*, plain: bool) -> bytes:
    made = EmailMessage()
    made["From"], made["Date"] = "Odd Lund <lund@sylvan.example>", "Tue, 04 Nov 2031 10:12:00 +0100"
    made["Subject"] = "The tunnel"
    if plain:
        made.set_content(BODY, cte="quoted-printable")
        made.add_alternative("<p>The tunnel</p>", subtype="html")
    else:
        made.set_content("<p>The tunnel</p>", subtype="html")
    made.add_attachment(b"123", maintype="image", subtype="png", filename="tunnel.png")
    return made.as_bytes()


def test_of_several_parts_the_plain_text_is_read_and_what_hangs_on_is_told() -> None:
    found = document(several(plain=True))
    assert found.text.endswith(f"\n\n{BODY}")
    assert "<p>" not in found.text
    assert ["tunnel.png" in problem.message for problem in found.problems] == [True]


def test_a_mail_without_plain_text_is_told() -> None:
    found = document(several(plain=False))
    assert "no words in plain text" in found.problems[0].message


def test_a_folded_field_is_one_block_of_the_head() -> None:
    head = f"Received: from a.example\n by b.example; Tue\n{HEAD}Subject: The tunnel\n  at Karvel\n"
    found = document(f"{head}\nThe tunnel is closed.\n".encode())
    words = [block.span.of(found.text) for block in found.blocks]
    assert words[0] == "Received: from a.example\n by b.example; Tue"
    assert found.metadata.title == "The tunnel at Karvel"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1))
def test_whatever_is_encoded_is_read_as_it_was(words: str) -> None:
    found = mail(base64.encodebytes(words.encode()), "base64")
    assert found.text.endswith(f"\n\n{words}") or found.problems


@given(st.binary(max_size=200))
def test_no_body_stops_the_reading(body: bytes) -> None:
    for how in ("quoted-printable", "base64"):
        data = f"{HEAD}Content-Transfer-Encoding: {how}\n\n".encode() + body
        read(RawSource("a.txt", "a.txt", "text/plain", data, hashlib.sha256(data).hexdigest()))


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (HEAD, "Odd Lund"),
        (HEAD.replace("Odd Lund <lund@sylvan.example>", "lund@sylvan.example"), "lund@sylvan.example"),
        ("The tunnel\n\nFrom: the mouth of the tunnel one sees the lake.\n", None),
    ],
)
def test_who_wrote_a_mail_is_its_author(head: str, author: str | None) -> None:
    assert document(f"{head}\n{BODY}".encode()).metadata.author == author
