"""The base of a brief: its sources with their descriptors, its title, and what became of every input."""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from briefgen.model.account import Account
from briefgen.model.brief import Coverage, Source
from briefgen.model.problem import Problem
from briefgen.model.source import RawSource, Unread

DAY = len("2024-10-18")

NAMES = 3
"""Names in the title of a brief of one source."""

TITLED = 4
"""Sources that give a name to the title of a brief of several."""


def sources_of(accounts: tuple[Account, ...]) -> tuple[Source, ...]:
    """Each document with what is known of it."""
    return tuple(replace(account.source, number=number) for number, account in enumerate(accounts, 1))


def coverage_of(
    accounts: tuple[Account, ...],
    duplicates: tuple[tuple[RawSource, str], ...],
    unread: tuple[Unread, ...],
    as_of: str,
) -> tuple[Coverage, ...]:
    """What became of every input, in the order of their names; `as_of` is when the brief's knowledge ends."""
    numbers = {account.source.name: number for number, account in enumerate(accounts, 1)}
    rows = [
        *(_used(account, number, as_of) for number, account in enumerate(accounts, 1)),
        *(
            Coverage(
                raw.name,
                "duplicate",
                numbers.get(name),
                len(raw.data),
                raw.sha256,
                raw.problems,
                raw.metadata.marking,
            )
            for raw, name in duplicates
        ),
        *(_lost(one) for one in unread),
    ]
    return tuple(sorted(rows, key=lambda row: (row.name, row.state)))


def _lost(one: Unread) -> Coverage:
    problems = (one.problem, *one.problems)
    return Coverage(one.name, "unread", None, one.size, one.sha256, problems, one.metadata.marking)


def _used(account: Account, number: int, as_of: str) -> Coverage:
    source, problems = account.source, account.problems
    published = source.published or ""
    if published[:DAY] > as_of[:DAY]:
        later = f"was published {published}, later than the {as_of} that the brief stands for; it was used"
        problems += (Problem(f"{later}. Leave it out, or give a later --as-of"),)
    return Coverage(source.name, "used", number, source.size, source.sha256, problems)


def title_of(accounts: tuple[Account, ...], leading: tuple[int, ...]) -> str | None:
    """The title of the only source, or the names most spoken of.

    Of several sources it is the names that at least half of them speak of; where there is at most one, each
    gives a name too, that of its title or the one it speaks of most, those first whose numbers stand in
    `leading`, and what another has given stands once.
    """
    if len(accounts) > 1:
        return _title_of_several(accounts, leading)
    return next((one.title for one in accounts), "") or ", ".join(_most_named(accounts)[:NAMES]) or None


def _title_of_several(accounts: tuple[Account, ...], leading: tuple[int, ...]) -> str | None:
    chosen = _shared(accounts)[:NAMES]
    if len(chosen) > 1:
        return _joined(chosen, accounts)
    publishers = {one.source.origin.casefold() for one in accounts}
    order = dict.fromkeys([*leading, *range(1, len(accounts) + 1)])
    for number in list(order)[:TITLED]:
        names = _titular(accounts[number - 1])
        fresh = [name for name in names if name.casefold() not in publishers]
        told = {name.casefold() for name in chosen}
        chosen += [name for name in fresh[:1] if name.casefold() not in told]
    return _joined(chosen, accounts) or None


def _joined(names: list[str], accounts: tuple[Account, ...]) -> str:
    """`names`, those in capitals as another source writes them, if one does: of datelines."""
    capitals = {name.casefold() for name in names if name.isupper()}
    found = (one.name for account in accounts for one in account.names) if capitals else ()
    spelt = {name.casefold(): name for name in found if name.casefold() in capitals and not name.isupper()}
    return " · ".join(spelt.get(name.casefold(), name) for name in names)


def _shared(accounts: tuple[Account, ...]) -> list[str]:
    """The names that at least half of `accounts`, and two, speak of, those that most speak of first.

    Who published a source is not counted for naming itself in it.
    """
    counts: Counter[str] = Counter()
    for account in accounts:
        own = account.source.origin.casefold()
        counts.update({one.name.casefold() for one in account.names} - {own})
    least = max(2, -(-len(accounts) // 2))
    shared = {name for name, count in counts.items() if count >= least}
    if not shared:
        return []
    named = [name for name in _most_named(accounts) if name.casefold() in shared]
    once = {name.casefold(): name for name in reversed(named)}
    return sorted(once.values(), key=lambda name: (-counts[name.casefold()], named.index(name)))


def _titular(account: Account) -> list[str]:
    """The names of one source, those in its title first, then the one most spoken of."""
    title = account.title.casefold()
    return sorted(_most_named((account,)), key=lambda name: name.casefold() not in title)


def _most_named(accounts: Iterable[Account]) -> list[str]:
    """The names in `accounts`, the one most spoken of first."""
    counts: dict[str, int] = {}
    for account in accounts:
        for one in account.names:
            counts[one.name] = counts.get(one.name, 0) + one.places
    return sorted(counts, key=lambda name: (-counts[name], name))
