"""When a line is the whole sentence of its source, because its part would be none."""

import msgspec
import pytest
from annotations import annotated, claim
from samples import brief_of

from briefgen.model.annotation import Claim


def statements(text: str, *claims: Claim) -> list[str]:
    return [one.statement.text for one in brief_of(annotated(text, claims=claims)).claims]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Trade fell after allegations by Orlo that ships sank.", "Orlo", "allegations", "that ships sank"),
        ("The town doubts the mayor's claims that ships sank.", "the mayor", "claims", "that ships sank"),
    ],
)
def test_a_line_that_a_noun_reports_is_the_whole_sentence(
    text: str, speaker: str, cue: str, content: str
) -> None:
    assert statements(text, claim(text, speaker, cue, content)) == [text]


def test_a_line_keeps_what_was_told_where_it_keeps_that_it_was() -> None:
    text = '"We worry," Ann Lee told Orlo, adding that ships sank.'
    first, second = statements(
        text,
        claim(text, "Ann Lee", "told", '"We worry,"', quoted=True),
        claim(text, "Ann Lee", "adding", "that ships sank"),
    )
    assert first == '"We worry," Ann Lee told Orlo'
    assert second == text


def test_a_line_that_the_rest_of_its_sentence_takes_back_is_told_with_that() -> None:
    text = "The brigade reported eight injured; it later revised the figure to six."
    assert statements(text, claim(text, "The brigade", "reported", "eight injured")) == [text]


def test_a_line_about_that_is_told_with_what_it_is_about() -> None:
    text = "The mayor hopes for rain, but farmers say that is unlikely."
    assert statements(text, claim(text, "farmers", "say", "that is unlikely", "assessed")) == [text]


def test_a_very_long_sentence_is_not_taken_whole() -> None:
    text = f"Trade fell {'in one more town ' * 30}after allegations by Orlo that ships sank."
    assert statements(text, claim(text, "Orlo", "allegations", "that ships sank")) == [
        "Allegations by Orlo that ships sank."
    ]


def test_a_content_that_opens_with_who_is_the_whole_sentence() -> None:
    text = "According to Ann Lee, who cited Orlo, ships sank."
    found = annotated(text, claims=(claim(text, "Ann Lee", "According to", "who cited Orlo, ships sank"),))
    assert brief_of(found).claims[0].content.text == text


def test_an_answer_of_one_word_is_told_with_its_question() -> None:
    text = 'The general, asked whether the town would fall, said: "No."'
    found = annotated(text, claims=(claim(text, "The general", "said", '"No."', quoted=True),))
    assert brief_of(found).claims[0].content.text == text


def test_what_is_expected_in_the_passive_is_one_run_of_words() -> None:
    text = "The court is expected to hear Orlo."
    passive = msgspec.structs.replace(claim(text, "", "is expected", "The court … to hear Orlo", "estimated"))
    assert brief_of(annotated(text, claims=(passive,))).claims[0].content.text == text


def test_a_line_is_never_a_subject_without_its_verb() -> None:
    text = "A piece in the Post, which says that ships sank, is a guess."
    assert statements(text, claim(text, "A piece in the Post", "says", "that ships sank")) == [text]


def test_what_somebody_was_told_is_told_with_who_that_was() -> None:
    text = "On Friday he was told by Ann Lee that ships sank."
    assert statements(text, claim(text, "Ann Lee", "was told", "that ships sank")) == [text]


@pytest.mark.parametrize(
    "text", ["All Ann Lee knows is that ships sank.", "What Ann Lee knows is that ships sank."]
)
def test_what_somebody_knows_is_told_with_all_that_it_is(text: str) -> None:
    assert statements(text, claim(text, "Ann Lee", "knows", "is that ships sank")) == [text]
