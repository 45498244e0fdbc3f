"""A run reads, checks and writes; a brief can be held against its sources afterwards."""

from pathlib import Path

import pytest

from briefgen.model.problem import InputError, UnfaithfulError
from briefgen.model.request import Request
from briefgen.run import Order, Verdict, build, extract, verify

TEXT = (
    "The mayor said on Monday that 40 ships had left.\n\nThe port denied on Tuesday that any ship had left.\n"
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    return folder


def order(sources: Path, *formats: str) -> Order:
    request = Request(name="in", today="2024-10-18")
    return Order((sources,), sources.parent / "output", request, ("analyst",), formats or ("json",))


def judged(sources: Path) -> Verdict:
    return verify(sources.parent / "output/in/brief.json", (sources,))


def test_files_are_named_after_what_they_hold(sources: Path) -> None:
    outcome = build(order(sources, "md", "html", "json"))
    folder = sources.parent / "output/in"
    assert {path.suffix for path in outcome.files} >= {".md", ".html", ".json"}
    assert set(outcome.files) == set(folder.iterdir())
    assert (folder / "analyst.md").read_text("utf-8").startswith("# ")


def test_an_earlier_file_of_another_format_is_left_alone(sources: Path) -> None:
    build(order(sources, "json"))
    (sources.parent / "output/in/notes.txt").write_text("mine")
    build(order(sources, "json"))
    assert (sources.parent / "output/in/notes.txt").read_text() == "mine"


def test_a_brief_that_its_evidence_does_not_bear_out_is_not_written(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(brief: object) -> None:
        raise UnfaithfulError("key point F1 has no evidence")

    monkeypatch.setattr("briefgen.checks.check_brief", refuse)
    with pytest.raises(UnfaithfulError):
        build(order(sources))
    assert not (sources.parent / "output").exists()


def test_a_brief_is_not_put_among_its_sources(sources: Path) -> None:
    request = Request(name="in", today="2024-10-18")
    with pytest.raises(InputError, match="give another --output"):
        build(Order((sources,), sources.parent, request, ("analyst",), ("json",)))


def test_extract_gives_each_document_in_order_one_at_a_time(sources: Path) -> None:
    (sources / "b.txt").write_bytes(b"")
    found = extract([sources])
    assert type(next(found)).__name__ == "Annotated"
    assert type(next(found)).__name__ == "Unread"
    assert next(found, None) is None


def test_unchanged_sources_bear_the_brief_out(sources: Path) -> None:
    build(order(sources))
    verdict = judged(sources)
    assert verdict.holds
    assert (verdict.base, verdict.citations) == (1, 2)


def test_one_changed_byte_of_a_cited_sentence_names_the_lines_that_rest_on_it(sources: Path) -> None:
    build(order(sources))
    (sources / "a.txt").write_text(TEXT.replace("40", "41"))
    verdict = judged(sources)
    assert not verdict.holds
    (one,) = verdict.mismatches
    assert "41 ships" in one.problem
    assert one.shift is None
    assert any(line.startswith("claim C1: ") for line in one.lines)
    assert verdict.sources[0][0] == "in/a.txt"


def test_a_sentence_that_only_moved_is_told_as_moved(sources: Path) -> None:
    build(order(sources))
    (sources / "a.txt").write_text("Corrected.\n\n" + TEXT)
    verdict = judged(sources)
    assert [one.shift for one in verdict.mismatches] == [12, 12]


def test_a_change_elsewhere_in_a_source_is_told_too(sources: Path) -> None:
    build(order(sources))
    (sources / "a.txt").write_text(TEXT + "\nCorrected on Friday.\n")
    verdict = judged(sources)
    assert verdict.mismatches == ()
    assert not verdict.holds
    assert "changed since the brief was made" in verdict.sources[0][1]


def test_a_missing_source_costs_all_its_citations(sources: Path) -> None:
    build(order(sources))
    (sources / "a.txt").unlink()
    verdict = judged(sources)
    assert len(verdict.mismatches) == 2
    assert "is not there" in verdict.sources[0][1]


def test_a_brief_that_was_tampered_with_is_refused(sources: Path) -> None:
    build(order(sources))
    path = sources.parent / "output/in/brief.json"
    path.write_text(path.read_text("utf-8").replace("40 ships", "90 ships"), "utf-8")
    with pytest.raises(UnfaithfulError):
        judged(sources)
