"""Measure what a run costs: `python -m benchmarks [ROUNDS]`."""

import compileall
import importlib.util
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import write
from benchmarks.processes import alternate, cost_of, told_by

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benchmarks"
SEEDS = str(ROOT / "seeds")
BRIEFGEN = (sys.executable, "-m", "briefgen")
READ = (sys.executable, "-m", "benchmarks.read_with_briefgen")
MEGABYTE = 1_000_000

SPACY = os.environ.get("BRIEFGEN_SPACY_PYTHON", sys.executable)
"""A Python that has spaCy; it need not be the one that has briefgen."""
WITHOUT_SPACY = (
    "NOT MEASURED: speed against spaCy, which is not here. `pip install 'spacy>=3.8'` in some environment,\n"
    "and name its Python: BRIEFGEN_SPACY_PYTHON=/path/to/python make bench"
)


class Measurement(NamedTuple):
    """One figure against its bound."""

    what: str
    figure: float
    bound: float
    made_of: str = ""
    least: bool = False
    """Whether the figure may not be lower than the bound; otherwise it may not be higher."""

    @property
    def holds(self) -> bool:
        """Whether the figure is on the right side of its bound."""
        return self.figure >= self.bound if self.least else self.figure <= self.bound

    def __str__(self) -> str:
        bound = f"{'at least' if self.least else 'at most':<8} {self.bound:<8,g}"
        figure = f"{self.figure:>9,.0f}" if self.figure >= 1000 else f"{self.figure:>9.2f}"
        return f"{self.what:<62}{figure}   {bound}{'holds' if self.holds else 'EXCEEDED':<10}{self.made_of}"


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
    printing = (sys.executable, str(HERE / "print_html.py"), page, f"{folder}/printed.pdf")
    ours, theirs = alternate(build(folder, "pdf"), printing, rounds)
    made_of = f"{ours * 1000:.0f} ms : {theirs * 1000:.0f} ms"
    return Measurement("build pdf : WeasyPrint prints the same HTML", ours / theirs, 1.35, made_of)


def memory(rounds: int) -> Measurement:
    """The most memory that `extract` of the seeds holds."""
    peaks = [cost_of((*BRIEFGEN, "extract", SEEDS)).peak for _ in range(rounds)]
    return Measurement("extract: peak of memory, MB", statistics.median(peaks) / MEGABYTE, 80)


def reading(folder: Path) -> Iterator[Measurement]:
    """`extract` of many articles: words in a second, with and without the start, and memory."""
    few, many = folder / "100", folder / "1000"
    for place in (few, many):
        place.mkdir()
    write(few, 100)
    words = write(many, 1000)
    whole = cost_of((*BRIEFGEN, "extract", str(many)))
    read, by_spacy = told_by((*READ, str(many))), _by_spacy(many)
    seconds = f"{words:,} words in {{:.1f}} s of the processor"
    yield Measurement(
        "extract, 1,000 articles: words/s of the process",
        words / whole.processor,
        20_000,
        seconds.format(whole.processor),
        least=True,
    )
    yield Measurement(
        "extract, 1,000 articles: words/s after the start",
        words / read,
        20_000,
        seconds.format(read),
        least=True,
    )
    growth = whole.peak / cost_of((*BRIEFGEN, "extract", str(few))).peak
    made_of = f"{whole.peak / MEGABYTE:.1f} MB at most for 1,000"
    yield Measurement("extract: peak of memory, 1,000 articles : 100", growth, 1.15, made_of)
    if by_spacy:
        made_of = f"{words / read:,.0f} : {words / by_spacy:,.0f} words/s, the same 1,000 articles"
        yield Measurement(
            "words/s : spaCy's tagger, parser, recogniser", by_spacy / read, 2, made_of, least=True
        )


def _by_spacy(folder: Path) -> float | None:
    """Seconds that spaCy takes on one core; none where it is not here."""
    if sys.executable == SPACY and importlib.util.find_spec("spacy") is None:
        return None
    return told_by((SPACY, str(HERE / "read_with_spacy.py"), str(folder)))


def main() -> None:
    """Print every measurement; end with 1 where a bound is exceeded."""
    compileall.compile_dir(ROOT / "briefgen", quiet=2)  # as an installation does
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as folder:
        results = [
            markdown_and_json(folder, rounds),
            pdf(folder, rounds),
            memory(rounds),
            *reading(Path(folder)),
        ]
    print(f"Medians of {rounds} alternating runs of whole processes; one run over many articles")
    print(*results, sep="\n")
    if not any("spaCy" in result.what for result in results):
        print(WITHOUT_SPACY)
    sys.exit(not all(result.holds for result in results))


main()
