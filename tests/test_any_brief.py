"""Whatever a text holds, a brief can be made of it, and the gate lets it pass."""

import hashlib
from pathlib import Path

import pytest
from any_texts import DAYS, TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.checks import check_brief, check_markdown, plain
from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import make_brief, make_page, open_folder, read_base


def pass_the_gate(*texts: str, published: str | None = None) -> None:
    """Make the brief of `texts` and hold it, as a build does; `UnfaithfulError` fails the test."""
    raws = []
    for number, text in enumerate(texts):
        data = text.encode()
        name, digest = f"in/{number}.txt", hashlib.sha256(data).hexdigest()
        raws.append(RawSource(name, name, "text/plain", data, digest, Metadata(published=published)))
    try:
        brief = make_brief(read_base(raws, (), Metadata()), Request("in", "2030-01-01"))
    except InputError:
        return  # nothing in it could be read
    check_brief(brief)
    page = make_page(brief, open_folder("analyst", (), None))
    fixed = frozenset(plain(line) for line in page.fixed)
    check_markdown(page.markdown, brief, page.ledgers, fixed, page.vocabulary)


@settings(deadline=None, max_examples=150)
@given(st.lists(TEXTS, min_size=1, max_size=3), DAYS.filter(lambda day: day != "never"))
def test_a_brief_of_any_texts_passes_the_gate(texts: list[str], published: str | None) -> None:
    pass_the_gate(*texts, published=published)


@pytest.mark.parametrize(
    "text",
    [
        'The director, George "Jay" Keyworth, met her in late 2000. Keyworth said the price was right. "We '
        'buy," Keyworth said on Monday. In May 2001, Keyworth said that 300 jobs would go.',
        'Ms Kite told the court: "I said, `Do not make me laugh\'," she said.',
        '"Rates may fall," Mr Boll said. "If a person has bonds, this will suddenly decrease."',
        'As he welcomed several hundred guests, Scott (D-Va.) was also launching his bid.\n\n"This is a big '
        'year for our senator, Bobby Scott!" his niece, Marcia Price (D-Newport News), shouted to the crowd. '
        '"The nation is watching. ... We win."',
    ],
)
def test_what_once_was_refused_passes(text: str) -> None:
    pass_the_gate(text)


CASES = [
    line.removeprefix("text: ").replace("¶", "\n\n")
    for file in sorted((Path(__file__).parent / "cases").glob("*.md"))
    for line in file.read_text("utf-8").splitlines()
    if line.startswith("text: ")
]


@pytest.mark.parametrize("start", range(0, len(CASES), 40))
def test_the_texts_of_the_case_tables_pass_together(start: int) -> None:
    pass_the_gate(*CASES[start : start + 40], published="2024-10-18")
