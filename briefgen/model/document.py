"""A source that has been read: its text, unchanged, and where its parts stand."""

import re
from typing import Literal

import msgspec

from briefgen.model.problem import Problem
from briefgen.model.source import Metadata
from briefgen.model.span import Span

WORD = re.compile(r"\w+(?:['’.,-]\w+)*")

BlockKind = Literal["title", "heading", "paragraph", "item", "furniture"]
"""Furniture is what a page holds besides its matter: "Page 2 of 7", "By Ann Lee", "Read more: …"."""


class Block(msgspec.Struct, frozen=True):
    """One paragraph, heading, list item or line of furniture. Sentences never cross its ends."""

    kind: BlockKind
    span: Span
    locator: str
    """Where a person finds it: "paragraph 3"."""


class Document(msgspec.Struct, frozen=True):
    """One source as text. Nothing changes `text` after reading; every finding is a span of it."""

    path: str
    name: str
    media_type: str
    encoding: str
    sha256: str
    """SHA-256 of the bytes of the file."""
    size: int
    """Bytes of the file."""
    text: str
    blocks: tuple[Block, ...]
    """In order, without overlap; together they hold every character that is not white space."""
    metadata: Metadata = Metadata()
    problems: tuple[Problem, ...] = ()

    @property
    def words(self) -> int:
        """How many words the text has; a number is one."""
        return len(WORD.findall(self.text))
