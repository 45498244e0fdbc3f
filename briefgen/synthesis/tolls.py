"""Numbers of people whom harm befell, and whether they count all of them or only some more."""

import re
from functools import cache

from briefgen.language.english.numbers import SMALL, STATES, TENS
from briefgen.language.english.pronouns import PEOPLE, PERSON_NOUNS, PLURAL_NOUNS
from briefgen.language.english.rewording import KILLING
from briefgen.model.brief import Figure
from briefgen.synthesis.wording import ANYBODY, DEATHS

MORE = re.compile(r"\b(?:more|another|further|additional|extra|other)\b", re.IGNORECASE)
"""Words by which a number is added to an earlier one: "six more", "another 12"."""
STILL = re.compile(r"\b(?:still|remain(?:s|ed|ing)?)\b", re.IGNORECASE)
"""Words by which all are counted who are left: "another 31 were still missing"."""
SURVIVORS = frozenset(("survivor", "survivors"))
LOST_LIVES = re.compile(
    r"\b(?:los[ts]|loss|losing|claim(?:s|ed|ing)?|cost(?:s|ing)?|took|taken|takes)\b", re.IGNORECASE
)
STRICKEN = STATES | DEATHS
NEAR = 40
"""Characters; half of them behind a number are searched for such words."""


def tallied(figure: Figure) -> str:
    """What befell the people whom `figure` counts, one word for all deaths; empty where it counts no harm."""
    if figure.money or figure.per:
        return ""
    unit = (figure.unit or "").lower().rpartition(" ")[2]
    if unit in SURVIVORS:
        return "survivors"
    if unit == "lives" and LOST_LIVES.search(figure.what.text):
        return "dead"
    if (unit in ANYBODY or _are_people(unit)) and tells_of_killing(figure):
        return "dead"
    if unit in ANYBODY:
        ahead, number, behind = figure.what.text.partition(_number(figure))
        unit = _stricken(behind if number else "") or _stricken(_of_this(ahead) if number else ahead)
    if unit in DEATHS:
        return "dead"
    return unit if unit in STATES else ""


def _of_this(ahead: str) -> str:
    """What stands before a number, without what another number there counts: "seven dead and 112 people"."""
    first, joint, last = ahead.rpartition(" and ")
    return last if joint and OTHER_NUMBER.search(first) else ahead


OTHER_NUMBER = re.compile(r"\d|\b(?:" + "|".join(sorted({*SMALL, *TENS})) + r")\b", re.IGNORECASE)


def _are_people(unit: str) -> bool:
    """Whether a word is one for several people: "officers", "dockworkers"."""
    one = unit.removesuffix("s")
    named = unit in PEOPLE or unit in PLURAL_NOUNS or (one != unit and one in PERSON_NOUNS)
    return named or unit.endswith(("workers", "children"))


def _stricken(words: str) -> str:
    """The first of `words` that tells what befell somebody; empty where none does."""
    plain = (word.strip(",.;:") for word in words.lower().split())
    return next((word for word in plain if word in STRICKEN), "")


def tells_of_killing(figure: Figure) -> bool:
    """Whether the people that a figure counts were killed by what stands before: "killing 4 people"."""
    text, number = figure.what.text.lower(), _number(figure).lower()
    if KILL not in text:
        return False
    people = _people_behind((figure.unit or "").lower().rpartition(" ")[2])
    at = text.find(number)
    while at >= 0:
        if people.match(text, at + len(number)) and KILLING_BEFORE.search(text, 0, at):
            return True
        at = text.find(number, at + 1)
    return False


KILL = "kill"
"""What stands in every form of the verb; few clauses with a number have it."""
KILLING_BEFORE = re.compile(rf"{KILLING}\Z")


@cache
def _people_behind(unit: str) -> re.Pattern[str]:
    """What stands behind a number of people, or of those called `unit`: " young dockworkers"."""
    words = "|".join(map(re.escape, sorted(ANYBODY | {unit} - {""})))
    return re.compile(rf"\s+(?:\w+\s+)?(?:{words})\b")


def _number(figure: Figure) -> str:
    """The number of a figure as its source has it, or nearly so."""
    return figure.worded or f"{figure.value:,.0f}"


def is_addition(figure: Figure) -> bool:
    """Whether a figure counts only those who came to an earlier number."""
    number = _number(figure)
    place = figure.what.text.find(number)
    near = figure.what.text[max(0, place - 12) : place + len(number) + NEAR // 2] if place >= 0 else ""
    return MORE.search(near) is not None and STILL.search(near) is None
