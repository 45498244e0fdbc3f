"""The patterns of time are followed all at once, the farthest match counts, and labels say what they hold."""

import pytest

from briefgen.extract.dates.grammar import exact_matches, matches_at
from briefgen.extract.dates.patterns import start
from briefgen.extract.dates.tokens import Line, line_of
from briefgen.language.english import time as english
from briefgen.model.document import Block, Document
from briefgen.model.source import Metadata
from briefgen.model.span import Span


def line(text: str) -> Line:
    blocks = (Block("paragraph", Span(0, len(text)), "paragraph 1"),)
    return line_of(Document("a.txt", "a.txt", "text/plain", "utf-8", "", 0, text, blocks, Metadata()))


def words(text: str, name: str, rule: str) -> str:
    """What the label `name` of `rule` holds at the start of `text`."""
    tokens = line(text)
    (found,) = (found for found in matches_at(tokens, 0) if found.rule == rule)
    low, high = found.groups[name]
    return " ".join(token.word for token in tokens.tokens[low:high])


def test_one_token_stands_beside_one_class_character() -> None:
    tokens = line("On Friday, Oct. 18, the year's second quarter ended at 5 p.m.\n\nIt's over.")
    assert len(tokens.tokens) == len(tokens.classes)
    assert [token.word for token in tokens.tokens][:6] == ["on", "friday", ",", "oct", ".", "18"]


def test_the_farthest_match_comes_first() -> None:
    tokens = line("October 18, 2024 at noon")
    first, *rest = matches_at(tokens, 0)
    assert first.rule == "month_day"
    assert first.end == 4
    assert [found.end for found in rest] == sorted((found.end for found in rest), reverse=True)


def test_a_match_ends_where_the_tokens_given_end() -> None:
    assert [found.rule for found in exact_matches(line("October 18, 2024"), 0, 1)] == ["month"]


@pytest.mark.parametrize(
    ("text", "rule", "label", "held"),
    [
        ("October 18, 2024", "month_day", "day", "18"),
        ("October 18, 2024", "month_day", "year", "2024"),
        ("the end of last year", "end_of", "period", "last year"),
        ("two hundred and fifty years ago", "ago", "amount", "two hundred and fifty years"),
        ("New Year's Eve", "holiday", "name", "new year 's eve"),
        ("10 p.m. Wednesday", "clock_day", "day", "wednesday"),
    ],
)
def test_labels_say_what_they_hold(text: str, rule: str, label: str, held: str) -> None:
    assert words(text, label, rule) == held


def test_nothing_begins_with_a_plain_word() -> None:
    assert list(matches_at(line("bridge of the town"), 0)) == []


def test_no_rule_matches_no_token_at_all() -> None:
    assert start().complete == ()


def test_every_word_that_is_a_token_of_its_own_is_read_the_same_in_capitals() -> None:
    assert [found.rule for found in matches_at(line("THE YEAR 2024"), 0)][:1] == ["year_named"]


def test_months_and_weekdays_written_small_are_plain_words() -> None:
    assert list(matches_at(line("march on"), 0)) == []
    assert "march" in english.CAPITALISED
