"""Measure what a night costs once most sources are known: `python -m benchmarks.nightly [OLD NEW]`.

A folder of OLD articles is read and kept; then NEW ones are put beside them, and the next run reads only
those. Both runs are processes of their own, and do all that a run does but for rendering: take the sources
in, read them or fetch what was read, make the brief and hold it against its evidence, compare it with the
edition before, keep it.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.brief import Brief
    from briefgen.model.edition import Run
    from briefgen.model.request import Request
    from briefgen.model.source import RawSource, Unread
    from briefgen.store.database import Store

    Unreadable = tuple[Unread, ...]

from benchmarks.articles import articles

OLD, NEW = 1000, 10
"""Articles of a quick look; the bound is stated for 10,000 and 100."""
BOUND = 0.05
"""The most that the second run may cost, as a share of the first."""


class Parts:
    """Seconds of the processor that each part of a run takes."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        started = time.process_time()
        yield
        self.seconds[name] = time.process_time() - started


def night(folder: Path, store: Path, number: int, names: frozenset[str] | None) -> dict[str, float]:
    """One run over `folder`, of all that is there or of those called `names`, without rendering."""
    import gc

    from briefgen.checks import check_brief
    from briefgen.cli import SELDOM
    from briefgen.model.request import Request
    from briefgen.model.source import Metadata
    from briefgen.pipeline import make_brief, read_base, read_document, tell_each
    from briefgen.store.cache import kept_readings
    from briefgen.store.database import open_store
    from briefgen.store.inbox import collect
    from briefgen.store.runs import start_run

    gc.set_threshold(SELDOM)  # as the program does
    now = f"2024-10-{17 + number:02}T06:00:00+00:00"
    defaults = Metadata(published="2024-10-18")
    parts = Parts()
    opened = open_store(f"sqlite:///{store}")
    run = start_run(opened, "bench", now)
    with parts.part("collect"):
        raws, unread = collect((folder,))
    shown = tuple(one for one in raws if names is None or one.name.rpartition("/")[2] in names)
    told = {one.name for one in shown}
    standing = {one.name: one.sha256 for one in raws if one.name not in told}
    with kept_readings(opened, run.id, read_document, tell_each) as reading:
        with parts.part("read"):
            reading.expect(shown, defaults, None)
            base = read_base(shown, unread, defaults, read=reading)
        with parts.part("synthesise"):
            request = Request("bench", "2024-10-18", as_of="2024-10-18", edition=number)
            brief = make_brief(base, request, reading.tell)
    with parts.part("check"):
        check_brief(brief)
    if number > 1:
        brief = compared(opened, brief, request, standing, parts)
    with parts.part("keep"):
        keep(opened, brief, run, now, (raws, unread))
    opened.close()
    return parts.seconds


def compared(
    opened: "Store", brief: "Brief", request: "Request", standing: dict[str, str], parts: Parts
) -> "Brief":
    """`brief` with what changed since the edition before."""
    from briefgen.checks import check_brief
    from briefgen.pipeline import with_changes
    from briefgen.store.editions import brief_of, edition

    with parts.part("load"), opened.reading() as connection:
        last = edition(connection, "bench")
        earlier = brief_of(connection, last) if last else None
    assert earlier is not None
    with parts.part("compare"):
        made = with_changes(brief, earlier, request.scheme, standing)
        check_brief(made, held=brief)
    return made


def keep(
    opened: "Store", brief: "Brief", run: "Run", now: str, inputs: "tuple[tuple[RawSource, ...], Unreadable]"
) -> None:
    """Keep the edition and what it was made of."""
    from briefgen.model.edition import Counts, Edition
    from briefgen.model.job import Window
    from briefgen.nightly.window import look
    from briefgen.pipeline import uncollected
    from briefgen.store.editions import Contents, save_edition
    from briefgen.store.inventory import inputs_of, set_inputs
    from briefgen.store.runs import end_run

    number = brief.edition
    counts = Counts(len(brief.sources), len(brief.claims), 0)
    made = Edition(
        job="bench", number=number, made=now, as_of=brief.as_of, title=brief.title, fingerprint=str(number),
        folder="", counts=counts, run=run.id,
    )  # fmt: skip
    with uncollected(), opened.writing() as connection:
        save_edition(connection, made, Contents({None: brief}, ()))
        before = inputs_of(connection, "bench")
        seen = look(*inputs, before, Window(), datetime.fromisoformat(now))
        set_inputs(connection, "bench", seen.told_by(number))
        end_run(connection, run, now, "made", edition=number)


def in_own_process(folder: Path, store: Path, number: int, *names: str) -> dict[str, float]:
    """The cost of a night as a process: its parts, all of it (`processor`), and by the clock (`wall`)."""
    from benchmarks.processes import ONE_CORE

    command = [sys.executable, "-m", "benchmarks.nightly", "--night", str(folder), str(store), str(number)]
    started = time.perf_counter()
    import os

    told = subprocess.run(
        [*command, *names], check=True, stdout=subprocess.PIPE, env={**os.environ, **ONE_CORE}
    )
    costs: dict[str, float] = json.loads(told.stdout)
    return costs | {"wall": time.perf_counter() - started}


def measure(old: int, new: int) -> None:
    """Run both nights for each window, and print what they cost."""
    with tempfile.TemporaryDirectory(prefix="briefgen-") as name:
        folder = Path(name) / "in"
        folder.mkdir()
        texts = articles(old + new)
        for number in range(old):
            (folder / f"{number:05}.txt").write_text(next(texts), "utf-8")
        store = Path(name) / "store.db"
        first = in_own_process(folder, store, 1)
        print(f"first run, {old:,} articles:", _told(first), flush=True)
        fresh = [f"{number:05}.txt" for number in range(old, old + new)]
        for one in fresh:
            (folder / one).write_text(next(texts), "utf-8")
        before = store.read_bytes()
        for window, names in (("new", fresh), ("all", [])):
            for file in store.parent.glob("store.db*"):
                file.unlink()
            store.write_bytes(before)
            second = in_own_process(folder, store, 2, *names)
            print(f"{new:,} more, window {window}:", _told(second))
            for what in ("processor", "wall"):
                print(f"  {second[what] / first[what]:.1%} of the first by {what}, bound {BOUND:.0%}")
        print(f"store: {store.stat().st_size / 1e6:.0f} MB")


def _told(costs: dict[str, float]) -> str:
    return ", ".join(f"{name} {seconds:.2f} s" for name, seconds in costs.items())


def main(words: list[str]) -> None:
    if words[:1] == ["--night"]:
        folder, store, number, *names = words[1:]
        costs = night(Path(folder), Path(store), int(number), frozenset(names) or None)
        print(json.dumps(costs | {"processor": time.process_time()}))
    else:
        measure(*(int(word) for word in words) if words else (OLD, NEW))


if __name__ == "__main__":
    main(sys.argv[1:])
