"""One run of a job: finish what a killed one left, then read, compare, make, keep, write, deliver."""

import logging
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefgen.model.edition import Delivery, Edition, Input, Run
from briefgen.model.job import Job
from briefgen.model.marking import Scheme
from briefgen.model.problem import BriefgenError, DamagedError, OutputError, StoreError
from briefgen.model.since import Since
from briefgen.model.underway import underway
from briefgen.nightly import delivering, making, owing
from briefgen.nightly.comparing import since_edition, standing
from briefgen.nightly.gathering import (
    SOURCES,
    STORE,
    Gathered,
    Lost,
    check_in_sight,
    check_not_all_gone,
    gather,
    lost_in,
)
from briefgen.nightly.publishing import publish, unknown_line
from briefgen.nightly.telling import summary
from briefgen.nightly.window import (
    Look,
    has_news,
    is_due,
    look,
    moment,
    settings_of,
    standing_problems,
    untold,
)
from briefgen.run import Intake, Made, make
from briefgen.store.cache import Readings, kept_readings
from briefgen.store.database import Store
from briefgen.store.deliveries import OPEN, plan, reopen, unserved
from briefgen.store.editions import (
    Contents,
    check_models,
    edition,
    editions_of,
    files_of,
    next_number,
    save_edition,
)
from briefgen.store.inventory import forget_inputs, former_inputs, inputs_of, keep_marks, set_inputs
from briefgen.store.locks import Lock, only_run
from briefgen.store.retention import apply_retention
from briefgen.store.runs import end_run, last_kept_run, run_for, start_run

log = logging.getLogger(__name__)

Problems = tuple[tuple[str, str], ...]


KEPT = "They are not taken for withdrawn; if they are gone for good, say so: `briefgen run {} --accept-gone`"


class Night(NamedTuple):
    """What a run is given from outside."""

    store: Store
    secrets: delivering.Secrets
    clock: Callable[[], datetime]
    slot: str | None = None
    """The moment of the schedule that it is for; a slot that was run before is not run again."""
    force: bool = False
    """Whether an edition is made even where there is nothing to tell."""
    patience: float = 0
    """Seconds to wait for another run of the same job."""
    pauses: tuple[float, ...] = delivering.PAUSES
    catch_up: frozenset[str] = frozenset()
    """Channels by which the newest edition goes to those who have had none yet."""
    accept_gone: bool = False
    """Whether what stood in a folder that is empty now is taken for withdrawn."""


class Report(NamedTuple):
    """What came of a run."""

    run: Run
    edition: Edition | None
    """The edition that was made, or that still holds."""
    files: tuple[Path, ...] = ()
    tried: tuple[delivering.Tried, ...] = ()
    notes: tuple[str, ...] = ()
    error: BriefgenError | None = None
    """Why no edition was made, or why its files were not written."""
    waiting: int = 0
    """Deliveries that are still to be tried."""


class Draft(NamedTuple):
    """The next edition, in memory."""

    made: Made
    edition: Edition
    inputs: tuple[Input, ...]
    """As the store is to know them."""


def run_job(job: Job, night: Night) -> Report:
    """One run of `job`: the same inputs make no second edition.

    A failure is remembered and told in the report; only where there is no store to remember it, or where
    another run holds the job, is it raised.
    """
    making.check_places(job)
    with only_run(night.store, job.name, night.patience) as lock:
        done = _done_before(job, night)
        if done is not None:
            with underway(job.name, done.run.id):
                _finish_last(job, night)
                # Whoever starts a moment again does so after a while: the tries of a delivery have to last.
                return _delivered(done, job, night._replace(pauses=()))
        run = start_run(night.store, job.name, moment(night.clock()), night.slot)
        lock.note("")
        with underway(job.name, run.id):
            return _whole_run(job, night, run, lock)


def _whole_run(job: Job, night: Night, run: Run, lock: Lock) -> Report:
    """What comes of `run`, from what a killed one left to the room that is made at the end."""
    _log(run, "run_started", "begins")
    try:
        damage = _finish_last(job, night)
        report = _run(job, night, run, lock, damage)
    except BriefgenError as error:
        report = _failed(run, job, night, error)
    except BaseException:
        _interrupted(run, night)
        raise
    report = _delivered(report, job, night)
    if isinstance(report.error, StoreError) and report.run.state != "failed":
        lock.note(str(report.error))
    if report.run.state == "made":
        _make_room(report, job, night)
    _tidy_feeds(report, job, night)
    return report


def _done_before(job: Job, night: Night) -> Report | None:
    """The report of a slot that was run before, by this scheduler or another."""
    if night.slot is None or night.force:
        return None
    with night.store.reading() as connection:
        run = run_for(connection, job.name, night.slot)
        found = edition(connection, job.name) if run else None
    return None if run is None else Report(run, found, notes=(f"the run for {night.slot} is done already",))


def _finish_last(job: Job, night: Night) -> Problems:
    """Write the files of the last edition where the run that made it was killed before it had.

    Returns what is wrong where the store no longer holds what was kept.
    """
    with night.store.reading() as connection:
        last = edition(connection, job.name)
        if last is None or last.pruned:
            return ()
        try:
            files = files_of(connection, last)
            check_models(connection, last)
        except DamagedError as error:
            return ((STORE, str(error)),)
    publish(job, last, files)
    return ()


def _fetched(job: Job) -> Problems:
    """What could not be had of the feeds of `job`; what was had stands in their folders."""
    if not job.feeds:
        return ()
    from briefgen.feeds import fetch_feeds

    return tuple((f"feed {name}", str(problem)) for name, problem in fetch_feeds(job))


def _run(job: Job, night: Night, run: Run, lock: Lock, damage: Problems) -> Report:
    """What is due of `job`; where there is `damage`, the last edition is made anew as the next."""
    from briefgen.pipeline import read_document, tell_each

    night = night._replace(force=night.force or bool(damage))
    fetched = _fetched(job)
    gathered = gather(job)
    with night.store.reading() as connection:
        before, last = inputs_of(connection, job.name), edition(connection, job.name)
        number = next_number(connection, job.name)
        unknown = unknown_line(job, editions_of(connection, job.name))
    check_not_all_gone(gathered, before, job)
    lost = _lost_folders(gathered, before, job, night)
    now = night.clock()
    seen = _seen(gathered, before, job, night, last, lost, now)
    strange = (("the output", unknown),) if unknown else ()
    missing = tuple((SOURCES, f"{one}. {KEPT.format(job.name)}") for one in lost)
    problems = (*damage, *strange, *fetched, *missing, *gathered.problems)
    mark = making.mark_of(seen, job)
    if not (night.force or is_due(seen, job.window, last.fingerprint if last else None, mark)):
        still = standing_problems(seen, (*gathered.raws, *gathered.unread))
        return _unchanged(run, job, night, last, (*problems, *_of_notes(job, night), *still))
    order = making.order_of(job, number, now, last)
    since = None if damage else since_edition(night.store, last, seen)
    with kept_readings(night.store, run.id, read_document, tell_each) as readings:
        intake, seen = making.take_in_shown(gathered, seen, order, readings, since, _former(job, night))
        mark = making.mark_of(seen, job)
        _log(run, "sources_read", f"read {readings.read:,}, knew {readings.found:,} from before")
        if _is_quiet(intake, seen, job, night, last, mark, since):
            read = making.problems_read(intake.base, seen)
            still = standing_problems(seen, (*gathered.raws, *gathered.unread), read)
            found = (*problems, *intake.base.problems, *still)
            return _unchanged(run, job, night, last, found)._replace(notes=intake.base.remarks)
        if since is not None:
            since = msgspec.structs.replace(since, standing=standing(seen))
        made = make(msgspec.structs.replace(order, since=since), intake)
        problems = (*problems, *_mended(readings))
    told = making.problems_of(made.brief.coverage)
    inputs = seen.told_by(number, told)
    still = standing_problems(seen.knowing(inputs), (*gathered.raws, *gathered.unread))
    draft = Draft(made, making.edition_of(job, made, mark, run.id, now), inputs)
    return _kept(run, job, night, draft, lock, (*problems, *intake.base.problems, *still))


def _of_notes(job: Job, night: Night) -> Problems:
    """What the last run that read the notes of `job` found wrong with them; they are as they were then."""
    if job.notes is None:
        return ()
    with night.store.reading() as connection:
        former = last_kept_run(connection, job.name)
    return tuple(pair for pair in former.problems if pair[0] == job.notes.name) if former else ()


def _mended(readings: Readings) -> Problems:
    """What to say of what was kept of sources, was damaged, and was worked out anew from them."""
    names = list(readings.damaged)
    if not names:
        return ()
    whose = names[0] if len(names) == 1 else f"{len(names):,} sources, {names[0]} the first,"
    return ((STORE, f"what it kept of {whose} was damaged, and was made anew from the sources"),)


def _lost_folders(
    gathered: Gathered, before: Mapping[str, Input], job: Job, night: Night
) -> tuple[Lost, ...]:
    """The folders whose sources are out of sight; raises `InputError` where no brief is made without them."""
    lost = lost_in(gathered, before, job)
    if not night.accept_gone:
        check_in_sight(lost, job)
        return lost
    with night.store.writing() as connection:
        forget_inputs(connection, job.name, (one.name for each in lost for one in each.inputs))
    return ()


def _seen(
    gathered: Gathered,
    before: Mapping[str, Input],
    job: Job,
    night: Night,
    last: Edition | None,
    lost: tuple[Lost, ...],
    now: datetime,
) -> Look:
    """What is there against what was `before`; the store learns at once how it is marked."""
    known = untold(before, last.number) if night.force and last is not None else before
    kept = tuple(one for each in lost for one in each.inputs)
    seen = look(
        gathered.raws,
        gathered.unread,
        known,
        job.window,
        now,
        last.made if last else None,
        places=gathered.places,
        out_of_sight=kept,
    )
    if last is not None:
        unshown = [one for one in seen.inputs if one.name not in seen.shown]
        if any(one.marking != before[one.name].marking for one in seen.inputs if one.name in before) or any(
            one.name not in before for one in unshown
        ):
            with night.store.writing() as connection:
                keep_marks(connection, job.name, seen.inputs, unshown)
    return seen


def _former(job: Job, night: Night) -> Callable[[], dict[str, str]]:
    """What asks the store for the hashes of all that was ever told of, by name."""

    def asked() -> dict[str, str]:
        with night.store.reading() as connection:
            return former_inputs(connection, job.name)

    return asked


def _is_quiet(
    intake: Intake,
    seen: Look,
    job: Job,
    night: Night,
    last: Edition | None,
    mark: str,
    since: Since | None,
) -> bool:
    """Whether what was read turns out to tell nothing new: it is off topic, or too old for the window."""
    base = intake.base
    if not base.documents:
        return last is not None or bool(base.off_topic) or (bool(seen.inputs) and not seen.shown)
    if last is None or night.force or settings_of(last.fingerprint) != settings_of(mark):
        return False
    if not is_due(seen, job.window, last.fingerprint, mark):
        return True
    if since is None or not job.topics:
        return False
    told = frozenset(row.name for row in since.whole.coverage if row.state != "off_topic")
    return not has_news(seen, job.window, frozenset(row.name for row in base.off_topic), told)


def _unchanged(run: Run, job: Job, night: Night, last: Edition | None, problems: Problems) -> Report:
    """Nothing to tell: say so to those who want to know."""
    words = f"nothing new since edition {last.number}" if last else "nothing to tell yet"
    with night.store.writing() as connection:
        if last is not None:
            past = owing.past_of(connection, job.name)
            late = unserved(connection, last) | owing.behind_or_new(job, past)
            plan(connection, delivering.plan_quiet_notes(job, last, _slot(night), late=late))
        now = moment(night.clock())
        ended = end_run(connection, run, now, "unchanged", words, last.number if last else None, problems)
    _log(run, "unchanged", words)
    return Report(ended, last)


def _slot(night: Night) -> str:
    """The moment that the run is for, or its day."""
    return night.slot or f"{moment(night.clock())[:10]}T00:00:00+00:00"


def _kept(run: Run, job: Job, night: Night, draft: Draft, lock: Lock, problems: Problems) -> Report:
    """Keep the edition, its files and what is to be delivered in one step, then write the files.

    Whatever happens after that step, the next run finds the edition made and goes on from there.
    """
    from briefgen.pipeline import uncollected
    from briefgen.run import request_with_scheme

    made, new = draft.made, draft.edition
    files = making.filed(made)
    scheme = request_with_scheme(making.order_of(job, new.number, night.clock())).scheme
    lock.check()
    with uncollected(), night.store.writing() as connection:
        past = owing.past_of(connection, job.name)
        save_edition(connection, new, Contents(making.models_of(made), files))
        set_inputs(connection, job.name, draft.inputs)
        wanted = tuple(delivering.plan_edition(job, new, files, scheme, past))
        plan(connection, wanted)
        if past.last is not None:
            late = unserved(connection, past.last) | owing.behind_or_new(job, past)
            plan(connection, delivering.plan_quiet_notes(job, past.last, _slot(night), new, late))
        ended = end_run(connection, run, moment(night.clock()), "made", summary(new), new.number, problems)
    _log(run, "edition_made", f"edition {new.number}: {summary(new)}", new.number)
    notes = (*made.notes, *_late_lines(job, past, wanted))
    report = Report(ended, new, tried=delivering.refused(wanted), notes=notes)
    try:
        return report._replace(files=publish(job, new, files))
    except OutputError as error:
        return report._replace(run=_failed(run, job, night, error, new).run, error=error)


def _failed(run: Run, job: Job, night: Night, error: BriefgenError, made: Edition | None = None) -> Report:
    """Remember why; the last good edition stands as it stood."""
    with night.store.writing() as connection:
        last = made or edition(connection, job.name)
        ended = end_run(
            connection, run, moment(night.clock()), "failed", str(error), last.number if last else None
        )
    _log(run, "failed", str(error), level=logging.ERROR)
    return Report(ended, last, error=error)


def _interrupted(run: Run, night: Night) -> None:
    """Remember, if that can still be done, that the run was ended from the keyboard or by a fault."""
    from contextlib import suppress

    with suppress(Exception), night.store.writing() as connection:
        end_run(connection, run, moment(night.clock()), "interrupted", "it was ended before it was done")


def _delivered(report: Report, job: Job, night: Night) -> Report:
    """Try what waits, also where no edition was made: what an earlier run could not deliver is due still."""
    from briefgen.pipeline import load_scheme

    scheme = load_scheme(job.templates)
    means = delivering.Means(night.store, scheme, night.secrets, night.clock, night.pauses)
    try:
        before, brought = _catch_up(job, night, scheme) if night.catch_up else (owing.Past((), ()), ())
        tried = delivering.deliver_open(job, means)
        with night.store.reading() as connection:
            past = owing.past_of(connection, job.name)
        waiting = sum(one.state in OPEN for one in past.deliveries)
        waiting -= sum(one.stuck for one in tried)  # until somebody mends it, no run is worth starting
        idle = _idle(job, night, past, {one.delivery.channel for one in (*report.tried, *tried)})
        ids = {one.delivery.key for one in tried if one.state != "refused"}
        late = _late_lines(job, before, (one for one in brought if one.key in ids))
        notes = (*report.notes, *late, *idle, *owing.newcomer_lines(job, past))
        return report._replace(tried=(*report.tried, *tried), notes=notes, waiting=waiting)
    except BriefgenError as error:
        _log(report.run, "failed", str(error), level=logging.ERROR)
        return report._replace(error=report.error or error)


def _late_lines(job: Job, past: owing.Past, planned: Iterable[Delivery]) -> tuple[str, ...]:
    """What to say of those `planned` that bring more to somebody than is new in them."""
    return owing.behind_lines(job, past, (one for one in planned if one.state != "refused"))


def _catch_up(job: Job, night: Night, scheme: Scheme) -> tuple[owing.Past, tuple[Delivery, ...]]:
    """Put the newest edition on its way to those who lack any, by the channels that are named.

    As they are new, or as one was given up or refused. Returns how it stood before, and what is on its way.
    """
    with night.store.writing() as connection:
        past = owing.past_of(connection, job.name)
        last = past.last
        if last is None or last.pruned:
            return past, ()
        files = files_of(connection, last)
        wanted = delivering.plan_catching_up(job, night.catch_up, past, files, scheme)
        plan(connection, wanted)
        lost = owing.again(job, past, night.catch_up)
        reopen(connection, lost)
    brought = {one.key: msgspec.structs.replace(one, state="pending") for one in (*lost, *wanted)}
    return past, tuple(brought.values())


def _idle(job: Job, night: Night, past: owing.Past, busy: Container[str]) -> Iterator[str]:
    """Which channels that were to catch up had nothing to bring, and were not `busy` with anything."""
    names = {channel.name for channel in job.deliveries}
    for name in sorted(night.catch_up & names):
        if name not in busy and past.last is not None:
            yield f"--catch-up {name}: whom it reaches lacks nothing up to edition {past.last.number}"


def _make_room(report: Report, job: Job, night: Night) -> None:
    """Drop what the job keeps no longer; where that fails, the next run does it."""
    now = moment(night.clock())
    try:
        apply_retention(night.store, job, now)
    except BriefgenError as error:
        _log(report.run, "kept", f"no room was made: {error}", level=logging.WARNING)


def _tidy_feeds(report: Report, job: Job, night: Night) -> None:
    """Take what was pruned out of the feeds; where that fails, the next run does it."""
    from briefgen.pipeline import load_scheme

    try:
        for problem in delivering.tidy_feeds(job, night.store, load_scheme(job.templates)):
            _log(report.run, "feed_kept", problem, level=logging.WARNING)
    except BriefgenError as error:
        _log(report.run, "feed_kept", f"the feeds are as they were: {error}", level=logging.WARNING)


def _log(run: Run, event: str, words: str, number: int | None = None, level: int = logging.INFO) -> None:
    log.log(level, words, extra={"event": event, "job": run.job, "run": run.id, "edition": number})
