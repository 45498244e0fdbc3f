"""Measure sentences: do they begin and end where people say?"""

from collections.abc import Iterable

from benchmarks.accuracy_scores import Read, Result, counted, line, share
from briefgen.model.span import Span, trim

Sentences = dict[object, str]
"""Sentences under what tells them apart, with their words."""


def measure_sentences(documents: Iterable[Read]) -> Result:
    """Sentences with both ends right, and documents in which all are."""
    hit = found = wanted = whole = total = 0
    errors: list[str] = []
    for read in documents:
        gold, ours = _gold(read), _ours(read)
        hit, found, wanted = hit + len(gold.keys() & ours.keys()), found + len(ours), wanted + len(gold)
        whole, total = whole + (gold.keys() == ours.keys()), total + 1
        errors += [line(read.gold.id, "missed", words) for key, words in gold.items() if key not in ours]
    scores = [counted("both ends right", hit, found, wanted), share("documents all right", whole, total)]
    return Result(scores, errors)


def _gold(read: Read) -> Sentences:
    return _keyed(read.gold.sentences, read)


def _ours(read: Read) -> Sentences:
    text = read.gold.text
    spans = [sentence.span for sentence in read.found.sentences] if read.found else []
    return _keyed([span.of(text) for span in spans] if _by_words(read) else spans, read)


def _by_words(read: Read) -> bool:
    """Whether the gold gives the words of sentences instead of their places."""
    return bool(read.gold.sentences) and isinstance(read.gold.sentences[0], str)


def _keyed(sentences: Iterable[Span | str], read: Read) -> Sentences:
    """Sentences under their places without white space, or under number and words where those are given."""
    keyed: Sentences = {}
    for number, sentence in enumerate(sentences):
        if isinstance(sentence, str):
            words = " ".join(sentence.split())
            keyed[number, words] = words
        else:
            place = trim(sentence, read.gold.text)
            keyed[place.start, place.end] = place.of(read.gold.text)
    return keyed
