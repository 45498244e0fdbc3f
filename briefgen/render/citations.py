"""How a line names its evidence: by links, by bare numbers, or by its sources alone."""

import re
from collections.abc import Mapping

LINK = re.compile(r"\[(S?\d+|P\d+(?:-\d+)?)\]\(#([es]\d+|p\d+(?:-\d+)?)\)")
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
    """The sources behind a run of citations, those of an earlier edition last."""
    labels = [label for label, _ in LINK.findall(run)]
    found = {int(one[1:]) if one[:1] == "S" else numbers[f"E{one}"] for one in labels if one[:1] != "P"}
    before = {int(one[1:].partition("-")[0]) for one in labels if one[:1] == "P"}
    links = [f"[S{number}](#s{number})" for number in sorted(found)]
    return " ".join([*links, *(f"[P{number}](#p{number})" for number in sorted(before))])
