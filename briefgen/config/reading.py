"""From the text of `briefgen.toml` to a `Config`, or to one error that names every mistake in it."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from briefgen.config import kinds
from briefgen.config.clashes import clashes
from briefgen.config.jobs import Base, make_job, tables_of
from briefgen.config.keys import FILE, OTHER_NAMES
from briefgen.config.kinds import UNUSABLE, Mistake
from briefgen.config.positions import Place, positions
from briefgen.model.job import Config, Job, Webhook
from briefgen.model.problem import InputError
from briefgen.model.redaction import OF_DATABASE, hide, redacted

NAME = "briefgen.toml"
LIMIT = 1_000_000
"""Bytes; a file of settings has some hundred lines, and what is larger was put there by mistake."""
STORE = ".briefgen/store.db"
SECRETS = "secrets.toml"
IN_ENVIRONMENT = "BRIEFGEN_STORE"
"""What goes before `store` in the file."""
SCHEME = re.compile(r"[a-z][a-z0-9+]{1,19}")


def find_config(start: Path) -> Path:
    """The `briefgen.toml` in `start` or the nearest folder above it; raises `InputError` if there is none."""
    folder = Path(os.path.abspath(start))  # noqa: PTH100 - `..` goes back the way the user came
    for one in (folder, *folder.parents):
        if (one / NAME).is_file():
            return one / NAME
    raise InputError(
        f"there is no {NAME} in {folder} or above it: make one with `briefgen init`, or go to where one is"
    )


def load_config(path: Path, environment: Mapping[str, str]) -> Config:
    """What the file at `path` says, with paths made absolute from its folder and every default filled in.

    Of `environment` only `BRIEFGEN_STORE`, and what says where the user's home and templates are, is used.
    Passwords inside addresses are from then on hidden from messages. Raises `InputError` that names each
    mistake with its line and what would be right.
    """
    text = _text(path)
    said = _parsed(text, path)
    log: list[Mistake] = []
    found = kinds.table(FILE, OTHER_NAMES).read(said, (), log)
    base = Base(Path(os.path.abspath(path)).parent, environment)  # noqa: PTH100
    jobs = {name: keys for name, keys in tables_of(found, "jobs").items() if keys is not UNUSABLE}
    defaults = tables_of(found, "defaults")
    made = tuple(make_job(name, {**defaults, **keys}, base) for name, keys in jobs.items())
    store = _store(found, base, log)
    _hide_passwords(store, made)
    secrets = base.path(found.get("secrets", SECRETS))
    log += clashes(made, said, secrets)
    if log:
        raise InputError(_told(path, log, text))
    return Config(path=base.folder / path.name, store=store, secrets=secrets, jobs=made)


# The file


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}; make one with `briefgen init`") from error
    if len(data) > LIMIT:
        raise InputError(f"{path} has more than {LIMIT:,} bytes: it is no file of settings")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}, line {line}: is not UTF-8; save the file as UTF-8") from error


REPAIRS: Mapping[str, str] = {
    "Invalid value": 'text stands in quotation marks: key = "words"',
    "Cannot overwrite a value": "a key or a table is set twice: keep one",
    "Cannot declare": "a table is begun twice: keep one; more feeds or deliveries stand below [[…]]",
    "Expected '=' after a key": 'a line is a remark behind #, a table in [ ], or key = "words"',
    "Unescaped '\\'": "a backslash stands doubled, or the text in single quotation marks",
}
"""What to say beside the parser's own words."""


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise InputError(f"{path} is not TOML: brackets stand in brackets too often") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(_broken(str(error), path, text)) from error


def _broken(message: str, path: Path, text: str) -> str:
    """The parser's complaint, with the place it names put first."""
    match = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message, re.DOTALL)
    words = match[1] if match else message
    line = match[2] if match and match[2] else text.rstrip().count("\n") + 1
    repair = next((hint for start, hint in REPAIRS.items() if words.startswith(start)), "")
    return f"{path}, line {line}: is not TOML: {words}" + (f"; {repair}" if repair else "")


def _told(path: Path, log: Iterable[Mistake], text: str) -> str:
    """All mistakes, in the order of their lines."""
    lines = positions(text)
    told = sorted({(_line(one.place, lines), redacted(one.message)) for one in log})
    if len(told) == 1:
        return f"{path}, line {told[0][0]}: {told[0][1]}"
    return "\n  ".join([f"{path} has {len(told)} mistakes:", *(f"line {n}: {words}" for n, words in told)])


def _line(place: Place, lines: Mapping[Place, int]) -> int:
    """The line of `place`, or of the nearest thing around it that the file has."""
    return next((lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in lines), 1)


# The store


def _store(found: Mapping[str, Any], base: Base, log: list[Mistake]) -> str:
    """The address of the store: that of the environment, that of the file, or the usual one."""
    named = base.environment.get(IN_ENVIRONMENT, "").strip()
    words = named or found.get("store", STORE)
    try:
        return _store_address(words, base)
    except ValueError as error:
        if named:
            raise InputError(f"{IN_ENVIRONMENT} {redacted(str(error))}") from error
        log.append(Mistake(("store",), f"`store` {error}"))
        return ""


def _store_address(words: str, base: Base) -> str:
    """`words` as an address with an absolute path; raises `ValueError`, which repeats no password."""
    right = "write a path such as .briefgen/store.db, or postgresql://USER@HOST/DATABASE"
    scheme, colon, rest = words.partition("://")
    if not colon:
        scheme, rest = "sqlite", "/" + words
    if scheme == "sqlite":
        if not rest.startswith("/") or not rest[1:] or "?" in rest or rest == "/:memory:":
            raise ValueError(f"names no file; {right}")
        return f"sqlite:///{base.path(rest[1:])}"
    if scheme not in ("postgresql", "postgresql+psycopg"):
        shown = f"{scheme}://" if SCHEME.fullmatch(scheme) else "that"
        raise ValueError(f"cannot begin with {shown}; {right}")
    if not rest.partition("/")[2].partition("?")[0]:
        raise ValueError(f"names no database; {right}")
    return words


def _hide_passwords(store: str, jobs: Iterable[Job]) -> None:
    """Keep the passwords inside addresses out of all that is shown from now on."""
    from urllib.parse import unquote, urlsplit

    addresses = [feed.url for job in jobs for feed in job.feeds]
    addresses += [one.url for job in jobs for one in job.deliveries if isinstance(one, Webhook)]
    split = [urlsplit(address) for address in addresses]
    values = [parts.password or parts.username for parts in split]
    database = OF_DATABASE.match(store)
    for value in (*values, database and database["password"]):
        if value:
            hide((value, unquote(value)))
