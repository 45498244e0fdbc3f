"""From what a job's tables say to a `Job`, with absolute paths and every default filled in."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefgen.config import kinds
from briefgen.config.clashes import TLS_PORT
from briefgen.config.kinds import UNUSABLE
from briefgen.model.job import (
    Atom,
    Channel,
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


class Base(NamedTuple):
    """What paths are seen from."""

    folder: Path
    environment: Mapping[str, str]

    def path(self, words: str, job: str | None = None) -> Path:
        """The absolute path that `words` mean, `{job}` filled in; links stay as they are called."""
        words = words if job is None else words.replace("{job}", job)
        home = self.environment.get("HOME")
        if home and (words == "~" or words.startswith("~/")):
            words = home + words[1:]
        return Path(os.path.abspath(self.folder / words))  # noqa: PTH100


def tables_of(found: Mapping[str, Any], key: str) -> dict[Any, Any]:
    """The tables below `key`, by name or number; none where there are none."""
    return found[key] if isinstance(found.get(key), dict) else {}


def make_job(name: str, keys: Mapping[str, Any], base: Base) -> Job:
    """The job `name`; what could not be read is as if it were not said."""
    zone = keys.get("zone") or machine_zone()
    same = ("title", "audiences", "formats", "page", "labels", "topics", "marking", "published")
    others = ("engine", "naming", "apart_from")
    as_said = {key: keys[key] for key in (*same, *others) if key in keys}
    kind, hours = keys.get("window", ("all", None))
    return Job(
        name=name,
        sources=tuple(base.path(one, name) for one in keys.get("sources", ())),
        feeds=tuple(
            Feed(**feed)
            for feed in tables_of(keys, "feeds").values()
            if feed is not UNUSABLE and {"name", "url"} <= feed.keys()
        ),
        feed_folder=base.path(keys.get("feed_folder", "feeds/{job}"), name),
        window=Window(kind, hours),
        templates=_templates(keys, base),
        notes=base.path(keys["notes"], name) if "notes" in keys else None,
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
    for one in tables_of(keys, "deliveries").values():
        if one is not UNUSABLE:
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
