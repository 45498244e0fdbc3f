"""A text that calls itself an opinion tells what its author holds, and not what is so."""

from hashlib import sha256

import pytest

from briefgen.model.brief import Brief
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import make_brief, read_base

BODY = (
    "The minister has failed the valley for years, and all of the ministry has known it since 2019. "
    'Tax money of 3 million euros has been wasted. "We did nothing to the valves," engineer Tom Hale said.\n'
)


def brief_of(*texts: str) -> Brief:
    raws = []
    for place, text in enumerate(texts):
        data, name = text.encode(), f"in/{place}.txt"
        raws.append(RawSource(name, name, "text/plain", data, sha256(data).hexdigest(), Metadata()))
    return make_brief(read_base(raws, (), Metadata()), Request("in", "2030-01-01"))


def told(brief: Brief) -> dict[str, bool]:
    """The findings by whether somebody makes them, each with whether it is marked as an opinion."""
    return {one.line.text: bool(one.claims) for one in brief.key_points}


@pytest.mark.parametrize(
    "head",
    [
        "OPINION\n\nThe dam must be closed\n\n",
        "The dam must be closed\n\nOp-ed\n\nBy Ana Reis\n\n",
        "Editorial: The dam must be closed\n\n",
        "Guest essay\n\nThe dam must be closed\n\n",
    ],
)
def test_what_an_opinion_says_in_its_own_voice_is_marked(head: str) -> None:
    findings = told(brief_of(head + BODY))
    assert findings
    assert all(claimed != line.endswith("[opinion]") for line, claimed in findings.items())
    assert not any("opinion" in line.casefold().removesuffix("[opinion]") for line in findings)


@pytest.mark.parametrize(
    "head",
    [
        "The dam must be closed\n\n",
        "Opinion polls favour the minister\n\n",
        "Editorial board of the Orlo Post resigns\n\n",
        "News\n\nOpinion\n\nSport\n\nThe dam must be closed\n\n",
    ],
)
def test_a_report_is_not(head: str) -> None:
    assert not any("[opinion]" in line for line in told(brief_of(head + BODY)))


def test_reports_come_before_opinions() -> None:
    report = (
        "Dam to stay open\n\nThe Karvel dam will stay open. Engineers looked at 14 of its valves in May.\n"
    )
    findings = brief_of("Opinion\n\nThe dam must be closed\n\n" + BODY, report).key_points
    marked = [one.line.text.endswith("[opinion]") for one in findings]
    assert marked == sorted(marked)


def test_what_a_text_is_called_is_no_finding() -> None:
    assert not any(
        "PRESS" in line for line in told(brief_of("PRESS RELEASE\n\nThe dam is closed\n\n" + BODY))
    )
