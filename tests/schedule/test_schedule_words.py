"""What people write for a schedule becomes a cron line, or a sentence that says what would be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.job import Schedule
from briefgen.schedule import explain, parse_schedule


@pytest.mark.parametrize(
    ("words", "cron"),
    [
        ("06:00", "0 6 * * *"),
        ("6:05", "5 6 * * *"),
        ("daily 06:00", "0 6 * * *"),
        ("every day at 06:00", "0 6 * * *"),
        ("mon-fri 06:00", "0 6 * * 1-5"),
        ("Mon-Fri 06:00", "0 6 * * 1-5"),
        ("weekdays 06:00", "0 6 * * 1-5"),
        ("every weekday at 06:00", "0 6 * * 1-5"),
        ("weekends 08:30", "30 8 * * 6,0"),
        ("sat, sun 08:30", "30 8 * * 6,0"),
        ("mondays and thursdays at 17:45", "45 17 * * 1,4"),
        ("every Tuesday 09:00", "0 9 * * 2"),
        ("fri-sun 10:00", "0 10 * * 5-7"),
        ("sat-tue 10:00", "0 10 * * 6-6,0-2"),
        ("06:00, 18:00", "0 6,18 * * *"),
        ("mon-fri 06:30 and 18:30", "30 6,18 * * 1-5"),
        ("06:00, 06:30, 18:00, 18:30", "0,30 6,18 * * *"),
        ("1st 06:00", "0 6 1 * *"),
        ("on the 1st and 15th of every month at 06:00", "0 6 1,15 * *"),
        ("hourly", "0 * * * *"),
        ("every 15 min", "*/15 * * * *"),
        ("every 15 minutes", "*/15 * * * *"),
        ("every 60 min", "0 * * * *"),
        ("every 2 hours", "0 */2 * * *"),
        ("every 24 h", "0 0 * * *"),
        ("@daily", "0 0 * * *"),
        ("0 6 * * 1-5", "0 6 * * 1-5"),
        ("  0  6 * *  mon-fri ", "0 6 * * 1-5"),
        ("0 6 * jan,JUL fri-sun", "0 6 * 1,7 5-7"),
        ("*/10 8-18/2 1-15 * *", "*/10 8-18/2 1-15 * *"),
    ],
)
def test_words_become_a_cron_line(words: str, cron: str) -> None:
    assert parse_schedule(words) == cron


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "names no time of day"),
        ("daily", "names no time of day"),
        ("tomorrow", "names no time of day"),
        ("24:00", "from 00:00 to 23:59"),
        ("06:60", "from 00:00 to 23:59"),
        ("mon-fry 06:00", "did you mean `friday`"),
        ("mon-wed-fri 06:00", "such as `mon-fri`"),
        ("06:00 and 18:30", "need the same minutes"),
        ("every 7 min", "1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30"),
        ("every 0 min", "do not divide an hour evenly"),
        ("every 5 hours", "1, 2, 3, 4, 6, 8, 12"),
        ("0 6 * *", "five fields"),
        ("0 0 6 * * 1-5", "not 6"),
        ("60 6 * * *", "`60` is no minute that comes: 0 to 59"),
        ("0 6 * * 5-1", "`5-1` is no day of the week"),
        ("0 6 * foo *", "`foo` is no month"),
        ("0 6 30 2 *", "no day of the month that comes"),
        ("0 6 L * *", "is no day of the month"),
        ("0 6 * * 1#2", "is no day of the week"),
        ("5/10 6 * * *", "steps as `*/10`"),
        ("*/0 6 * * *", "is no minute"),
        ("32nd 06:00", "no day of the month that comes"),
        ("1st mon 06:00", "is no day"),
    ],
)
def test_what_is_no_schedule_is_told_with_what_would_be_right(words: str, told: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the words are held below
        parse_schedule(words)
    assert told in str(error.value)


@given(st.text(max_size=40) | st.text("0123456789*/,- :monfrisaeveryd", max_size=25))
def test_anything_is_a_cron_line_or_a_sentence(words: str) -> None:
    try:
        cron = parse_schedule(words)
    except ValueError as error:
        cron = str(error)
        told = "write" in cron or ": " in cron
    else:
        told = parse_schedule(cron) == cron
    assert told, cron


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("mon-fri 06:00", "every weekday at 06:00 Europe/Berlin"),
        ("06:05", "every day at 06:05 Europe/Berlin"),
        ("fridays 16:00", "every Friday at 16:00 Europe/Berlin"),
        ("weekends 08:30", "every Saturday and Sunday at 08:30 Europe/Berlin"),
        ("every 15 min", "every 15 minutes"),
        ("hourly", "every hour"),
        ("1st 06:00", "at 06:00 on the first day of every month Europe/Berlin"),
        ("0 6 1 * 5", "at 06:00 on the first day of month and on Friday Europe/Berlin"),
    ],
)
def test_a_schedule_is_told_in_plain_words(words: str, told: str) -> None:
    assert explain(Schedule(parse_schedule(words), "Europe/Berlin")) == told
