"""The rules of docs/statuses.md."""

import pytest
from annotations import annotated, claim, entity

from briefgen.model.annotation import Claim, Stance, as_read
from briefgen.model.brief import Brief, Status
from briefgen.model.request import Request
from briefgen.synthesis import synthesise


def brief_of(text: str, *claims: Claim, names: tuple[tuple[str, str], ...] = ()) -> Brief:
    entities = tuple(entity(text, name, "country", demonym=demonym) for name, demonym in names)
    found = annotated(text, claims=claims, entities=entities)
    return synthesise((as_read(found),), (), (), Request("seeds", "2030-01-01"), "briefgen test")


@pytest.mark.parametrize(
    ("stance", "status"),
    [
        ("asserted", "reported"),
        ("estimated", "reported"),
        ("assessed", "reported"),
        ("possible", "reported"),
        ("warned", "reported"),
        ("alleged", "unconfirmed"),
        ("unconfirmed", "reported"),
        ("conditional", "conditional"),
    ],
)
def test_a_claim_nobody_speaks_to_has_the_status_of_its_stance(stance: Stance, status: Status) -> None:
    text = "The mayor said the bridge is safe."
    assert brief_of(text, claim(text, "The mayor", "said", "the bridge is safe", stance)).claims[
        0
    ].status == (status)


def test_a_reply_that_names_the_speaker_and_a_report_speaks_to_their_earlier_claims() -> None:
    text = (
        "Sylvania said ships left. Atlantis could not verify the Sylvanian account. Sylvania said rain fell."
    )
    brief = brief_of(
        text,
        claim(text, "Sylvania", "said", "ships left"),
        claim(text, "Atlantis", "could not verify", "the Sylvanian account", "unconfirmed"),
        claim(text, "Sylvania", "said", "rain fell"),
        names=(("Sylvania", "Sylvanian"), ("Atlantis", "Atlantean")),
    )
    assert [one.status for one in brief.claims] == ["unconfirmed", "reported", "reported"]


def test_a_reply_that_names_the_speaker_without_a_word_for_what_was_said_speaks_to_nothing() -> None:
    text = "Sylvania said ships left. Atlantis declined to discuss its embassy in Sylvania."
    brief = brief_of(
        text,
        claim(text, "Sylvania", "said", "ships left"),
        claim(text, "Atlantis", "declined to discuss", "its embassy in Sylvania", "declined"),
        names=(("Sylvania", "Sylvanian"), ("Atlantis", "Atlantean")),
    )
    assert all(one.declined == () for one in brief.verification)


def test_an_unspecific_denial_of_reports_is_tied_to_the_claim_before_it() -> None:
    text = "The union says wages fell. The company denied the reports."
    brief = brief_of(
        text,
        claim(text, "The union", "says", "wages fell"),
        claim(text, "The company", "denied", "the reports", "denied"),
    )
    assert brief.claims[0].status == "denied"


def test_a_denial_of_something_else_is_not_tied_to_the_claim_before_it() -> None:
    text = "Berg alleged that 5,000 workers struck. Osei denied reports that Acme would cut 400 jobs."
    brief = brief_of(
        text,
        claim(text, "Berg", "alleged", "that 5,000 workers struck", "alleged"),
        claim(text, "Osei", "denied", "reports that Acme would cut 400 jobs", "denied"),
    )
    assert brief.claims[0].status == "unconfirmed"
    assert all(one.denied == () for one in brief.verification)


def test_an_unspecific_refusal_to_comment_is_tied_to_nothing_and_is_a_gap() -> None:
    text = "The union says wages fell. The company declined to comment on the reports."
    brief = brief_of(
        text,
        claim(text, "The union", "says", "wages fell"),
        claim(text, "The company", "declined to comment", "on the reports", "declined"),
    )
    assert all(one.declined == () for one in brief.verification)
    assert [gap.kind for gap in brief.gaps if gap.subject == "company"] == ["declined"]


def test_a_condition_outranks_a_failure_to_confirm() -> None:
    text = (
        "If it is so, roads will close, the mayor said. The police could not confirm that roads will close."
    )
    brief = brief_of(
        text,
        claim(text, "the mayor", "said", "If it is so, roads will close,", "conditional"),
        claim(text, "The police", "could not confirm", "that roads will close", "unconfirmed"),
    )
    assert brief.claims[0].status == "conditional"


def test_every_finding_counts_one_origin_until_sources_are_compared() -> None:
    text = "The mayor said the bridge is safe."
    assert {
        one.origins
        for one in brief_of(text, claim(text, "The mayor", "said", "the bridge is safe")).key_points
    } == {1}
