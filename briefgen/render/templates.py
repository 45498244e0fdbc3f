"""Where templates stand, and what an audience's folder says of it."""

import re
import tomllib
from pathlib import Path
from typing import get_args

import msgspec

from briefgen.model.audience import Audience, Limits, PageSize, SectionName
from briefgen.model.problem import TemplateError, nearest

PLAIN = re.compile(r"[\w-]+")
"""What the name of an audience may be: that of a folder, and no path."""
SHARED = "_shared"
"""The folder of parts that audiences share: fonts, styles, labels, macros."""


class Templates(msgspec.Struct, frozen=True):
    """Folders of templates; the first that has a file is the one that counts."""

    folders: tuple[Path, ...]

    def find(self, *parts: str) -> Path:
        """The file or folder of this name; where there is none, where it would ship."""
        for folder in self.folders:
            if (folder.joinpath(*parts)).exists():
                return folder.joinpath(*parts)
        return self.folders[-1].joinpath(*parts)


def shipped() -> Path:
    """The folder of templates that came with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def find_templates(own: Path | None = None) -> Templates:
    """The user's folder of templates, if one is named, before what ships.

    Raises `TemplateError` where the named folder is none.
    """
    if own is None:
        return Templates((shipped(),))
    if not own.is_dir():
        raise TemplateError(f"{own} is no folder: name the folder that holds a folder for each audience")
    return Templates((own, shipped()))


def audiences(templates: Templates) -> tuple[str, ...]:
    """Names of all audiences, in alphabetical order."""
    found = {file.parent.name for folder in templates.folders for file in folder.glob("*/audience.toml")}
    return tuple(sorted(name for name in found if PLAIN.fullmatch(name) and name != SHARED))


def unknown_audience(name: str, templates: Templates) -> str:
    """What to tell somebody who named an audience that there is not."""
    known = audiences(templates)
    near = nearest(name, known)
    hint = f" Did you mean “{near}”?" if near else ""
    bare = next((folder / name for folder in templates.folders if (folder / name).is_dir()), None)
    if bare is not None and PLAIN.fullmatch(name) and name != SHARED:
        hint = f" {bare} has no audience.toml, which makes a folder an audience."
    return f"there is no audience “{name}”.{hint} There are: {', '.join(known)}"


def load_audience(name: str, templates: Templates) -> Audience:
    """What `audience.toml` of the audience's folder says.

    Raises `TemplateError` naming the file, what is wrong in it, and the nearest right name.
    """
    if name not in audiences(templates):
        raise TemplateError(unknown_audience(name, templates))
    file = templates.find(name, "audience.toml")
    try:
        text = file.read_text("utf-8")
        return msgspec.convert({"name": name, **tomllib.loads(text)}, Audience)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise TemplateError(f"{file}: {error}") from error
    except msgspec.ValidationError as error:
        raise TemplateError(f"{file}: {_told(str(error), text)}") from error


def _told(message: str, text: str) -> str:
    """What msgspec says is wrong with a table, with the line, and what is known instead."""
    unknown = re.search(r"unknown field `(.+?)`|enum value '(.+?)'(?: - at `\$\.(\w+))?", message)
    if unknown is None:
        return message
    name = unknown[1] or unknown[2]
    if unknown[1]:
        known = Limits.__struct_fields__ if "$.limits" in message else Audience.__struct_fields__
    else:
        known = get_args(PageSize if unknown[3] == "page" else SectionName)
    known = tuple(one for one in known if one != "name")
    near = nearest(name, known)
    hint = f"did you mean `{near}`? " if near else ""
    line = next((number for number, one in enumerate(text.split("\n"), 1) if name in one), 1)
    return f"line {line}: `{name}` is not known; {hint}known are {', '.join(known)}"
