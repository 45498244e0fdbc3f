"""Passwords inside addresses are never shown, whatever stands around them."""

import pytest

from briefgen.model.redaction import redacted, redacted_line


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("postgresql://brief:s3cr3t!@db.example/briefs", "postgresql://brief:•••@db.example/briefs"),
        ("postgresql+psycopg://brief:p/a?s#s@db/x", "postgresql+psycopg://brief:•••@db/x"),
        ("sqlite:////srv/briefs/store.db", "sqlite:////srv/briefs/store.db"),
        ("(https://me:pw@news.example/feed)", "(https://me:•••@news.example/feed)"),
        ("https://token-of-mine@news.example/feed", "https://•••@news.example/feed"),
        ("no connection to “https://:pw@h/”.", "no connection to “https://:•••@h/”."),
        ("postgresql://brief@db.example/briefs", "postgresql://brief@db.example/briefs"),
        ("https://news.example/a@b", "https://news.example/a@b"),
        ("https://news.example:8443/x?mail=a@b.c", "https://news.example:8443/x?mail=a@b.c"),
        ("line 4: desk@example.org", "line 4: desk@example.org"),
    ],
)
def test_an_address_is_shown_without_its_password(words: str, shown: str) -> None:
    assert redacted(words) == shown


@pytest.mark.parametrize(
    "said", ["wren/in oak", "wren%2Fin%20oak", "wren%2Fin+oak", "d3Jlbi9pbiBvYWs=", "d3Jlbi9pbiBvYWs"]
)
def test_a_value_that_is_given_is_left_out_in_every_form_and_not_remembered(said: str) -> None:
    assert redacted(f"535 no: {said}.", ["  wren/in oak\n"]) == "535 no: •••."
    assert redacted(f"535 no: {said}.") == f"535 no: {said}."


def test_what_somebody_else_wrote_is_shown_on_one_line() -> None:
    assert redacted_line("535\r\n no:\x1b[31m  wren-in-oak\u202e ", ["wren-in-oak"]) == "535 no: [31m •••"
