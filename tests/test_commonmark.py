"""Markdown read quickly gives the tokens that markdown-it gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.commonmark import read_quickly

STOCK, QUICK = (
    [MarkdownIt("commonmark", {"html": html}).enable("table") for html in (False, True)] for _ in "12"
)
for parser in QUICK:
    read_quickly(parser)
BOTH = pytest.mark.parametrize(
    ("stock", "quick"), list(zip(STOCK, QUICK, strict=True)), ids=["HTML as text", "HTML as such"]
)

PARTS = (
    *("the dam", " ", ", ", "[4](#e4)", "[S1](#s1)", "[a [4](#e4)](#e5)", "[*b*](#e1)", "[4](#e4 'title')"),
    *("![m](m.svg)", "![[4](#e4)](m.svg)", "[4](#E 4)", "[x]: /y\n\n", "[x]", "[", "]", "(#e4)", "!", "é"),
    *("*", "**", "_", "`", "\\", "\n", "<", "<https://a.b>", "<b>", "<!-- -->", "&amp;", "|", "- ", "~"),
    "\n\n| a | b |\n|---|---|\n| ",
)


@BOTH
@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_whatever_the_markdown_the_tokens_are_those_of_markdown_it(
    stock: MarkdownIt, quick: MarkdownIt, markdown: str
) -> None:
    assert quick.parse(markdown) == stock.parse(markdown)


@BOTH
@pytest.mark.parametrize(
    "markdown",
    [
        "Power is out. [4](#e4), [5](#e5)",
        "| Who | Evidence |\n|---|---|\n| Anna | [4](#e4) |",
        "[a [4](#e4)](#e5)",
    ],
)
def test_citations_are_links(stock: MarkdownIt, quick: MarkdownIt, markdown: str) -> None:
    assert 'href="#e4"' in quick.render(markdown)
    assert quick.render(markdown) == stock.render(markdown)
