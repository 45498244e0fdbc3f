"""A chat room gets a message that says everything, that calls nobody, and that Slack takes."""

import json
from typing import Any

import pytest
from parcels import edition, parcel, quiet
from web_server import Reply, web_server

from briefgen.deliver import DELIVERERS
from briefgen.model.job import Secret, Slack
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DeliveryError


def sent(what: Parcel, address: str | None = None) -> dict[str, Any]:
    with web_server() as site:
        url = site.at("/services/T0/B0/token-7f3", Reply(body=b"ok"))
        channel = Slack(name="room", url=Secret("ROOM"), address=address, timeout=30.0)
        DELIVERERS[Slack](channel, what, {"ROOM": url})
    told = json.loads(site.asked[0].body)
    assert isinstance(told, dict)
    return told


def test_the_text_alone_says_title_marking_summary_and_changes() -> None:
    text = sent(parcel(edition=edition(marking="TLP:GREEN")))["text"]
    for words in ("Harbour watch", "TLP:GREEN", "3 new, 1 changed since edition 11", "• changed: 40 ships"):
        assert words in text
    assert "<" not in text


def test_the_blocks_say_the_same_for_slack() -> None:
    blocks = sent(parcel())["blocks"]
    assert blocks[0] == {"type": "header", "text": {"type": "plain_text", "text": "Harbour watch"}}
    assert "the port of Neustadt is closed" in json.dumps(blocks)


def test_the_bottom_line_stands_before_what_changed() -> None:
    told = sent(parcel(lead=("reported: The port of <Neustadt> is closed.",)))
    words = [block["text"]["text"] for block in told["blocks"] if block["type"] == "section"]
    assert words[1:] == [
        "*Bottom line*\n• reported: The port of &lt;Neustadt&gt; is closed.",
        "*What changed*\n• new: the port of Neustadt is closed\n• changed: 40 ships wait, not 30",
    ]
    assert told["text"].endswith("\n".join(words[1:]))


def test_a_link_is_there_only_where_the_editions_have_an_address() -> None:
    assert "http" not in json.dumps(sent(parcel()))
    told = sent(parcel(), "https://briefs.example.org/daily/")
    assert "<https://briefs.example.org/daily/2026-11-22-12/analyst.html|Open the brief>" in told["text"]


def test_words_of_sources_are_no_markup_and_call_nobody() -> None:
    what = parcel(
        edition=edition(title="<!channel> & @here"),
        changes=("see <https://evil.example|here> @channel <@U1>",),
    )
    told = sent(what)
    assert "&lt;!channel&gt; &amp; @\u2060here" in told["text"]
    assert "&lt;https://evil.example|here&gt; @\u2060channel &lt;@\u2060U1&gt;" in told["text"]
    assert "<" not in told["text"] + json.dumps(told["blocks"][1:])


def test_much_is_cut_to_what_slack_takes() -> None:
    changes = tuple(f"new: {'long & ' * 100}{number}" for number in range(300))
    told = sent(parcel(changes=changes, edition=edition(title="Watch " * 100)))
    assert len(told["blocks"]) <= 50
    assert len(told["blocks"][0]["text"]["text"]) <= 150
    for block in told["blocks"]:
        assert len(json.dumps(block, ensure_ascii=False)) < 3_200
        assert "&…" not in json.dumps(block, ensure_ascii=False)
    assert len(told["text"]) <= 4_000


def test_a_quiet_day_is_one_line() -> None:
    told = sent(quiet(), "https://briefs.example.org")
    assert told["text"] == "Harbour watch: nothing new since edition 12"


def test_a_refusal_never_shows_the_address() -> None:
    channel = Slack(name="room", url=Secret("ROOM"), timeout=3.0)
    with web_server() as site:
        url = site.at("/services/token-7f3", Reply(404, b"no_service"), Reply(silence=60))
        for secrets, said in (
            ({"ROOM": url}, "no_service"),
            ({"ROOM": url}, "did not answer"),
            ({}, "“ROOM”"),
        ):
            with pytest.raises(DeliveryError) as raised:
                DELIVERERS[Slack](channel, parcel(), secrets)
            assert said in str(raised.value)
            assert "token-7f3" not in str(raised.value)
