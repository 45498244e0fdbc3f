"""Measure what a run costs: `python -m benchmarks [ROUNDS]`."""

import compileall
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.processes import alternate, cost_of

ROOT = Path(__file__).resolve().parent.parent
SEEDS = str(ROOT / "seeds")
BRIEFGEN = (sys.executable, "-m", "briefgen")
MEGABYTE = 1_000_000


class Measurement(NamedTuple):
    """One figure against its bound."""

    what: str
    figure: float
    bound: float
    made_of: str

    def __str__(self) -> str:
        verdict = "holds" if self.figure <= self.bound else "EXCEEDED"
        return f"{self.what:<58}{self.figure:>7.2f}   at most {self.bound:<6g}{verdict:<10}{self.made_of}"


def build(folder: str, *formats: str) -> tuple[str, ...]:
    """The command that builds the brief of the seeds in `formats` below `folder`."""
    wanted = [part for form in formats for part in ("--format", form)]
    return (*BRIEFGEN, "build", SEEDS, "--output", folder, *wanted)


def markdown_and_json(folder: str, rounds: int) -> Measurement:
    """A build without a PDF, against loading the libraries that it cannot do without."""
    imports = (sys.executable, "-c", "import click, jinja2, msgspec")
    ours, theirs = alternate(build(folder, "md", "json"), imports, rounds)
    made_of = f"{ours * 1000:.0f} ms : {theirs * 1000:.0f} ms"
    return Measurement("build md + json : import click, jinja2, msgspec", ours / theirs, 4, made_of)


def pdf(folder: str, rounds: int) -> Measurement:
    """A build with a PDF, against WeasyPrint printing the page that briefgen wrote."""
    cost_of(build(folder, "html"))
    page = f"{folder}/seeds/analyst.html"
    printing = (sys.executable, str(ROOT / "benchmarks" / "print_html.py"), page, f"{folder}/printed.pdf")
    ours, theirs = alternate(build(folder, "pdf"), printing, rounds)
    made_of = f"{ours * 1000:.0f} ms : {theirs * 1000:.0f} ms"
    return Measurement("build pdf : WeasyPrint prints the same HTML", ours / theirs, 1.35, made_of)


def memory(rounds: int) -> Measurement:
    """The most memory that `extract` of the seeds holds."""
    peaks = [cost_of((*BRIEFGEN, "extract", SEEDS)).peak for _ in range(rounds)]
    return Measurement("extract: peak of memory, MB", statistics.median(peaks) / MEGABYTE, 80, "")


def main() -> None:
    """Print every measurement; end with 1 where a bound is exceeded."""
    compileall.compile_dir(ROOT / "briefgen", quiet=2)  # as an installation does
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as folder:
        results = markdown_and_json(folder, rounds), pdf(folder, rounds), memory(rounds)
    print(f"Medians of {rounds} alternating runs of whole processes")
    print(*results, sep="\n")
    sys.exit(any(result.figure > result.bound for result in results))


main()
