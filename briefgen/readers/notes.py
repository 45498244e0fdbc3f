"""Read a person's notes: of their Markdown lists, emphasis and headings count, all else is text."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from briefgen.model.brief import Notes, Passage, PassageKind, Standard, Stretch, StretchKind
from briefgen.model.marking import mistaken_label
from briefgen.model.moment import parse_moment
from briefgen.model.problem import InputError, nearest

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

FENCE = re.compile(r"---\s*")
"""What opens and closes the head of the file."""
SAID = re.compile(r"([A-Za-z_]+)\s*[:=]\s*(.*?)\s*")
SOURCE = re.compile(r"\[\[([^\[\]\n]+)\]\]")
"""A source that is named, as wikis write a link."""
DEEPEST = 3
"""Lists inside of lists that are shown as such."""


def read_notes(data: bytes, name: str) -> Notes:
    """The notes in `data`; `name` is what the file is called in messages.

    Raises `InputError`, with the line, where it is not UTF-8 or its head cannot be used. Notes without a word
    have no passages.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = f"is not UTF-8 (byte {error.start + 1:,}); save it as UTF-8"
        raise InputError(f"{name}, line {line}: {wrong}") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    said, above = _head(lines, name)
    return Notes(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        passages=_passages("\n".join(lines[above:]), above),
        author=said.get("author"),
        date=said.get("date"),
        marking=said.get("marking"),
        standard="PHIA" if said.get("standard") == "PHIA" else "ICD 203",
    )


# The head


def _head(lines: Sequence[str], name: str) -> tuple[dict[str, str], int]:
    """What stands between two lines `---` at the beginning, and how many lines that takes."""
    if not FENCE.fullmatch(lines[0]):
        return {}, 0
    end = next((at for at, line in enumerate(lines[1:], 1) if FENCE.fullmatch(line)), None)
    if end is None:
        raise InputError(f"{name}, line 1: the head begins with --- and does not end; close it with ---")
    said: dict[str, str] = {}
    for number, line in enumerate(lines[1:end], 2):
        if line.strip() and not line.lstrip().startswith("#"):
            key, value = _said(line.strip(), f"{name}, line {number}")
            said |= {key: value} if value else {}
    return said, end + 1


def _said(line: str, where: str) -> tuple[str, str]:
    """The key and the value of a line of the head."""
    match = SAID.fullmatch(line)
    if match is None:
        raise InputError(f"{where}: “{line}” is no line of a head; write one such as author: A. Writer")
    key, value = match[1].lower(), " ".join(match[2].strip("\"'").split())
    if key not in KEYS:
        near = nearest(key, KEYS)
        hint = f"did you mean `{near}`?" if near else f"known are {', '.join(f'`{known}`' for known in KEYS)}"
        raise InputError(f"{where}: the key `{key}` is not known; {hint}")
    try:
        return key, KEYS[key](value) if value else ""
    except ValueError as error:
        raise InputError(f"{where}: {error}") from error


def _marking(words: str) -> str:
    mistake = mistaken_label(words)
    if mistake:
        raise ValueError(mistake)
    return words


def _standard(words: str) -> str:
    known = {one.replace(" ", "").lower(): one for one in get_args(Standard)}
    try:
        return str(known[words.replace(" ", "").lower()])
    except KeyError:
        raise ValueError(f"`standard` is “{words}”; known are {', '.join(get_args(Standard))}") from None


KEYS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"author": str, "date": parse_moment, "marking": _marking, "standard": _standard}
)
"""What the head may say, and what makes a value of it."""


# The text


@dataclass
class Place:
    """Where the next block stands, and what has been read before it."""

    above: int
    """Lines of the file above the text."""
    lists: int = 0
    quoted: int = 0
    heading: bool = False
    item: bool = False
    """Whether it is the first of its list item."""
    number: int | None = None
    passages: list[Passage] = field(default_factory=list)


def _passages(text: str, above: int) -> tuple[Passage, ...]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).disable("reference")
    parser.inline.ruler.before("link", "source", _find_source)
    place = Place(above)
    for token in parser.parse(text):
        if token.type in MOVES:
            MOVES[token.type](place, token)
        elif token.type == "inline":
            _take(_stretches(token.children or ()), token, place)
        elif token.type in {"fence", "code_block"}:
            _take((Stretch(token.content.strip("\n")),), token, place)
    return tuple(place.passages)


def _find_source(state: "StateInline", silent: bool) -> bool:
    """A rule of markdown-it for `[[name]]`, before any of its signs could mean something else."""
    match = SOURCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("source", "", 0).content = " ".join(match[1].split())
    state.pos = match.end()
    return True


def _enter_list(place: Place, token: "Token") -> None:
    place.lists += 1


def _leave_list(place: Place, token: "Token") -> None:
    place.lists -= 1


def _enter_item(place: Place, token: "Token") -> None:
    place.item = True
    place.number = int(token.info) if token.info.isdecimal() else None


def _leave_item(place: Place, token: "Token") -> None:
    place.item = False


def _enter_quotation(place: Place, token: "Token") -> None:
    place.quoted += 1


def _leave_quotation(place: Place, token: "Token") -> None:
    place.quoted -= 1


def _enter_heading(place: Place, token: "Token") -> None:
    place.heading = True


def _leave_heading(place: Place, token: "Token") -> None:
    place.heading = False


MOVES: Mapping[str, Callable[[Place, "Token"], None]] = MappingProxyType(
    {
        "bullet_list_open": _enter_list,
        "ordered_list_open": _enter_list,
        "bullet_list_close": _leave_list,
        "ordered_list_close": _leave_list,
        "list_item_open": _enter_item,
        "list_item_close": _leave_item,
        "blockquote_open": _enter_quotation,
        "blockquote_close": _leave_quotation,
        "heading_open": _enter_heading,
        "heading_close": _leave_heading,
    }
)
"""What a token changes of the place."""


def _take(stretches: tuple[Stretch, ...], token: "Token", place: Place) -> None:
    """Keep what a block says, if it says anything."""
    if not any(one.text.strip() for one in stretches):
        return
    kind: PassageKind = "quotation" if place.quoted else "paragraph"
    outer = place.passages[-1].depth if place.passages else 0
    depth = min(place.lists, DEEPEST, outer + 1)
    if place.item:
        kind = "item"
    elif place.heading and not depth:
        kind = "heading"
    line = place.above + (token.map or [0])[0] + 1
    place.passages.append(Passage(stretches, line, kind, depth, place.number if kind == "item" else None))
    place.item = False


def _stretches(children: Sequence["Token"]) -> tuple[Stretch, ...]:
    """What a line says, with the address behind each link and picture."""
    found: list[Stretch] = []
    around: list[Token] = []
    for child in children:
        if child.nesting > 0:
            around.append(child)
        elif child.nesting < 0:
            link = str(around.pop().attrs.get("href", ""))
            found += _behind(link, "address") if link and child.markup != "autolink" else []
        else:
            found += _said_by(child, around)
    return _joined(found)


def _said_by(child: "Token", around: Sequence["Token"]) -> list[Stretch]:
    """What one token says; `around` are those that opened something it stands in."""
    if child.type == "source":
        return [Stretch(child.content, "source")]
    kind = _kind({one.type for one in around})
    if child.type == "image":
        return [Stretch(child.content, kind), *_behind(str(child.attrs.get("src", "")), "words")]
    if child.type in {"softbreak", "hardbreak"}:
        return [Stretch("\n", kind)]
    autolink = any(one.markup == "autolink" for one in around)
    return [Stretch(child.content, "address" if autolink else kind)] if child.content else []


def _kind(around: set[str]) -> StretchKind:
    """The kind of words inside of these tokens; what is both strong and in emphasis is strong."""
    return "strong" if "strong_open" in around else "emphasis" if "em_open" in around else "words"


def _behind(address: str, kind: StretchKind) -> list[Stretch]:
    """An address in brackets behind the words that it belongs to."""
    return [Stretch(" ("), Stretch(address, kind), Stretch(")")]


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """`stretches` with neighbours of one kind made one."""
    joined: list[Stretch] = []
    for one in stretches:
        if joined and one.kind == joined[-1].kind and one.kind not in {"address", "source"}:
            joined[-1] = Stretch(joined[-1].text + one.text, one.kind)
        else:
            joined.append(one)
    return tuple(joined)
