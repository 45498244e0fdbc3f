"""The static archive: an index of jobs, a page and a feed for each, and a search that needs no server."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from briefgen.model.artefact import Artefact
from briefgen.render.site.feed import feed_of
from briefgen.render.site.index import FOLDER as FOLDER
from briefgen.render.site.index import search_data
from briefgen.render.site.pages import pages_of
from briefgen.render.site.values import Archive

HERE = Path(__file__).parent
HTML, CSS, SCRIPT = "text/html", "text/css", "text/javascript"
FIXED = ("index.html", "search.html", "site.css", "search.js")
"""Files that every archive has, whatever is in it."""


def render_site(archive: Archive) -> Iterator[Artefact]:
    """All files of `archive` but those of the editions themselves, those first that others lead to.

    The data of the search stands in a folder named by its hash, so that who reads meanwhile finds all of the
    old data or all of the new.
    """
    data = [Artefact(name, SCRIPT, text.encode()) for name, text in search_data(archive)]
    place = f"{FOLDER}/{_hash(data)}"
    yield from (msgspec.structs.replace(one, name=f"{place}/{one.name}") for one in data)
    pages = pages_of(archive, place)
    for name, text in pages.items():
        yield Artefact(name, HTML, text.encode())
    yield Artefact("site.css", CSS, _style(archive, "".join(pages.values())).encode())
    yield Artefact("search.js", SCRIPT, (HERE / "search.js").read_bytes())
    for shelf in archive.shelves:
        if shelf.listed:
            yield Artefact(f"{shelf.job}/feed.xml", "application/atom+xml", feed_of(shelf, archive))


def _hash(data: list[Artefact]) -> str:
    told = hashlib.sha256()
    for one in data:
        told.update(one.data)
    return told.hexdigest()[:16]


def _style(archive: Archive, text: str) -> str:
    """The style of the briefs with what an archive adds, and the faces that its words need."""
    from briefgen.render.faces import face_css
    from briefgen.render.style import read_style
    from briefgen.render.templates import SHARED, find_templates

    templates = find_templates()
    words = (one.text + one.speaker + one.source.words for one in archive.records)
    letters = "".join(sorted(set(text).union(*map(set, words))))
    chips = "".join(
        f".site .mark-{place}{{color:{level.colour};background:{level.background}}}\n"
        for place, level in enumerate(archive.levels)
    )
    own = (HERE / "site.css").read_text("utf-8")
    return (
        face_css(letters, templates.fonts)
        + read_style(SHARED, templates.folders).strip()
        + "\n"
        + own
        + chips
    )
