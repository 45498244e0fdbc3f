"""Write the files of an edition to its folder, again where a run was killed before it had."""

import hashlib
import re
from collections.abc import Iterable
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


FIELDS = {
    "date": r"\d{4}-\d\d-\d\d",
    "number": r"\d{4,}",
    "made": r"\d{4}-\d\d-\d\dT\d{6}",
}
"""What stands for the fields of `naming` in the name of a folder."""


def unknown_editions(job: Job, known: Iterable[Edition]) -> tuple[Path, ...]:
    """Folders of editions below the output of `job` that are none of those `known`, oldest name first.

    Where there are some, the store was lost, or is another than the one that they were made with. Editions
    are known by the names of their folders, so that a project may be moved.
    """
    names = {Path(one.folder).name for one in known}
    fields = {**FIELDS, "job": re.escape(job.name)}
    last = job.naming.rpartition("/")[2]
    pattern = re.sub(r"\\{(\w+)\\}", lambda found: fields[found[1]], re.escape(last))
    shape = re.compile(rf"{pattern}(-\d+)?")
    depth = "/".join("*" for _ in job.naming.split("/"))
    found = (one for one in job.output.glob(depth) if shape.fullmatch(one.name) and one.name not in names)
    return tuple(sorted(one for one in found if one.is_dir() and any(one.iterdir())))


def unknown_line(job: Job, known: Iterable[Edition]) -> str | None:
    """What to say of such folders; none where there are none."""
    found = unknown_editions(job, known)
    if not found:
        return None
    count = f"{len(found):,} edition{'' if len(found) == 1 else 's'}"
    return (
        f"{job.output} holds {count} that the store does not know, the last {found[-1].name}: was the store "
        "lost, or is `store` in briefgen.toml another? Bring back its backup, or `briefgen import` an export "
        "into a new store; to go on without, move them away"
    )


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
