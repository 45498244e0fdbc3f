"""The style sheet of an audience, with the parts it shares put in the place of their imports."""

import re
from collections.abc import Sequence
from pathlib import Path
from posixpath import dirname, join, normpath

import msgspec

from briefgen.model.audience import Audience, Colours
from briefgen.model.problem import TemplateError, nearest
from briefgen.render.templates import SHARED, SHIPPED, Templates, stands_for

IMPORT = re.compile(r"""^[ \t]*@import\s+(?:url\(\s*)?["']([^"']+)["']\s*(?:\)\s*)?;""", re.MULTILINE)
OWN = "style.css"
"""The sheet of an audience, in its folder; one that has none has that of all."""
DEEPEST = 8
"""Imports within imports; more is taken for a circle."""

MOST_FILES = 200
"""Sheets, pictures and fonts of a style, each as often as it is named."""
LARGEST = 16_000_000
"""Signs of a style with the files that it names, which stand in it as Base64."""


class Room:
    """How much more one style may hold: its sheets, which import each other, and what they have inside."""

    __slots__ = ("files", "signs")

    def __init__(self) -> None:
        self.files = MOST_FILES
        self.signs = LARGEST

    def take(self, file: Path, signs: int) -> None:
        """Count `file` with so many signs; raises `TemplateError` where that is too much."""
        self.files -= 1
        self.signs -= signs
        if self.files < 0:
            raise TemplateError(
                f"{file}: the style is made of more than {MOST_FILES} files; put some together"
            )
        if self.signs < 0:
            raise TemplateError(f"{file}: the style, with what it names, has more than {LARGEST:,} signs")


def read_style(audience: str, folders: Sequence[Path]) -> str:
    """The rules of `audience`, each `@import "…";` replaced by the sheet it names, relative to its own.

    `folders` are folders of templates; the first that holds a sheet gives it, so that a user's own folder
    can go before the one that ships. What it names with `url()` is put inside. Raises `TemplateError` where a
    sheet cannot be read, is no CSS, or names what lies outside of its folder.
    """
    own = f"{audience}/{OWN}"
    return _read(own if _find(own, folders) else f"{SHARED}/{OWN}", folders, own, Room())


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
            imports = IMPORT.findall(place[0].read_text(encoding="utf-8", errors="replace"))
            waiting = [normpath(join(below, target)) for target in imports] + waiting
    return found


def own_looks(audience: Audience, templates: Templates) -> tuple[Path, ...]:
    """Files of the user's own that shape the pages of `audience`: its sheets, and its logo."""
    named = list(sheets_of(audience.name, templates.folders).values())
    if audience.logo is not None:
        named.append(templates.find(audience.name, audience.logo.file))
    return tuple(file for file in named if not file.is_relative_to(templates.folders[-1]))


def _find(name: str, folders: Sequence[Path]) -> tuple[Path, Path] | None:
    """The sheet `name` with the folder of templates that it is in."""
    if name.startswith(f"{SHIPPED}/"):
        name, folders = name.removeprefix(f"{SHIPPED}/"), folders[-1:]
    return next(((folder / name, folder) for folder in folders if (folder / name).is_file()), None)


def _read(name: str, folders: Sequence[Path], named_by: str, room: Room, depth: int = 0) -> str:
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
    room.take(file, len(rules))
    if folder != folders[-1]:
        # What ships is held to the same by tests; parsing it in every run would cost 20 ms.
        from briefgen.render.sheet import check_sheet

        rules = check_sheet(rules, file, folder, room)
    name = name.removeprefix(f"{SHIPPED}/")
    return IMPORT.sub(lambda match: _imported(match, rules, file, name, folders, room, depth), rules)


def _imported(
    match: re.Match[str], rules: str, file: Path, name: str, folders: Sequence[Path], room: Room, depth: int
) -> str:
    line = rules.count("\n", 0, match.start(1)) + 1
    place = f"{file}, line {line}"
    if ":" in match[1]:
        raise TemplateError(f"{place}: {match[1]} is not fetched; put the sheet beside this one and name it")
    return _read(normpath(join(dirname(name), match[1])), folders, place, room, depth + 1).strip()


def _missing(name: str, folders: Sequence[Path]) -> str:
    """What to say of a sheet that there is not."""
    there = sorted(
        {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.css")}
    )
    near = nearest(name, there)
    hint = f"did you mean “{near}”?" if near else "mend the import, or put one there"
    return f"there is no sheet {name}; {hint}"
