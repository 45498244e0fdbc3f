"""The sandbox of templates: what they may reach, and a meter of what they cost woven into what they do."""

from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any

import msgspec
from jinja2 import Environment, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import _PassArg

from briefgen.model.brief import Brief
from briefgen.render.cost import CALL, OPERATIONS, Meter, check_call, check_filter, weight, written
from briefgen.render.escaping import Words, as_markdown
from briefgen.render.view import View

JINJAS_OWN = (
    "abs attr batch capitalize center d default dictsort first float format groupby indent int items join "
    "last length list lower map max min reject rejectattr replace reverse round select selectattr slice sort "
    "string sum title trim truncate unique upper wordcount wordwrap"
).split()
"""Filters of Jinja that a template may use. Left out are those that make HTML, those that let words pass
unescaped, and `random`, with which no two briefs would be the same."""
WORKED_OUT = frozenset(name for name, value in vars(View).items() if isinstance(value, property))
"""What a view looks through all of itself for, each time that it is asked."""
LOOKED_UP = frozenset({"origin", "speaker"})
"""What a view has at hand."""
GLOBALS = ("cycler", "dict", "joiner", "namespace", "range")
HIDDEN = frozenset({"striptags", "unescape"})
"""Methods of marked text that would undo its escaping."""


class Shape(msgspec.Struct, frozen=True):
    """What the compiler saw of one template, for messages about what is wrong in it."""

    file: str
    extends: str | None
    blocks: Mapping[str, int]
    """Every block, with its line."""
    outer: frozenset[str]
    """Blocks that stand in no other block."""
    names: frozenset[str]
    """Variables, macros and imports of its own."""
    used: Mapping[str, int]
    """Names that it uses and does not set, each with its first line."""
    stray: int | None = None
    """The first line that stands in no block, of a template that extends another and so never shows it."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment whose templates are metered, and in which source words stay ones to be escaped."""

    intercepted_binops = frozenset(OPERATIONS)

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as Jinja declares them
        super().__init__(**options, finalize=self.put_out)
        self.meter = Meter()
        self.shapes: dict[str, Shape] = {}
        self.hold: Callable[[nodes.Template, str], None] | None = None
        """Raises an error about a template, and the file it is from, that cannot mean what it says."""
        self.globals = {name: self.globals[name] for name in GLOBALS}
        self.filters = {name: _filter(name, self.filters[name], self.meter) for name in JINJAS_OWN}
        self.filters |= _woven(self.meter)
        self.tests = {name: _test(test, self.meter) for name, test in self.tests.items()}

    def put_out(self, value: object) -> object:
        """`value` as Markdown, counted as written."""
        words = as_markdown(written(value))
        self.meter.put_out(len(words))
        return words

    def getattr(self, obj: object, attribute: str) -> object:
        """An attribute; of a text, one that is escaped wherever it is put."""
        if attribute in WORKED_OUT and isinstance(obj, View):
            self.meter.spend_whole()
        value = super().getattr(obj, attribute)
        return Words(value) if type(value) is str else value

    def getitem(self, obj: object, argument: Any) -> object:  # noqa: ANN401
        """An element or a part."""
        value = super().getitem(obj, argument)
        if isinstance(argument, slice):
            return self.meter.take(value)
        return Words(value) if type(value) is str else value

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may reach an attribute."""
        return attr not in HIDDEN and super().is_safe_attribute(obj, attr, value)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805
        """The result of a call, measured."""
        __self.meter.spend(check_call(__obj, (*args, *kwargs.values())))
        if isinstance(getattr(__obj, "__self__", None), View) and __obj.__name__ not in LOOKED_UP:
            __self.meter.spend_whole()
        return __self.meter.take(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """The result of an operation, refused before it is worked out if it would be too large."""
        return self.meter.take(OPERATIONS[operator](left, right))

    def get_template(self, name: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """A template; each inclusion is a step."""
        self.meter.spend(1)
        return super().get_template(name, *args, **kwargs)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """The code of a template, with the meter woven in; Jinja's hook for that."""
        if self.hold is not None:
            self.hold(source, filename or "")
        self.shapes[name or ""] = woven(source, filename or "", self)
        return super()._generate(source, name, filename, defer_init)


def _filter(name: str, work: Callable[..., Any], meter: Meter) -> Callable[..., Any]:
    """Jinja's filter `name`, metered."""
    place = 1 if _PassArg.from_obj(work) else 0

    @wraps(work)
    def metered(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        value, others = args[place], (*args[place + 1 :], *kwargs.values())
        meter.spend(check_filter(name, value, others))
        if name == "join":
            args = (*args[:place], [written(one) for one in value], *args[place + 1 :])
        return meter.take(work(*args, **kwargs))

    return metered


def own_filter(work: Callable[..., Any], meter: Meter) -> Callable[..., Any]:
    """A filter of briefgen's, metered."""

    def metered(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        meter.spend(CALL + (weight(args[0]) if isinstance(args[0], list | tuple) else 0))
        if isinstance(args[0], Brief | View):
            meter.spend_whole()
        return meter.take(work(*args, **kwargs))

    return metered


def _test(work: Any, meter: Meter) -> Callable[..., Any]:  # noqa: ANN401
    @wraps(work)
    def metered(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        meter.spend(1 + sum(weight(one) for one in args))
        return work(*args, **kwargs)

    return metered


def _woven(meter: Meter) -> Mapping[str, Callable[..., Any]]:
    """What `woven` puts into a template; the names are ones that no template can write."""

    def passed(value: object, steps: int) -> object:
        meter.spend(steps)
        return value

    def turned(value: object, length: int) -> object:
        meter.spend(1)
        meter.put_out(length)
        return value

    def weighed(value: object) -> object:
        meter.spend(weight(value) if isinstance(value, list | tuple | dict) else 1)
        return value

    return {" spend": passed, " turn": turned, " take": meter.take, " weigh": weighed, " write": written}


class Weaver:
    """One walk through a template: notes its shape and weaves in the meter.

    Jinja's sandbox bounds what a template reaches, not what it costs. Here a step is counted at the head of
    every turn of a loop, and every value that is made is measured. Counting steps, not seconds, lets the same
    template pass or fail on every machine.
    """

    def __init__(self) -> None:
        self.text = 0
        self.depth = 0
        self.extends: str | None = None
        self.blocks: dict[str, int] = {}
        self.outer: set[str] = set()
        self.given = set(KNOWN)
        self.loaded: dict[str, int] = {}

    def weave(self, node: Any) -> Any:  # noqa: ANN401 - any node, and one that fits in its place
        """`node`, its children first, as it is metered."""
        before = self.text
        self.note(node)
        inside = isinstance(node, nodes.Block)
        self.depth += inside
        for field in node.fields:
            value = getattr(node, field)
            if isinstance(value, nodes.Node):
                setattr(node, field, self.weave(value))
            elif isinstance(value, list):
                value[:] = [self.weave(one) if isinstance(one, nodes.Node) else one for one in value]
        self.depth -= inside
        work = METERED.get(type(node))
        return work(node, self.text - before) if work else node

    def note(self, node: nodes.Node) -> None:
        """Take down what `node` tells of the template."""
        if isinstance(node, nodes.TemplateData):
            self.text += len(node.data)
        elif isinstance(node, nodes.Name):
            if node.ctx == "load":
                self.loaded.setdefault(node.name, node.lineno)
            else:
                self.given.add(node.name)
        elif isinstance(node, nodes.Block):
            self.blocks[node.name] = node.lineno
            self.outer |= {node.name} if self.depth == 0 else set()
        elif isinstance(node, nodes.Extends):
            parent = getattr(node.template, "value", None)
            self.extends = parent if isinstance(parent, str) else None
        elif isinstance(node, nodes.Macro):
            self.given.add(node.name)
        elif isinstance(node, nodes.Import):
            self.given.add(node.target)
        elif isinstance(node, nodes.FromImport):
            self.given |= {name if isinstance(name, str) else name[1] for name in node.names}


def _wrapped(node: nodes.Node, name: str, *arguments: nodes.Expr) -> Any:  # noqa: ANN401
    return nodes.Filter(node, f" {name}", list(arguments), [], None, None, lineno=node.lineno)


def _measured(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _wrapped(node, "weigh")


def _body(node: nodes.For | nodes.Template, text: int) -> nodes.Node:
    spent = _wrapped(nodes.Const(None, lineno=node.lineno), "turn", nodes.Const(text))
    node.body.insert(0, nodes.ExprStmt(spent, lineno=node.lineno))
    if isinstance(node, nodes.For) and node.test is not None:
        node.test = _wrapped(node.test, "spend", nodes.Const(1))
    return node


def _concat(node: nodes.Concat, text: int) -> nodes.Node:
    node.nodes = [one if isinstance(one, nodes.Const) else _wrapped(one, "write") for one in node.nodes]
    return _wrapped(node, "take")  # type: ignore[no-any-return]


def _compare(node: nodes.Compare, text: int) -> nodes.Node:
    """With a constant there is nothing to measure."""
    if not all(isinstance(one.expr, nodes.Const) for one in node.ops):
        node.expr = _measured(node.expr)
        for operand in node.ops:
            operand.expr = _measured(operand.expr)
    return node


def _literal(node: nodes.List | nodes.Tuple | nodes.Dict, text: int) -> nodes.Node:
    """The target of an assignment, or a list of constants, stands as it is."""
    target = getattr(node, "ctx", "load") != "load"
    if target or all(isinstance(one, nodes.Const) for one in node.items):
        return node
    return _wrapped(node, "take")  # type: ignore[no-any-return]


METERED: Mapping[type, Callable[[Any, int], nodes.Node]] = MappingProxyType(
    {
        nodes.Template: _body,
        nodes.For: _body,
        nodes.Concat: _concat,
        nodes.Compare: _compare,
        nodes.List: _literal,
        nodes.Tuple: _literal,
        nodes.Dict: _literal,
    }
)
"""What becomes of a node, by its kind; the number is how many signs of text stand in it."""

KNOWN = frozenset({*GLOBALS, "caller", "kwargs", "loop", "self", "super", "varargs"})
"""Names that Jinja gives."""


def woven(template: nodes.Template, file: str, environment: Environment) -> Shape:
    """The shape of `template`, into which the meter of `environment` is woven."""
    stray = _stray(template)
    weaver = Weaver()
    weaver.weave(template)
    template.set_environment(environment)
    return Shape(
        file=file,
        extends=weaver.extends,
        blocks=weaver.blocks,
        outer=frozenset(weaver.outer),
        names=frozenset(weaver.given),
        used={name: line for name, line in weaver.loaded.items() if name not in weaver.given},
        stray=stray if weaver.extends else None,
    )


def _stray(template: nodes.Template) -> int | None:
    """The first line of text, or of what prints, outside of all blocks of `template`."""
    for part in (one for output in template.body if isinstance(output, nodes.Output) for one in output.nodes):
        if not isinstance(part, nodes.TemplateData):
            return part.lineno
        if part.data.strip():
            return part.lineno + part.data[: len(part.data) - len(part.data.lstrip())].count("\n")
    return None
