"""Which template a line of a rendered brief comes from, for messages about what the line says."""

import re
from collections.abc import Iterator

from briefgen.render import Page
from briefgen.render.jinja import environment
from briefgen.render.markdown import template_of
from briefgen.render.sandbox import Shape

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
FEWEST = 4
"""Signs of a template's own text by which a line is known again."""


def whereabouts(page: Page, line: int) -> str:
    """The template, its line and block, that the line of `page.markdown` with this number comes from.

    The line is that of the words, where they stand in the template as they are, and else that of the block of
    their section.
    """
    lines = page.markdown.split("\n")
    shapes = tuple(_chain(page))
    found = [
        (shape, block, _line_of(lines[line - 1], shape, shape.blocks[block]))
        for shape in shapes
        for block in _blocks(page, lines, line)
        if block in shape.blocks
    ]
    if found:
        literal = (one for one in found if one[2] > one[0].blocks[one[1]])
        shape, block, place = next(literal, found[0])
        return f"{shape.file}, line {place}, in the block `{block}`"
    place = _line_of(lines[line - 1], shapes[0], 0)
    return f"{shapes[0].file}, line {place}" if place else shapes[0].file


def _chain(page: Page) -> Iterator[Shape]:
    """The template of the audience, and those that it extends."""
    metered = environment(page.templates, page.labels)
    name: str | None = template_of(page.audience.name, page.templates)
    while name:
        metered.get_template(name)
        yield metered.shapes[name]
        name = metered.shapes[name].extends


def _blocks(page: Page, lines: list[str], line: int) -> tuple[str, ...]:
    """The blocks that the line with this number may be from, the likeliest first."""
    names = {f"## {title}": name for name, title in page.labels.sections.items()}
    section = next((names[one] for one in reversed(lines[:line]) if one in names), None)
    if section is None:
        below = any(one.startswith("# ") for one in lines[: line - 1])
        return ("facts", "title", "marking") if below else ("title", "marking", "facts")
    return (section,) if any(one in names for one in lines[line:]) else (section, "foot")


def _line_of(words: str, shape: Shape, block: int) -> int:
    """The line of a template, from that of the block on, whose own text stands in `words`; or `block`."""
    with open(shape.file, encoding="utf-8") as file:  # noqa: PTH123 - a name, as Jinja has it
        texts = file.read().split("\n")
    for number, text in enumerate(texts[block:], block + 1):
        if "endblock" in text:
            break
        own = max((part.strip(" -#*|>\t") for part in TAG.split(text)), key=len)
        if len(own) >= FEWEST and own in words:
            return number
    return block
