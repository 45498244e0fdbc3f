"""Source words show as they are, whatever stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefgen.render.escaping import escape_markdown, shown, typographic

HOSTILE = [
    "# a heading",
    "a closing #",
    "# both #",
    "C ##",
    "1. an item",
    "12) an item",
    "- an item",
    "* an item",
    "+ an item",
    "> a quotation",
    "---",
    "***",
    "===",
    "```python",
    "~~~",
    "~~struck~~ out",
    "`code`",
    "*very* **loud** _words_ and __more__",
    "snake_case_name",
    "[x](https://example.org)",
    "![x](https://example.org/x.png)",
    "[x]: https://example.org",
    "[x][y]",
    "[ ] a task",
    "[^1] a note",
    "<script>alert(1)</script>",
    "<https://example.org>",
    "</p><h1>x</h1>",
    "<!-- gone -->",
    "&amp; &lt; &#35;",
    "a | b | c",
    "|---|---|",
    "a trailing backslash \\",
    "\\*not loud\\*",
    "{{ config }} {% raw %} {# note #}",
    "$x$ and $$y$$",
    "www.example.org and https://example.org and me@example.org",
    "a\x00b\x07c",
    "evil\u202etxt",
    "tab\there",
    "[a](b",
    "]( [",
    "![",
    "!",
    "[",
    "\\",
]
TEXT = st.text(st.sampled_from("ab1 .,-+*_`~#>|[](){}<>!&;:=\\/\"'\n\t@$%^?") | st.characters(), max_size=60)


def frames(words: str) -> list[str]:
    """Where a template puts words: a paragraph, an item, a quotation, a heading, a cell, a link, emphasis."""
    return [
        words,
        f"- {words}",
        f"- ○ **Reported** — {words} [1](#e1)",
        f"> {words}",
        f"# {words}",
        f"| a | b |\n|---|---|\n| {words} | x |",
        f"before {words} after",
    ]


def rendered(markdown: str) -> list[Token]:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return [token for block in parser.parse(markdown) for token in (block.children or [])]


def shows(words: str) -> None:
    wanted = shown(words)
    escaped = escape_markdown(wanted)
    for frame, bare in zip(frames(escaped), frames("WORDS"), strict=True):
        expected = [(t.type, t.content.replace("WORDS", wanted)) for t in rendered(bare)]
        found = [(t.type, t.content) for t in rendered(frame)]
        assert merged(found) == merged(expected), frame


def merged(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbouring texts as one, and empty ones gone."""
    out: list[tuple[str, str]] = []
    for kind, content in tokens:
        kind = "text" if kind == "text_special" else kind
        if kind == "text" and out and out[-1][0] == "text":
            out[-1] = ("text", out[-1][1] + content)
        elif kind != "text" or content:
            out.append((kind, content))
    return [(kind, content.strip() if kind == "text" else content) for kind, content in out]


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_source_shows_as_it_stands(words: str) -> None:
    shows(words)


@given(TEXT)
def test_any_words_show_as_they_stand(words: str) -> None:
    if shown(words):
        shows(words)


@pytest.mark.parametrize(
    "prose",
    [
        "U.S. officials said on Friday that 1,500 troops (more than 10%) left — “soon”.",
        "The National Security Council (NSC) and the ROK [Republic of Korea] don’t comment; it’s “so”.",
        "Prices rose by $4.5 billion to €5 billion & fell again: 3 < 5, 7 > 6.",
        "A year later, in 2022, they left.",
    ],
)
def test_ordinary_prose_is_left_alone(prose: str) -> None:
    assert escape_markdown(prose) == prose


@pytest.mark.parametrize(
    "address", ["see https://example.org/x", "www.example.org", "write to me@example.org", "mailto:a@b.org"]
)
def test_a_bare_address_is_broken_for_viewers_that_would_make_it_a_link(address: str) -> None:
    escaped = escape_markdown(address)
    assert not any(sign in escaped for sign in ("s://", "www.e", "e@e", "mailto:a"))
    assert escaped.replace("\\", "") == address


@pytest.mark.parametrize(
    ("plain", "curly"),
    [
        ('"We know," he said. "It is so."', "“We know,” he said. “It is so.”"),
        ("the NSC's view", "the NSC’s view"),
        ("'quoted' and don't", "‘quoted’ and don’t"),
        ("in the '90s", "in the ’90s"),
        ('("inside")', "(“inside”)"),
        ("\"'Nested,' he said\"", "“‘Nested,’ he said”"),
        ("officials' words", "officials’ words"),
    ],
)
def test_straight_marks_become_typographic(plain: str, curly: str) -> None:
    assert typographic(plain) == curly


def test_a_long_run_of_quotation_marks_is_read_in_one_pass() -> None:
    assert set(typographic('"' * 100_000)) <= set("“”")


def test_a_control_character_that_ends_a_line_keeps_words_apart() -> None:
    assert shown("one\x85two\u2028three") == "one two three"


def test_control_characters_become_visible_and_direction_marks_go() -> None:
    assert shown("a\x00b \u202ecba\u202c\u200f d\r\n e\x7f") == "a␀b cba d e␡"
