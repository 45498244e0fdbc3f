"""A bottom line tells what happened, and how many people it struck."""

import pytest

from briefgen.extract import annotate
from briefgen.model.annotation import as_read
from briefgen.model.brief import Brief
from briefgen.model.document import Document
from briefgen.model.request import Request
from briefgen.model.source import Metadata
from briefgen.readers.paragraphs import find_blocks
from briefgen.synthesis import synthesise

BRIDGE = (
    "A railway bridge over the Sava at Karvel gave way under a freight train on Monday, the railway said."
)
QUARRY = (
    "A slope above the quarry at Brisk slid into the valley of the Tessa on Monday, the fire brigade said."
)


def brief_of(*texts: str) -> Brief:
    sources = [
        Document(
            f"{name}.txt",
            f"{name}.txt",
            "text/plain",
            "utf-8",
            name,
            len(text),
            text,
            find_blocks(text),
            Metadata(published=f"2031-11-0{day}"),
        )
        for day, (name, text) in enumerate(zip("abc", texts, strict=False), 4)
    ]
    read = tuple(as_read(annotate(source)) for source in sources)
    return synthesise(read, (), (), Request("seeds", "2031-11-05"), "briefgen test")


def opening(*texts: str) -> list[str]:
    """The first words of each sentence of the bottom line."""
    return [" ".join(point.line.text.split()[:4]) for point in brief_of(*texts).bottom_line]


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        ("At least seven people were killed and 20 injured, police said.", "At least seven people"),
        ("Nine people died and 23 were missing, the interior ministry said.", "Nine people died and"),
        ("The death toll rose to 88, officials said.", "The death toll rose"),
        (
            "Four children were among 31 people taken to hospital injured, doctors said.",
            "Four children were among",
        ),
    ],
)
@pytest.mark.parametrize("event", [BRIDGE, QUARRY])
def test_a_bare_toll_stands_behind_what_happened(event: str, toll: str, words: str) -> None:
    rest = "\n\nThe road was closed. Trains were sent another way, a spokesman said.\n"
    what = " ".join(event.split()[:4])
    assert opening(f"{event}\n\n{toll}{rest}") == [what, words]
    assert opening(f"{toll}\n\n{event}{rest}") == [what, words]


def test_a_toll_that_tells_what_happened_stands_alone() -> None:
    text = f"Seven people were killed when a bridge at Karvel gave way, police said.\n\n{BRIDGE}\n"
    assert opening(text) == ["Seven people were killed"]


def test_what_happened_elsewhere_in_the_background_is_not_tied_to_a_toll() -> None:
    text = (
        "Seven people were killed and 20 injured, police said.\n\nNobody was charged. The road was closed."
        f"\n\nA spokesman asked for patience.\n\n{BRIDGE}\n"
    )
    assert opening(text)[0] == "Seven people were killed"
    assert len(opening(text)) == 1


def test_what_happened_is_taken_from_the_source_of_the_toll() -> None:
    toll = "At least seven people were killed and 20 were badly injured, police said.\n"
    assert opening(toll, "The council of Velmar put off its vote on the harbour.\n") == [
        "At least seven people"
    ]


def test_of_two_nights_the_later_toll_stands_behind_what_happened() -> None:
    first = f"{BRIDGE}\n\nAt least seven people were killed and 20 injured, Odd Lund of Nordbane said.\n"
    second = (
        "The bridge over the Sava at Karvel is closed, Odd Lund said. Nine people were killed, he said.\n"
    )
    assert opening(first, second) == ["The bridge over the", "Nine people were killed,"]


LEADS = (
    "Some 4,000 dockers at Port Almeida walked out on Monday after talks over night shifts broke down.",
    "The opposition Reform Party won the election in Velmar on Sunday, results showed on Monday.",
    "Norvik said on Monday it had agreed to buy its rival Baltar for 3.2 billion euros in cash and shares.",
)
BEHIND = (
    "The union said the strike would last a week. The port said 31 ships were waiting.\n\n"
    "Two people were injured when a lorry drove through a picket line, police said.",
    "Reform took 54 percent of the vote, the electoral commission said. Turnout was 71 percent.",
    "Norvik expected to cut 1,500 jobs, chief executive Petra Holm said. Shares of Baltar rose 28 percent.",
)


@pytest.mark.parametrize(("lead", "rest"), list(zip(LEADS, BEHIND, strict=True)))
def test_the_first_sentence_of_a_report_leads(lead: str, rest: str) -> None:
    assert opening(f"{lead}\n\n{rest}\n") == [" ".join(lead.split()[:4])]


TALK = """Transcript: press conference, 4 November 2031

MINISTER HELGA BRANDT: Good morning. Let me begin with the numbers. As of today nineteen children are ill.


QUESTION: Since when do you know?

BRANDT: We were told on Thursday. Not earlier.

BRANDT: That is all.
"""


def test_the_sentence_of_a_turn_that_tells_most_stands_for_it() -> None:
    line = brief_of(TALK).key_points[0].line.text
    assert line == "MINISTER HELGA BRANDT: … As of today [2031-11-04] nineteen children are ill."


def test_a_sentence_that_tells_of_two_claims_of_it_is_one_key_point() -> None:
    text = (
        "Eleven infants have fallen ill, the food agency said on Friday, contradicting the firm's statement "
        "that no illnesses were known.\n"
    )
    assert [one.line.text.partition(" have")[0] for one in brief_of(text).key_points] == ["Eleven infants"]


def test_a_line_with_two_who_wrote_is_no_key_point() -> None:
    text = (
        "Dam at Karvel breaks\n\nBy Jana Weiss and Tom Pohl\nAlpine Post, 4 November 2031\n\nThe dam broke.\n"
    )
    assert [one.line.text for one in brief_of(text).key_points] == ["The dam broke."]


PAPER = """Karvel Gazette
Published: 4 November 2031

Mayor arrested as prosecutors say warning lay unread

By Livia Marchetto and Pavel Oruk

Prosecutors on Monday arrested Otmar Kessin, the mayor of Karvel, saying that a report had lain in his office.

The judge told reporters that the report gave the slope "a high probability of failure in the event of rain".
"""


def test_lines_above_a_text_take_nothing_of_the_weight_of_its_lead() -> None:
    brief = brief_of(PAPER)
    assert [" ".join(one.line.text.split()[:3]) for one in brief.key_points] == [
        "Prosecutors on Monday",
        "The judge told",
    ]
    assert [one.status for one in brief.key_points] == ["reported", "reported"]
