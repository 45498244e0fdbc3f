"""Hold the words of likelihood and confidence in a person's notes against the standard that they keep to."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from briefgen.language.english.likelihood import (
    CONFIDENCE,
    ICD_203_FIRST,
    ICD_203_SECOND,
    NO_LIKELIHOOD,
    OTHER_CONFIDENCE,
    OUTSIDE,
    PHIA,
    ROUGHLY,
)
from briefgen.model.brief import Notes, Passage, Standard
from briefgen.model.problem import Problem

ROWS: Mapping[Standard, tuple[str, ...]] = MappingProxyType(
    {"ICD 203": (ICD_203_FIRST, ICD_203_SECOND), "PHIA": (PHIA,)}
)
"""The words of each standard, in rows that are not mixed."""
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z0-9])|(?<=[:;])\s+(?=[A-Z])|\n\s*\n")
QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")
MONTH = "May"


class Term(NamedTuple):
    """A word of likelihood or confidence."""

    step: int
    """Its place on the scale, from the least."""
    row: int | None = None
    """The row of the standard that has it; none where it is outside."""
    confidence: bool = False


class Scale(NamedTuple):
    """One standard, ready to be looked for."""

    terms: Mapping[str, Term]
    """By the words in small letters."""
    names: tuple[tuple[str, ...], ...]
    """Of each row the word of each step."""
    ranges: tuple[str, ...]
    pattern: re.Pattern[str]


class Use(NamedTuple):
    """Where a term stands."""

    words: str
    line: int
    term: Term


def remarks_on(notes: Notes) -> tuple[Problem, ...]:
    """What in `notes` is outside of its standard, each with its line and the nearest word of the standard.

    What stands in quotation marks or as a quotation is somebody else's, and is passed over.
    """
    scale = scale_of(notes.standard)
    sentences = [uses for passage in notes.passages for uses in _used_in(passage, scale)]
    uses = [use for sentence in sentences for use in sentence]
    row = next((use.term.row for use in uses if _is_of_a_row(use)), None)
    found: list[Problem] = []
    for sentence in sentences:
        found += [_outside(use, notes, scale, row) for use in sentence if use.term.row is None]
        found += _combined(sentence, notes)
    return (*found, *_mixed([use for use in uses if _is_of_a_row(use)], notes, scale))


def _used_in(passage: Passage, scale: Scale) -> Iterator[list[Use]]:
    """The terms of each sentence of `passage`."""
    if passage.kind == "quotation":
        return
    text = QUOTED.sub(lambda quoted: " " * len(quoted[0]), passage.text)
    line = passage.line
    at = 0
    for start, sentence in _sentences(text):
        line += text.count("\n", at, start)
        at = start
        yield list(_uses(sentence, line, scale))


def _is_of_a_row(use: Use) -> bool:
    """Whether a term is one of the standard's words of likelihood."""
    return use.term.row is not None and not use.term.confidence


@cache
def scale_of(standard: Standard) -> Scale:
    """`standard` with its words, and all those that are outside of it."""
    rows = [[line.split(" | ") for line in row.strip().split("\n")] for row in ROWS[standard]]
    terms: dict[str, Term] = dict.fromkeys(_listed(NO_LIKELIHOOD), Term(-1))
    for step, words in enumerate(OUTSIDE):
        terms |= dict.fromkeys(_listed(words), Term(step))
    for step, words in enumerate(OTHER_CONFIDENCE):
        terms |= dict.fromkeys(_listed(words), Term(step, confidence=True))
    terms |= {words: Term(step, 0, confidence=True) for step, words in enumerate(CONFIDENCE)}
    for number, row in enumerate(rows):
        for step, (_, _, forms) in enumerate(row):
            terms |= dict.fromkeys(_listed(forms), Term(step, number))
    longest = sorted(terms, key=lambda words: (-len(words), words))
    found = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest)
    return Scale(
        MappingProxyType(terms),
        tuple(tuple(name for name, _, _ in row) for row in rows),
        tuple(per_cent for _, per_cent, _ in rows[0]),
        re.compile(rf"(?<![\w-])(?:{found})(?![\w-])", re.IGNORECASE),
    )


def _listed(words: str) -> list[str]:
    return [" ".join(one.split()) for one in words.split(",")]


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of `text`, each with its place."""
    start = 0
    for end in SENTENCE_END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def _uses(sentence: str, line: int, scale: Scale) -> Iterator[Use]:
    """The terms of a sentence that begins on `line`."""
    for match in scale.pattern.finditer(sentence):
        words = " ".join(match[0].split())
        term = scale.terms[words.lower()]
        about = words.lower() in ROUGHLY and sentence[match.end() :].lstrip()[:1].isdecimal()
        if term.step >= 0 and words != MONTH and not about:
            yield Use(words, line + sentence.count("\n", 0, match.start()), term)


def _outside(use: Use, notes: Notes, scale: Scale, row: int | None) -> Problem:
    """What is to be said of a term that the standard has not; `row` is the one that the notes keep to."""
    step = use.term.step
    rows = scale.names if row is None else (scale.names[row],)
    if use.term.confidence:
        kind, near, share = "level of confidence", [CONFIDENCE[step]], ""
    else:
        near = [names[step] for names in rows]
        kind, share = "word of likelihood", f" ({scale.ranges[step]})"
    told = " or ".join(f"“{one}”" for one in near) + share
    return Problem(
        f"“{use.words}” is no {kind} of {notes.standard}; the nearest is {told}",
        f"{notes.name}, line {use.line}",
    )


def _combined(uses: list[Use], notes: Notes) -> Iterator[Problem]:
    """What is to be said of one sentence that tells both how likely and how sure."""
    likely = next((use for use in uses if not use.term.confidence), None)
    sure = next((use for use in uses if use.term.confidence), None)
    if likely and sure:
        told = f"“{likely.words}” and “{sure.words}” stand in one sentence, where one is taken for the other"
        yield Problem(
            f"{told}: say how likely it is in one, and how sure you are in the next",
            f"{notes.name}, line {min(likely.line, sure.line)}",
        )


def _mixed(uses: list[Use], notes: Notes, scale: Scale) -> Iterator[Problem]:
    """What is to be said of each word that is of another row than the first."""
    for use in uses:
        first = uses[0]
        if use.term.row != first.term.row:
            same = scale.names[first.term.row or 0][use.term.step]
            yield Problem(
                f"“{use.words}” is of the other row of {notes.standard} than “{first.words}” in line "
                f"{first.line}; rows are not mixed: write “{same}”",
                f"{notes.name}, line {use.line}",
            )
