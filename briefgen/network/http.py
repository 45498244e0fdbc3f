"""Ask by HTTP, with bounds on time, size and redirects."""

import ssl
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec

from briefgen import __version__
from briefgen.network.bounded import within
from briefgen.network.causes import told

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

AGENT = f"briefgen/{__version__}"
PIECE = 65_536
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class UnreachableError(Exception):
    """No answer was had; the text names cause and repair, and of the address only the host."""


class Answer(msgspec.Struct, frozen=True):
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    """By their names in small letters."""
    body: bytes
    moved: bool = False
    """Whether it is the answer of an address that the first one led to."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for, and how much of time and space the answer may take."""

    method: str
    url: str
    headers: Mapping[str, str] = {}
    body: bytes | None = None
    timeout: float
    """Seconds for each step: to connect, and to wait for anything to come."""
    whole: float
    """Seconds for the whole conversation."""
    limit: int
    """Bytes of the answer, unpacked."""
    redirects: int = 0
    """How many are followed."""
    cut: bool = False
    """Whether of a longer answer the beginning is enough."""


def ask(question: Question) -> Answer:
    """The answer to `question`; a redirect is one too where no more may be followed.

    Raises `UnreachableError` where there is none, or it is larger or slower than it may be. Only `http` and
    `https` are spoken, and who asked by `https` is not led to `http`. Proxies are those of the environment
    (`HTTPS_PROXY`, `NO_PROXY`).
    """
    place = host_of(question.url)
    try:
        return within(question.whole, lambda: _followed(question))
    except TimeoutError as error:
        raise UnreachableError(
            f"{place}: it took longer than {question.whole:g} s: try later, or give a longer timeout"
        ) from error


def host_of(url: str) -> str:
    """The host of `url`, with its port if one is given: what may be told of an address."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "the address"
    return (f"{host}:{port}" if port else host) or "the address"


def _followed(question: Question) -> Answer:
    url, moved = question.url, False
    for left in range(question.redirects, -1, -1):
        answer = _asked(msgspec.structs.replace(question, url=url), moved)
        place = answer.headers.get("location")
        if answer.status not in REDIRECTS or not place or question.redirects == 0:
            return answer
        if left:
            url, moved = _next(url, place), True
    raise UnreachableError(
        f"{host_of(question.url)}: it led from address to address more than {question.redirects} times"
    )


def _next(url: str, place: str) -> str:
    """The address that a redirect from `url` leads to."""
    try:
        target = urljoin(url, place)
        scheme = urlsplit(target).scheme
    except ValueError as error:
        raise UnreachableError(f"{host_of(url)}: it led to something that is no address") from error
    if scheme not in ("http", "https"):
        raise UnreachableError(f"{host_of(url)}: it led to an address that is neither http nor https")
    if scheme == "http" and url.lower().startswith("https:"):
        raise UnreachableError(
            f"{host_of(url)}: it led from https to http, where anybody on the way could change what comes"
        )
    return target


def _asked(question: Question, moved: bool) -> Answer:
    import urllib3
    from urllib3.exceptions import HTTPError

    place = host_of(question.url)
    _check_address(question.url)
    timeout = urllib3.Timeout(connect=question.timeout, read=question.timeout)
    try:
        with _manager(question.url) as manager:
            response = manager.request(
                question.method,
                _without_user(question.url),
                body=question.body,
                headers={"user-agent": AGENT, **question.headers, **({} if moved else _login(question.url))},
                timeout=timeout,
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                body = _body(response, question)
                headers = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status, headers, body, moved)
            finally:
                response.close()
    except (HTTPError, OSError, ValueError) as error:
        raise UnreachableError(told(error, place, question.timeout)) from error


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        good = parts.scheme.lower() in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good or any(char.isspace() or not char.isprintable() for char in url):
        raise UnreachableError(f"{host_of(url)}: that is no address of http:// or https://: correct it")


def _manager(url: str) -> "PoolManager":
    """Who opens the connection: through a proxy, where the environment names one for that host."""
    import urllib.request

    import urllib3

    context = ssl.create_default_context()
    proxy = urllib.request.getproxies().get(urlsplit(url).scheme.lower())
    if not proxy or urllib.request.proxy_bypass(urlsplit(url).netloc.rpartition("@")[2]):
        return urllib3.PoolManager(ssl_context=context)
    user = urlsplit(proxy).username
    login = f"{user}:{urlsplit(proxy).password or ''}" if user else None
    headers = urllib3.make_headers(proxy_basic_auth=login) if login else None
    return urllib3.ProxyManager(_without_user(proxy), proxy_headers=headers, ssl_context=context)


def _without_user(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _login(url: str) -> dict[str, str]:
    """The header of a name and password that stand in the address."""
    from urllib.parse import unquote

    import urllib3

    parts = urlsplit(url)
    if parts.username is None:
        return {}
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return dict(urllib3.make_headers(basic_auth=login))


def _body(response: "BaseHTTPResponse", question: Question) -> bytes:
    """What came, unpacked as it comes, so that a small packet that unpacks to a mountain stays small."""
    body = bytearray()
    for piece in response.stream(PIECE, decode_content=True):
        body += piece
        if len(body) > question.limit:
            if question.cut:
                break
            raise UnreachableError(
                f"{host_of(question.url)}: it sent more than {question.limit:,} bytes, which were not taken"
            )
    return bytes(body[: question.limit])
