"""Words of scripts that run to the left, in the order and with the letter forms in which they are seen.

WeasyPrint sets the text of a drawing letter by letter from the left, so that it neither orders nor joins the
letters of Hebrew and Arabic. A picture holds them as they look, and says that they are not to be ordered
again; the words that stand for the picture hold them as they are spelled.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

LEFTWARD = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
"""Letters of Hebrew, Arabic, Syriac, Thaana and N'Ko."""
END = "\u200e"
"""Unicode's left-to-right mark: what follows is not of the stretch, though it begins with a number."""
STRETCH = rf"{LEFTWARD}(?:(?:[^\w{END}]|[\d_]|{LEFTWARD})*(?:\d|{LEFTWARD}))?"
"""From one such letter to the last before a letter of another script, with the numbers and signs between."""
PIECE = r"\d(?:[\d.,:/]*\d)?|[\s\S]"
"""What keeps its order: a number or a single letter."""
FORMS = (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD))
"""Unicode's signs for the forms that Arabic letters have where they are joined."""
LAM = "\u0644"
MIRRORED = str.maketrans("()[]{}<>«»‹›“”‘’", ")(][}{><»«›‹”“’‘")


def runs_leftward(words: str) -> bool:
    """Whether any of the letters run to the left."""
    return not words.isascii() and re.search(LEFTWARD, words) is not None


def seen(words: str) -> str:
    """`words`, if any of their letters run to the left, from left to right as they are seen.

    This is the part of Unicode's bidirectional algorithm that names in a line of English need: stretches to
    the left, in them numbers to the right. Vowel signs are left out.
    """
    return re.sub(STRETCH, _turned, words).replace(END, "") if runs_leftward(words) else words


def _turned(stretch: re.Match[str]) -> str:
    letters = _joined("".join(sign for sign in stretch[0] if not unicodedata.combining(sign)))
    return "".join(reversed(re.findall(PIECE, letters.translate(MIRRORED))))


def _joined(letters: str) -> str:
    """`letters` with those of Arabic in the forms that they have beside one another."""
    found = ""
    index = 0
    while index < len(letters):
        pair = letters[index : index + 2]
        unit = pair if len(pair) > 1 and pair in _forms() else letters[index]
        before, after = letters[index - 1 : index], letters[index + len(unit) : index + len(unit) + 1]
        found += _form(unit, _leads(before), "final" in _forms().get(after, {}))
        index += len(unit)
    return found


def _leads(letter: str) -> bool:
    """Whether a letter joins the next."""
    return "initial" in _forms().get(letter, {})


def _form(unit: str, before: bool, after: bool) -> str:
    forms = _forms().get(unit, {})
    onward = after and "initial" in forms
    name = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get((before, onward))
    return forms.get(name or "isolated", unit)


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """For each Arabic letter, and for lam with alef, the signs of its forms by their names."""
    found: dict[str, dict[str, str]] = {}
    for code in FORMS:
        name, *points = unicodedata.decomposition(chr(code)).split()[:3] or [""]
        letters = "".join(chr(int(point, 16)) for point in points)
        if letters and " " not in letters and (len(letters) == 1 or letters[0] == LAM):
            found.setdefault(letters, {})[name.strip("<>")] = chr(code)
    return found
