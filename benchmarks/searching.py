"""Measure a store of many editions: `python -m benchmarks.searching [EDITIONS ARTICLES]`.

A brief of ARTICLES is kept as EDITIONS editions, in each of which one source in a hundred tells something
else than in the one before. Then words are searched that stand in few sources, in many, and in all.
"""

import hashlib
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from benchmarks.articles import articles
from briefgen.model.brief import Brief, Evidence, Line
from briefgen.model.codec import decode_brief

EDITIONS, ARTICLES = 30, 1000
ASKED = ("harbour", "the", '"said that"', "minister tanks", "week*", "nowhere")


def brief_of(number: int) -> Brief:
    """The brief of `number` articles."""
    from briefgen.model.request import Request
    from briefgen.model.source import Metadata
    from briefgen.pipeline import make_brief, read_base
    from briefgen.store.inbox import collect

    with tempfile.TemporaryDirectory(prefix="briefgen-") as name:
        texts = articles(number)
        for place in range(number):
            (Path(name) / f"{place:05}.txt").write_text(next(texts), "utf-8")
        raws, unread = collect((Path(name),))
    base = read_base(raws, unread, Metadata(published="2024-10-18"))
    return make_brief(base, Request("bench", "2024-10-18", as_of="2024-10-18"))


def of_night(brief: Brief, night: int) -> Brief:
    """`brief` as edition `night` may be: of some of its sources other words are kept than of the last."""

    def changed(source: int) -> int:
        return sum(1 for one in range(1, night) if (source + one) % 100 == 0)

    def words(text: str, source: int) -> str:
        return f"{text} [{changed(source)}]" if changed(source) else text

    def quoted(one: Evidence) -> Evidence:
        return msgspec.structs.replace(one, quote=words(one.quote, one.source))

    return msgspec.structs.replace(
        brief,
        as_of=f"2024-{10 + night // 28:02}-{1 + night % 28:02}",
        evidence=tuple(map(quoted, brief.evidence)),
        sources=tuple(
            msgspec.structs.replace(one, sha256=words(one.sha256, one.number)) for one in brief.sources
        ),
        claims=tuple(
            msgspec.structs.replace(one, statement=Line(words(one.statement.text, one.source), ()))
            for one in brief.claims
        ),
    )


def measure(address: str, brief: Brief, editions: int) -> None:
    """Keep the editions and search them, and print what that costs."""
    from briefgen.model.edition import Counts, Edition
    from briefgen.store.database import open_store
    from briefgen.store.editions import Contents, save_edition
    from briefgen.store.searching import Asked, search

    store = open_store(address)
    started = time.process_time()
    for number in range(1, editions + 1):
        made = of_night(brief, number)
        edition = Edition(
            job="bench", number=number, made=f"{made.as_of}T06:00:00+00:00", as_of=made.as_of,
            title=made.title, fingerprint=str(number), folder="", counts=Counts(0, 0, 0), run=1,
        )  # fmt: skip
        with store.writing() as connection:
            save_edition(connection, edition, Contents({None: made}, ()))
    told = f"{editions} editions kept in {time.process_time() - started:.1f} s of the processor"
    size = f", {store.place.stat().st_size / 1e6:.0f} MB" if store.place else ""
    print(f"{told}{size}", flush=True)
    for asked in ASKED:
        took = []
        for _ in range(3):
            started = time.perf_counter()
            with store.reading() as connection:
                found = search(connection, Asked(words=asked), 20)
            took.append(time.perf_counter() - started)
        digest = hashlib.sha256(msgspec.json.encode(found)).hexdigest()[:12]
        print(f"  {asked}: {min(took):.3f} s, {found.total:,} found, answer {digest}", flush=True)
    store.close()


def main(words: list[str]) -> None:
    """Measure in a new SQLite file."""
    numbers = [int(word) for word in words if word.isdigit()] or [EDITIONS, ARTICLES]
    kept = [Path(word) for word in words if word.endswith(".json")]
    brief = decode_brief(kept[0].read_bytes(), str(kept[0])) if kept else brief_of(numbers[1])
    with tempfile.TemporaryDirectory(prefix="briefgen-") as name:
        measure(f"sqlite:///{name}/store.db", brief, numbers[0])


if __name__ == "__main__":
    main(sys.argv[1:])
