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
from briefgen.model.problem import InputError, UnfaithfulError
from briefgen.model.request import BUILT_IN, Request
from briefgen.model.source import Metadata, RawSource, Unread

if TYPE_CHECKING:
    from briefgen.model.since import Since
    from briefgen.pipeline import Base, Cut, Engine, Moved, Page, Reading, Teller

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
    notes: Path | None = None
    """A person's own judgments, in Markdown."""
    topics: tuple[str, ...] = ()
    """Only sources that name one of these words are told of; without any, all are."""
    whole: bool = True
    """Whether `brief.json`, which holds everything, is written where an audience may not see it all."""
    since: "Since | None" = None
    """The earlier edition that the brief is compared with. An audience with a marking ceiling is compared
    with that edition as it was cut for the same ceiling, with all of it where nothing in it is marked above
    the ceiling, and else not at all."""
    reached: tuple[tuple[str | None, str], ...] = ()
    """By marking ceiling what the edition before stood for: the brief stands for no earlier day, though its
    sources be older. Where `since` is compared with, that says so itself."""


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
    return Outcome(made.brief, files, made.withheld, made.notes)


class Made(NamedTuple):
    """What is made of an intake, not yet written."""

    brief: Brief
    """Of everything that was read."""
    cuts: tuple["Cut", ...]
    """The brief of what each audience may see, in the order of the audiences."""
    files: tuple["MadeFile", ...]
    remarks: tuple[str, ...] = ()
    """What whoever asked for it should know of notes, topics and the comparison with an edition."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of it, and of how its files turned out."""
        told = (*self.remarks, *(note for one in self.files for note in one.artefact.notes))
        return tuple(dict.fromkeys(told))

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
    """That of the brief it was made from, which a page that shows only part of it may not bear."""


def make(order: Order, intake: "Intake") -> Made:
    """The brief of `intake` with all files that `order` asks for, held against its evidence."""
    if not intake.raws and not intake.unread and order.paths:
        from briefgen.pipeline import nothing_at

        raise InputError(nothing_at(order.paths))
    request = request_with_scheme(order)
    briefs: dict[frozenset[str], Brief] = {}
    compared: Compared = {}
    brief = _brief_without(frozenset(), intake, request, briefs)
    brief = _with_changes(brief, None, frozenset(), intake, request, order, compared)
    cuts = tuple(cut(name, intake, request, order, briefs, compared) for name in order.audiences)
    files = [
        MadeFile(artefact, one.folder.audience.name, one.brief.marking)
        for one in cuts
        for artefact in _rendered(one, order.formats)
    ]
    held = any(one.brief.withheld or one.brief.changes != brief.changes for one in cuts)
    if "json" in order.formats and (order.whole or not held):
        files.append(MadeFile(_as_json(brief), None, brief.marking))
    told = (*intake.base.remarks, *_unreleased(cuts, intake), *_remarks(brief, cuts, order))
    return Made(brief, cuts, tuple(files), told)


def _unreleased(cuts: Iterable["Cut"], intake: "Intake") -> Iterator[str]:
    """For whom notes without a marking are held back."""
    notes = intake.base.notes
    for one in cuts:
        ceiling = one.folder.audience.marking_ceiling
        if notes and notes.marking is None and ceiling:
            yield (
                f"{one.folder.audience.name}: {notes.name} is held back, as its head gives no marking; "
                f"to release it, write a line such as marking: {ceiling}"
            )


class Intake(msgspec.Struct, frozen=True):
    """What was taken in for a brief."""

    raws: tuple[RawSource, ...]
    unread: tuple[Unread, ...]
    base: "Base"
    tell: "Teller | None" = None
    """What remembers what a document tells; without it that is worked out."""


def take_in(order: Order, engine: "Engine", read: "Reading | None" = None) -> Intake:
    """The sources of `order`, read by `engine`; `read` stands in for the reading of one document.

    Raises `InputError` where one of the paths is not there.
    """
    from briefgen.pipeline import read_base, read_document
    from briefgen.store.inbox import collect

    apart = [order.output, order.output / order.request.name, *([order.notes] if order.notes else [])]
    raws, unread = collect(order.paths, apart_from=apart)
    base = read_base(raws, unread, order.defaults, engine, read or read_document)
    return Intake(raws, unread, with_asked(base, order))


def with_asked(
    base: "Base", order: Order, others: Iterable[str] = (), moved: "Moved | None" = None
) -> "Base":
    """`base` with the notes of `order`, and without what names none of its topics.

    `others` are names of inputs that there are and that `base` does not hold, which notes may name too;
    `moved` says what notes name by an earlier name, and makes what they name in vain a problem of the base.
    Raises `InputError` where the notes cannot be used.
    """
    from briefgen.pipeline import on_topics, read_notes, with_notes

    if order.topics:
        base = on_topics(base, order.topics)
    if order.notes is None:
        return base
    from briefgen.store.notes import load_notes

    return with_notes(base, read_notes(*load_notes(order.notes)), others, moved)


def request_with_scheme(order: Order) -> Request:
    """What `order` asks for, with the markings that its templates have."""
    from briefgen.pipeline import load_scheme

    return msgspec.structs.replace(order.request, scheme=load_scheme(order.templates))


Compared = dict[tuple[str | None, frozenset[str]], Brief]
"""Briefs that were compared with an earlier edition, by the ceiling and the names of what is not in them."""


def cut(
    audience: str,
    intake: Intake,
    request: Request,
    order: Order,
    briefs: dict[frozenset[str], Brief],
    compared: Compared | None = None,
) -> "Cut":
    """The brief of what `audience` may see: of everything, or made again without the rest.

    `briefs` holds those that were made of `intake` for `request`, by the names of what is not in them, and
    `compared` the same with what changed.
    """
    from briefgen.pipeline import Cut, held_back, notes_held_back, open_folder

    folder = open_folder(audience, order.templates, order.page, order.labels)
    ceiling = folder.audience.marking_ceiling
    _check_ceiling(audience, ceiling, request)
    held = held_back(intake.raws, intake.unread, ceiling, request.scheme)
    held |= notes_held_back(intake.base.notes, held, ceiling, request.scheme)
    brief = _brief_without(held, intake, request, briefs)
    known = {} if compared is None else compared
    return Cut(_with_changes(brief, ceiling, held, intake, request, order, known), folder)


def _with_changes(
    brief: Brief,
    ceiling: str | None,
    held: frozenset[str],
    intake: Intake,
    request: Request,
    order: Order,
    compared: Compared,
) -> Brief:
    """`brief`, from which `held` are kept back, with what changed since the earlier edition, if there is one.

    Nothing of that edition is used that who may see up to `ceiling` may not see, now or then.
    """
    since = order.since
    earlier = since.seen_up_to(ceiling, request.scheme) if since else None
    if request.as_of is None:
        from briefgen.pipeline import standing_for

        reached = earlier.as_of if earlier else dict(order.reached).get(ceiling)
        brief = standing_for(brief, reached, request.today)
    if since is None or earlier is None:
        return brief
    if (ceiling, held) not in compared:
        from briefgen.checks import check_brief
        from briefgen.pipeline import NOTES, with_changes

        hidden = held | since.hidden_from(ceiling, request.scheme)
        hidden |= {one.sha256 for one in intake.raws if one.name in held}
        hidden |= {one.sha256 for one in intake.unread if one.name in held and one.sha256}
        standing = {one.name: one.sha256 for one in since.standing}
        if NOTES in held:  # what cannot be seen now is not told to be withdrawn
            earlier = msgspec.structs.replace(earlier, notes=msgspec.UNSET)
        made = with_changes(brief, earlier, request.scheme, standing, hidden)
        check_brief(made, held=brief)
        compared[ceiling, held] = made
    return compared[ceiling, held]


def _remarks(brief: Brief, cuts: Iterable["Cut"], order: Order) -> tuple[str, ...]:
    """What to know of the comparison with the earlier edition."""
    if order.since is None:
        return ()
    earlier = order.since.whole
    told = [
        f"{one.folder.audience.name}: not compared with edition {earlier.edition}, which holds what this "
        "audience may not see"
        for one in cuts
        if one.brief.changes is None
    ]
    if earlier.as_of[:10] > brief.as_of[:10]:
        told.append(
            f"edition {earlier.edition} stands for {earlier.as_of}, later than this brief's {brief.as_of}: "
            "what changed is told as if it were the earlier one"
        )
    if earlier.withheld:
        told.append(
            f"edition {earlier.edition} is a brief from which {earlier.withheld} inputs were held back: what "
            "rests on them counts as new"
        )
    return tuple(told)


def earlier_edition(path: Path, name: str) -> "Since":
    """The brief at `path`, to compare the brief `name` with.

    Raises an error of `briefgen.model.problem` where it is none, is damaged, or is one of another name.
    """
    from briefgen.checks import check_brief
    from briefgen.model.since import Since
    from briefgen.store.lookup import read_brief

    earlier = read_brief(path)
    try:
        check_brief(earlier)
    except UnfaithfulError as error:
        raise InputError(
            f"{path} is damaged, so nothing can be compared with it: {error}. Name another edition, or leave "
            "--since out"
        ) from error
    if earlier.name != name:
        raise InputError(
            f"{path} is an edition of “{earlier.name}”, and this brief is “{name}”: name an edition of it, "
            f"or give --name {earlier.name}"
        )
    return Since(earlier)


def _brief_without(
    held: frozenset[str], intake: Intake, request: Request, briefs: dict[frozenset[str], Brief]
) -> Brief:
    from briefgen.checks import check_brief
    from briefgen.pipeline import make_brief, tell_each, without

    if held not in briefs:
        brief = make_brief(without(intake.base, held), request, intake.tell or tell_each)
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
    from briefgen.gate import held
    from briefgen.pipeline import make_page, notes_on, render_page

    if set(formats) == {"json"}:
        return ()
    page = make_page(cut.brief, cut.folder)
    with held(page):
        made = render_page(page, formats)
    notes = notes_on(page, formats)
    if not notes or not made:
        return made
    return msgspec.structs.replace(made[0], notes=(*notes, *made[0].notes)), *made[1:]


def page_of(cut: "Cut") -> "Page":
    """The page of `cut`, its text held against the evidence that it cites."""
    from briefgen.gate import hold
    from briefgen.pipeline import make_page

    page = make_page(cut.brief, cut.folder)
    hold(page)
    return page


def check_apart(folders: Iterable[Path], paths: Iterable[Path], place: str = "--output") -> None:
    """Raise `InputError` where one of the `folders` that is to be written to is one of the sources.

    `place` is what names the folders.
    """
    sources = {path.resolve() for path in paths}
    for folder in folders:
        if folder.resolve() in sources:
            raise InputError(f"{folder} holds the sources and is to hold the brief: give another {place}")


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
    earlier: int = 0
    """Sentences that the brief keeps of an earlier edition; they were taken from it and not read again."""
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
    kept = len(brief.changes.evidence) if brief.changes else 0
    return Verdict(brief.name, len(brief.evidence), len(brief.sources), remarks, mismatches, kept, renamed)


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
