"""A job: what a brief that is made again and again is made of, how it looks, and who gets it."""

from pathlib import Path
from typing import Literal

import msgspec

from briefgen.model.audience import PageSize
from briefgen.model.request import BUILT_IN

WindowKind = Literal["all", "new", "hours"]
Format = Literal["md", "pdf", "html", "docx", "txt", "json"]
OnlyIf = Literal["always", "changed"]
Security = Literal["tls", "starttls", "none"]


class Window(msgspec.Struct, frozen=True):
    """Which of a job's sources an edition tells of."""

    kind: WindowKind = "all"
    """`all`; `new`, those that no edition has told of yet as they are now; or those of the last `hours`."""
    hours: int | None = None


class Feed(msgspec.Struct, frozen=True):
    """An RSS or Atom feed, fetched before each run; each entry becomes a source that stays."""

    name: str
    """Slug: the folder of its entries."""
    url: str
    publisher: str | None = None
    """In place of the feed's own title."""
    marking: str | None = None
    reliability: str | None = None


class Retention(msgspec.Struct, frozen=True):
    """How long editions are kept; without either bound for ever. The last is always kept."""

    editions: int | None = None
    """So many of the newest."""
    days: int | None = None
    """Those made within so many days."""


class Schedule(msgspec.Struct, frozen=True):
    """When a job runs."""

    cron: str
    """Minute, hour, day of the month, month, day of the week, as crontab(5) has them."""
    zone: str
    """IANA name, such as `Europe/Berlin`."""


class Secret(msgspec.Struct, frozen=True):
    """A password, token or key by its name; its value stands in the environment or the file of secrets."""

    name: str


class Mail(msgspec.Struct, frozen=True, kw_only=True, tag="mail", tag_field="kind"):
    """By mail: the Markdown as text, the HTML beside it, the PDF attached."""

    name: str
    to: tuple[str, ...]
    sender: str
    host: str
    port: int = 587
    security: Security = "starttls"
    user: str | None = None
    password: Secret | None = None
    subject: str = "{title}: {changes}"
    """Fields: {title}, {job}, {number}, {as_of}, {changes} ("3 new, 1 changed"), {marking}."""
    audience: str | None = None
    """Whose brief it carries; none for the job's first."""
    only_if: OnlyIf = "always"
    quiet_note: bool = False
    """Whether a day on which nothing is new brings one line that says so."""
    marking_ceiling: str | None = None
    timeout: float = 30.0
    """Seconds for each step of the conversation."""
    attempts: int = 40
    """How often one recipient is tried, over all runs, before the delivery is given up."""


class Webhook(msgspec.Struct, frozen=True, kw_only=True, tag="webhook", tag_field="kind"):
    """By HTTP: a JSON message, signed with HMAC-SHA-256."""

    name: str
    url: str
    secret: Secret | None = None
    """Key of the signature."""
    audience: str | None = None
    only_if: OnlyIf = "always"
    quiet_note: bool = False
    marking_ceiling: str | None = None
    timeout: float = 30.0
    attempts: int = 40


class Slack(msgspec.Struct, frozen=True, kw_only=True, tag="slack", tag_field="kind"):
    """A message to an incoming webhook as Slack, Mattermost and Rocket.Chat take it."""

    name: str
    url: Secret
    """The address is itself the key, so it stands among the secrets."""
    address: str | None = None
    """Where the folder of the job's editions is served, for a link to the edition; none for no link."""
    audience: str | None = None
    only_if: OnlyIf = "always"
    quiet_note: bool = False
    marking_ceiling: str | None = None
    timeout: float = 30.0
    attempts: int = 40


class Folder(msgspec.Struct, frozen=True, kw_only=True, tag="folder", tag_field="kind"):
    """Copies below a folder, such as a file share."""

    name: str
    path: Path
    latest: bool = True
    """Whether `latest` in that folder leads to the newest edition."""
    audience: str | None = None
    """Whose files; none for all."""
    only_if: OnlyIf = "always"
    marking_ceiling: str | None = None
    attempts: int = 40


class Atom(msgspec.Struct, frozen=True, kw_only=True, tag="atom", tag_field="kind"):
    """An Atom feed (RFC 4287) of the job's editions in one file."""

    name: str
    path: Path
    """The file."""
    address: str | None = None
    """Where the folder of the feed is served, for links; none for links relative to the file."""
    audience: str | None = None
    only_if: OnlyIf = "always"
    entries: int = 30
    """Editions that the feed lists, the newest first."""
    marking_ceiling: str | None = None
    attempts: int = 40


Channel = Mail | Webhook | Slack | Folder | Atom


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One brief that is made again and again. Paths are absolute."""

    name: str
    """Slug; `[jobs.NAME]` of `briefgen.toml`."""
    sources: tuple[Path, ...] = ()
    """Files and folders, or patterns with `*`, `?` and `**`."""
    apart_from: tuple[str, ...] = ()
    """Patterns of names, from the folder named, that are left out."""
    feeds: tuple[Feed, ...] = ()
    feed_folder: Path
    """Where entries of feeds are kept, in a folder each."""
    window: Window = Window()
    title: str | None = None
    audiences: tuple[str, ...] = ("analyst",)
    formats: tuple[Format, ...] = ("md", "pdf", "json")
    page: PageSize | None = None
    labels: str | None = None
    templates: tuple[Path, ...] = ()
    topics: tuple[str, ...] = ()
    """Only sources that name one of these words are told of; without any, all are."""
    notes: Path | None = None
    """A person's own judgments, in a Markdown file that no run touches."""
    marking: str | None = None
    published: str | None = None
    """When sources were published that do not say so."""
    engine: str = BUILT_IN
    output: Path
    """The folder of the job's editions."""
    naming: str = "{date}-{number}"
    """Folder of one edition below `output`. Fields: {job}, {number}, {date} (what it stands for), {made}."""
    retention: Retention = Retention()
    deliveries: tuple[Channel, ...] = ()
    schedule: Schedule | None = None
    zone: str = "UTC"
    """IANA name of the time zone in which the job's days are counted; also that of its schedule."""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """All that `briefgen.toml` says."""

    path: Path
    store: str
    """`sqlite:///ABSOLUTE/PATH` or `postgresql://…`."""
    secrets: Path | None = None
    """The file of secrets; its values are read only when a delivery needs them."""
    jobs: tuple[Job, ...] = ()

    def job(self, name: str) -> Job | None:
        """The job called `name`; none where there is none."""
        return next((one for one in self.jobs if one.name == name), None)
