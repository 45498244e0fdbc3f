"""Stores as they were made before the step “accounts”: each edition with all rows of its own."""

import hashlib
import zlib
from collections.abc import Iterable

import former_tables as former
from sqlalchemy import Connection, insert, select, text

from briefgen.model.brief import Brief
from briefgen.model.codec import encode_brief
from briefgen.store.database import SCHEMA, Store, connect
from briefgen.store.migrations import _SEARCH
from briefgen.store.words import searchable


def make(address: str, briefs: Iterable[Brief]) -> Store:
    """A store at `address` with `briefs` as the editions of a job, not brought up to date."""
    store = connect(address)
    with store.writing() as connection:
        if store.place is None:
            connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
        former.METADATA.create_all(connection)
        _SEARCH[connection.dialect.name](connection)
        connection.execute(insert(former.steps).values(name="editions", generator="briefgen 0.1"))
        for number, brief in enumerate(briefs, 1):
            _keep(connection, number, brief)
    return store


def _keep(connection: Connection, number: int, brief: Brief) -> None:
    values = {
        "job": "daily",
        "number": number,
        "made": f"2025-04-{number:02}T06:00:00+00:00",
        "as_of": brief.as_of,
        "title": brief.title,
        "title_passage": _passage(connection, brief.title),
        "fingerprint": "f",
        "folder": "",
        "counts": '{"sources":1,"claims":1,"problems":0}',
        "audiences": "[]",
        "run": 1,
    }
    key = connection.execute(insert(former.editions).values(**values).returning(former.editions.c.id))
    edition = key.scalar_one()
    data = encode_brief(brief)
    connection.execute(
        insert(former.models).values(
            edition=edition, ceiling="", sha256=hashlib.sha256(data).hexdigest(), packed=zlib.compress(data)
        )
    )
    for source in brief.sources:
        names = ("number", "name", "sha256", "title", "publisher", "published", "url", "marking")
        row = {name: getattr(source, name) for name in names}
        connection.execute(insert(former.sources).values(edition=edition, **row))
    _keep_words(connection, edition, brief)


def _keep_words(connection: Connection, edition: int, brief: Brief) -> None:
    for one in brief.evidence:
        connection.execute(
            insert(former.spans).values(
                edition=edition,
                ref=one.id,
                source=one.source,
                start=one.span.start,
                end=one.span.end,
                passage=_passage(connection, one.quote),
            )
        )
    for claim in brief.claims:
        connection.execute(
            insert(former.claims).values(
                edition=edition,
                ref=claim.id,
                source=claim.source,
                speaker=claim.speaker.label,
                speaker_words=f" {searchable(claim.speaker.label)} ",
                stance=claim.stance,
                status=claim.status,
                quoted=claim.quoted,
                passage=_passage(connection, claim.statement.text),
                evidence=next(iter(claim.evidence), ""),
            )
        )
    for figure in brief.figures:
        names = ("value", "high", "bound", "unit", "per", "money", "status")
        row = {name: getattr(figure, name) for name in names}
        passage = _passage(connection, figure.what.text)
        connection.execute(
            insert(former.figures).values(edition=edition, ref=figure.id, passage=passage, **row)
        )


def _passage(connection: Connection, words: str) -> int:
    digest = hashlib.sha256(words.encode()).hexdigest()
    known = connection.scalar(select(former.passages.c.id).where(former.passages.c.digest == digest))
    if known is not None:
        return int(known)
    row = {"digest": digest, "text": words, "words": searchable(words)}
    added = connection.execute(insert(former.passages).values(**row).returning(former.passages.c.id))
    return int(added.scalar_one())
