"""What the preview shows: made again where something changed, and only as far as that reaches."""

import hashlib
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.annotation import Annotated
from briefgen.model.brief import Brief
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.preview.press import OutdatedError, Press
from briefgen.run import Compared, Intake, Order, cut, page_of, request_with_scheme, take_in
from briefgen.store.watch import Marks, marks

if TYPE_CHECKING:
    from briefgen.pipeline import Engine, Page

INTERVAL = 0.2
"""Seconds between two looks at the files."""
SHARE = 10
"""The pause is at least so many times as long as a look takes, so that many files cost little."""
SETTLING = 0.05
"""Seconds that files have to be at rest, so that one is not read half-written."""
RESTLESS = 20
"""Looks after which files that never rest are read as they are."""


class Shown(NamedTuple):
    """What one audience is shown: the last good page, and what is wrong with a newer one."""

    page: "Page | None" = None
    html: bytes = b""
    stamp: str = ""
    """Another for each page; none where there never was one."""
    error: str | None = None


NOW = 0
"""In place of the number of an edition: the brief of the sources as they are now."""


class Shelf(NamedTuple):
    """Editions that a store keeps, which can be looked at in the templates as they are now."""

    editions: Callable[[], tuple[tuple[int, str], ...]]
    """Their numbers, the newest first, and what people are to choose them by."""
    page: Callable[[int, str], "Page"]
    """One of them for an audience; raises an error of `briefgen.model.problem` where that cannot be."""
    files: tuple[Path, ...] = ()
    """What changes on the disk when an edition is added."""


class Studio:
    """Sources, templates and the pages made of them, as they are now."""

    def __init__(
        self,
        order: Callable[[], Order],
        audiences: tuple[str, ...],
        explain: Callable[[Exception], str],
        shelf: Shelf | None = None,
    ) -> None:
        """`order` gives what is asked for now, as folders of templates may come and go.

        `audiences` are those to choose from, all where there is none; `explain` says to people what went
        wrong. The sources are read at once: raises `InputError` where they cannot be. Where `order` names
        none, there are only the editions of `shelf` to look at.
        """
        from briefgen.pipeline import load_engine

        self._order = order
        self._chosen = audiences
        self._explain = explain
        self._shelf = shelf
        self._engine: Engine = load_engine(order().engine)
        self._press = Press()
        self._making = threading.Lock()
        self._turned = threading.Condition()
        self._turn = 0
        self._read: dict[RawSource, Annotated | Unread] = {}
        self._intake: Intake | None = None
        self._request: Request | None = None
        self._briefs: dict[frozenset[str], Brief] = {}
        self._compared: Compared = {}
        self._shown: dict[tuple[str, int], tuple[int, Shown]] = {}
        self._prints: dict[tuple[str, int], tuple[str, bytes]] = {}
        self._seen = self._look()
        if order().paths:
            self._taken()

    # What is shown

    def audiences(self) -> tuple[tuple[str, str], ...]:
        """The audiences to choose from, by name and title."""
        from briefgen.pipeline import offered_audiences

        found = offered_audiences(self._order().templates)
        return tuple(pair for pair in found if not self._chosen or pair[0] in self._chosen)

    def editions(self) -> tuple[tuple[int, str], ...]:
        """What there is to look at, by number: the sources as they are now, and editions that are kept."""
        now = ((NOW, "as the sources are now"),) if self._order().paths else ()
        return (*now, *(self._shelf.editions() if self._shelf else ()))

    def shown(self, audience: str, edition: int = NOW) -> Shown:
        """The page of `audience` as sources and templates are now, or of an `edition` that is kept."""
        key = audience, edition
        with self._making:
            turn, before = self._shown.get(key, (-1, Shown()))
            now = self._turn
            if turn != now:
                self._shown[key] = (now, self._made(audience, edition, before))
            return self._shown[key][1]

    def pdf(self, audience: str, stamp: str, edition: int = NOW) -> bytes:
        """The page of that `stamp` as PDF, without one the newest.

        Raises `OutdatedError` where it is not the newest any more, or there never was one.
        """
        key = audience, edition
        page, _, newest, _ = self.shown(audience, edition)
        stamp = stamp or newest
        kept = self._prints.get(key)
        if kept is None or kept[0] != stamp:
            if page is None:
                raise OutdatedError
            data = self._press.print(page, lambda: self._shown[key][1].stamp == stamp)
            kept = self._prints[key] = (stamp, data)
        return kept[1]

    def _made(self, audience: str, edition: int, before: Shown) -> Shown:
        from briefgen.pipeline import render_page

        try:
            kept = self._shelf if edition != NOW else None
            page = kept.page(edition, audience) if kept else self._composed(audience)
            html = render_page(page, ("html",))[0].data
        except Exception as error:
            return before._replace(error=self._explain(error))
        return Shown(page, html, hashlib.sha256(html).hexdigest()[:16])

    def _composed(self, audience: str) -> "Page":
        order, intake = self._order(), self._taken()
        request = request_with_scheme(order)
        if request != self._request:
            self._request, self._briefs, self._compared = request, {}, {}
        return page_of(cut(audience, intake, request, order, self._briefs, self._compared))

    def _taken(self) -> Intake:
        """What the sources hold; those that did not change are not read again."""
        if self._intake is None:
            read: dict[RawSource, Annotated | Unread] = {}
            self._intake = take_in(self._order(), self._engine, lambda *asked: self._known(read, *asked))
            self._read, self._briefs, self._compared = read, {}, {}
        return self._intake

    def _known(
        self,
        read: dict[RawSource, Annotated | Unread],
        raw: RawSource,
        defaults: Metadata,
        engine: "Engine | None",
    ) -> Annotated | Unread:
        from briefgen.pipeline import read_document

        read[raw] = self._read.get(raw) or read_document(raw, defaults, engine)
        return read[raw]

    # What has changed

    def watch(self, stop: threading.Event) -> None:
        """Look at the files again and again until `stop` is set."""
        self._press.warm()
        while not stop.is_set():
            began = time.monotonic()
            found = self._look()
            if found != self._seen:
                self._change(self._settled(found))
            stop.wait(max(INTERVAL, SHARE * (time.monotonic() - began)))

    def wait(self, turn: int, seconds: float) -> int:
        """The number of the newest change, as soon as that is not `turn`, or after some `seconds`."""
        with self._turned:
            self._turned.wait_for(lambda: self._turn != turn, seconds)
            return self._turn

    def close(self) -> None:
        """End what was begun."""
        self._press.close()

    def kill(self) -> None:
        """End at once what would outlive the process."""
        self._press.kill()

    def _look(self) -> tuple[Marks, Marks]:
        """The marks of sources and of templates."""
        from briefgen.pipeline import template_places

        order = self._order()
        apart = str(order.output)
        sources = marks((*order.paths, *([order.notes] if order.notes else [])))
        kept = {path: mark for path, mark in sources.items() if not _is_below(path, apart)}
        beside = self._shelf.files if self._shelf else ()
        return kept, marks((*template_places(order.templates), *beside))

    def _settled(self, found: tuple[Marks, Marks]) -> tuple[Marks, Marks]:
        for _ in range(RESTLESS):
            time.sleep(SETTLING)
            again = self._look()
            if again == found:
                break
            found = again
        return found

    def _change(self, found: tuple[Marks, Marks]) -> None:
        with self._making:
            if found[0] != self._seen[0]:
                self._intake = None
            self._seen = found
        with self._turned:
            self._turn += 1
            self._turned.notify_all()


def _is_below(path: str, folder: str) -> bool:
    return Path(path).is_relative_to(folder)
