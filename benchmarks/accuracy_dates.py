"""Measure dates: are expressions of time found, and what they stand for?"""

from collections import Counter
from collections.abc import Iterable, Iterator

from benchmarks.accuracy_scores import Place, Read, Result, counted, line, shared
from briefgen.model.annotation import DateMention


def measure_dates(documents: Iterable[Read]) -> Result:
    """Expressions found exactly (strict), in part (relaxed), and with the right value.

    The measures of TempEval-3 (UzZaman and others, 2013), where a value counts only in an expression found.
    """
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for read in documents:
        for outcome, error in _compare(read):
            counts.update(outcome)
            if error:
                errors.append(error)
    scores = [
        counted(name, counts[name], counts["found"], counts["wanted"])
        for name in ("strict", "relaxed", "value")
    ]
    return Result(scores, errors)


def _compare(read: Read) -> Iterator[tuple[tuple[str, ...], str]]:
    """What came of each expression, of the gold or found, and what is wrong with it."""
    gold = read.gold
    dates = read.found.dates if read.found else ()
    free = {_place(date): date for date in dates if date.span.end <= gold.limit}
    yield ("found",) * len(free), ""
    for wanted in gold.timexes:
        if wanted.end > gold.limit:
            continue
        place = (wanted.start, wanted.end)
        touching = {one: shared(one, place) for one in free if shared(one, place) > 0}
        best = max(touching, key=lambda one: touching[one], default=None)
        if best is None:
            yield ("wanted",), line(gold.id, "missed", wanted.text, wanted.meaning)
            continue
        value = free.pop(best).value
        right = value == wanted.meaning
        outcome = ("wanted", "relaxed", *["strict"] * (best == place), *["value"] * right)
        wrong = line(gold.id, "value", wanted.text, f"gold {wanted.meaning}, found {value}")
        yield outcome, "" if right else wrong
    for date in free.values():
        yield (), line(gold.id, "without reason", date.span.of(gold.text), date.value)


def _place(date: DateMention) -> Place:
    return date.span.start, date.span.end
