"""Put together what one source tells by itself."""

from collections import Counter
from collections.abc import Iterable

from briefgen.model.account import Account, Named, Statements, packed
from briefgen.model.brief import Alias, Claim, Figure, Outlook, Source
from briefgen.synthesis.figures import counted, figures_of
from briefgen.synthesis.ledger import cite, evidence_at, sentence_of
from briefgen.synthesis.lines import passage
from briefgen.synthesis.outlook import outlook_of
from briefgen.synthesis.reading import Reading, content_span, named_in, title_of
from briefgen.synthesis.speakers import entity_id
from briefgen.synthesis.timeline import events_of
from briefgen.synthesis.tolls import is_addition, tallied
from briefgen.synthesis.voices import Voice, told
from briefgen.synthesis.workings import Workings


def account_of(workings: Workings) -> Account:
    """What the source tells that `workings` were made of."""
    source, voices, lines = workings.source, workings.voices, workings.lines
    statuses = workings.statuses
    document = source.found.document
    claims = tuple(told(voice, lines[voice.id], statuses[voice.id]) for voice in voices)
    events = events_of(source, voices, lines, statuses)
    figures = figures_of(source, voices, lines, statuses)
    outlook = outlook_of(source, voices, lines, statuses)
    names = _names(source, voices)
    groups: tuple[tuple[Claim | Figure | Outlook, ...], ...] = (claims, figures, outlook)
    cited = {name for group in groups for one in group for name in one.evidence}
    cited |= {name for one in workings.candidates if one.voice is None for name in cite(source, one.span)}
    further = {name for event in events for name in event.evidence} | set(_cited_by(names))
    statements = Statements(
        claims=claims,
        figures=figures,
        outlook=outlook,
        evidence=tuple(evidence_at(source, name) for name in sorted(cited | further, key=sentence_of)),
    )
    return Account(
        source=_source(source),
        problems=(*document.problems, *source.found.problems),
        engine=source.found.engine,
        title=title_of(source),
        names=names,
        events=events,
        claims=len(claims),
        counted=tuple(counted(figure) for figure in figures),
        harmed=tuple("" if is_addition(figure) else tallied(figure) for figure in figures),
        cited=tuple(sorted(cited, key=sentence_of)),
        best=max((one.score for one in workings.candidates), default=0.0),
        packed=packed(statements),
    )


def _source(source: Reading) -> Source:
    document, about = source.found.document, source.found.document.metadata
    return Source(
        number=1,
        name=document.name,
        media_type=document.media_type,
        encoding=document.encoding,
        size=document.size,
        sha256=document.sha256,
        words=document.words,
        claims=len(source.found.claims),
        title=about.title,
        publisher=about.publisher,
        author=about.author,
        published=about.published,
        url=about.url,
        language=about.language,
        marking=about.marking,
        reliability=about.reliability,
    )


def _cited_by(names: Iterable[Named]) -> Iterable[str]:
    """Ids of the evidence that entities rest on."""
    for one in names:
        yield from (form.evidence for form in one.forms)
        yield from (name for role in one.roles for name in role.evidence)


def _names(source: Reading, voices: tuple[Voice, ...]) -> tuple[Named, ...]:
    speaking = Counter(name for voice in voices for name in voice.names)
    heard = _heard(source, voices)
    spoken_of: dict[int, list[int]] = {}
    for place, voice in enumerate(voices):
        for index in named_in(source, (content_span(voice.found),)):
            spoken_of.setdefault(index, []).append(place)
    return tuple(
        Named(
            name=entity.name,
            kind=entity.kind,
            mentions=len(entity.mentions),
            places=len(entity.mentions) + len(entity.demonyms) + len(entity.attributive),
            forms=_forms(source, index),
            roles=tuple(passage(source, role) for role in entity.roles),
            claims=speaking[entity_id(index)],
            heard=index in heard,
            spoken_of=tuple(spoken_of.get(index, ())),
        )
        for index, entity in enumerate(source.found.entities)
    )


def _forms(source: Reading, index: int) -> tuple[Alias, ...]:
    counts: dict[str, int] = {}
    first: dict[str, str] = {}
    for mention in source.found.entities[index].mentions:
        form = " ".join(mention.of(source.text).split())
        counts[form] = counts.get(form, 0) + 1
        if form not in first:
            first[form] = cite(source, mention)[0]
    return tuple(Alias(form, count, first[form]) for form, count in counts.items())


def _heard(source: Reading, voices: tuple[Voice, ...]) -> frozenset[int]:
    """Indexes of the entities that speak, or whose people do ("North Korean officials")."""
    heard: set[int] = set()
    for voice in voices:
        fuller = (voice.found.stands_for,) if voice.found.stands_for else ()
        heard |= named_in(source, voice.found.speaker + fuller)
        if voice.found.entity is not None:
            heard.add(voice.found.entity)
    return frozenset(heard)
