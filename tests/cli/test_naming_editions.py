"""An edition is named by number, as the latest, or by a day or a moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.cli.past import edition_named
from briefgen.model.edition import Counts, Edition
from briefgen.model.job import Config, Job
from briefgen.model.problem import InputError
from briefgen.store.database import Store, open_store
from briefgen.store.editions import save_edition

MADE = ("2026-11-20T12:00:00+00:00", "2026-11-22T12:00:00+00:00", "2026-11-22T18:00:00+00:00")
"""The second edition was pruned."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    with opened.writing() as connection:
        for number, made in enumerate(MADE, 1):
            pruned = made if number == 2 else None
            kept = Edition(
                job="daily", number=number, made=made, as_of="2026-11-01", title="t", fingerprint="f",
                folder="", counts=Counts(0, 0, 0), run=0, pruned=pruned,
            )  # fmt: skip
            save_edition(connection, kept, None)
    yield opened
    opened.close()


def named(store: Store, words: str, zone: str = "UTC") -> int:
    job = Job(name="daily", feed_folder=Path("/f"), output=Path("/o"), zone=zone)
    with store.reading() as connection:
        found = edition_named(Config(path=Path("/b.toml"), store="", jobs=(job,)), connection, "daily", words)
    return found.number


@pytest.mark.parametrize(
    ("words", "zone", "number"),
    [
        ("latest", "UTC", 3),
        ("1", "UTC", 1),
        ("03", "UTC", 3),
        ("2026-11-20", "UTC", 1),
        ("2026-11-21", "UTC", 1),
        ("2026-11-22", "UTC", 3),
        ("2030-01-01", "UTC", 3),
        ("2026-11-22", "Pacific/Kiritimati", 1),
        ("2026-11-23", "Pacific/Kiritimati", 3),
        ("2026-11-22T20:00+02:00", "Pacific/Kiritimati", 3),
        ("2026-11-22T13:59+02:00", "UTC", 1),
    ],
)
def test_an_edition_is_named_in_many_ways(store: Store, words: str, zone: str, number: int) -> None:
    assert named(store, words, zone) == number


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("4", "it has 1 to 3"),
        ("0", "has no edition"),
        ("9" * 50, "has no edition"),
        ("2026-11-19", "the first made 2026-11-20"),
        ("2", "what edition 2 of daily held was pruned on 2026-11-22"),
        ("2026-11-22T12:30Z", "was pruned"),
        ("²", "write a number, latest, or a day"),
        ("-1", "write a number, latest, or a day"),
        ("2026-13-01", "write a number, latest, or a day"),
        ("", "write a number, latest, or a day"),
    ],
)
def test_what_names_no_edition_is_told(store: Store, words: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        named(store, words)
