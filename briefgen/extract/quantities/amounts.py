"""Read an amount: a number or a range of numbers with its unit, its currency or the noun it counts."""

import msgspec

from briefgen.extract.quantities.counted import Counted, is_airliner, read_counted
from briefgen.extract.quantities.numerals import Number, Token, glued_at, key_at, read_number, times
from briefgen.language.english import numbers, units
from briefgen.model.annotation import Bound

FREE_BEFORE = frozenset("([{\"'“‘«~<>≈≥≤=+—–*…`")
"""Marks that may touch a number on its left; after others it is a part of something else."""
DASHES = frozenset("-–—")
BOUNDS: tuple[Bound, ...] = ("more_than", "at_least", "less_than", "at_most", "about")
AFTER = {words: bound for bound in BOUNDS for words in numbers.BOUNDS_AFTER.get(bound, ())}
"""What each hedge after a number makes of it."""
CHANGE_WITHIN = 7
"""Words before "from" in which a verb of change makes "from 10 to 20" two values, no range."""

MINUS = ("minus", "-", "−")
"""Signs and words before a measure below nought."""

BEGINNINGS = frozenset(
    (
        *("a", "an", "half", "quarter"),
        *numbers.SMALL,
        *numbers.TENS,
        *numbers.SIGNS,
        *numbers.OPEN_SCALES,
        *numbers.OPEN_COUNTS,
        numbers.PAIR,
        *MINUS,
        *(sign.lower().rstrip("$.") or sign for sign in units.CURRENCY_SIGNS),
        *(code.lower() for code in units.CURRENCY_CODES),
    )
)
"""Words and signs, in lower case, that an amount can begin with."""


class Amount(msgspec.Struct, frozen=True):
    """A number with its unit, as tokens `[first, after)`."""

    value: float
    first: int
    number_after: int
    """Index of the token after the number itself."""
    after: int
    unit: str | None = None
    money: str | None = None
    high: float | None = None
    bound: Bound | None = None
    """Where the words between number and noun tell: "100 or more people"."""
    measured: bool = False
    """Whether it has a percent sign or a unit of measure."""
    part: bool = False
    scaled: bool = False
    counted_first: int | None = None
    """Index of the first token of the counted phrase."""
    per: str | None = None
    """What a ratio is counted over: "five shops"."""


class Unit(msgspec.Struct, frozen=True):
    """What follows a number and belongs to it."""

    after: int
    name: str | None = None
    money: str | None = None
    measured: bool = False
    scale: float = 1.0
    counted_first: int | None = None
    bound: Bound | None = None


AFTER_ARTICLE = frozenset((*numbers.SCALES, *numbers.PARTS))
"""Words with which an article begins a number: "a hundred", "a third"."""


def may_begin(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether an amount can begin at `index`; quick to ask of every word of a text."""
    key = tokens[index].key
    if key not in BEGINNINGS:
        return key[0].isdecimal()
    if key in ("a", "an"):
        return key_at(tokens, index + 1) in AFTER_ARTICLE
    following = key_at(tokens, index + 1)
    if key == numbers.PAIR:
        return following == "of"
    if key in numbers.OPEN_COUNTS:
        return following in numbers.SCALES
    return key not in MINUS or following[:1].isdecimal() or (key == "minus" and following in numbers.SMALL)


def read_amount(
    tokens: tuple[Token, ...],
    index: int,
    closed: frozenset[int],
    *,
    hedged: bool = False,
    bare: bool = False,
    signed: bool = False,
) -> Amount | None:
    """The amount that begins at the token `index`.

    Tokens in `closed` belong to something else. `hedged` lets a part of a whole stand without "of";
    `bare` leaves the number without unit and range; `signed` lets a sign touch it on its left.
    """
    if tokens[index].key in MINUS:
        return None if bare else _below_nought(tokens, index, closed)
    sign, start = _currency_before(tokens, index)
    if start >= len(tokens) or start in closed or not (signed or _stands_free(tokens, index, start)):
        return None
    number = read_number(tokens, start)
    if number is None and hedged and tokens[start].key == "half":
        number = Number(0.5, start, start + 1, part=True)
    if number is None or (sign and number.in_words) or (not sign and is_airliner(tokens, start)):
        return None
    if bare:
        return Amount(number.value, index, number.after, number.after, money=sign)
    ranged = _read_range(tokens, index, sign, number, closed)
    amount = ranged or _with_smaller(tokens, _with_unit(tokens, index, sign, number, closed))
    below = amount is not None and (key_at(tokens, amount.after), key_at(tokens, amount.after + 1))
    if amount and below == ("below", "zero") and key_at(tokens, amount.number_after) in units.DEGREES:
        return msgspec.structs.replace(amount, value=-amount.value, after=amount.after + 2, measured=True)
    return amount


def _with_smaller(tokens: tuple[Token, ...], amount: Amount | None) -> Amount | None:
    """`amount` with the smaller units that belong to it: `5 feet 2 inches`, `3 dollars and 50 cents`."""
    smaller = units.SMALLER.get((amount.unit or "").lower()) if amount else None
    if amount is None or smaller is None:
        return amount
    start = amount.after + (key_at(tokens, amount.after) == "and" and smaller[0] == "cents")
    few = read_number(tokens, start) if start < len(tokens) else None
    name = units.SMALLER_NAMES.get(key_at(tokens, few.after)) if few else None
    if few is None or name != smaller[0] or not few.value < smaller[1]:
        return amount
    value = times(amount.value + few.value / smaller[1], 1.0)
    return msgspec.structs.replace(amount, value=value, after=few.after + 1, measured=True)


def _below_nought(tokens: tuple[Token, ...], index: int, closed: frozenset[int]) -> Amount | None:
    """`minus 12 degrees`, `-5°C`: a measure, and no difference or second end of a range."""
    sign, before = tokens[index], tokens[index - 1] if index else None
    joined = glued_at(tokens, index + 1) != "" and not sign.glued
    if (sign.key != "minus" and not joined) or (before is not None and before.is_figure):
        return None
    amount = read_amount(tokens, index + 1, closed, signed=True)
    if amount is None or not amount.measured or amount.high is not None:
        return None
    if sign.key != "minus" and (amount.unit or "")[:3].lower() not in ("per", "deg", "°", "°c", "°f"):
        return None
    return msgspec.structs.replace(amount, value=-amount.value, first=index)


MAKE = (("make",), ("makes",), ("made",), ("making",))
"""Verbs with which "up" tells of no change: "make up 20 to 25 percent"."""

WIDEST_CHANGE = 3
"""How often the upper end of "by 5 to 10 percent" holds the lower; "by 1,200 to 8,000" tells a change."""


def _currency_before(tokens: tuple[Token, ...], index: int) -> tuple[str | None, int]:
    """The currency whose sign stands at `index`, and the index after it."""
    text = tokens[index].text
    touches = glued_at(tokens, index + 1) in ("$", ".") or (text == "US" and key_at(tokens, index + 1) == "$")
    joined = text + tokens[index + 1].text if touches else ""
    if joined in units.CURRENCY_SIGNS:
        return units.CURRENCY_SIGNS[joined], index + 2
    if text in units.CURRENCY_SIGNS and _figure_at(tokens, index + 1):
        return units.CURRENCY_SIGNS[text], index + 1
    if text in units.CURRENCY_CODES and _figure_at(tokens, index + 1):
        return units.CODE_ALIASES.get(text, text), index + 1
    return None, index


def _figure_at(tokens: tuple[Token, ...], index: int) -> bool:
    return index < len(tokens) and tokens[index].is_figure


def _stands_free(tokens: tuple[Token, ...], index: int, start: int) -> bool:
    """Whether what touches the number on its left leaves it a number of its own."""
    if start == index and not tokens[index].glued:
        return True
    if start > index:
        return (
            not tokens[index].glued or tokens[index - 1].key in FREE_BEFORE or tokens[index - 1].key in DASHES
        )
    before = tokens[index - 1] if index else None
    if before is None or before.key in FREE_BEFORE:
        return before is None or before.key not in DASHES or not before.glued or not tokens[index].is_figure
    return before.key in DASHES and not (before.glued or tokens[index].is_figure)


def _read_range(
    tokens: tuple[Token, ...], index: int, sign: str | None, low: Number, closed: frozenset[int]
) -> Amount | None:
    """`10 to 20 people`, `between $3 million and $5 million`, `15-20%`, `five or six cars`."""
    unit = _unit(tokens, low, sign, closed, nouns=False)
    middle = unit.after if unit else low.after
    joint = key_at(tokens, middle)
    between = key_at(tokens, index - 1) == "between"
    if not _joins(tokens, index, middle, between):
        return None
    second_sign, start = (
        _currency_before(tokens, middle + 1) if middle + 1 < len(tokens) else (None, middle + 1)
    )
    high = read_number(tokens, start) if start < len(tokens) and start not in closed else None
    apart = joint in DASHES and not glued_at(tokens, middle)
    if high is None or (second_sign != sign and (second_sign or apart)) or (apart and not sign):
        return None
    whole = _with_unit(tokens, middle + 1, sign, high, closed)
    if whole is None or (joint in DASHES and not (whole.unit or whole.money)):
        return None
    bottom = _borrow_scale(tokens, low, whole, unit)
    other = unit and not unit.scale > 1 and unit.name != whole.unit
    if other or not _is_span(tokens, index, joint, bottom, whole.value):
        return None
    first = index - 1 if between else index
    return msgspec.structs.replace(whole, value=bottom, high=whole.value, first=first)


def _is_span(tokens: tuple[Token, ...], index: int, joint: str, low: float, high: float) -> bool:
    """Whether two numbers lie as the ends of a range do: the second greater, and not all too far off."""
    changed = joint == "to" and key_at(tokens, index - 1) == "by"
    widest = 2 if joint == "or" else WIDEST_CHANGE if changed else high
    return low < high <= widest * max(low, 1)


def _joins(tokens: tuple[Token, ...], index: int, middle: int, between: bool) -> bool:
    """Whether the token at `middle` joins the number that begins at `index` to another one as a range."""
    joint = key_at(tokens, middle)
    if joint in DASHES and not (glued_at(tokens, middle) or glued_at(tokens, middle + 1)):
        return _figure_at(tokens, middle + 2)
    if joint in DASHES:
        return (
            bool(glued_at(tokens, middle) and glued_at(tokens, middle + 1))
            and glued_at(tokens, middle + 2) != joint
        )
    if between:
        return joint == "and"
    if joint == "to":
        before = tuple(token.key for token in tokens[max(0, index - CHANGE_WITHIN) : index])
        if before[-1:] == ("up",) and before[-2:-1] in MAKE:
            return True
        return before[-1:] == ("by",) or not any(
            key in numbers.CHANGES for key in (before if before[-1:] == ("from",) else before[-3:])
        )
    return joint == "or"


def _borrow_scale(tokens: tuple[Token, ...], low: Number, high: Amount, unit: Unit | None) -> float:
    """The value of `low`, which may share the "million" of the upper end: "3 to 5 million"."""
    value = times(low.value, unit.scale) if unit else low.value
    last = tokens[high.number_after - 1].key
    scale = numbers.SCALES.get(last) or numbers.SHORT_SCALES.get(last, 1.0)
    alone = not low.scaled and value == low.value
    return times(value, scale) if alone and value < high.value / scale else value


def _with_unit(
    tokens: tuple[Token, ...], index: int, sign: str | None, number: Number, closed: frozenset[int]
) -> Amount | None:
    """`number` with its unit; none where it turns out to be a part of a word, a time, a score."""
    if number.over:
        return _ratio(tokens, index, number, closed)
    unit = _unit(tokens, number, sign, closed, nouns=True) or _unit_of_second(tokens, index, number, closed)
    unit = unit or _unit_of_peoples(tokens, number, closed)
    after = unit.after if unit else number.after
    if unit is None and not _ends_free(tokens, after):
        return None
    scale = unit.scale if unit else 1.0
    number_after = number.after + (scale > 1.0)
    return Amount(
        value=times(number.value, scale),
        first=index,
        number_after=number_after,
        after=after,
        unit=unit.name if unit else None,
        money=sign or (unit.money if unit else None),
        bound=unit.bound if unit else None,
        measured=bool(unit and unit.measured),
        part=number.part,
        scaled=number.scaled or scale > 1.0,
        counted_first=unit.counted_first if unit else None,
    )


def _ratio(tokens: tuple[Token, ...], index: int, number: Number, closed: frozenset[int]) -> Amount | None:
    """`one in five shops`: one for each five of them."""
    if not _ends_free(tokens, number.after):
        return None
    counted = read_counted(tokens, number.after, False) if number.after not in closed else None
    after = counted.after if counted else number.after
    per = "".join((" " if not t.glued else "") + t.text for t in tokens[number.over : after]).strip()
    return Amount(number.value, index, after, after, part=True, per=per)


def _unit_of_second(
    tokens: tuple[Token, ...], index: int, number: Number, closed: frozenset[int]
) -> Unit | None:
    """The unit that "from 5 to 12 percent" or "14 and 15 inch screens" names only once."""
    start, joint = number.after + 1, key_at(tokens, number.after)
    change = joint == "to" and key_at(tokens, index - 1) == "from"
    if index and not change and tokens[index - 1].text[0].isupper():
        return None
    if start >= len(tokens) or not (change or (joint == "and" and tokens[start].is_figure)):
        return None
    second = read_number(tokens, start) if start not in closed else None
    unit = _unit(tokens, second, None, closed, nouns=change) if second else None
    if unit and joint == "and" and not (unit.measured and unit.after > start + 1):
        return None
    return _shared(unit, number.after) if unit else None


def _unit_of_peoples(tokens: tuple[Token, ...], number: Number, closed: frozenset[int]) -> Unit | None:
    """The noun that "12 Somali and 11 Yemeni sailors" names only once."""
    place, start = number.after, number.after + 2
    if start + 1 >= len(tokens) or start in closed or key_at(tokens, place + 1) != "and":
        return None
    second = read_number(tokens, start) if tokens[place].text[0].isupper() else None
    if second is None or second.after >= len(tokens) or not tokens[second.after].text[0].isupper():
        return None
    counted = read_counted(tokens, second.after, False)
    return Unit(place + 1, counted.unit.rsplit(" ")[-1], counted_first=place) if counted else None


def _shared(unit: Unit, after: int) -> Unit:
    """The unit of a number further on, for one that ends at `after`."""
    return msgspec.structs.replace(unit, after=after, scale=1.0, counted_first=None)


def _ends_free(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether what touches the number on its right leaves it a number of its own."""
    mark = glued_at(tokens, index)
    if not mark:
        return True
    if mark in ("-", "–", "/", "_", "@", "#", "&", "=", "x", "×") or mark[0].isalnum():
        return False
    inner = glued_at(tokens, index + 1)
    if mark in ("'", "’") and inner[:1] == "s":
        return False
    return not (mark in (":", ",", ".") and inner[:1].isalnum())


def _unit(
    tokens: tuple[Token, ...], number: Number, sign: str | None, closed: frozenset[int], *, nouns: bool
) -> Unit | None:
    """What follows `number` and belongs to it; `nouns` lets that be any counted noun."""
    scale, after = _short_scale(tokens, number, sign)
    if sign:
        return Unit(_past_currency_name(tokens, after), money=sign, scale=scale)
    measured = (
        _percent(tokens, after) or _money(tokens, after, number.value * scale) or _measure(tokens, after)
    )
    if measured:
        return msgspec.structs.replace(measured, scale=scale)
    if number.part and (split := _of_a_measure(tokens, after)):
        return split
    if nouns:
        counted = _noun(tokens, number, after, closed)
        if counted:
            return msgspec.structs.replace(counted, scale=scale)
    return Unit(after, scale=scale) if scale > 1 else None


def _of_a_measure(tokens: tuple[Token, ...], index: int) -> Unit | None:
    """The unit of a part: `a third of an inch`, `half a mile`, `a quarter of 1 percent`."""
    of = key_at(tokens, index) == "of"
    if of and key_at(tokens, index + 1) in ("1", "one", "a"):
        whole = _percent(tokens, index + 2)
        if whole:
            return whole
    noun = index + of + 1
    if key_at(tokens, noun - 1) in ("a", "an") and key_at(tokens, noun) in units.MEASURE_SINGULARS:
        return Unit(noun + 1, tokens[noun].text, measured=True)
    return None


def _short_scale(tokens: tuple[Token, ...], number: Number, sign: str | None) -> tuple[float, int]:
    """The factor that `bn` or the like after a figure stands for, and the index after it."""
    after = number.after
    key = key_at(tokens, after)
    if number.scaled or number.in_words or key not in numbers.SHORT_SCALES:
        return 1.0, after
    doubtful = key in ("m", "mm", "b", "k") and not sign
    if doubtful and not _scales_a_noun(tokens, after, key):
        return 1.0, after
    return numbers.SHORT_SCALES[key], after + 1


def _scales_a_noun(tokens: tuple[Token, ...], index: int, key: str) -> bool:
    """Whether the single letter at `index` is "million" or "thousand", not a unit: "5m people"."""
    if not tokens[index].glued or key in ("b", "mm"):
        return False
    return (
        key_at(tokens, index + 1) in units.CURRENCY_WORDS
        or read_counted(tokens, index + 1, False) is not None
    )


def _past_currency_name(tokens: tuple[Token, ...], index: int) -> int:
    """Index after the currency's name where it follows its own sign: "$249 USD"."""
    named = index < len(tokens) and (
        tokens[index].text in units.CURRENCY_CODES or tokens[index].key in ("dollars", "euros")
    )
    return index + 1 if named else index


def _percent(tokens: tuple[Token, ...], index: int) -> Unit | None:
    if glued_at(tokens, index) == "-":
        index += 1
    key = key_at(tokens, index)
    if key == "per" and key_at(tokens, index + 1) == "cent":
        return Unit(index + 2, "percent", measured=True)
    if key not in units.PERCENT:
        return None
    point = index + 2 if glued_at(tokens, index + 1) == "-" else index + 1
    if key_at(tokens, point) in ("point", "points"):
        return Unit(point + 1, "percentage points", measured=True)
    return Unit(index + 1, "percent", measured=True) if key != "percentage" else None


def _money(tokens: tuple[Token, ...], index: int, value: float) -> Unit | None:
    if glued_at(tokens, index) == "-":
        index += 1
    if index >= len(tokens):
        return None
    sign = tokens[index].text
    if sign in units.SIGNS_BEHIND and not _figure_at(tokens, index + 1):
        return Unit(index + 1, money=units.CURRENCY_SIGNS[sign])
    if tokens[index].text in units.CURRENCY_CODES:
        code = tokens[index].text
        return Unit(index + 1, code, money=units.CODE_ALIASES.get(code, code))
    for place in (index, index + 1):
        pair = (key_at(tokens, place), key_at(tokens, place + 1))
        if pair in units.CURRENCY_ADJECTIVES:
            return Unit(place + 2, _text(tokens, index, place + 2), money=units.CURRENCY_ADJECTIVES[pair])
    key = tokens[index].key
    doubtful = (key == "won" and value < 1e3) or (key in ("pounds", "pound") and value < 1e6)
    if key not in units.CURRENCY_WORDS or doubtful:
        return None
    return Unit(index + 1, tokens[index].text, money=units.CURRENCY_WORDS[key])


def _text(tokens: tuple[Token, ...], first: int, after: int) -> str:
    return " ".join(token.text for token in tokens[first:after])


def _measure(tokens: tuple[Token, ...], index: int) -> Unit | None:
    """`5km`, `2 GHz`, `200-mile`, `15-member`."""
    key = key_at(tokens, index)
    if words := _plain_measure(tokens, index, key):
        return Unit(index + words, _text(tokens, index, index + words), measured=True)
    letter = len(key) == 1 and tokens[index].text.isupper()  # "4G" names a technology
    if key in units.MEASURES and not letter and (tokens[index].glued or len(key) > 1):
        degrees = key == "°" and glued_at(tokens, index + 1) in ("c", "f")
        return Unit(
            index + 1 + degrees, "".join(t.text for t in tokens[index : index + 1 + degrees]), measured=True
        )
    if glued_at(tokens, index) != "-" or not glued_at(tokens, index + 1):
        return None
    joined = index + 2 if key_at(tokens, index + 1) in units.UNIT_MODIFIERS else index + 1
    joined += joined == index + 2 and glued_at(tokens, joined) == "-"
    noun = key_at(tokens, joined)
    if noun in units.MEASURE_NOUNS or noun in units.MEASURES or noun in units.COMPOUND_UNITS:
        name = " ".join(t.text for t in tokens[index + 1 : joined + 1] if t.text != "-")
        return Unit(joined + 1, name, measured=noun not in units.COMPOUND_UNITS)
    return None


def _plain_measure(tokens: tuple[Token, ...], index: int, key: str) -> int:
    """How many words of a unit stand at `index` that other words around it make one; 0 for none."""
    if key in units.DEGREES and key_at(tokens, index + 1) in units.SCALES_OF_HEAT:
        return 2
    if key == "m":
        return int(_is_metres(tokens, index))
    if key in units.CURRENCY_NOUNS and tokens[index].text.islower():
        return 1
    sized = key in units.MEASURE_SINGULARS and not tokens[index].glued
    return int(sized and _names_size(tokens, index))


def _is_metres(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the "m" at `index` is metres, not million: "the 1,500m", "800m race"."""
    figure = tokens[index - 1].text.replace(",", "")
    following = key_at(tokens, index + 1)
    if following in units.EXTENTS and tokens[index - 1].is_figure:
        return True
    if not tokens[index].glued or not figure.isdecimal():
        return False
    if int(figure) in units.RACES and key_at(tokens, index - 2) in ("the", "a", "men's", "women's", "ran"):
        return True
    return following in units.METRE_NOUNS or int(figure) >= 1000


def _names_size(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the singular unit at `index` is the size of things named behind it: "15 inch screens"."""
    noun = read_counted(tokens, index + 1, False)
    return tokens[index - 1].key not in ("1", "one") and noun is not None and noun.after <= index + 3


def _noun(tokens: tuple[Token, ...], number: Number, index: int, closed: frozenset[int]) -> Unit | None:
    """The counted noun, also after "or more", "of the" and "-odd"."""
    bound: Bound | None = None
    if glued_at(tokens, index) == "-" and glued_at(tokens, index + 1) in ("odd", "plus"):
        bound = "about" if tokens[index + 1].key == "odd" else "at_least"
        index += 2
    elif glued_at(tokens, index) == "+":
        bound, index = "at_least", index + 1
    words = " ".join(token.key for token in tokens[index : index + 2])
    if words in AFTER and key_at(tokens, index + 2) != "than":
        bound, index = AFTER[words], index + 2
    elif key_at(tokens, index) == "of" and number.value > 1 and not number.part:
        index += _of_them(tokens, index)
        index = _past_whole(tokens, index, number.value)
    if index < len(tokens) and (index in closed or tokens[index].glued):
        return None
    if number.value > 1 and not number.part and (aboard := _aboard(tokens, number, index)):
        return msgspec.structs.replace(aboard, bound=bound)
    counted: Counted | None = None if number.part else read_counted(tokens, index, number.value == 1)
    if counted is None or counted.after - 1 in closed or _opens_label(tokens, number.first, counted):
        return None
    measured = key_at(tokens, counted.after - 1) in units.MEASURE_NOUNS
    return Unit(counted.after, counted.unit, measured=measured, counted_first=counted.first, bound=bound)


def _opens_label(tokens: tuple[Token, ...], first: int, counted: Counted) -> bool:
    """Whether what follows a labelled number is the next label: "Dead: 26 Missing: 19"."""
    return key_at(tokens, first - 1) == ":" and glued_at(tokens, counted.after) == ":"


def _aboard(tokens: tuple[Token, ...], number: Number, index: int) -> Unit | None:
    """`240 aboard`, `12 on board`, `carrying 40` before what befell the craft: people."""
    key, before = key_at(tokens, index), key_at(tokens, number.first - 1)
    if key == "aboard":
        return Unit(index + 1, "people")
    on_board = key == "on" and key_at(tokens, index + 1) == "board"
    if on_board and key_at(tokens, index + 2) not in units.NOT_ABOARD:
        return Unit(index + 2, "people")
    carried = before in units.CARRIERS or (
        before == "with" and key_at(tokens, number.first - 2) in units.CRAFT
    )
    if carried and (key in units.MISHAPS or (key in units.NOT_PLURALS and key[-1:] == "s")):
        return Unit(index, "people")
    return Unit(index) if before in numbers.DEEDS and key in units.CONSEQUENCES else None


def _past_whole(tokens: tuple[Token, ...], index: int, value: float) -> int:
    """Index after the number of all, of which `value` are a part: "3 of 120 units", "3 of the 9 bridges"."""
    start = index + (key_at(tokens, index) == "of")
    for _ in range(LONGEST_WHOLE_HEDGE):
        start += key_at(tokens, start) in numbers.WHOLE_HEDGES
    whole = read_number(tokens, start) if start < len(tokens) else None
    return whole.after if whole and not whole.part and whole.value > value else index


LONGEST_WHOLE_HEDGE = 2
"""Words such as "more than" before the number of all."""


def _of_them(tokens: tuple[Token, ...], index: int) -> int:
    """How many tokens "of the", or "of" before an owner, takes up; 0 where what follows is not counted."""
    if key_at(tokens, index + 1) in ("the", "its", "their", "his", "her", "our", "those", "these"):
        return 2
    return 1 if any(key_at(tokens, index + place).endswith("'s") for place in (1, 2, 3)) else 0
