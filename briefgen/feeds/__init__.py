"""Fetch the feeds of a job, so that each of their entries is a source in a folder."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from briefgen.feeds.entries import Parsed, parse_feed
from briefgen.feeds.files import State, read_state, restated, save, settings_of, state_file, written
from briefgen.model.job import Feed, Job
from briefgen.model.problem import OutputError, Problem
from briefgen.network.bounded import together
from briefgen.network.http import Answer, Question, UnreachableError, ask, host_of

LARGEST = 10_000_000
"""Bytes of a feed, unpacked; those of newspapers have some hundred thousand."""
REDIRECTS = 5
AT_ONCE = 4
ACCEPTED = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"

FeedProblem = tuple[str, Problem]
"""The name of a feed, and what is to be known of it."""


def fetch_feeds(job: Job, *, step: float = 15.0, whole: float = 60.0) -> tuple[FeedProblem, ...]:
    """Bring what the feeds of `job` hold into their folders, and tell what could not be had.

    `step` and `whole` bound in seconds how long any step of a conversation, and the whole of it, may take.
    Nothing that goes wrong with a feed raises: what was fetched before stays, and so do the others.
    """
    works = [partial(_fetched, feed, job.feed_folder / feed.name, step, whole) for feed in job.feeds]
    problems = together(works, AT_ONCE)
    return tuple(
        (feed.name, problem) for feed, found in zip(job.feeds, problems, strict=True) for problem in found
    )


def _fetched(feed: Feed, folder: Path, step: float, whole: float) -> tuple[Problem, ...]:
    try:
        state = _brought_in_line(feed, folder)
        answer = ask(_question(feed, state, step, whole))
        return _taken(feed, folder, state, answer)
    except UnreachableError as error:
        return (Problem(f"{error}. What was fetched before is used"),)
    except OutputError as error:
        words = str(error).replace("--name or --output", "folder").replace("--output", "folder for feeds")
        return (Problem(words),)


def _brought_in_line(feed: Feed, folder: Path) -> State | None:
    """The state of `folder`, once all in it bear the marking and rating that the job gives the feed now."""
    state = read_state(folder)
    if state is None or state.settings == settings_of(feed):
        return state
    save(folder, (*restated(folder, feed), state_file(State(url=feed.url, settings=settings_of(feed)))))
    return read_state(folder)


def _question(feed: Feed, state: State | None, step: float, whole: float) -> Question:
    """What is asked; of who said the last time how to name what he sent, only what is newer."""
    known = state if state is not None and state.url == feed.url else None
    wanted = {
        "if-none-match": known.etag if known else None,
        "if-modified-since": known.modified if known else None,
    }
    return Question(
        method="GET",
        url=feed.url,
        headers={
            "accept": ACCEPTED,
            "accept-encoding": "gzip, deflate",
            **{name: value for name, value in wanted.items() if value},
        },
        timeout=step,
        whole=whole,
        limit=LARGEST,
        redirects=REDIRECTS,
    )


def _taken(feed: Feed, folder: Path, state: State | None, answer: Answer) -> tuple[Problem, ...]:
    if answer.status == 304:
        return ()
    if answer.status != 200:
        return (Problem(f"{host_of(feed.url)} answered {answer.status}: {_repair(answer.status)}"),)
    parsed = _guarded(lambda: parse_feed(answer.body, answer.headers.get("content-type", ""), feed))
    if isinstance(parsed, Problem):
        return (parsed,)
    before = state.entries if state else {}
    files = {entry.name: written(entry) for entry in parsed.entries}
    digests = {
        name: hashlib.sha256(b"\0".join(file.data for file in pair)).hexdigest()
        for name, pair in files.items()
    }
    fresh = [file for name, pair in files.items() if before.get(name) != digests[name] for file in pair]
    now = _state(feed, answer, parsed, digests)
    if fresh or now != state:
        save(folder, (*fresh, state_file(now)))
    return parsed.problems


def _state(feed: Feed, answer: Answer, parsed: Parsed, digests: dict[str, str]) -> State:
    """What is to be known the next time; a feed that was broken is to be sent again whole."""
    whole = not parsed.problems
    return State(
        url=feed.url,
        settings=settings_of(feed),
        etag=answer.headers.get("etag") if whole else None,
        modified=answer.headers.get("last-modified") if whole else None,
        entries=digests,
    )


def _repair(status: int) -> str:
    if status in (404, 410):
        return (
            "there is no feed any more: correct its `url`, or leave it out. What was fetched before is used"
        )
    if status in (401, 403):
        return "it wants a login or lets no programs in: correct its `url`. What was fetched before is used"
    return "what was fetched before is used"


def _guarded(parse: Callable[[], Parsed | Problem]) -> Parsed | Problem:
    """What `parse` makes of a feed; of one that its library stumbles over, a problem of that feed."""
    try:
        return parse()
    except Exception as error:
        return Problem(
            f"could not be understood ({type(error).__name__}). What was fetched before is used; "
            "tell whoever publishes it, or leave it out"
        )
