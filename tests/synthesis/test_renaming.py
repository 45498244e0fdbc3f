"""Ids of evidence are numbered anew wherever they stand."""

from annotations import annotated, claim, entity
from samples import brief_of, troubled

from briefgen.model.codec import encode_brief
from briefgen.synthesis.renaming import renamed


def test_every_id_of_evidence_is_renamed_and_nothing_else() -> None:
    brief = brief_of(troubled())
    there = {one.id: f"E9{one.id[1:]}" for one in brief.evidence}
    back = {new: old for old, new in there.items()}
    moved = renamed(brief, there)
    assert moved != brief
    assert renamed(moved, back) == brief
    assert {name for one in moved.claims for name in one.evidence} <= set(back)
    assert {piece.evidence for one in moved.claims for piece in one.content.pieces} <= {None, *back}
    assert {alias.evidence for one in moved.entities for alias in one.aliases} <= set(back)


def test_a_sentence_that_is_not_cited_takes_no_number() -> None:
    text = "Hello.\nThe mayor said the bridge of Orlo is safe.\nBye."
    brief = brief_of(
        annotated(
            text,
            claims=(claim(text, "The mayor", "said", "the bridge of Orlo is safe"),),
            entities=(entity(text, "Orlo", "place"),),
        )
    )
    assert [one.id for one in brief.evidence] == [f"E{n + 1}" for n in range(len(brief.evidence))]
    cited = next(one for one in brief.evidence if "mayor" in one.quote).id
    assert brief.claims[0].evidence == (cited,)
    assert brief.entities[0].aliases[0].evidence == cited
    assert f'"evidence": "{cited}"'.encode() in encode_brief(brief)
