"""From the text of `briefgen.toml` to a `Config`, or to one error that names every mistake in it."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefgen.config import kinds
from briefgen.config.clashes import TLS_PORT, clashes
from briefgen.config.keys import FILE, OTHER_NAMES
from briefgen.config.kinds import UNREAD, Mistake
from briefgen.config.positions import Place, positions
from briefgen.model.job import (
    Atom,
    Channel,
    Config,
    Feed,
    Folder,
    Job,
    Mail,
    Retention,
    Schedule,
    Secret,
    Security,
    Slack,
    Webhook,
    Window,
)
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
    jobs = {name: keys for name, keys in _known(found, "jobs").items() if keys is not UNREAD}
    defaults = _known(found, "defaults")
    made = tuple(_job(name, {**defaults, **keys}, base) for name, keys in jobs.items())
    store = _store(found, base, log)
    _hide_passwords(store, made)
    secrets = base.path(found.get("secrets", SECRETS))
    log += clashes(made, said, secrets)
    if log:
        raise InputError(_told(path, log, text))
    return Config(path=base.folder / path.name, store=store, secrets=secrets, jobs=made)


class Base(NamedTuple):
    """What paths are seen from."""

    folder: Path
    environment: Mapping[str, str]

    def path(self, words: str, job: str = "") -> Path:
        """The absolute path that `words` mean; links stay as they are called."""
        words = words.replace("{job}", job)
        home = self.environment.get("HOME")
        if home and (words == "~" or words.startswith("~/")):
            words = home + words[1:]
        return Path(os.path.abspath(self.folder / words))  # noqa: PTH100


def _known(found: Mapping[str, Any], key: str) -> dict[str, Any]:
    return found[key] if isinstance(found.get(key), dict) else {}


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


# Jobs


def _job(name: str, keys: Mapping[str, Any], base: Base) -> Job:
    """The job `name`; what could not be read is as if it were not said."""
    zone = keys.get("zone") or machine_zone()
    same = ("title", "audiences", "formats", "page", "labels", "topics", "marking", "published")
    others = ("engine", "naming", "apart_from")
    as_said = {key: keys[key] for key in (*same, *others) if key in keys}
    kind, hours = keys.get("window", ("all", None))
    return Job(
        name=name,
        sources=tuple(base.path(one) for one in keys.get("sources", ())),
        feeds=tuple(
            Feed(**feed)
            for feed in _known(keys, "feeds").values()
            if feed is not UNREAD and {"name", "url"} <= feed.keys()
        ),
        feed_folder=base.path(keys.get("feed_folder", "feeds/{job}"), name),
        window=Window(kind, hours),
        templates=_templates(keys, base),
        notes=base.path(keys["notes"]) if "notes" in keys else None,
        output=base.path(keys.get("output", "output/{job}"), name),
        retention=Retention(**keys.get("retention", {})),
        deliveries=tuple(_channels(name, keys, base)),
        schedule=Schedule(keys["schedule"], zone) if "schedule" in keys else None,
        zone=zone,
        **as_said,
    )


def machine_zone() -> str:
    """The IANA name of the time zone that the machine is set to; UTC where it is set to none."""
    import warnings

    from tzlocal import get_localzone_name, reload_localzone

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that there is none, which is UTC
        try:
            reload_localzone()
            return kinds.zone(get_localzone_name())
        except (LookupError, ValueError, OSError):
            return "UTC"


def _templates(keys: Mapping[str, Any], base: Base) -> tuple[Path, ...]:
    """Folders of templates in the order in which they are looked through, as `build` has it."""
    usual = (base.path("templates"), *own_templates(base.environment))
    named = (base.path(one) for one in keys.get("templates", ()))
    there = (folder for folder in usual if folder.is_dir() and os.access(folder, os.R_OK | os.X_OK))
    return tuple(dict.fromkeys((*named, *there)))


def own_templates(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """The folder of templates in the configuration of the user of `environment`; none where none is known."""
    import sys

    home, chosen = environment.get("HOME"), environment.get("XDG_CONFIG_HOME")
    if sys.platform == "darwin":
        return (Path(home, "Library/Application Support/briefgen/templates"),) if home else ()
    folder = chosen or (f"{home}/.config" if home else "")
    return (Path(folder, "briefgen/templates"),) if folder else ()


# Deliveries


def _channels(job: str, keys: Mapping[str, Any], base: Base) -> Iterable[Channel]:
    for one in _known(keys, "deliveries").values():
        if one is not UNREAD:
            said = {"name": one["kind"], **one}
            needed = NEEDED[said.pop("kind")]
            if needed.keys <= said.keys():
                yield needed.make(said, job, base)


def _mail(said: dict[str, Any], job: str, base: Base) -> Channel:
    said["sender"] = said.pop("from")
    said["password"] = Secret(said["password"]) if "password" in said else None
    security: Security = said.pop("security", None) or ("tls" if said.get("port") == TLS_PORT else "starttls")
    port = said.pop("port", None) or PORTS[security]
    return Mail(security=security, port=port, **said)


PORTS: Mapping[Security, int] = {"starttls": 587, "tls": TLS_PORT, "none": 25}
"""Ports by custom (RFC 6409, section 3.1; RFC 8314, section 7.3; RFC 5321, section 4.5.4.2)."""


def _webhook(said: dict[str, Any], job: str, base: Base) -> Channel:
    said["secret"] = Secret(said["secret"]) if "secret" in said else None
    return Webhook(**said)


def _slack(said: dict[str, Any], job: str, base: Base) -> Channel:
    return Slack(**{**said, "url": Secret(said["url"])})


def _folder(said: dict[str, Any], job: str, base: Base) -> Channel:
    return Folder(**{**said, "path": base.path(said["path"], job)})


def _atom(said: dict[str, Any], job: str, base: Base) -> Channel:
    return Atom(**{**said, "path": base.path(said["path"], job)})


class Needed(NamedTuple):
    """How one kind of channel is made, and what it cannot be without."""

    make: Any
    keys: frozenset[str]


NEEDED: Mapping[str, Needed] = {
    "mail": Needed(_mail, frozenset({"to", "from", "host"})),
    "webhook": Needed(_webhook, frozenset({"url"})),
    "slack": Needed(_slack, frozenset({"url"})),
    "folder": Needed(_folder, frozenset({"path"})),
    "atom": Needed(_atom, frozenset({"path"})),
}
