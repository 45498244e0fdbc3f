"""Which of a job's sources an edition tells of, and whether there is anything to tell: pure."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import msgspec

from briefgen.model.edition import Input
from briefgen.model.job import Window
from briefgen.model.source import RawSource, Unread


class Look(msgspec.Struct, frozen=True):
    """A job's inputs as they are now, against what the last edition knew."""

    inputs: tuple[Input, ...]
    """All of them, those that could not be read included."""
    shown: frozenset[str]
    """Names of those that lie in the window."""
    fresh: frozenset[str]
    """Of those shown, the names of those that no edition has told of as they are now."""
    gone: frozenset[str]
    """Names that the last edition knew and that are no longer there."""
    reach: datetime | None = None
    """The moment to which a window of hours reaches back; none of any other."""

    def without(self, old: frozenset[str]) -> "Look":
        """Itself without those that turned out, when they were read, to lie outside of the window."""
        return msgspec.structs.replace(self, shown=self.shown - old, fresh=self.fresh - old)

    def is_old(self, published: str | None) -> bool:
        """Whether what was `published` then, as it says itself, lies outside of a window of hours."""
        return self.reach is not None and published is not None and _end(published) < self.reach

    @property
    def standing(self) -> Mapping[str, str]:
        """The hashes of the inputs that are there but lie outside of the window, by name."""
        return {one.name: one.sha256 for one in self.inputs if one.name not in self.shown}

    def knowing(self, inputs: tuple[Input, ...]) -> "Look":
        """Itself with the inputs as they are known after an edition."""
        return msgspec.structs.replace(self, inputs=inputs)

    def told_by(
        self, edition: int, problems: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    ) -> tuple[Input, ...]:
        """The inputs as the store is to know them once `edition` has told of those shown.

        `problems` says by name what it found wrong with them.
        """
        return tuple(
            msgspec.structs.replace(
                one,
                told=edition if one.name in self.fresh else one.told,
                problems=problems.get(one.name, ()),
            )
            if one.name in self.shown
            else one
            for one in self.inputs
        )


UNSURE = "not known, as its sidecar could not be read"
"""Stands for a marking that may be any; being one of no scheme, it is above every ceiling."""


def marking_of(one: RawSource | Unread) -> str | None:
    """How an input is marked by what is known of it."""
    return one.metadata.marking or (UNSURE if one.problems else None)


NOWHERE: Mapping[str, str] = MappingProxyType({})


def look(
    raws: Iterable[RawSource],
    unread: Iterable[Unread],
    before: Mapping[str, Input],
    window: Window,
    now: datetime,
    last: str | None = None,
    *,
    places: Mapping[str, str] = NOWHERE,
    out_of_sight: Iterable[Input] = (),
) -> Look:
    """What `raws` and `unread` are against the inputs `before`.

    `places` says by which of the job's sources each was found; those `out_of_sight` are taken to be as they
    were, though nobody can look.

    `now` is the moment of the run, `last` that of the last edition: a window of hours reaches back at least
    to it, so that a missed night, or a clock that went wrong, costs no source.
    """
    since = _since(window, now, last)
    known_since = {one.sha256: one for one in before.values() if one.sha256}
    inputs = []
    shown = set()
    found: list[RawSource | Unread] = [*raws, *unread]
    for one in found:
        entry = _input(one, before, known_since, now)
        about = (places.get(one.name), marking_of(one))
        if (entry.place, entry.marking) != about:
            entry = msgspec.structs.replace(entry, place=about[0], marking=about[1])
        inputs.append(entry)
        if _lies_in(window, entry, one.metadata.published, since):
            shown.add(entry.name)
    fresh = {entry.name for entry in inputs if entry.name in shown and entry.told is None}
    inputs += out_of_sight
    gone = set(before) - {entry.name for entry in inputs}
    ordered = tuple(sorted(inputs, key=lambda entry: entry.name))
    reach = since if window.kind == "hours" else None
    return Look(ordered, frozenset(shown), frozenset(fresh), frozenset(gone), reach)


def _input(
    one: RawSource | Unread, before: Mapping[str, Input], known_since: Mapping[str, Input], now: datetime
) -> Input:
    sha256 = one.sha256 or ""
    known = _hash(msgspec.json.encode((one.metadata, one.problems, _fault(one))))
    last = before.get(one.name)
    if last is not None and (last.sha256, last.known) == (sha256, known):
        return last
    like = known_since.get(sha256)  # the same bytes under another name, as of a file that was renamed
    if like is None:
        return Input(one.name, sha256, known, moment(now))
    if like.known != known:
        return Input(one.name, sha256, known, like.first_seen)
    return Input(one.name, sha256, known, like.first_seen, like.told, problems=like.problems)


def standing_problems(
    seen: Look,
    found: Iterable[RawSource | Unread],
    read: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> tuple[tuple[str, str], ...]:
    """What is wrong with the inputs that are there, each with its name, whether or not it was told before.

    That is what lies beside those `found`, what this run has `read` of them, and what the edition found that
    told of them as they are now: nothing is read for it.
    """
    known = {one.name: one.problems for one in seen.inputs}
    told = []
    for one in found:
        last = [str(one.problem)] if isinstance(one, Unread) else []
        each = [*map(str, one.problems), *last, *read.get(one.name, ()), *known.get(one.name, ())]
        told += [(one.name, problem) for problem in dict.fromkeys(each)]
    return tuple(sorted(told, key=lambda pair: pair[0]))


def _fault(one: RawSource | Unread) -> str:
    return str(one.problem) if isinstance(one, Unread) else ""


def _since(window: Window, now: datetime, last: str | None) -> datetime:
    start = now - timedelta(hours=window.hours or 0)
    return start if last is None else min(start, datetime.fromisoformat(last))


def _lies_in(window: Window, entry: Input, published: str | None, since: datetime) -> bool:
    if window.kind == "new":
        return entry.told is None
    return window.kind == "all" or _latest(published, entry.first_seen) >= since


def _latest(published: str | None, first_seen: str) -> datetime:
    """When a source can be taken to have come: when it was published, where that is known."""
    return datetime.fromisoformat(first_seen) if published is None else _end(published)


def _end(published: str) -> datetime:
    """The moment of publication; where only the day is known its end, so that no part of it is lost."""
    if len(published) == len("2024-10-18"):
        return datetime.fromisoformat(published).replace(tzinfo=UTC) + timedelta(days=1)
    moment_of_it = datetime.fromisoformat(published)
    return moment_of_it if moment_of_it.tzinfo else moment_of_it.replace(tzinfo=UTC)


def untold(before: Mapping[str, Input], edition: int) -> dict[str, Input]:
    """The inputs `before` as if the `edition` had not been, so that the next tells of what it told of."""
    return {
        name: msgspec.structs.replace(one, told=None) if one.told == edition else one
        for name, one in before.items()
    }


def is_due(seen: Look, window: Window, before: str | None, now: str) -> bool:
    """Whether there is anything to tell: `before` is the fingerprint of the last edition, `now` of this.

    Sources that only grew too old for the window are nothing to tell.
    """
    if before is None:
        return True
    if not seen.shown:
        return False
    if window.kind == "all":
        return before != now
    return bool(seen.fresh) or settings_of(before) != settings_of(now)


def has_news(seen: Look, window: Window, off_topic: frozenset[str], before: frozenset[str]) -> bool:
    """Whether anything that is new, changed or gone is on topic, or was in the edition before.

    `off_topic` are names of what names no topic now, `before` of what the last edition told of.
    """
    changed = seen.fresh | seen.gone if window.kind == "all" else seen.fresh
    return not changed.isdisjoint((seen.shown - off_topic) | before)


def fingerprint(seen: Look, settings: Iterable[bytes]) -> str:
    """Two hashes, of `settings` and of what is shown: everything that an edition depends on."""
    shown = [(one.name, one.sha256, one.known) for one in seen.inputs if one.name in seen.shown]
    return f"{_hash(*settings)}:{_hash(msgspec.json.encode(shown))}"


def settings_of(mark: str) -> str:
    """The part of a fingerprint that stands for settings."""
    return mark.partition(":")[0]


def moment(when: datetime) -> str:
    """`when` as the store keeps it: UTC, whole seconds."""
    return when.astimezone(UTC).isoformat(timespec="seconds")


def _hash(*parts: bytes) -> str:
    """Of `parts` with their lengths, so that none can run into the next."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
