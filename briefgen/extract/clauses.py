"""Find the clauses of sentences."""

from collections.abc import Iterator

from briefgen.extract.engines.values import Tags
from briefgen.extract.grammar import NOMINAL, Word, read_words
from briefgen.language.english import function_words as closed
from briefgen.model.annotation import Sentence
from briefgen.model.document import Document
from briefgen.model.span import Span, trim

LONGEST = 6000
"""Code points of a sentence that are read for clauses; a longer one is a list or table and is left whole."""
LOOK_AHEAD = 30
"""Words after its first one in which a clause must show its verb."""
SUBJECTS = frozenset({"pronoun", "noun", "name", "number", "determiner", "object", "that"})
STOPS = frozenset({",", ".", ";", ":", "-"})
MARKS = " \t\u00a0,;:—–-\"'“”‘’()[]"


def find_clauses(
    document: Document, sentences: tuple[Sentence, ...], tags: Tags | None = None
) -> tuple[Span, ...]:
    """Every clause, in order: the words from its first to its last, without the marks around them.

    A sentence is cut before a word that opens a finite clause. "Since", "after", "that" and the like, which
    take what follows for a fact, are left out of their clause, so that it stands as a statement; "if" and
    "unless" stay in, since without them it would say something else; so do "which" and "who", which are its
    subject. A clause between commas lies inside the one that it interrupts.
    """
    found: list[Span] = []
    for sentence in sentences:
        found += clauses_of(document.text, sentence.span, tags)
    return tuple(found)


def clauses_of(text: str, sentence: Span, tags: Tags | None) -> list[Span]:
    """The clauses of one sentence; the sentence itself where it is too long to be one."""
    if sentence.length > LONGEST:
        return [sentence]
    words = read_words(text, sentence, tags=tags)
    pieces = sorted((low, without_link(words, low, high)) for low, high in pieces_of(words))
    spans = [trimmed(text, Span(words[low].start, words[high - 1].end)) for low, high in pieces if low < high]
    spans = [span for span in spans if span.length]
    return list(dict.fromkeys(spans)) or [sentence]


def without_link(words: list[Word], low: int, high: int) -> int:
    """`high` moved left past an "and" that led on to the next clause."""
    while high > low + 1 and words[high - 1].kind in {"and", ","}:
        high -= 1
    return high


def pieces_of(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Each clause as a range of words."""
    start = 0
    lead = 1 if words and words[0].kind == "and" else 0
    fronted = lead < len(words) and opens(words, lead)
    if fronted:
        start = first_of(words, lead)
    index = lead + 1
    while index < len(words):
        if fronted and words[index].kind == "," and has_clause(words, index + 1):
            yield start, index
            start, fronted = index + 1, False
        elif words[index].kind in {";", "-"} or closes_quotation(words, index):
            yield from whole(words, start, index)
            start = index + 1
        elif opens(words, index):
            close = interruption_end(words, index) or aside_end(words, start, index)
            if close:
                yield first_of(words, index), close
                index = close
            else:
                yield from whole(words, start, index)
                start, fronted = first_of(words, index), False
        index += 1
    yield from whole(words, start, len(words))


def closes_quotation(words: list[Word], index: int) -> bool:
    """Whether the mark at `index` hands over from quoted words to their speaker."""
    return words[index].lower in {'"', "”", "''"} and words[index - 1].kind == ","


def whole(words: list[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range if a finite verb stands in it, or if it is all there is."""
    if (start == 0 and end == len(words)) or any(is_finite(words, index) for index in range(start, end)):
        yield start, end


def opens(words: list[Word], index: int) -> bool:
    """Whether the word at `index` opens a finite clause."""
    word = words[index]
    if word.kind in {"relative", "that"}:
        return opens_relative(words, index)
    if word.kind == "subordinator" or word.lower in closed.SUBORDINATORS:
        alone = is_preposition(words, index) or ends_in_day(words, index)
        return not alone and finite_follows(words, index + 1, word.lower in {"what", "how", "why"})
    if word.kind == "and":
        return index > 0 and joins_clauses(words, index)
    return False


def opens_relative(words: list[Word], index: int) -> bool:
    """Whether the "that", "which" or "who" at `index` opens a finite clause."""
    if index > 0 and words[index].kind == "that" and words[index - 1].kind == "and":
        return any(is_finite(words, at) for at in range(index + 1, min(len(words), index + LOOK_AHEAD)))
    return index > 0 and words[index - 1].kind != "preposition" and finite_follows(words, index + 1, True)


def is_preposition(words: list[Word], index: int) -> bool:
    """Whether "as of Tuesday" or "because of the storm" opens no clause."""
    return index + 1 < len(words) and words[index + 1].lower == "of"


def ends_in_day(words: list[Word], index: int) -> bool:
    """Whether "since Sunday" is a time by itself, and the verb or "and" behind it goes on before it."""
    if index == 0 or words[index].lower not in closed.TIMING:
        return False
    end = index + 1
    while end < len(words) and (words[end].lower in CALENDAR or words[end].lower.isdigit()):
        end += 1
    if end == index + 1 or end >= len(words):
        return False
    return words[end].kind == "and" or is_finite(words, end)


CALENDAR = closed.DAYS | closed.MONTHS
"""Words of a day or a month."""


def joins_clauses(words: list[Word], index: int) -> bool:
    """Whether the "and" at `index` joins two clauses, not two nouns or two adjectives."""
    if index + 1 >= len(words) or words[index - 1].kind in {"adjective", "determiner", "preposition", "and"}:
        return False
    before = range(max(0, index - LOOK_AHEAD), index)
    if not any(is_finite(words, at) for at in before) or not has_clause(words, index + 1):
        return False
    after = words[index + 1]
    return (
        words[index - 1].kind == ","
        or after.kind in {"pronoun", "determiner", "name"}
        or unbroken(words, index + 1)
    )


def unbroken(words: list[Word], index: int) -> bool:
    """Whether nothing but a plain noun phrase stands between `index` and the next finite verb."""
    for at in range(index, min(len(words), index + LOOK_AHEAD)):
        if is_finite(words, at):
            return at > index
        if words[at].kind not in NOMINAL:
            return False
    return False


def has_clause(words: list[Word], index: int) -> bool:
    """Whether a subject and its finite verb start at `index`."""
    return index < len(words) and words[index].kind not in {"and"} and finite_follows(words, index, False)


def finite_follows(words: list[Word], index: int, subject: bool) -> bool:
    """Whether a finite verb follows before the next stop, after a subject unless there is one already."""
    for at in range(index, min(len(words), index + LOOK_AHEAD)):
        if subject and is_finite(words, at):
            return True
        if words[at].kind in STOPS or words[at].kind in {"relative", "subordinator"}:
            return False
        if words[at].kind == "and" and not subject:
            return False
        subject = subject or words[at].kind in SUBJECTS
    return False


def is_finite(words: list[Word], index: int) -> bool:
    """Whether a finite verb stands at `index`."""
    word = words[index]
    before = words[index - 1] if index else None
    if word.kind == "auxiliary":
        return word.lower in closed.FINITE_AUXILIARIES and (before is None or before.kind != "to")
    if word.kind == "verb":
        return before is not None and before.kind not in {"to", "preposition"}
    if word.kind != "past" or before is None or before.kind in {"determiner", "preposition"}:
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or (before.kind == "adjective" and after.kind in {"noun", "name"}):
        return after is None
    return after.lower != "by" or not word.lower.endswith("ed")


def interruption_end(words: list[Word], index: int) -> int | None:
    """Index of the comma that closes a clause between commas, if the verb of the clause around it follows."""
    if words[index - 1].kind != ",":
        return None
    for at in range(index + 1, min(len(words) - 1, index + LOOK_AHEAD)):
        if words[at].kind == ",":
            return at if is_finite(words, at + 1) or words[at + 1].kind == "adverb" else None
        if words[at].kind in STOPS:
            return None
    return None


def aside_end(words: list[Word], start: int, index: int) -> int | None:
    """Index of the comma that closes a clause about the place or time which opens a sentence.

    "In Tarma, where a mob had gathered, two shops burned": the words before it have no verb of their own,
    and a whole clause follows it.
    """
    if words[index - 1].kind != "," or words[start].kind != "preposition":
        return None
    if any(is_finite(words, at) for at in range(start, index)):
        return None
    for at in range(index + 1, min(len(words) - 1, index + LOOK_AHEAD)):
        if words[at].kind == ",":
            return at if has_clause(words, at + 1) else None
        if words[at].kind in STOPS:
            return None
    return None


KEPT = frozenset("if unless whether until before once lest what how why".split())
"""Words that stay in the clause which they open: without them it would state what nobody states."""


def first_of(words: list[Word], index: int) -> int:
    """Index of the first word that belongs to the clause which the word at `index` opens."""
    word = words[index]
    if word.kind == "relative" or word.lower in KEPT:
        return index
    if word.kind == "that" and index + 1 < len(words) and is_finite(words, index + 1):
        return index
    return index + 1


def trimmed(text: str, span: Span) -> Span:
    """`span` without the marks at its ends, a quotation mark kept where its partner stands in the clause."""
    start, end = span.start, span.end
    while start < end and text[start] in MARKS and not paired(text, start, end, start):
        start += 1
    while end > start and text[end - 1] in MARKS + "." and not paired(text, start, end, end - 1):
        if text[end - 1] == "." and abbreviated(text, end):
            break
        end -= 1
    return trim(Span(start, end), text)


PAIRS = {'"': '"', "“": "”", "”": "“", "(": ")", ")": "(", "[": "]", "]": "["}


def paired(text: str, start: int, end: int, at: int) -> bool:
    """Whether the mark at `at` has its partner elsewhere in the clause."""
    partner = PAIRS.get(text[at])
    if partner is None:
        return False
    return partner in text[start:at] or partner in text[at + 1 : end]


def abbreviated(text: str, end: int) -> bool:
    """Whether the full stop before `end` belongs to an abbreviation like "U.S."."""
    return end >= 3 and text[end - 2].isupper() and (end < 4 or text[end - 3] in ". ")
