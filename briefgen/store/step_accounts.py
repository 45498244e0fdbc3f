"""The step that made what one source tells a thing of its own, which editions share.

Before it, the spans, claims and figures of each source were rows of each edition. The tables stand here as
they were and as the step left them; what `tables.py` says of them later is of no concern to it.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    Table,
    Text,
    insert,
    select,
    text,
)

from briefgen.store.packing import unpack

Key = BigInteger().with_variant(Integer(), "sqlite")

FORMER = ("figures", "claims", "spans", "sources")
"""Tables that are made anew, those that lead to others first; what they held is copied aside meanwhile."""
BEFORE = MetaData()
AFTER = MetaData()


def _former(name: str, *columns: Column[Any]) -> Table:
    return Table(f"former_{name}", BEFORE, Column("edition", Key), *columns)


former_sources = _former(
    "sources",
    Column("number", Integer),
    *(Column(name, Text) for name in ("name", "sha256", "title", "publisher", "published", "url", "marking")),
)
former_spans = _former(
    "spans",
    Column("ref", Text),
    Column("source", Integer),
    Column("start", Integer),
    Column("end", Integer),
    Column("passage", Key),
)
former_claims = _former(
    "claims",
    Column("ref", Text),
    Column("source", Integer),
    *(Column(name, Text) for name in ("speaker", "speaker_words", "stance", "status", "evidence")),
    Column("quoted", Boolean),
    Column("passage", Key),
)
former_figures = _former(
    "figures",
    Column("ref", Text),
    Column("value", Float),
    Column("high", Float),
    *(Column(name, Text) for name in ("bound", "unit", "per", "money", "status")),
    Column("passage", Key),
)
editions = Table("editions", AFTER, Column("id", Key, primary_key=True))
passages = Table("passages", AFTER, Column("id", Key, primary_key=True), Column("text", Text))
models = Table(
    "models", AFTER, Column("edition", Key), Column("ceiling", Text), Column("packed", LargeBinary)
)
accounts = Table(
    "accounts",
    AFTER,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("digest", Text, nullable=False, unique=True),
)
sources = Table(
    "sources",
    AFTER,
    Column("edition", Key, ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("url", Text),
    Column("marking", Text),
    Column("account", Key, ForeignKey("accounts.id"), nullable=False),
    Column("first_span", Integer),
    Column("first_claim", Integer),
    Column("first_figure", Integer),
    Index("sources_by_bytes", "sha256"),
    Index("sources_by_account", "account", "edition"),
)


def _told(name: str, *columns: Column[Any] | Index) -> Table:
    """A table of what accounts hold, each row with the words that it rests on."""
    return Table(
        name,
        AFTER,
        Column("account", Key, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
        Column("place", Integer, primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


def _passage() -> Column[Any]:
    return Column("passage", Key, ForeignKey("passages.id"), nullable=False)


spans = _told(
    "spans",
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _passage(),
    Index("spans_by_passage", "passage"),
)
claims = _told(
    "claims",
    Column("speaker", Text, nullable=False),
    Column("speaker_words", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("quoted", Boolean, nullable=False),
    _passage(),
    Column("evidence", Integer),
    Index("claims_by_passage", "passage"),
    Index("claims_by_evidence", "account", "evidence"),
)
figures = _told(
    "figures",
    Column("value", Float, nullable=False),
    Column("high", Float),
    Column("bound", Text, nullable=False),
    Column("unit", Text),
    Column("per", Text),
    Column("money", Text),
    Column("status", Text, nullable=False),
    _passage(),
    Index("figures_by_passage", "passage"),
)

MADE = (accounts, sources, spans, claims, figures)


def share_accounts(connection: Connection) -> None:
    """Carry each edition over: what a source told in several of them is kept once."""
    for name in FORMER:
        connection.execute(text(f"CREATE TEMPORARY TABLE former_{name} AS SELECT * FROM {name}"))
        connection.execute(text(f"CREATE INDEX former_{name}_by_edition ON former_{name} (edition)"))
    for name in FORMER:
        connection.execute(text(f"DROP TABLE {name}"))
    AFTER.create_all(connection, tables=MADE, checkfirst=False)
    no = "0" if connection.dialect.name == "sqlite" else "false"
    connection.execute(text(f"ALTER TABLE models ADD COLUMN compact BOOLEAN DEFAULT {no} NOT NULL"))
    known: dict[str, int] = {}
    for edition in connection.scalars(select(former_sources.c.edition).distinct().order_by("edition")).all():
        _carry_over(connection, edition, known)
    for name in FORMER:
        connection.execute(text(f"DROP TABLE former_{name}"))


class _Held(NamedTuple):
    """What one source told in one edition; the numbers count from 1 within that edition."""

    spans: list[tuple[int, Row[Any]]]
    claims: list[tuple[int, Row[Any]]]
    figures: list[tuple[int, Row[Any]]]


def _carry_over(connection: Connection, edition: int, known: dict[str, int]) -> None:
    """The sources of one edition, and of what they tell what is not `known`, by its digest, already."""
    held: dict[int, _Held] = {}
    parts = (
        _rows(connection, former_spans, edition),
        _rows(connection, former_claims, edition),
        _figures(connection, edition),
    )
    for part, rows in enumerate(parts):
        for number, (source, row) in enumerate(rows, 1):
            held.setdefault(source, _Held([], [], []))[part].append((number, row))
    refs = {row.ref: (source, number) for source, one in held.items() for number, row in one.spans}
    kept = []
    for found in connection.execute(select(former_sources).where(former_sources.c.edition == edition)):
        one = held.get(found.number, _Held([], [], []))
        firsts = {
            f"first_{name}": rows[0][0] if rows else None
            for name, rows in zip(("span", "claim", "figure"), one, strict=True)
        }
        account = _account(connection, _values(one, found.number, refs), one, known)
        kept.append(dict(found._mapping) | {"account": account} | firsts)
    if kept:
        connection.execute(insert(sources), kept)


def _rows(connection: Connection, table: Table, edition: int) -> Iterator[tuple[int, Row[Any]]]:
    """The rows of `table`, with the text of their passages, in the order of their refs: E2 before E10."""
    for row in _read(connection, table, edition):
        yield row.source, row


def _read(connection: Connection, table: Table, edition: int) -> list[Row[Any]]:
    found = connection.execute(
        select(table, passages.c.text)
        .join(passages, passages.c.id == table.c.passage)
        .where(table.c.edition == edition)
    )
    return sorted(found, key=lambda row: (len(row.ref), row.ref))


def _figures(connection: Connection, edition: int) -> Iterator[tuple[int, Row[Any]]]:
    """The figures, of which only the model of the edition tells on what evidence they rest.

    Where that is damaged, its figures are left out: the next run makes an edition anew.
    """
    rows = _read(connection, former_figures, edition)
    packed = connection.scalar(
        select(models.c.packed).where(models.c.edition == edition, models.c.ceiling == "")
    )
    evidence = _evidence_of_figures(packed) if rows and packed else {}
    listed = connection.execute(
        select(former_spans.c.ref, former_spans.c.source).where(former_spans.c.edition == edition)
    )
    sources_of = {row.ref: row.source for row in listed}
    for row in rows:
        source = sources_of.get(evidence.get(row.ref, ""))
        if source is not None:
            yield source, row


class _Figure(msgspec.Struct):
    id: str
    evidence: tuple[str, ...]


class _Model(msgspec.Struct):
    figures: tuple[_Figure, ...]


def _evidence_of_figures(packed: bytes) -> dict[str, str]:
    try:
        model = msgspec.json.decode(unpack(packed) or b"", type=_Model)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}
    return {one.id: one.evidence[0] for one in model.figures if one.evidence}


Values = tuple[Any, ...]


def _values(
    one: _Held, source: int, refs: Mapping[str, tuple[int, int]]
) -> tuple[list[Values], list[Values], list[Values]]:
    """What the digest of an account is made of, but for the places."""
    first = one.spans[0][0] if one.spans else 0

    def stands(ref: str) -> int | None:
        where, number = refs.get(ref, (None, 0))
        return number - first if where == source else None

    return (
        [(row.start, row.end, row.text) for _, row in one.spans],
        [
            (row.speaker, row.stance, row.status, row.quoted, stands(row.evidence), row.text)
            for _, row in one.claims
        ],
        [
            (row.value, row.high, row.bound, row.unit, row.per, row.money, row.status, row.text)
            for _, row in one.figures
        ],
    )


def _places(rows: Sequence[tuple[int, Row[Any]]]) -> list[int]:
    """The number of each row less that of the first."""
    return [number - rows[0][0] for number, _ in rows]


def _account(
    connection: Connection,
    values: tuple[list[Values], list[Values], list[Values]],
    one: _Held,
    known: dict[str, int],
) -> int:
    """The id of the account of `values`, which is added where it is not `known`."""
    parts = []
    for rows, told in zip(one, values, strict=True):
        places = _places(rows)
        parts.append((None if places == list(range(len(places))) else places, told))
    digest = hashlib.sha256(msgspec.msgpack.encode(parts)).hexdigest()
    if digest not in known:
        key = connection.execute(insert(accounts).values(digest=digest).returning(accounts.c.id)).scalar_one()
        _add(connection, spans, key, one.spans, [{} for _ in one.spans])
        _add(connection, claims, key, one.claims, [{"evidence": said[4]} for said in values[1]])
        _add(connection, figures, key, one.figures, [{} for _ in one.figures])
        known[digest] = key
    return known[digest]


def _add(
    connection: Connection,
    table: Table,
    account: int,
    rows: Sequence[tuple[int, Row[Any]]],
    others: Sequence[Mapping[str, Any]],
) -> None:
    """Add `rows` to `table`, with the values of `others` that they did not have so before."""
    names = [column.name for column in table.c if column.name not in ("account", "place", "evidence")]
    values = [
        {name: row._mapping[name] for name in names} | {"account": account, "place": place, **other}
        for (_, row), place, other in zip(rows, _places(rows), others, strict=True)
    ]
    if values:
        connection.execute(insert(table), values)
