"""The style sheet of an audience, with the parts it shares put in the place of their imports."""

import re
from collections.abc import Sequence
from pathlib import Path
from posixpath import dirname, join, normpath

from briefgen.model.problem import TemplateError

IMPORT = re.compile(r"""^\s*@import\s+(?:url\(\s*)?["']([^"']+)["']\s*\)?\s*;""", re.MULTILINE)
SHARED = "_shared/style.css"
"""The sheet of an audience that has none of its own."""
DEEPEST = 8
"""Imports within imports; more is taken for a circle."""


def read_style(audience: str, folders: Sequence[Path]) -> str:
    """The rules of `audience`, each `@import "…";` replaced by the sheet it names, relative to its own.

    `folders` are folders of templates; the first that holds a sheet gives it, so that a user's own folder
    can go before the one that ships. Raises `TemplateError` where a sheet cannot be read.
    """
    own = f"{audience}/style.css"
    return _read(own if _find(own, folders) else SHARED, folders, own, 0)


def _find(name: str, folders: Sequence[Path]) -> Path | None:
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def _read(name: str, folders: Sequence[Path], named_by: str, depth: int) -> str:
    if depth > DEEPEST:
        raise TemplateError(f"{named_by}: the imports run in a circle; take one of them out")
    if name.startswith(("../", "/")):
        raise TemplateError(f"{named_by}: {name} lies outside the templates; import only from among them")
    file = _find(name, folders)
    if file is None:
        places = " or ".join(str(folder / name) for folder in folders)
        raise TemplateError(f"{named_by}: there is no sheet {places}; mend the import, or put one there")
    try:
        rules = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{file}: cannot be read: {error}") from error
    return IMPORT.sub(lambda match: _imported(match[1], name, folders, depth), rules)


def _imported(target: str, name: str, folders: Sequence[Path], depth: int) -> str:
    return _read(normpath(join(dirname(name), target)), folders, name, depth + 1).strip()
