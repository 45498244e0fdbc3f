"""Who counts as named, and under which name a speaker stands."""

from hashlib import sha256

import msgspec
import pytest
from annotations import annotated, claim, entity, place
from samples import brief_of

from briefgen.extract import annotate
from briefgen.model.annotation import Entity, EntityKind, Read, as_read
from briefgen.model.brief import Brief, Speaker
from briefgen.model.document import Document
from briefgen.model.request import Request
from briefgen.model.source import RawSource
from briefgen.readers import read
from briefgen.readers.paragraphs import find_blocks
from briefgen.synthesis import synthesise


def speaker_of(text: str, words: str, *entities: Entity) -> Speaker:
    found = annotated(text, claims=(claim(text, words, "said", "boats left"),), entities=entities)
    return brief_of(found).claims[0].speaker


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Her lawyer, Ann Lee", "Ann Lee", "person"),
        ("The harbour's director, Dr. Ann Lee", "Ann Lee", "person"),
        ("The insurer, Orlo", "Orlo", "organisation"),
    ],
)
def test_a_name_put_beside_a_description_is_a_name(words: str, name: str, kind: EntityKind) -> None:
    text = f"{words}, said boats left."
    speaker = speaker_of(text, words, entity(text, name, kind))
    assert (speaker.label, speaker.named, speaker.entity) == (name, True, "N1")


@pytest.mark.parametrize("lead", ["Orlo", "The Orlo"])
def test_what_an_organisation_is_may_stand_behind_its_name(lead: str) -> None:
    words = f"{lead}, the company that runs the ferries"
    text = f"{words}, said boats left."
    said = msgspec.structs.replace(claim(text, words, "said", "boats left"), entity=0)
    found = annotated(text, claims=(said,), entities=(entity(text, "Orlo", "organisation"),))
    speaker = brief_of(found).claims[0].speaker
    assert (speaker.label, speaker.named, speaker.entity) == ("Orlo", True, "N1")


def test_people_of_an_organisation_are_not_the_organisation() -> None:
    text = "Orlo engineers, who run the ferries, said boats left."
    words = "Orlo engineers, who run the ferries"
    said = msgspec.structs.replace(claim(text, words, "said", "boats left"), entity=0)
    found = annotated(text, claims=(said,), entities=(entity(text, "Orlo", "organisation"),))
    assert brief_of(found).claims[0].speaker.label == words


def test_a_name_behind_the_description_and_between_commas_is_a_name() -> None:
    text = "According to a laboratory, Orlo, which is independent, it said boats left."
    speaker = speaker_of(text, "a laboratory", entity(text, "Orlo", "organisation"))
    assert (speaker.label, speaker.named) == ("Orlo", True)


def test_a_name_behind_the_description_at_the_end_of_a_sentence_is_a_name() -> None:
    text = "That boats left said the harbour's director, Ann Lee. They will be back."
    speaker = speaker_of(text, "the harbour's director", entity(text, "Ann Lee", "person"))
    assert (speaker.label, speaker.named, speaker.entity) == ("Ann Lee", True, "N1")


def test_what_begins_behind_a_speaker_is_no_name_of_theirs() -> None:
    text = "According to the police, Orlo paid, and a clerk said boats left."
    speaker = speaker_of(text, "the police", entity(text, "Orlo", "organisation"))
    assert (speaker.label, speaker.entity) == ("police", None)


def test_one_named_of_a_group_does_not_name_the_group() -> None:
    text = "Critics including the opposition leader, Ann Lee, said boats left."
    critics = "Critics including the opposition leader, Ann Lee"
    assert not speaker_of(text, critics, entity(text, "Ann Lee", "person")).named


def test_a_lone_first_name_is_that_of_the_only_person_who_bears_it() -> None:
    text = "Ann Lee and Bob Ray met. Ann said boats left."
    people = (entity(text, "Ann Lee", "person", "Ann Lee"), entity(text, "Bob Ray", "person"))
    second = msgspec.structs.replace(claim(text, "", "said", "boats left"), speaker=(place(text, "Ann", 2),))
    speaker = brief_of(annotated(text, claims=(second,), entities=people)).claims[0].speaker
    assert (speaker.label, speaker.named) == ("Ann Lee", True)


def test_a_lone_first_name_that_two_bear_names_nobody() -> None:
    two = "Ann Lee and Ann Ray met. Then Ann said boats left."
    both = (entity(two, "Ann Lee", "person"), entity(two, "Ann Ray", "person"))
    assert not speaker_of(two, "Ann", *both).named


def test_an_organisation_that_two_sources_take_for_different_kinds_is_one() -> None:
    first = "Orlo said boats left."
    second = "The operator, Orlo, said boats left."
    brief = brief_of(
        annotated(
            first,
            claims=(claim(first, "Orlo", "said", "boats left", entity=0),),
            entities=(entity(first, "Orlo", "organisation"),),
        ),
        annotated(
            second,
            name="seeds/b.txt",
            claims=(claim(second, "The operator, Orlo", "said", "boats left"),),
            entities=(entity(second, "Orlo", "person"),),
        ),
    )
    assert [one.speaker.entity for one in brief.claims] == ["N1", "N1"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("The police", True),
        ("The finance ministry", True),
        ("The museum of Orlo", True),
        ("Peter Holt", True),
        ("Police estimates", True),
        ("A survey by Orlo", True),
        ("A survey of 300 voters", False),
        ("A police officer", False),
        ("Officials", False),
        ("A spokesman for the company", False),
        ("Two clerks, both former aides", False),
    ],
)
def test_an_institution_is_known_by_its_noun_and_a_person_by_a_name_alone(words: str, named: bool) -> None:
    assert speaker_of(f"{words} said boats left.", words).named is named


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Ann Lee and Bo Roth", "Ann Lee and Bo Roth"),
        ("Ann Lee, the mayor, and Bo Roth, a clerk,", "Ann Lee and Bo Roth"),
        ("Ann Lee and her lawyer, Bo Roth,", "Ann Lee and Bo Roth"),
        ("Ann Lee, a lawyer for Bo Roth,", "Ann Lee"),
        ("Ann Lee and a lawyer for Bo Roth", "Ann Lee"),
    ],
)
def test_two_who_speak_together_are_both_named(words: str, label: str) -> None:
    text = f"{words} said boats left."
    both = (entity(text, "Ann Lee", "person"), entity(text, "Bo Roth", "person"))
    one = msgspec.structs.replace(claim(text, words, "said", "boats left"), entity=0)
    brief = brief_of(annotated(text, claims=(one,), entities=both))
    speaker = brief.claims[0].speaker
    assert (speaker.label, speaker.named) == (label, True)
    spoke = [one.name for one in brief.entities if one.claims]
    assert spoke == label.split(" and ")


def test_whoever_writes_speaks_in_the_source_s_own_voice() -> None:
    text = "I could not confirm that the captain is missing. “I left early,” Ann Lee said."
    found = annotated(
        text,
        entities=(entity(text, "Ann Lee", "person"),),
        claims=(
            claim(text, "I", "could not confirm", "that the captain is missing", "unconfirmed"),
            claim(text, "Ann Lee", "said", "I left early,", quoted=True, entity=0),
        ),
    )
    assert [one.speaker.label for one in brief_of(found).claims] == ["The Daily", "Ann Lee"]


def test_two_surnames_are_two_speakers() -> None:
    text = "Ann Lee met Bo Roth. Lee and Roth said boats left."
    people = tuple(
        msgspec.structs.replace(one, mentions=(*one.mentions, place(text, one.name.split()[1], 2)))
        for one in (entity(text, "Ann Lee", "person"), entity(text, "Bo Roth", "person"))
    )
    one = msgspec.structs.replace(
        claim(text, "Lee and Roth", "said", "boats left"), entity=0, stands_for=place(text, "Ann Lee", 1)
    )
    assert (
        brief_of(annotated(text, claims=(one,), entities=people)).claims[0].speaker.label
        == "Ann Lee and Bo Roth"
    )


def test_a_surname_alone_is_the_one_person_of_it_in_another_source() -> None:
    full = annotated_text("a.txt", "Finance Minister Petr Saal criticised the bank.")
    alone = annotated_text("b.txt", "Saal, the finance minister, said that he had never criticised the bank.")
    rival = annotated_text("c.txt", "Anna Saal, a teacher, said that the school was shut.")
    assert people(full, alone) == {"Petr Saal": 2}
    assert people(alone, full) == {"Petr Saal": 2}
    assert people(full, alone, rival) == {"Petr Saal": 1, "Saal": 1, "Anna Saal": 1}


def annotated_text(name: str, text: str) -> Read:
    blocks = find_blocks(text)
    return as_read(annotate(Document(name, name, "text/plain", "utf-8", name, len(text), text, blocks)))


def people(*documents: Read) -> dict[str, int]:
    """The people of a brief of `documents`, with how often each is named."""
    brief = synthesise(documents, (), (), Request("x", "2031-11-05"), "briefgen test")
    return {one.name: one.mentions for one in brief.entities if one.kind == "person"}


def brief_of_mail(mail: str) -> Brief:
    raw = RawSource("a.txt", "a.txt", "text/plain", mail.encode(), sha256(mail.encode()).hexdigest())
    document = read(raw)
    assert isinstance(document, Document)
    base = (as_read(annotate(document)),)
    return synthesise(base, (), (), Request("seeds", "2026-11-20"), "briefgen test")


HEAD = "From: Ana Ruiz <ana@example.org>\nDate: Thu, 19 Nov 2026 10:00:00 +0000\nSubject: The mill\n\n"


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        (
            "I think this is right.\n\n---------- Forwarded message ---------\nFrom: Tom Hale <tom@b.example>"
            "\nDate: Wed, 18 Nov 2026 at 21:03\n\nWe expect that the mill will open.",
            ["Ana Ruiz", "Tom Hale"],
        ),
        (
            "I think this is wrong.\n\nOn 18 November Tom Hale wrote:\n> We expect that the mill will open."
            "\n\nWe hope that it will stay shut.",
            ["Ana Ruiz", "Tom Hale", "Ana Ruiz"],
        ),
    ],
)
def test_who_wrote_the_mail_that_is_sent_on_or_quoted_speaks_in_it(body: str, speakers: list[str]) -> None:
    assert [one.speaker.label for one in brief_of_mail(HEAD + body).claims] == speakers


def test_who_sent_a_mail_speaks_in_it() -> None:
    head = "From: Ana Ruiz <ana@example.org>\nDate: Thu, 19 Nov 2026 10:00:00 +0000\nSubject: The mill"
    mail = f"{head}\nContent-Type: text/plain\n\nWe expect that the mill will open in May."
    brief = brief_of_mail(mail)
    assert [(one.speaker.label, one.speaker.entity) for one in brief.claims] == [("Ana Ruiz", "N1")]
    assert [one.name for one in brief.entities] == ["Ana Ruiz"], "and no field is a name"
