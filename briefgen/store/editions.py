"""Keep editions: the model that each audience may see, the files, and the words they rest on."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Table, func, insert, select, text, update

from briefgen.model.artefact import Artefact
from briefgen.model.brief import Brief
from briefgen.model.codec import decode_brief, encode_compact, indented
from briefgen.model.edition import Counts, Edition, Filed, Showing
from briefgen.model.problem import DamagedError
from briefgen.store.accounts import CLAIM, FIGURE, SPAN, Account, Rows, accounts_of
from briefgen.store.packing import pack, unpack
from briefgen.store.tables import (
    accounts,
    claims,
    editions,
    figures,
    files,
    models,
    passages,
    sources,
    spans,
)
from briefgen.store.words import searchable

CHUNK = 500
"""Values in one statement; SQLite of old takes 999."""


class Contents(NamedTuple):
    """What an edition holds."""

    models: Mapping[str | None, Brief]
    """The brief of everything under no ceiling, and as it was cut for each ceiling of an audience."""
    files: tuple[Filed, ...]


def next_number(connection: Connection, job: str) -> int:
    """The number of the next edition of `job`; numbers of pruned editions are never given again."""
    highest = connection.scalar(select(func.max(editions.c.number)).where(editions.c.job == job))
    return int(highest or 0) + 1


def save_edition(connection: Connection, edition: Edition, contents: Contents | None) -> None:
    """Keep `edition` with its `contents`, in the transaction of `connection`; a pruned one has none."""
    alone_with_words(connection)
    values = msgspec.structs.asdict(edition) | {
        "counts": msgspec.json.encode(edition.counts).decode(),
        "audiences": msgspec.json.encode(edition.audiences).decode(),
        "title_passage": _passages(connection, (edition.title,))[edition.title] if contents else None,
    }
    key = connection.execute(insert(editions).values(**values).returning(editions.c.id)).scalar_one()
    if contents is None:
        return
    for ceiling, row in _model_rows(contents.models):
        connection.execute(insert(models).values(edition=key, ceiling=ceiling or "", **row))
    _insert(connection, files, (_file_row(key, place, one) for place, one in enumerate(contents.files)))
    _save_words(connection, key, contents.models[None])


def _model_rows(briefs: Mapping[str | None, Brief]) -> Iterator[tuple[str | None, dict[str, object]]]:
    """What is kept of each of `briefs`; those of several ceilings are often one, and packed once."""
    rows: dict[int, dict[str, object]] = {}
    for ceiling, brief in briefs.items():
        if id(brief) not in rows:
            rows[id(brief)] = _model_row(encode_compact(brief), True)
        yield ceiling, rows[id(brief)]


def _model_row(data: bytes | bytearray, compact: bool) -> dict[str, object]:
    packed = pack(data)
    return {"sha256": _sha256(packed if compact else data), "packed": packed, "compact": compact}


def keep_model(connection: Connection, found: Edition, ceiling: str, data: bytes) -> None:
    """Keep `data` as the brief of an edition for `ceiling`, byte for byte as an earlier version wrote it."""
    key = select(editions.c.id).where(*_named(found)).scalar_subquery()
    connection.execute(
        update(models)
        .where(models.c.edition == key, models.c.ceiling == ceiling)
        .values(**_model_row(data, False))
    )


def alone_with_words(connection: Connection) -> None:
    """Until the transaction ends nobody else adds or removes passages, which editions share.

    SQLite's writers are alone as it is.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('briefgen words'))"))


def _file_row(key: int, place: int, filed: Filed) -> dict[str, object]:
    artefact = filed.artefact
    return {
        "edition": key,
        "name": artefact.name,
        "place": place,
        "media_type": artefact.media_type,
        "audience": filed.audience,
        "marking": filed.marking,
        "sha256": _sha256(artefact.data),
        "data": artefact.data,
    }


def _save_words(connection: Connection, key: int, brief: Brief) -> None:
    """The sources of `brief`, and what they tell, so that it can be asked for by itself.

    A source that tells what one of an earlier edition told is one row that leads there.
    """
    found = accounts_of(brief)
    ids = _account_ids(connection, {one.digest: one for one in found.values()})
    _insert(
        connection,
        sources,
        (
            {
                "edition": key,
                "number": one.number,
                "name": one.name,
                "sha256": one.sha256,
                "title": one.title,
                "publisher": one.publisher,
                "published": one.published,
                "url": one.url,
                "marking": one.marking,
                "account": ids[found[one.number].digest],
                "first_span": found[one.number].spans.first,
                "first_claim": found[one.number].claims.first,
                "first_figure": found[one.number].figures.first,
            }
            for one in brief.sources
        ),
    )


def _account_ids(connection: Connection, wanted: Mapping[str, Account]) -> dict[str, int]:
    """The id of each of the accounts `wanted`, by its digest; those that were not there yet added."""
    ids = _ids(connection, accounts, wanted)
    lacking = {digest: one for digest, one in wanted.items() if digest not in ids}
    _insert(connection, accounts, ({"digest": digest} for digest in lacking))
    added = _ids(connection, accounts, lacking)
    _save_accounts(connection, {added[digest]: one for digest, one in lacking.items()})
    return ids | added


def _save_accounts(connection: Connection, added: Mapping[int, Account]) -> None:
    words = _passages(connection, (text for one in added.values() for text in one.texts()))

    def rows(key: int, names: Iterable[str], held: Rows) -> Iterator[dict[str, Any]]:
        for place, values in held.placed():
            row = dict(zip(names, values, strict=True))
            yield row | {"account": key, "place": place, "passage": words[values[-1]]}

    def named(row: dict[str, Any]) -> dict[str, Any]:
        return row | {"speaker_words": f" {searchable(row['speaker'])} "}

    _insert(connection, spans, (row for key, one in added.items() for row in rows(key, SPAN, one.spans)))
    said = (row for key, one in added.items() for row in rows(key, CLAIM, one.claims))
    _insert(connection, claims, map(named, said))
    _insert(
        connection, figures, (row for key, one in added.items() for row in rows(key, FIGURE, one.figures))
    )


def _passages(connection: Connection, texts: Iterable[str]) -> dict[str, int]:
    """The id of each of `texts`, those that were not there yet added."""
    digests = {_sha256(one.encode()): one for one in dict.fromkeys(texts)}
    ids = _ids(connection, passages, digests)
    lacking = [digest for digest in digests if digest not in ids]
    _insert(connection, passages, (_passage_row(digest, digests[digest]) for digest in lacking))
    ids |= _ids(connection, passages, lacking)
    return {digests[digest]: key for digest, key in ids.items()}


def _passage_row(digest: str, words: str) -> dict[str, object]:
    return {"digest": digest, "text": words, "words": searchable(words)}


def _ids(connection: Connection, table: Table, digests: Iterable[str]) -> dict[str, int]:
    """The ids of those rows of `table` that have one of `digests`."""
    found: dict[str, int] = {}
    wanted = list(digests)
    for start in range(0, len(wanted), CHUNK):
        several = table.c.digest.in_(wanted[start : start + CHUNK])
        rows = connection.execute(select(table.c.digest, table.c.id).where(several))
        found.update((row.digest, row.id) for row in rows)
    return found


def _insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    given = list(rows)
    if given:
        connection.execute(insert(table), given)


def editions_of(connection: Connection, job: str, most: int | None = None) -> tuple[Edition, ...]:
    """The editions of `job`, the newest first; those that were pruned too."""
    found = select(editions).where(editions.c.job == job).order_by(editions.c.number.desc()).limit(most)
    return tuple(_edition(row) for row in connection.execute(found))


def edition(connection: Connection, job: str, number: int | None = None) -> Edition | None:
    """Edition `number` of `job`, or the newest; none where there is none."""
    found = select(editions).where(editions.c.job == job).order_by(editions.c.number.desc()).limit(1)
    if number is not None:
        found = found.where(editions.c.number == number)
    row = connection.execute(found).one_or_none()
    return None if row is None else _edition(row)


def _edition(row: Row[Any]) -> Edition:
    values = dict(row._mapping)
    del values["id"], values["title_passage"]
    values["counts"] = msgspec.json.decode(values["counts"], type=Counts)
    values["audiences"] = msgspec.json.decode(values["audiences"], type=tuple[Showing, ...])
    return Edition(**values)


def brief_of(connection: Connection, found: Edition, ceiling: str | None = None) -> Brief | None:
    """The brief of the edition as it was cut for `ceiling`; none where it never was.

    Raises `DamagedError` where what the store holds is not what was kept.
    """
    for _, data, _ in _models(connection, found, ceiling or ""):
        return decode_brief(data, f"{_what(found)} in the store")
    return None


def check_models(connection: Connection, found: Edition) -> None:
    """Raise `DamagedError` where the briefs of the edition, as they are held, are not what was kept."""
    for _ in _models(connection, found, None):
        pass


def model_bytes(connection: Connection, found: Edition, ceiling: str | None = None) -> dict[str, bytes]:
    """The `brief.json` of each ceiling, or of one, the empty one of everything first.

    Raises `DamagedError` where what the store holds is not what was kept.
    """
    held = {
        row: indented(data) if compact else data for row, data, compact in _models(connection, found, ceiling)
    }
    return dict(sorted(held.items()))


def _models(connection: Connection, found: Edition, ceiling: str | None) -> Iterator[tuple[str, bytes, bool]]:
    """The ceiling, the JSON of the brief, and whether it is without white space."""
    wanted = () if ceiling is None else (models.c.ceiling == ceiling,)
    rows = connection.execute(
        select(models.c.ceiling, models.c.sha256, models.c.packed, models.c.compact)
        .join(editions, editions.c.id == models.c.edition)
        .where(*_named(found), *wanted)
    )
    for row in rows:
        kept = _unpacked_whole if row.compact else _whole_unpacked
        yield row.ceiling, kept(row.packed, row.sha256, _what(found)), row.compact


def _unpacked_whole(packed: bytes, sha256: str, what: str) -> bytes:
    return _unpacked(_whole(packed, sha256, what), what)


def _whole_unpacked(packed: bytes, sha256: str, what: str) -> bytes:
    return _whole(_unpacked(packed, what), sha256, what)


def _unpacked(packed: bytes, what: str) -> bytes:
    data = unpack(packed)
    if data is None:
        raise DamagedError(_damaged(what))
    return data


def _what(found: Edition) -> str:
    return f"edition {found.number} of {found.job}"


def files_of(connection: Connection, found: Edition) -> tuple[Filed, ...]:
    """The files of the edition; raises `DamagedError` where one is not what was kept."""
    rows = connection.execute(
        select(files)
        .join(editions, editions.c.id == files.c.edition)
        .where(*_named(found))
        .order_by(files.c.place)
    )
    return tuple(_filed(row, f"{row.name} of {_what(found)}") for row in rows)


def _filed(row: Row[Any], what: str) -> Filed:
    data = _whole(bytes(row.data), row.sha256, what)
    return Filed(Artefact(row.name, row.media_type, data), row.audience, row.marking)


def _named(found: Edition) -> tuple[Any, ...]:
    return editions.c.job == found.job, editions.c.number == found.number


def _whole(data: bytes, sha256: str, what: str) -> bytes:
    if _sha256(data) != sha256:
        raise DamagedError(_damaged(what))
    return data


def _damaged(what: str) -> str:
    return f"{what} is damaged in the store: the next run makes an edition anew from the sources"


def _sha256(data: bytes | bytearray) -> str:
    return hashlib.sha256(data).hexdigest()
