"""One run, with its effects: fetch, read, check, write."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefgen.checks import Mismatch
from briefgen.model.annotation import Annotated
from briefgen.model.artefact import Artefact
from briefgen.model.audience import PageSize
from briefgen.model.brief import Brief
from briefgen.model.problem import InputError
from briefgen.model.request import BUILT_IN, Request
from briefgen.model.source import Metadata, RawSource, Unread

if TYPE_CHECKING:
    from briefgen.pipeline import Base, Cut, Engine, Page, Reading

FORMATS = ("md", "html", "pdf", "docx", "txt", "json")


class Order(msgspec.Struct, frozen=True):
    """What a brief is to be made of, and how."""

    paths: tuple[Path, ...]
    output: Path
    """The folder in which the brief gets a folder of its own, called by its slug."""
    request: Request
    audiences: tuple[str, ...]
    formats: tuple[str, ...]
    """Some of `FORMATS`."""
    defaults: Metadata = Metadata()
    """Holds for every source that says nothing else."""
    templates: tuple[Path, ...] = ()
    """Folders of own templates, the first before the next, and all before what ships."""
    page: PageSize | None = None
    """In place of the audience's own."""
    labels: str | None = None
    """The language of the words that templates add, in place of the audience's own."""
    engine: str = BUILT_IN
    """What tells kinds of words and names apart, as `--engine` takes it."""
    whole: bool = True
    """Whether `brief.json`, which holds everything, is written where an audience may not see it all."""


class Outcome(msgspec.Struct, frozen=True):
    """What a run has made."""

    brief: Brief
    """Of everything that was read."""
    files: tuple[Path, ...]
    withheld: tuple[tuple[str, int], ...] = ()
    """For each audience how many inputs were held back from it."""
    notes: tuple[str, ...] = ()
    """What to know of how the files turned out."""


def build(order: Order) -> Outcome:
    """Read the sources, make the brief, hold it against them, and write it.

    Raises an error of `briefgen.model.problem` where that cannot be done; then nothing was written.
    """
    from briefgen.pipeline import load_engine
    from briefgen.store.outbox import write

    folder = order.output / order.request.name
    check_apart((folder, order.output), order.paths)
    made = make(order, take_in(order, load_engine(order.engine)))
    files = write([page.artefact for page in made.files], folder)
    notes = tuple(note for page in made.files for note in page.artefact.notes)
    return Outcome(made.brief, files, made.withheld, notes)


class Made(NamedTuple):
    """What is made of an intake, not yet written."""

    brief: Brief
    """Of everything that was read."""
    cuts: tuple["Cut", ...]
    """The brief of what each audience may see, in the order of the audiences."""
    files: tuple["MadeFile", ...]

    @property
    def withheld(self) -> tuple[tuple[str, int], ...]:
        """For each audience how many inputs were held back from it."""
        return tuple((one.folder.audience.name, one.brief.withheld) for one in self.cuts)


class MadeFile(NamedTuple):
    """A file, and who may have it."""

    artefact: Artefact
    audience: str | None
    """Whose it is; none for `brief.json`, which holds everything."""
    marking: str | None
    """The highest of what is in it, the attached model included."""


def make(order: Order, intake: "Intake") -> Made:
    """The brief of `intake` with all files that `order` asks for, held against its evidence."""
    request = request_with_scheme(order)
    briefs: dict[frozenset[str], Brief] = {}
    brief = _brief_without(frozenset(), intake, request, briefs)
    cuts = tuple(cut(name, intake, request, order, briefs) for name in order.audiences)
    files = [
        MadeFile(artefact, one.folder.audience.name, one.brief.marking)
        for one in cuts
        for artefact in _rendered(one, order.formats)
    ]
    held = max((one.brief.withheld for one in cuts), default=0)
    if "json" in order.formats and (order.whole or not held):
        files.append(MadeFile(_as_json(brief), None, brief.marking))
    return Made(brief, cuts, tuple(files))


class Intake(msgspec.Struct, frozen=True):
    """What was taken in for a brief."""

    raws: tuple[RawSource, ...]
    unread: tuple[Unread, ...]
    base: "Base"


def take_in(order: Order, engine: "Engine", read: "Reading | None" = None) -> Intake:
    """The sources of `order`, read by `engine`; `read` stands in for the reading of one document.

    Raises `InputError` where one of the paths is not there.
    """
    from briefgen.pipeline import read_base, read_document
    from briefgen.store.inbox import collect

    raws, unread = collect(order.paths, apart_from=(order.output, order.output / order.request.name))
    return Intake(raws, unread, read_base(raws, unread, order.defaults, engine, read or read_document))


def request_with_scheme(order: Order) -> Request:
    """What `order` asks for, with the markings that its templates have."""
    from briefgen.pipeline import load_scheme

    return msgspec.structs.replace(order.request, scheme=load_scheme(order.templates))


def cut(
    audience: str, intake: Intake, request: Request, order: Order, briefs: dict[frozenset[str], Brief]
) -> "Cut":
    """The brief of what `audience` may see: of everything, or made again without the rest.

    `briefs` holds those that were made of `intake` for `request`, by the names of what is not in them.
    """
    from briefgen.pipeline import Cut, held_back, open_folder

    folder = open_folder(audience, order.templates, order.page, order.labels)
    ceiling = folder.audience.marking_ceiling
    _check_ceiling(audience, ceiling, request)
    held = held_back(intake.raws, intake.unread, ceiling, request.scheme)
    return Cut(_brief_without(held, intake, request, briefs), folder)


def _brief_without(
    held: frozenset[str], intake: Intake, request: Request, briefs: dict[frozenset[str], Brief]
) -> Brief:
    from briefgen.checks import check_brief
    from briefgen.pipeline import make_brief, without

    if held not in briefs:
        brief = make_brief(without(intake.base, held), request)
        check_brief(brief)
        briefs[held] = brief
    return briefs[held]


def _check_ceiling(audience: str, ceiling: str | None, request: Request) -> None:
    if request.scheme.exceeds(request.marking, ceiling):
        raise InputError(
            f"--marking {request.marking} is above what the audience “{audience}” may see, {ceiling}: "
            "give a lower marking, or leave that audience out"
        )


def _rendered(cut: "Cut", formats: Iterable[str]) -> tuple[Artefact, ...]:
    """The brief for one audience in each format."""
    from briefgen.pipeline import render_page

    return () if set(formats) == {"json"} else render_page(page_of(cut), formats)


def page_of(cut: "Cut") -> "Page":
    """The page of `cut`, its text held against the evidence that it cites."""
    from briefgen.checks import check_markdown, plain
    from briefgen.pipeline import make_page

    page = make_page(cut.brief, cut.folder)
    fixed = frozenset(plain(line) for line in page.fixed)
    check_markdown(page.markdown, cut.brief, page.ledgers, fixed, page.vocabulary)
    return page


def check_apart(folders: Iterable[Path], paths: Iterable[Path]) -> None:
    """Raise `InputError` where one of the `folders` that is to be written to is one of the sources."""
    sources = {path.resolve() for path in paths}
    for folder in folders:
        if folder.resolve() in sources:
            raise InputError(f"{folder} holds the sources and is to hold the brief: give another --output")


def extract(paths: Iterable[Path], engine: str = BUILT_IN) -> Iterator[Annotated | Unread]:
    """What is found in each document at or below `paths`, in the order of their names, one at a time.

    `engine` is as `--engine` takes it.
    """
    from briefgen.pipeline import load_engine, read_document
    from briefgen.store.inbox import find_inputs, load

    reading = load_engine(engine)
    inputs, unread = find_inputs(paths)
    yield from unread
    for one in inputs:
        raw = load(one)
        yield raw if isinstance(raw, Unread) else read_document(raw, Metadata(), reading)


class Verdict(msgspec.Struct, frozen=True):
    """What became of a brief's sources since it was made."""

    name: str
    citations: int
    """Cited sentences, all of which were looked at."""
    base: int
    """Sources of the brief."""
    sources: tuple[tuple[str, str], ...]
    """Names of the sources that are no longer what they were, with what is the matter."""
    mismatches: tuple[Mismatch, ...]
    renamed: tuple[tuple[str, str], ...] = ()
    """Names of the sources that were known again by their bytes, with the paths where those stand."""

    @property
    def holds(self) -> bool:
        """Whether every source, and with it every cited sentence, is as it was."""
        return not self.sources and not self.mismatches


def verify(path: Path, below: tuple[Path, ...]) -> Verdict:
    """Hold the brief at `path` against its sources at or below the paths `below`.

    Without `below` they are looked for by name. Raises an error of `briefgen.model.problem` where the
    brief cannot be read, or where what it says is not borne out by its own evidence.
    """
    from briefgen.checks import check_brief
    from briefgen.checks import verify as compare
    from briefgen.store.lookup import find_beside, find_sources, read_brief

    brief = read_brief(path)
    check_brief(brief)
    found = find_sources(brief.sources, below) if below else find_beside(brief.sources, path, Path.cwd())
    texts, remarks = _texts(brief, found)
    renamed = tuple((name, raw.path) for name, raw in found.items() if not raw.path.endswith(_last(name)))
    mismatches = compare(brief, texts)
    return Verdict(brief.name, len(brief.evidence), len(brief.sources), remarks, mismatches, renamed)


def _last(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def _texts(
    brief: Brief, found: Mapping[str, RawSource]
) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """The text of each source as it is now, by name, and what is to be said of those that changed."""
    from briefgen.pipeline import read_text_of

    texts = {}
    remarks = []
    for source in brief.sources:
        raw = found.get(source.name)
        if raw is None:
            remarks.append((source.name, "is not there; name its place with --sources"))
            continue
        text = read_text_of(raw)
        if isinstance(text, Unread):
            remarks.append((source.name, f"cannot be read again: {text.problem}"))
            continue
        texts[source.name] = text
        if raw.sha256 != source.sha256:
            at = "" if raw.path.endswith(source.name) else f" ({raw.path})"
            remarks.append((source.name, f"changed since the brief was made{at}"))
    return texts, tuple(remarks)


def _as_json(brief: Brief) -> Artefact:
    from briefgen.model.codec import encode_brief

    return Artefact("brief.json", "application/json", encode_brief(brief))
