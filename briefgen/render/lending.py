"""Words of the user's own that a language lacks: English lends them, and it is said where to add them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from briefgen.model.problem import nearest
from briefgen.render.labels import Labels
from briefgen.render.templates import SHARED, Templates

ENGLISH = "en.toml"
NAMED = re.compile(r"""["']([\w-]+)/[^"']*\.jinja["']""")
"""A template that another names."""


def lent_notes(labels: Labels, language: str, audience: str, templates: Templates) -> tuple[str, ...]:
    """What to say of the words that templates of `audience` use and only English has: one line, or none."""
    if not labels.lent:
        return ()
    texts = list(_own_texts(audience, templates))
    used = [one for one in labels.lent if any(re.search(rf"\b{one[1]}\b", text) for text in texts)]
    if not used:
        return ()
    named = ", ".join(f"`{key}` in [{table}]" for table, key in used)
    file = own_labels(templates) / f"{language}.toml"
    return (f"{file} has no {named}, so the English of {ENGLISH} stands in the brief; add it there",)


def own_labels(templates: Templates) -> Path:
    """The folder of the user's own labels: the one that is there, or would be first."""
    own = [folder / SHARED / "labels" for folder in (*templates.folders[:-1], Path("templates"))]
    return next((folder for folder in own if (folder / ENGLISH).is_file()), own[0])


def _own_texts(audience: str, templates: Templates) -> Iterator[str]:
    """The user's own templates that `audience` may be made of."""
    waiting = [audience, SHARED]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for file in _files(name, templates.folders[:-1]):
            text = file.read_text("utf-8", errors="replace")
            waiting += NAMED.findall(text)
            yield text


def _files(name: str, folders: Iterable[Path]) -> Iterator[Path]:
    return (file for folder in folders for file in sorted((folder / name).glob("*.jinja")))


def no_such_word(table: str, key: str, labels: Labels, templates: Templates) -> str:
    """What to say where a template asks for a word that no labels file has."""
    known: Mapping[str, Any] = getattr(labels, table)
    near = nearest(key, known)
    hint = f"did you mean `{near}`? " if near else ""
    folder = own_labels(templates)
    others = "" if labels.language == "en" else f", and to {labels.language}.toml beside it"
    return (
        f"the labels have no `{key}` in [{table}]; {hint}"
        f"A word of your own is added to [{table}] of {folder / ENGLISH}{others}"
    )
