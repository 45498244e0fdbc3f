"""Read `NAME.EXT.meta.toml`, what a person says of the document beside it."""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from briefgen.model.marking import mistaken_label
from briefgen.model.moment import parse_moment
from briefgen.model.problem import Problem, nearest
from briefgen.model.source import Metadata

SUFFIX = ".meta.toml"
NEARLY = (".toml", ".meta", ".meta.yaml", ".meta.yml", ".meta.json", ".yaml", ".yml", ".json")
"""What people put behind a document's name in its place: the marking in such a file must not be lost."""
LIMIT = 1_000_000
"""Bytes; a sidecar is a few lines, and what is larger was put there by mistake."""

KEYS = Metadata.__struct_fields__
OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "date": "published",
        "pubdate": "published",
        "datetime": "published",
        "source": "publisher",
        "outlet": "publisher",
        "site": "publisher",
        "by": "author",
        "byline": "author",
        "authors": "author",
        "headline": "title",
        "name": "title",
        "link": "url",
        "address": "url",
        "lang": "language",
        "tlp": "marking",
        "classification": "marking",
        "rating": "reliability",
        "grade": "reliability",
    }
)
"""What people write for a key; only named in the message, never taken for it."""

WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""The shape of the tags in use (RFC 5646, section 2.1); not every one of that shape is registered."""


def parse_sidecar(data: bytes, name: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """What the sidecar `name` says, and what of it cannot be used; nothing wrong in it raises."""
    if len(data) > LIMIT:
        return Metadata(), (Problem(f"is larger than {LIMIT:,} bytes; it was not used", name),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = f"is not UTF-8 (byte {error.start + 1:,}); it was not used. Save it as UTF-8"
        return Metadata(), (Problem(wrong, name),)
    whole, impossible = _without_impossible_date(text, name)
    try:
        table = tomllib.loads(whole)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Metadata(), (*impossible, _broken(error, name))
    metadata, problems = _values(table, text, name)
    return metadata, (*impossible, *problems)


BARE_DATE = re.compile(r"^[ \t]*published[ \t]*=[ \t]*([^\s#\"'\[{][^#\"'\n]*)(?:#.*)?$", re.MULTILINE)


def _without_impossible_date(text: str, name: str) -> tuple[str, tuple[Problem, ...]]:
    """`text` without a publication date that TOML cannot read, which would cost all the other lines."""
    problems = []
    for match in BARE_DATE.finditer(text):
        try:
            tomllib.loads(match.group())
        except tomllib.TOMLDecodeError:
            number = text.count("\n", 0, match.start()) + 1
            wrong = (
                f"`published` {match[1].strip()} is no date, and was not used, so relative dates stay open; "
                "write one such as 2024-10-18"
            )
            problems.append(Problem(wrong, f"{name}, line {number}"))
            text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    return text, tuple(problems)


def _broken(error: Exception, name: str) -> Problem:
    """The parser's complaint, with the place it names taken out of it."""
    match = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error), re.DOTALL)
    place = name if match is None else f"{name}, end" if match[2] is None else f"{name}, line {match[2]}"
    column = f" at column {match[3]}" if match and match[3] else ""
    words = match[1] if match else str(error) or type(error).__name__
    return Problem(
        f'is not TOML{column}: {words}; nothing in it was used. Write lines such as title = "Words"', place
    )


def _values(table: Mapping[str, Any], text: str, name: str) -> tuple[Metadata, tuple[Problem, ...]]:
    found: dict[str, str] = {}
    problems = []
    for key, value in table.items():
        try:
            words, remark = CHECKS.get(key, _unknown)(key, value)
        except ValueError as error:
            words, remark = None, str(error)
        if words:
            found[key] = words
        if remark:
            problems.append(Problem(remark, f"{name}, line {_line(key, text)}"))
    return Metadata(**found), tuple(problems)


def _line(key: str, text: str) -> int:
    """Number of the line where `key` is set; 1 where its spelling hides it."""
    match = re.search(rf"^[ \t\[]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1


Checked = tuple[str | None, str | None]
"""What a key's value is taken for, and what is to be said about it."""


def _unknown(key: str, value: object) -> Checked:
    near = OTHER_NAMES.get(key.lower()) or nearest(key.lower(), KEYS)
    hint = f"did you mean `{near}`?" if near else "known are " + ", ".join(f"`{known}`" for known in KEYS)
    return None, f"the key `{key}` is not known, and was not used; {hint}"


def _words(key: str, value: object) -> Checked:
    if not isinstance(value, str):
        return None, f'`{key}` must be text in quotation marks, such as {key} = "{value}"; it was not used'
    return " ".join(value.split()), None


def _published(key: str, value: object) -> Checked:
    if isinstance(value, datetime):
        value = value.isoformat()
    elif isinstance(value, date):
        return value.isoformat(), None
    if not isinstance(value, str):
        return None, f"`published` must be a date such as 2024-10-18, not {value}; it was not used"
    words = " ".join(value.split())
    if not words:
        return None, "`published` is empty; leave the line out where the date is not known"
    return _day_or_moment(words)


def _day_or_moment(words: str) -> Checked:
    """A date; of a time that has no zone only the day is kept, for it names no moment."""
    try:
        return parse_moment(words), None
    except ValueError as error:
        if re.fullmatch(r"\d{4}-\d\d-\d\d[T ][\d:.]+", words):
            return parse_moment(
                words[:10]
            ), f"`published` {words} has no zone, so only the day is used; {error}"
        return None, f"`published` was not used, so relative dates stay open: {error}"


def _url(key: str, value: object) -> Checked:
    words, remark = _words(key, value)
    if words and not WEB_ADDRESS.fullmatch(words):
        return (
            None,
            f"`url` “{words}” does not begin with https:// or http://; it was not used",
        )
    return words, remark


def _marking(key: str, value: object) -> Checked:
    words, remark = _words(key, value)
    mistake = mistaken_label(words) if words else None
    return words, f"{mistake}. It is shown as it stands" if mistake else remark


def _language(key: str, value: object) -> Checked:
    words, remark = _words(key, value)
    if words and not LANGUAGE_TAG.fullmatch(words):
        return None, f"`language` “{words}” is not a language tag such as en or en-GB; it was not used"
    return words, remark


CHECKS: Mapping[str, Callable[[str, object], Checked]] = MappingProxyType(
    {
        **dict.fromkeys(KEYS, _words),
        "published": _published,
        "url": _url,
        "marking": _marking,
        "language": _language,
    }
)
