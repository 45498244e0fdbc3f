"""Mistakes of form and of type in TOML files of the user's own, in plain words and with their lines."""

import re
from collections.abc import Mapping
from types import MappingProxyType

BROKEN: Mapping[str, str] = MappingProxyType(
    {
        "Invalid value": "what stands after `=` is no value; put texts in quotation marks",
        "Expected '=' after a key": "a line is written KEY = VALUE, and the `=` is missing",
        "Unclosed array": "a list is not closed; close it with ]",
        "Unclosed inline table": "a table is not closed; close it with }",
        "Cannot overwrite a value": "a key stands twice; take one of the two lines out",
        "Cannot mutate immutable": "a table in braces is continued elsewhere; put all of it in one place",
        "Cannot declare": "a table stands twice; put both together",
        "Expected newline or end of document": "more stands after the value; give each key its own line",
        "Expected ']' at the end of a table": "the name of a table is not closed; write [NAME]",
        "Expected ']]' at the end of an array": "the name of a table is not closed; write [[NAME]]",
        "Unescaped '\\' in a string": "a backslash stands alone; write two, or put the text in single quotes",
        "Expected '\"'": 'a text is not closed; close it with "',
        'Expected "\'"': "a text is not closed; close it with '",
        "Unterminated string": "a text is not closed; close it with its quotation mark",
        "Illegal character": "a text is not closed in its line, or holds a control character",
        "Invalid statement": "this is neither KEY = VALUE nor [TABLE]; a comment begins with #",
    }
)
"""What the complaints of Python's TOML reader mean, by how they begin."""
PLACE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)

TYPES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "str": ("a text", 'a text in quotation marks, such as "…"'),
        "int": ("a whole number", "a whole number"),
        "float": ("a number", "a number"),
        "bool": ("true or false", "true or false"),
        "array": ("a list", 'a list in brackets, such as ["…"]'),
        "object": ("a table", "a table"),
        "datetime": ("a date", "a date"),
    }
)
"""Types as msgspec calls them: what a value is, and what to write."""
SUCH_AS: Mapping[str, str] = MappingProxyType(
    {
        "title": 'title = "Morning brief"',
        "description": 'description = "For the watch."',
        "sections": 'sections = ["bottom_line", "key_points", "gaps", "sources"]',
        "file": 'file = "logo.svg"',
        "text": 'text = "Harbour Watch"',
        "name": 'name = "INTERNAL"',
        "levels": '[[levels]] and below it name = "INTERNAL"',
    }
)
"""Lines that give what has to be there."""
AT = re.compile(r" - at `\$((?:\.\w+|\[[^\]]*\])*)`")


def broken(message: str, text: str) -> str:
    """What the TOML reader's `message` about `text` means, behind its line."""
    match = PLACE.fullmatch(message)
    words = match[1] if match else message
    line = match[2] if match and match[2] else str(text.rstrip().count("\n") + 1)
    told = next((told for start, told in BROKEN.items() if words.startswith(start)), words)
    return f"line {line}: {told}"


def mistyped(message: str, text: str) -> str:
    """What msgspec's `message` about the values of `text` means, behind the line of the key."""
    keys = [key for key in re.split(r"\.|\[[^\]]*\]", _path(message)) if key]
    line = line_of(keys[-1], text) if keys else 1
    lacking = re.match(r"Object missing required field `(\w+)`", message)
    if lacking:
        inside = f"[{'.'.join(keys)}]" if keys else "the file"
        such = f"; add a line such as {SUCH_AS[lacking[1]]}" if lacking[1] in SUCH_AS else "; add it"
        return f"line {line}: {inside} lacks `{lacking[1]}`{such}"
    types = re.match(r"Expected `([^`]+)`, got `(\w+)`", message)
    if types and keys:
        wanted = " or ".join(TYPES.get(one, ("", one))[1] for one in types[1].split(" | ") if one != "null")
        where = "an element of " if _path(message).endswith("]") else ""
        return f"line {line}: {where}`{keys[-1]}` is {TYPES.get(types[2], (types[2], ''))[0]}; write {wanted}"
    return f"line {line}: {message}"


def _path(message: str) -> str:
    """Where msgspec says that it is: `.logo.text`, `.sections[...]`."""
    found = AT.search(message)
    return found[1] if found else ""


def line_of(key: str, text: str) -> int:
    """The first line of `text` that gives `key`, or begins the table of that name; else the first of all."""
    said = re.compile(rf"^\W*(?:[\w.]+\.)?{re.escape(key)}\s*[\]=]|\b{re.escape(key)}\s*=")
    return next((number for number, line in enumerate(text.split("\n"), 1) if said.search(line)), 1)


def unreadable(error: Exception) -> str:
    """Why a file could not be read at all."""
    if isinstance(error, UnicodeDecodeError):
        return "is not text in UTF-8; save it as that"
    if isinstance(error, RecursionError):
        return "brackets stand in brackets too often"
    return f"cannot be read: {error.strerror if isinstance(error, OSError) else error}"
