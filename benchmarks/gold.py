"""Turn gold data as it is published into what briefgen measures itself on.

    python -m benchmarks.gold timeml TBAQ-cleaned/TimeBank/*.tml > gold/timebank.jsonl

docs/reading.md says where each set is found and which format it has.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.gold_brat import brat
from benchmarks.gold_cat import cat
from benchmarks.gold_conllu import conllu
from benchmarks.gold_format import GoldDocument, as_line
from benchmarks.gold_rules import golden_rules
from benchmarks.gold_times import timeml, timex2

FORMATS: dict[str, Callable[[Iterable[Path]], Iterator[GoldDocument]]] = {
    "brat": brat,
    "cat": cat,
    "conllu": conllu,
    "golden-rules": golden_rules,
    "timeml": timeml,
    "timex2": timex2,
}


def main(arguments: list[str] | None = None) -> None:
    """Print the documents in some files as JSON, one a line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gold",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("format", choices=FORMATS)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    for document in FORMATS[options.format](options.files):
        sys.stdout.buffer.write(as_line(document))


if __name__ == "__main__":
    main()
