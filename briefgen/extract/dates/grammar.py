"""Cut a text into tokens and find where the patterns of time stand among them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from briefgen.language.english import time as english

TOKEN = re.compile(
    r"(?P<gap>\n\s*\n)"
    r"|(?P<MONEY>(?:[$€£¥#]|\bC\$|\bUS\$)\s?\d[\d,.]*|(?<![\w.,])\d[\d,]*(?:\.\d+)?\s?%)"
    r"|(?P<ISO>(?<![\w-])\d{4}-[01]\d-[0-3]\d"
    r"(?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))"
    r"|(?P<NUMERIC>(?<![\w/.-])(?:[0-3]?\d/[0-3]?\d/(?:\d{4}|\d\d)|[0-3]?\d\.[01]?\d\.\d{4}|[0-3]?\d-[01]?\d-\d{4})(?![\w/-]))"
    r"|(?P<CLOCK>(?<![\w:.])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\w:])|(?<![\w:.])[0-2]?\d:[0-5]\d(?=[ap]\.?m|hrs)"
    r"|(?<![\w:.])(?:0?\d|1[0-2])\.[0-5]\d(?=\s?[ap]\.?m\b))"
    r"|(?P<FRACTION>(?<![\w/])\d/\d(?![\w/])|[½¼¾])"
    r"|(?P<MERIDIEM>(?<![^\W\d_])[aApP]\.\s?[mM]\.?(?!\w)|(?<![^\W\d_])[aApP][mM]\b)"
    r"|(?P<DECADE>\b\d{3}0['’]?s\b)"
    r"|(?P<SHORTDECADE>(?<!\w)['’‘]\d0s\b|\b[1-9]0s\b)"
    r"|(?P<SHORTYEAR>(?<!\w)['’‘]\d\d(?![\w'’]))"
    r"|(?P<ORDNUM>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<QUARTERCODE>\b(?:Q[1-4]|[1-4]Q)\b)|(?P<HALFCODE>\b(?:H[12]|[12]H)\b)|(?P<FISCALCODE>\bFY\s?['’]?(?:\d{4}|\d\d)\b)"
    r"|(?P<number>(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<ERA>\b[Bb]\.?[Cc](?:\.?[Ee])?\b\.?)"
    r"|(?P<POSS>(?<=\w)['’]s?(?!\w))"
    r"|(?P<clock>\bo['’]clock\b)"
    r"|(?P<word>[^\W\d_]+(?:['’]t\b)?)|(?P<mark>[^\w\s]|_)|(?P<other>\w+)"
)
"""Every alternative is told by its first character or a fixed length, so the work grows with the text."""

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
    "MONEY", "ISO", "NUMERIC", "CLOCK", "FRACTION", "MERIDIEM", "DECADE", "SHORTDECADE", "SHORTYEAR",
    "ORDNUM",
    "QUARTERCODE", "HALFCODE", "FISCALCODE", "ERA", "POSS",
)  # fmt: skip
"""Classes that are told by the form of a token."""

DIGITS = tuple(
    frozenset(names.split())
    for names in ("DIGITS DAYNUM HOURNUM", "DIGITS DAYNUM", "DIGITS HOURNUM", "DIGITS", "YEAR BIG", "BIG")
)
"""What a number can be: a day or an hour, a day, an hour (0), none of them, a year, anything larger."""

HOLIDAYS = sorted(
    (*english.HOLIDAYS, *english.MOVING_HOLIDAYS, *english.CHURCH_HOLIDAYS, english.ELECTION_DAY),
    key=lambda name: (-len(name), name),
)
HOLIDAY = re.compile(rf"\b(?:{'|'.join(map(re.escape, HOLIDAYS))})\b".replace("'", "['’]"), re.IGNORECASE)


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


class Found(NamedTuple):
    """Where a rule matches: tokens `[start, end)`, and what its labels hold."""

    rule: str
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]


def _literals() -> frozenset[str]:
    patterns = " ".join((*english.PARTS.values(), *english.RULES.values(), *english.PERIODS))
    return frozenset(re.findall(r"(?<![\w<:])[a-z']+(?![\w:>])", re.sub(r"<\w+>|\w+:", " ", patterns)))


def _signature(word: str, literals: frozenset[str]) -> frozenset[str]:
    classes = {name for name, words in english.CLASSES.items() if word in words}
    if word in english.LONG_WORDS:
        classes.add("LONGWORD")
    return frozenset(classes | ({word} if word in literals else set()))


def _signatures() -> tuple[dict[str, frozenset[str]], dict[frozenset[str], str]]:
    """Every word's classes, and a character of the private use area for each set of classes."""
    literals = _literals()
    known = sorted(literals.union(*english.CLASSES.values(), english.LONG_WORDS))
    words = {word: _signature(word, literals) for word in known}
    forms = [frozenset((form,)) for form in (*FORMS, *sorted(set(MARKS.values())), "HOLIDAY")]
    plain = [_plain(signature) for signature in words.values()]
    every = dict.fromkeys([frozenset[str](), *words.values(), *plain, *forms, *DIGITS])
    return words, {signature: chr(0xE001 + number) for number, signature in enumerate(every)}


def _plain(signature: frozenset[str]) -> frozenset[str]:
    """The classes that are left of a month or weekday written small."""
    return signature - {"MONTH", "MONTHABBR", "WEEKDAY", "WEEKDAYS", "WEEKDAYABBR"}


WORDS, CHARACTERS = _signatures()
NOTHING = CHARACTERS[frozenset()]
GAP = chr(0xE000)
"""Stands between blocks; no pattern reaches over it."""


@cache
def _charset(name: str) -> str:
    return "[" + "".join(character for classes, character in CHARACTERS.items() if name in classes) + "]"


LABEL = re.compile(r"\b\w+:\s*(?=\()")
SYMBOL = re.compile(r"<(?P<part>\w+)>|(?P<label>\w+):\s*\(|(?P<word>[A-Za-z']+)|(?P<open>\()|\s+")


@cache
def _part(name: str) -> str:
    """The expression of a part; it has no labels, for a name may stand only once in an expression."""
    pattern = english.PARTS[name] if name in english.PARTS else english.RULES[name]
    return f"(?:{_compile(LABEL.sub('', pattern))})"


def _translate(match: re.Match[str]) -> str:
    if match["part"]:
        return _part(match["part"])
    if match["label"]:
        return f"(?P<{match['label']}>"
    if match["word"]:
        return _charset(match["word"])
    return "(?:" if match["open"] else ""


def _compile(pattern: str) -> str:
    """The regular expression over class characters that a pattern of the word tables stands for."""
    return SYMBOL.sub(_translate, pattern)


SOURCES = {name: _compile(pattern) for name, pattern in english.RULES.items()}
PERIODS = tuple(_compile(LABEL.sub("", pattern)) for pattern in english.PERIODS)


SINGLE = re.compile(r"\[(.)\]")
"""A class of one character: written without brackets it compiles a quarter faster."""


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    """Compiled only when a text needs it: most texts need few of them."""
    return re.compile(SINGLE.sub(r"\1", SOURCES[rule]))


def _firsts(parts: list[str]) -> tuple[set[str], bool]:
    """The characters that may stand first, and whether nothing need stand, up to the end of the group.

    `parts` are the pieces of a regular expression in reverse; those of the group are taken off.
    """
    firsts: set[str] = set()
    empty, open_branch = False, True
    while parts and (part := parts.pop()) != ")":
        if part == "|":
            empty, open_branch = empty or open_branch, True
            continue
        inner, nullable = _firsts(parts) if part[0] == "(" else (set(part[1:-1]), False)
        if parts and parts[-1] in ("?", "{0,4}"):
            parts.pop()
            nullable = True
        if open_branch:
            firsts, open_branch = firsts | inner, nullable
    return firsts, empty or open_branch


def _needed(parts: list[str]) -> list[frozenset[str]]:
    """Sets of characters of each of which a match must hold one, up to the end of the group.

    `parts` are the pieces of a regular expression in reverse; those of the group are taken off.
    """
    needed: list[frozenset[str]] = []
    branches = False
    while parts and (part := parts.pop()) != ")":
        if part == "|":
            branches = True
            continue
        inner = _needed(parts) if part[0] == "(" else [frozenset(part[1:-1])]
        if parts and parts[-1] in ("?", "{0,4}"):
            parts.pop()
            inner = []
        needed += inner
    return [] if branches else needed


PART = re.compile(r"\[[^]]*\]|\(\?(?:P<\w+>|:)|[)|?]|\{\d,\d\}")


@cache
def _needs(rule: str) -> tuple[frozenset[str], ...]:
    """What `_needed` says of a rule, in the order in which a match must hold it."""
    return tuple(_needed(PART.findall(SOURCES[rule])[::-1]))


def _reach(parts: list[str]) -> int:
    """The most tokens that a match may take, up to the end of the group.

    `parts` are the pieces of a regular expression in reverse; those of the group are taken off.
    """
    longest = tokens = 0
    while parts and (part := parts.pop()) != ")":
        if part == "|":
            longest, tokens = max(longest, tokens), 0
            continue
        inner = _reach(parts) if part[0] == "(" else 1
        times = int(parts.pop()[-2]) if parts and parts[-1][0] == "{" else 1
        if parts and parts[-1] == "?":
            parts.pop()
        tokens += inner * times
    return max(longest, tokens)


@cache
def _longest(rule: str) -> int:
    """The most tokens that a match of `rule` may take."""
    return _reach(PART.findall(SOURCES[rule])[::-1])


def _starting() -> dict[str, tuple[str, ...]]:
    """From a class character to the rules whose expressions may begin with it."""
    starting: dict[str, list[str]] = {}
    for rule, source in SOURCES.items():
        parts = PART.findall(source)
        for character in sorted(_firsts(parts[::-1])[0]):
            starting.setdefault(character, []).append(rule)
    return {character: tuple(rules) for character, rules in starting.items()}


STARTING = _starting()
STARTERS = re.compile(f"[{''.join(STARTING)}]")
"""Finds quickly where any rule may match."""


def tokenise(text: str, start: int, end: int) -> Iterator[tuple[Token, str]]:
    """The tokens of `text[start:end]`, each with its class character."""
    holidays = HOLIDAY.finditer(text, start, end)
    holiday = next(holidays, None)
    at = start
    while match := TOKEN.search(text, at, end):
        while holiday and holiday.start() < match.start():
            holiday = next(holidays, None)
        if holiday and holiday.start() == match.start() and text[holiday.start()].isupper():
            match, kind = holiday, "HOLIDAY"
        else:
            kind = match.lastgroup or "other"
        at = match.end()
        if kind == "gap":
            yield Token("\n", match.start(), match.start(), False), GAP
        else:
            token = Token(match[0].lower().replace("’", "'"), match.start(), at, match[0][0].isupper())
            yield token, _character(kind, token)


def _character(kind: str, token: Token) -> str:
    if kind == "number":
        return CHARACTERS[_digits(token.word)]
    if kind == "word":
        signature = WORDS.get(token.word, frozenset())
        small = not token.capital and token.word in english.CAPITALISED
        return CHARACTERS[_plain(signature) if small else signature]
    if kind == "clock":
        return CHARACTERS[WORDS["oclock"]]
    if kind == "mark":
        return CHARACTERS[frozenset((MARKS[token.word],))] if token.word in MARKS else NOTHING
    return CHARACTERS[frozenset((kind,))] if kind != "other" else NOTHING


def _digits(word: str) -> frozenset[str]:
    if not word.isdecimal() or not word.isascii() or len(word) > 4:
        return DIGITS[5]
    if len(word) == 4:
        return DIGITS[4] if 1000 <= int(word) <= 2199 else DIGITS[5]
    if 1 <= int(word) <= 24:
        return DIGITS[0]
    return DIGITS[1] if 25 <= int(word) <= 31 else DIGITS[2] if int(word) == 0 else DIGITS[3]


def _found(rule: str, match: re.Match[str]) -> Found:
    groups = {name: match.span(name) for name in match.re.groupindex if match.start(name) >= 0}
    return Found(rule, match.start(), match.end(), groups)


@cache
def _opens(source: str) -> frozenset[str]:
    """The characters that may stand first in what `source` matches."""
    return frozenset(_firsts(PART.findall(source)[::-1])[0])


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(SINGLE.sub(r"\1", source))


def _followed(found: Found, classes: str, stop: int) -> Found | None:
    """`found`, of a rule that needs a period behind it, with that period; none where there is none."""
    label = english.FOLLOWED.get(found.rule)
    if label is None:
        return found
    for source in PERIODS:
        if found.end < stop and classes[found.end] in _opens(source):
            match = _compiled(source).match(classes, found.end, stop)
            if match:
                return Found(found.rule, found.start, match.end(), {label: match.span()})
    return None


def _may_match(rule: str, near: str) -> bool:
    """Whether `near` has all that `rule` needs, in order: quicker to tell than to compile it and match."""
    rest = iter(near)
    return all(any(character in needed for character in rest) for needed in _needs(rule))


def matches_at(line: Line, start: int, end: int | None = None) -> list[Found]:
    """The rules that match at token `start`: the longest first, those of equal reach in their order."""
    stop = len(line.classes) if end is None else end
    if start >= stop:
        return []
    leads = [
        _found(rule, m)
        for rule in STARTING.get(line.classes[start], ())
        if _may_match(rule, line.classes[start : min(stop, start + _longest(rule))])
        and (m := _pattern(rule).match(line.classes, start, stop))
    ]
    found = [whole for lead in leads if (whole := _followed(lead, line.classes, stop))]
    return sorted(found, key=lambda one: -one.end)


def exact_matches(line: Line, start: int, end: int) -> list[Found]:
    """The rules that match just the tokens `[start, end)`."""
    return [found for found in matches_at(line, start, end) if found.end == end]
