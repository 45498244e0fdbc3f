"""Measure what is read against gold data: `python -m benchmarks.accuracy TASK GOLD.jsonl`.

docs/reading.md says what gold data looks like, where the public sets are, and what the figures are.
"""

import argparse
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from benchmarks.accuracy_claims import measure_claims
from benchmarks.accuracy_dates import measure_dates
from benchmarks.accuracy_names import measure_names
from benchmarks.accuracy_scores import Read, Result, read_all
from benchmarks.accuracy_sentences import measure_sentences
from benchmarks.accuracy_table import table
from benchmarks.gold_format import read_gold
from briefgen.model.request import BUILT_IN
from briefgen.pipeline import load_engine

MEASURES: dict[str, Callable[[Iterable[Read]], Result]] = {
    "claims": measure_claims,
    "dates": measure_dates,
    "names": measure_names,
    "sentences": measure_sentences,
}


def measure(task: str, gold: Path, engine: str = BUILT_IN) -> Result:
    """The scores of `task` on the file `gold`; raises `ValueError` where that is not gold data.

    `engine` is as the `--engine` of `briefgen extract` takes it.
    """
    return MEASURES[task](read_all(read_gold(gold), load_engine(engine)))


def main(arguments: list[str] | None = None) -> None:
    """Print the scores of one task, or the table of all sets in a folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("task", nargs="?", choices=MEASURES)
    parser.add_argument("gold", nargs="?", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write what is wrong, a line each")
    parser.add_argument("--table", type=Path, metavar="DIR", help="print the table of docs/reading.md")
    parser.add_argument("--engine", default=BUILT_IN, help="as `briefgen extract` takes it")
    options = parser.parse_args(arguments)
    if options.table:
        print("\n".join(table(options.table, partial(measure, engine=options.engine))))
        return
    if not options.gold:
        parser.error("name a task and a file of gold data, or --table and a folder of them")
    result = measure(options.task, options.gold, options.engine)
    print(*result.scores, sep="\n")
    if options.errors:
        options.errors.write_text("".join(f"{error}\n" for error in result.errors), "utf-8")


if __name__ == "__main__":
    main()
