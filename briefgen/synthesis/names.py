"""Who and where: the entities of all sources, one entry each, under every name that is used for them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from briefgen.model.account import Account, Named
from briefgen.model.annotation import EntityKind
from briefgen.model.brief import Alias, Entity, Line
from briefgen.synthesis.numbering import Numbers
from briefgen.synthesis.places import country_codes, point_of

PLACES: frozenset[EntityKind] = frozenset({"country", "place"})

Member = tuple[int, Named]
"""Number of a source, and an entity as that source speaks of it."""


class Registry(msgspec.Struct, frozen=True):
    """Which entities of which sources are the same."""

    ids: tuple[tuple[str, ...], ...]
    """For each source the ids of its entities in the base."""
    members: Mapping[str, tuple[Member, ...]]
    kinds: Mapping[str, EntityKind]


def register(accounts: tuple[Account, ...]) -> Registry:
    """Entities that share a canonical name are one, if their kind is the same or may be taken for the same.

    So is somebody whom one source calls by a surname alone, if the others name just one person with it. They
    are numbered in the order of the sources.
    """
    kinds = _kinds(accounts)
    bearers = _bearers(accounts)
    groups: dict[tuple[EntityKind, str], list[Member]] = {}
    names: dict[tuple[EntityKind, str], str] = {}
    ids = []
    for number, account in enumerate(accounts, 1):
        mine = []
        own = {one.name.casefold() for one in account.names}
        for one in account.names:
            name = one.name.casefold()
            full = bearers.get(name)
            if full is not None and one.kind == "person" and full not in own:
                name = full
            key = (kinds.get(name, one.kind), name)
            groups.setdefault(key, []).append((number, one))
            mine.append(names.setdefault(key, f"N{len(names) + 1}"))
        ids.append(tuple(mine))
    return Registry(
        tuple(ids),
        MappingProxyType({names[key]: tuple(members) for key, members in groups.items()}),
        MappingProxyType({name: kind for (kind, _), name in names.items()}),
    )


def _bearers(accounts: tuple[Account, ...]) -> dict[str, str]:
    """By each surname the full name of the only person who bears it, in small letters."""
    found: dict[str, set[str]] = {}
    for account in accounts if len(accounts) > 1 else ():
        for one in account.names:
            if one.kind == "person" and " " in one.name:
                full = one.name.casefold()
                found.setdefault(full.rpartition(" ")[2], set()).add(full)
    return {surname: full for surname, (full, *others) in found.items() if not others}


def _kinds(accounts: tuple[Account, ...]) -> dict[str, EntityKind]:
    """Of each name that sources take for different kinds of thing the kind that most mentions have.

    A name that one source uses for two things, and one of a person and a place, stands for two.
    """
    counts: dict[str, Counter[EntityKind]] = {}
    apart: set[str] = set()
    for account in accounts if len(accounts) > 1 else ():
        mine: set[str] = set()
        for one in account.names:
            name = one.name.casefold()
            apart |= {name} & mine
            mine.add(name)
            counts.setdefault(name, Counter())[one.kind] += one.mentions
    return {
        name: found.most_common(1)[0][0]
        for name, found in counts.items()
        if name not in apart and not ("person" in found and found.keys() & PLACES)
    }


class First(msgspec.Struct, frozen=True):
    """What of an entity is told: each of its names and roles where it stands first."""

    forms: tuple[tuple[int, Alias], ...]
    """The most frequent first, each with the number of a source, whose evidence it names, and the count of
    all sources."""
    roles: tuple[tuple[int, Line], ...]


def first_told(members: tuple[Member, ...]) -> First:
    """Where each name and each role of an entity stands first, or is worded last."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, Alias]] = {}
    roles: dict[str, tuple[int, Line]] = {}
    for number, one in members:
        for form in one.forms:
            counts[form.name] += form.count
            first.setdefault(form.name, (number, form))
        roles.update((role.text.casefold(), (number, role)) for role in one.roles)
    forms = (
        (first[form][0], Alias(form, count, first[form][1].evidence)) for form, count in counts.most_common()
    )
    return First(tuple(forms), tuple(roles.values()))


def cited_by(first: Iterable[First]) -> Iterable[tuple[int, str]]:
    """Numbers of sources, and the ids that sentences which entities rest on have in these."""
    for one in first:
        yield from ((number, form.evidence) for number, form in one.forms)
        yield from ((number, name) for number, role in one.roles for name in role.evidence)


def entities_of(
    registry: Registry, told: Mapping[str, First], numbers: tuple[Numbers, ...]
) -> tuple[Entity, ...]:
    """Every entity with its aliases, those most spoken of first.

    `told` has what is told of each, `numbers` for each source the ids that it has in the base.
    """
    found = [
        _entity(name, registry.kinds[name], members, told[name], numbers)
        for name, members in registry.members.items()
    ]
    ordered = sorted(found, key=lambda entity: (-entity.mentions, int(entity.id[1:])))
    countries = _countries(registry)
    return tuple(_placed(entity, registry, countries) for entity in ordered)


def _entity(
    name: str, kind: EntityKind, members: tuple[Member, ...], told: First, numbers: tuple[Numbers, ...]
) -> Entity:
    aliases = tuple(
        Alias(form.name, form.count, numbers[number - 1].evidence[form.evidence])
        for number, form in told.forms
    )
    roles = tuple(numbers[number - 1].line(role) for number, role in told.roles)
    of_roles = (name for role in roles for name in role.evidence)
    cited = dict.fromkeys([*(alias.evidence for alias in aliases), *of_roles])
    return Entity(
        id=name,
        name=max((one.name for _, one in members), key=_fullness),
        kind=kind,
        aliases=aliases,
        mentions=sum(alias.count for alias in aliases),
        claims=sum(one.claims for _, one in members),
        evidence=tuple(cited),
        roles=roles,
    )


def _fullness(name: str) -> int:
    """How many words a name has; of several with as many the first is taken."""
    return name.count(" ")


def _countries(registry: Registry) -> dict[int, frozenset[str]]:
    """By the number of a source the codes of the countries that it names."""
    names: dict[int, set[str]] = {}
    for members in registry.members.values():
        for number, one in members:
            if one.kind == "country":
                names.setdefault(number, set()).add(one.name)
    return {number: country_codes(named) for number, named in names.items()}


def _placed(entity: Entity, registry: Registry, countries: Mapping[int, frozenset[str]]) -> Entity:
    """`entity` with its place, if it has one that is known."""
    if entity.kind not in PLACES:
        return entity
    sources = {number for number, _ in registry.members[entity.id]}
    beside = frozenset[str]().union(*(countries.get(number, frozenset()) for number in sources))
    return msgspec.structs.replace(entity, place=point_of(entity.name, entity.kind, beside))
