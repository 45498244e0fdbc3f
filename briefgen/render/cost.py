"""What a template may cost: a meter of steps and signs, which counts the same on every machine."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from types import MappingProxyType
from typing import Any

import msgspec

from briefgen.model.brief import Brief
from briefgen.render.escaping import Words

STEPS = 1_000_000
"""Steps that any template may take: a turn of a loop is one, a filter or call is `CALL`."""
STEPS_A_ROW = 500
"""Steps more for each row of the brief; measured on the analyst's, which shows every row: 60."""
SIGNS = 500_000
"""Signs that any template may put out, some 150 pages; those of a macro count again where it is called."""
SIGNS_A_ROW = 2_000
"""Signs more for each row of the brief; measured on the analyst's: 260 to 520."""
SIGNS_A_SIGN = 30
"""Signs more for each sign of the evidence, whose sentences stand in several sections; `GRAIN` are a step."""
LONGEST = 40_000_000
"""The most signs in one value: a source of the largest size that is read may be one sentence, in which every
number is explained."""
MANY = 2_000_000
"""The most elements in one list with all the lists inside it."""
PRODUCT = 32_000_000
"""The most signs that replacing, joining or filling in may come to at the worst."""
WIDEST = 10_000
"""The largest number that may say how wide, how often or how many."""
BITS = 1_024
"""The most binary digits of a number that a template works out."""
GRAIN = 16
"""Signs of text that count as a step."""
CALL = 5
"""Steps that a call or a filter counts as, by the time that they take."""

WIDTH = re.compile(r"\d{5}")
INSIDE = re.compile(r"\{[^{}]*\{")
HOLDERS = (list, tuple, dict, range)


class TooCostlyError(RuntimeError):
    """A template that would take more time or memory than it may."""


class Meter:
    """What one rendering has used so far; the one thing here that changes."""

    __slots__ = ("most_signs", "rows", "signs", "steps")

    def __init__(self) -> None:
        self.rows = 0
        self.steps = STEPS
        self.signs = self.most_signs = SIGNS

    def allow(self, brief: Brief) -> None:
        """Give what a brief of that size needs, with much to spare."""
        parts = msgspec.structs.astuple(brief)
        parts += msgspec.structs.astuple(brief.changes) if brief.changes else ()
        self.rows = sum(len(one) for one in parts if isinstance(one, tuple))
        evidence = (*brief.evidence, *(brief.changes.evidence if brief.changes else ()))
        text = sum(len(one.paragraph) + len(one.quote) for one in evidence)
        self.signs = self.most_signs = SIGNS + SIGNS_A_ROW * self.rows + SIGNS_A_SIGN * text
        self.steps += STEPS_A_ROW * self.rows + SIGNS_A_SIGN * text // GRAIN

    def spend(self, steps: int) -> None:
        """Take `steps`; raises `TooCostlyError` where there are none left."""
        self.steps -= steps
        if self.steps < 0:
            raise TooCostlyError(
                "the template takes too many steps: it loops, calls or includes far more than the brief "
                "has to show. Loop over what `view` holds, each once"
            )

    def spend_whole(self) -> None:
        """Take what looking through all of the brief costs."""
        self.spend(self.rows // GRAIN)

    def put_out(self, length: int) -> None:
        """Count so many signs as written; raises `TooCostlyError` where that is more than a brief can be."""
        self.signs -= length
        self.spend(length // GRAIN)
        if self.signs < 0:
            raise TooCostlyError(f"the template writes more than the {self.most_signs:,} signs that it may")

    def take(self, value: object) -> Any:  # noqa: ANN401 - a template's value may be any
        """`value`, made by a template, if it is not too large; its size is spent."""
        if isinstance(value, str):
            _bound(len(value), LONGEST)
            self.spend(len(value) // GRAIN)
            return Words(value) if type(value) is str else value
        if isinstance(value, Iterator):
            value = list(_some(value))
        if isinstance(value, HOLDERS):
            if isinstance(value, dict) and not all(isinstance(key, str | int) for key in value):
                raise TypeError("the keys of a table are texts or numbers")
            self.spend(weight(value))
        return value


def _bound(size: int, most: int = MANY) -> None:
    if size > most:
        raise TooCostlyError(f"a value of {size:,} signs or elements is too large; the most is {most:,}")


def _some(items: Iterator[object]) -> Iterator[object]:
    for number, item in enumerate(items):
        _bound(number)
        yield item


def weight(value: object) -> int:
    """How many elements a list has, with those of lists in it; raises `TooCostlyError` beyond `MANY`."""
    waiting, found = [value], 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, HOLDERS):
            found += 1 + len(one)
            _bound(found)
            if not isinstance(one, range):
                waiting += one.values() if isinstance(one, dict) else one
    return found


def size(value: object) -> int:
    """How much `value` can add to a text: signs, the number itself, or the sum of what a list holds."""
    if isinstance(value, str | bytes):
        return len(value)
    if isinstance(value, int):
        return abs(value)
    if isinstance(value, range):
        return len(value)
    if isinstance(value, dict):
        return sum(map(size, value.values()))
    return sum(map(size, value)) if isinstance(value, list | tuple) else 1


def written(value: object) -> Any:  # noqa: ANN401 - a template's value may be any
    """`value`, if it is one that can be written as text."""
    if type(value) is str:
        return Words(value)
    if value is None or isinstance(value, str | int | float) or hasattr(value, "_undefined_name"):
        return value
    kind = "a list" if isinstance(value, HOLDERS) else f"a {type(value).__name__.lower()}"
    raise TypeError(f"{kind} cannot be written as text: name a part of it, or loop over it")


def check_product(value: object, arguments: Iterable[object]) -> None:
    """Refuse `value` and `arguments` whose sizes, multiplied, are more than a value may have."""
    largest = (size(value) + 1) * (1 + sum(size(one) for one in arguments))
    if largest > PRODUCT:
        raise TooCostlyError(f"this could make a value of {largest:,} signs; the most is {PRODUCT:,}")


def check_widths(arguments: Iterable[object]) -> None:
    """Refuse numbers that ask for more of something than a page can hold."""
    for one in arguments:
        if isinstance(one, int) and abs(one) > WIDEST:
            raise TooCostlyError(f"{one:,} is too large here; the most is {WIDEST:,}")


def check_form(form: str, values: Iterable[object]) -> None:
    """Refuse a form to be filled in (`{count}`, `%s`) with great widths, or `values` that are no text."""
    if WIDTH.search(form) or INSIDE.search(form):
        raise TooCostlyError(f"the width in “{form[:40]}” is too large; the most is {WIDEST:,}")
    for value in values:
        written(value)
    check_product(form, values)


def added(left: Any, right: Any) -> object:  # noqa: ANN401
    """`left + right`."""
    if isinstance(left, Sized) and isinstance(right, Sized):
        _bound(len(left) + len(right), LONGEST if isinstance(left, str) else MANY)
    return left + right


def multiplied(left: Any, right: Any) -> object:  # noqa: ANN401
    """`left * right`."""
    if isinstance(left, int) and isinstance(right, int):
        _check_bits(left.bit_length() + right.bit_length())
    elif isinstance(left, Sized) or isinstance(right, Sized):
        _bound(_length(left) * _length(right))
    return left * right


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sized) else abs(value) if isinstance(value, int) else 1


def raised(left: Any, right: Any) -> object:  # noqa: ANN401
    """`left ** right`."""
    if isinstance(left, int) and isinstance(right, int):
        _check_bits(left.bit_length() * abs(right))
    return left**right


def _check_bits(bits: int) -> None:
    if bits > BITS:
        raise TooCostlyError(f"the number would have more than {BITS:,} binary digits")


def remainder(left: Any, right: Any) -> object:  # noqa: ANN401
    """`left % right`, which for a text fills it in."""
    if isinstance(left, str | bytes):
        values = tuple(right.values()) if isinstance(right, dict) else right
        if "*" in str(left):
            raise TooCostlyError("a width cannot be given by `*`")
        check_form(str(left), values if isinstance(values, tuple) else (values,))
    return left % right


OPERATIONS: Mapping[str, Callable[[Any, Any], object]] = MappingProxyType(
    {"+": added, "*": multiplied, "**": raised, "%": remainder}
)
"""Operations whose result can be much larger than what goes in."""


def check_call(function: object, arguments: tuple[object, ...]) -> int:
    """The steps of a call of `function`; raises `TooCostlyError` where its result could be too large."""
    function = getattr(function, "__wrapped__", function)
    owner, name = getattr(function, "__self__", None), getattr(function, "__name__", "")
    if not isinstance(owner, str | bytes | int | list | tuple | dict):
        return CALL
    check_widths(arguments if name not in {"format", "format_map", "count", "index", "get"} else ())
    if isinstance(owner, str | bytes):
        if name in {"format", "format_map"}:
            values = arguments[0].values() if arguments and isinstance(arguments[0], dict) else arguments
            check_form(str(owner), tuple(values))
        check_product(owner, arguments)
        return CALL + len(owner) // GRAIN
    return CALL + (len(owner) if isinstance(owner, Sized) else 0)


NUMBERS_FREE = frozenset({"abs", "default", "d", "int", "float", "first", "last", "min", "max", "sum"})
"""Filters of Jinja to which a large number does no harm."""


def check_filter(name: str, value: object, arguments: tuple[object, ...]) -> int:
    """The steps of Jinja's filter `name`; raises `TooCostlyError` where its result could be too large."""
    if name in {"join", "string", "upper", "lower", "title", "capitalize", "trim", "replace", "format"}:
        for one in value if isinstance(value, list | tuple) and name == "join" else (value,):
            written(one)
    if name == "format":
        check_form(str(value), arguments)
    elif name == "sum" and any(isinstance(one, HOLDERS) for one in arguments):
        raise TypeError("`sum` adds numbers; to join lists, use +")
    elif name not in NUMBERS_FREE:
        check_widths(arguments)
        if isinstance(value, str | list | tuple):
            check_product(len(value) if name not in {"join"} else value, arguments)
    return CALL + (len(value) // (GRAIN if isinstance(value, str) else 1) if isinstance(value, Sized) else 0)
