"""Read the numbers and lengths in expressions of time."""

import re

from briefgen.language.english import time as english


def number_of(words: tuple[str, ...]) -> float | None:
    """The number that words name: digits, fractions, number words, "a", "half"; none for a vague one."""
    total = current = 0.0
    seen = False
    for word in words:
        value = _number_word(word)
        if value is None:
            continue
        seen = True
        if word in ("hundred", "thousand"):
            current = max(current, 1) * value
            if word == "thousand":
                total, current = total + current, 0.0
        elif word == "dozen":
            current = max(current, 1) * 12
        else:
            current += value
    return total + current if seen else None


def _number_word(word: str) -> float | None:
    if word in english.NUMBERS:
        return english.NUMBERS[word]
    plain = word.replace(",", "")
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,6})?", plain):
        return float(plain)
    if re.fullmatch(r"\d/[1-9]", word):
        return int(word[0]) / int(word[2])
    special = {"½": 0.5, "¼": 0.25, "¾": 0.75, "half": 0.5, "dozen": 12.0, "couple": 2.0}
    return special.get(word)


def count_of(words: tuple[str, ...]) -> float | None:
    """How many units an amount names; none where it is left open ("a few")."""
    article = words[0] in ("a", "an", "another")
    if set(words) & english.OPEN_COUNTS:
        return None
    if "half" in words and "and" not in words and (article or words[0] == "half"):
        return 6.0 if "dozen" in words else 0.5
    number = number_of(tuple(word for word in words if word not in ("a", "an", "another")))
    if number is None:
        return 1.0 if article else None
    return number + 1 if article and "half" in words else number


def unit_of(words: tuple[str, ...]) -> str:
    """The letters of the unit that stands last among the words."""
    return next(english.UNITS[word] for word in reversed(words) if word in english.UNITS)


def length(count: float | None, unit: str) -> str:
    """An ISO 8601 duration as TIMEX3 writes it, `X` where the count is open."""
    scale, letter = {"E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "F": (2, "W")}.get(unit, (1, unit))
    time, letter = ("T", letter[1:]) if len(letter) == 2 and letter.startswith("T") else ("", letter)
    if count is None:
        return f"P{time}X{letter}"
    count *= scale
    smaller = {"Y": "6M", "H": "30M", "M": "30S" if time else ""}.get(letter)
    if count % 1 == 0.5 and smaller:
        return f"P{time}{int(count)}{letter}{smaller}" if count > 1 else f"P{time}{smaller}"
    return f"P{time}{count:g}{letter}" if count < 1e6 else f"P{time}{int(count)}{letter}"


def day_number(words: tuple[str, ...]) -> int:
    """The day of the month that a number or an ordinal names; 0 for none."""
    for word in words:
        if word in english.ORDINALS:
            return english.ORDINALS[word]
    return int(re.sub(r"\D", "", "".join(words)) or 0)


def ordinal(words: tuple[str, ...]) -> int:
    """The number that an ordinal names, with tens before it: 21 for "twenty-first"."""
    tens = sum(english.NUMBERS.get(word, 0) for word in words)
    return tens + day_number(words)
