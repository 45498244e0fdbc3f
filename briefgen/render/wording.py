"""A labels file of the user's own: completed from the one that ships, and held to its form."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefgen.model.problem import TemplateError, nearest
from briefgen.render.templates import SHARED, shipped

FIELD = re.compile(r"\{(\w+)\}")
MODEL = "en"
"""The language whose file shows what a labels file has to say."""
SHOWN = 5
"""Missing words that a message names."""

Table = dict[str, Any]


def labels_table(file: Path, known: tuple[str, ...]) -> Table:
    """What the labels file `file` says; `known` are the tables that it may have.

    One of the user's own may hold only what it says otherwise, and words that its templates add: the rest is
    taken from the file of the same language that ships. Raises `TemplateError` with file, line and repair.
    """
    text = file.read_text("utf-8")
    mine: Table = tomllib.loads(text)
    folder = shipped() / SHARED / "labels"
    if file.parent.resolve() == folder:
        return mine
    base = _shipped(folder / file.name)
    model = base or _shipped(folder / f"{MODEL}.toml")
    for wrong, word in _mistakes(mine, model, known):
        raise TemplateError(f"{file}, line {_line(text, word)}: {wrong}")
    whole = {key: _over(mine.get(key), value) for key, value in base.items()} | {
        key: value for key, value in mine.items() if key not in base
    }
    if not base:
        whole = _with_later(whole, model)
    lacking = _lacking(whole, model)
    if lacking:
        raise TemplateError(f"{file}: {lacking}")
    return whole


LATER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sections": ("changes",),
        "changes": (),
        "more": ("changes",),
        "heads": ("source", "was", "now", "differs", "answered", "how"),
        "gap_lines": ("not_compared",),
        "text": ("since", "nothing_new"),
        "counts": (
            "more_changes",
            *(f"change_{kind}" for kind in ("new", "changed", "status", "withdrawn", "repeated")),
            *(f"change_{kind}" for kind in ("figures", "notes", "markings", "unchanged")),
        ),
    }
)
"""Words that came with what changed since an earlier edition; of a table without words named, all. A file
of a language that does not ship may be older than these, and is then completed from `MODEL`."""


def _with_later(whole: Table, model: Table) -> Table:
    """`whole` with the words of `LATER` that it lacks."""
    found = dict(whole)
    for table, keys in LATER.items():
        words = model.get(table, {})
        mine = found.get(table, {})
        if isinstance(mine, dict):
            found[table] = {**{key: words[key] for key in keys or words if key in words}, **mine}
    return found


def with_plain(whole: Table, file: Path | None, known: tuple[str, ...]) -> Table:
    """`whole`, the labels of a language, with what the file of plain words says otherwise, if there is one.

    Raises `TemplateError` with file, line and repair.
    """
    if file is None or not file.is_file():
        return whole
    text = file.read_text("utf-8")
    try:
        plain: Table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from briefgen.render.mistakes import broken

        raise TemplateError(f"{file}: {broken(str(error), text)}") from error
    for wrong, word in _mistakes(plain, whole, known):
        raise TemplateError(f"{file}, line {_line(text, word)}: {wrong}")
    return {**plain, **{key: _over(plain.get(key), value) for key, value in whole.items()}}


def with_english(whole: Table, file: Path | None) -> Table:
    """`whole` with the words of the user's own that only `file`, their English labels, has, noted as `lent`.

    What is wrong in that file is told where English is asked for.
    """
    if file is None or not file.is_file() or file.parent.resolve() == shipped() / SHARED / "labels":
        return whole
    try:
        english: Table = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return whole
    found, lent = dict(whole), []
    for table, words in english.items():
        mine = whole.get(table)
        if isinstance(words, dict) and isinstance(mine, dict):
            lacking = {key: text for key, text in words.items() if key not in mine}
            found[table] = {**mine, **lacking}
            lent += [(table, key) for key in lacking]
    return {**found, "lent": lent}


def _shipped(file: Path) -> Table:
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def _over(mine: object, base: object) -> object:
    """`base` with what `mine` says otherwise."""
    if isinstance(mine, dict) and isinstance(base, dict):
        return {**base, **mine}
    return base if mine is None else mine


def _mistakes(mine: Table, model: Table, known: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What is wrong in a labels file, and the word that shows in which line."""
    if "problems" in mine:
        from briefgen.render.problems import FORMS

        model = {**model, "problems": FORMS}
    for table, value in mine.items():
        if table not in known:
            near = nearest(table, known)
            yield f"there is no table [{table}]" + (f"; did you mean [{near}]?" if near else ""), table
        if isinstance(value, dict):
            for key, words in value.items():
                yield from _in_words(key, words, model.get(table, {}).get(key))
            if table not in OPEN:
                yield from _unknown(table, value, model.get(table, {}))


OPEN = frozenset({"text", "counts", "titles", "gap_lines"})
"""Tables that take words of one's own."""
MISTYPED = 0.75
"""How near an unknown key has to be to one that there is to be taken for it (ratio of `difflib`), in tables
in which a word of one's own may stand, if nobody would look for it there."""


def _unknown(table: str, words: Table, known: Table) -> Iterator[tuple[str, str]]:
    """Keys of a table that nothing asks for, and that are near to one that something does."""
    from difflib import get_close_matches

    for key in words:
        near = get_close_matches(key, [] if key in known else list(known), 1, MISTYPED)
        if near:
            told = f"[{table}] has no `{key}`; did you mean `{near[0]}`? Words of your own belong into [text]"
            yield told, key


def _in_words(key: str, words: object, model: object) -> Iterator[tuple[str, str]]:
    """What is wrong with the words under `key`, which are for one and for many where the model has two."""
    if isinstance(model, list) and not (isinstance(words, list) and len(words) == len(model)):
        yield f"`{key}` needs {len(model)} texts: for one, and for any other number", key
    if isinstance(model, str) and not isinstance(words, str):
        yield f"`{key}` needs a text", key
    fields = set(FIELD.findall(str(model))) if model is not None else None
    for text in words if isinstance(words, list) else [words]:
        if not isinstance(text, str):
            continue
        if set(FIELD.sub("", text)) & set("{}"):
            yield f"`{key}` has a brace that opens or closes no {{name}}", key
        for name in FIELD.findall(text):
            if fields is not None and name not in fields:
                near = nearest(name, fields)
                hint = f"; did you mean {{{near}}}?" if near else f"; filled in are {sorted(fields)}"
                yield f"`{key}` has {{{name}}}, which nothing fills in{hint}", key


def _lacking(whole: Mapping[str, Any], model: Table) -> str:
    """What a labels file of a language that does not ship leaves out; empty where it says all."""
    for table, value in model.items():
        if table not in whole:
            return f"lacks `{table}`, which {MODEL}.toml has"
        if isinstance(value, dict) and isinstance(whole[table], dict):
            absent = [key for key in value if key not in whole[table]]
            if absent:
                more = f" and {len(absent) - SHOWN} more" if len(absent) > SHOWN else ""
                named = ", ".join(f"`{key}`" for key in absent[:SHOWN])
                return f"the table [{table}] lacks {named}{more}, which {MODEL}.toml has"
    return ""


def _line(text: str, word: str) -> int:
    said = re.compile(rf"^\s*(?:\[\s*)?[\"']?{re.escape(word)}\b")
    return next((number for number, line in enumerate(text.split("\n"), 1) if said.match(line)), 1)
