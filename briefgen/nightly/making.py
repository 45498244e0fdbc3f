"""Make what the next edition of a job is to be, in memory: nothing is kept or written here."""

import fnmatch
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from briefgen.model.brief import Brief
from briefgen.model.edition import Counts, Edition, Filed, Showing
from briefgen.model.job import Job, Mail
from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.nightly.window import Look, fingerprint, moment
from briefgen.run import Intake, Made, Order, check_apart, with_asked
from briefgen.store.inbox import collect

if TYPE_CHECKING:
    from briefgen.pipeline import Cut, Reading

MAILED = ("md", "html", "pdf")
"""Formats that a mail carries, made for it even where nobody wants them as files."""
WILD = "*?["


class Gathered(NamedTuple):
    """A job's sources as they are now."""

    raws: tuple[RawSource, ...]
    unread: tuple[Unread, ...]
    problems: tuple[tuple[str, str], ...]
    """What was wrong with the job's own words for its sources."""


def gather(job: Job) -> Gathered:
    """The sources of `job`, those of its feeds included.

    Raises `InputError` where a folder or file that the job names is not there: what stood in it must not be
    taken for withdrawn.
    """
    paths, problems = _paths(job)
    apart = (job.output, *([job.notes] if job.notes else []))
    raws, unread = collect(paths, apart_from=apart) if paths else ((), ())
    return Gathered(
        tuple(one for one in raws if _wanted(one.name, job)),
        tuple(one for one in unread if _wanted(one.name, job)),
        tuple(problems),
    )


def _paths(job: Job) -> tuple[tuple[Path, ...], list[tuple[str, str]]]:
    found: list[Path] = []
    problems = []
    for path in job.sources:
        matching = _matching(path) if any(letter in str(path) for letter in WILD) else [path]
        found += matching
        if not matching:
            problems.append((str(path), "matches no file: look at `sources` of the job"))
    feeds = [job.feed_folder / feed.name for feed in job.feeds]
    return tuple(dict.fromkeys([*found, *(folder for folder in feeds if folder.is_dir())])), problems


def _matching(path: Path) -> list[Path]:
    if path.exists():
        return [path]
    return sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))


def _wanted(name: str, job: Job) -> bool:
    """Whether no pattern of the job leaves the input out, by its name or by that without the first folder."""
    inner = name.partition("/")[2] or name
    return not any(fnmatch.fnmatchcase(one, pattern) for one in (name, inner) for pattern in job.apart_from)


def order_of(job: Job, number: int, now: datetime) -> Order:
    """What edition `number` of `job` is to be made of, and how."""
    mailed = MAILED if any(isinstance(channel, Mail) for channel in job.deliveries) else ()
    named = [channel.audience for channel in job.deliveries if channel.audience]
    return Order(
        paths=job.sources,
        output=job.output,
        request=Request(
            name=job.name,
            today=now.astimezone(ZoneInfo(job.zone)).date().isoformat(),
            title=job.title,
            marking=job.marking,
            edition=number,
        ),
        audiences=tuple(dict.fromkeys([*job.audiences, *named])),
        formats=tuple(dict.fromkeys([*job.formats, *mailed])),
        defaults=Metadata(published=job.published),
        templates=job.templates,
        page=job.page,
        labels=job.labels,
        engine=job.engine,
        notes=job.notes,
        topics=job.topics,
    )


def mark_of(seen: Look, job: Job) -> str:
    """The fingerprint of an edition of `job` that tells of what is `seen`."""
    return fingerprint(seen, _settings(job))


def _settings(job: Job) -> Iterator[bytes]:
    """Everything but the sources that the words of an edition depend on."""
    from briefgen.pipeline import GENERATOR

    yield GENERATOR.encode()
    mailed = any(isinstance(channel, Mail) for channel in job.deliveries)
    named = sorted({channel.audience for channel in job.deliveries if channel.audience})
    yield msgspec.json.encode(
        (
            job.title,
            job.audiences,
            named,
            mailed,
            job.formats,
            job.page,
            job.labels,
            job.topics,
            job.marking,
            job.published,
            job.engine,
            (job.window.kind, job.window.hours),
        )
    )
    for folder in job.templates:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()
    if job.notes is not None and job.notes.is_file():
        yield job.notes.read_bytes()


def take_in_shown(gathered: Gathered, seen: Look, order: Order, read: "Reading") -> Intake:
    """The sources in the window, read by `read`; notes may name the others too."""
    from briefgen.pipeline import load_engine, read_base

    raws = tuple(one for one in gathered.raws if one.name in seen.shown)
    unread = tuple(one for one in gathered.unread if one.name in seen.shown)
    base = read_base(raws, unread, order.defaults, load_engine(order.engine), read)
    others = (one.name for one in seen.inputs)
    return Intake(raws, unread, with_asked(base, order, others))


def folder_of(job: Job, made: Made, now: datetime) -> str:
    """The name of the edition's folder below the job's own."""
    brief = made.brief
    fields = {
        "job": job.name,
        "number": f"{brief.edition:04}",
        "date": brief.as_of[:10],
        "made": now.strftime("%Y-%m-%dT%H%M%S"),
    }
    name = job.naming.format(**fields)
    if not name.strip("./ ") or ".." in Path(name).parts or Path(name).is_absolute():
        raise InputError(
            f"`naming` of the job {job.name} gives “{name}”, which names no folder below its output"
        )
    return name


def check_places(job: Job) -> None:
    """Raise `InputError` where editions would be written among the sources."""
    check_apart((job.output,), job.sources)


def edition_of(job: Job, made: Made, mark: str, run: int, now: datetime) -> Edition:
    """What the store keeps of `made` beside its contents."""
    brief = made.brief
    return Edition(
        job=job.name,
        number=brief.edition,
        made=moment(now),
        as_of=brief.as_of,
        title=brief.title,
        marking=brief.marking,
        fingerprint=mark,
        folder=str(job.output / folder_of(job, made, now)),
        counts=counts_of(brief),
        run=run,
        audiences=tuple(_showing(one) for one in made.cuts),
    )


def _showing(cut: "Cut") -> Showing:
    audience, brief = cut.folder.audience, cut.brief
    return Showing(
        audience.name, audience.marking_ceiling, brief.title, brief.as_of, brief.marking, counts_of(brief)
    )


def counts_of(brief: Brief) -> Counts:
    """What `brief` holds, and what is new in it."""
    problems = sum(len(entry.problems) for entry in brief.coverage)
    return Counts(len(brief.sources), len(brief.claims), problems)


def problems_of(made: Made) -> tuple[tuple[str, str], ...]:
    """Inputs with what was wrong with them."""
    return tuple((entry.name, str(problem)) for entry in made.brief.coverage for problem in entry.problems)


def filed(made: Made) -> tuple[Filed, ...]:
    """The files of `made` as the store keeps them."""
    return tuple(Filed(one.artefact, one.audience, one.marking) for one in made.files)


def models_of(made: Made) -> Mapping[str | None, Brief]:
    """The brief of everything, and as it was cut for the ceiling of each audience."""
    cut: dict[str | None, Brief] = {
        one.folder.audience.marking_ceiling: one.brief
        for one in made.cuts
        if one.folder.audience.marking_ceiling
    }
    return {None: made.brief, **cut}
