"""Audiences of the user's own: how they are begun, and how they keep up with what ships."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

import msgspec

from briefgen import __version__
from briefgen.model.artefact import Artefact
from briefgen.model.audience import Audience, Limits
from briefgen.model.problem import TemplateError
from briefgen.render import Folder
from briefgen.render.merging import merge
from briefgen.render.templates import (
    PLAIN,
    RESERVED,
    SHARED,
    SHIPPED,
    Templates,
    audiences,
    stands_for,
    unknown_audience,
)

RECORD = ".origin.json"
"""Beside the files of an audience of the user's own: what they were made from."""
TEMPLATE, STYLE, SETTINGS = "brief.md.jinja", "style.css", "audience.toml"
FIRST = "analyst"
"""What an audience is begun from where nothing else is named."""


class Origin(msgspec.Struct, frozen=True, rename={"audience": "from"}):
    """What an audience of the user's own was begun from."""

    audience: str
    version: str
    """Of briefgen, when it was begun or last upgraded."""
    files: dict[str, str]
    """Each file as it was written then, by its name."""


class Used(msgspec.Struct, frozen=True):
    """A file that an audience uses."""

    name: str
    file: Path
    owner: str
    """"yours" or "shipped"."""


def files_of(folder: Folder) -> tuple[Used, ...]:
    """Every file that plays a part in what an audience is shown, the most particular first."""
    from briefgen.render.style import sheets_of

    templates, name = folder.templates, folder.audience.name
    found = {f"{name}/{SETTINGS}": templates.find(name, SETTINGS)}
    found |= _templates_of(name, folder)
    found |= sheets_of(name, templates.folders)
    labels = f"{SHARED}/labels/{folder.audience.labels}.toml"
    found[labels] = templates.find(*labels.split("/"))
    markings = templates.find(SHARED, "markings.toml")
    if markings.exists():
        found[f"{SHARED}/markings.toml"] = markings
    last = templates.folders[-1]
    return tuple(
        Used(key, file, "shipped" if file.is_relative_to(last) else "yours") for key, file in found.items()
    )


def _templates_of(name: str, folder: Folder) -> dict[str, Path]:
    """The template of an audience and all that it extends, imports and includes by a fixed name."""
    from jinja2.meta import find_referenced_templates

    from briefgen.render.jinja import environment, source_of
    from briefgen.render.markdown import template_of

    metered = environment(folder.templates, folder.labels)
    waiting = [template_of(name, folder.templates)]
    found: dict[str, Path] = {}
    while waiting:
        one = stands_for(waiting.pop(0), TEMPLATE, folder.templates.folders)
        if one not in found:
            text, file = source_of(one, metered)
            found[one] = Path(file)
            waiting += [other for other in find_referenced_templates(metered.parse(text)) if other]
    return found


def new_audience(name: str, origin: str | None, templates: Templates, place: Path) -> tuple[Artefact, ...]:
    """The files of a new audience `name` below `place`, a folder of templates.

    Raises `TemplateError` where the name cannot be one, is taken, or there is no audience `origin`.
    """
    if not PLAIN.fullmatch(name) or name in RESERVED:
        raise TemplateError(
            f"“{name}” cannot name an audience; letters, digits, - and _ can, such as director"
        )
    known = audiences(templates)
    origin = origin or (name if name in known else FIRST)
    if origin not in known:
        raise TemplateError(unknown_audience(origin, templates))
    folder = place / name
    if folder.is_dir() and any(folder.iterdir()):
        raise TemplateError(
            f"{folder} is there already, and is left as it is: choose another name, or remove it"
        )
    files = begun(name, origin, templates, place)
    return tuple(
        _artefact(f"{name}/{key}", text) for key, text in (*files.items(), (RECORD, record(origin, files)))
    )


def _artefact(name: str, text: str) -> Artefact:
    return Artefact(name, "text/plain", text.encode())


def record(origin: str, files: Mapping[str, str]) -> str:
    """The text of the file that remembers what `files` were made from."""
    hashes = {key: sha256(text.encode()).hexdigest() for key, text in files.items()}
    told = {"from": origin, "version": __version__, "sha256": hashes, "files": dict(files)}
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def begun(name: str, origin: str, templates: Templates, place: Path) -> dict[str, str]:
    """The files of an audience `name` in `place` as one begins, from the audience `origin` as it is now."""
    if name == origin:  # one's own files do not count as what they are made from
        others = tuple(folder for folder in templates.folders if folder != place)
        templates = Templates(others)
    settings = templates.find(origin, SETTINGS).read_text("utf-8")
    return {
        SETTINGS: _settings(name, origin, settings),
        TEMPLATE: _template(name, origin, templates, place),
        STYLE: _style(name, origin, templates, place),
    }


def _above(file: str, name: str, origin: str, templates: Templates, place: Path) -> str:
    """The name of the file that the new one builds on."""
    found = templates.find(origin, file)
    if not found.exists():
        return f"{SHARED}/{file}"
    if found.is_relative_to(place):
        return f"{origin}/{file}"
    return f"{SHIPPED}/{origin}/{file}" if name == origin else f"{origin}/{file}"


def _settings(name: str, origin: str, text: str) -> str:
    """`audience.toml` of `origin` with a head for `name`, and a comment on each key that it does not set."""
    lines = text.rstrip("\n").split("\n")
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    title = f'title = "{name[:1].upper()}{name[1:]} brief"'
    lines = [title if line.startswith("title =") else line for line in lines]
    table = next((place for place, line in enumerate(lines) if line.startswith("[")), len(lines))
    keys, tables = lines[:table], lines[table:]
    head = [
        f"# Whom the brief “{name}” is for and what it shows; begun from “{origin}”.",
        "# What each key means: docs/usage.md, or `briefgen template variables Audience`.",
        f"# After a change: `briefgen template check {name}`.",
    ]
    more = [line for key, line in _optional() if not _says(keys, key)]
    while keys and not keys[-1]:
        keys.pop()
    limits = [f"# {key} = 10" for key in Limits.__struct_fields__ if not _says(tables, key)]
    tables = tables or ["# [limits]  # the most entries that a section shows"]
    others = [f"[{name}]" for name in _tables() if f"[{name}]" not in tables]
    offered = [f"# Tables that may be added: {', '.join(others)}; see docs/usage.md."] if others else []
    return "\n".join([*head, *keys, *more, "", *tables, *limits, *offered]) + "\n"


def _tables() -> Iterator[str]:
    """The tables of `audience.toml` other than that of the limits."""
    for field in msgspec.structs.fields(Audience):
        if any(issubclass(kind, msgspec.Struct) for kind in _kinds(field.type)) and field.name != "limits":
            yield field.name


def _kinds(hint: object) -> Iterator[type]:
    yield from (
        [hint] if isinstance(hint, type) else [one for one in get_args(hint) if isinstance(one, type)]
    )


def _says(lines: Iterable[str], key: str) -> bool:
    """Whether `lines` set `key`, or have a comment that offers to."""
    return any(line.lstrip("# ").startswith(f"{key} ") for line in lines)


def _optional() -> Iterator[tuple[str, str]]:
    """Each key of `audience.toml` that may be left out, with the comment that offers it."""
    from briefgen.render.variables import docstrings

    told = docstrings(Audience)
    for field in msgspec.structs.fields(Audience):
        default = field.default
        if field.name in EXAMPLES:
            default = EXAMPLES[field.name]
        elif isinstance(default, msgspec.Struct) or default in (None, msgspec.NODEFAULT):
            continue
        value = json.dumps(msgspec.to_builtins(default), ensure_ascii=False)
        meaning = told.get(field.name, "")
        yield field.name, f"# {field.name} = {value}" + (f"  # {meaning}" if meaning else "")


EXAMPLES: Mapping[str, object] = MappingProxyType({"marking_ceiling": "TLP:GREEN", "pages": 4})
"""Of keys whose default is that there is nothing."""


def _template(name: str, origin: str, templates: Templates, place: Path) -> str:
    above = _above(TEMPLATE, name, origin, templates, place)
    return f"""{{#
The brief “{name}” as Markdown: that of “{origin}”, of which you may replace single blocks. There are marking,
title, facts, and one for each section, such as key_points; `briefgen template variables` lists them, and what
stands to hand in them. This one would put the title of the audience before that of the brief:

{{% block title %}}
# {{{{ audience.title }}}}: {{{{ brief.title }}}}
{{% endblock %}}
#}}
{{% extends "{above}" %}}
"""


def _style(name: str, origin: str, templates: Templates, place: Path) -> str:
    above = _above(STYLE, name, origin, templates, place)
    return f"""/* How the pages of “{name}” look: as those of “{origin}”. Rules below the import win over it.
   Pictures and fonts that you put into this folder can be named: url(logo.png). */

@import "../{above}";

/* h1, h2 {{ color: var(--accent) }} */
"""


class Compared(msgspec.Struct, frozen=True):
    """A file of the user's own beside what it was made from and what it would be made from now."""

    file: Path
    name: str
    """Below the folder of templates."""
    mine: str | None
    """As it is; none where the user took it away."""
    theirs: str | None
    """As it would be begun now, or as it ships; none where nothing of that name ships."""
    base: str | None = None
    """As it was begun; none where that is not known."""


def own_folder(name: str, templates: Templates) -> Path:
    """The user's folder of templates that has the audience `name`; raises `TemplateError` where none has."""
    for folder in templates.folders[:-1]:
        if (folder / name).is_dir() and PLAIN.fullmatch(name):
            return folder
    if name in audiences(templates):
        raise TemplateError(
            f"“{name}” is as it ships, you have no file of it; `briefgen template new {name}` makes it yours"
        )
    raise TemplateError(unknown_audience(name, templates))


def owned(templates: Templates) -> tuple[str, ...]:
    """Every audience of which the user has files, and `_shared` if there are some."""
    folders = [path for folder in templates.folders[:-1] for path in folder.iterdir() if path.is_dir()]
    names = {path.name for path in folders if (path / SETTINGS).exists() or path.name == SHARED}
    return tuple(sorted(name for name in names if PLAIN.fullmatch(name)))


def compared(name: str, templates: Templates) -> tuple[Compared, ...]:
    """Every file of the user's own audience `name`, beside what it came from."""
    place = own_folder(name, templates)
    origin = _origin(place / name / RECORD)
    now = begun(name, origin.audience, templates, place) if origin else {}
    before = origin.files if origin else {}
    there = {
        path.relative_to(place / name).as_posix(): path
        for path in sorted((place / name).rglob("*"))
        if path.is_file() and path.name != RECORD and path.suffix in TEXTS
    }
    return tuple(
        Compared(
            place / name / key,
            f"{name}/{key}",
            _text(there[key]) if key in there else None,
            now.get(key) or _shipped_text(f"{name}/{key}", templates),
            before.get(key),
        )
        for key in dict.fromkeys((*before, *there))
    )


TEXTS = frozenset({".toml", ".jinja", ".css"})


def _origin(file: Path) -> Origin | None:
    if not file.exists():
        return None
    try:
        return msgspec.json.decode(file.read_bytes(), type=Origin)
    except (OSError, msgspec.DecodeError) as error:
        raise TemplateError(
            f"{file}: cannot be read ({error}); remove it, and your files are compared with what ships"
        ) from error


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{file}: cannot be read: {error}") from error


def _shipped_text(name: str, templates: Templates) -> str | None:
    file = templates.folders[-1] / name
    return _text(file) if file.is_file() else None


def difference(one: Compared) -> str:
    """How a file differs from what it would be begun from now, as a unified diff; empty where it does not."""
    if one.theirs is None or one.mine is None or one.mine == one.theirs:
        return ""
    theirs = _same_words(one.theirs, one.mine) if one.name.startswith(LABELS) else one.theirs
    lines = unified_diff(
        theirs.splitlines(keepends=True),
        one.mine.splitlines(keepends=True),
        f"shipped/{one.name}",
        str(one.file),
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _same_words(theirs: str, mine: str) -> str:
    """The lines of a labels file that say what `mine`, which needs to hold no more, says too."""
    said = _keys(mine)
    kept = zip(theirs.splitlines(keepends=True), _keys(theirs), strict=True)
    return "".join(line for line, key in kept if key in said and any(key))


def _keys(text: str) -> list[tuple[str, str]]:
    """Of each line of a labels file its table, and the key that it gives if it gives one."""
    table, found = "", []
    for line in text.splitlines():
        head = re.match(r"\s*\[(\w+)\]", line)
        table = head[1] if head else table
        given = re.match(r"\s*(\w+)\s*=", line)
        found.append((table if head or given else "", given[1] if given else ""))
    return found


LABELS = f"{SHARED}/labels/"
"""Where labels stand, of which one's own hold only what they say otherwise."""
Action = Literal["current", "updated", "merged", "kept", "aside", "gone", "words", "unknown"]


class Step(msgspec.Struct, frozen=True):
    """What is to be done with one file."""

    file: Path
    action: Action
    text: str | None = None
    """What is to be written: to the file, or, for `aside`, beside it."""


def upgraded(one: Compared) -> Step:
    """What to do with a file of the user's own so that it has what is new, and nothing of theirs is lost."""
    if one.mine is None:
        return Step(one.file, "gone")
    if one.theirs is None or one.mine == one.theirs or one.theirs == one.base:
        return Step(one.file, "current")
    if one.base is None:
        return Step(one.file, "words" if one.name.startswith(LABELS) else "unknown")
    if one.mine == one.base:
        return Step(one.file, "updated", one.theirs)
    merged = merge(one.base, one.mine, one.theirs)
    if merged is None:
        return Step(one.file, "aside", one.theirs)
    return Step(one.file, "kept") if merged == one.mine else Step(one.file, "merged", merged)


def upgrade(name: str, templates: Templates) -> tuple[tuple[Step, ...], tuple[Artefact, ...]]:
    """What to do with the files of the user's own audience `name`, and what is to be written for it.

    A file that both sides changed in the same lines stays, and what is new is put beside it.
    """
    place = own_folder(name, templates)
    steps = tuple(upgraded(one) for one in compared(name, templates))
    files = [_artefact(_beside(step, place), step.text) for step in steps if step.text is not None]
    origin = _origin(place / name / RECORD)
    if origin is not None:
        told = record(origin.audience, begun(name, origin.audience, templates, place))
        if told != _text(place / name / RECORD):
            files.append(_artefact(f"{name}/{RECORD}", told))
    return steps, tuple(files)


def _beside(step: Step, place: Path) -> str:
    name = step.file.relative_to(place).as_posix()
    return f"{name}.new" if step.action == "aside" else name
