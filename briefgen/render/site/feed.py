"""The Atom feed (RFC 4287) of a job's editions."""

import re
import uuid
from urllib.parse import quote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from briefgen.render.site.values import Archive, Link, Listed, Shelf
from briefgen.render.site.words import change_words, words_in

NAMESPACE = "http://www.w3.org/2005/Atom"
NAMES = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
"""The name space of addresses (RFC 9562, appendix A)."""
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write (section 2.2)."""
ENTRIES = 50
"""Editions that a feed lists."""


def feed_of(shelf: Shelf, archive: Archive) -> bytes:
    """The feed of `shelf`, whose links lead from file to file where `archive` has no address."""
    shown = shelf.listed[:ENTRIES]
    feed = Element(_tag("feed"))
    _add(feed, "id", _urn(f"archive {archive.address or ''} {shelf.job} {shelf.audience}"))
    _add(feed, "title", shelf.job)
    _add(feed, "updated", max(one.edition.made for one in shown))
    _add(SubElement(feed, _tag("author")), "name", archive.generator.split()[0])
    _add(feed, "generator", archive.generator)
    if archive.address:
        place = f"{archive.address}/{quote(shelf.job)}/"
        _link(feed, "self", "application/atom+xml", f"{place}feed.xml")
        _link(feed, "alternate", "text/html", f"{place}index.html")
    for one in shown:
        feed.append(_entry(one, shelf, archive))
    ElementTree.register_namespace("", NAMESPACE)
    ElementTree.indent(feed)
    data: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _entry(one: Listed, shelf: Shelf, archive: Archive) -> Element:
    edition, words = one.edition, words_in(archive.labels.language)
    entry = Element(_tag("entry"))
    _add(entry, "id", _urn(f"archive {edition.job} {edition.number} {edition.fingerprint} {shelf.audience}"))
    _add(entry, "title", f"{edition.title} · {edition.number}")
    _add(entry, "published", edition.made)
    _add(entry, "updated", edition.made)
    if edition.marking:
        SubElement(entry, _tag("category"), {"term": _clean(edition.marking), "label": "marking"})
    _add(entry, "summary", change_words(edition.counts, edition.number, words) or edition.title)
    for place, link in enumerate(one.links):
        relation = "alternate" if place == 0 else "enclosure"
        _link(entry, relation, link.media_type, _address(link, archive))
    if not one.links:  # an entry with neither link nor content would be none (section 4.1.2)
        _add(entry, "content", edition.title)
    return entry


def _address(link: Link, archive: Archive) -> str:
    return f"{archive.address}/{quote(link.path)}" if archive.address else f"../{quote(link.path)}"


def _link(parent: Element, relation: str, media_type: str, address: str) -> None:
    SubElement(parent, _tag("link"), {"rel": relation, "type": media_type, "href": address})


def _add(parent: Element, name: str, words: str) -> None:
    SubElement(parent, _tag(name)).text = _clean(words)


def _clean(words: str) -> str:
    return FORBIDDEN.sub("\ufffd", words)


def _urn(words: str) -> str:
    return uuid.uuid5(NAMES, f"briefgen {words}").urn


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
