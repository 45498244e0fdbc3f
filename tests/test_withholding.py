"""What an audience may not see is in nothing that it gets: text, tables, charts, metadata or attachment."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from conftest import Briefgen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.checks import check_brief, check_markdown, plain
from briefgen.model.marking import TLP, TLP_2
from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import held_back, make_brief, make_page, open_folder, read_base, render_page, without
from briefgen.run import Order, build

WORDS = ("Quorlax", "Brindovia", "Zephandar", "Mirkastel", "Tolvarine")
"""One name for each source, that stands in no other and in nothing else."""
TOLD = (
    "The minister of {0}, Anna {0}ova, said on Friday that 4{1},000 tons of {0} grain had left {0}. "
    "{0} denied the report. “{0} is ready,” a spokesman for {0} said.\n"
)
AUDIENCE = """\
title = "Open brief"
description = "For who may see up to a ceiling."
sections = ["bottom_line", "key_points", "who_says_what", "verification", "timeline", "figures",
            "who_and_where", "outlook", "gaps", "sources", "coverage", "evidence"]
marking_ceiling = "TLP:GREEN"
"""


def raw(number: int, mark: str | None) -> RawSource:
    """A source that names its own word in text, title, publisher, author, address and file name."""
    word = WORDS[number]
    about = Metadata(f"{word} today", f"{word} Post", f"{word} Writer", "2024-10-18", marking=mark)
    data = TOLD.format(word, number).encode()
    return RawSource(f"/x/{word}.txt", f"x/{word}.txt", "text/plain", data, str(number) * 64, about)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    (folder / "open").mkdir()
    (folder / "open" / "audience.toml").write_text(AUDIENCE, "utf-8")
    return folder


def artefacts(raws: list[RawSource], folders: Path, formats: tuple[str, ...]) -> dict[str, bytes]:
    held = held_back(raws, (), "TLP:GREEN", TLP_2)
    brief = make_brief(without(read_base(raws, (), Metadata()), held), Request("x", "2024-10-18"))
    check_brief(brief)
    page = make_page(brief, open_folder("open", (folders,), None))
    fixed = frozenset(plain(line) for line in page.fixed)
    check_markdown(page.markdown, brief, page.ledgers, fixed, page.vocabulary)
    return {one.name: one.data for one in render_page(page, formats)}


def everything_in(pdf: bytes) -> str:
    """All that a PDF holds: the bytes of every object, uncompressed, and what its pages read as."""
    from pypdf import PdfReader

    held = [pdf]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Stream):
                held.append(one.read_bytes())
            else:
                held.append(repr(one).encode())
    pages = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return b"\n".join(held).decode("utf-8", "replace") + pages


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marks=st.lists(st.sampled_from([None, "Staff only", *TLP]), min_size=len(WORDS), max_size=len(WORDS)))
def test_no_word_of_what_is_held_back_is_in_any_text(marks: list[str | None], folders: Path) -> None:
    raws = [raw(number, mark) for number, mark in enumerate(marks)]
    shown = b"\n".join(artefacts(raws, folders, ("md", "html", "txt")).values()).decode()
    for word, mark in zip(WORDS, marks, strict=True):
        held = TLP_2.exceeds(mark, "TLP:GREEN")
        assert (word in shown) != held, (word, mark)
    held_count = sum(TLP_2.exceeds(mark, "TLP:GREEN") for mark in marks)
    assert ("held back" in shown) == bool(held_count)


@pytest.mark.parametrize("marks", [("TLP:RED", None, "TLP:GREEN", "Staff only", "TLP:AMBER")])
def test_no_word_of_what_is_held_back_is_in_the_pdf(marks: tuple[str | None, ...], folders: Path) -> None:
    pdf = artefacts([raw(number, mark) for number, mark in enumerate(marks)], folders, ("pdf",))["open.pdf"]
    held = everything_in(pdf)
    assert [word in held for word in WORDS] == [False, True, True, False, False]
    assert "TLP:GREEN" in held


@pytest.mark.parametrize(
    "marks",
    [
        ("TLP:RED", None, "TLP:GREEN", "Staff only", "TLP:AMBER"),
        (None, "TLP:AMBER+STRICT", "TLP:CLEAR", "TLP:GREEN", "Staff only"),
        ("TLP:RED", "TLP:RED", "TLP:RED", "TLP:RED", "TLP:GREEN"),
    ],
)
def test_no_word_of_what_is_held_back_is_in_the_word_document(
    marks: tuple[str | None, ...], folders: Path
) -> None:
    made = artefacts([raw(number, mark) for number, mark in enumerate(marks)], folders, ("docx",))
    with zipfile.ZipFile(io.BytesIO(made["open.docx"])) as archive:
        held = b"\n".join([*map(str.encode, archive.namelist()), *map(archive.read, archive.namelist())])
    shown = [word.encode() in held for word in WORDS]
    assert shown == [not TLP_2.exceeds(mark, "TLP:GREEN") for mark in marks]
    assert b"TLP:GREEN" in held


def test_where_everything_is_held_back_the_brief_says_so(folders: Path) -> None:
    markdown = artefacts([raw(0, "TLP:RED")], folders, ("md",))["open.md"].decode()
    assert "1 input held back" in markdown
    assert WORDS[0] not in markdown


def test_an_exact_copy_of_what_is_held_back_is_held_back() -> None:
    copies = [raw(0, "TLP:RED"), raw(0, None)]
    assert held_back(copies, (), "TLP:GREEN", TLP_2) == {"x/Quorlax.txt"}


@pytest.fixture
def secret(tmp_path: Path, folders: Path) -> Order:
    """One source that the audience may see, one that it may not, and one whose sidecar is broken."""
    sources = tmp_path / "in"
    sources.mkdir()
    for number, sidecar in enumerate(('marking = "TLP:CLEAR"', 'marking = "TLP:RED"', "marking = TLP:CLEAR")):
        (sources / f"{WORDS[number]}.txt").write_text(TOLD.format(WORDS[number], number))
        (sources / f"{WORDS[number]}.txt.meta.toml").write_text(sidecar)
    request = Request("in", "2024-10-18")
    return Order(
        (sources,), tmp_path / "out", request, ("open", "analyst"), ("md", "json"), templates=(folders,)
    )


def test_a_run_cuts_the_brief_for_the_audience_and_leaves_it_whole_for_who_may_see_all(secret: Order) -> None:
    outcome = build(secret)
    folder = secret.output / "in"
    shown, whole = (folder / "open.md").read_text("utf-8"), (folder / "analyst.md").read_text("utf-8")
    assert [word in shown for word in WORDS[:3]] == [True, False, False]
    assert [word in whole for word in WORDS[:3]] == [True, True, True]
    assert shown.startswith("**TLP:CLEAR**")
    assert whole.startswith("**TLP:RED**")
    assert outcome.withheld == (("open", 2), ("analyst", 0))


def test_the_whole_model_is_written_only_where_it_was_asked_for(secret: Order, briefgen: Briefgen) -> None:
    arguments = ("build", secret.paths[0], "--templates", str(secret.templates[0]), "--audience", "open")
    told = briefgen(*arguments, "--output", secret.output).stderr.decode()
    assert "open: 2 inputs held back" in told
    assert not (secret.output / "in" / "brief.json").exists()
    briefgen(*arguments, "--output", secret.output, "--format", "json")
    assert (secret.output / "in" / "brief.json").exists()


def test_a_marking_for_all_above_the_ceiling_is_refused(secret: Order) -> None:
    import msgspec

    request = msgspec.structs.replace(secret.request, marking="TLP:RED")
    with pytest.raises(InputError, match="--marking TLP:RED is above what the audience “open” may see"):
        build(msgspec.structs.replace(secret, request=request))


def test_a_pdf_bears_the_marking_of_the_brief_that_is_in_it(briefgen: Briefgen, tmp_path: Path) -> None:
    """Whatever it shows: who opens the attachment reads all of it."""
    sources = tmp_path / "in"
    sources.mkdir()
    for number, mark in ((0, "TLP:GREEN"), (1, "TLP:AMBER")):
        (sources / f"{number}.txt").write_text(TOLD.format(WORDS[number], number))
        (sources / f"{number}.txt.meta.toml").write_text(f'marking = "{mark}"\n')
    own = tmp_path / "templates/short"
    own.mkdir(parents=True)
    (own / "audience.toml").write_text(
        'title = "Short"\ndescription = "One."\nsections = ["key_points"]\nlimits = { key_points = 1 }\n'
    )
    ran = briefgen("build", sources, "--audience", "short", "--format", "pdf")
    assert ran.returncode == 0, ran.stderr
    with pikepdf.open(io.BytesIO(read(tmp_path, "short.pdf"))) as pdf:
        (attached,) = (one.get_file().read_bytes() for one in pdf.attachments.values())
        keywords = str(pdf.docinfo["/Keywords"])
    assert b'"marking": "TLP:AMBER"' in attached
    assert keywords.startswith("TLP:AMBER")


def read(folder: Path, name: str) -> bytes:
    return (folder / "output/in" / name).read_bytes()
