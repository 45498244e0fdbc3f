"""What was found in a document, as JSON for programs and as a listing for people."""

from collections.abc import Iterator

import msgspec

from briefgen.cli.output import count, safe
from briefgen.model.annotation import Annotated, Claim, Entity
from briefgen.model.problem import Problem
from briefgen.model.span import Span


def as_jsonl(found: Annotated) -> bytes:
    """`found` as one line of JSON; the keys are those that `docs/extract.md` explains."""
    document = found.document
    row = {
        "path": document.path,
        "name": document.name,
        **msgspec.structs.asdict(document.metadata),
        "media_type": document.media_type,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "text": document.text,
        "blocks": document.blocks,
        "sentences": found.sentences,
        "clauses": found.clauses,
        "dates": found.dates,
        "quantities": found.quantities,
        "entities": found.entities,
        "claims": found.claims,
        "problems": _problems(found),
        "engine": found.engine,
    }
    return msgspec.json.encode(row) + b"\n"


def as_text(found: Annotated) -> bytes:
    """`found` as lines for people; control characters of the source are not sent to their terminal."""
    lines = [safe(line) for line in _lines(found)]
    return ("\n".join(lines) + "\n\n").encode()


def _lines(found: Annotated) -> Iterator[str]:
    document = found.document
    yield document.path
    for key, value in msgspec.structs.asdict(document.metadata).items():
        if value:
            yield f"  {key:<12} {value}"
    size = f"{count(document.words, 'word')}, {count(len(found.sentences), 'sentence')}"
    yield f"  {'read':<12} {size}"
    if found.engine:
        yield f"  {'engine':<12} {found.engine}"
    for problem in _problems(found):
        yield f"  {'problem':<12} {problem}"
    yield from _section("Claims", [_claim(claim, found) for claim in found.claims])
    yield from _section("Dates", [f"{date.value:<12} {date.span.of(document.text)}" for date in found.dates])
    yield from _section(
        "Quantities", [f"{one.value:<12g} {one.span.of(document.text)}" for one in found.quantities]
    )
    yield from _section("Entities", [_entity(entity, document.text) for entity in found.entities])


def _problems(found: Annotated) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys((*found.document.problems, *found.problems)))


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"  {title} ({len(lines)})"
        yield from (f"    {line}" for line in lines)


def _claim(claim: Claim, found: Annotated) -> str:
    text = found.document.text
    parts = [_speaker(claim, found), _words(claim.cue, text), _words(claim.content, text)]
    return f"{claim.stance:<12} {' | '.join(parts)}"


def _speaker(claim: Claim, found: Annotated) -> str:
    """Who says it, in the text's words, and in brackets whom they stand for."""
    words = _words(claim.speaker, found.document.text)
    meant = claim.stands_for.of(found.document.text) if claim.stands_for else ""
    if not meant and claim.entity is not None:
        meant = found.entities[claim.entity].name
    if not words:
        return f"[{meant}]" if meant else "nobody named"
    return f"{words} [{meant}]" if meant and meant not in words else words


def _entity(entity: Entity, text: str) -> str:
    others = dict.fromkeys(words for span in entity.mentions if (words := span.of(text)) != entity.name)
    aliases = f" ({', '.join(others)})" if others else ""
    return f"{entity.kind:<12} {entity.name} × {len(entity.mentions)}{aliases}"


def _words(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(span.of(text) for span in spans)
