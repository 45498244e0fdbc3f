"""What Jinja says of a template that it cannot read, in plain words and with what would mend it."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefgen.model.problem import nearest

TOKENS: Mapping[str, str] = MappingProxyType(
    {
        "end of print statement": "}}",
        "end of statement block": "%}",
        "end of template": "the end of the file",
        "name": "a name",
        "string": "a text",
        "integer": "a number",
        "float": "a number",
    }
)
"""What Jinja calls the parts of a template, as they are written."""
TAGS = tuple("block call do elif else extends filter for from if import include macro set with".split())
OPENED = {"endset": "set", "endcall": "call", "elif": "if", "else": "if"}
"""What tags belong to that are not called `end` and its name."""
MEANT: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("%}", "="): "; compare with ==",
        ("}}", "="): "; compare with ==",
        ("%}", "if"): "; `else if` is written {% elif … %}",
    }
)
"""What is meant where one stands in the place of the other."""
SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "&": "`&` means nothing here; write `and`",
        "?": "`?` means nothing here; write `ONE if CONDITION else OTHER`",
        "!": "`!` means nothing here; write `not`",
        "'": "a text that begins with ' is not closed",
        '"': 'a text that begins with " is not closed',
    }
)
INNERMOST = re.compile(r"innermost block that needs to be closed is '(\w+)'")


def in_words(message: str) -> str:
    """What Jinja's `message` means; as it is, where it is none of those that are known."""
    for pattern, told in MESSAGES.items():
        found = re.match(pattern, message)
        if found:
            return told(found)
    return message


def _token(name: str) -> str:
    written = TOKENS.get(name, name)
    return written if written.startswith(("a ", "the ")) else f"`{written}`"


def _expected(match: re.Match[str]) -> str:
    wanted, there = match[1], match[2]
    hint = MEANT.get((TOKENS.get(wanted, wanted), there), "")
    return f"{_token(there)} stands where {_token(wanted)} was expected{hint}"


def _unexpected(match: re.Match[str]) -> str:
    if match[2]:
        return f"{_token(match[1])} stands where {_token(match[2])} was expected"
    if match[1].startswith("end of"):
        return f"something is missing before {_token(match[1])}"
    return f"{_token(match[1])} cannot stand here"


def _tag(match: re.Match[str]) -> str:
    tag = match[1]
    opened = OPENED.get(tag, tag.removeprefix("end"))
    if opened != tag and opened in TAGS:
        inner = INNERMOST.search(match.string)
        more = f"; open is {{% {inner[1]} %}}, which {{% end{inner[1]} %}} closes" if inner else ""
        return f"{{% {tag} %}} belongs to no {{% {opened} %}} above it{more}"
    near = nearest(tag, (*TAGS, *(f"end{one}" for one in TAGS)))
    return f"there is no tag `{tag}`" + (f"; did you mean `{near}`?" if near else "")


def _open(match: re.Match[str]) -> str:
    inner = INNERMOST.search(match.string)
    if inner is None:
        return "the template ends too early; something in it is not closed"
    return f"{{% {inner[1]} %}} is not closed; close it with {{% end{inner[1]} %}}"


def _sign(match: re.Match[str]) -> str:
    return SIGNS.get(match[1], f"`{match[1]}` means nothing here")


def _unclosed(match: re.Match[str]) -> str:
    end = TOKENS.get(match[1], match[1])
    begun = {"}}": "{{", "%}": "{%", ")": "(", "]": "[", "}": "{"}.get(end, "")
    return f"`{begun}` is not closed; close it with `{end}`" if begun else f"`{end}` is missing at the end"


MESSAGES: Mapping[str, Callable[[re.Match[str]], str]] = MappingProxyType(
    {
        r"unexpected end of template, expected '(.+)'": _unclosed,
        r"expected token '(.+)', got '(.+)'": _expected,
        r"Expected an expression, got '(.+)()'": _unexpected,
        r"unexpected char '\\?(.+)' at \d+": _sign,
        r'unexpected char "(.+)" at \d+': _sign,
        r"unexpected '(.+?)'(?:, expected '(.+)')?$": _unexpected,
        r"Encountered unknown tag '(\w+)'": _tag,
        r"Unexpected end of template": _open,
        r"Missing end of comment tag": lambda _: "a comment is not closed; close it with `#}`",
        r"Missing end of raw directive": lambda _: "{% raw %} is not closed; close it with {% endraw %}",
        r"block '(.+)' defined twice": lambda found: (
            f"the block `{found[1]}` stands here twice; give one another name, or put both together"
        ),
        r"tag name expected": lambda _: "a tag needs a name, such as {% if … %}",
        r"expected name or number": lambda _: "a name is missing after the point",
        r"can't assign to": lambda _: "only a name can be set: {% set NAME = … %}",
        r"invalid syntax for function call": lambda _: "what is given by name stands after all that is not",
        r"No (filter|test) named '(.+?)'": lambda found: f"there is no {found[1]} `{found[2]}`",
        r"access to attribute '(.+?)' of '(.+?)' object is unsafe": lambda found: (
            f"a template may not reach `{found[1]}`"
        ),
    }
)
"""Patterns of what Jinja says, and what is made of each."""
