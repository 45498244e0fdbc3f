"""A brief that keeps to topics tells of the sources that name one of them."""

import hashlib

import pytest

from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import Base, make_brief, on_topics, read_base


def base_of(*texts: str, title: str | None = None) -> Base:
    raws = []
    for number, text in enumerate(texts):
        data = text.encode()
        name = f"in/{number}.txt"
        digest = hashlib.sha256(data).hexdigest()
        raws.append(RawSource(name, name, "text/plain", data, digest, Metadata(title=title)))
    return read_base(raws, (), Metadata(published="2031-05-03"))


def named(text: str, topic: str, title: str | None = None) -> bool:
    return bool(on_topics(base_of(text, title=title), [topic]).annotated)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The FERRY sank.", "ferry"),
        ("The coast\nguard came.", "Coast Guard"),
        ("The ferry's bow broke.", "ferry"),
        ("The Seamen’s Union spoke.", "Seamen's Union"),
        ("The DPRK sent ships.", "North Korea"),
        ("North Korean ships came.", "DPRK"),
        ("Nato met.", "NATO"),
        ("The WHO met in Geneva.", "WHO"),
        ("Prices rose in C++ shops.", "C++"),
        ("Pyongyang said on Friday that it would answer.", "North Korea"),
        ("British ships came to Hull.", "UK"),
    ],
)
def test_a_source_names_a_topic(text: str, topic: str) -> None:
    assert named(text, topic)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The ferryman slept.", "ferry"),
        ("The guard walked the coast.", "coast guard"),
        ("The men who left came back.", "WHO"),
        ("They told us so.", "United States"),
        ("The Democratic People's Republic of Korea spoke.", "South Korea"),
        ("It cost 100 euro.", "10"),
    ],
)
def test_a_source_does_not_name_a_topic(text: str, topic: str) -> None:
    assert not named(text, topic)


def test_a_title_counts() -> None:
    assert named("The valley is quiet.", "ferry", title="A ferry sank")


def test_what_is_left_out_is_listed_with_its_copies() -> None:
    base = on_topics(base_of("The ferry sank.", "The mill burned.", "The mill burned."), ["ferry"])
    brief = make_brief(base, Request("in", "2031-05-03"))
    assert [(row.name, row.state) for row in brief.coverage] == [
        ("in/0.txt", "used"),
        ("in/1.txt", "off_topic"),
        ("in/2.txt", "off_topic"),
    ]
    assert brief.topics == ("ferry",)
    assert len(brief.sources) == 1


def test_a_topic_that_nobody_names_is_told_with_the_nearest_word() -> None:
    base = on_topics(base_of("The ferry sank off Karvel."), ["ferry", "Karwel", "Quorlax"])
    assert base.remarks == (
        "no source names the topic “Karwel”; did you mean “Karvel”?",
        "no source names the topic “Quorlax”",
    )


def test_where_nothing_is_left_the_error_says_so() -> None:
    base = on_topics(base_of("The ferry sank.", "The mill burned."), ["ferri"])
    with pytest.raises(InputError) as raised:
        make_brief(base, Request("in", "2031-05-03"))
    assert str(raised.value) == (
        "none of 2 sources names one of the topics of this brief, so there is no brief:\n"
        "  no source names the topic “ferri”; did you mean “ferry”?"
    )


def test_without_topics_nothing_is_changed() -> None:
    base = base_of("The ferry sank.")
    assert on_topics(base, ()) is base
