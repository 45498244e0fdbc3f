"""Find the places that a dateline names before its dash: "VELDORA, Tarvia, March 3 (Reuters) -"."""

from briefgen.extract.entities.lists import is_common, is_given, look_up
from briefgen.extract.entities.words import Word, surface
from briefgen.language.english.names.common_capitalised import CALENDAR
from briefgen.language.english.names.titles import PARTICLES

Words = tuple[Word, ...]
Piece = tuple[int, int]

LONGEST = 16
"""Words of the longest dateline that is read."""
DASHES = frozenset(["—", "–", "-", "--", "―"])
PLACES = frozenset([None, "city", "region", "country", "place"])


def dateline_places(words: Words) -> list[Piece]:
    """Where the places of a dateline begin and end; none where the sentence opens with no dateline.

    A dateline is in capitals up to its first comma, bracket or dash, or has an agency in brackets or a date.
    """
    if len(words) < 2 or not words[0].capital:
        return []
    head = head_of(words)
    if not head or words[head - 1].text == ",":
        return []
    pieces = pieces_of(words[:head])
    if not pieces or pieces[0][0] != 0 or not is_dateline(words, head, pieces[0]):
        return []
    return [piece for piece in pieces if known_kind(words, piece) in PLACES]


def head_of(words: Words) -> int:
    """The number of the dash that ends a dateline; 0 where a word in lower case comes first."""
    depth = 0
    for number, word in enumerate(words[:LONGEST]):
        said = word.text
        depth += (said == "(") - (said == ")")
        if said in DASHES and depth == 0:
            return number if number and is_spaced(words, number) else 0
        if not (word.capital or said[0].isdigit() or said in {",", ".", "(", ")", "/"} or said in PARTICLES):
            return 0
    return 0


def is_spaced(words: Words, number: int) -> bool:
    """Whether a dash is no hyphen: a long one, or one with a blank before it."""
    return words[number].text != "-" or words[number - 1].end < words[number].start


def pieces_of(words: Words) -> list[Piece]:
    """The stretches of capitalised words between commas before the first bracket, without dates."""
    pieces, start = [], 0
    for number in range(len(words) + 1):
        said = words[number].text if number < len(words) else "("
        if said not in {",", "("}:
            continue
        stretch = words[start:number]
        if stretch and not any(is_date(word.text) for word in stretch) and stretch[-1].capital:
            pieces.append((start, number))
        start = number + 1
        if said == "(":
            break
    return pieces


def is_date(said: str) -> bool:
    """Whether a word belongs to a date: a number, a month, a day of the week."""
    return said[0].isdigit() or said in CALENDAR or said.title() in CALENDAR


def is_dateline(words: Words, head: int, place: Piece) -> bool:
    """Whether the words before a dash are a dateline and no headline, name or cry."""
    said = [word.text for word in words[:head]]
    first = said[: place[1]]
    agency = said[place[1] : place[1] + 1] == ["("] or said[-1] == ")"
    dated = any(is_date(word) for word in said)
    if len(first) > 5 or known_kind(words, place) not in PLACES:
        return False
    if agency or dated:
        return not is_given(first[0].title()) or len(first) < 3
    name = [word for word in first if word not in PARTICLES]
    if not all(word.isupper() and len(word) > 2 for word in name):
        return False
    personal = len(name) > 1 and is_given(name[0].title())
    return not personal and not all(is_common(word.lower()) for word in name)


def known_kind(words: Words, piece: Piece) -> str | None:
    """What the lists know a stretch of words as."""
    entry = look_up(surface(words, *piece))
    return entry.known if entry else None
