"""Words that a template compares with one of a few, held against those: a misspelt status is never equal."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec
from jinja2 import nodes

from briefgen.model.audience import Audience
from briefgen.model.brief import Brief
from briefgen.model.problem import nearest
from briefgen.render.view import View


class Choice(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]


class Many(NamedTuple):
    """A list, or what a template may go through like one."""

    one: "Kinds"


class Parts(NamedTuple):
    """A pair or the like, which a loop takes apart."""

    parts: tuple["Kinds", ...]


Kinds = frozenset[Any]
"""What a value may be: structs, `Choice`, `Many`, `Parts`, or `OTHER`; empty where nothing is known."""
OTHER = "other"
"""A value of which nothing is to be said."""
ANY = "any"
"""What a macro is given: anything of the model, or a list of it."""
NOTHING: Kinds = frozenset()
GIVEN: Mapping[str, type] = MappingProxyType({"view": View, "brief": Brief, "audience": Audience})
"""Names that every template is given, of which the model says what they are."""
SAME = frozenset({"list", "sort", "reverse", "unique", "selectattr", "rejectattr", "select", "reject"})
"""Filters that give what they are given, or less of it."""
ONE_OF = frozenset({"first", "last", "min", "max"})
EQUAL = frozenset({"eq", "equalto", "==", "ne", "!=", "sameas"})
"""Tests of being the same word, or another."""


def misspelt(template: nodes.Template) -> Iterator[tuple[int, str]]:
    """Lines of `template` that compare one of a few words with another word, and what is wrong there.

    What a value may be is read off the model: a loop over `brief.claims` gives claims, whose `stance` is one
    of ten words. Where that cannot be told, nothing is said.
    """
    yield from _walk(template, {name: _kinds(kind) for name, kind in GIVEN.items()})


Scope = dict[str, Kinds]


def _walk(node: nodes.Node, scope: Scope) -> Iterator[tuple[int, str]]:
    """What is wrong in `node` and below it; what it sets is put into `scope`."""
    if isinstance(node, nodes.For):
        yield from _walk(node.iter, scope)
        inner = {**scope, **_bound(node.target, _elements(_type(node.iter, scope)))}
        for part in (*([node.test] if node.test else []), *node.body, *node.else_):
            yield from _walk(part, inner)
        return
    if isinstance(node, nodes.Macro | nodes.CallBlock):
        scope = {**scope, **{one.name: frozenset({ANY}) for one in node.args}}
    elif isinstance(node, nodes.Block | nodes.Scope):
        scope = dict(scope)
    elif isinstance(node, nodes.Assign):
        for name, kinds in _bound(node.target, _type(node.node, scope)).items():
            # What is set in two branches may be either.
            scope[name] = scope[name] | kinds if name in scope and name not in GIVEN else kinds
    yield from _wrong(node, scope)
    for child in node.iter_child_nodes():
        yield from _walk(child, scope)


def _bound(target: nodes.Node, kinds: Kinds) -> Scope:
    """The names of `target`, each with what of `kinds` it is given."""
    if isinstance(target, nodes.Name):
        return {target.name: kinds}
    if not isinstance(target, nodes.Tuple):
        return {}
    found: Scope = {}
    for place, item in enumerate(target.items):
        parts = (one.parts for one in kinds if isinstance(one, Parts) and place < len(one.parts))
        found |= _bound(item, frozenset(kind for one in parts for kind in one[place]) or frozenset({OTHER}))
    return found


def _wrong(node: nodes.Node, scope: Scope) -> Iterator[tuple[int, str]]:
    for subject, words in _compared(node, scope):
        kinds, noun = subject
        choices = [one for one in kinds if isinstance(one, Choice)]
        if not choices or len(choices) < len(kinds):
            continue
        known = tuple(dict.fromkeys(word for one in sorted(choices) for word in one.words))
        for word in words:
            if word not in known:
                near = nearest(word, known)
                hint = f"did you mean `{near}`? " if near else ""
                yield node.lineno, f"there is no {noun} `{word}`; {hint}known are {', '.join(known)}"


Subject = tuple[Kinds, str]
"""What a value may be, and what a message calls it."""


def _compared(node: nodes.Node, scope: Scope) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    """What is compared in `node`, and the words it is compared with."""
    if isinstance(node, nodes.Compare):
        left: nodes.Expr = node.expr
        for operand in node.ops:
            yield from _sides(left, operand.op, operand.expr, scope)
            left = operand.expr
    elif isinstance(node, nodes.Test) and node.args and node.name in EQUAL | {"in"}:
        yield from _sides(node.node, "in" if node.name == "in" else "eq", node.args[0], scope)
    elif isinstance(node, nodes.Filter) and node.node is not None:
        yield from _filtered(node, scope)
    elif isinstance(node, nodes.Call):
        yield from _called(node, scope)


def _sides(
    left: nodes.Expr, operator: str, right: nodes.Expr, scope: Scope
) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    if operator in {"eq", "ne"}:
        yield (_type(left, scope), _noun(left)), _words(right)
        yield (_type(right, scope), _noun(right)), _words(left)
    elif operator in {"in", "notin"}:
        listed = right.items if isinstance(right, nodes.List | nodes.Tuple) else []
        yield (_type(left, scope), _noun(left)), tuple(word for one in listed for word in _words(one))
        yield (_elements(_type(right, scope)), _noun(right).removesuffix("s")), _words(left)


def _filtered(node: nodes.Filter, scope: Scope) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    """`selectattr("stance", "eq", "denied")`, and `select("eq", "denied")`."""
    path = _words(node.args[0])[:1] if node.args and node.name in {"selectattr", "rejectattr"} else ()
    tested = node.args[len(path) :] if path or node.name in {"select", "reject"} else []
    if node.node is None or len(tested) < 2 or not EQUAL.union({"in"}).intersection(_words(tested[0])):
        return
    kinds = _elements(_type(node.node, scope))
    for name in path[0].split(".") if path else ():
        kinds = _attribute(kinds, name)
    values = tested[1].items if isinstance(tested[1], nodes.List | nodes.Tuple) else [tested[1]]
    noun = path[0].rpartition(".")[2] if path else "word"
    yield (kinds, noun), tuple(word for one in values for word in _words(one))


def _called(node: nodes.Call, scope: Scope) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    """`view.changed("new")`."""
    if isinstance(node.node, nodes.Getattr):
        for owner in _type(node.node.node, scope):
            method = getattr(owner, node.node.attr, None) if isinstance(owner, type) else None
            hints = get_type_hints(method) if callable(method) else {}
            for (name, hint), value in zip(hints.items(), node.args, strict=False):
                yield (_kinds(hint), name), _words(value)


def _words(node: nodes.Node) -> tuple[str, ...]:
    """The word that `node` is, if it is one."""
    return (node.value,) if isinstance(node, nodes.Const) and isinstance(node.value, str) else ()


def _noun(node: nodes.Node) -> str:
    named = _words(node.arg) if isinstance(node, nodes.Getitem) else ()
    name = getattr(node, "attr", None) or getattr(node, "name", None) or "".join(named)
    return str(name or "word").replace("_", " ")


def _type(node: nodes.Node | None, scope: Scope) -> Kinds:
    """What the value of an expression may be."""
    work = TYPES.get(type(node))
    return work(node, scope) if work else frozenset({OTHER})


def _type_of_item(node: nodes.Getitem, scope: Scope) -> Kinds:
    owner = _type(node.node, scope)
    if isinstance(node.arg, nodes.Slice):
        return owner
    words = _words(node.arg)
    return _attribute(owner, words[0]) if words else _elements(owner)


def _type_of_call(node: nodes.Call, scope: Scope) -> Kinds:
    if not isinstance(node.node, nodes.Getattr):
        return frozenset({OTHER})
    owners = [one for one in _type(node.node.node, scope) if isinstance(one, type)]
    methods = [getattr(owner, node.node.attr, None) for owner in owners]
    hints = [get_type_hints(one)["return"] for one in methods if callable(one)]
    return frozenset(kind for hint in hints for kind in _kinds(hint)) or frozenset({OTHER})


def _type_of_filter(node: nodes.Filter, scope: Scope) -> Kinds:
    value = _type(node.node, scope)
    attribute = next((_words(one.value) for one in node.kwargs if one.key == "attribute"), ())
    if node.name in SAME:
        return value
    if node.name in ONE_OF:
        return _elements(value)
    if node.name in {"default", "d"} and node.args:
        return value | _type(node.args[0], scope)
    if node.name == "map" and attribute:
        return frozenset({Many(_attribute(_elements(value), attribute[0]))})
    if node.name == "groupby" and (attribute or node.args):
        words = attribute or _words(node.args[0])
        by = _attribute(_elements(value), words[0]) if words else frozenset({OTHER})
        return frozenset({Many(frozenset({Parts((by, value))}))})
    return frozenset({OTHER})


TYPES: Mapping[type, Any] = MappingProxyType(
    {
        nodes.Name: lambda node, scope: scope.get(node.name, NOTHING),
        nodes.Getattr: lambda node, scope: _attribute(_type(node.node, scope), node.attr),
        nodes.Getitem: _type_of_item,
        nodes.Call: _type_of_call,
        nodes.Filter: _type_of_filter,
        nodes.And: lambda node, scope: _type(node.left, scope) | _type(node.right, scope),
        nodes.Or: lambda node, scope: _type(node.left, scope) | _type(node.right, scope),
        nodes.CondExpr: lambda node, scope: _type(node.expr1, scope) | _type(node.expr2, scope),
        nodes.Add: lambda node, scope: _type(node.left, scope) | _type(node.right, scope),
    }
)
"""How what an expression gives is told, by its kind."""


def _elements(kinds: Kinds) -> Kinds:
    """What a loop over a value gives."""
    found = {kind for one in kinds if isinstance(one, Many) for kind in one.one}
    return frozenset(found | ({ANY} if ANY in kinds else set())) or frozenset({OTHER})


def _attribute(kinds: Kinds, name: str) -> Kinds:
    """What stands behind the point after a value."""
    owners = [one for one in kinds if isinstance(one, type)]
    if ANY in kinds:
        owners += [one for one in _model() if name in _fields(one)]
    parts = {"grouper": 0, "list": 1}
    grouped = [one.parts[parts[name]] for one in kinds if isinstance(one, Parts) and name in parts]
    found = [_kinds(_fields(one)[name]) for one in owners if name in _fields(one)]
    known = frozenset(kind for one in (*grouped, *found) for kind in one)
    return known | {OTHER} if OTHER in kinds or not known else known


def _kinds(hint: object) -> Kinds:
    """What a value with this type may be; none counts for nothing."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return frozenset(kind for part in parts for kind in _kinds(part))
    if hint in {type(None), msgspec.UnsetType}:
        return NOTHING
    if origin is Literal:
        return frozenset({Choice(tuple(map(str, parts)))})
    if origin in {tuple, list} and parts:
        return frozenset({Many(_each(parts))})
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return frozenset({hint})
    return frozenset({OTHER})


def _each(hints: Iterable[object]) -> Kinds:
    return frozenset(kind for hint in hints if hint is not Ellipsis for kind in _kinds(hint))


@cache
def _fields(kind: type) -> Mapping[str, object]:
    """Types of the fields and properties of a struct."""
    hints = get_type_hints(kind)
    fields = {name: hints[name] for name in getattr(kind, "__struct_fields__", ())}
    for name, value in vars(kind).items():
        if isinstance(value, property) and value.fget is not None:
            fields[name] = get_type_hints(value.fget)["return"]
    return fields


@cache
def _model() -> tuple[type, ...]:
    """Every struct that a template can come by."""
    found: dict[type, None] = {}
    waiting: list[Any] = [*GIVEN.values()]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, Many):
            waiting += kind.one
        elif isinstance(kind, type) and kind not in found:
            found[kind] = None
            waiting += [one for hint in _fields(kind).values() for one in _kinds(hint)]
    return tuple(found)
