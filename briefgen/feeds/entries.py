"""Read RSS and Atom, and make of each entry a text with what is known of it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

import msgspec

from briefgen.feeds.plain import one_line, plain_text
from briefgen.model.job import Feed
from briefgen.model.moment import DAY
from briefgen.model.problem import Problem
from briefgen.model.source import Metadata
from briefgen.network.http import host_of
from briefgen.store.sidecar import LANGUAGE_TAG, WEB_ADDRESS

MOST = 1_000
"""Entries that are taken, the first of a feed; newspapers list some dozens."""
LONGEST = 2_000_000
"""Letters of an entry, with its markup; a long book has about one million."""
LONGEST_LINE = 500
"""Letters of a title or a name."""
YEARS = range(1600, 2200)
"""In which an entry may have been published: newspapers are no older."""
NO_YEAR = re.compile(r"(?<![+-])\b000\d\b")
"""What programs write that know no date; it would be read as the year 2001."""
HARMLESS = frozenset({"CharacterEncodingOverride", "NonXMLContentType"})
"""What feedparser calls broken though nothing is lost by it."""
NOT_IN_NAME = re.compile(r"[^a-z0-9]+")


class Entry(msgspec.Struct, frozen=True):
    """An entry of a feed as a source."""

    name: str
    """Of its text file; made of the entry's id, so that it stays the same whatever else changes."""
    text: str
    metadata: Metadata


class Parsed(msgspec.Struct, frozen=True):
    """What a feed holds."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


def parse_feed(data: bytes, content_type: str, feed: Feed) -> Parsed | Problem:
    """The entries in `data`, which was sent as `content_type` for `feed`; or why it is no feed."""
    import feedparser

    headers = {"content-type": content_type} if content_type else {}
    # A stream, as bytes or text would be taken for an address or the name of a file.
    found = feedparser.parse(
        BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    if not _plain(found, "version") and not found.entries:
        return Problem(
            "what came is no RSS or Atom feed: correct its `url`, or leave it out. What was fetched before "
            "is used"
        )
    entries, problems = _entries(found.entries, found.feed, feed)
    cause = type(found.get("bozo_exception")).__name__ if found.bozo else None
    if cause and cause not in HARMLESS:
        problems = (
            *problems,
            Problem(f"is broken ({cause}); the {len(entries)} entries before that are used"),
        )
    return Parsed(entries, problems)


Table = Mapping[str, Any]
"""As feedparser has it: words, lists and tables by the names of elements."""


def _entries(
    tables: Iterable[Table], head: Table, feed: Feed
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    found: dict[str, Entry] = {}
    counts: Counter[str] = Counter()
    for place, table in enumerate(tables):
        if place >= MOST:
            counts[f"beyond the first {MOST:,}"] += 1
            continue
        text, title = _text(table)
        if text is None:
            counts["too long"] += 1
            continue
        if not any(char.isalnum() for char in text):
            continue
        name = _name(table, text)
        counts["with the id of another"] += name in found
        found.setdefault(name, Entry(name, text, _metadata(table, head, feed, title)))
    left = [f"{count} {words}" for words, count in sorted(counts.items()) if count]
    problems = (Problem(f"entries were left out: {', '.join(left)}"),) if left else ()
    return tuple(found.values()), problems


def _text(table: Table) -> tuple[str | None, str]:
    """Title and content on paragraphs of their own, and the title; no text where there is too much."""
    title = _title(table)
    content, is_html = _content(table)
    if len(content) > LONGEST:
        return None, title
    body = plain_text(content) if is_html else _paragraphs(content)
    opens_with_it = body.split("\n", 1)[0] == title
    return (body if opens_with_it or not title else f"{title}\n\n{body}").strip() + "\n", title


def _title(table: Table) -> str:
    words = str(_plain(table, "title") or "")[:LONGEST]
    kind = (_plain(table, "title_detail") or {}).get("type", "")
    return _short(one_line(plain_text(words) if "html" in kind or "<" in words else words))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_LINE else words[: LONGEST_LINE - 1].rstrip() + "…"


def _content(table: Table) -> tuple[str, bool]:
    """The longest content that an entry has, or else its summary; and whether that is HTML."""
    parts = [part for part in _plain(table, "content") or () if part.get("value")]
    if parts:
        best = max(parts, key=lambda part: len(part["value"]))
        return best["value"], "html" in best.get("type", "html")
    summary = _plain(table, "summary") or ""
    return summary, "html" in (_plain(table, "summary_detail") or {}).get("type", "html")


def _plain(table: Table, key: str) -> Any:  # noqa: ANN401 - what feedparser has there
    """What stands at `key`: asked for a date that is missing, feedparser would give another, and warn."""
    return dict.get(table, key) if isinstance(table, dict) else None


def _paragraphs(words: str) -> str:
    """Plain text with its paragraphs."""
    parts = re.split(r"\n[ \t\r]*\n\s*", words)
    return "\n\n".join(line for part in parts if (line := one_line(part)))


def _name(table: Table, text: str) -> str:
    """A name made of the entry's id: the words in it, if any, for people, and a hash."""
    given = _plain(table, "id") or _plain(table, "link")
    known = str(given) if given else f"{_plain(table, 'title')}\n{_plain(table, 'published')}"
    if not given and not _plain(table, "title"):
        known = text
    digest = hashlib.sha256(known.encode("utf-8", "replace")).hexdigest()[:16]
    last = re.split(r"[?#]", known)[0].rstrip("/").rpartition("/")[2]
    words = NOT_IN_NAME.sub("-", last.lower()[:80]).strip("-")[:48].rstrip("-") if given else ""
    return f"{words}-{digest}.txt" if words else f"{digest}.txt"


def _metadata(table: Table, head: Table, feed: Feed, title: str) -> Metadata:
    publisher = feed.publisher or one_line(plain_text(str(_plain(head, "title") or "")[:LONGEST]))
    author = one_line(str(_plain(table, "author") or ""))
    return Metadata(
        title=title or None,
        publisher=_short(publisher) or host_of(feed.url),
        author=_short(author) or None,
        published=_published(table),
        url=_address(table),
        language=_language(table, head),
        marking=feed.marking,
        reliability=feed.reliability,
    )


def _address(table: Table) -> str | None:
    link = str(_plain(table, "link") or "").strip()
    return link if WEB_ADDRESS.fullmatch(link) and link.isprintable() else None


def _language(table: Table, head: Table) -> str | None:
    parts = [*(_plain(table, "content") or ()), _plain(table, "summary_detail") or {}]
    tags = [part.get("language") for part in parts] + [_plain(head, "language")]
    return next((tag for tag in tags if tag and LANGUAGE_TAG.fullmatch(tag)), None)


def _published(table: Table) -> str | None:
    """When the entry was published, or else last changed: a moment in its own zone, or a day without one."""
    for key in ("published", "updated"):
        words = str(_plain(table, key) or "").strip()
        if NO_YEAR.search(words):
            continue
        moment = _moment(words) or _day(_plain(table, f"{key}_parsed"))
        if moment is not None and moment.year in YEARS:
            return _shown(moment, words)
    return None


def _shown(moment: datetime, words: str) -> str:
    if moment.tzinfo is None or DAY.fullmatch(words):
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat()


def _moment(words: str) -> datetime | None:
    """The moment in `words`, which are of the form that Atom or RSS lays down."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(words)
            moment.utcoffset()
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
        return moment
    return None


def _day(parts: tuple[int, ...] | None) -> datetime | None:
    """The day that feedparser took from words of another form; of what zone they are is not said."""
    try:
        return datetime(*parts[:3]) if parts else None  # type: ignore[arg-type]
    except ValueError:
        return None
