"""The kinds of words, told by lists, endings and the words around them."""

import pytest

from briefgen.extract.engines.values import Tags
from briefgen.extract.grammar import forms_of, read_words
from briefgen.model.span import Span


def kind(text: str, wanted: str, tags: Tags | None = None) -> str:
    """The kind of the first word `wanted` of `text`."""
    words = read_words(text, Span(0, len(text)), tags=tags)
    return next(word.kind for word in words if word.lower == wanted)


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("The quay would frobnicate by noon.", "frobnicate", "verb"),
        ("They did not frobnicate the lock.", "frobnicate", "verb"),
        ("The clerk kept the frobnicate.", "frobnicate", "noun"),
        ("The clerk said nothing.", "nothing", "noun"),
        ("The yard wants to redeem the bonds.", "redeem", "verb"),
        ("The quay had to put the cranes away.", "put", "verb"),
        ("The quay did not cut the fee.", "cut", "verb"),
        ("The quay cut the fee.", "cut", "past"),
        ("The mayor fought the cut.", "cut", "noun"),
        ("The boats come from the north.", "come", "verb"),
        ("The boats have come from the north.", "come", "past"),
        ("The harbour studies were late.", "studies", "noun"),
        ("A rule that affects the port is near.", "affects", "verb"),
        ("The fee is high, and hurts the small boats.", "hurts", "verb"),
        ("Some claims were false.", "claims", "noun"),
        ("Some claim that the port is shut.", "claim", "verb"),
        ("The crew was well paid.", "well", "adverb"),
        ("The work was done at night.", "done", "past"),
        ("He is doing the work.", "doing", "participle"),
    ],
)
def test_the_kind_of_a_word_is_told_by_what_stands_around_it(text: str, word: str, wanted: str) -> None:
    assert kind(text, word) == wanted


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("eat", {"eat", "eats", "ate", "eaten", "eating"}),
        ("aim", {"aim", "aims", "aimed", "aiming"}),
        ("plan", {"plan", "plans", "planned", "planning"}),
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("do", {"do", "does", "did", "done", "doing"}),
    ],
)
def test_a_verb_has_its_forms(base: str, forms: set[str]) -> None:
    assert set(forms_of(base)) == forms


def test_a_tag_of_an_engine_tells_the_head_of_a_compound_with_hyphens() -> None:
    text = "The port-side claims grew."
    at = text.index
    tags = Tags((at("port"), at("side"), at("claims")), ("noun", "adjective", "verb"))
    assert kind(text, "port-side", tags) == "adjective"
    assert kind(text, "claims", tags) == "verb"
    assert kind(text, "the", tags) == "determiner"


def test_a_tag_tells_what_an_apostrophe_s_is() -> None:
    text = "The port's closed."
    at = text.index("'s")
    assert kind(text, "'s", Tags((at,), ("possessive",))) == "possessive"
    assert kind(text, "'s", Tags((at,), ("verb",))) == "auxiliary"
