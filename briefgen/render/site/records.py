"""What can be found in the editions of a job: each wording once, with the first and the last that hold it."""

from collections.abc import Iterator

import msgspec

from briefgen.model.brief import Brief, Source
from briefgen.render.escaping import shown, typographic
from briefgen.render.jinja import line_words
from briefgen.render.labels import Labels
from briefgen.render.site.values import Listed, Origin, Record

Key = tuple[str, str, str, Origin]
NOWHERE = Origin("")


class Findable:
    """The records of one job, gathered edition by edition so that never two briefs are held at once.

    Their words are as a brief with `labels` shows them.
    """

    __slots__ = ("_found", "job", "labels")

    def __init__(self, job: str, labels: Labels) -> None:
        self.job = job
        self.labels = labels
        self._found: dict[Key, Record] = {}

    def add(self, listed: Listed, brief: Brief) -> None:
        """Take in the edition `listed`, newer than all before it, of which `brief` may be shown."""
        for record in _records(self.job, listed, brief, self.labels):
            key = (record.kind, record.text, record.speaker, record.source)
            earlier = self._found.pop(key, None)
            if earlier is None:
                self._found[key] = record
            elif earlier.last == record.last:
                self._found[key] = earlier
            else:
                self._found[key] = msgspec.structs.replace(
                    record, first=earlier.first, first_anchor=earlier.first_anchor
                )

    def records(self) -> Iterator[Record]:
        """All of them, in no order that means anything."""
        yield from self._found.values()


def ordered(records: Iterator[Record]) -> tuple[Record, ...]:
    """`records`, the newest day first; within it by job, edition and place."""
    by_place = sorted(records, key=lambda one: (one.job, -one.last))
    return tuple(sorted(by_place, key=lambda one: one.day, reverse=True))


def _records(job: str, listed: Listed, brief: Brief, labels: Labels) -> Iterator[Record]:
    day, number = listed.edition.as_of[:10], listed.edition.number
    yield Record("title", job, _as_shown(brief.title), "", "", "", NOWHERE, day, number, "", number, "")
    origins = {source.number: _origin(source) for source in brief.sources}
    for claim in brief.claims:
        source, anchor = origins[claim.source], _anchor(claim.evidence, listed)
        words = typographic(line_words(claim.statement, labels))
        said = (words, _as_shown(claim.speaker.label), claim.stance, claim.status)
        yield Record("claim", job, *said, source, _day(source, day), number, anchor, number, anchor)
    told = {name for claim in brief.claims for name in claim.evidence}
    for one in brief.evidence:
        if one.id not in told:
            source, anchor = origins[one.source], _anchor((one.id,), listed)
            where = (source, _day(source, day), number, anchor, number, anchor)
            yield Record("sentence", job, _as_shown(one.quote), "", "", "", *where)


def _as_shown(words: str) -> str:
    return typographic(shown(words))


def _day(source: Origin, day: str) -> str:
    return (source.published or day)[:10]


def _origin(source: Source) -> Origin:
    publisher, title = (words and _as_shown(words) for words in (source.publisher, source.title))
    return Origin(source.name, publisher, title, source.published, source.marking)


def _anchor(evidence: tuple[str, ...], listed: Listed) -> str:
    """The first of `evidence` that the page of the edition shows, as its anchor."""
    names = (name.lower() for name in evidence)
    return next((name for name in names if name in listed.anchors), "")
