"""Deliver into an Atom feed (RFC 4287) of a job's editions, in one file."""

import os
import re
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from briefgen import __version__
from briefgen.deliver.folder import put_file
from briefgen.deliver.telling import changes_in, folder_name
from briefgen.model.edition import Edition
from briefgen.model.job import Atom
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DeliveryError

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
NAMES = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
"""The name space of addresses (RFC 9562, appendix A)."""
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write (section 2.2)."""
LARGEST = 20_000_000
"""Bytes; a feed that is larger was not made here."""
KINDS: Mapping[str, str] = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".md": "text/markdown",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain",
    ".json": "application/json",
}
"""What an entry links to, the first as the entry's own page."""


def deliver_to_feed(channel: Atom, parcel: Parcel, secrets: Mapping[str, str]) -> None:
    """Write the feed of `channel` with the editions that `parcel` says it may show.

    What the feed told of earlier editions is taken over from the file as it stands. Raises `DeliveryError`
    where the file cannot be written; that before it still stands.
    """
    if parcel.quiet:
        return
    told = _told(channel)
    editions = {one.number: one for one in (*parcel.recent, parcel.edition)}
    shown = [editions[number] for number in sorted(editions, reverse=True)][: channel.entries]
    entries = [_entry(one, parcel, channel, told) for one in shown]
    feed = _feed(channel, parcel, shown, entries)
    _write(channel, feed)


def withdraw_from_feed(channel: Atom, gone: Iterable[Edition]) -> None:
    """Take the entries of the editions `gone` out of the feed of `channel`, whose files are there no more.

    A feed without any of them, and a file that is no feed of ours, stays byte for byte. Raises
    `DeliveryError` where the file cannot be written.
    """
    names = {_name(one, channel) for one in gone}
    feed = _standing(channel)
    entries = [] if feed is None else feed.findall(_tag("entry"))
    lapsed = [entry for entry in entries if entry.findtext(_tag("id"), "") in names]
    if feed is None or not lapsed:
        return
    for entry in lapsed:
        feed.remove(entry)
    _write(channel, feed)


def _write(channel: Atom, feed: Element) -> None:
    ElementTree.register_namespace("", NAMESPACE)
    ElementTree.indent(feed)
    data = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"
    try:
        channel.path.parent.mkdir(parents=True, exist_ok=True)
        put_file(channel.path, data)
    except OSError as error:
        raise DeliveryError(
            f"{channel.path} was not written: {error.strerror or error}. Make its folder writable, or name "
            "another `path`. What stood there before still stands",
            permanent=False,
        ) from error


def _standing(channel: Atom) -> Element | None:
    """The feed as it stands; none where it cannot be read."""
    try:
        with channel.path.open("rb") as file:
            data = file.read(LARGEST + 1)
        return ElementTree.fromstring(data) if len(data) <= LARGEST else None
    except (OSError, ElementTree.ParseError):
        return None


def _told(channel: Atom) -> dict[str, Element]:
    """The entries of the feed as it stands, by their ids."""
    feed = _standing(channel)
    entries = [] if feed is None else feed.findall(_tag("entry"))
    return {entry.findtext(_tag("id"), ""): entry for entry in entries}


def _feed(channel: Atom, parcel: Parcel, shown: list[Edition], entries: list[Element]) -> Element:
    feed = Element(_tag("feed"))
    place = channel.address or channel.path.resolve().as_uri()
    _add(feed, "id", _urn(f"{place} {channel.path.name} {parcel.edition.job} {channel.audience or ''}"))
    _add(feed, "title", parcel.series or parcel.edition.job)
    _add(feed, "updated", max(one.made for one in shown))
    _add(SubElement(feed, _tag("author")), "name", "briefgen")
    _add(feed, "generator", "briefgen", version=__version__)
    if channel.address:
        address = f"{channel.address.rstrip('/')}/{quote(channel.path.name)}"
        SubElement(feed, _tag("link"), {"rel": "self", "type": MEDIA_TYPE, "href": address})
    feed.extend(entries)
    return feed


def _entry(edition: Edition, parcel: Parcel, channel: Atom, told: Mapping[str, Element]) -> Element:
    """The entry of `edition`; of one that is not delivered now, what the feed had of it."""
    name = _name(edition, channel)
    now = edition.number == parcel.edition.number
    if not now and name in told:
        return told[name]
    entry = Element(_tag("entry"))
    _add(entry, "id", name)
    _add(entry, "title", f"{edition.title} · {edition.number}")
    _add(entry, "published", edition.made)
    _add(entry, "updated", edition.made)
    if edition.marking:
        SubElement(entry, _tag("category"), {"term": _clean(edition.marking), "label": "marking"})
    _add(entry, "summary", parcel.summary if now else changes_in(edition))
    changes = parcel.changes if now else ()
    names = [file.artefact.name for file in parcel.files] if now else _names(edition, channel)
    linked = _link(entry, edition, channel, names)
    if changes or not linked:  # an entry with neither would be none (RFC 4287, section 4.1.2)
        _add(entry, "content", "\n".join(changes) or entry.findtext(_tag("summary"), ""), type="text")
    return entry


def _name(edition: Edition, channel: Atom) -> str:
    """The id of an entry, which stays the same for good."""
    return _urn(" ".join((edition.job, str(edition.number), edition.fingerprint, channel.audience or "")))


def _names(edition: Edition, channel: Atom) -> list[str]:
    """Names of the files of `edition` that are still there and that the channel's audience may have."""
    try:
        names = sorted(path.name for path in Path(edition.folder).iterdir() if path.is_file())
    except OSError:
        return []
    return [name for name in names if channel.audience in (None, Path(name).stem)]


def _link(entry: Element, edition: Edition, channel: Atom, names: list[str]) -> bool:
    """Links to the files, the best to read as the entry's own page; false where there is none."""
    order = list(KINDS)
    known = sorted(
        (name for name in names if Path(name).suffix in KINDS),
        key=lambda name: order.index(Path(name).suffix),
    )
    for place, name in enumerate(known):
        kind = KINDS[Path(name).suffix]
        relation = "alternate" if place == 0 else "enclosure"
        SubElement(
            entry,
            _tag("link"),
            {
                "rel": relation,
                "type": kind,
                "href": _base(edition, channel) + quote(name, errors="replace"),
                "title": _clean(name),
            },
        )
    return bool(known)


def _base(edition: Edition, channel: Atom) -> str:
    """The address of the edition's folder: its way from the folder of the feed, which may be served.

    An edition outside the folder that is served is looked for in a copy beside the feed.
    """
    way = os.path.relpath(edition.folder, channel.path.parent).replace(os.sep, "/")
    if not channel.address:
        return f"{quote(way)}/"
    inside = way != ".." and not way.startswith("../")
    return f"{channel.address.rstrip('/')}/{quote(way if inside else folder_name(edition))}/"


def _add(parent: Element, name: str, words: str, **attributes: str) -> None:
    SubElement(parent, _tag(name), attributes).text = _clean(words)


def _clean(words: str) -> str:
    return FORBIDDEN.sub("\ufffd", words)


def _urn(words: str) -> str:
    return uuid.uuid5(NAMES, f"briefgen {words}").urn


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
