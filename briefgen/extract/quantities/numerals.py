"""Read numbers as English writes them, in figures and in words."""

import re
from collections.abc import Iterator

import msgspec

from briefgen.language.english import numbers as english
from briefgen.language.english.units import CURRENCY_SIGNS, MEASURE_SINGULARS, TIME_UNITS

TOKEN = re.compile(
    r"\d{1,2}(?:,\d\d(?!\d))++,\d{3}(?!\d)(?:\.\d++)?|\d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?"
    r"|(?:[A-Za-z]\.){2,}|(?:[^\W\d_½⅓⅔¼¾⅛⅜⅝⅞])++(?:['’][^\W\d_]++)*+|\S"
)
FIGURE = re.compile(r"[\d½⅓⅔¼¾⅛⅜⅝⅞]")
LETTERS = re.compile(r"[a-z]+")
NUMBER_WORDS = frozenset(
    (*english.SMALL, *english.TENS, *english.SCALES, *english.PARTS, *english.OPEN_SCALES)
)
"""One of them, or a figure, is in every sentence with a number; a set is quicker asked than a pattern."""

LONGEST_FIGURE = 25
"""Characters of a figure that can count something; longer rows of digits are keys and serial numbers."""


class Token(msgspec.Struct, frozen=True):
    """A word, a figure or a mark."""

    text: str
    key: str
    """In lower case, as the lists of words write it."""
    start: int
    end: int
    glued: bool
    """Whether no white space comes before it."""

    @property
    def is_figure(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdecimal()

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


class Number(msgspec.Struct, frozen=True):
    """A number, and the tokens that it takes up."""

    value: float
    first: int
    """Index of its first token."""
    after: int
    """Index of the token after its last."""
    in_words: bool = False
    scaled: bool = False
    """Whether a word such as "million" multiplies it."""
    part: bool = False
    """Whether it is a part of a whole: "two-thirds"."""
    over: int = 0
    """Of a ratio the index of the number that it is counted over: "five" in "one in five"."""


def tokens_of(words: str, offset: int) -> tuple[Token, ...]:
    """The tokens of `words`, which begin at `offset` of the text; none where no number can be in them."""
    if FIGURE.search(words) is None and NUMBER_WORDS.isdisjoint(LETTERS.findall(words.lower())):
        return ()
    return tuple(_tokens(words, offset))


def _tokens(words: str, offset: int) -> Iterator[Token]:
    end = -1
    for match in TOKEN.finditer(words):
        text = match[0]
        yield Token(
            text,
            text.lower().replace("’", "'"),
            offset + match.start(),
            offset + match.end(),
            match.start() == end,
        )
        end = match.end()


def key_at(tokens: tuple[Token, ...], index: int) -> str:
    """The token at `index` in lower case; empty outside the sentence."""
    return tokens[index].key if 0 <= index < len(tokens) else ""


def glued_at(tokens: tuple[Token, ...], index: int) -> str:
    """The token at `index` in lower case where it touches the one before it; empty otherwise."""
    return tokens[index].key if 0 < index < len(tokens) and tokens[index].glued else ""


def read_number(tokens: tuple[Token, ...], index: int) -> Number | None:
    """The number that begins at the token `index`, as far as it goes."""
    token = tokens[index]
    if token.is_figure:
        return _read_figures(tokens, index)
    if token.key in english.SIGNS:
        return Number(english.SIGNS[token.key], index, index + 1, part=True)
    return _read_part(tokens, index) or _read_words(tokens, index)


def _read_figures(tokens: tuple[Token, ...], index: int) -> Number | None:
    if len(tokens[index].text) > LONGEST_FIGURE:
        return None
    value = float(tokens[index].text.replace(",", ""))
    after = index + 1
    if key_at(tokens, after) == "," and (split := _read_split(tokens, index, value)):
        return split
    ratio = _read_ratio(tokens, index) or _read_split_sum(tokens, index)
    if ratio:
        return ratio
    if glued_at(tokens, after) == "/":
        fraction = _stroke(tokens, index)
        return Number(fraction, index, index + 3, part=True) if fraction else None
    return _read_mixed(tokens, index, value)


def _read_mixed(tokens: tuple[Token, ...], index: int, value: float) -> Number | None:
    """`2½`, `3 1/4`, `15-and-a-half`, `2.5 million`: the figure `value` with what follows."""
    after = index + 1
    following = key_at(tokens, after)
    if following in ("-", "and") and (half := _half_after(tokens, after)):
        return _scale(tokens, Number(value + 0.5, index, half))
    if following in english.SIGNS:
        return Number(value + english.SIGNS[tokens[after].key], index, after + 1)
    mixed = after + 1 if following == "-" and tokens[after].glued else after
    if glued_at(tokens, mixed + 1) == "/" and tokens[mixed].is_figure:
        fraction = _stroke(tokens, mixed)
        return Number(value + fraction, index, mixed + 3) if fraction else None
    return _scale(tokens, Number(value, index, after))


def _read_split(tokens: tuple[Token, ...], index: int, value: float) -> Number | None:
    """A figure with a space behind its comma, as transcripts set it: "2, 000", not "45, 300 and 500"."""
    mark, place = tokens[index + 1], index + 2
    last = tokens[place].text if place < len(tokens) else ""
    if not (mark.glued and last.isdecimal() and tokens[index].text.isdecimal()) or tokens[place].glued:
        return None
    row = key_at(tokens, place + 1) in (",", "and", "or") or key_at(tokens, index - 1) in (",", "and")
    if len(tokens[index].text) > 3 or len(last) != 3 or (row and last[0] != "0"):
        return None
    return Number(value * 1000 + float(last), index, place + 1)


def _read_split_sum(tokens: tuple[Token, ...], index: int) -> Number | None:
    """A sum of money with a space behind its point: "£1. 2m", "$3. 5 million"."""
    place = index + 2
    if glued_at(tokens, index + 1) != "." or place + 1 >= len(tokens) or tokens[place].glued:
        return None
    whole, tenths, scale = tokens[index].text, tokens[place].text, tokens[place + 1].key
    scaled = scale in english.SCALES or (tokens[place + 1].glued and scale in english.SHORT_SCALES)
    plain = whole.isdecimal() and tenths.isdecimal() and len(tenths) < 3
    if not (index and tokens[index - 1].text in CURRENCY_SIGNS and plain and scaled):
        return None
    return _scale(tokens, Number(float(f"{whole}.{tenths}"), index, place + 1))


def _half_after(tokens: tuple[Token, ...], index: int) -> int:
    """Index after "and a half", also with hyphens, at `index`; 0 where it does not stand there."""
    for word in ("and", "a", "half"):
        index += glued_at(tokens, index) == "-"
        if key_at(tokens, index) != word:
            return 0
        index += 1
    return index


def _stroke(tokens: tuple[Token, ...], index: int) -> float:
    """The fraction `1/4` at `index`; 0 where it is none."""
    if (
        not (glued_at(tokens, index + 2) and tokens[index + 2].is_figure)
        or glued_at(tokens, index + 3) == "/"
    ):
        return 0.0
    above, below = tokens[index].text, tokens[index + 2].text
    if not (above.isdecimal() and below.isdecimal()) or int(below) not in english.DENOMINATORS:
        return 0.0
    return int(above) / int(below) if int(above) < int(below) else 0.0


def _scale(tokens: tuple[Token, ...], number: Number) -> Number:
    """`number` with the "million" that follows it, if one does; "hundred thousand" makes two."""
    for _ in range(2):
        after = number.after + 1 if glued_at(tokens, number.after) == "-" else number.after
        scale = english.SCALES.get(key_at(tokens, after))
        if scale is None:
            break
        number = Number(times(number.value, scale), number.first, after + 1, number.in_words, scaled=True)
    return _and_a_half(tokens, number) if number.scaled else number


def _and_a_half(tokens: tuple[Token, ...], number: Number) -> Number:
    """`a million and a half`: half of the last word more."""
    half = _half_after(tokens, number.after) if key_at(tokens, number.after) == "and" else 0
    if not half or key_at(tokens, half) in english.SCALES:
        return number
    more = english.SCALES.get(key_at(tokens, number.after - 1), 0.0) / 2
    return msgspec.structs.replace(number, value=number.value + more, after=half)


def times(value: float, scale: float) -> float:
    """The product as decimal writing has it: 16.1 million is 16,100,000, not a hair more."""
    return value if scale == 1.0 else float(f"{value * scale:.15g}")


def _read_words(tokens: tuple[Token, ...], index: int) -> Number | None:
    """`twenty-five hundred`, `two and a half million`, `a dozen`, `half a million`."""
    key, following = key_at(tokens, index), key_at(tokens, index + 1)
    if key == "half" and following in ("a", "-"):
        scale = english.SCALES.get(key_at(tokens, index + 2))
        return Number(scale / 2, index, index + 3, in_words=True, scaled=True) if scale else None
    article = key in ("a", "an")
    part = following if article else key
    if part in ("half", "quarter"):
        scale = english.SCALES.get(key_at(tokens, index + 1 + article))
        value = (scale or 0.0) / english.PARTS[part]
        return Number(value, index, index + 2 + article, in_words=True, scaled=True) if scale else None
    if not article or following == "hundred":
        return _read_counted(tokens, index)
    scale = english.SCALES.get(following)
    if scale is None:
        return None
    first = _and_a_half(tokens, Number(scale, index, index + 2, in_words=True, scaled=True))
    return _add_rest(tokens, first)


def _read_counted(tokens: tuple[Token, ...], index: int) -> Number | None:
    small = _read_group(tokens, index)
    if small is None:
        return None
    tenths = english.SMALL.get(key_at(tokens, small.after + 1), 10)
    if key_at(tokens, small.after) == "point" and tenths < 10:
        small = Number(small.value + tenths / 10, small.first, small.after + 2, in_words=True)
    if half := _half_after(tokens, small.after):
        small = Number(small.value + 0.5, small.first, half, in_words=True)
    scaled = _scale(tokens, small)
    return _add_rest(tokens, scaled) if scaled.scaled else scaled


def _read_small(tokens: tuple[Token, ...], index: int) -> Number | None:
    """A number word below a hundred."""
    key = key_at(tokens, index)
    if key in english.SMALL:
        return Number(float(english.SMALL[key]), index, index + 1, in_words=True)
    if key not in english.TENS:
        return None
    unit = index + 2 if glued_at(tokens, index + 1) == "-" else index + 1
    value = english.SMALL.get(key_at(tokens, unit), 0)
    if 0 < value < 10:
        return Number(float(english.TENS[key] + value), index, unit + 1, in_words=True)
    return Number(float(english.TENS[key]), index, index + 1, in_words=True)


def _read_group(tokens: tuple[Token, ...], index: int) -> Number | None:
    """A number word up to `nine hundred and ninety-nine`, or `twenty-five hundred`."""
    is_article = key_at(tokens, index) in ("a", "an") and key_at(tokens, index + 1) == "hundred"
    small = Number(1.0, index, index + 1) if is_article else _read_small(tokens, index)
    if small is None or key_at(tokens, small.after) != "hundred":
        return small
    hundreds = Number(small.value * 100, index, small.after + 1, in_words=True, scaled=True)
    joined = key_at(tokens, hundreds.after) == "and"
    rest = _read_small(tokens, hundreds.after + joined)
    if rest is None:
        return hundreds
    return Number(hundreds.value + rest.value, index, rest.after, in_words=True, scaled=True)


def _add_rest(tokens: tuple[Token, ...], number: Number) -> Number:
    """`two million` with the smaller numbers that go on from it: `three hundred thousand and six`."""
    last = number.value
    while last >= 100:
        joined = key_at(tokens, number.after) == "and"
        rest = _read_group(tokens, number.after + joined)
        rest = _scale(tokens, rest) if rest else None
        if rest is None or rest.value >= last or (joined and (rest.value >= 100 or number.value % 100)):
            break
        last = rest.value
        number = Number(number.value + last, number.first, rest.after, in_words=True, scaled=True)
    return number


def _read_part(tokens: tuple[Token, ...], index: int) -> Number | None:
    """A part of a whole; of a scale it is a number: `a quarter of a million`."""
    part = _read_share(tokens, index)
    if part is None or (key_at(tokens, part.after), key_at(tokens, part.after + 1)) != ("of", "a"):
        return part
    scale = english.SCALES.get(key_at(tokens, part.after + 2))
    if scale is None:
        return part
    return Number(times(part.value, scale), index, part.after + 3, in_words=True, scaled=True)


def _read_share(tokens: tuple[Token, ...], index: int) -> Number | None:
    """`two-thirds`, `a quarter of`, `half of`, `one in five`."""
    key = key_at(tokens, index)
    if key in ("half", "quarter"):
        if key_at(tokens, index - 1) in english.ORDER:
            return None
        of = key_at(tokens, index + 1) in ("of", "the", "its", "their", "his", "her", "our")
        of = of or (key == "half" and _is_measured(tokens, index + 1))
        return Number(1 / english.PARTS[key], index, index + 1, part=True) if of else None
    above = 1 if key in ("a", "an") else english.SMALL.get(key, 0)
    if not above:
        return None
    below = index + 2 if glued_at(tokens, index + 1) == "-" else index + 1
    parts = english.PARTS.get(key_at(tokens, below), 0)
    ratio = _read_ratio(tokens, index)
    if ratio:
        return ratio
    needs_of = key in ("a", "an", "one") and below == index + 1 and not _is_between(tokens, index)
    if parts > above and (not needs_of or key_at(tokens, below + 1) == "of"):
        return Number(above / parts, index, below + 1, in_words=True, part=True)
    return None


def _is_measured(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether "a mile" or "-mile" stands at `index`, of which "half" is a part."""
    joined = glued_at(tokens, index) == "-" or key_at(tokens, index) in ("a", "an")
    return joined and key_at(tokens, index + 1) in MEASURE_SINGULARS


def _is_between(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the part at `index` is an end of a range: "between a third and a half"."""
    before = key_at(tokens, index - 1)
    return before == "between" or (
        before == "and" and "between" in (t.key for t in tokens[max(0, index - 5) : index])
    )


def _read_ratio(tokens: tuple[Token, ...], index: int) -> Number | None:
    """`one in five`, `two out of three`, `six in 10`, `nine of 10`: the first number, over the second."""
    out = key_at(tokens, index + 1) == "out" and key_at(tokens, index + 2) == "of"
    joint = key_at(tokens, index + 1)
    if not out and joint not in ("in", "of"):
        return None
    every = key_at(tokens, index + 2 + out) == "every"
    above, below = _whole(tokens, index), _whole(tokens, index + 2 + out + every)
    is_usual = below == 10 if joint == "of" else above == 1 or below in english.RATIO_BASES
    if not (is_usual and 0 < above < below <= 100):
        return None
    after = index + 3 + out + every
    if key_at(tokens, after) in TIME_UNITS:
        return None
    return Number(float(above), index, after, part=True, over=after - 1)


def _whole(tokens: tuple[Token, ...], index: int) -> int:
    """The whole number of one token at `index`; 0 where there is none."""
    key = key_at(tokens, index)
    return int(key) if key.isdecimal() else english.SMALL.get(key, english.TENS.get(key, 0))
