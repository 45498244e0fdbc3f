"""Articles to measure with: as many as wanted, all different, the same every time.

They are put together from the paragraphs of `seeds/` and the case tables of `tests/cases/`, so that every
kind of expression that briefgen reads is in them, more densely than in a newspaper.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
PARAGRAPHS = range(18, 36)
"""Paragraphs of one article; with them it has about 600 words, as the seed has."""
SEED_SHARE = 0.3
"""Share of the paragraphs that come from the seed."""
MARKS = re.compile(r"[\[\]{}]")
FIGURE = re.compile(r"(?<![\w.,:/-])[2-9]\d*(?![\w.,:/-])")


def _lines(name: str) -> Iterator[str]:
    """The texts of a case table that has each text on a line of its own."""
    for line in (CASES / name).read_text("utf-8").splitlines():
        if line.startswith("text: "):
            yield line.removeprefix("text: ").replace(" ¶ ", " ")


def _cells(name: str, column: int) -> Iterator[str]:
    """The texts of a case table that has each text in a cell."""
    rows = [line for line in (CASES / name).read_text("utf-8").splitlines() if line.startswith("|")]
    for row in rows[2:]:
        yield MARKS.sub("", row.strip("| ").split(" | ")[column]).replace(" ¦ ", " ")


def _texts() -> list[str]:
    return [
        *(text for name in ("claims.md", "dates.md", "names.md") for text in _lines(name)),
        *_cells("quantities.md", 0),
        *_cells("clauses.md", 1),
        *_cells("sentences.md", 1),
    ]


def _paragraph(chance: random.Random, seeds: list[str], texts: list[str]) -> str:
    if chance.random() < SEED_SHARE:
        words = chance.choice(seeds)
    else:
        words = " ".join(chance.sample(texts, chance.choice((1, 2, 2, 3))))
    return FIGURE.sub(lambda match: _other_figure(chance, match[0]), words)


def _other_figure(chance: random.Random, figure: str) -> str:
    return str(chance.randrange(2, 10)) + "".join(chance.choice("0123456789") for _ in figure[1:])


def articles(count: int) -> Iterator[str]:
    """`count` articles of about 600 words."""
    chance = random.Random(1)
    seeds = [
        line
        for path in sorted((ROOT / "seeds").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line
    ]
    texts = _texts()
    for _ in range(count):
        title = chance.choice(texts)[:70].rstrip(" .,")
        paragraphs = [_paragraph(chance, seeds, texts) for _ in range(chance.choice(PARAGRAPHS))]
        yield "\n\n".join((title, *paragraphs)) + "\n"


def write(folder: Path, count: int) -> int:
    """Write `count` articles into `folder`; tell how many words they have."""
    words = 0
    for number, text in enumerate(articles(count)):
        (folder / f"{number:04}.txt").write_text(text, "utf-8")
        words += len(text.split())
    return words
