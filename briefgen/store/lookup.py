"""Find a stored brief, and again the sources that it was made from."""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path, PurePosixPath

from briefgen.model.brief import Brief, Source
from briefgen.model.codec import decode_brief
from briefgen.model.problem import InputError
from briefgen.model.source import RawSource, Unread
from briefgen.store.inbox import Input, find_inputs, load, printable

ATTACHED = "brief.json"
"""The name under which a PDF carries its brief."""


def read_brief(path: Path) -> Brief:
    """The brief in a `brief.json`, or in the PDF that carries it; raises `InputError` if there is none."""
    shown = printable(str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{shown} cannot be read: {error.strerror}. Name a brief.json or a brief's PDF"
        ) from error
    return decode_brief(_attached(data, shown) if data.startswith(b"%PDF-") else data, shown)


def _attached(data: bytes, shown: str) -> bytes:
    """The bytes of the brief that a PDF carries."""
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        files = {file.name: file.content for file in PdfReader(BytesIO(data)).attachment_list}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            f"{shown} is a damaged PDF: build the brief again, or verify its brief.json"
        ) from error
    if ATTACHED not in files:
        raise InputError(f"{shown} carries no {ATTACHED}, so it is not a brief that briefgen printed")
    return files[ATTACHED]


def find_sources(sources: Iterable[Source], below: Iterable[Path]) -> dict[str, RawSource]:
    """For each of `sources`, by its name, the file at or below the paths `below` that it was read from.

    That is the file of its name; where there is none, the file with the same bytes, whatever its name now;
    and else one whose path ends like the source's name. A source that is not found is left out. Raises
    `InputError` for a missing path.
    """
    inputs, _ = find_inputs(below)
    loaded = [raw for one in inputs if isinstance(raw := load(one), RawSource)]
    by_hash = {raw.sha256: raw for raw in reversed(loaded)}
    found = {}
    for source in sources:
        same = _called(source, loaded) or by_hash.get(source.sha256) or _by_name(source.name, loaded)
        if same is not None:
            found[source.name] = same
    return found


def _called(source: Source, raws: Iterable[RawSource]) -> RawSource | None:
    """The file that has all of the source's name; of several the one with the same bytes."""
    parts = source.name.split("/")
    called = [raw for raw in raws if _common_end(parts, raw.path.split("/")) == len(parts)]
    same = [raw for raw in called if raw.sha256 == source.sha256]
    return next(iter(same or called), None)


def _by_name(name: str, raws: Iterable[RawSource]) -> RawSource | None:
    """The file that is called so, from whichever folder it was named; the longest likeness wins."""
    parts = name.split("/")
    likeness = [(_common_end(parts, raw.path.split("/")), raw) for raw in raws]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] else None


def _common_end(one: list[str], other: list[str]) -> int:
    """How many parts the two have in common at their ends."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def find_beside(sources: Iterable[Source], brief: Path, working_folder: Path) -> dict[str, RawSource]:
    """As `find_sources`, looking for each source by its name below the working folder, and then below
    each folder above `brief`.
    """
    bases = [working_folder, *brief.absolute().parents]
    found = {}
    for source in sources:
        raws = list(_candidates(source.name, bases))
        same = [raw for raw in raws if raw.sha256 == source.sha256]
        if raws:
            found[source.name] = (same or raws)[0]
    return found


def _candidates(name: str, bases: Iterable[Path]) -> Iterator[RawSource]:
    parts = PurePosixPath(name).parts
    if ".." in parts or name.startswith("/"):
        return  # briefgen gives no source such a name; a brief that has one was made to look elsewhere
    for base in bases:
        path = base / name
        if path.is_file():
            raw = load(Input(path, name))
            if not isinstance(raw, Unread):
                yield raw
