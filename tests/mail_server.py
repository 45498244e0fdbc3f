"""A mail server for tests that keeps what it gets and answers as it is told."""

import socket
import ssl
import threading
from asyncio import AbstractServer
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "watch", "correct horse battery"


class Box:
    """Handler that takes mail, after the answers that stand in `first` and for refused recipients."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, list[str], bytes]] = []
        self.first: list[str] = []
        self.refused: dict[str, str] = {}
        self.encrypted: list[bool] = []
        self.options: list[str] = []
        self.logins = 0

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.first:
            return self.first.pop(0)
        assert isinstance(envelope.content, bytes)
        self.encrypted.append(session.ssl is not None)
        self.options += envelope.mail_options
        self.mails.append((envelope.mail_from or "", list(envelope.rcpt_tos), envelope.content))
        return "250 taken"

    @property
    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(data, policy=default) for _, _, data in self.mails]


def _login(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
    server.event_handler.logins += 1
    good = isinstance(given, LoginPassword) and (given.login, given.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=good, handled=False)


class Bound(Controller):
    """A server with a port that it holds from the start, so that no other process can take it meanwhile."""

    def _create_server(self) -> Awaitable[AbstractServer]:
        listener = socket.create_server((self.hostname, 0))
        self.port = int(listener.getsockname()[1])
        return self.loop.create_server(self._factory_invoker, sock=listener, ssl=self.ssl_context)


@contextmanager
def mail_server(
    box: Box,
    *,
    context: ssl.SSLContext | None = None,
    starttls: bool = False,
    login: bool = False,
    limit: int = 30_000_000,
    foreign: bool = True,
) -> Iterator[int]:
    """The port on this machine of a server for `box`, which speaks TLS where it has a `context`."""
    server = Bound(
        box,
        hostname="127.0.0.1",
        ssl_context=None if starttls else context,
        tls_context=context if starttls else None,
        require_starttls=starttls,
        auth_required=login,
        auth_require_tls=starttls,
        authenticator=_login if login else None,
        data_size_limit=limit,
        enable_SMTPUTF8=foreign,
        server_hostname="localhost",
        ready_timeout=120,
    )
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


@contextmanager
def scripted(answers: list[bytes], *, drip: float = 0.0) -> Iterator[int]:
    """The port of a server that gives `answers`, one for each line that comes, and then hangs.

    Between any two bytes of the answers it waits for `drip` seconds.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=_talk, args=(connection, list(answers), done, drip), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        done.set()
        listener.close()


def _talk(connection: socket.socket, answers: list[bytes], done: threading.Event, drip: float) -> None:
    with connection, suppress(OSError):
        for answer in answers:
            for at in range(len(answer) if drip else 0):
                connection.sendall(answer[at : at + 1])
                done.wait(drip)
            connection.sendall(b"" if drip else answer)
            if answer.startswith(b"close"):
                return
            connection.recv(65_536)
        done.wait(60)
