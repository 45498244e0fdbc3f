"""The data of the search: an inverted index and the records, in small files that are loaded when needed.

A browser that reads from a file share may load scripts but no data, so each file is a script that hands one
value to `search.js`. Terms are sorted, and cut into files of about `FILE` signs; a posting list holds the
numbers of records, each as its distance from the one before, in base 36. Records are numbered from the newest
to the oldest, so that the first of a list are the first to be shown.
"""

import math
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from briefgen.render.site.folding import forms
from briefgen.render.site.values import Archive, Origin, Record, Shelf

FILE = 60_000
"""Signs of a file of posting lists, more or less."""
BATCH = 200
"""Records in a file."""
FOLDER = "_search"
"""Where the files stand; no job has a name that begins with this sign."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def search_data(archive: Archive) -> Iterator[tuple[str, str]]:
    """The names and texts of the files that `search.js` loads."""
    starts = []
    for number, (start, lists) in enumerate(_files(_postings(archive.records))):
        starts.append(start)
        yield f"words-{number}.js", _script("words", number, lists)
    for number in range(math.ceil(len(archive.records) / BATCH)):
        batch = archive.records[number * BATCH : (number + 1) * BATCH]
        yield f"records-{number}.js", _script("records", number, _batch(batch))
    head = {
        "starts": starts,
        "batch": BATCH,
        "total": len(archive.records),
        "days": _days(archive.records),
        "jobs": {shelf.job: _job(shelf) for shelf in archive.shelves},
    }
    yield "index.js", _script("index", 0, head)


def _postings(records: Iterable[Record]) -> dict[str, list[int]]:
    """Of each term the numbers of the records that hold it; terms of filters begin with `=`."""
    found: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        for term in sorted(_terms(record)):
            found.setdefault(term, []).append(number)
    return found


def _terms(record: Record) -> set[str]:
    filters = {f"=job:{record.job}", f"=status:{record.status or record.kind}"}
    return filters.union(forms(record.text), forms(record.speaker), forms(record.source.words))


def _files(postings: Mapping[str, list[int]]) -> Iterator[tuple[str, dict[str, str]]]:
    """The posting lists in files, each with its first term; JavaScript compares text by units of UTF-16."""
    lists: dict[str, str] = {}
    size, start = 0, ""
    for term in sorted(postings, key=lambda term: term.encode("utf-16-be")):
        start = start or term
        lists[term] = _packed(postings[term])
        size += len(term) + len(lists[term]) + 6
        if size > FILE:
            yield start, lists
            lists, size, start = {}, 0, ""
    if lists:
        yield start, lists


def _packed(numbers: list[int]) -> str:
    before = -1
    steps = []
    for number in numbers:
        steps.append(_base36(number - before))
        before = number
    return " ".join(steps)


def _base36(number: int) -> str:
    """As `Number.toString(36)` of JavaScript."""
    signs = ""
    while number:
        number, rest = divmod(number, 36)
        signs = DIGITS[rest] + signs
    return signs or "0"


def _batch(records: Iterable[Record]) -> dict[str, object]:
    """Records as rows, with the sources that they name once each."""
    sources: dict[Origin, int] = {}
    rows = []
    for one in records:
        place = sources.setdefault(one.source, len(sources))
        said = [one.kind, one.job, one.text, one.speaker, one.stance, one.status]
        rows.append([*said, place, one.first, one.first_anchor, one.last, one.anchor])
    return {"sources": [_source(one) for one in sources], "rows": rows}


def _source(one: Origin) -> list[str]:
    return [one.publisher or one.name, one.title or "", (one.published or "")[:10], one.marking or ""]


def _days(records: Iterable[Record]) -> list[tuple[str, int]]:
    """Each day with the number of its first record, the newest first."""
    days: dict[str, int] = {}
    for number, record in enumerate(records):
        days.setdefault(record.day, number)
    return list(days.items())


def _job(shelf: Shelf) -> dict[str, object]:
    return {
        str(one.edition.number): [
            one.links[0].path if one.links else f"{shelf.job}/index.html",
            one.edition.as_of[:10],
        ]
        for one in shelf.listed
    }


def _script(kind: str, number: int, value: object) -> str:
    return f'briefgen("{kind}",{number},{msgspec.json.encode(value).decode()});\n'
