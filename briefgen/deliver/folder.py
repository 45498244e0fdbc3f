"""Deliver copies into a folder, such as a file share, and have `latest` lead to the newest."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from briefgen.deliver.telling import folder_name
from briefgen.model.artefact import Artefact
from briefgen.model.edition import Edition
from briefgen.model.job import Folder
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DeliveryError, OutputError
from briefgen.store.outbox import write_for

LATEST = "latest"
STATE = ".latest.json"
"""Beside `latest`: which edition it leads to, and whether it is a copy, which may be replaced."""


def deliver_to_folder(channel: Folder, parcel: Parcel, secrets: Mapping[str, str]) -> None:
    """Copy the files of `parcel` to a folder of the edition's name below that of `channel`.

    All are there or none, and only then does `latest` lead to them, unless it leads to a newer edition
    already. Raises `DeliveryError`, never for good: a share that is away comes back.
    """
    if parcel.quiet:
        return
    name = folder_name(parcel.edition)
    artefacts = tuple(file.artefact for file in parcel.files)
    put(artefacts, channel.path / name, channel.name)
    if not channel.latest:
        return
    try:
        _lead(channel.path, name, parcel.edition, artefacts)
    except OSError as error:
        raise DeliveryError(
            f"{channel.path / LATEST} was not brought up to date: {error.strerror or error}. "
            "Make the folder writable; what it leads to is as it was",
            permanent=False,
        ) from error


def put(artefacts: tuple[Artefact, ...], folder: Path, channel: str) -> None:
    """Write `artefacts` below `folder`, all or none; what fails is told as of the delivery `channel`."""
    try:
        write_for("`path`", artefacts, folder)
    except OutputError as error:
        raise DeliveryError(f"“{channel}”: {error}", permanent=False) from error


class Latest(msgspec.Struct, frozen=True):
    """What `latest` leads to."""

    job: str
    number: int
    copied: bool = False


def _lead(path: Path, name: str, edition: Edition, artefacts: tuple[Artefact, ...]) -> None:
    known = _known(path)
    link = path / LATEST
    if known and known.job == edition.job and known.number > edition.number and os.path.lexists(link):
        return
    copied = os.path.lexists(link) and not link.is_symlink()
    if copied and not (known and known.copied):
        raise DeliveryError(
            f"{link} was not made here, and was left alone: move it, or set latest = false",
            permanent=False,
        )
    # The state goes first: it must never be that of an older edition than the one that is led to.
    _keep(path, Latest(edition.job, edition.number, copied))
    if copied or not _link(link, name):
        _keep(path, Latest(edition.job, edition.number, copied=True))
        _copy(link, artefacts)


def _known(path: Path) -> Latest | None:
    try:
        return msgspec.json.decode((path / STATE).read_bytes(), type=Latest)
    except (OSError, msgspec.MsgspecError):
        return None


def _keep(path: Path, latest: Latest) -> None:
    """Write down what `latest` is to lead to."""
    put_file(path / STATE, msgspec.json.encode(latest))


def put_file(path: Path, data: bytes) -> None:
    """Have `path` hold `data`, in one step; raises `OSError`, and what stood there before still stands.

    The outbox would look through all that is below the folder, which may be years of editions on a share.
    """
    fresh = path.with_name(f".{path.name.lstrip('.')}-new")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _link(link: Path, name: str) -> bool:
    """Have `link` lead to the folder `name` beside it, in one step; false where there are no such links."""
    fresh = link.with_name(f".{LATEST}-new-{os.getpid()}")
    with suppress(FileNotFoundError):
        fresh.unlink()
    try:
        fresh.symlink_to(name, target_is_directory=True)
    except (OSError, NotImplementedError):
        return False
    fresh.replace(link)
    return True


def _copy(link: Path, artefacts: tuple[Artefact, ...]) -> None:
    """Have a folder at `link` hold `artefacts`; for a moment between two renamings there is none."""
    fresh, old = link.with_name(f".{LATEST}-new"), link.with_name(f".{LATEST}-old")
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    put(artefacts, fresh, LATEST)
    if os.path.lexists(link):
        link.rename(old)
    fresh.rename(link)
    shutil.rmtree(old, ignore_errors=True)
