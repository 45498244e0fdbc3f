"""What leads a brief, by rules that know nothing of its matter but how much hangs on it."""

import msgspec
from annotations import annotated, claim, entity, quantity
from samples import brief_of

from briefgen.model.annotation import Annotated


def told(text: str, speaker: str, content: str, number: str, *, name: str = "seeds/a.txt") -> Annotated:
    return annotated(
        text,
        name=name,
        claims=(claim(text, speaker, "said", content),),
        quantities=(quantity(text, number, float(number.split()[0].replace(",", "")), number.split()[1]),),
    )


def leads(*found: Annotated) -> str:
    return brief_of(*found).bottom_line[0].line.text


def test_the_dead_of_one_source_lead_over_the_recall_of_another() -> None:
    recall = told(
        "Orlo said it recalled 48,000 pumps of a series sold since spring.",
        "Orlo",
        "it recalled 48,000 pumps of a series sold since spring",
        "48,000 pumps",
    )
    storm = told(
        "The agency said nine people were killed and 40 houses lost in a storm.",
        "The agency",
        "nine people were killed and 40 houses lost in a storm",
        "40 houses",
        name="seeds/b.txt",
    )
    assert leads(recall, storm).startswith("The agency said nine people were killed")


def test_a_profit_missing_a_forecast_is_no_missing_person() -> None:
    profit = told(
        "Orlo said profit fell to 40 crowns, missing the forecast of the banks, and talks collapsed.",
        "Orlo",
        "profit fell to 40 crowns, missing the forecast of the banks, and talks collapsed",
        "40 crowns",
    )
    assert not any(one.startswith("harm") for one in brief_of(profit).key_points[0].reasons)


def test_people_who_are_missing_are_harm() -> None:
    ferry = told(
        "Orlo said 40 people of the ferry were missing.",
        "Orlo",
        "40 people of the ferry were missing",
        "40 people",
    )
    assert any(one.startswith("harm") for one in brief_of(ferry).key_points[0].reasons)


def test_each_source_is_heard_before_one_is_heard_many_times() -> None:
    towns = ("Arn", "Bel", "Cor", "Dun", "Esk")
    losses = ("houses burned", "roads sank", "herds drowned", "bridges fell", "cars vanished")
    storm = " ".join(
        f"The agency said {number}0 people died in {town} as {loss}."
        for number, (town, loss) in enumerate(zip(towns, losses, strict=True), 1)
    )
    found = annotated(
        storm,
        claims=tuple(
            claim(storm, "The agency", "said", f"{number}0 people died in {town} as {loss}")
            for number, (town, loss) in enumerate(zip(towns, losses, strict=True), 1)
        ),
    )
    fair = annotated("The fair of the valley opens its gates to the public in May.", name="seeds/b.txt")
    sources = [one.line.pieces[0].evidence for one in brief_of(found, fair).key_points]
    brief = brief_of(found, fair)
    numbers = {one.id: one.source for one in brief.evidence}
    order = [numbers[name] for name in sources if name is not None]
    assert order.index(2) < len(order) - 1


def test_what_may_yet_happen_does_not_lead_over_what_did() -> None:
    text = "The chief said 30 people could die in the flood. The mayor found 14 people died in the flood."
    found = annotated(
        text,
        claims=(
            claim(text, "The chief", "said", "30 people could die in the flood", "possible"),
            claim(text, "The mayor", "found", "14 people died in the flood"),
        ),
        quantities=(quantity(text, "30 people", 30, "people"), quantity(text, "14 people", 14, "people")),
    )
    assert leads(found) == "The mayor found 14 people died in the flood."


def test_a_sentence_about_nobody_knows_whom_comes_after_one_with_a_name() -> None:
    text = (
        "She is not going to leave the office in the spring. Orlo is not going to leave the town in autumn."
    )
    assert leads(annotated(text)) == "Orlo is not going to leave the town in autumn."


def test_what_two_sources_tell_leads_over_what_one_tells() -> None:
    texts = (
        "The ferry Orla left its port at dawn. Grain grew dear in the valleys of the south.",
        "The ferry Orla left its port at dawn. Rice grew cheap on the islands of the north.",
    )
    found = [annotated(text, name=f"seeds/{number}.txt") for number, text in enumerate(texts)]
    assert "several sources +0.40" in brief_of(*found).key_points[0].reasons


def test_each_of_several_sources_gives_a_name_to_the_title() -> None:
    first, second = "Orlo met Ann Lee. Ann Lee left.", "Bob Ray met Orlo. Orlo left."
    one = annotated(
        first, entities=(entity(first, "Ann Lee", "person"), entity(first, "Orlo", "organisation"))
    )
    two = annotated(
        second,
        name="seeds/b.txt",
        entities=(entity(second, "Bob Ray", "person"), entity(second, "Orlo", "organisation")),
    )
    assert set(brief_of(one, two).title.split(" · ")) == {"Ann Lee", "Orlo"}


HEADLINE = (
    "Ferry of Orlo sinks near the port\nThe ferry of the firm Orlo sank near the port of the town at dawn"
)
BODY = ", and divers who were sent from three towns found boxes of grain and rice on the floor of the sea."


def test_a_line_that_reads_as_a_headline_is_the_title_and_no_finding() -> None:
    brief = brief_of(annotated(HEADLINE + BODY))
    assert brief.title == "Ferry of Orlo sinks near the port"
    assert brief.bottom_line[0].line.text.startswith("The ferry of the firm Orlo sank")
    assert len(brief.key_points) == 1


def test_a_first_sentence_is_no_headline() -> None:
    text = HEADLINE.replace("port\n", "port.\n") + BODY
    assert brief_of(annotated(text)).title == "seeds"


def test_a_line_in_capitals_is_a_headline_even_with_a_stop() -> None:
    assert brief_of(annotated("Ferry Of Orlo Sinks Near Port.\n" + HEADLINE.split("\n")[1] + BODY)).title == (
        "Ferry Of Orlo Sinks Near Port."
    )


def test_a_sentence_that_tells_two_claims_stands_once() -> None:
    text = "The mayor hopes for much rain in the valley of Orlo, but farmers say that is unlikely."
    found = annotated(
        text,
        claims=(
            claim(text, "The mayor", "hopes", "for much rain in the valley of Orlo"),
            claim(text, "farmers", "say", "that is unlikely", "assessed"),
        ),
    )
    lines = [one.line.text for one in brief_of(found).key_points]
    assert len(lines) == len(set(lines))
    assert not any(one != other and one.rstrip(".") in other for one in lines[1:] for other in lines[:1])


def test_one_who_speaks_by_a_pronoun_comes_after_one_who_speaks_by_name() -> None:
    text = "She said the harbour of the town is shut. Bob Ray said the harbour of the town is free."
    found = annotated(
        text,
        entities=(entity(text, "Bob Ray", "person"),),
        claims=(
            claim(text, "She", "said", "the harbour of the town is shut", stands_for="Bob Ray"),
            claim(
                text,
                "Bob Ray",
                "said the harbour of the town is free",
                "the harbour of the town is free",
                entity=0,
            ),
        ),
    )
    assert "loose -0.18" in next(
        one.reasons for one in brief_of(found).key_points if one.line.text.startswith("She")
    )


def test_a_headline_and_a_dateline_take_no_place_from_the_first_sentence() -> None:
    plain = annotated(HEADLINE.split("\n")[1] + BODY)
    headed = annotated(HEADLINE.replace("\n", "\nORLO (Wire) -\n") + BODY)
    for found in (plain, headed):
        assert "early +1.30" in brief_of(found).key_points[0].reasons


def test_the_head_of_a_letter_gives_the_title_and_no_finding() -> None:
    text = (
        "From: Ann Lee\nSubject: Re: FWD: port strike\nContent-Type: text/plain; charset=utf-8\n"
        "Dockers walked out of the port of Orlo at dawn.\n"
        "> Do we know who has called off the strike of the dockers"
    )
    brief = brief_of(annotated(text))
    assert brief.title == "port strike"
    assert [one.line.text for one in brief.key_points] == ["Dockers walked out of the port of Orlo at dawn."]


def test_the_head_of_a_report_gives_the_title_and_no_finding() -> None:
    text = (
        "Title: Strike at the port of Orlo\nPublisher: Orlo Post\nBy: Ann Lee\nPublished: 2024-10-18\n\n"
        "Dockers walked out of the port of Orlo at dawn on Friday.\n\nMissing: 19."
    )
    brief = brief_of(annotated(text))
    assert brief.title == "Strike at the port of Orlo"
    assert {one.line.text for one in brief.key_points} == {
        "Dockers walked out of the port of Orlo at dawn on Friday.",
        "Missing: 19.",
    }


def test_harm_told_as_background_weighs_less_than_harm_told_first() -> None:
    harm = "Nine clerks were killed in the fire at the works of the town."
    filling = " ".join(f"The council of town {name} met in the hall." for name in "ABCDEFGH")
    first = brief_of(annotated(f"{harm} {filling}"))
    late = brief_of(annotated(f"{filling} {harm}"))
    weights = [
        next(
            float(reason.split()[1]) for one in brief.key_points for reason in one.reasons if "harm" in reason
        )
        for brief in (first, late)
    ]
    assert weights[0] > weights[1] > weights[0] / 2


def test_a_claim_is_not_weighed_by_what_another_claim_of_its_sentence_says() -> None:
    text = "Orlo confirmed that nine clerks were killed in the works and rejected the report of arson there."
    found = annotated(
        text,
        claims=(
            claim(text, "Orlo", "confirmed", "that nine clerks were killed in the works"),
            claim(text, "Orlo", "rejected", "the report of arson there", "denied"),
        ),
    )
    harmed = [any("harm" in reason for reason in one.reasons) for one in brief_of(found).key_points]
    assert sorted(harmed) == [False, True]


def test_a_question_of_the_writer_is_no_finding() -> None:
    text = "Who will mend the bridge? Two boats sank in the harbour."
    assert [finding.line.text for finding in brief_of(annotated(text)).key_points] == [
        "Two boats sank in the harbour."
    ]


def test_what_is_newer_leads_where_days_lie_between() -> None:
    first = told("Orlo said 40 people left the town.", "Orlo", "40 people left the town", "40 people")
    second = told(
        "Orlo said 50 people left the city.",
        "Orlo",
        "50 people left the city",
        "50 people",
        name="seeds/b.txt",
    )
    later = msgspec.structs.replace(
        second,
        document=msgspec.structs.replace(
            second.document,
            metadata=msgspec.structs.replace(second.document.metadata, published="2024-10-21"),
        ),
    )
    assert leads(first, second) == "Orlo said 40 people left the town."
    assert leads(first, later) == "Orlo said 50 people left the city."


def test_courtesies_come_last() -> None:
    regret = "Orlo deeply regrets the loss of the ferry Orla and of its cargo."
    text = f"{regret} The ferry Orla was lost at dawn with its cargo."
    assert leads(annotated(text)) == "The ferry Orla was lost at dawn with its cargo."


def test_names_that_most_sources_speak_of_make_the_title() -> None:
    texts = (
        "Ann Lee met Orlo and Bob Ray.",
        "Orlo and Ann Lee left.",
        "Ann Lee came with Orlo. Tom Fox slept.",
    )
    found = [
        annotated(
            text,
            name=f"seeds/{number}.txt",
            entities=tuple(
                entity(text, name, "person")
                for name in ("Ann Lee", "Orlo", "Bob Ray", "Tom Fox")
                if name in text
            ),
        )
        for number, text in enumerate(texts)
    ]
    assert brief_of(*found).title == "Ann Lee · Orlo"


def test_what_a_sentence_tells_before_a_claim_in_it_can_lead() -> None:
    text = "Carl Winther resigned as head of the bank on Monday, two days after the bank said it was robbed."
    found = annotated(text, claims=(claim(text, "the bank", "said", "it was robbed"),))
    assert leads(found).startswith("Carl Winther resigned as head of the bank")


def test_a_sentence_that_only_names_who_speaks_is_no_finding_of_its_own() -> None:
    text = "Carl Winther of the bank on the harbour, as the mayor said, was robbed of a boat."
    found = annotated(text, claims=(claim(text, "the mayor", "said", "was robbed of a boat"),))
    assert [one.claims for one in brief_of(found).key_points] == [("C1",)]
