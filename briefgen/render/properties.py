"""Properties and values that a style sheet gets wrong: passed over by whoever prints it, told here."""

import logging
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.model.problem import nearest

if TYPE_CHECKING:
    from briefgen.render.bounded import Call
    from briefgen.render.templates import Templates

IGNORED = re.compile(r"Ignored `(.+)` at (\d+):\d+, (.+)\.$", re.DOTALL)


class _Kept(logging.Handler):
    """What WeasyPrint says while it reads a sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def mistakes(rules: str) -> tuple[tuple[int, str], ...]:
    """Lines of a sheet whose property or value print does not know, with what is wrong."""
    from briefgen.render.pdf import weasyprint_classes

    *_, fetcher = weasyprint_classes()
    from weasyprint import CSS
    from weasyprint.css.properties import KNOWN_PROPERTIES
    from weasyprint.css.validation.expanders import EXPANDERS

    kept = _Kept()
    logger = logging.getLogger("weasyprint")
    level = logger.level
    logger.addHandler(kept)
    logger.setLevel(logging.WARNING)
    try:
        CSS(string=re.sub(r"^[ \t]*@import[^;]*;", "", rules, flags=re.MULTILINE), url_fetcher=fetcher)
    finally:
        logger.removeHandler(kept)
        logger.setLevel(level)
    return tuple(_explained(kept.messages, sorted({*KNOWN_PROPERTIES, *EXPANDERS})))


def _explained(messages: Sequence[str], known: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What is wrong in lines of which WeasyPrint says that it passes them over."""
    for match in filter(None, map(IGNORED.match, messages)):
        name = match[1].partition(":")[0].strip()
        if match[3] == "unknown property":
            near = nearest(name, known)
            hint = f"did you mean `{near}`?" if near else "what is for screens goes into @media screen"
            wrong = f"print knows no property `{name}`; {hint}"
            yield int(match[2]), wrong
        elif match[3] == "invalid value":
            yield int(match[2]), f"`{match[1].strip()}` has a value that `{name}` cannot have"


def mistakes_in_sheets(
    audience: str, templates: "Templates", call: "Call", *, own: bool = False
) -> Iterator[str]:
    """Properties and values that a page does not know in the sheets of `audience`, with file and line.

    With `own`, in those of the user alone; what ships is held to it by tests. `call` reads them, as
    `briefgen.render.bounded` has it. Raises `TemplateError` where one of them is no sheet.
    """
    from briefgen.render.sheet import check_sheet
    from briefgen.render.style import Room, sheets_of

    for name, file in sheets_of(audience, templates.folders).items():
        if own and file.is_relative_to(templates.folders[-1]):
            continue
        top = file.parents[name.removeprefix("shipped/").count("/")]
        rules = check_sheet(file.read_text("utf-8"), file, top, Room())
        yield from (f"{file}, line {line}: {wrong}" for line, wrong in call(mistakes, rules))
