"""Keep editions: the model that each audience may see, the files, and the words they rest on."""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, text, update

from briefgen.model.artefact import Artefact
from briefgen.model.brief import Brief
from briefgen.model.codec import decode_brief, encode_brief
from briefgen.model.edition import Counts, Edition, Filed, Showing
from briefgen.model.problem import DamagedError
from briefgen.store.tables import claims, editions, figures, files, models, passages, sources, spans
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
    for ceiling, brief in contents.models.items():
        row = _model_row(encode_brief(brief))
        connection.execute(insert(models).values(edition=key, ceiling=ceiling or "", **row))
    _insert(connection, files, (_file_row(key, place, one) for place, one in enumerate(contents.files)))
    _save_words(connection, key, contents.models[None])


def _model_row(data: bytes) -> dict[str, object]:
    return {"sha256": _sha256(data), "packed": zlib.compress(data)}


def keep_model(connection: Connection, found: Edition, ceiling: str, data: bytes) -> None:
    """Keep `data` as the brief of an edition for `ceiling`, byte for byte as an earlier version wrote it."""
    key = select(editions.c.id).where(*_named(found)).scalar_subquery()
    connection.execute(
        update(models).where(models.c.edition == key, models.c.ceiling == ceiling).values(**_model_row(data))
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
    """The sources, spans, claims and figures of `brief`, so that they can be asked for by themselves."""
    texts = [
        *(one.quote for one in brief.evidence),
        *(one.statement.text for one in brief.claims),
        *(one.what.text for one in brief.figures),
    ]
    ids = _passages(connection, texts)
    _insert(connection, sources, ({"edition": key} | _picked(sources, one) for one in brief.sources))
    _insert(
        connection,
        spans,
        (
            {
                "edition": key,
                "ref": one.id,
                "source": one.source,
                "start": one.span.start,
                "end": one.span.end,
                "passage": ids[one.quote],
            }
            for one in brief.evidence
        ),
    )
    _insert(
        connection,
        claims,
        (
            {
                "edition": key,
                "ref": one.id,
                "source": one.source,
                "speaker": one.speaker.label,
                "speaker_words": f" {searchable(one.speaker.label)} ",
                "stance": one.stance,
                "status": one.status,
                "quoted": one.quoted,
                "passage": ids[one.statement.text],
                "evidence": next(iter(one.evidence), ""),
            }
            for one in brief.claims
        ),
    )
    _insert(
        connection,
        figures,
        (
            {"edition": key, "ref": one.id, "passage": ids[one.what.text]} | _picked(figures, one)
            for one in brief.figures
        ),
    )


def _picked(table: Any, value: msgspec.Struct) -> dict[str, object]:  # noqa: ANN401 - a table of SQLAlchemy
    """The fields of `value` that are columns of `table` by the same name."""
    names = [name for name in value.__struct_fields__ if name in table.c]
    return {name: getattr(value, name) for name in names}


def _passages(connection: Connection, texts: Iterable[str]) -> dict[str, int]:
    """The id of each of `texts`, those that were not there yet added."""
    digests = {_sha256(one.encode()): one for one in texts}
    ids = _ids(connection, digests)
    lacking = [digest for digest in digests if digest not in ids]
    _insert(connection, passages, (_passage_row(digest, digests[digest]) for digest in lacking))
    ids |= _ids(connection, lacking)
    return {digests[digest]: key for digest, key in ids.items()}


def _passage_row(digest: str, words: str) -> dict[str, object]:
    return {"digest": digest, "text": words, "words": searchable(words)}


def _ids(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    wanted = list(digests)
    for start in range(0, len(wanted), CHUNK):
        rows = connection.execute(
            select(passages.c.digest, passages.c.id).where(
                passages.c.digest.in_(wanted[start : start + CHUNK])
            )
        )
        found.update((row.digest, row.id) for row in rows)
    return found


def _insert(connection: Connection, table: Any, rows: Iterable[Mapping[str, object]]) -> None:  # noqa: ANN401
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
    data = model_bytes(connection, found, ceiling or "").get(ceiling or "")
    return None if data is None else decode_brief(data, f"{_what(found)} in the store")


def model_bytes(connection: Connection, found: Edition, ceiling: str | None = None) -> dict[str, bytes]:
    """The `brief.json` of each ceiling, or of one, the empty one of everything first.

    Raises `DamagedError` where what the store holds is not what was kept.
    """
    wanted = () if ceiling is None else (models.c.ceiling == ceiling,)
    rows = connection.execute(
        select(models.c.ceiling, models.c.sha256, models.c.packed)
        .join(editions, editions.c.id == models.c.edition)
        .where(*_named(found), *wanted)
    )
    held = {row.ceiling: _unpacked(row.packed, row.sha256, _what(found)) for row in rows}
    return dict(sorted(held.items()))


def _unpacked(packed: bytes, sha256: str, what: str) -> bytes:
    try:
        return _whole(zlib.decompress(packed), sha256, what)
    except zlib.error as error:
        raise DamagedError(_damaged(what)) from error


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


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
