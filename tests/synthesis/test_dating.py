"""For when a number holds, and which dates are events."""

import pytest
from annotations import annotated, claim, date, entity, quantity
from msgspec.structs import replace
from samples import brief_of

from briefgen.model.annotation import Annotated, Claim
from briefgen.model.brief import Figure
from briefgen.model.span import Span

DAYS = {
    "2017": "2017-01-01",
    "2020": "2020-01-01",
    "1962": "1962-01-01",
    "in May": "2024-05-01",
    "On Monday": "2024-10-14",
    "on Monday": "2024-10-14",
    "in March": "2024-03-01",
    "in June": "2024-06-01",
    "on Friday": "2024-10-18",
    "June": "2024-06-01",
}


def figures_of(text: str, number: str, *claims: Claim) -> Figure:
    dates = tuple(date(text, words, day, day) for words, day in DAYS.items() if words in text)
    value = float(number.split()[0])
    found = annotated(
        text,
        dates=tuple(sorted(dates, key=lambda one: one.span)),
        quantities=(quantity(text, number, value, number.split()[-1]),),
        claims=claims,
    )
    return brief_of(found).figures[0]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Orlo sold 40 boats in May.", "40 boats", "in May"),
        ("On Monday, Orlo sold 40 boats.", "40 boats", "On Monday"),
        ("It said trade grew, and that in May, Orlo sold 40 boats.", "40 boats", "in May"),
        ("About 40 clerks were injured in a fire at the plant on Monday.", "40 clerks", "on Monday"),
        ("It paid 40 crowns in bribes between 2017 and 2020.", "40 crowns", "between 2017 and 2020"),
        ("Orlo, founded 1962, employs 40 people.", "40 people", None),
        ("It recalled 40 boats of one series, sold in May.", "40 boats", None),
        ("It has found 40 pictures stolen in March.", "40 pictures", None),
        ("Orlo gained 40 points from June.", "40 points", None),
        ("Prices fell in May and profits rose to 40 crowns.", "40 crowns", None),
        ("He came on Monday and promised 40 crowns.", "40 crowns", None),
        ("The loss on the vessel Orlo 2020 was 40 crowns.", "40 crowns", None),
    ],
)
def test_a_number_is_dated_by_its_own_clause_alone(text: str, number: str, words: str | None) -> None:
    when = figures_of(text, number).when
    assert (when.words if when else None) == words


def test_the_two_ends_of_a_range_are_one_date() -> None:
    when = figures_of("It paid 40 crowns between 2017 and 2020.", "40 crowns").when
    assert when is not None
    assert (when.value, when.earliest, when.latest) == (
        "2017-01-01/2020-01-01",
        "2017-01-01",
        "2020-01-01",
    )


def test_the_day_it_was_said_is_told_apart_from_the_day_it_holds_for() -> None:
    text = '"We lose 40 boats," a clerk said on Friday.'
    figure = figures_of(text, "40 boats", claim(text, "a clerk", "said", "We lose 40 boats", quoted=True))
    assert figure.when is None
    assert figure.said is not None
    assert figure.said.words == "on Friday"


def test_a_number_beyond_another_number_is_not_dated() -> None:
    text = "Profit was 3 crowns, down from 40 crowns in May."
    found = annotated(
        text,
        dates=(date(text, "May", "2024-05", "2024-05-01", "2024-05-31"),),
        quantities=(quantity(text, "3 crowns", 3, "crowns"), quantity(text, "40 crowns", 40, "crowns")),
    )
    first, second = brief_of(found).figures
    assert first.when is None
    assert second.when is not None


def test_the_figure_of_a_denial_is_shown_with_the_denial() -> None:
    text = "Orlo said it was untrue that 40 boats sank."
    found = annotated(
        text,
        quantities=(quantity(text, "40 boats", 40, "boats"),),
        claims=(claim(text, "Orlo", "said it was untrue", "that 40 boats sank", "denied"),),
        clauses=("40 boats sank",),
    )
    assert brief_of(found).figures[0].what.text == "Orlo said it was untrue that 40 boats sank."


def events(found: Annotated) -> list[tuple[str, str]]:
    return [(event.when.words, event.line.text) for event in brief_of(found).timeline]


def test_what_somebody_declines_to_speak_of_is_no_event() -> None:
    text = "Ann Lee declined to comment on reports that she would resign in June."
    found = annotated(
        text,
        dates=(date(text, "June", "2024-06", "2024-06-01", "2024-06-30"),),
        claims=(
            claim(
                text, "Ann Lee", "declined", "to comment on reports that she would resign in June", "declined"
            ),
        ),
    )
    assert events(found) == []


def test_what_somebody_denies_is_told_with_the_denial() -> None:
    text = "Ann Lee denied that the harbour of Orlo closed in June."
    found = annotated(
        text,
        dates=(date(text, "in June", "2024-06", "2024-06-01", "2024-06-30"),),
        claims=(claim(text, "Ann Lee", "denied", "that the harbour of Orlo closed in June", "denied"),),
        clauses=("the harbour of Orlo closed in June",),
    )
    assert events(found) == [("in June", "Ann Lee denied that the harbour of Orlo closed in June [2024-06].")]


def test_a_clause_with_two_dates_and_one_verb_is_one_event() -> None:
    text = "Prices of grain rose in May, down from the rise in March."
    found = annotated(
        text,
        dates=(
            date(text, "in May", "2024-05", "2024-05-01"),
            date(text, "in March", "2024-03", "2024-03-01"),
        ),
    )
    assert [words for words, _ in events(found)] == ["in May"]


def test_a_clause_with_a_verb_for_each_date_is_an_event_for_each() -> None:
    text = "The truce of Orlo began in May and ended in June."
    found = annotated(
        text,
        dates=(date(text, "in May", "2024-05", "2024-05-01"), date(text, "in June", "2024-06", "2024-06-01")),
    )
    assert [words for words, _ in events(found)] == ["in May", "in June"]


def test_the_day_of_a_plain_statement_is_no_event_beside_what_it_tells() -> None:
    text = "Ships of Orlo left port in May, the mayor said on Friday."
    found = annotated(
        text,
        dates=(
            date(text, "in May", "2024-05", "2024-05-01"),
            date(text, "on Friday", "2024-10-18", "2024-10-18"),
        ),
        claims=(claim(text, "the mayor", "said", "Ships of Orlo left port in May"),),
    )
    assert [words for words, _ in events(found)] == ["in May"]


@pytest.mark.parametrize(
    "text",
    [
        "ORLO, in May - Ships left the port of the town.",
        "ORLO, Sylvania, in May (Daily Wire) — Ships left the port of the town.",
        "> Sent: in May, Ann Lee wrote to us about ships",
        "On the day in May, Ann Lee wrote:",
    ],
)
def test_datelines_and_heads_of_letters_are_no_events(text: str) -> None:
    assert events(annotated(text, dates=(date(text, "in May", "2024-05", "2024-05-01"),))) == []


def test_what_is_said_aside_of_somebody_is_told_of_them() -> None:
    text = "Ann Lee, who took office in May, met the mayor."
    found = annotated(
        text,
        dates=(date(text, "in May", "2024-05", "2024-05-01"),),
        clauses=(text[:-1], "who took office in May"),
        entities=(entity(text, "Ann Lee", "person"),),
    )
    assert events(found) == [("in May", "Ann Lee … took office in May [2024-05]")]


def test_the_part_of_a_month_is_kept() -> None:
    text = "The harbour of Orlo opens by mid-May."
    mention = date(text, "mid-May", "2024-05", "2024-05-01", "2024-05-31", relation="by")
    when = brief_of(annotated(text, dates=(replace(mention, mod="MID"),))).timeline[0].when
    assert (when.value, when.mod, when.relation) == ("2024-05", "MID", "by")


def test_a_season_over_two_years_is_one_range_and_its_end_is_not_told_again() -> None:
    text = "Gates at Orlo rose fast in 2019/20."
    first = date(text, "2019", "2019", "2019-01-01", "2019-12-31")
    last = date(text, "/20", "2020", "2020-01-01", "2020-12-31")
    last = replace(last, span=Span(last.span.start + 1, last.span.end))
    event = brief_of(annotated(text, dates=(first, last))).timeline[0]
    assert (event.when.words, event.when.value) == ("2019/20", "2019/2020")
    assert event.line.text == "Gates at Orlo rose fast in 2019/20."


def test_the_ends_of_a_range_keep_their_parts() -> None:
    text = "The quay of Orlo was shut from early 2021 to 2022."
    first = date(text, "early 2021", "2021", "2021-01-01", "2021-12-31")
    last = date(text, "2022", "2022", "2022-01-01", "2022-12-31")
    when = brief_of(annotated(text, dates=(replace(first, mod="START"), last))).timeline[0].when
    assert (when.value, when.mod) == ("2021/2022", "START/")


def test_by_the_end_of_a_month_is_by_its_last_day() -> None:
    text = "The harbour of Orlo opens by the end of May."
    found = annotated(
        text, dates=(date(text, "the end of May", "2024-05", "2024-05-01", "2024-05-31", relation="by"),)
    )
    when = brief_of(found).timeline[0].when
    assert (when.value, when.earliest, when.relation) == ("2024-05-31", "2024-05-31", "by")


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "The gates were shut on Monday, twenty minutes after the siren had gone off.",
            "The gates were shut on Monday, twenty minutes",
        ),
        (
            "The leaflet handed out on Monday, which says that a boiler burst, is a guess.",
            "The leaflet handed out on Monday, which says that a boiler burst",
        ),
        ("The firm will sue unless the crane is moved on Monday.", "unless the crane is moved on Monday"),
    ],
)
def test_an_event_is_never_told_in_half_a_phrase(text: str, clause: str) -> None:
    monday = DAYS["on Monday"]
    found = annotated(text, dates=(date(text, "on Monday", monday, monday),), clauses=(clause,))
    ((_, told),) = events(found)
    assert told.replace(" [2024-10-14]", "") == text
