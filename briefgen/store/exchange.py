"""A job with all its editions as files, and back: for keeping, for moving, for other programs.

The folder holds lines of JSON for editions, runs, deliveries and inputs, each edition's models and files as
they are, and `manifest.json` with the hash of each of them, which is written last and read first.
"""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, func, select

from briefgen import __version__
from briefgen.model.artefact import Artefact
from briefgen.model.codec import decode_brief, encode_brief
from briefgen.model.edition import Delivery, Edition, Filed, Input, Run
from briefgen.model.problem import InputError, OutputError, StoreError
from briefgen.store.database import Store
from briefgen.store.deliveries import deliveries_of, take_in
from briefgen.store.editions import (
    Contents,
    editions_of,
    files_of,
    keep_model,
    model_bytes,
    save_edition,
)
from briefgen.store.inventory import inputs_of, set_inputs
from briefgen.store.runs import runs_of, take_in_run
from briefgen.store.tables import editions, runs

FORMAT = 1
"""Raised when an older reader could misread a newer export."""
MANIFEST = "manifest.json"
LONGEST = 16_000_000
"""Bytes of a manifest; it has a line for each file."""


class Listed(msgspec.Struct, frozen=True):
    """A file of the export."""

    path: str
    """From the folder of the export, with `/`."""
    sha256: str
    size: int


class Manifest(msgspec.Struct, frozen=True):
    """What an export holds."""

    format: int
    generator: str
    job: str
    editions: int
    files: tuple[Listed, ...]
    """All but the manifest itself, in the order in which they are read."""


class KeptModel(msgspec.Struct, frozen=True):
    """A brief of an edition."""

    ceiling: str
    """The highest marking that is in it; empty for all."""
    path: str


class KeptFile(msgspec.Struct, frozen=True):
    """A file of an edition."""

    name: str
    media_type: str
    audience: str | None
    marking: str | None
    path: str


class KeptEdition(msgspec.Struct, frozen=True):
    """A line of `editions.jsonl`."""

    edition: Edition
    """Its `run` is the place of the run in `runs.jsonl`, from 1; 0 where that is not known."""
    models: tuple[KeptModel, ...]
    files: tuple[KeptFile, ...]


Line = TypeVar("Line")
Put = Callable[[str, bytes], None]


def export_job(store: Store, job: str, folder: Path) -> Manifest:
    """Write all that `store` keeps of `job` into `folder`, which has to be empty or not there yet.

    Raises `InputError` where there is nothing of that job, `OutputError` where `folder` cannot be used, and
    `DamagedError` where the store no longer holds what was kept.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise OutputError(f"{folder} is not empty: name another folder for the export")
        listed: list[Listed] = []

        def put(path: str, data: bytes) -> None:
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            listed.append(_listed(path, data))

        with store.reading() as connection:
            if not _known(connection, job):
                raise InputError(f"the store {store.name} holds nothing of a job {job}")
            number = _put_all(connection, job, put)
        manifest = Manifest(FORMAT, f"briefgen {__version__}", job, number, tuple(listed))
        (folder / MANIFEST).write_bytes(_pretty(manifest))
    except OSError as error:
        raise OutputError(f"{folder} was not written: {error.strerror}; name another folder") from error
    return manifest


def _known(connection: Connection, job: str) -> bool:
    found = (select(func.count()).where(table.c.job == job) for table in (editions, runs))
    return any(connection.scalar(one) for one in found)


def _put_all(connection: Connection, job: str, put: Put) -> int:
    """Give `put` each file of the export; returns how many editions there are."""
    ran = sorted(runs_of(connection, job, None), key=lambda run: run.id)
    places = {run.id: place for place, run in enumerate(ran, 1)}
    kept = []
    for edition in reversed(editions_of(connection, job)):
        numbered = msgspec.structs.replace(edition, run=places.get(edition.run, 0))
        kept.append(_put_edition(connection, edition, numbered, put))
    put("editions.jsonl", _lines(kept))
    put("runs.jsonl", _lines(msgspec.structs.replace(run, id=places[run.id]) for run in ran))
    sent = enumerate(deliveries_of(connection, job), 1)
    put("deliveries.jsonl", _lines(msgspec.structs.replace(one, id=place) for place, one in sent))
    put("inputs.jsonl", _lines(inputs_of(connection, job).values()))
    return len(kept)


def _put_edition(connection: Connection, edition: Edition, numbered: Edition, put: Put) -> KeptEdition:
    folder = f"editions/{edition.number:05}"
    held = []
    for place, (ceiling, data) in enumerate(model_bytes(connection, edition).items()):
        path = f"{folder}/{'brief' if not ceiling else f'brief-{place}'}.json"
        put(path, data)
        held.append(KeptModel(ceiling, path))
    files = []
    for one in files_of(connection, edition):
        path = f"{folder}/files/{one.artefact.name}"
        put(path, one.artefact.data)
        files.append(KeptFile(one.artefact.name, one.artefact.media_type, one.audience, one.marking, path))
    return KeptEdition(numbered, tuple(held), tuple(files))


def _lines(values: Iterable[msgspec.Struct]) -> bytes:
    return b"".join(msgspec.json.encode(one) + b"\n" for one in values)


def _pretty(value: msgspec.Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _listed(path: str, data: bytes) -> Listed:
    return Listed(path, hashlib.sha256(data).hexdigest(), len(data))


# Back


def import_job(store: Store, folder: Path) -> tuple[Manifest, bool]:
    """Take what `export_job` wrote into `folder` into `store`, as a whole or not at all.

    Returns the manifest, and whether anything was taken in: where the store holds just that already, nothing
    is. Raises `InputError` where a file is not what the manifest says, and `StoreError` where the store
    holds other editions or runs of the job. Whoever calls it holds the lock of the job.
    """
    manifest = read_manifest(folder)
    export = Export(folder, manifest)
    export.check()
    with store.writing() as connection:
        if _known(connection, manifest.job):
            if _digest_of(connection, manifest.job) != [(one.path, one.sha256) for one in manifest.files]:
                raise StoreError(
                    f"the store {store.name} holds other editions or runs of {manifest.job}, which must not "
                    "be mixed with these: import into an empty store (BRIEFGEN_STORE names one)"
                )
            return manifest, False
        _take_all(connection, export)
    return manifest, True


def _digest_of(connection: Connection, job: str) -> list[tuple[str, str]]:
    """Path and hash of each file that an export of `job` would have."""
    found: list[tuple[str, str]] = []
    _put_all(connection, job, lambda path, data: found.append((path, hashlib.sha256(data).hexdigest())))
    return found


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the export in `folder`; raises `InputError` where there is none that can be read."""
    path = folder / MANIFEST
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({error.strerror}): name the folder that `briefgen export` wrote"
        ) from error
    try:
        manifest = msgspec.json.decode(data[:LONGEST], type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is no manifest of an export: {error}") from error
    if manifest.format != FORMAT:
        raise InputError(
            f"{path} has format {manifest.format}, this version reads format {FORMAT}: import it with the "
            f"version that wrote it, {manifest.generator}"
        )
    return manifest


class Export:
    """The files of an export, each held against the manifest whenever it is read."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Nothing is read yet."""
        self.job = manifest.job
        self._folder = folder
        self._listed = {one.path: one for one in manifest.files}

    def check(self) -> None:
        """Raise `InputError` where anything is missing, changed, or cannot be taken in."""
        for path in self._listed:
            self.data(path)
        for one in self.editions():
            for model in one.models:
                decode_brief(self.data(model.path), str(self._folder / model.path))
            if one.edition.job != self.job or bool(one.edition.pruned) is bool(one.models):
                raise self._wrong("editions.jsonl", "does not fit the manifest")
        if {*(run.job for run in self.runs()), *(one.job for one in self.deliveries())} - {self.job}:
            raise self._wrong(MANIFEST, "holds runs or deliveries of another job")
        self.inputs()

    def data(self, path: str) -> bytes:
        """The bytes of one file."""
        listed = self._listed.get(path)
        if listed is None:
            raise self._wrong(path, "is not in the manifest")
        parts = PurePosixPath(path)
        if parts.is_absolute() or ".." in parts.parts:
            raise self._wrong(path, "lies outside of the export")
        try:
            data = (self._folder / path).read_bytes()
        except OSError as error:
            raise self._wrong(path, f"cannot be read ({error.strerror})") from error
        if _listed(path, data) != listed:
            raise self._wrong(path, "is not what was exported")
        return data

    def editions(self) -> tuple[KeptEdition, ...]:
        """The editions, the oldest first."""
        return self._decoded("editions.jsonl", KeptEdition)

    def runs(self) -> tuple[Run, ...]:
        """The runs, the oldest first."""
        return self._decoded("runs.jsonl", Run)

    def deliveries(self) -> tuple[Delivery, ...]:
        """The deliveries, in the order in which they were planned."""
        return self._decoded("deliveries.jsonl", Delivery)

    def inputs(self) -> tuple[Input, ...]:
        """The inputs that the last edition knew."""
        return self._decoded("inputs.jsonl", Input)

    def _decoded(self, path: str, kind: type[Line]) -> tuple[Line, ...]:
        decoder = msgspec.json.Decoder(kind)
        found = []
        for number, line in enumerate(self.data(path).splitlines(), 1):
            try:
                found.append(decoder.decode(line))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise self._wrong(path, f"line {number}: {error}") from error
        return tuple(found)

    def _wrong(self, path: str, what: str) -> InputError:
        return InputError(
            f"{self._folder / path} {what}, so nothing was taken in: export again, or bring the file back"
        )


def _take_all(connection: Connection, export: Export) -> None:
    ids = {run.id: take_in_run(connection, run) for run in export.runs()}
    for one in export.editions():
        edition = msgspec.structs.replace(one.edition, run=ids.get(one.edition.run, 0))
        if edition.pruned:
            save_edition(connection, edition, None)
        else:
            _take_edition(connection, edition, one, export)
    take_in(connection, export.deliveries())
    set_inputs(connection, export.job, export.inputs())


def _take_edition(connection: Connection, edition: Edition, one: KeptEdition, export: Export) -> None:
    held = {model.ceiling: export.data(model.path) for model in one.models}
    briefs = {ceiling or None: decode_brief(data, ceiling) for ceiling, data in held.items()}
    filed = tuple(
        Filed(Artefact(file.name, file.media_type, export.data(file.path)), file.audience, file.marking)
        for file in one.files
    )
    save_edition(connection, edition, Contents(briefs, filed))
    for ceiling, data in held.items():
        if encode_brief(briefs[ceiling or None]) != data:  # as a version before this wrote it
            keep_model(connection, edition, ceiling, data)
