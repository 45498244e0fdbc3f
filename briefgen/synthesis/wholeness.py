"""Whether the words cut for a claim make a sentence; where they do not, that of the source is taken."""

import re

from briefgen.language.english.function_words import FINITE_AUXILIARIES, RELATIVES
from briefgen.language.english.pronouns import POSSESSIVE
from briefgen.language.english.reports import REPORTS, REVISIONS
from briefgen.model.annotation import Claim
from briefgen.model.span import Span, cover
from briefgen.synthesis.reading import Reading, sentence_indexes

LONGEST = 420
"""Characters: a longer sentence is not taken whole; its part says what matters sooner."""

AFTER_COMMA = re.compile(r",\s([A-Za-z]+)\b")
OPENING = re.compile(r"[\w'’-]+")


def whole_sentence(
    source: Reading, spans: tuple[Span, ...], claim: Claim, others: tuple[Claim, ...]
) -> Span | None:
    """The sentence to be shown instead of the parts at `spans`; none where they stand by themselves.

    They do not where somebody takes back what they said ("Correction: an earlier version …"), where a noun
    reports ("allegations by X that …"), where they keep the word that reports
    what another claim says and leave that out ("X told Y, adding …"), where they open with "who" or
    "which", where they are the subject of a verb that follows ("X, which says …, is wrong"), where they
    say of "that" what stands before them in the sentence, where they open with a verb whose subject stands
    before them ("he | was told by X that") or with what "what" or "all" is of ("all | I know is"), and where
    the rest of the sentence takes back what they say.
    """
    indexes = sentence_indexes(source, cover(spans))
    sentence = cover(source.found.sentences[index].span for index in indexes)
    if len(indexes) != 1 or sentence.length > LONGEST or spans == (sentence,):
        return None
    broken = (
        claim.retracted
        or opens_with_relative(spans[0].of(source.text))
        or _reported_by_noun(source, claim)
        or _leaves_out_what_is_told(spans, claim, others)
        or (spans[0].start > sentence.start and _points_back(source, claim))
        or is_taken_back(source, Span(spans[-1].end, sentence.end))
        or (len(spans) == 1 and _is_subject_alone(source, spans[0], claim))
        or (spans[0].start > sentence.start and _opens_with_verb(spans[0].of(source.text)))
        or _is_cleft(source.text, sentence, spans[0])
    )
    return sentence if broken else None


def opens_with_relative(words: str) -> bool:
    """Whether a passage begins with "who", "which", "whom" or "whose"."""
    opening = OPENING.search(words)
    return opening is not None and opening.group().casefold() in RELATIVES


def _opens_with_verb(words: str) -> bool:
    """Whether a passage begins with "was", "has" and the like."""
    opening = OPENING.search(words)
    return opening is not None and opening.group().casefold() in FINITE_AUXILIARIES


def _is_cleft(text: str, sentence: Span, span: Span) -> bool:
    """Whether "what" or "all" stands before a passage, which tells what that is: "all | I know is"."""
    return text[sentence.start : span.start].rpartition(" ")[0].rpartition(" ")[2].casefold() in CLEFT


CLEFT = frozenset("what all".split())


def _is_subject_alone(source: Reading, span: Span, claim: Claim) -> bool:
    """Whether a noun with what it "which says" is cut from its own verb behind the comma."""
    before_cue = span.start < min(claim.cue, default=span).start
    following = AFTER_COMMA.match(source.text, span.end)
    return before_cue and following is not None and following[1].casefold() in FINITE_AUXILIARIES


def _reported_by_noun(source: Reading, claim: Claim) -> bool:
    """Whether the word that reports is a noun: before "by X that …", or behind "X's" or "her"."""
    if not claim.cue or not claim.speaker or min(claim.content) < max(claim.cue):
        return False
    cue, speaker = max(claim.cue), min(claim.speaker)
    if not re.fullmatch(REPORTS, cue.of(source.text).split()[-1], re.IGNORECASE):
        return False
    owned = source.text[speaker.start : cue.start].rstrip().endswith(("'s", "’s", "s'", "s’"))
    owned = owned or speaker.of(source.text).casefold() in POSSESSIVE
    return cue.start < speaker.start or owned


def _leaves_out_what_is_told(spans: tuple[Span, ...], claim: Claim, others: tuple[Claim, ...]) -> bool:
    """Whether `spans` hold the cue of another claim in front of their own, and nothing of its content."""
    own, first = min(claim.cue, default=spans[0]), spans[0]
    before = [other for other in others for cue in other.cue if first.start <= cue.start < own.start]
    return any(
        any(span.holds(cue) for span in spans for cue in other.cue if cue < own)
        and not any(span.meets(content) for span in spans for content in other.content)
        for other in before
        if other.content != claim.content
    )


def _points_back(source: Reading, claim: Claim) -> bool:
    """Whether what is claimed is claimed of "that" or "this", said before."""
    first, second, *_ = [*min(claim.content).of(source.text).casefold().split(maxsplit=2), "", ""]
    contracted = first.replace("’", "'") in ("that's", "this's")
    return contracted or (first in ("that", "this") and second in FINITE_AUXILIARIES)


def is_taken_back(source: Reading, rest: Span) -> bool:
    """Whether the rest of a sentence takes back what stands before it: "it later revised the figure"."""
    return not REVISIONS.isdisjoint(word.casefold() for word in OPENING.findall(rest.of(source.text)))
