"""What is odd about a text and could mislead a reader of it, with the line where it first stands."""

import re

from briefgen.model.problem import Problem

CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of reading (Unicode Standard Annex #9, sections 2.1 to 2.6)."""
REPLACED = re.compile("\N{REPLACEMENT CHARACTER}")
LINE_END = re.compile(r"\r\n?|\n")

LONG_LINE = 100_000
"""Characters; a long book's chapter. No person writes such a line."""

SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (CONTROL, "control character{s} (the first is {code}): the text may come from a program; check it"),
    (DIRECTION, "sign{s} that turn{v} the direction of reading ({code}): compare with the original, "
                "its words can look as if in another order"),
    (REPLACED, "place{s} where characters are lost, shown as � ({code}): get a sound copy"),
)  # fmt: skip


def remarks_on(text: str) -> tuple[Problem, ...]:
    """The problems of `text`, each once, with its count and the line where it first stands."""
    found = [_signs(text, pattern, words) for pattern, words in SIGNS]
    return tuple(problem for problem in (*found, _long_line(text)) if problem)


def _signs(text: str, pattern: re.Pattern[str], words: str) -> Problem | None:
    first = pattern.search(text)
    if first is None:
        return None
    count = sum(1 for _ in pattern.finditer(text, first.start()))
    code = f"U+{ord(first[0]):04X}"
    plural = {"s": "" if count == 1 else "s", "v": "s" if count == 1 else "", "code": code}
    return Problem(f"{count:,} {words.format(**plural)}", f"line {_line(text, first.start())}")


def _line(text: str, place: int) -> int:
    return 1 + sum(1 for _ in LINE_END.finditer(text, 0, place))


def _long_line(text: str) -> Problem | None:
    if len(text) <= LONG_LINE:
        return None
    lengths = [len(line) for line in LINE_END.split(text)]
    number, length = max(enumerate(lengths, 1), key=lambda pair: pair[1])
    if length <= LONG_LINE:
        return None
    more = sum(length > LONG_LINE for length in lengths) - 1
    others = f" (and {more:,} more line{'s' if more > 1 else ''} as long)" if more else ""
    words = f"{length:,} characters without a line break{others}: break it into paragraphs to cite them"
    return Problem(words, f"line {number}")
