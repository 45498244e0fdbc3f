"""A job's days are those of its own time zone, wherever and whenever its runs are."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefgen.model.job import Job
from briefgen.nightly.making import order_of


@pytest.mark.parametrize(
    ("zone", "today"),
    [("UTC", "2024-10-18"), ("Asia/Tokyo", "2024-10-19"), ("America/New_York", "2024-10-18")],
)
def test_the_day_of_a_run_is_that_of_the_zone(tmp_path: Path, zone: str, today: str) -> None:
    job = Job(name="daily", feed_folder=tmp_path, output=tmp_path, zone=zone)
    assert order_of(job, 1, datetime(2024, 10, 18, 23, 30, tzinfo=UTC)).request.today == today
