"""Find numbers and what they count."""

from collections.abc import Iterator

import msgspec

from briefgen.extract.quantities.amounts import AFTER, BOUNDS, CHANGE_WITHIN, Amount, may_begin, read_amount
from briefgen.extract.quantities.counted import (
    DETERMINERS,
    read_complement,
    read_counted,
    read_owned,
    read_whole,
)
from briefgen.extract.quantities.numerals import Token, glued_at, key_at, read_number, tokens_of
from briefgen.extract.quantities.sharing import with_shared_money
from briefgen.extract.quantities.states import unit_told
from briefgen.language.english import numbers, units
from briefgen.language.english.function_words import WEEKDAYS
from briefgen.model.annotation import Bound, DateMention, Quantity, Sentence
from briefgen.model.document import Document
from briefgen.model.span import Span

LONGEST_HEDGE = 4
"""Words of the longest entry of the hedges."""
BEFORE = {words: bound for bound in BOUNDS for words in numbers.BOUNDS_BEFORE.get(bound, ())}
"""What each hedge before a number makes of it."""
LONGEST_PIECE = 20_000
"""Characters that are read at once."""
LARGE = 5000
"""From here on a range without a noun is no range of years, ages or pages."""
OLDEST = 115
"""Years of age."""


class Found(msgspec.Struct, frozen=True):
    """A quantity, with the indices of the tokens that it takes up."""

    quantity: Quantity
    after: int
    second: Quantity | None = None
    """Of votes for and against, those against."""


def find_quantities(
    document: Document, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...]
) -> tuple[Quantity, ...]:
    """Every quantity, in order, none overlapping another; what `dates` cover is time, not quantity."""
    found: list[Quantity] = []
    first_date = 0
    for sentence in sentences:
        for piece in _pieces(sentence.span, document.text):
            while first_date < len(dates) and dates[first_date].span.end <= piece.start:
                first_date += 1
            tokens = tokens_of(piece.of(document.text), piece.start)
            if tokens:
                of_piece = _read_sentence(tokens, _closed(tokens, dates, first_date))
                found.extend(with_shared_money(document.text, tuple(of_piece)))
    return tuple(found)


def _pieces(span: Span, text: str) -> Iterator[Span]:
    """`span` whole, or, where no person wrote it as a sentence, cut at spaces so that memory stays small."""
    start = span.start
    while span.end - start > LONGEST_PIECE:
        space = text.rfind(" ", start + 1, start + LONGEST_PIECE)
        end = space if space > start else start + LONGEST_PIECE
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _closed(tokens: tuple[Token, ...], dates: tuple[DateMention, ...], first_date: int) -> frozenset[int]:
    """Indices of the tokens that belong to an expression of time."""
    closed: set[int] = set()
    place = 0
    for number in range(first_date, len(dates)):
        span = dates[number].span
        if span.start >= tokens[-1].end:
            break
        while place < len(tokens) and tokens[place].end <= span.start:
            place += 1
        inside = place
        while inside < len(tokens) and tokens[inside].start < span.end:
            closed.add(inside)
            inside += 1
    return frozenset(closed)


def _read_sentence(tokens: tuple[Token, ...], closed: frozenset[int]) -> Iterator[Quantity]:
    index = before = 0
    last: Quantity | None = None
    while index < len(tokens):
        if not may_begin(tokens, index):
            index += 1
            continue
        found = _read_special(tokens, index, closed) or _read(tokens, index, before, closed, last)
        if found:
            yield found.quantity
            if found.second:
                yield found.second
            index = before = found.after
            last = found.quantity
        else:
            number = read_number(tokens, index)
            index = number.after if number else index + 1


def _read_special(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> Found | None:
    """An age, the votes for and against, or a number that is left open."""
    if tokens[index].key in numbers.OPEN_SCALES:
        return _read_open(tokens, index, closed)
    if tokens[index].key in numbers.OPEN_COUNTS:
        return _read_several(tokens, index, index + 1, closed)
    if tokens[index].key == numbers.PAIR:
        few = _read_several(tokens, index, index + 2, closed)
        return few and Found(
            msgspec.structs.replace(few.quantity, value=2 * few.quantity.value, bound="about"), few.after
        )
    return _read_votes(tokens, index, closed) or _read_age(tokens, index)


def _read_open(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> Found | None:
    """`hundreds of people`, `tens of thousands of dollars`: more than one hundred, more than ten thousand."""
    value, after = 1.0, index
    while key_at(tokens, after) in numbers.OPEN_SCALES and key_at(tokens, after + 1) == "of":
        value *= numbers.OPEN_SCALES[tokens[after].key]
        after += 2
    before = tokens[index - 1] if index else None
    if after == index:
        return _read_bare_open(tokens, index, closed)
    if index in closed or (before and (before.is_figure or tokens[index].glued)):
        return None
    counted = read_counted(tokens, after, False)
    if counted is None or counted.after - 1 in closed or key_at(tokens, counted.after) in ("'", "’"):
        return None
    if tokens[counted.after - 1].key in numbers.OPEN_SCALES or not tokens[after].is_word:
        return None
    span = Span(tokens[index].start, tokens[counted.after - 1].end)
    what = Span(tokens[counted.first].start, span.end)
    money = units.CURRENCY_WORDS.get(counted.unit.lower())
    quantity = Quantity(span, value, unit=counted.unit, bound="more_than", money=money, what=what)
    return Found(quantity, counted.after)


def _read_several(tokens: tuple[Token, ...], index: int, after: int, closed: frozenset[int]) -> Found | None:
    """`several hundred people`, `a few thousand dollars`: more than one hundred, more than one thousand.

    The scale begins at `after`.
    """
    if key_at(tokens, after) not in numbers.SCALES:
        return None
    value = 1.0
    while key_at(tokens, after) in numbers.SCALES:
        value *= numbers.SCALES[tokens[after].key]
        after += 1
    first = index - (key_at(tokens, index - 1) == "a")
    counted = read_counted(tokens, after, False) if after not in closed and index not in closed else None
    if counted is None or counted.after - 1 in closed:
        return None
    span = Span(tokens[first].start, tokens[counted.after - 1].end)
    what = Span(tokens[counted.first].start, span.end)
    money = units.CURRENCY_WORDS.get(counted.unit.lower())
    quantity = Quantity(span, value, unit=counted.unit, bound="more_than", money=money, what=what)
    return Found(quantity, counted.after)


def _read_bare_open(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> Found | None:
    """`kills dozens`, `hundreds were hurt`: an open number of people who are not named."""
    before = key_at(tokens, index - 1)
    more = key_at(tokens, index + 1) == "more"
    if before not in numbers.TOLLS and not _is_subject(tokens, index + 1 + more, before):
        return None
    free = index not in closed and key_at(tokens, index + 1) not in ("of", "-")
    if more and before in numbers.TOLLS:
        return None
    span = Span(tokens[index].start, tokens[index].end)
    value = numbers.OPEN_SCALES[tokens[index].key]
    told = unit_told(tokens, index, index + 1, 0)
    unit = told[0] if told else None
    return Found(Quantity(span, value, unit=unit, bound="more_than"), index + 1) if free else None


def _read_votes(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> Found | None:
    """`voted 52-48`, `by 7 to 2`: the votes for and those against."""
    named = key_at(tokens, index + 1) == "votes"
    after = index + 1 + named
    if not tokens[index].text.isdecimal() or tokens[index].glued:
        return None
    dash = glued_at(tokens, after) in ("-", "–")
    after += 1 + 2 * (dash and glued_at(tokens, after + 1) == "to")
    joined = dash or key_at(tokens, index + 1 + named) == "to"
    if not joined or after >= len(tokens) or not tokens[after].text.isdecimal():
        return None
    if not {index, after}.isdisjoint(closed) or not (named or _is_vote(tokens, index, after)):
        return None
    first, second = (
        Quantity(Span(tokens[place].start, tokens[place].end), float(tokens[place].text), unit="votes")
        for place in (index, after)
    )
    return Found(first, after + 1, second)


def _is_vote(tokens: tuple[Token, ...], index: int, second: int) -> bool:
    """Whether words of voting stand around the numbers, and nothing behind them that they count."""
    if key_at(tokens, index - 1) in ("from", "between") or glued_at(tokens, second + 1) == "-":
        return False
    following = key_at(tokens, second + 1)
    if following in ("vote", "votes", "decision", "ruling", "majority"):
        return True
    counts = following.isalpha() and following not in units.PHRASE_ENDS
    near = {token.key for token in tokens[max(0, index - VOTE_REACH) : index]}
    return not counts and following not in units.PERCENT and not near.isdisjoint(numbers.VOTES)


VOTE_REACH = 8
"""Words between a word of voting and the numbers."""


def _read_age(tokens: tuple[Token, ...], index: int) -> Found | None:
    """`45-year-old`, `12 years old`, `aged 45`, `voters under 35`, `Anna Berg, 45, said`."""
    if not _may_be_age(tokens, index):
        return None
    amount = read_amount(tokens, index, frozenset(), bare=True)
    if amount is None or amount.money or not 0 < amount.value <= OLDEST:
        return None
    after = amount.number_after
    keys = tuple(key_at(tokens, after + place) for place in range(4))
    if keys[1].startswith("year") and keys[:3:2] == ("-", "-") and keys[3].startswith("old"):
        return _age(tokens, index, after + 4, amount.value)
    if keys[0].startswith("year") and keys[1] == "old":
        return _age(tokens, index, after + 2, amount.value)
    ranged = keys[0] == "-" and key_at(tokens, index - 1) not in ("aged", "age")
    return None if ranged else _read_age_by_words_before(tokens, index, after, amount.value)


def _may_be_age(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether any word around the number at `index` can make it an age; quick to ask."""
    if key_at(tokens, index - 1) in units.AGE_LEADS:
        return True
    return any(token.key.startswith("year") for token in tokens[index + 1 : index + AGE_REACH])


AGE_REACH = 6
"""Tokens of an age: "one-and-twenty-year-old"."""


def _read_age_by_words_before(
    tokens: tuple[Token, ...], index: int, after: int, value: float
) -> Found | None:
    before, earlier = key_at(tokens, index - 1), key_at(tokens, index - 2)
    if before in ("aged", "age"):
        return _ages(tokens, index, after, value) or _age(tokens, index - 1, after, value)
    if not tokens[index].is_figure:
        return None
    if before in ("under", "over") and earlier in units.AGE_GROUPS:
        return _age(tokens, index - 1, after, value, "less_than" if before == "under" else "more_than")
    between_commas = before == "," and key_at(tokens, after) == "," and index > 1
    person = tokens[index - 2].text[0].isupper() or earlier in units.AGED
    if between_commas and person and value > 9 and value.is_integer():
        return _age(tokens, index, after, value)
    return None


def _ages(tokens: tuple[Token, ...], index: int, after: int, low: float) -> Found | None:
    """`aged 19 to 24`, `aged 5-11`."""
    if key_at(tokens, after) not in ("to", "-", "–") or after + 1 >= len(tokens):
        return None
    high = read_number(tokens, after + 1)
    if high is None or not low < high.value <= OLDEST:
        return None
    span = Span(tokens[index - 1].start, tokens[high.after - 1].end)
    return Found(Quantity(span, low, unit="years", bound="range", high=high.value), high.after)


def _age(tokens: tuple[Token, ...], first: int, after: int, value: float, bound: Bound = "exact") -> Found:
    span = Span(tokens[first].start, tokens[after - 1].end)
    return Found(Quantity(span, value, unit="years", bound=bound), after)


def _read(
    tokens: tuple[Token, ...], index: int, before: int, closed: frozenset[int], last: Quantity | None
) -> Found | None:
    """The quantity whose number begins at `index`; its hedge may begin after `before` at the earliest.

    `last` is the quantity before it in the sentence, whose unit "the figure" shares.
    """
    if index in closed:
        return None
    first, bound = _hedge(tokens, index, before)
    amount = read_amount(tokens, index, closed, hedged=bound != "exact")
    if amount is None:
        return None
    told = _told(tokens, amount, first, before, last)
    tally = -1 if told or amount.unit or amount.money or amount.part else _tally(tokens, first)
    if tally < 0 and told is None and not _is_quantity(tokens, amount, first, bound):
        return None
    after, later = _hedge_after(tokens, amount.after)
    bound = later or amount.bound or bound
    end = after
    per, after = _rate(tokens, after)
    what = _what(tokens, amount, end, closed)
    if amount.high is not None:
        bound = "range"
        first = amount.first
    unit = amount.unit if tally < 0 else _tallied(tokens, tally, last)
    if told:
        unit, first = told[0], min(first, told[1])
    quantity = Quantity(
        span=Span(tokens[first].start, tokens[after - 1].end),
        value=amount.value,
        unit=unit,
        bound=bound,
        high=amount.high,
        per=amount.per or per,
        money=amount.money,
        what=what,
    )
    return Found(quantity, after)


def _told(
    tokens: tuple[Token, ...], amount: Amount, first: int, before: int, last: Quantity | None
) -> tuple[str | None, int] | None:
    """What the words around a number without a noun tell that it counts, and where they begin."""
    if amount.money or amount.part or amount.measured or amount.unit not in (None, "others"):
        return None
    told = unit_told(tokens, first, amount.after, before)
    if told and told[1] < first:
        return told
    if _is_label(tokens, amount, first) or _looks_like_year(tokens, amount) or amount.value == 1:
        return None
    return told or _former(tokens, first, before, last)


def _former(
    tokens: tuple[Token, ...], first: int, before: int, last: Quantity | None
) -> tuple[str | None, int] | None:
    """The unit of the number right before, which "(up from 98)" is the earlier value of."""
    opens = first - 3 >= before and tokens[first - 3].key in ("(", ",")
    former = opens and tokens[first - 2].key in numbers.FORMERLY and tokens[first - 1].key == "from"
    return (last.unit, first) if last and former and not last.money else None


def _tally(tokens: tuple[Token, ...], first: int) -> int:
    """Index of the noun before the token `first` whose number stands there; -1 for none."""
    if key_at(tokens, first - 1) not in numbers.TOLL_LINKS:
        return -1
    moves = tokens[first - 1].key == "to" and key_at(tokens, first - 2) in numbers.MOVING
    reach = numbers.MOVING_REACH if moves else numbers.TALLY_REACH
    for place in range(first - 2, max(first - 2 - max(reach, numbers.TOLL_REACH), -1), -1):
        if not tokens[place].is_word:
            return -1
        if tokens[place].key == "toll":
            return place
        if tokens[place].key in numbers.TALLIES:
            near = first - 2 - place < reach
            return place if near and tokens[first - 1].key in _links(tokens, place) else -1
    return -1


def _links(tokens: tuple[Token, ...], place: int) -> frozenset[str]:
    """Words between the tally at `place` and its number; "the number of wounded" only ever is one."""
    counts = tokens[place].key == "number" and key_at(tokens, place + 1) == "of"
    return numbers.TOLL_LINKS - {"of"} if counts else numbers.TALLY_LINKS


def _tallied(tokens: tuple[Token, ...], tally: int, last: Quantity | None) -> str | None:
    """What a toll, or the number of something, counts; of "the figure" what was counted before."""
    if key_at(tokens, tally - 1) == "death":
        return "deaths"
    if key_at(tokens, tally + 1) in numbers.COUNTED_PARTICIPLES:
        return tokens[tally + 1].text
    if key_at(tokens, tally + 1) == "of":
        named = tally + 2 + (key_at(tokens, tally + 2) == "the")
        if key_at(tokens, named) in numbers.COUNTED_PARTICIPLES:
            return tokens[named].text
        counted = read_counted(tokens, named, False)
        return counted.unit if counted else None
    return last.unit if last and not last.money and tokens[tally].key != "toll" else None


def _hedge(tokens: tuple[Token, ...], index: int, before: int) -> tuple[int, Bound]:
    """Where the hedge before the number at `index` begins, and what it makes of the number."""
    end = index
    while end - 1 > before and index - end < 2 and tokens[end - 1].key in numbers.BETWEEN_HEDGE_AND_NUMBER:
        end -= 1
    for length in range(min(LONGEST_HEDGE, end - before), 0, -1):
        words = " ".join(token.key for token in tokens[end - length : end]).replace(" .", ".")
        if words in BEFORE:
            return end - length, BEFORE[words]
    return index, "exact"


def _hedge_after(tokens: tuple[Token, ...], index: int) -> tuple[int, Bound | None]:
    """Index after the hedge that follows at `index`, and what it makes of the number."""
    if glued_at(tokens, index) == "+":
        return index + 1, "at_least"
    for length in (3, 2):
        words = " ".join(token.key for token in tokens[index : index + length])
        if index + length <= len(tokens) and words in AFTER and key_at(tokens, index + length) != "than":
            return index + length, AFTER[words]
    return index, None


def _is_quantity(tokens: tuple[Token, ...], amount: Amount, first: int, bound: Bound) -> bool:
    """Whether the number counts or measures, rather than names or numbers something."""
    if amount.money or amount.measured or amount.part:
        return True
    if _is_label(tokens, amount, first) or _is_emergency(tokens, amount):
        return False
    if amount.unit:
        return True
    return _is_bare_count(tokens, amount, first, bound)


def _is_emergency(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """`called 911`, `the 999 operators`: a number that is called; not `112 patients`."""
    noun = (amount.unit or "").rpartition(" ")[2].lower()
    return tokens[amount.first].text in numbers.EMERGENCY and (not noun or noun in numbers.EMERGENCY_NOUNS)


def _is_label(tokens: tuple[Token, ...], amount: Amount, first: int) -> bool:
    """`Flight 370`, `chapter 5`, `1600 Mill Road`."""
    figures = tokens[amount.first].is_figure
    owned = key_at(tokens, amount.first - 1).endswith("'s") and tokens[amount.first].text[0].isupper()
    if not figures and (owned or _is_title(tokens, amount)):
        return True
    if first != amount.first or (amount.scaled and figures) or (amount.unit and not figures):
        return False
    if amount.unit and _is_in_place(tokens, first):
        return False
    return _is_address(tokens, amount.number_after) or _is_labelled(tokens, first)


def _is_in_place(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a place is named before the number, and what happened there: "In Kherson 3 civilians died"."""
    place = first - 1
    if tokens[place].key in numbers.APART:
        return False
    while place >= 0 and tokens[place].text[0].isupper() and tokens[place].key not in numbers.PLACED:
        place -= 1
    return 0 <= place < first - 1 and tokens[place].key in numbers.PLACED


def _is_labelled(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether the word before the number makes it a name: "chapter", "Flight", a capitalised name."""
    if first == 0 or "," in tokens[first].text:
        return False
    before = tokens[first - 1]
    if not before.is_word:
        return before.key in ("#", "№", "@") or (
            before.key == "." and key_at(tokens, first - 2) in numbers.LABELS
        )
    if before.key in numbers.APART:
        return True
    named = any(map(str.isupper, before.text)) and before.key not in numbers.BEFORE_COUNT | WEEKDAYS
    return named and before.key not in numbers.TOLLS


def _is_title(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """`the Seven Pillars of Wisdom`: capitals after a word in lower case."""
    before = tokens[amount.first - 1].text if amount.first else ""
    after = tokens[amount.number_after].text if amount.number_after < len(tokens) else ""
    return before.islower() and tokens[amount.first].text[0].isupper() and after[:1].isupper()


def _is_address(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether capitalised words that end in "Street" or the like follow at `index`."""
    for place in range(index, min(index + 4, len(tokens))):
        if not tokens[place].text[0].isupper():
            return False
        if place > index and tokens[place].key in units.STREETS:
            return True
    return False


def _is_bare_count(tokens: tuple[Token, ...], amount: Amount, first: int, bound: Bound) -> bool:
    """Whether a number with no noun after it still counts: `rose to 120`, `killing 12`, `at least 40`."""
    before = key_at(tokens, first - 1)
    named = _looks_like_year(tokens, amount) or _is_hour(tokens, amount.number_after)
    if amount.value == 1 or before in numbers.SMALL or named:
        return False
    if key_at(tokens, amount.number_after) in ("-", "–") and not tokens[amount.number_after].glued:
        return False
    if _is_subject(tokens, amount.number_after, before):
        return True
    if amount.high is not None:
        told = before == "from" or key_at(tokens, amount.first) == "between"
        return told and (amount.scaled or amount.high >= LARGE)
    if bound != "exact" or amount.scaled or before in numbers.TOLLS:
        return amount.value > 1
    return tokens[amount.first].is_figure and _is_bare_figure(tokens, amount, first)


def _is_hour(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the number that ends at `index` is an hour: "about eight in the evening"."""
    words = tuple(key_at(tokens, place) for place in range(index, index + 3))
    return words[:2] == ("at", "night") or (words[:2] == ("in", "the") and words[2] in PARTS_OF_DAY)


PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})


def _is_subject(tokens: tuple[Token, ...], index: int, before: str) -> bool:
    """Whether the number that ends at `index` is people to whom something happened: "240 were held"."""
    if key_at(tokens, index) not in numbers.PASSIVES or before in numbers.NOT_ALL:
        return False
    place = index + 1 + (key_at(tokens, index + 1) in ("still", "also", "later", "being", "reported"))
    happened = key_at(tokens, place)
    return happened.endswith("ed") or happened in numbers.HAPPENED


def _is_bare_figure(tokens: tuple[Token, ...], amount: Amount, first: int) -> bool:
    if "," in tokens[amount.first].text or key_at(tokens, amount.after) == "per":
        return True
    changes = (token.key in numbers.CHANGES for token in tokens[max(0, first - CHANGE_WITHIN) : first])
    return key_at(tokens, first - 1) in ("to", "by", "from", "at") and any(changes)


def _looks_like_year(tokens: tuple[Token, ...], amount: Amount) -> bool:
    text = tokens[amount.first].text
    return len(text) == 4 and text.isdecimal() and 1500 <= amount.value <= 2100


def _rate(tokens: tuple[Token, ...], index: int) -> tuple[str | None, int]:
    """What the quantity is counted over, if the words at `index` tell, and the index after them."""
    key = key_at(tokens, index)
    if key in ("per", "each", "every", "a", "an", "/") or (
        key == "-" and key_at(tokens, index + 1) in ("a", "per")
    ):
        joined = key == "-"
        start = index + 1 + 2 * joined if joined and glued_at(tokens, index + 2) == "-" else index + 1
        per = key == "per" or key_at(tokens, index + 1) == "per"
        if key == "/" and glued_at(tokens, index + 1) in units.RATE_SIGNS:
            return tokens[index + 1].text, index + 2
        return _rate_noun(tokens, start, per) or (None, index)
    return None, index


def _rate_noun(tokens: tuple[Token, ...], index: int, per: bool) -> tuple[str, int] | None:
    noun = key_at(tokens, index)
    if noun in units.RATE_NOUNS:
        is_time = key_at(tokens, index + 1) in ("ago", "earlier", "later", "before", "after")
        return None if is_time else (tokens[index].text, index + 1)
    if not per or index >= len(tokens) or noun == "cent":
        return None
    if tokens[index].is_figure and key_at(tokens, index + 1).isalpha():
        return f"{tokens[index].text} {tokens[index + 1].text}", index + 2
    return (tokens[index].text, index + 1) if tokens[index].is_word else None


def _what(tokens: tuple[Token, ...], amount: Amount, end: int, closed: frozenset[int]) -> Span | None:
    """The whole phrase that is counted."""
    after = read_complement(tokens, end, closed)
    if tokens[after - 1].key.endswith("'s"):
        after = read_owned(tokens, after, closed) or end
    if amount.counted_first is not None:
        return Span(tokens[amount.counted_first].start, tokens[max(after, amount.after) - 1].end)
    if amount.part and after == end and key_at(tokens, end) in DETERMINERS:
        after = read_whole(tokens, end, closed)
        return Span(tokens[end].start, tokens[after - 1].end) if after > end + 1 else None
    return Span(tokens[end + 1].start, tokens[after - 1].end) if after > end + 1 else None
