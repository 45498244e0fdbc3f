"""How a line names its evidence: by links, by bare numbers, or by its sources alone."""

import re
from collections.abc import Mapping

LINK = re.compile(r"\[(S?\d+)\]\(#([es]\d+)\)")
RUN = re.compile(rf"{LINK.pattern}(?: {LINK.pattern})*")


def numbered(markdown: str) -> str:
    """`markdown` with each run of citations as numbers that lead nowhere: `[3, 7]`."""
    return RUN.sub(lambda run: "[" + ", ".join(label for label, _ in LINK.findall(run[0])) + "]", markdown)


def by_source(markdown: str, numbers: Mapping[str, int]) -> str:
    """`markdown` with each run of citations as links to its sources, each once, in order.

    `numbers` holds of each piece of evidence the number of its source.
    """
    return RUN.sub(lambda run: _sources(run[0], numbers), markdown)


def _sources(run: str, numbers: Mapping[str, int]) -> str:
    found = {int(label[1:]) if label[:1] == "S" else numbers[f"E{label}"] for label, _ in LINK.findall(run)}
    return " ".join(f"[S{number}](#s{number})" for number in sorted(found))
