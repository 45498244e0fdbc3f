"""Tell the periods that a figure is only compared with, from which nothing that follows is reckoned."""

import re

from briefgen.extract.dates.grammar import Found
from briefgen.extract.dates.setting import Reading
from briefgen.extract.dates.tokens import GAP, Line
from briefgen.language.english import time as english

REACH = 12
"""Tokens before a period among which the words of comparison stand: "up from 3.2 million euros in"."""
DAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}")
NUMBER = re.compile(r"[$€£¥]?\d[\d,.]*%?")


def is_compared(line: Line, found: Found, reading: Reading) -> bool:
    """Whether a period stands in brackets beside a figure, or behind "compared with", "up from", "than in".

    A day in brackets is that of what is told: "the dam broke at noon (12 May)".
    """
    words = _before(line, found.start)
    if "(" in words:
        return DAY.match(reading.value) is None and _is_figure(line, found, words)
    return any(_compares(words, at) for at in range(len(words)))


def _before(line: Line, start: int) -> list[str]:
    """The words of the clause before a token, from the bracket that is open there."""
    words: list[str] = []
    for at in range(start - 1, max(-1, start - 1 - REACH), -1):
        word = line.tokens[at].word
        if line.classes[at] == GAP or word in english.COMPARISON_ENDS:
            break
        words.insert(0, word)
        if word == "(":
            break
    return words


def _is_figure(line: Line, found: Found, words: list[str]) -> bool:
    """Whether a bracket gives a figure beside the period: "(Q3 2025: 4.1 million)", "(40 in May 2024)"."""
    behind: list[str] = []
    for token in line.tokens[found.end : found.end + REACH]:
        if token.word in (")", "\n"):
            break
        behind.append(token.word)
    return any(NUMBER.fullmatch(word) or word in english.NUMBERS for word in (*words, *behind))


def _compares(words: list[str], at: int) -> bool:
    """Whether the word at `at`, with those around it, compares what was told with what follows."""
    word, behind = words[at], words[at + 1 : at + 2]
    before = words[at - 1] if at else ""
    if word in english.COMPARING:
        return True
    if word == "than":
        return all(one in english.CLOSE_TO_A_PERIOD for one in words[at + 1 :])
    counted = bool(behind) and NUMBER.fullmatch(behind[0]) is not None
    return (word == "from" and (counted or before in english.UP_AND_DOWN)) or (word == "against" and counted)
