"""Judge by what each recipient had last what is due to whom: nobody gets an edition twice, or misses news."""

from collections.abc import Collection, Container, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.edition import Delivery, DeliveryState, Edition
from briefgen.model.job import Channel, Folder, Job, Mail
from briefgen.nightly.telling import named, whither
from briefgen.store.deliveries import OPEN, deliveries_of
from briefgen.store.editions import editions_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

Whom = tuple[str, str]
"""A channel by its name, and one whom it reaches."""
LOST: tuple[DeliveryState, ...] = ("given_up", "refused")
"""States of what nobody tries again unless he is told to."""


class Past(NamedTuple):
    """What was made of a job, and what was planned for whom."""

    editions: tuple[Edition, ...]
    """The newest first, those that were pruned included."""
    deliveries: tuple[Delivery, ...]

    @property
    def last(self) -> Edition | None:
        """The newest edition."""
        return self.editions[0] if self.editions else None

    def before(self, number: int) -> "Past":
        """What it was before the edition `number`."""
        return Past(
            tuple(one for one in self.editions if one.number < number),
            tuple(one for one in self.deliveries if one.edition < number),
        )


def past_of(connection: "Connection", job: str) -> Past:
    """What the store knows of `job`."""
    return Past(editions_of(connection, job), deliveries_of(connection, job))


def recipients_of(channel: Channel) -> tuple[str, ...]:
    """Whom `channel` reaches: addresses of mail, otherwise one place."""
    if isinstance(channel, Mail):
        return channel.to
    return (str(channel.path) if hasattr(channel, "path") else channel.name,)


def is_quiet(made: Edition, channel: Channel, job: Job) -> bool:
    """Whether `made` tells nothing new to whom `channel` reaches; a first edition is all new."""
    all_files = isinstance(channel, Folder) and channel.audience is None
    counts = (made if all_files else made.shown_to(channel.audience or job.audiences[0])).counts
    told = [counts.new, counts.changed, counts.withdrawn, counts.repeated, counts.moved]
    told += [counts.notes, counts.remarked]
    return counts.new is not None and not any(told)


def wants(channel: Channel, made: Edition, job: Job) -> bool:
    """Whether `channel` is to bring `made` to those who have had all that was before it."""
    return channel.only_if == "always" or not is_quiet(made, channel, job)


def had_last(job: Job, past: Past) -> Mapping[Whom, int]:
    """The number of the newest edition that each had, or that is on its way there; 0 where it is none.

    Newcomers, for whom no edition was ever planned, are not among them. Who was reached by a channel that
    the job has no longer is none: it may have got another name.
    """
    names = {channel.name for channel in job.deliveries}
    had: dict[tuple[str | None, str], int] = {}
    for one in past.deliveries:
        if one.quiet is None:
            whom = (one.channel if one.channel in names else None, one.recipient)
            had[whom] = max(had.get(whom, 0), one.edition if one.state in ("sent", *OPEN) else 0)
    reached = {(channel.name, to): (None, to) for channel in job.deliveries for to in recipients_of(channel)}
    return {
        whom: max(had.get(whom, 0), had.get(former, 0))
        for whom, former in reached.items()
        if whom in had or former in had
    }


def newcomers(job: Job, past: Past) -> tuple[tuple[Channel, str], ...]:
    """Recipients, each with the channel, for whom no edition was ever planned."""
    had = had_last(job, past)
    return tuple(
        (channel, recipient)
        for channel in job.deliveries
        for recipient in recipients_of(channel)
        if (channel.name, recipient) not in had
    )


def newcomer_lines(job: Job, past: Past) -> tuple[str, ...]:
    """What to know of newcomers of `job`, where it has an edition."""
    if past.last is None:
        return ()
    return tuple(
        f"{channel.name} to {recipient} is new: it gets editions from the next on; "
        f"`briefgen run {job.name} --catch-up {channel.name}` brings edition {past.last.number} to it"
        for channel, recipient in newcomers(job, past)
    )


def behind(job: Job, past: Past) -> Mapping[Whom, int]:
    """Who lacks an edition that was wanted there, with the number of the newest that each had; 0 for none.

    As it was refused or given up, or as they were no recipients for a while.
    """
    had = had_last(job, past)
    channels = {channel.name: channel for channel in job.deliveries}
    return {
        whom: number
        for whom, number in had.items()
        if any(one.number > number and wants(channels[whom[0]], one, job) for one in past.editions)
    }


def behind_or_new(job: Job, past: Past) -> frozenset[Whom]:
    """Who lacks the newest edition, or any: whom "nothing new since" it would tell of what they never had."""
    return frozenset((*behind(job, past), *((channel.name, to) for channel, to in newcomers(job, past))))


def lost_of(job: Job, past: Past) -> tuple[Delivery, ...]:
    """What was given up or refused to recipients that `job` still has, and nothing made up for since.

    Where an edition tells of all sources, the next that comes, or is on its way, makes up for it, and only
    the newest that is lacking is named; where it tells only of what is new, nothing makes up for one that was
    given up.
    """
    lacking = behind(job, past)
    names = {(channel.name, to) for channel in job.deliveries for to in recipients_of(channel)}
    kept = {one.number for one in past.editions if not one.pruned}
    found: dict[tuple[object, ...], Delivery] = {}
    for one in past.deliveries:
        whom = (one.channel, one.recipient)
        if one.state not in LOST or whom not in names or one.edition not in kept:
            continue
        if one.quiet:
            late = past.last is not None and one.edition == past.last.number
        else:
            late = whom in lacking and one.edition > lacking[whom]
        if late or (not repeats(job) and one.state == "given_up" and not one.quiet):
            found[(*whom, bool(one.quiet)) if repeats(job) else (one.id,)] = one
    return tuple(sorted(found.values(), key=lambda one: one.id))


def repeats(job: Job) -> bool:
    """Whether each edition tells of all sources, so that the newest makes up for every one before it."""
    return job.window.kind == "all"


def again(job: Job, past: Past, channels: frozenset[str]) -> tuple[Delivery, ...]:
    """What was given up or refused and can be brought all the same, by `channels`."""
    names = {(one.name, to) for one in job.deliveries if one.name in channels for to in recipients_of(one)}
    lacking = behind(job, past)
    kept = {one.number for one in past.editions if not one.pruned}
    newest = past.last.number if past.last else 0
    return tuple(
        one
        for one in past.deliveries
        if one.state in LOST and not one.quiet and one.edition in kept
        if (one.channel, one.recipient) in names
        if not repeats(job) or (one.edition == newest and (one.channel, one.recipient) in lacking)
    )


def news_missed(job: Job, past: Past, one: Delivery) -> int | None:
    """The edition that the recipient of `one` had last, if something that he was to have came since then.

    0 where he has had none; none where the edition before is what he had last, or has nothing that he lacks.
    """
    return behind(job, past.before(one.edition)).get((one.channel, one.recipient))


def undelivered(job: Job | None, past: Past, made: Edition) -> tuple[str, ...]:
    """Why nothing was planned of `made` for some, or for all, by the channels of `job` as it is now."""
    planned = {
        (one.channel, one.recipient)
        for one in past.deliveries
        if one.edition == made.number and one.quiet is None
    }
    if job is None or not job.deliveries:
        return () if planned else ("delivered to nobody: the job has no deliveries",)
    had = {} if planned else had_last(job, past.before(made.number + 1))
    return tuple(
        line for channel in job.deliveries if (line := _why_not(channel, made, job, planned, had)) is not None
    )


def _why_not(
    channel: Channel, made: Edition, job: Job, planned: Collection[Whom], had: Container[Whom]
) -> str | None:
    """Why `made` was planned for none or not all of those whom `channel` reaches; none where it was."""
    lacking = [to for to in recipients_of(channel) if (channel.name, to) not in planned]
    if not lacking:
        return None
    whom = "" if lacking == [channel.name] else f" to {named(lacking)}"
    if not wants(channel, made, job):
        return f"not sent by {channel.name}{whom}: nothing in it is new, and it is for changes only (only_if)"
    if not planned and any((channel.name, to) not in had for to in lacking):
        return f"not sent by {channel.name}{whom}: it was made before the job had that delivery"
    return None


def behind_lines(job: Job, past: Past, brought: Iterable[Delivery]) -> tuple[str, ...]:
    """What to say of those `brought` to who lacks more than what they tell anew."""
    lacking = behind(job, past)
    return tuple(
        f"{whither(one)}: {f'the last there was edition {had}' if had else 'none came there before'}"
        for one in brought
        if (had := lacking.get((one.channel, one.recipient))) is not None
    )
