"""A person's notes as Markdown in which nothing is markup but what the notes' own reader let pass."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefgen.model.brief import Passage, Stretch
from briefgen.render.escaping import escape_markdown, shown, typographic
from briefgen.render.phrases import address

SIGNS = {"strong": "**", "emphasis": "*"}
ENTRY = re.compile(r"[es]\d+", re.IGNORECASE)
"""A heading that would be taken for that of a source or of evidence."""
INDENT = "    "
"""Before what stands in a list inside of a list."""


def notes_markdown(passages: tuple[Passage, ...], is_title: Callable[[str], bool]) -> str:
    """`passages` as Markdown; a heading that `is_title` of a section is no heading here, but strong."""
    parts: list[str] = []
    before: Passage | None = None
    for one in passages:
        taken = one.kind == "heading" and _is_taken(one, is_title)
        parts.append("" if before is None else "\n" if _is_next_item(before, one) else "\n\n")
        parts.append(f"**{_words(one.text)}**" if taken else _opening(one) + "".join(_marked(one.stretches)))
        before = one
    return "".join(parts)


def _is_taken(one: Passage, is_title: Callable[[str], bool]) -> bool:
    """Whether links to a section, a source or evidence would lead to this heading instead."""
    words = " ".join(one.text.split())
    return bool(ENTRY.fullmatch(words)) or is_title(words)


def _is_next_item(before: Passage, one: Passage) -> bool:
    """Whether `one` goes on with the list that `before` stands in, and needs no empty line before it."""
    alike = before.kind == one.kind == "item" and (before.number is None) == (one.number is None)
    return alike and (one.depth <= before.depth or one.number in (None, 1))


def _opening(one: Passage) -> str:
    """What stands before the words of a passage."""
    if one.kind == "item":
        return INDENT * (one.depth - 1) + ("- " if one.number is None else f"{one.number}. ")
    return INDENT * one.depth + {"heading": "### ", "quotation": "> "}.get(one.kind, "")


class Run(NamedTuple):
    """A stretch of words and what stands beside it."""

    text: str
    sign: str
    """Of emphasis; empty where there is none."""
    before: str
    """The character before it, if any."""
    after: str
    cites: bool
    """Whether a link to a source comes next."""


def _marked(stretches: tuple[Stretch, ...]) -> Iterator[str]:
    """Each stretch as Markdown."""
    whole = typographic("".join(one.text for one in stretches))
    start = 0
    for before, one, after in zip((None, *stretches), stretches, (*stretches[1:], None), strict=False):
        end = start + len(one.text)
        if one.kind == "source":
            yield f"[S{one.source}](#s{one.source})" if one.source else _words(one.text)
        elif one.kind == "address":
            yield str(address(one.text))
        else:
            signs = SIGNS.keys() & {other.kind for other in (before, after) if other}
            sign = "" if signs else SIGNS.get(one.kind, "")
            cites = after is not None and after.kind == "source"
            yield _run(Run(whole[start:end], sign, whole[start - 1 : start], whole[end : end + 1], cites))
        start = end


def _run(run: Run) -> str:
    """A run of words, with its sign on both sides if what stands beside it lets that be one.

    An exclamation mark before a link would make a picture of it.
    """
    inside = run.text.strip()
    left = run.text[: len(run.text) - len(run.text.lstrip())]
    right = run.text[len(run.text.rstrip()) :]
    fits = inside and _fits(inside[0], left or run.before) and _fits(inside[-1], right or run.after)
    sign = run.sign if fits else ""
    words = _words(inside)
    if run.cites and words.endswith("!") and not sign and not right:
        words = words[:-1] + r"\!"
    return f"{left and ' '}{sign}{words}{sign}{right and ' '}"


def _fits(inner: str, outer: str) -> bool:
    """Whether a sign of emphasis between these two characters is one, by CommonMark's rule of flanks."""
    return inner.isalnum() or not outer.isalnum()


def _words(text: str) -> str:
    return escape_markdown(shown(text))
