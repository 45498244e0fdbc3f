"""The edition before, as the store keeps it, for the comparison with the next."""

from briefgen.model.brief import Brief
from briefgen.model.edition import Counts, Edition
from briefgen.model.since import Since, Standing
from briefgen.model.source import RawSource, Unread
from briefgen.nightly.gathering import Gathered
from briefgen.nightly.window import Look
from briefgen.store.database import Store
from briefgen.store.editions import brief_of


def since_edition(store: Store, last: Edition | None, seen: Look, gathered: Gathered) -> Since | None:
    """What the next edition is compared with; none where there was none, or where it was pruned.

    Raises `StoreError` where the edition is damaged.
    """
    if last is None:
        return None
    ceilings = dict.fromkeys(one.ceiling for one in last.audiences if one.ceiling)
    with store.reading() as connection:
        whole = brief_of(connection, last)
        cuts = [(ceiling, brief_of(connection, last, ceiling)) for ceiling in ceilings]
    if whole is None:
        return None
    return Since(whole, tuple((mark, brief) for mark, brief in cuts if brief), standing(seen, gathered))


UNSURE = "not known, as its sidecar could not be read"
"""Stands for a marking that may be any; being one of no scheme, it is above every ceiling."""


def standing(seen: Look, gathered: Gathered) -> tuple[Standing, ...]:
    """The sources that are there but outside of the window, marked as far as that is known."""
    inputs: list[RawSource | Unread] = [*gathered.raws, *gathered.unread]
    marks = {one.name: one.metadata.marking or (UNSURE if one.problems else None) for one in inputs}
    return tuple(Standing(name, sha256, marks.get(name)) for name, sha256 in seen.standing.items())


def counts_of(brief: Brief) -> Counts:
    """What `brief` holds, and what is new in it."""
    problems = sum(len(entry.problems) for entry in brief.coverage)
    held = len(brief.sources), len(brief.claims), problems
    if brief.changes is None:
        return Counts(*held)
    kinds = brief.changes.counts
    changed = kinds["changed"] + kinds["status"] + kinds["repeated"]
    return Counts(
        *held,
        new=kinds["new"],
        changed=changed,
        withdrawn=kinds["withdrawn"],
        moved=len(brief.changes.moves),
        notes=len(brief.changes.notes),
        remarked=len(brief.changes.remarked),
    )
