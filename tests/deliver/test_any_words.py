"""Whatever words an edition holds, what is sent keeps its form: headers, XML, JSON, lengths."""

import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st
from parcels import edition, filed, parcel

from briefgen.deliver.atom import deliver_to_feed
from briefgen.deliver.message import compose, subject
from briefgen.deliver.slack import message as chat_message
from briefgen.deliver.webhook import message as webhook_message
from briefgen.model.job import Atom, Mail, Secret, Slack
from briefgen.model.parcel import Parcel

WORDS = st.text(max_size=80) | st.text(alphabet='aé日 \r\n\t:<>@=?_"&;\u2028\x00', max_size=400)
HEADERS = (
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "List-Id",
    "X-Briefgen-Job", "X-Briefgen-Edition", "X-Briefgen-Marking", "Content-Type", "MIME-Version",
    "Content-Transfer-Encoding",
)  # fmt: skip


@st.composite
def parcels(draw: st.DrawFn) -> Parcel:
    marking = draw(st.none() | WORDS)
    head = edition(title=draw(WORDS), job=draw(WORDS), marking=marking)
    files = (
        filed("analyst.md", "text/markdown", draw(WORDS).encode()),
        filed(f"{draw(WORDS) or 'x'}.pdf", "application/pdf", draw(st.binary(max_size=200))),
    )
    return parcel(
        edition=head,
        files=files[: draw(st.integers(0, 2))],
        summary=draw(WORDS),
        changes=tuple(draw(st.lists(WORDS, max_size=30))),
    )


@given(parcels())
@settings(max_examples=150)
def test_a_mail_has_its_own_headers_and_no_other(what: Parcel) -> None:
    channel = Mail(name="desk", to=("a@example.org",), sender="Wache é <b@example.org>", host="h")
    data = compose(channel, what).as_bytes()
    assert compose(channel, what).as_bytes() == data
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    message = message_from_bytes(data, policy=default)
    assert set(message.keys()) <= set(HEADERS)
    assert len(message.keys()) == len(set(message.keys()))
    assert " ".join(message["Subject"].split()) == " ".join(subject(channel, what).split())


@given(parcels())
@settings(max_examples=60)
def test_a_feed_is_always_xml(what: Parcel) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "feed.xml"
        for _ in range(2):
            deliver_to_feed(Atom(name="feed", path=path), what, {})
            ElementTree.fromstring(path.read_bytes())


@given(parcels())
def test_a_chat_message_keeps_to_the_lengths_and_opens_no_markup(what: Parcel) -> None:
    told = json.loads(chat_message(Slack(name="room", url=Secret("ROOM")), what))
    assert len(told["text"]) <= 4_000
    assert "<" not in told["text"]
    assert all(block["text"]["text"] for block in told["blocks"] if "text" in block)
    assert len(told["blocks"]) <= 50


@given(parcels())
def test_a_webhook_message_is_json_and_the_same_each_time(what: Parcel) -> None:
    assert json.loads(webhook_message(what))["title"] == what.edition.title
    assert webhook_message(what) == webhook_message(what)
