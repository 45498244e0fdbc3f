"""Tell what a number without a noun counts by the words around it: "killing 12", "31 were missing"."""

from briefgen.extract.quantities.counted import is_plural
from briefgen.extract.quantities.numerals import Token, glued_at, key_at
from briefgen.language.english import numbers, units

LONGEST_LABEL = 5
"""Words of a label before a colon: "Total number of houses destroyed"."""
LONGEST_OF_STATE = 2
"""Words of a label that has no noun: "Still missing"."""
ADVERBS_BETWEEN = 3
"""Words at most between "were" and what is told of so many: "were still reported missing"."""
SUBJECT_REACH = 8
"""Tokens at most from a verb of change to the number that something rose or fell to."""
LONGEST_ASIDE = 12
"""Tokens between two commas that tell more of the people just counted."""
JOINING = frozenset("'’-&@_/")
"""Marks by which the first word of a label belongs to what stands before it."""
AFTER_LABELLED = frozenset(".,;()[]/|•–—-")
"""Marks behind the number of a label."""


def unit_told(tokens: tuple[Token, ...], first: int, after: int, earliest: int) -> tuple[str, int] | None:
    """What the bare number at `[first, after)`, hedges with it, counts, and where the words for it begin.

    `earliest` is the index before which everything belongs to the number before.
    """
    label = _label(tokens, first, after, earliest)
    if label:
        return label
    unit = _of_deed(tokens, first, earliest) or _of_predicate(tokens, first, after)
    unit = unit or _of_group(tokens, first) or _of_subject(tokens, first)
    return (unit, first) if unit else None


def _of_deed(tokens: tuple[Token, ...], first: int, earliest: int) -> str | None:
    """`killing at least 17`, `injures 40`; nothing where two deeds share the number."""
    place = first - 1
    while place > earliest and tokens[place].key in numbers.BETWEEN_HEDGE_AND_NUMBER:
        place -= 1
    state = numbers.DEEDS.get(key_at(tokens, place)) if place >= earliest else None
    joint, other = key_at(tokens, place - 1), key_at(tokens, place - 2)
    return None if joint in ("and", "or", "/", "not") and other in numbers.DEEDS else state


def _of_group(tokens: tuple[Token, ...], first: int) -> str | None:
    """`a crowd of 300`; not "the Group of 20"."""
    grouped = key_at(tokens, first - 1) == "of" and key_at(tokens, first - 2) in numbers.GROUPS
    return "people" if grouped and tokens[first - 2].text.islower() else None


def _of_subject(tokens: tuple[Token, ...], first: int) -> str | None:
    """`Deaths rose 12% to 340`, `arrests climbed from 12 to 40`: the noun that opens the clause."""
    if key_at(tokens, first - 1) not in ("to", "from", "at"):
        return None
    verb = first - 2
    while verb > max(0, first - SUBJECT_REACH) and tokens[verb].key not in numbers.CHANGES:
        verb -= 1
    place = verb - 1 - (key_at(tokens, verb - 1) in ("have", "has", "had", "were", "are"))
    noun = key_at(tokens, place)
    if key_at(tokens, verb) not in numbers.CHANGES or noun not in numbers.LABELLED or not is_plural(noun):
        return None
    place -= 1
    while key_at(tokens, place) in numbers.BEFORE_SUBJECT | units.TELLING_ADJECTIVES:
        place -= 1
    numbered = (key_at(tokens, place - 1), key_at(tokens, place)) == ("number", "of")
    return noun if numbered or place < 0 or tokens[place].key in numbers.CLAUSE_OPENERS else None


def _of_predicate(tokens: tuple[Token, ...], first: int, after: int) -> str | None:
    """`31 were still missing`, `12 more died`, `six of them drowned`."""
    if key_at(tokens, first - 1) in numbers.NOT_ALL:
        return None
    place = _past_aside(tokens, _past_of_them(tokens, after))
    key, following = key_at(tokens, place), key_at(tokens, place + 1)
    if key in ("have", "had") and following != "been":
        place += 1 + (following in numbers.BEFORE_STATE)
        return numbers.BEFALLEN.get(key_at(tokens, place))
    if key in numbers.LINKS or key in ("have", "had"):
        return _state_behind(tokens, place + 1 + (key not in numbers.LINKS))
    return numbers.BEFALLEN.get(key)


def _state_behind(tokens: tuple[Token, ...], index: int) -> str | None:
    """The state told from `index` on, behind words such as "still" and "badly"."""
    for place in range(index, index + ADVERBS_BETWEEN):
        key = key_at(tokens, place)
        if key in numbers.STATES:
            return _state(tokens, place)
        if key not in numbers.BEFORE_STATE and not key.endswith("ly"):
            return None
    return None


def _past_of_them(tokens: tuple[Token, ...], index: int) -> int:
    """Index after "others", "more" or "of them" behind a number."""
    index += key_at(tokens, index) in ("more", "others")
    return index + 2 if (key_at(tokens, index), key_at(tokens, index + 1)) == ("of", "them") else index


def _past_aside(tokens: tuple[Token, ...], index: int) -> int:
    """Index after an ", including four children," at `index`; `index` itself where there is none."""
    if key_at(tokens, index) != "," or key_at(tokens, index + 1) not in numbers.ASIDES:
        return index
    for place in range(index + 2, min(index + LONGEST_ASIDE, len(tokens))):
        if tokens[place].key == ",":
            return place + 1
    return index


def _state(tokens: tuple[Token, ...], index: int) -> str | None:
    """The state at `index` as a unit; none where it only begins another word: "dead tired"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    joined = following is not None and following.glued and following.key in ("-", "'", "’")
    key = tokens[index].key
    adverb = key == "dead" and key_at(tokens, index + 1) in numbers.DEAD_BEFORE
    return None if joined or adverb else key


def _label(tokens: tuple[Token, ...], first: int, after: int, earliest: int) -> tuple[str, int] | None:
    """`Dead: 26`, `Houses destroyed: 340`: what stands before the colon, as a unit."""
    colon = first - 1
    if key_at(tokens, colon) != ":" or not tokens[colon].glued or not _ends_label(tokens, after):
        return None
    start = colon
    while start > earliest and tokens[start - 1].is_word:
        start -= 1
        if colon - start > LONGEST_LABEL:
            return None
    if start == colon or (start and tokens[start].glued and tokens[start - 1].key in JOINING):
        return None
    unit = _label_unit(tokens[start:colon])
    return (unit, start) if unit else None


def _ends_label(tokens: tuple[Token, ...], after: int) -> bool:
    """Whether nothing that the number might belong to follows it: its end, a mark, the next label."""
    mark = key_at(tokens, after)
    if not mark or mark in AFTER_LABELLED:
        return mark in "([,;" or not (glued_at(tokens, after) and glued_at(tokens, after + 1))
    keys = [token.key for token in tokens[after : after + LONGEST_LABEL]]
    return ":" in keys and all(token.is_word for token in tokens[after : after + keys.index(":")])


def _label_unit(words: tuple[Token, ...]) -> str | None:
    """The unit that a label names, its participle before its noun: "confirmed cases"."""
    keys = [word.key for word in words]
    while len(keys) > 1 and keys[0] in numbers.BEFORE_LABEL:
        words, keys = words[1:], keys[1:]
    if keys == ["death", "toll"]:
        return "deaths"
    if not numbers.NO_LABEL.isdisjoint(keys):
        return None
    head = _label_head(keys)
    if head is None:
        return _with_participle(keys)
    told = [key for place, key in enumerate(keys) if place != head and key in units.TELLING_ADJECTIVES]
    behind = keys[head + 1 :]
    if behind and behind[-1].endswith("ed") and behind[-1] not in told:
        told.append(behind[-1])
    return " ".join((*told, keys[head]))


def _label_head(keys: list[str]) -> int | None:
    """Which word of a label is counted: the last noun of its first row of nouns; else a state, "dead"."""
    nouns = [place for place, key in enumerate(keys) if key in numbers.LABELLED]
    for place in nouns:
        if place + 1 not in nouns:
            return place
    states = [place for place, key in enumerate(keys) if key in numbers.COUNTED_PARTICIPLES | numbers.STATES]
    return states[-1] if states and len(keys) <= LONGEST_OF_STATE else None


def _with_participle(keys: list[str]) -> str | None:
    """`destroyed houses` of "Houses destroyed"; nothing of a label without a plural and what befell it."""
    happened = len(keys) > 1 and keys[-1].endswith("ed") and is_plural(keys[-2])
    return f"{keys[-1]} {keys[-2]}" if happened else None
