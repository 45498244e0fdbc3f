"""A sidecar says what it was given, whatever signs are in it."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.feeds.files import sidecar
from briefgen.feeds.plain import one_line
from briefgen.model.source import Metadata
from briefgen.store.sidecar import parse_sidecar

WORDS = (st.text() | st.text(alphabet="a\"'\\\n\r\t[]=#\x7f\x00\u2028\ud800")).map(one_line)


@given(WORDS, WORDS)
def test_words_come_back_as_they_were(title: str, author: str) -> None:
    given_ = Metadata(title=title or None, author=author or None, published="2026-11-22T05:30:00+01:00")
    known, problems = parse_sidecar(sidecar("x.txt", given_).data, "x.txt.meta.toml")
    assert problems == ()
    assert known == given_
