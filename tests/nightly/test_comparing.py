"""What stands outside of a window may be marked as anything where its sidecar was not read."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import cast

import msgspec

from briefgen.model.brief import Brief
from briefgen.model.job import Window
from briefgen.model.marking import TLP_2
from briefgen.model.problem import Problem
from briefgen.model.since import Since
from briefgen.model.source import Metadata, RawSource
from briefgen.nightly.comparing import standing
from briefgen.nightly.window import look

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
OLD = Metadata(published="2026-11-01")


def raw(name: str, marking: str | None, *problems: Problem) -> RawSource:
    return RawSource(name, name, "text/plain", b"", name * 8, Metadata(marking=marking), problems)


def test_a_source_whose_sidecar_was_not_read_is_hidden_from_who_may_not_see_all() -> None:
    raws = (raw("a", None), raw("b", None, Problem("is broken")), raw("c", "TLP:RED"))
    days = Window("hours", 24)
    old = [msgspec.structs.replace(one, metadata=one.metadata.over(OLD)) for one in raws]
    since = Since(cast(Brief, SimpleNamespace(sources=())), (), standing(look(old, (), {}, days, NOW)))
    assert since.hidden_from("TLP:GREEN", TLP_2) == {"b", "b" * 8, "c", "c" * 8}
    assert not since.hidden_from(None, TLP_2)
