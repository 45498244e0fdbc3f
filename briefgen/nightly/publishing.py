"""Write the files of an edition to its folder, again where a run was killed before it had."""

import hashlib
from pathlib import Path

from briefgen.model.artefact import Artefact
from briefgen.model.edition import Edition, Filed
from briefgen.model.job import Job
from briefgen.store.outbox import write_for

BESIDE_MARKDOWN = (".svg",)
"""Files that the Markdown shows."""


def publish(job: Job, edition: Edition, files: tuple[Filed, ...]) -> tuple[Path, ...]:
    """Write those of `files` that `job` wants as files; those that stand there already stay as they are.

    Raises `OutputError` where that cannot be done; whatever stood there before then still stands.
    """
    folder = Path(edition.folder)
    wanted = [one.artefact for one in files if is_wanted(one, job)]
    lacking = [one for one in wanted if not _stands(folder / one.name, one)]
    if lacking:
        write_for(f"`output` of the job {job.name} in briefgen.toml", lacking, folder)
    return tuple(folder / one.name for one in wanted)


def is_wanted(one: Filed, job: Job) -> bool:
    """Whether `job` asks for that file, and not only a channel of delivery."""
    if one.audience is not None and one.audience not in job.audiences:
        return False
    suffix = Path(one.artefact.name).suffix
    return suffix.removeprefix(".") in job.formats or (suffix in BESIDE_MARKDOWN and "md" in job.formats)


def _stands(path: Path, artefact: Artefact) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(artefact.data).digest()
    except OSError:
        return False
