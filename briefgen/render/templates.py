"""Where templates stand, and what an audience's folder says of it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, get_args

import msgspec

from briefgen.model.audience import (
    Audience,
    ChangeShown,
    ChartName,
    Citations,
    Colours,
    Limits,
    Logo,
    PageSize,
    SectionName,
)
from briefgen.model.marking import TLP_2, Level, Scheme
from briefgen.model.problem import TemplateError, nearest

PLAIN = re.compile(r"[\w-]+")
"""What the name of an audience may be: that of a folder, and no path."""
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
SHARED = "_shared"
"""The folder of parts that audiences share: fonts, styles, labels, macros."""
SHIPPED = "shipped"
"""What stands before the name of a template or style sheet that is to be the one that ships, even where the
user has one of the same name: `shipped/analyst/brief.md.jinja`."""
RESERVED = (SHARED, SHIPPED)
"""Names that no audience can have."""


class Templates(msgspec.Struct, frozen=True):
    """Folders of templates; the first that has a file is the one that counts."""

    folders: tuple[Path, ...]

    @property
    def fonts(self) -> Path:
        """The folder of the vendored faces; one's own are named by a style sheet."""
        return self.folders[-1] / SHARED / "fonts"

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


def find_templates(*own: Path) -> Templates:
    """The user's folders of templates, in the order in which they are looked through, before what ships.

    A folder that is named twice counts once, at its first place. Raises `TemplateError` where one is none.
    """
    for folder in own:
        if not folder.is_dir():
            raise TemplateError(f"{folder} is no folder: name one that holds a folder for each audience")
    last = shipped()
    others = {folder.resolve(): folder for folder in reversed(own) if folder.resolve() != last}
    return Templates((*reversed(others.values()), last))


def audiences(templates: Templates) -> tuple[str, ...]:
    """Names of all audiences, in alphabetical order."""
    found = {file.parent.name for folder in templates.folders for file in folder.glob("*/audience.toml")}
    return tuple(sorted(name for name in found if PLAIN.fullmatch(name) and name not in RESERVED))


def stands_for(name: str, file: str, folders: Sequence[Path]) -> str:
    """The name of what `name`, a template or style sheet in `folders`, means.

    Where it is the `file` of an audience that has none of its own, that is the one that all share.
    """
    bare = name.removeprefix(f"{SHIPPED}/")
    below = name[: len(name) - len(bare)]
    if below:
        folders = folders[-1:]
    audience, _, rest = bare.partition("/")
    if rest != file or audience in RESERVED or any((folder / bare).is_file() for folder in folders):
        return name
    known = any((folder / audience / "audience.toml").is_file() for folder in folders)
    return f"{below}{SHARED}/{file}" if known else name


def unknown_audience(name: str, templates: Templates) -> str:
    """What to tell somebody who named an audience that there is not."""
    known = audiences(templates)
    near = nearest(name, known)
    hint = f" Did you mean “{near}”?" if near else ""
    bare = next((folder / name for folder in templates.folders if (folder / name).is_dir()), None)
    if bare is not None and PLAIN.fullmatch(name) and name not in RESERVED:
        hint = f" {bare} has no audience.toml, which makes a folder an audience."
    return f"there is no audience “{name}”.{hint} There are: {', '.join(known)}"


def load_scheme(templates: Templates) -> Scheme:
    """The markings in use: those of `_shared/markings.toml`, or, where there is no such file, TLP 2.0.

    Raises `TemplateError` naming the file and what is wrong in it.
    """
    file = templates.find(SHARED, "markings.toml")
    if not file.exists():
        return TLP_2
    scheme = _table(file, Scheme, {})
    if not scheme.levels:
        raise TemplateError(f'{file}: there is no level; add one, such as [[levels]] name = "INTERNAL"')
    for level in scheme.levels:
        for key, colour in (("colour", level.colour), ("background", level.background)):
            if not COLOUR.fullmatch(colour):
                text = file.read_text("utf-8").split("\n")
                line = next((place for place, one in enumerate(text, 1) if f'"{colour}"' in one), 1)
                wrong = f"`{key}` of “{level.name}” is “{colour}”"
                raise TemplateError(f"{file}: line {line}: {wrong}; write one such as #33ff00")
    return scheme


def load_audience(name: str, templates: Templates, scheme: Scheme = TLP_2) -> Audience:
    """What `audience.toml` of the audience's folder says; `scheme` has the markings that it may name.

    Raises `TemplateError` naming the file, what is wrong in it, and the nearest right name.
    """
    if name not in audiences(templates):
        raise TemplateError(unknown_audience(name, templates))
    file = templates.find(name, "audience.toml")
    audience = _table(file, Audience, {"name": name})
    from briefgen.render.settings import check_settings

    check_settings(audience, file, file.parent.parent)
    ceiling = audience.marking_ceiling
    if ceiling is not None and scheme.level(ceiling) is None:
        names = [level.name for level in scheme.levels]
        near = nearest(ceiling, names)
        hint = f"; did you mean “{near}”?" if near else ""
        from briefgen.render.mistakes import line_of

        line = line_of("marking_ceiling", file.read_text("utf-8"))
        wrong = f"`marking_ceiling` is “{ceiling}”, which is no marking in use{hint or '.'}"
        raise TemplateError(f"{file}: line {line}: {wrong} In use are {', '.join(names)}")
    return audience


Told = TypeVar("Told")


def _table(file: Path, kind: type[Told], known: dict[str, str]) -> Told:
    """The TOML in `file`, with what is `known` already, as a `kind`; raises `TemplateError`."""
    try:
        text = file.read_text("utf-8")
        return msgspec.convert({**known, **tomllib.loads(text)}, kind)
    except tomllib.TOMLDecodeError as error:
        from briefgen.render.mistakes import broken

        raise TemplateError(f"{file}: {broken(str(error), text)}") from error
    except (UnicodeDecodeError, OSError, RecursionError) as error:
        from briefgen.render.mistakes import unreadable

        raise TemplateError(f"{file}: {unreadable(error)}") from error
    except msgspec.ValidationError as error:
        raise TemplateError(f"{file}: {_told(str(error), text, kind)}") from error


FIELDS: Mapping[type, tuple[tuple[str, tuple[str, ...]], ...]] = MappingProxyType(
    {
        Audience: (
            ("$.limits", Limits.__struct_fields__),
            ("$.colours", Colours.__struct_fields__),
            ("$.logo", Logo.__struct_fields__),
            ("", tuple(name for name in Audience.__struct_fields__ if name != "name")),
        ),
        Scheme: (("$.levels", Level.__struct_fields__), ("", Scheme.__struct_fields__)),
    }
)
"""What a table of settings may say, by the place that msgspec names for it."""


CHOICES = MappingProxyType(
    {"page": PageSize, "charts": ChartName, "changes": ChangeShown, "citations": Citations}
)
"""Keys other than `sections` whose values are some of a few words."""


def _told(message: str, text: str, kind: type) -> str:
    """What msgspec says is wrong with a table, with the line, and what is known instead."""
    unknown = re.search(r"unknown field `(.+?)`|enum value '(.+?)'(?: - at `\$\.(\w+))?", message)
    if unknown is None:
        from briefgen.render.mistakes import mistyped

        return mistyped(message, text)
    name = unknown[1] or unknown[2]
    if unknown[1]:
        known = next(fields for place, fields in FIELDS[kind] if place in message)
    else:
        known = get_args(CHOICES.get(unknown[3], SectionName))
    near = nearest(name, known)
    hint = f"did you mean `{near}`? " if near else ""
    line = next((number for number, one in enumerate(text.split("\n"), 1) if name in one), 1)
    return f"line {line}: `{name}` is not known; {hint}known are {', '.join(known)}"
