"""`briefgen history`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import project
from briefgen.cli.output import count, emit, safe
from briefgen.cli.past import known_job, known_jobs

if TYPE_CHECKING:
    from briefgen.model.edition import Delivery
    from briefgen.model.job import Job
    from briefgen.nightly.owing import Past

EXAMPLES = """\b
Examples:
  briefgen history              the newest editions of every job
  briefgen history daily --limit 400
  briefgen history daily --json
"""
STATES = {"sent": "sent to", "pending": "waits for", "failed": "not yet sent to", "given_up": "given up for",
          "refused": "refused to"}  # fmt: skip


@click.command(short_help="List the editions of a job, and who got them.", epilog=EXAMPLES)
@click.argument("job", required=False, shell_complete=project.job_names)
@click.option(
    "--limit", type=click.IntRange(1, 1_000_000), default=20, show_default=True, help="So many of the newest."
)
@click.option("--json", "as_json", is_flag=True, help="For programs: one JSON document.")
@project.config_option
def history(job: str | None, limit: int, as_json: bool, config: Path | None) -> None:
    """List the editions of JOB, or of every job, the newest first.

    Each with its number, when it was made and for which day, what was new, changed and withdrawn in it, its
    sources, its marking, and to whom it was delivered, or why not.
    """
    import msgspec

    from briefgen.nightly.owing import past_of

    loaded = project.load(config)
    with project.opened(loaded) as store, store.reading() as connection:
        names = (known_job(loaded, connection, job),) if job else known_jobs(loaded, connection)
        pasts = {name: past_of(connection, name) for name in names}
    if as_json:
        jobs = [
            {"job": name, "editions": _rows(loaded.job(name), past, limit)} for name, past in pasts.items()
        ]
        emit(msgspec.json.format(msgspec.json.encode({"jobs": jobs}), indent=2) + b"\n")
        return
    lines = [line for name, past in pasts.items() for line in _lines(name, loaded.job(name), past, limit)]
    emit("".join(f"{safe(line)}\n" for line in lines).encode())


def _rows(job: "Job | None", past: "Past", limit: int) -> list[dict[str, object]]:
    from msgspec.structs import asdict

    from briefgen.nightly.owing import undelivered

    return [
        {
            **asdict(one),
            "deliveries": [to for to in past.deliveries if to.edition == one.number],
            "undelivered": undelivered(job, past, one),
        }
        for one in past.editions[:limit]
    ]


def _lines(name: str, job: "Job | None", past: "Past", limit: int) -> Iterator[str]:
    from briefgen.nightly.owing import undelivered
    from briefgen.nightly.telling import summary

    if not past.editions:
        yield f"{name}: no edition yet"
        return
    yield f"{name}:"
    for one in past.editions[:limit]:
        held = f"{count(one.counts.sources, 'source')}, {count(one.counts.claims, 'claim')}"
        marking = f", {one.marking}" if one.marking else ""
        yield f"  {one.number}  made {one.made}, as of {one.as_of}: {summary(one)}; {held}{marking}"
        if one.pruned:
            yield f"     what it held was dropped on {one.pruned[:10]}"
        sent = [to for to in past.deliveries if to.edition == one.number]
        yield from (f"     {line}" for line in (*_deliveries(sent), *undelivered(job, past, one)))


def _deliveries(sent: Iterable["Delivery"]) -> Iterator[str]:
    """What became of each, and in one line of those that ended alike for the same reason."""
    alike: dict[tuple[object, ...], list[Delivery]] = {}
    for to in sent:
        alike.setdefault((to.channel, to.quiet, to.state, to.ended, to.last_error), []).append(to)
    yield from (_delivery(*ones) for ones in alike.values())


def _delivery(to: "Delivery", *others: "Delivery") -> str:
    from briefgen.nightly.telling import named

    names = named([one.recipient for one in (to, *others)], most=len(others) + 1)
    whom = names if to.recipient == to.channel else f"{names} by {to.channel}"
    note = "a note that nothing is new " if to.quiet else ""
    when = f" at {to.ended}" if to.state == "sent" else ""
    why = f": {to.last_error}" if to.state != "sent" and to.last_error else ""
    return f"{note}{STATES[to.state]} {whom}{when}{why}"
