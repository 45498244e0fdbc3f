"""The table of docs/reading.md: briefgen's figures on public sets beside those that others published."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy_scores import Result, Score


class Row(NamedTuple):
    """A line of the table."""

    measure: str
    task: str
    scores: tuple[str, ...]
    """Names of scores of the task."""
    shown: str
    """What is shown of each: `f1`, `precision`, `recall` or `made_of`."""
    gold: str
    """Key of the set in `SETS`, and name of its file."""
    published: str = ""


SETS = {
    "polnear-dev": "PolNeAR dev",
    "timebank": "TimeBank",
    "aquaint": "AQUAINT",
    "wikiwars": "WikiWars, 16 of 22",
    "meantime": "MEANTIME, 2 of 4 topics",
    "golden-rules": "Golden Rules",
    "ud-ewt": "UD English-EWT dev",
    "ud-gum": "UD English-GUM dev",
}

TIMES = ("strict", "relaxed", "value")
TIMES_MEASURE = "dates, strict / relaxed / value, F1"
TEMPEVAL = (
    "on the test set of TempEval-3: SynTime .921 / .950 / –, HeidelTime .813 / .903 / .776, "
    "SUTime .796 / .903 / .674, UWTime value .824"
)

ROWS = (
    Row(
        "claims, words labelled (BIO), micro F1",
        "claims",
        ("words labelled source, cue or content",),
        "f1",
        "polnear-dev",
        "on the test set, trained on the corpus: BERT .86, CRF with a parser's features .71",
    ),
    Row(
        "claims, content and speaker overlap, F1",
        "claims",
        ("content and speaker overlap",),
        "f1",
        "polnear-dev",
        "parts, on PARC3: Citron, trained, source .85, cue .77, content .83",
    ),
    Row(
        "claims with a reporting cue, recall",
        "claims",
        ("found, of those with a reporting cue",),
        "recall",
        "polnear-dev",
    ),
    Row(
        "claims, content overlap, precision",
        "claims",
        ("content overlaps",),
        "precision",
        "polnear-dev",
    ),
    Row(TIMES_MEASURE, "dates", TIMES, "f1", "timebank", TEMPEVAL),
    Row(TIMES_MEASURE, "dates", TIMES, "f1", "aquaint", "as above"),
    Row(TIMES_MEASURE, "dates", TIMES, "f1", "wikiwars"),
    Row(TIMES_MEASURE, "dates", TIMES, "f1", "meantime"),
    Row("names, found / kind right, F1", "names", ("found", "found and kind right"), "f1", "meantime"),
    Row("names, aliases tied, B-cubed F1", "names", ("aliases tied, B-cubed",), "f1", "meantime"),
    Row(
        "sentences, rules kept",
        "sentences",
        ("documents all right",),
        "made_of",
        "golden-rules",
        "pySBD 47 of 48",
    ),
    Row("sentences, both ends right, F1", "sentences", ("both ends right",), "f1", "ud-ewt"),
    Row("sentences, both ends right, F1", "sentences", ("both ends right",), "f1", "ud-gum"),
)

HEADER = ("| measure | set | briefgen | others | measured by |", "|---|---|---|---|---|")


def table(folder: Path, measure: Callable[[str, Path], Result]) -> Iterator[str]:
    """The lines of the table, in Markdown, for those sets that are in `folder`."""
    measured = cache(measure)
    yield from HEADER
    for row in ROWS:
        file = find(folder, row.gold)
        if file:
            scores = {score.name: score for score in measured(row.task, file).scores}
            yield line(row, " / ".join(_figure(scores[name], row.shown) for name in row.scores))


def line(row: Row, figure: str) -> str:
    """`row` with its `figure`, in Markdown."""
    command = f"`{row.task} gold/{row.gold}.jsonl`"
    return f"| {row.measure} | {SETS[row.gold]} | {figure} | {row.published or '–'} | {command} |"


def find(folder: Path, name: str) -> Path | None:
    """The first file below `folder` whose path from there, with `-` for `/`, has `name` in it."""
    for file in sorted(folder.rglob("*.jsonl")):
        if name in "-".join(file.relative_to(folder).with_suffix("").parts):
            return file
    return None


def _figure(score: Score, shown: str) -> str:
    value = getattr(score, shown)
    return value if isinstance(value, str) else f"{value:.3f}".removeprefix("0")
