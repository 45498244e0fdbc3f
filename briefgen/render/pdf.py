"""The page as PDF: printed by WeasyPrint, tagged, and carrying the brief it was made from."""

import atexit
import gc
import logging
import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from briefgen.model.brief import Brief
from briefgen.model.problem import BriefgenError
from briefgen.render.accessible import Pdf, make_accessible
from briefgen.render.html import as_moment
from briefgen.render.room import with_room

if TYPE_CHECKING:
    from briefgen.render.printers import Printers

VARIANT = "pdf/a-3a"
"""ISO 19005-3, level A: tagged, its faces inside, and allowed to carry files of any type. The same file
conforms to PDF/UA-1 too: `briefgen.render.accessible`."""
ATTACHED = "brief.json"
MISSING = (
    "PDF, and DOCX with pictures, need the system library Pango, which this machine lacks ({cause}). "
    "Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
    "macOS: brew install pango. Then build again; Markdown, HTML and JSON (--format) "
    "do not need it, unless an audience is to have no more than so many pages."
)
CLOCK = "SOURCE_DATE_EPOCH"
"""Where the font tools look before the clock for the time they write into a subset of a font."""


class PrintError(BriefgenError):
    """A page that could not be printed: for want of room on the machine, or for what its style asks for."""


class Attached(msgspec.Struct, frozen=True):
    """The file that travels with a page."""

    text: str
    description: str
    moment: datetime


class Print(msgspec.Struct, frozen=True):
    """A PDF, and the characters that it shows as empty boxes, since no face on the machine has them."""

    data: bytes
    missing: frozenset[str]


def render_pdf(html: str, brief: Brief, brief_json: bytes) -> bytes:
    """The PDF of `print_page`."""
    return print_page(html, brief, brief_json).data


def print_page(html: str, brief: Brief, brief_json: bytes) -> Print:
    """`html`, a page of `render_html`, as PDF with `brief_json` attached; the same bytes every time.

    A page of more than some 80 sides is printed in pieces, up to three at a time, by processes of their own,
    so that time and memory stay bounded. Nothing is read from disk or network for it: only `data:` addresses
    are served. Raises `BriefgenError` where WeasyPrint's system libraries are missing.
    """
    return print_with(html, attached_to(brief, brief_json))


def attached_to(brief: Brief, brief_json: bytes) -> Attached:
    """`brief_json`, the JSON of `brief`, as the file that travels with its pages."""
    return Attached(brief_json.decode(), brief.title, datetime.fromisoformat(as_moment(brief.as_of)))


def print_with(html: str, attached: Attached, begun: "Printers | None" = None) -> Print:
    """`html`, a page of `render_html`, as PDF with `attached` inside: `print_page`.

    `begun` are processes for its pieces, where it is known beforehand that there are some.
    """
    from briefgen.render.pieces import take_apart

    long = take_apart(html)
    if long is None:
        return with_room(_printed_at_once, html, attached)
    del html  # the pieces hold it all
    from briefgen.render.joining import print_in_pieces

    return print_in_pieces(long, attached, begun)


def _printed_at_once(html: str, attached: Attached) -> Print:
    with quiet(), clock_at(attached.moment), _uncollected():
        html_class, attachment_class, fetcher = weasyprint_classes()
        page = html_class(string=part_spaces(html), url_fetcher=fetcher)
        attachments = [attach(attached, attachment_class, fetcher)]
        missing: list[frozenset[str]] = []

        def finish(document: object, pdf: Pdf) -> None:
            missing.append(missing_from(document))
            name_files_once(pdf)
            make_accessible(pdf)

        data = page.write_pdf(pdf_variant=VARIANT, attachments=attachments, finisher=finish)
        return Print(data, missing[0])


def missing_from(document: Any) -> frozenset[str]:  # noqa: ANN401
    """The characters of a document of WeasyPrint, once drawn, that none of its faces has."""
    return frozenset(chr(point) for font in document.fonts.values() for point in font.missing)


def attach(attached: Attached, attachment_class: Any, fetcher: object) -> object:  # noqa: ANN401
    """`attached` as WeasyPrint takes it."""
    return attachment_class(
        string=attached.text,
        name=ATTACHED,
        description=attached.description,
        created=attached.moment,
        modified=attached.moment,
        relationship="Source",
        url_fetcher=fetcher,
    )


def count_pages(html: str) -> int:
    """How many pages `html`, a page of `render_html`, takes in print.

    Raises `BriefgenError` where WeasyPrint's system libraries are missing.
    """
    with quiet(), _uncollected():
        html_class, _, fetcher = weasyprint_classes()
        page = html_class(string=part_spaces(html), url_fetcher=fetcher)
        return len(with_room(page.render, font_config=_fonts_for(*STYLE.findall(html))).pages)


@lru_cache(maxsize=1)
def _fonts_for(*styles: str) -> object:
    """What unpacks the faces that `styles` bring, once for all counts of a page that is cut again and again.

    Measured on a brief of two pages: half the time of each count but the first.
    """
    from weasyprint.text.fonts import FontConfiguration

    del styles  # WeasyPrint finds them in the page, and takes what it has unpacked already
    return FontConfiguration()


atexit.register(_fonts_for.cache_clear)  # its folder goes with it, which Python's own end would leave


STYLE = re.compile(r"(?s)<style>.*?</style>")
SPACE_BEFORE = re.compile(r'(?<=[^\s>]) (?=<(?:strong|em|a|span class="held")[ >])')
IN_HELD = re.compile(r'(<span class="held">[^<]*)<span> </span>')


def part_spaces(html: str) -> str:
    """`html` with the space between a run of words and an element behind it as an element of its own.

    Where words fit on a line to the last letter, but not the space that ends their run, WeasyPrint 70 breaks
    the line behind the first word.
    """
    return IN_HELD.sub(r"\1 ", SPACE_BEFORE.sub("<span> </span>", html))


def print_plain(html: str) -> bytes:
    """`html` as PDF without tags and attachments, for drawings; nothing is read from disk or network.

    Raises `BriefgenError` where WeasyPrint's system libraries are missing.
    """
    with quiet():
        html_class, _, fetcher = weasyprint_classes()
        pdf: bytes = html_class(string=html, url_fetcher=fetcher).write_pdf()
        return pdf


def weasyprint_classes() -> tuple[Any, Any, Any]:
    """WeasyPrint's page and attachment, and a fetcher that serves `data:` and nothing else.

    Raises `BriefgenError` where its system libraries are missing.
    """
    try:
        from weasyprint import HTML, Attachment
        from weasyprint.urls import URLFetcher
    except OSError as error:
        cause = str(error).strip().split("\n")[0]
        raise BriefgenError(MISSING.format(cause=cause)) from error
    return HTML, Attachment, URLFetcher(allowed_protocols={"data"}, allow_redirects=False)


def name_files_once(pdf: Pdf) -> None:
    """Name each attached file once among the associated files, which WeasyPrint 70 names twice."""
    files = pdf.catalog["AF"]
    files[:] = dict.fromkeys(files)


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Let the font tools take `moment` for the time."""
    before = os.environ.get(CLOCK)
    os.environ[CLOCK] = str(max(0, int(moment.timestamp())))
    try:
        yield
    finally:
        if before is None:
            del os.environ[CLOCK]
        else:
            os.environ[CLOCK] = before


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles from looking again and again through a page that is all still needed.

    Measured on 75 pages: a fifth less time, 2 % more memory.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def quiet() -> Iterator[None]:
    """Keep WeasyPrint's log off the terminal: what it says of styles is nothing a user can mend.

    WeasyPrint 70 also leaves a colour profile for Python to close, which Python would remark on.
    """
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
