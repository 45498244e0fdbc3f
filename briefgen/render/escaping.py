"""Source words as Markdown that shows exactly these words, whatever stands in them."""

import re

from markupsafe import Markup

HIDDEN = dict.fromkeys(
    [
        *[0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)],
        *[0xFEFF, 0xFFFE, 0xFFFF, *range(0x80, 0x85), *range(0x86, 0xA0), *range(0xD800, 0xE000)],
    ]
)
"""What turns the direction of writing for the reader, and what no text file can hold."""

VISIBLE = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\v\f\r"} | {0x7F: 0x2421}
"""Control characters as the signs that Unicode has for them."""

OPENING_BEFORE = "([{—–-/“‘\u00a0"
CURLY = {'"': ("“", "”"), "'": ("‘", "’")}
ALWAYS = re.compile(r"[\\`*|]")
TILDES = re.compile(r"~")
UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
TAG = re.compile(r"<(?=[A-Za-z/!?])")
ENTITY = re.compile(r"&(?=#?\w+;)")
LINK = re.compile(r"\](?=[(\[])|\[(?=[\^\[\] xX]|$)")
CLOSING_HASHES = re.compile(r"(?<=\s)#+$")
"""What a heading would drop from its end."""

ADDRESS = re.compile(r"(?i)(?<=[a-z])(:)(?=//)|(?<=\bwww)(\.)|(?<=\bmailto|..\bxmpp)(:)|(?<=\w)(@)(?=\w)")
START = re.compile(r"^(?:(>|[#+=-](?=[-=#+\s]|$)|~(?=~)|\[(?=[^\]]*\]:?))|(\d{1,9})([.)])(?=\s|$))")
"""What would open a heading, list, quotation, rule, block of code or definition at the start of a line."""


MARKUP = re.compile(r"[]\[\\`*|_<&#~:@]|(?i:www)\.|^[>+=\d-]")
"""What any of the above begins with: a text without it needs none of them."""


def shown(text: str) -> str:
    """`text` as a reader is to see it: one line, control characters visible, direction marks left out."""
    return " ".join(text.translate(VISIBLE).translate(HIDDEN).split())


def typographic(text: str) -> str:
    """`text` with straight quotation marks and apostrophes made curly, by what stands before them."""
    if '"' not in text and "'" not in text:
        return text
    out: list[str] = []
    before = " "
    for sign, after in zip(text, f"{text[1:]} ", strict=False):
        before = _curly(sign, before, after) if sign in CURLY else sign
        out.append(before)
    return "".join(out)


def _curly(sign: str, before: str, after: str) -> str:
    """The curly form of the mark `sign`; `before` is what has been written, curly already."""
    opens = (before.isspace() or before in OPENING_BEFORE) and not after.isspace()
    left, right = CURLY[sign]
    return left if opens and not (sign == "'" and after.isdigit()) else right


def escape_markdown(text: str) -> str:
    """`text`, one line, as Markdown in which nothing is markup.

    That is CommonMark 0.31 with GitHub's tables, strikethrough, footnotes and bare addresses. Sparing:
    letters, digits, ordinary punctuation, brackets and parentheses stay as they are.
    """
    if not MARKUP.search(text):
        return text
    text = ALWAYS.sub(r"\\\g<0>", text)
    text = UNDERSCORE.sub(r"\\_", text)
    text = TAG.sub(r"\\<", text)
    text = ENTITY.sub(r"\\&", text)
    text = CLOSING_HASHES.sub(r"\\\g<0>", text)
    text = LINK.sub(r"\\\g<0>", text)
    if text.count("~") > 1:
        text = TILDES.sub(r"\\~", text)
    text = ADDRESS.sub(lambda match: "\\" + match.group(), text)
    return START.sub(_escaped_start, text)


def _escaped_start(match: re.Match[str]) -> str:
    sign, number, stop = match.groups()
    return f"\\{sign}" if sign else f"{number}\\{stop}"


class Words(str):
    """A value of the brief inside a template: joined to Markdown it is escaped for Markdown, not for HTML."""

    __slots__ = ()

    def __html__(self) -> Markup:
        return as_markdown(str(self))


def as_markdown(text: object) -> Markup:
    """Any value for a template: what is marked as Markdown stays, everything else is shown as it is."""
    if isinstance(text, Markup):
        return text
    return Markup(escape_markdown(typographic(shown(str(text)))))
