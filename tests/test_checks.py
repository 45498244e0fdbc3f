"""The gate, and verification against sources."""

from collections.abc import Callable

import msgspec
import pytest
from annotations import annotated, claim

from briefgen.checks import check_brief, check_markdown, verify
from briefgen.model.annotation import as_read
from briefgen.model.brief import Brief, Line, Piece
from briefgen.model.problem import UnfaithfulError
from briefgen.model.request import Request
from briefgen.model.span import Span
from briefgen.synthesis import synthesise

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
