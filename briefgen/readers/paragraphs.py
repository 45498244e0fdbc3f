"""Cut a plain text into its blocks: title, headings, paragraphs and list items."""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from briefgen.model.document import Block, BlockKind
from briefgen.model.span import Span, trim
from briefgen.readers.furniture import is_furniture, is_hour, names_the_text

ITEM = re.compile(r"(?:[-*•‣⁃▪◦·]|\(?\d{1,3}[.)])[^\S\n]+\S")
CONTINUES = re.compile(r"[a-z]")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
UNFINISHED_END = re.compile(r"[,:;_–—-]$")
LETTER_FIELD = re.compile(
    r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Sender|Return-Path|Received|Message-I[Dd]|MIME-Version"
    r"|Delivered-To|Envelope-To|In-Reply-To|References|Authentication-Results|User-Agent"
    r"|(?:Content|X|ARC|DKIM|List|Thread|Received|DomainKey|Resent)-[\w-]+):\s"
)
"""What opens the head of a mail, which is no title."""
MAIL_HEAD = (
    r"(?=From [^\n]+\n[\w-]+:|" + LETTER_FIELD.pattern + r")(?:From [^\n]+\n)?"
    r"(?:[\w-]{1,60}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}(?=[ \t\r]*\n)"
)
"""The head of a mail (RFC 5322, section 2.2): fields, of which the first is one of those, and an empty line.

A line that opens with white space goes on the field before it. Mailboxes open the head with a line "From ".
"""
DATED = (
    r"(?:(?:first|originally|last)\s+)?(?:published|posted|issued|released|updated|filed|dated?)"
    r"(?:\s+on)?:?\s[^\n]{0,40}\d[^\n]{0,20}"
)
"""A line that only says when the text came out, which is no title; that may come next. Few texts have one."""
CALLED = (
    r"\W*(?:for\s+immediate\s+release|(?:press|news|media)\s+(?:release|statement|notice|advisory)"
    r"|embargo(?:ed)?\b[^\n]{0,60}|opinion|op-?ed|editorial|commentary|viewpoint|guest\s+(?:essay|column))\W*"
)
"""A line that only says what the text is, which is no title."""
CALLING = ("f", "p", "n", "m", "e", "o", "c", "v", "g")
"""What such a line opens with, in small letters."""
DAY_ALONE = (
    r"(?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
"""A line with nothing but a day, which ends what stands above the title of such a text."""
PLACED = rf"(?:[A-Z][\w.'’-]*,?\s){{0,4}}(?:[-–—|]\s)?\(?{DAY_ALONE}\)?"
"""The same with the place before it, as over a letter or a report: "Lima, Peru, 2 May 2025"."""
DOCUMENT = (
    r"\b(?:release|report|bulletin|minutes|statement|newsletter|briefing|memo|update|notes|agenda|summary"
    r"|digest|transcript|review|log|diary|letter)\b"
)
"""What such a line holds where it is the name of the text: "Council Minutes, 12 May 2025"."""
DIGIT = re.compile(r"\d")
FIRST_WORD = re.compile(r"\S{1,100}")

WRAP_WIDTHS = range(40, 101)
"""Columns at which people and mail programs break lines; 72 to 80 are usual."""
SHORTEST_BROKEN = 30
"""A line broken inside a sentence is at least this long; in verse and addresses lines are shorter."""
WRAPPED_SHARE = 0.4
"""Share of line breaks that fall inside a sentence before a text counts as hard-wrapped.

In wrapped English prose about five lines of six go on in lower case; lists and verse stay far below."""
LONG_SHARE = 0.1
"""Share of lines that may be longer than the wrap width (addresses, tables) in hard-wrapped text."""
TITLE_LENGTH = 160
HEADING_LENGTH = 80
BODY_LENGTH = 60
"""A block of this many characters, or one that ends a sentence, is body text."""
HEADING_WORDS = 6
"""Words of a heading right above its text, at most."""
BODY_WITHIN = 4
"""A title has body text within this many blocks; a byline and a date may stand between."""
TITLE_OVER = 12
"""The same, with furniture counted: a picture's credit, what to share and follow."""


class Line(msgspec.Struct, frozen=True):
    """A line that is not blank, and how it stands to the line before it."""

    span: Span
    """Without the white space around it."""
    indent: int
    """Characters of white space before it."""
    first: bool
    """Whether a blank line, or the beginning of the text, comes before it."""


class Run(msgspec.Struct, frozen=True):
    """Lines that make one block."""

    span: Span
    first: bool
    """Whether a blank line, or the beginning of the text, comes before it."""
    furniture: bool
    """Whether it says nothing of the matter: "Page 2 of 7", "By Ann Lee", "Updated 6 May 2025"."""


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, in order; each character that is not white space stands in exactly one.

    Blank lines part paragraphs. A text that is not hard-wrapped has a paragraph on each line; in one
    that is, lines that go on from one another are joined.
    """
    head = mail_head(text)
    runs = tuple(_join(tuple(_lines(text)), text, head))
    kinds: list[BlockKind] = [
        "paragraph" if run.span.end <= head else kind
        for run, kind in zip(runs, _kinds(runs, text), strict=True)
    ]
    return tuple(
        Block(kind, run.span, f"paragraph {number}")
        for number, (run, kind) in enumerate(zip(runs, kinds, strict=True), 1)
    )


def mail_head(text: str) -> int:
    """Where the head of a mail ends, before its empty line; 0 where `text` does not open with one."""
    opening = text[:80].split("\n", 1)[0]
    if ":" not in opening and not opening.startswith("From "):
        return 0
    found = re.match(MAIL_HEAD, text)
    return found.end() if found else 0


def _lines(text: str) -> Iterator[Line]:
    start, first = 0, True
    for line in text.splitlines(keepends=True):
        span = trim(Span(start, start + len(line)), text)
        if span.length:
            yield Line(span, span.start - start, first)
        first = not span.length
        start += len(line)


def _join(lines: tuple[Line, ...], text: str, head: int) -> Iterator[Run]:
    """`lines` that go on from one another as one; `head` is where that of a mail ends."""
    if not lines:
        return
    width = _wrap_width(lines, text)
    start = lines[0]
    for line, following in pairwise(lines):
        folded = following.span.start < head and following.indent > 0
        if not (folded or _goes_on(line, following, text, width)):
            yield _run(start, line, text)
            start = following
    yield _run(start, lines[-1], text)


def _run(first: Line, last: Line, text: str) -> Run:
    span = Span(first.span.start, last.span.end)
    return Run(span, first.first, is_furniture(span.of(text)))


def _wrap_width(lines: tuple[Line, ...], text: str) -> int | None:
    """The column at which `text` was wrapped by hand or by a mail program; none where it was not."""
    pairs = [(line, following) for line, following in pairwise(lines) if not following.first]
    broken = [
        _width(line)
        for line, following in pairs
        if SHORTEST_BROKEN <= _width(line) < WRAP_WIDTHS.stop
        and CONTINUES.match(text, following.span.start)
        and not SENTENCE_END.search(text, max(line.span.start, line.span.end - 4), line.span.end)
    ]
    if not broken or len(broken) < WRAPPED_SHARE * len(pairs):
        return None
    width = max(broken)
    longer = sum(_width(line) > width + 10 for line in lines)
    return width if width in WRAP_WIDTHS and longer <= LONG_SHARE * len(lines) else None


def _width(line: Line) -> int:
    return line.indent + line.span.length


def _goes_on(line: Line, following: Line, text: str, width: int | None) -> bool:
    """Whether `following` is the same paragraph: its first word had no room on the line before."""
    if width is None or following.first or ITEM.match(text, following.span.start):
        return False
    if following.indent > line.indent and not ITEM.match(text, line.span.start):
        return False
    word = FIRST_WORD.match(text, following.span.start)
    return word is not None and _width(line) + 1 + len(word[0]) > width


def _kinds(runs: tuple[Run, ...], text: str) -> tuple[BlockKind, ...]:
    opening = _opening(runs, text) if runs else 0
    return tuple(_kind(number, opening, runs, text) for number in range(len(runs)))


def _kind(number: int, opening: int, runs: tuple[Run, ...], text: str) -> BlockKind:
    """The kind of a run; `opening` runs stand above the title."""
    run = runs[number]
    if run.furniture or (number not in (0, opening) and names_the_text(run.span.of(text))):
        return "furniture"
    if ITEM.match(text, run.span.start):
        return "item"
    if number == 0 and LETTER_FIELD.match(text, run.span.start):
        return "paragraph"
    if number < opening:
        return "heading" if number == 0 and _masthead(runs, text) else "paragraph"
    return _kind_of_text(number, opening, runs, text)


def _kind_of_text(number: int, opening: int, runs: tuple[Run, ...], text: str) -> BlockKind:
    """The kind of a run that stands no more above the title."""
    run = runs[number]
    rest = tuple(other for other in runs[number + 1 : number + 1 + TITLE_OVER] if not other.furniture)
    if number == opening:
        over = any(_is_body(other, text) or _is_item(other, text) for other in rest[:BODY_WITHIN])
        return "title" if over and _is_name(run, text, TITLE_LENGTH) else "paragraph"
    shouted = text[run.span.start : run.span.end].isupper() and not DIGIT.search(run.span.of(text))
    heads = bool(rest) and _is_body(rest[0], text) and (rest[0].first or _is_told(rest[0], run, text))
    alone = run.first and bool(rest) and (shouted or heads)
    if is_hour(run.span.of(text)):
        return "heading"
    if alone and _is_name(run, text, HEADING_LENGTH) and not SENTENCE_END.search(run.span.of(text)):
        return "heading"
    return "paragraph"


def _opening(runs: tuple[Run, ...], text: str) -> int:
    """How many runs above a title only say what the text is, of whom and when."""
    at = _masthead(runs, text) or _letterhead(runs, text)
    above = (_is_head(run, text) or _says_what_it_is(run, text) for run in runs[at:])
    heads = (place for place, head in enumerate(above, at) if not head)
    return next(heads, 0)


def _letterhead(runs: tuple[Run, ...], text: str) -> int:
    """How many runs open a text that first says what it is: "Press release", with its issuer and its day."""
    if not _says_what_it_is(runs[0], text):
        return 0
    letterhead = runs[1:BODY_WITHIN]
    days = (at for at, run in enumerate(letterhead, 1) if re.fullmatch(DAY_ALONE, run.span.of(text)))
    day = next(days, 0)
    return day + 1 if all(_is_name(run, text, HEADING_LENGTH) for run in runs[1:day]) else 1


def masthead(text: str) -> str | None:
    """The name of the paper that a text opens with, above its day and its headline, if it has one."""
    opening = text[:HEADING_LENGTH].split("\n", 1)[0]
    if not PAPER.fullmatch(opening.strip()):
        return None
    runs = tuple(_join(tuple(_lines(text)), text, 0))
    return " ".join(runs[0].span.of(text).split()) if _masthead(runs, text) else None


def _masthead(runs: tuple[Run, ...], text: str) -> int:
    """Where the headline stands below the name of a paper and lines that say when; 0 where none does."""
    if len(runs) < MASTHEAD_RUNS or not PAPER.fullmatch(runs[0].span.of(text)):
        return 0
    place = next((at for at in range(1, len(runs) - 1) if not _is_below_masthead(runs[at], text)), 0)
    if place < HEADLINE_AT:
        return 0
    headline = runs[place]
    words = headline.span.of(text)
    told = _is_name(headline, text, TITLE_LENGTH) and len(words.split()) >= HEADLINE_WORDS
    return place if told and (headline.first or runs[place + 1].first) else 0


def _is_below_masthead(run: Run, text: str) -> bool:
    words = run.span.of(text)
    dated = re.fullmatch(DAY_ALONE, words) or re.fullmatch(DATED, words, re.IGNORECASE)
    return dated is not None or run.furniture or names_the_text(words)


MASTHEAD_RUNS = 4
"""Runs of a text that has a masthead: its name, its day, its headline, its body."""
HEADLINE_AT = 2
"""The first run that can be the headline below a masthead."""
HEADLINE_WORDS = 4
PAPER = re.compile(
    r"(?:The\s)?(?:[A-Z][\w.’'&-]*\s(?:of\s|and\s|&\s)?){0,4}"
    r"(?:Post|Times|News|Herald|Gazette|Courier|Tribune|Chronicle|Journal|Daily|Mail|Telegraph|Observer|Guardian|Press"
    r"|Star|Sun|Express|Record|Register|Standard|Monitor|Dispatch|Bulletin|Examiner|Inquirer|Independent|Mirror|Echo"
    r"|Argus|Advertiser|Review|Wire|Agency|Radio|Television|TV|Weekly|Reporter|Sentinel|Globe|Mercury|Messenger)"
)
"""What papers are called, one of which alone in the first line names who published what follows."""


def _says_what_it_is(run: Run, text: str) -> bool:
    if run.span.length > HEADING_LENGTH or not text[run.span.start].lower().startswith(CALLING):
        return False
    return re.fullmatch(CALLED, run.span.of(text), re.IGNORECASE) is not None


def _is_head(run: Run, text: str) -> bool:
    """Whether a line only says when the text came out, or by whom: "Publisher: The Orlo Post"."""
    return (
        run.furniture
        or _only_says_when(run, text)
        or (run.span.length <= HEADING_LENGTH and HEAD_FIELD.fullmatch(run.span.of(text)) is not None)
    )


def publisher_told(text: str) -> str | None:
    """The publisher that a line above the text names; none where no such line opens it."""
    for line in text[:HEADS].split("\n")[:BODY_WITHIN]:
        found = HEAD_FIELD.fullmatch(line.strip())
        if found is not None and found["field"].casefold() in PUBLISHING:
            return found["value"].strip().rstrip(".") or None
    return None


HEADS = 600
"""Code points at the start of a text among which such lines stand."""
HEAD_FIELD = re.compile(
    r"(?P<field>Publisher|Published by|Source|Outlet|Newspaper|Agency|Author|Byline|Section|Category|Language"
    r"|Desk|Edition|Slug)\s*:\s+(?P<value>\S[^\n]{0,78}?)\.?",
    re.IGNORECASE,
)
"""A line that says who published the text, who wrote it, or where it is filed."""
PUBLISHING = frozenset(("publisher", "published by", "source", "outlet", "newspaper", "agency"))


def _only_says_when(run: Run, text: str) -> bool:
    words = run.span.of(text)
    if len(words) > HEADING_LENGTH or not words.rstrip(")")[-1:].isdigit():
        return False
    if re.fullmatch(PLACED, words):
        return re.search(DOCUMENT, words, re.IGNORECASE) is None
    return re.fullmatch(DATED, words, re.IGNORECASE) is not None


def _is_name(run: Run, text: str, longest: int) -> bool:
    """Whether `run` is short and ends neither like a statement nor in the middle of something."""
    if run.span.length > longest:
        return False
    words = run.span.of(text)
    return not (words.endswith(".") or UNFINISHED_END.search(words)) and not words[0].islower()


def _is_told(body: Run, heading: Run, text: str) -> bool:
    """Whether sentences stand right below a few words without a number, which so head them: "About us"."""
    words = heading.span.of(text)
    few = len(words.split()) <= HEADING_WORDS and not DIGIT.search(words) and ":" not in words
    ends = SENTENCE_END.search(text, max(body.span.start, body.span.end - 4), body.span.end) is not None
    return few and ends and body.span.length >= BODY_LENGTH


def _is_item(run: Run, text: str) -> bool:
    return ITEM.match(text, run.span.start) is not None


def _is_body(run: Run, text: str) -> bool:
    if run.span.length >= BODY_LENGTH:
        return True
    return SENTENCE_END.search(text, max(run.span.start, run.span.end - 4), run.span.end) is not None
