"""The style sheet of an audience, with the parts it shares put in the place of their imports."""

import re
from collections.abc import Sequence
from pathlib import Path
from posixpath import dirname, join, normpath

import msgspec

from briefgen.model.audience import Colours
from briefgen.model.problem import TemplateError, nearest
from briefgen.render.templates import SHARED, SHIPPED, stands_for

IMPORT = re.compile(r"""^[ \t]*@import\s+(?:url\(\s*)?["']([^"']+)["']\s*\)?\s*;""", re.MULTILINE)
OWN = "style.css"
"""The sheet of an audience, in its folder; one that has none has that of all."""
DEEPEST = 8
"""Imports within imports; more is taken for a circle."""


def read_style(audience: str, folders: Sequence[Path]) -> str:
    """The rules of `audience`, each `@import "…";` replaced by the sheet it names, relative to its own.

    `folders` are folders of templates; the first that holds a sheet gives it, so that a user's own folder
    can go before the one that ships. What it names with `url()` is put inside. Raises `TemplateError` where a
    sheet cannot be read, is no CSS, or names what lies outside of its folder.
    """
    own = f"{audience}/{OWN}"
    return _read(own if _find(own, folders) else f"{SHARED}/{OWN}", folders, own, 0)


def colour_rules(colours: Colours) -> str:
    """The colours that an audience sets, for paper and light screens; a dark screen keeps its own."""
    chosen = {name: value for name, value in msgspec.structs.asdict(colours).items() if value}
    if not chosen:
        return ""
    if colours.quiet:
        chosen["foot"] = colours.quiet
    rules = ";".join(f"--{name}:{value}" for name, value in chosen.items())
    # Two rules, since WeasyPrint passes over a list of media of which it does not know one.
    media = ("print", "screen and (prefers-color-scheme:light)")
    return "".join(f"\n@media {medium}{{:root{{{rules}}}}}" for medium in media) + "\n"


def sheets_of(audience: str, folders: Sequence[Path]) -> dict[str, Path]:
    """Every sheet that the style of `audience` is made of, by its name, in the order of the imports."""
    waiting = [f"{audience}/{OWN}"]
    found: dict[str, Path] = {}
    while waiting:
        name = stands_for(waiting.pop(0), OWN, folders)
        place = _find(name, folders)
        if place is not None and name not in found:
            found[name] = place[0]
            below = dirname(name.removeprefix(f"{SHIPPED}/"))
            imports = IMPORT.findall(place[0].read_text(encoding="utf-8"))
            waiting = [normpath(join(below, target)) for target in imports] + waiting
    return found


def _find(name: str, folders: Sequence[Path]) -> tuple[Path, Path] | None:
    """The sheet `name` with the folder of templates that it is in."""
    if name.startswith(f"{SHIPPED}/"):
        name, folders = name.removeprefix(f"{SHIPPED}/"), folders[-1:]
    return next(((folder / name, folder) for folder in folders if (folder / name).is_file()), None)


def _read(name: str, folders: Sequence[Path], named_by: str, depth: int) -> str:
    if depth > DEEPEST:
        raise TemplateError(f"{named_by}: the imports run in a circle; take one of them out")
    if name.startswith(("../", "/")):
        raise TemplateError(f"{named_by}: {name} lies outside the templates; import only from among them")
    name = stands_for(name, OWN, folders)
    found = _find(name, folders)
    if found is None:
        raise TemplateError(f"{named_by}: {_missing(name, folders)}")
    file, folder = found
    try:
        rules = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{file}: cannot be read: {error}") from error
    if folder != folders[-1]:
        # What ships is held to the same by tests; parsing it in every run would cost 20 ms.
        from briefgen.render.sheet import check_sheet

        rules = check_sheet(rules, file, folder)
    name = name.removeprefix(f"{SHIPPED}/")
    return IMPORT.sub(lambda match: _imported(match, rules, file, name, folders, depth), rules)


def _imported(
    match: re.Match[str], rules: str, file: Path, name: str, folders: Sequence[Path], depth: int
) -> str:
    line = rules.count("\n", 0, match.start(1)) + 1
    place = f"{file}, line {line}"
    if ":" in match[1]:
        raise TemplateError(f"{place}: {match[1]} is not fetched; put the sheet beside this one and name it")
    return _read(normpath(join(dirname(name), match[1])), folders, place, depth + 1).strip()


def _missing(name: str, folders: Sequence[Path]) -> str:
    """What to say of a sheet that there is not."""
    there = sorted(
        {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.css")}
    )
    near = nearest(name, there)
    hint = f"did you mean “{near}”?" if near else "mend the import, or put one there"
    return f"there is no sheet {name}; {hint}"
