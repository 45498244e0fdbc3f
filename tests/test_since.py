"""A brief beside the edition before it: who may know what of that, and what is told of it where."""

import json
from hashlib import sha256
from pathlib import Path
from unicodedata import category

import pytest
from any_texts import TEXTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.checks import check_brief, check_markdown, plain
from briefgen.model.brief import Brief
from briefgen.model.codec import decode_brief, encode_brief
from briefgen.model.marking import TLP, TLP_2
from briefgen.model.problem import InputError, UnfaithfulError
from briefgen.model.request import Request
from briefgen.model.since import Since, Standing
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import make_brief, make_page, open_folder, read_base, with_changes
from briefgen.render.difference import difference
from briefgen.run import Intake, Made, Order, build, earlier_edition, make, verify
from briefgen.synthesis.changes import compare, outcomes
from briefgen.synthesis.statements import told_alone

WORDS = ("Quorlax", "Brindovia", "Zephandar", "Mirkastel")
"""One name for each source, that stands in nothing else."""
TOLD = (
    "The minister of {0}, Anna {0}ova, said on Friday that {1},000 tons of {0} grain had left {0}. "
    "{0} denied the report. “{0} is ready,” a spokesman for {0} said.\n"
)
AUDIENCE = """\
title = "Open brief"
description = "For who may see up to a ceiling."
sections = ["bottom_line", "key_points", "changes", "who_says_what", "verification", "timeline", "figures",
            "who_and_where", "outlook", "gaps", "sources", "coverage", "evidence"]
marking_ceiling = "TLP:GREEN"
"""
CEILING = "TLP:GREEN"
MARKS = st.sampled_from(["gone", None, "Staff only", *TLP])


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    (folder / "open").mkdir()
    (folder / "open" / "audience.toml").write_text(AUDIENCE, "utf-8")
    return folder


def raw(number: int, mark: str | None, edition: int) -> RawSource:
    """A source that names its own word in text, title, publisher, author and file name."""
    word = WORDS[number]
    about = Metadata(f"{word} today", f"{word} Post", f"{word} Writer", "2024-10-18", marking=mark)
    data = TOLD.format(word, 40 + number + edition).encode()
    name = f"x/{word}.txt"
    return RawSource(f"/x/{word}.txt", name, "text/plain", data, sha256(data).hexdigest(), about)


def run(marks: tuple[str | None, ...], edition: int, folders: Path, since: Since | None = None) -> Made:
    raws = tuple(raw(number, mark, edition) for number, mark in enumerate(marks) if mark != "gone")
    request = Request("x", "2024-10-18", edition=edition)
    order = Order((), Path("out"), request, ("open",), ("md", "json"), templates=(folders,))
    order = replace(order, whole=False, since=since)
    return make(order, Intake(raws, (), read_base(raws, (), Metadata())))


# Who may know what


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.tuples(*[MARKS] * len(WORDS)),
    after=st.tuples(*[MARKS] * len(WORDS)),
    as_it_was_cut=st.booleans(),
    still_there=st.booleans(),
)
def test_no_word_of_what_is_or_was_held_back_is_told_as_new_or_withdrawn(
    before: tuple[str | None, ...],
    after: tuple[str | None, ...],
    as_it_was_cut: bool,
    still_there: bool,
    folders: Path,
) -> None:
    if all(mark == "gone" for mark in before) or all(mark == "gone" for mark in after):
        return
    first = run(before, 1, folders)
    cuts = ((CEILING, first.cuts[0].brief),) if as_it_was_cut else ()
    gone = [raw(number, before[number], 1) for number, mark in enumerate(after) if mark == "gone"]
    standing = tuple(Standing(one.name, one.sha256, one.metadata.marking) for one in gone if still_there)
    made = run(after, 2, folders, Since(first.brief, cuts, standing))
    shown = "\n".join(one.artefact.data.decode() for one in made.files)
    shown += encode_brief(made.cuts[0].brief).decode()
    for word, then, now in zip(WORDS, before, after, strict=True):
        held = TLP_2.exceeds(then if now == "gone" else now, CEILING)
        assert not (held and word in shown), (word, then, now)


def test_an_audience_that_may_not_see_all_of_the_earlier_edition_is_not_compared(folders: Path) -> None:
    first = run(("TLP:RED", None, None, None), 1, folders)
    made = run(("gone", None, None, None), 2, folders, Since(first.brief))
    assert made.cuts[0].brief.changes is None
    assert made.remarks == ("open: not compared with edition 1, which holds what this audience may not see",)
    assert "brief.json" not in [one.artefact.name for one in made.files]


def test_an_audience_is_compared_with_the_edition_as_it_was_cut_for_it(folders: Path) -> None:
    first = run(("TLP:RED", None, None, None), 1, folders)
    made = run(
        ("TLP:RED", None, None, "gone"), 2, folders, Since(first.brief, ((CEILING, first.cuts[0].brief),))
    )
    changes = made.cuts[0].brief.changes
    assert changes is not None
    assert [one.source.name for one in changes.sources if one.fate == "gone"] == ["x/Mirkastel.txt"]
    assert not made.remarks


def test_a_source_whose_marking_was_raised_is_not_told_to_be_withdrawn(folders: Path) -> None:
    first = run((None, None, None, None), 1, folders)
    made = run(("TLP:RED", None, None, None), 2, folders, Since(first.brief))
    changes = made.cuts[0].brief.changes
    assert changes is not None
    assert changes.counts["withdrawn"] == 0
    assert "Quorlax" not in encode_brief(made.cuts[0].brief).decode()


def test_a_whole_edition_below_the_ceiling_serves_every_audience(folders: Path) -> None:
    first = run((None, "TLP:GREEN", "TLP:CLEAR", None), 1, folders)
    made = run((None, "TLP:GREEN", "TLP:CLEAR", "gone"), 2, folders, Since(first.brief))
    changes = made.cuts[0].brief.changes
    assert changes is not None
    assert changes.counts["withdrawn"] == 3
    assert made.brief.changes == changes
    assert "brief.json" in [one.artefact.name for one in made.files]


def test_an_edition_that_was_declared_above_the_ceiling_is_not_compared() -> None:
    brief = replace(brief_of("The port is open, the mayor said."), declared="TLP:RED")
    assert Since(brief).seen_up_to("TLP:GREEN", TLP_2) is None
    assert Since(brief).seen_up_to(None, TLP_2) is brief


def test_what_changed_is_marked_as_high_as_the_earlier_sources_it_cites() -> None:
    before = edition_of(("TLP:RED", None))
    after = edition_of((None, "gone"))
    assert after.marking is None
    assert with_changes(after, before, TLP_2).marking == "TLP:RED"


def edition_of(marks: tuple[str | None, ...]) -> Brief:
    raws = [raw(number, mark, 1) for number, mark in enumerate(marks) if mark != "gone"]
    raws = [replace(one, name=f"x/{len(raws)}{one.name[2:]}") for one in raws]
    data = [replace(one, data=one.data + b" ", sha256=str(len(raws)) * 64) for one in raws]
    return make_brief(read_base(data, (), Metadata()), Request("x", "2024-10-18"))


# Of any two briefs


def brief_of(*texts: str, edition: int = 1) -> Brief:
    raws = []
    for text in texts:
        data = text.encode()
        digest = sha256(data).hexdigest()
        name = f"in/{digest[:6]}.txt"
        about = Metadata(published="2031-05-03")
        raws.append(RawSource(name, name, "text/plain", data, digest, about))
    return make_brief(read_base(raws, (), Metadata()), Request("in", "2030-01-01", edition=edition))


SENTENCES = st.sampled_from(
    (
        "Police in Karvel said at least 12 people died in the fire.",
        "Police in Karvel said 14 people died in the fire.",
        "Ane Solberg said the bridge would stay closed.",
        "The bridge would stay closed, said Ane Solberg.",
        "Lakeline denied the report.",
        "The union alleged that the radar had been broken since March.",
        "Odd Lund said the radar had been broken since March, and Lakeline denied that it had been broken.",
        "“We will not pay,” Solberg told reporters. “Never.”",
        "Rain fell on the lake.",
        "The council could not confirm that 14 people died in the fire.",
    )
)
REPORTS = st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join)
BASES = st.lists(REPORTS | TEXTS.map(lambda text: f"a {text}"), min_size=1, max_size=3)


def made_of(texts: list[str], edition: int) -> Brief | None:
    try:
        return brief_of(*texts, edition=edition)
    except InputError:
        return None  # nothing in it could be read


@settings(deadline=None, max_examples=25)
@given(BASES)
def test_a_brief_beside_itself_has_nothing_new(texts: list[str]) -> None:
    brief = made_of(texts, 1)
    if brief is not None:
        changes = compare(brief, brief)
        assert changes.nothing_new
        assert not (*changes.sources, *changes.came, *changes.renewed)


@settings(deadline=None, max_examples=25)
@given(BASES, BASES, st.booleans())
def test_each_statement_of_two_editions_has_one_outcome_and_passes_the_gate(
    first: list[str], second: list[str], standing: bool
) -> None:
    before, after = made_of(first, 1), made_of(second, 2)
    if before is None or after is None:
        return
    known = {one.name: one.sha256 for one in before.sources} if standing else {}
    then, now = outcomes(before, after, known)
    for brief, fates in ((before, then), (after, now)):
        findings = {one.id for one in brief.key_points if not one.claims}
        alone = {one.id for one in told_alone(brief)}
        assert fates.keys() == {claim.id for claim in brief.claims} | findings | alone
    assert set(then.values()) <= {"unchanged", "changed", "withdrawn", "not_compared"}
    assert not standing or "withdrawn" not in then.values()
    compared = with_changes(after, before, TLP_2, known)
    check_brief(compared)
    folder = open_folder("analyst", (), None)
    page = make_page(compared, folder)
    fixed = frozenset(plain(line) for line in page.fixed)
    check_markdown(page.markdown, compared, page.ledgers, fixed, page.vocabulary)
    told = "".join(difference(compared, folder))
    assert not [sign for sign in told if category(sign) == "Cc"]
    assert decode_brief(encode_brief(compared), "x") == compared


@settings(deadline=None, max_examples=15)
@given(BASES, BASES, st.randoms(use_true_random=False))
def test_the_order_of_sources_does_not_matter(first: list[str], second: list[str], chance: object) -> None:
    told = []
    for turn in range(2):
        one, other = list(first), list(second)
        if turn:
            one.reverse()
            other.reverse()
        before, after = made_of(one, 1), made_of(other, 2)
        if before is None or after is None:
            return
        told.append(compare(before, after))
    assert told[0] == told[1]


# Its evidence


@pytest.fixture
def compared() -> Brief:
    before = brief_of("Police in Karvel said 12 people died in the fire. Odd Lund said the mill was old.")
    after = brief_of("Police in Karvel said 14 people died in the fire.", edition=2)
    return with_changes(after, before, TLP_2)


def test_words_of_the_earlier_edition_are_held_against_its_evidence(compared: Brief) -> None:
    changes = compared.changes
    assert changes is not None
    check_brief(compared)
    wrong = [replace(one, quote=one.quote.replace("12", "99")) for one in changes.evidence]
    with pytest.raises(UnfaithfulError, match=r"evidence P1-1 does not match its hash"):
        check_brief(replace(compared, changes=replace(changes, evidence=tuple(wrong))))
    with pytest.raises(UnfaithfulError, match=r"cites P1-1, which the brief does not hold"):
        check_brief(replace(compared, changes=replace(changes, evidence=changes.evidence[1:])))
    astray = [replace(one, claims=("C77",)) for one in changes.changes]
    with pytest.raises(UnfaithfulError, match="C77"):
        check_brief(replace(compared, changes=replace(changes, changes=tuple(astray))))


def test_a_line_of_now_may_not_rest_on_what_was(compared: Brief) -> None:
    changes = compared.changes
    assert changes is not None
    turned = [replace(one, line=one.before) for one in changes.changes if one.line and one.before]
    with pytest.raises(UnfaithfulError, match="has words from evidence that it does not cite"):
        check_brief(replace(compared, changes=replace(changes, changes=tuple(turned))))


def test_the_json_of_a_brief_that_was_compared_with_nothing_has_no_changes(compared: Brief) -> None:
    assert "changes" in json.loads(encode_brief(compared))
    alone = replace(compared, changes=None)
    assert "changes" not in json.loads(encode_brief(alone))
    assert decode_brief(encode_brief(alone), "x") == alone


# From files


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Police in Karvel said 12 people died in the fire.\n")
    build(order(folder, ("json", "pdf")))
    (tmp_path / "output" / "in").rename(tmp_path / "first")
    (folder / "a.txt").write_text("Police in Karvel said 14 people died in the fire.\n")
    return folder


def order(folder: Path, formats: tuple[str, ...], since: Since | None = None) -> Order:
    number = since.whole.edition + 1 if since else 1
    request = Request("in", "2024-10-18", edition=number)
    return Order((folder,), folder.parent / "output", request, ("analyst",), formats, since=since)


@pytest.mark.parametrize("name", ["brief.json", "analyst.pdf"])
def test_an_edition_is_read_from_its_file_or_a_pdf(sources: Path, name: str) -> None:
    outcome = build(order(sources, ("json",), earlier_edition(sources.parent / "first" / name, "in")))
    changes = outcome.brief.changes
    assert changes is not None
    assert (outcome.brief.edition, changes.edition) == (2, 1)
    assert [(move.before.value, move.kind) for move in changes.moves] == [(12, "revised")]


def test_verify_says_what_it_does_not_read_again(sources: Path) -> None:
    build(order(sources, ("json",), earlier_edition(sources.parent / "first" / "brief.json", "in")))
    verdict = verify(sources.parent / "output" / "in" / "brief.json", (sources,))
    assert verdict.holds
    assert verdict.earlier == 1


def test_an_edition_of_another_name_is_refused(sources: Path) -> None:
    with pytest.raises(InputError, match=r"is an edition of “in”, and this brief is “other”.*--name in"):
        earlier_edition(sources.parent / "first" / "brief.json", "other")


def test_a_file_that_is_no_edition_is_refused(sources: Path) -> None:
    with pytest.raises(InputError, match="neither a brief"):
        earlier_edition(sources / "a.txt", "in")


def test_a_damaged_edition_is_refused(sources: Path) -> None:
    file = sources.parent / "first" / "brief.json"
    file.write_bytes(
        file.read_bytes().replace(b"Police in Karvel said 12 people", b"Police in Karvel said 92 people")
    )
    with pytest.raises(InputError, match=r"is damaged, so nothing can be compared with it: .*E1"):
        earlier_edition(file, "in")


def test_an_edition_of_a_later_day_is_compared_and_that_is_said(sources: Path) -> None:
    since = earlier_edition(sources.parent / "first" / "brief.json", "in")
    outcome = build(order(sources, ("json",), Since(replace(since.whole, as_of="2030-01-01"))))
    assert any("stands for 2030-01-01, later than this brief's" in note for note in outcome.notes)
    assert outcome.brief.changes is not None
