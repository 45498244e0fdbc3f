"""Make the static archive: read the store, have it rendered, write what is new, remove what is stale."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefgen.model.artefact import Artefact
from briefgen.model.brief import Brief
from briefgen.model.edition import Edition, Filed
from briefgen.model.job import Job
from briefgen.model.problem import DamagedError, InputError, OutputError, TemplateError

if TYPE_CHECKING:
    from briefgen.model.marking import Scheme
    from briefgen.render import Folder
    from briefgen.render.site.records import Findable
    from briefgen.render.site.values import Archive, Link, Listed, Shelf
    from briefgen.store.database import Store
    from briefgen.store.markings import Remarked

LIST = "site-files.json"
"""Names and hashes of all files that an archive wrote, in its folder: nothing else there is ever touched."""
ANCHOR = re.compile(rb'\bid="(e[0-9]+)"')
"""Evidence in the page of an edition."""
KINDS = {".html": "HTML", ".pdf": "PDF", ".docx": "Word", ".md": "Markdown", ".txt": "Text"}
"""Files that are linked to, the first as the edition's own page, and what people call them."""


PATIENCE = 600
"""Seconds to wait for another run that writes to the same folder."""


class Wish(NamedTuple):
    """What is to be shown, to whom, and where."""

    jobs: tuple[Job, ...]
    output: Path
    audience: str | None = None
    """Whose briefs; none for the first audience of each job."""
    ceiling: str | None = None
    """The highest marking that may be shown; none for all that the audience may see."""
    address: str | None = None
    language: str = "en"


class Outcome(NamedTuple):
    """What came of it."""

    editions: int
    records: int
    written: int
    unchanged: int
    removed: int
    withheld: tuple[str, ...]
    """Editions that are left out because of their markings."""
    problems: tuple[tuple[str, str], ...]
    """What is not as it should be, each with what it concerns."""


class Written(msgspec.Struct, frozen=True):
    """What an earlier run wrote."""

    files: dict[str, str] = {}
    """SHA-256 of each, by its name."""
    made_of: dict[str, str] = {}
    """Of pages that were rendered here, the hash of what they were made of."""


class Site:
    """The folder of an archive while it is brought up to date."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before = _written_in(folder)
        self.files: dict[str, str] = {}
        self.made_of: dict[str, str] = {}
        self.written = 0
        self.withheld: list[str] = []
        self.problems: list[tuple[str, str]] = []
        self.editions = 0

    def put(self, artefacts: Iterable[Artefact], below: str = "") -> None:
        """Write those of `artefacts` that do not stand there already, in the folder `below`: all or none."""
        from briefgen.store.outbox import write

        given = tuple(artefacts)
        lacking = [one for one in given if not self._stands(f"{below}{one.name}", one.data)]
        if lacking:
            self.check_own(f"{below}{one.name}" for one in lacking)
            write(lacking, self.folder / below)
        self.files.update((f"{below}{one.name}", _sha256(one.data)) for one in given)
        self.written += len(lacking)

    def check_own(self, names: Iterable[str]) -> None:
        """Raise `OutputError` where a file stands in the way that no archive wrote."""
        for name in names:
            if name not in self.before.files and (self.folder / name).exists():
                raise OutputError(
                    f"{self.folder / name} was not written by `briefgen site`: "
                    "move it, or name another --output"
                )

    def _stands(self, name: str, data: bytes) -> bool:
        return _hash_of(self.folder / name) == _sha256(data)

    def rendered_before(self, name: str, key: str) -> bytes | None:
        """The page `name`, if it stands as it was rendered from what has the hash `key`."""
        path = self.folder / name
        if self.before.made_of.get(name) != key or _hash_of(path) != self.before.files.get(name):
            return None
        return path.read_bytes()

    def keep_list(self, files: dict[str, str]) -> None:
        """Write down which files are the archive's own."""
        from briefgen.store.outbox import write

        data = msgspec.json.encode(Written(files, self.made_of), order="sorted")
        if not self._stands(LIST, data):
            write((Artefact(LIST, "application/json", data),), self.folder)

    def remove_stale(self) -> int:
        """Take away what an earlier run wrote and this one did not, unless somebody has changed it since."""
        gone = [name for name in self.before.files if name not in self.files]
        removed = 0
        for name in gone:
            path = self.folder / name
            if _hash_of(path) == self.before.files[name]:
                removed += self._remove(path)
            elif path.exists():
                self.problems.append((str(path), "was changed since it was written here, and is left alone"))
        for parent in sorted({parent for name in gone for parent in Path(name).parents}, reverse=True):
            if parent != Path():
                with suppress(OSError):
                    (self.folder / parent).rmdir()
        return removed

    def _remove(self, path: Path) -> bool:
        try:
            path.unlink()
        except OSError as error:
            self.problems.append(
                (str(path), f"is no longer part of it and was not removed: {error.strerror}")
            )
            return False
        return True


def _written_in(folder: Path) -> Written:
    """What the list in `folder` says; nothing where there is none, or none that can be read."""
    try:
        found = msgspec.json.decode((folder / LIST).read_bytes(), type=Written)
    except FileNotFoundError:
        return Written()
    except (OSError, msgspec.MsgspecError) as error:
        raise OutputError(
            f"{folder / LIST} cannot be read ({error}): remove it together with the archive beside it"
        ) from error
    return msgspec.structs.replace(
        found, files={name: one for name, one in found.files.items() if _below(name)}
    )


def _below(name: str) -> bool:
    path = Path(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _hash_of(path: Path) -> str | None:
    try:
        return _sha256(path.read_bytes())
    except OSError:
        return None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def make_site(store: "Store", wish: Wish) -> Outcome:
    """Bring the archive in the folder of `wish` up to date; raises `OutputError`, `TemplateError`,
    and `BusyError` where another run is at the folder and does not end.

    Files of editions come first and the pages that lead to them last, so that whoever reads meanwhile, or
    after a run that was killed, finds an archive that is whole: that of before or the new one.
    """
    from briefgen.render.site import FIXED
    from briefgen.store.locks import only_writer

    _check_apart(wish)
    Site(wish.output).check_own(FIXED)
    with only_writer(wish.output, PATIENCE):
        return _made(store, wish)


def _made(store: "Store", wish: Wish) -> Outcome:
    from briefgen.render.site import FOLDER, render_site

    site = Site(wish.output)
    archive = _archive(store, wish, site)
    rest = tuple(render_site(archive))
    every = {**site.before.files, **site.files, **{one.name: _sha256(one.data) for one in rest}}
    site.check_own(one.name for one in rest)
    site.keep_list(every)
    site.put(one for one in rest if one.name.startswith(FOLDER))
    site.put(one for one in rest if not one.name.startswith(FOLDER))
    removed = site.remove_stale()
    site.keep_list(site.files)
    return Outcome(
        editions=site.editions,
        records=len(archive.records),
        written=site.written,
        unchanged=len(site.files) - site.written,
        removed=removed,
        withheld=tuple(site.withheld),
        problems=tuple(site.problems),
    )


def _check_apart(wish: Wish) -> None:
    """Raise `InputError` where the archive would be read as a source by the next run."""
    folder = wish.output.resolve()
    for source in (source for job in wish.jobs for source in job.sources):
        if folder.is_relative_to(source.resolve()):
            raise InputError(f"{wish.output} lies among the sources in {source}: give another --output")


def _archive(store: "Store", wish: Wish, site: Site) -> "Archive":
    from briefgen.pipeline import GENERATOR
    from briefgen.render.labels import load_labels
    from briefgen.render.site.records import Findable, ordered
    from briefgen.render.site.values import Archive
    from briefgen.render.templates import find_templates

    shelves: list[Shelf] = []
    found: list[Findable] = []
    labels = load_labels(find_templates().find("_shared", "labels", "en.toml").parent, wish.language)
    readers = [Reader(store, job, wish, site) for job in wish.jobs]
    for reader in readers:
        words = Findable(reader.job.name, labels)
        shelves.append(reader.shelf(words))
        found.append(words)
    # The scheme is that of the first job: an archive of jobs with different schemes shows those of the
    # others as words of another scheme.
    scheme = readers[0].scheme
    highest = scheme.highest(shelf.marking for shelf in shelves)
    each = (one.edition.marking for shelf in shelves for one in shelf.listed)
    names = {name for name in (highest, *(shelf.marking for shelf in shelves), *each) if name}
    return Archive(
        shelves=tuple(shelves),
        records=ordered(record for words in found for record in words.records()),
        labels=labels,
        levels=tuple(msgspec.structs.replace(scheme.look(name), name=name) for name in sorted(names)),
        marking=highest,
        generator=GENERATOR,
        ceiling=wish.ceiling,
        address=wish.address.rstrip("/") if wish.address else None,
    )


class Reader:
    """Reads the editions of one job that may be shown."""

    def __init__(self, store: "Store", job: Job, wish: Wish, site: Site) -> None:
        from briefgen.pipeline import load_scheme

        self.store, self.job, self.wish, self.site = store, job, wish, site
        self.audience = wish.audience or job.audiences[0]
        self.scheme: Scheme = load_scheme(job.templates)
        self.known: tuple[Remarked, ...] = ()
        """Sources of earlier editions that are marked otherwise by now."""
        self._folder: Folder | None = None

    def folder(self) -> "Folder":
        """What the audience has now; raises `TemplateError`."""
        from briefgen.pipeline import open_folder

        if self._folder is None:
            self._folder = open_folder(self.audience, self.job.templates, self.job.page, self.job.labels)
        return self._folder

    def shelf(self, words: "Findable") -> "Shelf":
        """The job with its editions, whose words are added to `words`."""
        from briefgen.render.site.values import Shelf
        from briefgen.store.editions import editions_of
        from briefgen.store.markings import remarked
        from briefgen.store.runs import last_run

        with self.store.reading() as connection:
            every = editions_of(connection, self.job.name)
            run = last_run(connection, self.job.name)
            if any(self._ceilings()):
                self.known = remarked(connection, self.job.name, self.scheme)
        kept = len(self.site.withheld)
        listed = [one for found in reversed(every) if (one := self._listed(found, words))]
        self.site.editions += len(listed)
        return Shelf(
            job=self.job.name,
            audience=self.audience,
            listed=tuple(reversed(listed)),
            state=run.state if run else None,
            ran=(run.ended or run.started) if run else None,
            marking=self.scheme.highest(one.edition.marking for one in listed),
            withheld=len(self.site.withheld) > kept,
        )

    def _listed(self, found: Edition, words: "Findable") -> "Listed | None":
        """The edition as it is shown, its files written; none where it may not be, or cannot be had."""
        what = f"edition {found.number} of {found.job}"
        if found.pruned:
            return None
        showing = next((one for one in found.audiences if one.audience == self.audience), None)
        if showing is None:
            self.site.problems.append((what, f"was not made for {self.audience}, and is left out"))
            return None
        if any(self.scheme.exceeds(showing.marking, ceiling) for ceiling in self._ceilings()):
            self.site.withheld.append(f"{what} ({showing.marking})")
            return None
        brief, files = self._contents_or_none(found, showing.ceiling)
        if brief is None:
            return None
        raised = self._raised(brief)
        if raised:
            told = ", ".join(f"{name} is marked {mark} by now" for name, mark in raised.items())
            self.site.withheld.append(f"{what} ({told})")
        return None if raised else self._written(found.shown_to(self.audience), brief, files, words)

    def _ceilings(self) -> Iterator[str | None]:
        """What may be shown at most: as was asked, and as the audience has it now."""
        yield self.wish.ceiling
        with suppress(TemplateError):  # of an audience that is no more, editions were cut when it was there
            yield self.folder().audience.marking_ceiling

    def _raised(self, brief: Brief) -> Mapping[str, str]:
        """Sources of `brief` that are marked higher by now than may be shown, with their markings."""
        from briefgen.store.markings import raised_in

        found = [raised_in(brief, self.known, ceiling, self.scheme) for ceiling in self._ceilings()]
        return {name: mark for each in found for name, mark in each.items()}

    def _contents_or_none(
        self, found: Edition, ceiling: str | None
    ) -> tuple[Brief | None, tuple[Filed, ...]]:
        """As `_contents`; where they cannot be had, that is told."""
        what = f"edition {found.number} of {found.job}"
        try:
            brief, files = self._contents(found, ceiling)
        except DamagedError as error:
            self.site.problems.append((what, str(error)))
            return None, ()
        if brief is None:
            self.site.problems.append((what, "the store has no brief of it, and it is left out"))
        return brief, files

    def _contents(self, found: Edition, ceiling: str | None) -> tuple[Brief | None, tuple[Filed, ...]]:
        from briefgen.store.editions import brief_of, files_of

        with self.store.reading() as connection:
            files = files_of(connection, found)
            brief = brief_of(connection, found, ceiling)
        may = [one for one in files if one.audience == self.audience and not self._above(one)]
        return brief, tuple(may)

    def _above(self, one: Filed) -> bool:
        return any(self.scheme.exceeds(one.marking, ceiling) for ceiling in self._ceilings())

    def _written(self, shown: Edition, brief: Brief, files: tuple[Filed, ...], words: "Findable") -> "Listed":
        from briefgen.render.site.values import Listed

        below = f"{shown.job}/{shown.number:04}/"
        artefacts = [one.artefact for one in files]
        page = next((one for one in artefacts if one.name.endswith(".html")), None)
        if page is None and (page := self._page(shown, brief, below)):
            artefacts.append(page)
        self.site.put(artefacts, below)
        anchors = frozenset(name.decode() for name in ANCHOR.findall(page.data)) if page else frozenset()
        listed = Listed(shown, tuple(_links(artefacts, below)), anchors)
        words.add(listed, brief)
        return listed

    def _page(self, shown: Edition, brief: Brief, below: str) -> Artefact | None:
        """The page of an edition for which its job made none; told, where it cannot be made."""
        from briefgen.pipeline import make_page, render_page

        try:
            folder = self.folder()
            name, key = f"{self.audience}.html", self._key(brief)
            data = self.site.rendered_before(below + name, key)
            page = Artefact(name, "text/html", data) if data else None
            page = page or render_page(make_page(brief, folder), ("html",))[0]
        except TemplateError as error:
            self.site.problems.append((f"edition {shown.number} of {shown.job}", f"has no page: {error}"))
            return None
        self.site.made_of[below + name] = key
        return page

    def _key(self, brief: Brief) -> str:
        """Hash of all that a page depends on."""
        from briefgen.model.codec import encode_brief
        from briefgen.pipeline import GENERATOR

        told = hashlib.sha256(repr((GENERATOR, self.job.page, self.job.labels)).encode())
        for folder in self.job.templates:
            for path in sorted(one for one in folder.rglob("*") if one.is_file()):
                told.update(str(path).encode() + path.read_bytes())
        told.update(encode_brief(brief))
        return told.hexdigest()


def _links(artefacts: Iterable[Artefact], below: str) -> "Iterator[Link]":
    from briefgen.render.site.values import Link

    order = list(KINDS)
    linked = [one for one in artefacts if Path(one.name).suffix in KINDS]
    for one in sorted(linked, key=lambda one: order.index(Path(one.name).suffix)):
        yield Link(below + one.name, KINDS[Path(one.name).suffix], one.media_type)
