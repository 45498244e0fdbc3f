"""Markdown read quickly gives the tokens that markdown-it gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.render.inline import read_quickly

STOCK = MarkdownIt("commonmark", {"html": False}).enable("table")
QUICK = MarkdownIt("commonmark", {"html": False}).enable("table")
read_quickly(QUICK)

PARTS = (
    *("the dam", " ", ", ", "[4](#e4)", "[S1](#s1)", "[a [4](#e4)](#e5)", "[*b*](#e1)", "[4](#e4 'title')"),
    *("![m](m.svg)", "![[4](#e4)](m.svg)", "[4](#E 4)", "[x]: /y\n\n", "[x]", "[", "]", "(#e4)", "!", "é"),
    *("*", "**", "_", "`", "\\", "\n", "<", "<https://a.b>", "&amp;", "|", "- ", "~"),
    "\n\n| a | b |\n|---|---|\n| ",
)


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_whatever_the_markdown_the_tokens_are_those_of_markdown_it(markdown: str) -> None:
    assert QUICK.parse(markdown) == STOCK.parse(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "Power is out. [4](#e4), [5](#e5)",
        "| Who | Evidence |\n|---|---|\n| Anna | [4](#e4) |",
        "[a [4](#e4)](#e5)",
    ],
)
def test_citations_are_links(markdown: str) -> None:
    assert 'href="#e4"' in QUICK.render(markdown)
    assert QUICK.render(markdown) == STOCK.render(markdown)
