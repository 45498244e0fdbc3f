"""A web server for tests that answers as it is told, and keeps what it was asked."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Asked(NamedTuple):
    """A request that came."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


class Reply(NamedTuple):
    """What is answered, or done in place of an answer."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = {}
    silence: float = 0.0
    """Seconds before the answer."""
    drip: float = 0.0
    """Seconds between the bytes of the body."""
    endless: bool = False


class Site:
    """What a server answers for each path, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.replies: dict[str, Callable[[Asked], Reply]] = {}
        self.port = 0
        self.scheme = "http"

    def at(self, path: str, *replies: Reply) -> str:
        """The address at which each request gets the next of `replies`, and the last from then on."""
        waiting = list(replies)
        self.replies[path] = lambda asked: waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return self.address(path)

    def by(self, path: str, answer: Callable[[Asked], Reply]) -> str:
        self.replies[path] = answer
        return self.address(path)

    def address(self, path: str) -> str:
        return f"{self.scheme}://localhost:{self.port}{path}"


@contextmanager
def web_server(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"site": site}))
    server.daemon_threads = True
    server.block_on_close = False
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        site.scheme = "https"
    site.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


class Handler(BaseHTTPRequestHandler):
    """Answers for the site that a class made of it has."""

    site: Site

    def do_GET(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, self.path, headers, self.rfile.read(length))
        self.site.asked.append(asked)
        answer = self.site.replies.get(self.path.partition("?")[0])
        self._answer(answer(asked) if answer else Reply(404, b"nothing here"))

    do_POST = do_GET  # noqa: N815

    def _answer(self, reply: Reply) -> None:
        time.sleep(reply.silence)
        try:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if not reply.endless:
                self.send_header("content-length", str(len(reply.body)))
            self.end_headers()
            self._send(reply)
        except OSError:
            self.close_connection = True

    def _send(self, reply: Reply) -> None:
        if reply.drip:
            for at in range(len(reply.body)):
                time.sleep(reply.drip)
                self.wfile.write(reply.body[at : at + 1])
                self.wfile.flush()
            return
        self.wfile.write(reply.body)
        while reply.endless:
            self.wfile.write(b"x" * 65_536)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        pass
