"""Bring editions to those who are to have them: plan once, try until it is done or given up."""

import hashlib
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefgen.deliver import DELIVERERS, WHOLE, deliverable, withdraw_from_feed
from briefgen.model.brief import Brief
from briefgen.model.edition import Delivery, DeliveryState, Edition, Filed
from briefgen.model.job import Atom, Channel, Job
from briefgen.model.marking import Scheme
from briefgen.model.parcel import Parcel
from briefgen.model.problem import DamagedError, DeliveryError, InputError
from briefgen.nightly.comparing import counts_of
from briefgen.nightly.owing import (
    Past,
    Whom,
    behind,
    newcomers,
    news_missed,
    past_of,
    recipients_of,
    repeats,
    wants,
)
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


def plan_edition(
    job: Job, made: Edition, files: tuple[Filed, ...], scheme: Scheme, past: Past
) -> Iterator[Delivery]:
    """The deliveries of a new edition: one to each recipient of each channel that is to have it.

    An edition with nothing new goes, by a channel for changes only, to who lacks some of the `past` that it
    tells of too.
    """
    lacking = behind(job, past) if repeats(job) else {}
    for channel in job.deliveries:
        wanted = wants(channel, made, job)
        whom = (one for one in recipients_of(channel) if wanted or (channel.name, one) in lacking)
        yield from _planned(made, channel, whom, files, scheme)


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
    """Those of `planned` that were refused as soon as they were planned; the log tells of each channel's."""
    found = tuple(Tried(one, one.state, one.last_error) for one in planned if one.state == "refused")
    _log_refused(found)
    return found


def _log_refused(tried: Iterable[Tried]) -> None:
    """Tell of those that were refused in one line for each channel and cause."""
    alike: dict[tuple[object, ...], list[Delivery]] = {}
    for one in tried:
        if one.state == "refused":
            cause = (one.delivery.channel, one.delivery.edition, one.delivery.quiet, one.error)
            alike.setdefault(cause, []).append(one.delivery)
    for (*_, error), ones in alike.items():
        about = {"job": ones[0].job, "edition": ones[0].edition, "event": "delivery_refused"}
        log.warning("refused: %s: %s", whither(*ones), error, extra=about)


def plan_catching_up(
    job: Job, channels: frozenset[str], past: Past, files: tuple[Filed, ...], scheme: Scheme
) -> tuple[Delivery, ...]:
    """The deliveries of the newest edition, by `channels`, to newcomers and to whom it brings up to date."""
    lacking = {(channel.name, one) for channel, one in newcomers(job, past)}
    if repeats(job):
        lacking |= behind(job, past).keys()
    last = past.last
    return tuple(
        one
        for channel in job.deliveries
        if last is not None and channel.name in channels
        for one in _planned(
            last,
            channel,
            (to for to in recipients_of(channel) if (channel.name, to) in lacking),
            files,
            scheme,
        )
    )


def plan_quiet_notes(
    job: Job,
    last: Edition,
    slot: str,
    made: Edition | None = None,
    late: frozenset[Whom] = frozenset(),
) -> Iterator[Delivery]:
    """The notes that nothing is new since the edition `last`, for channels that want them, once a `slot`.

    Where an edition was `made` all the same, for channels that it is not sent by, as it has nothing new. Who
    is `late` has that edition still to come, which is news enough, or lacks it, so that it would be untrue.
    """
    for channel in job.deliveries:
        unsent = made is None or not wants(channel, made, job)
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
    _log_refused(tried)
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
    if state != "refused":  # of those one line tells of all that are alike
        _log(one, state, error)
    return Tried(one, state, error)


def _log(one: Delivery, state: DeliveryState, error: str | None) -> None:
    level = logging.INFO if state == "sent" else logging.WARNING
    words = f"{state.replace('_', ' ')}: {whither(one)}" + (f": {error}" if error else "")
    log.log(level, words, extra={"job": one.job, "edition": one.edition, "event": f"delivery_{state}"})


def _parcel(one: Delivery, channel: Channel, job: Job, means: Means) -> Parcel:
    """What `channel` brings; its ceiling may be lower by now than it was when the delivery was planned."""
    with means.store.reading() as connection:
        past = past_of(connection, job.name)
        found = edition(connection, job.name, one.edition)
        if found is None or found.pruned:
            raise DeliveryError(f"edition {one.edition} is no longer in the store", permanent=True)
        files = files_of(connection, found)
        audience = channel.audience or job.audiences[0]
        head = found.shown_to(audience)
        showing = next((cut for cut in found.audiences if cut.audience == audience), None)
        brief = brief_of(connection, found, showing.ceiling) if showing and not one.quiet else None
        raised = _raised(connection, job, channel, found, means.scheme)
    _check_clear(channel, found, files, raised, means.scheme)
    missed = None if one.quiet or isinstance(channel, WHOLE) else news_missed(job, past, one)
    if missed is not None and showing is not None:
        head, brief = _since_had(head, brief, past, missed, channel, job, means)
    had = missed if missed and head.counts.new is not None else None
    return Parcel(
        edition=head,
        files=() if one.quiet else deliverable(channel, files, means.scheme).files,
        summary=summary(head, one.quiet is not None, had),
        changes=change_lines(brief) if brief else (),
        lead=lead_lines(brief) if brief else (),
        had=had,
        series=job.title or job.name,
        quiet=one.quiet is not None,
        recipient=one.recipient,
        key=one.key,
        recent=tuple(
            other.shown_to(audience)
            for other in (past.editions if isinstance(channel, Atom) else ())
            if other.number not in raised and _may_list(other, channel, means.scheme)
        ),
        moment=one.quiet,
    )


def _check_clear(
    channel: Channel,
    found: Edition,
    files: tuple[Filed, ...],
    raised: Mapping[int, Remarked],
    scheme: Scheme,
) -> None:
    """Raise `DeliveryError` where `channel` may not carry `found`, or it was not made for its audience."""
    made_for = [one.audience for one in found.audiences]
    if channel.audience and made_for and channel.audience not in made_for:
        raise DeliveryError(
            f"not sent: edition {found.number} was not made for the audience {channel.audience} of "
            f"“{channel.name}”; the next will be: `briefgen run {found.job} --force` makes it now",
            permanent=True,
        )
    cleared = deliverable(channel, files, scheme)
    if cleared.refusal:
        raise DeliveryError(cleared.refusal, permanent=True)
    if found.number in raised:
        source = raised[found.number]
        raise DeliveryError(
            f"not sent: {source.name}, which is in it, is marked {source.now} since it was made, above the "
            f"ceiling of “{channel.name}”, {channel.marking_ceiling}",
            permanent=True,
        )


def _since_had(
    head: Edition,
    brief: Brief | None,
    past: Past,
    had: int,
    channel: Channel,
    job: Job,
    means: Means,
) -> tuple[Edition, Brief | None]:
    """Head and brief of an edition as they tell it to who had the edition `had` last, and not the one before.

    Where they cannot be held against each other, as there is none, it was dropped, or the channel may not
    tell of it any more, they tell of no changes rather than of too few.
    """
    before = next((one for one in past.editions if one.number == had and not one.pruned), None)
    after = next(one for one in past.editions if one.number == head.number)
    told = _held_against(before, after, channel, job, means) if before and brief and repeats(job) else None
    if told is not None:
        return msgspec.structs.replace(head, marking=told.marking, counts=counts_of(told)), told
    counts = msgspec.structs.replace(head.counts, new=None)
    bare = msgspec.structs.replace(brief, changes=None) if brief else None
    return msgspec.structs.replace(head, counts=counts), bare


def _held_against(before: Edition, after: Edition, channel: Channel, job: Job, means: Means) -> Brief | None:
    """The brief of `after` with what it tells otherwise than `before`, if `channel` may tell of both."""
    from briefgen.nightly.showing import compared

    with means.store.reading() as connection:
        raised = _raised(connection, job, channel, before, means.scheme)
    if before.number in raised:
        return None
    try:
        made = compared(means.store, job, before, after, channel.audience or job.audiences[0])
    except (InputError, DamagedError):
        return None
    return None if means.scheme.exceeds(made.marking, channel.marking_ceiling) else made


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
