"""A brief and its sources are found again: by their bytes first, then by their names."""

import shutil
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfWriter

from briefgen.model.brief import Brief
from briefgen.model.codec import encode_brief
from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.model.source import Metadata
from briefgen.pipeline import make_brief, read_base
from briefgen.store.inbox import collect
from briefgen.store.lookup import find_beside, find_sources, read_brief

TEXTS = {
    "a.txt": "The mayor said on Monday that it rained.\n",
    "sub/b.txt": "The mayor denied it on Tuesday.\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "here" / "in"
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def brief(sources: Path) -> Brief:
    return make_brief(read_base(*collect([sources]), Metadata()), Request(name="in", today="2024-10-18"))


def found(brief: Brief, *below: Path) -> dict[str, str]:
    return {name: raw.path for name, raw in find_sources(brief.sources, below).items()}


def test_a_source_is_found_by_its_bytes_whatever_its_name(
    brief: Brief, sources: Path, tmp_path: Path
) -> None:
    (tmp_path / "archive").mkdir()
    shutil.copy(sources / "a.txt", tmp_path / "archive/renamed")
    (tmp_path / "archive/a.txt").write_text("Something else.\n")
    assert found(brief, tmp_path / "archive") == {"in/a.txt": str(tmp_path / "archive/renamed")}


def test_a_changed_source_is_found_by_its_name(brief: Brief, sources: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(sources, moved / "in")
    (moved / "in/a.txt").write_text("The mayor said on Monday that it snowed.\n")
    (moved / "a.txt").write_text("Another.\n")
    for below in (moved, moved / "in", moved / "in/a.txt"):
        assert found(brief, below)["in/a.txt"] == str(moved / "in/a.txt")


def test_a_source_that_is_nowhere_is_left_out(brief: Brief, sources: Path) -> None:
    (sources / "a.txt").unlink()
    assert list(found(brief, sources)) == ["in/sub/b.txt"]


def test_sources_are_looked_for_below_the_working_folder_and_above_the_brief(
    brief: Brief, sources: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    beside = sources.parent / "output/in/brief.json"
    assert set(find_beside(brief.sources, beside, elsewhere)) == {"in/a.txt", "in/sub/b.txt"}
    assert set(find_beside(brief.sources, elsewhere / "brief.json", sources.parent)) == {
        "in/a.txt",
        "in/sub/b.txt",
    }
    assert find_beside(brief.sources, elsewhere / "brief.json", elsewhere) == {}


@pytest.mark.parametrize("name", ["../in/a.txt", "in/../../a.txt", "{}/here/in/a.txt"])
def test_a_name_that_leads_elsewhere_is_not_followed(
    brief: Brief, sources: Path, tmp_path: Path, name: str
) -> None:
    source = msgspec.structs.replace(brief.sources[0], name=name.format(tmp_path))
    assert find_beside([source], sources / "brief.json", sources) == {}


def test_an_unchanged_source_goes_before_a_changed_one_that_is_nearer(
    brief: Brief, sources: Path, tmp_path: Path
) -> None:
    nearer = tmp_path / "nearer"
    shutil.copytree(sources, nearer / "in")
    (nearer / "in/a.txt").write_text("Changed.\n")
    raws = find_beside(brief.sources, sources.parent / "brief.json", nearer)
    assert raws["in/a.txt"].data == TEXTS["a.txt"].encode()


def test_a_brief_is_read_from_json_and_from_the_pdf_that_carries_it(brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "brief.json").write_bytes(encode_brief(brief))
    assert read_brief(tmp_path / "brief.json") == brief
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("brief.json", encode_brief(brief))
    writer.write(tmp_path / "a.pdf")
    assert read_brief(tmp_path / "a.pdf") == brief


def test_a_copy_does_not_stand_in_for_a_source_that_changed(brief: Brief, sources: Path) -> None:
    shutil.copy(sources / "a.txt", sources / "copy.txt")
    (sources / "a.txt").write_text("The mayor said on Monday that it snowed.\n")
    assert found(brief, sources)["in/a.txt"] == str(sources / "a.txt")


def test_what_is_no_brief_is_refused_with_its_name(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "plain.pdf")
    (tmp_path / "cut.pdf").write_bytes((tmp_path / "plain.pdf").read_bytes()[:200])
    (tmp_path / "other.json").write_text('{"a": 1}')
    (tmp_path / "text.json").write_text("words")
    for name, said in {
        "plain.pdf": "carries no brief.json",
        "cut.pdf": "is a damaged PDF",
        "other.json": "is not a brief",
        "text.json": "is neither a brief.json nor a PDF",
        "none.json": "cannot be read",
        ".": "cannot be read",
    }.items():
        with pytest.raises(InputError, match=said):
            read_brief(tmp_path / name)
