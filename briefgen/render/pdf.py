"""The page as PDF: printed by WeasyPrint, tagged, and carrying the brief it was made from."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from briefgen.model.brief import Brief
from briefgen.model.problem import BriefgenError
from briefgen.render.html import as_moment

if TYPE_CHECKING:
    from pydyf import PDF
    from weasyprint import HTML, Attachment

VARIANT = "pdf/a-3a"
"""ISO 19005-3, level A: tagged, its fonts inside, and allowed to carry files of any type."""
ATTACHED = "brief.json"
MISSING = (
    "PDF needs the Pango library, which this machine lacks ({cause}). "
    "Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
    "macOS: brew install pango. Then build again; Markdown, HTML and JSON do not need it"
)


def render_pdf(html: str, brief: Brief, brief_json: bytes) -> bytes:
    """`html`, a page of `render_html`, as PDF with `brief_json` attached; the same bytes every time.

    Nothing is read from disk or network for it: only `data:` addresses are served.
    Raises `BriefgenError` where WeasyPrint's system libraries are missing.
    """
    with _quiet():
        document, attachment = _loaded(html, brief, brief_json)
        pdf = document.write_pdf(pdf_variant=VARIANT, attachments=[attachment], finisher=_finish)
    if not isinstance(pdf, bytes):
        raise BriefgenError("WeasyPrint returned no PDF: check that its version is the one briefgen asks for")
    return pdf


def _loaded(html: str, brief: Brief, brief_json: bytes) -> tuple["HTML", "Attachment"]:
    try:
        from weasyprint import HTML, Attachment
        from weasyprint.urls import URLFetcher
    except OSError as error:
        raise BriefgenError(MISSING.format(cause=_first_line(error))) from error

    fetcher = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    moment = datetime.fromisoformat(re.sub("Z$", "+00:00", as_moment(brief.as_of)))
    attachment = Attachment(
        string=brief_json.decode(),
        name=ATTACHED,
        description=brief.title,
        created=moment,
        modified=moment,
        relationship="Source",
        url_fetcher=fetcher,
    )
    return HTML(string=html, url_fetcher=fetcher, base_url=None), attachment


def _finish(document: object, pdf: "PDF") -> None:
    """Name each attached file once among the associated files; WeasyPrint 70 names it twice."""
    files = pdf.catalog["AF"]
    files[:] = dict.fromkeys(files)


def _first_line(error: BaseException) -> str:
    return str(error).strip().split("\n")[0]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep WeasyPrint's own log off the terminal: what it says of styles is nothing a user can mend."""
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
