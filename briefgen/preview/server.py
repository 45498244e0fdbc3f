"""The web server of the preview: for this machine and who knows the address, and of nothing but briefs."""

import json
import secrets
import threading
from collections.abc import Callable, Mapping
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from briefgen.model.problem import InputError
from briefgen.preview.ending import Ending
from briefgen.preview.press import OutdatedError
from briefgen.preview.studio import Studio

LOOPBACK = "127.0.0.1"
FIRST = "analyst"
"""The audience that is shown first, if it is among those to choose from."""
TOKEN_BYTES = 24
"""Random bytes in the address: 192 bits."""
BREATH = 15.0
"""Seconds after which an idle stream of events says that it is still there."""
PARTS = Path(__file__).parent
FRAME_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; "
    "frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HTML_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups "
    "allow-popups-to-escape-sandbox"
)
"""The brief is shown as it is written, with its style inside; scripts are shut out twice."""
PDF_POLICY = "frame-ancestors 'self'"
"""A PDF is no page; more would keep the browser from showing it."""
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)


class Asked(NamedTuple):
    """What a request is for."""

    audience: str
    stamp: str
    """The page that is meant; empty for the newest."""
    edition: int


class Server(ThreadingHTTPServer):
    """Answers requests, each in a thread of its own."""

    daemon_threads = True

    def __init__(self, studio: Studio, port: int) -> None:
        """Listen on `port` of this machine, a free one if it is 0; raises `InputError` where it is taken."""
        self.studio = studio
        self.token = secrets.token_urlsafe(TOKEN_BYTES)
        try:
            super().__init__((LOOPBACK, port), Handler)
        except (OSError, OverflowError) as error:
            raise InputError(
                f"port {port} of this machine cannot be used ({getattr(error, 'strerror', None) or error}): "
                "name another with --port, or leave it out to have a free one chosen"
            ) from error

    @property
    def address(self) -> str:
        """Where the preview is to be seen."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.token}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Leave out what `socketserver` prints: a browser that goes away is no fault."""


def run(studio: Studio, port: int, ending: Ending, tell: Callable[[str], None]) -> int:
    """Show the pages of `studio` until a signal comes; `tell` is told the address.

    The exit status that the signal asks for. Raises `InputError` where the port cannot be used.
    """
    stop = threading.Event()
    ending.at_once = studio.kill
    try:
        with Server(studio, port) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            threading.Thread(target=studio.watch, args=(stop,), daemon=True).start()
            tell(server.address)
            status = ending.wait()
            stop.set()
            studio.close()  # first, as who waits for a print would wait for its end
            server.shutdown()
            return status
    finally:
        stop.set()
        studio.close()


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    server_version = "briefgen"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer what is asked for with the right host and token, and nothing else."""
        asked = urlsplit(self.path)
        token, _, rest = asked.path.removeprefix("/").partition("/")
        if not self._is_for_us() or not secrets.compare_digest(token.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.FORBIDDEN, "Open the address that briefgen preview printed.")
            return
        kind, _, audience = rest.partition("/")
        answer = ROUTES.get(kind)
        if answer is None or (audience not in self._names() if kind else audience):
            self._refuse(HTTPStatus.NOT_FOUND, "There is nothing here.")
            return
        query = parse_qs(asked.query)
        edition = query.get("e", [str(self.server.studio.editions()[0][0])])[0]
        if edition not in {str(number) for number, _ in self.server.studio.editions()}:
            self._refuse(HTTPStatus.NOT_FOUND, "There is no such edition.")
            return
        answer(self, Asked(audience, query.get("v", [""])[0], int(edition)))

    def _is_for_us(self) -> bool:
        """Whether the request names this machine: a foreign name would be that of a page that was rebound."""
        port = self.server.server_port
        return self.headers.get_all("Host", []) in ([f"{LOOPBACK}:{port}"], [f"localhost:{port}"])

    def _names(self) -> set[str]:
        return {name for name, _ in self.server.studio.audiences()}

    def _frame(self, asked: Asked) -> None:
        nonce = secrets.token_urlsafe(16)
        page = (PARTS / "frame.html").read_text("utf-8")
        parts = {"STYLE": "frame.css", "SCRIPT": "frame.js"}
        for mark, name in parts.items():
            page = page.replace(f"@{mark}@", (PARTS / name).read_text("utf-8"))
        offered = "".join(_option(name, title) for name, title in self.server.studio.audiences())
        kept = self.server.studio.editions()
        editions = "".join(f'<option value="{number}">{escape(words)}</option>' for number, words in kept)
        page = page.replace("@NONCE@", nonce).replace("@AUDIENCES@", offered).replace("@EDITIONS@", editions)
        self._send(page.encode(), "text/html; charset=utf-8", FRAME_POLICY.format(nonce=nonce))

    def _html(self, asked: Asked) -> None:
        shown = self.server.studio.shown(asked.audience, asked.edition)
        self._send(shown.html, "text/html; charset=utf-8", HTML_POLICY)

    def _pdf(self, asked: Asked) -> None:
        try:
            data = self.server.studio.pdf(asked.audience, asked.stamp, asked.edition)
        except OutdatedError:
            self._refuse(HTTPStatus.NO_CONTENT, "")  # there is a newer one, which will be asked for
        except Exception as error:
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
        else:
            self._send(data, "application/pdf", PDF_POLICY)

    def _events(self, asked: Asked) -> None:
        """Tell how what is `asked` for stands, now and after every change, until the browser goes away."""
        self._begin(HTTPStatus.OK, "text/event-stream", FRAME_POLICY.format(nonce="-"))
        turn, told = -1, ""
        try:
            while True:
                now = self.server.studio.wait(turn, BREATH)
                state = self._state(asked) if now != turn else told
                self.wfile.write(f"data: {state}\n\n".encode() if state != told else b": still here\n\n")
                self.wfile.flush()
                turn, told = now, state
        except OSError:
            return

    def _state(self, asked: Asked) -> str:
        studio = self.server.studio
        shown = studio.shown(asked.audience, asked.edition)
        offered = {"audiences": studio.audiences(), "editions": studio.editions()}
        return json.dumps({"stamp": shown.stamp, "error": shown.error, **offered})

    def _begin(self, status: HTTPStatus, kind: str, policy: str, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", policy)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()

    def _send(self, data: bytes, kind: str, policy: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._begin(status, kind, policy, len(data))
        self.wfile.write(data)

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self._send(words.encode(), "text/plain; charset=utf-8", "default-src 'none'", status)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library names it
        """Say nothing of single requests."""


def _option(name: str, title: str) -> str:
    chosen = " selected" if name == FIRST else ""
    return f'<option value="{escape(name)}"{chosen}>{escape(f"{name}: {title}")}</option>'


Answer = Callable[[Handler, Asked], None]
ROUTES: Mapping[str, Answer] = MappingProxyType(
    {"": Handler._frame, "html": Handler._html, "pdf": Handler._pdf, "events": Handler._events}
)
"""What may be asked for; each is made in memory, none is a file of the user's."""
