"""Take the text out of HTML: paragraphs kept, markup, scripts and what is struck out gone."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre search section
    summary table tbody tfoot thead tr ul
    """.split()
)
"""Elements that stand on lines of their own in the default style sheet of HTML (html.spec.whatwg.org)."""
CELLS = frozenset({"td", "th"})
UNSEEN = frozenset(
    """
    applet audio canvas del frameset head iframe math noembed noframes noscript object s script select
    strike style svg template textarea title video
    """.split()
)
"""Elements whose text a reader is not shown, or is shown as no longer valid."""
RAW = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title"})
"""Those of them in which no other element begins."""
QUOTES = {"q": "“"}
END_QUOTES = {"q": "”"}
SPACE = re.compile(r"[^\S\n]+")
BREAKS = re.compile(r"\n{2,}")
PARAGRAPH = "\n\n"


def plain_text(html: str) -> str:
    """What a reader of `html` is shown, a blank line between paragraphs.

    It takes time in proportion to the length, whatever stands in it.
    """
    lines = "".join(_shown(html)).split("\n")
    cleaned = "\n".join(SPACE.sub(" ", "".join(map(_visible, line))).strip() for line in lines)
    return BREAKS.sub(PARAGRAPH, cleaned).strip()


def one_line(words: str) -> str:
    """`words` on one line, without what cannot be seen."""
    return " ".join("".join(map(_visible, words)).split())


def _visible(char: str) -> str:
    r"""`char`, or nothing for a control sign; white space other than a line feed as a space."""
    if char == "\n" or char.isprintable():
        return char
    return " " if char.isspace() else "" if char in "\u00ad\u200b\ufeff" or char < " " else _joined(char)


def _joined(char: str) -> str:
    """Marks that join and order letters stay; lone surrogates, and what no text may hold, do not."""
    return char if char in "\u200c\u200d\u200e\u200f" else ""


class Tag(NamedTuple):
    """The beginning or the end of an element."""

    name: str
    """In small letters."""
    ends: bool


MARK = re.compile(r"<(?:(?P<remark>!--|[!?]|/(?![a-zA-Z]))|(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]{0,40}))")
REST = re.compile(r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
"""The rest of a tag, with signs in quotation marks that do not end it."""


def _tokens(html: str) -> Iterator[str | Tag]:
    """Text and tags of `html` in their order, as a browser parts them (html.spec.whatwg.org, "Tokenization").

    What has no end takes the rest with it, as there, so that no place is looked at twice: the parser of the
    standard library, and those that build a tree, take time with the square of hostile text.
    """
    at = 0
    quotes = True
    while match := MARK.search(html, at):
        if match.start() > at:
            yield unescape(html[at : match.start()])
        if match["remark"]:
            at = _after(html, "-->" if match["remark"] == "!--" else ">", match.end())
            continue
        rest = REST.match(html, match.end()) if quotes else None
        quotes = rest is not None  # one that is never closed would be looked for again from each tag
        at = rest.end() if rest else _after(html, ">", match.end())
        tag = Tag(match["name"].lower(), bool(match["slash"]))
        yield tag
        if html.endswith("/>", match.end(), at) and tag.name in UNSEEN:
            yield Tag(tag.name, ends=True)  # as XHTML has it
        elif tag.name in RAW and not tag.ends:
            end = re.compile(f"</{tag.name}(?=[\\s/>])", re.IGNORECASE).search(html, at)
            at = end.start() if end else len(html)
    yield unescape(html[at:])


def _after(html: str, sign: str, at: int) -> int:
    """The place behind the next `sign`, or the end where there is none."""
    found = html.find(sign, at)
    return len(html) if found < 0 else found + len(sign)


def _before(tag: str) -> str:
    if tag in BLOCKS:
        return PARAGRAPH
    if tag == "br":
        return "\n"
    return " " if tag in CELLS else QUOTES.get(tag, "")


def _behind(tag: str) -> str:
    return PARAGRAPH if tag in BLOCKS else END_QUOTES.get(tag, "")


def _shown(html: str) -> Iterator[str]:
    """What is shown of `html`, with the breaks that its elements make."""
    unseen: Counter[str] = Counter()
    for token in _tokens(html):
        if isinstance(token, str):
            if not unseen:
                yield SPACE.sub(" ", token.replace("\n", " ").replace("\r", " "))
        elif token.name in UNSEEN:
            unseen[token.name] += -1 if token.ends else 1
            if unseen[token.name] <= 0:
                del unseen[token.name]
        elif not unseen:
            yield _behind(token.name) if token.ends else _before(token.name)
