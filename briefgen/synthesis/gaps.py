"""What no source says or confirms."""

from collections import Counter
from collections.abc import Iterable, Mapping

from briefgen.language.english.cues import NEAR_NEGATIONS, NOBODY
from briefgen.model.brief import Finding, Gap, GapKind, Line, Source
from briefgen.model.source import Unread
from briefgen.synthesis.ledger import Ledger, cite
from briefgen.synthesis.names import Registry
from briefgen.synthesis.reading import content_span, named_in
from briefgen.synthesis.voices import Voice

SILENT_FROM = 3
"""In so many claims somebody must be spoken of before their silence is worth a line."""

UNNAMED_MOST = 8
"""Labels at most of speakers without a name, those who say most first."""

SILENT_MOST = 5
"""Lines at most on who is not heard, those most spoken of first."""


def gaps_of(
    voices: tuple[Voice, ...],
    lines: Mapping[str, Line],
    findings: tuple[Finding, ...],
    registry: Registry,
    ledger: Ledger,
    sources: tuple[Source, ...],
    unread: tuple[Unread, ...],
) -> tuple[Gap, ...]:
    """Every gap: refusals first, then what is not confirmed, who is not named, who is not heard, the base."""
    return (
        *_refusals(voices, lines, "declined"),
        *_refusals(voices, lines, "unconfirmed"),
        *_single_origin(findings),
        *_unnamed(voices, lines, len(sources) > 1),
        *_silent(voices, registry, ledger),
        *_undated(sources),
        *_unread(unread),
    )


def _refusals(voices: tuple[Voice, ...], lines: Mapping[str, Line], kind: GapKind) -> Iterable[Gap]:
    for voice in voices:
        if voice.found.stance == kind:
            line = lines[voice.id]
            yield Gap(kind, line.evidence, line, voice.speaker.label)


def _single_origin(findings: tuple[Finding, ...]) -> Iterable[Gap]:
    """One line for all findings that rest on one origin, as long as there is more than one line to tell."""
    alone = [finding for finding in findings if finding.origins == 1]
    if alone:
        evidence = tuple(dict.fromkeys(name for finding in alone for name in finding.evidence))
        yield Gap("single_origin", evidence, count=len(alone))


def _unnamed(voices: tuple[Voice, ...], lines: Mapping[str, Line], several: bool) -> Iterable[Gap]:
    """One line for all that is known only from speakers without a name; of `several` sources with theirs."""
    nameless = [
        voice
        for voice in voices
        if not voice.speaker.named and voice.speaker.label and not _is_nobody(voice.speaker.label)
    ]
    if nameless:
        told = [(voice.source.number if several else 0, voice.speaker.label) for voice in nameless]
        labels = {(number, label.casefold()): label for number, label in reversed(told)}
        counts = Counter((number, label.casefold()) for number, label in told)
        most = [
            f"{labels[one]} (S{one[0]})" if several else labels[one]
            for one, _ in counts.most_common(UNNAMED_MOST)
        ]
        more = f" … (+{len(counts) - len(most)})" if len(counts) > len(most) else ""
        evidence = tuple(dict.fromkeys(name for voice in nameless for name in lines[voice.id].evidence))
        yield Gap("unnamed", evidence, subject="; ".join(most) + more, count=len(nameless))


def _is_nobody(label: str) -> bool:
    """Whether a speaker is none ("No official", "Hardly any witness"), of whom no name is missing."""
    return label.split()[0].casefold() in NOBODY | NEAR_NEGATIONS | {"not"}


def _silent(voices: tuple[Voice, ...], registry: Registry, ledger: Ledger) -> Iterable[Gap]:
    """People, organisations and countries that claims are about and that no source quotes."""
    about = _spoken_of(voices)
    heard = _heard(voices)
    rows = []
    places_of: dict[str, set[tuple[int, int]]] = {}
    for place, name in registry.ids.items():
        places_of.setdefault(name, set()).add(place)
    for name, members in registry.members.items():
        places = places_of[name]
        claims = [voice for place in sorted(places) for voice in about.get(place, ())]
        if len(claims) >= SILENT_FROM and not places & heard and members[0][1].kind in SPEAKING:
            rows.append((-len(claims), int(name[1:]), members[0][1].name, claims))
    for _, _, subject, claims in sorted(rows, key=lambda row: row[:2])[:SILENT_MOST]:
        evidence = tuple(
            dict.fromkeys(
                name
                for voice in claims
                for span in voice.found.content
                for name in cite(ledger, voice.source, span)
            )
        )
        yield Gap("silent", evidence, subject=subject, count=len(claims))


SPEAKING = ("person", "organisation", "country")
"""Kinds of entity that can answer."""


def _spoken_of(voices: tuple[Voice, ...]) -> dict[tuple[int, int], list[Voice]]:
    """For each entity of each source the claims whose content names it."""
    found: dict[tuple[int, int], list[Voice]] = {}
    for voice in voices:
        for index in sorted(named_in(voice.source, (content_span(voice.found),))):
            found.setdefault((voice.source.number, index), []).append(voice)
    return found


def _heard(voices: tuple[Voice, ...]) -> frozenset[tuple[int, int]]:
    """The entities that speak, or whose people do ("North Korean officials")."""
    heard = set()
    for voice in voices:
        fuller = (voice.found.stands_for,) if voice.found.stands_for else ()
        heard |= {(voice.source.number, one) for one in named_in(voice.source, voice.found.speaker + fuller)}
        if voice.found.entity is not None:
            heard.add((voice.source.number, voice.found.entity))
    return frozenset(heard)


def _undated(sources: tuple[Source, ...]) -> Iterable[Gap]:
    without = tuple(source.id for source in sources if source.published is None)
    if without:
        yield Gap("undated", without, count=len(without))


def _unread(unread: tuple[Unread, ...]) -> Iterable[Gap]:
    if unread:
        yield Gap("unread", (), count=len(unread))
