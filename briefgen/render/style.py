"""The style sheet of an audience, with the parts it shares put in the place of their imports."""

import re
from pathlib import Path

from briefgen.model.problem import TemplateError

IMPORT = re.compile(r"""^\s*@import\s+(?:url\(\s*)?["']([^"']+)["']\s*\)?\s*;""", re.MULTILINE)
DEEPEST = 8
"""Imports within imports; more is taken for a circle."""


def read_style(sheet: Path, templates: Path) -> str:
    """The rules of `sheet`, each `@import "…";` replaced by the sheet it names, relative to its own folder.

    Raises `TemplateError` where a sheet cannot be read or lies outside the folder `templates`.
    """
    return _read(sheet, templates.resolve(), str(sheet), 0)


def _read(sheet: Path, templates: Path, named: str, depth: int) -> str:
    found = sheet.resolve()
    if depth > DEEPEST:
        raise TemplateError(f"{named}: the imports run in a circle; take one of them out")
    if not found.is_relative_to(templates):
        raise TemplateError(
            f"{named}: {sheet} lies outside {templates}; import only from the templates folder"
        )
    try:
        rules = found.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{named}: cannot read {sheet}: {error}") from error
    return IMPORT.sub(
        lambda match: _read(found.parent / match[1], templates, str(sheet), depth + 1).strip(), rules
    )
