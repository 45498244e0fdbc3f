"""The gate, and verification against sources."""

from collections.abc import Callable

import msgspec
import pytest
from annotations import annotated, claim
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import brief_of, troubled

from briefgen.checks import _problem_of, check_brief, check_markdown, rows_of, verify
from briefgen.model.annotation import as_read
from briefgen.model.brief import Brief, Line, Piece
from briefgen.model.problem import UnfaithfulError
from briefgen.model.request import Request
from briefgen.model.span import Span
from briefgen.synthesis import synthesise
from briefgen.synthesis.changes import compare

TEXT = 'The mayor said the bridge is "quite safe" for now. Nobody else was there.'
NAME = "seeds/a.txt"


def sample() -> Brief:
    found = annotated(
        TEXT, name=NAME, claims=(claim(TEXT, "The mayor", "said", 'the bridge is "quite safe" for now'),)
    )
    return synthesise((as_read(found),), (), (), Request("seeds", "2030-01-01"), "briefgen test")


def with_piece(change: Callable[[Piece], Piece]) -> Brief:
    """The sample with the first piece of its first key point changed."""
    brief = sample()
    finding = brief.key_points[0]
    pieces = (change(finding.line.pieces[0]), *finding.line.pieces[1:])
    line = Line("".join(piece.text for piece in pieces), pieces)
    changed = msgspec.structs.replace(finding, line=line)
    return msgspec.structs.replace(brief, key_points=(changed, *brief.key_points[1:]))


def test_a_brief_made_of_its_sources_words_passes() -> None:
    check_brief(sample())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda piece: msgspec.structs.replace(piece, text=piece.text.replace("safe", "sound")),
            "where its evidence",
        ),
        (lambda piece: msgspec.structs.replace(piece, span=Span(5, 9)), "where its evidence has"),
        (lambda piece: msgspec.structs.replace(piece, span=Span(50, 60)), "without a place"),
        (lambda piece: msgspec.structs.replace(piece, evidence="E9"), "does not cite"),
        (lambda piece: Piece(" it is said", "added"), "does not cite"),
        (lambda piece: Piece("The mayor lied", "gap"), "does not cite"),
    ],
)
def test_a_key_point_whose_words_are_not_its_evidence_stops_the_build(
    change: Callable[[Piece], Piece], message: str
) -> None:
    with pytest.raises(UnfaithfulError, match="key point F1 .*" + message):
        check_brief(with_piece(change))


@pytest.mark.parametrize(
    ("piece", "message"),
    [
        (Piece(" [2024-10]", "added"), None),
        (Piece(" surely", "added"), "without square brackets"),
        (Piece(" and it is not … ", "gap"), "leaves out words with"),
        (Piece(" … ", "gap"), None),
    ],
)
def test_what_is_added_stands_in_brackets_and_what_is_left_out_shows(
    piece: Piece, message: str | None
) -> None:
    brief = sample()
    finding = brief.key_points[0]
    pieces = (*finding.line.pieces, piece)
    line = Line("".join(one.text for one in pieces), pieces)
    brief = msgspec.structs.replace(brief, key_points=(msgspec.structs.replace(finding, line=line),))
    if message is None:
        check_brief(brief)
        return
    with pytest.raises(UnfaithfulError, match=message):
        check_brief(brief)


def test_a_line_without_evidence_stops_the_build_and_is_named() -> None:
    brief = sample()
    bare = msgspec.structs.replace(brief.key_points[0], evidence=())
    with pytest.raises(UnfaithfulError, match="key point F1 has no evidence: “The mayor said"):
        check_brief(msgspec.structs.replace(brief, key_points=(bare,)))


def test_evidence_that_does_not_match_its_hash_stops_the_build() -> None:
    brief = sample()
    forged = msgspec.structs.replace(brief.evidence[0], quote=brief.evidence[0].quote.replace("safe", "sane"))
    with pytest.raises(UnfaithfulError, match="E1 does not match its hash"):
        check_brief(msgspec.structs.replace(brief, evidence=(forged, *brief.evidence[1:])))


GOOD = """\
# A title

As of today

## Key points

- ◐ **Reported** — The mayor said the bridge is “quite safe” for now. [1](#e1)

## Figures

How to read this.

| What | Evidence |
|---|---|
| the bridge | [1](#e1) |

## Sources

### S1

- Publisher: The Daily
"""


VOCABULARY = (
    "A title", "As of today", "How to read this", "Key points", "Figures", "Sources", "What", "Evidence",
    "Reported", "Publisher", "over", "Elbe",
)  # fmt: skip


def gate(markdown: str) -> None:
    check_markdown(markdown, sample(), frozenset({"Sources"}), frozenset({"how to read this."}), VOCABULARY)


def test_markdown_in_which_every_line_cites_evidence_passes() -> None:
    gate(GOOD)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (" for now. [1](#e1)", " for now.", "line 7, in “Key points”, has no evidence: “◐ Reported"),
        ("| the bridge | [1](#e1) |", "| the bridge | |", "line 15, in “Figures”, has no evidence"),
        ("for now. [1](#e1)", "for now. [9](#e9)", "line 7 cites #e9, which the brief does not hold"),
        ("“quite safe”", "“quite sound”", "line 7 quotes “quite sound”, which is not in the evidence"),
        ("How to read this.", "It will rain.", "line 11, in “Figures”, has no evidence: “It will rain.”"),
    ],
)
def test_a_line_of_markdown_without_its_evidence_stops_the_build_and_is_named(
    old: str, new: str, message: str
) -> None:
    assert old in GOOD
    with pytest.raises(UnfaithfulError, match=message.replace("(", r"\(")):
        gate(GOOD.replace(old, new, 1))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Moscow has fallen. [1](#e1)", "says “moscow”"),
        ("[The mayor has fallen](#e1)", "has no evidence: “The mayor has fallen”"),
        ("The bridge has fallen. [1](#e1)", "says “has”"),
        ('"for the bridge," the mayor said. [1](#e1)', "quotes “for the bridge,”"),
        ("«for the bridge» [1](#e1)", "quotes “for the bridge”"),
        ("“quite safe” [S1](#s1)", "quotes “quite safe”"),
        ("[here](https://example.org/) [1](#e1)", "says “here”"),
        ("![a fallen mayor](x.svg)", "says “fallen”"),
        ("### Moscow", "says “moscow”"),
        ("## Moscow", "says “moscow”"),
        ("<p>the mayor</p>", "holds raw HTML"),
        ("the mayor <b>said</b> [1](#e1)", "holds raw HTML"),
        ("```\nthe mayor\n```", "holds a block of code"),
        ("| Moscow |\n|---|\n| the mayor [1](#e1) |", "says “moscow”"),
    ],
)
def test_what_a_template_makes_up_stops_the_build(line: str, message: str) -> None:
    with pytest.raises(UnfaithfulError, match=message):
        gate(GOOD.replace("How to read this.", line, 1))


def test_the_letters_of_a_shortened_hash_are_no_words() -> None:
    brief = sample()
    row = msgspec.structs.replace(brief.coverage[0], sha256="30803cbbc36c" + "0" * 52, name="a")
    brief = msgspec.structs.replace(brief, coverage=(row,))
    ledger = "# A title\n\n## Sources\n\n- {}…\n"
    kept = frozenset({"Sources"}), frozenset[str](), VOCABULARY
    check_markdown(ledger.format("30803cbbc36c"), brief, *kept)
    with pytest.raises(UnfaithfulError, match="says “cbbc”"):
        check_markdown(ledger.format("90803cbbc36c"), brief, *kept)


def test_a_quotation_may_hold_an_insertion_and_an_omission() -> None:
    gate(GOOD.replace("“quite safe”", "“the bridge [over the Elbe] is … safe”"))


def test_verification_passes_on_the_unchanged_source() -> None:
    assert verify(sample(), {NAME: TEXT}) == ()


@pytest.mark.parametrize("index", range(TEXT.index(".") + 1))
def test_one_changed_character_of_a_cited_sentence_is_found(index: int) -> None:
    changed = TEXT[:index] + chr(ord(TEXT[index]) + 1) + TEXT[index + 1 :]
    found = verify(sample(), {NAME: changed})
    assert [one.evidence.id for one in found][:1] == ["E1"]
    assert any(line.startswith("key point F1") for line in found[0].lines)


def test_a_sentence_that_moved_is_reported_as_moved() -> None:
    assert all(one.shift == 5 for one in verify(sample(), {NAME: "New. " + TEXT}))


def test_a_missing_source_is_reported_for_each_of_its_sentences() -> None:
    found = verify(sample(), {})
    assert {one.problem for one in found} == {"the source is missing"}
    assert len(found) == len(sample().evidence)


SOME = brief_of(troubled())
PIECES = st.builds(
    Piece,
    st.sampled_from(["", " ", " … ", " [he]", "[he]", "The", "the", "tanks", "\u0130", "ss"]),
    st.sampled_from(["words", "added", "date", "gap"]),
    st.sampled_from([None, "", "E1", "E2", "E99", "S1"]),
    st.none()
    | st.builds(lambda start, size: Span(start, start + size), st.integers(0, 90), st.integers(1, 9)),
)


def tampered(line: Line, data: st.DataObject) -> Line:
    """`line` with one of its pieces changed in one respect, left out, or followed by another."""
    pieces = list(line.pieces)
    place = data.draw(st.integers(0, len(pieces) - 1))
    other = data.draw(PIECES)
    own = pieces[place]
    how = data.draw(st.sampled_from(["text", "kind", "evidence", "span", "case", "out", "more", "first"]))
    if how == "out":
        pieces.pop(place)
    elif how == "more":
        pieces.insert(place + 1, other)
    elif how == "first":
        pieces.insert(0, other)
    elif how == "case":
        pieces[place] = msgspec.structs.replace(own, text=own.text[:1].swapcase() + own.text[1:])
    else:
        pieces[place] = msgspec.structs.replace(own, **{how: getattr(other, how)})
    joined = "".join(piece.text for piece in pieces)
    return Line(data.draw(st.sampled_from([joined, line.text])), tuple(pieces))


@settings(max_examples=400)
@given(st.data())
def test_the_quick_look_passes_no_line_that_the_full_one_refuses(data: st.DataObject) -> None:
    claims = list(SOME.claims)
    place = data.draw(st.integers(0, len(claims) - 1))
    cited = data.draw(st.sampled_from([claims[place].evidence, (), ("E1", "E2"), ("E1", "E99"), ("E99",)]))
    claims[place] = msgspec.structs.replace(
        claims[place], statement=tampered(claims[place].statement, data), evidence=cited
    )
    brief = msgspec.structs.replace(SOME, claims=tuple(claims))
    evidence = {one.id: one for one in brief.evidence}
    wrong = [row for row in rows_of(brief) if _problem_of(row, evidence, {"S1"})]
    if wrong:
        with pytest.raises(UnfaithfulError, match=f"{wrong[0].section} {wrong[0].place} "):
            check_brief(brief)
    else:
        check_brief(brief)


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "The moon soured"},
        {"sha256": "0" * 64},
        {"source": 2},
        {"span": Span(1, 3)},
        {"block": Span(9, 12)},
        {"paragraph": "Nothing of the sort."},
    ],
)
def test_evidence_that_is_wrong_in_any_respect_stops_the_build(change: dict[str, object]) -> None:
    first, *others = SOME.evidence
    evidence = (msgspec.structs.replace(first, **change), *others)
    with pytest.raises(UnfaithfulError, match="evidence E1 "):
        check_brief(msgspec.structs.replace(SOME, evidence=evidence))


def test_a_brief_held_before_is_held_again_where_more_than_the_changes_is_other() -> None:
    finding = SOME.key_points[0]
    line = Line("It is so.", (Piece("It is so.", evidence="E1", span=finding.line.pieces[0].span),))
    wrong = msgspec.structs.replace(SOME, key_points=(msgspec.structs.replace(finding, line=line),))
    with pytest.raises(UnfaithfulError, match="key point"):
        check_brief(wrong, held=SOME)
    check_brief(msgspec.structs.replace(SOME, marking="TLP:GREEN"), held=SOME)


def test_what_changed_is_held_also_where_the_rest_was_held_before() -> None:
    found = troubled()
    document = msgspec.structs.replace(found.document, sha256="9" * 64)
    brief = brief_of(msgspec.structs.replace(found, document=document))
    changes = compare(sample(), brief)
    check_brief(msgspec.structs.replace(brief, changes=changes), held=brief)
    first, *others = changes.changes
    wrong = msgspec.structs.replace(first, evidence=("E99",))
    changed = msgspec.structs.replace(changes, changes=(wrong, *others))
    with pytest.raises(UnfaithfulError, match=f"change {first.id}"):
        check_brief(msgspec.structs.replace(brief, changes=changed), held=brief)
