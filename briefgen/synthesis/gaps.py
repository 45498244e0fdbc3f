"""What no source says or confirms."""

from collections import Counter
from collections.abc import Iterable, Mapping

from briefgen.language.english.cues import AT_FIRST, NEAR_NEGATIONS, NOBODY
from briefgen.model.brief import Claim, Finding, Gap, GapKind, Source
from briefgen.model.source import Unread
from briefgen.synthesis.names import Registry
from briefgen.synthesis.numbering import Numbers

SILENT_FROM = 3
"""In so many claims somebody must be spoken of before their silence is worth a line."""

NO_SPEAKERS = NOBODY | NEAR_NEGATIONS | {"not"}
"""Words that open the label of a speaker who is none."""

UNNAMED_MOST = 8
"""Labels at most of speakers without a name, those who say most first."""

SILENT_MOST = 5
"""Lines at most on who is not heard, those most spoken of first."""


def gaps_of(
    claims: tuple[Claim, ...],
    findings: tuple[Finding, ...],
    spoken: Mapping[str, tuple[str, ...]],
    registry: Registry,
    sources: tuple[Source, ...],
    unread: tuple[Unread, ...],
) -> tuple[Gap, ...]:
    """Every gap: refusals first, then what is not confirmed, who is not named, who is not heard, the base.

    `spoken` has for each entity of `registry` of whom claims speak, and that no source quotes, their ids.
    """
    return (
        *_refusals(_standing(claims, sources), "declined"),
        *_refusals(claims, "unconfirmed"),
        *_single_origin(findings),
        *_unnamed(claims, len(sources) > 1),
        *_silent(claims, spoken, registry),
        *_undated(sources),
        *_unread(unread),
    )


def _standing(claims: tuple[Claim, ...], sources: tuple[Source, ...]) -> Iterable[Claim]:
    """The refusals to answer, without those of who had not yet, and is heard in a source of a later day."""
    days = {one.number: (one.published or "")[:10] for one in sources}
    heard: dict[str, str] = {}
    for one in claims:
        if one.speaker.entity and one.stance not in UNANSWERED:
            heard[one.speaker.entity] = max(heard.get(one.speaker.entity, ""), days[one.source])
    for one in (one for one in claims if one.stance == "declined"):
        at_first = not AT_FIRST.isdisjoint(one.statement.text.casefold().split())
        day = days[one.source]
        if not (at_first and day and heard.get(one.speaker.entity or "", "") > day):
            yield one


UNANSWERED = ("declined", "unconfirmed")
"""Stances of who is heard, but tells nothing."""


def _refusals(claims: Iterable[Claim], kind: GapKind) -> Iterable[Gap]:
    """A line for each; what stands in the words of another of them is told with that one."""
    told = [one for one in claims if one.stance == kind]
    ids = {one.id for one in told}
    for one in told:
        if one.parent not in ids:
            yield Gap(kind, one.statement.evidence, one.statement, one.speaker.label)


def _single_origin(findings: tuple[Finding, ...]) -> Iterable[Gap]:
    """One line for all findings that rest on one origin, as long as there is more than one line to tell."""
    alone = [finding for finding in findings if finding.origins == 1]
    if alone:
        evidence = tuple(dict.fromkeys(name for finding in alone for name in finding.evidence))
        yield Gap("single_origin", evidence, count=len(alone))


def _unnamed(claims: tuple[Claim, ...], several: bool) -> Iterable[Gap]:
    """One line for all that is known only from speakers without a name; of `several` sources with theirs."""
    nameless = [
        one
        for one in claims
        if not one.speaker.named and one.speaker.label and not _is_nobody(one.speaker.label)
    ]
    if nameless:
        told = [(one.source if several else 0, one.speaker.label) for one in nameless]
        labels = {(number, label.casefold()): label for number, label in reversed(told)}
        counts = Counter((number, label.casefold()) for number, label in told)
        most = [
            f"{labels[one]} (S{one[0]})" if several else labels[one]
            for one, _ in counts.most_common(UNNAMED_MOST)
        ]
        more = f" … (+{len(counts) - len(most)})" if len(counts) > len(most) else ""
        evidence = tuple(dict.fromkeys(name for one in nameless for name in one.statement.evidence))
        yield Gap("unnamed", evidence, subject="; ".join(most) + more, count=len(nameless))


def _is_nobody(label: str) -> bool:
    """Whether a speaker is none ("No official", "Hardly any witness"), of whom no name is missing."""
    return label.split()[0].casefold() in NO_SPEAKERS


def unheard(registry: Registry, numbers: tuple[Numbers, ...]) -> dict[str, tuple[str, ...]]:
    """People, organisations and countries that no source quotes, with the claims that speak of them."""
    found = {}
    for name, members in registry.members.items():
        if members[0][1].kind in SPEAKING and not any(one.heard for _, one in members):
            claims = tuple(
                numbers[number - 1].claim_at(place) for number, one in members for place in one.spoken_of
            )
            if len(claims) >= SILENT_FROM:
                found[name] = claims
    return found


def _silent(
    claims: tuple[Claim, ...], spoken: Mapping[str, tuple[str, ...]], registry: Registry
) -> Iterable[Gap]:
    order = sorted(spoken, key=lambda name: (-len(spoken[name]), int(name[1:])))
    for name in order[:SILENT_MOST]:
        told = (claims[int(one[1:]) - 1] for one in spoken[name])
        evidence = tuple(dict.fromkeys(cited for one in told for cited in one.content.evidence))
        yield Gap("silent", evidence, subject=registry.members[name][0][1].name, count=len(spoken[name]))


SPEAKING = ("person", "organisation", "country")
"""Kinds of entity that can answer."""


def _undated(sources: tuple[Source, ...]) -> Iterable[Gap]:
    without = tuple(source.id for source in sources if source.published is None)
    if without:
        yield Gap("undated", without, count=len(without))


def _unread(unread: tuple[Unread, ...]) -> Iterable[Gap]:
    if unread:
        yield Gap("unread", (), count=len(unread))
