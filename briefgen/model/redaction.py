"""What must never be shown: values of secrets, and passwords inside addresses."""

import logging
import re
from collections.abc import Iterable, Iterator

SHOWN_AS = "•••"
"""What stands in place of a secret."""
SHORTEST = 4
"""Characters of a secret that is looked for; a shorter one would stand in half of all words."""

IN_ADDRESS = re.compile(r"(?P<scheme>\bhttps?://)(?P<user>[^\s/?#@:'\"]*):[^\s/?#'\"]*@", re.IGNORECASE)
"""User and password before the host of an address of the web (RFC 3986, section 3.2.1)."""
OF_DATABASE = re.compile(
    r"(?P<scheme>\b(?!https?://)[A-Za-z][A-Za-z0-9+.-]{0,19}://)(?P<user>[^\s/@:]*):(?P<password>[^\s@]{0,500})@"
)
"""The same in the address of a database, whose password SQLAlchemy lets hold all but an @; the bound keeps
work in proportion to the text."""
ALONE = re.compile(r"(?P<scheme>\bhttps?://)[^\s/?#@:'\"]+@", re.IGNORECASE)
"""A token in the place of the user, as feeds and webhooks have it."""

_hidden: set[str] = set()


def hide(values: Iterable[str]) -> None:
    """Let `redacted` leave out `values` from now on, for as long as the program runs."""
    _hidden.update(_looked_for(values))


def _looked_for(values: Iterable[str]) -> Iterator[str]:
    """All forms of `values` that are long enough."""
    for value in values:
        for form in (*_forms(value), *_forms(value.strip())):
            if len(form) >= SHORTEST:
                yield form


def _forms(value: str) -> tuple[str, ...]:
    """`value` as it may come up in a message: as it is, in an address, in JSON, and as Python shows it."""
    import json
    from base64 import b64encode
    from urllib.parse import quote, quote_plus

    encoded = b64encode(value.encode("utf-8", "surrogateescape")).decode()
    return (
        value,
        quote(value, safe="", errors="replace"),
        quote_plus(value, errors="replace"),
        json.dumps(value)[1:-1],
        json.dumps(value, ensure_ascii=False)[1:-1],
        repr(value)[1:-1],
        encoded,
        encoded.rstrip("="),
    )


def redacted(words: str, values: Iterable[str] = ()) -> str:
    """`words` without `values` or any secret that is known, and without passwords inside addresses."""
    for value in sorted(_hidden.union(_looked_for(values)), key=lambda one: (-len(one), one)):
        words = words.replace(value, SHOWN_AS)
    for address in (IN_ADDRESS, OF_DATABASE):
        words = address.sub(rf"\g<scheme>\g<user>:{SHOWN_AS}@", words)
    return ALONE.sub(rf"\g<scheme>{SHOWN_AS}@", words)


def redacted_line(words: str, values: Iterable[str] = ()) -> str:
    """`words`, which somebody else wrote, as `redacted` has them, on one line that can be shown."""
    shown = redacted(words, values)
    return " ".join("".join(char if char.isprintable() else " " for char in shown).split())


class Redacting(logging.Filter):
    """Keeps secrets out of what a handler of the log writes, tracebacks and further fields included."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take the secrets out of `record`; it is always written."""
        record.msg, record.args = redacted(record.getMessage()), ()
        if record.exc_info:
            record.exc_text = redacted(logging.Formatter().formatException(record.exc_info))
            record.exc_info = None
        if record.stack_info:
            record.stack_info = redacted(record.stack_info)
        for key, value in vars(record).items():
            if isinstance(value, str) and key not in ("msg", "exc_text", "stack_info"):
                setattr(record, key, redacted(value))
        return True
