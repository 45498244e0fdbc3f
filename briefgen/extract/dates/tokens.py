"""Cut a text into tokens, and sort them into the classes that the patterns of time are made of."""

import re
from typing import NamedTuple

from briefgen.language.english import time as english
from briefgen.model.document import Document

TOKEN = re.compile(
    r" ?(?:"
    r"(?P<word>(?![Bb][Cc][Ee]\b)[A-Za-z]{3,}+(?![^\W\d_]|['’]t\b)"
    r"|(?!(?:[aApP][mM]|[bB][cC]|FY)\b)[A-Za-z]{1,2}+(?![\w.'’$]))"
    r"|(?P<mark>[.,;:!?()\"“”–—/])"
    r"|(?P<gap>\n\s*\n)"
    r"|(?P<MONEY>(?:[$€£¥#]|\bC\$|\bUS\$)\s?\d[\d,.]*|(?<![\w.,])\d[\d,]*(?:\.\d+)?\s?%)"
    r"|(?P<ISO>(?<![\w-])\d{4}-[01]\d-[0-3]\d"
    r"(?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))"
    r"|(?P<NUMERIC>(?<![\w/.-])(?:[0-3]?\d/[0-3]?\d/(?:\d{4}|\d\d)|[0-3]?\d\.[01]?\d\.\d{4}|[0-3]?\d-[01]?\d-\d{4})(?![\w/-]))"
    r"|(?P<NINEELEVEN>(?<![\w/.-])9/11(?![\w/]))"
    r"|(?P<CLOCK>(?<![\w:.])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\w:])|(?<![\w:.])[0-2]?\d:[0-5]\d(?=[ap]\.?m|hrs)"
    r"|(?<![\w:.])[0-2]?\d: [0-5]\d(?=\s?[aApP]\.?\s?[mM]\b)"
    r"|(?<![\w:.])(?:0?\d|1[0-2])\. ?[0-5]\d(?=\s?[ap]\.?\s?m\b))"
    r"|(?P<FRACTION>(?<![\w/])\d/\d(?![\w/])|[½¼¾])"
    r"|(?P<MERIDIEM>(?<![^\W\d_])[aApP]\.\s?[mM]\.?(?!\w)|(?<![^\W\d_])[aApP][mM]\b)"
    r"|(?P<DECADE>\b\d{3}0['’]?s\b)|(?P<OLDDECADE>\b[1-9]\d0s\b)"
    r"|(?P<SHORTDECADE>(?<!\w)['’‘]\d0['’]?s\b|\b[1-9]0s\b)"
    r"|(?P<SHORTYEAR>(?<!\w)['’‘]\d\d(?![\w'’]))"
    r"|(?P<ORDNUM>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<QUARTERCODE>\b(?:Q[1-4]|[1-4]Q)\b)|(?P<HALFCODE>\b(?:H[12]|[12]H)\b)|(?P<FISCALCODE>\bFY\s?['’]?(?:\d{4}|\d\d)\b)"
    r"|(?P<number>(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<ERA>\b[Bb]\.?[Cc](?:\.?[Ee])?\b\.?)"
    r"|(?P<POSS>(?<=\w)['’]s?(?!\w))"
    r"|(?P<clock>\bo['’]clock\b)"
    r"|(?P<letters>[^\W\d_]+(?:['’]t\b)?)|(?P<sign>[^\w\s]|_)|(?P<other>\w+)"
    r")"
)
"""The plainest words and marks come first; what else may begin like them is kept out of them. Every
alternative is told by its first characters or a fixed length, so the work grows with the text."""

MARKS = {
    ".": "DOT",
    ",": "COMMA",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "/": "SLASH",
    "(": "LPAREN",
    ")": "RPAREN",
}
FORMS = (
    "MONEY", "ISO", "NUMERIC", "NINEELEVEN", "CLOCK", "FRACTION", "MERIDIEM", "DECADE", "OLDDECADE",
    "SHORTDECADE", "SHORTYEAR", "ORDNUM", "QUARTERCODE", "HALFCODE", "FISCALCODE", "ERA", "POSS",
)  # fmt: skip
"""Classes that are told by the form of a token."""

DIGITS = tuple(
    frozenset(names.split())
    for names in (
        *("DIGITS DAYNUM HOURNUM", "DIGITS DAYNUM", "DIGITS HOURNUM", "DIGITS", "YEAR BIG", "BIG"),
        "DIGITS OLDYEAR",
    )
)
"""What a number can be: a day or an hour, a day, an hour (0), none of them, a year, anything larger, a year
of three digits."""

HOLIDAY_WORDS = tuple(
    name.replace(".", " DOT?").replace("'s", " POSS").replace("'", " POSS").replace("-", " DASH ")
    for name in (
        *english.HOLIDAYS,
        *english.MOVING_HOLIDAYS,
        *english.CHURCH_HOLIDAYS,
        *english.THANKSGIVING_HOLIDAYS,
        *english.ORTHODOX_HOLIDAYS,
        *english.JEWISH_HOLIDAYS,
        *sorted(english.OPEN_HOLIDAYS),
        english.ELECTION_DAY,
    )
)
"""The names of holidays as patterns."""


class Token(NamedTuple):
    """One token with its place in the text."""

    word: str
    """In lower case."""
    start: int
    end: int
    capital: bool
    """Whether its first letter is a capital one."""


class Line(NamedTuple):
    """The tokens of a text, and beside them one character a token for what classes it belongs to."""

    tokens: tuple[Token, ...]
    classes: str


LITERAL = re.compile(r"(?<![\w<:])[a-z']+(?![\w:>])")
"""A word of a pattern that stands for itself."""


def _signatures() -> dict[str, frozenset[str]]:
    """Every word's classes, and itself where a pattern names it."""
    patterns = " ".join((*english.PARTS.values(), *english.RULES.values(), *HOLIDAY_WORDS))
    words: dict[str, set[str]] = {word: {word} for word in LITERAL.findall(patterns)}
    for name, members in (*english.CLASSES.items(), ("LONGWORD", english.LONG_WORDS)):
        for word in members:
            words.setdefault(word, set()).add(name)
    return {word: frozenset(words[word]) for word in sorted(words)}


def _plain(signature: frozenset[str]) -> frozenset[str]:
    """The classes that are left of a month or weekday written small."""
    return signature - {"MONTH", "MONTHABBR", "WEEKDAY", "WEEKDAYS", "WEEKDAYABBR"}


def _characters() -> dict[frozenset[str], str]:
    """A character of the private use area for each set of classes."""
    forms = [frozenset((form,)) for form in (*FORMS, *sorted(set(MARKS.values())))]
    plain = [_plain(SIGNATURES[word]) for word in sorted(english.CAPITALISED)]
    every = dict.fromkeys([frozenset[str](), *SIGNATURES.values(), *plain, *forms, *DIGITS])
    return {signature: chr(0xE001 + number) for number, signature in enumerate(every)}


SIGNATURES = _signatures()
CHARACTERS = _characters()
NOTHING = CHARACTERS[frozenset()]
GAP = chr(0xE000)
"""Stands between blocks; no pattern reaches over it."""

WORDS = {word: CHARACTERS[signature] for word, signature in SIGNATURES.items()}
SMALL = WORDS | {word: CHARACTERS[_plain(SIGNATURES[word])] for word in english.CAPITALISED}
"""The same for words written small, which are no months and weekdays."""

SIGNS = {mark: CHARACTERS[frozenset((name,))] for mark, name in MARKS.items()}
SHAPES = {form: CHARACTERS[frozenset((form,))] for form in FORMS}


def line_of(document: Document) -> Line:
    """The tokens of the document's blocks; a break stands behind each block and at each empty line."""
    tokens: list[Token] = []
    classes: list[str] = []
    for block in document.blocks:
        _tokenise(document.text, block.span.start, block.span.end, tokens, classes)
        tokens.append(Token("\n", block.span.end, block.span.end, False))
        classes.append(GAP)
    return Line(tuple(tokens), "".join(classes))


def _tokenise(text: str, start: int, end: int, tokens: list[Token], classes: list[str]) -> None:
    """Add the tokens of `text[start:end]`, and the class character of each."""
    for match in TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "other"
        first, last = match.span(kind)
        written = text[first:last]
        word = written.lower()
        capital = written[0].isupper()
        if kind == "word":
            tokens.append(Token(word, first, last, capital))
            classes.append((WORDS if capital else SMALL).get(word, NOTHING))
        elif kind == "gap":
            tokens.append(Token("\n", first, first, False))
            classes.append(GAP)
        else:
            token = Token(word.replace("’", "'"), first, last, capital)
            tokens.append(token)
            classes.append(_character(kind, token))


def _character(kind: str, token: Token) -> str:
    if kind in ("mark", "sign"):
        return SIGNS.get(token.word, NOTHING)
    if kind == "number":
        return CHARACTERS[_digits(token.word)]
    if kind == "letters":
        return (WORDS if token.capital else SMALL).get(token.word, NOTHING)
    if kind == "clock":
        return WORDS["oclock"]
    return SHAPES.get(kind, NOTHING)


def _digits(word: str) -> frozenset[str]:
    if not word.isdecimal() or not word.isascii() or len(word) > 4:
        return DIGITS[5]
    if len(word) == 3 and word[0] != "0":
        return DIGITS[6]
    if len(word) == 4:
        return DIGITS[4] if 1000 <= int(word) <= 2199 else DIGITS[5]
    if 1 <= int(word) <= 24:
        return DIGITS[0]
    return DIGITS[1] if 25 <= int(word) <= 31 else DIGITS[2] if int(word) == 0 else DIGITS[3]
