"""What a template may use, read off the model itself: names, types, fields, filters, blocks and macros."""

import ast
import inspect
import types
from collections.abc import Iterator, Mapping
from functools import cache
from textwrap import shorten
from types import MappingProxyType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from jinja2 import nodes

from briefgen.model.audience import Audience
from briefgen.model.brief import Brief
from briefgen.render.jinja import environment
from briefgen.render.labels import Labels
from briefgen.render.markdown import Picture, pictures_of
from briefgen.render.sandbox import JINJAS_OWN
from briefgen.render.templates import SHARED, Templates
from briefgen.render.view import View

LONGEST = 60
"""Signs of an example."""
DEEPEST = 40
"""Values within values that are walked through for examples."""
FINDING, CLAIM, FIGURE = "view.key_points[0]", "brief.claims[0]", "view.figures[0]"
EVENT, ENTITY, EXHIBIT = "view.timeline[0]", "brief.entities[0]", "view.exhibits[0]"
CHANGE = "(view.changed('changed') | first)"

FILTERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "line": (f"{FINDING}.line | line", "a line as it is shown, its resolved dates written out"),
        "sentence": (f"{FINDING}.line | sentence", "the same with a full stop, where it has none"),
        "cite": (
            f"{FINDING}.evidence | cite",
            "citations that lead to the evidence; `cite(3)`: three, and a count",
        ),
        "sourced": (f"{FINDING}.evidence | sourced(view)", "the same, and of several sources which"),
        "date": ("brief.as_of | date", "a day, month, year or stretch of time as people write it"),
        "when": (
            f"{EVENT} | when",
            "when an event was, or was said; of `.when` the point in time: since, before, about",
        ),
        "due": ("(view.outlook | first) | due(view)", "the day of what is expected, and whether it is past"),
        "number": ("1234567 | number", "a number with its thousands apart"),
        "amount": (f"{FIGURE} | amount", "the number of a figure with bound and unit"),
        "count": ('3 | count("sources")', "a number with its noun, from [counts] of the labels"),
        "plural": (
            '2 | plural(["{count} port", "{count} ports"])',
            "one of two forms, with the number filled in",
        ),
        "standing": (f"{FINDING}.status | standing", "a status with its sign"),
        "led": (
            f"{FINDING}.status | led(view.news({FINDING}.line))",
            "the same, to lead an item: set in the margin of a page; and whether its line is new",
        ),
        "address": ('"https://example.org/a" | address', "an address as a link, if it is a plain one"),
        "anchor": ('"Who says what" | anchor', "what a link to the heading with that title names"),
        "marked": (f"{EXHIBIT} | marked", "a paragraph with the cited sentence in bold"),
        "whence": (f"{EXHIBIT} | whence", "where a cited sentence stands, and which sections cite it"),
        "since": (
            "view | since",
            "what changed, in numbers, and since when; `since(true)`: what is new, changed, withdrawn",
        ),
        "differs": (f"{CHANGE} | differs", "in what a new wording differs from the old one"),
        "answers": (f"{CHANGE} | answers(view)", "who denies what stands otherwise, or could not confirm it"),
        "dated": ("view.moves[0].before | dated(view)", "the number of a figure with its day"),
        "how": ("view.moves[0] | how", "how a figure moved"),
        "facts": ("view | facts", "the line below the title"),
        "more": (
            'view | more("key_points")',
            "how many rows of a section are not shown",
        ),
        "statements": (
            "(view.voices[0] | statements)[0] | sentence",
            "what a speaker says, each sentence once",
        ),
        "clock": (f"{EVENT}.when | clock", "the time of day"),
        "legend": ("view | legend", "what the signs of the statuses mean"),
        "base": ("brief | base", "what the brief rests on"),
        "descriptor": ("(view.sources[0] | descriptor)[0] | join(': ')", "pairs of what to know of a source"),
        "who": (f"{EVENT} | who(view)", "who tells of an event or a figure"),
        "speakers": ("view.voices[0].claims | speakers(view)", "who makes claims, each named once"),
        "replies": ("view.checks[0] | replies(view)", "who denies, cannot confirm or declines"),
        "stance": (f"{CLAIM} | stance(view)", "how a speaker stands to a claim"),
        "told": (f"{CLAIM} | told(view)", "what is claimed, and inside whose words it is told"),
        "wording": (f"{CLAIM} | wording", "whether a claim is quoted, partly so, or paraphrased"),
        "aliases": (f"{ENTITY} | aliases", "the other names of an entity"),
        "roles": (f"{ENTITY} | roles", "what sources call a person"),
        "figure_date": (f"{FIGURE} | figure_date", "for when a figure holds"),
        "bearing": ("view.gaps[0] | bearing", "what a gap rests on"),
        "noted": ("view.notes | noted", "a person's notes, word for word"),
        "became": ("brief.coverage[0] | became", "what became of an input"),
        "coverage": ("brief.coverage[0] | coverage | join(' · ')", "size, hash and problems of an input"),
    }
)
"""Of each filter an example, worked out when it is shown, and what it gives."""


class Variable(msgspec.Struct, frozen=True):
    """Something that a template may write."""

    name: str
    type: str
    meaning: str
    example: str = ""


class Kind(msgspec.Struct, frozen=True):
    """A type of the model with what stands behind the point."""

    name: str
    meaning: str
    fields: tuple[Variable, ...]


class Variables(msgspec.Struct, frozen=True):
    """Everything that a template may use."""

    names: tuple[Variable, ...]
    kinds: tuple[Kind, ...]
    filters: tuple[Variable, ...]
    jinja_filters: tuple[str, ...]
    blocks: tuple[str, ...]
    """Of the brief that all audiences share."""
    macros: tuple[str, ...]
    """Of the sections that all audiences share."""


def variables(view: View, templates: Templates, labels: Labels) -> Variables:
    """What a template may use, with examples from `view`."""
    given = {
        "view": (View, view),
        "brief": (Brief, view.brief),
        "audience": (Audience, view.audience),
        "labels": (Labels, labels),
    }
    examples: dict[tuple[str, str], str] = {}
    for value in (view, labels):
        _collect(value, examples, 0)
    names = [Variable(name, kind.__name__, _meaning(kind)) for name, (kind, _) in given.items()]
    charts = Variable(
        "charts", "pictures by name", "The drawings, each under its name; none where it is not shown."
    )
    kinds = tuple(_kind(kind, examples) for kind in _reachable((View, Labels, Picture)))
    return Variables(
        names=(*names, charts),
        kinds=kinds,
        filters=_filters(view, templates, labels),
        jinja_filters=tuple(sorted(JINJAS_OWN)),
        blocks=_named(f"{SHARED}/brief.md.jinja", nodes.Block, templates, labels),
        macros=_named(f"{SHARED}/sections.md.jinja", nodes.Macro, templates, labels),
    )


def _filters(view: View, templates: Templates, labels: Labels) -> tuple[Variable, ...]:
    metered = environment(templates, labels)
    values = {"view": view, "brief": view.brief, "labels": labels, "charts": pictures_of(view, labels)}
    return tuple(
        Variable(name, example, meaning, _short(metered.from_string(f"{{{{ {example} }}}}").render(values)))
        for name, (example, meaning) in FILTERS.items()
    )


def _named(
    name: str, kind: type[nodes.Block] | type[nodes.Macro], templates: Templates, labels: Labels
) -> tuple[str, ...]:
    """The blocks or macros of a template, in its order."""
    parsed = environment(templates, labels).parse(templates.find(*name.split("/")).read_text("utf-8"))
    return tuple(_call(one) for one in parsed.find_all(nodes.Stmt) if isinstance(one, kind))


def _call(node: nodes.Block | nodes.Macro) -> str:
    """How a block or macro is named: `timeline`, `picture(name)`."""
    if isinstance(node, nodes.Block):
        return node.name
    return f"{node.name}({', '.join(one.name for one in node.args)})"


def _reachable(roots: tuple[type, ...]) -> tuple[type, ...]:
    """`roots` and every struct that their fields lead to, in the order in which they are met."""
    found: dict[type, None] = {}
    waiting = list(roots)
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            found[kind] = None
            waiting += [one for hint in _hints(kind).values() for one in _structs(hint)]
    return tuple(found)


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """Types of the fields and properties of a struct, by name."""
    hints = get_type_hints(kind)
    fields = {name: hints[name] for name in kind.__struct_fields__}  # type: ignore[attr-defined]
    for name, value in vars(kind).items():
        if isinstance(value, property) and value.fget is not None:
            fields[name] = get_type_hints(value.fget)["return"]
        elif inspect.isfunction(value) and not name.startswith("_"):
            fields[f"{name}({', '.join(list(inspect.signature(value).parameters)[1:])})"] = get_type_hints(
                value
            )["return"]
    return fields


def _structs(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for one in get_args(hint):
        yield from _structs(one)


def _kind(kind: type, examples: Mapping[tuple[str, str], str]) -> Kind:
    told = docstrings(kind)
    fields = tuple(
        Variable(
            name,
            type_words(hint),
            told.get(name.partition("(")[0], ""),
            examples.get((kind.__name__, name), ""),
        )
        for name, hint in _hints(kind).items()
    )
    return Kind(kind.__name__, _meaning(kind), fields)


def _meaning(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


@cache
def docstrings(kind: type) -> Mapping[str, str]:
    """The string below each field, and the first lines of properties and methods, as the source has them."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(kind) or kind))
    body = next(
        one.body for one in ast.walk(tree) if isinstance(one, ast.ClassDef) and one.name == kind.__name__
    )
    told: dict[str, str] = {}
    field = ""
    for one in body:
        if isinstance(one, ast.FunctionDef):
            told[one.name] = (ast.get_docstring(one) or "").split("\n\n")[0]
        elif isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            field = one.target.id
        elif field and isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
            told[field] = " ".join(str(one.value.value).split())
    return told


PLAIN = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    type(None): "none",
    msgspec.UnsetType: "none",
}


def type_words(hint: object) -> str:
    """A type in words: `tuple[Claim, ...]` is "list of Claim"."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return "one of " + ", ".join(map(str, parts))
    if origin in {Union, types.UnionType}:
        return " or ".join(type_words(part) for part in parts)
    if origin is tuple:
        return (
            f"list of {type_words(parts[0])}"
            if parts[-1] is Ellipsis
            else f"{len(parts)} of {type_words(parts[0])}"
        )
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"{type_words(parts[1])} by {type_words(parts[0])}"
    return PLAIN.get(hint) or getattr(hint, "__name__", str(hint))  # type: ignore[call-overload, no-any-return]


def _collect(value: object, examples: dict[tuple[str, str], str], depth: int) -> None:
    """Take down the first example of each field in `value` and all that it holds."""
    if depth > DEEPEST:
        return
    if isinstance(value, msgspec.Struct):
        for name in _hints(type(value)):
            if "(" not in name:
                one = getattr(value, name)
                if one is not msgspec.UNSET and one not in (None, (), {}, ""):
                    examples.setdefault((type(value).__name__, name), _example(one))
                _collect(one, examples, depth + 1)
    elif isinstance(value, tuple | list):
        for one in value:
            _collect(one, examples, depth + 1)


def _example(value: object) -> str:
    if isinstance(value, msgspec.Struct):
        return ""
    if isinstance(value, tuple | list):
        whole = ", ".join(str(one) for one in value if not isinstance(one, msgspec.Struct | tuple))
        return _short(whole) if whole else f"{len(value)} of them"
    if isinstance(value, Mapping):
        return _short(", ".join(f"{key}: {one}" for key, one in value.items() if isinstance(one, str | int)))
    return _short(str(value))


def _short(words: str) -> str:
    return shorten(words, LONGEST, placeholder=" …")
