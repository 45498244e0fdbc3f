"""An edition tells of what lies in its window, and is made only where there is something to tell."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from briefgen.model.edition import Input
from briefgen.model.job import Window
from briefgen.model.problem import Problem
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.nightly.window import Look, fingerprint, is_due, look, moment, settings_of

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
ALL, NEW, DAY = Window("all"), Window("new"), Window("hours", 24)


def source(name: str, words: str = "words", published: str | None = None) -> RawSource:
    data = words.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    return RawSource(name, name, "text/plain", data, sha256, Metadata(published=published))


def told(seen: Look, edition: int = 1) -> dict[str, Input]:
    return {one.name: one for one in seen.told_by(edition)}


def first(*raws: RawSource, window: Window = ALL, now: datetime = NOW) -> Look:
    return look(raws, (), {}, window, now)


def again(before: Mapping[str, Input], *raws: RawSource, window: Window = ALL, days: int = 1) -> Look:
    return look(raws, (), before, window, NOW + timedelta(days=days))


def test_at_first_everything_is_fresh() -> None:
    seen = first(source("a.txt"), source("b.txt"))
    assert seen.shown == seen.fresh == {"a.txt", "b.txt"}
    assert seen.gone == frozenset()


def test_what_was_told_is_not_fresh_again() -> None:
    before = told(first(source("a.txt")))
    seen = again(before, source("a.txt"), source("b.txt", "more"))
    assert seen.fresh == {"b.txt"}
    assert seen.shown == {"a.txt", "b.txt"}


def test_a_source_with_other_bytes_is_fresh() -> None:
    before = told(first(source("a.txt")))
    assert again(before, source("a.txt", "other")).fresh == {"a.txt"}


def test_a_source_of_which_something_else_is_said_beside_it_is_fresh() -> None:
    before = told(first(source("a.txt")))
    assert again(before, source("a.txt", published="2026-11-20")).fresh == {"a.txt"}


def test_a_source_that_is_no_longer_there_is_gone() -> None:
    before = told(first(source("a.txt"), source("b.txt")))
    assert again(before, source("b.txt")).gone == {"a.txt"}


def test_the_window_of_what_is_new_leaves_out_what_was_told() -> None:
    before = told(first(source("a.txt"), window=NEW))
    seen = again(before, source("a.txt"), source("b.txt", "more"), window=NEW)
    assert seen.shown == {"b.txt"}
    assert dict(seen.standing) == {"a.txt": source("a.txt").sha256}


def test_a_window_of_hours_goes_by_publication() -> None:
    old = source("old.txt", published="2026-11-20T05:00:00+00:00")
    young = source("young.txt", "y", published="2026-11-21T12:00:00+01:00")
    assert first(old, young, window=DAY).shown == {"young.txt"}


def test_of_a_publication_day_no_part_is_lost() -> None:
    assert first(source("a.txt", published="2026-11-21"), window=DAY).shown == {"a.txt"}
    assert first(source("a.txt", published="2026-11-19"), window=DAY).shown == frozenset()


def test_a_source_of_unknown_day_counts_from_when_it_was_first_seen_under_any_name() -> None:
    before = told(first(source("a.txt"), window=DAY))
    assert again(before, source("renamed.txt"), window=DAY, days=3).shown == frozenset()


def test_a_missed_night_costs_no_source() -> None:
    before = told(first(source("a.txt"), window=DAY))
    missed = source("b.txt", "b", "2026-11-22T20:00:00+00:00")
    now = NOW + timedelta(days=3)
    assert look((missed,), (), before, DAY, now).shown == frozenset()
    assert look((missed,), (), before, DAY, now, last=moment(NOW)).shown == {"b.txt"}


def test_a_clock_that_was_ahead_costs_no_source() -> None:
    before = told(first(source("a.txt"), window=DAY))
    late = source("b.txt", "b", "2026-11-22T20:00:00+00:00")
    ahead = moment(NOW + timedelta(days=300))
    assert look((late,), (), before, DAY, NOW + timedelta(days=1), last=ahead).shown == {"b.txt"}


def test_an_input_that_cannot_be_read_is_an_input() -> None:
    broken = Unread("x.bin", "x.bin", Problem("is not text"), 5, "0" * 64)
    seen = look((), (broken,), {}, NEW, NOW)
    assert seen.fresh == {"x.bin"}
    assert look((), (broken,), told(seen), NEW, NOW).fresh == frozenset()


def mark(seen: Look, *settings: bytes) -> str:
    return fingerprint(seen, settings or (b"settings",))


def due(before: Look, seen: Look, window: Window, settings: bytes = b"settings") -> bool:
    return is_due(seen, window, mark(before), mark(seen, settings))


def test_the_first_edition_is_always_due() -> None:
    assert is_due(first(source("a.txt")), ALL, None, "any")


def test_the_same_inputs_make_no_second_edition() -> None:
    for window in (ALL, NEW, DAY):
        one = first(source("a.txt"), window=window)
        assert not due(one, again(told(one), source("a.txt"), window=window), window)


def test_a_new_a_changed_and_a_lost_source_make_one() -> None:
    one = first(source("a.txt"), source("b.txt", "b"))
    before = told(one)
    assert due(one, again(before, source("a.txt"), source("b.txt", "b"), source("c.txt", "c")), ALL)
    assert due(one, again(before, source("a.txt", "other"), source("b.txt", "b")), ALL)
    assert due(one, again(before, source("a.txt")), ALL)


def test_other_settings_make_one() -> None:
    one = first(source("a.txt"))
    assert due(one, again(told(one), source("a.txt")), ALL, b"other")


def test_what_only_grew_too_old_makes_none() -> None:
    one = first(source("a.txt"), source("b.txt", "b", "2026-11-25"), window=DAY)
    seen = again(told(one), source("a.txt"), source("b.txt", "b", "2026-11-25"), window=DAY, days=2)
    assert seen.shown == {"b.txt"}
    assert not due(one, seen, DAY)


def test_settings_are_a_part_of_the_fingerprint() -> None:
    one, two = first(source("a.txt")), first(source("b.txt"))
    assert settings_of(mark(one)) == settings_of(mark(two))
    assert mark(one) != mark(two)
    assert mark(one, b"a", b"bc") != mark(one, b"ab", b"c")
