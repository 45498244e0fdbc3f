"""Only what may have to do with what is new or lost is looked at, and no outcome is another for it."""

import random
from hashlib import sha256

import pytest
from msgspec.structs import replace

from briefgen.model.brief import Brief
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource
from briefgen.pipeline import make_brief, read_base
from briefgen.synthesis.lineage import Lineage, lineage_of
from briefgen.synthesis.matching import Matching, match
from briefgen.synthesis.selection import Selection, select
from briefgen.synthesis.statements import claimed, findings_alone, in_order, names_of

PEOPLE = ("Anna Novak", "Boris Ostrom", "The ministry", "Solberg", "Erna Solberg", "A spokesman for Norsal")
VERBS = ("said", "denied", "warned", "confirmed", "said on Monday")
THINGS = (
    "the bridge over the Tarn was closed",
    "the bridge over the Tarn would not be closed",
    "{0} houses had lost power",
    "at least {0} ships lay off the coast",
    "the talks in Estria had failed",
    "it was ready",
    "the report was wrong",
    "crews would need {0} days",
    "prices rose by {0} percent in March",
)


def base(seed: int, sources: int) -> list[str]:
    """Texts of claims that repeat each other, in part in other words and numbers."""
    chance = random.Random(seed)

    def told() -> str:
        return (
            f"{chance.choice(PEOPLE)} {chance.choice(VERBS)} that "
            f"{chance.choice(THINGS).format(chance.randrange(12, 16))}."
        )

    return [
        "\n\n".join([f"Report {number}.", *(told() for _ in range(chance.randrange(2, 7)))])
        for number in range(sources)
    ]


def brief_of(texts: dict[str, str], edition: int) -> Brief:
    raws = tuple(
        RawSource(f"/x/{name}", name, "text/plain", data, sha256(data).hexdigest())
        for name, text in texts.items()
        if (data := text.encode())
    )
    request = Request("x", "2024-10-18", edition=edition)
    return make_brief(read_base(raws, (), Metadata(published="2024-10-18")), request)


def editions(seed: int, sources: int = 24) -> tuple[Brief, Brief, dict[str, str]]:
    """Two editions of some `sources`, of which a few came, went, changed or lie outside."""
    chance = random.Random(seed)
    texts = {f"{number:03}.txt": text for number, text in enumerate(base(seed, sources))}
    names = sorted(texts)
    before = brief_of({name: texts[name] for name in names[:-2]}, 1)
    lost, outside, renewed = (set(chance.sample(names[:-2], count)) for count in (2, 5, 2))
    later = {name: text for name, text in texts.items() if name not in lost | outside}
    further = base(seed + 1000, len(names))
    later |= {name: further[names.index(name)] for name in renewed - lost - outside}
    standing = {one.name: one.sha256 for one in before.sources if one.name in outside}
    return before, brief_of(later, 2), standing


def with_all(before: Brief, after: Brief, chosen: Selection) -> Selection:
    """Every statement of the two editions, with the weights and the common words of those `chosen`."""
    told = []
    for brief in (before, after):
        names, last = names_of(brief.entities), len(brief.key_points)
        ranks = {claim: place for place, one in enumerate(brief.key_points) for claim in one.claims}
        claims = (
            claimed(one, brief.sources[one.source - 1], names, ranks.get(one.id, last), {})
            for one in brief.claims
        )
        told.append(in_order([*claims, *findings_alone(brief)]))
    return chosen._replace(before=told[0], after=told[1], idle=())


def seen(matching: Matching, chosen: Selection, tied: Lineage) -> tuple[object, ...]:
    """What is made of a matching, whichever statements were looked at.

    That a source outside of the window says what one says that stands as it stood, nobody needs to know.
    """
    stood = [(one, other) for one, other in chosen.idle if other]
    apart = dict.fromkeys((one.id for one, other in chosen.idle if not other), "not_compared")
    pairs = [
        pair
        for pair in matching.same
        if tied.fates[pair.before.source.sha256] != "outside" or pair.after.source.sha256 not in tied.kept
    ]
    same = {(pair.before.id, pair.after.id) for pair in pairs} | {(one.id, other.id) for one, other in stood}
    earlier = {**matching.earlier, **dict.fromkeys((one.id for one, _ in stood), "unchanged"), **apart}
    again = {one for one, _ in same}
    outside = {
        one.id
        for one in chosen.before
        if tied.fates[one.source.sha256] == "outside"
        and earlier[one.id] == "unchanged"
        and one.id not in again
    }
    later = {**matching.later, **dict.fromkeys((other.id for _, other in stood), "unchanged")}
    changed = {(pair.before.id, pair.after.id) for pair in matching.changed}
    return earlier | dict.fromkeys(outside, "not_compared"), later, same, changed


def lineage(before: Brief, after: Brief, standing: dict[str, str]) -> Lineage:
    return lineage_of(before, after, standing)


@pytest.mark.parametrize(("seed", "sources"), [*((seed, 24) for seed in range(20)), (1, 120)])
def test_what_is_not_looked_at_would_have_come_out_the_same(seed: int, sources: int) -> None:
    before, after, standing = editions(seed, sources)
    tied = lineage(before, after, standing)
    chosen = select((before, after), tied, frozenset())
    few = match(chosen, tied, (before, after))
    everything = with_all(before, after, chosen)
    assert seen(few, chosen, tied) == seen(match(everything, tied, (before, after)), everything, tied)


def test_an_edition_beside_itself_needs_no_look_at_any_claim() -> None:
    before, _, _ = editions(1)
    chosen = select((before, replace(before, edition=2)), lineage(before, before, {}), frozenset())
    assert not any(one.claim for one in (*chosen.before, *chosen.after))
    assert len(chosen.idle) == len(before.claims)


def test_of_what_stands_in_no_rare_word_of_what_is_new_nothing_is_looked_at() -> None:
    old = {
        "a.txt": "Anna Novak said that the bridge was closed.",
        "b.txt": "Boris Ostrom said that hens lay.",
    }
    before = brief_of(old, 1)
    after = brief_of(old | {"c.txt": "Clara Quist said that the bridge was open."}, 2)
    chosen = select((before, after), lineage(before, after, {}), frozenset())
    assert [one.line.text for one in chosen.before if one.claim] == [
        "Anna Novak said that the bridge was closed."
    ]
