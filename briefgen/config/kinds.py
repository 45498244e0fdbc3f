"""The kinds of values that settings have: what is right, what to say of what is not, their JSON Schema."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from briefgen.config.positions import Place
from briefgen.model.marking import mistaken_label
from briefgen.model.moment import parse_moment
from briefgen.model.problem import nearest

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", re.ASCII)
"""What can name a folder, a systemd unit and a key of TOML alike."""
SECRET = re.compile(r"[A-Z][A-Z0-9_]*", re.ASCII)
"""The shape of a name in the environment, by which a name is told from the secret itself."""
LANGUAGE = re.compile(r"[\w-]+")
ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]+@(?P<domain>[^\s@<>()\[\],;:\\\"/]+)")
"""An address of mail as people have it (RFC 5321, section 4.1.2), without quoted local parts."""
NAMED = re.compile(r"[^<>()\[\],;:\\\"@]+ <([^<>]+)>")
HOST = re.compile(r"(?!-)[\w-]{1,63}(\.[\w-]{1,63})*\.?|\[?[0-9A-Fa-f:.]+\]?")
FIELD = re.compile(r"\{(\w+)\}")
SPAN = re.compile(r"(\d{1,5})\s*([hdw])")
HOURS = {"h": 1, "d": 24, "w": 168}
LONGEST_WINDOW = 24 * 366 * 10
"""Hours: ten years."""


class Mistake(NamedTuple):
    """Something in the file that cannot be as it is."""

    place: Place
    message: str


class Unusable:
    """Stands for the value of what could not be read, so that all else still can be."""


UNUSABLE = Unusable()


class Kind(NamedTuple):
    """One kind of value."""

    read: Callable[[Any, Place, list[Mistake]], Any]
    """The value as the program uses it, or `UNUSABLE`; each mistake is added to the list."""
    schema: Mapping[str, Any]


def simple(read: Callable[[Any], Any], schema: Mapping[str, Any]) -> Kind:
    """A kind whose values hold no others; `read` raises `ValueError` with what is wrong and what would be
    right, in words that go on from the name of the key. What it says never repeats a text as a whole, for
    that may be a secret at the wrong place.
    """

    def reading(value: Any, place: Place, log: list[Mistake]) -> Any:  # noqa: ANN401 - TOML has many types
        try:
            return read(value)
        except ValueError as error:
            log.append(Mistake(place, f"{called(place)} {error}"))
            return UNUSABLE

    return Kind(reading, schema)


def called(place: Place) -> str:
    """The key at `place`, or the one whose list the entry at `place` stands in."""
    name = next((part for part in reversed(place) if isinstance(part, str)), "the file")
    return f"`{name}`"


def kind_of(value: object) -> str:
    """What `value` is, in words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, date | datetime):
        return "a date"
    named = ((str, "text"), (list, "a list"), (dict, "a table"))
    return next((name for kind, name in named if isinstance(value, kind)), "a time")


def words(value: object, example: str) -> str:
    """`value`, if it is one line of text that says something."""
    if not isinstance(value, str):
        raise ValueError(f'must be text in quotation marks, such as "{example}", not {kind_of(value)}')
    if not value.strip():
        raise ValueError(f'is empty; leave it out, or write such as "{example}"')
    found = " ".join(value.split())
    if not found.isprintable():
        raise ValueError(f'holds a character that cannot be shown; write text such as "{example}"')
    return found


def text(example: str) -> Kind:
    """One line of text."""
    return simple(lambda value: words(value, example), {"type": "string", "minLength": 1})


def path(example: str, *fields: str) -> Kind:
    """A path, in which `{job}` may stand where it is one of `fields`."""

    def read(value: object) -> str:
        if isinstance(value, str) and value.strip() and value.isprintable():
            return check_fields(value, fields) if fields else value
        words(value, example)
        raise ValueError("cannot be a path")  # pragma: no cover - `words` says why

    return simple(read, {"type": "string", "minLength": 1})


def check_fields(value: str, fields: Sequence[str]) -> str:
    """`value`, in which no other fields in braces stand than `fields`; raises `ValueError`."""
    can = ", ".join(f"{{{field}}}" for field in fields)
    for name in FIELD.findall(value):
        if name not in fields:
            near = nearest(name, fields)
            hint = f"did you mean {{{near}}}? " if near else ""
            raise ValueError(f"has no field {{{name}}}; {hint}there are {can}")
    if set(FIELD.sub("", value)) & set("{}"):
        raise ValueError(f"has a brace that belongs to no field; there are {can}")
    return value


def template(example: str, *fields: str) -> Kind:
    """One line in which fields may stand."""
    return simple(
        lambda value: check_fields(words(value, example), fields), {"type": "string", "minLength": 1}
    )


def naming(value: object) -> str:
    """The folder of one edition, in the output itself: the last part of its path is what it is known by."""
    found = check_fields(words(value, "{date}-{number}"), ("job", "number", "date", "made"))
    plain = FIELD.sub("x", found)
    if not re.fullmatch(r"[\w. -]+", plain) or plain.startswith("."):
        raise ValueError(
            "must name one folder in the output: letters, digits, dots, dashes and underscores beside the "
            'fields, such as "{date}-{number}"'
        )
    if not {"number", "made"} & set(FIELD.findall(found)):
        raise ValueError('needs {number} or {made}, or two editions would have one folder: "{date}-{number}"')
    return found


def whole(low: int, high: int, example: int) -> Kind:
    """A whole number."""

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"must be a whole number such as {example}, not {kind_of(value)}")
        if not low <= value <= high:
            raise ValueError(f"is {value}; it must be from {low} to {high}, such as {example}")
        return value

    return simple(read, {"type": "integer", "minimum": low, "maximum": high})


def seconds(low: float, high: float) -> Kind:
    """A number of seconds."""

    def read(value: object) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ValueError(f"must be a number of seconds such as 30, not {kind_of(value)}")
        if not low <= value <= high:
            raise ValueError(f"is {value}; it must be from {low:g} to {high:g} seconds")
        return float(value)

    return simple(read, {"type": "number", "minimum": low, "maximum": high})


def yes_or_no(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false, without quotation marks, not {kind_of(value)}")
    return value


def one_of(*names: str) -> Kind:
    """One of a few words."""

    def read(value: object) -> str:
        found = words(value, names[0])
        if found not in names:
            near = nearest(found.lower(), names) or next(
                (one for one in names if one.lower() == found.lower()), None
            )
            hint = f"did you mean “{near}”? " if near else ""
            raise ValueError(f"cannot be “{shortened(found)}”; {hint}there are {', '.join(names)}")
        return found

    return simple(read, {"enum": list(names)})


def shortened(value: str) -> str:
    """`value`, cut where it is too long for a message."""
    return value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…"


LONGEST_SHOWN = 60


def several(kind: Kind) -> Kind:
    """A list of values of one kind; one alone may stand without brackets. What is said twice counts once."""

    def read(value: Any, place: Place, log: list[Mistake]) -> Any:  # noqa: ANN401 - TOML has many types
        if not isinstance(value, list):
            one = kind.read(value, place, log)
            return UNUSABLE if one is UNUSABLE else (one,)
        if not value:
            log.append(Mistake(place, f"{called(place)} is an empty list; leave it out, or fill it"))
        found = [kind.read(one, (*place, number), log) for number, one in enumerate(value)]
        return tuple(dict.fromkeys(one for one in found if one is not UNUSABLE))

    schema = {"anyOf": [kind.schema, {"type": "array", "minItems": 1, "items": kind.schema}]}
    return Kind(read, schema)


def slug(value: object) -> str:
    """A name that can be a folder, a unit and a key."""
    found = words(value, "daily")
    if not NAME.fullmatch(found):
        raise ValueError(
            f"“{shortened(found)}” must be of letters A to Z, digits, dashes and underscores, "
            "begin with a letter or digit, and have at most 64: such as “daily”"
        )
    return found


def web_address(value: object) -> str:
    """An address that begins with http:// or https:// and has a host."""
    from urllib.parse import urlsplit

    from briefgen.model.redaction import redacted

    shape = "it must be such as https://news.example/feed.xml"
    found = words(value, "https://news.example/feed.xml")
    shown = redacted(shortened(found))
    if " " in found:
        raise ValueError(f"has a space; {shape}")
    try:
        parts = urlsplit(found)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"“{shown}” is no address; {shape}") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise ValueError(f"does not begin with https:// or http://; {shape}")
    if not host or not HOST.fullmatch(host):
        raise ValueError(f"“{shown}” names no host; {shape}")
    return found


def mail_address(value: object) -> str:
    """The address of a mailbox, alone or behind a name: `Night desk <desk@example.org>`."""
    found = words(value, "desk@example.org")
    named = NAMED.fullmatch(found)
    match = ADDRESS.fullmatch(named[1] if named else found)
    if match is None or not HOST.fullmatch(match["domain"]) or ".." in found:
        raise ValueError(
            f"“{shortened(found)}” is no mail address; write one such as desk@example.org, and "
            "each of several in quotation marks of its own"
        )
    return found


def host_name(value: object) -> str:
    """The name or number of a machine."""
    found = words(value, "smtp.example.org")
    if "://" in found:
        raise ValueError("must be the name of the server alone, such as smtp.example.org, without ://")
    if re.fullmatch(r"[^:\[\]]+:\d+", found):
        raise ValueError("must be the name of the server alone; its port stands in `port`")
    if not HOST.fullmatch(found):
        raise ValueError(
            f"“{shortened(found)}” cannot be the name of a server; write such as smtp.example.org"
        )
    return found


def secret_name(value: object) -> str:
    """The name of a secret, and not the secret."""
    right = (
        "must be the name of a secret, such as SMTP_PASSWORD, never the secret itself, which stands in the "
        "environment under that name, or in the file of secrets"
    )
    if not isinstance(value, str) or not SECRET.fullmatch(value):
        raise ValueError(right)
    return value


def marking(value: object) -> str:
    """A label of TLP, or other words."""
    found = words(value, "TLP:AMBER")
    mistake = mistaken_label(found)
    if mistake:
        raise ValueError(mistake)
    return found


def moment(value: object) -> str:
    """A day, or a moment with its zone."""
    if isinstance(value, datetime | date):
        value = value.isoformat()
    try:
        return parse_moment(words(value, "2024-10-18"))
    except ValueError as error:
        raise ValueError(f"cannot be used: {error}") from error


def window(value: object) -> tuple[str, int | None]:
    """Which sources count: kind, and hours where it is those."""
    shape = "write all, new (since the last edition), or a span such as 24h, 7d or 2w"
    found = words(value, "new").lower()
    if found in ("all", "new"):
        return found, None
    match = SPAN.fullmatch(found)
    if match is None:
        near = nearest(found, ("all", "new"))
        hint = f"did you mean “{near}”? " if near else ""
        raise ValueError(f"cannot be “{shortened(found)}”; {hint}{shape}")
    hours = int(match[1]) * HOURS[match[2]]
    if not 1 <= hours <= LONGEST_WINDOW:
        raise ValueError(f"“{found}” must be from an hour to ten years; {shape}")
    return "hours", hours


def zone(value: object) -> str:
    """The name of a time zone."""
    from zoneinfo import ZoneInfo, available_timezones

    found = words(value, "Europe/Berlin")
    try:
        ZoneInfo(found)
    except (LookupError, ValueError, OSError) as error:
        known = available_timezones()
        last = {one.rpartition("/")[2].lower(): one for one in sorted(known, reverse=True)}
        near = nearest(found, known) or last.get(found.replace(" ", "_").lower())
        hint = f"did you mean “{near}”?" if near else "write one such as Europe/Berlin, or UTC"
        raise ValueError(f"“{shortened(found)}” is no time zone (IANA); {hint}") from error
    return found


def schedule(value: object) -> str:
    """When a job runs, as crontab(5) has it."""
    from briefgen.schedule.words import parse_schedule

    found = words(value, "06:00")
    try:
        return parse_schedule(found)
    except ValueError as error:
        raise ValueError(f"cannot be used: {error}") from error


def engine(value: object) -> str:
    """What tells kinds of words and names apart."""
    from briefgen.extract.engines import parse_engine

    found = words(value, "built-in")
    parse_engine(found)
    return found


def language(value: object) -> str:
    """The name of a file of labels."""
    found = words(value, "de")
    if not LANGUAGE.fullmatch(found):
        raise ValueError(f"“{shortened(found)}” names no language; write one such as de")
    return found


class Key(NamedTuple):
    """A key of a table."""

    kind: Kind
    example: str
    """As TOML."""
    help: str
    """What it means, in a line or two, as a person reads it in the file that `init` writes."""
    needed: bool = False


Keys = Mapping[str, Key]


def table(keys: Keys, other_names: Mapping[str, str]) -> Kind:
    """A table with some of `keys`; `other_names` leads from what people write for a key to its name."""

    def read(value: Any, place: Place, log: list[Mistake]) -> Any:  # noqa: ANN401 - TOML has many types
        if not isinstance(value, dict):
            log.append(Mistake(place, f"{called(place)} must be a table, not {kind_of(value)}"))
            return UNUSABLE
        found = {}
        meant = set()
        for name, one in value.items():
            if name not in keys:
                log.append(Mistake((*place, name), unknown(name, keys, other_names)))
                meant.add(likely(name, keys, other_names))
            elif (was := keys[name].kind.read(one, (*place, name), log)) is not UNUSABLE:
                found[name] = was
        for name, key in keys.items():
            if key.needed and name not in value and name not in meant:
                log.append(Mistake(place, f"`{name}` is missing: add {name} = {key.example}"))
        return found

    return Kind(read, table_schema(keys))


def table_schema(keys: Keys) -> dict[str, Any]:
    """The JSON Schema of a table with `keys`."""
    properties = {name: {"description": key.help, **key.kind.schema} for name, key in keys.items()}
    needed = [name for name, key in keys.items() if key.needed]
    schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": needed} if needed else schema


def unknown(name: str, known: Iterable[str], other_names: Mapping[str, str]) -> str:
    """What to say of a key that there is not."""
    known = tuple(known)
    near = likely(name, known, other_names)
    hint = f"did you mean `{near}`?" if near else f"known are {', '.join(known)}"
    return f"`{shortened(name)}` is not known here; {hint}"


def likely(name: str, known: Iterable[str], other_names: Mapping[str, str]) -> str | None:
    """The one of `known` that somebody who wrote `name` is likely to have meant."""
    known = tuple(known)
    meant = other_names.get(name.lower())
    return meant if meant in known else nearest(name.lower(), known)


def tables(kind: Kind, head: str) -> Kind:
    """Several tables, each below a line `[[…]]`."""

    def read(value: Any, place: Place, log: list[Mistake]) -> Any:  # noqa: ANN401 - TOML has many types
        if not isinstance(value, list):
            log.append(Mistake(place, f"{called(place)} must be written below a line [[{head}]]"))
            return UNUSABLE
        return {number: kind.read(one, (*place, number), log) for number, one in enumerate(value)}

    return Kind(read, {"type": "array", "items": kind.schema})


def by_word(word: str, kinds: Mapping[str, Keys], other_names: Mapping[str, str]) -> Kind:
    """A table whose `word` says which keys it may have."""
    choice = one_of(*kinds)
    example = f'{word} = "{next(iter(kinds))}"'
    with_word = {
        name: {word: Key(choice, f'"{name}"', "What it is.", needed=True), **keys}
        for name, keys in kinds.items()
    }
    readers = {name: table(keys, other_names) for name, keys in with_word.items()}

    def read(value: Any, place: Place, log: list[Mistake]) -> Any:  # noqa: ANN401 - TOML has many types
        if not isinstance(value, dict):
            log.append(Mistake(place, f"{called(place)} must be tables, not {kind_of(value)}"))
            return UNUSABLE
        if word not in value:
            log.append(Mistake(place, f"`{word}` is missing: add {example}; there are {', '.join(kinds)}"))
            return UNUSABLE
        chosen = choice.read(value[word], (*place, word), log)
        return UNUSABLE if chosen is UNUSABLE else readers[chosen].read(value, place, log)

    return Kind(read, {"oneOf": [_pinned(readers[name].schema, word, name) for name in kinds]})


def _pinned(schema: Mapping[str, Any], word: str, name: str) -> dict[str, Any]:
    """`schema` of the tables whose `word` is `name`."""
    return {**schema, "properties": {**schema["properties"], word: {"const": name}}}
