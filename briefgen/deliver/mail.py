"""Deliver by mail: one conversation for each recipient, over TLS, with an end to every wait."""

import re
import smtplib
import ssl
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from email.message import EmailMessage

from briefgen.deliver.message import compose
from briefgen.deliver.secrecy import value_of
from briefgen.model.job import Mail
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DeliveryError
from briefgen.model.redaction import redacted_line
from briefgen.network.bounded import within
from briefgen.network.causes import told

STEPS = 10
"""Of a conversation: greeting, capabilities, encryption, capabilities again, login, and what a mail needs."""
SLOWEST = 20_000
"""Bytes a second, below which a server is taken for one that hangs."""
PIECE = 32_768
"""Bytes that are sent in one step."""
OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
LINE_WITH_DOT = re.compile(rb"^\.", re.MULTILINE)
SHOWN = 200
"""Letters of a server's answer that are shown."""


def deliver_by_mail(channel: Mail, parcel: Parcel, secrets: Mapping[str, str]) -> None:
    """Hand the mail of `parcel` over to the server of `channel`.

    Returns when the server has taken it. Raises `DeliveryError`: a refusal of the sender, the recipient or
    the mail (5xx) is for good; anything else, also what somebody can mend in the settings, is not.
    """
    message = compose(channel, parcel)
    login = _login(channel, secrets)
    data = LINE_WITH_DOT.sub(b"..", message.as_bytes())
    seconds = STEPS * channel.timeout + len(data) / SLOWEST
    place = f"mail server {channel.host}:{channel.port}"
    steps: list[str] = []
    try:
        within(seconds, lambda: _converse(channel, message, data, login, steps))
    except smtplib.SMTPResponseException as error:
        raise _refused(error, place, secrets) from None
    except smtplib.SMTPServerDisconnected as error:
        raise DeliveryError(_ended(error, place, channel, steps), permanent=False) from None
    except smtplib.SMTPNotSupportedError as error:
        raise DeliveryError(
            f"{place}: {redacted_line(str(error), secrets.values())}", permanent=False
        ) from None
    except (OSError, ValueError) as error:
        raise DeliveryError(told(error, place, channel.timeout, _last(steps)), permanent=False) from None


Login = tuple[str, str]


def _login(channel: Mail, secrets: Mapping[str, str]) -> Login | None:
    """Name and password, where the server wants them; never to be sent in the clear to another machine."""
    if channel.user is None:
        return None
    if channel.security == "none" and channel.host.lower() not in OWN_MACHINE:
        raise DeliveryError(
            f"the password for {channel.host} would be sent for all to read: set security to starttls or tls",
            permanent=False,
            settings=True,
        )
    return channel.user, value_of(channel.password, secrets) if channel.password else ""


def _converse(
    channel: Mail, message: EmailMessage, data: bytes, login: Login | None, steps: list[str]
) -> None:
    """Bring the mail to the server; to `steps` is added what is asked of it, once it has greeted."""
    with _connected(channel) as server:
        steps.append("the start of the conversation")
        if channel.security == "starttls":
            _encrypt(server)
        server.ehlo_or_helo_if_needed()
        if login:
            steps.append("the login")
            _log_in(server, *login)
        steps.append("the handing over of the mail")
        _hand_over(server, message, data)


def _last(steps: list[str]) -> str | None:
    return steps[-1] if steps else None


@contextmanager
def _connected(channel: Mail) -> Iterator[smtplib.SMTP]:
    """A connection that is closed at the end, with a farewell if all went well."""
    place, seconds = (channel.host, channel.port), channel.timeout
    server = (
        smtplib.SMTP_SSL(*place, timeout=seconds, context=ssl.create_default_context())
        if channel.security == "tls"
        else smtplib.SMTP(*place, timeout=seconds)
    )
    try:
        yield server
        with suppress(OSError):  # the mail is taken: what comes after changes nothing
            server.quit()
    finally:
        server.close()


def _encrypt(server: smtplib.SMTP) -> None:
    server.ehlo_or_helo_if_needed()
    if not server.has_extn("starttls"):
        raise smtplib.SMTPNotSupportedError(
            "it offers no STARTTLS, so nothing was sent: set port and security as its operator says"
        )
    server.starttls(context=ssl.create_default_context())


WAYS = ("PLAIN", "LOGIN", "CRAM-MD5")
"""To log in, the surest first: a server that keeps no passwords in the clear cannot do the last."""
ANOTHER_WAY = frozenset({504, 534, 538})
"""Answers about the way, and not about name or password (RFC 4954, section 6)."""


def _log_in(server: smtplib.SMTP, user: str, password: str) -> None:
    """Log in, with one try at a password: servers lock out who sends a wrong one again and again.

    Other letters than ASCII go as UTF-8 (RFC 4616), which the library cannot do.
    """
    if not (user + password).isascii():
        packed = b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
        code, answer = server.docmd("AUTH", f"PLAIN {packed}")
        if code not in (235, 503):
            raise smtplib.SMTPAuthenticationError(code, answer)
        return
    if not server.has_extn("auth"):
        raise smtplib.SMTPNotSupportedError(
            "it takes no login here: leave out user, or set port and security as its operator says"
        )
    offered = server.esmtp_features["auth"].upper().split()
    ways = [way for way in WAYS if way in offered]
    if not ways:
        raise smtplib.SMTPNotSupportedError("it knows no way to log in that is known here")
    server.user, server.password = user, password  # where the library's ways look for them
    for way in ways:
        try:
            server.auth(way, getattr(server, f"auth_{way.lower().replace('-', '_')}"))
            return
        except smtplib.SMTPAuthenticationError as error:
            if error.smtp_code not in ANOTHER_WAY or way == ways[-1]:
                raise


def _hand_over(server: smtplib.SMTP, message: EmailMessage, data: bytes) -> None:
    """Sender, recipient, the mail itself; each answer but a good one is raised with what it was about."""
    sender, recipient = _bare(message, "From"), _bare(message, "To")
    _check_size(server, len(data))
    _good(*server.mail(sender, _options(server, message, len(data))), f"the sender {sender}")
    _good(*server.rcpt(recipient), f"the recipient {recipient}")
    _good(*server.docmd("DATA"), "the mail", wanted=354)
    for start in range(0, len(data), PIECE):
        server.send(data[start : start + PIECE])
    server.send(b".\r\n" if data.endswith(b"\r\n") else b"\r\n.\r\n")
    _good(*server.getreply(), "the mail")


def _bare(message: EmailMessage, header: str) -> str:
    return str(message[header].addresses[0].addr_spec)


def _check_size(server: smtplib.SMTP, size: int) -> None:
    """Do not begin with a mail that the server has said it will not take (RFC 1870)."""
    limit = server.esmtp_features.get("size", "")
    if limit.isdecimal() and 0 < int(limit) < size:
        raise _AboutError(
            552, f"it takes at most {int(limit):,} bytes".encode(), f"the mail of {size:,} bytes"
        )


def _options(server: smtplib.SMTP, message: EmailMessage, size: int) -> list[str]:
    options = [f"SIZE={size}"] if server.has_extn("size") else []
    if not (_bare(message, "From") + _bare(message, "To")).isascii():
        if not server.has_extn("smtputf8"):
            raise smtplib.SMTPNotSupportedError(
                "it takes no addresses with other letters than ASCII (SMTPUTF8): give another address"
            )
        options += ["SMTPUTF8", "BODY=8BITMIME"]
    return options


class _AboutError(smtplib.SMTPResponseException):
    """An answer, and what of the mail it was about."""

    def __init__(self, code: int, answer: bytes, about: str) -> None:
        super().__init__(code, answer)
        self.about = about


def _good(code: int, answer: bytes, about: str, wanted: int = 250) -> None:
    if code != wanted and not (wanted == 250 and 200 <= code < 300):
        raise _AboutError(code, answer, about)


REPAIRS = (
    ("the sender", "correct `sender`, or ask the server's operator to let it send"),
    ("the recipient", "correct `to`, or ask that mailbox's operator"),
    ("the mail", "leave a format out, or ask the server's operator"),
)


def _refused(error: smtplib.SMTPResponseException, place: str, secrets: Mapping[str, str]) -> DeliveryError:
    raw = error.smtp_error
    answer = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
    shown = redacted_line(f"{error.smtp_code} {answer}", secrets.values())
    shown = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        words = f"{place} refused name or password ({shown}): correct `user` and the secret of `password`"
        return DeliveryError(words, permanent=False, settings=error.smtp_code >= 500)
    about = error.about if isinstance(error, _AboutError) else "the conversation"
    if 500 <= error.smtp_code < 600 and isinstance(error, _AboutError):
        repair = next((words for start, words in REPAIRS if about.startswith(start)), "correct the channel")
        return DeliveryError(f"{place} refused {about} ({shown}): {repair}", permanent=True)
    return DeliveryError(f"{place} did not take {about} for now ({shown})", permanent=False)


def _ended(error: smtplib.SMTPServerDisconnected, place: str, channel: Mail, steps: list[str]) -> str:
    """The library tells of a wait that was too long as of a lost connection."""
    cause = error.__context__
    if isinstance(cause, OSError):
        return told(cause, place, channel.timeout, _last(steps))
    kinds = "the kind of encryption" if channel.security != "none" else "whether it wants TLS"
    return f"{place} broke off the conversation: check port, and {kinds}"
