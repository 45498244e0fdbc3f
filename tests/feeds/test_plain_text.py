"""The text of HTML is what a reader is shown, paragraph by paragraph, in time that grows with its length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.feeds.plain import one_line, plain_text

CASES = [
    ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    ("<p>One.<p>Two.", "One.\n\nTwo."),
    ("One.<br>Two.<br><br>Three.", "One.\nTwo.\n\nThree."),
    ("<div><div>One.</div></div><h2>Head</h2>Two.", "One.\n\nHead\n\nTwo."),
    ("A <b>bold</b><i>er</i> word\nand   another", "A bolder word and another"),
    ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
    ("<table><tr><td>Ships</td><td>40</td></tr><tr><td>Men</td><td>9</td></tr></table>", "Ships 40\n\nMen 9"),
    ("He said <q>no</q>.", "He said “no”."),
    ("Fish &amp; chips &lt;5 &#8364;&nbsp;each &hellip;", "Fish & chips <5 € each …"),
    ("One<script>alert('x < y')</script> two<style>p{}</style>", "One two"),
    ("One <del>wrong</del> two <s>old</s> three", "One two three"),
    ("One<!-- hidden --> two<!-- <p>x</p> -->", "One two"),
    ("One <!-- never ends <p>two", "One"),
    ("<?xml version='1.0'?><!DOCTYPE html><p>One</p>", "One"),
    ("<iframe src=x>no frames</iframe>One<noscript><img src=y></noscript>", "One"),
    ("One <img src=x alt='a ship' onerror='evil()'> two", "One two"),
    ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
    ("soft\u00adhyphen \u200bzero\ufeff width \x00 nul", "softhyphen zero width nul"),
    ("<a href='javascript:x'>Link</a>", "Link"),
    ("One<script src='x'/> two<svg/> three", "One two three"),
    ("<p title='a > b'>One</p><p title=it's>Two</p>", "One\n\nTwo"),
    ("One</b></p><p>Two</div> three", "One\n\nTwo\n\nthree"),
    ("One</del> two</script> three", "One two three"),
    ("plain text only", "plain text only"),
    ("", ""),
]


@pytest.mark.parametrize(("html", "text"), CASES)
def test_the_text_is_what_is_shown(html: str, text: str) -> None:
    assert plain_text(html) == text


BOMBS = [
    "<div>", "<b><p>", "<!--", "<![CDATA[", "<?", "<!", "<", "&", "&#", "<a ", "<a b='", "</", "<a b=\"x",
    "<script>", "</script", "<svg>", "<table>x", "<p>x</div>", "<a/", "&#x", "<q>", "<svg><del>", "</svg>",
    "<textarea><!--", "<a b=c ", "\n", " \t", "<script><!--", "<title></",
]  # fmt: skip


@pytest.mark.parametrize("part", BOMBS)
def test_the_time_grows_with_the_length_whatever_is_repeated(part: str) -> None:
    begun = time.process_time()
    plain_text(part * (300_000 // len(part)))
    assert time.process_time() - begun < 3


@given(st.text(alphabet="<>/!-?&;abps'\"= \n#x[]") | st.text())
def test_any_text_gives_text_without_control_signs(html: str) -> None:
    text = plain_text(html)
    assert all(char.isprintable() or char in "\n\u200c\u200d\u200e\u200f" for char in text)
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert "\n" not in one_line(html)
