"""What stands outside of a window may be marked as anything where its sidecar was not read."""

from types import SimpleNamespace
from typing import Any, cast

from briefgen.model.brief import Brief
from briefgen.model.marking import TLP_2
from briefgen.model.problem import Problem
from briefgen.model.since import Since
from briefgen.model.source import Metadata, RawSource
from briefgen.nightly.comparing import standing


def raw(name: str, marking: str | None, *problems: Problem) -> RawSource:
    return RawSource(name, name, "text/plain", b"", name * 8, Metadata(marking=marking), problems)


def test_a_source_whose_sidecar_was_not_read_is_hidden_from_who_may_not_see_all() -> None:
    raws = (raw("a", None), raw("b", None, Problem("is broken")), raw("c", "TLP:RED"))
    seen: Any = SimpleNamespace(standing={one.name: one.sha256 for one in raws})
    gathered: Any = SimpleNamespace(raws=raws, unread=())
    since = Since(cast(Brief, SimpleNamespace(sources=())), (), standing(seen, gathered))
    assert since.hidden_from("TLP:GREEN", TLP_2) == {"b", "b" * 8, "c", "c" * 8}
    assert not since.hidden_from(None, TLP_2)
