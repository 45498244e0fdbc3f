"""Gold names and dates from the XML of CAT, the Content Annotation Tool, as MEANTIME has them."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from benchmarks.gold_format import GoldDocument, Mention, Timex
from benchmarks.gold_xml import Element, parse
from briefgen.model.span import Span

ANNOTATED = 6
"""MEANTIME marks names in the headline, the dateline and the first sentences: six altogether."""

NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}”’]|['’](?:s|re|ve|ll|d|m)|n['’]t")
NO_SPACE_AFTER = frozenset("([{$#“")


def cat(files: Iterable[Path]) -> Iterator[GoldDocument]:
    """Documents of CAT: `token`, and below `Markables` what was marked by the numbers of tokens.

    CAT keeps words and no text, so the text is put together: a line a sentence, spaces as English sets them.
    """
    for file in files:
        root = parse(file.read_text("utf-8"))
        text, places = _set(root.findall("token"))
        times = [one for one in root.iter("TIMEX3") if _anchors(one)]
        sentences = list(_sentences(root.findall("token"), places))
        yield GoldDocument(
            id=file.stem,
            text=text,
            dct=_publication(root),
            timexes=tuple(_timex(one, text, places) for one in times),
            entities=tuple(_mentions(root, text, places)),
            sentences=tuple(sentences),
            score_end=sentences[:ANNOTATED][-1].end if sentences else None,
        )


def _set(tokens: list[Element]) -> tuple[str, dict[str, Span]]:
    """The text of `tokens`, and the place of each under its number."""
    text = ""
    places: dict[str, Span] = {}
    for _, sentence in groupby(tokens, key=lambda token: token.get("sentence")):
        words = list(sentence)
        text += "\n" if text else ""
        for token, space in zip(words, _spaces([token.text or "" for token in words]), strict=True):
            word = token.text or ""
            text += space
            places[token.get("t_id", "")] = Span(len(text), len(text) + len(word))
            text += word
    return text, places


def _spaces(words: list[str]) -> Iterator[str]:
    """What stands before each word of a sentence; straight quotation marks open and close in turn."""
    quoted = False
    glued = True
    for word in words:
        closes = word == '"' and quoted
        yield "" if glued or closes or NO_SPACE_BEFORE.fullmatch(word) else " "
        quoted ^= word == '"'
        glued = word in NO_SPACE_AFTER or (word == '"' and quoted)


def _sentences(tokens: list[Element], places: dict[str, Span]) -> Iterator[Span]:
    for _, sentence in groupby(tokens, key=lambda token: token.get("sentence")):
        spans = [places[token.get("t_id", "")] for token in sentence]
        yield Span(spans[0].start, spans[-1].end)


def _anchors(markable: Element) -> list[str]:
    return [anchor.get("t_id", "") for anchor in markable.findall("token_anchor")]


def _place(markable: Element, places: dict[str, Span]) -> tuple[int, int]:
    spans = [places[anchor] for anchor in _anchors(markable)]
    return min(span.start for span in spans), max(span.end for span in spans)


def _publication(root: Element) -> str | None:
    created = (
        one.get("value") for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"
    )
    return next(created, None)


def _timex(markable: Element, text: str, places: dict[str, Span]) -> Timex:
    start, end = _place(markable, places)
    return Timex(start, end, text[start:end], markable.get("type"), markable.get("value"))


def _mentions(root: Element, text: str, places: dict[str, Span]) -> Iterator[Mention]:
    """Mentions with the kind of the entity that they refer to."""
    kinds = {one.get("m_id"): one.get("ent_type") for one in root.iter("ENTITY")}
    referred = dict(_references(root))
    for markable in root.iter("ENTITY_MENTION"):
        if _anchors(markable):
            start, end = _place(markable, places)
            who = referred.get(markable.get("m_id", ""))
            syntax = markable.get("syntactic_type")
            yield Mention(start, end, text[start:end], syntax, kinds.get(who), who)


def _references(root: Element) -> Iterator[tuple[str, str]]:
    """Each mention with the entity that it refers to."""
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        if target is not None:
            for source in relation.findall("source"):
                yield source.get("m_id", ""), target.get("m_id", "")
