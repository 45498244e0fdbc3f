"""Compose the mail that carries an edition, the same bytes at every attempt."""

import hashlib
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, EmailPolicy
from email.utils import format_datetime, parseaddr
from html import escape

from briefgen.deliver.telling import (
    HTML,
    MARKDOWN,
    PDF,
    TEXT,
    WORD,
    file_of,
    headline,
    kind_of,
    line,
    moment_of,
)
from briefgen.model.edition import Filed
from briefgen.model.job import Mail
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DeliveryError

FIELD = re.compile(r"\{(title|job|number|as_of|changes|marking)\}")
NOT_IN_ADDRESS = re.compile(r"[\s<>()\[\]\\,;:\"]")
"""Signs that an address could hold in quotation marks only, which hardly any server takes (RFC 5321)."""
ATTACHED = (PDF, WORD)
APART = "max-width: 45rem; margin: 1rem auto; padding: 0 1rem 1rem; border-bottom: 1px solid #999"
LISTED = "list-style: disc; padding-left: 1.5em"
"""How what stands above a page is set apart from it."""
BODY = re.compile(r"<body[^>]*>")
LONGEST_SUBJECT = 250
"""Letters; programs that show mail cut much shorter ones."""


def compose(channel: Mail, parcel: Parcel) -> EmailMessage:
    """The mail for the recipient of `parcel`.

    Its Message-ID is made of the key and its date is that of the parcel, so that a server that has got it
    already can tell. Raises `DeliveryError` where an address cannot be one.
    """
    sender = address(channel.sender, "sender")
    recipient = address(parcel.recipient, "to")
    message = EmailMessage(policy=policy_for(sender, recipient))
    message["From"] = sender
    message["To"] = recipient
    message["Subject"] = subject(channel, parcel)
    message["Date"] = format_datetime(moment_of(parcel))
    message["Message-ID"] = f"<{_stamp(parcel)}@{_domain(sender)}>"
    _describe(message, parcel, _domain(sender))
    _fill(message, parcel)
    _bound(message, _stamp(parcel))
    return message


def address(words: str, key: str) -> Address:
    """The address in `words`, such as `Watch officer <watch@example.org>`.

    A domain in other letters than ASCII is put into the form that every server takes (RFC 3490).
    """
    name, bare = parseaddr(words) if words == line(words) else ("", "")
    user, _, domain = bare.rpartition("@")
    try:
        ascii_domain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
        if not user or not domain or NOT_IN_ADDRESS.search(bare):
            raise ValueError
        return Address(name, user, ascii_domain)
    except (ValueError, IndexError) as error:
        raise DeliveryError(
            f"`{key}`: “{line(words)}” is no address of mail: write name@example.org", permanent=True
        ) from error


def policy_for(*addresses: Address) -> "EmailPolicy[EmailMessage]":
    """How headers are written: encoded for every server, unless the addresses themselves cannot be."""
    plain = all(one.addr_spec.isascii() for one in addresses)
    return SMTP if plain else SMTPUTF8


def subject(channel: Mail, parcel: Parcel) -> str:
    """The subject by the channel's template, the marking before it unless the template has a place for it.

    TLP 2.0 (first.org/tlp) wants the label in the subject of a mail.
    """
    edition = parcel.edition
    marking = line(parcel.edition.marking or "")
    values = {
        "title": edition.title,
        "job": edition.job,
        "number": str(edition.number),
        "as_of": edition.as_of,
        "changes": headline(parcel),
        "marking": marking,
    }
    words = line(FIELD.sub(lambda field: values[field[1]], channel.subject))
    shown = words if len(words) <= LONGEST_SUBJECT else words[: LONGEST_SUBJECT - 1] + "…"
    return f"[{marking}] {shown}" if marking and "{marking}" not in channel.subject else shown


def _describe(message: EmailMessage, parcel: Parcel, domain: str) -> None:
    """Headers by which programs can sort, and do not answer (RFC 3834, RFC 2919)."""
    edition = parcel.edition
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message["List-Id"] = f"<{re.sub(r'[^A-Za-z0-9-]', '-', edition.job)}.briefgen.{domain}>"
    message["X-Briefgen-Job"] = line(edition.job)
    message["X-Briefgen-Edition"] = str(edition.number)
    if parcel.edition.marking:
        message["X-Briefgen-Marking"] = line(parcel.edition.marking)


def _fill(message: EmailMessage, parcel: Parcel) -> None:
    """Text, the page beside it, and what is attached."""
    text = file_of(parcel, TEXT) or file_of(parcel, MARKDOWN)
    words = _caught_up(parcel) + _decoded(text) if text and not parcel.quiet else _summary(parcel)
    message.set_content(words, cte=_encoding(words))
    if parcel.quiet:
        return
    page = file_of(parcel, HTML)
    if page:
        html = BODY.sub(lambda found: found[0] + _caught_up_page(parcel), _decoded(page), count=1)
        message.add_alternative(html, subtype="html", cte=_encoding(html))
    for file in parcel.files:
        if kind_of(file) in ATTACHED:
            main, _, sub = kind_of(file).partition("/")
            message.add_attachment(
                file.artefact.data, maintype=main, subtype=sub, filename=attached_name(file, parcel)
            )


def _caught_up(parcel: Parcel) -> str:
    """What stands above the brief where it came after another that did not reach the recipient."""
    if parcel.had is None:
        return ""
    marking = f"{line(parcel.edition.marking)}\n\n" if parcel.edition.marking else ""
    lines = "".join(f"- {line(one)}\n" for one in parcel.changes)
    return f"{marking}{_since_had(parcel)}\n{lines}\n"


def _caught_up_page(parcel: Parcel) -> str:
    """The same for the page, whose own words tell against the edition before."""
    if parcel.had is None:
        return ""
    marking = (
        f"<p><strong>{escape(line(parcel.edition.marking))}</strong></p>" if parcel.edition.marking else ""
    )
    lines = "".join(f"<li>{escape(line(one))}</li>" for one in parcel.changes)
    return (
        f'<div style="{APART}">{marking}<p>{escape(_since_had(parcel))}</p>'
        f'<ul style="{LISTED}">{lines}</ul></div>'
    )


def _since_had(parcel: Parcel) -> str:
    return f"You had edition {parcel.had} last; what came between did not reach you. {line(parcel.summary)}:"


def attached_name(file: Filed, parcel: Parcel) -> str:
    """A name that tells editions apart in a folder of downloads: `daily-12-analyst.pdf`."""
    last = file.artefact.name.rpartition("/")[2]
    return line(f"{parcel.edition.job}-{parcel.edition.number}-{last}")


def _summary(parcel: Parcel) -> str:
    """The text of a note that nothing is new, or of an edition of which no text was made."""
    edition = parcel.edition
    head = [line(parcel.edition.marking)] if parcel.edition.marking else []
    lines = [*head, f"{line(edition.title)}: {line(parcel.summary)}."]
    return "\n".join([*lines, *(f"- {line(one)}" for one in (*parcel.lead, *parcel.changes))]) + "\n"


def _decoded(file: Filed) -> str:
    return file.artefact.data.decode("utf-8", "replace")


def _encoding(words: str) -> str:
    """The shorter way to send `words` in lines that no server breaks (RFC 2045)."""
    data = words.encode("utf-8")
    foreign = sum(byte > 126 for byte in data)
    return "base64" if foreign * 6 > len(data) else "quoted-printable"


def _stamp(parcel: Parcel) -> str:
    return hashlib.sha256(parcel.key.encode()).hexdigest()[:40]


def _domain(sender: Address) -> str:
    return sender.domain if sender.domain.isascii() else "briefgen.invalid"


def _bound(message: EmailMessage, stamp: str) -> None:
    """Give each border between parts a name of the key's, in place of one by chance."""
    parts = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(parts):
        part.set_boundary(f"=_{stamp}-{number}")
