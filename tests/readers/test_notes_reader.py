"""A person's notes are read as what they say: no markup of theirs does anything."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefgen.model.brief import Notes, Stretch
from briefgen.model.problem import InputError
from briefgen.readers.notes import read_notes


def read(text: str) -> Notes:
    return read_notes(text.encode(), "notes.md")


def texts(text: str) -> list[str]:
    return [one.text for one in read(text).passages]


def test_the_head_says_who_wrote_when_and_who_may_see() -> None:
    notes = read("---\nauthor: A. Writer\ndate: 2031-05-03\nmarking: TLP:GREEN\nstandard: phia\n---\nWords.")
    assert (notes.author, notes.date, notes.marking) == ("A. Writer", "2031-05-03", "TLP:GREEN")
    assert notes.standard == "PHIA"
    assert notes.passages[0].line == 7


def test_notes_need_no_head() -> None:
    notes = read("Words.")
    assert (notes.author, notes.date, notes.marking) == (None, None, None)
    assert notes.standard == "ICD 203"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "---\nauthr: A. Writer\n---\n",
            "notes.md, line 2: the key `authr` is not known; did you mean `author`?",
        ),
        ("---\ndate: soon\n---\n", "notes.md, line 2: "),
        ("---\n\nmarking: TLP:PURPLE\n---\n", "notes.md, line 3: “TLP:PURPLE” is no label of TLP 2.0"),
        ("---\nstandard: ours\n---\n", "line 2: `standard` is “ours”; known are ICD 203, PHIA"),
        ("---\nA. Writer\n---\n", "line 2: “A. Writer” is no line of a head"),
        ("---\nauthor: A. Writer\n", "line 1: the head begins with --- and does not end"),
    ],
)
def test_a_mistake_in_the_head_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(InputError) as raised:
        read(text)
    assert told in str(raised.value)


def test_what_is_not_utf_8_is_told_with_its_line() -> None:
    with pytest.raises(InputError, match=r"notes\.md, line 2: is not UTF-8 \(byte 8\)"):
        read_notes(b"Words.\n" + b"\xe9t\xe9", "notes.md")


@pytest.mark.parametrize("text", ["", " \n\n", "---\nauthor: A. Writer\n---\n", "-\n- \n\n***\n"])
def test_notes_without_a_word_have_no_passages(text: str) -> None:
    assert not read(text).passages


def test_paragraphs_lists_and_headings_are_told_apart() -> None:
    notes = read("# Title\n\nWords\nmore\n\n- one\n  1. first\n\n  still one\n\n> said\n")
    assert [(one.kind, one.depth, one.number, one.text) for one in notes.passages] == [
        ("heading", 0, None, "Title"),
        ("paragraph", 0, None, "Words\nmore"),
        ("item", 1, None, "one"),
        ("item", 2, 1, "first"),
        ("paragraph", 1, None, "still one"),
        ("quotation", 0, None, "said"),
    ]
    assert [one.line for one in notes.passages] == [1, 3, 6, 7, 9, 11]


def test_emphasis_is_kept_and_what_is_both_is_strong() -> None:
    assert read("a *b* **c *d***").passages[0].stretches == (
        Stretch("a "),
        Stretch("b", "emphasis"),
        Stretch(" "),
        Stretch("c d", "strong"),
    )


def test_a_link_is_its_words_with_the_address() -> None:
    assert texts("See [the page](https://example.org/a).") == ["See the page (https://example.org/a)."]
    assert texts("See <https://example.org/a>.") == ["See https://example.org/a."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a <b onclick=x>b</b>", "a <b onclick=x>b</b>"),
        ("![a pin](http://example.org/x.png)", "a pin (http://example.org/x.png)"),
        ("[go](javascript:alert(1))", "[go](javascript:alert(1))"),
        ("{{ 7 * 7 }} {% raw %}", "{{ 7 * 7 }} {% raw %}"),
        ("```\nrm -rf\n```", "rm -rf"),
        ("    indented", "indented"),
        ("[x]: http://example.org", "[x]: http://example.org"),
        ("| a | b |\n|---|---|", "| a | b |\n|---|---|"),
    ],
)
def test_what_could_do_something_is_words(text: str, shown: str) -> None:
    assert texts(text) == [shown]


def test_a_source_is_named_in_double_brackets_whatever_signs_its_name_holds() -> None:
    passage = read("As [[_a_*b*.txt]] has it").passages[0]
    assert passage.stretches == (Stretch("As "), Stretch("_a_*b*.txt", "source"), Stretch(" has it"))
    assert passage.text == "As  has it"


@given(st.text(alphabet="ab \n-*_>#[]()`1.<!&|~\\\t", max_size=80))
def test_no_letter_of_notes_is_lost(text: str) -> None:
    assume(not text.startswith("---"))  # the line that opens a head
    said = "".join(one.text for passage in read(text).passages for one in passage.stretches)
    assert sum(map(said.count, "ab")) == sum(map(text.count, "ab")) or "](" in text or "`" in text
