"""Find words in all editions: where they stand, who said them, and which editions hold them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Subquery,
    and_,
    collate,
    distinct,
    exists,
    func,
    literal,
    literal_column,
    select,
    text,
    union_all,
)

from briefgen.store.tables import claims, editions, passages, sources, spans
from briefgen.store.words import Word, words_of

TERM = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?(\*?)|([^\s\"“”„«»]+)")
"""What stands in quotation marks, closed or not, or a word by itself."""
TERMS = 30
"""So many are looked for; what is written after them is not."""


class Term(NamedTuple):
    """Words that have to follow one another."""

    forms: tuple[str, ...]
    prefix: bool
    """Whether the last is only the beginning of a word."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: all of it has to be there."""

    words: str
    """As a person writes them: `tanks "the border" harb*`."""
    job: str | None = None
    since: str | None = None
    """Day: sources published on it or later; where that is not known, told of by an edition as of then."""
    until: str | None = None
    speaker: str | None = None
    """Words of the name of who says it; only claims are found then."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Words of one source, or the title of an edition, that hold all that was looked for."""

    kind: str
    """`claim`; `evidence`, a cited sentence in which no claim was found; or `title`, of an edition."""
    job: str
    text: str
    marks: tuple[tuple[int, int], ...]
    """Where in `text` the words stand, in code points."""
    first: int
    """Number of the first edition that holds it."""
    last: int
    editions: int
    """How many hold it."""
    last_as_of: str
    speaker: str | None = None
    stance: str | None = None
    status: str | None = None
    """As of the last of the editions."""
    source: str | None = None
    """Name of the source's file."""
    sha256: str | None = None
    """Of its bytes."""
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    marking: str | None = None


class Found(msgspec.Struct, frozen=True):
    """What a search found."""

    total: int
    hits: tuple[Hit, ...]
    """The first of them: the newest sources first, each in the order of its text."""


def search(connection: Connection, asked: Asked, most: int) -> Found:
    """What holds the words that are `asked` for, at most `most` of it; any words may be given."""
    terms = parse(asked.words)
    if not terms:
        return Found(0, ())
    grouped = _grouped(connection, asked, terms)
    total = connection.scalar(select(func.count()).select_from(grouped)) or 0
    rows = connection.execute(select(grouped).order_by(*_order(connection, grouped)).limit(most))
    return Found(total, tuple(_hit(connection, row, terms) for row in rows))


def parse(words: str) -> tuple[Term, ...]:
    """The terms in what a person wrote; what holds neither letter nor digit is none."""
    found: dict[Term, None] = {}
    for match in TERM.finditer(words):
        quoted, star, bare = match.groups()
        inside = bare if quoted is None else quoted
        forms = tuple(word.form for word in words_of(inside))
        if forms:
            found[Term(forms, inside.endswith("*") or bool(star))] = None
    return tuple(found)[:TERMS]


def marks_in(passage: str, terms: Sequence[Term]) -> tuple[tuple[int, int], ...]:
    """Where in `passage` the words of `terms` stand, in order and without overlap."""
    words = list(words_of(passage))
    found = sorted({place for term in terms for place in _places(words, term)})
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _places(words: Sequence[Word], term: Term) -> Iterator[tuple[int, int]]:
    size = len(term.forms)
    forms = tuple(word.form for word in words)
    for at in range(len(words) - size + 1):
        *before, last = forms[at : at + size]
        fits = last.startswith(term.forms[-1]) if term.prefix else last == term.forms[-1]
        if fits and tuple(before) == term.forms[:-1]:
            yield words[at].start, words[at + size - 1].end


# The question, which only `_MATCHING` puts differently to each database.


def _in_sqlite(terms: Sequence[Term]) -> Select[tuple[int]]:
    """See sqlite.org/fts5.html, 3: quoted words stand together, a star after them is a prefix."""
    asked = " AND ".join(f'"{" ".join(term.forms)}"{"*" if term.prefix else ""}' for term in terms)
    found = text("SELECT rowid AS id FROM search WHERE search MATCH :asked").bindparams(asked=asked)
    return select(found.columns(passages.c.id).subquery("matching").c.id)


def _in_postgresql(terms: Sequence[Term]) -> Select[tuple[int]]:
    """See PostgreSQL 12.3.2; the words are put as the index of `migrations.py` has them."""
    asked = " & ".join(f"({' <-> '.join(term.forms)}{':*' if term.prefix else ''})" for term in terms)
    simple: ColumnElement[str] = literal_column("'simple'")
    words = func.to_tsvector(simple, passages.c.words)
    return select(passages.c.id).where(words.op("@@")(func.to_tsquery(simple, asked)))


_MATCHING: Mapping[str, Callable[[Sequence[Term]], Select[tuple[int]]]] = {
    "sqlite": _in_sqlite,
    "postgresql": _in_postgresql,
}
_BYTES = {"sqlite": "BINARY", "postgresql": "C"}
"""Order of characters by their numbers; each database has a name of its own for it."""


def _grouped(connection: Connection, asked: Asked, terms: Sequence[Term]) -> Subquery:
    """One row for each thing found, with the first and the last of the editions that hold it."""
    matching = _MATCHING[connection.dialect.name](terms)
    kinds = [_claims(matching, asked)]
    if asked.speaker is None:
        kinds += [_sentences(matching, asked), _titles(matching, asked)]
    found = union_all(*kinds).subquery("found")
    same = (found.c.kind, found.c.job, found.c.sha256, found.c.passage, found.c.speaker, found.c.stance)
    by_bytes = _BYTES[connection.dialect.name]
    return (
        select(
            *same,
            func.max(collate(found.c.day, by_bytes)).label("day"),
            func.min(found.c.start).label("start"),
            func.min(found.c.number).label("first"),
            func.max(found.c.number).label("last"),
            func.count(distinct(found.c.number)).label("editions"),
        )
        .group_by(*same)
        .subquery("grouped")
    )


def _order(connection: Connection, grouped: Subquery) -> tuple[ColumnElement[Any], ...]:
    def by_bytes(name: str) -> ColumnElement[Any]:
        return collate(grouped.c[name], _BYTES[connection.dialect.name])

    newest = (by_bytes("day").desc(), grouped.c.last.desc(), by_bytes("job"), by_bytes("sha256"))
    return *newest, grouped.c.start, by_bytes("kind"), by_bytes("speaker"), by_bytes("stance")


_DAY = func.substr(func.coalesce(sources.c.published, editions.c.as_of), 1, 10)


def _claims(matching: Select[tuple[int]], asked: Asked) -> Select[Any]:
    place = and_(spans.c.account == claims.c.account, spans.c.place == claims.c.evidence)
    found = (
        select(
            literal("claim").label("kind"),
            editions.c.job,
            sources.c.sha256,
            claims.c.passage,
            claims.c.speaker,
            claims.c.stance,
            _DAY.label("day"),
            func.coalesce(spans.c.start, 0).label("start"),
            editions.c.number,
        )
        .select_from(claims)
        .join(sources, sources.c.account == claims.c.account)
        .join(editions, editions.c.id == sources.c.edition)
        .outerjoin(spans, place)
        .where(claims.c.passage.in_(matching), *_wanted(asked, _DAY))
    )
    said = [word.form for word in words_of(asked.speaker or "")]
    return found.where(*(claims.c.speaker_words.contains(f" {form} ") for form in said))


def _sentences(matching: Select[tuple[int]], asked: Asked) -> Select[Any]:
    """Cited sentences, but for those whose claim is found as it is."""
    claimed = exists().where(
        claims.c.account == spans.c.account,
        claims.c.evidence == spans.c.place,
        claims.c.passage.in_(matching),
    )
    return (
        select(
            literal("evidence").label("kind"),
            editions.c.job,
            sources.c.sha256,
            spans.c.passage,
            literal("").label("speaker"),
            literal("").label("stance"),
            _DAY.label("day"),
            spans.c.start,
            editions.c.number,
        )
        .select_from(spans)
        .join(sources, sources.c.account == spans.c.account)
        .join(editions, editions.c.id == sources.c.edition)
        .where(spans.c.passage.in_(matching), ~claimed, *_wanted(asked, _DAY))
    )


def _titles(matching: Select[tuple[int]], asked: Asked) -> Select[Any]:
    day = func.substr(editions.c.as_of, 1, 10)
    return (
        select(
            literal("title").label("kind"),
            editions.c.job,
            literal("").label("sha256"),
            passages.c.id.label("passage"),
            literal("").label("speaker"),
            literal("").label("stance"),
            day.label("day"),
            literal(0).label("start"),
            editions.c.number,
        )
        .select_from(editions)
        .join(passages, passages.c.id == editions.c.title_passage)
        .where(passages.c.id.in_(matching), *_wanted(asked, day))
    )


def _wanted(asked: Asked, day: ColumnElement[Any]) -> Iterator[ColumnElement[bool]]:
    if asked.job is not None:
        yield editions.c.job == asked.job
    if asked.since is not None:
        yield day >= asked.since[:10]
    if asked.until is not None:
        yield day <= asked.until[:10]


# The answer


def _hit(connection: Connection, row: Row[Any], terms: Sequence[Term]) -> Hit:
    passage = connection.scalar(select(passages.c.text).where(passages.c.id == row.passage)) or ""
    edition = connection.execute(
        select(editions.c.id, editions.c.as_of).where(
            editions.c.job == row.job, editions.c.number == row.last
        )
    ).one()
    return Hit(
        kind=row.kind,
        job=row.job,
        text=passage,
        marks=marks_in(passage, terms),
        first=row.first,
        last=row.last,
        editions=row.editions,
        last_as_of=edition.as_of,
        **_source(connection, row, edition.id),
        **_claim(connection, row, edition.id),
    )


def _source(connection: Connection, row: Row[Any], edition: int) -> dict[str, Any]:
    """What the last edition says of the source."""
    if not row.sha256:
        return {}
    names = ("sha256", "title", "publisher", "published", "url", "marking")
    found = connection.execute(
        select(sources.c.name.label("source"), *(sources.c[name] for name in names))
        .where(sources.c.edition == edition, sources.c.sha256 == row.sha256)
        .order_by(sources.c.number)
        .limit(1)
    ).one()
    return dict(found._mapping)


def _claim(connection: Connection, row: Row[Any], edition: int) -> dict[str, Any]:
    if row.kind != "claim":
        return {}
    status = connection.scalar(
        select(claims.c.status)
        .join(sources, sources.c.account == claims.c.account)
        .where(
            sources.c.edition == edition,
            claims.c.passage == row.passage,
            claims.c.speaker == row.speaker,
            claims.c.stance == row.stance,
        )
        .order_by(claims.c.status)
        .limit(1)
    )
    return {"speaker": row.speaker, "stance": row.stance, "status": status}
