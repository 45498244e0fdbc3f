"""Measure what a long PDF costs: `python -m benchmarks.long_print [CLAIMS] [FORMAT] [TEXTS]`, on Linux.

TEXTS are `dense`, unless said: each claim is one of somebody else's, dated, and holds two figures, so that it
stands in every section. With `articles` about as many claims stand in articles like those of newspapers.
The brief is built twice: once for the time it takes, and once for the memory, since to look at that holds up
those who are at work.
"""

import compileall
import re
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from benchmarks.articles import articles

FIRST = ("Anna", "Boris", "Clara", "David", "Elena", "Farid", "Greta", "Hugo")
LAST = ("Novak", "Ostrom", "Petrov", "Quist", "Rossi", "Sato", "Tanaka", "Ulrich")
IN_ONE = 50
"""Claims of one dense text."""
IN_ARTICLE = 20.6
"""Claims of one of `benchmarks.articles`, nearly."""
TOLD = re.compile(r"([\d,]+) claims")
SHARE = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
"""As Linux tells it: proc(5), smaps."""
PAUSE = 0.1
"""Seconds between two looks at memory."""
MEGABYTE = 1_000_000
PACKAGE = Path(__file__).resolve().parent.parent / "briefgen"


def write(folder: Path, claims: int, texts: str) -> None:
    """Texts with `claims` claims in all; of articles about as many."""
    if texts == "articles":
        for number, text in enumerate(islice(articles(round(claims / IN_ARTICLE)), claims)):
            (folder / f"{number:06}.txt").write_text(text, "utf-8")
        return
    for start in range(0, claims, IN_ONE):
        paragraphs = (
            f"{FIRST[k % 8]} {LAST[k // 8 % 8]}, the mayor of Town {k % 97}, said on Monday that {k + 3} "
            f"houses in district {k} had lost power and that crews would need {k % 9 + 2} days."
            for k in range(start, min(start + IN_ONE, claims))
        )
        (folder / f"{start:06}.txt").write_text("\n\n".join(paragraphs), "utf-8")


def resident(process: int) -> list[int]:
    """Bytes that a process and all processes below it hold: of what several share, each its part (PSS).

    Raises `LookupError` where Linux does not tell that part.
    """
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except (ProcessLookupError, FileNotFoundError):
        told = ""
    if not told:  # it has just ended
        return []
    held = SHARE.search(told)
    if held is None:
        raise LookupError(f"/proc/{process}/smaps_rollup has no line Pss:")
    return [1024 * int(held[1]), *(further for child in children for further in resident(int(child)))]


def main(claims: int, form: str, texts: str) -> None:
    """Build the brief, and print how long that took, alone and of all processes, and what memory was held."""
    compileall.compile_dir(PACKAGE, quiet=2)  # as an installation does
    with tempfile.TemporaryDirectory() as name:
        sources = Path(name) / "sources"
        sources.mkdir()
        write(sources, claims, texts)
        command = [sys.executable, "-m", "briefgen", "build", str(sources), "--output", f"{name}/out"]
        command += ["--published", "2024-10-18", "--format", form]
        started = time.perf_counter()
        said = subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True).stderr
        seconds = time.perf_counter() - started
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        peak = held_by(command)
        made = next(Path(name, "out").rglob(f"*.{form}"))
        size = made.stat().st_size
    told = TOLD.search(said)
    count = told[1] if told else f"{claims:,}"
    usage = (
        f"{count} claims: {seconds:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of the processor, "
        f"{sum(peak) / MEGABYTE:.0f} MB (PSS) at most in all processes together"
    )
    usage += f" ({' + '.join(f'{held / MEGABYTE:.0f}' for held in peak)})"
    print(f"{usage}; a file of {size / MEGABYTE:.1f} MB")


def held_by(command: list[str]) -> list[int]:
    """Bytes that the processes of `command` hold when they hold most."""
    peak: list[int] = []
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            peak = max(peak, resident(process.pid), key=sum)
            time.sleep(PAUSE)
    return peak


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int((words[0:1] or ["5000"])[0]), (words[1:2] or ["pdf"])[0], (words[2:3] or ["dense"])[0])
