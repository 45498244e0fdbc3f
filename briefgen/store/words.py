"""Words as they are searched: in small letters, without accents, the same in every database.

SQLite and PostgreSQL each have their own idea of what a word is ("U.S.", "1,500", "twenty-one", "ß"). So the
words are told here, and both are given what both take for whole words: a Latin letter, then Latin letters and
digits.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

ONE_BY_ONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Kana and Han, which are written without gaps: each character is searched as a word."""
POINTS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
"""Combining accents, and the points of Hebrew and Arabic: they part no word, and are left out of it."""
WORD = re.compile(rf"[{ONE_BY_ONE}]|[^\W_{ONE_BY_ONE}](?:[^\W_{ONE_BY_ONE}]|[{POINTS}])*")
LONGEST = 60
"""Characters of a word that are told from those of another."""
MOST = 15_000
"""Words of one passage that can be found. PostgreSQL counts places up to 16,383, and takes a megabyte."""
PLAIN = re.compile(r"[a-z][a-z0-9]*")


class Word(NamedTuple):
    """A word of a text, and where it stands."""

    form: str
    """As it is searched."""
    start: int
    end: int


def words_of(text: str) -> Iterator[Word]:
    """The words of `text`, in order."""
    for match in WORD.finditer(text):
        form = form_of(match[0])
        if form:
            yield Word(form, match.start(), match.end())


def searchable(text: str) -> str:
    """The words of `text` as a database is given them."""
    forms = (word.form for word in words_of(text))
    return " ".join(form for _, form in zip(range(MOST), forms, strict=False))


@lru_cache(maxsize=50_000)
def form_of(word: str) -> str:
    """`word` as it is searched; empty where no letter or digit is in it.

    What begins another word begins its form too, so that beginnings can be searched for.
    """
    folded = word.lower()
    if not word.isascii():
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
        folded = "".join(char for char in folded if char.isalnum())
    folded = folded[:LONGEST]
    if PLAIN.fullmatch(folded):
        return folded
    spelt = "".join(char if char.isascii() else f"q{ord(char):x}q" for char in folded)
    return f"q{spelt}" if spelt[:1].isdigit() else spelt
