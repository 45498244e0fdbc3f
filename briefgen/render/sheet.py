"""A style sheet of the user's own, held to be CSS and to reach only what lies in its folder."""

import base64
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from briefgen.model.problem import TemplateError, nearest

if TYPE_CHECKING:
    from tinycss2.ast import Node

    from briefgen.render.style import Room

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".gif": "image/gif",
        ".webp": "image/webp",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".woff": "font/woff",
        ".ttf": "font/ttf",
        ".otf": "font/otf",
    }
)
"""Files that a sheet may name, by their endings."""
LARGEST = 4_000_000
"""Bytes of such a file; it stands inside every page that is made."""
OF_RULES = frozenset({"media", "supports", "layer", "container"})
"""At-rules that hold rules."""
AT_RULES = OF_RULES | {
    *("charset", "counter-style", "font-face", "font-feature-values", "footnote", "import", "keyframes"),
    *("namespace", "page", "property"),
}
MARGINS = frozenset(
    f"{side}-{place}"
    for side, places in {
        "top": ("left-corner", "left", "center", "right", "right-corner"),
        "bottom": ("left-corner", "left", "center", "right", "right-corner"),
        "left": ("top", "middle", "bottom"),
        "right": ("top", "middle", "bottom"),
    }.items()
    for place in places
)
"""Boxes in the margin of a page (CSS Paged Media 3)."""


def check_sheet(rules: str, file: Path, folder: Path, room: "Room") -> str:
    """`rules`, the text of `file` below the folder of templates `folder`, with the files it names put inside.

    `room` bounds these. Raises `TemplateError` naming file, line, what is wrong and the repair.
    """
    try:
        return _checked(rules, file, folder, room)
    except RecursionError as error:
        raise TemplateError(f"{file}: brackets or braces stand too deep in each other") from error


def _checked(rules: str, file: Path, folder: Path, room: "Room") -> str:
    import tinycss2

    if "</" in rules:
        line = rules.count("\n", 0, rules.index("</")) + 1
        raise TemplateError(f"{file}, line {line}: `</` cannot stand in a style sheet; take it out")
    opened = _open_brace(rules)
    if opened is not None:
        raise TemplateError(f"{file}, line {opened}: this brace is not closed")
    for place, wrong in _mistakes(tinycss2.parse_stylesheet(rules, skip_comments=True)):
        raise TemplateError(f"{file}, line {place}: {wrong}")
    values = tinycss2.parse_component_value_list(rules)
    named = [one for one in _addresses(values) if not str(one.value).startswith(("data:", "#"))]
    if not named:
        return rules
    for one in named:
        _put_inside(one, file, folder, room)
    return str(tinycss2.serialize(values))


PASSED_OVER = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?", re.DOTALL)
"""Comments and strings, one that never ends among them: to look for each end anew would cost too much."""


def _open_brace(rules: str) -> int | None:
    """The line of the first brace that is never closed; a parser of CSS closes it silently at the end."""
    waiting: list[int] = []
    for number, line in enumerate(PASSED_OVER.sub(_blank, rules).split("\n"), 1):
        for sign in line:
            if sign == "{":
                waiting.append(number)
            elif sign == "}" and waiting:
                waiting.pop()
    return waiting[0] if waiting else None


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _mistakes(nodes: Iterable["Node"]) -> Iterator[tuple[int, str]]:
    """What is wrong in a list of rules, with its line."""
    import tinycss2

    for node in nodes:
        if node.type == "error":
            yield node.source_line, _told(node)
        elif node.type == "qualified-rule":
            yield from _in_block(node.content)
        elif node.type == "at-rule":
            yield from _in_at_rule(node)
            if node.lower_at_keyword in OF_RULES and node.content is not None:
                yield from _mistakes(tinycss2.parse_rule_list(node.content, skip_comments=True))


def _in_at_rule(node: "Node") -> Iterator[tuple[int, str]]:
    name = node.lower_at_keyword
    if name.removeprefix("-webkit-").removeprefix("-moz-") not in AT_RULES:
        near = nearest(name, AT_RULES)
        hint = f"; did you mean `@{near}`?" if near else ""
        yield node.source_line, f"there is no `@{name}`{hint}"
    if name == "import" and not _plain_import(node):
        yield node.source_line, 'an import is written @import "NAME"; alone in its line, before all rules'
    if name in {"page", "font-face"}:
        yield from _in_block(node.content or [])


def _plain_import(node: "Node") -> bool:
    parts = [one for one in node.prelude if one.type not in {"whitespace", "comment"}]
    if len(parts) != 1 or node.content is not None or node.source_column != 1:
        return False
    return bool(parts[0].type == "string" or (parts[0].type == "function" and parts[0].lower_name == "url"))


def _in_block(content: list["Node"]) -> Iterator[tuple[int, str]]:
    """What is wrong between the braces of a rule."""
    import tinycss2

    for node in tinycss2.parse_blocks_contents(content, skip_comments=True):
        if node.type == "error":
            yield node.source_line, _told(node, "what stands here is no declaration; write NAME: VALUE;")
        elif node.type == "declaration":
            yield from _in_declaration(node)
        elif node.type == "qualified-rule":
            yield from _in_block(node.content)
        elif node.type == "at-rule" and node.lower_at_keyword not in MARGINS | AT_RULES:
            near = nearest(node.lower_at_keyword, MARGINS | AT_RULES)
            hint = f"; did you mean `@{near}`?" if near else ""
            yield node.source_line, f"there is no `@{node.lower_at_keyword}`{hint}"
        elif node.type == "at-rule":
            yield from _in_block(node.content or [])


def _in_declaration(node: "Node") -> Iterator[tuple[int, str]]:
    if not node.name.startswith("--") and all(one.type in {"whitespace", "comment"} for one in node.value):
        yield node.source_line, f"`{node.name}` has no value"
    for one in node.value:
        if one.type == "error":
            yield one.source_line, _told(one, one.message)


ERRORS = {
    "eof-in-url": "an address is not closed",
    "eof-in-string": "a string is not closed",
    "bad-string": "a string is not closed in its line",
    "bad-url": "an address is not well formed",
}


def _told(
    error: "Node", otherwise: str = "a rule without its braces; write SELECTOR { NAME: VALUE; }"
) -> str:
    """What a parser's error means for who wrote the sheet."""
    return ERRORS.get(error.kind, otherwise)


def _addresses(values: Iterable["Node"]) -> Iterator[Any]:
    """Every address in `values`, however deep: tokens with a `value`."""
    for one in values:
        if one.type == "url":
            yield one
        elif one.type == "function" and one.lower_name in {"url", "src", "image", "image-set"}:
            yield from (part for part in one.arguments if part.type in {"string", "url"})
        elif one.type == "function":
            yield from _addresses(one.arguments)
        elif one.type == "at-keyword" and one.lower_value == "import":
            continue
        else:
            yield from _addresses(getattr(one, "content", None) or ())


def _put_inside(token: Any, file: Path, folder: Path, room: "Room") -> None:  # noqa: ANN401 - of tinycss2
    """Replace the address in `token` by the file that it names; raises `TemplateError` where it may not."""
    place = f"{file}, line {token.source_line}"
    own = folder / file.relative_to(folder).parts[0]
    name = unquote(token.value)
    if re.match(r"[A-Za-z][\w+.-]*:|//", name):
        raise TemplateError(f"{place}: {name} is not fetched; put the file into {own} and name it from there")
    target = (file.parent / name).resolve()
    if not target.is_relative_to(own.resolve()):
        raise TemplateError(
            f"{place}: {name} lies outside of {own}; a style sheet reaches only its own folder"
        )
    media_type = MEDIA_TYPES.get(target.suffix.lower())
    if media_type is None:
        raise TemplateError(f"{place}: {name} is of no kind that a sheet may name: {', '.join(MEDIA_TYPES)}")
    if not target.is_file():
        there = [path.name for path in target.parent.glob("*")] if target.parent.is_dir() else []
        near = nearest(target.name, there)
        hint = f"; did you mean “{near}”?" if near else ""
        raise TemplateError(f"{place}: there is no file {name} in {file.parent}{hint}")
    data = target.read_bytes()
    if len(data) > LARGEST:
        raise TemplateError(f"{place}: {name} has {len(data):,} bytes; the most is {LARGEST:,}")
    room.take(target, len(data) * 4 // 3)
    address = f"data:{media_type};base64,{base64.b64encode(data).decode()}"
    token.value = address
    token.representation = f'"{address}"' if token.type == "string" else f"url({address})"
