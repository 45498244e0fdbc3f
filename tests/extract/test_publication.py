"""A text that says when it came out is believed; a day that it only speaks of is not taken for that."""

import pytest

from briefgen.extract.publication import stated_publication
from briefgen.model.document import Document
from briefgen.model.source import RawSource
from briefgen.readers import read

PARAGRAPH = (
    "A mill burnt down at night, and the mayor said that nobody knew yet how the fire could have begun."
)


def document(text: str) -> Document:
    found = read(RawSource("a.txt", "a.txt", "text/plain", text.encode(), "0" * 64))
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("From: a@b.example\nDate: Thu, 6 Mar 2025 08:12:00 +0100\nSubject: Strike\n\nHi all.", "2025-03-06"),
        ("Fire in Karvel\n\nKARVEL, March 3, 2025 (Reuters) - A mill burnt.", "2025-03-03"),
        ("BRANNSTADT, 4 February 2025 – The company announced a recall.", "2025-02-04"),
        ("4 February 2025 – The company announced a recall.", "2025-02-04"),
        ("KARVEL, 3 January 2025. Police found the pictures.", "2025-01-03"),
        ("Friday, March 7, 2025\n\nA mill burnt.", "2025-03-07"),
        ("Toll rises\n\nBy Teresa Ibarra, La Prensa del Sur, 10 March 2025\n\nIt rose.", "2025-03-10"),
        ("Toll rises\n\nTeresa Ibarra | Radio Caldera | 10 March 2025\n\nIt rose.", "2025-03-10"),
        ("Toll rises\n\nThe Evening Post (10 March 2025)\n\nIt rose.", "2025-03-10"),
        ("A mill burns\nPosted on Mar 4, 2025 by Ann Lee\n\nIt burnt.", "2025-03-04"),
        (
            "A mill burns\nPublished: 3 March 2025, 10:30 GMT | Updated 4 March 2025\n\nIt burnt.",
            "2025-03-03",
        ),
        ("A mill burns\nUpdated 4 March 2025\n\nIt burnt.", "2025-03-04"),
        ("A mill burns\nUPDATED: 4 March 2025 | PUBLISHED: 3 March 2025\n\nIt burnt.", "2025-03-03"),
        ("A mill burns\nAmended 4 March 2025\nPublished 3 March 2025\n\nIt burnt.", "2025-03-03"),
        ("A mill burns\nLast modified: 4 March 2025\n\nIt burnt.", "2025-03-04"),
        ("A mill burns\n\nIt burnt.\n\nThis article was first published on 3 March 2025.", "2025-03-03"),
        ("A mill burns\nDate: 2025-03-04\n\nIt burnt.", "2025-03-04"),
        ("Karvel Police\nNews release - 4 March 2025\n\nA mill burnt.", "2025-03-04"),
        ("A mill burns\n\nBy our correspondents in Karvel, 4 March 2025, 23:40\n\nIt burnt.", "2025-03-04"),
        ("A mill burns\n\nThe Evening Post, 4 March 2025\n\nIt burnt.", "2025-03-04"),
        ("Transcript: press conference, Karvel, 4 March 2025\n\nTHE MAYOR: It burnt.", "2025-03-04"),
        ("Water Board\nReporting date: 4 March 2025\n\nThe mill burnt.", "2025-03-04"),
        ("KARVEL, Sunday, Nov 9 (Reuters) - A mill burnt.\n\n© 2025 Gulf Wire", "2025-11-09"),
        ("Sunday, 9 November\n\nA mill burnt.\n\nCopyright Gulf Wire 2019-2025", "2025-11-09"),
        ("https://orlo.example/2025/11/10/mill\n\nKARVEL, Nov 9 (Reuters) - A mill burnt.", "2025-11-09"),
        ("Minutes of the meeting held on 4 March 2025 at 7 pm in the hall\n\nPresent: A. Lee", "2025-03-04"),
        ("Situation report\nDate/Time: 4 March 2025, 1800 hrs local\n\nThe mill burnt.", "2025-03-04"),
        ("Log\n\n4 March 2025\n0640 A mill burns.\n0715 It is out.", "2025-03-04"),
        ("4 March 2025\n\nDates to come\n\n6 March 2025\nMarket\n\n9 March 2025\nFair", "2025-03-04"),
        ("Situation report\nAs of 4 March 2025\n\nThe mill burnt.", "2025-03-04"),
        (f"Karvel, 4 March 2025\n\n{PARAGRAPH}", "2025-03-04"),
        (f"Karvel, Ostria – March 4, 2025\n\n{PARAGRAPH}", "2025-03-04"),
    ],
)
def test_the_day_that_a_text_states_is_found(text: str, day: str) -> None:
    assert stated_publication(document(text)) == day


@pytest.mark.parametrize(
    "text",
    [
        "A mill burnt on 3 March 2025.",
        f"Battle of the Marne, 6 September 1914\n\n{PARAGRAPH}",
        f"Karvel bridge to close, 6 September 2025\n\n{PARAGRAPH}",
        "The mill\n\nThe Marne, 6 September 1914\n\nThe Aisne, 14 September 1914\n\nIt burnt.",
        "The mill\n\nResults until 4 March 2025\n\nIt burnt.",
        "March 3, 2025 was a cold day.",
        "March 3, 2025. The day a mill burnt.",
        "On March 3, 2025 - a Monday - a mill burnt.",
        "The mill was built on 4 May 1911 - so they say.",
        "KARVEL, Jan 2 (Reuters) - A mill burnt.",
        "KARVEL, Nov 9 (Reuters) - A mill burnt.\n\n(c) 2025 Gulf Wire",
        "KARVEL, Monday, Nov 9 (Reuters) - A mill burnt.\n\n(c) 2025 Gulf Wire",
        "KARVEL, Sunday, Nov 9 (Reuters) - A mill burnt. It was built in 2014.",
        "KARVEL, Nov 9 (Reuters) - A mill burnt.\nSee https://orlo.example/2025/03/01/mill",
        "1 March 2025 - Talks begin\n3 March 2025 - Talks end",
        f"{PARAGRAPH}\n\nDate of next meeting\nTuesday 4 March 2025 at 7.00 pm.\n\nThe chair closed it.",
        "The meeting on 4 March 2025 at the mill was a short one.",
        "1 March 2025: talks begin.\n2 March 2025: they end.",
        "Log\n\n3 March 2025\n0640 A mill burns.\n0715 It is out.\n\n4 March 2025\n08:00 Police come.",
        f"3 March 2025\n\n{PARAGRAPH}\n\n4 March 2025\n\n{PARAGRAPH}",
        "Word. " * 1000 + "\n\n4 February 2025\n\nA mill burnt.",
    ],
)
def test_a_day_that_a_text_only_speaks_of_is_not_its_own(text: str) -> None:
    assert stated_publication(document(text)) is None
