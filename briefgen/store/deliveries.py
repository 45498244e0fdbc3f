"""Remember what is on its way to whom, so that each gets an edition once, and none is forgotten."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from briefgen.model.edition import Delivery, DeliveryState, Edition
from briefgen.model.redaction import redacted
from briefgen.store.tables import deliveries

OPEN: tuple[DeliveryState, ...] = ("pending", "failed")
"""States of what is still to be tried."""


def plan(connection: Connection, wanted: Iterable[Delivery]) -> None:
    """Put `wanted` on its way, in the transaction of `connection`; what is there already stays as it is."""
    for one in wanted:
        known = connection.scalar(select(deliveries.c.id).where(*_same(one)))
        if known is None:
            connection.execute(insert(deliveries).values(**_row(one)))


def take_in(connection: Connection, known: Iterable[Delivery]) -> None:
    """Remember deliveries that another store knew, as they stood there."""
    rows = [_row(one) for one in known]
    if rows:
        connection.execute(insert(deliveries), rows)


def open_deliveries(
    connection: Connection, job: str, now: str, latest: str | None = None
) -> tuple[Delivery, ...]:
    """What of `job` is to be tried at `now`, the oldest first.

    No wait is meant to last beyond `latest`: one that claims to was reckoned by a clock that was wrong.
    """
    ready = or_(deliveries.c.next_try.is_(None), deliveries.c.next_try <= now)
    if latest is not None:
        ready = or_(ready, deliveries.c.next_try > latest)
    found = select(deliveries).where(deliveries.c.job == job, deliveries.c.state.in_(OPEN), ready)
    return tuple(_delivery(row) for row in connection.execute(found.order_by(deliveries.c.id)))


def deliveries_of(connection: Connection, job: str, edition: int | None = None) -> tuple[Delivery, ...]:
    """All deliveries of `job`, or of one edition of it, in the order in which they were planned."""
    found = select(deliveries).where(deliveries.c.job == job)
    if edition is not None:
        found = found.where(deliveries.c.edition == edition)
    return tuple(_delivery(row) for row in connection.execute(found.order_by(deliveries.c.id)))


def unserved(connection: Connection, one: Edition) -> frozenset[tuple[str, str]]:
    """The channels with the recipients to whom the edition `one` is still to be brought."""
    found = deliveries_of(connection, one.job, one.number)
    return frozenset((to.channel, to.recipient) for to in found if to.quiet is None and to.state in OPEN)


def record(
    connection: Connection,
    delivery: Delivery,
    state: DeliveryState,
    now: str,
    error: str | None = None,
    next_try: str | None = None,
    counted: bool = True,
) -> None:
    """Remember how an attempt of `delivery` ended, without known secrets.

    One that is not `counted` uses up none of its attempts.
    """
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id == delivery.id)
        .values(
            state=state,
            attempts=deliveries.c.attempts + int(counted),
            last_error=None if error is None else redacted(error),
            next_try=next_try,
            ended=None if state in OPEN else now,
        )
    )


def reopen(connection: Connection, lost: Iterable[Delivery]) -> None:
    """Put what was given up or refused on its way again, with all of its attempts."""
    fresh = {"state": "pending", "attempts": 0, "next_try": None, "ended": None}
    for one in lost:
        connection.execute(update(deliveries).where(deliveries.c.id == one.id).values(**fresh))


def _same(one: Delivery) -> tuple[Any, ...]:
    return (
        deliveries.c.job == one.job,
        deliveries.c.edition == one.edition,
        deliveries.c.quiet == (one.quiet or ""),
        deliveries.c.channel == one.channel,
        deliveries.c.recipient == one.recipient,
    )


def _row(one: Delivery) -> dict[str, object]:
    names = ("job", "edition", "channel", "recipient", "key", "state", "attempts", "next_try", "last_error")
    return {name: getattr(one, name) for name in names} | {"quiet": one.quiet or "", "ended": one.ended}


def _delivery(row: Row[Any]) -> Delivery:
    values = dict(row._mapping)
    values["quiet"] = values["quiet"] or None
    return Delivery(**values)
