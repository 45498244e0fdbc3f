"""Words as the search compares them; `search.js` folds what a person types in the very same way."""

import re
import unicodedata
from functools import lru_cache

ONE_BY_ONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Kana and Han, which are written without gaps: each character is a word."""
WORD = re.compile(rf"[{ONE_BY_ONE}]|[^\W_{ONE_BY_ONE}]+")


def folded(text: str) -> str:
    """`text` in small letters, without accents and other marks on letters."""
    if text.isascii():
        return text.lower()
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", text) if unicodedata.category(char)[0] != "M"
    )
    return bare.upper().lower().replace("ς", "σ")


@lru_cache(maxsize=20_000)  # the same sentences stand in one edition after another
def forms(text: str) -> tuple[str, ...]:
    """The words of `text`, in order, as they are compared."""
    return tuple(WORD.findall(folded(text)))
