"""A brief of one endless sentence takes work in proportion to its length."""

import gc
import time

import pytest

from briefgen.checks import check_brief, check_markdown, plain
from briefgen.model.annotation import Annotated
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import make_brief, make_page, open_folder, read_base

SENTENCES = {
    "numbers": "12 boats and 3,500 men, ",
    "claims": "the ministry said on Monday that 40 ships had left the port of Kiel, and ",
    "names": "Anna Berg, ",
    "quotations": '"we are ready," said Anna Berg, ',
}


def seconds(text: str) -> float:
    """Seconds of the processor to read `text`, make the brief, render it and hold it against the text."""
    raw = RawSource("a.txt", "a.txt", "text/plain", text.encode(), "0" * 64)
    gc.collect()
    gc.disable()
    start = time.process_time()
    base = read_base((raw,), (), Metadata(published="2024-10-18"))
    assert isinstance(base.annotated[0], Annotated)
    brief = make_brief(base, Request("long", "2024-10-18"))
    check_brief(brief)
    page = make_page(brief, open_folder("analyst", (), None))
    fixed = frozenset(plain(line) for line in page.fixed)
    check_markdown(page.markdown, brief, page.ledgers, fixed, page.vocabulary)
    taken = time.process_time() - start
    gc.enable()
    return taken


@pytest.mark.parametrize("unit", SENTENCES.values(), ids=SENTENCES)
def test_an_endless_sentence_is_told_in_linear_time(unit: str) -> None:
    opening = "The ministry said on Monday that 40 ships had left the port of Kiel. The list names "
    seconds(opening)

    ratios = []
    for _ in range(3):  # a busy machine may disturb one measurement, not three
        short, long = (seconds(opening + unit * (length // len(unit))) for length in (15_000, 60_000))
        ratios.append(long / short)
        if ratios[-1] < 7:
            break

    assert min(ratios) < 7
