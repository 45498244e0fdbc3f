"""Gold sentences from the Golden Rules of Pragmatic Segmenter, as pySBD tests itself on them."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.gold_format import GoldDocument

NAME = "GOLDEN_EN_RULES_TEST_CASES"
"""What the list of rules is called in pySBD's `tests/lang/test_english.py`."""


def golden_rules(files: Iterable[Path]) -> Iterator[GoldDocument]:
    """A document for each rule; the file is read as a table, not run."""
    for file in files:
        for number, case in enumerate(_cases(file), 1):
            text, sentences = (ast.literal_eval(part) for part in case)
            yield GoldDocument(number, text, sentences=tuple(sentences))


def _cases(file: Path) -> Iterator[list[ast.expr]]:
    """Text and sentences of each case, which stand in a pair or in a call that marks the case."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List) and _is_named(node):
            for case in node.value.elts:
                if isinstance(case, ast.Tuple):
                    yield case.elts[:2]
                elif isinstance(case, ast.Call):
                    yield case.args[:2]


def _is_named(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == NAME for target in node.targets)
