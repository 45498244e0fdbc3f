"""The pipeline is pure: raw sources in, a brief out, each input accounted for."""

import hashlib
import logging

import pytest

import briefgen.extract
from briefgen.extract.engines.values import Engine
from briefgen.model.annotation import Annotated
from briefgen.model.document import Document
from briefgen.model.problem import InputError, Problem
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.pipeline import make_brief, read_base, read_document

RAIN = b"The mayor said on Monday that it rained.\n"
SNOW = b"The mayor said on Monday that it snowed.\n"
REQUEST = Request(name="weather", today="2024-10-18")


def raw(
    name: str, data: bytes = RAIN, metadata: Metadata | None = None, media_type: str = "text/plain"
) -> RawSource:
    digest = hashlib.sha256(data).hexdigest()
    return RawSource(name, name, media_type, data, digest, metadata or Metadata())


def test_defaults_fill_what_neither_sidecar_nor_file_says() -> None:
    defaults = Metadata(published="2024-10-18", publisher="The Run")
    found = read_document(raw("a.txt", metadata=Metadata(publisher="The Sidecar")), defaults)
    assert isinstance(found, Annotated)
    assert found.document.metadata == Metadata(published="2024-10-18", publisher="The Sidecar")


def test_relative_dates_are_resolved_against_the_default_too() -> None:
    found = read_document(raw("a.txt"), Metadata(published="2024-10-18"))
    assert isinstance(found, Annotated)
    assert [date.value for date in found.dates] == ["2024-10-14"]


def test_documents_stand_in_the_order_of_their_names_whatever_order_they_come_in() -> None:
    raws = [raw("b/z.txt", b"The mayor said so.\n"), raw("b.txt", SNOW), raw("a.txt")]
    for order in (raws, raws[::-1]):
        base = read_base(order, (), Metadata())
        assert [one.document.name for one in base.annotated] == ["a.txt", "b/z.txt", "b.txt"]


def test_an_exact_copy_is_set_aside_with_the_name_of_what_it_repeats() -> None:
    base = read_base([raw("b.txt"), raw("a.txt"), raw("c.txt", SNOW)], (), Metadata())
    assert [one.document.name for one in base.annotated] == ["a.txt", "c.txt"]
    assert [(copy.name, original) for copy, original in base.duplicates] == [("b.txt", "a.txt")]


def test_of_exact_copies_the_one_of_which_most_is_known_is_the_source() -> None:
    known = raw("z.txt", metadata=Metadata(publisher="The Post"))
    base = read_base([raw("a.txt"), known], (), Metadata())
    assert [one.document.name for one in base.annotated] == ["z.txt"]
    assert [(copy.name, original) for copy, original in base.duplicates] == [("a.txt", "z.txt")]


def test_copies_of_what_cannot_be_read_are_each_told() -> None:
    gone = Unread("gone", "b.txt", Problem("is gone"))
    base = read_base([raw("c.txt", b""), raw("a.txt", b"")], (gone,), Metadata())
    assert [(one.name, one.problem.message) for one in base.unread] == [
        ("a.txt", "is empty; put its text in, or remove it"),
        ("b.txt", "is gone"),
        ("c.txt", "is empty; put its text in, or remove it"),
    ]


def test_every_input_is_accounted_for_in_the_brief() -> None:
    raws = [
        raw("a.txt"),
        raw("b.txt"),
        raw("c.txt", SNOW),
        raw("d.pdf", b"%PDF", media_type="application/pdf"),
    ]
    brief = make_brief(read_base(raws, (), Metadata()), REQUEST)
    states = {entry.name: entry.state for entry in brief.coverage}
    assert states == {"a.txt": "used", "b.txt": "duplicate", "c.txt": "used", "d.pdf": "unread"}


def test_every_document_stands_in_one_story_copies_too() -> None:
    brief = make_brief(read_base([raw("a.txt"), raw("b.txt"), raw("c.txt", SNOW)], (), Metadata()), REQUEST)
    assert [story.sources for story in brief.stories] == [("a.txt", "b.txt"), ("c.txt",)]


def test_a_fault_in_reading_one_document_costs_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(document: Document, engine: Engine) -> Annotated:
        if document.name == "a.txt":
            raise ZeroDivisionError("boom")
        return annotate(document, engine)

    annotate = briefgen.extract.annotate
    monkeypatch.setattr(briefgen.extract, "annotate", failing)
    caplog.set_level(logging.DEBUG, "briefgen")
    base = read_base([raw("a.txt"), raw("c.txt", SNOW)], (), Metadata())
    assert [one.document.name for one in base.annotated] == ["c.txt"]
    assert "a fault of briefgen (ZeroDivisionError in test_pipeline.py, line " in str(base.unread[0].problem)
    assert "boom" in caplog.text


def test_without_a_document_there_is_no_brief() -> None:
    with pytest.raises(InputError, match="there is nothing to read"):
        make_brief(read_base([], (), Metadata()), REQUEST)
    with pytest.raises(InputError, match="none of 12 inputs could be read") as caught:
        make_brief(read_base([raw(f"{n:02}.txt", b"") for n in range(12)], (), Metadata()), REQUEST)
    assert "  09.txt: is empty" in str(caught.value)
    assert str(caught.value).endswith("  and 2 more")


def test_the_same_values_give_the_same_brief() -> None:
    raws = [raw("a.txt"), raw("c.txt", SNOW)]
    briefs = [make_brief(read_base(order, (), Metadata()), REQUEST) for order in (raws, raws[::-1])]
    assert briefs[0] == briefs[1]


def test_a_dateline_is_no_finding() -> None:
    text = (
        b"Strike in Harlow\n\nHARLOW, March 4, 2025 (Union Wire) - Dock workers began a strike on Tuesday, "
        b"halting more than 40 cranes.\n\nThe union said 2,300 members had walked out.\n"
    )
    brief = make_brief(read_base([raw("in/a.txt", text)], [], Metadata()), Request("in", "2030-01-01"))
    assert brief.key_points
    assert not any("Union Wire" in finding.line.text for finding in brief.key_points)
