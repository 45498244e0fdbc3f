"""What is told of two editions, from the texts to the changes: the cases of `cases/changes.md`."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefgen.checks import check_brief
from briefgen.model.brief import Brief, Figure
from briefgen.model.marking import TLP_2
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.pipeline import make_brief, read_base, with_changes
from briefgen.synthesis.changes import compare

CASES = Path(__file__).parent / "cases" / "changes.md"
SOURCE = re.compile(r"(before|after) (\S+?)(?: \((.+?)\))?: (.+)")
DAY = "2031-05-03"


def source(name: str, known: str, text: str) -> RawSource:
    """A source as a line of a case has it."""
    about = {"published": DAY}
    for part in known.split("; ") if known else ():
        key, _, value = part.partition(" ")
        about[key] = value
    about.pop("unreadable", None)
    if about["published"] == "unknown":
        del about["published"]
    data = (b"\x00\xff\x00" if known == "unreadable" else b"") + text.replace(" ¶ ", "\n\n").encode()
    return RawSource(name, name, "text/plain", data, sha256(data).hexdigest(), Metadata(**about))


def edition(raws: list[RawSource], number: int) -> Brief:
    """The brief of `raws`; one that begins with a byte of zeros cannot be read."""
    from briefgen.model.problem import Problem

    unread = [
        Unread(raw.path, raw.name, Problem("is damaged"), len(raw.data), raw.sha256)
        for raw in raws
        if raw.data.startswith(b"\x00")
    ]
    whole = [raw for raw in raws if not raw.data.startswith(b"\x00")]
    return make_brief(read_base(whole, unread, Metadata()), Request("x", DAY, edition=number))


def compared(lines: list[str]) -> Brief:
    """The later edition of a case, with what changed."""
    raws: dict[str, list[RawSource]] = {"before": [], "after": []}
    outside: list[str] = []
    for line in lines:
        found = SOURCE.fullmatch(line)
        if found:
            raws[found[1]].append(source(found[2], found[3] or "", found[4]))
        elif line.startswith("outside: "):
            outside = line.removeprefix("outside: ").split(", ")
    standing = {raw.name: raw.sha256 for raw in raws["before"] if raw.name in outside}
    brief = with_changes(edition(raws["after"], 2), edition(raws["before"], 1), TLP_2, standing)
    check_brief(brief)
    return brief


def rows(brief: Brief) -> list[str]:
    """What is told of a case, as its lines tell it."""
    changes = brief.changes
    assert changes is not None
    found = [] if not changes.nothing_new else ["nothing new"]
    for one in changes.changes:
        how = {
            "changed": " and ".join(one.differs),
            "status": f"{one.was} to {one.status}",
            "withdrawn": one.fate,
        }.get(one.kind)
        lines = [line for line in (one.line, one.before if one.kind != "repeated" else None) if line]
        words = [" ".join(line.text.split()[:5]) for line in (lines[:1] if one.kind == "status" else lines)]
        found.append(" | ".join([f"{one.kind}, {how}" if how else one.kind, *words]))
    figures = {figure.id: figure for figure in brief.figures}
    found += [
        f"moved, {move.kind} | {amount(move.before)} to {amount(figures[move.figure])}"
        for move in changes.moves
    ]
    found += [f"unchanged | {changes.unchanged}"] if changes.unchanged else []
    return found + ([f"not compared | {changes.not_compared}"] if changes.not_compared else [])


def amount(figure: Figure) -> str:
    bound = "" if figure.bound == "exact" else figure.bound.replace("_", " ") + " "
    number = f"{figure.value:,.0f}" if figure.value.is_integer() else f"{figure.value:g}"
    return f"{bound}{number} {figure.money or figure.unit}"


def cases() -> list[tuple[str, list[str], list[str]]]:
    found = []
    for part in CASES.read_text("utf-8").split("\n## ")[1:]:
        title, *lines = [line for line in part.splitlines() if line]
        wanted = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
        found.append((title, [line for line in lines if not line.startswith("- ")], wanted))
    return found


@pytest.mark.parametrize(
    ("title", "lines", "wanted"), cases(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_changed_is_told_as_the_cases_say(title: str, lines: list[str], wanted: list[str]) -> None:
    assert rows(compared(lines)) == wanted


def test_a_sentence_that_leans_on_the_one_before_is_told_with_it() -> None:
    old = source("a.txt", "", "Nobody was hurt in the fire at the mill.")
    leaning = "Schools in Karvel reopened after the storm. Those in Orlo remain closed."
    new = source("b.txt", "", f"{leaning} The ferry sailed.")
    before, after = (replace(edition(raws, 1), key_points=()) for raws in ([old], [old, new]))
    told = [one.line.text for one in compare(before, after).changes if one.line]
    assert told == [leaning, "The ferry sailed."]


def test_a_sentence_that_leans_on_the_end_of_a_quotation_stands_alone() -> None:
    old = source("a.txt", "", "Nobody was hurt in the fire at the mill.")
    quoted = (
        '"The pin was bad. It was not replaced," Davor Prelec told a committee. He offered his resignation.'
    )
    new = source("b.txt", "", quoted)
    before, after = (replace(edition(raws, 1), key_points=()) for raws in ([old], [old, new]))
    assert "He offered his resignation." in [
        one.line.text for one in compare(before, after).changes if one.line
    ]
