"""Which claims a denial is of: the rules of docs/statuses.md."""

import pytest
from annotations import annotated, claim, entity, quantity

from briefgen.model.annotation import Annotated, Claim, Stance, as_read
from briefgen.model.brief import Brief
from briefgen.model.request import Request
from briefgen.synthesis import synthesise


def brief_of(found: Annotated) -> Brief:
    return synthesise((as_read(found),), (), (), Request("seeds", "2030-01-01"), "briefgen test")


def denied(text: str, *claims: Claim) -> list[str]:
    """Who says what is denied, in the order of the text."""
    brief = brief_of(annotated(text, claims=claims))
    return [one.speaker.label for one in brief.claims if one.status == "denied"]


ACCUSED = "Prosecutors accused the clerk Rita Vale of taking 2,000 crowns from the shop Orlo. "


def accusation(text: str) -> Claim:
    return claim(
        text,
        "Prosecutors",
        "accused",
        "the clerk Rita Vale of taking 2,000 crowns from the shop Orlo",
        "alleged",
    )


@pytest.mark.parametrize("stance", ["asserted", "denied"])
def test_a_denial_of_the_accused_in_their_own_person_answers_the_accusation(stance: Stance) -> None:
    text = (
        ACCUSED + '"I never took money from Orlo," Vale said. Her lawyer rejected the prosecution\'s account.'
    )
    vale = entity(text, "Rita Vale", "person", "Rita Vale", "Vale")
    found = annotated(
        text,
        entities=(vale,),
        claims=(
            accusation(text),
            claim(text, "Vale", "said", '"I never took money from Orlo,"', stance, quoted=True, entity=0),
            claim(text, "Her lawyer", "rejected", "the prosecution's account", "denied"),
        ),
    )
    brief = brief_of(found)
    assert [one.status for one in brief.claims] == ["denied", "reported", "reported"]
    check = next(one for one in brief.verification if "C1" in one.asserted)
    assert check.denied == ("C2", "C3")


@pytest.mark.parametrize(
    ("speaker", "cue", "content"),
    [
        ("Two others", "deny", "the charges"),
        ("Her lawyer", "said", "the accusation was baseless"),
        ("She", "denied", "wrongdoing"),
        ("She", "pleaded", "not guilty"),
    ],
)
def test_a_denial_of_charges_answers_the_last_accusation_wherever_it_stands(
    speaker: str, cue: str, content: str
) -> None:
    text = ACCUSED + f"The court said rain delayed the jury. {speaker} {cue} {content}."
    assert denied(
        text,
        accusation(text),
        claim(text, "The court", "said", "rain delayed the jury"),
        claim(text, speaker, cue, content, "denied"),
    ) == ["Prosecutors"]


def test_two_who_say_that_there_was_none_agree() -> None:
    text = 'The plant rejected claims of arson. A captain said: "We have no evidence of arson."'
    assert not denied(
        text,
        claim(text, "The plant", "rejected", "claims of arson", "denied"),
        claim(text, "A captain", "said", "We have no evidence of arson", quoted=True),
    )


def test_a_denial_of_something_else_nearby_is_tied_to_nothing() -> None:
    text = "The brigade said six people were hurt. The plant rejected claims of arson."
    assert not denied(
        text,
        claim(text, "The brigade", "said", "six people were hurt"),
        claim(text, "The plant", "rejected", "claims of arson", "denied"),
    )


def test_a_denial_of_another_number_is_tied_to_nothing() -> None:
    text = "The mayor said 14 miners died. The owner denied that 300 miners died."
    found = annotated(
        text,
        claims=(
            claim(text, "The mayor", "said", "14 miners died"),
            claim(text, "The owner", "denied", "that 300 miners died", "denied"),
        ),
        quantities=(quantity(text, "14 miners", 14, "miners"), quantity(text, "300 miners", 300, "miners")),
    )
    assert [one.status for one in brief_of(found).claims] == ["reported", "reported"]


def test_a_denial_is_of_those_claims_of_a_named_speaker_that_share_its_words() -> None:
    text = "Osei said ships left. Osei said rain fell. Berg denied Osei's claims about ships."
    osei = entity(text, "Osei", "person")
    found = annotated(
        text,
        entities=(osei,),
        claims=(
            claim(text, "Osei", "said", "ships left", entity=0),
            claim(text, "Osei", "said", "rain fell", entity=0),
            claim(text, "Berg", "denied", "Osei's claims about ships", "denied"),
        ),
    )
    assert [one.status for one in brief_of(found).claims] == ["denied", "reported", "reported"]


def test_a_bare_it_denies_the_claim_right_before() -> None:
    text = "The union said wages fell. Prosecutors say Berg stole the money. Berg denies it."
    assert denied(
        text,
        claim(text, "The union", "said", "wages fell"),
        claim(text, "Prosecutors", "say", "Berg stole the money"),
        claim(text, "Berg", "denies", "it", "denied"),
    ) == ["Prosecutors"]


def test_a_plan_that_is_rejected_denies_no_claim() -> None:
    text = "The union said a wage rise is due. The firm rejected the idea of a wage rise."
    assert not denied(
        text,
        claim(text, "The union", "said", "a wage rise is due"),
        claim(text, "The firm", "rejected", "the idea of a wage rise", "denied"),
    )


def test_a_question_is_not_denied() -> None:
    text = 'A clerk asked: "Is a wage rise due now?" The firm denied that a wage rise is due.'
    assert not denied(
        text,
        claim(text, "A clerk", "asked", '"Is a wage rise due now?"', quoted=True),
        claim(text, "The firm", "denied", "that a wage rise is due", "denied"),
    )


def test_what_the_accused_thinks_or_wants_answers_no_accusation() -> None:
    text = ACCUSED + '"We do not trust prosecutors of Orlo," Vale said.'
    vale = entity(text, "Rita Vale", "person", "Rita Vale", "Vale")
    found = annotated(
        text,
        entities=(vale,),
        claims=(
            accusation(text),
            claim(text, "Vale", "said", '"We do not trust prosecutors of Orlo,"', quoted=True, entity=0),
        ),
    )
    assert [one.status for one in brief_of(found).claims] == ["unconfirmed", "reported"]
