"""Gold dates from the releases of TempEval-3 (TimeML) and of WikiWars (TIMEX2 within the text)."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.gold_format import GoldDocument, Timex
from benchmarks.gold_xml import Element, Marked, flatten, parse

DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


def timeml(files: Iterable[Path]) -> Iterator[GoldDocument]:
    """Documents as TempEval-3 has TimeBank and AQUAINT: `DOCID`, `DCT`, and `TEXT` with `TIMEX3` in it."""
    for file in files:
        root = parse(file.read_text("utf-8"))
        text, marked = flatten(_body(root, file), "TIMEX3")
        day = root.find("DCT/TIMEX3")
        yield GoldDocument(
            id=_said(root, "DOCID") or file.stem,
            text=text,
            dct=None if day is None else day.get("value"),
            timexes=tuple(
                _timex(one, text, value=one.element.get("value")) for one in marked if one.end > one.start
            ),
        )


def timex2(files: Iterable[Path]) -> Iterator[GoldDocument]:
    """Documents as WikiWars has them inline: `DOCID`, `DATETIME`, `TEXT` with `TIMEX2` in it."""
    for file in files:
        root = parse(file.read_text("utf-8"))
        text, marked = flatten(_body(root, file), "TIMEX2")
        yield GoldDocument(
            id=_said(root, "DOCID") or file.stem,
            text=text,
            dct=_day(_said(root, "DATETIME")),
            timexes=tuple(_timex(one, text, val=_attribute(one.element, "val")) for one in marked),
        )


def _body(root: Element, file: Path) -> Element:
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{file}: no TEXT below its root")
    return body


def _said(root: Element, tag: str) -> str | None:
    return (root.findtext(tag) or "").strip() or None


def _day(told: str | None) -> str | None:
    """The day of a moment, which ISO 8601 lets write with and without hyphens."""
    found = DAY.match(told or "")
    return "-".join(found.groups()) if found else None


def _attribute(element: Element, name: str) -> str | None:
    """An attribute that releases write in small letters or in capitals."""
    return element.get(name) or element.get(name.upper())


def _timex(one: Marked, text: str, value: str | None = None, val: str | None = None) -> Timex:
    return Timex(one.start, one.end, text[one.start : one.end], one.element.get("type"), value, val)
