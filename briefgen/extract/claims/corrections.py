"""Find what a text takes back, or sets right, of what it or its speakers said before."""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from briefgen.extract.claims.ordering import first_word, without
from briefgen.extract.claims.stance import stance_of
from briefgen.language.english import corrections as english
from briefgen.language.english.cues import CORRECTION_HINTS
from briefgen.model.annotation import Claim, Sentence
from briefgen.model.document import Document
from briefgen.model.span import Span, cover

LONGEST = 1000
"""Characters of a sentence in which a correction is looked for."""
LEAD_IN = 200
"""Characters before it in its sentence at most: a label, a reason ("Because of an editing error, …")."""
PARAGRAPH = 2000
"""Characters of a paragraph in which it is looked for whether the text says that it corrects itself."""
COLUMN = 12
"""Paragraphs below a heading "Corrections" that belong to it, at most."""
MARKS = '"“”«»'

OPENS = re.compile(r"\W*(?:[^\n]*[:,(\[—–-])?\W*")
"""What may stand before words by which a text corrects itself: a label, or a reason up to its comma."""


def with_corrections(claims: list[Claim], document: Document, sentences: Sequence[Sentence]) -> list[Claim]:
    """`claims`, with what the text itself takes back denied, and what it says instead as its own claim.

    "An earlier version of this article said the gate was open": nobody stands for that any more. "This story
    has been corrected to say that it was shut" asserts what follows. A claim right before "He has withdrawn
    that statement", of the same speaker, is denied too.
    """
    made = (corrected_in(document, one) for one in sentences if may_correct(one.span, document.text))
    claims = put_in(claims, [one for one in made if one is not None])
    return withdrawn(claims, document, sentences)


def may_correct(sentence: Span, text: str) -> bool:
    """Whether a sentence holds any word without which it takes nothing back."""
    words = sentence.of(text).lower() if sentence.length <= LONGEST else ""
    return any(hint in words for hint in CORRECTION_HINTS)


def corrected_in(document: Document, sentence: Sentence) -> Claim | None:
    """What a sentence takes back, or says instead; none where it does neither."""
    text = document.text
    words = sentence.span.of(text)
    for name in ("OWN", "IN_OWN", *contexts(document, sentence)):
        found = opening(name, words)
        made = found and taken_back(found, sentence.span, text)
        if made:
            return made
    found = opening("GIVEN", words)
    made = found and given(found, sentence.span, text)
    if made:
        return made
    found = opening("SET_RIGHT", words)
    return set_right(found, sentence.span, text) if found else None


def opening(name: str, words: str) -> re.Match[str] | None:
    """The first match of a pattern in a sentence that nothing but a label or a reason stands before."""
    for found in pattern(name).finditer(words):
        before = words[: found.start()]
        quoted = any(before.count(mark) % 2 for mark in '"') or before.count("“") > before.count("”")
        if len(before) <= LEAD_IN and not quoted and OPENS.fullmatch(before):
            return found
    return None


@functools.cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of `corrections`, compiled when it is first needed, with what follows words taken back."""
    words = getattr(english, name)
    whole = words if name in WHOLE else rf"\b(?P<text>{words}){english.SAYING}"
    return re.compile(whole, re.IGNORECASE)


WHOLE = frozenset(
    {
        "SET_RIGHT",
        "LABEL",
        "STRICT",
        "TAKEN_BACK",
        "INSTEAD",
        "TURN",
        "NAMES_NO_MORE",
        "POINTED",
        "WRONGLY",
        "GIVEN",
        "WAS_WRONG",
        "OURSELVES",
        "CORRECTS",
        "PRINTED",
    }
)
"""Patterns that stand by themselves."""


def contexts(document: Document, sentence: Sentence) -> Iterator[str]:
    """Which further words may be those taken back, as a label or other words in the paragraph tell."""
    blocks, text = document.blocks, document.text
    own = blocks[sentence.block].span
    paragraph = text[own.start : min(own.end, own.start + PARAGRAPH)]
    label = pattern("LABEL").match(paragraph)
    inside = label is not None and label.end() < len(paragraph)
    if not inside:
        label = label_above(document, sentence.block)
        inside = label is not None
    if inside or pattern("TAKEN_BACK").search(paragraph):
        yield "LABELLED"
    if inside and label is not None and pattern("STRICT").match(label.group()):
        yield "WE"


def label_above(document: Document, block: int) -> re.Match[str] | None:
    """The heading or line above a paragraph, also of a column, by which a text corrects itself."""
    for one in reversed(document.blocks[max(0, block - COLUMN) : block]):
        words = one.span.of(document.text) if one.span.length <= LEAD_IN else ""
        label = pattern("LABEL").fullmatch(words) if words else None
        if label is not None or one.kind in ("title", "heading"):
            return label
    return None


def taken_back(found: re.Match[str], sentence: Span, text: str) -> Claim | None:
    """The claim that a text takes back; none where it does not tell what it had said."""
    verb = found["verb"].casefold().split()[-1]
    wrongly = found["wrongly"] or pattern("WRONGLY").search(found["how"]) or verb.startswith("mis")
    content = said(found, sentence, text)
    if content is None or (verb not in english.PLAIN and not wrongly):
        return None
    words = content.of(text)
    if pattern("NAMES_NO_MORE").match(words) or (
        verb.startswith("mis") and not pattern("TURN").search(words)
    ):
        return None
    start = found.start("how") if found["how"] else found.start("verb")
    end = found.end("wrongly") if found["wrongly"] else found.end("verb")
    return Claim(
        speaker=(
            spanned(found.start("text"), found.start("text") + len(found["text"].rstrip(",")), sentence),
        ),
        cue=(spanned(start, end, sentence),),
        content=(content,),
        stance="denied",
        quoted=any(mark in words for mark in MARKS),
        retracted=True,
    )


def given(found: re.Match[str], sentence: Span, text: str) -> Claim | None:
    """The claim of "in an earlier version of this article, the number was given as 40"."""
    rest = said(found, sentence, text)
    if rest is None:
        return None
    return Claim(
        speaker=(spanned(*found.span("text"), sentence),),
        cue=(spanned(*found.span("verb"), sentence),),
        content=(spanned(*found.span("what"), sentence), rest),
        stance="denied",
        quoted=any(mark in rest.of(text) for mark in MARKS),
        retracted=True,
    )


def set_right(found: re.Match[str], sentence: Span, text: str) -> Claim | None:
    """The claim of "this story has been corrected to say that the gate was shut"."""
    content = said(found, sentence, text, whole=True)
    if content is None:
        return None
    cue = spanned(*found.span("verb"), sentence)
    words = content.of(text)
    return Claim(
        speaker=(spanned(*found.span("text"), sentence),),
        cue=(cue,),
        content=(content,),
        stance=stance_of("say", cue.of(text), words, False, False),
        quoted=any(mark in words for mark in MARKS),
    )


def said(found: re.Match[str], sentence: Span, text: str, *, whole: bool = False) -> Span | None:
    """Where what was said stands: up to what is so instead, or, if `whole`, to the end of the sentence."""
    rest = text[sentence.start + found.end() : sentence.end]
    turn = None if whole else pattern("INSTEAD").search(rest)
    words = rest[: turn.start()] if turn else rest
    words = words.rstrip(" \t\r\n.,;:!?*" + ("" if "(" in words else ")") + ("" if "[" in words else "]"))
    start = sentence.start + found.end()
    return Span(start, start + len(words)) if any(char.isalnum() for char in words) else None


def spanned(start: int, end: int, sentence: Span) -> Span:
    """A place in a sentence as a place in its text."""
    return Span(sentence.start + start, sentence.start + end)


def put_in(claims: list[Claim], made: list[Claim]) -> list[Claim]:
    """`claims` with those `made` instead of what was read in their words; not where one is around these."""
    regions = [cover((*one.speaker, *one.cue, *one.content)) for one in made]
    starts = [region.start for region in regions]
    around: set[int] = set()
    inside: dict[int, int] = {}
    for index, claim in enumerate(claims):
        first, last = first_word(claim)[0], max(span.end for span in claim.content)
        for place in range(max(0, bisect_right(starts, first) - 1), bisect_right(starts, last)):
            region = regions[place]
            if first < region.start and any(span.meets(region) for span in claim.content):
                around.add(place)
            elif all(region.holds(span) for span in claim.cue):
                inside[index] = place
    kept = [one for place, one in enumerate(made) if place not in around]
    return [*without(claims, {index for index, place in inside.items() if place not in around}), *kept]


def withdrawn(claims: list[Claim], document: Document, sentences: Sequence[Sentence]) -> list[Claim]:
    """`claims`, those denied of which the same speaker says right behind that they are withdrawn."""
    text, starts = document.text, [one.span.start for one in sentences]
    places = sorted(range(len(claims)), key=lambda index: first_word(claims[index]))
    block = {index: block_of(claims[index], sentences, starts) for index in places}
    found = list(claims)
    for before, after in pairwise(places):
        one, other = claims[before], claims[after]
        same = one.entity is not None and one.entity == other.entity and block[before] == block[after]
        if same and one.parent is None and takes_back(other, text):
            found[before] = msgspec.structs.replace(one, stance="denied", retracted=True)
    for index, one in enumerate(found):
        if one.parent is None and (
            was_wrong(one, text, sentences, starts) or is_corrected(one, document, sentences, starts)
        ):
            found[index] = msgspec.structs.replace(one, stance="denied", retracted=True)
    return found


def was_wrong(claim: Claim, text: str, sentences: Sequence[Sentence], starts: list[int]) -> bool:
    """Whether the next sentence says that what "we said" was wrong: "That statement was wrong"."""
    if not claim.speaker or not pattern("OURSELVES").match(cover(claim.speaker).of(text)):
        return False
    at = max(0, bisect_right(starts, max(span.end for span in claim.content) - 1) - 1)
    if at + 1 >= len(sentences) or sentences[at + 1].block != sentences[at].block:
        return False
    return pattern("WAS_WRONG").match(sentences[at + 1].span.of(text)) is not None


def is_corrected(claim: Claim, document: Document, sentences: Sequence[Sentence], starts: list[int]) -> bool:
    """Whether a text corrects a story in which a claim stood, or, behind a label, what its paper printed."""
    text = document.text
    sentence = sentences[max(0, bisect_right(starts, first_word(claim)[0]) - 1)]
    before = text[max(sentence.span.start, first_word(claim)[0] - LEAD_IN) : first_word(claim)[0]]
    if "orrect" not in before and "ORRECT" not in before:
        return False
    if pattern("CORRECTS").search(before):
        return True
    label = pattern("STRICT").match(before)
    if label is None or not before.rstrip().endswith(":") or not claim.speaker or not claim.cue:
        return False
    named = re.match(english.PAPER, cover(claim.speaker).of(text))
    return named is not None and pattern("PRINTED").match(cover(claim.cue).of(text)) is not None


def takes_back(claim: Claim, text: str) -> bool:
    """Whether a claim is no more than "has withdrawn that statement"."""
    cue = claim.cue[-1].of(text).casefold() if claim.cue else ""
    if claim.stance != "denied" or not any(
        stem in cue for stem in ("retract", "withdr", "recant", "disavow")
    ):
        return False
    return pattern("POINTED").match(cover(claim.content).of(text)) is not None


def block_of(claim: Claim, sentences: Sequence[Sentence], starts: list[int]) -> int:
    """The index of the paragraph that a claim begins in."""
    return sentences[max(0, bisect_right(starts, first_word(claim)[0]) - 1)].block
