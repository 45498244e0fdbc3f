"""Say for people why another machine could not be talked to, and what would mend it."""

import errno
import socket
import ssl
from collections.abc import Iterator, Mapping
from types import MappingProxyType

NOT_TLS = frozenset(
    {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNEXPECTED_EOF_WHILE_READING", "RECORD_LAYER_FAILURE"}
)
"""What OpenSSL calls an answer that is not TLS at all."""

REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.ECONNREFUSED: "nothing answers there: check host and port, and that the server runs",
        errno.EHOSTUNREACH: "there is no way to it: check the network of this machine",
        errno.ENETUNREACH: "there is no way to it: check the network of this machine",
        errno.ETIMEDOUT: "it does not answer: check host, port and firewall",
        errno.ECONNRESET: "it broke off the conversation: check port and kind of encryption",
        errno.EPIPE: "it broke off the conversation: check port and kind of encryption",
    }
)


def told(error: BaseException, place: str, seconds: float, reached: str | None = None) -> str:
    """Why the conversation with `place` failed and what to do, when steps of it may take `seconds`.

    `reached` is the step at which it stands, where the other side has answered before.
    The words of the libraries are not used: they hold addresses, and an address may be a secret.
    """
    for cause in _chain(error):
        words = _words(cause, seconds, reached)
        if words:
            return f"{place}: {words}"
    return f"{place}: the conversation failed ({type(error).__name__}): check host and port"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """`error` and what it came from, the first cause first."""
    found: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in found:
        found.append(cause)
        inner = cause.args[-1] if cause.args and isinstance(cause.args[-1], BaseException) else None
        cause = cause.__cause__ or inner or cause.__context__
    return reversed(found)


def _words(error: BaseException, seconds: float, reached: str | None) -> str | None:
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"its certificate is not good ({error.verify_message}): name the host as the certificate "
            "does, or name the file of your own authority's certificates in SSL_CERT_FILE"
        )
    if isinstance(error, ssl.SSLError):
        return _encryption(error)
    if isinstance(error, socket.gaierror):
        return "no machine of that name was found: check the spelling of host, and the network"
    if isinstance(error, TimeoutError) and reached:
        return (
            f"it was reached, but did not answer within {seconds:g} s at {reached}: ask its operator whether "
            "it is overloaded or holds this machine off, or give a longer timeout"
        )
    if isinstance(error, TimeoutError):
        return f"it did not answer within {seconds:g} s: check host and port, or give a longer timeout"
    return REASONS.get(error.errno or 0) if isinstance(error, OSError) else None


def _encryption(error: ssl.SSLError) -> str:
    if error.reason in NOT_TLS:
        return "it does not speak TLS at that port: check port and kind of encryption"
    return f"no encryption could be agreed on ({error.reason or 'TLS'}): the server needs TLS 1.2 or newer"
