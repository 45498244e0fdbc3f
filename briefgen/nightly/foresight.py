"""Say what a run of a job would do, without doing any of it."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from briefgen.model.edition import Input
from briefgen.model.job import Config, Job
from briefgen.nightly import making
from briefgen.nightly.gathering import check_in_sight, check_not_all_gone, gather, lost_in
from briefgen.nightly.owing import Past, newcomer_lines, past_of, recipients_of
from briefgen.nightly.window import is_due, look, standing_problems


class Foreseen(NamedTuple):
    """What a run would do."""

    words: str
    """What would be made, in a line."""
    fresh: tuple[str, ...]
    """Names of the sources that are new or changed, as far as they can be read."""
    gone: tuple[str, ...]
    problems: tuple[tuple[str, str], ...]
    deliveries: tuple[str, ...]
    """Channels with their recipients, where an edition would be made."""
    newcomers: tuple[str, ...] = ()
    """What to know of recipients who have had no edition yet, where none would be made."""


def foresee(
    job: Job, config: Config, now: datetime, force: bool = False, accept_gone: bool = False
) -> Foreseen:
    """What a run of `job` at `now` would do; feeds are taken as they were fetched last.

    Raises what the run would raise for its sources.
    """
    making.check_places(job)
    gathered = gather(job)
    before, past, number = _remembered(job, config)
    check_not_all_gone(gathered, before, job)
    last = past.last
    lost = () if accept_gone else lost_in(gathered, before, job)
    check_in_sight(lost, job)
    kept = tuple(one for each in lost for one in each.inputs)
    moment = last.made if last else None
    seen = look(gathered.raws, gathered.unread, before, job.window, now, moment, out_of_sight=kept)
    due = force or is_due(seen, job.window, last.fingerprint if last else None, making.mark_of(seen, job))
    found = standing_problems(seen, (*gathered.raws, *gathered.unread))
    return Foreseen(
        words=f"would make edition {number}{_unless(job, force)}" if due else _quiet(number),
        fresh=tuple(sorted(seen.fresh.difference(one.name for one in gathered.unread))),
        gone=tuple(sorted(seen.gone)),
        problems=(*((each.place, str(each)) for each in lost), *gathered.problems, *found),
        deliveries=tuple(_channels(job)) if due else (),
        newcomers=newcomer_lines(job, past) if not due else (),
    )


def _unless(job: Job, force: bool) -> str:
    """What a run goes by that is only known of sources once they are read."""
    if force:
        return ""
    asked = [
        *(["names a topic"] if job.topics else []),
        *(["was not published before the window"] if job.window.hours else []),
    ]
    return f", if a source that is new or changed {' and '.join(asked)}" if asked else ""


def _quiet(number: int) -> str:
    return f"nothing new since edition {number - 1}" if number > 1 else "nothing to tell yet"


def _remembered(job: Job, config: Config) -> tuple[dict[str, Input], Past, int]:
    """What the last edition knew, what was made and planned before, and the number of the next edition.

    A store is not made for it.
    """
    from briefgen.store.database import file_of, open_store
    from briefgen.store.editions import next_number
    from briefgen.store.inventory import inputs_of

    place = file_of(config.store)
    if place is not None and not place.exists():
        return {}, Past((), ()), 1
    store = open_store(config.store)
    try:
        with store.reading() as connection:
            number, past = next_number(connection, job.name), past_of(connection, job.name)
            return inputs_of(connection, job.name), past, number
    finally:
        store.close()


def _channels(job: Job) -> Iterator[str]:
    for channel in job.deliveries:
        only = ", to each if anything is new since what it had last" if channel.only_if == "changed" else ""
        yield f"{channel.name} to {', '.join(recipients_of(channel))}{only}"
