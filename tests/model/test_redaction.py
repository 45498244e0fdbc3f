"""Passwords inside addresses are never shown, whatever stands around them."""

import pytest

from briefgen.model.redaction import redacted


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
