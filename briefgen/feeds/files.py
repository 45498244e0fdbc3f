"""The files of a feed's folder: a text and a sidecar for each entry, and what was last fetched."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from briefgen.feeds.entries import Entry
from briefgen.model.artefact import Artefact
from briefgen.model.job import Feed
from briefgen.model.source import Metadata
from briefgen.store.outbox import write
from briefgen.store.sidecar import KEYS, SUFFIX

STATE = ".feed.json"
"""Its name begins with a dot, so it is no source."""
MANNER = 1
"""How entries are written; another number has every entry written again."""
ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What was last fetched of a feed."""

    url: str
    settings: str
    """Hash of what the job says of the feed."""
    etag: str | None = None
    modified: str | None = None
    """As the server said it."""
    entries: dict[str, str] = {}
    """SHA-256 of what was written for each entry of the feed, by the name of its text.

    Only what differs from that is written: a file that somebody edits or removes stays so until the entry
    itself changes.
    """


def settings_of(feed: Feed) -> str:
    """Hash of all that entries of `feed` are written by."""
    words = msgspec.json.encode([MANNER, feed.publisher, feed.marking, feed.reliability])
    return hashlib.sha256(words).hexdigest()


def read_state(folder: Path) -> State | None:
    """What was last fetched into `folder`; none where that is not known, so that all is fetched anew."""
    try:
        return msgspec.json.decode((folder / STATE).read_bytes(), type=State)
    except (OSError, msgspec.MsgspecError):
        return None


def state_file(state: State) -> Artefact:
    """`state` as a file."""
    return Artefact(STATE, "application/json", msgspec.json.encode(state, order="sorted"))


def save(folder: Path, files: Iterable[Artefact]) -> None:
    """Write `files` into `folder`, all or none, in their order. Raises `OutputError`."""
    write(files, folder)


def written(entry: Entry) -> tuple[Artefact, Artefact]:
    """The text of `entry` and its sidecar; nothing in them depends on when it was fetched."""
    text = Artefact(entry.name, "text/plain", entry.text.encode("utf-8", "replace"))
    return text, sidecar(entry.name, entry.metadata)


def sidecar(name: str, metadata: Metadata) -> Artefact:
    """What is said of the text `name`, as `briefgen.store.sidecar` reads it."""
    values = msgspec.structs.asdict(metadata)
    lines = [f"{key} = {quoted(values[key])}\n" for key in KEYS if values[key]]
    return Artefact(name + SUFFIX, "application/toml", "".join(lines).encode())


def quoted(words: str) -> str:
    """`words` as a basic string of TOML 1.0."""
    return f'"{ESCAPED.sub(lambda sign: _escape(sign[0]), words)}"'


def _escape(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else f"\\u{ord(sign):04x}"


def restated(folder: Path, feed: Feed) -> tuple[Artefact, ...]:
    """The sidecars in `folder` with the publisher, marking and rating that `feed` has now."""
    paths = sorted(folder.glob(f"*{SUFFIX}"))
    return tuple(file for path in paths if (file := _restated(path, feed)) is not None)


def _restated(path: Path, feed: Feed) -> Artefact | None:
    values = _values(path)
    if values is None:
        return None
    now = {**values, "marking": feed.marking, "reliability": feed.reliability}
    if feed.publisher:
        now["publisher"] = feed.publisher
    return sidecar(path.name.removesuffix(SUFFIX), Metadata(**now))


def _values(path: Path) -> Mapping[str, str | None] | None:
    """What the sidecar at `path` says; none where that cannot be read, which the run itself will tell of."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return {key: str(value) for key, value in table.items() if key in KEYS}
