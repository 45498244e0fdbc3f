"""Bring editions to those who are to have them: plan once, try until it is done or given up."""

import hashlib
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefgen.deliver import DELIVERERS, WHOLE, deliverable, withdraw_from_feed
from briefgen.model.edition import Delivery, DeliveryState, Edition, Filed
from briefgen.model.job import Atom, Channel, Folder, Job, Mail
from briefgen.model.marking import Scheme
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DamagedError, DeliveryError, InputError
from briefgen.nightly.telling import change_lines, lead_lines, summary, whither
from briefgen.nightly.window import moment
from briefgen.store.database import Store
from briefgen.store.deliveries import open_deliveries, record
from briefgen.store.editions import brief_of, edition, editions_of, files_of
from briefgen.store.markings import Remarked, raised_editions, remarked

if TYPE_CHECKING:
    from sqlalchemy import Connection

log = logging.getLogger(__name__)

PAUSES = (2.0, 10.0)
"""Seconds before a second and a third try within one run."""
PATIENT_PAUSES = (5.0, 30.0, 120.0, 300.0)
"""The same where nobody waits for the run, and the next may be a day away."""
LONGEST_WAIT = timedelta(hours=6)
"""What a server gets that asks for time: a nightly run always tries again."""


Secrets = Callable[[Channel], Mapping[str, str]]
"""Gives the values of the secrets of a channel, when something is sent by it; raises `InputError`."""


class Tried(NamedTuple):
    """How a delivery stands after a run."""

    delivery: Delivery
    state: DeliveryState
    error: str | None = None
    asked: float = 0.0
    """Seconds that the other side asked to wait for."""
    stuck: bool = False
    """Whether only a change of settings or secrets can mend what it failed of."""


class Means(NamedTuple):
    """What delivering needs beside the job."""

    store: Store
    scheme: Scheme
    secrets: "Secrets"
    clock: Callable[[], datetime]
    pauses: tuple[float, ...] = PAUSES


def plan_edition(job: Job, made: Edition, files: tuple[Filed, ...], scheme: Scheme) -> Iterator[Delivery]:
    """The deliveries of a new edition: one to each recipient of each channel that is to have it."""
    for channel in job.deliveries:
        if channel.only_if == "always" or not _is_quiet(made, channel, job):
            yield from _planned(made, channel, recipients_of(channel), files, scheme)


def _planned(
    made: Edition, channel: Channel, recipients: Iterable[str], files: tuple[Filed, ...], scheme: Scheme
) -> Iterator[Delivery]:
    cleared = deliverable(channel, files, scheme)
    for recipient in recipients:
        yield Delivery(
            id=0,
            job=made.job,
            edition=made.number,
            channel=channel.name,
            recipient=recipient,
            key=_key(made.job, made.number, made.fingerprint, channel.name, recipient),
            state="refused" if cleared.refusal else "pending",
            last_error=cleared.refusal,
            ended=made.made if cleared.refusal else None,
        )


def refused(planned: Iterable[Delivery]) -> tuple[Tried, ...]:
    """Those of `planned` that were refused as soon as they were planned; the log tells of each."""
    found = tuple(Tried(one, one.state, one.last_error) for one in planned if one.state == "refused")
    for one, state, error, *_ in found:
        _log(one, state, error)
    return found


def newcomers(job: Job, known: frozenset[tuple[str, str]]) -> tuple[tuple[Channel, str], ...]:
    """Recipients, each with the channel, for whom no edition was ever planned; `known` are those for whom.

    Who was reached by a channel that the job has no longer is none: it may have got another name.
    """
    names = {channel.name for channel in job.deliveries}
    before = {recipient for channel, recipient in known if channel not in names}
    return tuple(
        (channel, recipient)
        for channel in job.deliveries
        for recipient in recipients_of(channel)
        if (channel.name, recipient) not in known and recipient not in before
    )


def newcomer_lines(job: Job, known: frozenset[tuple[str, str]], last: int) -> tuple[str, ...]:
    """What to know of newcomers of `job`, whose newest edition is `last`."""
    return tuple(
        f"{channel.name} to {recipient} is new: it gets editions from the next on; "
        f"`briefgen run {job.name} --catch-up {channel.name}` brings edition {last} to it"
        for channel, recipient in newcomers(job, known)
    )


def lost_of(job: Job, planned: Iterable[Delivery], last: int) -> tuple[Delivery, ...]:
    """Those of `planned` of the edition `last` that were given up or refused and `job` still asks for."""
    wanted = {(channel.name, recipient) for channel in job.deliveries for recipient in recipients_of(channel)}
    return tuple(
        one
        for one in planned
        if one.edition == last
        and one.state in ("given_up", "refused")
        and (one.channel, one.recipient) in wanted
    )


def plan_catching_up(
    job: Job,
    channels: frozenset[str],
    known: frozenset[tuple[str, str]],
    last: Edition,
    files: tuple[Filed, ...],
    scheme: Scheme,
) -> Iterator[Delivery]:
    """The deliveries of the edition `last` to the newcomers among those whom `channels` reach."""
    for channel, recipient in newcomers(job, known):
        if channel.name in channels:
            yield from _planned(last, channel, (recipient,), files, scheme)


def plan_quiet_notes(
    job: Job,
    last: Edition,
    slot: str,
    made: Edition | None = None,
    late: frozenset[tuple[str, str]] = frozenset(),
) -> Iterator[Delivery]:
    """The notes that nothing is new since the edition `last`, for channels that want them, once a `slot`.

    Where an edition was `made` all the same, for channels that it is not sent by, as it has nothing new. Who
    is `late`, by channel and recipient, has that edition still to come, which is news enough.
    """
    for channel in job.deliveries:
        unsent = made is None or (channel.only_if == "changed" and _is_quiet(made, channel, job))
        if getattr(channel, "quiet_note", False) and unsent:
            for recipient in (one for one in recipients_of(channel) if (channel.name, one) not in late):
                yield Delivery(
                    id=0,
                    job=job.name,
                    edition=last.number,
                    quiet=slot,
                    channel=channel.name,
                    recipient=recipient,
                    key=_key(job.name, last.number, slot, channel.name, recipient),
                )


def _is_quiet(made: Edition, channel: Channel, job: Job) -> bool:
    """Whether `made` tells nothing new to whom `channel` reaches; a first edition is all new."""
    all_files = isinstance(channel, Folder) and channel.audience is None
    counts = (made if all_files else made.shown_to(channel.audience or job.audiences[0])).counts
    told = (counts.new, counts.changed, counts.withdrawn, counts.moved, counts.notes, counts.remarked)
    return counts.new is not None and not any(told)


def recipients_of(channel: Channel) -> tuple[str, ...]:
    """Whom `channel` reaches: addresses of mail, otherwise one place."""
    if isinstance(channel, Mail):
        return channel.to
    return (str(channel.path) if hasattr(channel, "path") else channel.name,)


def _key(*parts: object) -> str:
    """Known by its words alone, so that a second try is known by it too."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:40]


def deliver_open(job: Job, means: Means) -> tuple[Tried, ...]:
    """Try all of `job` that waits, the oldest first; no failure of one keeps another from being tried."""
    with means.store.reading() as connection:
        waiting = open_deliveries(
            connection, job.name, moment(means.clock()), moment(means.clock() + LONGEST_WAIT)
        )
    tried: list[Tried] = []
    for one in waiting:
        others = [other for other in tried if other.delivery.channel == one.channel]
        failed = any(other.state == "failed" for other in others)
        stuck = next((other.error for other in others if other.stuck), None)
        tried.append(_tried(one, job, means._replace(pauses=()) if failed else means, stuck))
    return tuple(tried)


def _tried(one: Delivery, job: Job, means: Means, stuck: str | None) -> Tried:
    """How `one` stands after its tries; there are none where its channel is `stuck`, which says why."""
    channel = next((channel for channel in job.deliveries if channel.name == one.channel), None)
    if channel is None or one.recipient not in recipients_of(channel):
        return _recorded(one, "given_up", "it is no longer among the deliveries of the job", means)
    try:
        parcel = _parcel(one, channel, job, means)
    except DeliveryError as refusal:
        return _recorded(one, "refused", str(refusal), means)
    except DamagedError as error:
        return _recorded(one, "given_up", str(error), means)
    if stuck is not None:
        return _stuck(one, stuck, means)
    for pause in (*means.pauses, None):
        outcome = _sent(one, channel, parcel, means)
        if outcome.state != "failed" or pause is None or outcome.stuck or outcome.asked > pause:
            return outcome
        one = _again(one)
        time.sleep(pause)
    raise AssertionError("the last pause is none")


def _again(one: Delivery) -> Delivery:
    return msgspec.structs.replace(one, attempts=one.attempts + 1)


def _sent(one: Delivery, channel: Channel, parcel: Parcel, means: Means) -> Tried:
    """One try, remembered whatever comes of it."""
    attempts = one.attempts + 1
    try:
        DELIVERERS[type(channel)](channel, parcel, means.secrets(channel))
    except DeliveryError as error:
        if error.settings:
            return _stuck_now(one, error, means)
        if error.permanent or attempts >= channel.attempts:
            return _recorded(one, "given_up", str(error), means)
        wait = min(timedelta(seconds=error.retry_after), LONGEST_WAIT) if error.retry_after else None
        return _recorded(one, "failed", str(error), means, wait)._replace(asked=error.retry_after or 0.0)
    except InputError as error:
        return _stuck_now(one, error, means)
    return _recorded(one, "sent", None, means)


def _stuck_now(one: Delivery, error: Exception, means: Means) -> Tried:
    """A try that failed of what only somebody can mend, told once for all that the channel brings."""
    words = f"{error}. Nothing more is tried by {one.channel} in this run, and no attempt is used up"
    _log(one, "failed", words)
    return _stuck(one, str(error), means)


def _stuck(one: Delivery, error: str, means: Means) -> Tried:
    with means.store.writing() as connection:
        record(connection, one, "failed", moment(means.clock()), error, counted=False)
    return Tried(one, "failed", error, stuck=True)


def _recorded(
    one: Delivery, state: DeliveryState, error: str | None, means: Means, wait: timedelta | None = None
) -> Tried:
    now = means.clock()
    with means.store.writing() as connection:
        record(connection, one, state, moment(now), error, moment(now + wait) if wait else None)
    _log(one, state, error)
    return Tried(one, state, error)


def _log(one: Delivery, state: DeliveryState, error: str | None) -> None:
    level = logging.INFO if state == "sent" else logging.WARNING
    words = f"{state.replace('_', ' ')}: {whither(one)}" + (f": {error}" if error else "")
    log.log(level, words, extra={"job": one.job, "edition": one.edition, "event": f"delivery_{state}"})


def _parcel(one: Delivery, channel: Channel, job: Job, means: Means) -> Parcel:
    """What `channel` brings; its ceiling may be lower by now than it was when the delivery was planned."""
    with means.store.reading() as connection:
        found = edition(connection, job.name, one.edition)
        if found is None or found.pruned:
            raise DeliveryError(f"edition {one.edition} is no longer in the store", permanent=True)
        files = files_of(connection, found)
        audience = channel.audience or job.audiences[0]
        head = found.shown_to(audience)
        showing = next((cut for cut in found.audiences if cut.audience == audience), None)
        brief = brief_of(connection, found, showing.ceiling) if showing and not one.quiet else None
        recent = editions_of(connection, job.name) if isinstance(channel, Atom) else ()
        raised = _raised(connection, job, channel, found, means.scheme)
    cleared = deliverable(channel, files, means.scheme)
    if cleared.refusal:
        raise DeliveryError(cleared.refusal, permanent=True)
    if found.number in raised:
        source = raised[found.number]
        raise DeliveryError(
            f"not sent: {source.name}, which is in it, is marked {source.now} since it was made, above the "
            f"ceiling of “{channel.name}”, {channel.marking_ceiling}",
            permanent=True,
        )
    return Parcel(
        edition=head,
        files=() if one.quiet else cleared.files,
        summary=summary(head, quiet=one.quiet is not None),
        changes=change_lines(brief) if brief else (),
        lead=lead_lines(brief) if brief else (),
        series=job.title or job.name,
        quiet=one.quiet is not None,
        recipient=one.recipient,
        key=one.key,
        recent=tuple(
            other.shown_to(audience)
            for other in recent
            if other.number not in raised and _may_list(other, channel, means.scheme)
        ),
        moment=one.quiet,
    )


def _raised(
    connection: "Connection", job: Job, channel: Channel, found: Edition, scheme: Scheme
) -> Mapping[int, Remarked]:
    """The editions with words of a source that is marked above the ceiling of `channel` by now."""
    if channel.marking_ceiling is None:
        return {}
    newest = edition(connection, job.name)
    if newest is None:
        return {}
    alone = found.number if found.number == newest.number and not isinstance(channel, Atom) else None
    whole = channel.audience is None and isinstance(channel, WHOLE)
    name = channel.audience or job.audiences[0]
    seen = None if whole else next((one.ceiling for one in found.audiences if one.audience == name), None)
    known = remarked(connection, job.name, scheme, alone)
    return raised_editions(known, seen, channel.marking_ceiling, scheme)


def _may_list(other: Edition, channel: Channel, scheme: Scheme) -> bool:
    """Whether a feed may name that edition: nothing that it would show or lead to is above its ceiling."""
    marks = [one.marking for one in other.audiences if channel.audience in (None, one.audience)]
    return not other.pruned and not any(scheme.exceeds(mark, channel.marking_ceiling) for mark in marks)


def tidy_feeds(job: Job, store: Store, scheme: Scheme) -> tuple[str, ...]:
    """Take out of the feeds of `job` what was pruned, or is marked above their ceilings by now.

    Returns what is wrong where one cannot be written.

    Whoever calls it holds the lock of the job.
    """
    feeds = [channel for channel in job.deliveries if isinstance(channel, Atom)]
    if not feeds:
        return ()
    with store.reading() as connection:
        every = editions_of(connection, job.name)
        raised = {one.name: _raised(connection, job, one, every[0], scheme) for one in feeds if every}
    problems = []
    for channel in feeds:
        listed = {one.number for one in every if _may_list(one, channel, scheme)} - {
            *raised.get(channel.name, ())
        }
        try:
            withdraw_from_feed(channel, (one for one in every if one.number not in listed))
        except DeliveryError as error:
            problems.append(str(error))
    return tuple(problems)
