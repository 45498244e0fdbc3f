"""A timeline dates what happened by the day on which it did, and tells apart the day on which it was said."""

import pytest

from briefgen.extract import annotate
from briefgen.model.annotation import as_read
from briefgen.model.brief import Brief, Event
from briefgen.model.document import Document
from briefgen.model.request import Request
from briefgen.model.source import Metadata
from briefgen.readers.paragraphs import find_blocks
from briefgen.synthesis import synthesise


def brief(text: str) -> Brief:
    about = Metadata(published="2031-11-05")
    source = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(text), text, find_blocks(text), about)
    read = as_read(annotate(source))
    return synthesise((read,), (), (), Request("seeds", "2031-11-05"), "briefgen test")


def events(text: str) -> tuple[Event, ...]:
    return brief(text).timeline


def told(text: str) -> list[tuple[str, bool]]:
    return [(one.when.value, one.said) for one in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "At least five people were killed in the flood, Mara Lindqvist said on Tuesday.",
        "Mara Lindqvist said on Tuesday that five people had been killed in the flood.",
        "On Tuesday, police told reporters that the bridge had been closed.",
        "The bridge had been closed for a month, according to the railway on Tuesday.",
        "Sylvan Rail denied on Tuesday that it had ignored the warnings.",
    ],
)
def test_the_day_of_saying_is_told_as_such(text: str) -> None:
    assert told(text) == [("2031-11-04", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge at Karvel was closed to all trains on Tuesday.",
        "Police said the bridge at Karvel was closed on Tuesday.",
        "The court ruled on Tuesday that the bridge must be closed.",
        "Sylvan Rail announced on Tuesday that it would close the bridge.",
        "Prosecutors on Tuesday accused the mayor of taking bribes for the bridge.",
        "The ministry released photos on Tuesday, showing that the bridge had moved.",
    ],
)
def test_the_day_of_a_deed_is_told_as_its_day(text: str) -> None:
    assert told(text) == [("2031-11-04", False)]


def test_what_has_a_day_of_its_own_is_not_told_of_the_day_of_saying_too() -> None:
    text = "Five people were killed when the dam failed on Monday, Mara Lindqvist said on Tuesday."
    assert told(text) == [("2031-11-03", False)]


def test_a_day_that_is_named_as_the_wrong_one_dates_nothing() -> None:
    text = "The council of Karvel will vote on the bridge on 12 May 2031, not on 2 May 2031."
    assert told(text) == [("2031-05-12", False)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Turnout was 58 percent, the highest since 2006.", []),
        ("It was the army's first visit to the valley since March 2019.", []),
        ("The mill has been shut since March 2019.", ["2019-03"]),
        ("The protest in Orlo has gone on since March 2019.", ["2019-03"]),
    ],
)
def test_a_day_with_which_something_is_only_compared_is_no_event(text: str, days: list[str]) -> None:
    assert [event.when.value for event in events(text)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Five members backed it, not seven, as this newspaper reported on 3 November 2031.", []),
        ("In our statement of 3 November 2031 we said that nobody was hurt.", []),
        ("Prices rose 9 percent in October 2031, up from 8 percent in September 2031.", ["2031-10"]),
        ("On Monday the mayor spoke of last week's vote in Orlo.", ["2031-11-03"]),
        ("On 3 November 2031 the mayor said the bridge would open on 9 November 2031.", ["2031-11-09"]),
        ("OSLO | Wed Nov 5, 2031 11:14am GMT", []),
        ("On 3 November 2031, the mayor said that nobody was hurt.", ["2031-11-03"]),
        ("Last week's vote in Orlo was close, and there was no fight.", ["2031-W44"]),
    ],
)
def test_what_tells_of_no_event_of_its_day_is_none(text: str, days: list[str]) -> None:
    assert [event.when.value for event in events(text)] == days


def test_the_day_of_a_deed_beside_what_who_does_it_said_is_no_day_of_saying() -> None:
    text = "Karl Brandt, who on Monday denied that he had met the lobbyist, resigned on Tuesday."
    assert sorted(told(text)) == [("2031-11-03", False), ("2031-11-04", False)]
    assert [one.speaker for one in events(text) if one.when.value == "2031-11-04"] == [None]


def test_a_dateline_without_a_dash_is_no_finding() -> None:
    found = brief("Sellin, 4 November 2031. Police found two bodies in the harbour.").key_points
    assert [one.line.text for one in found] == ["Police found two bodies in the harbour."]


def test_a_question_and_what_a_quoted_mail_asks_tell_of_no_event_and_no_figure() -> None:
    found = brief(
        "The office said nothing.\n\n> Can you confirm that Halden paid 4 million euros on 5 March 2031?\n\n"
        "Did it lose 400 ships in May 2030? Nobody knew.\n"
    )
    assert (found.timeline, found.figures) == ((), ())


def test_of_several_sentences_that_somebody_says_only_the_one_with_the_day_is_told() -> None:
    text = (
        '"We reject the suggestion that the door was ours," said Mara Lindqvist. "We advised them in May '
        '2030 that it should be shut. Nobody came."'
    )
    assert [one.line.text for one in events(text)] == ["We advised them in May 2030 that it should be shut."]


def test_a_day_that_only_tells_which_thing_is_meant_dates_nothing() -> None:
    assert told("It was the largest attack since the ceasefire of February 2031.") == []
    assert told("The dam broke in the early hours of Monday.") == [("2031-11-03", False)]


def test_an_entry_of_a_log_is_told_at_its_hour_of_the_day_above_it() -> None:
    entries = "06:40 Fire crews arrive at the mill.\n0715: The mayor said the road was shut."
    more = "08:00 Inspectors return to the mill, which burnt on 2 November 2031."
    rows = events(f"Duty log\n\n3 November 2031\n{entries}\n\n4 November 2031\n{more}")

    assert [(row.when.value, row.line.text, row.said) for row in rows] == [
        ("2031-11-02", "Inspectors return to the mill, which burnt on 2 November 2031.", False),
        ("2031-11-03T06:40", "Fire crews arrive at the mill.", False),
        ("2031-11-03T07:15", "The mayor said the road was shut.", True),
    ]


def test_an_hour_that_opens_a_paragraph_of_news_dates_nothing() -> None:
    assert (
        events("11.40 Prosecutors confirmed two arrests.\n14:05 GMT - The bridge was shut to all trains.")
        == ()
    )


def test_a_day_above_entries_and_their_hours_are_not_expected() -> None:
    log = "Duty log\n\n7 November 2031\n06:40 Fire crews arrive.\n07:15 The road is shut."

    assert brief(log).outlook == ()


def test_a_sentence_of_nothing_but_a_day_and_an_hour_tells_of_no_event() -> None:
    assert (
        events("The council met on the bridge and its repairs.\n\nTuesday 2 December 2031 at 7.00 pm.") == ()
    )
