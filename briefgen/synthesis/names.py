"""Who and where: the entities of all sources, one entry each, under every name that is used for them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from briefgen.model.annotation import Entity as FoundEntity
from briefgen.model.annotation import EntityKind
from briefgen.model.brief import Alias, Entity, Line
from briefgen.synthesis.ledger import Ledger, cite
from briefgen.synthesis.lines import passage
from briefgen.synthesis.places import country_codes, point_of
from briefgen.synthesis.reading import Reading

PLACES: frozenset[EntityKind] = frozenset({"country", "place"})

Place = tuple[int, int]
"""Number of a source and index of an entity in it."""


class Registry(msgspec.Struct, frozen=True):
    """Which entities of which sources are the same."""

    ids: Mapping[Place, str]
    members: Mapping[str, tuple[tuple[Reading, FoundEntity], ...]]
    kinds: Mapping[str, EntityKind]
    bearers: Mapping[tuple[int, str], int]
    """Of each source and each word that is part of one person's name there alone: index of that person."""


def register(sources: tuple[Reading, ...]) -> Registry:
    """Entities that share a canonical name are one, if their kind is the same or may be taken for the same.

    They are numbered in the order of the sources.
    """
    kinds = _kinds(sources)
    groups: dict[tuple[EntityKind, str], list[tuple[Reading, FoundEntity]]] = {}
    places: dict[Place, tuple[EntityKind, str]] = {}
    for source in sources:
        for index, entity in enumerate(source.found.entities):
            name = entity.name.casefold()
            key = (kinds.get(name, entity.kind), name)
            groups.setdefault(key, []).append((source, entity))
            places[source.number, index] = key
    names = {key: f"N{number}" for number, key in enumerate(groups, 1)}
    return Registry(
        MappingProxyType({place: names[key] for place, key in places.items()}),
        MappingProxyType({names[key]: tuple(members) for key, members in groups.items()}),
        MappingProxyType({name: kind for (kind, _), name in names.items()}),
        MappingProxyType(_bearers(sources)),
    )


def _kinds(sources: tuple[Reading, ...]) -> dict[str, EntityKind]:
    """Of each name that sources take for different kinds of thing the kind that most mentions have.

    A name that one source uses for two things, and one of a person and a place, stands for two.
    """
    counts: dict[str, Counter[EntityKind]] = {}
    apart: set[str] = set()
    for source in sources if len(sources) > 1 else ():
        mine: set[str] = set()
        for entity in source.found.entities:
            name = entity.name.casefold()
            apart |= {name} & mine
            mine.add(name)
            counts.setdefault(name, Counter())[entity.kind] += len(entity.mentions)
    return {
        name: found.most_common(1)[0][0]
        for name, found in counts.items()
        if name not in apart and not ("person" in found and found.keys() & PLACES)
    }


def _bearers(sources: tuple[Reading, ...]) -> dict[tuple[int, str], int]:
    found: dict[tuple[int, str], list[int]] = {}
    for source in sources:
        for index, entity in enumerate(source.found.entities):
            if entity.kind == "person":
                for word in entity.name.split():
                    found.setdefault((source.number, word), []).append(index)
    return {word: indexes[0] for word, indexes in found.items() if len(set(indexes)) == 1}


def entities_of(registry: Registry, ledger: Ledger, speakers: Iterable[str]) -> tuple[Entity, ...]:
    """Every entity with its aliases, those most spoken of first; `speakers` are the ids of who claims."""
    spoken = Counter(speakers)
    found = [
        _entity(name, registry.kinds[name], members, ledger, spoken[name])
        for name, members in registry.members.items()
    ]
    ordered = sorted(found, key=lambda entity: (-entity.mentions, int(entity.id[1:])))
    countries = _countries(registry)
    return tuple(_placed(entity, registry, countries) for entity in ordered)


def _countries(registry: Registry) -> dict[int, frozenset[str]]:
    """By the number of a source the codes of the countries that it names."""
    names: dict[int, set[str]] = {}
    for members in registry.members.values():
        for source, entity in members:
            if entity.kind == "country":
                names.setdefault(source.number, set()).add(entity.name)
    return {number: country_codes(named) for number, named in names.items()}


def _placed(entity: Entity, registry: Registry, countries: Mapping[int, frozenset[str]]) -> Entity:
    """`entity` with its place, if it has one that is known."""
    if entity.kind not in PLACES:
        return entity
    sources = {source.number for source, _ in registry.members[entity.id]}
    beside = frozenset[str]().union(*(countries.get(number, frozenset()) for number in sources))
    return msgspec.structs.replace(entity, place=point_of(entity.name, entity.kind, beside))


def _entity(
    name: str,
    kind: EntityKind,
    members: tuple[tuple[Reading, FoundEntity], ...],
    ledger: Ledger,
    spoken: int,
) -> Entity:
    forms: Counter[str] = Counter()
    first: dict[str, str] = {}
    for source, entity in members:
        for mention in entity.mentions:
            form = " ".join(mention.of(source.text).split())
            forms[form] += 1
            if form not in first:
                first[form] = cite(ledger, source, mention)[0]
    aliases = tuple(Alias(form, count, first[form]) for form, count in forms.most_common())
    roles = roles_of(members, ledger)
    cited = dict.fromkeys(
        [*(alias.evidence for alias in aliases), *(e for role in roles for e in role.evidence)]
    )
    return Entity(
        id=name,
        name=members[0][1].name,
        kind=kind,
        aliases=aliases,
        mentions=sum(forms.values()),
        claims=spoken,
        evidence=tuple(cited),
        roles=roles,
    )


def roles_of(members: tuple[tuple[Reading, FoundEntity], ...], ledger: Ledger) -> tuple[Line, ...]:
    """What sources call the entity, each wording once."""
    lines = [passage(source, ledger, role) for source, entity in members for role in entity.roles]
    return tuple({line.text.casefold(): line for line in lines}.values())
