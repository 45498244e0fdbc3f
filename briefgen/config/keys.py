"""What `briefgen.toml` may say: every key with its kind, an example, and what it means."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from briefgen.config import kinds
from briefgen.config.kinds import Key, Keys, Kind, several, simple
from briefgen.config.positions import Place
from briefgen.model.audience import PageSize
from briefgen.model.job import Format, OnlyIf, Security

TEXT = {"type": "string", "minLength": 1}
DAYS = 36_500
"""A hundred years."""
EDITIONS = 1_000_000
TRIES = 100
ENTRIES = 1000
LONGEST_WAIT = 600.0
"""Seconds."""

SLUG = simple(kinds.slug, {"type": "string", "pattern": f"^{kinds.NAME.pattern}$"})
MARKING = simple(kinds.marking, TEXT)
ADDRESS = simple(kinds.web_address, {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"})
MAILBOX = simple(kinds.mail_address, {"type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$"})
SECRET = simple(kinds.secret_name, {"type": "string", "pattern": f"^{kinds.SECRET.pattern}$"})
FLAG = simple(kinds.yes_or_no, {"type": "boolean"})
ZONE = simple(kinds.zone, TEXT)

OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "database": "store",
        "db": "store",
        "secret": "secrets",
        "job": "jobs",
        "default": "defaults",
        "source": "sources",
        "inputs": "sources",
        "exclude": "apart_from",
        "ignore": "apart_from",
        "except": "apart_from",
        "audience": "audiences",
        "format": "formats",
        "language": "labels",
        "template": "templates",
        "topic": "topics",
        "keywords": "topics",
        "classification": "marking",
        "tlp": "marking",
        "ceiling": "marking_ceiling",
        "max_marking": "marking_ceiling",
        "out": "output",
        "folder": "output",
        "keep": "retention",
        "cron": "schedule",
        "when": "schedule",
        "at": "schedule",
        "timezone": "zone",
        "tz": "zone",
        "feed": "feeds",
        "delivery": "deliveries",
        "deliver": "deliveries",
        "type": "kind",
        "sender": "from",
        "recipients": "to",
        "recipient": "to",
        "server": "host",
        "smtp": "host",
        "username": "user",
        "login": "user",
        "pass": "password",
        "passwd": "password",
        "tls": "security",
        "ssl": "security",
        "link": "url",
        "address": "url",
        "dir": "path",
        "directory": "path",
        "file": "path",
        "retries": "attempts",
        "tries": "attempts",
    }
)
"""What people write for a key; only named in a message, never taken for it."""
OTHER_PLACES: Mapping[str, str] = MappingProxyType(
    {"folder": "path", "href": "url", "token": "secret", "link": "address"}
)
"""The same where deliveries have another meaning for it."""

FEED: Keys = MappingProxyType(
    {
        "name": Key(SLUG, '"wire"', "The folder of its entries.", needed=True),
        "url": Key(ADDRESS, '"https://news.example/feed.xml"', "Where the RSS or Atom feed is.", needed=True),
        "publisher": Key(kinds.text("News Example"), '"News Example"', "In place of the feed's own title."),
        "marking": Key(MARKING, '"TLP:GREEN"', "What its entries are marked."),
        "reliability": Key(kinds.text("B"), '"B"', "Your rating of the source; none is ever invented."),
    }
)

RETENTION: Keys = MappingProxyType(
    {
        "editions": Key(kinds.whole(1, EDITIONS, 400), "400", "So many of the newest are kept."),
        "days": Key(kinds.whole(1, DAYS, 365), "365", "Those made within so many days are kept."),
    }
)

AUDIENCE = Key(kinds.text("analyst"), '"analyst"', "Whose brief it carries. Without it the job's first.")
AUDIENCE_OR_ALL = Key(kinds.text("analyst"), '"analyst"', "Whose files. Without it those of all.")
ONLY_IF = Key(
    kinds.one_of(*get_args(OnlyIf)),
    '"changed"',
    "changed: only editions with something new; or always.",
)
QUIET_NOTE = Key(FLAG, "true", "Whether one line says so when nothing is new.")
CEILING = Key(MARKING, '"TLP:AMBER"', "Nothing marked above this is ever sent here.")
TIMEOUT = Key(kinds.seconds(1, LONGEST_WAIT), "30", "Seconds to wait for each answer.")
ATTEMPTS = Key(kinds.whole(1, TRIES, 40), "40", "How often it is tried before it is given up.")

SENT: Keys = MappingProxyType(
    {
        "audience": AUDIENCE,
        "only_if": ONLY_IF,
        "quiet_note": QUIET_NOTE,
        "marking_ceiling": CEILING,
        "timeout": TIMEOUT,
        "attempts": ATTEMPTS,
    }
)
PUT: Keys = MappingProxyType(
    {
        "audience": AUDIENCE_OR_ALL,
        "only_if": ONLY_IF,
        "marking_ceiling": CEILING,
        "attempts": ATTEMPTS,
    }
)


def _named(kind: str) -> Key:
    return Key(SLUG, f'"{kind}"', "Its name in messages and in the store. Without it its kind.")


DELIVERIES: Mapping[str, Keys] = MappingProxyType(
    {
        "mail": {
            "name": _named("mail"),
            "to": Key(several(MAILBOX), '["desk@example.org"]', "Who gets it, each a mail.", needed=True),
            "from": Key(MAILBOX, '"briefing@example.org"', "Whom it comes from.", needed=True),
            "host": Key(
                simple(kinds.host_name, TEXT), '"smtp.example.org"', "The server that sends it.", needed=True
            ),
            "port": Key(kinds.whole(1, 65_535, 587), "587", "Without it 587; with tls 465, with none 25."),
            "security": Key(
                kinds.one_of(*get_args(Security)),
                '"starttls"',
                "starttls, tls (from the first byte), or none.",
            ),
            "user": Key(kinds.text("briefing@example.org"), '"briefing"', "Who logs in there."),
            "password": Key(SECRET, '"SMTP_PASSWORD"', "NAME of the secret with the password."),
            "subject": Key(
                kinds.template("{title}: {changes}", "title", "job", "number", "as_of", "changes", "marking"),
                '"{title}: {changes}"',
                "Of {title}, {job}, {number}, {as_of}, {changes}, {marking}.",
            ),
            **SENT,
        },
        "webhook": {
            "name": _named("webhook"),
            "url": Key(ADDRESS, '"https://hooks.example/briefs"', "Where it is sent.", needed=True),
            "secret": Key(SECRET, '"WEBHOOK_KEY"', "NAME of the secret that signs it."),
            **SENT,
        },
        "slack": {
            "name": _named("slack"),
            "url": Key(
                SECRET,
                '"SLACK_URL"',
                "NAME of the secret that is the address.",
                needed=True,
            ),
            "address": Key(
                ADDRESS,
                '"https://intranet.example/daily/"',
                "Where the output is served, for a link to the edition.",
            ),
            **SENT,
        },
        "folder": {
            "name": _named("folder"),
            "path": Key(
                kinds.path("/srv/share/briefs", "job"), '"/srv/share/briefs"', "Where copies go.", needed=True
            ),
            "latest": Key(FLAG, "true", "Whether `latest` there leads to the newest edition."),
            **PUT,
        },
        "atom": {
            "name": _named("atom"),
            "path": Key(
                kinds.path("public/{job}.xml", "job"),
                '"public/{job}.xml"',
                "The file of the feed.",
                needed=True,
            ),
            "address": Key(
                ADDRESS,
                '"https://intranet.example/briefs/"',
                "Where its folder is served, for links.",
            ),
            "entries": Key(kinds.whole(1, ENTRIES, 30), "30", "Editions that it lists, the newest first."),
            **PUT,
        },
    }
)


def deliveries(other_names: Mapping[str, str]) -> Kind:
    """The tables below `[[jobs.NAME.deliveries]]`."""
    names = {**other_names, **OTHER_PLACES}
    return kinds.tables(kinds.by_word("kind", DELIVERIES, names), "jobs.NAME.deliveries")


JOB: Keys = MappingProxyType(
    {
        "sources": Key(
            several(kinds.path("seeds/", "job")),
            '["seeds/"]',
            "Files, folders, or patterns with *, ? and **.",
        ),
        "apart_from": Key(
            several(kinds.text("drafts/*")), '["drafts/*"]', "Patterns of names below them that are left out."
        ),
        "window": Key(
            simple(kinds.window, {"type": "string", "pattern": r"^(all|new|\d{1,5}\s*[hdwHDW])$"}),
            '"all"',
            "all; new (not yet told of); 24h, 7d, 2w: published since.",
        ),
        "title": Key(kinds.text("Morning brief"), '"Morning brief"', "Without it one from the sources."),
        "audiences": Key(
            several(kinds.text("analyst")),
            '["analyst"]',
            "Whom to cut the brief for: names of template folders.",
        ),
        "formats": Key(
            several(kinds.one_of(*get_args(Format))),
            '["md", "pdf", "json"]',
            "md, pdf, html, docx, txt, json.",
        ),
        "page": Key(
            kinds.one_of(*get_args(PageSize)), '"A4"', "A4 or Letter. Without it as the audience has it."
        ),
        "labels": Key(
            simple(kinds.language, TEXT),
            '"de"',
            "Language of what templates add, as the audience has it.",
        ),
        "templates": Key(
            several(kinds.path("house/")),
            '["house/"]',
            "Folders of your own templates; they must be there.",
        ),
        "topics": Key(
            several(kinds.text("ferry")),
            '["ferry", "harbour"]',
            "Only sources that name one of these words count.",
        ),
        "notes": Key(
            kinds.path("notes.md", "job"), '"notes.md"', "Your own judgments, in a file that no run touches."
        ),
        "marking": Key(MARKING, '"TLP:GREEN"', "Set on every page: a label of TLP 2.0, or other words."),
        "published": Key(
            simple(kinds.moment, {}), "2024-10-18", "When sources were published that do not say it."
        ),
        "engine": Key(
            simple(kinds.engine, TEXT),
            '"built-in"',
            "What tells words apart: built-in, or spacy:PIPELINE.",
        ),
        "output": Key(
            kinds.path("output/{job}", "job"), '"output/{job}"', "The folder of the job's editions."
        ),
        "naming": Key(
            simple(kinds.naming, TEXT),
            '"{date}-{number}"',
            "Its folder: of {job}, {number}, {made}, {date} (as of).",
        ),
        "retention": Key(
            kinds.table(RETENTION, OTHER_NAMES),
            "{ editions = 400, days = 365 }",
            "What `briefgen prune` keeps. Without it everything.",
        ),
        "schedule": Key(
            simple(kinds.schedule, TEXT),
            '"mon-fri 06:00"',
            '"06:00", "mon-fri 06:00", or as crontab: "0 6 * * 1-5".',
        ),
        "zone": Key(
            ZONE,
            '"Europe/Berlin"',
            "Of the schedule. Without it the machine's own.",
        ),
        "feed_folder": Key(
            kinds.path("feeds/{job}", "job"),
            '"feeds/{job}"',
            "Where entries of feeds are kept, a folder each.",
        ),
        "feeds": Key(
            kinds.tables(kinds.table(FEED, OTHER_NAMES), "jobs.NAME.feeds"), "[]", "Feeds to fetch first."
        ),
        "deliveries": Key(deliveries(OTHER_NAMES), "[]", "Who gets each edition, and how."),
    }
)
"""Of one job, and of `[defaults]`, whose values hold for every job that says nothing else."""


def _jobs() -> Kind:
    """The tables below `[jobs.NAME]`, by their names."""
    one = kinds.table(JOB, OTHER_NAMES)

    def read(value: object, place: Place, log: list[kinds.Mistake]) -> object:
        if not isinstance(value, dict) or not all(isinstance(job, dict) for job in value.values()):
            log.append(kinds.Mistake(place, "a job is written below a line with its name: [jobs.daily]"))
            return kinds.UNUSABLE
        for name in value:
            SLUG.read(name, (*place, name), log)
        return {name: one.read(job, (*place, name), log) for name, job in value.items()}

    names = {"pattern": f"^{kinds.NAME.pattern}$"}
    return Kind(read, {"type": "object", "propertyNames": names, "additionalProperties": one.schema})


FILE: Keys = MappingProxyType(
    {
        "store": Key(
            kinds.text(".briefgen/store.db"),
            '".briefgen/store.db"',
            "The database: a file, or postgresql://USER@HOST/DATABASE.",
        ),
        "secrets": Key(
            kinds.path("secrets.toml"),
            '"secrets.toml"',
            'Lines NAME = "value", for your eyes only: chmod 600.',
        ),
        "defaults": Key(kinds.table(JOB, OTHER_NAMES), "{}", "Holds for every job that says nothing else."),
        "jobs": Key(_jobs(), "{}", "One table a job.", needed=True),
    }
)
