"""`briefgen daemon`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli import project

if TYPE_CHECKING:
    from briefgen.daemon import Orders
    from briefgen.model.job import Config

EXAMPLES = """\b
Examples:
  briefgen daemon
  briefgen daemon --health /run/briefgen/health.json --log-json
"""


@click.command(short_help="Run jobs by their schedules, in a container.", epilog=EXAMPLES)
@click.option(
    "--health",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write how things stand into FILE, as JSON, at least each half minute.",
)
@click.option(
    "--grace",
    type=click.FloatRange(0),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="How long a run may go on after a signal to stop.",
)
@click.option("--log-json", is_flag=True, help="Log as JSON, an object a line.")
@project.config_option
@click.pass_context
def daemon(
    context: click.Context, health: Path | None, grace: float, log_json: bool, config: Path | None
) -> None:
    """Start every job of briefgen.toml by its schedule, each run in a process of its own, until told to stop.

    A moment that was missed while the daemon was down is made up once when it starts. SIGTERM and Ctrl-C let
    what runs come to its end, a second one stops it; SIGHUP reads briefgen.toml again. Exit status: 0, or 1
    where a run had to be stopped.
    """
    import sys
    import time
    from functools import partial

    from briefgen.cli.logs import set_up_logs
    from briefgen.daemon import Means, Orders, launched, serve, served_until

    set_up_logs(log_json)
    program = (sys.executable, "-P", "-m", "briefgen")
    orders = Orders()
    woken = _obey(orders)
    means = Means(
        load=partial(_loaded, config),
        served=served_until,
        launch=lambda found, job, slot: launched(program, found, job, slot, log_json),
        now=lambda: datetime.now(UTC),
        steady=time.monotonic,
        wait=partial(_rest, woken),
        tell=partial(_write_health, health),
    )
    context.exit(serve(means, orders, grace))


def _loaded(config: Path | None) -> "Config":
    return project.load(config)


def _rest(woken: int, seconds: float) -> None:
    """Sleep, or be woken by a signal that is told through the pipe `woken`."""
    import os
    import select

    if select.select([woken], [], [], seconds)[0]:
        os.read(woken, 1)


def _obey(orders: "Orders") -> int:
    """Turn signals into orders; the end of a pipe by which each wakes who waits.

    A pipe, as an event or a queue may be put to while the same thread is at it, or miss a signal that comes
    in the moment in which it goes to sleep.
    """
    import os
    import signal

    def stop(number: int, frame: object) -> None:
        orders.stops += 1

    def reload(number: int, frame: object) -> None:
        orders.reload = True

    woken, wakes = os.pipe()
    os.set_blocking(wakes, False)
    signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGHUP, reload)
    return woken


def _write_health(path: Path | None, state: dict[str, Any]) -> None:
    """Write `state` in one step; where the disk takes nothing the file grows old, and the daemon goes on."""
    import json
    import logging

    if path is None:
        return
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_text(json.dumps(state, indent=2) + "\n", "utf-8")
        fresh.replace(path)
    except OSError as error:
        log = logging.getLogger("briefgen.daemon")
        log.error(f"{path}: {error.strerror or error}", extra={"event": "no_health"})
