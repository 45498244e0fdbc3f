"""What makes a long page cheaper to print: fewer boxes, the same words, the same links."""

import re

from briefgen.render.lighter import JOINER, lighter

WORDS = re.compile(rf"<[^>]*>|{JOINER}")


def words(html: str) -> str:
    return WORDS.sub("", html)


def test_a_citation_is_held_to_its_word_by_a_character() -> None:
    html = '<p>The dam <span class="held">held. <a href="#e4" class="cite">4</a></span></p>'
    assert lighter(html) == f'<p>The dam held. {JOINER}<a href="#e4" class="cite">4</a></p>'


def test_what_holds_more_than_a_word_and_a_citation_is_left_alone() -> None:
    html = '<p><span class="held"><em>held.</em> <a href="#e4" class="cite">4</a></span></p>'
    assert lighter(html) == html


def test_a_standing_is_that_of_its_cell() -> None:
    html = '<td class="status" data-head="Standing"><span class="standing">Reported</span></td>'
    assert lighter(html) == '<td class="status standing" data-head="Standing">Reported</td>'


def test_citations_of_a_cell_lose_what_stands_between_them_but_no_word() -> None:
    html = (
        '<td class="cites" data-head="Evidence"><a href="#e4">4</a><span class="then">, </span>'
        '<a href="#e5">5</a><span class="then">, </span><a href="#e6">6</a></td>'
    )
    made = lighter(html)
    assert "span" not in made
    assert words(made) == words(html)
    assert made.count('href="#e') == 3


def test_citations_of_a_sentence_keep_what_stands_between_them() -> None:
    html = '<p><a href="#e4" class="cite">4</a><span class="then">, </span><a href="#e5">5</a></p>'
    assert lighter(html) == html
