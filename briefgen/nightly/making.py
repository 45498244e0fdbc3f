"""Make what the next edition of a job is to be, in memory: nothing is kept or written here."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec

from briefgen.model.brief import Brief, Coverage
from briefgen.model.edition import Edition, Filed, Showing
from briefgen.model.job import Job, Mail
from briefgen.model.problem import InputError
from briefgen.model.request import Request
from briefgen.model.since import Since
from briefgen.model.source import Metadata
from briefgen.nightly.comparing import counts_of
from briefgen.nightly.gathering import Gathered
from briefgen.nightly.window import Look, fingerprint, moment
from briefgen.run import Intake, Made, Order, check_apart, with_asked

if TYPE_CHECKING:
    from briefgen.pipeline import Base, Cut
    from briefgen.store.cache import Readings

MAILED = ("md", "txt", "html", "pdf")
"""Formats that a mail carries, made for it even where nobody wants them as files; its text is `txt`, as the
citations of Markdown lead to anchors, and its pictures to files, that a mail has not."""


def order_of(job: Job, number: int, now: datetime, last: Edition | None = None) -> Order:
    """What edition `number` of `job`, the next after `last`, is to be made of, and how."""
    mailed = MAILED if any(isinstance(channel, Mail) for channel in job.deliveries) else ()
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
        audiences=_audiences(job),
        formats=tuple(dict.fromkeys([*job.formats, *mailed])),
        defaults=Metadata(published=job.published),
        templates=job.templates,
        page=job.page,
        labels=job.labels,
        engine=job.engine,
        notes=job.notes,
        topics=job.topics,
        reached=_reached(last) if last else (),
    )


def _audiences(job: Job) -> tuple[str, ...]:
    """Whom an edition of `job` is made for: its own audiences, and those of its deliveries."""
    named = (channel.audience for channel in job.deliveries if channel.audience)
    return tuple(dict.fromkeys([*job.audiences, *named]))


def _reached(last: Edition) -> tuple[tuple[str | None, str], ...]:
    """By marking ceiling what `last` stood for; none for all of it."""
    cuts = tuple((one.ceiling, one.as_of) for one in last.audiences if one.ceiling)
    return ((None, last.as_of), *cuts)


def mark_of(seen: Look, job: Job) -> str:
    """The fingerprint of an edition of `job` that tells of what is `seen`."""
    return fingerprint(seen, _settings(job))


def _settings(job: Job) -> Iterator[bytes]:
    """Everything but the sources that the words of an edition depend on."""
    from briefgen.pipeline import GENERATOR

    yield GENERATOR.encode()
    yield msgspec.json.encode(
        (
            job.title,
            _audiences(job),
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


def take_in_shown(
    gathered: Gathered,
    seen: Look,
    order: Order,
    readings: "Readings",
    since: Since | None,
    former: Callable[[], Mapping[str, str]],
) -> tuple[Intake, Look]:
    """The sources in the window, read by `readings`, and `seen` without those that turned out too old.

    Notes may name the others too, and what was renamed by the name that it had: `former` gives the hashes of
    all that was ever told of, by name.
    """
    from briefgen.pipeline import load_engine, read_base

    engine = load_engine(order.engine)
    while True:
        raws = tuple(one for one in gathered.raws if one.name in seen.shown)
        unread = tuple(one for one in gathered.unread if one.name in seen.shown)
        readings.expect(raws, order.defaults, engine)
        base = read_base(raws, unread, order.defaults, engine, readings)
        old = _too_old(base, seen, since)
        if not old:
            break
        seen = seen.without(old)
    others = (one.name for one in seen.inputs)
    asked = with_asked(base, order, others, lambda: _moved(seen, former()))
    return Intake(raws, unread, asked, readings.tell), seen


def _moved(seen: Look, former: Mapping[str, str]) -> dict[str, str]:
    """The present names of inputs that had others, by these: known by their bytes."""
    present = {one.sha256: one.name for one in reversed(seen.inputs) if one.sha256}
    return {name: present[sha256] for name, sha256 in former.items() if sha256 in present}


def _too_old(base: "Base", seen: Look, since: Since | None) -> frozenset[str]:
    """Names of what says itself that it was published before the window.

    Of what the last edition told of its brief says when that was; the others are looked into.
    """
    if seen.reach is None:
        return frozenset()
    told = {one.name: one.published for one in since.whole.sources} if since else {}
    return frozenset(
        one.name
        for one in base.documents
        if seen.is_old(
            told[one.name]
            if one.name in told and one.name not in seen.fresh
            else one.found().document.metadata.published
        )
    )


def folder_of(job: Job, made: Made, now: datetime) -> Path:
    """The folder of the new edition.

    Where something stands there already, though the name has the edition's number, the store was lost or
    copied: what stands there is an edition too, and stays.
    """
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
    if "{number}" not in job.naming:
        return job.output / name
    others = (job.output / f"{name}-{more}" for more in count(2))
    return next(one for one in chain([job.output / name], others) if not os.path.lexists(one))


def check_places(job: Job) -> None:
    """Raise `InputError` where editions would be written among the sources."""
    check_apart((job.output,), job.sources, f"`output` of the job {job.name} in briefgen.toml")


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
        folder=str(folder_of(job, made, now)),
        counts=counts_of(brief),
        run=run,
        audiences=tuple(_showing(one) for one in made.cuts),
    )


def _showing(cut: "Cut") -> Showing:
    audience, brief = cut.folder.audience, cut.brief
    return Showing(
        audience.name, audience.marking_ceiling, brief.title, brief.as_of, brief.marking, counts_of(brief)
    )


def problems_of(rows: Iterable[Coverage]) -> Mapping[str, tuple[str, ...]]:
    """What was wrong with inputs, by name."""
    return {one.name: tuple(map(str, one.problems)) for one in rows if one.problems}


def problems_read(base: "Base", seen: Look) -> Mapping[str, tuple[str, ...]]:
    """What was wrong with the inputs of which no edition has told as they are, and those that are no text."""
    fresh = {
        one.name: tuple(map(str, one.found().document.problems))
        for one in base.documents
        if one.name in seen.fresh
    }
    return fresh | {one.name: (str(one.problem),) for one in base.unread}


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
