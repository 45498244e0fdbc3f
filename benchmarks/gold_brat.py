"""Gold claims from brat standoff, as PolNeAR has them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.gold_format import Attribution, GoldDocument
from briefgen.model.span import Span

Spans = tuple[Span, ...]

EVENT = "Attribution"
ROLES = {"Source": "source", "Cue": "cue", "Content": "content"}
DATED = re.compile(r"_(\d{4}-\d\d-\d\d)_")
"""PolNeAR names its files PUBLISHER_DAY_TITLE.txt, and the annotation PUBLISHER_DAY_TITLE_ANNOTATOR.ann."""


def brat(files: Iterable[Path]) -> Iterator[GoldDocument]:
    """A document for each text that `files` annotate; of several annotations of one text, the first.

    The text stands beside its annotation, or in the folder `text` beside the annotation's folder; an
    annotation of which there is no text is left out, as PolNeAR has some.
    """
    done = set()
    for file in sorted(files):
        text = _text_of(file)
        if text and text not in done:
            done.add(text)
            yield _document(file, text)


def _text_of(annotation: Path) -> Path | None:
    names = (annotation.stem, annotation.stem.rpartition("_")[0])
    folders = (annotation.parent, annotation.parent.parent / "text")
    places = (folder / f"{name}.txt" for name in names if name for folder in folders)
    return next((place for place in places if place.exists()), None)


def _document(annotation: Path, text: Path) -> GoldDocument:
    day = DATED.search(text.name)
    return GoldDocument(
        id=text.stem,
        text=text.read_bytes().decode("utf-8"),  # line ends count as they stand
        dct=day[1] if day else None,
        attributions=tuple(_attributions(annotation.read_text("utf-8"))),
    )


def _attributions(source: str) -> Iterator[Attribution]:
    rows = [line.split("\t") for line in source.splitlines()]
    places = {row[0]: _spans(row[1]) for row in rows if row[0].startswith("T")}
    for row in rows:
        if row[0].startswith("E"):
            first, *arguments = (part.partition(":") for part in row[1].split())
            if first[0] == EVENT:
                yield _attribution([(role, places[place]) for role, _, place in arguments])


def _spans(told: str) -> Spans:
    """The places in `Content 3080 3273;3276 3665`."""
    pairs = (piece.split() for piece in told.split(maxsplit=1)[1].split(";"))
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def _attribution(arguments: list[tuple[str, Spans]]) -> Attribution:
    """One attribution; the second argument of a role and those after it are numbered: `Content2`."""
    parts: dict[str, Spans] = {}
    for role, spans in arguments:
        part = ROLES.get(role.rstrip("0123456789"))
        if part:
            parts[part] = tuple(sorted((*parts.get(part, ()), *spans)))
    return Attribution(**parts)
