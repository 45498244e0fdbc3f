"""Deliver to a chat room, in the form that Slack, Mattermost and Rocket.Chat take."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from briefgen.deliver.posting import post
from briefgen.deliver.secrecy import value_of
from briefgen.deliver.telling import HTML, MARKDOWN, PDF, file_of, folder_name, line
from briefgen.model.job import Slack
from briefgen.model.parcel import Parcel

# docs.slack.dev/reference/block-kit/blocks: letters of a header, of a section, and blocks of a message.
HEADER = 150
SECTION = 3_000
TEXT = 4_000
CHANGES = 20
"""Lines; who wants more opens the brief."""
CHANGE = 500
"""Letters of a line."""
LEAD, CHANGED = "Bottom line", "What changed"
NAMELESS = "Brief"
"""Slack refuses a block without words."""
CALL = re.compile(r"@(?=\w)")


def deliver_to_slack(channel: Slack, parcel: Parcel, secrets: Mapping[str, str]) -> None:
    """Post a message on `parcel` to the address among `secrets`; see `DeliveryError` in `posting.post`."""
    post(value_of(channel.url, secrets), message(channel, parcel), {}, channel.timeout, secrets)


def message(channel: Slack, parcel: Parcel) -> bytes:
    """The message as JSON: plain `text`, which says everything, and `blocks`, which Slack shows instead."""
    import msgspec

    marking = [escaped(line(parcel.edition.marking))] if parcel.edition.marking else []
    title, summary = line(parcel.edition.title) or NAMELESS, escaped(line(parcel.summary)) or NAMELESS
    lead = [f"*{LEAD}*", *_listed(parcel.lead)] if parcel.lead else []
    lines = _lines(parcel)
    changes = [f"*{CHANGED}*", *lines] if lead and lines else lines
    link = _link(channel, parcel)
    blocks: list[dict[str, object]] = [
        {"type": "header", "text": {"type": "plain_text", "text": _cut(_quiet_call(title), HEADER)}},
        *[_context(mark) for mark in marking],
        _section(summary),
        *([_section(_fitting(lead, SECTION))] if lead else []),
        *([_section(_fitting(changes, SECTION))] if changes else []),
        *([_section(link)] if link else []),
        _context(_cut(escaped(line(f"{parcel.edition.job} · edition {parcel.edition.number}")), SECTION)),
    ]
    head = [*marking, f"{escaped(title)}: {summary}", *([link] if link else [])]
    text = _fitting([*head, *lead, *changes], TEXT)
    return msgspec.json.encode({"text": text, "blocks": blocks})


def escaped(words: str) -> str:
    """`words` that Slack shows as they are: no link, no mention, and nobody called by `@channel`."""
    return _quiet_call(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quiet_call(words: str) -> str:
    """An @ that calls nobody: a word joiner, which is not seen, stands behind it."""
    return CALL.sub("@\u2060", words)


def _lines(parcel: Parcel) -> list[str]:
    shown = _listed(parcel.changes[:CHANGES])
    left = len(parcel.changes) - len(shown)
    return [*shown, *([f"and {left} more"] if left else [])]


def _listed(lines: Iterable[str]) -> list[str]:
    return [f"• {_cut(escaped(line(one)), CHANGE)}" for one in lines]


def _link(channel: Slack, parcel: Parcel) -> str:
    """A link to the edition's page, where the channel says at which address the editions are."""
    if not channel.address or parcel.quiet:
        return ""
    base = f"{channel.address.rstrip('/')}/{quote(folder_name(parcel.edition), safe='')}/"
    file = file_of(parcel, HTML) or file_of(parcel, PDF) or file_of(parcel, MARKDOWN)
    return f"<{base}{quote(file.artefact.name) if file else ''}|Open the brief>"


def _fitting(lines: list[str], letters: int) -> str:
    """As many whole `lines` as go into `letters`, and a sign where some do not."""
    text = ""
    for number, words in enumerate(lines):
        longer = f"{text}\n{words}" if number else _cut(words, letters - 2)
        if len(longer) > letters - 2:
            return f"{text}\n…"
        text = longer
    return text


def _cut(words: str, letters: int) -> str:
    """`words` in at most so many `letters`, an escaped sign kept whole."""
    if len(words) <= letters:
        return words
    return re.sub(r"&[a-z]{0,3}$", "", words[: letters - 1]) + "…"


def _section(text: str) -> dict[str, object]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": _cut(text, SECTION)}}


def _context(text: str) -> dict[str, object]:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text}]}
