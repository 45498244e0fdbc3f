"""Post a message by HTTP, and tell from the answer whether to try again."""

from collections.abc import Mapping

from briefgen.model.problem import DeliveryError
from briefgen.model.redaction import redacted_line
from briefgen.network.http import Answer, Question, UnreachableError, ask, host_of

TEMPORARY = frozenset({408, 425, 429})
"""Request Timeout, Too Early, Too Many Requests; and every 5xx."""
ANSWER_LIMIT = 4_000
"""Bytes of the answer that are looked at."""
SHOWN = 200
SLOWEST = 20_000
"""Bytes a second, below which a server is taken for one that hangs."""
LONGEST_WAIT = 86_400.0
"""Seconds: a day. Who asks for more is asked again after that."""

SETTINGS = frozenset({401, 403, 404, 405, 407})
"""Answers to a wrong secret or address, which somebody can mend while the edition stays as it is."""
REPAIRS = {
    401: "check the secret and the address",
    403: "check the secret and the address",
    404: "check the address",
    405: "check the address: it takes no POST",
    407: "check the user and password of the proxy",
    410: "the address was given up: ask for another",
    413: "the message is too large for it: name an audience with a shorter brief",
}


def post(
    url: str, body: bytes, headers: Mapping[str, str], timeout: float, secrets: Mapping[str, str]
) -> None:
    """Post `body`, JSON, to `url`.

    Raises `DeliveryError` unless the answer is 2xx. No redirect is followed: the message would go to
    somebody whom the configuration does not name.
    """
    question = Question(
        method="POST",
        url=url,
        headers={"content-type": "application/json", **headers},
        body=body,
        timeout=timeout,
        whole=3 * timeout + len(body) / SLOWEST,
        limit=ANSWER_LIMIT,
        cut=True,
    )
    try:
        answer = ask(question)
    except UnreachableError as error:
        raise DeliveryError(redacted_line(str(error), secrets.values()), permanent=False) from None
    if not 200 <= answer.status < 300:
        raise _refused(answer, host_of(url), secrets)


def _refused(answer: Answer, place: str, secrets: Mapping[str, str]) -> DeliveryError:
    status = answer.status
    words = redacted_line(answer.body.decode("utf-8", "replace"), secrets.values())
    words = words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
    said = f"{place} answered {status}" + (f" ({words})" if words else "")
    if status in TEMPORARY or status >= 500:
        return DeliveryError(
            f"{said}: it did not take the message for now",
            permanent=False,
            retry_after=wait_wanted(answer.headers.get("retry-after")),
        )
    if 300 <= status < 400:
        return DeliveryError(
            f"{said}: it leads elsewhere; give the new address", permanent=False, settings=True
        )
    mendable = status in SETTINGS
    repair = REPAIRS.get(status, "it refused the message")
    return DeliveryError(f"{said}: {repair}", permanent=not mendable, settings=mendable)


def wait_wanted(words: str | None) -> float | None:
    """The seconds that `Retry-After` asks for, as a number or as a moment (RFC 9110, section 10.2.3)."""
    if words is None:
        return None
    words = words.strip()
    if words.isascii() and words.isdecimal():
        return min(float(words[:9]), LONGEST_WAIT)
    return _until(words)


def _until(words: str) -> float | None:
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (aware - datetime.now(UTC)).total_seconds()), LONGEST_WAIT)
