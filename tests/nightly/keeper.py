"""A program that runs a job again and again in a child of its own, and kills it where it is told to.

It reads one order a line, as JSON: `{"seconds": 0.1}` kills the run after that time, `{"effects": 7}` before
the seventh thing that it does to the disk, the database or the network, `{}` lets it end. It answers with the
number of effects, or none where the run was killed, and with the seconds it took.
"""

import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, event

from briefgen.config import load_config
from briefgen.nightly.job import Night, run_job
from briefgen.store.database import open_store

PATIENCE = 60
"""Seconds for a server to see that a connection broke, and to take back the lock of who was killed."""
EFFECTS = frozenset(
    {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "socket.connect"}
)


def is_effect(name: str, arguments: tuple[object, ...]) -> bool:
    if name == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return name in EFFECTS or name.startswith("shutil.")


def count_effects(kill_before: int | None) -> Callable[[], int]:
    """Count what the process does from now on; kill it, if asked, before it does something."""
    done = 0

    def one() -> None:
        nonlocal done
        done += 1
        if done == kill_before:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(name: str, arguments: tuple[object, ...]) -> None:
        if is_effect(name, arguments):
            one()

    sys.addaudithook(audit)
    event.listen(Engine, "before_cursor_execute", lambda *_: one())
    event.listen(Engine, "commit", lambda *_: one())
    return lambda: done


def run(config: Path, counted: Callable[[], int]) -> int:
    found = load_config(config, {})
    store = open_store(found.store)
    night = Night(store, lambda channel: {}, lambda: datetime.now(UTC), patience=PATIENCE, pauses=())
    report = run_job(found.jobs[0], night)
    store.close()
    assert report.error is None, report.error
    assert all(one.state == "sent" for one in report.tried), report.tried
    return counted()


def run_apart(config: Path, order: dict[str, float]) -> int | None:
    """The number of effects of a run in a child; none where it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        before = order.get("effects")
        os.write(writing, str(run(config, count_effects(int(before) if before else None))).encode())
        os._exit(0)
    if "seconds" in order:
        time.sleep(order["seconds"])
        os.kill(child, signal.SIGKILL)
    os.close(writing)
    said = os.read(reading, 100)
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return None
    assert status == 0, "the run failed"
    return int(said)


def warm_up() -> None:
    """Load here, once, what every child would load for itself."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").mkdir()
        settings = '[jobs.warm]\nsources = ["seeds/"]\nformats = ["md", "json"]\n'
        (folder / "briefgen.toml").write_text(settings)
        for words in ("The mayor said on Monday that 40 ships had left.\n", "The mayor said no.\n"):
            (folder / f"seeds/{len(words)}.txt").write_text(words)
            run(folder / "briefgen.toml", lambda: 0)


def main() -> None:
    config = Path(sys.argv[1])
    warm_up()
    for line in sys.stdin:
        began = time.monotonic()
        effects = run_apart(config, json.loads(line))
        print(json.dumps({"effects": effects, "seconds": time.monotonic() - began}), flush=True)


if __name__ == "__main__":
    main()
