"""Whatever a text holds, what is found in it stands in it, in order, and is the same every time."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from any_texts import DAYS, TEXTS
from hypothesis import given, settings

from briefgen.cli.listing import as_jsonl, as_text
from briefgen.extract import annotate
from briefgen.model.annotation import Annotated, Claim, Entity
from briefgen.model.document import Document
from briefgen.model.source import Metadata
from briefgen.model.span import Span
from briefgen.readers.paragraphs import find_blocks


def annotated(text: str, published: str | None) -> Annotated:
    day = Metadata(published=published)
    return annotate(Document("a", "a", "text/plain", "utf-8", "", len(text), text, find_blocks(text), day))


def spans_of(claim: Claim) -> Iterator[Span]:
    yield from (*claim.speaker, *claim.cue, *claim.content)
    if claim.stands_for:
        yield claim.stands_for


def parts_of(entity: Entity) -> Iterator[Span]:
    yield from (*entity.mentions, *entity.demonyms, *entity.attributive, *entity.roles)


def all_spans(found: Annotated) -> Iterator[Span]:
    yield from (block.span for block in found.document.blocks)
    yield from (sentence.span for sentence in found.sentences)
    yield from found.clauses
    yield from (date.span for date in found.dates)
    yield from (quantity.span for quantity in found.quantities)
    yield from (quantity.what for quantity in found.quantities if quantity.what)
    yield from (span for entity in found.entities for span in parts_of(entity))
    yield from (span for claim in found.claims for span in spans_of(claim))


def follow_one_another(spans: Sequence[Span]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(spans))


@settings(max_examples=300)
@given(TEXTS, DAYS)
def test_every_finding_stands_in_the_text_and_in_order(text: str, published: str | None) -> None:
    found = annotated(text, published)

    for span in all_spans(found):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text) != ""
    assert follow_one_another([block.span for block in found.document.blocks])
    assert follow_one_another([sentence.span for sentence in found.sentences])
    assert follow_one_another([date.span for date in found.dates])
    assert follow_one_another([quantity.span for quantity in found.quantities])
    assert follow_one_another(sorted(span for entity in found.entities for span in entity.mentions))
    assert list(found.clauses) == sorted(found.clauses)
    for entity in found.entities:
        assert entity.mentions or entity.demonyms or entity.attributive
        assert list(entity.mentions) == sorted(entity.mentions)
    for claim in found.claims:
        for part in (claim.speaker, claim.cue, claim.content):
            assert follow_one_another(part)


@settings(max_examples=300)
@given(TEXTS, DAYS)
def test_what_findings_refer_to_is_there(text: str, published: str | None) -> None:
    found = annotated(text, published)

    assert "".join(one.span.of(text) for one in found.sentences).split() or not text.split()
    for number, claim in enumerate(found.claims):
        assert claim.cue
        assert claim.content
        assert claim.entity is None or claim.entity in range(len(found.entities))
        assert claim.parent is None or claim.parent in {*range(len(found.claims))} - {number}
    for date in found.dates:
        if date.earliest and date.latest:
            assert date.earliest[:10] <= date.latest[:10]
    for quantity in found.quantities:
        assert quantity.value == quantity.value != float("inf")
        assert any(sentence.span.holds(quantity.span) for sentence in found.sentences)


@settings(max_examples=200)
@given(TEXTS, DAYS)
def test_the_same_text_is_read_and_shown_the_same(text: str, published: str | None) -> None:
    found, again = annotated(text, published), annotated(text, published)

    assert found == again
    assert as_jsonl(found) == as_jsonl(again)
    assert as_text(found).decode()
