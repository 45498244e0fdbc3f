"""From a brief to files: Markdown first, HTML, Word and plain text from it, PDF from the HTML."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from briefgen.model.artefact import Artefact
from briefgen.model.audience import Audience, PageSize
from briefgen.model.brief import Brief
from briefgen.model.marking import Level, Scheme
from briefgen.model.problem import BriefgenError
from briefgen.render.labels import Labels
from briefgen.render.templates import Templates

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from briefgen.render.bounded import Call
    from briefgen.render.printers import Printers
    from briefgen.render.view import View, Whole

LEDGERS = ("sources", "coverage", "evidence")
"""Sections that list the base itself and so rest on nothing else."""


class Folder(msgspec.Struct, frozen=True):
    """What an audience has: its settings, templates, words and markings."""

    audience: Audience
    templates: Templates
    labels: Labels
    scheme: Scheme


class Page(msgspec.Struct, frozen=True):
    """A brief as it is cut for one audience: what every format is made from."""

    brief: Brief
    audience: Audience
    templates: Templates
    labels: Labels
    marking: Level | None
    """The highest of what is shown."""
    markdown: str
    """As it is held against the evidence."""
    shown: str
    """As it is written: with portion marks, where the scheme has them."""
    portions: tuple[str, ...]
    """Every portion mark that may stand in it."""
    charts: Mapping[str, str]
    """Drawings (SVG) by the names under which the Markdown shows them."""
    captions: tuple[str, ...]
    """What the drawings show, in words."""
    remarks: tuple[str, ...] = ()
    """Lines that say how many rows are not shown."""
    notes: tuple[str, ...] = ()
    """What whoever owns the templates should know."""
    air: int = 0
    """How loosely it is set on paper, where there is room: 0 is as close as the style sheet has it."""
    view: "View | None" = None
    """What the page was made of, for what is drawn otherwise on a phone."""

    @property
    def ledgers(self) -> frozenset[str]:
        """Titles of the sections of `LEDGERS`."""
        return frozenset(self.labels.sections[name] for name in LEDGERS)

    @property
    def noted(self) -> str:
        """Title of the section that holds a person's notes."""
        return self.labels.sections["notes"]

    @property
    def fixed(self) -> tuple[str, ...]:
        """Lines that the labels add as they are, and that therefore need no evidence."""
        from briefgen.render.labels import fixed_lines

        return (*fixed_lines(self.labels), *self.captions, *self.remarks)

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """All texts from which templates may add words."""
        from briefgen.render.labels import all_labels

        return (*all_labels(self.labels), self.audience.title, *self.captions)


def open_folder(
    name: str, own: Sequence[Path] = (), size: PageSize | None = None, language: str | None = None
) -> Folder:
    """What the audience `name` has, whose templates may stand in the folders `own`, first come first served.

    Raises `TemplateError` where it cannot be used.
    """
    from briefgen.render.labels import load_labels
    from briefgen.render.templates import find_templates, load_audience, load_scheme

    templates = find_templates(*own)
    scheme = load_scheme(templates)
    audience = load_audience(name, templates, scheme)
    if size is not None:
        audience = msgspec.structs.replace(audience, page=size)
    if language is not None:
        audience = msgspec.structs.replace(audience, labels=language)
    file = f"{audience.labels}.toml"
    labels = load_labels(
        templates.find("_shared", "labels", file).parent,
        audience.labels,
        templates.find("_shared", "labels", "plain", file) if audience.plain else None,
        templates.find("_shared", "labels", "en.toml"),
    )
    return Folder(audience, templates, labels, scheme)


def compose(brief: Brief, folder: Folder) -> Page:
    """`brief` as it is cut for the audience of `folder`.

    Raises `TemplateError` where its template cannot be used.
    """
    from briefgen.render.view import view_of, whole_of

    most = folder.audience.pages
    whole = whole_of(brief)
    if most is None:
        return _composed(brief, folder, whole)
    from briefgen.render.bounded import bounded
    from briefgen.render.fit import Step, fitted, shortened
    from briefgen.render.pdf import count_pages
    from briefgen.render.style import own_looks

    def made(step: Step) -> Page:
        cut = msgspec.structs.replace(folder, audience=step.audience)
        page = _composed(shortened(brief, step.longest), cut, whole)
        return msgspec.structs.replace(page, brief=brief, air=step.air)

    view = view_of(brief, folder.audience, folder.scheme, whole)
    with bounded(own_looks(folder.audience, folder.templates)) as call:
        return fitted(view, made, lambda page: call(count_pages, page_html(page)) <= most)


def _composed(brief: Brief, folder: Folder, whole: "Whole") -> Page:
    """`brief`, with what `whole` has of it, as the limits of the audience cut it, on as many pages as that
    takes.
    """
    from briefgen.render.charts.drawing import coloured
    from briefgen.render.citations import by_source
    from briefgen.render.markdown import pictures_of, render_markdown
    from briefgen.render.phrases import remarks
    from briefgen.render.view import view_of

    audience, templates, labels, scheme = folder.audience, folder.templates, folder.labels, folder.scheme
    view = view_of(brief, audience, scheme, whole)
    pictures = pictures_of(view, labels)
    markdown = render_markdown(view, templates, labels, pictures)
    told = tuple(remarks(view, labels).values())
    shown, portions = _with_portions(markdown, view, folder, told)
    drawn = [one for one in pictures.values() if one and f"]({one.file})" in markdown]
    return Page(
        brief=brief,
        audience=audience,
        templates=templates,
        labels=labels,
        marking=scheme.look(view.marking) if view.marking else None,
        markdown=markdown,
        shown=by_source(shown, view.numbers) if audience.citations == "sources" else shown,
        portions=portions,
        charts={one.file: coloured(one.svg, audience.colours) for one in drawn},
        captions=tuple(one.words for one in drawn),
        remarks=told,
        notes=_lent(folder) if labels.lent else (),
        view=view,
    )


def _lent(folder: Folder) -> tuple[str, ...]:
    """Which words of the user's own stand in English in a brief of another language."""
    from briefgen.render.lending import lent_notes

    return lent_notes(folder.labels, folder.audience.labels, folder.audience.name, folder.templates)


def _with_portions(
    markdown: str, view: "View", folder: Folder, remarks: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """`markdown` with its portions marked, if they are to be, and the marks that may stand in it."""
    scheme = folder.scheme
    if not scheme.portions:
        return markdown, ()
    from briefgen.render.labels import fixed_lines
    from briefgen.render.portions import portion_marks, with_portions

    fixed = frozenset((*fixed_lines(folder.labels), *remarks))
    noted = folder.labels.sections["notes"]
    shown = with_portions(markdown, view.brief, scheme, view.marking, fixed, noted)
    return shown, portion_marks(view.brief, scheme)


Renderer = Callable[[Page], tuple[Artefact, ...]]


def as_markdown(page: Page) -> tuple[Artefact, ...]:
    """The Markdown, and beside it the drawings that it shows, each with the marking of the page."""
    from briefgen.render.charts.drawing import alone
    from briefgen.render.citations import numbered

    fonts, paper = page.templates.fonts, page.audience.colours.paper
    drawings = [
        Artefact(name, "image/svg+xml", alone(svg, fonts, page.marking, paper).encode())
        for name, svg in page.charts.items()
    ]
    text = numbered(page.shown) if page.audience.citations == "numbers" else page.shown
    return Artefact(f"{page.audience.name}.md", "text/markdown", text.encode()), *drawings


def as_html(page: Page) -> tuple[Artefact, ...]:
    """One file that needs no other."""
    return (Artefact(f"{page.audience.name}.html", "text/html", page_html(page, _small(page)).encode()),)


def _small(page: Page) -> Mapping[str, str]:
    """The drawings of `page` for a phone, by the names of those in whose place they stand."""
    from briefgen.render.charts.drawing import coloured
    from briefgen.render.markdown import pictures_of

    pictures = pictures_of(page.view, page.labels, small=True) if page.view else {}
    drawn = [one for one in pictures.values() if one and one.file in page.charts]
    return {one.file: coloured(one.svg, page.audience.colours) for one in drawn}


def as_pdf(page: Page) -> tuple[Artefact, ...]:
    """The HTML printed, with the brief attached."""
    from briefgen.model.codec import encode_brief
    from briefgen.render.bounded import bounded
    from briefgen.render.faces import missing_note
    from briefgen.render.pdf import attached_to, print_with
    from briefgen.render.style import own_looks

    name = f"{page.audience.name}.pdf"
    own = own_looks(page.audience, page.templates)
    with bounded(own) as call, _begun(page, own) as begun:
        html = page_html(_marked_as_attached(page))
        made = call(print_with, html, attached_to(page.brief, encode_brief(page.brief)), begun)
        notes = (*look_notes(page, call), *([missing_note(name, made.missing)] if made.missing else []))
    return (Artefact(name, "application/pdf", made.data, notes),)


def _begun(page: Page, own: Sequence[Path]) -> "AbstractContextManager[Printers | None]":
    """Processes that make ready while a long page is still set; those of looks of one's `own` are bounded."""
    from contextlib import nullcontext

    from briefgen.render.pieces import LONG

    if own or len(page.shown) < LONG:
        return nullcontext()
    from briefgen.render.printers import printers

    return printers()


def look_notes(page: Page, call: "Call") -> tuple[str, ...]:
    """What is wrong in style sheets of the user's own, and was passed over; `call` reads them."""
    from briefgen.render.style import own_looks

    if not own_looks(page.audience, page.templates):
        return ()
    from briefgen.render.properties import mistakes_in_sheets

    return tuple(mistakes_in_sheets(page.audience.name, page.templates, call, own=True))


def notes_on(page: Page, formats: Iterable[str]) -> tuple[str, ...]:
    """What whoever owns the templates should know of `page`, which was made in `formats`.

    What is wrong in sheets is found by what prints them, and told with the PDF; where there is none, here.
    """
    if "html" not in formats or "pdf" in formats:
        return page.notes
    from briefgen.render.bounded import bounded
    from briefgen.render.style import own_looks

    try:
        with bounded(own_looks(page.audience, page.templates)) as call:
            return (*page.notes, *look_notes(page, call))
    except BriefgenError:  # a page can be written without what prints it
        return page.notes


def _marked_as_attached(page: Page) -> Page:
    """`page` with the marking of all that the file holds, where the brief inside it has a higher one."""
    from briefgen.render.escaping import escape_markdown
    from briefgen.render.templates import load_scheme

    mark = page.brief.marking
    old = page.marking.name if page.marking else None
    if mark is None or mark == old:
        return page
    head = f"**{escape_markdown(old)}**\n" if old else ""
    new = f"**{escape_markdown(mark)}**\n" + ("" if old else "\n")
    shown = new + page.shown.removeprefix(head) if page.shown.startswith(head) else page.shown
    return msgspec.structs.replace(page, marking=load_scheme(page.templates).look(mark), shown=shown)


def as_docx(page: Page) -> tuple[Artefact, ...]:
    """The Markdown as a Word document."""
    from briefgen.render.word import render_docx

    return (Artefact(f"{page.audience.name}.docx", DOCX, render_docx(page)),)


def as_text(page: Page) -> tuple[Artefact, ...]:
    """The Markdown as plain text, for mail."""
    from briefgen.render.markdown import events_told
    from briefgen.render.plain import render_text

    listed = events_told(page.view, page.labels) if page.view and not page.audience.tables else ()
    text = render_text(page.shown, page.marking.name if page.marking else None, page.labels.sections, listed)
    return (Artefact(f"{page.audience.name}.txt", "text/plain", text.encode()),)


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {"md": as_markdown, "html": as_html, "pdf": as_pdf, "docx": as_docx, "txt": as_text}
)
"""By the name of the format. JSON is the brief itself, for every audience the same, and needs no page."""


def page_html(page: Page, small_charts: Mapping[str, str] | None = None) -> str:
    """`page` as HTML, of which the PDF is printed; on a screen `small_charts` may stand in for others."""
    from briefgen.render.html import render_html
    from briefgen.render.settings import logo_html
    from briefgen.render.style import colour_rules, read_style

    html = render_html(
        page.shown,
        page.brief,
        page.audience,
        marking=page.marking,
        titles=page.labels.sections,
        style=read_style(page.audience.name, page.templates.folders) + colour_rules(page.audience.colours),
        logo=logo_html(page.audience, page.templates),
        fonts=page.templates.fonts,
        charts=page.charts,
        small_charts=small_charts,
        portions=page.portions,
        remarks=page.remarks,
        language=page.labels.language,
        air=page.air,
    )
    # Print draws these by their own attributes, screens by the style sheet.
    ink = page.audience.colours.ink
    return html.replace('<svg class="mark" ', f'<svg class="mark" color="{ink}" ') if ink else html
