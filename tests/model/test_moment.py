"""A date is read strictly, and a message says what would be right."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.moment import parse_moment


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2024-10-18", "2024-10-18"),
        (" 2024-10-18\n", "2024-10-18"),
        ("2024-02-29", "2024-02-29"),
        ("2024-10-18T09:30Z", "2024-10-18T09:30:00+00:00"),
        ("2024-10-18 09:30:15+02:00", "2024-10-18T09:30:15+02:00"),
        ("2024-10-18T09:30:15.5-0700", "2024-10-18T09:30:15.500000-07:00"),
    ],
)
def test_days_and_moments_get_one_spelling(words: str, moment: str) -> None:
    assert parse_moment(words) == moment
    assert parse_moment(moment) == moment


REFUSED = "|2024|2024-10|20241018|2024-W42-5|18.10.2024|10/18/2024|Oct 18, 2024|today|2024-1-8|２０２４-10-18"


@pytest.mark.parametrize("words", REFUSED.split("|"))
def test_everything_else_is_refused_with_what_is_right(words: str) -> None:
    with pytest.raises(ValueError, match="is not an ISO 8601 date: write a day as 2024-10-18, or a moment"):
        parse_moment(words)


@pytest.mark.parametrize("words", ["2024-13-01", "2023-02-29", "2024-10-18T25:00Z", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="is on no calendar"):
        parse_moment(words)


def test_a_time_without_a_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="has a time but no zone"):
        parse_moment("2024-10-18T09:30")


@given(st.datetimes(timezones=st.timezones()))
def test_every_moment_can_be_read_again(moment: object) -> None:
    words = str(moment)
    if len(words.rpartition("+")[2].rpartition("-")[2]) == len("00:00"):  # no zone had seconds since 1972
        assert parse_moment(words) == words.replace(" ", "T")


@given(st.text(alphabet="0123456789-T:.Z+ ", max_size=30))
def test_nothing_but_a_value_error_is_raised(words: str) -> None:
    with suppress(ValueError):
        parse_moment(words)
