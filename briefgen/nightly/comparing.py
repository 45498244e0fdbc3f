"""The edition before, as the store keeps it, for the comparison with the next."""

from briefgen.model.brief import Brief
from briefgen.model.edition import Counts, Edition
from briefgen.model.since import Since, Standing
from briefgen.nightly.window import Look
from briefgen.store.database import Store
from briefgen.store.editions import brief_of


def since_edition(store: Store, last: Edition | None, seen: Look) -> Since | None:
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
    return Since(whole, tuple((mark, brief) for mark, brief in cuts if brief), standing(seen))


def standing(seen: Look) -> tuple[Standing, ...]:
    """The sources that are there but outside of the window, marked as far as that is known."""
    return tuple(
        Standing(one.name, one.sha256, one.marking) for one in seen.inputs if one.name not in seen.shown
    )


def counts_of(brief: Brief) -> Counts:
    """What `brief` holds, and what is new in it."""
    problems = sum(len(entry.problems) for entry in brief.coverage)
    held = len(brief.sources), len(brief.claims), problems
    if brief.changes is None:
        return Counts(*held)
    kinds = brief.changes.counts
    changed = kinds["changed"] + kinds["status"]
    return Counts(
        *held,
        new=kinds["new"],
        changed=changed,
        withdrawn=kinds["withdrawn"],
        moved=len(brief.changes.moves),
        notes=len(brief.changes.notes),
        remarked=brief.changes.markings,
        repeated=kinds["repeated"],
    )
