"""From raw sources to a brief and its pages: pure, the same values in give the same values out."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefgen import __version__
from briefgen.model.annotation import Annotated, Read, as_read
from briefgen.model.artefact import Artefact
from briefgen.model.audience import PageSize
from briefgen.model.brief import Brief, Coverage, Notes
from briefgen.model.document import Document
from briefgen.model.marking import Scheme
from briefgen.model.problem import InputError, Problem, TemplateError, UnfaithfulError
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource, Unread

if TYPE_CHECKING:
    from briefgen.extract.engines.values import Engine as Engine
    from briefgen.model.account import Account
    from briefgen.render import Folder as Folder
    from briefgen.render import Page as Page
    from briefgen.synthesis.notes import Moved as Moved
    from briefgen.synthesis.workings import Workings

NONE: Mapping[str, str] = MappingProxyType({})
GENERATOR = f"briefgen {__version__}"


class Base(msgspec.Struct, frozen=True):
    """All inputs of a brief, and what became of each."""

    documents: tuple[Read, ...]
    """In the order in which they are to be numbered."""
    duplicates: tuple[tuple[RawSource, str], ...]
    """Exact copies, each with the name of the document that it repeats."""
    unread: tuple[Unread, ...]
    withheld: int = 0
    """Inputs that are left out because of their marking."""
    notes: Notes | None = None
    """A person's own judgments."""
    topics: tuple[str, ...] = ()
    """What the brief keeps to; everything, where there are none."""
    off_topic: tuple[Coverage, ...] = ()
    """Inputs that name none of the topics."""
    remarks: tuple[str, ...] = ()
    """What whoever asked for the brief should know of its notes and topics."""
    problems: tuple[tuple[str, str], ...] = ()
    """What is wrong with its notes, though the brief can be made: their name, and what it is."""

    @property
    def annotated(self) -> tuple[Annotated, ...]:
        """What was found in each of the documents."""
        return tuple(one.found() for one in self.documents)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no values that hold one another in a circle, where none are made.

    Among the millions of values of a large base, looking for them takes a quarter of a night's time
    (`python -m benchmarks.nightly 4000 40`).
    """
    before = gc.isenabled()
    gc.disable()
    gc.unfreeze()  # what an earlier base left
    try:
        yield
    finally:
        if before:
            gc.freeze()  # else all of them are looked through once right now
            gc.enable()


def load_engine(words: str) -> "Engine":
    """The engine that `words` name, as `--engine` takes them; raises `InputError` where it cannot be had."""
    from briefgen.extract.engines import load_engine as load

    return load(words)


def read_document(raw: RawSource, defaults: Metadata, engine: "Engine | None" = None) -> Annotated | Unread:
    """What is found in `raw`, whose open metadata is filled from `defaults`; or why nothing is.

    `engine` tells kinds of words and names apart; without one the built-in rules do.

    A fault of briefgen in reading one document is told as a problem of that document, so that no
    single input can cost the brief of all the others.
    """
    from briefgen.extract import annotate
    from briefgen.extract.engines.values import BUILT_IN
    from briefgen.readers import read

    try:
        document = read(raw)
        if isinstance(document, Unread):
            return document
        return annotate(_with_defaults(_dated(document), defaults), engine or BUILT_IN)
    except Exception as error:
        import logging

        logging.getLogger(__name__).debug("a fault in reading %s", raw.name, exc_info=error)
        return Unread(raw.path, raw.name, _fault(error), len(raw.data), raw.sha256)


def read_text_of(raw: RawSource) -> str | Unread:
    """The text of `raw` as its reader sees it; or why there is none."""
    from briefgen.readers import read

    document = read(raw)
    return document if isinstance(document, Unread) else document.text


def _dated(document: Document) -> Document:
    """`document` with the publication date that the text itself states, where nothing else is known of it."""
    if document.metadata.published:
        return document
    from briefgen.extract.publication import stated_publication

    return _with_defaults(document, Metadata(published=stated_publication(document)))


def _with_defaults(document: Document, defaults: Metadata) -> Document:
    return msgspec.structs.replace(document, metadata=document.metadata.over(defaults))


def _fault(error: Exception) -> Problem:
    import traceback

    step = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{PurePath(step.filename).name}, line {step.lineno}"
    return Problem(
        f"was not read because of a fault of briefgen ({type(error).__name__} in {place}): please report it"
    )


Reading = Callable[[RawSource, Metadata, "Engine | None"], Annotated | Read | Unread]
"""`read_document`, or what remembers its results, and so may leave what was found until it is asked for."""


def read_base(
    raws: Iterable[RawSource],
    unread: Iterable[Unread],
    defaults: Metadata,
    engine: "Engine | None" = None,
    read: Reading = read_document,
) -> Base:
    """The documents in `raws`, exact copies counted once; `unread` is what could not be had at all.

    `read` is `read_document`, or what remembers its results.
    """
    documents: list[Read] = []
    duplicates: list[tuple[RawSource, str]] = []
    lost = list(unread)
    for first, *copies in _same(raws):
        found = read(first, defaults, engine)
        if not isinstance(found, Unread):
            documents.append(as_read(found) if isinstance(found, Annotated) else found)
            duplicates += [(copy, first.name) for copy in copies]
        else:
            lost.append(found)
            lost += [Unread(copy.path, copy.name, found.problem, found.size, found.sha256) for copy in copies]
    return Base(
        tuple(sorted(documents, key=lambda one: one.name.split("/"))),
        tuple(sorted(duplicates, key=lambda pair: pair[0].name.split("/"))),
        tuple(sorted(lost, key=lambda one: one.name.split("/"))),
    )


def _same(raws: Iterable[RawSource]) -> list[list[RawSource]]:
    """`raws` grouped by their bytes; each group begins with the one of which most is known."""
    groups: dict[str, list[RawSource]] = {}
    for raw in raws:
        groups.setdefault(raw.sha256, []).append(raw)
    return [sorted(group, key=lambda raw: (-_known(raw.metadata), raw.name)) for group in groups.values()]


def _known(metadata: Metadata) -> int:
    return sum(value is not None for value in msgspec.structs.astuple(metadata))


def read_notes(data: bytes, name: str) -> Notes:
    """The notes in the file called `name`; raises `InputError` where they cannot be used."""
    from briefgen.readers.notes import read_notes as read

    return read(data, name)


def with_notes(base: Base, notes: Notes, further: Iterable[str] = (), moved: "Moved | None" = None) -> Base:
    """`base` with `notes`, the sources that they name known by their whole names.

    `further` are names of inputs that `base` does not hold. Where they name one that is no input, that is a
    problem of the base if `moved` can say what has another name now; else it raises `InputError`.
    """
    from briefgen.synthesis.likelihood import remarks_on
    from briefgen.synthesis.notes import followed, remarks_on_absence, remarks_on_numbers, with_full_names

    if not notes.passages:
        wordless = f"{notes.name} holds no words, so there is no section of notes"
        return msgspec.structs.replace(base, remarks=(*base.remarks, wordless))
    names = tuple(one.name for one in base.documents)
    used = {*names, *(copy.name for copy, _ in base.duplicates)}
    others = {one.name for one in base.unread} | {row.name for row in base.off_topic}
    inputs, lost = used | others | {*further}, frozenset[str]()
    problems: tuple[Problem, ...] = ()
    if moved is not None:
        notes, problems, lost = followed(notes, inputs, moved)
    found = with_full_names(notes, inputs | lost)
    absent = remarks_on_absence(found, used | lost)
    remarks = (*remarks_on(found), *remarks_on_numbers(found, names), *absent)
    told = [*map(str, remarks[:REMARKED])]
    told += [f"{found.name}: {len(remarks) - REMARKED:,} more such remarks"] if remarks[REMARKED:] else []
    told_of = tuple((found.name, str(one)) for one in problems)
    return msgspec.structs.replace(base, notes=found, remarks=(*base.remarks, *told), problems=told_of)


def on_topics(base: Base, topics: Iterable[str]) -> Base:
    """`base` without the documents that name none of `topics`, and with what became of these."""
    from briefgen.synthesis.topics import names_a_topic, remark_on, topic_of

    wanted = [topic_of(words) for words in dict.fromkeys(topics)]
    if not wanted:
        return base
    annotated = base.annotated
    named = {one.document.name: names_a_topic(one, wanted) for one in annotated}
    told = {topic for topics in named.values() for topic in topics}
    missing = (remark_on(one.words, annotated) for one in wanted if one.words not in told)
    apart = [_apart(one.document) for one in annotated if not named[one.document.name]]
    apart += [_copy_apart(copy) for copy, original in base.duplicates if not named[original]]
    return msgspec.structs.replace(
        base,
        documents=tuple(one for one in base.documents if named[one.name]),
        duplicates=tuple((copy, original) for copy, original in base.duplicates if named[original]),
        topics=tuple(one.words for one in wanted),
        off_topic=tuple(apart),
        remarks=(*base.remarks, *missing),
    )


def _apart(one: Document) -> Coverage:
    return Coverage(one.name, "off_topic", None, one.size, one.sha256, (), one.metadata.marking)


def _copy_apart(one: RawSource) -> Coverage:
    return Coverage(one.name, "off_topic", None, len(one.data), one.sha256, (), one.metadata.marking)


NOTES = "a person's notes\n"
"""What stands for the notes among the names of what is held back; no input is called so, in two lines."""


def notes_held_back(
    notes: Notes | None, held: frozenset[str], ceiling: str | None, scheme: Scheme
) -> frozenset[str]:
    """`NOTES` where `notes` must not be shown to who may see up to `ceiling`, else nothing.

    They are held back where their marking says so, where they have none, and where they name one of the
    inputs `held`.
    """
    if notes is None or ceiling is None:
        return frozenset()
    from briefgen.synthesis.notes import sources_named

    shown = notes.marking and not scheme.exceeds(notes.marking, ceiling) and not sources_named(notes) & held
    return frozenset() if shown else frozenset({NOTES})


def held_back(
    raws: Iterable[RawSource], unread: Iterable[Unread], ceiling: str | None, scheme: Scheme
) -> frozenset[str]:
    """Names of the inputs that must not be shown to who may see up to `ceiling`.

    Exact copies share the highest of their markings; an input whose sidecar could not be read in full, and
    gives no marking, may bear any.
    """
    names: set[str] = set()
    if ceiling is None:
        return frozenset()
    for group in _same(raws):
        if any(_above(one, ceiling, scheme) for one in group):
            names.update(one.name for one in group)
    names.update(one.name for one in unread if _above(one, ceiling, scheme))
    return frozenset(names)


def _above(one: RawSource | Unread, ceiling: str, scheme: Scheme) -> bool:
    mark = one.metadata.marking
    return scheme.exceeds(mark, ceiling) or (mark is None and bool(one.problems))


def without(base: Base, names: frozenset[str]) -> Base:
    """`base` as if the inputs called `names` had never been there, but for their number."""
    return msgspec.structs.replace(
        base,
        documents=tuple(one for one in base.documents if one.name not in names),
        duplicates=tuple((copy, original) for copy, original in base.duplicates if copy.name not in names),
        unread=tuple(one for one in base.unread if one.name not in names),
        withheld=len(names),
        notes=None if NOTES in names else base.notes,
        off_topic=tuple(row for row in base.off_topic if row.name not in names),
    )


Teller = Callable[[Iterable[Read]], "Iterable[tuple[Account, Workings | None]]"]


def tell_each(documents: Iterable[Read]) -> "Iterable[tuple[Account, Workings | None]]":
    """What each of `documents` tells by itself, and how that was worked out."""
    from briefgen.synthesis import tell

    return tell(documents)


def make_brief(base: Base, request: Request, tell: Teller = tell_each) -> Brief:
    """The brief of `base`; raises `InputError` where no document of it could be read.

    `tell` is `tell_each`, or what remembers its results.
    """
    from briefgen.synthesis import synthesise

    if not base.documents and not base.withheld:
        raise InputError(_none_on_topic(base) if base.off_topic else _nothing(base.unread))
    with uncollected():
        brief = synthesise(
            base.documents, base.duplicates, base.unread, request, GENERATOR, base.withheld, tell
        )
    if not base.notes and not base.topics:
        return brief
    from briefgen.synthesis.additions import with_additions

    return with_additions(brief, request, base.notes, base.topics, base.off_topic)


def standing_for(brief: Brief, reached: str | None, today: str) -> Brief:
    """`brief`, which stands for no earlier day than the edition before it, which `reached` that one.

    An edition that stood for a day which has not come by `today`, as by a mistyped year, binds nobody; a day
    more is allowed for zones ahead of that of `today`.
    """
    from datetime import date, timedelta

    tomorrow = (date.fromisoformat(today[:10]) + timedelta(days=1)).isoformat()
    if reached is None or reached[:10] > tomorrow:
        return brief
    from briefgen.synthesis.times import newest

    return msgspec.structs.replace(brief, as_of=newest((brief.as_of, reached)) or brief.as_of)


def with_changes(
    brief: Brief,
    earlier: Brief,
    scheme: Scheme,
    standing: Mapping[str, str] = NONE,
    hidden: frozenset[str] = frozenset(),
) -> Brief:
    """`brief` with what it tells otherwise than `earlier`, and marked as high as all that it holds of both.

    `standing` and `hidden` are as `briefgen.synthesis.changes.compare` has them.
    """
    from briefgen.synthesis.changes import compare

    with uncollected():
        changes = compare(earlier, brief, standing, hidden)
    described = (*brief.sources, *(one.source for one in changes.sources))
    marks = [one.marking for one in described] + [one.marking for one in brief.coverage]
    kept = [earlier.notes] if any(was for was, _ in changes.notes) else []
    marks += [brief.declared, *(one.marking for one in (brief.notes, *kept) if one)]
    return msgspec.structs.replace(brief, changes=changes, marking=scheme.highest(marks))


class Cut(NamedTuple):
    """A brief of what one audience may see, and how it is to look."""

    brief: Brief
    folder: "Folder"


def open_folder(
    audience: str, templates: Sequence[Path], size: PageSize | None, language: str | None = None
) -> "Folder":
    """What `audience` has; `templates`, `size` and `language` go before what ships and what it has itself."""
    from briefgen.render import open_folder as open_it

    return open_it(audience, templates, size, language)


def offered_audiences(templates: Sequence[Path]) -> tuple[tuple[str, str], ...]:
    """Every audience there is, by name and title; where its settings are broken, the name stands for both."""
    from briefgen.render.templates import audiences, find_templates, load_audience
    from briefgen.render.templates import load_scheme as load

    found = find_templates(*templates)
    named = []
    for name in audiences(found):
        try:
            named.append((name, load_audience(name, found, load(found)).title))
        except TemplateError:
            named.append((name, name))
    return tuple(named)


def template_places(templates: Sequence[Path]) -> tuple[Path, ...]:
    """The folders that templates are looked up in, with the one that ships."""
    from briefgen.render.templates import find_templates

    return find_templates(*templates).folders


def load_scheme(templates: Sequence[Path]) -> Scheme:
    """The markings in use: those of the folders `templates`, if they have some, or those that ship."""
    from briefgen.render.templates import find_templates
    from briefgen.render.templates import load_scheme as load

    return load(find_templates(*templates))


def make_page(brief: Brief, folder: "Folder") -> "Page":
    """`brief` cut for the audience of `folder`."""
    from briefgen.render import compose

    return compose(brief, folder)


def placed(error: UnfaithfulError, page: "Page") -> UnfaithfulError:
    """`error` with the file of `page` that it is about, and the place in the template that makes the line."""
    if error.line is None:
        return error
    from briefgen.render.whereabouts import whereabouts

    place = whereabouts(page, error.line)
    return UnfaithfulError(f"{place}: in {page.audience.name}.md, {error}", error.line)


def tell_difference(brief: Brief, folder: "Folder") -> tuple[str, ...]:
    """What `brief` tells otherwise than the one it was compared with, in lines with the words of `folder`."""
    from briefgen.render.difference import difference

    return difference(brief, folder)


def render_page(page: "Page", formats: Iterable[str]) -> tuple[Artefact, ...]:
    """`page` in each of `formats` that is one of pages."""
    from briefgen.render import RENDERERS

    return tuple(artefact for form in formats if form in RENDERERS for artefact in RENDERERS[form](page))


def notes_on(page: "Page", formats: Iterable[str]) -> tuple[str, ...]:
    """What whoever owns the templates should know of `page`, which was made in `formats`."""
    from briefgen.render import notes_on as told

    return told(page, frozenset(formats))


REMARKED = 20
"""Remarks on notes that are told one by one."""
SHOWN = 10
"""Inputs named in a message about all of them."""


def _none_on_topic(base: Base) -> str:
    count = len(base.off_topic)
    which = "the only source names none" if count == 1 else f"none of {count:,} sources names one"
    lines = (f"  {remark}" for remark in base.remarks)
    return "\n".join([f"{which} of the topics of this brief, so there is no brief:", *lines])


def nothing_at(paths: Iterable[Path]) -> str:
    """What to say where nothing stands at the `paths` that were named."""
    from briefgen.readers import READ

    places = ", ".join(map(str, paths))
    return f"there is nothing to read at {places}: put sources there; briefgen reads {READ}"


def _nothing(unread: tuple[Unread, ...]) -> str:
    from briefgen.readers import READ

    if not unread:
        return f"there is nothing to read: put sources into the folder; briefgen reads {READ}"
    lines = [f"  {one.name}: {one.problem}" for one in unread[:SHOWN]]
    more = [f"  and {len(unread) - SHOWN:,} more"] if len(unread) > SHOWN else []
    which = "the only input" if len(unread) == 1 else f"none of {len(unread):,} inputs"
    could = "could not be read" if len(unread) == 1 else "could be read"
    return "\n".join([f"{which} {could}, so there is no brief:", *lines, *more])
