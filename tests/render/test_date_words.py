"""Dates and amounts as people write them."""

import msgspec
import pytest
from samples import brief_of, troubled

from briefgen.model.annotation import Bound, Relation
from briefgen.model.brief import When
from briefgen.render.dates import date_words, number_words, when_words
from briefgen.render.jinja import amount
from briefgen.render.labels import Labels, load_labels
from briefgen.render.templates import find_templates


def english() -> Labels:
    return load_labels(find_templates().find("_shared", "labels"), "en")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-10-18", "18 October 2024"),
        ("2024-10-18T06:00", "18 October 2024, 06:00"),
        ("2024-10-18T06:00:30Z", "18 October 2024, 06:00 UTC"),
        ("2024-10-18T06:00+02:00", "18 October 2024, 06:00 UTC+02:00"),
        ("2024-10-18TMO", "18 October 2024"),
        ("2024-10", "October 2024"),
        ("2024", "2024"),
        ("0476", "476"),
        ("199", "1990s"),
        ("2024-Q3", "quarter 3 of 2024"),
        ("2024-H1", "half 1 of 2024"),
        ("2024-W42", "week of 14 October 2024"),
        ("2024-W42-WE", "weekend of 19 October 2024"),
        ("2024-W42-3", "16 October 2024"),
        ("2024-W60", ""),
        ("2024-SU", "summer 2024"),
        ("XXXX-10-18", ""),
        ("PAST_REF", ""),
        ("P2D", ""),
    ],
)
def test_a_value_is_written_as_precisely_as_it_is_known(value: str, words: str) -> None:
    assert date_words(value, english()) == words


@pytest.mark.parametrize(
    ("value", "relation", "words"),
    [
        ("2023-08", "since", "since August 2023"),
        ("2023-08", "in", "August 2023"),
        ("FUTURE_REF", "in", "“the coming weeks”"),
        ("XXXX-XX-18", "by", "by “the coming weeks”"),
    ],
)
def test_a_date_keeps_its_relation_and_an_open_one_its_words(
    value: str, relation: Relation, words: str
) -> None:
    assert when_words(When("the coming weeks", "date", value, relation=relation), english()) == words


def test_a_limit_at_the_end_of_a_period_is_not_told_as_its_beginning() -> None:
    end = When("the end of 2026", "date", "2026", "2026-12-31", "2026-12-31", "by")
    assert when_words(end, english()) == "by the end of 2026"


@pytest.mark.parametrize(
    ("value", "mod", "words"),
    [
        ("2024-03", "MID", "mid-March 2024"),
        ("2019", "START", "early 2019"),
        ("199", "END", "late 1990s"),
        ("2024-SU", "END", "late summer 2024"),
        ("2024-W42", "START", "week of 14 October 2024 (early)"),
        ("2021/2022", "START/MID", "early 2021 to mid-2022"),
        ("2021/2022", "/END", "2021 to late 2022"),
        ("FUTURE_REF", "END", ""),
    ],
)
def test_the_part_of_a_stretch_is_told(value: str, mod: str, words: str) -> None:
    assert date_words(value, english(), mod) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1500, "1,500"),
        (0.5, "0.5"),
        (13000.0, "13,000"),
        (3.25, "3.25"),
        (-2, "-2"),
        (2e14, "200,000,000,000,000"),
    ],
)
def test_a_number_has_separators_and_no_idle_decimals(number: float, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": 300}, "300 tanks"),
        ({"value": 300, "bound": "more_than"}, "more than 300 tanks"),
        ({"value": 10, "high": 20, "bound": "range"}, "10 to 20 tanks"),
        ({"value": 1200, "per": "day", "unit": "casualties"}, "1,200 casualties per day"),
        ({"value": 4.5e9, "money": "USD", "unit": None}, "$4.5 billion"),
        ({"value": 250, "money": "CHF", "unit": None}, "CHF 250"),
        ({"value": 12.5, "unit": "percent"}, "12.5%"),
        ({"value": 12, "unit": None}, "12"),
    ],
)
def test_an_amount_shows_bound_unit_currency_and_rate(changes: dict[str, object], words: str) -> None:
    figure = msgspec.structs.replace(brief_of(troubled()).figures[0], **changes)
    assert amount(figure, english()) == words


def test_every_bound_has_its_words() -> None:
    assert set(english().bounds) == set(Bound.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("unit", "money", "value", "worded", "words"),
    [
        ("kroner", None, 41.2, "41.20", "41.20 kroner"),
        ("kronor", "SEK", 41.2, "41.20", "SEK 41.20"),
        (None, "USD", 1250.5, "1250.50", "$1,250.50"),
        (None, "USD", 1.5e9, "1.50", "$1.50 billion"),
        ("percent", None, 5.0, "5.0", "5.0%"),
        (None, None, 0.5, "half of the 34 wells", "half of the 34 wells"),
        ("inch", None, 1 / 3, "a third of an inch", "a third of an inch"),
        ("kroner", None, 41.2, None, "41.2 kroner"),
    ],
)
def test_an_amount_is_written_as_its_source_words_it(
    unit: str | None, money: str | None, value: float, worded: str | None, words: str
) -> None:
    figure = msgspec.structs.replace(
        brief_of(troubled()).figures[0],
        value=value, bound="exact", high=None, per=None, unit=unit, money=money, worded=worded,
    )  # fmt: skip
    assert amount(figure, english()) == words
