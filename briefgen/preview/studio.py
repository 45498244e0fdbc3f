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
from briefgen.run import Intake, Order, cut, page_of, request_with_scheme, take_in
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


class Studio:
    """Sources, templates and the pages made of them, as they are now."""

    def __init__(
        self,
        order: Callable[[], Order],
        audiences: tuple[str, ...],
        explain: Callable[[Exception], str],
    ) -> None:
        """`order` gives what is asked for now, as folders of templates may come and go.

        `audiences` are those to choose from, all where there is none; `explain` says to people what went
        wrong. The sources are read at once: raises `InputError` where they cannot be.
        """
        from briefgen.pipeline import load_engine

        self._order = order
        self._chosen = audiences
        self._explain = explain
        self._engine: Engine = load_engine(order().engine)
        self._press = Press()
        self._making = threading.Lock()
        self._turned = threading.Condition()
        self._turn = 0
        self._read: dict[RawSource, Annotated | Unread] = {}
        self._intake: Intake | None = None
        self._request: Request | None = None
        self._briefs: dict[frozenset[str], Brief] = {}
        self._shown: dict[str, tuple[int, Shown]] = {}
        self._prints: dict[str, tuple[str, bytes]] = {}
        self._seen = self._look()
        self._taken()

    # What is shown

    def audiences(self) -> tuple[tuple[str, str], ...]:
        """The audiences to choose from, by name and title."""
        from briefgen.pipeline import offered_audiences

        found = offered_audiences(self._order().templates)
        return tuple(pair for pair in found if not self._chosen or pair[0] in self._chosen)

    def shown(self, audience: str) -> Shown:
        """The page of `audience` as sources and templates are now."""
        with self._making:
            turn, before = self._shown.get(audience, (-1, Shown()))
            now = self._turn
            if turn != now:
                self._shown[audience] = (now, self._made(audience, before))
            return self._shown[audience][1]

    def pdf(self, audience: str, stamp: str) -> bytes:
        """The page of that `stamp` as PDF, without one the newest.

        Raises `OutdatedError` where it is not the newest any more, or there never was one.
        """
        page, _, newest, _ = self.shown(audience)
        stamp = stamp or newest
        kept = self._prints.get(audience)
        if kept is None or kept[0] != stamp:
            if page is None:
                raise OutdatedError
            data = self._press.print(page, lambda: self._shown[audience][1].stamp == stamp)
            kept = self._prints[audience] = (stamp, data)
        return kept[1]

    def _made(self, audience: str, before: Shown) -> Shown:
        from briefgen.pipeline import render_page

        try:
            page = self._composed(audience)
            html = render_page(page, ("html",))[0].data
        except Exception as error:
            return before._replace(error=self._explain(error))
        return Shown(page, html, hashlib.sha256(html).hexdigest()[:16])

    def _composed(self, audience: str) -> "Page":
        order, intake = self._order(), self._taken()
        request = request_with_scheme(order)
        if request != self._request:
            self._request, self._briefs = request, {}
        return page_of(cut(audience, intake, request, order, self._briefs))

    def _taken(self) -> Intake:
        """What the sources hold; those that did not change are not read again."""
        if self._intake is None:
            read: dict[RawSource, Annotated | Unread] = {}
            self._intake = take_in(self._order(), self._engine, lambda *asked: self._known(read, *asked))
            self._read, self._briefs = read, {}
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
        return kept, marks(template_places(order.templates))

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
